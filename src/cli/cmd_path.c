/* `path`: how two actors are connected, with the words of every step. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* --all lists so many, unless -k says otherwise. */
static const size_t MOST_SHORTEST = 100;

typedef struct answer {
    jaccuse_network *network;
    const cli_settings *settings;
    size_t from, to;
    size_t avoid[CLI_MOST_VALUES];
    jaccuse_path_options options;
    jaccuse_paths paths;
} answer;

static const char *label(const answer *found, size_t node)
{
    return jaccuse_network_node(found->network, node)->label;
}

static void print_step(cli_page *page, const answer *found, size_t edge_index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(found->network, edge_index);
    cli_begin(page, 2, 4);
    cli_say_edge(page, found->network, edge);
    cli_say_stories(page, edge);
    cli_end(page);
    if (edge->evidence_count > 0)
        cli_print_evidence(page, 6, edge->relation, &edge->evidence[0]);
}

/* "1. A - B - C  (2 steps, length 1.5)" */
static void print_path(cli_page *page, const answer *found, size_t number)
{
    const jaccuse_path *path = &found->paths.at[number];
    char text[96];
    snprintf(text, sizeof text, "%zu. ", number + 1);
    cli_begin(page, 0, 3);
    cli_say(page, CLI_PLAIN, text);
    for (size_t i = 0; i <= path->edge_count; i++) {
        cli_say(page, CLI_PLAIN, i ? " - " : "");
        cli_say(page, CLI_BOLD, label(found, path->nodes[i]));
    }
    snprintf(text, sizeof text, " (%zu %s, length %.3g)", path->edge_count,
             path->edge_count == 1 ? "step" : "steps", path->length);
    cli_say(page, CLI_PLAIN, text);
    cli_end(page);
    for (size_t i = 0; i < path->edge_count; i++)
        print_step(page, found, path->edges[i]);
}

static void print_paths(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    cli_page page = cli_page_of(out, found->settings);
    for (size_t i = 0; i < found->paths.count; i++)
        print_path(&page, found, i);
}

/* ---- the picture ---- */

/* How many nodes the path has that are not marked. */
static size_t count_new(const jaccuse_path *path, const bool *nodes)
{
    size_t count = 0;
    for (size_t i = 0; i <= path->edge_count; i++)
        count += !nodes[path->nodes[i]];
    return count;
}

/* Marks what the paths are made of, as many of them as have room in a picture: the first always. */
static void mark(const answer *found, bool *nodes, bool *edges)
{
    const jaccuse_paths *paths = &found->paths;
    size_t drawn = 0, marked = 0;
    for (; drawn < paths->count; drawn++) {
        const jaccuse_path *path = &paths->at[drawn];
        marked += count_new(path, nodes);
        if (drawn > 0 && marked > CLI_MOST_DRAWN)
            break;
        for (size_t i = 0; i <= path->edge_count; i++)
            nodes[path->nodes[i]] = true;
        for (size_t i = 0; i < path->edge_count; i++)
            edges[path->edges[i]] = true;
    }
    if (drawn < paths->count && !found->settings->quiet)
        cli_message("the first %zu of %zu paths are drawn: more than %d actors are no picture",
                    drawn, paths->count, CLI_MOST_DRAWN);
}

static cli_exit draw(const answer *found, jaccuse_format format, cli_exit status)
{
    bool *nodes = calloc(jaccuse_network_node_count(found->network), sizeof *nodes);
    bool *edges = calloc(jaccuse_network_edge_count(found->network), sizeof *edges);
    if (nodes && edges) {
        const char *language = found->settings->labels;
        char title[512];
        mark(found, nodes, edges);
        snprintf(title, sizeof title, "%.200s – %.200s",
                 jaccuse_node_label(jaccuse_network_node(found->network, found->from), language),
                 jaccuse_node_label(jaccuse_network_node(found->network, found->to), language));
        status =
            cli_draw_part(found->settings, found->network, nodes, edges, format, title, status);
    } else {
        cli_message("out of memory");
        status = CLI_FAILED;
    }
    free(nodes);
    free(edges);
    return status;
}

