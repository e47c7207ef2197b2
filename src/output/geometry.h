/* Points, boxes and Bezier curves. */
#ifndef JA_OUTPUT_GEOMETRY_H
#define JA_OUTPUT_GEOMETRY_H

#include "output/picture.h"

/* The point at `share` (0 to 1) of the way from a to b. */
ja_point ja_between(ja_point a, ja_point b, double share);
double ja_distance(ja_point a, ja_point b);

/* The point of a chain of cubic pieces at `share` of its parameter. */
ja_point ja_curve_at(const ja_point *curve, size_t count, double share);

/* Cuts the chain's end off, `length` before its last point; only the last piece is cut, so that at
 * most most of it goes. `curve` is changed in place; the chain keeps its count. */
void ja_curve_shorten(ja_point *curve, size_t count, double length);

/* Turns the chain round. */
void ja_curve_reverse(ja_point *curve, size_t count);

/* Cuts off what the chain's first piece has inside of a box. */
void ja_curve_leave(ja_point *curve, size_t count, ja_point centre, double width, double height);

#endif
