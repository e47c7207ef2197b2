/* Checked reading of files and standard input, whole or line by line, under a ceiling. */
#ifndef JA_SOURCE_H
#define JA_SOURCE_H

#include "base/text.h"
#include "jaccuse/status.h"

typedef struct ja_source ja_source;

/* Opens a regular file, a pipe or standard input ("-"); a folder is refused. */
JACCUSE_CHECKED jaccuse_status ja_source_open(ja_source **out, const char *path,
                                              jaccuse_error *error);
void ja_source_close(ja_source *source); /* NULL is fine */

/* The first bytes without using them up: up to `want`, fewer only at the end of the input. The
 * slice is valid until the next call. */
JACCUSE_CHECKED jaccuse_status ja_source_peek(ja_source *source, size_t want, ja_slice *out,
                                              jaccuse_error *error);

/* The next line without its end ("\n" or "\r\n"), valid until the next call; source->line counts.
 * JACCUSE_END: no more. JACCUSE_ERROR_LIMIT: the line is longer than `ceiling`; it is passed over
 * and the next call gives the line behind it. */
JACCUSE_CHECKED jaccuse_status ja_source_line(ja_source *source, size_t ceiling, ja_slice *out,
                                              jaccuse_error *error);

/* All that is left, valid until the source is closed. JACCUSE_ERROR_LIMIT: it is more than
 * `ceiling`. */
JACCUSE_CHECKED jaccuse_status ja_source_rest(ja_source *source, size_t ceiling, ja_slice *out,
                                              jaccuse_error *error);

/* The number of the line read last, from 1. */
size_t ja_source_line_number(const ja_source *source);

#endif
