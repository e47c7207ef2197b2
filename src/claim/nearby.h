/* Roles by the order of the words alone, for where the tree is broken. JA_NO_WORD: nobody. */
#ifndef JA_NEARBY_H
#define JA_NEARBY_H

#include "claim/words.h"

/* The nearest noun before the verb that stands behind no preposition, what is set in between commas
 * passed over; of a participle that opens the sentence, the noun behind the comma. */
size_t ja_subject_nearby(const ja_reading *reading, size_t verb);
/* The noun that stands right before the verb and its small words: whatever the tree says. */
size_t ja_subject_adjacent(const ja_reading *reading, size_t verb);
/* The noun right behind an inverted verb: "a déclaré RAAB". */
size_t ja_inverted_subject(const ja_reading *reading, size_t verb);
/* The noun right behind the verb, no preposition between. */
size_t ja_object_nearby(const ja_reading *reading, size_t verb);
/* The agent that follows a passive: "BY the ministry". */
size_t ja_agent_nearby(const ja_reading *reading, size_t verb);
/* The noun behind the first `marker` that follows the word in its clause. */
size_t ja_marked_nearby(const ja_reading *reading, size_t word, ja_slice marker);

/* "said the firm, ACCUSED of theft": the name that a comma parts from a participle. */
size_t ja_name_before_comma(const ja_reading *reading, size_t participle);

#endif
