/* Names taken apart into words, and keys made of the words. */
#include "network/name.h"

#include <string.h>

#include "base/unicode.h"

static bool is_word_character(uint32_t character)
{
    return ja_is_letter(character) || ja_is_digit(character) || ja_is_mark(character);
}

/* Marks that join what stands on both sides into one word, and those that join two words. */
static bool is_silent(uint32_t character)
{
    return character == '\'' || character == 0x2019 || character == 0x02BC || character == '`';
}

static bool is_hyphen(uint32_t character)
{
    return character == '-' || character == 0x2010 || character == 0x2011;
}

/* What stands between the last word and the next. */
typedef struct ja_gap {
    bool open; /* nothing: the word goes on */
    bool hyphen, blank;
} ja_gap;

static void widen(ja_gap *gap, uint32_t character)
{
    gap->open = false;
    gap->hyphen = gap->hyphen || is_hyphen(character);
    gap->blank = gap->blank || !(is_hyphen(character) || character == '.');
}

ja_name ja_name_of(ja_arena *arena, ja_slice folded)
{
    ja_name name = {.folded = folded};
    char *out = ja_alloc(arena, folded.length + 1, 1);
    ja_gap gap = {.blank = true};
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        if (is_silent(character))
            continue;
        if (!is_word_character(character)) {
            widen(&gap, character);
            continue;
        }
        if (!gap.open && name.count == JA_NAME_WORDS)
            return (ja_name){.folded = folded};
        if (!gap.open)
            name.at[name.count++] = (ja_part){{out, 0}, gap.hyphen && !gap.blank, !gap.blank};
        memcpy(out, folded.at + at, length);
        out += length;
        name.at[name.count - 1].text.length += length;
        gap = (ja_gap){.open = true};
    }
    return name;
}

/* ---- parts of a person's name ---- */

static bool is_initial(const ja_part *part)
{
    size_t length;
    return ja_decode(part->text, 0, &length) && length == part->text.length;
}

size_t ja_given_end(const ja_name *name)
{
    size_t end = 1, last = ja_family_start(name);
    while (end < last && name->at[end].hyphen)
        end++;
    return end;
}

size_t ja_family_start(const ja_name *name)
{
    size_t start = name->count - 1;
    while (start > 1 &&
           (ja_words_find(JA_WORDS_GENERATION, name->at[start].text).at || name->at[start].hyphen ||
            ja_words_find(JA_WORDS_FAMILY, name->at[start - 1].text).at))
        start--;
    return start;
}

bool ja_has_initials_only(const ja_name *name)
{
    for (size_t i = 0; i < ja_family_start(name); i++)
        if (!is_initial(&name->at[i]))
            return false;
    return true;
}

/* ---- keys ---- */

typedef struct ja_key {
    ja_arena *arena;
    char *at;
    size_t used, room;
} ja_key;

static void put(ja_key *key, ja_slice text)
{
    if (text.length == 0)
        return;
    if (key->used + text.length > key->room) {
        size_t room = 2 * (key->used + text.length);
        char *at = ja_alloc(key->arena, room, 1);
        memcpy(at, key->at ? key->at : "", key->used);
        key->at = at;
        key->room = room;
    }
    memcpy(key->at + key->used, text.at, text.length);
    key->used += text.length;
}

static ja_slice end_key(const ja_key *key)
{
    return (ja_slice){key->at ? key->at : "", key->used};
}

static ja_slice read_part(ja_arena *arena, const ja_part *part, ja_reading_of_names reading)
{
    return reading.respelled ? ja_respell(arena, part->text, reading.language) : part->text;
}

/* What stands between two words and tells nothing: "and" for "&", and an article that only some
 * newspapers print: "Bashar al-Assad". */
static bool is_left_out(const ja_name *name, size_t i, ja_reading_of_names reading)
{
    ja_word_list list = reading.respelled ? JA_WORDS_ARTICLE : JA_WORDS_JOINT;
    return i > 0 && i + 1 < name->count && ja_words_find(list, name->at[i].text).at != NULL;
}

/* The words run together, parted before word `cut`. */
static ja_slice cut_key(ja_arena *arena, const ja_name *name, ja_reading_of_names reading,
                        size_t cut)
{
    ja_key key = {.arena = arena};
    for (size_t i = 0; i < name->count; i++) {
        if (i == cut)
            put(&key, JA_SLICE("|"));
        if (!is_left_out(name, i, reading))
            put(&key, read_part(arena, &name->at[i], reading));
    }
    return end_key(&key);
}

