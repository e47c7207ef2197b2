/* Who speaks: the word of the speaker beside a verb of saying or behind "according to". */
#ifndef JA_SPEAKER_H
#define JA_SPEAKER_H

#include "claim/reading.h"

/* The word of who says, denies or accuses with the verb, by the tree or by position: behind the
 * verb in an incise. JA_NO_WORD: nobody. */
size_t ja_speaker_of_verb(const ja_reading *reading, size_t verb);

/* Whether the verb follows a quotation or a comma, and so tells its speaker behind it. */
bool ja_is_incise(const ja_reading *reading, size_t verb);
/* "Russia, SAYS the minister, lied": the verb stands with who says so between two commas, and the
 * clause goes on behind. */
bool ja_is_set_in(const ja_reading *reading, size_t verb);

/* Who has made, signed or obtained what the noun names: "a letter SIGNED BY X". JA_NO_WORD: nobody
 * known. */
size_t ja_agent_of_participle(const ja_reading *reading, size_t noun);

/* Whether what the cue governs speaks: "ACCORDING TO A", "CITING A". */
bool ja_is_prefix(const ja_cue_match *match);
/* The noun that it governs, or JA_NO_WORD. */
size_t ja_governed(const ja_reading *reading, const ja_cue_match *match);

/* Whether "quoted by A" and the like only tells through whom a speaker of its own is heard. */
bool ja_is_relay(const ja_reading *reading, const ja_cue_match *match);

/* The first subject in [first, end) that is somebody and stands outside of quotations. */
size_t ja_first_subject(const ja_reading *reading, size_t first, size_t end);
/* "X ne décolère pas. « … »": the person that the sentence before this one is about; `paragraphs`:
 * also where that is of another paragraph. */
size_t ja_person_before(const ja_reading *reading, size_t sentence, bool paragraphs);
/* Whether the word is a pronoun for somebody told of before. */
bool ja_is_pronoun(const ja_reading *reading, size_t word);

#endif
