/* Part of speech and morphology in one tag, word by word from the left. */
#ifndef JA_TAGGER_H
#define JA_TAGGER_H

#include "language/feature.h"
#include "language/lexeme.h"
#include "language/linear.h"

/* The features of words[at]; the tags of the words before it are set. */
void ja_tagger_features(const ja_lexeme *words, size_t count, size_t at, ja_features *out);

/* Sets the tag of each word. */
void ja_tag(const ja_linear *model, ja_lexeme *words, size_t count);

/* The same, where words are held to a part of speech: `held` has one entry a word, JA_UPOS_COUNT
 * where any will do; upos[i] is that of tag i. A word is not held to a part that no tag has. */
void ja_tag_held(const ja_linear *model, ja_lexeme *words, size_t count, const ja_upos *held,
                 const ja_upos *upos);

/* The class with the highest score; of equals the first. */
unsigned ja_best_class(const int32_t *scores, unsigned count);

#endif
