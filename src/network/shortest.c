/* Measures by shortest ways through a graph with lengths.
 *
 * From each node a search (Dijkstra 1959, with a binary heap) finds how far every other one is. The
 * betweenness of Freeman 1977 is by Brandes 2001: the search also counts the shortest ways, and
 * going back from the farthest node on adds up what share of them runs through whom. Harmonic
 * closeness is that of Marchiori and Latora 2000. igraph 0.10.2 takes longer for both (`make
 * bench`). */
#include "network/graph.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
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

/* Of a graph of fewer than 2^32 nodes. */
typedef struct ja_arc {
    uint32_t target, queue; /* the queue is that of its length */
} ja_arc;

typedef struct ja_waiting {
    double distance;
    uint32_t node; /* in the heap: the queue that this is the head of */
} ja_waiting;

typedef struct ja_search {
    size_t *first; /* by node: its arcs stand at first[node] up to first[node + 1] */
    ja_arc *arcs;
    double *lengths; /* the different ones, by queue */
    size_t queue_count;
    size_t *queue_start, *head, *tail; /* by queue: where it may be and is in `waiting` */
    ja_waiting *waiting;               /* room for each arc in its queue; a node may wait often */
    ja_waiting *heap;                  /* the queues that are not empty, the nearest on top */
    size_t heap_count;
    ja_reached *reached;
    size_t *settled, settled_count; /* in the order of their distances */
} ja_search;

/* ---- the graph ---- */

static int compare_lengths(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void find_lengths(ja_search *search, const ja_graph *graph, ja_arena *arena)
{
    search->lengths = JA_NEW_N(arena, double, graph->edge_count);
    for (size_t i = 0; i < graph->edge_count; i++)
        search->lengths[i] = graph->length[i];
    if (graph->edge_count)
        qsort(search->lengths, graph->edge_count, sizeof(double), compare_lengths);
    for (size_t i = 0; i < graph->edge_count; i++)
        if (i == 0 || search->lengths[i] != search->lengths[search->queue_count - 1])
            search->lengths[search->queue_count++] = search->lengths[i];
}

static size_t queue_of(const ja_search *search, double length)
{
    const double *found =
        bsearch(&length, search->lengths, search->queue_count, sizeof(double), compare_lengths);
    return (size_t)(found - search->lengths);
}

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
        size_t queue = queue_of(search, graph->length[i]);
        search->queue_start[queue + 1] += both ? 2 : 1;
        search->arcs[place[source]++] = (ja_arc){(uint32_t)target, (uint32_t)queue};
        if (both)
            search->arcs[place[target]++] = (ja_arc){(uint32_t)source, (uint32_t)queue};
    }
    for (size_t i = 0; i < search->queue_count; i++)
        search->queue_start[i + 1] += search->queue_start[i];
}

static void prepare(ja_search *search, const ja_graph *graph, bool both, ja_arena *arena)
{
    size_t count = graph->node_count, arcs = graph->edge_count * (both ? 2 : 1);
    *search = (ja_search){
        .first = JA_NEW_N(arena, size_t, count + 2),
        .arcs = JA_NEW_N(arena, ja_arc, arcs),
        .waiting = JA_NEW_N(arena, ja_waiting, arcs),
        .reached = JA_NEW_N(arena, ja_reached, count),
        .settled = JA_NEW_N(arena, size_t, count),
    };
    find_lengths(search, graph, arena);
    search->queue_start = JA_NEW_N(arena, size_t, search->queue_count + 1);
    search->head = JA_NEW_N(arena, size_t, search->queue_count);
    search->tail = JA_NEW_N(arena, size_t, search->queue_count);
    search->heap = JA_NEW_N(arena, ja_waiting, search->queue_count);
    sort_arcs(search, graph, both);
    for (size_t i = 0; i < count; i++)
        search->reached[i].distance = INFINITY;
}

/* ---- who waits ---- */

static void push(ja_search *search, uint32_t queue, ja_waiting item)
{
    bool was_empty = search->head[queue] == search->tail[queue];
    search->waiting[search->tail[queue]++] = item;
    if (!was_empty)
        return;
    ja_waiting *heap = search->heap;
    size_t place = search->heap_count++;
    for (; place > 0 && heap[(place - 1) / 2].distance > item.distance; place = (place - 1) / 2)
        heap[place] = heap[(place - 1) / 2];
    heap[place] = (ja_waiting){item.distance, queue};
}

/* Puts an entry in the place of the top, and lower where others are nearer. */
static void replace_top(ja_search *search, ja_waiting entry)
{
    ja_waiting *heap = search->heap;
    size_t place = 0, child;
    while ((child = 2 * place + 1) < search->heap_count) {
        child += child + 1 < search->heap_count && heap[child + 1].distance < heap[child].distance;
        if (heap[child].distance >= entry.distance)
            break;
        heap[place] = heap[child];
        place = child;
    }
    heap[place] = entry;
}

static uint32_t pop(ja_search *search)
{
    uint32_t queue = search->heap[0].node;
    uint32_t node = search->waiting[search->head[queue]++].node;
    if (search->head[queue] < search->tail[queue])
        replace_top(search, (ja_waiting){search->waiting[search->head[queue]].distance, queue});
    else if (--search->heap_count > 0)
        replace_top(search, search->heap[search->heap_count]);
    return node;
}

/* ---- the search ---- */

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
        double distance = from->distance + search->lengths[arc.queue];
        if (to->settled)
            continue;
        if (is_same(distance, to->distance)) {
            to->ways += from->ways;
        } else if (distance < to->distance) {
            to->distance = distance;
            to->ways = from->ways;
            push(search, arc.queue, (ja_waiting){distance, arc.target});
        }
    }
}

static void settle(ja_search *search, size_t node)
{
    search->reached[node].settled = true;
    search->settled[search->settled_count++] = node;
    extend(search, node);
}

static void find_ways(ja_search *search, size_t source)
{
    for (size_t i = 0; i < search->queue_count; i++)
        search->head[i] = search->tail[i] = search->queue_start[i];
    search->reached[source] = (ja_reached){.ways = 1};
    settle(search, source);
    while (search->heap_count > 0) {
        uint32_t node = pop(search);
        if (!search->reached[node].settled)
            settle(search, node);
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
            if (is_same(at->distance + search->lengths[arc.queue], behind->distance))
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

/* ---- the measures ---- */

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
