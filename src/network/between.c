/* A stretch of time of a finished network, out of its own evidence.
 *
 * All evidence is put in the order of its dates once. A stretch is then a run of it: sorted by what
 * it stands at, it gives the edges and nodes of the stretch, which are counted anew. So the cost
 * goes with the run, however many stretches a network is cut into. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* ---- the evidence of the whole, once ---- */

static int compare_holders(const void *a, const void *b)
{
    const ja_moment *x = a, *y = b;
    if (x->holder != y->holder)
        return x->holder < y->holder ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->evidence > y->evidence) - (x->evidence < y->evidence);
}

static int compare_dates(const void *a, const void *b)
{
    const ja_moment *x = a, *y = b;
    int order = strcmp(x->evidence->date, y->evidence->date);
    return order ? order : compare_holders(a, b);
}

static void put_moments(ja_timeline *timeline, ja_holder holder, size_t number,
                        const jaccuse_evidence *evidence, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (evidence[i].date)
            timeline->moments[timeline->count++] = (ja_moment){&evidence[i], holder, number};
}

void ja_load_timeline(void *context)
{
    jaccuse_network *network = context;
    if (network->timeline)
        return;
    ja_arena *arena = &network->arena;
    ja_timeline *timeline = JA_NEW(arena, ja_timeline);
    size_t most = 0;
    for (size_t i = 0; i < network->edge_count; i++)
        most += network->edges[i].evidence_count;
    for (size_t i = 0; i < network->node_count; i++)
        most += network->nodes[i].unattributed_count + network->nodes[i].bare_denial_count;
    timeline->moments = JA_NEW_N(arena, ja_moment, most);
    for (size_t i = 0; i < network->edge_count; i++)
        put_moments(timeline, JA_AT_EDGE, i, network->edges[i].evidence,
                    network->edges[i].evidence_count);
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        put_moments(timeline, JA_AT_UNATTRIBUTED, i, node->unattributed, node->unattributed_count);
        put_moments(timeline, JA_AT_BARE_DENIALS, i, node->bare_denials, node->bare_denial_count);
    }
    if (timeline->count)
        qsort(timeline->moments, timeline->count, sizeof(ja_moment), compare_dates);
    network->timeline = timeline;
}

