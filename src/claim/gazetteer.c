#include "claim/gazetteer.h"

#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/unicode.h"
#include "claim/record.h"

#define LONGEST_NAME 12 /* tokens */

/* What a form of the table means; the key is the form's tokens, folded, joined by blanks. Two forms
 * of one entry may share a key ("NATO", "Nato"; "Suisse", "suisse"). */
typedef struct surface_form {
    size_t entry;
    ja_form form;
    bool acronym;      /* must be printed in capitals */
    bool capital;      /* must start with a capital */
    bool second;       /* its second word must: "Le Monde", not "Le monde" */
    bool also_demonym; /* without a capital it is an adjective of the place */
} surface_form;

static struct {
    ja_gazetteer_entry *entries;
    size_t count, capacity;
    surface_form *surfaces;
    size_t surface_count, surface_capacity;
    ja_map ids;      /* id -> entry */
    ja_map forms;    /* key -> surface */
    ja_map prefixes; /* every proper beginning of a key, so that a search knows when to stop */
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;

/* A form in lower case that is printed in capitals: at most 5 letters, no lower-case one. */
static bool is_acronym(ja_slice form)
{
    size_t letters = 0;
    for (size_t at = 0, length; at < form.length; at += length) {
        uint32_t character = ja_decode(form, at, &length);
        if (ja_is_letter(character) && !ja_is_upper(character))
            return false;
        letters += ja_is_letter(character);
    }
    return letters >= 1 && letters <= 5;
}

/* Appends folded text to a key: letters and digits, words closed by one blank. Full stops go, so
 * that U.S. and US are one; other marks part words. False: the key is longer than `room`. */
static bool extend_key(char *key, size_t *used, size_t room, ja_slice folded)
{
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        bool kept = ja_is_letter(character) || ja_is_digit(character) || character == '&';
        if (*used + length + 1 > room)
            return false;
        if (kept) {
            memcpy(key + *used, folded.at + at, length);
            *used += length;
        } else if (*used > 0 && key[*used - 1] != ' ' && character != '.') {
            key[(*used)++] = ' ';
        }
    }
    if (*used > 0 && key[*used - 1] != ' ')
        key[(*used)++] = ' ';
    return true;
}

ja_slice ja_gazetteer_key(char *bytes, ja_slice folded)
{
    size_t used = 0;
    return extend_key(bytes, &used, JA_LONGEST_KEY, folded) ? (ja_slice){bytes, used}
                                                            : JA_SLICE("");
}

/* An article or the like opens the form, and a word with a capital follows. */
static bool needs_second_capital(ja_slice text)
{
    ja_slice rest = text, first;
    size_t length;
    ja_next_field(&rest, ' ', &first);
    return first.length <= 3 && rest.length > 0 && ja_is_upper(ja_decode(rest, 0, &length));
}

/* The same form once more: what one of the two allows is allowed. */
static void merge_surface(surface_form *known, const surface_form *other)
{
    if (known->entry != other->entry)
        return;
    if (other->form == JA_FORM_DEMONYM && known->form != JA_FORM_DEMONYM && !other->capital) {
        known->also_demonym = true;
        return;
    }
    known->acronym = known->acronym && other->acronym;
    known->capital = known->capital && other->capital;
    known->second = known->second && other->second;
}

static void add_surface(size_t entry, ja_form form, ja_slice text)
{
    if (text.length == 0)
        return;
    char bytes[JA_LONGEST_KEY];
    ja_slice key = ja_gazetteer_key(bytes, ja_fold(&lazy.arena, text));
    if (key.length == 0)
        return;
    size_t length;
    surface_form surface = {.entry = entry,
                            .form = form,
                            .acronym = is_acronym(text),
                            .capital = ja_is_upper(ja_decode(text, 0, &length)),
                            .second = needs_second_capital(text)};
    bool added;
    size_t *index = ja_map_put(&loaded.forms, key, loaded.surface_count, &added);
    if (!added) {
        merge_surface(&loaded.surfaces[*index], &surface);
        return;
    }
    JA_PUSH(&lazy.arena, loaded.surfaces, loaded.surface_count, loaded.surface_capacity, surface);
    for (size_t i = 0; i + 1 < key.length; i++)
        if (key.at[i] == ' ')
            ja_map_put(&loaded.prefixes, (ja_slice){key.at, i + 1}, 0, NULL);
}

