/* How two actors are connected: the k shortest ways (Yen 1971, with Lawler's rule of 1972 that no
 * way is looked for twice), each in one order on every machine.
 *
 * A way that was found is fixed from some node to its end, the step before that node is banned,
 * and the best way of those that are left is a candidate; the best candidate is the next answer.
 * What is fixed is the end and not the beginning because searches run backwards. */
#include "network/ways.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* A way, from the source to the target. */
typedef struct ja_way {
    ja_cost cost;
    size_t *nodes, *edges;
    size_t fixed; /* steps at its end that it shares with the way that it was made from */
} ja_way;

typedef struct ja_question {
    const jaccuse_network *network;
    const jaccuse_path_options *options;
    size_t from, to, wanted;
    ja_arena arena; /* lives as long as the question */
    ja_ways ways;
    ja_search *search;
    ja_way *found, **candidates; /* both in order, with room for all that are wanted */
    size_t found_count, candidate_count;
    bool *blocked;                  /* by node; all false between quests */
    size_t *nodes, *edges, *banned; /* scratch: of any way; one a way that is wanted */
    ja_cost limit;                  /* longer ways are not wanted */
} ja_question;

/* Of equal cost the way whose nodes come first. */
static int compare_ways(const ja_way *a, const ja_way *b)
{
    int order = ja_compare_costs(a->cost, b->cost);
    for (size_t i = 0; order == 0 && i <= a->cost.steps; i++)
        order = (a->nodes[i] > b->nodes[i]) - (a->nodes[i] < b->nodes[i]);
    return order;
}

/* How many candidates may still be wanted. */
static size_t room(const ja_question *question)
{
    return question->wanted - question->found_count;
}

static void add_candidate(ja_question *question, ja_way way)
{
    size_t low = 0, high = question->candidate_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_ways(question->candidates[middle], &way) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= room(question))
        return;
    if (question->candidate_count == room(question))
        question->candidate_count--;
    ja_way *copy = JA_NEW(&question->arena, ja_way);
    *copy = way;
    ja_way **place = &question->candidates[low];
    memmove(place + 1, place, (question->candidate_count++ - low) * sizeof *place);
    *place = copy;
}

/* The step before the last `fixed` ones of `end`, as a node that they are reached from. */
static size_t tail_before(const ja_way *way, size_t fixed)
{
    return way->nodes[way->cost.steps - fixed - 1];
}

static bool ends_alike(const ja_way *a, const ja_way *b, size_t fixed)
{
    return a->cost.steps > fixed && b->cost.steps > fixed &&
           memcmp(a->nodes + a->cost.steps - fixed, b->nodes + b->cost.steps - fixed,
                  (fixed + 1) * sizeof *a->nodes) == 0;
}

/* What the last `fixed` steps of a way are reached from in all that were found so far. */
static size_t ban_found(ja_question *question, const ja_way *end, size_t fixed)
{
    size_t count = 0;
    for (size_t i = 0; i < question->found_count; i++)
        if (ends_alike(&question->found[i], end, fixed))
            question->banned[count++] = tail_before(&question->found[i], fixed);
    return count;
}

/* The nodes behind the place where the fixed end begins. */
static void block_end(ja_question *question, const ja_way *end, size_t fixed, bool blocked)
{
    for (size_t i = 0; i < fixed; i++)
        question->blocked[end->nodes[end->cost.steps - i]] = blocked;
}

static ja_cost cost_of_end(const ja_question *question, const ja_way *end, size_t fixed)
{
    ja_cost cost = {0, 0};
    for (size_t i = 0; i < fixed; i++) {
        size_t edge = end->edges[end->cost.steps - 1 - i];
        uint64_t length = ja_edge_length(&question->network->edges[edge]);
        cost = ja_add_costs(cost, (ja_cost){length, 1});
    }
    return cost;
}

