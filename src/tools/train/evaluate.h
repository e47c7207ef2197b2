/* How well a model does on a treebank, with its words as given. */
#ifndef JA_EVALUATE_H
#define JA_EVALUATE_H

#include "tools/train/treebank.h"

/* Numbers of words that are right. */
typedef struct ja_score {
    size_t words, upos, tags, lemmas, heads;
    size_t arcs; /* head and relation, without its subtype */
} ja_score;

ja_score ja_evaluate(const ja_model *model, const ja_treebank *gold);

#endif
