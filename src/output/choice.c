/* Which actors a picture shows, where it has no room for all, and what it says of the others. */
#include <stdlib.h>

#include "output/picture.h"
#include "output/timeline.h"

/* How much an actor matters for the picture. */
typedef struct rank {
    double accusations; /* weights, made and received */
    size_t others;      /* denials, and accusations by nobody named */
    bool drawn;         /* has an edge, or stands accused; else there is nothing to show of it */
    size_t node;
} rank;

static int by_importance(const void *a, const void *b)
{
    const rank *first = a, *second = b;
    if (first->drawn != second->drawn)
        return first->drawn ? -1 : 1;
    if (first->accusations != second->accusations)
        return first->accusations < second->accusations ? 1 : -1;
    if (first->others != second->others)
        return first->others < second->others ? 1 : -1;
    return first->node < second->node ? -1 : 1;
}

/* How much an edge counts: along time, what has a date alone. */
static double weight_of(const ja_picture *picture, const jaccuse_edge *edge)
{
    return picture->timeline ? (double)ja_count_dated(edge->evidence, edge->evidence_count)
                             : edge->weight;
}

static rank *rank_nodes(const ja_picture *picture, size_t count)
{
    rank *ranks = JA_NEW_N(picture->arena, rank, count + 1);
    for (size_t i = 0; i < count; i++) {
        const jaccuse_node *node = jaccuse_network_node(picture->network, i);
        size_t dated = ja_count_dated(node->unattributed, node->unattributed_count);
        ranks[i] = (rank){.node = i,
                          .drawn = picture->timeline ? dated > 0 : node->accusations_received > 0,
                          .others = node->denials_made + node->unattributed_count};
    }
    for (size_t i = 0; i < jaccuse_network_edge_count(picture->network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(picture->network, i);
        double weight = weight_of(picture, edge);
        if (weight <= 0)
            continue;
        ranks[edge->source].drawn = ranks[edge->target].drawn = true;
        if (edge->relation == JACCUSE_ACCUSES) {
            ranks[edge->source].accusations += weight;
            ranks[edge->target].accusations += weight;
        }
    }
    qsort(ranks, count, sizeof *ranks, by_importance);
    return ranks;
}

/* Of each node the neighbour that ranks first, JACCUSE_NONE for none. */
static size_t *find_partners(const ja_picture *picture, const rank *ranks, size_t count)
{
    size_t *place = JA_NEW_N(picture->arena, size_t, count + 1);
    size_t *partner = JA_NEW_N(picture->arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        place[ranks[i].node] = i;
        partner[i] = JACCUSE_NONE;
    }
    for (size_t i = 0; i < jaccuse_network_edge_count(picture->network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(picture->network, i);
        size_t ends[2] = {edge->source, edge->target};
        for (int side = 0; side < 2 && weight_of(picture, edge) > 0; side++) {
            size_t *best = &partner[ends[side]], other = ends[1 - side];
            if (*best == JACCUSE_NONE || place[other] < place[*best])
                *best = other;
        }
    }
    return partner;
}

/* The first by rank, each with whom he quarrels most, so that nobody stands there without a line
 * whom one was drawn for. */
static size_t keep_nodes(ja_picture *picture, const rank *ranks, size_t count, size_t most)
{
    const size_t *partner = find_partners(picture, ranks, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        picture->place[i] = JACCUSE_NONE;
    for (size_t i = 0; i < count && kept < most && ranks[i].drawn; i++) {
        size_t node = ranks[i].node, other = partner[node];
        bool alone = other != JACCUSE_NONE && picture->place[other] == JACCUSE_NONE;
        if (picture->place[node] != JACCUSE_NONE || (alone && kept + 1 == most && kept > 0))
            continue;
        picture->place[node] = 0;
        kept++;
        if (alone && kept < most) {
            picture->place[other] = 0;
            kept++;
        }
    }
    return kept;
}

void ja_choose_nodes(ja_picture *picture, size_t max_nodes)
{
    size_t count = jaccuse_network_node_count(picture->network);
    rank *ranks = rank_nodes(picture, count);
    picture->place = JA_NEW_N(picture->arena, size_t, count + 1);
    size_t kept = keep_nodes(picture, ranks, count, max_nodes);
    picture->hidden = count - kept;
    for (size_t i = 0; i < count; i++)
        picture->crowded_out += ranks[i].drawn && picture->place[ranks[i].node] == JACCUSE_NONE;
    picture->nodes = JA_NEW_N(picture->arena, ja_picture_node, kept + 1);
    for (size_t i = 0; i < count; i++)
        if (picture->place[i] != JACCUSE_NONE) {
            picture->place[i] = picture->node_count;
            picture->nodes[picture->node_count++] =
                (ja_picture_node){.index = i, .node = jaccuse_network_node(picture->network, i)};
        }
}

/* How often an actor accuses or is accused. */
static size_t involvement(const jaccuse_node *node)
{
    return node->accusations_made + node->accusations_received;
}

const char *ja_hidden_text(const ja_picture *picture)
{
    size_t quiet = 0, loud = 0, most = 0;
    for (size_t i = 0; i < jaccuse_network_node_count(picture->network); i++) {
        size_t times = involvement(jaccuse_network_node(picture->network, i));
        if (picture->place[i] != JACCUSE_NONE)
            continue;
        if (times > most)
            most = times;
        *(times > 0 ? &loud : &quiet) += 1;
    }
    const ja_words *words = &picture->words;
    const char *first = NULL, *second = NULL;
    if (loud > 0 && most == 1)
        first = ja_word_count(words, "count.hidden_once", loud);
    else if (loud > 0)
        first = ja_word_fill(words, loud == 1 ? "count.hidden.one" : "count.hidden.many",
                             ja_format(picture->arena, "%zu", loud),
                             ja_format(picture->arena, "%zu", most));
    if (quiet > 0)
        second = ja_word_count(words, "count.hidden_quiet", quiet);
    return first && second ? ja_format(picture->arena, "%s; %s", first, second)
           : first         ? first
                           : second;
}
