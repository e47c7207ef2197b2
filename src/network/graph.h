/* Graph algorithms behind plain arrays; graph.c is the only file that sees igraph, hits.c has HITS.
 *
 * Results go into an array of the caller, one number a node. Nothing here allocates in an arena,
 * so that no igraph object is ever left behind. */
#ifndef JA_GRAPH_H
#define JA_GRAPH_H

#include <stddef.h>

#include "jaccuse/network.h"

typedef struct ja_graph {
    size_t node_count, edge_count;
    const size_t *source, *target;
    const double *weight; /* strengths, above 0 */
    const double *length; /* 1 / weight */
} ja_graph;

typedef enum ja_algorithm {
    JA_GRAPH_NONE, /* not one of these */
    JA_GRAPH_IN_STRENGTH,
    JA_GRAPH_OUT_STRENGTH,
    JA_GRAPH_PAGERANK,
    JA_GRAPH_BETWEENNESS, /* directed, not normalised */
    JA_GRAPH_HARMONIC,    /* direction aside; mean of 1 / distance */
    JA_GRAPH_CORENESS,
    JA_GRAPH_COMPONENT, /* numbers in no order */
    JA_GRAPH_COMMUNITY, /* likewise */
} ja_algorithm;

JACCUSE_CHECKED jaccuse_status ja_graph_measure(const ja_graph *graph, ja_algorithm algorithm,
                                                double *out, jaccuse_error *error);
/* Both scores, the largest 1; `before` is scratch. All of them have room for one number a node. */
void ja_graph_hits(const ja_graph *graph, double *hubs, double *authorities, double *before);
/* Pairs joined both ways among all joined pairs; 0 without edges. */
JACCUSE_CHECKED jaccuse_status ja_graph_reciprocity(const ja_graph *graph, double *out,
                                                    jaccuse_error *error);

#endif
