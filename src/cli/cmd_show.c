/* `show`: one actor's dossier: who accuses, who denies, in which words, and what answered them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const size_t MOST_NAMES = 12;

static const char *const headings[JACCUSE_SECTION_COUNT] = {
    [JACCUSE_ACCUSED_BY] = "accused by",          [JACCUSE_ACCUSING] = "accuses",
    [JACCUSE_DENYING] = "denies what is said by", [JACCUSE_CONTRADICTED_BY] = "is contradicted by",
    [JACCUSE_DEFENDED_BY] = "defended by",        [JACCUSE_IN_HIS_NAME] = "said in the name of ",
};

typedef struct answer {
    jaccuse_network *network;
    const jaccuse_dossier *dossier;
    const cli_settings *settings;
} answer;

static const jaccuse_node *node_at(const answer *found, size_t index)
{
    return jaccuse_network_node(found->network, index);
}

static void say_number(cli_page *page, size_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%zu", number);
    cli_say(page, CLI_PLAIN, text);
}

static void say_times(cli_page *page, const char *what, size_t count)
{
    cli_say(page, CLI_PLAIN, what);
    if (count > 1)
        say_number(page, count);
    cli_say(page, CLI_PLAIN, count == 0 ? "never" : count == 1 ? "once" : " times");
}

static void print_heading(cli_page *page, const answer *found)
{
    const jaccuse_node *node = node_at(found, found->dossier->actor);
    cli_begin(page, 0, 2);
    cli_say(page, CLI_BOLD, node->label);
    cli_say(page, CLI_PLAIN, " (");
    cli_say(page, CLI_PLAIN, jaccuse_kind_name(node->kind));
    cli_say(page, CLI_PLAIN, ")");
    if (node->of != JACCUSE_NONE) {
        cli_say(page, CLI_PLAIN, ", of ");
        cli_say(page, CLI_PLAIN, node_at(found, node->of)->label);
    }
    cli_end(page);
    cli_begin(page, 0, 2);
    cli_say(page, CLI_PLAIN, "id: ");
    cli_say(page, CLI_PLAIN, node->id);
    cli_end(page);
}

/* "names: A; B; and 3 more" */
static void print_list(cli_page *page, const char *what, size_t count,
                       const char *(*name)(const answer *found, size_t index), const answer *found)
{
    if (count == 0)
        return;
    cli_begin(page, 0, 2);
    cli_say(page, CLI_PLAIN, what);
    for (size_t i = 0; i < count && i < MOST_NAMES; i++) {
        cli_say(page, CLI_PLAIN, i ? "; " : " ");
        cli_say(page, CLI_PLAIN, name(found, i));
    }
    if (count > MOST_NAMES) {
        cli_say(page, CLI_PLAIN, "; and ");
        say_number(page, count - MOST_NAMES);
        cli_say(page, CLI_PLAIN, " more");
    }
    cli_end(page);
}

static const char *own_name(const answer *found, size_t index)
{
    return node_at(found, found->dossier->actor)->names[index];
}

static const char *spokesman(const answer *found, size_t index)
{
    return node_at(found, found->dossier->spokesmen[index])->label;
}

static void print_counts(cli_page *page, const jaccuse_node *node)
{
    cli_begin(page, 0, 2);
    say_times(page, "accused ", node->accusations_received);
    say_times(page, ", denied ", node->accusations_denied);
    say_times(page, "; accuses ", node->accusations_made);
    say_times(page, ", denies ", node->denials_made);
    cli_end(page);
}

/* ---- along time ---- */

static size_t count_of(const jaccuse_stretch *period, int row)
{
    return row == 0 ? period->accused : row == 1 ? period->accuses : period->denies;
}

/* A bar for each period, as high as its share of the most of all rows. */
static void print_bars(cli_page *page, const jaccuse_dossier *dossier, int row, size_t most)
{
    static const char *const names[] = {"accused  ", "accuses  ", "denies   "};
    static const char *const bars[] = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    size_t sum = 0;
    for (size_t i = 0; i < dossier->period_count; i++)
        sum += count_of(&dossier->periods[i], row);
    if (sum == 0)
        return;
    jaccuse_stream_print(page->out, "  %s", names[row]);
    for (size_t i = 0; i < dossier->period_count; i++) {
        size_t count = count_of(&dossier->periods[i], row);
        jaccuse_stream_print(page->out, "%s", bars[(count * 8 + most - 1) / most]);
    }
    jaccuse_stream_print(page->out, "  %zu\n", sum);
}

static void print_timeline(cli_page *page, const jaccuse_dossier *dossier)
{
    size_t most = 0, months = dossier->months;
    for (size_t i = 0; i < dossier->period_count; i++)
        for (int row = 0; row < 3; row++) {
            size_t count = count_of(&dossier->periods[i], row);
            most = count > most ? count : most;
        }
    if (dossier->period_count < 2 || most == 0)
        return;
    jaccuse_stream_print(page->out, "\nstories over time, from %s to %s, a bar for each ",
                         dossier->periods[0].from,
                         dossier->periods[dossier->period_count - 1].from);
    if (months == 1 || months == 12)
        jaccuse_stream_print(page->out, "%s\n", months == 1 ? "month" : "year");
    else
        jaccuse_stream_print(page->out, "%zu %s\n", months % 12 ? months : months / 12,
                             months % 12 ? "months" : "years");
    for (int row = 0; row < 3; row++)
        print_bars(page, dossier, row, most);
}

/* ---- sections ---- */

static void print_all(cli_page *page, const answer *found, jaccuse_relation relation,
                      const jaccuse_evidence *evidence, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cli_print_evidence(page, 6, relation, &evidence[i]);
        cli_print_answers(page, 8, found->network, relation, &evidence[i]);
    }
}

