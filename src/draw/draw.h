/* The two things that jaccuse-draw does. */
#ifndef JA_DRAW_DRAW_H
#define JA_DRAW_DRAW_H

#include "base/text.h"
#include "jaccuse/output.h"

/* A graph in JSON laid out; the places as JSON. The schema stands in layout.c. */
JACCUSE_CHECKED jaccuse_status ja_draw_layout(ja_slice request, jaccuse_stream *out,
                                              jaccuse_error *error);

/* An SVG painted as "png" or "pdf". */
JACCUSE_CHECKED jaccuse_status ja_draw_render(ja_slice svg, const char *format, jaccuse_stream *out,
                                              jaccuse_error *error);

#endif
