#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"

struct ja_source {
    int descriptor;
    char *path;
    ja_buffer buffer; /* bytes read and not yet used stand at [used, length) */
    size_t used;
    size_t line;
    bool at_end;
};

static const size_t CHUNK = (size_t)64 << 10;

jaccuse_status ja_source_open(ja_source **out, const char *path, jaccuse_error *error)
{
    *out = NULL;
    bool standard = strcmp(path, "-") == 0;
    int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return ja_fail_errno(error, JACCUSE_ERROR_READ, path, "open");
    struct stat status;
    bool folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    ja_source *source = folder ? NULL : calloc(1, sizeof *source);
    char *name = source ? strdup(standard ? "standard input" : path) : NULL;
    if (!name) {
        free(source);
        if (!standard)
            close(descriptor);
        return folder ? ja_fail_at(error, JACCUSE_ERROR_READ, path, 0, "is a folder, not a file")
                      : ja_fail_memory(error);
    }
    source->descriptor = descriptor;
    source->path = name;
    ja_buffer_init(&source->buffer, JA_MAX_BUFFER);
    *out = source;
    return JACCUSE_OK;
}

void ja_source_close(ja_source *source)
{
    if (!source)
        return;
    if (source->descriptor != STDIN_FILENO)
        close(source->descriptor);
    ja_buffer_clear(&source->buffer);
    free(source->path);
    free(source);
}

/* Moves what is not used to the front, so that the buffer stays as large as one line. */
static void compact(ja_source *source)
{
    ja_buffer *buffer = &source->buffer;
    if (source->used == 0)
        return;
    memmove(buffer->at, buffer->at + source->used, buffer->length - source->used);
    buffer->length -= source->used;
    source->used = 0;
}

static jaccuse_status fill(ja_source *source, jaccuse_error *error)
{
    char *room = ja_buffer_room(&source->buffer, CHUNK);
    if (!room)
        return ja_fail_memory(error);
    ssize_t got;
    do
        got = read(source->descriptor, room, CHUNK);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return ja_fail_errno(error, JACCUSE_ERROR_READ, source->path, "read");
    source->at_end = got == 0;
    source->buffer.length += (size_t)got;
    return JACCUSE_OK;
}

static ja_slice unused(const ja_source *source)
{
    if (!source->buffer.at)
        return JA_SLICE("");
    return (ja_slice){source->buffer.at + source->used, source->buffer.length - source->used};
}

jaccuse_status ja_source_peek(ja_source *source, size_t want, ja_slice *out, jaccuse_error *error)
{
    compact(source);
    while (!source->at_end && source->buffer.length < want) {
        jaccuse_status status = fill(source, error);
        if (status != JACCUSE_OK)
            return status;
    }
    *out = unused(source);
    if (out->length > want)
        out->length = want;
    return JACCUSE_OK;
}

jaccuse_status ja_source_line(ja_source *source, size_t ceiling, ja_slice *out,
                              jaccuse_error *error)
{
    size_t searched = 0; /* of the unused bytes, without a line end */
    bool too_long = false;
    for (;;) {
        ja_slice rest = unused(source);
        const char *end = rest.length > searched
                              ? memchr(rest.at + searched, '\n', rest.length - searched)
                              : NULL;
        if (end || source->at_end) {
            if (rest.length == 0 && !too_long)
                return JACCUSE_END;
            size_t length = end ? (size_t)(end - rest.at) : rest.length;
            source->used += end ? length + 1 : length;
            source->line++;
            if (length > 0 && rest.at[length - 1] == '\r')
                length--;
            if (too_long || length > ceiling)
                return ja_fail_at(error, JACCUSE_ERROR_LIMIT, source->path, source->line,
                                  "line is longer than %zu bytes", ceiling);
            *out = (ja_slice){rest.at, length};
            return JACCUSE_OK;
        }
        searched = rest.length;
        if (searched > 0 && searched - 1 > ceiling) { /* even if a '\r' is its last */
            too_long = true;
            source->used += searched;
            searched = 0;
        }
        compact(source);
        jaccuse_status status = fill(source, error);
        if (status != JACCUSE_OK)
            return status;
    }
}

jaccuse_status ja_source_rest(ja_source *source, size_t ceiling, ja_slice *out,
                              jaccuse_error *error)
{
    compact(source);
    while (!source->at_end && source->buffer.length <= ceiling) {
        jaccuse_status status = fill(source, error);
        if (status != JACCUSE_OK)
            return status;
    }
    if (source->buffer.length > ceiling)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, source->path, 0, "is larger than %zu bytes",
                          ceiling);
    *out = unused(source);
    source->used = source->buffer.length;
    return JACCUSE_OK;
}

size_t ja_source_line_number(const ja_source *source)
{
    return source->line;
}
