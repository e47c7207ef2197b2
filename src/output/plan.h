/* What is to be laid out: boxes, and ways between them, each of which several edges may share.
 *
 *     picture --bundles.c, frames.c--> junctions, frames
 *             --plan.c, order.c-->     boxes, ways, lanes
 *             --jaccuse-draw-->        places (layout.c asks for them)
 *             --columns.c, packing.c-> one sheet
 *             --lanes.c, marks.c-->    curves of edges, places of what is written on them
 */
#ifndef JA_OUTPUT_PLAN_H
#define JA_OUTPUT_PLAN_H

#include "output/picture.h"

/* A node that stands alone, a frame, or a junction. */
typedef struct ja_box {
    ja_point at; /* centre */
    double width, height;
    size_t component;
} ja_box;

/* One line between two ends, for all edges between them. An end is a node of the picture or, from
 * node_count on, a junction. Where the layout has a direction, `from` is on the left. */
typedef struct ja_way {
    size_t from, to;
    double forth, back; /* weight of what pulls `from` to the left, and to the right */
    double breadth;     /* of its lanes, side by side */
    bool inner;         /* both ends are in one frame: not laid out */
    bool sideways;      /* leaves its boxes at their sides, else towards each other's centres */
    ja_point *curve;    /* from `from` to `to`, 3n + 1 points; NULL: straight */
    size_t curve_count;
} ja_way;

/* The ways of an edge: one, or two that meet in a junction; how far beside their middles it runs,
 * to the right hand of who goes from `from` to `to`. */
typedef struct ja_lane {
    size_t ways[2];
    size_t count;
    double offset;
} ja_lane;

extern const double ja_way_gap; /* between ways at the side of a box */

typedef struct ja_plan {
    ja_picture *picture;
    ja_box *boxes;
    size_t box_count;
    size_t *box_of; /* of each end */
    ja_way *ways;
    size_t way_count;
    ja_lane *lanes; /* of each edge of the picture */
    double *sides;  /* what the ways at the left and the right side of each node need in height */
    size_t component_count;
    size_t *component_boxes, *component_ways; /* how many of each */
} ja_plan;

/* bundles.c. Where several actors deny what several others say of one accused, their denials meet
 * in a junction: a + b lines in place of a * b. */
void ja_bundle(ja_picture *picture);
/* frames.c. Frames around those who speak for one principal, with the places of their members in
 * them. */
void ja_make_frames(ja_picture *picture);
/* order.c. Turns the ways so that they lead from left to right. */
void ja_plan_order(ja_plan *plan);
/* plan.c */
void ja_way_turn(ja_way *way);
/* Disjoint sets, as a parent for each member: the one that stands for a set, and the union of two.
 */
size_t ja_set_root(size_t *parent, size_t member);
void ja_set_join(size_t *parent, size_t a, size_t b);
void ja_plan_make(ja_plan *plan, ja_picture *picture);
/* Boxes as high as the ways at their sides need, or as their words alone. */
void ja_plan_heighten(ja_plan *plan, size_t component, bool sideways);
/* The point and size of an end. */
ja_box ja_plan_end(const ja_plan *plan, size_t end);
/* columns.c. Gives the columns of a component that has some the room between them that their lines
 * need; its width and height. */
ja_point ja_space_columns(ja_plan *plan, size_t component);
/* packing.c. Puts the components side by side on one sheet, no narrower than it looks well; sets
 * the picture's width and height. */
void ja_pack(ja_plan *plan);
/* lanes.c. From the boxes and ways to nodes, frames, junctions and the edges' curves. */
void ja_draw_lanes(ja_plan *plan);
/* marks.c. Gives the marks of the edges places on their curves, off the nodes and each other; a
 * count that has no room goes. */
void ja_place_marks(ja_picture *picture);

#endif
