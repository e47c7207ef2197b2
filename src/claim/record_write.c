/* The record as one line of JSON: fields in the order of the README, always the same bytes. */
#include <string.h>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "claim/record.h"

/* {"text": …, "at": […]}, or null. */
static void put_passage(ja_json_writer *json, const char *key, const char *text, jaccuse_span at)
{
    ja_json_key(json, key);
    if (!text) {
        ja_json_put_string(json, NULL);
        return;
    }
    ja_json_open(json, '{');
    ja_json_string_member(json, "text", text);
    ja_json_key(json, "at");
    ja_json_put_range(json, at.begin, at.end);
    ja_json_close(json, '}');
}

static void put_article(ja_json_writer *json, const jaccuse_record *record)
{
    ja_json_key(json, "article");
    ja_json_open(json, '{');
    ja_json_string_member(json, "id", record->article_id);
    ja_json_string_member(json, "lang", record->language);
    ja_json_string_member(json, "title", record->title);
    ja_json_string_member(json, "outlet", record->outlet);
    ja_json_string_member(json, "url", record->url);
    ja_json_string_member(json, "date", record->date);
    ja_json_string_member(json, "path", record->path);
    ja_json_string_member(json, "fingerprint", record->fingerprint);
    ja_json_close(json, '}');
}

static const char *actor_id(const jaccuse_record *record, size_t actor)
{
    return actor == JACCUSE_NONE ? NULL : record->actors[actor].id;
}

static void put_actor(ja_json_writer *json, const jaccuse_record *record,
                      const jaccuse_actor *actor)
{
    ja_json_open(json, '{');
    ja_json_string_member(json, "id", actor->id);
    ja_json_string_member(json, "name", actor->name);
    ja_json_key(json, "aliases");
    ja_json_open(json, '[');
    for (size_t i = 0; i < actor->alias_count; i++)
        ja_json_put_string(json, actor->aliases[i]);
    ja_json_close(json, ']');
    ja_json_string_member(json, "kind", jaccuse_kind_name(actor->kind));
    ja_json_string_member(json, "of", actor_id(record, actor->of));
    ja_json_key(json, "mentions");
    ja_json_open(json, '[');
    for (size_t i = 0; i < actor->mention_count; i++)
        ja_json_put_range(json, actor->mentions[i].begin, actor->mentions[i].end);
    ja_json_close(json, ']');
    ja_json_close(json, '}');
}

static void put_actor_refs(ja_json_writer *json, const char *key, const jaccuse_record *record,
                           jaccuse_refs refs)
{
    ja_json_key(json, key);
    ja_json_open(json, '[');
    for (size_t i = 0; i < refs.count; i++)
        ja_json_put_string(json, record->actors[refs.at[i]].id);
    ja_json_close(json, ']');
}

static void put_claim(ja_json_writer *json, const jaccuse_record *record,
                      const jaccuse_claim *claim)
{
    ja_json_open(json, '{');
    ja_json_string_member(json, "id", claim->id);
    ja_json_string_member(json, "act", jaccuse_act_name(claim->act));
    put_actor_refs(json, "by", record, claim->by);
    if (claim->act == JACCUSE_ACCUSE) {
        put_actor_refs(json, "against", record, claim->against);
        put_actor_refs(json, "via", record, claim->via);
    }
    if (claim->act == JACCUSE_DENY) {
        ja_json_key(json, "answers");
        ja_json_open(json, '[');
        for (size_t i = 0; i < claim->answers.count; i++)
            ja_json_put_string(json, record->claims[claim->answers.at[i]].id);
        ja_json_close(json, ']');
    }
    ja_json_key(json, "cue");
    ja_json_put_range(json, claim->cue.begin, claim->cue.end);
    put_passage(json, "charge", claim->charge, claim->charge_at);
    put_passage(json, "evidence", claim->evidence, claim->evidence_at);
    ja_json_string_member(json, "certainty", jaccuse_certainty_name(claim->certainty));
    ja_json_number_member(json, "confidence", claim->confidence);
    ja_json_close(json, '}');
}

static void put_triple(ja_json_writer *json, const jaccuse_record *record,
                       const jaccuse_triple *triple)
{
    ja_json_open(json, '{');
    ja_json_string_member(json, "accuser", actor_id(record, triple->accuser));
    ja_json_string_member(json, "accused", actor_id(record, triple->accused));
    ja_json_string_member(json, "denier", actor_id(record, triple->denier));
    ja_json_string_member(json, "accusation", record->claims[triple->accusation].id);
    ja_json_string_member(
        json, "denial", triple->denial == JACCUSE_NONE ? NULL : record->claims[triple->denial].id);
    ja_json_close(json, '}');
}

jaccuse_status jaccuse_record_print(char **out, size_t *length, const jaccuse_record *record,
                                    jaccuse_error *error)
{
    *out = NULL;
    *length = 0;
    ja_buffer buffer;
    ja_buffer_init(&buffer, JA_MAX_BUFFER);
    ja_json_writer json = {.out = &buffer};
    ja_json_open(&json, '{');
    ja_json_size_member(&json, "jaccuse", 1);
    put_article(&json, record);
    ja_json_key(&json, "actors");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < record->actor_count; i++)
        put_actor(&json, record, &record->actors[i]);
    ja_json_close(&json, ']');
    ja_json_key(&json, "claims");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < record->claim_count; i++)
        put_claim(&json, record, &record->claims[i]);
    ja_json_close(&json, ']');
    ja_json_key(&json, "triples");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < record->triple_count; i++)
        put_triple(&json, record, &record->triples[i]);
    ja_json_close(&json, ']');
    ja_json_close(&json, '}');
    ja_buffer_add(&buffer, "\n", 1);
    if (buffer.failed) {
        ja_buffer_clear(&buffer);
        return ja_fail_memory(error);
    }
    *out = buffer.at;
    *length = buffer.length;
    return JACCUSE_OK;
}
