/* From the settings and inputs to a network. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct network_addition {
    jaccuse_network *network;
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
    jaccuse_status status = jaccuse_network_add(addition->network, *record, &addition->error);
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

jaccuse_network *cli_read_network(const cli_settings *settings, char **inputs, size_t input_count,
                                  cli_exit *exit)
{
    network_addition addition = {0};
    jaccuse_network_options options = options_of(settings);
    if (jaccuse_network_new(&addition.network, &options, &addition.error) != JACCUSE_OK) {
        *exit = cli_fail(&addition.error);
        return NULL;
    }
    *exit = cli_each_record(settings, CLI_UNLESS_WRONG, inputs, input_count, add, &addition);
    if (addition.partial)
        *exit = cli_worse(*exit, CLI_PARTIAL);
    if (*exit == CLI_DONE || *exit == CLI_PARTIAL || *exit == CLI_NOTHING)
        addition.failed = addition.failed ||
                          jaccuse_network_finish(addition.network, &addition.error) != JACCUSE_OK;
    if (addition.failed)
        *exit = cli_worse(*exit, cli_fail(&addition.error));
    else if (*exit == CLI_DONE || *exit == CLI_PARTIAL) {
        if (jaccuse_network_node_count(addition.network) > 0)
            return addition.network;
        cli_message("no accusation or denial was found");
        *exit = cli_worse(*exit, CLI_NOTHING);
    }
    jaccuse_network_free(addition.network);
    return NULL;
}

void cli_say_edge(cli_page *page, const jaccuse_network *network, const jaccuse_edge *edge)
{
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    cli_say(page, CLI_BOLD, jaccuse_network_node(network, edge->source)->label);
    cli_say(page, CLI_PLAIN, accuses ? " accuses " : " denies what is said by ");
    cli_say(page, CLI_BOLD, jaccuse_network_node(network, edge->target)->label);
    if (!accuses && edge->accused != JACCUSE_NONE) {
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
