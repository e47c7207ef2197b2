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

void ja_curve_reverse(ja_point *curve, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        ja_point former = curve[i];
        curve[i] = curve[count - 1 - i];
        curve[count - 1 - i] = former;
    }
}

static bool is_inside(ja_point at, ja_point centre, double width, double height)
{
    return fabs(at.x - centre.x) < width / 2 && fabs(at.y - centre.y) < height / 2;
}

void ja_curve_leave(ja_point *curve, size_t count, ja_point centre, double width, double height)
{
    if (count < 4 || !is_inside(curve[0], centre, width, height))
        return;
    double low = 0, high = 1; /* inside at low, outside at high */
    for (int step = 0; step < 30; step++) {
        double middle = (low + high) / 2;
        if (is_inside(piece_at(curve, middle), centre, width, height))
            low = middle;
        else
            high = middle;
    }
    ja_curve_reverse(curve, 4);
    keep_first_part(curve, 1 - high);
    ja_curve_reverse(curve, 4);
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
    for (size_t i = 0; i < picture->junction_count; i++)
        conflicts += overlap(mark, (box){picture->junctions[i].at, 8, 8}, 1);
    for (size_t i = 0; i < edge; i++) {
        const ja_picture_edge *other = &picture->edges[i];
        if (other->mark_width > 0)
            conflicts += overlap(mark, (box){other->mark, other->mark_width, ja_mark_height}, 1);
    }
    return conflicts;
}

/* Where on its line a mark stands best: in the middle, or towards the end that fewer lines meet at.
 */
static double best_share(const size_t *degrees, const ja_picture_edge *edge)
{
    size_t source = degrees[edge->source], target = degrees[edge->target];
    if (source > 2 * target)
        return 0.66;
    return target > 2 * source ? 0.34 : 0.5;
}

static void place_mark(const ja_picture *picture, size_t index, double best)
{
    static const double STEPS[] = {0, -0.05, 0.05, -0.1, 0.1, -0.15, 0.15, 0.22, -0.22, 0.3, -0.3};
    ja_picture_edge *edge = &picture->edges[index];
    size_t fewest = (size_t)-1;
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && fewest > 0; i++) {
        double share = fmin(fmax(best + STEPS[i], 0.18), 0.82);
        ja_point at = ja_curve_at(edge->curve, edge->curve_count, share);
        size_t conflicts =
            count_conflicts(picture, (box){at, edge->mark_width, ja_mark_height}, index);
        if (conflicts < fewest) {
            fewest = conflicts;
            edge->mark = at;
        }
    }
    edge->mark_free = fewest == 0;
}

void ja_place_marks(ja_picture *picture)
{
    size_t *degrees = JA_NEW_N(picture->arena, size_t, picture->node_count + 1);
    for (size_t i = 0; i < picture->node_count; i++)
        degrees[i] = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        degrees[picture->edges[i].source]++;
        degrees[picture->edges[i].target]++;
    }
    for (size_t i = 0; i < picture->edge_count; i++) {
        ja_picture_edge *edge = &picture->edges[i];
        if (edge->mark_width <= 0)
            continue;
        place_mark(picture, i, best_share(degrees, edge));
        if (!edge->mark_free && edge->count) { /* no room: its title tells the count */
            edge->count = NULL;
            edge->mark_width = edge->answered ? ja_sign_width : 0;
            if (edge->answered)
                place_mark(picture, i, best_share(degrees, edge));
        }
    }
}
