/* How long the measures take on a graph that is read from standard input, a line an edge: numbers
 * of two nodes from 0 on, and a weight. Reading is not counted.
 *
 * usage: bench_measures MEASURE... < EDGES; prints the seconds of each, graph included, and the
 * sum. MEASURE is pagerank, hits, betweenness, harmonic, component, strong_component, coreness,
 * community or reciprocity; values with --values, a line a node. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "network/graph.h"

static const char *const NAMES[] = {
    [JA_GRAPH_CORENESS] = "coreness",
    [JA_GRAPH_COMPONENT] = "component",
    [JA_GRAPH_STRONG_COMPONENT] = "strong_component",
    [JA_GRAPH_COMMUNITY] = "community",
};
enum { ALGORITHMS = sizeof NAMES / sizeof *NAMES };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void fail(const char *why)
{
    fprintf(stderr, "bench_measures: %s\n", why);
    exit(EXIT_FAILURE);
}

typedef struct edges {
    size_t node_count, count, capacity;
    size_t *source, *target;
    double *weight, *length;
} edges;

static void *larger(void *array, size_t count, size_t size)
{
    void *moved = realloc(array, count * size);
    if (!moved)
        fail("out of memory");
    return moved;
}

static void put_edge(edges *all, size_t source, size_t target, double weight)
{
    if (all->count == all->capacity) {
        all->capacity = all->capacity ? 2 * all->capacity : 1024;
        all->source = larger(all->source, all->capacity, sizeof *all->source);
        all->target = larger(all->target, all->capacity, sizeof *all->target);
        all->weight = larger(all->weight, all->capacity, sizeof *all->weight);
        all->length = larger(all->length, all->capacity, sizeof *all->length);
    }
    all->source[all->count] = source;
    all->target[all->count] = target;
    all->weight[all->count] = weight;
    all->length[all->count++] = 1 / weight;
    size_t last = source > target ? source : target;
    if (last >= all->node_count)
        all->node_count = last + 1;
}

static edges read_edges(void)
{
    edges all = {0};
    size_t source, target;
    double weight;
    while (scanf("%zu %zu %lf", &source, &target, &weight) == 3)
        put_edge(&all, source, target, weight);
    if (all.count == 0)
        fail("there are no edges");
    return all;
}

static void print_values(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        printf("%.17g\n", values[i]);
}

typedef struct bench {
    const ja_graph *graph;
    ja_solver *solver;
    ja_arena arena;                    /* scratch of the measure */
    double *values, *others, *scratch; /* one a node */
    const char *measure;
    bool print;
} bench;

static void check(jaccuse_status status, const jaccuse_error *error)
{
    if (status != JACCUSE_OK)
        fail(error->message);
}

typedef void ja_own_measure(const ja_graph *graph, ja_arena *arena, double *out);

/* NULL: not one of those that we compute ourselves from a graph alone. */
static ja_own_measure *own_measure(const char *name)
{
    return strcmp(name, "pagerank") == 0      ? ja_graph_pagerank
           : strcmp(name, "betweenness") == 0 ? ja_graph_betweenness
           : strcmp(name, "harmonic") == 0    ? ja_graph_harmonic
                                              : NULL;
}

static void measure_ourselves(void *context)
{
    bench *run = context;
    own_measure(run->measure)(run->graph, &run->arena, run->values);
}

static ja_algorithm algorithm_of(const char *name)
{
    for (size_t i = 0; i < ALGORITHMS; i++)
        if (NAMES[i] && strcmp(name, NAMES[i]) == 0)
            return (ja_algorithm)i;
    fail("no such measure");
    return JA_GRAPH_NONE;
}

static void measure(bench *run)
{
    jaccuse_error error;
    ja_arena_init(&run->arena);
    if (strcmp(run->measure, "hits") == 0) {
        ja_graph_hits(run->graph, run->values, run->others, run->scratch);
    } else if (own_measure(run->measure)) {
        if (!ja_arena_run(&run->arena, measure_ourselves, run))
            fail("out of memory");
    } else if (strcmp(run->measure, "reciprocity") == 0) {
        check(ja_solver_reciprocity(run->solver, run->values, &error), &error);
    } else {
        check(ja_solver_measure(run->solver, algorithm_of(run->measure), run->values, &error),
              &error);
    }
    ja_arena_clear(&run->arena);
}

static void print_answer(const bench *run)
{
    size_t count = strcmp(run->measure, "reciprocity") == 0 ? 1 : run->graph->node_count;
    print_values(run->values, count);
    if (strcmp(run->measure, "hits") == 0)
        print_values(run->others, count);
}

static void run_all(bench *run, char **names, size_t count)
{
    jaccuse_error error;
    double start = now(), before, after = start;
    check(ja_solver_new(&run->solver, run->graph, &error), &error);
    if (!run->print)
        printf("graph %.4f\n", now() - start);
    for (size_t i = 0; i < count; i++) {
        before = now();
        run->measure = names[i];
        measure(run);
        after = now();
        if (run->print)
            print_answer(run);
        else
            printf("%s %.4f\n", names[i], after - before);
    }
    if (!run->print)
        printf("sum %.4f\n", after - start);
    ja_solver_free(run->solver);
}

int main(int count, char **words)
{
    edges all = read_edges();
    ja_graph graph = {all.node_count, all.count, all.source, all.target, all.weight, all.length};
    bench run = {.graph = &graph, .print = count > 1 && strcmp(words[1], "--values") == 0};
    run.values = larger(NULL, graph.node_count, sizeof(double));
    run.others = larger(NULL, graph.node_count, sizeof(double));
    run.scratch = larger(NULL, graph.node_count, sizeof(double));
    size_t first = run.print ? 2 : 1;
    run_all(&run, words + first, (size_t)count - first);
    free(run.values);
    free(run.others);
    free(run.scratch);
    free(all.source);
    free(all.target);
    free(all.weight);
    free(all.length);
    return EXIT_SUCCESS;
}
