/* The network as files for other programs: everything in it, with places where it is laid out. */
#ifndef JA_OUTPUT_EXPORTS_H
#define JA_OUTPUT_EXPORTS_H

#include "output/picture.h"
#include "output/xml_writer.h"

void ja_graphml_write(ja_xml *xml, const ja_picture *picture);
void ja_gexf_write(ja_xml *xml, const ja_picture *picture);
void ja_json_write(ja_buffer *out, const ja_picture *picture);
/* `whole`: the network, else only what the picture shows. */
void ja_dot_write(ja_buffer *out, const ja_picture *picture, bool whole);
void ja_csv_write_edges(ja_buffer *out, const ja_picture *picture);
void ja_csv_write_nodes(ja_buffer *out, const ja_picture *picture);
/* NAME.csv: NAME.nodes.csv */
const char *ja_csv_nodes_path(ja_arena *arena, const char *path);

#endif
