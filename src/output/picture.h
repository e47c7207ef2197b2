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
    double least_height; /* of the words; lines at its sides may need more */
    const char *tooltip;
    ja_point at;      /* centre */
    size_t frame;     /* that it stands in, or JACCUSE_NONE */
    size_t community; /* that it is coloured by; JA_COMMUNITIES: none of the large ones */
} ja_picture_node;

/* Where denials meet: each at one side denies to each at the other. */
typedef struct ja_junction {
    ja_point at;
    size_t lines; /* of deniers */
} ja_junction;

/* Around those who speak for one principal. */
typedef struct ja_frame {
    size_t principal; /* node of the network */
    const char *label;
    ja_point at; /* centre */
    double width, height;
    size_t *members;  /* nodes of the picture */
    ja_point *places; /* their centres, from the frame's upper left corner */
    size_t member_count;
} ja_frame;

typedef struct ja_picture_edge {
    const jaccuse_edge *edge;
    size_t index;          /* in the network */
    size_t source, target; /* in the picture */
    size_t junction;       /* that it runs through, or JACCUSE_NONE */
    bool returned;         /* a denial that stands beside the accusation it answers */
    double thickness;
    const char *tooltip;
    const char *url;    /* of an article; NULL: none, or none that is safe to follow */
    ja_point *curve;    /* 3n + 1 points of Bezier pieces, from border to border */
    size_t curve_count; /* 0: not laid out */
    const char *count;  /* how often, where more than once; else NULL */
    bool answered;      /* an accusation that somebody denied */
    double dash;        /* of a dashed line: where in the pattern it begins */
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
    ja_junction *junctions;
    size_t junction_count;
    ja_frame *frames;
    size_t frame_count;
    bool grouped; /* frames are asked for */
    jaccuse_colouring colour_by;
    jaccuse_theme theme;
    size_t hidden;          /* actors that are left out */
    size_t crowded_out;     /* of them, those who would be drawn if there were room */
    const char *remarks[4]; /* what is left out, as words for the legend */
    size_t remark_count;
    bool timeline;        /* drawn along time, not as a map */
    size_t *place;        /* of each node of the network in `nodes`, or JACCUSE_NONE */
    bool laid_out;        /* the places are known */
    double width, height; /* of what is laid out */
} ja_picture;

extern const double ja_line_height; /* as a multiple of the font size */
extern const double ja_mark_height, ja_count_font, ja_sign_width;
extern const unsigned ja_accuses_colour, ja_denies_colour;

/* picture->measures[picture->size_by] must be there. picture->arena, words, language, network and
 * title too. */
void ja_picture_fill(ja_picture *picture, size_t max_nodes);

/* choice.c. Fills nodes and place with the most important actors, and counts those who are hidden.
 */
void ja_choose_nodes(ja_picture *picture, size_t max_nodes);
/* Who is hidden, as words; NULL: nobody. */
const char *ja_hidden_text(const ja_picture *picture);

/* How many communities have a colour of their own. */
enum { JA_COMMUNITIES = 6 };

ja_colours ja_kind_colours(jaccuse_kind kind);
/* picture_colours.c */
ja_colours ja_community_colours(size_t community);
/* A light box's colours as they are on a dark screen. */
ja_colours ja_dark_colours(ja_colours light);
/* Gives every node of the picture the community that it is coloured by. */
void ja_find_communities(ja_picture *picture);
/* The most important member of a community that has a colour; NULL: nobody is coloured by it. */
const ja_picture_node *ja_community_leader(const ja_picture *picture, size_t community);
/* The best known name in the picture's language; never empty. */
const char *ja_label(const ja_picture *picture, const jaccuse_node *node);
const char *ja_label_in(const ja_picture *picture, const jaccuse_node *node, const char *language);
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
