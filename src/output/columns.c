/* The columns that dot makes: the room between them is widened where many lines run, and narrowed
 * where there are many columns. */
#include <math.h>
#include <stdlib.h>

#include "output/plan.h"

static const double WIDEST = 1300;     /* no component is widened beyond */
static const double LEAST_SHARE = 0.4; /* of the room between columns that is left at least */
static const double MANY_WAYS = 45, MOST_GROWTH = 0.8;
static const double PAGE = 760,
                    HIGH_SHAPE = 0.75; /* width that high columns are given, to height */
static const size_t SOME_WAYS = 8;     /* from which on they are */

/* From left to right, what boxes of one column cover; where it begins afterwards. */
typedef struct column {
    double left, right, to;
} column;

static int from_left(const void *a, const void *b)
{
    const column *first = a, *second = b;
    return first->left < second->left ? -1 : first->left > second->left;
}

static size_t find_columns(const ja_plan *plan, size_t component, column *out)
{
    size_t boxes = 0, count = 0;
    for (size_t i = 0; i < plan->box_count; i++) {
        const ja_box *box = &plan->boxes[i];
        if (box->component == component)
            out[boxes++] = (column){box->at.x - box->width / 2, box->at.x + box->width / 2, 0};
    }
    qsort(out, boxes, sizeof *out, from_left);
    for (size_t i = 0; i < boxes; i++)
        if (count > 0 && out[i].left < out[count - 1].right)
            out[count - 1].right = fmax(out[count - 1].right, out[i].right);
        else
            out[count++] = out[i];
    return count;
}

/* What the room between columns is multiplied by: more where many lines run, or where the columns
 * are high, so that lines need not be steep. */
static double choose_share(const column *columns, size_t count, size_t ways, double height)
{
    double covered = 0, between = 0;
    for (size_t i = 0; i < count; i++) {
        covered += columns[i].right - columns[i].left;
        between += i > 0 ? columns[i].left - columns[i - 1].right : 0;
    }
    if (between <= 0)
        return 1;
    double wished = 1 + fmin((double)ways / MANY_WAYS, 1) * MOST_GROWTH;
    if (ways >= SOME_WAYS)
        wished = fmax(wished, (fmin(PAGE, HIGH_SHAPE * height) - covered) / between);
    return fmax(fmin(wished, (WIDEST - covered) / between), LEAST_SHARE);
}

/* Where a place between or in the columns goes. */
static double moved(const column *columns, size_t count, double share, double x)
{
    size_t next = 0;
    while (next < count && columns[next].right < x)
        next++;
    if (next == count)
        return x - columns[count - 1].right + columns[count - 1].to +
               (columns[count - 1].right - columns[count - 1].left);
    if (x >= columns[next].left || next == 0)
        return x - columns[next].left + columns[next].to;
    return columns[next].to - (columns[next].left - x) * share;
}

ja_point ja_space_columns(ja_plan *plan, size_t component)
{
    column *columns = JA_NEW_N(plan->picture->arena, column, plan->component_boxes[component] + 1);
    size_t count = find_columns(plan, component, columns);
    double top = INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < plan->box_count; i++) {
        const ja_box *box = &plan->boxes[i];
        if (box->component != component)
            continue;
        top = fmin(top, box->at.y - box->height / 2);
        bottom = fmax(bottom, box->at.y + box->height / 2);
    }
    double share = choose_share(columns, count, plan->component_ways[component], bottom - top);
    columns[0].to = columns[0].left;
    for (size_t i = 1; i < count; i++)
        columns[i].to = columns[i - 1].to + (columns[i - 1].right - columns[i - 1].left) +
                        (columns[i].left - columns[i - 1].right) * share;
    for (size_t i = 0; i < plan->box_count; i++)
        if (plan->boxes[i].component == component)
            plan->boxes[i].at.x = moved(columns, count, share, plan->boxes[i].at.x);
    for (size_t i = 0; i < plan->way_count; i++) {
        ja_way *way = &plan->ways[i];
        bool own = plan->boxes[plan->box_of[way->from]].component == component;
        for (size_t k = 0; own && k < way->curve_count; k++)
            way->curve[k].x = moved(columns, count, share, way->curve[k].x);
    }
    const column *last = &columns[count - 1];
    return (ja_point){last->to + last->right - last->left - columns[0].left, bottom - top};
}
