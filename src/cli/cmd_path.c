/* `path`: how two actors are connected, with the words of every step. */
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

typedef struct answer {
    const jaccuse_network *network;
    jaccuse_paths paths;
    bool colour;
} answer;

static void print_paths(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    for (size_t i = 0; i < found->paths.count; i++)
        print_path(out, found->network, &found->paths.at[i], i + 1, found->colour);
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
    answer found = {.network = network, .colour = !settings->output && cli_has_colour()};
    jaccuse_error error;
    if (from == JACCUSE_NONE || to == JACCUSE_NONE)
        status = cli_worse(status, CLI_NOTHING);
    else if (jaccuse_network_paths(network, from, to, NULL, &found.paths, &error) !=
             JACCUSE_OK)
        status = cli_worse(status, cli_fail(&error));
    else
        status = cli_print(settings->output, print_paths, &found, status);
    jaccuse_paths_clear(&found.paths);
    jaccuse_network_free(network);
    return status;
}
