#include "output/geometry.h"

#include <math.h>

ja_point ja_between(ja_point a, ja_point b, double share)
{
    return (ja_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double ja_distance(ja_point a, ja_point b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

ja_point ja_box_border(ja_point centre, double width, double height, ja_point towards)
{
    double x = fabs(towards.x - centre.x), y = fabs(towards.y - centre.y);
    double share = 1;
    if (x > 0)
        share = fmin(share, width / 2 / x);
    if (y > 0)
        share = fmin(share, height / 2 / y);
    return ja_between(centre, towards, share);
}

/* De Casteljau: the piece p[0..3] cut at `share`; the first part stays in p. */
static void keep_first_part(ja_point p[4], double share)
{
    ja_point ab = ja_between(p[0], p[1], share), bc = ja_between(p[1], p[2], share),
             cd = ja_between(p[2], p[3], share);
    ja_point abc = ja_between(ab, bc, share), bcd = ja_between(bc, cd, share);
    p[1] = ab;
    p[2] = abc;
    p[3] = ja_between(abc, bcd, share);
}

static ja_point piece_at(const ja_point p[4], double share)
{
    ja_point part[4] = {p[0], p[1], p[2], p[3]};
    keep_first_part(part, share);
    return part[3];
}

ja_point ja_curve_at(const ja_point *curve, size_t count, double share)
{
    double pieces = (double)((count - 1) / 3);
    double at = fmin(fmax(share, 0), 1) * pieces;
    double piece = fmin(floor(at), pieces - 1);
    return piece_at(curve + 3 * (size_t)piece, at - piece);
}

void ja_curve_shorten(ja_point *curve, size_t count, double length)
{
    ja_point *piece = curve + count - 4;
    ja_point end = piece[3];
    double low = 0.3, high = 1; /* the distance to the end falls from low to high */
    if (ja_distance(piece_at(piece, low), end) < length)
        high = low;
    for (int step = 0; step < 30 && high > low; step++) {
        double middle = (low + high) / 2;
        if (ja_distance(piece_at(piece, middle), end) > length)
            low = middle;
        else
            high = middle;
    }
    keep_first_part(piece, low);
}

typedef struct box {
    ja_point at;
    double width, height;
} box;

static bool overlap(box a, box b, double gap)
{
    return fabs(a.at.x - b.at.x) < (a.width + b.width) / 2 + gap &&
           fabs(a.at.y - b.at.y) < (a.height + b.height) / 2 + gap;
}

/* How many nodes and earlier marks a mark would touch. */
static size_t count_conflicts(const ja_picture *picture, box mark, size_t edge)
{
    size_t conflicts = 0;
    for (size_t i = 0; i < picture->node_count; i++) {
        const ja_picture_node *node = &picture->nodes[i];
        conflicts += overlap(mark, (box){node->at, node->width, node->height}, 2);
    }
    for (size_t i = 0; i < edge; i++) {
        const ja_picture_edge *other = &picture->edges[i];
        if (other->mark_width > 0)
            conflicts += overlap(mark, (box){other->mark, other->mark_width, ja_mark_height}, 1);
    }
    return conflicts;
}

void ja_place_marks(ja_picture *picture)
{
    static const double SHARES[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2};
    for (size_t i = 0; i < picture->edge_count; i++) {
        ja_picture_edge *edge = &picture->edges[i];
        if (edge->mark_width <= 0)
            continue;
        size_t fewest = (size_t)-1;
        for (size_t j = 0; j < sizeof SHARES / sizeof *SHARES && fewest > 0; j++) {
            ja_point at = ja_curve_at(edge->curve, edge->curve_count, SHARES[j]);
            size_t conflicts =
                count_conflicts(picture, (box){at, edge->mark_width, ja_mark_height}, i);
            if (conflicts < fewest) {
                fewest = conflicts;
                edge->mark = at;
            }
        }
    }
}
