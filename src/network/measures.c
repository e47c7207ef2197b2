/* Measures: their names and meanings, computed on demand and kept. */
#include "network/graph.h"
#include "network/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

typedef struct ja_measure {
    const char *name, *meaning;
    bool is_whole;  /* its values are whole numbers */
    bool is_number; /* of a group, the largest 0 */
    ja_algorithm algorithm;
    void (*of_graph)(const ja_graph *graph, ja_arena *arena, double *out);
    void (*of_quarrel)(const jaccuse_network *network, ja_arena *arena, double *out);
} ja_measure;

static void add_strengths(const ja_graph *graph, const size_t *ends, double *out)
{
    memset(out, 0, graph->node_count * sizeof *out);
    for (size_t i = 0; i < graph->edge_count; i++)
        out[ends[i]] += graph->weight[i];
}

static void in_strength(const ja_graph *graph, ja_arena *arena, double *out)
{
    (void)arena;
    add_strengths(graph, graph->target, out);
}

static void out_strength(const ja_graph *graph, ja_arena *arena, double *out)
{
    (void)arena;
    add_strengths(graph, graph->source, out);
}

static const ja_measure measures[JACCUSE_MEASURE_COUNT] = {
    [JACCUSE_IN_STRENGTH] = {"in_strength", "Stories in which others accuse him.",
                             .of_graph = in_strength},
    [JACCUSE_OUT_STRENGTH] = {"out_strength", "Stories in which he accuses others.",
                              .of_graph = out_strength},
    [JACCUSE_PAGERANK] = {"pagerank",
                          "PageRank along accusations: accused by those who are much accused "
                          "themselves; all shares add up to 1.",
                          .of_graph = ja_graph_pagerank},
    [JACCUSE_HUB] = {"hub", "HITS hub: accuses those who are much accused; the largest is 1.",
                     .algorithm = JA_GRAPH_NONE},
    [JACCUSE_AUTHORITY] = {"authority",
                           "HITS authority: accused by the great accusers; the largest is 1.",
                           .algorithm = JA_GRAPH_NONE},
    [JACCUSE_BETWEENNESS] = {"betweenness",
                             "Share of the shortest chains of accusations between two others that "
                             "run through him; an edge is as long as 1/weight.",
                             .of_graph = ja_graph_betweenness},
    [JACCUSE_HARMONIC] = {"harmonic",
                          "Harmonic closeness: mean of 1/distance to all others, direction aside; "
                          "an edge is as long as 1/weight.",
                          .of_graph = ja_graph_harmonic},
    [JACCUSE_CORENESS] = {"coreness",
                          "The largest k such that he is one of a group whose members have k "
                          "accusing edges each, in or out, among themselves.",
                          .is_whole = true, .algorithm = JA_GRAPH_CORENESS},
    [JACCUSE_COMPONENT] = {"component",
                           "Number of the part of the network he is joined to, direction aside; 0 "
                           "is the largest.",
                           .is_whole = true, .is_number = true, .algorithm = JA_GRAPH_COMPONENT},
    [JACCUSE_STRONG_COMPONENT] = {"strong_component",
                                  "Number of the circle he is in, where chains of accusations lead "
                                  "from each to each; 0 is the largest.",
                                  .is_whole = true, .is_number = true,
                                  .algorithm = JA_GRAPH_STRONG_COMPONENT},
    [JACCUSE_COMMUNITY] = {"community",
                           "Number of his Leiden community: who quarrel more among themselves than "
                           "with others; 0 is the largest.",
                           .is_whole = true, .is_number = true, .algorithm = JA_GRAPH_COMMUNITY},
    [JACCUSE_ANSWERED] = {"answered", "Share of the accusations against him that somebody denied.",
                          .of_quarrel = ja_measure_answered},
    [JACCUSE_UNANSWERED] = {"unanswered", "Accusations against him that nobody denied.",
                            .is_whole = true, .of_quarrel = ja_measure_unanswered},
    [JACCUSE_DELAY] = {"delay",
                       "Days from an accusation against him to the first report of a denial: the "
                       "median over those who accuse him and were answered.",
                       .of_quarrel = ja_measure_delay},
    [JACCUSE_COUNTER] = {"counter", "How many of those whom he accuses accuse him too.",
                         .is_whole = true, .of_quarrel = ja_measure_counter},
    [JACCUSE_OUTLETS] = {"outlets",
                         "How many newspapers and agencies carry accusations against him.",
                         .is_whole = true, .of_quarrel = ja_measure_outlets},
    [JACCUSE_LANGUAGES] = {"languages", "In how many languages accusations against him are told.",
                           .is_whole = true, .of_quarrel = ja_measure_languages},
};

