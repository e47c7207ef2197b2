/* Colours of actors: by kind or by community, on light paper and on dark screens. */
#include <math.h>

#include "output/picture.h"

/* Tints of Okabe and Ito's colours, light enough for black letters, with borders dark enough to be
 * seen on white; vermillion and blue are left to the edges. */
ja_colours ja_kind_colours(jaccuse_kind kind)
{
    static const ja_colours COLOURS[JACCUSE_KIND_COUNT] = {
        [JACCUSE_PERSON] = {0xD3EBFA, 0x2A7FB0, 0x56B4E9},
        [JACCUSE_STATE] = {0xFBE6BC, 0xA87400, 0xE69F00},
        [JACCUSE_GOVERNMENT] = {0xFAF6C2, 0x8C8400, 0xF0E442},
        [JACCUSE_COMPANY] = {0xC3E8DC, 0x00724F, 0x009E73},
        [JACCUSE_MEDIA] = {0xF2DDE9, 0xA04C7C, 0xCC79A7},
        [JACCUSE_ORGANISATION] = {0xE4E4E4, 0x444444, 0x999999},
        [JACCUSE_GROUP] = {0xFFFFFF, 0x777777, 0xC4C4C4},
    };
    return COLOURS[(unsigned)kind < JACCUSE_KIND_COUNT ? kind : JACCUSE_GROUP];
}

/* The same tints, and a sand, so that communities are told apart as kinds are. */
ja_colours ja_community_colours(size_t community)
{
    static const ja_colours COLOURS[JA_COMMUNITIES + 1] = {
        {0xD3EBFA, 0x2A7FB0, 0x56B4E9}, {0xFBE6BC, 0xA87400, 0xE69F00},
        {0xC3E8DC, 0x00724F, 0x009E73}, {0xF2DDE9, 0xA04C7C, 0xCC79A7},
        {0xFAF6C2, 0x8C8400, 0xF0E442}, {0xDADADA, 0x333333, 0x999999},
        {0xFFFFFF, 0x777777, 0xC4C4C4},
    };
    return COLOURS[community < JA_COMMUNITIES ? community : JA_COMMUNITIES];
}

/* So much of a, the rest of b. */
static unsigned mix(unsigned a, unsigned b, double share)
{
    unsigned mixed = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        double first = (a >> shift) & 0xFF, second = (b >> shift) & 0xFF;
        mixed |= (unsigned)lround(first * share + second * (1 - share)) << shift;
    }
    return mixed;
}

ja_colours ja_dark_colours(ja_colours light)
{
    static const unsigned SCREEN = 0x16181C, WHITE = 0xFFFFFF;
    return (ja_colours){mix(light.strong, SCREEN, 0.27), mix(light.strong, WHITE, 0.8),
                        light.strong};
}

static size_t community_of(const ja_picture *picture, const ja_picture_node *node)
{
    return (size_t)picture->measures[JACCUSE_COMMUNITY][node->index];
}

/* Who only denies is in no quarrel of his own: he is of the community of him whom he speaks for. */
static void join_spokesmen(ja_picture *picture)
{
    for (size_t i = 0; i < picture->edge_count; i++) {
        const ja_picture_edge *edge = &picture->edges[i];
        ja_picture_node *denier = &picture->nodes[edge->source];
        if (edge->edge->relation != JACCUSE_DENIES || edge->edge->accused == JACCUSE_NONE ||
            denier->node->accusations_made + denier->node->accusations_received > 0)
            continue;
        size_t accused = picture->place[edge->edge->accused];
        if (accused != JACCUSE_NONE && denier->community == JA_COMMUNITIES)
            denier->community = picture->nodes[accused].community;
    }
}

/* Communities of two are pairs that anybody sees: they need no colour. */
void ja_find_communities(ja_picture *picture)
{
    size_t sizes[JA_COMMUNITIES] = {0};
    for (size_t i = 0; i < picture->node_count; i++) {
        size_t community = community_of(picture, &picture->nodes[i]);
        if (community < JA_COMMUNITIES)
            sizes[community]++;
    }
    for (size_t i = 0; i < picture->node_count; i++) {
        size_t community = community_of(picture, &picture->nodes[i]);
        bool large = community < JA_COMMUNITIES && sizes[community] > 2;
        picture->nodes[i].community = large ? community : JA_COMMUNITIES;
    }
    join_spokesmen(picture);
}

const ja_picture_node *ja_community_leader(const ja_picture *picture, size_t community)
{
    const ja_picture_node *leader = NULL;
    size_t most = 0;
    for (size_t i = 0; i < picture->node_count; i++) {
        const ja_picture_node *node = &picture->nodes[i];
        size_t times = node->node->accusations_made + node->node->accusations_received;
        if (node->community == community && (!leader || times > most)) {
            leader = node;
            most = times;
        }
    }
    return leader;
}
