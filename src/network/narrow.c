/* Narrowing: of a network's nodes and edges some stay, and are numbered anew in the same order. */

#include <string.h>

#include "base/error.h"
#include "network/kept.h"

/* What stays, and where. */
typedef struct ja_narrowing {
    jaccuse_network *network;
    const bool *keep_nodes, *keep_edges; /* NULL: all */
    size_t *number;                      /* by node: its new number, or JACCUSE_NONE */
} ja_narrowing;

static size_t renumbered(const ja_narrowing *narrowing, size_t node)
{
    return node == JACCUSE_NONE ? JACCUSE_NONE : narrowing->number[node];
}

static void number_nodes(ja_narrowing *narrowing)
{
    jaccuse_network *network = narrowing->network;
    narrowing->number = JA_NEW_N(&network->arena, size_t, network->node_count);
    size_t kept = 0;
    for (size_t i = 0; i < network->node_count; i++)
        narrowing->number[i] =
            narrowing->keep_nodes && !narrowing->keep_nodes[i] ? JACCUSE_NONE : kept++;
}

static void narrow_nodes(const ja_narrowing *narrowing)
{
    jaccuse_network *network = narrowing->network;
    size_t kept = 0;
    for (size_t i = 0; i < network->node_count; i++) {
        if (narrowing->number[i] == JACCUSE_NONE)
            continue;
        network->nodes[kept] = network->nodes[i];
        network->nodes[kept].of = renumbered(narrowing, network->nodes[i].of);
        network->folded[kept++] = network->folded[i];
    }
    network->node_count = kept;
    for (size_t i = 0; i < network->actor_count; i++)
        network->actors[i].node = renumbered(narrowing, network->actors[i].node);
}

static void narrow_edges(const ja_narrowing *narrowing)
{
    jaccuse_network *network = narrowing->network;
    size_t kept = 0;
    for (size_t i = 0; i < network->edge_count; i++) {
        jaccuse_edge edge = network->edges[i];
        edge.source = renumbered(narrowing, edge.source);
        edge.target = renumbered(narrowing, edge.target);
        edge.accused = renumbered(narrowing, edge.accused);
        if (edge.source != JACCUSE_NONE && edge.target != JACCUSE_NONE &&
            (!narrowing->keep_edges || narrowing->keep_edges[i]))
            network->edges[kept++] = edge;
    }
    network->edge_count = kept;
}

static void narrow_near_misses(const ja_narrowing *narrowing)
{
    jaccuse_network *network = narrowing->network;
    size_t kept = 0;
    for (size_t i = 0; i < network->near_miss_count; i++) {
        jaccuse_near_miss near = network->near_misses[i];
        near.a = renumbered(narrowing, near.a);
        near.b = renumbered(narrowing, near.b);
        if (near.a != JACCUSE_NONE && near.b != JACCUSE_NONE)
            network->near_misses[kept++] = near;
    }
    network->near_miss_count = kept;
}

/* It is of the network as it was; the arena frees it. */
static void forget_answers(jaccuse_network *network)
{
    network->accusations = NULL;
    network->timeline = NULL;
    memset(network->measures, 0, sizeof network->measures);
    memset(network->periods, 0, sizeof network->periods);
}

static void narrow(void *context)
{
    ja_narrowing *narrowing = context;
    number_nodes(narrowing);
    narrow_nodes(narrowing);
    narrow_edges(narrowing);
    narrow_near_misses(narrowing);
    forget_answers(narrowing->network);
    ja_tally(narrowing->network);
}

jaccuse_status ja_narrow(jaccuse_network *network, const bool *keep_nodes, const bool *keep_edges,
                         jaccuse_error *error)
{
    ja_narrowing narrowing = {network, keep_nodes, keep_edges, NULL};
    return ja_network_run(network, narrow, &narrowing, error);
}

jaccuse_status jaccuse_network_narrow(jaccuse_network *network, const bool *keep_nodes,
                                      const bool *keep_edges, jaccuse_error *error)
{
    if (!network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    jaccuse_status status = ja_read_evidence(network, keep_nodes, keep_edges, error);
    if (status == JACCUSE_OK)
        status = ja_narrow(network, keep_nodes, keep_edges, error);
    if (network->recalled)
        network->recalled->complete = status == JACCUSE_OK;
    return status == JACCUSE_OK ? ja_tell_extent(network, error) : status;
}
