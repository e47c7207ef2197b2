/* The network as an object: made, read, freed. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "network/graph.h"
#include "network/words.h"

jaccuse_status ja_network_run(jaccuse_network *network, void (*work)(void *context), void *context,
                              jaccuse_error *error)
{
    if (network->broken || !ja_arena_run(&network->arena, work, context)) {
        network->broken = true;
        return ja_fail_memory(error);
    }
    return JACCUSE_OK;
}

char *ja_scratch(jaccuse_network *network, size_t length)
{
    if (length > network->key_capacity) {
        network->key = ja_alloc(&network->arena, length, 2);
        network->key_capacity = length * 2;
    }
    return network->key;
}

ja_slice ja_pair_key(jaccuse_network *network, ja_slice a, ja_slice b)
{
    size_t length = a.length + 1 + b.length;
    ja_scratch(network, length);
    memcpy(network->key, a.at, a.length);
    network->key[a.length] = '\0';
    memcpy(network->key + a.length + 1, b.at, b.length);
    return (ja_slice){network->key, length};
}

size_t ja_intern(jaccuse_network *network, const char *text)
{
    bool added;
    ja_slice slice = ja_slice_of(text);
    size_t number = *ja_map_put(&network->string_index, slice, network->string_count, &added);
    if (added) {
        ja_string string = {.text = ja_copy(&network->arena, slice.at, slice.length)};
        string.folded = ja_fold(&network->arena, slice);
        JA_PUSH(&network->arena, network->strings, network->string_count, network->string_capacity,
                string);
    }
    return number;
}

const ja_string *ja_spelling(jaccuse_network *network, const char *text)
{
    size_t number = ja_intern(network, text); /* may move network->strings */
    return &network->strings[number];
}

static void prepare(void *context)
{
    jaccuse_network *network = context;
    ja_arena *arena = &network->arena;
    network->options.aliases = ja_copy_string(arena, network->options.aliases);
    ja_prepare_filters(network);
    ja_map_init(&network->string_index, arena);
    ja_map_init(&network->apart, arena);
    ja_map_init(&network->actor_index, arena);
    ja_map_init(&network->bearer_index, arena);
    ja_map_init(&network->vote_index, arena);
    ja_map_init(&network->familiar_index, arena);
    ja_map_init(&network->article_index, arena);
}

jaccuse_status jaccuse_network_new(jaccuse_network **out, const jaccuse_network_options *options,
                                   jaccuse_error *error)
{
    *out = NULL;
    jaccuse_network_options plain = JACCUSE_NETWORK_OPTIONS_INIT;
    if (!options)
        options = &plain;
    ja_filtering filtering;
    jaccuse_status status = ja_read_filters(options, &filtering, error);
    if (status != JACCUSE_OK)
        return status;
    jaccuse_network *network = ja_words_load() ? calloc(1, sizeof *network) : NULL;
    if (!network)
        return ja_fail_memory(error);
    ja_arena_init(&network->arena);
    ja_arena_init(&network->scratch);
    network->options = *options;
    network->filtering = filtering;
    status = ja_network_run(network, prepare, network, error);
    if (status == JACCUSE_OK && options->aliases)
        status = ja_aliases_read(network, error);
    if (status != JACCUSE_OK) {
        jaccuse_network_free(network);
        return status;
    }
    *out = network;
    return JACCUSE_OK;
}

void jaccuse_network_free(jaccuse_network *network)
{
    if (!network)
        return;
    ja_solver_free(network->solver);
    ja_arena_clear(&network->scratch);
    ja_arena_clear(&network->arena);
    jaccuse_case_close(network->file);
    free(network);
}

size_t jaccuse_network_node_count(const jaccuse_network *network)
{
    return network->node_count;
}

size_t jaccuse_network_edge_count(const jaccuse_network *network)
{
    return network->edge_count;
}

const jaccuse_node *jaccuse_network_node(const jaccuse_network *network, size_t index)
{
    return index < network->node_count ? &network->nodes[index] : NULL;
}

const jaccuse_edge *jaccuse_network_edge(const jaccuse_network *network, size_t index)
{
    return index < network->edge_count ? &network->edges[index] : NULL;
}

size_t jaccuse_network_article_count(const jaccuse_network *network)
{
    return network->filtered ? network->left.articles : network->distinct_articles;
}

size_t jaccuse_network_story_count(const jaccuse_network *network)
{
    return network->filtered ? network->left.stories : network->story_count;
}

const char *jaccuse_network_first_date(const jaccuse_network *network)
{
    return network->filtered ? network->left.first_date : network->first_date;
}

const char *jaccuse_network_last_date(const jaccuse_network *network)
{
    return network->filtered ? network->left.last_date : network->last_date;
}

const char *jaccuse_relation_name(jaccuse_relation relation)
{
    static const char *const names[] = {"accuses", "denies"};
    return (size_t)relation < 2 ? names[relation] : NULL;
}

static const char *const via_names[JACCUSE_VIA_COUNT] = {
    [JACCUSE_VIA_BOTH] = "both",
    [JACCUSE_VIA_ACCUSES] = "accuses",
    [JACCUSE_VIA_DENIES] = "denies",
};

const char *jaccuse_via_name(jaccuse_via via)
{
    return (unsigned)via < JACCUSE_VIA_COUNT ? via_names[via] : NULL;
}

jaccuse_via jaccuse_via_from_name(const char *name)
{
    return (jaccuse_via)ja_index_of(via_names, JACCUSE_VIA_COUNT, ja_slice_of(name));
}
