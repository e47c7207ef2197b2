/* Parts of a network that do not hang together, side by side on one sheet: each in the lowest place
 * of the skyline where it fits (Burke, Kendall, Whitwell: A new placement heuristic for the
 * orthogonal stock-cutting problem, 2004), the highest first. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "output/plan.h"

static const double GAP = 42;
static const double NARROWEST = 784, BEST_SHAPE = 1.35; /* width to height */
enum { WIDTHS = 14 };

typedef struct part {
    double left, top, right, bottom; /* where the layout put it */
    double x, y;                     /* where it goes */
    size_t index;
} part;

static void widen(part *one, double left, double top, double right, double bottom)
{
    one->left = fmin(one->left, left);
    one->top = fmin(one->top, top);
    one->right = fmax(one->right, right);
    one->bottom = fmax(one->bottom, bottom);
}

static void measure_parts(const ja_plan *plan, part *parts)
{
    for (size_t i = 0; i < plan->component_count; i++)
        parts[i] = (part){INFINITY, INFINITY, -INFINITY, -INFINITY, 0, 0, i};
    for (size_t i = 0; i < plan->box_count; i++) {
        const ja_box *box = &plan->boxes[i];
        widen(&parts[box->component], box->at.x - box->width / 2, box->at.y - box->height / 2,
              box->at.x + box->width / 2, box->at.y + box->height / 2);
    }
    for (size_t i = 0; i < plan->way_count; i++) {
        const ja_way *way = &plan->ways[i];
        part *one = &parts[plan->boxes[plan->box_of[way->from]].component];
        for (size_t k = 0; way->curve && k < way->curve_count; k++)
            widen(one, way->curve[k].x, way->curve[k].y, way->curve[k].x, way->curve[k].y);
    }
}

static int highest_first(const void *a, const void *b)
{
    const part *first = a, *second = b;
    double high = first->bottom - first->top, other = second->bottom - second->top;
    if (fabs(high - other) > 0.01)
        return high > other ? -1 : 1;
    return first->index < second->index ? -1 : 1;
}

/* The skyline: steps from left to right, each as far down as it is filled. */
typedef struct skyline {
    double *x, *y; /* where each begins, and its depth */
    size_t count;
    double width;
} skyline;

/* How deep something `width` wide lies that begins at a step; INFINITY: it does not fit. */
static double depth_at(const skyline *sky, size_t step, double width)
{
    double deepest = 0, end = sky->x[step] + width;
    if (end > sky->width + 0.01)
        return INFINITY;
    for (size_t i = step; i < sky->count && sky->x[i] < end - 0.01; i++)
        deepest = fmax(deepest, sky->y[i]);
    return deepest;
}

static void fill(skyline *sky, size_t step, double width, double depth)
{
    double begin = sky->x[step], end = begin + width, last = 0;
    size_t gone = step;
    while (gone < sky->count && sky->x[gone] < end - 0.01)
        last = sky->y[gone++];
    double next = gone < sky->count ? sky->x[gone] : sky->width;
    bool remains = next > end + 0.01;
    size_t used = step + 1 + remains;
    memmove(sky->x + used, sky->x + gone, (sky->count - gone) * sizeof *sky->x);
    memmove(sky->y + used, sky->y + gone, (sky->count - gone) * sizeof *sky->y);
    sky->count = sky->count - gone + used;
    sky->x[step] = begin;
    sky->y[step] = depth;
    if (remains) {
        sky->x[step + 1] = end;
        sky->y[step + 1] = last;
    }
}

/* Places all parts on a sheet of that width; its height. */
static double place(part *parts, size_t count, skyline *sky, double width)
{
    double height = 0;
    *sky = (skyline){sky->x, sky->y, 1, width + GAP};
    sky->x[0] = sky->y[0] = 0;
    for (size_t i = 0; i < count; i++) {
        double wide = parts[i].right - parts[i].left + GAP, least = INFINITY;
        size_t best = 0;
        for (size_t step = 0; step < sky->count; step++) {
            double depth = depth_at(sky, step, wide);
            if (depth < least - 0.01) {
                least = depth;
                best = step;
            }
        }
        parts[i].x = sky->x[best];
        parts[i].y = least;
        double bottom = least + parts[i].bottom - parts[i].top;
        fill(sky, best, wide, bottom + GAP);
        height = fmax(height, bottom);
    }
    return height;
}

static double choose_width(part *parts, size_t count, skyline *sky)
{
    double widest = 0, area = 0, best = 0, least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        double wide = parts[i].right - parts[i].left;
        widest = fmax(widest, wide);
        area += (wide + GAP) * (parts[i].bottom - parts[i].top + GAP);
    }
    for (int i = 0; i < WIDTHS; i++) {
        double width = fmax(fmax(widest, NARROWEST), sqrt(area * BEST_SHAPE) * (0.8 + 0.05 * i));
        double height = fmax(place(parts, count, sky, width), 1);
        double shape = width / height / BEST_SHAPE;
        double cost = width * height * (1 + 0.5 * fmax(shape, 1 / shape));
        if (cost < least - 1) {
            least = cost;
            best = width;
        }
    }
    return best;
}

static void move(ja_plan *plan, const part *parts, const size_t *place_of)
{
    for (size_t i = 0; i < plan->box_count; i++) {
        const part *one = &parts[place_of[plan->boxes[i].component]];
        plan->boxes[i].at.x += one->x - one->left;
        plan->boxes[i].at.y += one->y - one->top;
    }
    for (size_t i = 0; i < plan->way_count; i++) {
        const ja_way *way = &plan->ways[i];
        const part *one = &parts[place_of[plan->boxes[plan->box_of[way->from]].component]];
        for (size_t k = 0; way->curve && k < way->curve_count; k++) {
            way->curve[k].x += one->x - one->left;
            way->curve[k].y += one->y - one->top;
        }
    }
}

void ja_pack(ja_plan *plan)
{
    ja_picture *picture = plan->picture;
    size_t count = plan->component_count;
    part *parts = JA_NEW_N(picture->arena, part, count + 1);
    size_t *place_of = JA_NEW_N(picture->arena, size_t, count + 1);
    skyline sky = {.x = JA_NEW_N(picture->arena, double, 2 * count + 4),
                   .y = JA_NEW_N(picture->arena, double, 2 * count + 4)};
    measure_parts(plan, parts);
    qsort(parts, count, sizeof *parts, highest_first);
    double width = choose_width(parts, count, &sky);
    picture->height = place(parts, count, &sky, width);
    picture->width = 0;
    for (size_t i = 0; i < count; i++) {
        place_of[parts[i].index] = i;
        picture->width = fmax(picture->width, parts[i].x + parts[i].right - parts[i].left);
    }
    move(plan, parts, place_of);
}
