/* Learning the rules of lemmatiser.h from a treebank. */
#ifndef JA_LEARN_LEMMAS_H
#define JA_LEARN_LEMMAS_H

#include "tools/train/treebank.h"

/* Appends the rules in the form of ja_lemmatiser_open; returns how many there are. */
size_t ja_learn_lemmas(const ja_treebank *treebank, ja_buffer *out);

#endif
