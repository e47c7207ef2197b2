/* Actors while articles come in: found by id, and what is said of them counted. */
#include "network/network.h"

static size_t actor_of_key(jaccuse_network *network, ja_slice key, ja_slice id)
{
    bool added;
    size_t number = *ja_map_put(&network->actor_index, key, network->actor_count, &added);
    if (added) {
        ja_actor actor = {
            .id = ja_copy(&network->arena, id.at, id.length),
            .apart = JACCUSE_NONE,
            .home = number,
            .root = number,
            .kind = JACCUSE_ORGANISATION, /* of one that only an alias row names */
            .of = JACCUSE_NONE,
            .node = JACCUSE_NONE,
        };
        JA_PUSH(&network->arena, network->actors, network->actor_count, network->actor_capacity,
                actor);
    }
    return number;
}

size_t ja_actor_of_id(jaccuse_network *network, ja_slice id)
{
    return actor_of_key(network, id, id);
}

/* Whether a row's target is this actor is known only at the end; so whoever bears a name that some
 * row keeps apart is an actor of his own until then. */
size_t ja_actor_of_record(jaccuse_network *network, const jaccuse_actor *actor)
{
    ja_slice id = ja_slice_of(actor->id);
    size_t plain = ja_actor_of_id(network, id);
    if (network->apart.count == 0)
        return plain;
    ja_slice name = ja_spelling(network, actor->name)->folded;
    const size_t *row = ja_map_get(&network->apart, name);
    if (!row)
        return plain;
    size_t number = actor_of_key(network, ja_pair_key(network, id, name), id);
    network->actors[number].apart = *row;
    network->actors[number].home = plain;
    return number;
}

size_t ja_root(jaccuse_network *network, size_t actor)
{
    ja_actor *actors = network->actors;
    while (actors[actor].root != actor) { /* halving the way for the next who asks */
        actors[actor].root = actors[actors[actor].root].root;
        actor = actors[actor].root;
    }
    return actor;
}

size_t ja_standing(jaccuse_network *network, size_t actor)
{
    size_t root = ja_root(network, actor);
    return network->options.by_principal ? network->actors[root].top : root;
}

void ja_vote_for(jaccuse_network *network, size_t actor, ja_topic topic, size_t value)
{
    size_t key[] = {actor, (size_t)topic, value};
    ja_slice bytes = {(const char *)key, sizeof key};
    bool added;
    size_t number = *ja_map_put(&network->vote_index, bytes, network->vote_count, &added);
    if (added) {
        ja_vote vote = {actor, topic, value, 0};
        JA_PUSH(&network->arena, network->votes, network->vote_count, network->vote_capacity, vote);
    }
    network->votes[number].count++;
}
