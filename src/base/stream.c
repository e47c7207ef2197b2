/* Checked output: see include/jaccuse/output.h. A file is written as PATH.tmp-PID beside its place
 * and renamed at the commit, so that no reader ever sees half of it. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"
#include "jaccuse/output.h"

struct jaccuse_stream {
    int descriptor;
    char *path;      /* as given; NULL: standard output */
    char *target;    /* where it leads: a link stays, what it points to is replaced */
    char *temporary; /* NULL: written in place (a device, a pipe) */
    ja_buffer held;
    int failure; /* errno of the first failure, 0: none */
};

static const size_t HOLD = (size_t)64 << 10;

static void stream_free(jaccuse_stream *stream)
{
    ja_buffer_clear(&stream->held);
    free(stream->path);
    free(stream->target);
    free(stream->temporary);
    free(stream);
}

/* Only a regular file, or one that is not there yet, can be replaced by renaming. */
static bool is_replaceable(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 ? errno == ENOENT : S_ISREG(status.st_mode);
}

static int open_file(jaccuse_stream *stream)
{
    if (!is_replaceable(stream->target))
        return open(stream->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    static atomic_uint number; /* two streams of one process may write to one path */
    size_t size = strlen(stream->target) + 48;
    stream->temporary = malloc(size);
    if (!stream->temporary)
        return -1;
    snprintf(stream->temporary, size, "%s.tmp-%ld-%u", stream->target, (long)getpid(),
             atomic_fetch_add(&number, 1));
    return open(stream->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

jaccuse_status jaccuse_stream_open(jaccuse_stream **out, const char *path, jaccuse_error *error)
{
    *out = NULL;
    jaccuse_stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return ja_fail_memory(error);
    ja_buffer_init(&stream->held, HOLD * 2);
    stream->descriptor = STDOUT_FILENO;
    if (path && strcmp(path, "-") != 0) {
        stream->path = strdup(path);
        stream->target = realpath(path, NULL);
        if (!stream->target)
            stream->target = strdup(path);
        stream->descriptor = stream->path && stream->target ? open_file(stream) : -1;
        if (stream->descriptor < 0) {
            jaccuse_status status = ja_fail_errno(error, JACCUSE_ERROR_WRITE, path, "write");
            stream_free(stream);
            return status;
        }
    }
    *out = stream;
    return JACCUSE_OK;
}

static void write_out(jaccuse_stream *stream, const char *bytes, size_t length)
{
    while (length > 0 && !stream->failure) {
        ssize_t done = write(stream->descriptor, bytes, length);
        if (done < 0) {
            if (errno != EINTR)
                stream->failure = errno;
            continue;
        }
        bytes += done;
        length -= (size_t)done;
    }
}

static void flush(jaccuse_stream *stream)
{
    if (stream->held.length > 0)
        write_out(stream, stream->held.at, stream->held.length);
    stream->held.length = 0;
}

void jaccuse_stream_write(jaccuse_stream *stream, const void *bytes, size_t length)
{
    if (stream->held.length + length > HOLD)
        flush(stream);
    if (length > HOLD)
        write_out(stream, bytes, length);
    else
        ja_buffer_add(&stream->held, bytes, length);
    if (stream->held.failed && !stream->failure)
        stream->failure = ENOMEM;
}

void jaccuse_stream_print(jaccuse_stream *stream, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        if (!stream->failure)
            stream->failure = ENOMEM;
        return;
    }
    jaccuse_stream_write(stream, text, (size_t)length);
    free(text);
}

int jaccuse_stream_failed(const jaccuse_stream *stream)
{
    return stream->failure != 0;
}

jaccuse_status jaccuse_stream_commit(jaccuse_stream *stream, jaccuse_error *error)
{
    flush(stream);
    bool file = stream->path != NULL;
    if (file && close(stream->descriptor) != 0 && !stream->failure)
        stream->failure = errno;
    if (stream->temporary && !stream->failure && rename(stream->temporary, stream->target) != 0)
        stream->failure = errno;
    jaccuse_status status = JACCUSE_OK;
    if (stream->failure) {
        if (stream->temporary)
            unlink(stream->temporary);
        errno = stream->failure;
        status = ja_fail_errno(
            error, stream->failure == EPIPE ? JACCUSE_ERROR_CLOSED : JACCUSE_ERROR_WRITE,
            file ? stream->path : "standard output", "write");
    }
    stream_free(stream);
    return status;
}

void jaccuse_stream_discard(jaccuse_stream *stream)
{
    if (!stream)
        return;
    if (stream->path)
        close(stream->descriptor);
    if (stream->temporary)
        unlink(stream->temporary);
    stream_free(stream);
}
