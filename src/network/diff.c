/* What is new in one set of articles against another, and what is gone.
 *
 * Both go into one network, so that who is whom is settled once for both; then each node and edge
 * is looked at for the side that its claims come from. An actor is not new because he got another
 * label, nor an edge because a merge turned out otherwise. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "network/network.h"

/* Bits of the sides that something stands on. */
enum { OLD = 1 << JACCUSE_OLD, NEW = 1 << JACCUSE_NEW, BOTH = OLD | NEW };

struct jaccuse_diff {
    ja_arena arena;
    jaccuse_network *network;
    ja_map articles; /* by id and fingerprint: see value_of */
    bool broken;     /* memory ran out */
    jaccuse_change *changes;
    size_t change_count, change_capacity;
};

/* ---- adding ---- */

/* What an article is known by: an id, and the fingerprint of its text. */
static ja_slice article_key(ja_arena *arena, const char *id, const char *fingerprint)
{
    size_t length = strlen(id) + 1, more = fingerprint ? strlen(fingerprint) : 0;
    char *key = ja_alloc(arena, length + more, 1);
    memcpy(key, id, length);
    if (more)
        memcpy(key + length, fingerprint, more);
    return (ja_slice){key, length + more};
}

typedef struct ja_arrival {
    jaccuse_diff *diff;
    size_t side; /* one bit */
    jaccuse_record record;
    uint64_t content; /* a hash of what it says */
    bool known;       /* and need not be added */
} ja_arrival;

/* Two bits of the value are the sides, the rest tells the content. */
static size_t value_of(const ja_arrival *arrival)
{
    return (size_t)(arrival->content << 2) | arrival->side;
}

static bool says_the_same(size_t value, const ja_arrival *arrival)
{
    return value >> 2 == value_of(arrival) >> 2;
}

/* An article that stands on both sides is added once where it says the same on both. Where it does
 * not, it has been read anew or some of its claims were dropped: then it is added twice, the second
 * time as another version of itself, whose actors are known to be the same. */
static void receive(void *context)
{
    ja_arrival *arrival = context;
    ja_arena *arena = &arrival->diff->arena;
    jaccuse_record *record = &arrival->record;
    for (;;) {
        ja_slice key = article_key(arena, record->article_id, record->fingerprint);
        bool added;
        size_t *value = ja_map_put(&arrival->diff->articles, key, value_of(arrival), &added);
        arrival->known = !added && (says_the_same(*value, arrival) || (*value & arrival->side));
        if (!added && says_the_same(*value, arrival))
            *value |= arrival->side;
        if (added || arrival->known)
            return;
        record->fingerprint =
            ja_format(arena, "%s~", record->fingerprint ? record->fingerprint : "");
    }
}

/* Where an article was read from does not matter. */
static jaccuse_status hash_content(const jaccuse_record *record, uint64_t *out,
                                   jaccuse_error *error)
{
    char *text;
    size_t length;
    jaccuse_record placeless = *record;
    placeless.path = NULL;
    jaccuse_status status = jaccuse_record_print(&text, &length, &placeless, error);
    if (status == JACCUSE_OK) {
        *out = ja_hash_stable(0, (ja_slice){text, length});
        free(text);
    }
    return status;
}

jaccuse_status jaccuse_diff_add(jaccuse_diff *diff, jaccuse_side side, const jaccuse_record *record,
                                jaccuse_error *error)
{
    if (!record->article_id)
        return jaccuse_network_add(diff->network, record, error); /* which refuses it */
    ja_arrival arrival = {.diff = diff, .side = (size_t)1 << side, .record = *record};
    jaccuse_status status = hash_content(record, &arrival.content, error);
    if (status != JACCUSE_OK)
        return status;
    diff->broken = diff->broken || !ja_arena_run(&diff->arena, receive, &arrival);
    if (diff->broken)
        return ja_fail_memory(error);
    return arrival.known ? JACCUSE_OK : jaccuse_network_add(diff->network, &arrival.record, error);
}

/* ---- comparing ---- */

typedef struct ja_comparison {
    jaccuse_diff *diff;
    size_t *sides; /* by node: on which it is named */
} ja_comparison;

static size_t sides_of_article(jaccuse_diff *diff, const ja_article *article)
{
    const size_t *value =
        ja_map_get(&diff->articles, article_key(&diff->arena, article->id, article->fingerprint));
    return value ? *value & BOTH : BOTH;
}

static void mark(ja_comparison *comparison, jaccuse_refs actors, size_t sides)
{
    jaccuse_network *network = comparison->diff->network;
    for (size_t i = 0; i < actors.count; i++) {
        size_t node = network->actors[ja_standing(network, actors.at[i])].node;
        if (node != JACCUSE_NONE)
            comparison->sides[node] |= sides;
    }
}

