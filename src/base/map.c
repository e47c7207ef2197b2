#include "base/map.h"

#include <pthread.h>
#include <sys/random.h>

/* The finaliser of MurmurHash3 (A. Appleby, public domain): every input bit reaches every output
 * bit. */
static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= UINT64_C(0xff51afd7ed558ccd);
    hash ^= hash >> 33;
    hash *= UINT64_C(0xc4ceb9fe1a85ec53);
    return hash ^ (hash >> 33);
}

static uint64_t fnv1a(uint64_t hash, ja_slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++) {
        hash ^= (unsigned char)bytes.at[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return mix(hash);
}

uint64_t ja_hash_stable(uint64_t key, ja_slice bytes)
{
    return fnv1a(UINT64_C(0xcbf29ce484222325) ^ mix(key), bytes);
}

static uint64_t seed;
static pthread_once_t seed_once = PTHREAD_ONCE_INIT;

static void make_seed(void)
{
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed)
        seed = (uint64_t)(uintptr_t)&seed; /* the address is random as well */
}

void ja_map_init(ja_map *map, ja_arena *arena)
{
    pthread_once(&seed_once, make_seed);
    *map = (ja_map){.arena = arena};
}

static ja_map_slot *slot_of(const ja_map *map, ja_slice key, uint64_t hash)
{
    size_t mask = map->capacity - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        ja_map_slot *slot = &map->slots[i];
        if (!slot->key.at || (slot->hash == hash && ja_equal(slot->key, key)))
            return slot;
    }
}

static void widen(ja_map *map)
{
    ja_map larger = {.arena = map->arena, .count = map->count};
    larger.capacity = map->capacity ? map->capacity * 2 : 16;
    larger.slots = JA_NEW_N(map->arena, ja_map_slot, larger.capacity);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key.at)
            *slot_of(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = larger;
}

size_t *ja_map_get(const ja_map *map, ja_slice key)
{
    if (map->count == 0)
        return NULL;
    ja_map_slot *slot = slot_of(map, key, fnv1a(seed, key));
    return slot->key.at ? &slot->value : NULL;
}

size_t *ja_map_put(ja_map *map, ja_slice key, size_t value, bool *added)
{
    if (map->count * 4 >= map->capacity * 3)
        widen(map);
    uint64_t hash = fnv1a(seed, key);
    ja_map_slot *slot = slot_of(map, key, hash);
    bool missing = !slot->key.at;
    if (missing) {
        *slot = (ja_map_slot){{ja_copy(map->arena, key.at, key.length), key.length}, hash, value};
        map->count++;
    }
    if (added)
        *added = missing;
    return &slot->value;
}
