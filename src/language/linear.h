/* A linear classifier over hashed features, used in place from read-only memory.
 *
 * A feature's hash selects a bucket and, within it, a row by 16 more of its bits; the row holds the
 * weights of the classes that the feature speaks for or against. A weight is a byte: seven bits of
 * a signed number, and below them one that is set in the row's last. A feature that the training
 * left out has no row and adds nothing. */
#ifndef JA_LINEAR_H
#define JA_LINEAR_H

#include <stdbool.h>

#include "base/text.h"
#include "language/feature.h"

#define JA_MAX_CLASSES 256
#define JA_MAX_WEIGHT  63

typedef struct ja_linear {
    const uint32_t *buckets; /* where each starts in `rows`; one more than there are buckets */
    const uint8_t *rows;     /* [check, check, (class, weight) ...] ... */
    uint32_t bucket_count;   /* a power of two */
    uint32_t class_count;
} ja_linear;

/* The bucket and the check of a feature. */
static inline uint32_t ja_linear_bucket(uint64_t feature, uint32_t bucket_count)
{
    return (uint32_t)(feature >> 32) & (bucket_count - 1);
}

static inline uint16_t ja_linear_check(uint64_t feature)
{
    return (uint16_t)feature;
}

/* Fills scores[0 .. class_count). */
void ja_linear_score(const ja_linear *model, const ja_features *features, int32_t *scores);

/* Checks that every row and class is inside; `bytes` is what ja_linear_write has written, aligned
 * for uint32_t. False: it is damaged. */
bool ja_linear_open(ja_linear *model, ja_slice bytes);

#endif
