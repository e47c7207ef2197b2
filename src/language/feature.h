/* Features of the linear models: each is a 64-bit hash, the same on every machine. The trainer and
 * the runtime take them from the same functions (tagger.h, parser.h). */
#ifndef JA_FEATURE_H
#define JA_FEATURE_H

#include <stddef.h>
#include <stdint.h>

#define JA_MAX_FEATURES 128 /* of one decision */

typedef struct ja_features {
    size_t count;
    uint64_t at[JA_MAX_FEATURES];
} ja_features;

/* One hash of two; the order matters. (The multipliers are those of MurmurHash3's finaliser.) */
static inline uint64_t ja_join(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b * 0x9E3779B97F4A7C15u)) * 0xFF51AFD7ED558CCDu;
    return x ^ (x >> 32);
}

/* Adds feature number `kind` (below JA_MAX_FEATURES) with one, two, three or four values. */
static inline void ja_take(ja_features *features, unsigned kind, uint64_t value)
{
    uint64_t x = ja_join(value, kind + 1) * 0xC4CEB9FE1A85EC53u;
    features->at[features->count++] = x ^ (x >> 29);
}

static inline void ja_take2(ja_features *features, unsigned kind, uint64_t a, uint64_t b)
{
    ja_take(features, kind, ja_join(a, b));
}

static inline void ja_take3(ja_features *features, unsigned kind, uint64_t a, uint64_t b,
                            uint64_t c)
{
    ja_take(features, kind, ja_join(ja_join(a, b), c));
}

static inline void ja_take4(ja_features *features, unsigned kind, uint64_t a, uint64_t b,
                            uint64_t c, uint64_t d)
{
    ja_take(features, kind, ja_join(ja_join(a, b), ja_join(c, d)));
}

#endif
