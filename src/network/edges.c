/* Edges: every claim draws links between nodes; links of the same two nodes and relation become
 * one edge, or what one node has beside its edges, with all their evidence. */
#include "network/network.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Beside the public relations: accusations by nobody named and denials that meet no accuser. Source
 * and target are then both the accused, or the denier. */
enum { UNATTRIBUTED = JACCUSE_DENIES + 1, BARE_DENIAL };

/* Nodes and claims are fewer than 2^32: they would not fit into memory. */
typedef struct ja_link {
    uint32_t source, target;
    uint32_t claim;   /* in the order of evidence */
    uint32_t accused; /* node */
    uint32_t relation;
} ja_link;

typedef struct ja_drawing {
    jaccuse_network *network;
    ja_arena *scratch;
    ja_claim **claims; /* in the order of evidence */
    size_t claim_count;
    size_t *teller; /* by claim: the first in its story to tell it */
    bool *disputed; /* by teller: denied in some copy of its story */
    ja_link *links, *spare; /* spare: as many, to sort into */
    size_t link_count, link_capacity;
    size_t *stories, *answers, *articles; /* by number: the edge that counted it last, from 1 */
} ja_drawing;

/* Claim ids are c1, c2 ... c10: the shorter comes first. */
static int compare_claims(const void *a, const void *b)
{
    const ja_claim *x = *(ja_claim *const *)a, *y = *(ja_claim *const *)b;
    size_t m = strlen(x->id), n = strlen(y->id);
    return m != n ? (m < n ? -1 : 1) : strcmp(x->id, y->id);
}

/* The claims article by article, which are in the order of evidence. */
static void order_claims(ja_drawing *drawing)
{
    jaccuse_network *network = drawing->network;
    size_t most = 0;
    for (size_t i = 0; i < network->article_count; i++)
        most += network->articles[i]->claim_count;
    drawing->claims = JA_NEW_N(drawing->scratch, ja_claim *, most);
    for (size_t i = 0; i < network->article_count; i++) {
        ja_article *article = network->articles[i];
        size_t first = drawing->claim_count;
        for (size_t j = 0; j < article->claim_count; j++)
            if (article->claims[j].kept)
                drawing->claims[drawing->claim_count++] = &article->claims[j];
        if (drawing->claim_count > first)
            qsort(drawing->claims + first, drawing->claim_count - first, sizeof(ja_claim *),
                  compare_claims);
    }
}

static size_t node_of(const ja_drawing *drawing, size_t actor)
{
    jaccuse_network *network = drawing->network;
    return network->actors[ja_standing(network, actor)].node;
}

static void draw(ja_drawing *drawing, size_t source, size_t target, int relation, size_t claim,
                 size_t accused)
{
    ja_link link = {(uint32_t)source, (uint32_t)target, (uint32_t)claim, (uint32_t)accused,
                    (uint32_t)relation};
    JA_PUSH(drawing->scratch, drawing->links, drawing->link_count, drawing->link_capacity, link);
}

static void draw_accusation(ja_drawing *drawing, size_t number)
{
    ja_claim *claim = drawing->claims[number];
    for (size_t i = 0; i < claim->against.count; i++) {
        size_t accused = node_of(drawing, claim->against.at[i]);
        if (claim->by.count == 0) {
            draw(drawing, accused, accused, UNATTRIBUTED, number, accused);
            claim->told = true;
        }
        for (size_t j = 0; j < claim->by.count; j++) {
            size_t accuser = node_of(drawing, claim->by.at[j]);
            if (accuser == accused)
                continue;
            draw(drawing, accuser, accused, JACCUSE_ACCUSES, number, accused);
            claim->told = true;
        }
    }
}

/* The denial of one denier against all pairs of an accusation; true where there is one whose
 * accuser is not himself. */
static bool draw_denial_of(ja_drawing *drawing, size_t number, size_t denier,
                           const ja_claim *accusation)
{
    bool drawn = false;
    for (size_t i = 0; i < accusation->by.count; i++) {
        size_t accuser = node_of(drawing, accusation->by.at[i]);
        for (size_t j = 0; j < accusation->against.count && accuser != denier; j++) {
            size_t accused = node_of(drawing, accusation->against.at[j]);
            if (accuser == accused)
                continue;
            draw(drawing, denier, accuser, JACCUSE_DENIES, number, accused);
            drawn = true;
        }
    }
    return drawn;
}

