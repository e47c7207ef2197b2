/* Who accuses beside the one at the verb, or is told away from it: "A, along with B", "joined B in
 * accusing", "accused of doping by B", "a letter accusing", "among those who accuse". */
#ifndef JA_ACCUSER_H
#define JA_ACCUSER_H

#include "claim/reading.h"

/* Who does the same as the subject at `first`: "A, ALONG WITH B, accuses", "A JOINED B in
 * accusing".
 */
void ja_add_companions(const ja_reading *reading, size_t verb, size_t first, ja_indices *by);
/* The agents of a passive that stand beneath its charge: "accused of doping BY A", "by A of theft
 * and BY B of murder". */
void ja_add_agents(const ja_reading *reading, size_t verb, size_t charge, ja_indices *by);
/* Whose a document is that accuses, where the noun has no owner: "the suit, filed by A, accuses",
 * "A wrote a letter accusing"; JA_NO_WORD: it is not told. */
size_t ja_document_author(const ja_reading *reading, size_t noun);
/* "a LETTER to the minister accusing": the document that does what the participle says, where a
 * noun with its preposition stands between; JA_NO_WORD: there is none. */
size_t ja_document_before(const ja_reading *reading, size_t verb);
/* "A is AMONG THOSE who accuse", "among the firms accused is A": who is told to be one of them;
 * JA_NO_WORD: nobody. */
size_t ja_one_of(const ja_reading *reading, size_t word);

#endif
