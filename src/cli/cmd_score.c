/* `score`: claims held against gold, or against what reviewers found. */
#include <stdlib.h>

#include "cli/cli.h"

static void print_side(jaccuse_stream *out, jaccuse_party party, const char *nobody)
{
    if (party.name)
        jaccuse_stream_print(out, "%s%s", party.id ? "" : "?", party.name);
    else
        jaccuse_stream_print(out, "%s", nobody);
}

static void print_slip(jaccuse_stream *out, const jaccuse_slip *slip)
{
    jaccuse_stream_print(out, "%s: %s  ", slip->article_id,
                         slip->kind == JACCUSE_MADE_UP ? "made up" : "missed ");
    print_side(out, slip->accuser, "(nobody named)");
    jaccuse_stream_print(out, " accuses ");
    print_side(out, slip->accused, "");
    if (slip->denier.name)
        jaccuse_stream_print(out, ", denied by ");
    print_side(out, slip->denier, "");
    jaccuse_stream_print(out, "\n");
}

/* Triples of principals say in one line what the others say in many. */
static void print_slips(jaccuse_stream *out, const jaccuse_tally *tally)
{
    jaccuse_stream_print(out, "\n");
    for (size_t i = 0; i < tally->slip_count; i++) {
        const jaccuse_slip *slip = &tally->slips[i];
        if (slip->level == JACCUSE_SCORE_PRINCIPAL && slip->part == JACCUSE_SCORE_TRIPLES)
            print_slip(out, slip);
    }
}

typedef struct report {
    const jaccuse_tally *tally;
    bool errors;
    const char *json; /* the whole, where it is to be JSON */
    size_t length;
} report;

static void print_table(jaccuse_stream *out, const void *context)
{
    const report *shown = context;
    const jaccuse_tally *tally = shown->tally;
    jaccuse_stream_print(out, "%zu articles, %zu predicted\n", tally->articles, tally->predicted);
    jaccuse_stream_print(out, "%-10s %-12s %6s %6s %6s   hit extra missed\n", "level", "measure",
                         "P", "R", "F1");
    for (int level = 0; level < JACCUSE_SCORE_LEVEL_COUNT; level++)
        for (int part = 0; part < JACCUSE_SCORE_PART_COUNT; part++) {
            jaccuse_counts counts = tally->counts[level][part];
            jaccuse_stream_print(out, "%-10s %-12s %6.3f %6.3f %6.3f   %3zu %5zu %6zu\n",
                                 jaccuse_score_level_name((jaccuse_score_level)level),
                                 jaccuse_score_part_name((jaccuse_score_part)part),
                                 jaccuse_precision(counts), jaccuse_recall(counts),
                                 jaccuse_f1(counts), counts.hit, counts.extra, counts.missed);
        }
    if (shown->errors)
        print_slips(out, tally);
}

static void print_json(jaccuse_stream *out, const void *context)
{
    const report *shown = context;
    jaccuse_stream_write(out, shown->json, shown->length);
}

static cli_exit print_report(const cli_settings *settings, const jaccuse_tally *tally,
                             cli_exit status)
{
    report shown = {tally, settings->errors, NULL, 0};
    if (!settings->json)
        return cli_print(settings->output, print_table, &shown, status);
    char *json;
    jaccuse_error error;
    if (jaccuse_tally_print(&json, &shown.length, tally, settings->errors, &error) != JACCUSE_OK)
        return cli_fail(&error);
    shown.json = json;
    status = cli_print(settings->output, print_json, &shown, status);
    free(json);
    return status;
}

/* A jaccuse_notify; `context` is the exit status so far. */
static void hear(void *context, const jaccuse_error *fault)
{
    cli_exit *status = context;
    cli_tell(fault);
    *status = cli_worse(*status, fault->code == JACCUSE_ERROR_MEMORY ? CLI_FAILED : CLI_PARTIAL);
}

/* What cannot be read has been told by hear() when it is passed over. */
static void read_all(const cli_settings *settings, jaccuse_score *score, cli_exit *status)
{
    const char *claims = settings->claims ? settings->claims : "-";
    jaccuse_status read = JACCUSE_OK;
    for (size_t i = 0; i < settings->argument_count && read != JACCUSE_ERROR_MEMORY; i++)
        read = jaccuse_score_read_gold(score, settings->arguments[i], hear, status, NULL);
    if (read != JACCUSE_ERROR_MEMORY)
        read = jaccuse_score_read_claims(score, claims, hear, status, NULL);
}

static void print_verdicts(jaccuse_stream *out, const void *context)
{
    const jaccuse_verdicts *verdicts = context;
    jaccuse_stream_print(out, "%-8s %6s %6s %6s\n", "act", "right", "wrong", "P");
    for (int act = 0; act < JACCUSE_ACT_COUNT; act++) {
        size_t right = verdicts->right[act], all = right + verdicts->wrong[act];
        if (all > 0)
            jaccuse_stream_print(out, "%-8s %6zu %6zu %6.3f\n", jaccuse_act_name((jaccuse_act)act),
                                 right, verdicts->wrong[act], (double)right / (double)all);
    }
}

/* The precision that reviewers found. */
static cli_exit score_judged(const cli_settings *settings)
{
    jaccuse_case *file;
    jaccuse_verdicts verdicts;
    jaccuse_error error;
    if (jaccuse_case_open(&file, settings->judged, &error) != JACCUSE_OK)
        return cli_fail(&error);
    jaccuse_status status = jaccuse_case_verdicts(file, &verdicts, &error);
    jaccuse_case_close(file);
    if (status != JACCUSE_OK)
        return cli_fail(&error);
    size_t all = 0;
    for (int act = 0; act < JACCUSE_ACT_COUNT; act++)
        all += verdicts.right[act] + verdicts.wrong[act];
    if (all == 0)
        cli_message("%s: no claim was judged yet", settings->judged);
    return cli_print(settings->output, print_verdicts, &verdicts, all ? CLI_DONE : CLI_NOTHING);
}

cli_exit cmd_score(const cli_settings *settings)
{
    if (settings->judged)
        return score_judged(settings);
    jaccuse_score *score;
    const jaccuse_tally *tally;
    jaccuse_error error;
    cli_exit status = CLI_DONE;
    if (jaccuse_score_new(&score, settings->language, &error) != JACCUSE_OK)
        return cli_fail(&error);
    read_all(settings, score, &status);
    if (status != CLI_FAILED && jaccuse_score_tally(score, &tally, &error) != JACCUSE_OK)
        status = cli_fail(&error);
    if (status == CLI_DONE || status == CLI_PARTIAL) {
        if (tally->articles == 0) {
            cli_message("score: no gold article found");
            status = cli_worse(status, CLI_NOTHING);
        } else {
            status = print_report(settings, tally, status);
        }
    }
    jaccuse_score_free(score);
    return status;
}
