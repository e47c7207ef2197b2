/* Which names a node bears and why they are taken for its own; and which nodes nearly were one. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

const char *jaccuse_reason_name(jaccuse_reason reason)
{
    static const char *const names[JACCUSE_REASON_COUNT] = {
        [JACCUSE_BY_GAZETTEER] = "gazetteer", [JACCUSE_BY_NAME] = "same name",
        [JACCUSE_BY_BODY] = "same body",      [JACCUSE_BY_LEGAL_FORM] = "legal form",
        [JACCUSE_BY_SPELLING] = "spelling",   [JACCUSE_BY_MIDDLE] = "middle name",
        [JACCUSE_BY_INITIALS] = "initials",   [JACCUSE_BY_QUARREL] = "same quarrel",
        [JACCUSE_BY_ALIAS] = "alias row",
    };
    return (size_t)reason < JACCUSE_REASON_COUNT ? names[reason] : NULL;
}

const char *jaccuse_doubt_name(jaccuse_doubt doubt)
{
    static const char *const names[JACCUSE_DOUBT_COUNT] = {
        [JACCUSE_OTHER_KIND] = "other kind",
        [JACCUSE_OTHER_ENTRY] = "other entry of the gazetteer",
        [JACCUSE_OTHER_PRINCIPAL] = "other principal",
        [JACCUSE_OTHER_LEGAL_FORM] = "other legal form",
        [JACCUSE_OTHER_MIDDLE] = "other middle name",
        [JACCUSE_SEVERAL] = "several may be meant",
        [JACCUSE_ONE_ARTICLE] = "told apart in one article",
        [JACCUSE_SURNAME] = "surname alone",
    };
    return (size_t)doubt < JACCUSE_DOUBT_COUNT ? names[doubt] : NULL;
}

const jaccuse_near_miss *jaccuse_network_near_misses(const jaccuse_network *network, size_t *count)
{
    *count = network->finished ? network->near_miss_count : 0;
    return network->near_misses;
}

/* ---- names ---- */

typedef struct ja_told {
    size_t node;
    jaccuse_naming naming;
} ja_told;

static int compare_texts(const void *a, const void *b)
{
    const ja_told *x = a, *y = b;
    if (x->node != y->node)
        return x->node < y->node ? -1 : 1;
    int order = strcmp(x->naming.name, y->naming.name);
    return order ? order
                 : (x->naming.reason > y->naming.reason) - (x->naming.reason < y->naming.reason);
}

