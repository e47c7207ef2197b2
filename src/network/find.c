/* Finding the actors that a person means: by id, by a whole name, by words of a name, by how words
 * of it begin; else who comes near it, for "did you mean". A question costs linear time. */
#include "network/network.h"

#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "network/typing.h"

enum { MOST_CANDIDATES = 8, MOST_NEAR = 5 };

/* How badly a name fits; 0: as it should. */
typedef size_t ja_misfit(const ja_typed *typed, ja_slice name);
static const size_t NOT_AT_ALL = (size_t)-1;

typedef struct ja_candidate {
    size_t node, misfit, often;
} ja_candidate;

typedef struct ja_lookup {
    const jaccuse_network *network;
    ja_arena arena; /* for the question alone */
    const char *name;
    ja_typed typed;
    ja_candidate *best; /* the first `most`, in order */
    size_t most, count;
    jaccuse_fit fit;
} ja_lookup;

/* ---- how a name fits ---- */

typedef bool ja_same_word(ja_slice asked, ja_slice met);

static bool begins_with(ja_slice asked, ja_slice met)
{
    return ja_starts_with(met, asked);
}

/* True where the words that were typed stand in `name` from byte `at` on; with `whole` nothing may
 * follow. */
static bool words_stand(ja_slice query, ja_slice name, size_t at, ja_same_word *same, bool whole)
{
    ja_slice asked, met;
    for (size_t i = 0; ja_next_word(query, &i, &asked);)
        if (!ja_next_word(name, &at, &met) || !same(asked, met))
            return false;
    return !whole || !ja_next_word(name, &at, &met);
}

static bool words_stand_in(ja_slice query, ja_slice name, ja_same_word *same)
{
    ja_slice word;
    for (size_t at = 0, start = 0; ja_next_word(name, &at, &word); start = at)
        if (words_stand(query, name, start, same, false))
            return true;
    return false;
}

static size_t misfit_whole(const ja_typed *typed, ja_slice name)
{
    return words_stand(typed->text, name, 0, ja_equal, true) ? 0 : NOT_AT_ALL;
}

static size_t misfit_words(const ja_typed *typed, ja_slice name)
{
    return words_stand_in(typed->text, name, ja_equal) ? 0 : NOT_AT_ALL;
}

static size_t misfit_beginnings(const ja_typed *typed, ja_slice name)
{
    return words_stand_in(typed->text, name, begins_with) ? 0 : NOT_AT_ALL;
}

static size_t misfit_nearly(const ja_typed *typed, ja_slice name)
{
    size_t distance = ja_typing_distance(typed, name);
    return distance < JA_TOO_FAR ? distance : NOT_AT_ALL;
}

static ja_misfit *const misfits[] = {
    [JACCUSE_FITS_NAME] = misfit_whole,
    [JACCUSE_FITS_WORDS] = misfit_words,
    [JACCUSE_FITS_BEGINNINGS] = misfit_beginnings,
    [JACCUSE_FITS_NEARLY] = misfit_nearly,
};

/* ---- whom it fits ---- */

static size_t node_misfit(const ja_lookup *lookup, size_t node)
{
    const jaccuse_network *network = lookup->network;
    size_t best = NOT_AT_ALL;
    if (lookup->fit == JACCUSE_FITS_NAME &&
        ja_equal(lookup->typed.text, ja_slice_of(network->nodes[node].id)))
        return 0;
    for (size_t i = 0; best > 0 && i < network->nodes[node].name_count; i++) {
        size_t misfit = misfits[lookup->fit](&lookup->typed, network->folded[node][i]);
        best = misfit < best ? misfit : best;
    }
    return best;
}

static bool comes_before(const ja_candidate *a, const ja_candidate *b)
{
    return a->misfit != b->misfit ? a->misfit < b->misfit : a->often > b->often;
}

/* Nodes come in their order, which decides among equal ones. */
static void add_candidate(ja_lookup *lookup, ja_candidate candidate)
{
    size_t at = lookup->count < lookup->most ? lookup->count : lookup->most;
    lookup->count++;
    while (at > 0 && comes_before(&candidate, &lookup->best[at - 1])) {
        if (at < lookup->most)
            lookup->best[at] = lookup->best[at - 1];
        at--;
    }
    if (at < lookup->most)
        lookup->best[at] = candidate;
}

