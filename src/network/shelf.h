/* The shelf: stories filed under the values of their longest texts' sketches, and found by them in
 * time that is bounded by the sketch, however many stories there are. */
#ifndef JA_SHELF_H
#define JA_SHELF_H

#include "base/arena.h"
#include "base/fingerprint.h"

/* A value that this many stories stand under is nobody's: it comes from a subscribe line, from a
 * paragraph that goes through all articles on an affair, or from a usual phrase. */
enum { JA_MOST_FILED = 12 };

typedef struct ja_filing {
    size_t story;
    size_t older; /* filing under the same value, from 1; 0: none */
} ja_filing;

/* A story and how many values it shares with the sketch that was searched for. */
typedef struct ja_hit {
    size_t story, shared;
} ja_hit;

typedef struct ja_shelf {
    ja_arena *arena;
    uint32_t *values; /* those that several texts have, ascending */
    size_t value_count;
    size_t *filed, *newest; /* by value: how many filings, and the newest of them, from 1 */
    ja_filing *filings;
    size_t filing_count, filing_capacity;
    ja_hit *hits; /* of the last search, in the order in which they were come upon */
    size_t hit_count;
    size_t *hit_of; /* by story: its hit in the last search, from 1; 0: none */
    size_t steps;   /* filings that were looked at, in all searches */
} ja_shelf;

/* An empty shelf for stories numbered below `most`. `values` are those of all texts' sketches, in
 * any order; they are overwritten and must last as long as the shelf, as `arena` must. */
void ja_shelf_init(ja_shelf *shelf, ja_arena *arena, uint32_t *values, size_t count, size_t most);

/* Leaves in shelf->hits the stories that share values with the sketch, and takes the values that
 * are nobody's out of it; `total` is lessened in proportion. */
void ja_shelf_search(ja_shelf *shelf, ja_sketch *sketch);

/* Files a story under the values of a sketch that was searched for. */
void ja_shelf_file(ja_shelf *shelf, const ja_sketch *sketch, size_t story);

#endif
