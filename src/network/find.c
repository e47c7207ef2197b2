/* Finding the actor that a person means: by id, by a whole name, by words of a name. */
#include "network/network.h"

#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

enum { MOST_CANDIDATES = 8, MOST_NEAR = 5, NEAR_LETTERS = 4 };

typedef bool ja_fits(ja_slice query, ja_slice name);

typedef struct ja_search {
    const jaccuse_network *network;
    ja_arena arena; /* for the question alone */
    ja_slice query; /* folded once `fold` has run */
    size_t *out;
    jaccuse_error *error;
} ja_search;

/* True where the words of `query` stand at the head of `name`, from byte `at` on. */
static bool words_begin(ja_slice query, ja_slice name, size_t at)
{
    ja_slice asked, met;
    for (size_t i = 0; ja_next_word(query, &i, &asked);)
        if (!ja_next_word(name, &at, &met) || !ja_equal(asked, met))
            return false;
    return true;
}

static bool fits_whole(ja_slice query, ja_slice name)
{
    return ja_equal(query, name);
}

static bool fits_words(ja_slice query, ja_slice name)
{
    ja_slice word;
    for (size_t at = 0, start = 0; ja_next_word(name, &at, &word); start = at)
        if (words_begin(query, name, start))
            return true;
    return false;
}

/* The bytes of the first letters of a word; 0: it has too few. */
static size_t prefix_length(ja_slice word)
{
    size_t at = 0, length;
    for (size_t i = 0; i < NEAR_LETTERS; i++, at += length) {
        if (at >= word.length)
            return 0;
        ja_decode(word, at, &length);
    }
    return at;
}

/* True where a word of the one begins like a word of the other. */
static bool fits_nearly(ja_slice query, ja_slice name)
{
    ja_slice asked, met;
    for (size_t i = 0; ja_next_word(query, &i, &asked);) {
        asked.length = prefix_length(asked);
        for (size_t j = 0; asked.length && ja_next_word(name, &j, &met);)
            if (ja_starts_with(met, asked))
                return true;
    }
    return false;
}

static bool node_fits(const ja_search *search, size_t node, ja_fits *fits)
{
    const jaccuse_network *network = search->network;
    if (fits == fits_whole && ja_equal(search->query, ja_slice_of(network->nodes[node].id)))
        return true;
    for (size_t i = 0; i < network->nodes[node].name_count; i++)
        if (fits(search->query, network->folded[node][i]))
            return true;
    return false;
}

/* How many nodes fit; `found` gets the first `most`. */
static size_t find_fitting(const ja_search *search, ja_fits *fits, size_t *found, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < search->network->node_count; i++)
        if (node_fits(search, i, fits)) {
            if (count < most)
                found[count] = i;
            count++;
        }
    return count;
}

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

static jaccuse_status tell(const ja_search *search, jaccuse_status code, const char *name,
                           const size_t *found, size_t count)
{
    ja_buffer list;
    ja_buffer_init(&list, sizeof search->error->message);
    list_nodes(search->network, found, count,
               code == JACCUSE_AMBIGUOUS ? MOST_CANDIDATES : MOST_NEAR, &list);
    const char *text = list.at ? list.at : "";
    if (code == JACCUSE_AMBIGUOUS)
        ja_fail(search->error, code, "\"%s\" may be %s", name, text);
    else
        ja_fail(search->error, code, "nobody is called \"%s\"%s%s", name,
                count ? "; there are " : "", text);
    ja_buffer_clear(&list);
    return code;
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

static void fold(void *context)
{
    ja_search *search = context;
    search->query = ja_fold(&search->arena, ja_trim(search->query));
}

static jaccuse_status find_folded(ja_search *search, const char *name)
{
    static ja_fits *const ways[] = {fits_whole, fits_words};
    size_t found[MOST_CANDIDATES], at = 0;
    ja_slice word;
    bool has_words = ja_next_word(search->query, &at, &word);
    for (size_t i = 0; i < 2 && has_words; i++) {
        size_t count = find_fitting(search, ways[i], found, MOST_CANDIDATES);
        if (count > 1)
            return tell(search, JACCUSE_AMBIGUOUS, name, found, count);
        if (count == 1) {
            *search->out = found[0];
            return JACCUSE_OK;
        }
    }
    size_t count = find_fitting(search, fits_nearly, found, MOST_NEAR);
    return tell(search, JACCUSE_NOT_FOUND, name, found, count);
}

jaccuse_status jaccuse_network_find(const jaccuse_network *network, const char *name, size_t *out,
                                    jaccuse_error *error)
{
    *out = JACCUSE_NONE;
    if (find_id(network, name, out))
        return JACCUSE_OK;
    ja_search search = {.network = network, .query = ja_slice_of(name), .out = out, .error = error};
    ja_arena_init(&search.arena);
    jaccuse_status status = ja_arena_run(&search.arena, fold, &search) ? find_folded(&search, name)
                                                                       : ja_fail_memory(error);
    ja_arena_clear(&search.arena);
    return status;
}
