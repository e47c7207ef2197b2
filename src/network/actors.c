/* Actors while articles come in: the bearers of names, and what is said of them counted. Actors
 * that the gazetteer knows are found by id; all others are one bearer for each way in which a name
 * is used, and same.c finds out who of them is whom. */
#include "network/bodies.h"
#include "network/firms.h"
#include "network/network.h"

#include <string.h>

static size_t add_actor(jaccuse_network *network, ja_slice id)
{
    size_t number = network->actor_count;
    ja_actor actor = {
        .id = ja_copy(&network->arena, id.at, id.length),
        .apart = JACCUSE_NONE,
        .home = number,
        .root = number,
        .bearer = JACCUSE_NONE,
        .kind = JACCUSE_ORGANISATION, /* of one that only an alias row names */
        .of = JACCUSE_NONE,
        .node = JACCUSE_NONE,
    };
    JA_PUSH(&network->arena, network->actors, network->actor_count, network->actor_capacity, actor);
    return number;
}

size_t ja_actor_of_id(jaccuse_network *network, ja_slice id)
{
    bool added;
    size_t number = *ja_map_put(&network->actor_index, id, network->actor_count, &added);
    return added ? add_actor(network, id) : number;
}

static size_t add_bearer(jaccuse_network *network, ja_bearer bearer)
{
    network->actors[bearer.actor].bearer = network->bearer_count;
    JA_PUSH(&network->arena, network->bearers, network->bearer_count, network->bearer_capacity,
            bearer);
    return bearer.actor;
}

/* One whom the gazetteer knows meets others by its common name there. */
static size_t plain_actor(jaccuse_network *network, const char *id, jaccuse_kind kind)
{
    size_t before = network->actor_count, number = ja_actor_of_id(network, ja_slice_of(id));
    if (number < before)
        return number;
    const char *common = jaccuse_actor_name(id, ja_label_languages[JA_LABEL_EN]);
    ja_string name = *ja_spelling(network, common ? common : id);
    return add_bearer(network, (ja_bearer){.actor = number,
                                           .key = ja_slice_of(network->actors[number].id),
                                           .name = name.text,
                                           .folded = name.folded,
                                           .kind = kind,
                                           .principal = JACCUSE_NONE,
                                           .known = true});
}

/* Whether a row's target is this actor is known only at the end; so whoever bears a name that some
 * row keeps apart is an actor of his own until then. */
static size_t actor_of_known(jaccuse_network *network, const jaccuse_actor *actor)
{
    size_t plain = plain_actor(network, actor->id, actor->kind);
    ja_slice id = ja_slice_of(actor->id), name = ja_spelling(network, actor->name)->folded;
    const size_t *row = ja_map_get(&network->apart, name);
    if (!row)
        return plain;
    bool added;
    ja_slice key = ja_pair_key(network, id, name);
    size_t number = *ja_map_put(&network->bearer_index, key, network->actor_count, &added);
    if (added)
        add_actor(network, id);
    network->actors[number].apart = *row;
    network->actors[number].home = network->actors[number].root = plain;
    return number;
}

/* What makes a bearer one, in the network's scratch. */
static ja_slice bearer_key(jaccuse_network *network, const jaccuse_record *record,
                           const jaccuse_actor *actor, const ja_bearer *bearer)
{
    const ja_article *where = bearer->where;
    const char *parts[] = {actor->id,
                           bearer->folded.at,
                           actor->of == JACCUSE_NONE ? "" : record->actors[actor->of].id,
                           bearer->language ? bearer->language : "",
                           where ? where->id : "",
                           where && where->fingerprint ? where->fingerprint : ""};
    size_t length = 2;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        length += strlen(parts[i]) + 1;
    char *key = ja_scratch(network, length), *at = key;
    *at++ = (char)('a' + actor->kind);
    *at++ = (char)('a' + bearer->reach);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        at = stpcpy(at, parts[i]) + 1;
    return (ja_slice){key, length};
}

/* Whom the gazetteer knows, although not by this name: "its foreign ministry", of a state that is
 * told; "Alibaba Group Holding Limited". */
