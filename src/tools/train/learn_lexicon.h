/* Learning the lexicon of lexicon.h from a treebank. */
#ifndef JA_LEARN_LEXICON_H
#define JA_LEARN_LEXICON_H

#include "tools/train/treebank.h"

/* Appends the lexicon in the form of ja_lexicon_open, and sets the class of all lexemes of the
 * treebank as if their own occurrence had not been seen: so words met once look as unknown as
 * those of new text. */
void ja_learn_lexicon(ja_treebank *treebank, ja_buffer *out);

#endif
