/* Running jaccuse-draw: found, started, fed, listened to, limited and always reaped. */
#ifndef JA_OUTPUT_DRAW_H
#define JA_OUTPUT_DRAW_H

#include "base/text.h"
#include "jaccuse/output.h"

typedef struct ja_draw_program {
    char path[4096];
} ja_draw_program;

/* Looks for jaccuse-draw: `given` (may be NULL), else the variable JACCUSE_DRAW, else beside the
 * running program, else in PATH. */
JACCUSE_CHECKED jaccuse_status ja_draw_find(ja_draw_program *out, const char *given,
                                            jaccuse_error *error);

/* Runs `jaccuse-draw --seconds N MODE` with `input` on its standard input and appends what it
 * prints to `output`, whose ceiling holds. JACCUSE_ERROR_DRAW: it failed, printed too much or took
 * longer than `seconds`; *timed_out tells the last. */
JACCUSE_CHECKED jaccuse_status ja_draw_run(const ja_draw_program *program, const char *mode,
                                           unsigned seconds, ja_slice input, ja_buffer *output,
                                           bool *timed_out, jaccuse_error *error);

#endif
