/* PageRank (Brin and Page 1998) of a directed graph with weights.
 *
 * Who follows accusations at random goes on, with probability 0.85, from the accused to somebody
 * whom he accuses, as often as the weights say, and else, or where he accuses nobody, begins anew
 * anywhere. Del Corso, Gulli and Romani 2005: his shares are those of the system y = 1 + 0.85 *
 * (what flows in), in which nodes without an edge out need no care; solved by Gauss and Seidel's
 * method, each sweep of which takes at least 15 percent off the error. On one thread, in one order:
 * the same bytes on every machine, which igraph's solver, running on all cores, does not promise.
 */
#include "network/graph.h"

#include <math.h>

static const double DAMPING = 0.85;
static const double PRECISION = 1e-13; /* of the sum of all shares */
enum { MOST_SWEEPS = 500 };

typedef struct ja_inflow {
    size_t source;
    double part; /* of what the source passes on: the weights of its edges add up to 1 */
} ja_inflow;

typedef struct ja_flow {
    size_t *first; /* by node: its inflows stand at first[node] up to first[node + 1] */
    ja_inflow *inflows;
} ja_flow;

static ja_flow sort_inflows(const ja_graph *graph, ja_arena *arena)
{
    size_t count = graph->node_count;
    ja_flow flow = {JA_NEW_N(arena, size_t, count + 2),
                    JA_NEW_N(arena, ja_inflow, graph->edge_count)};
    double *strength = JA_NEW_N(arena, double, count);
    size_t *place = flow.first + 1; /* while it is filled: of the node before */
    for (size_t i = 0; i < graph->edge_count; i++) {
        strength[graph->source[i]] += graph->weight[i];
        place[graph->target[i] + 1]++;
    }
    for (size_t i = 0; i < count; i++)
        place[i + 1] += place[i];
    for (size_t i = 0; i < graph->edge_count; i++) {
        size_t source = graph->source[i];
        flow.inflows[place[graph->target[i]]++] =
            (ja_inflow){source, graph->weight[i] / strength[source]};
    }
    return flow;
}

/* One sweep over all nodes, each by the newest values; how much it changed. */
static double sweep(const ja_flow *flow, size_t count, double *shares)
{
    double change = 0;
    for (size_t node = 0; node < count; node++) {
        double sum = 0;
        for (size_t i = flow->first[node]; i < flow->first[node + 1]; i++)
            sum += flow->inflows[i].part * shares[flow->inflows[i].source];
        double share = 1 + DAMPING * sum;
        change += fabs(share - shares[node]);
        shares[node] = share;
    }
    return change;
}

void ja_graph_pagerank(const ja_graph *graph, ja_arena *arena, double *out)
{
    size_t count = graph->node_count;
    ja_flow flow = sort_inflows(graph, arena);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        out[i] = 1;
    for (int i = 0; i < MOST_SWEEPS; i++)
        if (sweep(&flow, count, out) < PRECISION * (double)count)
            break;
    for (size_t i = 0; i < count; i++)
        sum += out[i];
    for (size_t i = 0; i < count; i++)
        out[i] /= sum;
}
