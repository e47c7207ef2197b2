/* The steps that turn a reading into drafts, in their order, and what they share. */
#ifndef JA_STEPS_H
#define JA_STEPS_H

#include "claim/reading.h"

/* Claims that a cue word opens. */
void ja_read_frames(ja_reading *reading);
/* Wrongs and denials that somebody tells. */
void ja_read_content(ja_reading *reading);
/* Through whom accusations are heard. */
void ja_read_relays(ja_reading *reading);
/* Which denial answers which accusation. */
void ja_link_answers(ja_reading *reading);
/* The confidence of each draft; those too unsure are stopped. */
void ja_weigh_accusations(ja_reading *reading);
void ja_weigh_denials(ja_reading *reading);

/* The span of the words beneath `word`, small words at both ends aside; none for JA_NO_WORD. */
void ja_set_charge(const ja_reading *reading, ja_draft *draft, size_t word);

#endif
