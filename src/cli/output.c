/* Where the words of a command go: the file of -o, or standard output. */
#include <stdlib.h>

#include "cli/cli.h"

cli_exit cli_commit(jaccuse_stream *out, cli_exit so_far)
{
    jaccuse_error error;
    return jaccuse_stream_commit(out, &error) == JACCUSE_OK ? so_far : cli_fail(&error);
}

cli_exit cli_print(const char *path, cli_printer print, const void *context, cli_exit so_far)
{
    jaccuse_stream *out;
    jaccuse_error error;
    if (jaccuse_stream_open(&out, path, &error) != JACCUSE_OK)
        return cli_fail(&error);
    print(out, context);
    return cli_commit(out, so_far);
}

typedef struct cli_text {
    const char *at;
    size_t length;
} cli_text;

static void print_text(jaccuse_stream *out, const void *context)
{
    const cli_text *text = context;
    jaccuse_stream_write(out, text->at, text->length);
}

cli_exit cli_write(const char *path, char *text, size_t length, cli_exit so_far)
{
    cli_exit status = cli_print(path, print_text, &(cli_text){text, length}, so_far);
    free(text);
    return status;
}

bool cli_wants_json(const cli_settings *settings)
{
    return settings->json ||
           (settings->output && jaccuse_format_from_path(settings->output) == JACCUSE_JSON);
}
