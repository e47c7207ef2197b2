/* A made set of dispatches and their copies, the same at every run: agencies' texts built of press
 * sentences of our own, and what papers do to them. */
#ifndef TEST_DISPATCHES_H
#define TEST_DISPATCHES_H

#include <stdio.h>
#include <string.h>

#include "arena_fixture.h"
#include "base/text.h"
#include "base/unicode.h"

enum { MOST_SENTENCES = 80, OUTLETS = 10 };

/* Sentences of both languages, each taken once. */
typedef struct test_pool {
    const char **sentences[2];
    size_t count[2], capacity[2], used[2];
} test_pool;

/* What an agency sends, or a paper prints: a title and sentences. */
typedef struct test_text {
    size_t language; /* 0: English, 1: French */
    const char *sentences[MOST_SENTENCES];
    size_t count;
} test_text;

static uint64_t dice_state;

/* Below `sides`: xorshift64* (S. Vigna 2016). */
static inline size_t dice(size_t sides)
{
    dice_state ^= dice_state >> 12;
    dice_state ^= dice_state << 25;
    dice_state ^= dice_state >> 27;
    return (size_t)((dice_state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % sides;
}

static inline bool percent(size_t share)
{
    return dice(100) < share;
}

static inline void read_sentences(test_pool *pool, size_t language, const char *path)
{
    static char line[1 << 14];
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s is not there", path);
    while (fgets(line, sizeof line, file)) {
        ja_slice text = ja_trim(ja_slice_of(line));
        if (!ja_starts_with(text, JA_SLICE("# text = ")))
            continue;
        JA_PUSH(&arena, pool->sentences[language], pool->count[language], pool->capacity[language],
                ja_copy(&arena, text.at + 9, text.length - 9));
    }
    fclose(file);
}

static inline test_pool open_pool(void)
{
    test_pool pool = {.count = {0, 0}};
    dice_state = 20260101;
    read_sentences(&pool, 0, "src/language/en/press.conllu");
    read_sentences(&pool, 1, "src/language/fr/press.conllu");
    return pool;
}

static inline const char *next_sentence(test_pool *pool, size_t language)
{
    assert_true(pool->used[language] < pool->count[language]);
    return pool->sentences[language][pool->used[language]++];
}

static inline const char *any_sentence(const test_pool *pool, size_t language)
{
    return pool->sentences[language][dice(pool->count[language])];
}

static inline size_t count_words(const char *sentence)
{
    size_t words = 1;
    for (; *sentence; sentence++)
        words += *sentence == ' ';
    return words;
}

/* A paragraph, or several, of at least that many words. */
static inline void append(test_text *text, test_pool *pool, size_t words)
{
    for (size_t written = 0; written < words;) {
        assert_true(text->count < MOST_SENTENCES);
        text->sentences[text->count] = next_sentence(pool, text->language);
        written += count_words(text->sentences[text->count++]);
    }
}

/* At least that many words of another text, from a sentence on. */
static inline void borrow(test_text *text, const test_text *from, size_t first, size_t words)
{
    for (size_t copied = 0; copied < words && first < from->count; first++) {
        assert_true(text->count < MOST_SENTENCES);
        text->sentences[text->count++] = from->sentences[first];
        copied += count_words(from->sentences[first]);
    }
}

static inline void insert(test_text *text, size_t place, const char *sentence)
{
    memmove(text->sentences + place + 1, text->sentences + place,
            (text->count - place) * sizeof *text->sentences);
    text->sentences[place] = sentence;
    text->count++;
}

static inline void drop(test_text *text, size_t place)
{
    text->count--;
    memmove(text->sentences + place, text->sentences + place + 1,
            (text->count - place) * sizeof *text->sentences);
}

/* Keeps that many percent of the words: from the top, as most papers do, or here and there. */
static inline void cut(test_text *text, size_t share, bool from_top)
{
    size_t all = 0, left;
    for (size_t i = 0; i < text->count; i++)
        all += strlen(text->sentences[i]);
    for (left = all; text->count > 1;) {
        size_t place = from_top ? text->count - 1 : dice(text->count);
        size_t length = strlen(text->sentences[place]);
        if ((left - length) * 100 < all * share)
            break;
        left -= length;
        drop(text, place);
    }
}

static inline void swap_neighbours(test_text *text)
{
    if (text->count < 2)
        return;
    size_t place = dice(text->count - 1);
    const char *moved = text->sentences[place];
    text->sentences[place] = text->sentences[place + 1];
    text->sentences[place + 1] = moved;
}

/* About that many in a thousand words become words of other sentences. */
static inline const char *replace_words(const test_pool *pool, const test_text *text,
                                        const char *sentence, size_t rate)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 16);
    ja_slice rest = ja_slice_of(sentence), word;
    while (ja_next_field(&rest, ' ', &word)) {
        ja_slice other = ja_slice_of(any_sentence(pool, text->language)), first;
        bool replaced = dice(1000) < rate && ja_next_field(&other, ' ', &first);
        ja_buffer_add_slice(&out, replaced ? first : word);
        ja_buffer_add(&out, " ", 1);
    }
    const char *copy = ja_copy(&arena, out.at, out.length);
    ja_buffer_clear(&out);
    return copy;
}

