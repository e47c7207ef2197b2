/* When actors and edges were in the news: spells, runs of days that touch each other. */
#ifndef JA_OUTPUT_SPELLS_H
#define JA_OUTPUT_SPELLS_H

#include "base/arena.h"
#include "jaccuse/network.h"

/* Days are counted from 1970-01-01; the last one belongs to the spell. */
typedef struct ja_spell {
    long first, last;
    size_t stories; /* that were told in it */
} ja_spell;

/* Of one actor or edge, in order; none: no date is known, it may always have been. */
typedef struct ja_spell_list {
    const ja_spell *at;
    size_t count;
} ja_spell_list;

typedef struct ja_spells {
    ja_spell_list *nodes, *edges; /* as many and in the order of the network */
    size_t undated_edges;         /* whose evidence bears no date at all */
} ja_spells;

/* The spells of a network, in the arena. An edge has those of its evidence, as far as that bears
 * dates; an actor those of his edges and of what stands beside them (accusations by nobody, denials
 * of what nobody says), and none where an edge of his has none, since no edge outlasts its ends. */
ja_spells ja_spells_of(ja_arena *arena, const jaccuse_network *network);

/* The days of a date: a day, month or year; what stands behind a day ("T10:00Z") does not count.
 * False: it is no date. */
bool ja_days_of(const char *date, long *first, long *last);
/* YYYY-MM-DD. */
const char *ja_day_text(ja_arena *arena, long day);

#endif
