/* `show`: one actor's dossier: who accuses, who denies, in which words, and what answered them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const size_t MOST_NAMES = 12;

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

static const char *person(const answer *found, size_t index)
{
    return node_at(found, found->dossier->people[index])->label;
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

/* "3 months", "year" */
static void say_length(cli_page *page, size_t months)
{
    bool years = months % 12 == 0;
    size_t count = years ? months / 12 : months;
    char text[48] = "";
    if (count > 1)
        snprintf(text, sizeof text, "%zu ", count);
    cli_say(page, CLI_BOLD, text);
    cli_say(page, CLI_BOLD, years ? "year" : "month");
    cli_say(page, CLI_BOLD, count > 1 ? "s" : "");
}

static size_t most_of_all(const jaccuse_dossier *dossier)
{
    size_t most = 0;
    for (size_t i = 0; i < dossier->period_count; i++)
        for (int row = 0; row < 3; row++) {
            size_t count = count_of(&dossier->periods[i], row);
            most = count > most ? count : most;
        }
    return most;
}

static void print_timeline(cli_page *page, const jaccuse_dossier *dossier)
{
    size_t most = most_of_all(dossier);
    if (dossier->period_count < 2 || most == 0)
        return;
    jaccuse_stream_print(page->out, "\n");
    cli_begin(page, 0, 2);
    cli_say(page, CLI_BOLD, "stories over time, from ");
    cli_say(page, CLI_BOLD, dossier->periods[0].from);
    cli_say(page, CLI_BOLD, " to ");
    cli_say(page, CLI_BOLD, dossier->periods[dossier->period_count - 1].from);
    cli_say(page, CLI_BOLD, ", a bar for each ");
    say_length(page, dossier->months);
    cli_end(page);
    for (int row = 0; row < 3; row++)
        print_bars(page, dossier, row, most);
}

/* Claims that stand at no edge, since nobody is named on the other side. */
static void print_alone(cli_page *page, const answer *found, const char *heading,
                        jaccuse_relation relation, const jaccuse_evidence *evidence, size_t count)
{
    if (count == 0)
        return;
    jaccuse_stream_print(page->out, "\n");
    cli_begin(page, 0, 2);
    cli_say(page, CLI_BOLD, heading);
    cli_end(page);
    cli_print_all_evidence(page, found->network, relation, evidence, count);
}

/* The sections from `from` to before `to`. */
static void print_sections(cli_page *page, const answer *found, int from, int to)
{
    for (int i = from; i < to; i++)
        if (!cli_print_section(page, found->network, found->dossier, (jaccuse_section)i))
            cli_message("out of memory: the section \"%s\" is missing",
                        jaccuse_section_name((jaccuse_section)i));
}

static void print_dossier(jaccuse_stream *out, const void *context)
{
    const answer *found = context;
    const jaccuse_node *node = node_at(found, found->dossier->actor);
    cli_page page = cli_page_of(out, found->settings);
    print_heading(&page, found);
    print_list(&page, "names:", node->name_count, own_name, found);
    print_list(&page, "people and bodies:", found->dossier->people_count, person, found);
    print_counts(&page, node);
    print_timeline(&page, found->dossier);
    print_sections(&page, found, JACCUSE_ACCUSED_BY, JACCUSE_ACCUSING);
    print_alone(&page, found, "accused, by nobody named", JACCUSE_ACCUSES, node->unattributed,
                node->unattributed_count);
    print_sections(&page, found, JACCUSE_ACCUSING, JACCUSE_CONTRADICTED_BY);
    print_alone(&page, found, "denies, towards nobody named", JACCUSE_DENIES, node->bare_denials,
                node->bare_denial_count);
    print_sections(&page, found, JACCUSE_CONTRADICTED_BY, JACCUSE_SECTION_COUNT);
}

/* ---- the picture ---- */

/* Somebody whom the actor's claims name, and in how many stories. */
typedef struct neighbour {
    size_t node;
    double weight;
} neighbour;

static int by_weight(const void *a, const void *b)
{
    const neighbour *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

/* Adds up what joins each node to the actor; `all` has room for one a node. */
static void weigh(const answer *found, neighbour *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        all[i].node = i;
    for (int i = 0; i < JACCUSE_BY_HIS_PEOPLE; i++)
        for (size_t j = 0; j < found->dossier->edge_count[i]; j++) {
            const jaccuse_edge *edge =
                jaccuse_network_edge(found->network, found->dossier->edges[i][j]);
            all[edge->source].weight += edge->weight;
            all[edge->target].weight += edge->weight;
        }
}

/* Keeps the actor and those whom most stories join to him. */
static void choose(const answer *found, neighbour *all, size_t count, bool *keep)
{
    const cli_settings *settings = found->settings;
    size_t most = settings->max_nodes ? settings->max_nodes : CLI_MOST_DRAWN;
    size_t kept = 1, left_out = 0, actor = found->dossier->actor;
    weigh(found, all, count);
    all[actor].weight = 0;
    qsort(all, count, sizeof *all, by_weight);
    keep[actor] = true;
    for (size_t i = 0; i < count && all[i].weight > 0; i++) {
        if (kept < most)
            keep[all[i].node] = true;
        left_out += kept >= most;
        kept += kept < most;
    }
    if (left_out > 0 && !settings->quiet)
        cli_message("left out of the picture, since fewer stories join them to him: %zu", left_out);
}

/* The actor, those whom the same claims name, and all edges between them. */
static cli_exit draw(const answer *found, jaccuse_format format, cli_exit status)
{
    size_t count = jaccuse_network_node_count(found->network);
    neighbour *all = calloc(count, sizeof *all);
    bool *keep = calloc(count, sizeof *keep);
    if (all && keep) {
        const jaccuse_node *node = node_at(found, found->dossier->actor);
        const char *title = jaccuse_node_label(node, found->settings->labels);
        choose(found, all, count, keep);
        status = cli_draw_part(found->settings, found->network, keep, NULL, format, title, status);
    } else {
        cli_message("out of memory");
        status = CLI_FAILED;
    }
    free(all);
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