/* The first moment from which on dates are too late (`late`) or not too early. */
static size_t find_bound(const ja_timeline *timeline, const char *date, bool late)
{
    size_t low = 0, high = timeline->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *other = timeline->moments[middle].evidence->date;
        if (late ? ja_is_until(date, other) : !ja_is_since(date, other))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- numbers of the whole, and those of the stretch ---- */

/* Sorted, none twice: the number of each in the stretch is its place. */
typedef struct ja_numbers {
    size_t *at, count;
} ja_numbers;

static int compare_numbers(const void *a, const void *b)
{
    const size_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void sort_numbers(ja_numbers *numbers)
{
    size_t kept = 0;
    if (numbers->count)
        qsort(numbers->at, numbers->count, sizeof *numbers->at, compare_numbers);
    for (size_t i = 0; i < numbers->count; i++)
        if (kept == 0 || numbers->at[i] != numbers->at[kept - 1])
            numbers->at[kept++] = numbers->at[i];
    numbers->count = kept;
}

static size_t place_of(const ja_numbers *numbers, size_t number)
{
    const size_t *found = numbers->count ? bsearch(&number, numbers->at, numbers->count,
                                                   sizeof number, compare_numbers)
                                         : NULL;
    return found ? (size_t)(found - numbers->at) : JACCUSE_NONE;
}

/* ---- the stretch ---- */

typedef struct ja_stretch {
    const jaccuse_network *whole;
    jaccuse_network *part;
    const char *since, *until;
    ja_moment *run; /* sorted by what it stands at */
    size_t count;
    jaccuse_evidence *evidence; /* in the order of the run */
    size_t *articles;           /* likewise: the number of its article */
    ja_numbers nodes, stories, claims;
    size_t *told_in, *answered_in,
        *printed_in; /* by story, story, article: the last edge, from 1 */
} ja_stretch;

static void take_run(ja_stretch *stretch)
{
    const ja_timeline *timeline = stretch->whole->timeline;
    size_t begin = find_bound(timeline, stretch->since, false);
    size_t end = find_bound(timeline, stretch->until, true);
    stretch->count = end > begin ? end - begin : 0;
    if (stretch->count == 0)
        return;
    stretch->part->first_date = timeline->moments[begin].evidence->date;
    stretch->part->last_date = timeline->moments[end - 1].evidence->date;
    stretch->run = JA_NEW_N(&stretch->part->arena, ja_moment, stretch->count);
    memcpy(stretch->run, timeline->moments + begin, stretch->count * sizeof(ja_moment));
    qsort(stretch->run, stretch->count, sizeof(ja_moment), compare_holders);
}

static void collect_numbers(ja_stretch *stretch)
{
    ja_arena *arena = &stretch->part->arena;
    stretch->nodes.at = JA_NEW_N(arena, size_t, 2 * stretch->count);
    stretch->stories.at = JA_NEW_N(arena, size_t, stretch->count);
    stretch->claims.at = JA_NEW_N(arena, size_t, stretch->count);
    for (size_t i = 0; i < stretch->count; i++) {
        const ja_moment *moment = &stretch->run[i];
        bool at_edge = moment->holder == JA_AT_EDGE;
        const jaccuse_edge *edge = at_edge ? &stretch->whole->edges[moment->number] : NULL;
        stretch->nodes.at[stretch->nodes.count++] = at_edge ? edge->source : moment->number;
        stretch->nodes.at[stretch->nodes.count++] = at_edge ? edge->target : moment->number;
        stretch->stories.at[stretch->stories.count++] = moment->evidence->story;
        stretch->claims.at[stretch->claims.count++] = moment->evidence->claim;
    }
    sort_numbers(&stretch->nodes);
    sort_numbers(&stretch->stories);
    sort_numbers(&stretch->claims);
}

static void copy_evidence(ja_stretch *stretch)
{
    jaccuse_network *part = stretch->part;
    ja_map ids;
    ja_map_init(&ids, &part->arena);
    stretch->evidence = JA_NEW_N(&part->arena, jaccuse_evidence, stretch->count);
    stretch->articles = JA_NEW_N(&part->arena, size_t, stretch->count);
    for (size_t i = 0; i < stretch->count; i++) {
        jaccuse_evidence *copy = &stretch->evidence[i];
        *copy = *stretch->run[i].evidence;
        copy->story = place_of(&stretch->stories, copy->story);
        copy->claim = place_of(&stretch->claims, copy->claim);
        stretch->articles[i] = *ja_map_put(&ids, ja_slice_of(copy->article_id), ids.count, NULL);
    }
    part->distinct_articles = ids.count;
    part->story_count = stretch->stories.count;
    part->told_count = stretch->claims.count;
}

static void copy_nodes(ja_stretch *stretch)
{
    const jaccuse_network *whole = stretch->whole;
    jaccuse_network *part = stretch->part;
    part->node_count = stretch->nodes.count;
    part->nodes = JA_NEW_N(&part->arena, jaccuse_node, part->node_count);
    part->folded = JA_NEW_N(&part->arena, const ja_slice *, part->node_count);
    for (size_t i = 0; i < part->node_count; i++) {
        size_t number = stretch->nodes.at[i];
        jaccuse_node *node = &part->nodes[i];
        *node = whole->nodes[number];
        node->of = place_of(&stretch->nodes, node->of);
        node->unattributed = node->bare_denials = NULL;
        node->unattributed_count = node->bare_denial_count = 0;
        part->folded[i] = whole->folded[number];
    }
}

/* The edge of the evidence from `first` on; `mark` is not 0 and new to each. */
static jaccuse_edge weigh(ja_stretch *stretch, size_t first, size_t count, size_t mark)
{
    jaccuse_edge edge = stretch->whole->edges[stretch->run[first].number];
    edge.source = place_of(&stretch->nodes, edge.source);
    edge.target = place_of(&stretch->nodes, edge.target);
    edge.accused = place_of(&stretch->nodes, edge.accused);
    edge.weight = 0;
    edge.articles = edge.answered = 0;
    edge.evidence = &stretch->evidence[first];
    edge.evidence_count = count;
    edge.first_date = edge.evidence[0].date; /* evidence stands in the order of its dates */
    edge.last_date = edge.evidence[count - 1].date;
    for (size_t i = 0; i < count; i++) {
        size_t story = edge.evidence[i].story;
        edge.weight += ja_is_new(stretch->told_in, story, mark);
        edge.articles += ja_is_new(stretch->printed_in, stretch->articles[first + i], mark);
        if (edge.evidence[i].answered)
            edge.answered += ja_is_new(stretch->answered_in, story, mark);
    }
    return edge;
}

static void put_group(ja_stretch *stretch, size_t first, size_t count)
{
    jaccuse_network *part = stretch->part;
    const ja_moment *moment = &stretch->run[first];
    if (moment->holder == JA_AT_EDGE) {
        part->edges[part->edge_count++] = weigh(stretch, first, count, first + 1);
        return;
    }
    jaccuse_node *node = &part->nodes[place_of(&stretch->nodes, moment->number)];
    if (moment->holder == JA_AT_UNATTRIBUTED) {
        node->unattributed = &stretch->evidence[first];
        node->unattributed_count = count;
    } else {
        node->bare_denials = &stretch->evidence[first];
        node->bare_denial_count = count;
    }
}

static void put_groups(ja_stretch *stretch)
{
    jaccuse_network *part = stretch->part;
    ja_arena *arena = &part->arena;
    part->edges = JA_NEW_N(arena, jaccuse_edge, stretch->count);
    stretch->told_in = JA_NEW_N(arena, size_t, part->story_count);
    stretch->answered_in = JA_NEW_N(arena, size_t, part->story_count);
    stretch->printed_in = JA_NEW_N(arena, size_t, part->distinct_articles);
    for (size_t i = 0, end; i < stretch->count; i = end) {
        const ja_moment *moment = &stretch->run[i];
        for (end = i + 1; end < stretch->count && stretch->run[end].holder == moment->holder &&
                          stretch->run[end].number == moment->number;
             end++)
            ;
        put_group(stretch, i, end - i);
    }
}

static void make_stretch(void *context)
{
    ja_stretch *stretch = context;
    take_run(stretch);
    collect_numbers(stretch);
    copy_evidence(stretch);
    copy_nodes(stretch);
    put_groups(stretch);
    ja_tally(stretch->part);
}

static jaccuse_status check(const jaccuse_network *network, const char *since, const char *until,
                            jaccuse_error *error)
{
    if (!network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    return ja_check_dates(since, until, error);
}

jaccuse_status jaccuse_network_between(jaccuse_network *network, const char *since,
                                       const char *until, jaccuse_network **out,
                                       jaccuse_error *error)
{
    *out = NULL;
    jaccuse_status status = check(network, since, until, error);
    if (status == JACCUSE_OK)
        status = jaccuse_network_evidence(network, JACCUSE_NONE, error);
    if (status == JACCUSE_OK)
        status = ja_network_run(network, ja_load_timeline, network, error);
    if (status != JACCUSE_OK)
        return status;
    jaccuse_network *part = calloc(1, sizeof *part);
    if (!part)
        return ja_fail_memory(error);
    ja_arena_init(&part->arena);
    ja_arena_init(&part->scratch);
    part->options = network->options;
    part->finished = true;
    ja_stretch stretch = {.whole = network, .part = part, .since = since, .until = until};
    status = ja_network_run(part, make_stretch, &stretch, error);
    if (status != JACCUSE_OK) {
        jaccuse_network_free(part);
        return status;
    }
    *out = part;
    return JACCUSE_OK;
}
