#include "base/map.h"

#include <pthread.h>
#include <string.h>
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

uint64_t ja_hash_stable(uint64_t key, ja_slice bytes)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ mix(key);
    for (size_t i = 0; i < bytes.length; i++) {
        hash ^= (unsigned char)bytes.at[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return mix(hash);
}

static uint64_t seed;

static pthread_once_t seed_once = PTHREAD_ONCE_INIT;

static void make_seed(void)
{
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed)
        seed = (uint64_t)(uintptr_t)&seed; /* the address is random as well */
}

/* Eight bytes at a time, each mixed with all before it and with the seed. */
static uint64_t hash_of(ja_slice key)
{
    uint64_t hash = seed ^ key.length;
    for (size_t at = 0; at < key.length; at += sizeof hash) {
        uint64_t word = 0;
        size_t left = key.length - at;
        memcpy(&word, key.at + at, left < sizeof word ? left : sizeof word);
        hash = mix(hash ^ word);
    }
    return hash;
}

void ja_map_init(ja_map *map, ja_arena *arena)
{
    pthread_once(&seed_once, make_seed);
    *map = (ja_map){.arena = arena};
}

/* Never 0. Other bits than those that choose the slot. */
static unsigned char mark_of(uint64_t hash)
{
    return (unsigned char)(hash >> 56) | 1;
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t slot_of(const ja_map *map, ja_slice key, uint64_t hash)
{
    size_t mask = map->capacity - 1;
    unsigned char mark = mark_of(hash);
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        const ja_map_slot *slot = &map->slots[i];
        if (!map->marks[i] ||
            (map->marks[i] == mark && slot->hash == hash && ja_equal(slot->key, key)))
            return i;
    }
}

static void fill(ja_map *map, size_t slot, ja_map_slot content)
{
    map->slots[slot] = content;
    map->marks[slot] = mark_of(content.hash);
}

static void widen(ja_map *map)
{
    ja_map larger = {.arena = map->arena, .count = map->count};
    larger.capacity = map->capacity ? map->capacity * 2 : 16;
    larger.slots = JA_NEW_N(map->arena, ja_map_slot, larger.capacity);
    larger.marks = JA_NEW_N(map->arena, unsigned char, larger.capacity);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->marks[i])
            fill(&larger, slot_of(&larger, map->slots[i].key, map->slots[i].hash), map->slots[i]);
    *map = larger;
}

size_t *ja_map_get(const ja_map *map, ja_slice key)
{
    if (map->count == 0)
        return NULL;
    size_t slot = slot_of(map, key, hash_of(key));
    return map->marks[slot] ? &map->slots[slot].value : NULL;
}

size_t *ja_map_put(ja_map *map, ja_slice key, size_t value, bool *added)
{
    if (map->count * 4 >= map->capacity * 3)
        widen(map);
    uint64_t hash = hash_of(key);
    size_t slot = slot_of(map, key, hash);
    bool missing = !map->marks[slot];
    if (missing) {
        ja_slice copy = {ja_copy(map->arena, key.at, key.length), key.length};
        fill(map, slot, (ja_map_slot){copy, hash, value});
        map->count++;
    }
    if (added)
        *added = missing;
    return &map->slots[slot].value;
}
