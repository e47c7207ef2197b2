#include "network/shelf.h"

#include <string.h>

enum { DIGIT_BITS = 10, DIGITS = 1 << DIGIT_BITS, VALUE_BITS = 30 };

/* Ascending, by one digit after the other, in time linear to their number. */
static void sort_values(ja_arena *arena, uint32_t *values, size_t count)
{
    uint32_t *from = values, *to = JA_NEW_N(arena, uint32_t, count);
    for (unsigned shift = 0; shift < VALUE_BITS; shift += DIGIT_BITS) {
        size_t starts[DIGITS + 1] = {0};
        for (size_t i = 0; i < count; i++)
            starts[(from[i] >> shift & (DIGITS - 1)) + 1]++;
        for (size_t i = 1; i < DIGITS; i++)
            starts[i] += starts[i - 1];
        for (size_t i = 0; i < count; i++)
            to[starts[from[i] >> shift & (DIGITS - 1)]++] = from[i];
        uint32_t *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != values && count)
        memcpy(values, from, count * sizeof *values);
}

/* Keeps of sorted values those that are there more than once: the others lead nowhere. */
static size_t keep_repeated(uint32_t *values, size_t count)
{
    size_t kept = 0;
    for (size_t i = 1; i < count; i++)
        if (values[i] == values[i - 1] && (kept == 0 || values[kept - 1] != values[i]))
            values[kept++] = values[i];
    return kept;
}

void ja_shelf_init(ja_shelf *shelf, ja_arena *arena, uint32_t *values, size_t count, size_t most)
{
    *shelf = (ja_shelf){.arena = arena, .values = values};
    sort_values(arena, values, count);
    shelf->value_count = keep_repeated(values, count);
    shelf->filed = JA_NEW_N(arena, size_t, shelf->value_count);
    shelf->newest = JA_NEW_N(arena, size_t, shelf->value_count);
    shelf->hits = JA_NEW_N(arena, ja_hit, JA_SKETCH_SIZE * JA_MOST_FILED);
    shelf->hit_of = JA_NEW_N(arena, size_t, most);
}

/* Moves *place, at or before which the value does not stand yet, up to it. False: it is not there.
 */
static bool find_value(const ja_shelf *shelf, uint32_t value, size_t *place)
{
    size_t end = shelf->value_count;
    while (*place < end) {
        size_t middle = *place + (end - *place) / 2;
        if (shelf->values[middle] < value)
            *place = middle + 1;
        else
            end = middle;
    }
    return *place < shelf->value_count && shelf->values[*place] == value;
}

static void count_filings(ja_shelf *shelf, size_t place)
{
    for (size_t i = shelf->newest[place]; i > 0; i = shelf->filings[i - 1].older) {
        size_t story = shelf->filings[i - 1].story;
        if (shelf->hit_of[story] == 0) {
            shelf->hits[shelf->hit_count++] = (ja_hit){story, 0};
            shelf->hit_of[story] = shelf->hit_count;
        }
        shelf->hits[shelf->hit_of[story] - 1].shared++;
        shelf->steps++;
    }
}

static void forget_hits(ja_shelf *shelf)
{
    for (size_t i = 0; i < shelf->hit_count; i++)
        shelf->hit_of[shelf->hits[i].story] = 0;
    shelf->hit_count = 0;
}

void ja_shelf_search(ja_shelf *shelf, ja_sketch *sketch)
{
    size_t kept = 0;
    forget_hits(shelf);
    for (size_t i = 0, place = 0; i < sketch->count; i++) {
        bool known = find_value(shelf, sketch->values[i], &place);
        if (known && shelf->filed[place] >= JA_MOST_FILED)
            continue;
        if (known)
            count_filings(shelf, place);
        sketch->values[kept++] = sketch->values[i];
    }
    if (sketch->count)
        sketch->total = sketch->total * kept / sketch->count;
    sketch->count = kept;
}

void ja_shelf_file(ja_shelf *shelf, const ja_sketch *sketch, size_t story)
{
    for (size_t i = 0, place = 0; i < sketch->count; i++) {
        if (!find_value(shelf, sketch->values[i], &place))
            continue;
        ja_filing filing = {story, shelf->newest[place]};
        JA_PUSH(shelf->arena, shelf->filings, shelf->filing_count, shelf->filing_capacity, filing);
        shelf->newest[place] = shelf->filing_count;
        shelf->filed[place]++;
    }
}
