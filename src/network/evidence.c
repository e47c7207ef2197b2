/* The evidence of a network that was recalled, read from its case file article by article. */
#include <string.h>

#include "base/error.h"
#include "network/kept.h"
#include "store/kept.h"

/* What is kept of one piece of evidence. */
typedef struct ja_trace {
    size_t place; /* of its article */
    size_t claim; /* in the record */
    size_t teller;
    bool disputed;
} ja_trace;

/* An article on its way from its record. */
typedef struct ja_arrival {
    jaccuse_network *network;
    const jaccuse_record *record;
    ja_unpacker bytes; /* of what is kept of it, behind its number in the file */
    size_t place;
} ja_arrival;

/* A holder whose evidence is wanted. */
typedef struct ja_order {
    jaccuse_network *network;
    size_t holder;
    jaccuse_act act; /* of all its claims */
    jaccuse_evidence *evidence;
    size_t count;
    bool damaged;
} ja_order;

static jaccuse_status tell_damage(jaccuse_error *error)
{
    return ja_fail(error, JACCUSE_ERROR_FORMAT,
                   "the network that the case file keeps does not fit its records");
}

static ja_unpacker traces_of(const ja_order *order)
{
    const struct ja_recalled *recalled = order->network->recalled;
    const size_t *begin = &recalled->begins[order->holder];
    return (ja_unpacker){recalled->evidence.at + begin[0], recalled->evidence.at + begin[1], false};
}

/* `place`: of the article of the one before. */
static ja_trace next_trace(const ja_order *order, ja_unpacker *bytes, size_t place)
{
    const jaccuse_network *network = order->network;
    ja_trace trace = {.place = place};
    trace.place += ja_unpack_below(bytes, network->recalled->articles.length - place);
    trace.claim = (size_t)ja_unpack_number(bytes);
    size_t told = ja_unpack_below(bytes, 2 * network->told_count);
    trace.teller = told / 2;
    trace.disputed = told % 2;
    return trace;
}

static ja_slice key_of(const size_t *place)
{
    return (ja_slice){(const char *)place, sizeof *place};
}

static const ja_article *article_at(const struct ja_recalled *recalled, size_t place)
{
    const size_t *number = ja_map_get(&recalled->places, key_of(&place));
    return number ? recalled->read[*number] : NULL;
}

/* ---- an article ---- */

/* Whether all who make a claim or stand accused are nodes. */
static bool are_nodes(const struct ja_recalled *recalled, jaccuse_refs actors)
{
    for (size_t i = 0; i < actors.count; i++)
        if (actors.at[i] >= recalled->node_count)
            return false;
    return true;
}

static bool is_sound(const struct ja_recalled *recalled, const ja_article *article)
{
    for (size_t i = 0; i < article->claim_count; i++)
        if (!are_nodes(recalled, article->claims[i].by) ||
            !are_nodes(recalled, article->claims[i].against))
            return false;
    return true;
}

static void take_in(void *context)
{
    ja_arrival *arrival = context;
    jaccuse_network *network = arrival->network;
    struct ja_recalled *recalled = network->recalled;
    ja_unpacker *bytes = &arrival->bytes;
    ja_article *article = ja_copy_article(network, arrival->record);
    article->story = ja_unpack_below(bytes, network->story_count);
    article->actor_count = ja_unpack_count(bytes, 1);
    size_t *actors = JA_NEW_N(&network->arena, size_t, arrival->record->actor_count);
    if (article->actor_count != arrival->record->actor_count) {
        ja_unpack_fault(bytes);
        return;
    }
    for (size_t i = 0; i < article->actor_count; i++)
        actors[i] = ja_unpack_below(bytes, recalled->node_count + 1) - 1; /* none: JACCUSE_NONE */
    article->actors = actors;
    ja_copy_claims(network, article, arrival->record);
    if (bytes->damaged || !is_sound(recalled, article)) {
        ja_unpack_fault(bytes);
        return;
    }
    ja_map_put(&recalled->places, key_of(&arrival->place), recalled->read_count, NULL);
    JA_PUSH(&network->arena, recalled->read, recalled->read_count, recalled->read_capacity,
            article);
}

static jaccuse_status read_article(jaccuse_network *network, size_t place, jaccuse_error *error)
{
    ja_slice articles = network->recalled->articles;
    ja_arrival arrival = {.network = network,
                          .bytes = {articles.at + place, articles.at + articles.length, false},
                          .place = place};
    jaccuse_record *record;
    size_t row = (size_t)ja_unpack_number(&arrival.bytes);
    jaccuse_status status = ja_case_record(network->file, row, &record, error);
    if (status == JACCUSE_NOT_FOUND)
        return tell_damage(error);
    if (status != JACCUSE_OK)
        return status;
    arrival.record = record;
    status = ja_network_run(network, take_in, &arrival, error);
    jaccuse_record_free(record);
    return status == JACCUSE_OK && arrival.bytes.damaged ? tell_damage(error) : status;
}

