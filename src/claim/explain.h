/* Why each claim was made: cue, rule, the path in the tree to each role and how it was resolved,
 * and what was weighed; and of what is no claim, what stopped it. */
#ifndef JA_EXPLAIN_H
#define JA_EXPLAIN_H

#include "base/text.h"
#include "claim/reading.h"

/* Appends the explanation, for people, sentence by sentence; empty of an article that is not
 * live. */
void ja_explain(const ja_reading *reading, ja_buffer *out);

#endif
