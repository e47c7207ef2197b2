/* The words that names are compared by, loaded from names.tsv and spelling.tsv and kept for good.
 */
#include "network/words.h"

#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/map.h"
#include "base/table.h"

enum { LONGEST_SYLLABLE = 6, LONGEST_WORD = 48 }; /* a longer word is not respelled */

typedef enum rule_place { ANYWHERE, AT_START, AT_END } rule_place;

typedef struct spelling_rule {
    ja_slice language; /* empty: all */
    ja_slice from, to;
    rule_place place;
    size_t least;
} spelling_rule;

static const char *const list_names[JA_WORD_LIST_COUNT] = {
    [JA_WORDS_LEGAL] = "legal",           [JA_WORDS_WEAK] = "weak",
    [JA_WORDS_JOINT] = "joint",           [JA_WORDS_ARTICLE] = "article",
    [JA_WORDS_GENERATION] = "generation", [JA_WORDS_COMPOUND] = "compound",
    [JA_WORDS_INDEFINITE] = "indefinite", [JA_WORDS_CAPITAL] = "capital",
    [JA_WORDS_VARIANT] = "variant",       [JA_WORDS_SYLLABLE] = "syllable",
    [JA_WORDS_PARTICLE] = "particle",     [JA_WORDS_FAMILY] = "family",
    [JA_WORDS_EXTENSION] = "extension",
};

static struct {
    ja_map lists[JA_WORD_LIST_COUNT]; /* word -> meaning */
    ja_slice *meanings;
    size_t meaning_count, meaning_capacity;
    spelling_rule *rules;
    size_t rule_count, rule_capacity;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

static void load_list(const ja_table *row)
{
    unsigned list = ja_index_of(list_names, JA_WORD_LIST_COUNT, row->column[0]);
    if (list == JA_WORD_LIST_COUNT)
        return; /* faults are found by ja_words_check */
    ja_slice rest = row->column[2], word;
    while (ja_next_field(&rest, '|', &word))
        ja_map_put(&loaded.lists[list], word, loaded.meaning_count, NULL);
    JA_PUSH(&lazy.arena, loaded.meanings, loaded.meaning_count, loaded.meaning_capacity,
            row->column[1]);
}

static size_t number_of(ja_slice digits)
{
    size_t number = 0;
    for (size_t i = 0; i < digits.length && ja_is_digit_byte(digits.at[i]); i++)
        number = number * 10 + (size_t)(digits.at[i] - '0');
    return number;
}

static rule_place place_of(ja_slice word)
{
    static const char *const places[] = {"", "start", "end"};
    return (rule_place)ja_index_of(places, 3, word);
}

static void load(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    for (size_t i = 0; i < JA_WORD_LIST_COUNT; i++)
        ja_map_init(&loaded.lists[i], &lazy.arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("network/names.tsv"));
    while (ja_table_next(&table))
        load_list(&table);
    ja_table_init(&table, ja_embedded_file("network/spelling.tsv"));
    while (ja_table_next(&table)) {
        spelling_rule rule = {table.column[0], table.column[1], table.column[2],
                              place_of(table.column[3]), number_of(table.column[4])};
        JA_PUSH(&lazy.arena, loaded.rules, loaded.rule_count, loaded.rule_capacity, rule);
    }
}

bool ja_words_load(void)
{
    return ja_lazy_load(&lazy, load, NULL);
}

ja_slice ja_words_find(ja_word_list list, ja_slice word)
{
    const size_t *meaning = ja_map_get(&loaded.lists[list], word);
    return meaning ? loaded.meanings[*meaning] : (ja_slice){NULL, 0};
}

/* True where the word is made of one or two syllables: no Chinese name has more in a word. */
static bool is_syllables(ja_slice word)
{
    for (size_t cut = 0; cut < word.length && cut <= LONGEST_SYLLABLE; cut++) {
        ja_slice first = {word.at, cut}, rest = {word.at + cut, word.length - cut};
        if ((cut == 0 || ja_words_find(JA_WORDS_SYLLABLE, first).at) &&
            ja_words_find(JA_WORDS_SYLLABLE, rest).at)
            return true;
    }
    return false;
}

static bool fits(const spelling_rule *rule, ja_slice language, ja_slice word, size_t at)
{
    ja_slice rest = {word.at + at, word.length - at};
    return ja_equal(rule->language, language) && word.length >= rule->least &&
           ja_starts_with(rest, rule->from) && (rule->place != AT_START || at == 0) &&
           (rule->place != AT_END || rest.length == rule->from.length);
}

/* One pass over the word with the rules of one language (empty: of all). */
static ja_slice respell_once(ja_arena *arena, ja_slice word, ja_slice language)
{
    char *out = ja_alloc(arena, word.length + 1, 2); /* no rule more than doubles */
    size_t used = 0;
    for (size_t at = 0; at < word.length;) {
        const spelling_rule *best = NULL;
        for (size_t i = 0; i < loaded.rule_count; i++)
            if (fits(&loaded.rules[i], language, word, at) &&
                (!best || loaded.rules[i].from.length > best->from.length))
                best = &loaded.rules[i];
        ja_slice next = best ? best->to : (ja_slice){word.at + at, 1};
        memcpy(out + used, next.at, next.length);
        used += next.length;
        at += best ? best->from.length : 1;
    }
    return (ja_slice){out, used};
}

/* "Mohammed", "Hussein": doubled letters as one, in words long enough to be told by the rest. */
static ja_slice without_doubles(ja_arena *arena, ja_slice word)
{
    enum { SHORTEST = 6 };
    if (word.length < SHORTEST)
        return word;
    char *out = ja_alloc(arena, word.length + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < word.length; i++)
        if (i == 0 || word.at[i] != word.at[i - 1] || !ja_is_letter_byte(word.at[i]))
            out[used++] = word.at[i];
    return (ja_slice){out, used};
}

ja_slice ja_respell(ja_arena *arena, ja_slice word, const char *language)
{
    ja_slice variant = ja_words_find(JA_WORDS_VARIANT, word);
    if (variant.at || word.length > LONGEST_WORD)
        return variant.at ? variant : word;
    ja_slice out = word;
    if (language && *language)
        out = respell_once(arena, out, ja_slice_of(language));
    out = without_doubles(arena, respell_once(arena, out, JA_SLICE("")));
    return is_syllables(word) && is_syllables(out) ? word : out;
}

static const char *fault_of_rule(const ja_table *row)
{
    if (row->count != 5)
        return "not 5 columns";
    if (row->column[1].length == 0 || row->column[2].length > 2 * row->column[1].length)
        return "no word, or more than doubled";
    return place_of(row->column[3]) > AT_END ? "unknown place" : NULL;
}

const char *ja_words_check(ja_arena *arena)
{
    ja_table table;
    ja_table_init(&table, ja_embedded_file("network/names.tsv"));
    while (ja_table_next(&table))
        if (table.count != 3 ||
            ja_index_of(list_names, JA_WORD_LIST_COUNT, table.column[0]) == JA_WORD_LIST_COUNT)
            return ja_format(arena, "names.tsv:%zu: not 3 columns, or unknown list", table.line);
    ja_table_init(&table, ja_embedded_file("network/spelling.tsv"));
    while (ja_table_next(&table)) {
        const char *fault = fault_of_rule(&table);
        if (fault)
            return ja_format(arena, "spelling.tsv:%zu: %s", table.line, fault);
    }
    return NULL;
}