static void add_surfaces(size_t entry, ja_form form, ja_slice list)
{
    ja_slice text;
    while (ja_next_field(&list, '|', &text))
        add_surface(entry, form, ja_trim(text));
}

static const char *keep(ja_slice text)
{
    return text.length ? ja_copy(&lazy.arena, text.at, text.length) : NULL;
}

static void add_entry(const ja_table *row)
{
    ja_slice rest = row->column[6], adjective = JA_SLICE("");
    ja_next_field(&rest, '|', &adjective);
    ja_gazetteer_entry entry = {
        .id = keep(row->column[0]),
        .kind = ja_actor_kind_of(row->column[1]),
        .of = JA_NO_ENTRY,
        .names = {keep(row->column[3]), keep(row->column[4])},
        .adjective = keep(adjective),
    };
    if (!entry.id || !entry.names[0] || !entry.names[1] || entry.kind == JACCUSE_KIND_COUNT)
        return; /* faults are found by ja_gazetteer_check */
    ja_map_put(&loaded.ids, row->column[0], loaded.count, NULL);
    add_surface(loaded.count, JA_FORM_NAME, row->column[3]);
    add_surface(loaded.count, JA_FORM_NAME, row->column[4]);
    add_surfaces(loaded.count, JA_FORM_NAME, row->column[5]);
    add_surfaces(loaded.count, JA_FORM_DEMONYM, row->column[6]);
    add_surfaces(loaded.count, JA_FORM_SEAT, row->column[7]);
    JA_PUSH(&lazy.arena, loaded.entries, loaded.count, loaded.capacity, entry);
}

static void load_gazetteer(void *unused)
{
    (void)unused;
    memset(&loaded, 0, sizeof loaded);
    ja_map_init(&loaded.ids, &lazy.arena);
    ja_map_init(&loaded.forms, &lazy.arena);
    ja_map_init(&loaded.prefixes, &lazy.arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/gazetteer.tsv"));
    while (ja_table_next(&table))
        add_entry(&table);
    ja_table_init(&table, ja_embedded_file("claim/gazetteer.tsv"));
    while (ja_table_next(&table)) {
        const size_t *entry = ja_map_get(&loaded.ids, table.column[0]);
        const size_t *of = ja_map_get(&loaded.ids, table.column[2]);
        if (entry && of)
            loaded.entries[*entry].of = *of;
    }
}

size_t ja_gazetteer_count(void)
{
    return ja_lazy_load(&lazy, load_gazetteer, NULL) ? loaded.count : 0;
}

const ja_gazetteer_entry *ja_gazetteer_entry_at(size_t index)
{
    return index < ja_gazetteer_count() ? &loaded.entries[index] : NULL;
}

const char *jaccuse_actor_name(const char *id, const char *language)
{
    const ja_gazetteer_entry *entry = ja_gazetteer_entry_at(ja_gazetteer_by_id(ja_slice_of(id)));
    return entry ? ja_gazetteer_name(entry, language) : NULL;
}

const char *ja_gazetteer_name(const ja_gazetteer_entry *entry, const char *code)
{
    for (size_t i = 0; i < JA_GAZETTEER_LANGUAGES && jaccuse_language_code(i); i++)
        if (strcmp(jaccuse_language_code(i), code) == 0)
            return entry->names[i];
    return entry->names[0];
}

size_t ja_gazetteer_by_id(ja_slice id)
{
    const size_t *entry = ja_gazetteer_count() ? ja_map_get(&loaded.ids, id) : NULL;
    return entry ? *entry : JA_NO_ENTRY;
}

/* Whether the form may be printed as it stands here; *form tells as what. */
static bool is_printed_so(const surface_form *surface, const ja_token *first, size_t count,
                          ja_form *form)
{
    *form = surface->form;
    if (surface->also_demonym && !first->capital) {
        *form = JA_FORM_DEMONYM;
        return true;
    }
    if (surface->acronym && count == 1)
        return first->all_capital || (first->capital && first->form.length == 1);
    if (surface->second && count > 1 && !first[1].capital)
        return false;
    return !surface->capital || first->capital || (surface->second && count > 1);
}

/* A mark that may stand in a name, right behind a word: "Farmers' Union", "Greens/EFA". */
static bool is_inner_mark(const ja_document *document, size_t first, size_t token)
{
    static const ja_slice marks[] = {JA_SLICE("'"), JA_SLICE("/"), JA_SLICE("+"), JA_SLICE("!")};
    if (token == first || document->tokens[token - 1].space_after)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ja_equal(document->tokens[token].lower, marks[i]))
            return true;
    return false;
}

