/* From the settings and inputs to a network. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct network_addition {
    jaccuse_network *network;
    jaccuse_diff *diff; /* NULL: all goes to the network itself */
    jaccuse_side side;
    size_t records;
    jaccuse_error error;
    bool failed;  /* nothing more can be done */
    bool partial; /* a record was refused */
} network_addition;

/* A record that the network refuses is told and left out; only the lack of memory ends the run. */
static bool add(void *context, jaccuse_record **record, const char *line, size_t length)
{
    (void)line;
    (void)length;
    network_addition *addition = context;
    jaccuse_status status =
        addition->diff ? jaccuse_diff_add(addition->diff, addition->side, *record, &addition->error)
                       : jaccuse_network_add(addition->network, *record, &addition->error);
    addition->records++;
    addition->failed = status == JACCUSE_ERROR_MEMORY;
    if (status != JACCUSE_OK && !addition->failed) {
        cli_tell(&addition->error); /* its message names the article */
        addition->partial = true;
    }
    return !addition->failed;
}

static jaccuse_network_options options_of(const cli_settings *settings)
{
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.by_principal = settings->by && strcmp(settings->by, "principal") == 0;
    options.since = settings->since;
    options.until = settings->until;
    options.language = settings->language;
    options.outlet = settings->outlet;
    if (settings->certainty)
        options.certainty = jaccuse_certainty_from_name(settings->certainty);
    options.min_weight = settings->min_weight;
    options.aliases = settings->aliases;
    options.kind = settings->kind;
    options.min_confidence = settings->min_confidence;
    options.about = settings->about;
    options.component = settings->component;
    options.ego = settings->ego;
    options.radius = settings->radius == JACCUSE_NONE ? 0 : settings->radius;
    options.top = settings->top;
    options.top_of = settings->top_of;
    options.notify = cli_notify;
    options.notify_context = (void *)(size_t)settings;
    return options;
}

/* Finishes what was read, with *exit as the reading went. NULL: there is no network, and it is
 * freed. */
static jaccuse_network *finish(network_addition *addition, cli_exit *exit)
{
    if (addition->partial)
        *exit = cli_worse(*exit, CLI_PARTIAL);
    if (*exit == CLI_DONE || *exit == CLI_PARTIAL || *exit == CLI_NOTHING)
        addition->failed =
            addition->failed ||
            jaccuse_network_finish(addition->network, &addition->error) != JACCUSE_OK;
    if (addition->failed)
        *exit = cli_worse(*exit, cli_fail(&addition->error));
    else if (*exit == CLI_DONE || *exit == CLI_PARTIAL) {
        if (jaccuse_network_node_count(addition->network) > 0)
            return addition->network;
        cli_message("no accusation or denial was found");
        *exit = cli_worse(*exit, CLI_NOTHING);
    }
    jaccuse_network_free(addition->network);
    return NULL;
}

static jaccuse_network *read_all(const cli_settings *settings,
                                 const jaccuse_network_options *options, char **inputs,
                                 size_t input_count, cli_exit *exit)
{
    network_addition addition = {0};
    if (jaccuse_network_new(&addition.network, options, &addition.error) != JACCUSE_OK) {
        *exit = cli_fail(&addition.error);
        return NULL;
    }
    *exit = cli_each_record(settings, CLI_UNLESS_WRONG, inputs, input_count, add, &addition);
    return finish(&addition, exit);
}

/* The case file that the inputs are; NULL: they are something else, or it cannot be read, which is
 * told when it is read. */
static jaccuse_case *open_case(char **inputs, size_t input_count)
{
    jaccuse_case *file;
    jaccuse_error error;
    if (input_count != 1 || !jaccuse_case_is(inputs[0]) ||
        jaccuse_case_open(&file, inputs[0], &error) != JACCUSE_OK)
        return NULL;
    return file;
}