/* ---- the question ---- */

/* What the options say of themselves, before anything is read. */
static cli_exit check(const cli_settings *settings)
{
    if (settings->directed && settings->undirected) {
        cli_message("path: --directed and --undirected exclude each other");
        return CLI_USAGE;
    }
    if (settings->via && jaccuse_via_from_name(settings->via) == JACCUSE_VIA_COUNT) {
        cli_message("--via is accuses, denies or both, not \"%s\"", settings->via);
        return CLI_USAGE;
    }
    return cli_check_map_options(settings);
}

/* Finds everybody who is named; false: somebody was not found, which is told. */
static bool find_actors(answer *found)
{
    const cli_settings *settings = found->settings;
    found->from = cli_find_actor(found->network, settings->arguments[0]);
    found->to = cli_find_actor(found->network, settings->arguments[1]);
    bool all = found->from != JACCUSE_NONE && found->to != JACCUSE_NONE;
    for (size_t i = 0; i < settings->avoid.count; i++) {
        found->avoid[i] = cli_find_actor(found->network, settings->avoid.at[i]);
        all = all && found->avoid[i] != JACCUSE_NONE;
    }
    return all;
}

static jaccuse_path_options options_of(const answer *found)
{
    const cli_settings *settings = found->settings;
    jaccuse_path_options options = JACCUSE_PATH_OPTIONS_INIT;
    options.all_shortest = settings->all;
    if (settings->paths != JACCUSE_NONE)
        options.count = settings->paths;
    else if (settings->all)
        options.count = MOST_SHORTEST;
    options.directed = settings->directed;
    if (settings->via)
        options.via = jaccuse_via_from_name(settings->via);
    options.avoid = found->avoid;
    options.avoid_count = settings->avoid.count;
    options.max_steps = settings->max_steps;
    return options;
}

/* Reads the words of each step, and prints. */
static cli_exit print(const answer *found, cli_exit status)
{
    jaccuse_error error;
    for (size_t i = 0; i < found->paths.count; i++)
        for (size_t j = 0; j < found->paths.at[i].edge_count; j++)
            if (jaccuse_network_evidence(found->network, found->paths.at[i].edges[j], &error) !=
                JACCUSE_OK)
                return cli_worse(status, cli_fail(&error));
    return cli_print(found->settings->output, print_paths, found, status);
}

static cli_exit tell(const answer *found, cli_exit status)
{
    const cli_settings *settings = found->settings;
    jaccuse_format format = cli_picture_format(settings);
    if (found->paths.more && !settings->quiet)
        cli_message("more paths are as short: %zu of them are told, -k N tells up to N",
                    found->paths.count);
    if (format != JACCUSE_FORMAT_COUNT)
        return draw(found, format, status);
    if (!cli_wants_json(settings))
        return print(found, status);
    char *text;
    size_t length;
    jaccuse_error error;
    if (jaccuse_paths_print(&text, &length, found->network, &found->paths, &error) != JACCUSE_OK)
        return cli_worse(status, cli_fail(&error));
    return cli_write(settings->output, text, length, status);
}

cli_exit cmd_path(const cli_settings *settings)
{
    cli_exit status = check(settings);
    if (status != CLI_DONE)
        return status;
    answer found = {.settings = settings};
    found.network = cli_recall_network(settings, settings->arguments + 2,
                                       settings->argument_count - 2, &status);
    if (!found.network)
        return status;
    jaccuse_error error;
    if (!find_actors(&found)) {
        status = cli_worse(status, CLI_NOTHING);
    } else {
        jaccuse_path_options options = options_of(&found);
        if (jaccuse_network_paths(found.network, found.from, found.to, &options, &found.paths,
                                  &error) == JACCUSE_OK)
            status = tell(&found, status);
        else
            status = cli_worse(status, cli_fail(&error));
    }
    jaccuse_paths_clear(&found.paths);
    jaccuse_network_free(found.network);
    return status;
}
