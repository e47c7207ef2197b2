/* Which edges and actors the options let stay, once all is merged: edges by weight, then actors by
 * kind, component, distance from one of them, and rank, each among what the one before has left. */
#include "network/filter.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "network/network.h"

typedef struct ja_ranked {
    double value;
    size_t node;
} ja_ranked;

/* Room for the work of every filter, made once. */
typedef struct ja_selection {
    jaccuse_network *network;
    bool *nodes, *edges; /* what stays of the network as it is now */
    bool *accusing;      /* by node: an accusation leaves or reaches it */
    size_t *start;       /* by node: where its neighbours stand; one more at the end */
    size_t *neighbours;  /* direction aside */
    size_t *queue;
    ja_ranked *ranked;
} ja_selection;

/* ---- what is told where nothing is left ---- */

static void name_filter(const jaccuse_network_options *options, ja_filter filter, char *out,
                        size_t size)
{
    switch ((int)filter) {
    case JA_BY_SINCE:
        snprintf(out, size, "since %s", options->since);
        break;
    case JA_BY_UNTIL:
        snprintf(out, size, "until %s", options->until);
        break;
    case JA_BY_LANGUAGE:
        snprintf(out, size, "lang %s", options->language);
        break;
    case JA_BY_OUTLET:
        snprintf(out, size, "outlet \"%s\"", options->outlet);
        break;
    case JA_BY_CERTAINTY:
        snprintf(out, size, "certainty %s", jaccuse_certainty_name(options->certainty));
        break;
    case JA_BY_CONFIDENCE:
        snprintf(out, size, "min-confidence %g", options->min_confidence);
        break;
    case JA_BY_WORDS:
        snprintf(out, size, "about \"%s\"", options->about);
        break;
    case JA_BY_WEIGHT:
        snprintf(out, size, "min-weight %g", options->min_weight);
        break;
    case JA_BY_KIND:
        snprintf(out, size, "kind %s", options->kind);
        break;
    default:
        snprintf(out, size, "component %s", options->component);
    }
}

/* `before`: how many actors there were. */
static jaccuse_status tell_empty(const jaccuse_network *network, ja_filter filter, size_t before,
                                 jaccuse_error *error)
{
    char name[160];
    name_filter(&network->options, filter, name, sizeof name);
    if (filter >= JA_CLAIM_FILTER_COUNT)
        return ja_fail(error, JACCUSE_NOT_FOUND, "the filter %s leaves no actor of %zu", name,
                       before);
    bool dated = filter == JA_BY_SINCE || filter == JA_BY_UNTIL;
    return ja_fail(error, JACCUSE_NOT_FOUND, "the filter %s leaves no claim%s", name,
                   dated ? " (articles without a date are left out)" : "");
}

/* The filter that let none of the claims through that were left, if there is one. */
static jaccuse_status check_claims(const jaccuse_network *network, jaccuse_error *error)
{
    const size_t *passed = network->filtering.passed;
    for (int i = JA_UNFILTERED + 1; i < JA_CLAIM_FILTER_COUNT; i++)
        if (passed[i] == 0 && passed[i - 1] > 0)
            return tell_empty(network, (ja_filter)i, 0, error);
    return JACCUSE_OK;
}

/* ---- each filter marks what stays; `nodes` and `edges` come all true ---- */

/* Actors whom only the edges that go had kept go with them. This filter is the first: no edge has
 * lost its accused. */
static void mark_weight(ja_selection *selection)
{
    jaccuse_network *network = selection->network;
    bool *nodes = selection->nodes;
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        selection->edges[i] = edge->weight >= network->options.min_weight;
        if (!selection->edges[i])
            nodes[edge->source] = nodes[edge->target] = false;
    }
    for (size_t i = 0; i < network->node_count; i++)
        if (network->nodes[i].unattributed_count || network->nodes[i].bare_denial_count)
            nodes[i] = true;
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if (selection->edges[i])
            nodes[edge->source] = nodes[edge->target] = nodes[edge->accused] = true;
    }
}

