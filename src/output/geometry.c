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
