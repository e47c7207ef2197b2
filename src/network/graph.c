/* Graph algorithms by igraph (Csardi and Nepusz 2006), 0.10 and 1.0: the only file that sees it. */
#include "network/graph.h"

#include <igraph.h>
#include <stdio.h>
#include <stdlib.h>

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

/* Seidman 1983, by Batagelj and Zaversnik 2003. */
static igraph_error_t coreness(const ja_solver *solver, igraph_vector_int_t *out)
{
    return igraph_coreness(&solver->graph, out, IGRAPH_ALL);
}

static igraph_error_t component(const ja_solver *solver, igraph_vector_int_t *out)
{
    return igraph_connected_components(&solver->graph, out, NULL, NULL, IGRAPH_WEAK);
}

static igraph_error_t strong_component(const ja_solver *solver, igraph_vector_int_t *out)
{
    return igraph_connected_components(&solver->graph, out, NULL, NULL, IGRAPH_STRONG);
}

/* How heavy each node is, both directions: what modularity expects edges by. Leaves the vector on
 * the stack. */
static igraph_error_t node_strengths(const ja_graph *graph, igraph_vector_t *out)
{
    IGRAPH_CHECK(igraph_vector_init(out, (igraph_integer_t)graph->node_count));
    IGRAPH_FINALLY(igraph_vector_destroy, out);
    for (size_t i = 0; i < graph->edge_count; i++) {
        VECTOR(*out)[graph->source[i]] += graph->weight[i];
        VECTOR(*out)[graph->target[i]] += graph->weight[i];
    }
    return IGRAPH_SUCCESS;
}

/* 1.0 has two weights of a node, for directed graphs. */
static igraph_error_t leiden(const igraph_t *graph, const igraph_vector_t *weights,
                             const igraph_vector_t *strengths, igraph_vector_int_t *out)
{
    const double beta = 0.01, resolution = 1 / (2 * igraph_vector_sum(weights));
    const int iterations = 10;
    igraph_integer_t parts; /* 0.10.2 does not take NULL here */
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_community_leiden(graph, weights, strengths, NULL, resolution, beta, false,
                                   iterations, out, &parts, NULL);
#else
    return igraph_community_leiden(graph, weights, strengths, resolution, beta, false, iterations,
                                   out, &parts, NULL);
#endif
}

/* Traag, Waltman and van Eck 2019, for modularity: a node weighs its strength, and the resolution
 * is 1 / (2 * all weights). Two edges between the same two nodes count as one of both weights, so
 * nothing need be collapsed. The seed is fixed: the same network falls into the same parts. */
static igraph_error_t community(const ja_solver *solver, igraph_vector_int_t *out)
{
    const ja_graph *plain = solver->plain;
    igraph_t undirected;
    igraph_vector_t weights, strengths;
    IGRAPH_CHECK(igraph_rng_seed(igraph_rng_default(), 42));
    IGRAPH_CHECK(load(&undirected, plain, false));
    IGRAPH_CHECK(
        igraph_vector_init_array(&weights, plain->weight, (igraph_integer_t)plain->edge_count));
    IGRAPH_FINALLY(igraph_vector_destroy, &weights);
    IGRAPH_CHECK(node_strengths(plain, &strengths));
    IGRAPH_CHECK(leiden(&undirected, &weights, &strengths, out));
    igraph_vector_destroy(&strengths);
    igraph_vector_destroy(&weights);
    igraph_destroy(&undirected);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}

typedef igraph_error_t ja_method(const ja_solver *solver, igraph_vector_int_t *out);

static ja_method *const methods[] = {
    [JA_GRAPH_CORENESS] = coreness,
    [JA_GRAPH_COMPONENT] = component,
    [JA_GRAPH_STRONG_COMPONENT] = strong_component,
    [JA_GRAPH_COMMUNITY] = community,
};

static igraph_error_t compute(const ja_solver *solver, ja_method *method, double *out)
{
    igraph_vector_int_t numbers;
    IGRAPH_CHECK(igraph_vector_int_init(&numbers, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &numbers);
    IGRAPH_CHECK(method(solver, &numbers));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&numbers); i++)
        out[i] = (double)VECTOR(numbers)[i];
    igraph_vector_int_destroy(&numbers);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Without edges the algorithms divide by zero; the answers are plain. */
static void measure_edgeless(ja_algorithm algorithm, size_t count, double *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = algorithm == JA_GRAPH_CORENESS ? 0 : (double)i;
}

jaccuse_status ja_solver_measure(ja_solver *solver, ja_algorithm algorithm, double *out,
                                 jaccuse_error *error)
{
    if (solver->plain->edge_count == 0) {
        measure_edgeless(algorithm, solver->plain->node_count, out);
        return JACCUSE_OK;
    }
    enter();
    return leave(compute(solver, methods[algorithm], out), error);
}

jaccuse_status ja_solver_reciprocity(ja_solver *solver, double *out, jaccuse_error *error)
{
    *out = 0;
    if (solver->plain->edge_count == 0)
        return JACCUSE_OK;
    enter();
    return leave(igraph_reciprocity(&solver->graph, out, true, IGRAPH_RECIPROCITY_RATIO), error);
}
