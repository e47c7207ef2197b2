/* Graph algorithms by igraph (Csardi and Nepusz 2006), 0.10 and 1.0: the only file that sees it. */
#include "network/graph.h"

#include <igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* igraph's handlers are one for the whole process, and abort unless replaced. Ours stand while one
 * of our calls runs; then those of the host program stand again. */
static char reason[256];
static igraph_error_handler_t *host_error;
static igraph_warning_handler_t *host_warning;

static void keep_reason(const char *text, const char *file, int line, igraph_error_t code)
{
    (void)file, (void)line, (void)code;
    snprintf(reason, sizeof reason, "%s", text);
    IGRAPH_FINALLY_FREE();
}

static void ignore_warning(const char *text, const char *file, int line)
{
    (void)text, (void)file, (void)line;
}

static void enter(void)
{
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_setup();
#endif
    reason[0] = '\0';
    host_error = igraph_set_error_handler(keep_reason);
    host_warning = igraph_set_warning_handler(ignore_warning);
}

static jaccuse_status leave(igraph_error_t code, jaccuse_error *error)
{
    igraph_set_error_handler(host_error);
    igraph_set_warning_handler(host_warning);
    if (code == IGRAPH_SUCCESS)
        return JACCUSE_OK;
    if (code == IGRAPH_ENOMEM)
        return ja_fail_memory(error);
    return ja_fail(error, JACCUSE_ERROR_ALGORITHM, "igraph: %s",
                   reason[0] ? reason : igraph_strerror(code));
}

/* The functions below follow igraph's custom: what they make is on its "finally" stack, and where
 * a call fails the error handler has freed it. */

/* igraph_create would make the nodes that are missing. */
static bool ends_exist(const ja_graph *graph)
{
    for (size_t i = 0; i < graph->edge_count; i++)
        if (graph->source[i] >= graph->node_count || graph->target[i] >= graph->node_count)
            return false;
    return true;
}

/* Leaves the graph on the stack. */
static igraph_error_t load(igraph_t *out, const ja_graph *graph, bool directed)
{
    if (!ends_exist(graph))
        IGRAPH_ERROR("an edge ends nowhere", IGRAPH_EINVVID);
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)graph->edge_count));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (size_t i = 0; i < graph->edge_count; i++) {
        VECTOR(ends)[2 * i] = (igraph_integer_t)graph->source[i];
        VECTOR(ends)[2 * i + 1] = (igraph_integer_t)graph->target[i];
    }
    IGRAPH_CHECK(igraph_create(out, &ends, (igraph_integer_t)graph->node_count, directed));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    IGRAPH_FINALLY(igraph_destroy, out);
    return IGRAPH_SUCCESS;
}

/* Leaves the vector on the stack. */
static igraph_error_t copy_numbers(igraph_vector_t *out, const double *numbers, size_t count)
{
    IGRAPH_CHECK(igraph_vector_init_array(out, numbers, (igraph_integer_t)count));
    IGRAPH_FINALLY(igraph_vector_destroy, out);
    return IGRAPH_SUCCESS;
}

/* Brin and Page 1998, solved directly by PRPACK (Gleich). */
static igraph_error_t pagerank(const igraph_t *graph, const igraph_vector_t *weights,
                               igraph_vector_t *out)
{
    const double damping = 0.85;
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_pagerank(graph, weights, out, NULL, damping, IGRAPH_DIRECTED, igraph_vss_all(),
                           IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
    return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, out, NULL, igraph_vss_all(),
                           IGRAPH_DIRECTED, damping, weights, NULL);
#endif
}

/* Freeman 1977, by Brandes 2001. */
static igraph_error_t betweenness(const igraph_t *graph, const igraph_vector_t *lengths,
                                  igraph_vector_t *out)
{
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_betweenness(graph, lengths, out, igraph_vss_all(), IGRAPH_DIRECTED, false);
#else
    return igraph_betweenness(graph, out, igraph_vss_all(), IGRAPH_DIRECTED, lengths);
#endif
}

/* Marchiori and Latora 2000. */
static igraph_error_t harmonic(const igraph_t *graph, const igraph_vector_t *lengths,
                               igraph_vector_t *out)
{
    return igraph_harmonic_centrality(graph, out, igraph_vss_all(), IGRAPH_ALL, lengths, true);
}

typedef igraph_error_t ja_whole_algorithm(const igraph_t *graph, const igraph_vector_t *weights,
                                          igraph_vector_int_t *out);

/* For algorithms whose answers are whole numbers. */
static igraph_error_t whole(ja_whole_algorithm *algorithm, const igraph_t *graph,
                            const igraph_vector_t *weights, igraph_vector_t *out)
{
    igraph_vector_int_t numbers;
    IGRAPH_CHECK(igraph_vector_int_init(&numbers, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &numbers);
    IGRAPH_CHECK(algorithm(graph, weights, &numbers));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&numbers); i++)
        VECTOR(*out)[i] = (double)VECTOR(numbers)[i];
    igraph_vector_int_destroy(&numbers);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Seidman 1983, by Batagelj and Zaversnik 2003. */
static igraph_error_t find_cores(const igraph_t *graph, const igraph_vector_t *weights,
                                 igraph_vector_int_t *out)
{
    (void)weights;
    return igraph_coreness(graph, out, IGRAPH_ALL);
}

static igraph_error_t coreness(const igraph_t *graph, const igraph_vector_t *weights,
                               igraph_vector_t *out)
{
    return whole(find_cores, graph, weights, out);
}

static igraph_error_t find_components(const igraph_t *graph, const igraph_vector_t *weights,
                                      igraph_vector_int_t *out)
{
    (void)weights;
    return igraph_connected_components(graph, out, NULL, NULL, IGRAPH_WEAK);
}

