/* The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, "Training Deterministic
 * Parsers with Non-Deterministic Oracles"): what each transition costs in arcs of the gold tree
 * that can then no longer be made. */
#ifndef JA_ORACLE_H
#define JA_ORACLE_H

#include "language/transition.h"

#define JA_COST_ILLEGAL UINT32_MAX

/* gold[1 .. count]: the head of each word, count + 1 for the root. Exact for projective trees. */
void ja_oracle_costs(const ja_state *state, const uint32_t *gold, uint32_t cost[JA_ACTIONS]);

/* Makes a tree projective: each arc that others cross is lifted to the head's head until none
 * does, the shortest first (Nivre and Nilsson 2005, "Pseudo-Projective Dependency Parsing",
 * without their marks on labels). gold as above. Returns the number of arcs lifted. */
uint32_t ja_projectivise(uint32_t *gold, uint32_t count);

#endif