/* Reads the articles that the holder's evidence is from, each once in the life of the network. */
static jaccuse_status read_articles(const ja_order *order, jaccuse_error *error)
{
    jaccuse_status status = JACCUSE_OK;
    ja_unpacker bytes = traces_of(order);
    size_t place = 0, count = ja_unpack_count(&bytes, 1);
    for (size_t i = 0; i < count && status == JACCUSE_OK; i++) {
        place = next_trace(order, &bytes, place).place;
        if (bytes.damaged)
            return tell_damage(error);
        if (!article_at(order->network->recalled, place))
            status = read_article(order->network, place, error);
    }
    return status;
}

/* ---- a holder ---- */

static void make_evidence(void *context)
{
    ja_order *order = context;
    const struct ja_recalled *recalled = order->network->recalled;
    ja_unpacker bytes = traces_of(order);
    size_t place = 0;
    order->count = ja_unpack_count(&bytes, 1);
    order->evidence = JA_NEW_N(&order->network->arena, jaccuse_evidence, order->count);
    for (size_t i = 0; i < order->count && !bytes.damaged; i++) {
        ja_trace trace = next_trace(order, &bytes, place);
        const ja_article *article = article_at(recalled, trace.place);
        const ja_claim *claim =
            article && trace.claim < article->claim_count ? &article->claims[trace.claim] : NULL;
        if (!claim || !claim->kept || claim->act != order->act)
            ja_unpack_fault(&bytes);
        else
            order->evidence[i] = ja_evidence_of(claim, trace.teller, trace.disputed);
        place = trace.place;
    }
    order->damaged = bytes.damaged || bytes.at != bytes.end;
}

/* Reads the evidence of a holder where it is not there yet. */
static jaccuse_status read_holder(jaccuse_network *network, size_t holder, jaccuse_act act,
                                  const jaccuse_evidence **evidence, size_t *count,
                                  jaccuse_error *error)
{
    const size_t *begin = &network->recalled->begins[holder];
    if (*evidence || begin[0] == begin[1])
        return JACCUSE_OK;
    ja_order order = {.network = network, .holder = holder, .act = act};
    jaccuse_status status = read_articles(&order, error);
    if (status == JACCUSE_OK)
        status = ja_network_run(network, make_evidence, &order, error);
    if (status == JACCUSE_OK && order.damaged)
        status = tell_damage(error);
    if (status == JACCUSE_OK) {
        *evidence = order.evidence;
        *count = order.count;
    }
    return status;
}

static jaccuse_status read_edge(jaccuse_network *network, size_t number, jaccuse_error *error)
{
    jaccuse_edge *edge = &network->edges[number];
    return read_holder(network, number,
                       edge->relation == JACCUSE_ACCUSES ? JACCUSE_ACCUSE : JACCUSE_DENY,
                       &edge->evidence, &edge->evidence_count, error);
}

jaccuse_status ja_read_node(jaccuse_network *network, size_t number, jaccuse_error *error)
{
    if (ja_has_evidence(network))
        return JACCUSE_OK;
    jaccuse_node *node = &network->nodes[number];
    size_t holder = ja_holder_of_node(network->edge_count, number, JA_AT_UNATTRIBUTED);
    jaccuse_status status = read_holder(network, holder, JACCUSE_ACCUSE, &node->unattributed,
                                        &node->unattributed_count, error);
    if (status == JACCUSE_OK)
        status = read_holder(network, holder + 1, JACCUSE_DENY, &node->bare_denials,
                             &node->bare_denial_count, error);
    return status;
}

jaccuse_status ja_read_evidence(jaccuse_network *network, const bool *keep_nodes,
                                const bool *keep_edges, jaccuse_error *error)
{
    jaccuse_status status = JACCUSE_OK;
    if (ja_has_evidence(network))
        return JACCUSE_OK;
    for (size_t i = 0; i < network->edge_count && status == JACCUSE_OK; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if ((!keep_edges || keep_edges[i]) &&
            (!keep_nodes || (keep_nodes[edge->source] && keep_nodes[edge->target])))
            status = read_edge(network, i, error);
    }
    for (size_t i = 0; i < network->node_count && status == JACCUSE_OK; i++)
        if (!keep_nodes || keep_nodes[i])
            status = ja_read_node(network, i, error);
    return status;
}

bool ja_has_evidence(const jaccuse_network *network)
{
    return !network->recalled || network->recalled->complete;
}

jaccuse_status jaccuse_network_evidence(jaccuse_network *network, size_t edge, jaccuse_error *error)
{
    if (edge != JACCUSE_NONE && edge >= network->edge_count)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "there is no such edge");
    if (ja_has_evidence(network))
        return JACCUSE_OK;
    if (edge != JACCUSE_NONE)
        return read_edge(network, edge, error);
    jaccuse_status status = ja_read_evidence(network, NULL, NULL, error);
    network->recalled->complete = status == JACCUSE_OK;
    return status;
}
