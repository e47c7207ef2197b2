/* Actors whom an article describes in the very words of an earlier one: the same id, names, kind,
 * language and principals. Whom they are and what is thereby said of them was found out then; here it
 * is looked up, which is most of what adding an article costs.
 *
 * An actor who is somebody in his article alone is familiar to no other. */
#include "network/network.h"

#include <string.h>

enum { LONGEST_CHAIN = 4 }; /* actors along `of` that are compared */

static void put_string(ja_slice *key, const char *string)
{
    size_t length = strlen(string) + 1;
    memcpy((char *)key->at + key->length, string, length);
    key->length += length;
}

static size_t words_length(const jaccuse_actor *actor)
{
    size_t length = strlen(actor->id) + strlen(actor->name) + sizeof " " * 4;
    for (size_t i = 0; i < actor->alias_count; i++)
        length += strlen(actor->aliases[i]) + 1;
    return length;
}

/* "a", id, name, aliases, "": the kind leads, and no name is empty. */
static void put_words(ja_slice *key, const jaccuse_actor *actor)
{
    put_string(key, (char[]){(char)('a' + actor->kind), '\0'});
    put_string(key, actor->id);
    put_string(key, actor->name);
    for (size_t i = 0; i < actor->alias_count; i++)
        put_string(key, actor->aliases[i]);
    put_string(key, "");
}

/* All that it depends on whom a record's actor is, in the network's scratch; empty: too much. */
static ja_slice words_of(jaccuse_network *network, const jaccuse_record *record, size_t index)
{
    size_t chain[LONGEST_CHAIN], count = 0, length = 0;
    const char *language = record->language ? record->language : "";
    for (size_t i = index; i != JACCUSE_NONE; i = record->actors[i].of) {
        if (count == LONGEST_CHAIN)
            return (ja_slice){NULL, 0};
        chain[count++] = i;
        length += words_length(&record->actors[i]);
    }
    ja_slice key = {ja_scratch(network, length + strlen(language) + 1), 0};
    put_string(&key, language);
    for (size_t i = 0; i < count; i++)
        put_words(&key, &record->actors[chain[i]]);
    return key;
}

size_t ja_find_familiar(jaccuse_network *network, const jaccuse_record *record, size_t index)
{
    ja_slice key = words_of(network, record, index);
    const size_t *number = key.at ? ja_map_get(&network->familiar_index, key) : NULL;
    return number ? *number : JACCUSE_NONE;
}

/* Whether he and those for whom he speaks are the same wherever they are so described. */
static bool is_free(const jaccuse_network *network, const jaccuse_record *record, size_t index)
{
    for (size_t i = index; i != JACCUSE_NONE; i = record->actors[i].of) {
        size_t bearer = network->actors[network->local[i]].bearer;
        if (bearer != JACCUSE_NONE && network->bearers[bearer].where)
            return false;
    }
    return true;
}

void ja_make_familiar(jaccuse_network *network, const jaccuse_record *record, size_t index)
{
    ja_slice key = words_of(network, record, index);
    if (!key.at || !is_free(network, record, index))
        return;
    bool added;
    ja_map_put(&network->familiar_index, key, network->familiar_count, &added);
    if (!added)
        return;
    ja_familiar familiar = {
        .actor = network->local[index],
        .votes = JA_NEW_N(&network->arena, size_t, network->cast_count),
        .vote_count = network->cast_count,
    };
    memcpy(familiar.votes, network->cast, network->cast_count * sizeof *network->cast);
    JA_PUSH(&network->arena, network->familiars, network->familiar_count,
            network->familiar_capacity, familiar);
}
