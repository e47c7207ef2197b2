/* A hash map from byte strings to numbers, in an arena. The hash is seeded once a process, so that
 * hostile keys cannot be prepared; so the order of the slots means nothing and is not offered. */
#ifndef JA_MAP_H
#define JA_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

typedef struct ja_map_slot {
    ja_slice key;
    uint64_t hash;
    size_t value;
} ja_map_slot;

typedef struct ja_map {
    ja_arena *arena;
    ja_map_slot *slots;
    unsigned char *marks; /* a byte of each slot's hash, 0: free; most searches end here */
    size_t count, capacity; /* capacity: 0 or a power of two */
} ja_map;

void ja_map_init(ja_map *map, ja_arena *arena);

/* The value of `key`, or NULL. */
size_t *ja_map_get(const ja_map *map, ja_slice key);

/* The place of the value of `key`, which is added with `value` where it is missing; *added (may be
 * NULL) tells. The key's bytes are copied. The place is valid until the next ja_map_put. */
size_t *ja_map_put(ja_map *map, ja_slice key, size_t value, bool *added);

/* A stable 64-bit hash of bytes (FNV-1a, finished by mixing): the same on every machine. Different
 * keys give hashes that are independent for what they are used for: fingerprints. */
uint64_t ja_hash_stable(uint64_t key, ja_slice bytes);

#endif
