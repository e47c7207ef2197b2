/* A quarrel along time: one lane an actor, one event a claim.
 *
 *     edges' evidence --timeline.c-->       events
 *                     --timeline_lanes.c--> lanes of actors, columns of events
 *                     --timeline_scale.c--> places, ticks
 *                     --svg_timeline.c-->   SVG
 */
#ifndef JA_OUTPUT_TIMELINE_H
#define JA_OUTPUT_TIMELINE_H

#include "base/day.h"
#include "output/picture.h"
#include "output/xml_writer.h"

/* A claim on its date: who accuses whom, or who denies towards whom. Nodes of the picture; nobody
 * is a source where an accuser is not named. */
typedef struct ja_event {
    jaccuse_relation relation;
    const jaccuse_evidence *evidence;
    long day; /* since 1970-01-01 */
    size_t *sources, *targets;
    size_t source_count, target_count;
    bool answered;
    double weight;    /* of its heaviest edge */
    size_t low, high; /* lanes that it reaches from and to */
    size_t date;      /* in `dates` */
    size_t column;    /* among those of its date */
    double x;
} ja_event;

/* A day on which something is claimed. */
typedef struct ja_date {
    long day;
    const char *text;
    size_t columns;
    double x, width;
    bool cut_before; /* the time before it is drawn shorter than it was */
} ja_date;

typedef struct ja_tick {
    double x;
    const char *text;
    bool year;
} ja_tick;

typedef struct ja_timeline {
    ja_picture *picture;
    ja_event *events;
    size_t event_count;
    size_t undated;  /* claims of the network without a date */
    size_t dropped;  /* events beyond the most that are drawn */
    size_t *lane_of; /* of each node of the picture */
    size_t *lanes;   /* nodes of the picture, from above */
    size_t lane_count;
    ja_date *dates;
    size_t date_count;
    ja_tick *ticks;
    size_t tick_count;
    double column; /* width of one */
    double width;  /* of all dates */
} ja_timeline;

extern const double ja_timeline_tick_font;

/* timeline.c. The picture must be filled. */
void ja_timeline_make(ja_timeline *timeline, ja_picture *picture);
/* The day of an ISO date, the middle of a month or year that is told alone; false: it is none. */
bool ja_day_of(const char *date, long *day);
/* How many of the passages have a date. */
size_t ja_count_dated(const jaccuse_evidence *evidence, size_t count);

/* timeline_lanes.c. An order of the lanes in which arrows are short; columns of events on one day.
 */
void ja_timeline_order(ja_timeline *timeline);
void ja_timeline_columns(ja_timeline *timeline);
/* timeline_scale.c. From days to places; ticks of months and years. */
void ja_timeline_scale(ja_timeline *timeline);

/* svg_timeline.c */
void ja_svg_timeline(ja_xml *xml, ja_picture *picture);

#endif
