#include "claim/roles.h"

#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/unicode.h"
#include "claim/noun_words.h"
#include "claim/record.h"

#define LONGEST_PHRASE 256 /* bytes */

typedef struct role_table {
    const char *code;
    ja_role_noun *nouns;
    size_t count, capacity;
    ja_map singular, plural; /* phrase -> noun; words are joined by one blank */
    ja_map beginnings;       /* proper beginnings of phrases, closed by a blank */
} role_table;

static struct {
    role_table *tables;
    size_t count, capacity;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

static const char *const relation_names[JA_ROLE_RELATION_COUNT] = {"speaks", "holds", "body",
                                                                   "rules",  "alone", "document"};

static void put_phrase(role_table *table, ja_map *map, ja_slice phrase, size_t noun)
{
    ja_map_put(map, phrase, noun, NULL);
    for (size_t i = 0; i + 1 < phrase.length; i++)
        if (phrase.at[i] == ' ')
            ja_map_put(&table->beginnings, (ja_slice){phrase.at, i + 1}, 0, NULL);
}

/* A phrase, and as "Etat", "Eglise" are printed, whose capital goes without its accent. */
static void add_phrase(role_table *table, ja_map *map, ja_slice phrase, size_t noun)
{
    size_t letter;
    if (phrase.length == 0)
        return;
    put_phrase(table, map, phrase, noun);
    (void)ja_decode(phrase, 0, &letter);
    if (letter == 1)
        return;
    ja_slice first = ja_fold_plain(&lazy.arena, (ja_slice){phrase.at, letter});
    const char *plain = ja_format(&lazy.arena, "%.*s%.*s", (int)first.length, first.at,
                                  (int)(phrase.length - letter), phrase.at + letter);
    put_phrase(table, map, ja_slice_of(plain), noun);
}

static bool parse_role(const ja_table *row, ja_role_noun *noun)
{
    *noun = (ja_role_noun){.phrase = row->column[0],
                           .kind = ja_actor_kind_of(row->column[1]),
                           .relation = (ja_role_relation)ja_index_of(
                               relation_names, JA_ROLE_RELATION_COUNT, row->column[2])};
    noun->always_plural = noun->kind == JACCUSE_GROUP && ja_equal(row->column[0], row->column[3]);
    return noun->phrase.length > 0 && noun->kind < JACCUSE_KIND_COUNT &&
           noun->relation < JA_ROLE_RELATION_COUNT;
}

static void load_table(const char *code)
{
    role_table table = {.code = code};
    ja_map_init(&table.singular, &lazy.arena);
    ja_map_init(&table.plural, &lazy.arena);
    ja_map_init(&table.beginnings, &lazy.arena);
    ja_table rows = ja_language_table("claim", code, "roles");
    while (ja_table_next(&rows)) {
        ja_role_noun noun;
        if (!parse_role(&rows, &noun))
            continue; /* faults are found by ja_roles_check */
        add_phrase(&table, &table.singular, noun.phrase, table.count);
        add_phrase(&table, &table.plural, rows.column[3], table.count);
        JA_PUSH(&lazy.arena, table.nouns, table.count, table.capacity, noun);
    }
    JA_PUSH(&lazy.arena, loaded.tables, loaded.count, loaded.capacity, table);
}

/* Columns of bodies.tsv behind the key are the languages, in the order of languages.tsv. */
static void mark_bodies(role_table *table, size_t language)
{
    ja_table rows;
    ja_table_init(&rows, ja_embedded_file("claim/bodies.tsv"));
    while (language + 1 < JA_TABLE_COLUMNS && ja_table_next(&rows)) {
        ja_slice rest = rows.column[language + 1], phrase;
        while (ja_next_field(&rest, '|', &phrase)) {
            const size_t *noun = ja_map_get(&table->singular, phrase);
            if (noun)
                table->nouns[*noun].body = rows.column[0];
        }
    }
}

static void load_tables(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    for (size_t i = 0; i < jaccuse_language_count(); i++) {
        load_table(jaccuse_language_code(i));
        mark_bodies(&loaded.tables[i], i);
    }
}

bool ja_roles_load(void)
{
    return ja_lazy_load(&lazy, load_tables, NULL) && ja_noun_words_load();
}

static const role_table *table_of(const char *code)
{
    for (size_t i = 0; ja_roles_load() && i < loaded.count; i++)
        if (strcmp(loaded.tables[i].code, code) == 0)
            return &loaded.tables[i];
    return NULL;
}

/* "ex-president" is found as "president". */
static ja_slice held_once(ja_slice word)
{
    const ja_slice ex = JA_SLICE("ex-");
    if (!ja_starts_with(word, ex) || word.length == ex.length)
        return word;
    return (ja_slice){word.at + ex.length, word.length - ex.length};
}

bool ja_role_at(const ja_document *document, size_t token, size_t limit,
                bool (*may_skip)(const ja_document *document, size_t token), ja_role_match *match)
{
    const role_table *table = table_of(document->language->code);
    char phrase[LONGEST_PHRASE];
    size_t used = 0, skipped = 0;
    bool found = false;
    for (size_t i = token; table && i < limit; i++) {
        ja_slice word =
            i == token ? held_once(document->tokens[i].lower) : document->tokens[i].lower;
        if (i > token && !skipped && may_skip(document, i)) {
            skipped = i;
            continue;
        }
        if (used + word.length + 1 > sizeof phrase)
            break;
        memcpy(phrase + used, word.at, word.length);
        used += word.length;
        const size_t *one = ja_map_get(&table->singular, (ja_slice){phrase, used});
        const size_t *many = one ? NULL : ja_map_get(&table->plural, (ja_slice){phrase, used});
        if (one || many) {
            const ja_role_noun *noun = &table->nouns[one ? *one : *many];
            *match = (ja_role_match){noun, i + 1 - token, !one || noun->always_plural, skipped};
            found = true;
        }
        phrase[used++] = ' ';
        if (!ja_map_get(&table->beginnings, (ja_slice){phrase, used}))
            break;
    }
    return found;
}

const char *ja_roles_check(ja_arena *arena, const char *code)
{
    ja_table rows = ja_language_table("claim", code, "roles");
    size_t count = 0;
    for (; ja_table_next(&rows); count++) {
        ja_role_noun noun;
        if (!parse_role(&rows, &noun))
            return ja_format(arena, "claim/%s/roles.tsv:%zu: %.*s", code, rows.line,
                             (int)rows.column[0].length, rows.column[0].at);
    }
    return count ? NULL : ja_format(arena, "claim/%s/roles.tsv: empty", code);
}
