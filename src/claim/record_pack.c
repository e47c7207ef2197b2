/* Packed records. Numbers are written seven bits a byte, the lowest first, the eighth bit set where
 * more follow (LEB128); a string is its length and 1, the bytes, and a NUL; 0 stands for NULL.
 * In their order:
 *
 *     format; the article's id, language, title, outlet, url, date, path, fingerprint
 *     how many actors; of each: id, name, kind, of + 1, aliases, mentions
 *     how many claims; of each: id, act, certainty, confidence (8 bytes, the lowest first),
 *                               by, against, via, answers, cue, charge and place, evidence and place
 *
 * Lists begin with their length, spans are their begin and their length. Triples are derived. */
#include "claim/record_pack.h"

#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "claim/record.h"

enum {
    FORMAT = 1,
    LEAST_ACTOR = 8, /* bytes of the smallest there may be */
    LEAST_CLAIM = 24,
};

/* ---- Packing ---- */

static void put_number(ja_buffer *out, uint64_t number)
{
    unsigned char bytes[10];
    size_t count = 0;
    for (; number >= 0x80; number >>= 7)
        bytes[count++] = (unsigned char)(number | 0x80);
    bytes[count++] = (unsigned char)number;
    ja_buffer_add(out, bytes, count);
}

static void put_string(ja_buffer *out, const char *string)
{
    size_t length = string ? strlen(string) : 0;
    put_number(out, string ? length + 1 : 0);
    if (string)
        ja_buffer_add(out, string, length + 1);
}

static void put_span(ja_buffer *out, jaccuse_span span)
{
    put_number(out, span.begin);
    put_number(out, span.end - span.begin);
}

static void put_refs(ja_buffer *out, jaccuse_refs refs)
{
    put_number(out, refs.count);
    for (size_t i = 0; i < refs.count; i++)
        put_number(out, refs.at[i]);
}

static void put_double(ja_buffer *out, double number)
{
    uint64_t bits;
    unsigned char bytes[sizeof bits];
    memcpy(&bits, &number, sizeof bits);
    for (size_t i = 0; i < sizeof bits; i++)
        bytes[i] = (unsigned char)(bits >> 8 * i);
    ja_buffer_add(out, bytes, sizeof bytes);
}

static void put_actor(ja_buffer *out, const jaccuse_actor *actor)
{
    put_string(out, actor->id);
    put_string(out, actor->name);
    put_number(out, actor->kind);
    put_number(out, actor->of == JACCUSE_NONE ? 0 : actor->of + 1);
    put_number(out, actor->alias_count);
    for (size_t i = 0; i < actor->alias_count; i++)
        put_string(out, actor->aliases[i]);
    put_number(out, actor->mention_count);
    for (size_t i = 0; i < actor->mention_count; i++)
        put_span(out, actor->mentions[i]);
}

static void put_claim(ja_buffer *out, const jaccuse_claim *claim)
{
    put_string(out, claim->id);
    put_number(out, claim->act);
    put_number(out, claim->certainty);
    put_double(out, claim->confidence);
    put_refs(out, claim->by);
    put_refs(out, claim->against);
    put_refs(out, claim->via);
    put_refs(out, claim->answers);
    put_span(out, claim->cue);
    put_string(out, claim->charge);
    put_span(out, claim->charge_at);
    put_string(out, claim->evidence);
    put_span(out, claim->evidence_at);
}

void ja_record_pack(ja_buffer *out, const jaccuse_record *record)
{
    const char *const about[] = {record->article_id, record->language, record->title,
                                 record->outlet,     record->url,      record->date,
                                 record->path,       record->fingerprint};
    put_number(out, FORMAT);
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        put_string(out, about[i]);
    put_number(out, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++)
        put_actor(out, &record->actors[i]);
    put_number(out, record->claim_count);
    for (size_t i = 0; i < record->claim_count; i++)
        put_claim(out, &record->claims[i]);
}

/* ---- Unpacking ---- */

typedef struct unpacker {
    ja_record *record;
    const char *at, *end;
    bool damaged; /* what is read from then on is 0 and NULL */
} unpacker;

static size_t damage(unpacker *reader)
{
    reader->damaged = true;
    reader->at = reader->end;
    return 0;
}

static uint64_t get_number(unpacker *reader)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        uint64_t byte = (unsigned char)*reader->at++;
        number |= (byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
    return damage(reader);
}

/* A number that must be below `limit`. */
static size_t get_below(unpacker *reader, size_t limit)
{
    uint64_t number = get_number(reader);
    return number < limit ? (size_t)number : damage(reader);
}

/* How many things follow that take `least` bytes each: so no count asks for more memory than a dozen
 * times the bytes that are there. */
static size_t get_count(unpacker *reader, size_t least)
{
    return get_below(reader, (size_t)(reader->end - reader->at) / least + 1);
}

