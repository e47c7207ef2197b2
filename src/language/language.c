#include "language/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/unicode.h"

/* Loaded once for all languages; never freed, since articles of all threads refer to them. */
static struct {
    ja_language *languages;
    size_t count, capacity;
    ja_map signs;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

ja_table ja_language_table(const char *floor, const char *code, const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s/%s.tsv", floor, code, name);
    ja_table table;
    ja_table_init(&table, ja_embedded_file(path));
    return table;
}

static void load_set(ja_map *map, const char *code, const char *name)
{
    ja_map_init(map, &lazy.arena);
    ja_table table = ja_language_table("language", code, name);
    while (ja_table_next(&table))
        ja_map_put(map, ja_lower(&lazy.arena, table.column[0]), 0, NULL);
}

static void load_signs(void)
{
    ja_map_init(&loaded.signs, &lazy.arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("language/signs.tsv"));
    while (ja_table_next(&table))
        ja_map_put(&loaded.signs, table.column[0], ja_equal(table.column[1], JA_SLICE("face")),
                   NULL);
}

/* Code points, as "U+00A0". */
static void load_separators(ja_language *language)
{
    ja_table table = ja_language_table("language", language->code, "separators");
    size_t room = sizeof language->separators / sizeof *language->separators;
    while (language->separator_count < room && ja_table_next(&table))
        language->separators[language->separator_count++] =
            (uint32_t)strtoul(table.column[0].at + strlen("U+"), NULL, 16);
}

static void load_abbreviations(ja_language *language)
{
    ja_map_init(&language->abbreviations, &lazy.arena);
    ja_table table = ja_language_table("language", language->code, "abbreviations");
    while (ja_table_next(&table)) {
        ja_slice name = table.column[1];
        ja_abbreviation position = ja_equal(name, JA_SLICE("before"))   ? JA_ABBREVIATION_BEFORE
                                   : ja_equal(name, JA_SLICE("number")) ? JA_ABBREVIATION_NUMBER
                                                                        : JA_ABBREVIATION_MAYBE;
        ja_map_put(&language->abbreviations, ja_lower(&lazy.arena, table.column[0]), position,
                   NULL);
    }
}

static void add_base(ja_language *language, ja_slice form, ja_slice base, size_t *count,
                     size_t *capacity)
{
    ja_map_put(&language->contractions, form, *count, NULL);
    JA_PUSH(&lazy.arena, language->parts, *count, *capacity, base);
}

/* "du -> de le" in the parts column: the first word is what cues know. The English table of the
 * same name holds endings ("n't"), which are split off instead. */
static void load_contractions(ja_language *language)
{
    size_t count = 0, capacity = 0;
    ja_map_init(&language->contractions, &lazy.arena);
    ja_map_init(&language->clitics, &lazy.arena);
    ja_table table = ja_language_table("language", language->code, "contractions");
    while (ja_table_next(&table)) {
        ja_slice rest = table.column[1], part;
        ja_slice form = ja_lower(&lazy.arena, table.column[0]);
        if (memchr(form.at, '\'', form.length)) {
            ja_map_put(&language->clitics, form, 0, NULL);
        } else if (ja_next_field(&rest, ' ', &part)) {
            add_base(language, form, part, &count, &capacity);
        }
    }
    static const char *const split[] = {"elisions", "inversions"};
    for (size_t i = 0; i < sizeof split / sizeof *split; i++) {
        table = ja_language_table("language", language->code, split[i]);
        while (ja_table_next(&table))
            add_base(language, ja_lower(&lazy.arena, table.column[0]), table.column[1], &count,
                     &capacity);
    }
}

/* What is one token and several words. */
static void load_fused(ja_language *language)
{
    size_t count = 0, capacity = 0;
    ja_map_init(&language->fused, &lazy.arena);
    ja_map_init(&language->articles, &lazy.arena);
    static const char *const names[] = {"contractions", "fused"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ja_table table = ja_language_table("language", language->code, names[i]);
        while (ja_table_next(&table)) {
            ja_slice form = ja_lower(&lazy.arena, table.column[0]);
            if (ja_map_get(&language->clitics, form))
                continue;
            ja_map_put(&language->fused, form, count, NULL);
            if (ja_equal(table.column[2], JA_SLICE("article")))
                ja_map_put(&language->articles, form, 0, NULL);
            JA_PUSH(&lazy.arena, language->fused_parts, count, capacity, table.column[1]);
        }
    }
}

static void load_readings(ja_language *language)
{
    static const char *const names[] = {"article", "contraction", "repeat"};
    ja_map_init(&language->readings, &lazy.arena);
    ja_table table = ja_language_table("language", language->code, "articles");
    while (ja_table_next(&table))
        ja_map_put(&language->readings, ja_lower(&lazy.arena, table.column[0]),
                   ja_index_of(names, sizeof names / sizeof *names, table.column[1]), NULL);
}

static char initial(ja_slice column)
{
    return column.length ? column.at[0] : '\0';
}

static ja_pronoun_role pronoun_role(ja_slice name)
{
    switch (initial(name)) {
    case 'o':
        return JA_PRONOUN_OBJECT;
    case 'p':
        return JA_PRONOUN_POSSESSIVE;
    case 'r':
        return JA_PRONOUN_RELATIVE;
    default:
        return JA_PRONOUN_SUBJECT;
    }
}

static void load_pronouns(ja_language *language)
{
    size_t count = 0, capacity = 0;
    ja_map_init(&language->pronouns, &lazy.arena);
    ja_map_init(&language->objects, &lazy.arena);
    ja_table table = ja_language_table("language", language->code, "pronouns");
    while (ja_table_next(&table)) {
        ja_pronoun pronoun = {pronoun_role(table.column[4]), initial(table.column[1]),
                              initial(table.column[2]), initial(table.column[3])};
        language->natural_gender = language->natural_gender || pronoun.gender == 'n';
        bool object = pronoun.role == JA_PRONOUN_OBJECT;
        ja_map_put(object ? &language->objects : &language->pronouns,
                   ja_lower(&lazy.arena, table.column[0]), count, NULL);
        JA_PUSH(&lazy.arena, language->pronoun, count, capacity, pronoun);
    }
}

static void load_inflections(ja_language *language)
{
    size_t count = 0, capacity = 0;
    ja_map_init(&language->inflections, &lazy.arena);
    ja_table table = ja_language_table("language", language->code, "inflections");
    while (ja_table_next(&table)) {
        ja_inflection inflection = {table.column[1], table.column[2]};
        ja_map_put(&language->inflections, table.column[0], count, NULL);
        JA_PUSH(&lazy.arena, language->inflection, count, capacity, inflection);
    }
}

static void load_language(ja_slice code, ja_slice name)
{
    ja_language language = {.code = ja_copy(&lazy.arena, code.at, code.length),
                            .name = ja_copy(&lazy.arena, name.at, name.length),
                            .signs = &loaded.signs};
    load_set(&language.function_words, language.code, "function_words");
    load_set(&language.elisions, language.code, "elisions");
    load_set(&language.unsplit, language.code, "unsplit");
    load_set(&language.inversions, language.code, "inversions");
    load_set(&language.affixes, language.code, "affixes");
    load_set(&language.units, language.code, "units");
    load_set(&language.joined, language.code, "joined");
    load_set(&language.brackets, language.code, "brackets");
    load_set(&language.titles, language.code, "titles");
    load_separators(&language);
    load_abbreviations(&language);
    load_contractions(&language);
    load_fused(&language);
    load_readings(&language);
    load_pronouns(&language);
    load_inflections(&language);
    JA_PUSH(&lazy.arena, loaded.languages, loaded.count, loaded.capacity, language);
}

static void load_tables(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    load_signs();
    ja_table table;
    ja_table_init(&table, ja_embedded_file("language/languages.tsv"));
    while (ja_table_next(&table))
        load_language(table.column[0], table.column[1]);
}

const ja_language *ja_language_of(const char *code)
{
    for (size_t i = 0; code && i < jaccuse_language_count(); i++)
        if (strcmp(loaded.languages[i].code, code) == 0)
            return &loaded.languages[i];
    return NULL;
}

size_t jaccuse_language_count(void)
{
    return ja_lazy_load(&lazy, load_tables, NULL) ? loaded.count : 0;
}

const char *jaccuse_language_code(size_t index)
{
    return index < jaccuse_language_count() ? loaded.languages[index].code : NULL;
}

const char *jaccuse_language_name(size_t index)
{
    return index < jaccuse_language_count() ? loaded.languages[index].name : NULL;
}

static void inflect_by_class(ja_slice lemma, const ja_inflection *class, ja_arena *arena,
                             void (*take)(void *context, ja_slice form), void *context)
{
    ja_slice rest = class->endings, ending;
    if (!ja_ends_with(lemma, class->strip))
        return;
    size_t stem = lemma.length - class->strip.length;
    while (ja_next_field(&rest, ',', &ending)) {
        ending = ja_trim(ending);
        if (ja_equal(ending, JA_SLICE("0")))
            ending.length = 0;
        char *form = ja_alloc(arena, stem + ending.length + 1, 1);
        memcpy(form, lemma.at, stem);
        memcpy(form + stem, ending.at, ending.length);
        take(context, (ja_slice){form, stem + ending.length});
    }
}

void ja_inflect(const ja_language *language, ja_slice lemma, ja_slice inflection, ja_arena *arena,
                void (*take)(void *context, ja_slice form), void *context)
{
    take(context, lemma);
    const size_t *class = ja_map_get(&language->inflections, inflection);
    if (class) {
        inflect_by_class(lemma, &language->inflection[*class], arena, take, context);
        return;
    }
    ja_slice form;
    while (ja_next_field(&inflection, ',', &form))
        if (ja_trim(form).length)
            take(context, ja_trim(form));
}
