/* From ways to the curves of edges: ends are spread along the sides of boxes, and the edges that
 * share a way run side by side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "output/geometry.h"
#include "output/plan.h"

static const double CORNER = 5; /* of a box, which no way ends at */
enum { CURVE_STEPS = 24 };
static const double DASHES = 11; /* length of the pattern of a denial's line, in svg_sheet.c */

static void place_nodes(ja_plan *plan)
{
    ja_picture *picture = plan->picture;
    for (size_t i = 0; i < picture->frame_count; i++) {
        ja_frame *frame = &picture->frames[i];
        frame->at = plan->boxes[i].at;
        for (size_t k = 0; k < frame->member_count; k++)
            picture->nodes[frame->members[k]].at =
                (ja_point){frame->at.x - frame->width / 2 + frame->places[k].x,
                           frame->at.y - frame->height / 2 + frame->places[k].y};
    }
    for (size_t i = 0; i < picture->node_count; i++)
        if (picture->nodes[i].frame == JACCUSE_NONE)
            picture->nodes[i].at = plan->boxes[plan->box_of[i]].at;
    for (size_t i = 0; i < picture->junction_count; i++)
        picture->junctions[i].at = plan->boxes[plan->box_of[picture->node_count + i]].at;
}

/* Where a way meets a box's side. */
typedef struct landing {
    size_t end;
    bool left; /* side of the box */
    double slope;
    size_t way;
} landing;

static int by_side(const void *a, const void *b)
{
    const landing *first = a, *second = b;
    if (first->end != second->end)
        return first->end < second->end ? -1 : 1;
    if (first->left != second->left)
        return first->left ? -1 : 1;
    if (fabs(first->slope - second->slope) > 1e-6)
        return first->slope < second->slope ? -1 : 1;
    return first->way < second->way ? -1 : 1;
}

static double slope_between(ja_point at, ja_point to)
{
    return (to.y - at.y) / fmax(fabs(to.x - at.x), 1);
}

/* A smooth curve from side to side. */
static void draw_smooth(const ja_plan *plan, const ja_way *way, ja_point curve[4])
{
    ja_box from = ja_plan_end(plan, way->from), to = ja_plan_end(plan, way->to);
    ja_point start = {from.at.x + from.width / 2, from.at.y},
             end = {to.at.x - to.width / 2, to.at.y};
    double reach = fmax(fabs(end.x - start.x) * 0.5, 24);
    curve[0] = start;
    curve[1] = (ja_point){start.x + reach, start.y};
    curve[2] = (ja_point){end.x - reach, end.y};
    curve[3] = end;
}

/* Whether a curve keeps off all boxes but those that it joins. */
static bool is_free(const ja_plan *plan, const ja_way *way, const ja_point curve[4])
{
    double room = way->breadth / 2 + 5;
    size_t nodes = plan->picture->node_count;
    size_t junctions = plan->picture->junction_count > 0 ? plan->box_of[nodes] : plan->box_count;
    size_t from = plan->box_of[way->from], to = plan->box_of[way->to];
    for (size_t i = 0; i < junctions; i++) { /* which are points, and the last boxes */
        const ja_box *box = &plan->boxes[i];
        if (i == from || i == to || box->at.x + box->width / 2 < curve[0].x ||
            box->at.x - box->width / 2 > curve[3].x ||
            box->at.y + box->height / 2 + room < fmin(curve[0].y, curve[3].y) ||
            box->at.y - box->height / 2 - room > fmax(curve[0].y, curve[3].y))
            continue;
        for (int step = 1; step < CURVE_STEPS; step++) {
            ja_point at = ja_curve_at(curve, 4, (double)step / CURVE_STEPS);
            if (fabs(at.x - box->at.x) < box->width / 2 + room &&
                fabs(at.y - box->at.y) < box->height / 2 + room)
                return false;
        }
    }
    return true;
}

/* A smooth curve reads better than one that was led around boxes, where there are none. */
static void smooth_way(ja_plan *plan, ja_way *way)
{
    ja_point curve[4];
    draw_smooth(plan, way, curve);
    if (way->curve && !(curve[3].x > curve[0].x && is_free(plan, way, curve)))
        return;
    way->curve = JA_NEW_N(plan->picture->arena, ja_point, 4);
    memcpy(way->curve, curve, sizeof curve);
    way->curve_count = 4;
}