/* In place, unless it holds what no record may hold. */
static const char *get_string(unpacker *reader)
{
    size_t length = get_count(reader, 1);
    if (length == 0)
        return NULL;
    const char *string = reader->at;
    if ((size_t)(reader->end - string) < length || string[length - 1] != '\0' ||
        memchr(string, '\0', length) != string + length - 1) {
        damage(reader);
        return NULL;
    }
    reader->at += length;
    return ja_keep_clean(&reader->record->arena, string);
}

static const char *need_string(unpacker *reader)
{
    const char *string = get_string(reader);
    if (!string)
        damage(reader);
    return string ? string : "";
}

static jaccuse_span get_span(unpacker *reader)
{
    uint64_t begin = get_number(reader), length = get_number(reader);
    if (begin > SIZE_MAX / 2 || length > SIZE_MAX / 2)
        damage(reader);
    return reader->damaged ? (jaccuse_span){0, 0}
                           : (jaccuse_span){(size_t)begin, (size_t)(begin + length)};
}

static jaccuse_refs get_refs(unpacker *reader, size_t limit)
{
    size_t count = get_count(reader, 1);
    size_t *at = JA_NEW_N(&reader->record->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        at[i] = get_below(reader, limit);
    return (jaccuse_refs){at, reader->damaged ? 0 : count};
}

/* From 0 to 1. */
static double get_share(unpacker *reader)
{
    uint64_t bits = 0;
    double number;
    if (reader->end - reader->at < (ptrdiff_t)sizeof bits) {
        damage(reader);
        return 0;
    }
    for (size_t i = 0; i < sizeof bits; i++)
        bits |= (uint64_t)(unsigned char)*reader->at++ << 8 * i;
    memcpy(&number, &bits, sizeof number);
    if (!(number >= 0 && number <= 1))
        damage(reader);
    return reader->damaged ? 0 : number;
}

static jaccuse_actor get_actor(unpacker *reader, size_t actor_count)
{
    ja_arena *arena = &reader->record->arena;
    jaccuse_actor actor = {.id = need_string(reader), .name = need_string(reader)};
    actor.kind = (jaccuse_kind)get_below(reader, JACCUSE_KIND_COUNT);
    size_t of = get_below(reader, actor_count + 1);
    actor.of = of == 0 ? JACCUSE_NONE : of - 1;
    actor.alias_count = get_count(reader, 2);
    actor.aliases = JA_NEW_N(arena, const char *, actor.alias_count);
    for (size_t i = 0; i < actor.alias_count; i++)
        actor.aliases[i] = need_string(reader);
    actor.mention_count = get_count(reader, 2);
    jaccuse_span *mentions = JA_NEW_N(arena, jaccuse_span, actor.mention_count);
    for (size_t i = 0; i < actor.mention_count; i++)
        mentions[i] = get_span(reader);
    actor.mentions = mentions;
    return actor;
}

static jaccuse_claim get_claim(unpacker *reader, size_t actor_count, size_t claim_count)
{
    jaccuse_claim claim = {.id = need_string(reader)};
    claim.act = (jaccuse_act)get_below(reader, JACCUSE_ACT_COUNT);
    claim.certainty = (jaccuse_certainty)get_below(reader, JACCUSE_CERTAINTY_COUNT);
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
    size_t length = (size_t)(reader->end - reader->at);
    reader->at = ja_copy(arena, reader->at, length);
    reader->end = reader->at + length;
    if (get_number(reader) != FORMAT)
        damage(reader);
    get_article(reader, record);
    record->actor_count = get_count(reader, LEAST_ACTOR);
    jaccuse_actor *actors = JA_NEW_N(arena, jaccuse_actor, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++)
        actors[i] = get_actor(reader, record->actor_count);
    record->actors = actors;
    record->claim_count = get_count(reader, LEAST_CLAIM);
    jaccuse_claim *claims = JA_NEW_N(arena, jaccuse_claim, record->claim_count);
    for (size_t i = 0; i < record->claim_count; i++)
        claims[i] = get_claim(reader, record->actor_count, record->claim_count);
    record->claims = claims;
    if (reader->at != reader->end)
        damage(reader);
    if (!reader->damaged && !is_sound(record))
        damage(reader);
    if (!reader->damaged)
        ja_record_make_triples(reader->record);
}

jaccuse_status ja_record_unpack(jaccuse_record **out, ja_slice packed, jaccuse_error *error)
{
    *out = NULL;
    unpacker reader = {ja_record_new(), packed.at, packed.at + packed.length, false};
    jaccuse_status status = JACCUSE_OK;
    if (!reader.record || !ja_arena_run(&reader.record->arena, get_record, &reader))
        status = ja_fail_memory(error);
    else if (reader.damaged)
        status = ja_fail(error, JACCUSE_ERROR_FORMAT, "a packed record is damaged");
    if (status == JACCUSE_OK)
        *out = &reader.record->public;
    else if (reader.record)
        jaccuse_record_free(&reader.record->public);
    return status;
}
