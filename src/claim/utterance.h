/* Who says which words. */
#ifndef JA_UTTERANCE_H
#define JA_UTTERANCE_H

#include "claim/reading.h"
#include "claim/speaker.h"

/* Fills the reading's utterances and, for each word, the innermost one that it is said in. */
void ja_find_utterances(ja_reading *reading);

/* Whether the cue accuses by what its clause says, and has no place for the accused: "alleges
 * that B spied". */
bool ja_alleges(const ja_cue *cue);

#endif
