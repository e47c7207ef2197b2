/* The averaged perceptron (Collins 2002, "Discriminative Training Methods for Hidden Markov
 * Models") over hashed features, for any number of classes. A feature gets weights only when an
 * update touches it. */
#ifndef JA_PERCEPTRON_H
#define JA_PERCEPTRON_H

#include "language/linear.h"

typedef struct ja_perceptron ja_perceptron;

/* Memory that is out ends the program: this is a build-time tool. */
ja_perceptron *ja_perceptron_new(unsigned classes, bool dense);
void ja_perceptron_free(ja_perceptron *perceptron);

void ja_perceptron_score(const ja_perceptron *perceptron, const ja_features *features,
                         float *scores);
/* Adds to the weight of one class of every feature. */
void ja_perceptron_add(ja_perceptron *perceptron, const ja_features *features, unsigned class,
                       float amount);
/* One example has been seen: averages are over examples. */
void ja_perceptron_tick(ja_perceptron *perceptron);

/* Keeps the weights that matter most, as many as ja_perceptron_write puts into `size` bytes, sets
 * them to their averages and starts a new average. No feature is added any more, so that what
 * follows trains what is left. */
void ja_perceptron_prune(ja_perceptron *perceptron, size_t size);

/* Appends the averaged weights, quantised, in the form of ja_linear_open. Returns the number of
 * weights written. */
size_t ja_perceptron_write(const ja_perceptron *perceptron, ja_buffer *out);

#endif
