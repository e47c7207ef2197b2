/* Learning the table of ambiguity.h from a treebank. */
#ifndef JA_LEARN_AMBIGUITY_H
#define JA_LEARN_AMBIGUITY_H

#include "tools/train/treebank.h"
#include "tools/train/word_list.h"

/* Appends the table in the form of ja_ambiguity_open: the forms of the treebank, and those of the
 * list that it hardly knows, as if each had been met once more. Sets the class of all lexemes of
 * the treebank as if their own occurrence had not been seen: so words met once look as unknown as
 * those of new text. */
void ja_learn_ambiguity(ja_treebank *treebank, const ja_word_list *list, ja_buffer *out);

#endif
