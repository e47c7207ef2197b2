/* Graph algorithms behind plain arrays. graph.c is the only file that sees igraph; hits.c,
 * pagerank.c and shortest.c have what igraph 0.10 does wrongly, not always alike, or slowly.
 *
 * Results go into an array of the caller, one number a node. */
#ifndef JA_GRAPH_H
#define JA_GRAPH_H

#include <stddef.h>

#include "base/arena.h"
#include "jaccuse/network.h"

typedef struct ja_graph {
    size_t node_count, edge_count;
    const size_t *source, *target;
    const double *weight; /* strengths, above 0 */
    const double *length; /* 1 / weight */
} ja_graph;

typedef enum ja_algorithm {
    JA_GRAPH_NONE, /* not one of these */
    JA_GRAPH_CORENESS,
    JA_GRAPH_COMPONENT,        /* numbers in no order */
    JA_GRAPH_STRONG_COMPONENT, /* likewise */
    JA_GRAPH_COMMUNITY,        /* likewise */
} ja_algorithm;

/* A graph as igraph holds it, for several measures: made once. `graph` must outlive it. No igraph
 * object is left behind whatever fails. Only one thread of a process may be in these calls: igraph
 * has global state. */
typedef struct ja_solver ja_solver;

JACCUSE_CHECKED jaccuse_status ja_solver_new(ja_solver **out, const ja_graph *graph,
                                             jaccuse_error *error);
void ja_solver_free(ja_solver *solver); /* NULL is fine */
JACCUSE_CHECKED jaccuse_status ja_solver_measure(ja_solver *solver, ja_algorithm algorithm,
                                                 double *out, jaccuse_error *error);
/* Pairs joined both ways among all joined pairs; 0 without edges. */
JACCUSE_CHECKED jaccuse_status ja_solver_reciprocity(ja_solver *solver, double *out,
                                                     jaccuse_error *error);
/* HITS, both scores, the largest 1; `before` is scratch. All of them have room for one number a
 * node. */
void ja_graph_hits(const ja_graph *graph, double *hubs, double *authorities, double *before);
/* pagerank.c, shortest.c. Into one number a node; what they need goes into the arena, in which they
 * run. Lengths are above 0. Betweenness is directed and not normalised; harmonic closeness,
 * direction aside, is the mean of 1 / distance to all others. */
void ja_graph_pagerank(const ja_graph *graph, ja_arena *arena, double *out);
void ja_graph_betweenness(const ja_graph *graph, ja_arena *arena, double *out);
void ja_graph_harmonic(const ja_graph *graph, ja_arena *arena, double *out);

#endif