static void try_fit(ja_lookup *lookup, jaccuse_fit fit)
{
    lookup->fit = fit;
    lookup->count = 0;
    for (size_t i = 0; i < lookup->network->node_count; i++) {
        size_t misfit = node_misfit(lookup, i);
        if (misfit != NOT_AT_ALL)
            add_candidate(
                lookup, (ja_candidate){i, misfit, jaccuse_node_claims(&lookup->network->nodes[i])});
    }
}

static bool find_id(const jaccuse_network *network, const char *id, size_t *out)
{
    size_t low = 0, high = network->node_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(network->nodes[middle].id, id);
        if (order == 0) {
            *out = middle;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static void look_up(void *context)
{
    ja_lookup *lookup = context;
    lookup->best = JA_NEW_N(&lookup->arena, ja_candidate, lookup->most);
    size_t node;
    if (find_id(lookup->network, lookup->name, &node)) {
        lookup->fit = JACCUSE_FITS_ID;
        add_candidate(lookup, (ja_candidate){node, 0, 0});
        return;
    }
    ja_slice name = ja_trim(ja_slice_of(lookup->name));
    lookup->typed = ja_typed_of(ja_fold(&lookup->arena, name));
    for (int fit = JACCUSE_FITS_NAME; fit < JACCUSE_FITS_NOT && lookup->typed.words; fit++) {
        try_fit(lookup, (jaccuse_fit)fit);
        if (lookup->count)
            return;
    }
    lookup->fit = JACCUSE_FITS_NOT;
}

size_t jaccuse_node_claims(const jaccuse_node *node)
{
    return node->accusations_made + node->accusations_received + node->denials_made;
}

jaccuse_status jaccuse_network_match(const jaccuse_network *network, const char *name,
                                     size_t *nodes, size_t most, size_t *count, jaccuse_fit *fit,
                                     jaccuse_error *error)
{
    ja_lookup lookup = {.network = network, .name = name, .most = most};
    ja_arena_init(&lookup.arena);
    bool done = ja_arena_run(&lookup.arena, look_up, &lookup);
    for (size_t i = 0; done && i < lookup.count && i < most; i++)
        nodes[i] = lookup.best[i].node;
    *count = done ? lookup.count : 0;
    *fit = done ? lookup.fit : JACCUSE_FITS_NOT;
    ja_arena_clear(&lookup.arena);
    return done ? JACCUSE_OK : ja_fail_memory(error);
}

/* ---- the one whom it fits ---- */

/* "A (a), B (b), and 3 more" */
static void list_nodes(const jaccuse_network *network, const size_t *found, size_t count,
                       size_t most, ja_buffer *out)
{
    for (size_t i = 0; i < count && i < most; i++)
        ja_buffer_printf(out, "%s%s (%s)", i ? ", " : "", network->nodes[found[i]].label,
                         network->nodes[found[i]].id);
    if (count > most)
        ja_buffer_printf(out, ", and %zu more", count - most);
}

static jaccuse_status tell(const jaccuse_network *network, const char *name, const size_t *found,
                           size_t count, jaccuse_fit fit, jaccuse_error *error)
{
    bool nobody = fit >= JACCUSE_FITS_NEARLY;
    jaccuse_status code = nobody ? JACCUSE_NOT_FOUND : JACCUSE_AMBIGUOUS;
    ja_buffer list;
    ja_buffer_init(&list, 4096);
    if (nobody && count > MOST_NEAR)
        count = MOST_NEAR;
    list_nodes(network, found, count, MOST_CANDIDATES, &list);
    const char *text = list.at ? list.at : "";
    const char *who =
        jaccuse_network_is_filtered(network) ? "nobody whom the filters leave" : "nobody";
    if (!nobody)
        ja_fail(error, code, "\"%s\" may be %s", name, text);
    else if (count)
        ja_fail(error, code, "%s is called \"%s\"; did you mean %s?", who, name, text);
    else
        ja_fail(error, code, "%s is called \"%s\"", who, name);
    ja_buffer_clear(&list);
    return code;
}

jaccuse_status jaccuse_network_find(const jaccuse_network *network, const char *name, size_t *out,
                                    jaccuse_error *error)
{
    size_t found[MOST_CANDIDATES], count;
    jaccuse_fit fit;
    *out = JACCUSE_NONE;
    jaccuse_status status =
        jaccuse_network_match(network, name, found, MOST_CANDIDATES, &count, &fit, error);
    if (status != JACCUSE_OK)
        return status;
    if (count != 1 || fit >= JACCUSE_FITS_NEARLY)
        return tell(network, name, found, count, fit, error);
    *out = found[0];
    return JACCUSE_OK;
}