const char *jaccuse_measure_name(jaccuse_measure measure)
{
    return (size_t)measure < JACCUSE_MEASURE_COUNT ? measures[measure].name : NULL;
}

const char *jaccuse_measure_meaning(jaccuse_measure measure)
{
    return (size_t)measure < JACCUSE_MEASURE_COUNT ? measures[measure].meaning : NULL;
}

jaccuse_measure jaccuse_measure_from_name(const char *name)
{
    int i = 0;
    while (i < JACCUSE_MEASURE_COUNT && ja_compare_strings(name, measures[i].name) != 0)
        i++;
    return (jaccuse_measure)i;
}

bool jaccuse_measure_is_whole(jaccuse_measure measure)
{
    return (size_t)measure < JACCUSE_MEASURE_COUNT && measures[measure].is_whole;
}

bool jaccuse_measure_is_number(jaccuse_measure measure)
{
    return (size_t)measure < JACCUSE_MEASURE_COUNT && measures[measure].is_number;
}

bool jaccuse_is_defined(double value)
{
    return !isnan(value);
}

/* Nodes that are numbered alike. */
typedef struct ja_group {
    size_t number, size, first; /* first: its lowest node */
} ja_group;

/* The answer to a question, kept by the network: one number a node. */
typedef struct ja_question {
    jaccuse_network *network;
    jaccuse_measure measure;
    double *out;    /* of HITS: the hubs */
    double *second; /* of HITS: the authorities; else NULL */
    ja_arena arena; /* of the scratch */
} ja_question;

/* Made anew where it is not there; kept. */
static void load_accusations(void *context)
{
    jaccuse_network *network = context;
    if (network->accusations)
        return;
    ja_solver_free(network->solver); /* of what the network was before */
    network->solver = NULL;
    ja_arena *arena = &network->arena;
    ja_graph *graph = JA_NEW(arena, ja_graph);
    size_t count = 0;
    size_t *source = JA_NEW_N(arena, size_t, network->edge_count);
    size_t *target = JA_NEW_N(arena, size_t, network->edge_count);
    double *weight = JA_NEW_N(arena, double, network->edge_count);
    double *length = JA_NEW_N(arena, double, network->edge_count);
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        if (edge->relation != JACCUSE_ACCUSES)
            continue;
        source[count] = edge->source;
        target[count] = edge->target;
        weight[count] = edge->weight;
        length[count++] = 1 / edge->weight;
    }
    *graph = (ja_graph){network->node_count, count, source, target, weight, length};
    network->accusations = graph;
}

static bool is_hits(jaccuse_measure measure)
{
    return measure == JACCUSE_HUB || measure == JACCUSE_AUTHORITY;
}

/* What outlives the question. */
static void prepare(void *context)
{
    ja_question *question = context;
    jaccuse_network *network = question->network;
    load_accusations(network);
    question->out = JA_NEW_N(&network->arena, double, network->node_count);
    if (is_hits(question->measure))
        question->second = JA_NEW_N(&network->arena, double, network->node_count);
}

