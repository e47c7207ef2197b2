/* Places for what is written on edges: counts and signs of denials. */
#include <math.h>

#include "output/geometry.h"
#include "output/plan.h"

static const double CELL = 160; /* points */
enum { MOST_CELLS = 512 };      /* in each direction */

typedef struct box {
    ja_point at;
    double width, height;
} box;

/* A box in one of the cells that it touches. */
typedef struct entry {
    box what;
    double gap;
    size_t next; /* in the same cell, or JACCUSE_NONE */
} entry;

/* Boxes by the cells of a grid, so that only those nearby are looked at. */
typedef struct grid {
    ja_arena *arena;
    double cell;
    size_t columns, rows;
    size_t *first; /* entry of each cell, or JACCUSE_NONE */
    entry *entries;
    size_t count, capacity;
} grid;

static bool overlap(box a, box b, double gap)
{
    return fabs(a.at.x - b.at.x) < (a.width + b.width) / 2 + gap &&
           fabs(a.at.y - b.at.y) < (a.height + b.height) / 2 + gap;
}

static size_t cell_of(double place, double cell, size_t count)
{
    double index = floor(place / cell);
    return index < 0 ? 0 : index >= (double)count ? count - 1 : (size_t)index;
}

static grid make_grid(const ja_picture *picture)
{
    double longer = fmax(picture->width, picture->height);
    grid map = {.arena = picture->arena, .cell = fmax(CELL, longer / MOST_CELLS)};
    map.columns = (size_t)(picture->width / map.cell) + 1;
    map.rows = (size_t)(picture->height / map.cell) + 1;
    map.first = JA_NEW_N(map.arena, size_t, map.columns * map.rows);
    for (size_t i = 0; i < map.columns * map.rows; i++)
        map.first[i] = JACCUSE_NONE;
    return map;
}

/* The cells that a box touches: columns left to right, rows top to bottom, both inclusive. */
typedef struct reach {
    size_t left, right, top, bottom;
} reach;

static reach reach_of(const grid *map, box what)
{
    double x = what.width / 2 + 2, y = what.height / 2 + 2;
    return (reach){cell_of(what.at.x - x, map->cell, map->columns),
                   cell_of(what.at.x + x, map->cell, map->columns),
                   cell_of(what.at.y - y, map->cell, map->rows),
                   cell_of(what.at.y + y, map->cell, map->rows)};
}

/* `gap`: what is to be left free around it. */
static void add(grid *map, box what, double gap)
{
    reach cells = reach_of(map, what);
    for (size_t row = cells.top; row <= cells.bottom; row++)
        for (size_t column = cells.left; column <= cells.right; column++) {
            size_t *first = &map->first[row * map->columns + column];
            entry one = {what, gap, *first};
            *first = map->count;
            JA_PUSH(map->arena, map->entries, map->count, map->capacity, one);
        }
}

/* How many boxes a mark would touch; one that lies in several cells may count more than once. */
static size_t count_conflicts(const grid *map, box mark)
{
    size_t conflicts = 0;
    reach cells = reach_of(map, mark);
    for (size_t row = cells.top; row <= cells.bottom; row++)
        for (size_t column = cells.left; column <= cells.right; column++)
            for (size_t i = map->first[row * map->columns + column]; i != JACCUSE_NONE;
                 i = map->entries[i].next)
                conflicts += overlap(mark, map->entries[i].what, map->entries[i].gap);
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

/* The place on the edge with the fewest conflicts; whether there are none. */
static bool place_mark(const grid *map, ja_picture_edge *edge, double best)
{
    static const double STEPS[] = {0, -0.05, 0.05, -0.1, 0.1, -0.15, 0.15, 0.22, -0.22, 0.3, -0.3};
    size_t fewest = (size_t)-1;
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS && fewest > 0; i++) {
        double share = fmin(fmax(best + STEPS[i], 0.18), 0.82);
        ja_point at = ja_curve_at(edge->curve, edge->curve_count, share);
        size_t conflicts = count_conflicts(map, (box){at, edge->mark_width, ja_mark_height});
        if (conflicts < fewest) {
            fewest = conflicts;
            edge->mark = at;
        }
    }
    return fewest == 0;
}

static void add_obstacles(grid *map, const ja_picture *picture)
{
    for (size_t i = 0; i < picture->node_count; i++) {
        const ja_picture_node *node = &picture->nodes[i];
        add(map, (box){node->at, node->width, node->height}, 2);
    }
    for (size_t i = 0; i < picture->junction_count; i++)
        add(map, (box){picture->junctions[i].at, 8, 8}, 1);
}

static size_t *count_degrees(const ja_picture *picture)
{
    size_t *degrees = JA_NEW_N(picture->arena, size_t, picture->node_count + 1);
    for (size_t i = 0; i < picture->node_count; i++)
        degrees[i] = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        degrees[picture->edges[i].source]++;
        degrees[picture->edges[i].target]++;
    }
    return degrees;
}

void ja_place_marks(ja_picture *picture)
{
    const size_t *degrees = count_degrees(picture);
    grid map = make_grid(picture);
    add_obstacles(&map, picture);
    for (size_t i = 0; i < picture->edge_count; i++) {
        ja_picture_edge *edge = &picture->edges[i];
        if (edge->mark_width <= 0)
            continue;
        double best = best_share(degrees, edge);
        if (!place_mark(&map, edge, best) && edge->count) {
            edge->count = NULL; /* no room: the title tells it */
            edge->mark_width = edge->answered ? ja_sign_width : 0;
            if (edge->answered)
                place_mark(&map, edge, best);
        }
        if (edge->mark_width > 0)
            add(&map, (box){edge->mark, edge->mark_width, ja_mark_height}, 1);
    }
}
