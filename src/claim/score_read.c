/* One article of gold or of an extractor's claims, read from its JSON. Gold has fewer fields than
 * a record, so only what is compared is looked at; the first fault refuses the article. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/unicode.h"
#include "claim/score.h"

typedef struct sheet_reader {
    ja_sheet *sheet;
    const ja_json *root;
    jaccuse_error *error;
    jaccuse_status status;
    ja_map actors, accusations; /* id -> index */
} sheet_reader;

#define REFUSE(reader, ...)                                                                        \
    ((reader)->status = ja_fail((reader)->error, JACCUSE_ERROR_FORMAT, "claims: " __VA_ARGS__))

static bool failed(const sheet_reader *reader)
{
    return reader->status != JACCUSE_OK;
}

/* A member that is there and not null must be of its type. */
static const ja_json *member(sheet_reader *reader, const ja_json *object, const char *key,
                             ja_json_type type)
{
    const ja_json *value = ja_json_member(object, key);
    ja_json_type found = ja_json_type_of(value);
    if (found != JA_JSON_NULL && found != type && !failed(reader))
        REFUSE(reader, "\"%s\" is of the wrong type", key);
    return value;
}

/* A string that may be printed, on one line; empty where there is none. */
static const char *text_of(sheet_reader *reader, const ja_json *value)
{
    const char *string = ja_json_string(value);
    char *copy = ja_copy_string(&reader->sheet->arena,
                                ja_clean_string(&reader->sheet->arena, string ? string : ""));
    for (char *c = copy; *c; c++)
        if (ja_is_blank_byte(*c))
            *c = ' ';
    return copy;
}

static const char *need_text(sheet_reader *reader, const ja_json *object, const char *key)
{
    const char *text = text_of(reader, member(reader, object, key, JA_JSON_STRING));
    if (!*text && !failed(reader))
        REFUSE(reader, "\"%s\" is missing or empty", key);
    return text;
}

/* ---- The article ---- */

static ja_slice without_ending(ja_slice name)
{
    static const char *const endings[] = {".txt", ".htm", ".html", ".xml", ".json", ".jsonl"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ja_ends_with(name, ja_slice_of(endings[i])))
            return (ja_slice){name.at, name.length - strlen(endings[i])};
    return name;
}

static void read_article(sheet_reader *reader)
{
    const ja_json *article = member(reader, reader->root, "article", JA_JSON_OBJECT);
    const char *id = need_text(reader, article, "id");
    const char *slash = strrchr(id, '/');
    ja_slice name = without_ending(ja_slice_of(slash ? slash + 1 : id));
    reader->sheet->article_id = ja_copy(&reader->sheet->arena, name.at, name.length);
    reader->sheet->language = text_of(reader, member(reader, article, "lang", JA_JSON_STRING));
}

/* ---- Actors ---- */

static void read_names(sheet_reader *reader, const ja_json *value, ja_score_actor *actor)
{
    ja_arena *arena = &reader->sheet->arena;
    const ja_json *aliases = member(reader, value, "aliases", JA_JSON_ARRAY);
    actor->names = JA_NEW_N(arena, ja_slice, ja_json_count(aliases) + 1);
    actor->names[actor->name_count++] = ja_score_fold(arena, ja_slice_of(actor->name));
    for (size_t i = 0; i < ja_json_count(aliases) && !failed(reader); i++) {
        const char *alias = ja_json_string(ja_json_element(aliases, i));
        if (!alias)
            REFUSE(reader, "an alias of \"%s\" is no string", actor->id);
        actor->names[actor->name_count++] = ja_score_fold(arena, ja_slice_of(alias));
    }
}

static void read_actors(sheet_reader *reader)
{
    ja_sheet *sheet = reader->sheet;
    const ja_json *values = member(reader, reader->root, "actors", JA_JSON_ARRAY);
    sheet->actor_count = ja_json_count(values);
    sheet->actors = JA_NEW_N(&sheet->arena, ja_score_actor, sheet->actor_count);
    for (size_t i = 0; i < sheet->actor_count && !failed(reader); i++) {
        const ja_json *value = ja_json_element(values, i);
        ja_score_actor *actor = &sheet->actors[i];
        bool added;
        actor->id = need_text(reader, value, "id");
        actor->name = need_text(reader, value, "name");
        read_names(reader, value, actor);
        ja_map_put(&reader->actors, ja_slice_of(actor->id), i, &added);
        if (!added && !failed(reader))
            REFUSE(reader, "two actors have the id \"%s\"", actor->id);
    }
}

/* Whom each actor speaks for; comes once all are known. */
static void read_parents(sheet_reader *reader)
{
    const ja_json *values = ja_json_member(reader->root, "actors");
    for (size_t i = 0; i < reader->sheet->actor_count && !failed(reader); i++) {
        const char *of =
            text_of(reader, member(reader, ja_json_element(values, i), "of", JA_JSON_STRING));
        const size_t *parent = ja_map_get(&reader->actors, ja_slice_of(of));
        reader->sheet->actors[i].of = parent ? *parent : JACCUSE_NONE;
    }
}

/* Follows each chain of `of` to its end. Where it runs in a circle, those in the circle are their
 * own principals, and it ends for others where they meet it. */
