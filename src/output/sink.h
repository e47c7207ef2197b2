/* Where an export goes while it is made: a row (an actor, an edge) is written as text or as XML and
 * handed on, and what it needed is freed; so the memory of an export is that of its largest row.
 *
 *     ja_sink_init, _open, then inside of ja_arena_run(&sink->rows, ...) a ja_sink_begin_row before
 *     every row; _close, _clear. */
#ifndef JA_OUTPUT_SINK_H
#define JA_OUTPUT_SINK_H

#include "jaccuse/output.h"
#include "output/xml_writer.h"

typedef struct ja_sink {
    jaccuse_stream *stream;
    ja_buffer text; /* for the formats that are no XML; not handed on yet */
    ja_xml xml;     /* for those that are; its strings live in `rows` */
    ja_arena rows;  /* what the row at hand needs */
} ja_sink;

void ja_sink_init(ja_sink *sink);
/* NULL or "-": standard output. `is_xml`: XML will be written, each element on its own line. */
JACCUSE_CHECKED jaccuse_status ja_sink_open(ja_sink *sink, const char *path, bool is_xml,
                                            jaccuse_error *error);
/* Ends the row before. False: nothing more can be written, as ja_sink_close will tell. */
bool ja_sink_begin_row(ja_sink *sink);
/* Writes out what is left and puts the file in its place; or tells what failed before. */
JACCUSE_CHECKED jaccuse_status ja_sink_close(ja_sink *sink, jaccuse_error *error);
/* Frees all; a file that was not closed is thrown away. */
void ja_sink_clear(ja_sink *sink);

#endif
