/* The ways between nodes that a question about paths may take, and the search for the best of
 * them.
 *
 *     network, options --ways.c--> ja_ways --search.c--> the best way between two nodes
 *                                                 --paths.c--> the k best ways
 *
 * This is done here rather than by igraph so that equal lengths are equal on every machine, ties
 * fall in one order, and a limit of steps is kept exactly. */
#ifndef JA_NETWORK_WAYS_H
#define JA_NETWORK_WAYS_H

#include <stdint.h>

#include "network/network.h"

/* An edge of weight w is JA_LENGTH_UNIT / w long, in whole numbers, so that sums are the same in
 * whatever order they are taken: the unit is the least common multiple of 1 to 30, and heavier
 * edges are rounded. 64 bits hold a path of seven million steps. */
#define JA_LENGTH_UNIT UINT64_C(2329089562800)
#define JA_NO_WAY      UINT64_MAX
#define JA_MOST_STEPS  (SIZE_MAX / 2) /* more than any way has */

/* What a way costs: of equal lengths the one of fewer steps is better. */
typedef struct ja_cost {
    uint64_t length; /* JA_NO_WAY: it leads nowhere */
    size_t steps;
} ja_cost;

/* One step: to the node `head`, by an edge of the network. */
typedef struct ja_arc {
    size_t head, edge;
    uint64_t length;
} ja_arc;

/* Those that leave node i are at[first[i]] to at[first[i + 1]], by their heads. */
typedef struct ja_arcs {
    size_t *first;
    ja_arc *at;
} ja_arcs;

/* At most one arc leads from one node to another: by the heaviest edge, of equal ones an
 * accusation, so that ways differ in their nodes. `in` holds the arcs turned round; where the
 * direction does not matter it is `out` itself. */
typedef struct ja_ways {
    size_t node_count;
    ja_arcs out, in;
} ja_ways;

/* ways.c. Made in the arena. */
ja_ways ja_make_ways(ja_arena *arena, const jaccuse_network *network,
                     const jaccuse_path_options *options);

uint64_t ja_edge_length(const jaccuse_edge *edge);
int ja_compare_costs(ja_cost a, ja_cost b);
ja_cost ja_add_costs(ja_cost a, ja_cost b);

typedef struct ja_search ja_search;

/* search.c. All searches of one question begin at `source`; none has more than `most_steps`. */
ja_search *ja_search_new(ja_arena *arena, const ja_ways *ways, size_t source, size_t most_steps);
/* What is to be found: the best way from the source to `to` that meets no node of `blocked` (by
 * node), takes no last step from one of the `banned` nodes, and costs at most `limit`. */
typedef struct ja_quest {
    size_t to;
    const bool *blocked;
    const size_t *banned;
    size_t banned_count;
    ja_cost limit;
} ja_quest;

/* The way has cost->steps + 1 nodes, source first; they and its edges are written to `nodes` and
 * `edges`, which have room for that of any way. Of ways of equal cost it is the one whose nodes
 * come first. False: there is none. */
bool ja_search_best(ja_search *search, const ja_quest *quest, ja_cost *cost, size_t *nodes,
                    size_t *edges);

#endif
