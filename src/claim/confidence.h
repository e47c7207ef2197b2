/* How sure a claim is: logistic regression over the signs that a draft shows (Cox 1958, Journal of
 * the Royal Statistical Society B 20/2), with the weights of confidence.tsv, which `make weights`
 * fits on gold. A confidence is the share of claims with such signs that are right. */
#ifndef JA_CONFIDENCE_H
#define JA_CONFIDENCE_H

#include "claim/reading.h"

/* Drafts of one make share their weights. */
typedef enum ja_weighing {
    JA_WEIGH_FRAME,    /* accusations that a cue opens */
    JA_WEIGH_CONTENT,  /* accusations by what is told */
    JA_WEIGH_DENIAL,   /* denials that a cue opens */
    JA_WEIGH_REBUTTAL, /* denials by what is told */
    JA_WEIGHING_COUNT,
} ja_weighing;

ja_weighing ja_weighing_of(const ja_draft *draft);

/* The weights, once they are loaded. */
double ja_weight_of(ja_weighing weighing, ja_sign sign);
const char *ja_sign_name(ja_sign sign);
const char *ja_weighing_name(ja_weighing weighing);

/* Loads the weights where they are not yet; false: no memory. */
bool ja_confidence_load(void);
/* The first fault of the table, or NULL: for the tests. */
const char *ja_confidence_check(ja_arena *arena);

#endif
