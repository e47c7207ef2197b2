/* The words that are said, while utterances are found: gathered, then given to the innermost. */
#ifndef JA_SAID_H
#define JA_SAID_H

#include "claim/reading.h"

/* Words [begin, end) that an utterance takes, what stands in [gap, gap_end) aside. */
typedef struct ja_said_words {
    size_t utterance;
    size_t begin, end, gap, gap_end;
} ja_said_words;

typedef struct ja_utterance_finder {
    ja_reading *reading;
    size_t count, capacity;
    ja_said_words *said;
    size_t said_count, said_capacity;
} ja_utterance_finder;

/* The index of the new utterance. */
size_t ja_add_utterance(ja_utterance_finder *finder, ja_utterance utterance);
void ja_add_said(ja_utterance_finder *finder, ja_said_words said);

/* Longer ranges first, so that what is said within them stays with the inner speaker. */
void ja_settle_utterances(ja_utterance_finder *finder);

/* "X l'affirme. Il aurait aussi …": gives the sentence of that index, not the first, to who speaks
 * in the one before, where it goes on with that. Once all else is settled. */
void ja_carry_on(ja_utterance_finder *finder, size_t sentence);

#endif
