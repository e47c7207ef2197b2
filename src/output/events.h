/* Claims as rows of event data, as political science has them: who did what to whom, when. */
#ifndef JA_OUTPUT_EVENTS_H
#define JA_OUTPUT_EVENTS_H

#include "base/map.h"
#include "output/charges.h"
#include "output/picture.h"
#include "output/sink.h"

/* One claim of one pair of actors. */
typedef struct ja_event {
    const jaccuse_evidence *evidence;
    size_t source; /* node; JACCUSE_NONE: nobody is named */
    size_t
        target; /* node: the accused, or of a denial the accuser; JACCUSE_NONE: nobody is named */
    size_t accused; /* node, or JACCUSE_NONE: it is not known */
    jaccuse_relation relation;
} ja_event;

typedef struct ja_events {
    ja_event *at; /* by date, article and claim; undated ones last */
    size_t count;
    const ja_charges *charges;
    ja_map countries; /* id of a state -> place in `codes` */
    const char **codes;
    size_t code_count, code_capacity;
    char separator; /* of the columns */
} ja_events;

/* All events of a network, in the arena. `path`: where they will be written; NULL for standard
 * output. */
ja_events *ja_events_of(ja_arena *arena, const jaccuse_network *network, const char *path);

void ja_events_write(ja_sink *sink, const ja_picture *picture, const ja_events *events);

#endif
