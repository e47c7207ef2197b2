/* Which language a text is written in: the share of its words that are function words of each.
 * A language of ours must lead all others, the foreign ones of others.tsv too. */
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/lazy.h"
#include "base/unicode.h"
#include "language/language.h"

static const size_t MAX_WORDS = 2000;   /* enough to decide on */
static const double LEAST_SHARE = 0.20; /* of function words in a text of a known language */
static const double LEAST_LEAD = 1.15;  /* over the second best */

typedef struct ja_scores {
    size_t words;
    size_t *hits; /* ours first, then the foreign ones */
} ja_scores;

static struct {
    ja_map *words; /* one set a foreign language */
    size_t count, capacity;
} others;
static ja_lazy lazy = JA_LAZY_INIT;

static void load_others(void *unused)
{
    (void)unused;
    memset(&others, 0, sizeof others);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("language/others.tsv"));
    while (ja_table_next(&table)) {
        ja_map set;
        ja_map_init(&set, &lazy.arena);
        ja_slice rest = table.column[2], word;
        while (ja_next_field(&rest, ' ', &word))
            ja_map_put(&set, ja_lower(&lazy.arena, word), 0, NULL);
        JA_PUSH(&lazy.arena, others.words, others.count, others.capacity, set);
    }
}

/* The next run of letters at or behind *at, in *word; false at the end. */
static bool next_word(ja_slice text, size_t *at, ja_slice *word)
{
    size_t start = 0, length;
    bool inside = false;
    for (; *at < text.length; *at += length) {
        uint32_t character = ja_decode(text, *at, &length);
        bool letter = ja_is_letter(character) || ja_is_mark(character);
        if (letter && !inside)
            start = *at;
        if (!letter && inside)
            break;
        inside = letter;
    }
    *word = (ja_slice){text.at + start, *at - start};
    return inside;
}

/* Tables hold elided words with their apostrophe: "l'". */
static bool holds(const ja_map *words, ja_slice word, ja_slice elided)
{
    return ja_map_get(words, word) || (elided.length && ja_map_get(words, elided));
}

static void count_word(ja_scores *scores, size_t language_count, ja_slice word, ja_slice elided)
{
    scores->words++;
    for (size_t i = 0; i < language_count; i++) {
        const ja_language *language = ja_language_of(jaccuse_language_code(i));
        scores->hits[i] += holds(&language->function_words, word, elided);
    }
    for (size_t i = 0; i < others.count; i++)
        scores->hits[language_count + i] += holds(&others.words[i], word, elided);
}

/* The word with the apostrophe that stands behind it at `at`; empty where there is none. */
static ja_slice with_apostrophe(ja_slice text, ja_slice word, size_t at)
{
    size_t length = 0;
    uint32_t mark = at < text.length ? ja_decode(text, at, &length) : 0;
    bool elided = mark == '\'' || mark == 0x2019 || mark == 0x2BC;
    return (ja_slice){word.at, elided ? word.length + length : 0};
}

typedef struct identification {
    ja_arena *arena;
    ja_slice text;
    ja_identity found;
} identification;

/* The index of the largest of `count` numbers, `but` left out. */
static size_t largest(const size_t *numbers, size_t count, size_t but)
{
    size_t best = but == 0 ? 1 : 0;
    for (size_t i = 0; i < count; i++)
        if (i != but && numbers[i] > numbers[best])
            best = i;
    return best;
}

static void identify(void *context)
{
    identification *work = context;
    size_t ours = jaccuse_language_count(), all = ours + others.count;
    ja_scores scores = {0, JA_NEW_N(work->arena, size_t, all + 1)};
    ja_slice word;
    for (size_t at = 0; scores.words < MAX_WORDS && next_word(work->text, &at, &word);) {
        ja_slice elided = with_apostrophe(work->text, word, at);
        count_word(&scores, ours, ja_lower(work->arena, word), ja_lower(work->arena, elided));
    }
    size_t best = largest(scores.hits, all, all), second = largest(scores.hits, all, best);
    bool enough =
        scores.hits[best] > 0 && (double)scores.hits[best] >= LEAST_SHARE * (double)scores.words;
    bool ahead = (double)scores.hits[best] >= LEAST_LEAD * (double)scores.hits[second];
    if (enough && ahead)
        work->found = (ja_identity){best < ours ? jaccuse_language_code(best) : NULL, best >= ours};
}

bool ja_identify(ja_slice text, ja_identity *found)
{
    ja_arena arena;
    *found = (ja_identity){NULL, false};
    if (jaccuse_language_count() == 0 || !ja_lazy_load(&lazy, load_others, NULL))
        return false;
    ja_arena_init(&arena);
    identification work = {.arena = &arena, .text = text};
    bool done = ja_arena_run(&arena, identify, &work);
    ja_arena_clear(&arena);
    if (done)
        *found = work.found;
    return done;
}

const char *jaccuse_language_identify(const char *text, size_t length)
{
    ja_identity found;
    return ja_identify((ja_slice){text, length}, &found) ? found.code : NULL;
}

jaccuse_status ja_choose_language(const ja_language **out, const char *asked, ja_slice text,
                                  const char *declared, const char *path, jaccuse_error *error)
{
    ja_identity found;
    if (jaccuse_language_count() == 0)
        return ja_fail_memory(error);
    if (asked) {
        *out = ja_language_of(asked);
        return *out ? JACCUSE_OK
                    : ja_fail(error, JACCUSE_ERROR_ARGUMENT,
                              "\"%s\" is no language that is read here", asked);
    }
    if (!ja_identify(text, &found))
        return ja_fail_memory(error);
    *out = ja_language_of(found.code || found.foreign ? found.code : declared);
    return *out ? JACCUSE_OK
                : ja_fail_at(error, JACCUSE_SKIPPED, path, 0,
                             "in no language that is read here; skipped");
}