static igraph_error_t component(const igraph_t *graph, const igraph_vector_t *weights,
                                igraph_vector_t *out)
{
    return whole(find_components, graph, weights, out);
}

/* How heavy each node is, both directions: what modularity expects edges by. */
static igraph_error_t node_strengths(const igraph_t *graph, const igraph_vector_t *weights,
                                     igraph_vector_t *out)
{
    IGRAPH_CHECK(igraph_vector_init(out, igraph_vcount(graph)));
    IGRAPH_FINALLY(igraph_vector_destroy, out);
    for (igraph_integer_t i = 0; i < igraph_ecount(graph); i++) {
        VECTOR(*out)[IGRAPH_FROM(graph, i)] += VECTOR(*weights)[i];
        VECTOR(*out)[IGRAPH_TO(graph, i)] += VECTOR(*weights)[i];
    }
    return IGRAPH_SUCCESS;
}

/* Traag, Waltman and van Eck 2019, for modularity: a node weighs its strength, and the resolution
 * is 1 / (2 * all weights). Two edges between the same two nodes count as one of both weights, so
 * nothing need be collapsed. The seed is fixed: the same network falls into the same parts. */
static igraph_error_t find_communities(const igraph_t *graph, const igraph_vector_t *weights,
                                       igraph_vector_int_t *out)
{
    const double beta = 0.01;
    const int iterations = 10;
    double resolution = 1 / (2 * igraph_vector_sum(weights));
    igraph_vector_t strengths;
    IGRAPH_CHECK(igraph_rng_seed(igraph_rng_default(), 42));
    IGRAPH_CHECK(node_strengths(graph, weights, &strengths));
#if IGRAPH_VERSION_MAJOR >= 1
    IGRAPH_CHECK(igraph_community_leiden(graph, weights, &strengths, NULL, resolution, beta, false,
                                         iterations, out, NULL, NULL));
#else
    igraph_integer_t parts; /* 0.10.2 does not take NULL here */
    IGRAPH_CHECK(igraph_community_leiden(graph, weights, &strengths, resolution, beta, false,
                                         iterations, out, &parts, NULL));
#endif
    igraph_vector_destroy(&strengths);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t community(const igraph_t *graph, const igraph_vector_t *weights,
                                igraph_vector_t *out)
{
    return whole(find_communities, graph, weights, out);
}

typedef struct ja_method {
    bool directed;
    bool by_length;
    igraph_error_t (*compute)(const igraph_t *graph, const igraph_vector_t *weights,
                              igraph_vector_t *out);
} ja_method;

static const ja_method methods[] = {
    [JA_GRAPH_PAGERANK] = {true, false, pagerank},
    [JA_GRAPH_BETWEENNESS] = {true, true, betweenness},
    [JA_GRAPH_HARMONIC] = {false, true, harmonic},
    [JA_GRAPH_CORENESS] = {true, false, coreness},
    [JA_GRAPH_COMPONENT] = {true, false, component},
    [JA_GRAPH_COMMUNITY] = {false, false, community},
};

static igraph_error_t compute(const ja_graph *in, const ja_method *method, double *out)
{
    igraph_t graph;
    igraph_vector_t weights, result;
    IGRAPH_CHECK(load(&graph, in, method->directed));
    IGRAPH_CHECK(
        copy_numbers(&weights, method->by_length ? in->length : in->weight, in->edge_count));
    IGRAPH_CHECK(igraph_vector_init(&result, (igraph_integer_t)in->node_count));
    IGRAPH_FINALLY(igraph_vector_destroy, &result);
    IGRAPH_CHECK(method->compute(&graph, &weights, &result));
    igraph_vector_copy_to(&result, out);
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&weights);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}

/* Without edges the algorithms divide by zero; the answers are plain. */
static void measure_edgeless(ja_algorithm algorithm, size_t count, double *out)
{
    bool numbers = algorithm == JA_GRAPH_COMPONENT || algorithm == JA_GRAPH_COMMUNITY;
    for (size_t i = 0; i < count; i++)
        out[i] = numbers ? (double)i : algorithm == JA_GRAPH_PAGERANK ? 1 / (double)count : 0;
}

static void add_strengths(const size_t *ends, const ja_graph *graph, double *out)
{
    memset(out, 0, graph->node_count * sizeof *out);
    for (size_t i = 0; i < graph->edge_count; i++)
        out[ends[i]] += graph->weight[i];
}

jaccuse_status ja_graph_measure(const ja_graph *graph, ja_algorithm algorithm, double *out,
                                jaccuse_error *error)
{
    if (graph->edge_count == 0) {
        measure_edgeless(algorithm, graph->node_count, out);
        return JACCUSE_OK;
    }
    if (algorithm == JA_GRAPH_IN_STRENGTH || algorithm == JA_GRAPH_OUT_STRENGTH) {
        add_strengths(algorithm == JA_GRAPH_IN_STRENGTH ? graph->target : graph->source, graph,
                      out);
        return JACCUSE_OK;
    }
    enter();
    return leave(compute(graph, &methods[algorithm], out), error);
}

static igraph_error_t reciprocity(const ja_graph *in, double *out)
{
    igraph_t graph;
    IGRAPH_CHECK(load(&graph, in, true));
    IGRAPH_CHECK(igraph_reciprocity(&graph, out, true, IGRAPH_RECIPROCITY_RATIO));
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

jaccuse_status ja_graph_reciprocity(const ja_graph *graph, double *out, jaccuse_error *error)
{
    *out = 0;
    if (graph->edge_count == 0)
        return JACCUSE_OK;
    enter();
    return leave(reciprocity(graph, out), error);
}