static int compare_groups(const void *a, const void *b)
{
    const ja_group *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

static int compare_numbers(const void *a, const void *b)
{
    const ja_group *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

/* Numbers groups anew: the largest is 0, of equals the one with the lowest node. `groups` has room
 * for one a node; numbers are below `count`. */
static void number_groups(double *out, size_t count, ja_group *groups)
{
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        groups[i] = (ja_group){.number = i, .first = count};
    for (size_t i = count; i > 0; i--) {
        ja_group *group = &groups[(size_t)out[i - 1]];
        group->size++;
        group->first = i - 1;
    }
    qsort(groups, count, sizeof *groups, compare_groups);
    for (size_t i = 0; i < count; i++)
        groups[i].size = i; /* its new number, before it goes back to its old place */
    qsort(groups, count, sizeof *groups, compare_numbers);
    for (size_t i = 0; i < count; i++)
        out[i] = (double)groups[(size_t)out[i]].size;
}

/* Shares of all ordered pairs of others. */
static void share_pairs(double *out, size_t count)
{
    double pairs = ((double)count - 1) * ((double)count - 2);
    for (size_t i = 0; i < count; i++)
        out[i] = pairs > 0 ? out[i] / pairs : 0;
}

/* To 33 bits, some 10 digits: what is equal but for the order of its sums is equal then, and ties
 * are ties. */
static void round_off(double *out, size_t count)
{
    int exponent;
    for (size_t i = 0; i < count; i++)
        if (jaccuse_is_defined(out[i])) {
            double fraction = frexp(out[i], &exponent);
            out[i] = ldexp(nearbyint(ldexp(fraction, 33)), exponent - 33);
        }
}

/* What needs the scratch. */
static void compute_ourselves(void *context)
{
    ja_question *question = context;
    const jaccuse_network *network = question->network;
    size_t count = network->node_count;
    const ja_measure *measure = &measures[question->measure];
    if (is_hits(question->measure))
        ja_graph_hits(network->accusations, question->out, question->second,
                      JA_NEW_N(&question->arena, double, count));
    else if (measure->of_graph)
        measure->of_graph(network->accusations, &question->arena, question->out);
    else if (measure->of_quarrel)
        measure->of_quarrel(network, &question->arena, question->out);
    else if (measure->is_number)
        number_groups(question->out, count, JA_NEW_N(&question->arena, ja_group, count));
    if (question->measure == JACCUSE_BETWEENNESS)
        share_pairs(question->out, count);
    if (!measure->is_whole)
        round_off(question->out, count);
    if (question->second)
        round_off(question->second, count);
}

/* The graph inside igraph, made at the first measure that needs it. */
static jaccuse_status load_solver(jaccuse_network *network, jaccuse_error *error)
{
    return network->solver ? JACCUSE_OK
                           : ja_solver_new(&network->solver, network->accusations, error);
}

static jaccuse_status compute(ja_question *question, jaccuse_error *error)
{
    jaccuse_network *network = question->network;
    ja_algorithm algorithm = measures[question->measure].algorithm;
    jaccuse_status status = JACCUSE_OK;
    if (algorithm != JA_GRAPH_NONE)
        status = load_solver(network, error);
    if (status == JACCUSE_OK && algorithm != JA_GRAPH_NONE)
        status = ja_solver_measure(network->solver, algorithm, question->out, error);
    if (status != JACCUSE_OK)
        return status;
    ja_arena_init(&question->arena);
    bool done = ja_arena_run(&question->arena, compute_ourselves, question);
    ja_arena_clear(&question->arena);
    return done ? JACCUSE_OK : ja_fail_memory(error);
}

/* The measure, in an array of the network that it is kept in. */
static jaccuse_status answer(jaccuse_network *network, jaccuse_measure measure,
                             jaccuse_error *error)
{
    ja_question question = {.network = network, .measure = measure};
    jaccuse_status status = ja_network_run(network, prepare, &question, error);
    if (status == JACCUSE_OK)
        status = compute(&question, error);
    if (status != JACCUSE_OK)
        return status;
    network->measures[is_hits(measure) ? JACCUSE_HUB : measure] = question.out;
    if (is_hits(measure))
        network->measures[JACCUSE_AUTHORITY] = question.second;
    return JACCUSE_OK;
}

/* The others need edges and counts alone. */
static bool needs_evidence(jaccuse_measure measure)
{
    return measure == JACCUSE_DELAY || measure == JACCUSE_OUTLETS || measure == JACCUSE_LANGUAGES;
}

jaccuse_status jaccuse_network_measure(jaccuse_network *network, jaccuse_measure measure,
                                       const double **out, jaccuse_error *error)
{
    *out = NULL;
    if (!network->finished || (size_t)measure >= JACCUSE_MEASURE_COUNT)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "%s",
                       network->finished ? "there is no such measure"
                                         : "the network is not finished");
    jaccuse_status status = JACCUSE_OK;
    if (needs_evidence(measure))
        status = jaccuse_network_evidence(network, JACCUSE_NONE, error);
    if (status == JACCUSE_OK && !network->measures[measure])
        status = answer(network, measure, error);
    *out = network->measures[measure];
    return status;
}

jaccuse_status jaccuse_network_reciprocity(jaccuse_network *network, double *out,
                                           jaccuse_error *error)
{
    *out = 0;
    if (!network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is not finished");
    jaccuse_status status = ja_network_run(network, load_accusations, network, error);
    if (status == JACCUSE_OK)
        status = load_solver(network, error);
    return status == JACCUSE_OK ? ja_solver_reciprocity(network->solver, out, error) : status;
}