/* The longest form that starts with `article` (empty: none), which the text has swallowed, and goes
 * on at the token. */
static size_t match_behind(const ja_document *document, ja_slice article, size_t token,
                           size_t limit, size_t *count, ja_form *form)
{
    char key[JA_LONGEST_KEY];
    size_t used = 0, best = JA_NO_ENTRY;
    if (!extend_key(key, &used, sizeof key, article))
        return best;
    for (size_t i = token; i < limit && i - token < LONGEST_NAME; i++) {
        size_t before = used;
        ja_form found;
        if (!extend_key(key, &used, sizeof key, document->tokens[i].folded))
            break;
        if (used == before && !is_inner_mark(document, token, i))
            break;
        if (used == before)
            continue;
        const size_t *index = ja_map_get(&loaded.forms, (ja_slice){key, used});
        const surface_form *surface = index ? &loaded.surfaces[*index] : NULL;
        bool printed =
            surface && (article.length ? surface->second && document->tokens[token].capital
                                       : is_printed_so(surface, &document->tokens[token],
                                                       i + 1 - token, &found));
        if (printed) {
            best = surface->entry;
            *form = article.length ? surface->form : found;
            *count = i + 1 - token;
        }
        if (!ja_map_get(&loaded.prefixes, (ja_slice){key, used}))
            break;
    }
    return best;
}

/* The article that the token before has swallowed: "le" of "du"; empty: none. */
static ja_slice swallowed_article(const ja_document *document, size_t token)
{
    const ja_language *language = document->language;
    const size_t *fused =
        token ? ja_map_get(&language->fused, document->tokens[token - 1].lower) : NULL;
    ja_slice rest = fused ? language->fused_parts[*fused] : JA_SLICE(""), part;
    if (!ja_next_field(&rest, ' ', &part))
        return JA_SLICE("");
    return rest;
}

size_t ja_gazetteer_match(const ja_document *document, size_t token, size_t limit, size_t *count,
                          ja_form *form)
{
    if (ja_gazetteer_count() == 0)
        return JA_NO_ENTRY;
    size_t entry = match_behind(document, JA_SLICE(""), token, limit, count, form);
    if (entry != JA_NO_ENTRY || !document->tokens[token].capital)
        return entry;
    ja_slice article = swallowed_article(document, token);
    return article.length ? match_behind(document, article, token, limit, count, form) : entry;
}

static const char *fault_of(const ja_table *row)
{
    const size_t *own = ja_map_get(&loaded.ids, row->column[0]);
    if (row->count != 8)
        return "not 8 columns";
    if (ja_actor_kind_of(row->column[1]) == JACCUSE_KIND_COUNT)
        return "unknown kind";
    if (row->column[2].length && !ja_map_get(&loaded.ids, row->column[2]))
        return "unknown parent";
    if (!own || !ja_equal(ja_slice_of(loaded.entries[*own].names[0]), row->column[3]))
        return "id is used twice";
    return NULL;
}

const char *ja_gazetteer_check(ja_arena *arena)
{
    if (ja_gazetteer_count() == 0)
        return "gazetteer.tsv: empty";
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/gazetteer.tsv"));
    while (ja_table_next(&table)) {
        const char *fault = fault_of(&table);
        if (fault)
            return ja_format(arena, "gazetteer.tsv:%zu: %s", table.line, fault);
    }
    return NULL;
}
