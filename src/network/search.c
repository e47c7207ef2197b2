/* The best way between two nodes, again and again from the same source.
 *
 * Costs from the source to every node are worked out once (Dijkstra 1959). Each quest then runs
 * backwards from its end, and what is still to come, which the first costs never overrate, decides
 * who is looked at next (A*: Hart, Nilsson and Raphael 1968): so it hardly leaves the ways that it
 * will answer. Where steps are limited a node may be met at several costs, as long as the dearer
 * has fewer steps (Aneja, Aggarwal and Nair 1983). */
#include "network/ways.h"

/* A node that was met, at what cost towards the quest's end. */
typedef struct ja_visit {
    ja_cost cost;
    size_t next; /* an earlier visit of the same node, or JACCUSE_NONE */
} ja_visit;

/* Somebody to be looked at: `rank` is what his way costs in all, at least. */
typedef struct ja_entry {
    ja_cost rank, cost;
    size_t node;
} ja_entry;

typedef struct ja_heap {
    ja_entry *at;
    size_t count, capacity;
} ja_heap;

/* What the running quest knows of a node; of another quest where `quest` is not its number. */
typedef struct ja_knowledge {
    size_t quest;
    size_t visit; /* the latest */
    size_t steps; /* who comes with as many or more is too late */
    size_t banned_in;
} ja_knowledge;

struct ja_search {
    ja_arena *arena;
    const ja_ways *ways;
    size_t source, most_steps;
    bool limited;   /* most_steps is less than any way has */
    ja_cost *first; /* by node: from the source to it */
    size_t *hops;   /* by node: the fewest steps from the source; NULL where not limited */
    ja_knowledge *known;
    size_t quest; /* its number, from 1 */
    ja_visit *visits;
    size_t visit_count, visit_capacity;
    ja_heap heap;
};

/* ---- heap ---- */

