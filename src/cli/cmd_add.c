/* `add`: articles and claims into a case file.
 *
 * Records are collected and stored a batch at a time, so that the file is locked while rows are
 * written and not while articles are read. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { BATCH = 1000 };

typedef struct held_record {
    jaccuse_record *record;
    char *line;
    size_t length;
} held_record;

typedef struct sum {
    size_t articles[JACCUSE_READ_AGAIN + 1]; /* by jaccuse_added */
    size_t claims;
} sum;

typedef struct addition {
    const cli_settings *settings;
    jaccuse_case *file;
    held_record held[BATCH];
    size_t held_count;
    sum batch, stored; /* of the batch that is open, and of those that are safe */
    cli_exit status;
} addition;

static bool fail(addition *work, const jaccuse_error *error)
{
    work->status = cli_fail(error);
    return false;
}

static void let_go(addition *work)
{
    for (size_t i = 0; i < work->held_count; i++) {
        jaccuse_record_free(work->held[i].record);
        free(work->held[i].line);
    }
    work->held_count = 0;
}

static bool store(addition *work, const held_record *held)
{
    jaccuse_error error;
    jaccuse_added added;
    if (jaccuse_case_add(work->file, held->record, held->line, held->length, &added, &error) !=
        JACCUSE_OK)
        return fail(work, &error);
    work->batch.articles[added]++;
    if (added != JACCUSE_THERE)
        work->batch.claims += held->record->claim_count;
    else if (!work->settings->quiet)
        cli_message("%s is there already", held->record->article_id);
    return true;
}

static void count_batch(addition *work)
{
    for (int i = 0; i <= JACCUSE_READ_AGAIN; i++)
        work->stored.articles[i] += work->batch.articles[i];
    work->stored.claims += work->batch.claims;
}

static bool store_batch(addition *work)
{
    jaccuse_error error;
    work->batch = (sum){.claims = 0};
    bool good = jaccuse_case_begin(work->file, &error) == JACCUSE_OK || fail(work, &error);
    for (size_t i = 0; i < work->held_count && good; i++)
        good = store(work, &work->held[i]);
    if (good)
        good = jaccuse_case_commit(work->file, &error) == JACCUSE_OK || fail(work, &error);
    if (good)
        count_batch(work);
    let_go(work);
    return good;
}

static bool take(void *context, jaccuse_record **record, const char *line, size_t length)
{
    addition *work = context;
    char *copy = strndup(line, length);
    if (!copy)
        return fail(work, &(jaccuse_error){.code = JACCUSE_ERROR_MEMORY,
                                           .message = "out of memory"});
    work->held[work->held_count++] = (held_record){*record, copy, length};
    *record = NULL;
    return work->held_count < BATCH || store_batch(work);
}

static void print_sum(jaccuse_stream *out, const void *context)
{
    const sum *stored = context;
    jaccuse_stream_print(out, "%zu articles added", stored->articles[JACCUSE_ADDED]);
    if (stored->articles[JACCUSE_READ_AGAIN])
        jaccuse_stream_print(out, ", %zu read again", stored->articles[JACCUSE_READ_AGAIN]);
    jaccuse_stream_print(out, ", %zu claims", stored->claims);
    if (stored->articles[JACCUSE_THERE])
        jaccuse_stream_print(out, "; %zu were there already", stored->articles[JACCUSE_THERE]);
    jaccuse_stream_print(out, "\n");
}

cli_exit cmd_add(const cli_settings *settings)
{
    addition work = {.settings = settings, .status = CLI_DONE};
    jaccuse_error error;
    if (jaccuse_case_open_to_write(&work.file, settings->arguments[0], &error) != JACCUSE_OK)
        return cli_fail(&error);
    cli_exit status = cli_each_record(settings, CLI_ALL_CLAIMS, settings->arguments + 1,
                                      settings->argument_count - 1, take, &work);
    if (work.status == CLI_DONE && work.held_count > 0)
        store_batch(&work);
    let_go(&work);
    jaccuse_case_close(work.file);
    return cli_print(NULL, print_sum, &work.stored, cli_worse(status, work.status));
}