static inline void edit_words(const test_pool *pool, test_text *text, size_t rate)
{
    for (size_t i = 0; i < text->count; i++)
        text->sentences[i] = replace_words(pool, text, text->sentences[i], rate);
}

/* Another paper's marks: curly quotes, long dashes, no accents, no-break spaces, each or not. */
static inline const char *set_type(const char *sentence, size_t style)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 16);
    ja_slice text = ja_slice_of(sentence);
    for (size_t at = 0, length; at < text.length; at += length) {
        char letter[4];
        uint32_t character = ja_decode(text, at, &length);
        if (character == '"' && style & 1)
            character = 0x201C;
        if (character == '\'' && style & 1)
            character = 0x2019;
        if (character == '-' && style & 2)
            character = 0x2011;
        if (style & 4)
            character = ja_plain_letter(character);
        if (character == ' ' && style & 8 && percent(10))
            character = 0xA0;
        ja_buffer_add(&out, letter, ja_encode(character, letter));
    }
    const char *copy = ja_copy(&arena, out.at, out.length);
    ja_buffer_clear(&out);
    return copy;
}

static inline void set_text(test_text *text, size_t style)
{
    for (size_t i = 0; i < text->count; i++)
        text->sentences[i] = set_type(text->sentences[i], style);
}

typedef struct test_outlet {
    const char *name;
    const char *line; /* below all its articles */
} test_outlet;

static const test_outlet outlets[OUTLETS] = {
    {"Pier Street Wire", ""},
    {"The Ledger",
     "Subscribe to our newsletter and never miss a story again: the best of the day, every evening "
     "at six, in your inbox. You can unsubscribe at any time."},
    {"L'Écho",
     "Retrouvez toute l'actualité sur notre application et abonnez-vous à partir d'un euro "
     "par mois, sans engagement. Déjà abonné ? Connectez-vous pour lire la suite."},
    {"Le Courrier", ""},
    {"The Courier",
     "This report was prepared by our news desk with agencies. The Courier is not responsible for "
     "the content of external sites. Follow us for breaking news and alerts."},
    {"La Gazette",
     "Tous droits réservés. La reproduction de cet article, même partielle, est interdite sans "
     "l'autorisation écrite de l'éditeur. Vous avez repéré une erreur ? Écrivez à la rédaction."},
    {"Morning Post", ""},
    {"The Evening Pilot", "Copyright The Evening Pilot. All rights reserved; no part of this "
                          "article may be reproduced."},
    {"Le Phare", "Le Phare avec Presse-Rivage"},
    {NULL, ""},
};

static const char *const datelines[] = {
    "PORT HASLING, Aug 22 (Pier Street Wire) - ",
    "Port Hasling — ",
    "PONTARLAC, 4 mai (Presse-Rivage) - ",
    "(Agencies) ",
    "",
};

/* The article as it is printed; `title` may be NULL. */
static inline const char *print_text(const test_text *text, const char *title, size_t outlet)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 20);
    ja_buffer_printf(&out, "%s\n\n%s", title ? title : "", datelines[dice(5)]);
    for (size_t i = 0; i < text->count; i++)
        ja_buffer_printf(&out, "%s%s", text->sentences[i], i % 3 == 2 ? "\n\n" : " ");
    ja_buffer_printf(&out, "\n\n%s\n", outlets[outlet].line);
    const char *copy = ja_copy(&arena, out.at, out.length);
    ja_buffer_clear(&out);
    return copy;
}

/* What a paper makes of a dispatch: mostly one or two of these, sometimes all. */
static inline test_text rework(const test_pool *pool, const test_text *dispatch)
{
    test_text copy = *dispatch;
    if (percent(60))
        cut(&copy, 40 + dice(51), percent(70));
    if (percent(20))
        drop(&copy, dice(copy.count));
    if (percent(30))
        swap_neighbours(&copy);
    if (percent(50))
        edit_words(pool, &copy, 1 + dice(30));
    if (percent(25))
        insert(&copy, dice(copy.count + 1), any_sentence(pool, copy.language));
    if (percent(60))
        set_text(&copy, dice(16));
    return copy;
}

#endif
