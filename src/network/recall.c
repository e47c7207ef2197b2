/* A network as its case file keeps it (kept.h), without the words of its evidence. */
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "network/kept.h"
#include "store/kept.h"

enum { LEAST_NODE = 17, LEAST_EDGE = 10 }; /* bytes of the smallest there may be */

typedef struct ja_recalling {
    jaccuse_network *network;
    ja_unpacker bytes;
    const char **dates;
    size_t date_count, date_capacity;
    size_t *sizes; /* by holder: bytes of its evidence; then where it begins */
} ja_recalling;

/* In place, unless it holds what no record may hold. */
static const char *get_string(ja_recalling *recalling)
{
    return ja_keep_clean(&recalling->network->arena, ja_unpack_string(&recalling->bytes));
}

static const char *get_string_or(ja_recalling *recalling, const char *usual)
{
    const char *string = get_string(recalling);
    return string ? string : usual;
}

static const char *need_string(ja_recalling *recalling)
{
    const char *string = get_string(recalling);
    if (!string)
        ja_unpack_fault(&recalling->bytes);
    return string ? string : "";
}

static size_t get_node_number(ja_recalling *recalling)
{
    size_t number = ja_unpack_below(&recalling->bytes, recalling->network->node_count + 1);
    return number ? number - 1 : JACCUSE_NONE;
}

static size_t get_size(ja_recalling *recalling)
{
    return ja_unpack_count(&recalling->bytes, 1);
}

/* ---- nodes ---- */

static void get_names(ja_recalling *recalling, size_t number)
{
    jaccuse_network *network = recalling->network;
    jaccuse_node *node = &network->nodes[number];
    size_t count = ja_unpack_count(&recalling->bytes, 2);
    const char **names = JA_NEW_N(&network->arena, const char *, count);
    ja_slice *folded = JA_NEW_N(&network->arena, ja_slice, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = need_string(recalling);
        folded[i] = ja_fold(&network->arena, ja_slice_of(names[i]));
    }
    node->names = names;
    node->name_count = count;
    network->folded[number] = folded;
}

static void get_node(ja_recalling *recalling, size_t number)
{
    jaccuse_network *network = recalling->network;
    jaccuse_node *node = &network->nodes[number];
    size_t *sizes =
        &recalling->sizes[ja_holder_of_node(network->edge_count, number, JA_AT_UNATTRIBUTED)];
    node->id = need_string(recalling);
    node->label = need_string(recalling);
    node->label_fr = get_string_or(recalling, node->label);
    node->label_en = get_string_or(recalling, node->label);
    node->principal = get_string_or(recalling, node->id);
    node->kind = (jaccuse_kind)ja_unpack_below(&recalling->bytes, JACCUSE_KIND_COUNT);
    node->known = ja_unpack_below(&recalling->bytes, 2);
    node->of = get_node_number(recalling);
    node->accusations_made = (size_t)ja_unpack_number(&recalling->bytes);
    node->accusations_received = (size_t)ja_unpack_number(&recalling->bytes);
    node->accusations_denied = (size_t)ja_unpack_number(&recalling->bytes);
    node->denials_made = (size_t)ja_unpack_number(&recalling->bytes);
    get_names(recalling, number);
    sizes[0] = get_size(recalling);
    sizes[1] = get_size(recalling);
}

/* Whether nodes are sorted, and nobody speaks for himself in the end: what is walked ends. */
static bool nodes_are_sound(const jaccuse_network *network, ja_arena *arena)
{
    const jaccuse_node *nodes = network->nodes;
    size_t *walk = JA_NEW_N(arena, size_t, network->node_count);
    for (size_t i = 0; i < network->node_count; i++) {
        size_t at = i;
        for (; at != JACCUSE_NONE && walk[at] == 0; at = nodes[at].of)
            walk[at] = i + 1;
        if ((at != JACCUSE_NONE && walk[at] == i + 1) ||
            (i > 0 && strcmp(nodes[i - 1].id, nodes[i].id) >= 0))
            return false;
    }
    return true;
}

