/* `extract`: the claims of every article as JSON Lines. */
#include <string.h>

#include "cli/cli.h"

static bool print_line(void *context, const jaccuse_record *record, const char *line, size_t length)
{
    (void)record;
    jaccuse_stream *out = context;
    jaccuse_stream_write(out, line, length);
    if (length == 0 || line[length - 1] != '\n')
        jaccuse_stream_write(out, "\n", 1);
    return !jaccuse_stream_failed(out);
}

cli_exit cmd_extract(const cli_settings *settings)
{
    if (settings->format && strcmp(settings->format, "jsonl") != 0) {
        cli_message("extract: --format is jsonl, not \"%s\"%s", settings->format,
                    strcmp(settings->format, "conllu") == 0
                        ? ": sentences are segmented, not yet parsed into trees"
                        : "");
        return CLI_USAGE;
    }
    jaccuse_stream *out;
    jaccuse_error error;
    if (jaccuse_stream_open(&out, settings->output, &error) != JACCUSE_OK)
        return cli_fail(&error);
    cli_exit status =
        cli_each_record(settings, settings->arguments, settings->argument_count, print_line, out);
    return cli_commit(out, status);
}