/* Who stands at the other end of an edge, as its section wants to know. */
static void say_edge(cli_page *page, const answer *found, jaccuse_section section,
                     const jaccuse_edge *edge)
{
    const char *source = node_at(found, edge->source)->label;
    const char *target = node_at(found, edge->target)->label;
    switch (section) {
    case JACCUSE_ACCUSED_BY:
    case JACCUSE_CONTRADICTED_BY:
        cli_say(page, CLI_BOLD, source);
        return;
    case JACCUSE_DEFENDED_BY:
        cli_say(page, CLI_BOLD, source);
        if (found->dossier->speaks[edge->source]) {
            cli_say(page, CLI_PLAIN, ", in the name of ");
            cli_say(page, CLI_PLAIN, node_at(found, found->dossier->actor)->label);
        }
        cli_say(page, CLI_PLAIN, ", against ");
        cli_say(page, CLI_BOLD, target);
        return;
    case JACCUSE_IN_HIS_NAME:
        cli_say_edge(page, found->network, edge);
        return;
    default:
        cli_say(page, CLI_BOLD, target);
        if (edge->relation == JACCUSE_DENIES && edge->accused != found->dossier->actor) {
            cli_say(page, CLI_PLAIN, " about ");
            cli_say(page, CLI_PLAIN, node_at(found, edge->accused)->label);
        }
    }
}

static void print_section(cli_page *page, const answer *found, jaccuse_section section)
{
    const jaccuse_dossier *dossier = found->dossier;
    if (dossier->edge_count[section] == 0)
        return;
    jaccuse_stream_print(page->out, "\n");
    cli_begin(page, 0, 2);
    cli_say(page, CLI_BOLD, headings[section]);
    if (section == JACCUSE_IN_HIS_NAME)
        cli_say(page, CLI_BOLD, node_at(found, dossier->actor)->label);
    cli_end(page);
    for (size_t i = 0; i < dossier->edge_count[section]; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(found->network, dossier->edges[section][i]);
        cli_begin(page, 2, 4);
        say_edge(page, found, section, edge);
        cli_say_stories(page, edge);
        cli_end(page);
        print_all(page, found, edge->relation, edge->evidence, edge->evidence_count);
    }
}

static void print_dossier(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    const jaccuse_node *node = node_at(found, found->dossier->actor);
    cli_page page = cli_page_of(out, found->settings);
    print_heading(&page, found);
    print_list(&page, "names:", node->name_count, own_name, found);
    print_list(&page, "spoken for by:", found->dossier->spokesman_count, spokesman, found);
    print_counts(&page, node);
    print_timeline(&page, found->dossier);
    print_section(&page, found, JACCUSE_ACCUSED_BY);
    if (node->unattributed_count > 0) {
        jaccuse_stream_print(out, "\n");
        cli_begin(&page, 0, 2);
        cli_say(&page, CLI_BOLD, "accused, by nobody named");
        cli_end(&page);
    }
    print_all(&page, found, JACCUSE_ACCUSES, node->unattributed, node->unattributed_count);
    for (int i = JACCUSE_ACCUSING; i < JACCUSE_SECTION_COUNT; i++)
        print_section(&page, found, (jaccuse_section)i);
}

/* The actor, whom the same claims name, and the edges between these. */
static cli_exit draw(const answer *found, jaccuse_format format, cli_exit status)
{
    size_t actor = found->dossier->actor, count = jaccuse_network_node_count(found->network);
    bool *keep = calloc(count, sizeof *keep);
    if (!keep) {
        cli_message("out of memory");
        return CLI_FAILED;
    }
    keep[actor] = true;
    for (int i = 0; i < JACCUSE_IN_HIS_NAME; i++)
        for (size_t j = 0; j < found->dossier->edge_count[i]; j++) {
            const jaccuse_edge *edge =
                jaccuse_network_edge(found->network, found->dossier->edges[i][j]);
            keep[edge->source] = keep[edge->target] = true;
        }
    const jaccuse_node *node = node_at(found, actor);
    status = cli_draw_part(found->settings, found->network, keep, NULL, format,
                           jaccuse_node_label(node, found->settings->labels), status);
    free(keep);
    return status;
}

static cli_exit tell(const answer *found, cli_exit status)
{
    jaccuse_format format = cli_picture_format(found->settings);
    if (format != JACCUSE_FORMAT_COUNT)
        return draw(found, format, status);
    if (!cli_wants_json(found->settings))
        return cli_print(found->settings->output, print_dossier, found, status);
    char *text;
    size_t length;
    jaccuse_error error;
    if (jaccuse_dossier_print(&text, &length, found->network, found->dossier, &error) != JACCUSE_OK)
        return cli_worse(status, cli_fail(&error));
    return cli_write(found->settings->output, text, length, status);
}

cli_exit cmd_show(const cli_settings *settings)
{
    cli_exit status = cli_check_map_options(settings);
    if (status != CLI_DONE)
        return status;
    jaccuse_network *network =
        cli_recall_network(settings, settings->arguments + 1, settings->argument_count - 1, &status);
    if (!network)
        return status;
    size_t actor = cli_find_actor(network, settings->arguments[0]);
    jaccuse_dossier *dossier = NULL;
    jaccuse_error error;
    if (actor == JACCUSE_NONE)
        status = cli_worse(status, CLI_NOTHING);
    else if (jaccuse_dossier_new(&dossier, network, actor, &error) != JACCUSE_OK)
        status = cli_worse(status, cli_fail(&error));
    else
        status = tell(&(answer){network, dossier, settings}, status);
    jaccuse_dossier_free(dossier);
    jaccuse_network_free(network);
    return status;
}