static void draw_denial(ja_drawing *drawing, size_t number)
{
    const ja_claim *denial = drawing->claims[number];
    for (size_t i = 0; i < denial->by.count; i++) {
        size_t denier = node_of(drawing, denial->by.at[i]);
        bool told = denial->answers.count == 0, drawn = false;
        for (size_t j = 0; j < denial->answers.count; j++) {
            const ja_claim *accusation = &denial->article->claims[denial->answers.at[j]];
            told = told || accusation->told;
            if (accusation->told)
                drawn = draw_denial_of(drawing, number, denier, accusation) || drawn;
        }
        if (told && !drawn)
            draw(drawing, denier, denier, BARE_DENIAL, number, denier);
    }
}

/* Accusations first: a denial must know which of them are told. */
static void draw_links(ja_drawing *drawing)
{
    drawing->link_capacity = drawing->claim_count + drawing->claim_count / 4 + 1;
    drawing->links = JA_NEW_N(drawing->scratch, ja_link, drawing->link_capacity);
    for (size_t i = 0; i < drawing->claim_count; i++)
        if (drawing->claims[i]->act == JACCUSE_ACCUSE)
            draw_accusation(drawing, i);
    for (size_t i = 0; i < drawing->claim_count; i++)
        if (drawing->claims[i]->act == JACCUSE_DENY)
            draw_denial(drawing, i);
}

static int compare_groups(const ja_link *x, const ja_link *y)
{
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (x->target != y->target)
        return x->target < y->target ? -1 : 1;
    return (x->relation > y->relation) - (x->relation < y->relation);
}

/* Sorts by one of their numbers, all below `limit`; equals stay in their order. */
static void sort_links(ja_drawing *drawing, size_t (*number)(const ja_link *link), size_t limit)
{
    size_t *starts = JA_NEW_N(drawing->scratch, size_t, limit + 1);
    ja_link *sorted = drawing->spare;
    for (size_t i = 0; i < drawing->link_count; i++)
        starts[number(&drawing->links[i]) + 1]++;
    for (size_t i = 1; i < limit; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < drawing->link_count; i++)
        sorted[starts[number(&drawing->links[i])]++] = drawing->links[i];
    drawing->spare = drawing->links;
    drawing->links = sorted;
}

static size_t source_of(const ja_link *link)
{
    return link->source;
}

static size_t target_of(const ja_link *link)
{
    return link->target;
}

static size_t relation_of(const ja_link *link)
{
    return link->relation;
}

jaccuse_evidence ja_evidence_of(const ja_claim *claim, size_t teller, bool disputed)
{
    const ja_article *article = claim->article;
    return (jaccuse_evidence){
        .article_id = article->id,
        .outlet = article->outlet,
        .url = article->url,
        .date = article->date,
        .path = article->path,
        .title = article->title,
        .language = article->language,
        .claim_id = claim->id,
        .quote = claim->quote,
        .cue = claim->cue,
        .charge = claim->charge,
        .certainty = claim->certainty,
        .confidence = claim->confidence,
        .answered = claim->act == JACCUSE_ACCUSE && claim->answered,
        .story = article->story,
        .claim = teller,
        .disputed = claim->act == JACCUSE_ACCUSE && disputed,
        .source = claim,
    };
}

static jaccuse_evidence evidence_of(const ja_drawing *drawing, size_t number)
{
    size_t teller = drawing->teller[number];
    return ja_evidence_of(drawing->claims[number], teller, drawing->disputed[teller]);
}

/* The evidence of links of one group, a claim once. */
static jaccuse_evidence *gather_evidence(ja_drawing *drawing, const ja_link *links, size_t count,
                                         size_t *out)
{
    jaccuse_evidence *all = JA_NEW_N(&drawing->network->arena, jaccuse_evidence, count);
    *out = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || links[i].claim != links[i - 1].claim)
            all[(*out)++] = evidence_of(drawing, links[i].claim);
    return all;
}

