/* What every call answers, and the record that says what went wrong and where. */
#ifndef JACCUSE_STATUS_H
#define JACCUSE_STATUS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define JACCUSE_CHECKED __attribute__((warn_unused_result))
#else
#define JACCUSE_CHECKED
#endif

typedef enum jaccuse_status {
    JACCUSE_OK = 0,
    JACCUSE_END,             /* nothing more to read: expected, no message */
    JACCUSE_NOT_FOUND,       /* nothing fits the question: expected */
    JACCUSE_AMBIGUOUS,       /* several things fit the question: expected */
    JACCUSE_SKIPPED,         /* well read, but not for us (another language): expected */
    JACCUSE_ERROR_ARGUMENT,  /* the call itself is wrong */
    JACCUSE_ERROR_MEMORY,    /* no memory left */
    JACCUSE_ERROR_READ,      /* a file or stream cannot be opened or read */
    JACCUSE_ERROR_WRITE,     /* a file or stream cannot be written */
    JACCUSE_ERROR_FORMAT,    /* input is not what it claims to be */
    JACCUSE_ERROR_LIMIT,     /* input is larger than the ceiling for its kind */
    JACCUSE_ERROR_CLOSED,    /* the reader of our output went away: end quietly */
    JACCUSE_ERROR_DRAW,      /* the drawing program failed */
    JACCUSE_ERROR_ALGORITHM, /* a graph algorithm failed */
} jaccuse_status;

/* Where and why a call failed. `path` is empty, `line` and `offset` are 0 where they do not apply.
 * `line` counts from 1; `offset` is in bytes. Over-long texts are cut at a character. */
typedef struct jaccuse_error {
    jaccuse_status code;
    size_t line;
    size_t offset;
    char path[512];
    char message[512];
} jaccuse_error;

/* A short English name of the status, for messages; never NULL. */
const char *jaccuse_status_name(jaccuse_status status);

/* Hears of what was skipped or done otherwise while the call itself goes on. `notice` lives only
 * during the call; notice->code tells how grave it is (JACCUSE_OK: for information). */
typedef void (*jaccuse_notify)(void *context, const jaccuse_error *notice);

/* A stretch of the article's text: bytes [begin, end). Empty where begin == end. */
typedef struct jaccuse_span {
    size_t begin, end;
} jaccuse_span;

#ifdef __cplusplus
}
#endif

#endif
