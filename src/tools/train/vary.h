/* Variants of the training sentences, as careless pages and headlines print them. */
#ifndef JA_VARY_H
#define JA_VARY_H

#include "tools/train/treebank.h"

/* Adds a variant of about `share` of the sentences, of one kind each in turn: all in capitals; in
 * capitals without accents; all in small letters; without accents; without the final stop; as a
 * headline (no articles, no final stop). `seed` chooses the sentences. Before the treebank is
 * numbered. */
void ja_treebank_vary(ja_treebank *treebank, double share, uint64_t seed);

#endif
