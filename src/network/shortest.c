/* Measures by shortest ways through a graph with lengths.
 *
 * From each node a search (Dijkstra 1959, with a binary heap) finds how far every other one is. The
 * betweenness of Freeman 1977 is by Brandes 2001: the search also counts the shortest ways, and
 * going back from the farthest node on adds up what share of them runs through whom. Harmonic
 * closeness is that of Marchiori and Latora 2000. igraph 0.10.2 takes longer for both (`make
 * bench`). */
#include "network/graph.h"

#include <math.h>
#include <string.h>

/* Of two ways the shorter one counts alone; sums of lengths that differ by less are equal but for
 * the order in which they were added. */
static const double TOLERANCE = 1e-10;

/* What a search knows of a node. */
typedef struct ja_reached {
    double distance; /* INFINITY: not reached */
    double ways;     /* the number of shortest ways to it */
    double through;  /* what of the ways to nodes behind it runs through it */
    bool settled;
} ja_reached;

typedef struct ja_arc {
    size_t target;
    double length;
} ja_arc;

typedef struct ja_waiting {
    double distance;
    size_t node;
} ja_waiting;

typedef struct ja_search {
    size_t *first; /* by node: its arcs stand at first[node] up to first[node + 1] */
    ja_arc *arcs;
    ja_reached *reached;
    size_t *settled, settled_count; /* in the order of their distances */
    ja_waiting *heap;               /* the nearest on top; a node may wait several times */
    size_t heap_count;
} ja_search;

/* `both`: each edge may be gone either way. */
static void sort_arcs(ja_search *search, const ja_graph *graph, bool both)
{
    size_t *place = search->first + 1; /* while it is filled: of the node before */
    for (size_t i = 0; i < graph->edge_count; i++) {
        place[graph->source[i] + 1]++;
        place[graph->target[i] + 1] += both;
    }
    for (size_t i = 0; i < graph->node_count; i++)
        place[i + 1] += place[i];
    for (size_t i = 0; i < graph->edge_count; i++) {
        size_t source = graph->source[i], target = graph->target[i];
        search->arcs[place[source]++] = (ja_arc){target, graph->length[i]};
        if (both)
            search->arcs[place[target]++] = (ja_arc){source, graph->length[i]};
    }
}

static void push(ja_search *search, ja_waiting item)
{
    ja_waiting *heap = search->heap;
    size_t place = search->heap_count++;
    for (; place > 0 && heap[(place - 1) / 2].distance > item.distance; place = (place - 1) / 2)
        heap[place] = heap[(place - 1) / 2];
    heap[place] = item;
}

static ja_waiting pop(ja_search *search)
{
    ja_waiting *heap = search->heap, top = heap[0], last = heap[--search->heap_count];
    size_t place = 0, child;
    while ((child = 2 * place + 1) < search->heap_count) {
        child += child + 1 < search->heap_count && heap[child + 1].distance < heap[child].distance;
        if (heap[child].distance >= last.distance)
            break;
        heap[place] = heap[child];
        place = child;
    }
    heap[place] = last;
    return top;
}

/* `a` is finite. */
static bool is_same(double a, double b)
{
    return fabs(a - b) <= TOLERANCE * a;
}

/* Follows the arcs of a node that is settled. */
static void extend(ja_search *search, size_t node)
{
    const ja_reached *from = &search->reached[node];
    for (size_t i = search->first[node]; i < search->first[node + 1]; i++) {
        ja_arc arc = search->arcs[i];
        ja_reached *to = &search->reached[arc.target];
        double distance = from->distance + arc.length;
        if (to->settled)
            continue;
        if (is_same(distance, to->distance)) {
            to->ways += from->ways;
        } else if (distance < to->distance) {
            to->distance = distance;
            to->ways = from->ways;
            push(search, (ja_waiting){distance, arc.target});
        }
    }
}

static void find_ways(ja_search *search, size_t source)
{
    search->reached[source] = (ja_reached){.ways = 1};
    push(search, (ja_waiting){0, source});
    while (search->heap_count > 0) {
        ja_waiting next = pop(search);
        ja_reached *reached = &search->reached[next.node];
        if (reached->settled)
            continue;
        reached->settled = true;
        search->settled[search->settled_count++] = next.node;
        extend(search, next.node);
    }
}

/* From the farthest on: of each node, its part of what runs through those behind it. */
static void go_back(ja_search *search, double *out)
{
    for (size_t i = search->settled_count; i > 0; i--) {
        size_t node = search->settled[i - 1];
        ja_reached *at = &search->reached[node];
        for (size_t j = search->first[node]; j < search->first[node + 1]; j++) {
            ja_arc arc = search->arcs[j];
            const ja_reached *behind = &search->reached[arc.target];
            if (is_same(at->distance + arc.length, behind->distance))
                at->through += at->ways / behind->ways * (1 + behind->through);
        }
        if (i > 1) /* the first is where the search began */
            out[node] += at->through;
    }
}

static void forget(ja_search *search)
{
    for (size_t i = 0; i < search->settled_count; i++)
        search->reached[search->settled[i]] = (ja_reached){.distance = INFINITY};
    search->settled_count = 0;
}

static void prepare(ja_search *search, const ja_graph *graph, bool both, ja_arena *arena)
{
    size_t count = graph->node_count, arcs = graph->edge_count * (both ? 2 : 1);
    *search = (ja_search){
        .first = JA_NEW_N(arena, size_t, count + 2),
        .arcs = JA_NEW_N(arena, ja_arc, arcs),
        .reached = JA_NEW_N(arena, ja_reached, count),
        .settled = JA_NEW_N(arena, size_t, count),
        .heap = JA_NEW_N(arena, ja_waiting, arcs + 1),
    };
    sort_arcs(search, graph, both);
    for (size_t i = 0; i < count; i++)
        search->reached[i].distance = INFINITY;
}

void ja_graph_betweenness(const ja_graph *graph, ja_arena *arena, double *out)
{
    ja_search search;
    prepare(&search, graph, false, arena);
    memset(out, 0, graph->node_count * sizeof *out);
    for (size_t source = 0; source < graph->node_count; source++) {
        find_ways(&search, source);
        go_back(&search, out);
        forget(&search);
    }
}

void ja_graph_harmonic(const ja_graph *graph, ja_arena *arena, double *out)
{
    ja_search search;
    prepare(&search, graph, true, arena);
    for (size_t source = 0; source < graph->node_count; source++) {
        double sum = 0;
        find_ways(&search, source);
        for (size_t i = 1; i < search.settled_count; i++) /* the first is the source */
            sum += 1 / search.reached[search.settled[i]].distance;
        out[source] = search.settled_count > 1 ? sum / (double)(graph->node_count - 1) : 0;
        forget(&search);
    }
}