void ja_name_keys(ja_arena *arena, const ja_name *name, ja_reading_of_names reading,
                  ja_slice out[2])
{
    out[0] = out[1] = name->folded;
    if (name->count == 0)
        return;
    out[0] = cut_key(arena, name, reading, 1);
    out[1] = cut_key(arena, name, reading, name->count - 1);
}

/* The words from `from` to `to`, each behind a blank. */
static ja_slice words_key(ja_arena *arena, const ja_name *name, size_t from, size_t to)
{
    ja_key key = {.arena = arena};
    for (size_t i = from; i < to; i++) {
        if (ja_words_find(JA_WORDS_JOINT, name->at[i].text).at)
            continue;
        put(&key, JA_SLICE(" "));
        put(&key, name->at[i].text);
    }
    return end_key(&key);
}

/* "S.A." as one word: where the last word with a letter alone starts, and the letters. */
static size_t last_word(ja_arena *arena, const ja_name *name, size_t end, ja_slice *word)
{
    size_t start = end - 1;
    while (start > 0 && is_initial(&name->at[start]) && name->at[start].tight &&
           is_initial(&name->at[start - 1]))
        start--;
    ja_key key = {.arena = arena};
    for (size_t i = start; i < end; i++)
        put(&key, name->at[i].text);
    *word = end_key(&key);
    return start;
}

ja_slice ja_name_without_form(ja_arena *arena, const ja_name *name, ja_slice *form)
{
    *form = JA_SLICE("");
    size_t end = name->count;
    while (end > 1) {
        ja_slice word;
        size_t start = last_word(arena, name, end, &word);
        ja_slice legal = ja_words_find(JA_WORDS_LEGAL, word);
        if (start == 0 || (!legal.at && !ja_words_find(JA_WORDS_WEAK, word).at))
            break;
        if (legal.at && form->length == 0)
            *form = legal;
        end = start;
    }
    return words_key(arena, name, 0, end);
}

/* "Jean Martin" is not "Jean Pierre Martin" without his second name. */
static bool has_half_a_given_name(const ja_name *name)
{
    ja_slice first = name->at[0].text;
    return ja_words_find(JA_WORDS_COMPOUND, first).at || ja_words_find(JA_WORDS_SYLLABLE, first).at;
}

ja_slice ja_name_around_middle(ja_arena *arena, const ja_name *name)
{
    if (name->count < 2 || ja_has_initials_only(name))
        return JA_SLICE("");
    size_t given = ja_given_end(name), family = ja_family_start(name);
    bool initials = true;
    for (size_t i = given; i < family; i++)
        initials = initials && is_initial(&name->at[i]);
    if (!initials && has_half_a_given_name(name))
        return JA_SLICE("");
    ja_key key = {.arena = arena};
    for (size_t i = 0; i < name->count; i == given - 1 ? (i = family) : i++) {
        put(&key, i == family ? JA_SLICE("|") : JA_SLICE(""));
        put(&key, ja_respell(arena, name->at[i].text, NULL));
    }
    return end_key(&key);
}

static void put_initials(ja_key *key, const ja_name *name, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        size_t length;
        ja_decode(name->at[i].text, 0, &length);
        put(key, (ja_slice){name->at[i].text.at, length});
    }
}

ja_slice ja_middle_initials(ja_arena *arena, const ja_name *name)
{
    ja_key key = {.arena = arena};
    if (name->count > 1)
        put_initials(&key, name, ja_given_end(name), ja_family_start(name));
    return end_key(&key);
}

ja_slice ja_middle_words(ja_arena *arena, const ja_name *name)
{
    ja_key key = {.arena = arena};
    for (size_t i = name->count > 1 ? ja_given_end(name) : 0;
         name->count > 1 && i < ja_family_start(name); i++) {
        if (is_initial(&name->at[i]))
            return JA_SLICE("");
        put(&key, name->at[i].text);
    }
    return end_key(&key);
}

ja_slice ja_name_by_initials(ja_arena *arena, const ja_name *name)
{
    if (name->count < 2)
        return JA_SLICE("");
    ja_key key = {.arena = arena};
    put_initials(&key, name, 0, ja_given_end(name));
    put(&key, JA_SLICE("|"));
    for (size_t i = ja_family_start(name); i < name->count; i++)
        put(&key, ja_respell(arena, name->at[i].text, NULL));
    return end_key(&key);
}