/* Every node is an actor of the same number: what evidence is read for is told by them. */
static void make_actors(jaccuse_network *network)
{
    network->actors = JA_NEW_N(&network->arena, ja_actor, network->node_count);
    network->actor_count = network->actor_capacity = network->node_count;
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        network->actors[i] = (ja_actor){.id = node->id,
                                        .apart = JACCUSE_NONE,
                                        .home = i,
                                        .root = i,
                                        .bearer = JACCUSE_NONE,
                                        .label = node->label,
                                        .kind = node->kind,
                                        .of = node->of,
                                        .top = i,
                                        .mentioned = true,
                                        .node = i};
    }
}

static void get_nodes(ja_recalling *recalling)
{
    jaccuse_network *network = recalling->network;
    network->nodes = JA_NEW_N(&network->arena, jaccuse_node, network->node_count);
    network->folded = JA_NEW_N(&network->arena, const ja_slice *, network->node_count);
    for (size_t i = 0; i < network->node_count && !recalling->bytes.damaged; i++)
        get_node(recalling, i);
    if (recalling->bytes.damaged || !nodes_are_sound(network, &network->arena))
        ja_unpack_fault(&recalling->bytes);
    else
        make_actors(network);
}

/* ---- edges ---- */

static void get_dates(ja_recalling *recalling)
{
    const char *date = NULL;
    do {
        JA_PUSH(&recalling->network->arena, recalling->dates, recalling->date_count,
                recalling->date_capacity, date);
    } while ((date = get_string(recalling)));
}

static const char *get_date(ja_recalling *recalling)
{
    return recalling->dates[ja_unpack_below(&recalling->bytes, recalling->date_count)];
}

static void get_edge(ja_recalling *recalling, jaccuse_edge *edge, size_t source_before)
{
    ja_unpacker *bytes = &recalling->bytes;
    size_t count = recalling->network->node_count;
    edge->source = source_before + ja_unpack_below(bytes, count - source_before);
    edge->target = ja_unpack_below(bytes, count);
    edge->relation = (jaccuse_relation)ja_unpack_below(bytes, JACCUSE_DENIES + 1);
    edge->accused = get_node_number(recalling);
    if (edge->accused == JACCUSE_NONE)
        edge->accused = edge->target;
    edge->weight = (double)ja_unpack_number(bytes);
    edge->articles = (size_t)ja_unpack_number(bytes);
    edge->answered = (size_t)ja_unpack_number(bytes);
    edge->first_date = get_date(recalling);
    edge->last_date = get_date(recalling);
    if (edge->weight < 1 || edge->source == edge->target)
        ja_unpack_fault(bytes);
}

/* Edges are sorted, none twice. */
static bool is_behind(const jaccuse_edge *edge, const jaccuse_edge *before)
{
    if (edge->source != before->source)
        return edge->source > before->source;
    if (edge->target != before->target)
        return edge->target > before->target;
    return edge->relation > before->relation;
}

static void get_edges(ja_recalling *recalling)
{
    jaccuse_network *network = recalling->network;
    network->edges = JA_NEW_N(&network->arena, jaccuse_edge, network->edge_count);
    for (size_t i = 0; i < network->edge_count && !recalling->bytes.damaged; i++) {
        jaccuse_edge *edge = &network->edges[i];
        get_edge(recalling, edge, i ? edge[-1].source : 0);
        recalling->sizes[i] = get_size(recalling);
        if (recalling->sizes[i] == 0 || (i > 0 && !is_behind(edge, edge - 1)))
            ja_unpack_fault(&recalling->bytes);
    }
}

/* ---- the whole ---- */

