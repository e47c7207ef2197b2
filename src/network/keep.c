/* Packing a finished network for its case file (kept.h). */
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/limits.h"
#include "jaccuse.h"
#include "network/kept.h"
#include "store/kept.h"

typedef struct ja_packing {
    jaccuse_network *network;
    ja_arena arena;
    ja_buffer *out, evidence, articles;
    size_t *places; /* by rank: where the article stands in `articles` */
    ja_map dates;   /* -> number, from 1 */
    bool fit;       /* for being kept */
} ja_packing;

bool ja_is_plain(const jaccuse_network_options *options)
{
    return !options->by_principal && !options->since && !options->until && !options->language &&
           !options->outlet && options->certainty == JACCUSE_SUSPECTED &&
           !(options->min_weight > 0) && !options->aliases && !options->kind &&
           !(options->min_confidence > 0) && !options->about && !options->component &&
           !options->ego && options->radius == 0 && options->top == 0 && !options->top_of;
}

ja_maker ja_this_maker(void)
{
    ja_maker maker;
    snprintf(maker.name, sizeof maker.name, "jaccuse %s %s", JACCUSE_VERSION, ja_build);
    return maker;
}

static void put_node_number(ja_buffer *out, size_t node)
{
    ja_pack_number(out, node == JACCUSE_NONE ? 0 : node + 1);
}

/* ---- articles and evidence ---- */

static void put_article(ja_packing *packing, const ja_article *article)
{
    ja_buffer *out = &packing->articles;
    jaccuse_network *network = packing->network;
    packing->places[article->rank] = out->length;
    packing->fit = packing->fit && article->row != 0;
    ja_pack_number(out, article->row);
    ja_pack_number(out, article->story);
    ja_pack_number(out, article->actor_count);
    for (size_t i = 0; i < article->actor_count; i++)
        put_node_number(out, network->actors[ja_standing(network, article->actors[i])].node);
}

/* Whether the article is one of this network, and not of one that this is a part of. */
static bool is_own(const jaccuse_network *network, const ja_article *article)
{
    return article->rank < network->article_count && network->articles[article->rank] == article;
}

/* Gives how many bytes it takes. */
static size_t put_evidence(ja_packing *packing, const jaccuse_evidence *evidence, size_t count)
{
    ja_buffer *out = &packing->evidence;
    size_t before = out->length, place = 0;
    if (count)
        ja_pack_number(out, count);
    for (size_t i = 0; i < count && packing->fit; i++) {
        const ja_claim *claim = evidence[i].source;
        packing->fit = is_own(packing->network, claim->article);
        size_t next = packing->fit ? packing->places[claim->article->rank] : place;
        ja_pack_number(out, next - place); /* evidence stands in the order of articles */
        ja_pack_number(out, (size_t)(claim - claim->article->claims));
        ja_pack_number(out, evidence[i].claim * 2 + evidence[i].disputed);
        place = next;
    }
    return out->length - before;
}

/* ---- nodes and edges ---- */

static void put_unless(ja_buffer *out, const char *string, const char *usual)
{
    ja_pack_string(out, strcmp(string, usual) == 0 ? NULL : string);
}

static void put_node(ja_packing *packing, const jaccuse_node *node)
{
    ja_buffer *out = packing->out;
    ja_pack_string(out, node->id);
    ja_pack_string(out, node->label);
    put_unless(out, node->label_fr, node->label);
    put_unless(out, node->label_en, node->label);
    put_unless(out, node->principal, node->id);
    ja_pack_number(out, node->kind);
    ja_pack_number(out, node->known);
    put_node_number(out, node->of);
    ja_pack_number(out, node->accusations_made);
    ja_pack_number(out, node->accusations_received);
    ja_pack_number(out, node->accusations_denied);
    ja_pack_number(out, node->denials_made);
    ja_pack_number(out, node->name_count);
    for (size_t i = 0; i < node->name_count; i++)
        ja_pack_string(out, node->names[i]);
    ja_pack_number(out, put_evidence(packing, node->unattributed, node->unattributed_count));
    ja_pack_number(out, put_evidence(packing, node->bare_denials, node->bare_denial_count));
}

static void number_date(ja_packing *packing, const char *date)
{
    bool added = false;
    if (date)
        ja_map_put(&packing->dates, ja_slice_of(date), packing->dates.count + 1, &added);
    if (added)
        ja_pack_string(packing->out, date);
}

