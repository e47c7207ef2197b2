/* Who accuses, speaks or denies under a common noun alone: "shareholders", "two widows". */
#ifndef JA_NOUN_ACTOR_H
#define JA_NOUN_ACTOR_H

#include "claim/reading.h"

/* The actor of a noun that stands where only somebody can, and that no mention has resolved: a new
 * one named by the noun phrase, or that of the same name. JACCUSE_NONE where the noun is no word
 * for people or bodies, or for nobody definite ("critics"). */
size_t ja_actor_of_noun(ja_reading *reading, size_t word);

/* The same of who is told apart from others: "the broker", "a patrol of the army"; for those of
 * whom something is said. */
size_t ja_actor_of_definite_noun(ja_reading *reading, size_t word);

#endif
