/* Training the model of one language, step by step. */
#ifndef JA_TRAINING_H
#define JA_TRAINING_H

#include "tools/train/learn.h"

typedef struct ja_settings {
    double variants; /* share of sentences that get a variant (vary.h) */
    uint64_t seed;
    size_t size; /* of the model in bytes: the parser's arcs get what the rest leaves */
    ja_learning tagger, parser;
} ja_settings;

/* What the models of the project are trained with; found on the dev files alone. */
extern const ja_settings ja_usual_settings;

/* Trains on `train` and writes the model to *out. Tells progress, the time left and the accuracy on
 * `dev` on standard error. The treebanks, as read, are changed. */
void ja_train(const char *language, ja_treebank *train, ja_treebank *dev,
              const ja_settings *settings, ja_buffer *out);

#endif
