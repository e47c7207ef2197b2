#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *jaccuse_status_name(jaccuse_status status)
{
    switch (status) {
    case JACCUSE_OK:
        return "done";
    case JACCUSE_END:
        return "end";
    case JACCUSE_NOT_FOUND:
        return "not found";
    case JACCUSE_AMBIGUOUS:
        return "ambiguous";
    case JACCUSE_SKIPPED:
        return "skipped";
    case JACCUSE_ERROR_ARGUMENT:
        return "wrong argument";
    case JACCUSE_ERROR_MEMORY:
        return "out of memory";
    case JACCUSE_ERROR_READ:
        return "read error";
    case JACCUSE_ERROR_WRITE:
        return "write error";
    case JACCUSE_ERROR_FORMAT:
        return "malformed input";
    case JACCUSE_ERROR_LIMIT:
        return "input too large";
    case JACCUSE_ERROR_CLOSED:
        return "output closed";
    case JACCUSE_ERROR_DRAW:
        return "drawing failed";
    case JACCUSE_ERROR_ALGORITHM:
        return "graph algorithm failed";
    }
    return "unknown status";
}

/* Cuts a half-written UTF-8 character off the end of a text that vsnprintf had to cut. */
static void trim_to_character(char *text)
{
    size_t length = strlen(text);
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length - (start - 1) < want)
        text[start - 1] = '\0';
}

static void fill(jaccuse_error *error, jaccuse_status code, const char *path, size_t line,
                 const char *format, va_list arguments)
{
    error->code = code;
    error->line = line;
    error->offset = 0;
    snprintf(error->path, sizeof error->path, "%s", path ? path : "");
    trim_to_character(error->path);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    trim_to_character(error->message);
}

jaccuse_status ja_fail(jaccuse_error *error, jaccuse_status code, const char *format, ...)
{
    if (error) {
        va_list arguments;
        va_start(arguments, format);
        fill(error, code, NULL, 0, format, arguments);
        va_end(arguments);
    }
    return code;
}

jaccuse_status ja_fail_at(jaccuse_error *error, jaccuse_status code, const char *path, size_t line,
                          const char *format, ...)
{
    if (error) {
        va_list arguments;
        va_start(arguments, format);
        fill(error, code, path, line, format, arguments);
        va_end(arguments);
    }
    return code;
}

jaccuse_status ja_fail_errno(jaccuse_error *error, jaccuse_status code, const char *path,
                             const char *verb)
{
    return ja_fail_at(error, code, path, 0, "cannot %s: %s", verb, strerror(errno));
}

jaccuse_status ja_fail_memory(jaccuse_error *error)
{
    return ja_fail(error, JACCUSE_ERROR_MEMORY, "out of memory");
}

void ja_notify(jaccuse_notify notify, void *context, jaccuse_status code, const char *path,
               const char *format, ...)
{
    if (!notify)
        return;
    jaccuse_error notice;
    va_list arguments;
    va_start(arguments, format);
    fill(&notice, code, path, 0, format, arguments);
    va_end(arguments);
    notify(context, &notice);
}
