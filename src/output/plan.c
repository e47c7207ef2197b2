/* Boxes and ways of a picture, and which of them hang together. */
#include "output/plan.h"

#include <math.h>
#include <stdlib.h>

const double ja_way_gap = 9;

static const double JUNCTION_SIZE = 10;
/* Between lines side by side: of a denial and the accusation it answers, and of others. */
static const double CLOSE = 4.5, APART = 9;
/* No box is made higher than that, or than its words need, for the ways at its side. */
static const double HIGHEST = 132;

/* An edge, or a half of one, as a line between two ends. */
typedef struct stretch {
    size_t low, high, edge, half;
} stretch;

static int by_ends(const void *a, const void *b)
{
    const stretch *first = a, *second = b;
    if (first->low != second->low)
        return first->low < second->low ? -1 : 1;
    if (first->high != second->high)
        return first->high < second->high ? -1 : 1;
    return first->edge < second->edge ? -1 : first->edge > second->edge;
}

static stretch make_stretch(size_t a, size_t b, size_t edge, size_t half)
{
    return (stretch){a < b ? a : b, a < b ? b : a, edge, half};
}

static size_t list_stretches(const ja_picture *picture, stretch *out)
{
    size_t count = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        const ja_picture_edge *edge = &picture->edges[i];
        if (edge->junction == JACCUSE_NONE) {
            out[count++] = make_stretch(edge->source, edge->target, i, 0);
            continue;
        }
        size_t junction = picture->node_count + edge->junction;
        out[count++] = make_stretch(edge->source, junction, i, 0);
        out[count++] = make_stretch(junction, edge->target, i, 1);
    }
    qsort(out, count, sizeof *out, by_ends);
    return count;
}

/* An accusation wants its accuser on the left; so does a denial, so that the accused and whoever
 * denies for him stand on the same side. */
static void pull(const ja_plan *plan, ja_way *way, const stretch *part)
{
    const ja_picture_edge *edge = &plan->picture->edges[part->edge];
    size_t left = edge->edge->relation == JACCUSE_ACCUSES ? edge->source : edge->target;
    if (edge->junction != JACCUSE_NONE)
        left = part->half == 0 ? plan->picture->node_count + edge->junction : edge->target;
    double weight = edge->edge->relation == JACCUSE_ACCUSES ? edge->edge->weight : 1;
    *(left == way->from ? &way->forth : &way->back) += weight;
}

void ja_way_turn(ja_way *way)
{
    size_t from = way->from;
    double forth = way->forth;
    way->from = way->to;
    way->to = from;
    way->forth = way->back;
    way->back = forth;
}

/* Beside which line: accusations forth, denials back, accusations back, denials forth. */
static int rank_of(const ja_way *way, const ja_picture_edge *edge)
{
    bool forth = edge->source == way->from;
    return edge->edge->relation == JACCUSE_ACCUSES ? (forth ? 0 : 2) : (forth ? 3 : 1);
}

/* Lanes of a way: at most one edge of each relation and direction, or a bundle on one line. */
static void assign_lanes(ja_plan *plan, size_t index, const stretch *parts, size_t count)
{
    ja_way *way = &plan->ways[index];
    size_t edges[4] = {JACCUSE_NONE, JACCUSE_NONE, JACCUSE_NONE, JACCUSE_NONE};
    bool bundle = way->from >= plan->picture->node_count || way->to >= plan->picture->node_count;
    for (size_t i = 0; i < count; i++) {
        ja_lane *lane = &plan->lanes[parts[i].edge];
        lane->ways[parts[i].half] = index;
        lane->count++;
        if (!bundle)
            edges[rank_of(way, &plan->picture->edges[parts[i].edge])] = parts[i].edge;
    }
    double at[4], last = 0, thick = 0;
    bool any = false;
    for (int i = 0; i < 4; i++) {
        if (edges[i] == JACCUSE_NONE)
            continue;
        ja_picture_edge *edge = &plan->picture->edges[edges[i]];
        edge->returned = i % 2 == 1 && edges[i - 1] != JACCUSE_NONE;
        at[i] = any ? last + (thick + edge->thickness) / 2 + (edge->returned ? CLOSE : APART) : 0;
        last = at[i];
        thick = edge->thickness;
        any = true;
    }
    for (int i = 0; i < 4; i++)
        if (edges[i] != JACCUSE_NONE)
            plan->lanes[edges[i]].offset = at[i] - last / 2;
    way->breadth = last;
}

static void make_ways(ja_plan *plan)
{
    ja_picture *picture = plan->picture;
    stretch *parts = JA_NEW_N(picture->arena, stretch, 2 * picture->edge_count + 1);
    size_t count = list_stretches(picture, parts);
    plan->ways = JA_NEW_N(picture->arena, ja_way, count + 1);
    plan->lanes = JA_NEW_N(picture->arena, ja_lane, picture->edge_count + 1);
    for (size_t i = 0, end; i < count; i = end) {
        ja_way *way = &plan->ways[plan->way_count];
        *way = (ja_way){.from = parts[i].low, .to = parts[i].high};
        for (end = i;
             end < count && parts[end].low == parts[i].low && parts[end].high == parts[i].high;
             end++)
            pull(plan, way, &parts[end]);
        if (way->back > way->forth)
            ja_way_turn(way);
        assign_lanes(plan, plan->way_count++, parts + i, end - i);
    }
}

