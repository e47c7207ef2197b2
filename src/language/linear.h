/* A linear classifier over hashed features, used in place from read-only memory.
 *
 * A feature's hash selects a bucket and, within it, one of six rows by 16 more of its bits: its
 * check. The row holds the weights of the classes that the feature speaks for or against. A feature
 * that the training left out has no row and adds nothing.
 *
 * Rows are one of two kinds. With few classes (`dense`) a row is one signed byte for each class but
 * the first, whose weight is 0. Else it is pairs of a class and a weight: seven bits of a signed
 * number, and below them one that is set in the row's last pair. */
#ifndef JA_LINEAR_H
#define JA_LINEAR_H

#include <stdbool.h>

#include "base/text.h"
#include "language/feature.h"

#define JA_MAX_CLASSES  256
#define JA_BUCKET_ROWS  6
#define JA_MAX_WEIGHT   63  /* of a pair */
#define JA_DENSE_WEIGHT 127 /* of a dense row */

typedef struct ja_bucket {
    uint32_t rows;                   /* where its rows start, in units of two bytes */
    uint16_t checks[JA_BUCKET_ROWS]; /* 0: no row */
} ja_bucket;

typedef struct ja_linear {
    const ja_bucket *buckets;
    const uint8_t *rows;
    uint32_t bucket_count;
    uint32_t class_count;
    bool dense;
    float unit; /* what 1 in a score is in weights of the training */
} ja_linear;

/* The bucket and the check of a feature. */
static inline uint32_t ja_linear_bucket(uint64_t feature, uint32_t bucket_count)
{
    return (uint32_t)((feature >> 32) * bucket_count >> 32);
}

static inline uint16_t ja_linear_check(uint64_t feature)
{
    uint16_t check = (uint16_t)feature;
    return check ? check : 1;
}

/* Fills scores[0 .. class_count). */
void ja_linear_score(const ja_linear *model, const ja_features *features, int32_t *scores);

/* Checks that every row and class is inside; `bytes` is what ja_perceptron_write has written,
 * aligned for uint32_t. False: it is damaged. */
bool ja_linear_open(ja_linear *model, ja_slice bytes);

#endif
