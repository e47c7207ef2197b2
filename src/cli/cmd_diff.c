/* `diff`: what is new in one input against another, and what is gone. */
#include <stdio.h>

#include "cli/cli.h"

typedef struct answer {
    jaccuse_network *network;
    const cli_settings *settings;
    const jaccuse_change *changes;
    size_t count;
} answer;

static const char *const headings[JACCUSE_CHANGE_COUNT][2] = {
    [JACCUSE_CHANGE_ACTOR] = {"new actors", "actors that are gone"},
    [JACCUSE_CHANGE_ACCUSES] = {"new accusations", "accusations that are gone"},
    [JACCUSE_CHANGE_DENIES] = {"new denials", "denials that are gone"},
    [JACCUSE_CHANGE_ANSWERED] = {"accusations that were not answered and now are denied",
                                 "accusations that were denied and no longer are"},
};

static void print_actor(cli_page *page, const answer *found, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(found->network, index);
    const jaccuse_node *of = jaccuse_network_node(found->network, node->of);
    cli_begin(page, 2, 4);
    cli_say(page, CLI_BOLD, node->label);
    cli_say(page, CLI_PLAIN, " (");
    cli_say(page, CLI_PLAIN, jaccuse_kind_name(node->kind));
    cli_say(page, CLI_PLAIN, of ? "), of " : ")");
    if (of)
        cli_say(page, CLI_PLAIN, of->label);
    cli_end(page);
}

static void print_pair(cli_page *page, const answer *found, const jaccuse_change *change)
{
    const jaccuse_edge *edge = jaccuse_network_edge(found->network, change->edge);
    bool denies = change->kind == JACCUSE_CHANGE_DENIES;
    jaccuse_relation relation = denies ? JACCUSE_DENIES : JACCUSE_ACCUSES;
    cli_begin(page, 2, 4);
    if (edge) {
        cli_say_edge(page, found->network, edge);
    } else {
        cli_say(page, CLI_PLAIN, denies ? "" : "somebody not named accuses ");
        cli_say(page, CLI_BOLD, jaccuse_network_node(found->network, change->node)->label);
        cli_say(page, CLI_PLAIN, denies ? " denies, towards nobody named" : "");
    }
    cli_end(page);
    for (size_t i = 0; i < change->evidence_count; i++) {
        cli_print_evidence(page, 6, relation, change->evidence[i]);
        cli_print_answers(page, 8, found->network, relation, change->evidence[i]);
    }
}

static void print_part(cli_page *page, const answer *found, jaccuse_change_kind kind, bool gone,
                       bool *begun)
{
    bool headed = false;
    for (size_t i = 0; i < found->count; i++) {
        const jaccuse_change *change = &found->changes[i];
        if (change->kind != kind || change->gone != gone)
            continue;
        if (!headed) {
            jaccuse_stream_print(page->out, "%s", *begun ? "\n" : "");
            cli_begin(page, 0, 2);
            cli_say(page, CLI_BOLD, headings[kind][gone]);
            cli_end(page);
        }
        headed = *begun = true;
        if (kind == JACCUSE_CHANGE_ACTOR)
            print_actor(page, found, change->node);
        else
            print_pair(page, found, change);
    }
}

static void print_changes(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    cli_page page = cli_page_of(out, found->settings);
    bool begun = false;
    for (int gone = 0; gone < 2; gone++)
        for (int kind = 0; kind < JACCUSE_CHANGE_COUNT; kind++)
            print_part(&page, found, (jaccuse_change_kind)kind, gone, &begun);
}

static cli_exit tell(const answer *found, cli_exit status)
{
    const cli_settings *settings = found->settings;
    if (found->count == 0)
        status = cli_worse(status, CLI_NOTHING);
    if (!cli_wants_json(settings)) {
        if (found->count == 0 && !settings->quiet)
            cli_message("nothing differs");
        return cli_print(settings->output, print_changes, found, status);
    }
    char *text;
    size_t length;
    jaccuse_error error;
    if (jaccuse_changes_print(&text, &length, found->network, found->changes, found->count,
                              &error) != JACCUSE_OK)
        return cli_worse(status, cli_fail(&error));
    return cli_write(settings->output, text, length, status);
}

cli_exit cmd_diff(const cli_settings *settings)
{
    if (settings->argument_count != 2) {
        cli_message("diff: compares two inputs, the old one and the new one");
        return CLI_USAGE;
    }
    cli_exit status;
    jaccuse_diff *diff;
    answer found = {.settings = settings};
    found.network = cli_read_both(settings, settings->arguments, &diff, &status);
    if (!found.network)
        return status;
    jaccuse_error error;
    if (jaccuse_diff_compare(diff, &found.changes, &found.count, &error) == JACCUSE_OK)
        status = tell(&found, status);
    else
        status = cli_worse(status, cli_fail(&error));
    jaccuse_diff_free(diff);
    jaccuse_network_free(found.network);
    return status;
}
