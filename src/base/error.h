/* Filling the public error record. */
#ifndef JA_ERROR_H
#define JA_ERROR_H

#include "jaccuse/status.h"

/* Fills *error (NULL is fine) with code and message, clears its place, and returns code:
 *     return ja_fail(error, JACCUSE_ERROR_FORMAT, "no title in %s", name); */
jaccuse_status ja_fail(jaccuse_error *error, jaccuse_status code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As ja_fail, with the place. `path` may be NULL. */
jaccuse_status ja_fail_at(jaccuse_error *error, jaccuse_status code, const char *path, size_t line,
                          const char *format, ...) __attribute__((format(printf, 5, 6)));

/* "cannot VERB: reason" from errno. */
jaccuse_status ja_fail_errno(jaccuse_error *error, jaccuse_status code, const char *path,
                             const char *verb);

jaccuse_status ja_fail_memory(jaccuse_error *error);

/* Passes a notice on; `notify` may be NULL. */
void ja_notify(jaccuse_notify notify, void *context, jaccuse_status code, const char *path,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
