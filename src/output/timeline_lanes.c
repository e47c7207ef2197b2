/* Lanes and columns of a timeline: which actor stands where, and which events share a column. */
#include <stdlib.h>

#include "output/timeline.h"

enum { MOST_ROUNDS = 12 };

/* Appears in some event. */
static bool *find_present(const ja_timeline *timeline)
{
    size_t count = timeline->picture->node_count;
    bool *present = JA_NEW_N(timeline->picture->arena, bool, count + 1);
    for (size_t i = 0; i < count; i++)
        present[i] = false;
    for (size_t i = 0; i < timeline->event_count; i++) {
        const ja_event *event = &timeline->events[i];
        for (size_t k = 0; k < event->source_count; k++)
            present[event->sources[k]] = true;
        for (size_t k = 0; k < event->target_count; k++)
            present[event->targets[k]] = true;
    }
    return present;
}

static void add_lane(ja_timeline *timeline, bool *present, size_t node)
{
    if (present[node])
        timeline->lanes[timeline->lane_count++] = node;
    present[node] = false;
}

static void find_reach(const ja_timeline *timeline, ja_event *event)
{
    event->low = JACCUSE_NONE;
    event->high = 0;
    for (size_t i = 0; i < event->source_count + event->target_count; i++) {
        size_t node =
            i < event->source_count ? event->sources[i] : event->targets[i - event->source_count];
        size_t lane = timeline->lane_of[node];
        event->low = lane < event->low ? lane : event->low;
        event->high = lane > event->high ? lane : event->high;
    }
}

/* How far all arrows reach, in lanes. */
static size_t cost(ja_timeline *timeline)
{
    size_t sum = 0;
    for (size_t i = 0; i < timeline->lane_count; i++)
        timeline->lane_of[timeline->lanes[i]] = i;
    for (size_t i = 0; i < timeline->event_count; i++) {
        find_reach(timeline, &timeline->events[i]);
        sum += timeline->events[i].high - timeline->events[i].low;
    }
    return sum;
}

static void move_lane(ja_timeline *timeline, size_t from, size_t to)
{
    size_t node = timeline->lanes[from];
    for (; from < to; from++)
        timeline->lanes[from] = timeline->lanes[from + 1];
    for (; from > to; from--)
        timeline->lanes[from] = timeline->lanes[from - 1];
    timeline->lanes[to] = node;
}

/* Moves lanes to where arrows get shorter, one at a time, while that helps. */
static void shorten_arrows(ja_timeline *timeline)
{
    size_t best = cost(timeline), count = timeline->lane_count;
    bool better = true;
    for (int round = 0; round < MOST_ROUNDS && better; round++) {
        better = false;
        for (size_t from = 0; from < count; from++)
            for (size_t to = 0; to < count; to++) {
                if (to == from)
                    continue;
                move_lane(timeline, from, to);
                size_t now = cost(timeline);
                if (now < best) {
                    best = now;
                    better = true;
                    continue;
                }
                move_lane(timeline, to, from);
            }
    }
}

void ja_timeline_order(ja_timeline *timeline)
{
    static const size_t MOST_LANES = 80; /* beyond, the order is that of their first events */
    ja_arena *arena = timeline->picture->arena;
    size_t count = timeline->picture->node_count;
    timeline->lanes = JA_NEW_N(arena, size_t, count + 1);
    timeline->lane_of = JA_NEW_N(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        timeline->lane_of[i] = JACCUSE_NONE;
    bool *present = find_present(timeline);
    for (size_t i = 0; i < timeline->event_count; i++) {
        const ja_event *event = &timeline->events[i];
        for (size_t k = 0; k < event->source_count; k++)
            add_lane(timeline, present, event->sources[k]);
        for (size_t k = 0; k < event->target_count; k++)
            add_lane(timeline, present, event->targets[k]);
    }
    if (timeline->lane_count <= MOST_LANES)
        shorten_arrows(timeline);
    cost(timeline);
}

static int by_column(const void *a, const void *b)
{
    const ja_event *x = a, *y = b;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    if (x->relation != y->relation)
        return x->relation == JACCUSE_ACCUSES ? -1 : 1;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return x->evidence < y->evidence ? -1 : x->evidence > y->evidence;
}

/* Events that reach over different lanes share a column; denials stand behind the accusations. */
void ja_timeline_columns(ja_timeline *timeline)
{
    size_t *ends = JA_NEW_N(timeline->picture->arena, size_t, timeline->event_count + 1);
    size_t first = 0, used = 0; /* columns of this date and relation */
    qsort(timeline->events, timeline->event_count, sizeof *timeline->events, by_column);
    for (size_t i = 0; i < timeline->event_count; i++) {
        ja_event *event = &timeline->events[i];
        const ja_event *last = i > 0 ? event - 1 : NULL;
        if (!last || last->date != event->date)
            first = used = 0;
        else if (last->relation != event->relation)
            first = used;
        size_t column = first;
        /* Who is accused by nobody named gets his arrow from above: it needs the lane before. */
        size_t low = event->low - (event->source_count == 0 && event->low > 0);
        while (column < used && ends[column] >= low)
            column++;
        used = column == used ? used + 1 : used;
        ends[column] = event->high;
        event->column = column;
        timeline->dates[event->date].columns = used;
    }
}
