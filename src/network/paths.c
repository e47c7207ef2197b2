/* How two actors are connected: the k shortest ways over all edges, direction aside. */
#include "network/graph.h"
#include "network/network.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"

/* Between two nodes there may be four edges; a way takes the heaviest, of equal ones an
 * accusation, so that the ways differ in their nodes. */
typedef struct ja_bundle {
    size_t low, high; /* nodes */
    size_t edge;      /* of the network */
    double weight;
    jaccuse_relation relation;
} ja_bundle;

typedef struct ja_question {
    const jaccuse_network *network;
    ja_arena arena; /* lives as long as the question */
    ja_graph graph;
    ja_bundle *bundles; /* by edge of the graph */
} ja_question;

static int compare_bundles(const void *a, const void *b)
{
    const ja_bundle *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->relation != y->relation)
        return x->relation == JACCUSE_ACCUSES ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

/* Sorted, the first of each two nodes is the heaviest. */
static size_t bundle_edges(const jaccuse_network *network, ja_bundle *bundles)
{
    size_t kept = 0;
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        bool forward = edge->source < edge->target;
        bundles[i] =
            (ja_bundle){forward ? edge->source : edge->target,
                        forward ? edge->target : edge->source, i, edge->weight, edge->relation};
    }
    if (network->edge_count)
        qsort(bundles, network->edge_count, sizeof *bundles, compare_bundles);
    for (size_t i = 0; i < network->edge_count; i++)
        if (kept == 0 || bundles[i].low != bundles[kept - 1].low ||
            bundles[i].high != bundles[kept - 1].high)
            bundles[kept++] = bundles[i];
    return kept;
}

static void prepare(void *context)
{
    ja_question *question = context;
    const jaccuse_network *network = question->network;
    ja_arena *arena = &question->arena;
    question->bundles = JA_NEW_N(arena, ja_bundle, network->edge_count);
    size_t count = bundle_edges(network, question->bundles);
    size_t *source = JA_NEW_N(arena, size_t, count);
    size_t *target = JA_NEW_N(arena, size_t, count);
    double *weight = JA_NEW_N(arena, double, count);
    double *length = JA_NEW_N(arena, double, count);
    for (size_t i = 0; i < count; i++) {
        source[i] = question->bundles[i].low;
        target[i] = question->bundles[i].high;
        weight[i] = question->bundles[i].weight;
        length[i] = 1 / weight[i];
    }
    question->graph = (ja_graph){network->node_count, count, source, target, weight, length};
}

/* From edges of the graph to edges of the network. */
static void translate(const ja_question *question, jaccuse_path *path)
{
    for (size_t i = 0; i < path->edge_count; i++) {
        path->length += question->graph.length[path->edges[i]];
        path->edges[i] = question->bundles[path->edges[i]].edge;
    }
}

static jaccuse_status check(const jaccuse_network *network, size_t from, size_t to, size_t k,
                            jaccuse_error *error)
{
    if (!network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    if (from >= network->node_count || to >= network->node_count)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "there is no such node");
    if (from == to)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "both ends are %s",
                       network->nodes[from].label);
    if (k == 0 || k > JA_MAX_PATHS)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the number of paths must be 1 to %d",
                       JA_MAX_PATHS);
    return JACCUSE_OK;
}

jaccuse_status jaccuse_network_paths(jaccuse_network *network, size_t from, size_t to, size_t k,
                                     jaccuse_paths *out, jaccuse_error *error)
{
    *out = (jaccuse_paths){NULL, 0};
    jaccuse_status status = check(network, from, to, k, error);
    if (status != JACCUSE_OK)
        return status;
    ja_question question = {.network = network};
    ja_arena_init(&question.arena);
    status = ja_arena_run(&question.arena, prepare, &question)
                 ? ja_graph_paths(&question.graph, from, to, k, out, error)
                 : ja_fail_memory(error);
    for (size_t i = 0; i < out->count; i++)
        translate(&question, &out->at[i]);
    ja_arena_clear(&question.arena);
    if (status != JACCUSE_OK || out->count > 0)
        return status;
    jaccuse_paths_clear(out);
    return ja_fail(error, JACCUSE_NOT_FOUND, "%s and %s are not connected",
                   network->nodes[from].label, network->nodes[to].label);
}
