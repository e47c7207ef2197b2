/* A record read back from its line. Nothing is believed: ids must resolve, words be known, spans be
 * in order; the first fault is told and the record refused. Triples are derived anew. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/unicode.h"
#include "claim/record.h"

typedef struct record_reader {
    ja_record *record;
    ja_slice json;
    const ja_json *root;
    jaccuse_error *error;
    jaccuse_status status;
    ja_map actors, claims; /* id -> index */
} record_reader;

#define REFUSE(reader, ...)                                                                        \
    ((reader)->status = ja_fail((reader)->error, JACCUSE_ERROR_FORMAT, "claims: " __VA_ARGS__))

static bool failed(const record_reader *reader)
{
    return reader->status != JACCUSE_OK;
}

/* A member that is there and not null must be of its type. */
static void expect(record_reader *reader, const ja_json *value, ja_json_type type, const char *key)
{
    ja_json_type found = ja_json_type_of(value);
    if (found != JA_JSON_NULL && found != type && !failed(reader))
        REFUSE(reader, "\"%s\" is of the wrong type", key);
}

static const char *copy_member(record_reader *reader, const ja_json *object, const char *key)
{
    expect(reader, ja_json_member(object, key), JA_JSON_STRING, key);
    return ja_keep_clean(&reader->record->arena, ja_json_member_string(object, key));
}

