/* Who says which words. */
#ifndef JA_UTTERANCE_H
#define JA_UTTERANCE_H

#include "claim/reading.h"

/* Fills the reading's utterances and, for each word, the innermost one that it is said in. */
void ja_find_utterances(ja_reading *reading);

/* The word of who says, denies or accuses with the verb, by the tree or by position: behind the
 * verb in an incise. JA_NO_WORD: nobody. */
size_t ja_speaker_of_verb(const ja_reading *reading, size_t verb);

/* Whether the cue accuses by what its clause says, and has no place for the accused: "alleges
 * that B spied". */
bool ja_alleges(const ja_cue *cue);

/* Whether "quoted by A" and the like only tells through whom a speaker of its own is heard. */
bool ja_is_relay(const ja_reading *reading, const ja_cue_match *match);

#endif
