/* Whether a cue is meant: what is negated, refused, denied, only possible, asked or still to come
 * makes no claim; what is hedged makes one that is only alleged. */
#ifndef JA_JUDGE_H
#define JA_JUDGE_H

#include "claim/reading.h"

typedef struct ja_verdict {
    ja_stop stop;
    jaccuse_certainty certainty; /* of what is not stopped */
} ja_verdict;

/* Of the accusing, denying or saying at the cue. */
ja_verdict ja_judge(const ja_reading *reading, const ja_cue_match *match);

/* Of the predicate at the word, by what stands in its own clause: "has NOT paid", "WILL pay". */
ja_verdict ja_judge_clause(const ja_reading *reading, size_t word);

/* Whether the token stands in a question. */
bool ja_is_question(const ja_reading *reading, size_t token);

#endif
