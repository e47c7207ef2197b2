/* What a map shows, worked out once for all formats: actors and edges with their words, sizes and
 * colours; after ja_layout also with their places. Lengths are in points, y grows downwards. */
#ifndef JA_OUTPUT_PICTURE_H
#define JA_OUTPUT_PICTURE_H

#include "jaccuse/output.h"
#include "output/lettering.h"
#include "output/words.h"

typedef struct ja_point {
    double x, y;
} ja_point;

/* A kind's colours: of its box, of the box's border, and the strong one for other programs. */
typedef struct ja_colours {
    unsigned fill, border, strong; /* 0xRRGGBB */
} ja_colours;

typedef struct ja_picture_node {
    const jaccuse_node *node;
    size_t index;      /* in the network */
    const char *label; /* one line, in the picture's language, never empty */
    ja_lines lines;    /* the same, wrapped */
    double font;
    double width, height;
    const char *tooltip;
    ja_point at; /* centre */
} ja_picture_node;

typedef struct ja_picture_edge {
    const jaccuse_edge *edge;
    size_t index;          /* in the network */
    size_t source, target; /* in the picture */
    bool reversed;         /* laid out from target to source */
    double thickness;
    const char *tooltip;
    const char *url;    /* of an article; NULL: none, or none that is safe to follow */
    ja_point *curve;    /* 3n + 1 points of Bezier pieces, from border to border */
    size_t curve_count; /* 0: not laid out */
    const char *count;  /* how often, where more than once; else NULL */
    bool answered;      /* an accusation that somebody denied */
    double mark_width;  /* of count and sign of a denial together; 0: no mark */
    ja_point mark;      /* its centre */
} ja_picture_edge;

typedef struct ja_picture {
    ja_arena *arena;
    ja_words words;
    const char *language;
    jaccuse_network *network;
    const double *measures[JACCUSE_MEASURE_COUNT]; /* of all nodes of the network; NULL: not told */
    double reciprocity;                            /* of the network; in JSON alone */
    jaccuse_measure size_by;
    double largest; /* value of size_by */
    const char *title, *subtitle;
    ja_picture_node *nodes; /* in the network's order */
    size_t node_count;
    ja_picture_edge *edges; /* between them, likewise */
    size_t edge_count;
    size_t hidden;        /* actors that are left out */
    size_t *place;        /* of each node of the network in `nodes`, or JACCUSE_NONE */
    bool laid_out;        /* the places are known */
    double width, height; /* of what is laid out */
} ja_picture;

extern const double ja_line_height; /* as a multiple of the font size */
extern const double ja_mark_height, ja_count_font;
extern const unsigned ja_accuses_colour, ja_denies_colour;

/* picture->measures[picture->size_by] must be there. picture->arena, words, language, network and
 * title too. */
void ja_picture_fill(ja_picture *picture, size_t max_nodes);

ja_colours ja_kind_colours(jaccuse_kind kind);
/* The best known name in the picture's language; never empty. */
const char *ja_label(const ja_picture *picture, const jaccuse_node *node);
/* The size of a node of the network, from 1 (least) to 2, by the chosen measure. */
double ja_relative_size(const ja_picture *picture, size_t node);
/* "accuses (3)" */
const char *ja_edge_label(const ja_picture *picture, const jaccuse_edge *edge);
/* Up to `most` passages that an edge rests on, shortened. */
const char *ja_evidence_text(const ja_picture *picture, const jaccuse_evidence *evidence,
                             size_t count, size_t most, const char *separator);
/* The first URL of the evidence that a reader may be sent to, or NULL. */
const char *ja_evidence_url(const ja_picture *picture, const jaccuse_evidence *evidence,
                            size_t count);
bool ja_is_safe_url(const char *url);

#endif