/* A name stands on one line. */
static const char *flat(record_reader *reader, const char *name)
{
    if (!strpbrk(name, "\n\r\t"))
        return name;
    char *copy = ja_copy_string(&reader->record->arena, name);
    for (char *c = copy; *c; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t')
            *c = ' ';
    return copy;
}

static const char *need_member(record_reader *reader, const ja_json *object, const char *key)
{
    const char *string = copy_member(reader, object, key);
    if ((!string || !*string) && !failed(reader))
        REFUSE(reader, "\"%s\" is missing or empty", key);
    return string ? string : "";
}

static jaccuse_span read_span(record_reader *reader, const ja_json *value)
{
    jaccuse_span span = {0, 0};
    bool whole = ja_json_count(value) == 2 &&
                 ja_json_size(ja_json_element(value, 0), &span.begin) &&
                 ja_json_size(ja_json_element(value, 1), &span.end) && span.begin <= span.end;
    if (value && !whole && !failed(reader))
        REFUSE(reader, "a span is not two offsets in order");
    return whole ? span : (jaccuse_span){0, 0};
}

static void read_article(record_reader *reader)
{
    jaccuse_record *record = &reader->record->public;
    const ja_json *article = ja_json_member(reader->root, "article");
    record->article_id = need_member(reader, article, "id");
    record->language = copy_member(reader, article, "lang");
    record->title = copy_member(reader, article, "title");
    record->outlet = copy_member(reader, article, "outlet");
    record->url = copy_member(reader, article, "url");
    record->date = copy_member(reader, article, "date");
    record->path = copy_member(reader, article, "path");
    record->fingerprint = copy_member(reader, article, "fingerprint");
}

/* Gives every element of the array `key` its index under its id. */
static size_t read_ids(record_reader *reader, const char *key, ja_map *ids)
{
    const ja_json *array = ja_json_member(reader->root, key);
    ja_map_init(ids, &reader->record->arena);
    if (ja_json_type_of(array) != JA_JSON_ARRAY && !failed(reader))
        REFUSE(reader, "\"%s\" is no array", key);
    size_t count = ja_json_count(array);
    for (size_t i = 0; i < count && !failed(reader); i++) {
        const char *id = need_member(reader, ja_json_element(array, i), "id");
        bool added;
        ja_map_put(ids, ja_slice_of(id), i, &added);
        if (!added && !failed(reader))
            REFUSE(reader, "id \"%s\" is used twice in \"%s\"", id, key);
    }
    return failed(reader) ? 0 : count;
}

static size_t resolve(record_reader *reader, const ja_map *ids, const char *id)
{
    id = ja_keep_clean(&reader->record->arena, id);
    const size_t *index = id ? ja_map_get(ids, ja_slice_of(id)) : NULL;
    if (id && !index && !failed(reader))
        REFUSE(reader, "id \"%s\" is not defined", id);
    return index ? *index : JACCUSE_NONE;
}

static jaccuse_refs read_refs(record_reader *reader, const ja_json *claim, const char *key,
                              const ja_map *ids)
{
    const ja_json *array = ja_json_member(claim, key);
    expect(reader, array, JA_JSON_ARRAY, key);
    size_t count = ja_json_count(array);
    size_t *refs = JA_NEW_N(&reader->record->arena, size_t, failed(reader) ? 0 : count);
    bool *seen = JA_NEW_N(&reader->record->arena, bool, ids->count);
    for (size_t i = 0; i < count && !failed(reader); i++) {
        const char *id = ja_json_string(ja_json_element(array, i));
        refs[i] = resolve(reader, ids, id ? id : "");
        if (!failed(reader) && seen[refs[i]])
            REFUSE(reader, "\"%s\" names \"%s\" twice", key, id);
        if (!failed(reader))
            seen[refs[i]] = true;
    }
    return (jaccuse_refs){refs, failed(reader) ? 0 : count};
}

static void read_names(record_reader *reader, const ja_json *value, jaccuse_actor *actor)
{
    const ja_json *aliases = ja_json_member(value, "aliases");
    size_t count = ja_json_count(aliases);
    actor->aliases = JA_NEW_N(&reader->record->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const char *alias = ja_json_string(ja_json_element(aliases, i));
        if (alias)
            actor->aliases[actor->alias_count++] =
                flat(reader, ja_keep_clean(&reader->record->arena, alias));
    }
}

static void read_actor(record_reader *reader, const ja_json *value, jaccuse_actor *actor)
{
    const char *kind = ja_json_member_string(value, "kind");
    actor->id = need_member(reader, value, "id");
    actor->name = flat(reader, need_member(reader, value, "name"));
    actor->kind = jaccuse_kind_from_name(kind);
    if (actor->kind == JACCUSE_KIND_COUNT && !failed(reader))
        REFUSE(reader, "actor \"%s\" has no known kind", actor->id);
    expect(reader, ja_json_member(value, "of"), JA_JSON_STRING, "of");
    expect(reader, ja_json_member(value, "aliases"), JA_JSON_ARRAY, "aliases");
    expect(reader, ja_json_member(value, "mentions"), JA_JSON_ARRAY, "mentions");
    actor->of = resolve(reader, &reader->actors, ja_json_member_string(value, "of"));
    read_names(reader, value, actor);
    const ja_json *mentions = ja_json_member(value, "mentions");
    jaccuse_span *spans = JA_NEW_N(&reader->record->arena, jaccuse_span, ja_json_count(mentions));
    for (size_t i = 0; i < ja_json_count(mentions); i++)
        spans[i] = read_span(reader, ja_json_element(mentions, i));
    actor->mentions = spans;
    actor->mention_count = ja_json_count(mentions);
}

static const char *read_passage(record_reader *reader, const ja_json *claim, const char *key,
                                jaccuse_span *at)
{
    const ja_json *passage = ja_json_member(claim, key);
    expect(reader, passage, JA_JSON_OBJECT, key);
    *at = read_span(reader, ja_json_member(passage, "at"));
    return copy_member(reader, passage, "text");
}

static void read_claim(record_reader *reader, const ja_json *value, jaccuse_claim *claim)
{
    claim->id = need_member(reader, value, "id");
    claim->act = jaccuse_act_from_name(ja_json_member_string(value, "act"));
    if (claim->act == JACCUSE_ACT_COUNT && !failed(reader))
        REFUSE(reader, "claim \"%s\" has no known act", claim->id);
    claim->by = read_refs(reader, value, "by", &reader->actors);
    claim->against = read_refs(reader, value, "against", &reader->actors);
    claim->via = read_refs(reader, value, "via", &reader->actors);
    claim->answers = read_refs(reader, value, "answers", &reader->claims);
    if (claim->act == JACCUSE_ACCUSE && claim->against.count == 0 && !failed(reader))
        REFUSE(reader, "claim \"%s\" accuses nobody", claim->id);
    claim->cue = read_span(reader, ja_json_member(value, "cue"));
    claim->charge = read_passage(reader, value, "charge", &claim->charge_at);
    claim->evidence = read_passage(reader, value, "evidence", &claim->evidence_at);
    const char *certainty = copy_member(reader, value, "certainty");
    claim->certainty = certainty ? jaccuse_certainty_from_name(certainty) : JACCUSE_ASSERTED;
    if (claim->certainty == JACCUSE_CERTAINTY_COUNT && !failed(reader))
        REFUSE(reader, "claim \"%s\" has no known certainty", claim->id);
    expect(reader, ja_json_member(value, "confidence"), JA_JSON_NUMBER, "confidence");
    claim->confidence = 1.0;
    ja_json_number(ja_json_member(value, "confidence"), &claim->confidence);
    if (!(claim->confidence >= 0.0 && claim->confidence <= 1.0) && !failed(reader))
        REFUSE(reader, "claim \"%s\" has a confidence outside of 0 to 1", claim->id);
}

static void check_answers(record_reader *reader)
{
    const jaccuse_record *record = &reader->record->public;
    for (size_t i = 0; i < record->claim_count && !failed(reader); i++)
        if (!ja_answers_rightly(record, &record->claims[i]))
            REFUSE(reader, "claim \"%s\" answers what is no accusation", record->claims[i].id);
}

static void read_record(void *context)
{
    record_reader *reader = context;
    jaccuse_record *record = &reader->record->public;
    size_t version = 0;
    reader->status =
        ja_json_parse_in(&reader->record->arena, &reader->root, reader->json, reader->error);
    if (failed(reader))
        return;
    if (!ja_json_size(ja_json_member(reader->root, "jaccuse"), &version) || version != 1)
        REFUSE(reader, "not a record of version 1");
    if (!failed(reader))
        read_article(reader);
    size_t actor_count = read_ids(reader, "actors", &reader->actors);
    size_t claim_count = read_ids(reader, "claims", &reader->claims);
    jaccuse_actor *actors = JA_NEW_N(&reader->record->arena, jaccuse_actor, actor_count);
    jaccuse_claim *claims = JA_NEW_N(&reader->record->arena, jaccuse_claim, claim_count);
    const ja_json *actor_values = ja_json_member(reader->root, "actors");
    const ja_json *claim_values = ja_json_member(reader->root, "claims");
    for (size_t i = 0; i < actor_count && !failed(reader); i++)
        read_actor(reader, ja_json_element(actor_values, i), &actors[i]);
    for (size_t i = 0; i < claim_count && !failed(reader); i++)
        read_claim(reader, ja_json_element(claim_values, i), &claims[i]);
    record->actors = actors;
    record->actor_count = actor_count;
    record->claims = claims;
    record->claim_count = claim_count;
    check_answers(reader);
    if (!failed(reader))
        ja_record_make_triples(reader->record);
}

jaccuse_status jaccuse_record_parse(jaccuse_record **out, const char *json, size_t length,
                                    jaccuse_error *error)
{
    *out = NULL;
    record_reader reader = {.record = ja_record_new(), .json = {json, length}, .error = error};
    if (!reader.record || !ja_arena_run(&reader.record->arena, read_record, &reader))
        reader.status = ja_fail_memory(error);
    if (reader.status == JACCUSE_OK)
        *out = &reader.record->public;
    else if (reader.record)
        jaccuse_record_free(&reader.record->public);
    return reader.status;
}
