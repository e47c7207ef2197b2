/* The arcs that a question about paths may use, sorted by where they lead. */
#include "network/ways.h"

/* An arc while it is being sorted. */
typedef struct ja_loose_arc {
    size_t tail, head, edge;
} ja_loose_arc;

int ja_compare_costs(ja_cost a, ja_cost b)
{
    if (a.length != b.length)
        return a.length < b.length ? -1 : 1;
    return (a.steps > b.steps) - (a.steps < b.steps);
}

ja_cost ja_add_costs(ja_cost a, ja_cost b)
{
    return (ja_cost){a.length + b.length, a.steps + b.steps};
}

static bool is_permitted(const jaccuse_edge *edge, const jaccuse_path_options *options,
                         const bool *avoided)
{
    if (options->via == JACCUSE_VIA_ACCUSES && edge->relation != JACCUSE_ACCUSES)
        return false;
    if (options->via == JACCUSE_VIA_DENIES && edge->relation != JACCUSE_DENIES)
        return false;
    return !avoided[edge->source] && !avoided[edge->target];
}

static bool *mark_avoided(ja_arena *arena, const jaccuse_network *network,
                          const jaccuse_path_options *options)
{
    bool *avoided = JA_NEW_N(arena, bool, network->node_count);
    for (size_t i = 0; i < options->avoid_count; i++)
        avoided[options->avoid[i]] = true;
    return avoided;
}

/* Every edge that may be used, once in each direction that it may be used in. */
static ja_loose_arc *gather(ja_arena *arena, const jaccuse_network *network,
                            const jaccuse_path_options *options, size_t *count)
{
    const bool *avoided = mark_avoided(arena, network, options);
    ja_loose_arc *arcs = JA_NEW_N(arena, ja_loose_arc, 2 * network->edge_count);
    *count = 0;
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if (!is_permitted(edge, options, avoided))
            continue;
        arcs[(*count)++] = (ja_loose_arc){edge->source, edge->target, i};
        if (!options->directed)
            arcs[(*count)++] = (ja_loose_arc){edge->target, edge->source, i};
    }
    return arcs;
}

/* Sorts stably by tail or by head: a counting sort, so that large networks cost linear time.
 * `ends` has room for a number a node and one more. */
static void sort_by(bool by_head, const ja_loose_arc *from, ja_loose_arc *to, size_t count,
                    size_t *ends, size_t node_count)
{
    for (size_t i = 0; i <= node_count; i++)
        ends[i] = 0;
    for (size_t i = 0; i < count; i++)
        ends[(by_head ? from[i].head : from[i].tail) + 1]++;
    for (size_t i = 1; i <= node_count; i++)
        ends[i] += ends[i - 1];
    for (size_t i = 0; i < count; i++)
        to[ends[by_head ? from[i].head : from[i].tail]++] = from[i];
}

static bool is_better(const jaccuse_edge *a, const jaccuse_edge *b)
{
    if (a->weight != b->weight)
        return a->weight > b->weight;
    return a->relation == JACCUSE_ACCUSES && b->relation != JACCUSE_ACCUSES;
}

uint64_t ja_edge_length(const jaccuse_edge *edge)
{
    uint64_t length = (uint64_t)((double)JA_LENGTH_UNIT / edge->weight + 0.5);
    return length ? length : 1;
}

/* Takes the best of the arcs between the same two nodes, which stand together. */
static ja_arcs shelve(ja_arena *arena, const jaccuse_network *network, const ja_loose_arc *arcs,
                      size_t count)
{
    ja_arcs out = {JA_NEW_N(arena, size_t, network->node_count + 1),
                   JA_NEW_N(arena, ja_arc, count)};
    size_t kept = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t best = arcs[i].edge;
        for (end = i + 1;
             end < count && arcs[end].tail == arcs[i].tail && arcs[end].head == arcs[i].head; end++)
            if (is_better(&network->edges[arcs[end].edge], &network->edges[best]))
                best = arcs[end].edge;
        out.at[kept++] = (ja_arc){arcs[i].head, best, ja_edge_length(&network->edges[best])};
        out.first[arcs[i].tail + 1] = kept;
    }
    for (size_t i = 1; i <= network->node_count; i++)
        if (out.first[i] < out.first[i - 1])
            out.first[i] = out.first[i - 1];
    return out;
}

/* `spare` and `ends` are scratch. */
static ja_arcs sort_arcs(ja_arena *arena, const jaccuse_network *network, ja_loose_arc *arcs,
                         ja_loose_arc *spare, size_t count, size_t *ends)
{
    sort_by(true, arcs, spare, count, ends, network->node_count);
    sort_by(false, spare, arcs, count, ends, network->node_count);
    return shelve(arena, network, arcs, count);
}

static void turn_round(ja_loose_arc *arcs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        arcs[i] = (ja_loose_arc){arcs[i].head, arcs[i].tail, arcs[i].edge};
}

ja_ways ja_make_ways(ja_arena *arena, const jaccuse_network *network,
                     const jaccuse_path_options *options)
{
    size_t count;
    ja_loose_arc *arcs = gather(arena, network, options, &count);
    ja_loose_arc *spare = JA_NEW_N(arena, ja_loose_arc, count);
    size_t *ends = JA_NEW_N(arena, size_t, network->node_count + 1);
    ja_ways ways = {.node_count = network->node_count};
    ways.out = ways.in = sort_arcs(arena, network, arcs, spare, count, ends);
    if (options->directed) {
        turn_round(arcs, count);
        ways.in = sort_arcs(arena, network, arcs, spare, count, ends);
    }
    return ways;
}