static void settle_principals(ja_sheet *sheet)
{
    ja_score_actor *actors = sheet->actors;
    size_t *walk = JA_NEW_N(&sheet->arena, size_t, sheet->actor_count); /* that came by last */
    for (size_t i = 0; i < sheet->actor_count; i++)
        actors[i].principal = JACCUSE_NONE;
    for (size_t i = 0; i < sheet->actor_count; i++) {
        size_t at = i;
        for (; actors[at].principal == JACCUSE_NONE && walk[at] != i + 1; at = actors[at].of) {
            walk[at] = i + 1;
            if (actors[at].of == JACCUSE_NONE)
                break;
        }
        for (size_t k = at; k != JACCUSE_NONE && actors[k].principal == JACCUSE_NONE;
             k = actors[k].of)
            actors[k].principal = k;
        for (size_t k = i; actors[k].principal == JACCUSE_NONE; k = actors[k].of)
            actors[k].principal = actors[at].principal;
    }
}

/* ---- Claims ---- */

/* Ids of `known` as indices; those it does not have are refused where they are `needed`. */
static jaccuse_refs read_refs(sheet_reader *reader, const ja_json *claim, const char *key,
                              const ja_map *known, bool needed)
{
    const ja_json *array = member(reader, claim, key, JA_JSON_ARRAY);
    size_t *refs = JA_NEW_N(&reader->sheet->arena, size_t, ja_json_count(array));
    size_t count = 0;
    for (size_t i = 0; i < ja_json_count(array) && !failed(reader); i++) {
        const char *id = text_of(reader, ja_json_element(array, i));
        const size_t *index = ja_map_get(known, ja_slice_of(id));
        if (index)
            refs[count++] = *index;
        else if (needed)
            REFUSE(reader, "\"%s\" names \"%s\", who is no actor", key, id);
    }
    return (jaccuse_refs){refs, count};
}

static void read_act(sheet_reader *reader, const ja_json *value, size_t index)
{
    ja_score_claim *claim = &reader->sheet->claims[index];
    const char *act = need_text(reader, value, "act");
    claim->act = jaccuse_act_from_name(act);
    if (claim->act == JACCUSE_ACT_COUNT && !failed(reader))
        REFUSE(reader, "\"%s\" is no act", act);
    ja_json_bool(member(reader, value, "optional", JA_JSON_BOOL), &claim->optional);
    if (claim->act != JACCUSE_ACCUSE)
        return;
    const char *id = need_text(reader, value, "id");
    bool added;
    ja_map_put(&reader->accusations, ja_slice_of(id), index, &added);
    if (!added && !failed(reader))
        REFUSE(reader, "two accusations have the id \"%s\"", id);
}

static void read_sides(sheet_reader *reader, const ja_json *value, ja_score_claim *claim)
{
    if (claim->act == JACCUSE_ACCUSE)
        claim->against = read_refs(reader, value, "against", &reader->actors, true);
    else if (claim->act == JACCUSE_DENY)
        claim->answers = read_refs(reader, value, "answers", &reader->accusations, false);
    claim->by = read_refs(reader, value, "by", &reader->actors, true);
}

static void read_claims(sheet_reader *reader)
{
    ja_sheet *sheet = reader->sheet;
    const ja_json *values = member(reader, reader->root, "claims", JA_JSON_ARRAY);
    sheet->claim_count = ja_json_count(values);
    sheet->claims = JA_NEW_N(&sheet->arena, ja_score_claim, sheet->claim_count);
    for (size_t i = 0; i < sheet->claim_count && !failed(reader); i++)
        read_act(reader, ja_json_element(values, i), i);
    for (size_t i = 0; i < sheet->claim_count && !failed(reader); i++)
        read_sides(reader, ja_json_element(values, i), &sheet->claims[i]);
}

/* How many triples the claims make, counted as often as they are told. */
static double count_triples(const ja_sheet *sheet)
{
    double count = 0;
    for (size_t i = 0; i < sheet->claim_count; i++) {
        const ja_score_claim *claim = &sheet->claims[i];
        count += ((double)claim->by.count + 1) * (double)claim->against.count;
        for (size_t k = 0; k < claim->answers.count; k++) {
            const ja_score_claim *target = &sheet->claims[claim->answers.at[k]];
            count += (double)claim->by.count * (double)target->against.count *
                     ((double)target->by.count + 1);
        }
    }
    return count;
}

static void read_sheet(void *context)
{
    sheet_reader *reader = context;
    ja_map_init(&reader->actors, &reader->sheet->arena);
    ja_map_init(&reader->accusations, &reader->sheet->arena);
    read_article(reader);
    read_actors(reader);
    read_parents(reader);
    if (!failed(reader))
        settle_principals(reader->sheet);
    read_claims(reader);
    if (!failed(reader) && count_triples(reader->sheet) > JA_MAX_LINKS)
        reader->status =
            ja_fail(reader->error, JACCUSE_ERROR_LIMIT, "the claims of %s join more than %d pairs",
                    reader->sheet->article_id, JA_MAX_LINKS);
}

jaccuse_status ja_sheet_parse(ja_sheet **out, ja_slice json, jaccuse_error *error)
{
    *out = NULL;
    ja_json *root;
    jaccuse_status status = ja_json_parse(&root, json, error);
    if (status != JACCUSE_OK)
        return status;
    sheet_reader reader = {.sheet = calloc(1, sizeof *reader.sheet), .root = root, .error = error};
    if (reader.sheet)
        ja_arena_init(&reader.sheet->arena);
    if (!reader.sheet || !ja_arena_run(&reader.sheet->arena, read_sheet, &reader))
        reader.status = ja_fail_memory(error);
    ja_json_free(root);
    if (reader.status == JACCUSE_OK)
        *out = reader.sheet;
    else
        ja_sheet_free(reader.sheet);
    return reader.status;
}

void ja_sheet_free(ja_sheet *sheet)
{
    if (!sheet)
        return;
    ja_arena_clear(&sheet->arena);
    free(sheet);
}
