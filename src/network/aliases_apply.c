/* Applying the alias table: names become actors, then `!=` parts, `=` joins, `of` sets parents. */
#include "network/network.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

/* One name that an actor bears. */
typedef struct ja_known {
    ja_slice folded;
    bool alias;
    size_t actor;
} ja_known;

typedef struct ja_directory {
    jaccuse_network *network;
    ja_known *at;
    size_t count;
} ja_directory;

static int compare_known(const void *a, const void *b)
{
    const ja_known *x = a, *y = b;
    int order = ja_compare(x->folded, y->folded);
    if (order == 0)
        order = (int)x->alias - (int)y->alias;
    return order ? order : (x->actor > y->actor) - (x->actor < y->actor);
}

static ja_directory make_directory(jaccuse_network *network)
{
    ja_directory directory = {.network = network};
    directory.at = JA_NEW_N(&network->arena, ja_known, network->vote_count);
    for (size_t i = 0; i < network->vote_count; i++) {
        const ja_vote *vote = &network->votes[i];
        if (vote->topic == JA_NAME || vote->topic == JA_ALIAS)
            directory.at[directory.count++] = (ja_known){network->strings[vote->value].folded,
                                                         vote->topic == JA_ALIAS, vote->actor};
    }
    if (directory.count)
        qsort(directory.at, directory.count, sizeof *directory.at, compare_known);
    return directory;
}

