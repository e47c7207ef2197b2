/* Packed records (base/pack.h). In their order:
 *
 *     format; the article's id, language, title, outlet, url, date, path, fingerprint
 *     how many actors; of each: id, name, kind, of + 1, aliases, mentions
 *     how many claims; of each: id, act, certainty, confidence,
 *                               by, against, via, answers, cue, charge and place, evidence and place
 *
 * Lists begin with their length, spans are their begin and their length. Triples are derived. */
#include "claim/record_pack.h"

#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/pack.h"
#include "base/unicode.h"
#include "claim/record.h"

enum {
    FORMAT = 1,
    LEAST_ACTOR = 8, /* bytes of the smallest there may be */
    LEAST_CLAIM = 24,
};

/* ---- Packing ---- */

static void put_span(ja_buffer *out, jaccuse_span span)
{
    ja_pack_number(out, span.begin);
    ja_pack_number(out, span.end - span.begin);
}

static void put_refs(ja_buffer *out, jaccuse_refs refs)
{
    ja_pack_number(out, refs.count);
    for (size_t i = 0; i < refs.count; i++)
        ja_pack_number(out, refs.at[i]);
}

static void put_actor(ja_buffer *out, const jaccuse_actor *actor)
{
    ja_pack_string(out, actor->id);
    ja_pack_string(out, actor->name);
    ja_pack_number(out, actor->kind);
    ja_pack_number(out, actor->of == JACCUSE_NONE ? 0 : actor->of + 1);
    ja_pack_number(out, actor->alias_count);
    for (size_t i = 0; i < actor->alias_count; i++)
        ja_pack_string(out, actor->aliases[i]);
    ja_pack_number(out, actor->mention_count);
    for (size_t i = 0; i < actor->mention_count; i++)
        put_span(out, actor->mentions[i]);
}

static void put_claim(ja_buffer *out, const jaccuse_claim *claim)
{
    ja_pack_string(out, claim->id);
    ja_pack_number(out, claim->act);
    ja_pack_number(out, claim->certainty);
    ja_pack_double(out, claim->confidence);
    put_refs(out, claim->by);
    put_refs(out, claim->against);
    put_refs(out, claim->via);
    put_refs(out, claim->answers);
    put_span(out, claim->cue);
    ja_pack_string(out, claim->charge);
    put_span(out, claim->charge_at);
    ja_pack_string(out, claim->evidence);
    put_span(out, claim->evidence_at);
}

void ja_record_pack(ja_buffer *out, const jaccuse_record *record)
{
    const char *const about[] = {record->article_id, record->language, record->title,
                                 record->outlet,     record->url,      record->date,
                                 record->path,       record->fingerprint};
    ja_pack_number(out, FORMAT);
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        ja_pack_string(out, about[i]);
    ja_pack_number(out, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++)
        put_actor(out, &record->actors[i]);
    ja_pack_number(out, record->claim_count);
    for (size_t i = 0; i < record->claim_count; i++)
        put_claim(out, &record->claims[i]);
}

/* ---- Unpacking ---- */

typedef struct unpacker {
    ja_record *record;
    ja_unpacker bytes;
} unpacker;

/* In place, unless it holds what no record may hold. */
static const char *get_string(unpacker *reader)
{
    return ja_keep_clean(&reader->record->arena, ja_unpack_string(&reader->bytes));
}

static const char *need_string(unpacker *reader)
{
    const char *string = get_string(reader);
    if (!string)
        ja_unpack_fault(&reader->bytes);
    return string ? string : "";
}

static jaccuse_span get_span(unpacker *reader)
{
    uint64_t begin = ja_unpack_number(&reader->bytes), length = ja_unpack_number(&reader->bytes);
    if (begin > SIZE_MAX / 2 || length > SIZE_MAX / 2)
        ja_unpack_fault(&reader->bytes);
    return reader->bytes.damaged ? (jaccuse_span){0, 0}
                                 : (jaccuse_span){(size_t)begin, (size_t)(begin + length)};
}