/* The file is opened before its records are read, so that what is kept is of no older ones. */
static jaccuse_network *read_or_recall(const cli_settings *settings, bool recalls, char **inputs,
                                       size_t input_count, cli_exit *exit)
{
    jaccuse_network_options options = options_of(settings);
    jaccuse_network *network;
    jaccuse_error error;
    jaccuse_case *file = open_case(inputs, input_count);
    if (file && recalls &&
        jaccuse_network_recall(&network, &options, file, &error) == JACCUSE_OK) {
        *exit = CLI_DONE;
        return network;
    }
    network = read_all(settings, &options, inputs, input_count, exit);
    if (network && file && *exit == CLI_DONE)
        jaccuse_network_keep(network, file);
    jaccuse_case_close(file);
    return network;
}

jaccuse_network *cli_read_network(const cli_settings *settings, char **inputs, size_t input_count,
                                  cli_exit *exit)
{
    return read_or_recall(settings, false, inputs, input_count, exit);
}

jaccuse_network *cli_recall_network(const cli_settings *settings, char **inputs,
                                    size_t input_count, cli_exit *exit)
{
    return read_or_recall(settings, true, inputs, input_count, exit);
}

/* An input without articles is compared as such; one that could not be read is not. */
static cli_exit read_side(const cli_settings *settings, network_addition *addition,
                          jaccuse_side side, char **input)
{
    addition->side = side;
    addition->records = 0;
    cli_exit status = cli_each_record(settings, CLI_UNLESS_WRONG, input, 1, add, addition);
    if (status != CLI_PARTIAL || addition->records > 0)
        return status;
    cli_message("%s: nothing of it could be read, so nothing is compared", *input);
    return CLI_FAILED;
}

jaccuse_network *cli_read_both(const cli_settings *settings, char **inputs, jaccuse_diff **diff,
                               cli_exit *exit)
{
    network_addition addition = {0};
    jaccuse_network_options options = options_of(settings);
    if (jaccuse_network_new(&addition.network, &options, &addition.error) != JACCUSE_OK ||
        jaccuse_diff_new(&addition.diff, addition.network, &addition.error) != JACCUSE_OK) {
        *exit = cli_fail(&addition.error);
        jaccuse_network_free(addition.network);
        return NULL;
    }
    cli_exit old = read_side(settings, &addition, JACCUSE_OLD, &inputs[0]), new = old;
    if (old == CLI_DONE || old == CLI_PARTIAL || old == CLI_NOTHING)
        new = read_side(settings, &addition, JACCUSE_NEW, &inputs[1]);
    bool neither = old == CLI_NOTHING && new == CLI_NOTHING;
    *exit = cli_worse(old == CLI_NOTHING ? CLI_DONE : old, new == CLI_NOTHING ? CLI_DONE : new);
    if (neither)
        *exit = CLI_NOTHING;
    jaccuse_network *network = finish(&addition, exit);
    if (!network)
        jaccuse_diff_free(addition.diff);
    *diff = network ? addition.diff : NULL;
    return network;
}

const char *cli_relation_words(jaccuse_relation relation)
{
    return relation == JACCUSE_ACCUSES ? " accuses " : " denies what is said by ";
}

void cli_say_edge(cli_page *page, const jaccuse_network *network, const jaccuse_edge *edge)
{
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    cli_say(page, CLI_BOLD, jaccuse_network_node(network, edge->source)->label);
    cli_say(page, CLI_PLAIN, cli_relation_words(edge->relation));
    cli_say(page, CLI_BOLD, jaccuse_network_node(network, edge->target)->label);
    if (!accuses && edge->accused != edge->source && edge->accused != JACCUSE_NONE) {
        cli_say(page, CLI_PLAIN, " about ");
        cli_say(page, CLI_PLAIN, jaccuse_network_node(network, edge->accused)->label);
    }
}

void cli_say_stories(cli_page *page, const jaccuse_edge *edge)
{
    char text[48];
    snprintf(text, sizeof text, " (%g %s)", edge->weight, edge->weight == 1 ? "story" : "stories");
    cli_say(page, CLI_PLAIN, text);
}
