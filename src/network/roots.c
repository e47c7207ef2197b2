/* Ids for those who were merged: a set of bearers becomes the actor of the id that most articles
 * give it, or the gazetteer's. Of several sets that want one id the most frequent has it; the
 * others are numbered. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

typedef struct ja_set {
    size_t first, count; /* of the members */
    const char *id;
    bool known;
    size_t main; /* the bearer that has the id most often */
    size_t articles, rank;
    size_t actor;
} ja_set;

typedef struct ja_member {
    size_t set, rank, bearer, articles;
    const char *id;
} ja_member;

typedef struct ja_grouping {
    jaccuse_network *network;
    ja_member *at; /* by set, then by id */
    ja_set *sets;  /* in the order of their right to an id */
    size_t count, set_count;
    ja_map ids; /* of all bearers -> the number given last */
} ja_grouping;

static int compare_members(const void *a, const void *b)
{
    const ja_member *x = a, *y = b;
    if (x->set != y->set)
        return x->set < y->set ? -1 : 1;
    int order = strcmp(x->id, y->id);
    return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

static void gather_members(ja_grouping *grouping, const size_t *set_of, const size_t *order)
{
    const jaccuse_network *network = grouping->network;
    ja_arena *arena = &grouping->network->arena;
    size_t *articles = JA_NEW_N(arena, size_t, network->actor_count);
    for (size_t i = 0; i < network->vote_count; i++)
        if (network->votes[i].topic == JA_NAME)
            articles[network->votes[i].actor] += network->votes[i].count;
    grouping->at = JA_NEW_N(arena, ja_member, grouping->count);
    for (size_t i = 0; i < grouping->count; i++) {
        size_t bearer = order[i], actor = network->bearers[bearer].actor;
        const char *id = network->actors[actor].id;
        grouping->at[i] = (ja_member){set_of[bearer], i, bearer, articles[actor], id};
        ja_map_put(&grouping->ids, ja_slice_of(id), 1, NULL);
    }
    if (grouping->count)
        qsort(grouping->at, grouping->count, sizeof(ja_member), compare_members);
}

/* More articles win, then the longer id, then the first in the alphabet. */
static bool beats(size_t articles, const char *id, size_t best_articles, const char *best)
{
    if (!best || articles != best_articles)
        return !best || articles > best_articles;
    return strlen(id) > strlen(best);
}

/* The set of the members [first, first + count), with the id that it wants. */
static ja_set make_set(const ja_grouping *grouping, size_t first, size_t count)
{
    ja_set set = {.first = first, .count = count, .rank = SIZE_MAX, .actor = JACCUSE_NONE};
    const ja_member *at = grouping->at + first;
    size_t best = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t articles = 0, main = i;
        bool known = grouping->network->bearers[at[i].bearer].known;
        for (end = i; end < count && strcmp(at[end].id, at[i].id) == 0; end++) {
            articles += at[end].articles;
            main = at[end].articles > at[main].articles ? end : main;
            set.rank = at[end].rank < set.rank ? at[end].rank : set.rank;
        }
        set.articles += articles;
        if (known || (!set.known && beats(articles, at[i].id, best, set.id))) {
            set.id = at[i].id;
            set.main = at[main].bearer;
            best = articles;
        }
        set.known = set.known || known;
    }
    return set;
}

static int compare_sets(const void *a, const void *b)
{
    const ja_set *x = a, *y = b;
    if (x->known != y->known)
        return x->known ? -1 : 1;
    if (x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static void gather_sets(ja_grouping *grouping)
{
    grouping->sets = JA_NEW_N(&grouping->network->arena, ja_set, grouping->count);
    for (size_t i = 0, end; i < grouping->count; i = end) {
        for (end = i + 1; end < grouping->count && grouping->at[end].set == grouping->at[i].set;)
            end++;
        grouping->sets[grouping->set_count++] = make_set(grouping, i, end - i);
    }
    if (grouping->set_count)
        qsort(grouping->sets, grouping->set_count, sizeof(ja_set), compare_sets);
}

/* "council-2": what no article uses either. */
static const char *numbered(ja_grouping *grouping, const char *id)
{
    jaccuse_network *network = grouping->network;
    size_t *last = ja_map_get(&grouping->ids, ja_slice_of(id));
    for (;;) {
        const char *tried = ja_format(&network->arena, "%s-%zu", id, ++*last);
        ja_slice slice = ja_slice_of(tried);
        if (!ja_map_get(&grouping->ids, slice) && !ja_map_get(&network->actor_index, slice))
            return tried;
    }
}

static void name_sets(ja_grouping *grouping)
{
    jaccuse_network *network = grouping->network;
    for (size_t i = 0; i < grouping->set_count; i++) {
        ja_set *set = &grouping->sets[i];
        ja_slice id = ja_slice_of(set->id);
        if (set->known || !ja_map_get(&network->actor_index, id))
            set->actor = ja_actor_of_id(network, id);
    }
    for (size_t i = 0; i < grouping->set_count; i++) {
        ja_set *set = &grouping->sets[i];
        if (set->actor == JACCUSE_NONE)
            set->actor = ja_actor_of_id(network, ja_slice_of(numbered(grouping, set->id)));
    }
}

/* Ids that gave way to another lead to it. */
static void lead(jaccuse_network *network, size_t actor, size_t to)
{
    network->actors[actor].home = network->actors[actor].root = to;
}

void ja_make_roots(jaccuse_network *network, const size_t *set_of, const size_t *order)
{
    ja_grouping grouping = {.network = network, .count = network->bearer_count};
    ja_map_init(&grouping.ids, &network->arena);
    gather_members(&grouping, set_of, order);
    gather_sets(&grouping);
    name_sets(&grouping);
    for (size_t i = 0; i < grouping.set_count; i++) {
        const ja_set *set = &grouping.sets[i];
        network->actors[set->actor].bearer = set->main;
        for (size_t m = set->first; m < set->first + set->count; m++) {
            const ja_member *member = &grouping.at[m];
            size_t before = network->actor_count;
            size_t plain = ja_actor_of_id(network, ja_slice_of(member->id));
            if (network->actor_count > before)
                lead(network, plain, set->actor);
            lead(network, network->bearers[member->bearer].actor, set->actor);
        }
    }
}
