/* Checked output: see include/jaccuse/output.h. A file is written as PATH.tmp-PID beside its place
 * and renamed at the commit, so that no reader ever sees half of it. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "jaccuse/output.h"

struct jaccuse_stream {
    int descriptor;
    char *path;      /* as given; NULL: standard output */
    char *target;    /* where it leads: a link stays, what it points to is replaced */
    char *temporary; /* NULL: written in place (a device, a pipe) */
    bool keeps_mode; /* a file is replaced that had `mode` */
    mode_t mode;
    ja_buffer held;
    int failure; /* errno of the first failure, 0: none */
};

static const size_t HOLD = (size_t)64 << 10;

enum { MOST_LINKS = 40, MOST_TRIES = 100, MOST_UNFINISHED = 16 };

/* The temporary files that are open now, for who is interrupted; more than these stay behind. */
static _Atomic(char *) unfinished[MOST_UNFINISHED];

/* Puts `new` where `old` stands. */
static void replace_unfinished(char *old, char *new)
{
    for (size_t i = 0; i < MOST_UNFINISHED; i++) {
        char *expected = old;
        if (atomic_compare_exchange_strong(&unfinished[i], &expected, new))
            return;
    }
}

void jaccuse_streams_abandon(void)
{
    for (size_t i = 0; i < MOST_UNFINISHED; i++) {
        const char *temporary = atomic_load(&unfinished[i]);
        if (temporary)
            unlink(temporary);
    }
}

static jaccuse_status fail_with(jaccuse_error *error, int number, const char *path)
{
    if (number == ENOMEM)
        return ja_fail_memory(error);
    errno = number;
    return ja_fail_errno(error, number == EPIPE ? JACCUSE_ERROR_CLOSED : JACCUSE_ERROR_WRITE, path,
                         "write");
}

static void stream_free(jaccuse_stream *stream)
{
    if (stream->temporary)
        replace_unfinished(stream->temporary, NULL);
    ja_buffer_clear(&stream->held);
    free(stream->path);
    free(stream->target);
    free(stream->temporary);
    free(stream);
}

/* Where a link leads that leads nowhere yet: what it says, seen from its own folder. NULL with
 * errno: `path` is no link, or memory is out. */
static char *read_link(const char *path)
{
    char says[PATH_MAX];
    ssize_t length = readlink(path, says, sizeof says - 1);
    if (length < 0)
        return NULL;
    says[length] = '\0';
    const char *slash = strrchr(path, '/');
    size_t folder = slash && says[0] != '/' ? (size_t)(slash + 1 - path) : 0;
    char *target = malloc(folder + (size_t)length + 1);
    if (!target)
        return NULL;
    memcpy(target, path, folder);
    memcpy(target + folder, says, (size_t)length + 1);
    return target;
}

/* The file that is to be written: `path` with its links followed, whether it is there or not; a
 * pipe among the open files is itself. NULL with errno: no memory, or links in a circle. */
static char *find_target(const char *path)
{
    struct stat status;
    char *target = realpath(path, NULL);
    if (target || errno == ENOMEM || errno == ELOOP)
        return target;
    if (errno != ENOENT || stat(path, &status) == 0)
        return strdup(path);
    target = strdup(path);
    for (int links = 0; target && links < MOST_LINKS; links++) {
        char *next = read_link(target);
        if (!next && errno != ENOMEM)
            return target;
        free(target);
        target = next;
    }
    errno = target ? ELOOP : ENOMEM;
    free(target); /* keeps errno */
    return NULL;
}

/* A new file beside the target, which no other stream or program has open. */
static int open_temporary(jaccuse_stream *stream)
{
    static atomic_uint number; /* two streams of one process may write to one path */
    size_t size = strlen(stream->target) + 48;
    stream->temporary = malloc(size);
    if (!stream->temporary)
        return -1;
    *stream->temporary = '\0';
    replace_unfinished(NULL, stream->temporary);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        snprintf(stream->temporary, size, "%s.tmp-%ld-%u", stream->target, (long)getpid(),
                 atomic_fetch_add(&number, 1));
        int made =
            open(stream->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (made >= 0 || errno != EEXIST)
            return made;
    }
    return -1;
}

/* Only a regular file, or one that is not there yet, can be replaced by renaming. */
static int open_file(jaccuse_stream *stream)
{
    struct stat status;
    bool exists = stat(stream->target, &status) == 0;
    if (exists ? !S_ISREG(status.st_mode) : errno != ENOENT)
        return open(stream->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    stream->keeps_mode = exists;
    stream->mode = exists ? status.st_mode & 07777 : 0;
    return open_temporary(stream);
}

static int open_path(jaccuse_stream *stream, const char *path)
{
    stream->path = strdup(path);
    stream->target = stream->path ? find_target(path) : NULL;
    return stream->target ? open_file(stream) : -1;
}

jaccuse_status jaccuse_stream_open(jaccuse_stream **out, const char *path, jaccuse_error *error)
{
    *out = NULL;
    jaccuse_stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return ja_fail_memory(error);
    ja_buffer_init(&stream->held, HOLD * 2);
    bool file = path && strcmp(path, "-") != 0;
    stream->descriptor = file ? open_path(stream, path) : STDOUT_FILENO;
    if (stream->descriptor < 0) {
        jaccuse_status status = fail_with(error, errno, path);
        stream_free(stream);
        return status;
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

static void note_failure(jaccuse_stream *stream, int result)
{
    if (result != 0 && !stream->failure)
        stream->failure = errno;
}

jaccuse_status jaccuse_stream_commit(jaccuse_stream *stream, jaccuse_error *error)
{
    flush(stream);
    if (stream->keeps_mode)
        note_failure(stream, fchmod(stream->descriptor, stream->mode));
    if (stream->path)
        note_failure(stream, close(stream->descriptor));
    if (stream->temporary && !stream->failure)
        note_failure(stream, rename(stream->temporary, stream->target));
    jaccuse_status status = JACCUSE_OK;
    if (stream->failure) {
        if (stream->temporary)
            unlink(stream->temporary);
        status = fail_with(error, stream->failure, stream->path ? stream->path : "standard output");
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
