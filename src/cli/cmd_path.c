#include <string.h>

#include "cli/cli.h"

static const char *label(const jaccuse_network *network, size_t node)
{
    return jaccuse_network_node(network, node)->label;
}

/* "A accuses B", "B denies what A says (accused: C)". */
static void print_step(jaccuse_stream *out, const jaccuse_network *network, size_t edge_index,
                       bool colour)
{
    const jaccuse_edge *edge = jaccuse_network_edge(network, edge_index);
    jaccuse_stream_print(out, "  %s %s %s", label(network, edge->source),
                         edge->relation == JACCUSE_ACCUSES ? "accuses" : "denies what is said by",
                         label(network, edge->target));
    if (edge->relation == JACCUSE_DENIES && edge->accused != JACCUSE_NONE)
        jaccuse_stream_print(out, " about %s", label(network, edge->accused));
    jaccuse_stream_print(out, " (%g %s)\n", edge->weight, edge->weight == 1 ? "story" : "stories");
    if (edge->evidence_count > 0)
        cli_print_evidence(out, &edge->evidence[0], "      ", colour);
}

static void print_path(jaccuse_stream *out, const jaccuse_network *network,
                       const jaccuse_path *path, size_t number, bool colour)
{
    jaccuse_stream_print(out, "%zu. %s", number, label(network, path->nodes[0]));
    for (size_t i = 1; i <= path->edge_count; i++)
        jaccuse_stream_print(out, " - %s", label(network, path->nodes[i]));
    jaccuse_stream_print(out, "  (%zu %s, length %.3g)\n", path->edge_count,
                         path->edge_count == 1 ? "step" : "steps", path->length);
    for (size_t i = 0; i < path->edge_count; i++)
        print_step(out, network, path->edges[i], colour);
}

static cli_exit print_paths(const cli_settings *settings, const jaccuse_network *network,
                            const jaccuse_paths *paths, cli_exit status)
{
    jaccuse_stream *out;
    jaccuse_error error;
    if (jaccuse_stream_open(&out, settings->output, &error) != JACCUSE_OK)
        return cli_fail(&error);
    bool colour = !settings->output && cli_has_colour();
    for (size_t i = 0; i < paths->count; i++)
        print_path(out, network, &paths->at[i], i + 1, colour);
    return cli_commit(out, status);
}

cli_exit cmd_path(const cli_settings *settings)
{
    cli_exit status;
    jaccuse_network *network =
        cli_read_network(settings, settings->arguments + 2, settings->argument_count - 2, &status);
    if (!network)
        return status;
    size_t from = cli_find_actor(network, settings->arguments[0]);
    size_t to = cli_find_actor(network, settings->arguments[1]);
    jaccuse_paths paths = {0};
    jaccuse_error error;
    if (from == JACCUSE_NONE || to == JACCUSE_NONE)
        status = cli_worse(status, CLI_NOTHING);
    else if (jaccuse_network_paths(network, from, to, settings->paths, &paths, &error) !=
             JACCUSE_OK)
        status = cli_worse(status, cli_fail(&error));
    else
        status = print_paths(settings, network, &paths, status);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
    return status;
}