/* Members of one frame are joined by a bow at their right. */
static void draw_bow(ja_plan *plan, ja_way *way)
{
    ja_box from = ja_plan_end(plan, way->from), to = ja_plan_end(plan, way->to);
    double start = from.at.x + from.width / 2, end = to.at.x + to.width / 2;
    double reach = fmax(start, end) + 26;
    way->curve = JA_NEW_N(plan->picture->arena, ja_point, 4);
    way->curve_count = 4;
    way->curve[0] = (ja_point){start, from.at.y};
    way->curve[1] = (ja_point){reach, from.at.y};
    way->curve[2] = (ja_point){reach, to.at.y};
    way->curve[3] = (ja_point){end, to.at.y};
}

/* Moves an end of the curve, and what tells its direction there, to a point. */
static void move_end(ja_way *way, bool first, ja_point to)
{
    size_t end = first ? 0 : way->curve_count - 1, next = first ? 1 : way->curve_count - 2;
    way->curve[next].y += to.y - way->curve[end].y;
    way->curve[end] = to;
}

/* Gives the ways at one side of a box their places along it, in the order of where they go. */
static void spread_side(ja_plan *plan, const landing *at, size_t count)
{
    ja_box box = ja_plan_end(plan, at->end);
    double needed = -ja_way_gap;
    for (size_t i = 0; i < count; i++)
        needed += plan->ways[at[i].way].breadth + ja_way_gap;
    double room = fmax(box.height - 2 * CORNER, 0), squeeze = needed > room ? room / needed : 1;
    double y = box.at.y - needed * squeeze / 2;
    for (size_t i = 0; i < count; i++) {
        ja_way *way = &plan->ways[at[i].way];
        double middle = y + way->breadth * squeeze / 2;
        move_end(way, way->from == at->end,
                 (ja_point){box.at.x + (at->left ? -box.width : box.width) / 2, middle});
        y += (way->breadth + ja_way_gap) * squeeze;
    }
}

static void spread_ends(ja_plan *plan)
{
    landing *all = JA_NEW_N(plan->picture->arena, landing, 2 * plan->way_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < plan->way_count; i++) {
        const ja_way *way = &plan->ways[i];
        if (!way->sideways && !way->inner)
            continue;
        size_t last = way->curve_count - 1;
        for (int second = 0; second < 2; second++) {
            size_t end = second ? way->to : way->from;
            ja_point at = way->curve[second ? last : 0], to = way->curve[second ? last - 3 : 3];
            if (way->curve_count == 4)
                to = ja_plan_end(plan, second ? way->from : way->to).at;
            if (way->inner)
                to.x += 30;
            all[count++] = (landing){end, second && !way->inner, slope_between(at, to), i};
        }
    }
    qsort(all, count, sizeof *all, by_side);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && all[end].end == all[i].end && all[end].left == all[i].left;)
            end++;
        spread_side(plan, all + i, end - i);
    }
}

static void shape_ways(ja_plan *plan)
{
    for (size_t i = 0; i < plan->way_count; i++) {
        ja_way *way = &plan->ways[i];
        if (way->inner)
            draw_bow(plan, way);
        else if (way->sideways)
            smooth_way(plan, way);
    }
    spread_ends(plan);
}

/* From a to b, one point long; nowhere where they are the same. */
static ja_point direction(ja_point a, ja_point b)
{
    double length = ja_distance(a, b);
    if (length < 0.01)
        return (ja_point){0, 0};
    return (ja_point){(b.x - a.x) / length, (b.y - a.y) / length};
}

/* The point beside a curve's control point, across the mean of the directions before and behind;
 * points that coincide have the direction of those around them. */
static ja_point beside(const ja_point *curve, size_t count, size_t index, double offset)
{
    ja_point at = curve[index];
    size_t before = index, behind = index;
    while (before > 0 && ja_distance(curve[before], at) < 0.01)
        before--;
    while (behind + 1 < count && ja_distance(curve[behind], at) < 0.01)
        behind++;
    ja_point from = direction(curve[before], at), to = direction(at, curve[behind]);
    ja_point mean = direction((ja_point){0, 0}, (ja_point){from.x + to.x, from.y + to.y});
    return (ja_point){at.x - mean.y * offset, at.y + mean.x * offset};
}

