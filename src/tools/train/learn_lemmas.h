/* Learning the rules of lemmatiser.h from a treebank. */
#ifndef JA_LEARN_LEMMAS_H
#define JA_LEARN_LEMMAS_H

#include "tools/train/treebank.h"
#include "tools/train/word_list.h"

/* Appends the rules in the form of ja_lemmatiser_open; returns how many there are. The list gives
 * rules for those of its words that the treebank lacks and whose endings may tell something wrong.
 */
size_t ja_learn_lemmas(const ja_treebank *treebank, const ja_word_list *list, ja_buffer *out);

#endif
