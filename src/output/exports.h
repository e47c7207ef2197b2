/* The network as files for other programs: everything in it, with places where it is laid out.
 *
 * The writers are given a picture whose arena is that of the sink's rows, and end a row behind
 * every actor and edge; what must last longer they are given. */
#ifndef JA_OUTPUT_EXPORTS_H
#define JA_OUTPUT_EXPORTS_H

#include "output/picture.h"
#include "output/sink.h"
#include "output/spells.h"

/* Writes the file, or files, of a format for other programs; `picture` is filled and, where the
 * format has places, laid out. `whole`: the network, else only what the picture shows (DOT alone).
 * Called inside of a run of picture->arena. What fails leaves no file behind. */
JACCUSE_CHECKED jaccuse_status ja_export_write(const ja_picture *picture, jaccuse_format format,
                                               const char *path, bool whole,
                                               const jaccuse_map_options *options,
                                               jaccuse_error *error);

void ja_graphml_write(ja_sink *sink, const ja_picture *picture);
/* `spells` NULL: static. */
void ja_gexf_write(ja_sink *sink, const ja_picture *picture, const ja_spells *spells);
void ja_json_write(ja_sink *sink, const ja_picture *picture);
void ja_dot_write(ja_sink *sink, const ja_picture *picture, bool whole);
void ja_csv_write_edges(ja_sink *sink, const ja_picture *picture);
void ja_csv_write_nodes(ja_sink *sink, const ja_picture *picture);
/* NAME.csv: NAME.nodes.csv */
const char *ja_csv_nodes_path(ja_arena *arena, const char *path);

#endif
