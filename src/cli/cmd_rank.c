/* `rank`: actors sorted by a measure. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static void print_measures(jaccuse_stream *out, const void *unused)
{
    (void)unused;
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++)
        jaccuse_stream_print(out, "%-14s %s\n", jaccuse_measure_name((jaccuse_measure)i),
                             jaccuse_measure_meaning((jaccuse_measure)i));
}

typedef struct ranked {
    size_t node;
    double value;
} ranked;

/* Numbers of components and communities count from the largest on, so the smallest comes first. */
static bool is_number_of_group(jaccuse_measure measure)
{
    return measure == JACCUSE_COMPONENT || measure == JACCUSE_COMMUNITY;
}

/* Highest first; equal ones in the order of the nodes, which is that of their ids. */
static int by_value(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

typedef struct table {
    const jaccuse_network *network;
    jaccuse_measure measure;
    const ranked *order;
    size_t count;
} table;

static void print_table(jaccuse_stream *out, const void *context)
{
    const table *shown = context;
    const ranked *order = shown->order;
    jaccuse_stream_print(out, "%4s  %12s  %8s  %8s  %8s  %-12s  %s\n", "",
                         jaccuse_measure_name(shown->measure), "accused", "denied", "accuses",
                         "kind", "actor");
    for (size_t i = 0; i < shown->count; i++) {
        const jaccuse_node *node = jaccuse_network_node(shown->network, order[i].node);
        jaccuse_stream_print(out, "%4zu  %12.4g  %8zu  %8zu  %8zu  %-12s  %s\n", i + 1,
                             order[i].value, node->accusations_received, node->accusations_denied,
                             node->accusations_made, jaccuse_kind_name(node->kind), node->label);
    }
}

static void sort(ranked *order, const double *values, size_t count, jaccuse_measure measure)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){i, is_number_of_group(measure) ? -values[i] : values[i]};
    qsort(order, count, sizeof *order, by_value);
    for (size_t i = 0; i < count; i++)
        order[i].value = values[order[i].node];
}

static cli_exit rank(const cli_settings *settings, jaccuse_network *network,
                     jaccuse_measure measure, cli_exit status)
{
    const double *values;
    jaccuse_error error;
    size_t count = jaccuse_network_node_count(network);
    if (jaccuse_network_measure(network, measure, &values, &error) != JACCUSE_OK)
        return cli_fail(&error);
    ranked *order = calloc(count, sizeof *order);
    if (!order) {
        cli_message("out of memory");
        return CLI_FAILED;
    }
    sort(order, values, count, measure);
    size_t limit = settings->count && settings->count < count ? settings->count : count;
    table shown = {network, measure, order, limit};
    status = cli_print(settings->output, print_table, &shown, status);
    free(order);
    return status;
}

cli_exit cmd_rank(const cli_settings *settings)
{
    const char *name =
        settings->measure ? settings->measure : jaccuse_measure_name(JACCUSE_PAGERANK);
    if (strcmp(name, "help") == 0)
        return cli_print(settings->output, print_measures, NULL, CLI_DONE);
    jaccuse_measure measure = jaccuse_measure_from_name(name);
    if (measure == JACCUSE_MEASURE_COUNT) {
        cli_message("rank: \"%s\" is no measure (--measure help lists them)", name);
        return CLI_USAGE;
    }
    cli_exit status;
    jaccuse_network *network =
        cli_read_network(settings, settings->arguments, settings->argument_count, &status);
    if (!network)
        return status;
    status = rank(settings, network, measure, status);
    jaccuse_network_free(network);
    return status;
}
