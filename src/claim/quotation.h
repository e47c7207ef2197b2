/* Who says a quotation: beside a verb of saying, before a colon, in the sentence before. */
#ifndef JA_QUOTATION_H
#define JA_QUOTATION_H

#include "claim/reading.h"

typedef struct ja_quotation {
    ja_indices speakers; /* none: nobody known */
    size_t cue;          /* that says it, or the number of cues */
    bool real;           /* false: "has not said" */
    bool assumed;        /* nothing tells that the speaker speaks */
} ja_quotation;

/* Fills one for each quotation of the document. */
void ja_find_quotations(const ja_reading *reading, ja_quotation *of_quote);

#endif
