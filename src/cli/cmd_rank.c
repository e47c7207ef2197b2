/* `rank`: actors sorted by a measure, several side by side, at once or period by period. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static void print_measures(jaccuse_stream *out, const void *unused)
{
    (void)unused;
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++)
        jaccuse_stream_print(out, "%-16s %s\n", jaccuse_measure_name((jaccuse_measure)i),
                             jaccuse_measure_meaning((jaccuse_measure)i));
}

typedef struct choices {
    jaccuse_measure measures[JACCUSE_MEASURE_COUNT];
    jaccuse_rank_options options;
} choices;

/* One name of the list. */
static cli_exit add_measure(choices *chosen, const char *name, size_t length)
{
    char word[32];
    snprintf(word, sizeof word, "%.*s", (int)(length < sizeof word ? length : sizeof word), name);
    jaccuse_measure measure = jaccuse_measure_from_name(word);
    if (measure == JACCUSE_MEASURE_COUNT) {
        cli_message("rank: \"%.*s\" is no measure (--measure help lists them)", (int)length, name);
        return CLI_USAGE;
    }
    size_t *count = &chosen->options.measure_count;
    for (size_t i = 0; i < *count; i++)
        if (chosen->measures[i] == measure) {
            cli_message("rank: %s is asked for twice", word);
            return CLI_USAGE;
        }
    chosen->measures[(*count)++] = measure;
    return CLI_DONE;
}

/* "pagerank,hub" */
static cli_exit read_measures(choices *chosen, const char *list)
{
    for (const char *at = list;;) {
        size_t length = strcspn(at, ",");
        cli_exit status = add_measure(chosen, at, length);
        if (status != CLI_DONE || at[length] == '\0')
            return status;
        at += length + 1;
    }
}

static cli_exit read_form(choices *chosen, const cli_settings *settings)
{
    if (settings->csv + settings->tsv + settings->json > 1) {
        cli_message("rank: one of --csv, --tsv and --json");
        return CLI_USAGE;
    }
    chosen->options.form = settings->csv    ? JACCUSE_RANK_CSV
                           : settings->tsv  ? JACCUSE_RANK_TSV
                           : settings->json ? JACCUSE_RANK_JSON
                                            : JACCUSE_RANK_TABLE;
    chosen->options.every = JACCUSE_EVERY_COUNT;
    if (settings->every) {
        chosen->options.every = jaccuse_every_from_name(settings->every);
        if (chosen->options.every == JACCUSE_EVERY_COUNT) {
            cli_message("--every is day, week, month, quarter or year, not \"%s\"",
                        settings->every);
            return CLI_USAGE;
        }
    }
    return CLI_DONE;
}

static cli_exit rank(const cli_settings *settings, jaccuse_network *network,
                     const jaccuse_rank_options *options, cli_exit status)
{
    jaccuse_stream *out;
    jaccuse_error error;
    if (jaccuse_stream_open(&out, settings->output, &error) != JACCUSE_OK)
        return cli_fail(&error);
    if (jaccuse_rank(network, out, options, &error) != JACCUSE_OK) {
        jaccuse_stream_discard(out);
        return cli_fail(&error);
    }
    return cli_commit(out, status);
}

cli_exit cmd_rank(const cli_settings *settings)
{
    const char *names =
        settings->measure ? settings->measure : jaccuse_measure_name(JACCUSE_PAGERANK);
    if (strcmp(names, "help") == 0)
        return cli_print(settings->output, print_measures, NULL, CLI_DONE);
    choices chosen = {.options = {.measures = chosen.measures, .count = settings->count}};
    cli_exit status = read_measures(&chosen, names);
    if (status == CLI_DONE)
        status = read_form(&chosen, settings);
    if (status != CLI_DONE)
        return status;
    jaccuse_network *network =
        cli_recall_network(settings, settings->arguments, settings->argument_count, &status);
    if (!network)
        return status;
    status = rank(settings, network, &chosen.options, status);
    jaccuse_network_free(network);
    return status;
}
