/* What the copies of one story tell again: of equal claims the first one counts.
 *
 * Copies that are cut or edited do not number their claims alike, nor word them alike. So claims
 * are equal by who makes them against whom: the n-th time that an article tells somebody's claim
 * against somebody is the n-th time in all copies of its story. */
#include "network/network.h"

#include <string.h>

typedef struct ja_copies {
    jaccuse_network *network;
    ja_map in_article; /* teller's claim -> how often this article has told it */
    ja_map in_story;   /* teller's claim and how often -> the first that told it */
    char *key;
    size_t key_length, key_capacity;
} ja_copies;

/* How many articles tell each story. */
static size_t *count_tellers(jaccuse_network *network)
{
    size_t *tellers = JA_NEW_N(&network->arena, size_t, network->story_count);
    for (size_t i = 0; i < network->article_count; i++)
        tellers[network->articles[i]->story]++;
    return tellers;
}

/* Appends to the key. */
static void put(ja_copies *copies, size_t number)
{
    size_t length = copies->key_length + sizeof number;
    if (length > copies->key_capacity) {
        char *wider = ja_alloc(&copies->network->arena, length, 2);
        if (copies->key_length)
            memcpy(wider, copies->key, copies->key_length);
        copies->key = wider;
        copies->key_capacity = 2 * length;
    }
    memcpy(copies->key + copies->key_length, &number, sizeof number);
    copies->key_length = length;
}

static void put_actors(ja_copies *copies, jaccuse_refs actors)
{
    put(copies, actors.count);
    for (size_t i = 0; i < actors.count; i++)
        put(copies, ja_standing(copies->network, actors.at[i]));
}

/* Makes the key of a claim as a teller's, who is an article or a story. */
static void write_key(ja_copies *copies, const ja_claim *claim, size_t teller)
{
    copies->key_length = 0;
    put(copies, teller);
    put(copies, (size_t)claim->act);
    put_actors(copies, claim->by);
    put_actors(copies, claim->against);
}

static size_t *put_key(ja_copies *copies, ja_map *map, size_t value)
{
    return ja_map_put(map, (ja_slice){copies->key, copies->key_length}, value, NULL);
}

/* The claim that told first what claim `number` tells. */
static size_t first_telling(ja_copies *copies, const ja_claim *claim, size_t number)
{
    write_key(copies, claim, claim->article->rank);
    size_t nth = ++*put_key(copies, &copies->in_article, 0);
    write_key(copies, claim, claim->article->story);
    put(copies, nth);
    return *put_key(copies, &copies->in_story, number);
}

void ja_find_copies(jaccuse_network *network, ja_claim *const *claims, size_t count, size_t *teller,
                    bool *disputed)
{
    const size_t *tellers = count_tellers(network);
    ja_copies copies = {.network = network};
    ja_map_init(&copies.in_article, &network->arena);
    ja_map_init(&copies.in_story, &network->arena);
    for (size_t i = 0; i < count; i++) {
        teller[i] = i;
        if (tellers[claims[i]->article->story] > 1)
            teller[i] = first_telling(&copies, claims[i], i);
        if (claims[i]->answered)
            disputed[teller[i]] = true;
    }
}