static void mark_kinds(ja_selection *selection)
{
    const jaccuse_network *network = selection->network;
    for (size_t i = 0; i < network->node_count; i++)
        selection->nodes[i] = network->filtering.kinds >> network->nodes[i].kind & 1;
}

/* Components are told by accusations; who takes part by denials alone belongs to those whom he
 * contradicts. */
static jaccuse_status mark_component(ja_selection *selection, jaccuse_error *error)
{
    jaccuse_network *network = selection->network;
    const double *component;
    jaccuse_status status = jaccuse_network_measure(network, JACCUSE_COMPONENT, &component, error);
    if (status != JACCUSE_OK)
        return status;
    for (size_t i = 0; i < network->node_count; i++) {
        selection->nodes[i] = component[i] == (double)network->filtering.component;
        selection->accusing[i] = false;
    }
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if (edge->relation == JACCUSE_ACCUSES)
            selection->accusing[edge->source] = selection->accusing[edge->target] = true;
    }
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if (!selection->accusing[edge->source] && selection->accusing[edge->target] &&
            selection->nodes[edge->target])
            selection->nodes[edge->source] = true;
    }
    return JACCUSE_OK;
}

static void list_neighbours(ja_selection *selection)
{
    const jaccuse_network *network = selection->network;
    size_t *start = selection->start;
    for (size_t i = 0; i <= network->node_count; i++)
        start[i] = 0;
    for (size_t i = 0; i < network->edge_count; i++) {
        start[network->edges[i].source]++;
        start[network->edges[i].target]++;
    }
    for (size_t i = 0; i < network->node_count; i++)
        start[i + 1] += start[i];
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        selection->neighbours[--start[edge->source]] = edge->target;
        selection->neighbours[--start[edge->target]] = edge->source;
    }
}

/* Breadth first, a step at a time. */
static jaccuse_status mark_ego(ja_selection *selection, jaccuse_error *error)
{
    const jaccuse_network *network = selection->network;
    bool *nodes = selection->nodes;
    size_t ego;
    jaccuse_status status = jaccuse_network_find(network, network->options.ego, &ego, error);
    if (status != JACCUSE_OK)
        return status;
    list_neighbours(selection);
    for (size_t i = 0; i < network->node_count; i++)
        nodes[i] = i == ego;
    selection->queue[0] = ego;
    size_t radius = network->options.radius ? network->options.radius : 1, met = 1, begin = 0;
    for (size_t step = 0; step < radius && begin < met; step++)
        for (size_t end = met; begin < end; begin++) {
            size_t node = selection->queue[begin];
            for (size_t i = selection->start[node]; i < selection->start[node + 1]; i++)
                if (!nodes[selection->neighbours[i]]) {
                    nodes[selection->neighbours[i]] = true;
                    selection->queue[met++] = selection->neighbours[i];
                }
        }
    return JACCUSE_OK;
}