static void find_sides(ja_comparison *comparison)
{
    jaccuse_network *network = comparison->diff->network;
    comparison->sides = JA_NEW_N(&comparison->diff->arena, size_t, network->node_count);
    for (size_t i = 0; i < network->article_count; i++) {
        ja_article *article = network->articles[i];
        article->sides = sides_of_article(comparison->diff, article);
        for (size_t j = 0; j < article->claim_count; j++) {
            if (!article->claims[j].kept)
                continue;
            mark(comparison, article->claims[j].by, article->sides);
            mark(comparison, article->claims[j].against, article->sides);
        }
    }
}

static size_t sides_of(const jaccuse_evidence *evidence)
{
    return evidence->source->article->sides;
}

static size_t sides_of_all(const jaccuse_evidence *evidence, size_t count, bool answered)
{
    size_t sides = 0;
    for (size_t i = 0; i < count; i++)
        if (!answered || evidence[i].answered)
            sides |= sides_of(&evidence[i]);
    return sides;
}

/* A change, with the evidence that tells it on its side. */
static void add_change(jaccuse_diff *diff, jaccuse_change change, const jaccuse_evidence *evidence,
                       size_t count)
{
    size_t side = change.gone ? OLD : NEW;
    const jaccuse_evidence **told = JA_NEW_N(&diff->arena, const jaccuse_evidence *, count);
    for (size_t i = 0; i < count; i++)
        if ((sides_of(&evidence[i]) & side) &&
            (change.kind != JACCUSE_CHANGE_ANSWERED || evidence[i].answered))
            told[change.evidence_count++] = &evidence[i];
    change.evidence = told;
    JA_PUSH(&diff->arena, diff->changes, diff->change_count, diff->change_capacity, change);
}

/* An edge, or what a node is accused of by nobody named, or what it denies so. */
static void compare(jaccuse_diff *diff, jaccuse_change change, const jaccuse_evidence *evidence,
                    size_t count)
{
    size_t sides = sides_of_all(evidence, count, false);
    if (sides == BOTH && change.kind == JACCUSE_CHANGE_ACCUSES) {
        change.kind = JACCUSE_CHANGE_ANSWERED;
        sides = sides_of_all(evidence, count, true);
    }
    change.gone = sides == OLD;
    if (sides == OLD || sides == NEW)
        add_change(diff, change, evidence, count);
}

static void compare_all(void *context)
{
    ja_comparison *comparison = context;
    jaccuse_diff *diff = comparison->diff;
    const jaccuse_network *network = diff->network;
    diff->change_count = 0;
    find_sides(comparison);
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        jaccuse_change change = {.kind = JACCUSE_CHANGE_ACTOR, .node = i, .edge = JACCUSE_NONE};
        change.gone = comparison->sides[i] == OLD;
        if (comparison->sides[i] != BOTH)
            add_change(diff, change, NULL, 0);
        change.kind = JACCUSE_CHANGE_ACCUSES;
        compare(diff, change, node->unattributed, node->unattributed_count);
        change.kind = JACCUSE_CHANGE_DENIES;
        compare(diff, change, node->bare_denials, node->bare_denial_count);
    }
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        jaccuse_change change = {.node = edge->target, .edge = i};
        change.kind =
            edge->relation == JACCUSE_ACCUSES ? JACCUSE_CHANGE_ACCUSES : JACCUSE_CHANGE_DENIES;
        compare(diff, change, edge->evidence, edge->evidence_count);
    }
}

jaccuse_status jaccuse_diff_compare(jaccuse_diff *diff, const jaccuse_change **out, size_t *count,
                                    jaccuse_error *error)
{
    ja_comparison comparison = {.diff = diff};
    *out = NULL;
    *count = 0;
    if (!diff->network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    diff->broken = diff->broken || !ja_arena_run(&diff->arena, compare_all, &comparison);
    if (diff->broken)
        return ja_fail_memory(error);
    *out = diff->changes;
    *count = diff->change_count;
    return JACCUSE_OK;
}

/* ---- the object ---- */

jaccuse_status jaccuse_diff_new(jaccuse_diff **out, jaccuse_network *network, jaccuse_error *error)
{
    jaccuse_diff *diff = calloc(1, sizeof *diff);
    *out = diff;
    if (!diff)
        return ja_fail_memory(error);
    diff->network = network;
    ja_arena_init(&diff->arena);
    ja_map_init(&diff->articles, &diff->arena);
    return JACCUSE_OK;
}

void jaccuse_diff_free(jaccuse_diff *diff)
{
    if (!diff)
        return;
    ja_arena_clear(&diff->arena);
    free(diff);
}

static const char *const change_names[JACCUSE_CHANGE_COUNT] = {
    [JACCUSE_CHANGE_ACTOR] = "actors",
    [JACCUSE_CHANGE_ACCUSES] = "accusations",
    [JACCUSE_CHANGE_DENIES] = "denials",
    [JACCUSE_CHANGE_ANSWERED] = "answered",
};

const char *jaccuse_change_name(jaccuse_change_kind kind)
{
    return (unsigned)kind < JACCUSE_CHANGE_COUNT ? change_names[kind] : NULL;
}