static const char *entry_of(jaccuse_network *network, const jaccuse_record *record,
                            const jaccuse_actor *actor)
{
    ja_slice folded = ja_spelling(network, actor->name)->folded;
    const char *entry = NULL;
    if (actor->kind == JACCUSE_GOVERNMENT && actor->of != JACCUSE_NONE)
        entry = ja_body_of_state(&network->scratch, folded, record->actors[actor->of].id);
    else if (ja_wants_firms(actor))
        entry = ja_firm_of(&network->scratch, folded);
    if (entry)
        plain_actor(network, entry, actor->kind);
    return entry;
}

static size_t actor_of_name(jaccuse_network *network, const ja_article *article,
                            const jaccuse_record *record, const jaccuse_actor *actor)
{
    ja_string name = *ja_spelling(network, actor->name);
    ja_bearer bearer = {.name = name.text,
                        .folded = name.folded,
                        .language = article->language,
                        .kind = actor->kind,
                        .principal = JACCUSE_NONE};
    bearer.reach = ja_reach_of(network, record, actor, &bearer.described);
    bearer.where = bearer.reach == JA_BOUND ? article : NULL;
    bearer.entry = entry_of(network, record, actor);
    ja_slice key = bearer_key(network, record, actor, &bearer);
    bool added;
    size_t number = *ja_map_put(&network->bearer_index, key, network->actor_count, &added);
    if (!added)
        return number;
    bearer.key = (ja_slice){ja_copy(&network->arena, key.at, key.length), key.length};
    bearer.actor = add_actor(network, ja_slice_of(actor->id));
    const size_t *row = ja_map_get(&network->apart, bearer.folded);
    network->actors[bearer.actor].apart = row ? *row : JACCUSE_NONE;
    return add_bearer(network, bearer);
}

static void find_actors(jaccuse_network *network, const ja_article *article,
                        const jaccuse_record *record)
{
    if (record->actor_count > network->local_capacity) {
        network->local = ja_alloc(&network->arena, record->actor_count, 2 * sizeof(size_t));
        network->met = ja_alloc(&network->arena, record->actor_count, 2 * sizeof(size_t));
        network->local_capacity = 2 * record->actor_count;
    }
    for (size_t i = 0; i < record->actor_count; i++) {
        const jaccuse_actor *actor = &record->actors[i];
        network->met[i] = ja_find_familiar(network, record, i);
        if (network->met[i] != JACCUSE_NONE)
            network->local[i] = network->familiars[network->met[i]].actor;
        else if (jaccuse_actor_name(actor->id, ja_label_languages[0]))
            network->local[i] = actor_of_known(network, actor);
        else
            network->local[i] = actor_of_name(network, article, record, actor);
    }
}

/* Of several the first in the order of keys, so that the order of articles does not matter. */
static void learn_principal(jaccuse_network *network, ja_bearer *bearer, size_t actor)
{
    size_t before = bearer->principal;
    if (before != JACCUSE_NONE && before != actor) {
        size_t old = network->actors[before].bearer, new = network->actors[actor].bearer;
        if (new == JACCUSE_NONE ||
            (old != JACCUSE_NONE &&
             ja_compare(network->bearers[old].key, network->bearers[new].key) <= 0))
            return;
    }
    bearer->principal = actor;
}

void ja_actors_of_record(jaccuse_network *network, ja_article *article,
                         const jaccuse_record *record)
{
    network->scratch.on_failure = network->arena.on_failure;
    find_actors(network, article, record);
    ja_arena_clear(&network->scratch);
    size_t *bearers = JA_NEW_N(&network->arena, size_t, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++) {
        size_t number = network->actors[network->local[i]].bearer;
        if (number == JACCUSE_NONE)
            continue;
        bearers[article->bearer_count++] = number;
        if (network->met[i] == JACCUSE_NONE && record->actors[i].of != JACCUSE_NONE)
            learn_principal(network, &network->bearers[number],
                            network->local[record->actors[i].of]);
    }
    article->bearers = bearers;
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
    JA_PUSH(&network->arena, network->cast, network->cast_count, network->cast_capacity, number);
}
