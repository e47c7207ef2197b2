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

/* Numbers where they are, as a vector of igraph; it owns nothing. */
static igraph_vector_t view(const double *numbers, size_t count)
{
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_vector_view(numbers, (igraph_integer_t)count);
#else
    igraph_vector_t out;
    igraph_vector_view(&out, numbers, (igraph_integer_t)count);
    return out;
#endif
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

/* Tarjan 1972 and others, by two searches in depth. */
static igraph_error_t find_strong_components(const igraph_t *graph, const igraph_vector_t *weights,
                                             igraph_vector_int_t *out)
{
    (void)weights;
    return igraph_connected_components(graph, out, NULL, NULL, IGRAPH_STRONG);
}

static igraph_error_t strong_component(const igraph_t *graph, const igraph_vector_t *weights,
                                       igraph_vector_t *out)
{
    return whole(find_strong_components, graph, weights, out);
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
    igraph_error_t (*compute)(const igraph_t *graph, const igraph_vector_t *weights,
                              igraph_vector_t *out);
} ja_method;

static const ja_method methods[] = {
    [JA_GRAPH_CORENESS] = {true, coreness},
    [JA_GRAPH_COMPONENT] = {true, component},
    [JA_GRAPH_STRONG_COMPONENT] = {true, strong_component},
    [JA_GRAPH_COMMUNITY] = {false, community},
};

struct ja_solver {
    const ja_graph *plain;
    igraph_t graph; /* directed; not there without edges */
};

jaccuse_status ja_solver_new(ja_solver **out, const ja_graph *graph, jaccuse_error *error)
{
    *out = NULL;
    ja_solver *solver = calloc(1, sizeof *solver);
    if (!solver)
        return ja_fail_memory(error);
    solver->plain = graph;
    if (graph->edge_count > 0) {
        enter();
        igraph_error_t code = load(&solver->graph, graph, true);
        if (code == IGRAPH_SUCCESS)
            IGRAPH_FINALLY_CLEAN(1); /* it is the solver's now */
        jaccuse_status status = leave(code, error);
        if (status != JACCUSE_OK) {
            free(solver);
            return status;
        }
    }
    *out = solver;
    return JACCUSE_OK;
}

void ja_solver_free(ja_solver *solver)
{
    if (solver && solver->plain->edge_count > 0)
        igraph_destroy(&solver->graph);
    free(solver);
}

static igraph_error_t compute(const ja_solver *solver, const ja_method *method, double *out)
{
    const ja_graph *plain = solver->plain;
    igraph_t undirected;
    igraph_vector_t weights, result;
    if (!method->directed)
        IGRAPH_CHECK(load(&undirected, plain, false));
    weights = view(plain->weight, plain->edge_count);
    IGRAPH_CHECK(igraph_vector_init(&result, (igraph_integer_t)plain->node_count));
    IGRAPH_FINALLY(igraph_vector_destroy, &result);
    IGRAPH_CHECK(
        method->compute(method->directed ? &solver->graph : &undirected, &weights, &result));
    igraph_vector_copy_to(&result, out);
    igraph_vector_destroy(&result);
    IGRAPH_FINALLY_CLEAN(1);
    if (!method->directed) {
        igraph_destroy(&undirected);
        IGRAPH_FINALLY_CLEAN(1);
    }
    return IGRAPH_SUCCESS;
}

/* Without edges the algorithms divide by zero; the answers are plain. */
static void measure_edgeless(ja_algorithm algorithm, size_t count, double *out)
{
    bool numbers = algorithm == JA_GRAPH_COMPONENT || algorithm == JA_GRAPH_STRONG_COMPONENT ||
                   algorithm == JA_GRAPH_COMMUNITY;
    for (size_t i = 0; i < count; i++)
        out[i] = numbers ? (double)i : 0;
}

static void add_strengths(const size_t *ends, const ja_graph *graph, double *out)
{
    memset(out, 0, graph->node_count * sizeof *out);
    for (size_t i = 0; i < graph->edge_count; i++)
        out[ends[i]] += graph->weight[i];
}

jaccuse_status ja_solver_measure(ja_solver *solver, ja_algorithm algorithm, double *out,
                                 jaccuse_error *error)
{
    const ja_graph *plain = solver->plain;
    if (plain->edge_count == 0) {
        measure_edgeless(algorithm, plain->node_count, out);
        return JACCUSE_OK;
    }
    if (algorithm == JA_GRAPH_IN_STRENGTH || algorithm == JA_GRAPH_OUT_STRENGTH) {
        add_strengths(algorithm == JA_GRAPH_IN_STRENGTH ? plain->target : plain->source, plain,
                      out);
        return JACCUSE_OK;
    }
    enter();
    return leave(compute(solver, &methods[algorithm], out), error);
}

jaccuse_status ja_solver_reciprocity(ja_solver *solver, double *out, jaccuse_error *error)
{
    *out = 0;
    if (solver->plain->edge_count == 0)
        return JACCUSE_OK;
    enter();
    return leave(igraph_reciprocity(&solver->graph, out, true, IGRAPH_RECIPROCITY_RATIO), error);
}

