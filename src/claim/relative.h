/* What relative pronouns stand for, and the objects that relative clauses have before them. */
#ifndef JA_RELATIVE_H
#define JA_RELATIVE_H

#include "claim/words.h"

/* Whether the word by itself is the name or noun of a known actor. */
bool ja_is_named(const ja_reading *reading, size_t word);

/* The noun that heads the phrase which ends in the word: "the DIRECTOR of the home". */
size_t ja_phrase_head(const ja_reading *reading, size_t word);

/* The noun that the relative clause around the word describes; JA_NO_WORD: there is none. */
size_t ja_antecedent(const ja_reading *reading, size_t word);

/* Of a relative pronoun what it stands for: who is named right before it, unless that is a part of
 * what the tree gives it. Any other word means itself. */
size_t ja_meant(const ja_reading *reading, size_t word);

/* "WHOM the coach accused", "que la CGT accuse": the noun for which an object pronoun before the
 * verb stands, where nothing but the subject is between; JA_NO_WORD: there is none. */
size_t ja_relative_object(const ja_reading *reading, size_t verb);

#endif
