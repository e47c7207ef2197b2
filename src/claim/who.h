/* Who is meant by a word: mentions, actors, lists of them. */
#ifndef JA_WHO_H
#define JA_WHO_H

#include "claim/words.h"

/* The mention that the word heads, or that names it ("the agency REUTERS"), or JA_NO_MENTION. */
size_t ja_mention_at(const ja_reading *reading, size_t word);
/* The actor that is meant by the word, JACCUSE_NONE: nobody known. A first person is who speaks, a
 * second whom he speaks to; a report is its author. */
size_t ja_actor_at(const ja_reading *reading, size_t word);
/* Adds the actors of the word and of those listed with it. */
void ja_add_actors(const ja_reading *reading, size_t word, ja_indices *out);

/* "but NOT Libya". */
bool ja_is_excepted(const ja_reading *reading, size_t word);

/* "IT accuses HIM": two roles of one verb are two actors; where a pronoun was taken for the same
 * as the other it is given to who was named before. */
void ja_part_pronoun(const ja_reading *reading, ja_indices *one, size_t one_word, ja_indices *other,
                     size_t other_word);

#endif