/* The way just found and the fixed end behind it. */
static ja_way join(ja_question *question, ja_cost cost, const ja_way *end, ja_cost shared)
{
    size_t steps = cost.steps + shared.steps;
    ja_way way = {.cost = ja_add_costs(cost, shared),
                  .nodes = JA_NEW_N(&question->arena, size_t, steps + 1),
                  .edges = JA_NEW_N(&question->arena, size_t, steps),
                  .fixed = shared.steps};
    memcpy(way.nodes, question->nodes, (cost.steps + 1) * sizeof *way.nodes);
    memcpy(way.edges, question->edges, cost.steps * sizeof *way.edges);
    size_t start = end->cost.steps - shared.steps;
    memcpy(way.nodes + cost.steps + 1, end->nodes + start + 1, shared.steps * sizeof *way.nodes);
    memcpy(way.edges + cost.steps, end->edges + start, shared.steps * sizeof *way.edges);
    return way;
}

/* Ways that are longer than as many candidates as are wanted need not be found. */
static uint64_t longest_wanted(const ja_question *question)
{
    size_t count = question->candidate_count;
    return count && count == room(question) ? question->candidates[count - 1]->cost.length
                                            : question->limit.length;
}

/* The best way that ends in the last `fixed` steps of `end`, and in none that was found. */
static void look_for(ja_question *question, const ja_way *end, size_t fixed)
{
    ja_cost shared = cost_of_end(question, end, fixed), cost;
    ja_quest quest = {
        .to = end->nodes[end->cost.steps - fixed],
        .blocked = question->blocked,
        .banned = question->banned,
        .banned_count = ban_found(question, end, fixed),
        .limit = {longest_wanted(question) - shared.length, question->limit.steps - shared.steps}};
    block_end(question, end, fixed, true);
    if (ja_search_best(question->search, &quest, &cost, question->nodes, question->edges))
        add_candidate(question, join(question, cost, end, shared));
    block_end(question, end, fixed, false);
}

/* The best candidate becomes the next answer, and the ways beside it candidates. */
static void accept_best(ja_question *question)
{
    ja_way *best = &question->found[question->found_count++];
    *best = *question->candidates[0];
    memmove(question->candidates, question->candidates + 1,
            --question->candidate_count * sizeof *question->candidates);
    if (question->options->all_shortest)
        question->limit.length = best->cost.length;
    if (room(question) > 0)
        for (size_t fixed = best->fixed; fixed < best->cost.steps; fixed++)
            look_for(question, best, fixed);
}

static void answer(void *context)
{
    ja_question *question = context;
    ja_arena *arena = &question->arena;
    size_t count = question->network->node_count;
    question->ways = ja_make_ways(arena, question->network, question->options);
    question->search = ja_search_new(arena, &question->ways, question->from, question->limit.steps);
    question->found = JA_NEW_N(arena, ja_way, question->wanted);
    question->candidates = JA_NEW_N(arena, ja_way *, question->wanted);
    question->blocked = JA_NEW_N(arena, bool, count);
    question->nodes = JA_NEW_N(arena, size_t, count);
    question->edges = JA_NEW_N(arena, size_t, count);
    question->banned = JA_NEW_N(arena, size_t, question->wanted);
    ja_way target = {.nodes = &question->to, .edges = question->edges};
    look_for(question, &target, 0);
    while (question->candidate_count && room(question) > 0)
        accept_best(question);
}

/* ---- the answer for the caller, on the heap ---- */

static size_t *copy_numbers(const size_t *numbers, size_t count)
{
    size_t *copy = calloc(count ? count : 1, sizeof *copy);
    if (copy && count)
        memcpy(copy, numbers, count * sizeof *copy);
    return copy;
}

/* What is made stands in `out`, complete or not. */
static bool copy_ways(const ja_question *question, size_t count, jaccuse_paths *out)
{
    out->at = calloc(count ? count : 1, sizeof *out->at);
    for (size_t i = 0; out->at && i < count; i++) {
        const ja_way *way = &question->found[i];
        jaccuse_path *path = &out->at[out->count++];
        path->nodes = copy_numbers(way->nodes, way->cost.steps + 1);
        path->edges = copy_numbers(way->edges, way->cost.steps);
        path->edge_count = way->cost.steps;
        for (size_t j = 0; j < way->cost.steps; j++)
            path->length += 1 / question->network->edges[way->edges[j]].weight;
        if (!path->nodes || !path->edges)
            return false;
    }
    return out->at != NULL;
}