/* Those who bear `name`: by name, or if none by alias, [*from, *to). */
static void bearers(const ja_directory *directory, ja_slice name, size_t *from, size_t *to)
{
    size_t low = 0, high = directory->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ja_compare(directory->at[middle].folded, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *from = *to = low;
    while (*to < directory->count && ja_equal(directory->at[*to].folded, name) &&
           directory->at[*to].alias == directory->at[low].alias)
        ++*to;
}

/* The one actor that has this id or bears this name. */
static jaccuse_status one_actor(const ja_directory *directory, ja_slice name, size_t *out)
{
    jaccuse_network *network = directory->network;
    const size_t *by_id = ja_map_get(&network->actor_index, name);
    if (by_id) {
        *out = ja_root(network, *by_id);
        return JACCUSE_OK;
    }
    size_t from, to;
    bearers(directory, ja_fold(&network->arena, name), &from, &to);
    for (size_t i = from; i < to; i++) {
        size_t root = ja_root(network, directory->at[i].actor);
        if (i > from && root != *out)
            return JACCUSE_AMBIGUOUS;
        *out = root;
    }
    return from < to ? JACCUSE_OK : JACCUSE_NOT_FOUND;
}

static void complain(jaccuse_network *network, const ja_alias *row, jaccuse_status status,
                     ja_slice name)
{
    const jaccuse_network_options *options = &network->options;
    if (!options->notify)
        return;
    jaccuse_error notice;
    ja_fail_at(&notice, status, options->aliases, row->line,
               status == JACCUSE_AMBIGUOUS ? "\"%.*s\" fits several actors; give an id"
                                           : "\"%.*s\" fits nobody",
               (int)name.length, name.at);
    options->notify(options->notify_context, &notice);
}

/* The target of a row; made where nobody fits. JACCUSE_NONE: it fits several, which is told. */
static size_t target_of(const ja_directory *directory, const ja_alias *row)
{
    jaccuse_network *network = directory->network;
    size_t actor;
    jaccuse_status status = one_actor(directory, row->target, &actor);
    if (status == JACCUSE_OK)
        return actor;
    if (status == JACCUSE_AMBIGUOUS) {
        complain(network, row, status, row->target);
        return JACCUSE_NONE;
    }
    size_t before = network->actor_count;
    actor = ja_actor_of_id(network, ja_slug(&network->arena, row->target));
    if (network->actor_count > before)
        network->actors[actor].renamed = row->target.at;
    return ja_root(network, actor);
}

/* Who bears a name that is not the one his actor is known by moves alone, which undoes a merge;
 * else the whole actor moves. */
static void move(jaccuse_network *network, size_t actor, size_t target)
{
    size_t root = ja_root(network, actor);
    const ja_bearer *main = network->actors[root].bearer == JACCUSE_NONE
                                ? NULL
                                : &network->bearers[network->actors[root].bearer];
    size_t own = network->actors[actor].bearer;
    bool alone = main && own != JACCUSE_NONE && !main->known &&
                 strcmp(network->actors[actor].id, network->actors[main->actor].id) != 0;
    network->actors[alone ? actor : root].root = target;
}

/* `NAME = TARGET`. All who bear NAME as their name go together; an alias must be one actor's. */
static void apply_same(const ja_directory *directory, const ja_alias *row)
{
    jaccuse_network *network = directory->network;
    size_t from, to, actor;
    bearers(directory, row->folded, &from, &to);
    jaccuse_status status = one_actor(directory, row->name, &actor);
    bool by_id = ja_map_get(&network->actor_index, row->name) != NULL;
    bool all = !by_id && from < to && !directory->at[from].alias;
    if (status != JACCUSE_OK && !all) {
        complain(network, row, status, row->name);
        return;
    }
    size_t target = target_of(directory, row);
    if (target == JACCUSE_NONE)
        return;
    if (!all)
        network->actors[actor].root = target;
    for (size_t i = from; all && i < to; i++)
        move(network, directory->at[i].actor, target);
}

/* True where the row keeps its name from the actor `plain`. */
static bool row_parts(const ja_directory *directory, const ja_alias *row, size_t plain)
{
    jaccuse_network *network = directory->network;
    const size_t *by_id = ja_map_get(&network->actor_index, row->target);
    if (by_id && network->actors[*by_id].home == plain)
        return true;
    size_t from, to;
    bearers(directory, ja_fold(&network->arena, row->target), &from, &to);
    for (size_t i = from; i < to; i++)
        if (network->actors[directory->at[i].actor].home == plain)
            return true;
    return false;
}

/* An own id for one that stands apart from `plain`; an id that led to it is taken back. */
static size_t own_actor(jaccuse_network *network, ja_slice name, size_t plain)
{
    ja_slice slug = ja_slug(&network->arena, name);
    bool same = ja_equal(slug, ja_slice_of(network->actors[plain].id));
    for (unsigned i = 2; same; i++) {
        ja_slice numbered = ja_slice_of(ja_format(&network->arena, "%s-%u", slug.at, i));
        if (!ja_map_get(&network->actor_index, numbered))
            return ja_actor_of_id(network, numbered);
    }
    size_t own = ja_actor_of_id(network, slug);
    if (ja_root(network, own) == plain)
        network->actors[own].root = network->actors[own].home = own;
    return ja_root(network, own);
}

/* Those who bear a name that rows keep apart leave the actor that a row means. */
static void apply_apart(const ja_directory *directory)
{
    jaccuse_network *network = directory->network;
    size_t count = network->actor_count; /* those made here need no look */
    for (size_t i = 0; i < count; i++) {
        size_t row = network->actors[i].apart, plain = network->actors[i].home;
        while (row != JACCUSE_NONE && !row_parts(directory, &network->aliases[row], plain))
            row = network->aliases[row].next;
        if (row == JACCUSE_NONE)
            continue;
        ja_alias *alias = &network->aliases[row];
        if (alias->own == JACCUSE_NONE)
            alias->own = own_actor(network, alias->name, plain);
        network->actors[i].home = network->actors[i].root = alias->own;
    }
}

void ja_aliases_merge(jaccuse_network *network)
{
    if (network->alias_count == 0)
        return;
    ja_directory directory = make_directory(network);
    apply_apart(&directory);
    for (size_t i = 0; i < network->alias_count; i++) {
        const ja_alias *row = &network->aliases[i];
        if (row->relation == JA_SAME)
            apply_same(&directory, row);
        else if (row->relation == JA_APART && row->own == JACCUSE_NONE)
            complain(network, row, JACCUSE_NOT_FOUND, row->name);
    }
}

void ja_aliases_parents(jaccuse_network *network)
{
    if (network->alias_count == 0)
        return;
    ja_directory directory = make_directory(network);
    for (size_t i = 0; i < network->alias_count; i++) {
        const ja_alias *row = &network->aliases[i];
        if (row->relation != JA_PARENT)
            continue;
        size_t actor, parent = JACCUSE_NONE;
        jaccuse_status status = one_actor(&directory, row->name, &actor);
        if (status != JACCUSE_OK) {
            complain(network, row, status, row->name);
            continue;
        }
        if (row->target.length)
            parent = target_of(&directory, row);
        if (row->target.length && (parent == JACCUSE_NONE || parent == actor))
            continue;
        network->actors[actor].of = parent;
        network->actors[actor].of_count = SIZE_MAX;
    }
}
