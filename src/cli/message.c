/* What a person reads on standard error. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* Control characters in file names and texts must not reach the terminal. */
static void put_clean(const char *text)
{
    for (; *text; text++)
        putc((unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text, stderr);
}

void cli_message(const char *format, ...)
{
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    fputs("jaccuse: ", stderr);
    put_clean(text);
    putc('\n', stderr);
}

void cli_tell(const jaccuse_error *error)
{
    char place[sizeof error->path + 32] = "";
    if (error->path[0] && error->line)
        snprintf(place, sizeof place, "%s:%zu: ", error->path, error->line);
    else if (error->path[0])
        snprintf(place, sizeof place, "%s: ", error->path);
    cli_message("%s%s", place, error->message);
}

cli_exit cli_fail(const jaccuse_error *error)
{
    if (error->code == JACCUSE_ERROR_CLOSED)
        return CLI_CLOSED;
    cli_tell(error);
    switch (error->code) {
    case JACCUSE_NOT_FOUND:
    case JACCUSE_AMBIGUOUS:
        return CLI_NOTHING;
    case JACCUSE_ERROR_ARGUMENT:
        return CLI_USAGE;
    default:
        return CLI_FAILED;
    }
}

void cli_notify(void *context, const jaccuse_error *notice)
{
    const cli_settings *settings = context;
    if (!settings->quiet)
        cli_tell(notice);
}

bool cli_has_colour(void)
{
    const char *never = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool dumb = terminal && strcmp(terminal, "dumb") == 0;
    return isatty(STDOUT_FILENO) && !(never && *never) && !dumb;
}

cli_exit cli_worse(cli_exit a, cli_exit b)
{
    return a > b ? a : b;
}