/* Highest first, who has no value last; equal ones in the order of the nodes. */
static int compare_ranked(const void *a, const void *b)
{
    const ja_ranked *x = a, *y = b;
    if (isnan(x->value) != isnan(y->value))
        return isnan(x->value) ? 1 : -1;
    if (x->value > y->value || x->value < y->value)
        return x->value < y->value ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

static jaccuse_status mark_top(ja_selection *selection, jaccuse_error *error)
{
    jaccuse_network *network = selection->network;
    const double *values;
    jaccuse_status status =
        jaccuse_network_measure(network, network->filtering.top_of, &values, error);
    if (status != JACCUSE_OK)
        return status;
    for (size_t i = 0; i < network->node_count; i++)
        selection->ranked[i] = (ja_ranked){values[i], i};
    qsort(selection->ranked, network->node_count, sizeof(ja_ranked), compare_ranked);
    for (size_t i = 0; i < network->node_count; i++)
        selection->nodes[selection->ranked[i].node] = i < network->options.top;
    return JACCUSE_OK;
}

/* ---- one after another ---- */

static bool is_asked(const jaccuse_network *network, ja_filter filter)
{
    const jaccuse_network_options *options = &network->options;
    switch ((int)filter) {
    case JA_BY_WEIGHT:
        return options->min_weight > 0;
    case JA_BY_KIND:
        return network->filtering.kinds != 0;
    case JA_BY_COMPONENT:
        return network->filtering.component != JACCUSE_NONE;
    case JA_BY_EGO:
        return options->ego != NULL;
    default:
        return options->top > 0;
    }
}

/* `ego` is asked for while `filtered` is not told yet. */
bool jaccuse_network_is_filtered(const jaccuse_network *network)
{
    const size_t *passed = network->filtering.passed;
    bool filtered = network->filtered || passed[JA_CLAIM_FILTER_COUNT - 1] < passed[JA_UNFILTERED];
    for (int i = JA_CLAIM_FILTER_COUNT; i < JA_BY_EGO; i++)
        filtered = filtered || is_asked(network, (ja_filter)i);
    return filtered;
}

static jaccuse_status mark(ja_selection *selection, ja_filter filter, jaccuse_error *error)
{
    switch ((int)filter) {
    case JA_BY_WEIGHT:
        mark_weight(selection);
        return JACCUSE_OK;
    case JA_BY_KIND:
        mark_kinds(selection);
        return JACCUSE_OK;
    case JA_BY_COMPONENT:
        return mark_component(selection, error);
    case JA_BY_EGO:
        return mark_ego(selection, error);
    default:
        return mark_top(selection, error);
    }
}

static jaccuse_status apply(ja_selection *selection, ja_filter filter, jaccuse_error *error)
{
    jaccuse_network *network = selection->network;
    size_t before = network->node_count, kept = 0;
    for (size_t i = 0; i < before; i++)
        selection->nodes[i] = true;
    for (size_t i = 0; i < network->edge_count; i++)
        selection->edges[i] = true;
    jaccuse_status status = mark(selection, filter, error);
    for (size_t i = 0; i < before; i++)
        kept += selection->nodes[i];
    if (status == JACCUSE_OK && kept == 0)
        status = tell_empty(network, filter, before, error);
    return status == JACCUSE_OK ? ja_narrow(network, selection->nodes, selection->edges, error)
                                : status;
}

static void prepare(void *context)
{
    ja_selection *selection = context;
    const jaccuse_network *network = selection->network;
    ja_arena *arena = &selection->network->arena;
    size_t nodes = network->node_count, edges = network->edge_count;
    selection->nodes = JA_NEW_N(arena, bool, nodes);
    selection->edges = JA_NEW_N(arena, bool, edges);
    selection->accusing = JA_NEW_N(arena, bool, nodes);
    selection->start = JA_NEW_N(arena, size_t, nodes + 1);
    selection->neighbours = JA_NEW_N(arena, size_t, edges * 2);
    selection->queue = JA_NEW_N(arena, size_t, nodes);
    selection->ranked = JA_NEW_N(arena, ja_ranked, nodes);
}

static bool filters_claims(const jaccuse_network_options *options)
{
    return options->certainty > JACCUSE_SUSPECTED || options->min_confidence > 0 || options->about;
}

jaccuse_status ja_select(jaccuse_network *network, jaccuse_error *error)
{
    ja_selection selection = {.network = network};
    jaccuse_status status = check_claims(network, error);
    bool filtered = filters_claims(&network->options);
    for (int i = JA_CLAIM_FILTER_COUNT; i <= JA_BY_TOP && status == JACCUSE_OK; i++) {
        if (!is_asked(network, (ja_filter)i) || network->node_count == 0)
            continue;
        if (!selection.nodes)
            status = ja_network_run(network, prepare, &selection, error);
        if (status == JACCUSE_OK)
            status = apply(&selection, (ja_filter)i, error);
        filtered = true;
    }
    return status == JACCUSE_OK && filtered ? ja_tell_extent(network, error) : status;
}