static void make_boxes(ja_plan *plan)
{
    ja_picture *picture = plan->picture;
    size_t ends = picture->node_count + picture->junction_count;
    plan->boxes = JA_NEW_N(picture->arena, ja_box, ends + picture->frame_count + 1);
    plan->box_of = JA_NEW_N(picture->arena, size_t, ends + 1);
    for (size_t i = 0; i < picture->frame_count; i++)
        plan->boxes[plan->box_count++] =
            (ja_box){.width = picture->frames[i].width, .height = picture->frames[i].height};
    for (size_t i = 0; i < ends; i++) {
        bool node = i < picture->node_count;
        if (node && picture->nodes[i].frame != JACCUSE_NONE) {
            plan->box_of[i] = picture->nodes[i].frame;
            continue;
        }
        plan->box_of[i] = plan->box_count;
        plan->boxes[plan->box_count++] =
            node ? (ja_box){.width = picture->nodes[i].width, .height = picture->nodes[i].height}
                 : (ja_box){.width = JUNCTION_SIZE, .height = JUNCTION_SIZE};
    }
    for (size_t i = 0; i < plan->way_count; i++)
        plan->ways[i].inner = plan->box_of[plan->ways[i].from] == plan->box_of[plan->ways[i].to];
}

size_t ja_set_root(size_t *parent, size_t member)
{
    while (parent[member] != member) {
        parent[member] = parent[parent[member]];
        member = parent[member];
    }
    return member;
}

void ja_set_join(size_t *parent, size_t a, size_t b)
{
    parent[ja_set_root(parent, a)] = ja_set_root(parent, b);
}

/* Components are numbered by their first box. */
static void find_components(ja_plan *plan)
{
    ja_arena *arena = plan->picture->arena;
    size_t *parent = JA_NEW_N(arena, size_t, plan->box_count + 1);
    size_t *number = JA_NEW_N(arena, size_t, plan->box_count + 1);
    for (size_t i = 0; i < plan->box_count; i++) {
        parent[i] = i;
        number[i] = JACCUSE_NONE;
    }
    for (size_t i = 0; i < plan->way_count; i++)
        ja_set_join(parent, plan->box_of[plan->ways[i].from], plan->box_of[plan->ways[i].to]);
    plan->component_boxes = JA_NEW_N(arena, size_t, plan->box_count + 1);
    plan->component_ways = JA_NEW_N(arena, size_t, plan->box_count + 1);
    for (size_t i = 0; i < plan->box_count; i++) {
        size_t *found = &number[ja_set_root(parent, i)];
        if (*found == JACCUSE_NONE) {
            *found = plan->component_count++;
            plan->component_boxes[*found] = plan->component_ways[*found] = 0;
        }
        plan->boxes[i].component = *found;
        plan->component_boxes[*found]++;
    }
    for (size_t i = 0; i < plan->way_count; i++)
        plan->component_ways[plan->boxes[plan->box_of[plan->ways[i].from]].component]++;
}

static void measure_sides(ja_plan *plan)
{
    size_t nodes = plan->picture->node_count;
    for (size_t i = 0; i < 2 * nodes; i++)
        plan->sides[i] = 0;
    for (size_t i = 0; i < plan->way_count; i++) {
        const ja_way *way = &plan->ways[i];
        if (way->from < nodes)
            plan->sides[2 * way->from + 1] += way->breadth + ja_way_gap;
        if (way->to < nodes)
            plan->sides[2 * way->to] += way->breadth + ja_way_gap;
    }
}

static void heighten(const ja_plan *plan, size_t node, double most)
{
    ja_picture_node *shown = &plan->picture->nodes[node];
    double needed = fmax(plan->sides[2 * node], plan->sides[2 * node + 1]);
    shown->height = ceil(fmax(shown->least_height, fmin(needed, most)));
}

void ja_plan_heighten(ja_plan *plan, size_t component, bool sideways)
{
    for (size_t i = 0; i < plan->picture->node_count; i++) {
        ja_box *box = &plan->boxes[plan->box_of[i]];
        if (box->component != component || plan->picture->nodes[i].frame != JACCUSE_NONE)
            continue;
        heighten(plan, i, sideways ? HIGHEST : 0);
        box->height = plan->picture->nodes[i].height;
    }
}

void ja_plan_make(ja_plan *plan, ja_picture *picture)
{
    *plan = (ja_plan){.picture = picture};
    plan->sides = JA_NEW_N(picture->arena, double, 2 * picture->node_count + 1);
    make_ways(plan);
    if (picture->grouped) {
        measure_sides(plan);
        for (size_t i = 0; i < picture->node_count; i++)
            heighten(plan, i, HIGHEST);
        ja_make_frames(picture);
    }
    make_boxes(plan);
    find_components(plan);
    ja_plan_order(plan);
    measure_sides(plan);
}

ja_box ja_plan_end(const ja_plan *plan, size_t end)
{
    const ja_picture *picture = plan->picture;
    if (end >= picture->node_count)
        return (ja_box){.at = picture->junctions[end - picture->node_count].at};
    const ja_picture_node *node = &picture->nodes[end];
    return (ja_box){.at = node->at, .width = node->width, .height = node->height};
}
