/* `show`: one actor's file: who accuses, who denies, in which words. */
#include "cli/cli.h"

static void print_times(jaccuse_stream *out, size_t count)
{
    if (count == 0)
        jaccuse_stream_print(out, "never");
    else if (count == 1)
        jaccuse_stream_print(out, "once");
    else
        jaccuse_stream_print(out, "%zu times", count);
}

static void print_heading(jaccuse_stream *out, const jaccuse_network *network, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(network, index);
    jaccuse_stream_print(out, "%s (%s)", node->label, jaccuse_kind_name(node->kind));
    if (node->of != JACCUSE_NONE)
        jaccuse_stream_print(out, ", of %s", jaccuse_network_node(network, node->of)->label);
    jaccuse_stream_print(out, "\nid: %s\n", node->id);
    jaccuse_stream_print(out, "names:");
    for (size_t i = 0; i < node->name_count; i++)
        jaccuse_stream_print(out, "%s %s", i ? ";" : "", node->names[i]);
    jaccuse_stream_print(out, "\naccused ");
    print_times(out, node->accusations_received);
    jaccuse_stream_print(out, ", denied ");
    print_times(out, node->accusations_denied);
    jaccuse_stream_print(out, "; accuses ");
    print_times(out, node->accusations_made);
    jaccuse_stream_print(out, ", denies ");
    print_times(out, node->denials_made);
    jaccuse_stream_print(out, "\n");
}

static void print_all(jaccuse_stream *out, const jaccuse_evidence *evidence, size_t count,
                      bool colour)
{
    for (size_t i = 0; i < count; i++) {
        cli_print_evidence(out, &evidence[i], "      ", colour);
        if (evidence[i].answered)
            jaccuse_stream_print(out, "        denied in the same article\n");
    }
}

/* One section: the edges of a relation that leave the actor, or that reach him. */
static void print_edges(jaccuse_stream *out, const jaccuse_network *network, size_t actor,
                        jaccuse_relation relation, bool leaving, const char *heading, bool colour)
{
    bool begun = false;
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        if (edge->relation != relation || (leaving ? edge->source : edge->target) != actor)
            continue;
        if (!begun)
            jaccuse_stream_print(out, "\n%s\n", heading);
        begun = true;
        size_t other = leaving ? edge->target : edge->source;
        jaccuse_stream_print(out, "  %s (%g %s)\n", jaccuse_network_node(network, other)->label,
                             edge->weight, edge->weight == 1 ? "story" : "stories");
        print_all(out, edge->evidence, edge->evidence_count, colour);
    }
}

/* Denials on the actor's behalf, by others. */
static void print_behalf(jaccuse_stream *out, const jaccuse_network *network, size_t actor,
                         bool colour)
{
    bool begun = false;
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        if (edge->relation != JACCUSE_DENIES || edge->accused != actor || edge->source == actor)
            continue;
        if (!begun)
            jaccuse_stream_print(out, "\ndefended by\n");
        begun = true;
        jaccuse_stream_print(out, "  %s, against %s\n",
                             jaccuse_network_node(network, edge->source)->label,
                             jaccuse_network_node(network, edge->target)->label);
        print_all(out, edge->evidence, edge->evidence_count, colour);
    }
}

typedef struct answer {
    const jaccuse_network *network;
    size_t actor;
    bool colour;
} answer;

static void print_file(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    const jaccuse_network *network = found->network;
    size_t actor = found->actor;
    bool colour = found->colour;
    const jaccuse_node *node = jaccuse_network_node(network, actor);
    print_heading(out, network, actor);
    print_edges(out, network, actor, JACCUSE_ACCUSES, false, "accused by", colour);
    if (node->unattributed_count > 0)
        jaccuse_stream_print(out, "\naccused, by nobody named\n");
    print_all(out, node->unattributed, node->unattributed_count, colour);
    print_edges(out, network, actor, JACCUSE_ACCUSES, true, "accuses", colour);
    print_edges(out, network, actor, JACCUSE_DENIES, true, "denies what is said by", colour);
    print_edges(out, network, actor, JACCUSE_DENIES, false, "is contradicted by", colour);
    print_behalf(out, network, actor, colour);
}

cli_exit cmd_show(const cli_settings *settings)
{
    cli_exit status;
    jaccuse_network *network =
        cli_read_network(settings, settings->arguments + 1, settings->argument_count - 1, &status);
    if (!network)
        return status;
    answer found = {network, cli_find_actor(network, settings->arguments[0]),
                    !settings->output && cli_has_colour()};
    status = found.actor == JACCUSE_NONE ? cli_worse(status, CLI_NOTHING)
                                         : cli_print(settings->output, print_file, &found, status);
    jaccuse_network_free(network);
    return status;
}
