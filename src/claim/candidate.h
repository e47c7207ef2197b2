/* Candidates: the mentions before an anaphor, one of which may be its antecedent. */
#ifndef JA_CANDIDATE_H
#define JA_CANDIDATE_H

#include "claim/resolver.h"

#define JA_MEMORY      60      /* mentions back that a candidate may stand */
#define JA_LONG_MEMORY 240     /* likewise, where a noun says who it was */
#define JA_IMPOSSIBLE  (-1000) /* weight of a candidate that it cannot be */

const ja_branch *ja_branch_of(const ja_resolver *resolver, size_t word);
/* The word whose argument a mention is: over "and" and titles. */
size_t ja_governor(const ja_resolver *resolver, size_t word);
bool ja_is_subject(const ja_resolver *resolver, const ja_mention *mention);
/* "in Paris", "à Londres": where something is. */
bool ja_is_place(const ja_resolver *resolver, const ja_mention *mention);
/* The quotation that it stands in, or JA_NO_QUOTE. */
size_t ja_quote_of(const ja_resolver *resolver, const ja_mention *mention);
bool ja_gender_conflicts(const ja_resolver *resolver, size_t actor, char gender);
/* Two arguments of one verb are two actors. */
bool ja_shares_verb(const ja_resolver *resolver, const ja_mention *anaphor,
                    const ja_mention *candidate);
/* How much its sentence and the article speak of the candidate. */
int ja_prominence(const ja_resolver *resolver, const ja_mention *candidate, size_t actor);
/* Whether it stands for one actor. */
bool ja_is_resolved(const ja_mention *candidate);

#endif
