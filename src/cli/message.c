/* What a person reads on standard error. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

size_t cli_control_length(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x20 || at[0] == 0x7F)
        return 1;
    if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0)
        return 2;
    if (at[0] != 0xE2)
        return 0;
    bool turns =
        (at[1] == 0x80 && ((at[2] >= 0xAA && at[2] <= 0xAE) || at[2] == 0x8E || at[2] == 0x8F)) ||
        (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9);
    return turns ? 3 : 0;
}

static void put_clean(const char *text)
{
    while (*text) {
        size_t control = cli_control_length(text);
        putc(control ? '?' : *text, stderr);
        text += control ? control : 1;
    }
}

static void put_message(const char *mark, const char *format, va_list arguments)
{
    char text[2048];
    vsnprintf(text, sizeof text, format, arguments);
    fputs(mark, stderr);
    put_clean(text);
    putc('\n', stderr);
}

void cli_message(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    put_message("jaccuse: ", format, arguments);
    va_end(arguments);
}

void cli_message_more(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    put_message("", format, arguments);
    va_end(arguments);
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
