/* HITS (Kleinberg 1999): hubs accuse great authorities, authorities are accused by great hubs.
 *
 * By the power method from equal scores, as in the paper: where several solutions exist (quarrels
 * that have nothing to do with each other) it still gives one, and always the same. igraph 0.10.2
 * answers wrongly for two nodes. */
#include "network/graph.h"

#include <math.h>
#include <string.h>

/* Divided by the largest, without what is left of scores that go to zero. */
static void scale(double *scores, size_t count)
{
    double largest = 0;
    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, scores[i]);
    for (size_t i = 0; i < count; i++)
        scores[i] = largest > 0 && scores[i] > 1e-10 * largest ? scores[i] / largest : 0;
}

/* to[b] = sum of weight * from[a] over all edges a, b. */
static void pass_on(const ja_graph *graph, const size_t *a, const size_t *b, const double *from,
                    double *to)
{
    memset(to, 0, graph->node_count * sizeof *to);
    for (size_t i = 0; i < graph->edge_count; i++)
        to[b[i]] += graph->weight[i] * from[a[i]];
    scale(to, graph->node_count);
}

void ja_graph_hits(const ja_graph *graph, double *hubs, double *authorities, double *before)
{
    size_t count = graph->node_count;
    size_t most_rounds = 1000 + 10000000 / (count + graph->edge_count + 1); /* by what they cost */
    double change = 1;
    for (size_t i = 0; i < count; i++)
        hubs[i] = 1;
    for (size_t round = 0; round < most_rounds && change > 1e-13; round++) {
        change = 0;
        memcpy(before, hubs, count * sizeof *hubs);
        pass_on(graph, graph->source, graph->target, hubs, authorities);
        pass_on(graph, graph->target, graph->source, authorities, hubs);
        for (size_t i = 0; i < count; i++)
            change = fmax(change, fabs(hubs[i] - before[i]));
    }
}
