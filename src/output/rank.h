/* Rankings: actors in the order of a measure, as a table for people or as rows for programs. */
#ifndef JA_OUTPUT_RANK_H
#define JA_OUTPUT_RANK_H

#include "base/text.h"
#include "jaccuse/output.h"

/* What is told of a network: of the whole, or of one period of it. */
typedef struct ja_ranking {
    jaccuse_network *network;
    const jaccuse_rank_options *options;
    jaccuse_stream *out;
    ja_arena arena;                              /* as long as this network is told of */
    ja_buffer text;                              /* written, and not yet gone out */
    const double *values[JACCUSE_MEASURE_COUNT]; /* by the place of the measure in the options */
    size_t *order;                               /* nodes, the best first */
    size_t count;                                /* of those told of */
    const jaccuse_period *period;                /* NULL: the whole */
} ja_ranking;

/* Asks for the first so many measures. */
jaccuse_status ja_ranking_measure(ja_ranking *ranking, size_t count, jaccuse_error *error);
/* All that follows runs in the arena. Sets the order and the count. */
void ja_ranking_sort(ja_ranking *ranking);
/* Sends out what was written. */
void ja_ranking_flush(ja_ranking *ranking);
/* For a table: "-" where a value is not defined; a name on one line. */
const char *ja_ranking_value(ja_ranking *ranking, double value);
const char *ja_ranking_label(ja_ranking *ranking, size_t node);

/* rank_rows.c: the actors as rows of CSV or TSV, or as objects of JSON. */
void ja_ranking_begin(ja_ranking *ranking);
void ja_ranking_rows(ja_ranking *ranking);
void ja_ranking_end(ja_ranking *ranking);
void ja_ranking_begin_period(ja_ranking *ranking, bool first); /* of JSON, likewise */
void ja_ranking_end_period(ja_ranking *ranking);

/* rank_periods.c: what follows the beginning and stands before the end. `whole` is sorted. */
jaccuse_status ja_rank_periods(ja_ranking *whole, jaccuse_error *error);

#endif