/* Nodes are sorted by id, so that the lower one wins among equal names. */
static size_t first_by_name(const jaccuse_node *nodes, size_t a, size_t b)
{
    int order = strcmp(nodes[a].label, nodes[b].label);
    return order < 0 || (order == 0 && a < b) ? a : b;
}

/* Weighs a group; `mark` is not 0 and new to each. */
static jaccuse_edge weigh(ja_drawing *drawing, const ja_link *links, size_t count, size_t mark)
{
    jaccuse_edge edge = {
        .source = links->source,
        .target = links->target,
        .relation = (jaccuse_relation)links->relation,
        .accused = links->accused,
    };
    for (size_t i = 0; i < count; i++) {
        const ja_claim *claim = drawing->claims[links[i].claim];
        const ja_article *article = claim->article;
        edge.weight += ja_is_new(drawing->stories, article->story, mark);
        edge.articles += ja_is_new(drawing->articles, article->number, mark);
        if (claim->act == JACCUSE_ACCUSE && claim->answered)
            edge.answered += ja_is_new(drawing->answers, article->story, mark);
        if (article->date) {
            edge.first_date = edge.first_date ? edge.first_date : article->date;
            edge.last_date = article->date;
        }
        edge.accused = first_by_name(drawing->network->nodes, edge.accused, links[i].accused);
    }
    return edge;
}

/* Makes the edge of a group, or what its node has beside its edges. */
static void put_group(ja_drawing *drawing, const ja_link *links, size_t count, size_t mark)
{
    jaccuse_network *network = drawing->network;
    jaccuse_node *node = &network->nodes[links->target];
    if (links->relation == UNATTRIBUTED) {
        node->unattributed = gather_evidence(drawing, links, count, &node->unattributed_count);
    } else if (links->relation == BARE_DENIAL) {
        node->bare_denials = gather_evidence(drawing, links, count, &node->bare_denial_count);
    } else {
        jaccuse_edge edge = weigh(drawing, links, count, mark);
        edge.evidence = gather_evidence(drawing, links, count, &edge.evidence_count);
        network->edges[network->edge_count++] = edge;
    }
}

static void group_links(ja_drawing *drawing)
{
    jaccuse_network *network = drawing->network;
    size_t count = drawing->link_count, groups = 0;
    drawing->spare = JA_NEW_N(drawing->scratch, ja_link, count);
    sort_links(drawing, relation_of, BARE_DENIAL + 1);
    sort_links(drawing, target_of, network->node_count);
    sort_links(drawing, source_of, network->node_count);
    for (size_t i = 0; i < count; i++)
        groups += i == 0 || compare_groups(&drawing->links[i], &drawing->links[i - 1]) != 0;
    network->edges = JA_NEW_N(&network->arena, jaccuse_edge, groups);
    drawing->stories = JA_NEW_N(drawing->scratch, size_t, network->story_count);
    drawing->answers = JA_NEW_N(drawing->scratch, size_t, network->story_count);
    drawing->articles = JA_NEW_N(drawing->scratch, size_t, network->distinct_articles);
    for (size_t i = 0, end; i < count; i = end) {
        const ja_link *links = &drawing->links[i];
        for (end = i + 1; end < count && compare_groups(&drawing->links[end], links) == 0; end++)
            ;
        put_group(drawing, links, end - i, i + 1);
    }
}

void ja_make_edges(jaccuse_network *network)
{
    network->scratch.on_failure = network->arena.on_failure;
    ja_drawing drawing = {.network = network, .scratch = &network->scratch};
    order_claims(&drawing);
    drawing.teller = JA_NEW_N(drawing.scratch, size_t, drawing.claim_count);
    drawing.disputed = JA_NEW_N(drawing.scratch, bool, drawing.claim_count);
    ja_find_copies(network, drawing.claims, drawing.claim_count, drawing.teller, drawing.disputed);
    draw_links(&drawing);
    group_links(&drawing);
    network->told_count = drawing.claim_count;
    ja_arena_clear(drawing.scratch);
    ja_tally(network);
}
