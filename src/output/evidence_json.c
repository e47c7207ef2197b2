#include "output/evidence_json.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"

void ja_put_clean(ja_json_writer *json, ja_arena *arena, const char *key, const char *value)
{
    ja_json_string_member(json, key, ja_clean_string(arena, value));
}

static void put_span(ja_json_writer *json, const char *key, jaccuse_span span)
{
    ja_json_key(json, key);
    ja_json_put_range(json, span.begin, span.end);
}

void ja_put_evidence(ja_json_writer *json, ja_arena *arena, const jaccuse_evidence *evidence)
{
    ja_put_clean(json, arena, "article", evidence->article_id);
    ja_put_clean(json, arena, "title", evidence->title);
    ja_put_clean(json, arena, "outlet", evidence->outlet);
    ja_put_clean(json, arena, "url", evidence->url);
    ja_put_clean(json, arena, "date", evidence->date);
    ja_put_clean(json, arena, "path", evidence->path);
    ja_put_clean(json, arena, "lang", evidence->language);
    ja_put_clean(json, arena, "claim", evidence->claim_id);
    ja_put_clean(json, arena, "quote", evidence->quote);
    put_span(json, "cue", evidence->cue);
    ja_put_clean(json, arena, "charge", evidence->charge);
    ja_put_clean(json, arena, "certainty", jaccuse_certainty_name(evidence->certainty));
    ja_json_number_member(json, "confidence", evidence->confidence);
    ja_json_bool_member(json, "answered", evidence->answered);
    ja_json_size_member(json, "story", evidence->story);
}

static void put_counterclaim(ja_json_writer *json, ja_arena *arena,
                             const jaccuse_counterclaim *claim)
{
    ja_json_open(json, '{');
    ja_put_clean(json, arena, "claim", claim->claim_id);
    ja_put_clean(json, arena, "by", claim->by_id);
    ja_put_clean(json, arena, "by_label", claim->by_label);
    ja_put_clean(json, arena, "quote", claim->quote);
    put_span(json, "cue", claim->cue);
    ja_put_clean(json, arena, "charge", claim->charge);
    ja_json_number_member(json, "confidence", claim->confidence);
    ja_json_close(json, '}');
}

static void put_counterclaims(ja_json_writer *json, ja_arena *arena, jaccuse_network *network,
                              const char *key, const jaccuse_evidence *evidence)
{
    jaccuse_counterclaim claim = {0};
    bool more;
    ja_json_key(json, key);
    ja_json_open(json, '[');
    for (size_t i = 0;
         (more = jaccuse_network_counterclaim(network, evidence, &claim)) && i < JA_MAX_ANSWERS;
         i++)
        put_counterclaim(json, arena, &claim);
    ja_json_close(json, ']');
    if (more)
        ja_json_bool_member(json, "more_answers", true);
}

void ja_put_one_evidence(ja_json_writer *json, ja_arena *arena, jaccuse_network *network,
                         jaccuse_relation relation, const jaccuse_evidence *evidence)
{
    const char *across = relation == JACCUSE_ACCUSES ? "answered_by" : "answers";
    ja_json_open(json, '{');
    ja_put_evidence(json, arena, evidence);
    put_counterclaims(json, arena, network, across, evidence);
    ja_json_close(json, '}');
}

void ja_put_evidence_list(ja_json_writer *json, ja_arena *arena, jaccuse_network *network,
                          const char *key, jaccuse_relation relation,
                          const jaccuse_evidence *evidence, size_t count)
{
    ja_json_key(json, key);
    ja_json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        ja_put_one_evidence(json, arena, network, relation, &evidence[i]);
    ja_json_close(json, ']');
}

void ja_put_actor(ja_json_writer *json, ja_arena *arena, const jaccuse_network *network,
                  const char *key, size_t node)
{
    const jaccuse_node *actor = jaccuse_network_node(network, node);
    if (key)
        ja_json_key(json, key);
    if (!actor) {
        ja_json_put_string(json, NULL);
        return;
    }
    ja_json_open(json, '{');
    ja_put_clean(json, arena, "id", actor->id);
    ja_put_clean(json, arena, "label", actor->label);
    ja_put_clean(json, arena, "kind", jaccuse_kind_name(actor->kind));
    ja_json_close(json, '}');
}

void ja_put_edge(ja_json_writer *json, ja_arena *arena, jaccuse_network *network, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(network, index);
    ja_json_open(json, '{');
    ja_put_actor(json, arena, network, "source", edge->source);
    ja_put_actor(json, arena, network, "target", edge->target);
    ja_put_clean(json, arena, "relation", jaccuse_relation_name(edge->relation));
    if (edge->relation == JACCUSE_ACCUSES)
        ja_json_size_member(json, "answered", edge->answered);
    else
        ja_put_actor(json, arena, network, "accused", edge->accused);
    ja_json_number_member(json, "weight", edge->weight);
    ja_json_size_member(json, "articles", edge->articles);
    ja_put_clean(json, arena, "first_date", edge->first_date);
    ja_put_clean(json, arena, "last_date", edge->last_date);
    ja_put_evidence_list(json, arena, network, "evidence", edge->relation, edge->evidence,
                         edge->evidence_count);
    ja_json_close(json, '}');
}

typedef struct ja_printing {
    ja_json_writer json;
    ja_arena arena;
    ja_json_maker *make;
    const void *context;
} ja_printing;

static void print(void *context)
{
    ja_printing *printing = context;
    printing->make(&printing->json, &printing->arena, printing->context);
}

jaccuse_status ja_print_json(char **out, size_t *length, ja_json_maker *make, const void *context,
                             jaccuse_error *error)
{
    ja_buffer text;
    ja_buffer_init(&text, JA_MAX_BUFFER);
    ja_printing printing = {.json = {.out = &text}, .make = make, .context = context};
    ja_arena_init(&printing.arena);
    bool done = ja_arena_run(&printing.arena, print, &printing);
    ja_arena_clear(&printing.arena);
    ja_buffer_add(&text, "\n", 1);
    if (!done || text.failed) {
        ja_buffer_clear(&text);
        *out = NULL;
        *length = 0;
        return ja_fail_memory(error);
    }
    *out = text.at;
    *length = text.length;
    return JACCUSE_OK;
}