static void put_dates(ja_packing *packing)
{
    const jaccuse_network *network = packing->network;
    for (size_t i = 0; i < network->edge_count; i++) {
        number_date(packing, network->edges[i].first_date);
        number_date(packing, network->edges[i].last_date);
    }
    ja_pack_string(packing->out, NULL);
}

static void put_date(ja_packing *packing, const char *date)
{
    ja_pack_number(packing->out, date ? *ja_map_get(&packing->dates, ja_slice_of(date)) : 0);
}

/* `bytes`: of its evidence. */
static void put_edge(ja_packing *packing, const jaccuse_edge *edge, size_t source_before,
                     size_t bytes)
{
    ja_buffer *out = packing->out;
    ja_pack_number(out, edge->source - source_before);
    ja_pack_number(out, edge->target);
    ja_pack_number(out, edge->relation);
    put_node_number(out, edge->accused == edge->target ? JACCUSE_NONE : edge->accused);
    ja_pack_number(out, (uint64_t)edge->weight);
    ja_pack_number(out, edge->articles);
    ja_pack_number(out, edge->answered);
    put_date(packing, edge->first_date);
    put_date(packing, edge->last_date);
    ja_pack_number(out, bytes);
}

/* ---- the whole ---- */

static void put_head(ja_packing *packing)
{
    const jaccuse_network *network = packing->network;
    const size_t numbers[] = {
        JA_KEPT_FORMAT,      network->node_count,        network->edge_count,
        network->told_count, network->distinct_articles, network->story_count};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        ja_pack_number(packing->out, numbers[i]);
    ja_pack_string(packing->out, network->first_date);
    ja_pack_string(packing->out, network->last_date);
}

static void put_edges(ja_packing *packing, const size_t *bytes)
{
    const jaccuse_network *network = packing->network;
    size_t source = 0;
    for (size_t i = 0; i < network->edge_count; i++) {
        put_edge(packing, &network->edges[i], source, bytes[i]);
        source = network->edges[i].source;
    }
}

/* Evidence is packed in the order of its holders, so that of the edges comes before the nodes. */
static void pack(void *context)
{
    ja_packing *packing = context;
    const jaccuse_network *network = packing->network;
    ja_buffer *out = packing->out;
    size_t *bytes = JA_NEW_N(&packing->arena, size_t, network->edge_count);
    packing->places = JA_NEW_N(&packing->arena, size_t, network->article_count);
    ja_map_init(&packing->dates, &packing->arena);
    for (size_t i = 0; i < network->article_count; i++)
        put_article(packing, network->articles[i]);
    for (size_t i = 0; i < network->edge_count; i++)
        bytes[i] =
            put_evidence(packing, network->edges[i].evidence, network->edges[i].evidence_count);
    put_head(packing);
    put_dates(packing);
    for (size_t i = 0; i < network->node_count; i++)
        put_node(packing, &network->nodes[i]);
    put_edges(packing, bytes);
    ja_pack_number(out, packing->evidence.length);
    ja_pack_number(out, packing->articles.length);
    ja_buffer_add(out, packing->evidence.at, packing->evidence.length);
    ja_buffer_add(out, packing->articles.at, packing->articles.length);
    ja_pack_hash(out);
}

bool ja_pack_network(jaccuse_network *network, ja_buffer *out)
{
    ja_packing packing = {.network = network, .out = out, .fit = true};
    ja_arena_init(&packing.arena);
    ja_buffer_init(&packing.evidence, JA_MAX_KEPT);
    ja_buffer_init(&packing.articles, JA_MAX_KEPT);
    bool done = ja_arena_run(&packing.arena, pack, &packing) && packing.fit &&
                !packing.evidence.failed && !packing.articles.failed && !out->failed;
    ja_buffer_clear(&packing.articles);
    ja_buffer_clear(&packing.evidence);
    ja_arena_clear(&packing.arena);
    return done;
}

bool ja_network_keep(jaccuse_network *network, jaccuse_case *file, size_t least)
{
    if (!network->finished || network->recalled || network->filtered ||
        !ja_is_plain(&network->options) || network->told_count < least)
        return false;
    ja_buffer packed;
    ja_buffer_init(&packed, JA_MAX_KEPT);
    bool kept = ja_pack_network(network, &packed) &&
                ja_case_keep(file, ja_this_maker().name, (ja_slice){packed.at, packed.length});
    ja_buffer_clear(&packed);
    return kept;
}

bool jaccuse_network_keep(jaccuse_network *network, jaccuse_case *file)
{
    return ja_network_keep(network, file, JA_KEEP_FROM);
}
