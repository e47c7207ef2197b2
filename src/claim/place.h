/* Who stands where: the holders of grammatical relations, guessed from the order of the words.
 * Each gives a mention, or JA_NO_MENTION. */
#ifndef JA_PLACE_H
#define JA_PLACE_H

#include "claim/reading.h"

/* The first mention whose head stands at or behind the token, or the number of mentions. */
size_t ja_first_mention(const ja_reading *reading, size_t token);

/* The subject of a verb at the cue: the nearest free mention before it; behind it where the verb
 * is inverted ("a déclaré le ministre"). */
size_t ja_subject(const ja_reading *reading, const ja_cue_match *match);
/* The nearest free mention before the cue, inverted or not. */
size_t ja_before(const ja_reading *reading, const ja_cue_match *match);
/* The mention right behind the cue, no preposition between. */
size_t ja_object(const ja_reading *reading, const ja_cue_match *match);
/* The mention behind the first `marker` (a preposition) that follows the cue. */
size_t ja_marked(const ja_reading *reading, const ja_cue_match *match, ja_slice marker);
/* "China's DENIAL", "ses ACCUSATIONS". */
size_t ja_possessor(const ja_reading *reading, const ja_cue_match *match);
/* "American ACCUSATIONS", "les ACCUSATIONS américaines". */
size_t ja_demonym_beside(const ja_reading *reading, const ja_cue_match *match);
/* Whose a noun is, however it is said: "Russia's LIES", "MENSONGES de la Russie", "Russian LIES".
 */
size_t ja_author(const ja_reading *reading, const ja_cue_match *match);
/* The token behind the "that" of the cue ("has evidence that") or soon behind it; `end`: none. */
size_t ja_content_start(const ja_reading *reading, const ja_cue_match *match, size_t end);
/* What the words of [begin, end) are about: their first free mention. */
size_t ja_topic(const ja_reading *reading, size_t begin, size_t end);
/* The topic of the clause that the cue opens: "suspects that RUSSIA spied". */
size_t ja_clause_subject(const ja_reading *reading, const ja_cue_match *match);
/* The agent of a passive ("by", "par"), where there is one. */
size_t ja_agent(const ja_reading *reading, const ja_cue_match *match);
/* The subject of a passive; a participle without auxiliary must stand close behind it. */
size_t ja_passive_subject(const ja_reading *reading, const ja_cue_match *match);
/* Whether the verb at the cue is passive. */
bool ja_is_passive(const ja_reading *reading, const ja_cue_match *match);

/* Adds the actor of the mention and of those coordinated with it ("A, B and C"). */
void ja_add_coordinated(const ja_reading *reading, size_t mention, ja_indices *out);

/* Who says the words at the token: the subject of the speech verb beside its quotation, or of the
 * sentence. An actor, or JACCUSE_NONE. */
size_t ja_speaker_at(const ja_reading *reading, size_t token);

#endif