static void push(ja_search *search, ja_entry entry)
{
    ja_heap *heap = &search->heap;
    JA_PUSH(search->arena, heap->at, heap->count, heap->capacity, entry);
    size_t at = heap->count - 1;
    while (at > 0 && ja_compare_costs(entry.rank, heap->at[(at - 1) / 2].rank) < 0) {
        heap->at[at] = heap->at[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap->at[at] = entry;
}

/* The heap must not be empty. */
static ja_entry pop(ja_heap *heap)
{
    ja_entry top = heap->at[0], last = heap->at[--heap->count];
    size_t at = 0;
    for (size_t child; (child = 2 * at + 1) < heap->count; at = child) {
        if (child + 1 < heap->count &&
            ja_compare_costs(heap->at[child + 1].rank, heap->at[child].rank) < 0)
            child++;
        if (ja_compare_costs(last.rank, heap->at[child].rank) <= 0)
            break;
        heap->at[at] = heap->at[child];
    }
    if (heap->count)
        heap->at[at] = last;
    return top;
}

/* ---- from the source to all ---- */

static void find_first_costs(ja_search *search)
{
    const ja_arcs *arcs = &search->ways->out;
    for (size_t i = 0; i < search->ways->node_count; i++)
        search->first[i] = (ja_cost){JA_NO_WAY, 0};
    search->first[search->source] = (ja_cost){0, 0};
    push(search, (ja_entry){{0, 0}, {0, 0}, search->source});
    while (search->heap.count) {
        ja_entry entry = pop(&search->heap);
        if (ja_compare_costs(entry.cost, search->first[entry.node]) != 0)
            continue;
        for (size_t i = arcs->first[entry.node]; i < arcs->first[entry.node + 1]; i++) {
            size_t head = arcs->at[i].head;
            ja_cost cost = ja_add_costs(entry.cost, (ja_cost){arcs->at[i].length, 1});
            if (ja_compare_costs(cost, search->first[head]) >= 0)
                continue;
            search->first[head] = cost;
            push(search, (ja_entry){cost, cost, head});
        }
    }
}

/* Moore 1959. */
static void find_hops(ja_search *search)
{
    const ja_arcs *arcs = &search->ways->out;
    size_t count = search->ways->node_count, used = 0;
    size_t *queue = JA_NEW_N(search->arena, size_t, count);
    search->hops = JA_NEW_N(search->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        search->hops[i] = JACCUSE_NONE;
    search->hops[search->source] = 0;
    queue[used++] = search->source;
    for (size_t at = 0; at < used; at++)
        for (size_t i = arcs->first[queue[at]]; i < arcs->first[queue[at] + 1]; i++) {
            size_t head = arcs->at[i].head;
            if (search->hops[head] != JACCUSE_NONE)
                continue;
            search->hops[head] = search->hops[queue[at]] + 1;
            queue[used++] = head;
        }
}

ja_search *ja_search_new(ja_arena *arena, const ja_ways *ways, size_t source, size_t most_steps)
{
    ja_search *search = JA_NEW(arena, ja_search);
    *search = (ja_search){.arena = arena,
                          .ways = ways,
                          .source = source,
                          .most_steps = most_steps,
                          .limited = most_steps + 1 < ways->node_count,
                          .first = JA_NEW_N(arena, ja_cost, ways->node_count),
                          .known = JA_NEW_N(arena, ja_knowledge, ways->node_count)};
    find_first_costs(search);
    if (search->limited)
        find_hops(search);
    return search;
}

/* ---- one quest ---- */

/* Fresh where this quest has not met the node yet. */
static ja_knowledge *knowledge_of(ja_search *search, size_t node)
{
    ja_knowledge *known = &search->known[node];
    if (known->quest != search->quest) {
        known->quest = search->quest;
        known->visit = JACCUSE_NONE;
        known->steps = JACCUSE_NONE;
    }
    return known;
}

static bool is_too_late(ja_search *search, size_t node, ja_cost cost)
{
    return cost.steps >= knowledge_of(search, node)->steps;
}

static void settle(ja_search *search, size_t node, ja_cost cost)
{
    ja_knowledge *known = knowledge_of(search, node);
    JA_PUSH(search->arena, search->visits, search->visit_count, search->visit_capacity,
            ((ja_visit){cost, known->visit}));
    known->visit = search->visit_count - 1;
    known->steps = search->limited ? cost.steps : 0;
}

/* Lets the nodes before a settled one be looked at. */
static void look_back(ja_search *search, const ja_quest *quest, size_t node, ja_cost cost,
                      ja_cost limit)
{
    const ja_arcs *arcs = &search->ways->in;
    for (size_t i = arcs->first[node]; i < arcs->first[node + 1]; i++) {
        size_t tail = arcs->at[i].head; /* `in` is turned round */
        if (quest->blocked[tail] || search->first[tail].length == JA_NO_WAY ||
            (node == quest->to && search->known[tail].banned_in == search->quest))
            continue;
        ja_cost further = ja_add_costs(cost, (ja_cost){arcs->at[i].length, 1});
        if (search->limited && further.steps + search->hops[tail] > limit.steps)
            continue;
        ja_cost rank = ja_add_costs(further, search->first[tail]);
        if (rank.length <= limit.length && !is_too_late(search, tail, further))
            push(search, (ja_entry){rank, further, tail});
    }
}

/* Settles all that ways of the best cost may lead through. False: there is no way. */
static bool explore(ja_search *search, const ja_quest *quest, ja_cost *best)
{
    bool found = false;
    ja_cost limit = quest->limit;
    if (search->limited && limit.steps > search->most_steps)
        limit.steps = search->most_steps;
    push(search, (ja_entry){search->first[quest->to], {0, 0}, quest->to});
    while (search->heap.count) {
        ja_entry entry = pop(&search->heap);
        if (found && ja_compare_costs(entry.rank, *best) > 0)
            break;
        if (is_too_late(search, entry.node, entry.cost))
            continue;
        settle(search, entry.node, entry.cost);
        if (entry.node == search->source) {
            found = true;
            *best = entry.cost;
        } else {
            look_back(search, quest, entry.node, entry.cost, limit);
        }
    }
    return found;
}

static bool has_visit(const ja_search *search, size_t node, ja_cost cost)
{
    if (search->known[node].quest != search->quest)
        return false;
    size_t visit = search->known[node].visit;
    while (visit != JACCUSE_NONE && ja_compare_costs(search->visits[visit].cost, cost) != 0)
        visit = search->visits[visit].next;
    return visit != JACCUSE_NONE;
}

/* The arc that begins the first of the best ways from a node at that cost; *left becomes what is
 * left of it. There is one, since the cost was found by going back along one. */
static const ja_arc *first_step(const ja_search *search, size_t node, ja_cost *left)
{
    const ja_arcs *arcs = &search->ways->out;
    for (size_t i = arcs->first[node]; i < arcs->first[node + 1]; i++) {
        const ja_arc *arc = &arcs->at[i];
        if (arc->length > left->length)
            continue;
        ja_cost rest = {left->length - arc->length, left->steps - 1};
        if (has_visit(search, arc->head, rest)) {
            *left = rest;
            return arc;
        }
    }
    return NULL;
}

bool ja_search_best(ja_search *search, const ja_quest *quest, ja_cost *cost, size_t *nodes,
                    size_t *edges)
{
    search->quest++;
    search->visit_count = search->heap.count = 0;
    for (size_t i = 0; i < quest->banned_count; i++)
        search->known[quest->banned[i]].banned_in = search->quest;
    if (search->first[quest->to].length == JA_NO_WAY || !explore(search, quest, cost))
        return false;
    ja_cost left = *cost;
    nodes[0] = search->source;
    for (size_t i = 0; i < cost->steps; i++) {
        const ja_arc *arc = first_step(search, nodes[i], &left);
        if (!arc)
            return false;
        edges[i] = arc->edge;
        nodes[i + 1] = arc->head;
    }
    return true;
}
