/* Records made by hand, and networks made of them. */
#ifndef TEST_RECORDS_H
#define TEST_RECORDS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "jaccuse/network.h"

/* One article being written. Fields of `record` may be set directly. */
typedef struct test_article {
    jaccuse_record record;
    jaccuse_actor actors[16];
    jaccuse_claim claims[16];
    size_t refs[256], ref_count;
    const char *aliases[16];
    size_t alias_count;
    char ids[16][8];
} test_article;

static inline void start(test_article *out, const char *id, const char *language, const char *date)
{
    memset(out, 0, sizeof *out);
    out->record.article_id = id;
    out->record.language = language;
    out->record.date = date;
    out->record.actors = out->actors;
    out->record.claims = out->claims;
}

static inline size_t actor(test_article *draft, const char *id, const char *name)
{
    size_t number = draft->record.actor_count++;
    draft->actors[number] =
        (jaccuse_actor){.id = id, .name = name, .kind = JACCUSE_STATE, .of = JACCUSE_NONE};
    return number;
}

/* One alias an actor. */
static inline void alias(test_article *draft, size_t actor, const char *name)
{
    draft->aliases[draft->alias_count] = name;
    draft->actors[actor].aliases = &draft->aliases[draft->alias_count++];
    draft->actors[actor].alias_count = 1;
}

/* Empty for JACCUSE_NONE. */
static inline jaccuse_refs one(test_article *draft, size_t number)
{
    draft->refs[draft->ref_count] = number;
    return (jaccuse_refs){&draft->refs[draft->ref_count++], number == JACCUSE_NONE ? 0 : 1};
}

/* One more in the list, which moves. */
static inline void more(test_article *draft, jaccuse_refs *refs, size_t number)
{
    size_t *moved = &draft->refs[draft->ref_count];
    memcpy(moved, refs->at, refs->count * sizeof *moved);
    moved[refs->count] = number;
    *refs = (jaccuse_refs){moved, refs->count + 1};
    draft->ref_count += refs->count;
}

static inline jaccuse_claim *claim(test_article *draft, jaccuse_act act, size_t by)
{
    size_t number = draft->record.claim_count++;
    jaccuse_claim *claim = &draft->claims[number];
    snprintf(draft->ids[number], sizeof draft->ids[number], "c%zu", number + 1);
    *claim = (jaccuse_claim){
        .id = draft->ids[number],
        .act = act,
        .cue = {12, 15},
        .evidence = "They did it.",
        .evidence_at = {10, 22},
        .certainty = JACCUSE_ASSERTED,
        .confidence = 0.5,
    };
    claim->by = one(draft, by);
    return claim;
}

static inline size_t accuse(test_article *draft, size_t by, size_t against)
{
    claim(draft, JACCUSE_ACCUSE, by)->against = one(draft, against);
    return draft->record.claim_count - 1;
}

static inline size_t deny(test_article *draft, size_t by, size_t answered)
{
    claim(draft, JACCUSE_DENY, by)->answers = one(draft, answered);
    return draft->record.claim_count - 1;
}

static inline jaccuse_network *network_with(const jaccuse_network_options *options)
{
    jaccuse_network *network;
    assert_int_equal(jaccuse_network_new(&network, options, NULL), JACCUSE_OK);
    return network;
}

static inline void add(jaccuse_network *network, const test_article *draft)
{
    assert_int_equal(jaccuse_network_add(network, &draft->record, NULL), JACCUSE_OK);
}

static inline void finish(jaccuse_network *network)
{
    assert_int_equal(jaccuse_network_finish(network, NULL), JACCUSE_OK);
}

/* `times` articles in which `by` accuses `against`; their ids are their names. */
static inline void quarrel(jaccuse_network *network, const char *by, const char *against,
                           unsigned times)
{
    for (unsigned i = 0; i < times; i++) {
        char id[64];
        snprintf(id, sizeof id, "%s-%s-%u", by, against, i);
        test_article article;
        start(&article, id, "en", "2021-01-01");
        size_t a = actor(&article, by, by), b = actor(&article, against, against);
        accuse(&article, a, b);
        add(network, &article);
    }
}

static inline size_t node_of(const jaccuse_network *network, const char *id)
{
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
        if (strcmp(jaccuse_network_node(network, i)->id, id) == 0)
            return i;
    return JACCUSE_NONE;
}

static inline const jaccuse_node *node(const jaccuse_network *network, const char *id)
{
    const jaccuse_node *found = jaccuse_network_node(network, node_of(network, id));
    if (!found)
        fail_msg("no node \"%s\"", id);
    return found;
}

/* NULL where there is none. */
static inline const jaccuse_edge *edge(const jaccuse_network *network, const char *source,
                                       jaccuse_relation relation, const char *target)
{
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        if (edge->source == node_of(network, source) && edge->target == node_of(network, target) &&
            edge->relation == relation)
            return edge;
    }
    return NULL;
}

#endif