static jaccuse_refs get_refs(unpacker *reader, size_t limit)
{
    size_t count = ja_unpack_count(&reader->bytes, 1);
    size_t *at = JA_NEW_N(&reader->record->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        at[i] = ja_unpack_below(&reader->bytes, limit);
    return (jaccuse_refs){at, reader->bytes.damaged ? 0 : count};
}

/* From 0 to 1. */
static double get_share(unpacker *reader)
{
    double number = ja_unpack_double(&reader->bytes);
    return number >= 0 && number <= 1 ? number : (double)ja_unpack_fault(&reader->bytes);
}

static jaccuse_actor get_actor(unpacker *reader, size_t actor_count)
{
    ja_arena *arena = &reader->record->arena;
    jaccuse_actor actor = {.id = need_string(reader)};
    actor.name = need_string(reader);
    actor.kind = (jaccuse_kind)ja_unpack_below(&reader->bytes, JACCUSE_KIND_COUNT);
    size_t of = ja_unpack_below(&reader->bytes, actor_count + 1);
    actor.of = of == 0 ? JACCUSE_NONE : of - 1;
    actor.alias_count = ja_unpack_count(&reader->bytes, 2);
    actor.aliases = JA_NEW_N(arena, const char *, actor.alias_count);
    for (size_t i = 0; i < actor.alias_count; i++)
        actor.aliases[i] = need_string(reader);
    actor.mention_count = ja_unpack_count(&reader->bytes, 2);
    jaccuse_span *mentions = JA_NEW_N(arena, jaccuse_span, actor.mention_count);
    for (size_t i = 0; i < actor.mention_count; i++)
        mentions[i] = get_span(reader);
    actor.mentions = mentions;
    return actor;
}

static jaccuse_claim get_claim(unpacker *reader, size_t actor_count, size_t claim_count)
{
    jaccuse_claim claim = {.id = need_string(reader)};
    claim.act = (jaccuse_act)ja_unpack_below(&reader->bytes, JACCUSE_ACT_COUNT);
    claim.certainty = (jaccuse_certainty)ja_unpack_below(&reader->bytes, JACCUSE_CERTAINTY_COUNT);
    claim.confidence = get_share(reader);
    claim.by = get_refs(reader, actor_count);
    claim.against = get_refs(reader, actor_count);
    claim.via = get_refs(reader, actor_count);
    claim.answers = get_refs(reader, claim_count);
    claim.cue = get_span(reader);
    claim.charge = get_string(reader);
    claim.charge_at = get_span(reader);
    claim.evidence = get_string(reader);
    claim.evidence_at = get_span(reader);
    return claim;
}

static void get_article(unpacker *reader, jaccuse_record *record)
{
    record->article_id = need_string(reader);
    record->language = get_string(reader);
    record->title = get_string(reader);
    record->outlet = get_string(reader);
    record->url = get_string(reader);
    record->date = get_string(reader);
    record->path = get_string(reader);
    record->fingerprint = get_string(reader);
}

/* An accusation accuses somebody, and answers are right. */
static bool is_sound(const jaccuse_record *record)
{
    for (size_t i = 0; i < record->claim_count; i++) {
        const jaccuse_claim *claim = &record->claims[i];
        if ((claim->act == JACCUSE_ACCUSE && claim->against.count == 0) ||
            !ja_answers_rightly(record, claim))
            return false;
    }
    return true;
}

static void get_record(void *context)
{
    unpacker *reader = context;
    jaccuse_record *record = &reader->record->public;
    ja_arena *arena = &reader->record->arena;
    size_t length = (size_t)(reader->bytes.end - reader->bytes.at);
    reader->bytes.at = ja_copy(arena, reader->bytes.at, length);
    reader->bytes.end = reader->bytes.at + length;
    if (ja_unpack_number(&reader->bytes) != FORMAT)
        ja_unpack_fault(&reader->bytes);
    get_article(reader, record);
    record->actor_count = ja_unpack_count(&reader->bytes, LEAST_ACTOR);
    jaccuse_actor *actors = JA_NEW_N(arena, jaccuse_actor, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++)
        actors[i] = get_actor(reader, record->actor_count);
    record->actors = actors;
    record->claim_count = ja_unpack_count(&reader->bytes, LEAST_CLAIM);
    jaccuse_claim *claims = JA_NEW_N(arena, jaccuse_claim, record->claim_count);
    for (size_t i = 0; i < record->claim_count; i++)
        claims[i] = get_claim(reader, record->actor_count, record->claim_count);
    record->claims = claims;
    if (reader->bytes.at != reader->bytes.end)
        ja_unpack_fault(&reader->bytes);
    if (!reader->bytes.damaged && !is_sound(record))
        ja_unpack_fault(&reader->bytes);
    if (!reader->bytes.damaged)
        ja_record_make_triples(reader->record);
}

jaccuse_status ja_record_unpack(jaccuse_record **out, ja_slice packed, jaccuse_error *error)
{
    *out = NULL;
    unpacker reader = {ja_record_new(), {packed.at, packed.at + packed.length, false}};
    jaccuse_status status = JACCUSE_OK;
    if (!reader.record || !ja_arena_run(&reader.record->arena, get_record, &reader))
        status = ja_fail_memory(error);
    else if (reader.bytes.damaged)
        status = ja_fail(error, JACCUSE_ERROR_FORMAT, "a packed record is damaged");
    if (status == JACCUSE_OK)
        *out = &reader.record->public;
    else if (reader.record)
        jaccuse_record_free(&reader.record->public);
    return status;
}