/* All numbers that arrays are made of are held against the bytes that there are. */
static void get_head(ja_recalling *recalling)
{
    jaccuse_network *network = recalling->network;
    ja_unpacker *bytes = &recalling->bytes;
    if (ja_unpack_number(bytes) != JA_KEPT_FORMAT)
        ja_unpack_fault(bytes);
    network->node_count = ja_unpack_count(bytes, LEAST_NODE);
    network->edge_count = ja_unpack_count(bytes, LEAST_EDGE);
    network->told_count = ja_unpack_count(bytes, 1);
    network->distinct_articles = ja_unpack_count(bytes, 1);
    network->story_count = ja_unpack_count(bytes, 1);
    network->first_date = get_string(recalling);
    network->last_date = get_string(recalling);
}

/* What is left of the bytes: the evidence of every holder, then articles. */
static void get_evidence(ja_recalling *recalling)
{
    jaccuse_network *network = recalling->network;
    struct ja_recalled *recalled = JA_NEW(&network->arena, struct ja_recalled);
    ja_unpacker *bytes = &recalling->bytes;
    size_t evidence = get_size(recalling), articles = get_size(recalling), begin = 0;
    if (bytes->damaged || evidence > (size_t)(bytes->end - bytes->at) ||
        articles != (size_t)(bytes->end - bytes->at) - evidence) {
        ja_unpack_fault(bytes);
        return;
    }
    size_t holders = network->edge_count + 2 * network->node_count;
    for (size_t i = 0; i <= holders; i++) {
        size_t size = recalling->sizes[i];
        recalling->sizes[i] = begin;
        begin += size;
    }
    if (begin != evidence)
        ja_unpack_fault(bytes);
    recalled->node_count = network->node_count;
    recalled->begins = recalling->sizes;
    recalled->evidence = (ja_slice){bytes->at, evidence};
    recalled->articles = (ja_slice){bytes->at + evidence, articles};
    ja_map_init(&recalled->places, &network->arena);
    network->recalled = recalled;
}

static void unpack(void *context)
{
    ja_recalling *recalling = context;
    jaccuse_network *network = recalling->network;
    get_head(recalling);
    recalling->sizes =
        JA_NEW_N(&network->arena, size_t, network->edge_count + 2 * network->node_count + 1);
    get_dates(recalling);
    get_nodes(recalling);
    get_edges(recalling);
    get_evidence(recalling);
}

jaccuse_status ja_unpack_network(jaccuse_network **out, ja_slice packed, jaccuse_error *error)
{
    *out = NULL;
    bool whole = ja_unpack_hash(&packed);
    jaccuse_network *network;
    jaccuse_status status = jaccuse_network_new(&network, NULL, error);
    if (status != JACCUSE_OK)
        return status;
    ja_recalling recalling = {.network = network,
                              .bytes = {packed.at, packed.at + packed.length, false}};
    if (whole)
        status = ja_network_run(network, unpack, &recalling, error);
    if (status == JACCUSE_OK && (!whole || recalling.bytes.damaged))
        status = ja_fail(error, JACCUSE_ERROR_FORMAT, "a kept network is damaged");
    if (status != JACCUSE_OK) {
        jaccuse_network_free(network);
        return status;
    }
    network->finished = true;
    *out = network;
    return JACCUSE_OK;
}

jaccuse_status jaccuse_network_recall(jaccuse_network **out, const jaccuse_network_options *options,
                                      jaccuse_case *file, jaccuse_error *error)
{
    *out = NULL;
    ja_slice packed;
    if (options && !ja_is_plain(options))
        return ja_fail(error, JACCUSE_NOT_FOUND, "no network is kept that is filtered");
    jaccuse_status status = ja_case_kept(file, ja_this_maker().name, &packed, error);
    if (status == JACCUSE_OK)
        status = ja_unpack_network(out, packed, error);
    if (status == JACCUSE_OK)
        (*out)->file = file;
    return status == JACCUSE_ERROR_FORMAT ? JACCUSE_NOT_FOUND : status;
}
