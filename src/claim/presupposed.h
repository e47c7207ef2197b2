/* Accusations that are told by nothing but their denial. */
#ifndef JA_PRESUPPOSED_H
#define JA_PRESUPPOSED_H

#include "claim/reading.h"

/* Whether two groups of actors have one side in common. */
bool ja_indices_meet(const ja_reading *reading, const ja_indices *a, const ja_indices *b);
/* Links the denial, which answers nothing yet, to the accusation that it presupposes; false: it
 * presupposes none. */
bool ja_presuppose(ja_reading *reading, size_t denial);
/* "jure n'avoir", "insists it receives no": the negation is the cue's own; "called that a lie". */
bool ja_is_of_several_words(const ja_cue *cue);

#endif
