/* Who stands on the left and who on the right: accusers and accused, as far as both can be kept
 * apart, each with those who deny for him. */
#include "output/plan.h"

enum { MOST_ORDERED = 200 }; /* boxes of a component, and twice as many ways */

/* Who denies on behalf of an accused is of his camp; a camp goes to one side. The camp of each box,
 * by one of its boxes. */
static size_t *find_camps(const ja_plan *plan)
{
    const ja_picture *picture = plan->picture;
    size_t *camp = JA_NEW_N(picture->arena, size_t, plan->box_count + 1);
    for (size_t i = 0; i < plan->box_count; i++)
        camp[i] = i;
    for (size_t i = 0; i < picture->edge_count; i++) {
        const jaccuse_edge *edge = picture->edges[i].edge;
        size_t accused = edge->relation == JACCUSE_DENIES && edge->accused != JACCUSE_NONE
                             ? picture->place[edge->accused]
                             : JACCUSE_NONE;
        if (accused != JACCUSE_NONE)
            ja_set_join(camp, plan->box_of[picture->edges[i].source], plan->box_of[accused]);
        if (picture->edges[i].junction != JACCUSE_NONE)
            ja_set_join(camp, plan->box_of[picture->edges[i].source],
                        plan->box_of[picture->node_count + picture->edges[i].junction]);
    }
    for (size_t i = 0; i < plan->box_count; i++)
        camp[i] = ja_set_root(camp, i);
    return camp;
}

/* A camp, in the order of left and right: how much pulls it to either. */
typedef struct seat {
    double left, right;
    bool seated;
    size_t place;
} seat;

/* What is to be put in order: boxes of one component, as camps. */
typedef struct row {
    seat *seats; /* of all boxes; those of camps are used */
    const size_t *camp;
    size_t members[MOST_ORDERED], ways[2 * MOST_ORDERED];
    size_t member_count, way_count;
} row;

/* The camp to be seated next: who pulls nobody to his right is last, else who is pulled most to the
 * left is first. */
static size_t next_seat(const row *all, bool *last)
{
    size_t best = JACCUSE_NONE;
    const seat *leader = NULL;
    *last = false;
    for (size_t i = 0; i < all->member_count; i++) {
        const seat *one = &all->seats[all->members[i]];
        if (one->seated)
            continue;
        if (one->left <= 0) {
            *last = true;
            return all->members[i];
        }
        if (!leader || (one->right <= 0 && leader->right > 0) ||
            (leader->right > 0 && one->left - one->right > leader->left - leader->right)) {
            best = all->members[i];
            leader = one;
        }
    }
    return best;
}

static size_t camp_of(const ja_plan *plan, const row *all, size_t end)
{
    return all->camp[plan->box_of[end]];
}

/* Counts what a way pulls, or what it pulls no more (sign -1). */
static void count_pull(const ja_plan *plan, const row *all, const ja_way *way, double sign)
{
    seat *from = &all->seats[camp_of(plan, all, way->from)];
    seat *to = &all->seats[camp_of(plan, all, way->to)];
    if (from == to)
        return;
    from->left += sign * way->forth;
    to->right += sign * way->forth;
    to->left += sign * way->back;
    from->right += sign * way->back;
}

static void turn_way(ja_plan *plan, size_t index)
{
    ja_way_turn(&plan->ways[index]);
    for (size_t i = 0; i < plan->picture->edge_count; i++)
        if (plan->lanes[i].ways[0] == index)
            plan->lanes[i].offset = -plan->lanes[i].offset;
}

/* Turns ways so that camps accuse from left to right, against as little pull as can be had quickly:
 * Eades, Lin, Smyth, A fast and effective heuristic for the feedback arc set problem, 1993.
 * Quadratic, so for small components. */
static void order_component(ja_plan *plan, row *all)
{
    size_t first = 0, behind = all->member_count;
    for (size_t i = 0; i < all->way_count; i++)
        count_pull(plan, all, &plan->ways[all->ways[i]], 1);
    for (size_t done = 0; done < all->member_count; done++) {
        bool last;
        size_t next = next_seat(all, &last);
        all->seats[next].seated = true;
        all->seats[next].place = last ? --behind : first++;
        for (size_t i = 0; i < all->way_count; i++) {
            const ja_way *way = &plan->ways[all->ways[i]];
            size_t from = camp_of(plan, all, way->from), to = camp_of(plan, all, way->to);
            if ((from == next && !all->seats[to].seated) ||
                (to == next && !all->seats[from].seated))
                count_pull(plan, all, way, -1);
        }
    }
    for (size_t i = 0; i < all->way_count; i++) {
        const ja_way *way = &plan->ways[all->ways[i]];
        if (all->seats[camp_of(plan, all, way->from)].place >
            all->seats[camp_of(plan, all, way->to)].place)
            turn_way(plan, all->ways[i]);
    }
}

void ja_plan_order(ja_plan *plan)
{
    row all = {.seats = JA_NEW_N(plan->picture->arena, seat, plan->box_count + 1),
               .camp = find_camps(plan)};
    for (size_t i = 0; i < plan->box_count; i++)
        all.seats[i] = (seat){0};
    for (size_t c = 0; c < plan->component_count; c++) {
        if (plan->component_boxes[c] < 2 || plan->component_boxes[c] > MOST_ORDERED ||
            plan->component_ways[c] > 2 * MOST_ORDERED)
            continue;
        all.member_count = all.way_count = 0;
        for (size_t i = 0; i < plan->box_count; i++)
            if (plan->boxes[i].component == c && all.camp[i] == i)
                all.members[all.member_count++] = i;
        for (size_t i = 0; i < plan->way_count; i++) {
            const ja_way *way = &plan->ways[i];
            if (!way->inner && plan->boxes[plan->box_of[way->from]].component == c)
                all.ways[all.way_count++] = i;
        }
        order_component(plan, &all);
    }
}
