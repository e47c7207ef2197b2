/* The attributes of actors and edges that go to other programs: one list for all formats. Labels,
 * weights, places, sizes and colours are not among them: each format has its own way for those. */
#ifndef JA_OUTPUT_ATTRIBUTES_H
#define JA_OUTPUT_ATTRIBUTES_H

#include "output/picture.h"

typedef enum ja_type { JA_TEXT, JA_INTEGER, JA_REAL } ja_type;

typedef struct ja_attribute {
    const char *name;
    ja_type type;
} ja_attribute;

size_t ja_node_attribute_count(void);
ja_attribute ja_node_attribute(size_t attribute);
/* The value for a node of the network; NULL: it has none. */
const char *ja_node_value(const ja_picture *picture, size_t node, size_t attribute);

size_t ja_edge_attribute_count(void);
ja_attribute ja_edge_attribute(size_t attribute);
const char *ja_edge_value(const ja_picture *picture, size_t edge, size_t attribute);

/* The best that any passage of an accusation says. */
jaccuse_certainty ja_edge_certainty(const jaccuse_edge *edge);

/* What the picture shows of a node of the network; NULL: it is hidden. */
const ja_picture_node *ja_shown(const ja_picture *picture, size_t node);

#endif