void jaccuse_paths_clear(jaccuse_paths *paths)
{
    for (size_t i = 0; i < paths->count; i++) {
        free(paths->at[i].nodes);
        free(paths->at[i].edges);
    }
    free(paths->at);
    *paths = (jaccuse_paths){0};
}

/* ---- the question ---- */

static jaccuse_status check_avoided(const jaccuse_network *network, size_t from, size_t to,
                                    const jaccuse_path_options *options, jaccuse_error *error)
{
    for (size_t i = 0; i < options->avoid_count; i++) {
        size_t avoided = options->avoid[i];
        if (avoided >= network->node_count)
            return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "there is no such node");
        if (avoided == from || avoided == to)
            return ja_fail(error, JACCUSE_ERROR_ARGUMENT,
                           "%s is an end of the path and cannot be avoided",
                           network->nodes[avoided].label);
    }
    return JACCUSE_OK;
}

static jaccuse_status check(const jaccuse_network *network, size_t from, size_t to,
                            const jaccuse_path_options *options, jaccuse_error *error)
{
    if (!network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    if (from >= network->node_count || to >= network->node_count)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "there is no such node");
    if (from == to)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "both ends of the path are %s (%s)",
                       network->nodes[from].label, network->nodes[from].id);
    if (options->count == 0 || options->count > JA_MAX_PATHS)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the number of paths must be 1 to %d",
                       JA_MAX_PATHS);
    if ((unsigned)options->via >= JACCUSE_VIA_COUNT)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "there is no such kind of edges");
    return check_avoided(network, from, to, options, error);
}

static jaccuse_status tell_none(const ja_question *question, jaccuse_error *error)
{
    static const char *const by[] = {"", " by accusations alone", " by denials alone"};
    const jaccuse_path_options *options = question->options;
    const jaccuse_node *nodes = question->network->nodes;
    char steps[48] = "";
    if (options->max_steps)
        snprintf(steps, sizeof steps, " in %zu %s", options->max_steps,
                 options->max_steps == 1 ? "step" : "steps");
    return ja_fail(error, JACCUSE_NOT_FOUND, "%s and %s are not connected%s%s%s%s",
                   nodes[question->from].label, nodes[question->to].label,
                   options->directed ? " in this direction" : "", by[options->via], steps,
                   options->avoid_count ? " round those who are to be avoided" : "");
}

jaccuse_status jaccuse_network_paths(const jaccuse_network *network, size_t from, size_t to,
                                     const jaccuse_path_options *options, jaccuse_paths *out,
                                     jaccuse_error *error)
{
    static const jaccuse_path_options plain = JACCUSE_PATH_OPTIONS_INIT;
    *out = (jaccuse_paths){0};
    if (!options)
        options = &plain;
    jaccuse_status status = check(network, from, to, options, error);
    if (status != JACCUSE_OK)
        return status;
    ja_question question = {
        .network = network,
        .options = options,
        .from = from,
        .to = to,
        .wanted = options->count + options->all_shortest,
        .limit = {JA_NO_WAY - 1, options->max_steps ? options->max_steps : JA_MOST_STEPS}};
    ja_arena_init(&question.arena);
    bool done = ja_arena_run(&question.arena, answer, &question);
    size_t count = question.found_count < options->count ? question.found_count : options->count;
    if (!done || !copy_ways(&question, count, out)) {
        jaccuse_paths_clear(out);
        status = ja_fail_memory(error);
    } else if (count == 0) {
        jaccuse_paths_clear(out);
        status = tell_none(&question, error);
    }
    out->more = question.found_count > count;
    ja_arena_clear(&question.arena);
    return status;
}