/* The middle of a way; straight from centre to centre where it has no curve. */
static const ja_point *middle_of(const ja_plan *plan, const ja_way *way, ja_point straight[4],
                                 size_t *count)
{
    *count = 4;
    if (way->curve) {
        *count = way->curve_count;
        return way->curve;
    }
    ja_point from = ja_plan_end(plan, way->from).at, to = ja_plan_end(plan, way->to).at;
    for (size_t i = 0; i < 4; i++)
        straight[i] = ja_between(from, to, (double)i / 3);
    return straight;
}

/* Appends a way to an edge's curve, from `start` on. */
static void append_way(const ja_plan *plan, ja_picture_edge *edge, const ja_way *way, size_t start,
                       double offset)
{
    ja_point straight[4];
    size_t count;
    const ja_point *middle = middle_of(plan, way, straight, &count);
    bool forth = way->from == start;
    for (size_t i = edge->curve_count > 0; i < count; i++) {
        size_t at = forth ? i : count - 1 - i;
        edge->curve[edge->curve_count++] =
            offset != 0 ? beside(middle, count, at, offset) : middle[at];
    }
}

static double length_of(const ja_point *curve, size_t count)
{
    double length = 0;
    ja_point last = curve[0];
    for (int i = 1; i <= 64; i++) {
        ja_point next = ja_curve_at(curve, count, i / 64.0);
        length += ja_distance(last, next);
        last = next;
    }
    return length;
}

/* The nearest point of a box. */
static ja_point reach_box(ja_point at, ja_box box)
{
    return (ja_point){fmin(fmax(at.x, box.at.x - box.width / 2), box.at.x + box.width / 2),
                      fmin(fmax(at.y, box.at.y - box.height / 2), box.at.y + box.height / 2)};
}

/* Straight lines lead from centre to centre, and are cut where they leave the boxes; others that
 * run beside their way may end beside the box. */
static void cut_ends(const ja_plan *plan, ja_picture_edge *edge)
{
    ja_box source = ja_plan_end(plan, edge->source), target = ja_plan_end(plan, edge->target);
    ja_curve_leave(edge->curve, edge->curve_count, source.at, source.width, source.height);
    ja_curve_reverse(edge->curve, edge->curve_count);
    ja_curve_leave(edge->curve, edge->curve_count, target.at, target.width, target.height);
    ja_curve_reverse(edge->curve, edge->curve_count);
    ja_point *last = &edge->curve[edge->curve_count - 1];
    edge->curve[0] = reach_box(edge->curve[0], source);
    *last = reach_box(*last, target);
}

static void draw_edge(ja_plan *plan, size_t index)
{
    ja_picture_edge *edge = &plan->picture->edges[index];
    const ja_lane *lane = &plan->lanes[index];
    size_t room = 0, start = edge->source, first_count = 0;
    for (size_t i = 0; i < lane->count; i++)
        room += plan->ways[lane->ways[i]].curve_count + 4;
    edge->curve = JA_NEW_N(plan->picture->arena, ja_point, room + 1);
    edge->curve_count = 0;
    for (size_t i = 0; i < lane->count; i++) {
        append_way(plan, edge, &plan->ways[lane->ways[i]], start, lane->offset);
        start = plan->picture->node_count + (edge->junction == JACCUSE_NONE ? 0 : edge->junction);
        if (i == 0)
            first_count = edge->curve_count;
    }
    const ja_way *way = &plan->ways[lane->ways[0]];
    if (!way->sideways && !way->inner)
        cut_ends(plan, edge);
    if (lane->count > 1) /* lines from several deniers cover each other behind the junction */
        edge->dash = DASHES - fmod(length_of(edge->curve, first_count), DASHES);
}

void ja_draw_lanes(ja_plan *plan)
{
    place_nodes(plan);
    shape_ways(plan);
    for (size_t i = 0; i < plan->picture->edge_count; i++)
        draw_edge(plan, i);
}
