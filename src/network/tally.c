/* What the nodes count: claims among the evidence of their edges, and of what they have beside
 * these; a claim once, however many edges it stands at and copies tell it. */
#include "network/network.h"

#include <string.h>

typedef struct ja_tally_sheet {
    jaccuse_network *network;
    size_t *last;     /* by claim: for whom it was counted last, from 1 */
    size_t *incoming; /* edges by their targets */
} ja_tally_sheet;

static void sort_by_target(ja_tally_sheet *sheet)
{
    jaccuse_network *network = sheet->network;
    size_t *place = JA_NEW_N(&network->scratch, size_t, network->node_count + 1);
    sheet->incoming = JA_NEW_N(&network->scratch, size_t, network->edge_count);
    for (size_t i = 0; i < network->edge_count; i++)
        place[network->edges[i].target + 1]++;
    for (size_t i = 0; i < network->node_count; i++)
        place[i + 1] += place[i];
    for (size_t i = 0; i < network->edge_count; i++)
        sheet->incoming[place[network->edges[i].target]++] = i;
}

/* How many of these claims were not counted for `whom` (from 1) yet; *disputed: of them. */
static size_t count_new(ja_tally_sheet *sheet, const jaccuse_evidence *evidence, size_t count,
                        size_t whom, size_t *disputed)
{
    size_t new = 0;
    for (size_t i = 0; i < count; i++) {
        size_t *last = &sheet->last[evidence[i].claim];
        new += *last != whom;
        if (*last != whom && disputed)
            *disputed += evidence[i].disputed;
        *last = whom;
    }
    return new;
}

/* Edges come by their sources. An accusation and a denial are never one claim, so that both may be
 * counted at once. */
static void count_made(ja_tally_sheet *sheet)
{
    jaccuse_network *network = sheet->network;
    size_t edge = 0;
    for (size_t i = 0; i < network->node_count; i++) {
        jaccuse_node *node = &network->nodes[i];
        node->accusations_made = 0;
        node->denials_made =
            count_new(sheet, node->bare_denials, node->bare_denial_count, i + 1, NULL);
        for (; edge < network->edge_count && network->edges[edge].source == i; edge++) {
            const jaccuse_edge *made = &network->edges[edge];
            size_t new = count_new(sheet, made->evidence, made->evidence_count, i + 1, NULL);
            *(made->relation == JACCUSE_ACCUSES ? &node->accusations_made : &node->denials_made) +=
                new;
        }
    }
}

static void count_received(ja_tally_sheet *sheet)
{
    jaccuse_network *network = sheet->network;
    size_t place = 0;
    for (size_t i = 0; i < network->node_count; i++) {
        jaccuse_node *node = &network->nodes[i];
        size_t whom = network->node_count + i + 1;
        node->accusations_denied = 0;
        node->accusations_received = count_new(sheet, node->unattributed, node->unattributed_count,
                                               whom, &node->accusations_denied);
        for (; place < network->edge_count; place++) {
            const jaccuse_edge *edge = &network->edges[sheet->incoming[place]];
            if (edge->target != i)
                break;
            if (edge->relation == JACCUSE_ACCUSES)
                node->accusations_received += count_new(sheet, edge->evidence, edge->evidence_count,
                                                        whom, &node->accusations_denied);
        }
    }
}

void ja_tally(jaccuse_network *network)
{
    network->scratch.on_failure = network->arena.on_failure;
    ja_tally_sheet sheet = {.network = network};
    sheet.last = JA_NEW_N(&network->scratch, size_t, network->told_count);
    sort_by_target(&sheet);
    count_made(&sheet);
    count_received(&sheet);
    ja_arena_clear(&network->scratch);
}

/* ---- what the evidence extends to ---- */

typedef struct ja_survey {
    jaccuse_network *network;
    ja_map articles, stories;
} ja_survey;

static void survey(ja_survey *survey, const jaccuse_evidence *evidence, size_t count)
{
    ja_extent *left = &survey->network->left;
    for (size_t i = 0; i < count; i++) {
        const char *date = evidence[i].date;
        ja_map_put(&survey->articles, ja_slice_of(evidence[i].article_id), 0, NULL);
        ja_map_put(&survey->stories,
                   (ja_slice){(const char *)&evidence[i].story, sizeof evidence[i].story}, 0, NULL);
        if (date && (!left->first_date || strcmp(date, left->first_date) < 0))
            left->first_date = date;
        if (date && (!left->last_date || strcmp(date, left->last_date) > 0))
            left->last_date = date;
    }
}

static void survey_all(void *context)
{
    jaccuse_network *network = context;
    ja_survey all = {.network = network};
    ja_map_init(&all.articles, &network->arena);
    ja_map_init(&all.stories, &network->arena);
    network->left = (ja_extent){0};
    for (size_t i = 0; i < network->edge_count; i++)
        survey(&all, network->edges[i].evidence, network->edges[i].evidence_count);
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        survey(&all, node->unattributed, node->unattributed_count);
        survey(&all, node->bare_denials, node->bare_denial_count);
    }
    network->left.articles = all.articles.count;
    network->left.stories = all.stories.count;
    network->filtered = true;
}

jaccuse_status ja_tell_extent(jaccuse_network *network, jaccuse_error *error)
{
    return ja_network_run(network, survey_all, network, error);
}
