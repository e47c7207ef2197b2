/* A sequence of random numbers that is the same on every machine (SplitMix64, Steele et al. 2014).
 */
#ifndef JA_RANDOM_H
#define JA_RANDOM_H

#include <stdint.h>

typedef struct ja_random {
    uint64_t state;
} ja_random;

static inline uint64_t ja_random_next(ja_random *random)
{
    uint64_t x = random->state += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/* Uniform in [0, bound); bound is far below 2^32. */
static inline uint32_t ja_random_below(ja_random *random, uint32_t bound)
{
    return (uint32_t)((ja_random_next(random) >> 32) * bound >> 32);
}

/* Uniform in [0, 1). */
static inline double ja_random_share(ja_random *random)
{
    return (double)(ja_random_next(random) >> 11) * 0x1p-53;
}

#endif
