#include "claim/noun_words.h"

#include <string.h>

#include "base/lazy.h"

typedef struct word_table {
    const char *code;
    ja_map words[JA_NOUN_WORD_COUNT]; /* word -> its number */
    struct endings {
        ja_slice *at;
        size_t count, capacity;
    } endings[JA_NOUN_WORD_COUNT];
} word_table;

static struct {
    word_table *tables;
    size_t count, capacity;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

static const char *const function_names[JA_NOUN_WORD_COUNT] = {
    "former",   "number",        "other",       "nobody", "unidentified",  "same",     "all",
    "story",    "agent_ending",  "deputy",      "latter", "concerned",     "genitive", "locative",
    "particle", "weak_particle", "postnominal", "suffix", "plural_ending", "office",   "family",
    "mutual",   "opposed",       "represent",   "defend", "client",        "company",  "advocate",
    "lawyer",   "male",          "female"};

static ja_noun_word function_of(ja_slice name)
{
    return (ja_noun_word)ja_index_of(function_names, JA_NOUN_WORD_COUNT, name);
}

static size_t number_of(ja_slice text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length && i < 4 && ja_is_digit_byte(text.at[i]); i++)
        number = number * 10 + (size_t)(text.at[i] - '0');
    return number;
}

static bool is_ending(ja_noun_word function)
{
    return function == JA_NOUN_WORD_PLURAL_ENDING || function == JA_NOUN_WORD_AGENT_ENDING;
}

static void add_words(word_table *table, ja_noun_word function, ja_slice words, size_t number)
{
    ja_slice word;
    struct endings *endings = &table->endings[function];
    while (ja_next_field(&words, ' ', &word)) {
        if (word.length == 0)
            continue;
        if (is_ending(function))
            JA_PUSH(&lazy.arena, endings->at, endings->count, endings->capacity, word);
        else
            ja_map_put(&table->words[function], word, number, NULL);
    }
}

static void load_table(const char *code)
{
    word_table table = {.code = code};
    for (size_t i = 0; i < JA_NOUN_WORD_COUNT; i++)
        ja_map_init(&table.words[i], &lazy.arena);
    ja_table rows = ja_language_table("claim", code, "noun_words");
    while (ja_table_next(&rows)) {
        ja_noun_word function = function_of(rows.column[0]);
        if (function < JA_NOUN_WORD_COUNT)
            add_words(&table, function, rows.column[1], number_of(rows.column[2]));
    }
    JA_PUSH(&lazy.arena, loaded.tables, loaded.count, loaded.capacity, table);
}

static void load_tables(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    for (size_t i = 0; i < jaccuse_language_count(); i++)
        load_table(jaccuse_language_code(i));
}

bool ja_noun_words_load(void)
{
    return ja_lazy_load(&lazy, load_tables, NULL);
}

static const word_table *table_of(const char *code)
{
    for (size_t i = 0; ja_noun_words_load() && i < loaded.count; i++)
        if (strcmp(loaded.tables[i].code, code) == 0)
            return &loaded.tables[i];
    return NULL;
}

bool ja_noun_word_is(const ja_language *language, ja_slice lower, ja_noun_word function)
{
    const word_table *table = table_of(language->code);
    if (!table)
        return false;
    if (!is_ending(function))
        return ja_map_get(&table->words[function], lower) != NULL;
    for (size_t i = 0; i < table->endings[function].count; i++)
        if (ja_ends_with(lower, table->endings[function].at[i]))
            return true;
    return false;
}

size_t ja_noun_word_number(const ja_language *language, ja_slice lower)
{
    const word_table *table = table_of(language->code);
    const size_t *number = table ? ja_map_get(&table->words[JA_NOUN_WORD_NUMBER], lower) : NULL;
    return number ? *number : 0;
}

const char *ja_noun_words_check(ja_arena *arena, const char *code)
{
    ja_table rows = ja_language_table("claim", code, "noun_words");
    size_t count = 0;
    for (; ja_table_next(&rows); count++) {
        ja_noun_word function = function_of(rows.column[0]);
        bool number = number_of(rows.column[2]) > 1;
        if (function == JA_NOUN_WORD_COUNT || number != (function == JA_NOUN_WORD_NUMBER))
            return ja_format(arena, "claim/%s/noun_words.tsv:%zu: %.*s", code, rows.line,
                             (int)rows.column[0].length, rows.column[0].at);
    }
    return count ? NULL : ja_format(arena, "claim/%s/noun_words.tsv: empty", code);
}