/* The most frequent first. */
static int compare_frequencies(const void *a, const void *b)
{
    const jaccuse_naming *x = a, *y = b;
    if (x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* Held against the name that the actor is known by. */
static jaccuse_reason reason_of(jaccuse_network *network, const ja_vote *vote)
{
    const ja_actor *told = &network->actors[vote->actor], *home = &network->actors[told->home];
    if (ja_root(network, vote->actor) != told->home)
        return JACCUSE_BY_ALIAS;
    jaccuse_reason reason = JACCUSE_BY_GAZETTEER;
    if (told->bearer != JACCUSE_NONE && home->bearer != JACCUSE_NONE)
        reason = ja_reason_between(network, told->bearer, home->bearer);
    ja_slice slug = ja_slug(&network->arena, network->strings[vote->value].folded);
    bool known = jaccuse_actor_name(told->id, ja_label_languages[0]) != NULL;
    bool own = !known && ja_equal(slug, ja_slice_of(told->id)); /* the id is made of the name */
    return reason == JACCUSE_BY_GAZETTEER && own ? JACCUSE_BY_NAME : reason;
}

/* Whose each name is, folded: an actor, or JACCUSE_NONE where it is several's. */
static ja_map owners_of_names(jaccuse_network *network)
{
    ja_map owners;
    ja_map_init(&owners, &network->arena);
    for (size_t i = 0; i < network->vote_count; i++) {
        const ja_vote *vote = &network->votes[i];
        if (vote->topic != JA_NAME)
            continue;
        size_t root = ja_root(network, vote->actor);
        bool added;
        size_t *owner = ja_map_put(&owners, network->strings[vote->value].folded, root, &added);
        if (*owner != root)
            *owner = JACCUSE_NONE;
    }
    return owners;
}

/* Text that a cell of a table gives back as it is. */
static bool is_cell(const char *text)
{
    ja_slice slice = ja_slice_of(text), trimmed = ja_trim(slice);
    return slice.length > 0 && trimmed.length == slice.length && text[0] != '#' &&
           strcmp(text, "-") != 0 && !strpbrk(text, "\t\n\r") && ja_is_utf8(slice);
}

/* The name leads to this root alone, as a name and as an id. */
static bool tells(jaccuse_network *network, const ja_map *owners, const ja_string *name,
                  size_t root)
{
    const size_t *owner = ja_map_get(owners, name->folded);
    const size_t *by_id = ja_map_get(&network->actor_index, ja_slice_of(name->text));
    return owner && *owner == root && (!by_id || ja_root(network, *by_id) == root) &&
           is_cell(name->text) && is_cell(network->actors[root].id);
}

static ja_told *gather(jaccuse_network *network, size_t *count)
{
    ja_map owners = owners_of_names(network);
    ja_told *told = JA_NEW_N(&network->arena, ja_told, network->vote_count);
    *count = 0;
    for (size_t i = 0; i < network->vote_count; i++) {
        const ja_vote *vote = &network->votes[i];
        size_t root = ja_root(network, vote->actor), node = network->actors[root].node;
        if (vote->topic != JA_NAME || node == JACCUSE_NONE)
            continue;
        const ja_string *name = &network->strings[vote->value];
        told[(*count)++] = (ja_told){node,
                                     {name->text, vote->count, reason_of(network, vote),
                                      tells(network, &owners, name, root)}};
    }
    if (*count)
        qsort(told, *count, sizeof *told, compare_texts);
    return told;
}

/* Those of one node stand together; one name of several bearers has the surest of their reasons. */
static void put_namings(jaccuse_network *network, const ja_told *told, size_t count)
{
    jaccuse_naming *namings = JA_NEW_N(&network->arena, jaccuse_naming, count);
    size_t used = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t first = used;
        for (end = i; end < count && told[end].node == told[i].node; end++) {
            bool again = used > first && strcmp(namings[used - 1].name, told[end].naming.name) == 0;
            if (again)
                namings[used - 1].articles += told[end].naming.articles;
            else
                namings[used++] = told[end].naming;
        }
        jaccuse_node *node = &network->nodes[told[i].node];
        node->namings = namings + first;
        node->naming_count = used - first;
        qsort(namings + first, used - first, sizeof *namings, compare_frequencies);
    }
}

/* ---- near misses ---- */

static int compare_near(const void *a, const void *b)
{
    const jaccuse_near_miss *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (int)x->doubt - (int)y->doubt;
}

/* False: alias rows have merged them, or one of them is no node. */
static bool make_near(jaccuse_network *network, const ja_doubtful *doubtful, jaccuse_near_miss *out)
{
    const ja_bearer *a = &network->bearers[doubtful->a], *b = &network->bearers[doubtful->b];
    size_t x = network->actors[ja_root(network, a->actor)].node;
    size_t y = network->actors[ja_root(network, b->actor)].node;
    *out = x < y ? (jaccuse_near_miss){x, y, a->name, b->name, doubtful->doubt}
                 : (jaccuse_near_miss){y, x, b->name, a->name, doubtful->doubt};
    return x != y && x != JACCUSE_NONE && y != JACCUSE_NONE;
}

static void put_near_misses(jaccuse_network *network)
{
    jaccuse_near_miss *near = JA_NEW_N(&network->arena, jaccuse_near_miss, network->doubt_count);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < network->doubt_count; i++)
        if (make_near(network, &network->doubts[i], &near[count]))
            count++;
    if (count)
        qsort(near, count, sizeof *near, compare_near);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || near[kept - 1].a != near[i].a || near[kept - 1].b != near[i].b)
            near[kept++] = near[i];
    network->near_misses = near;
    network->near_miss_count = kept;
}

void ja_tell_namings(jaccuse_network *network)
{
    size_t count;
    const ja_told *told = gather(network, &count);
    put_namings(network, told, count);
    put_near_misses(network);
    for (size_t i = 0; i < network->node_count; i++) {
        jaccuse_node *node = &network->nodes[i];
        node->known = jaccuse_actor_name(node->id, ja_label_languages[0]) != NULL;
        for (size_t n = 0; n < node->naming_count; n++)
            node->known = node->known || node->namings[n].reason == JACCUSE_BY_GAZETTEER;
    }
}
