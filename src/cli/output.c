/* Where the words of a command go: the file of -o, or standard output. */
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
