/* Edges: every claim draws links between nodes; links of the same two nodes and relation become
 * one edge, or the unattributed accusations of one node, with all their evidence. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

/* Beside the public relations; source and target are then both the accused. */
enum { UNATTRIBUTED = JACCUSE_DENIES + 1 };

typedef struct ja_link {
    size_t source, target;
    int relation;
    size_t claim;   /* in the order of evidence */
    size_t accused; /* node */
} ja_link;

typedef struct ja_drawing {
    jaccuse_network *network;
    ja_claim **claims; /* in the order of evidence */
    size_t claim_count;
    bool *first;                      /* by claim: not told before by a copy of its story */
    bool *disputed;                   /* by claim: denied in some copy of its story */
    size_t *made, *received, *denied; /* by node: the claim counted last, from 1 */
    ja_link *links;
    size_t link_count, link_capacity;
    size_t *stories, *answers, *articles; /* by number: the edge that counted it last, from 1 */
} ja_drawing;

/* Claim ids are c1, c2 ... c10: the shorter comes first. */
static int compare_claims(const void *a, const void *b)
{
    const ja_claim *x = *(ja_claim *const *)a, *y = *(ja_claim *const *)b;
    if (x->article->rank != y->article->rank)
        return x->article->rank < y->article->rank ? -1 : 1;
    size_t m = strlen(x->id), n = strlen(y->id);
    return m != n ? (m < n ? -1 : 1) : strcmp(x->id, y->id);
}

static void order_claims(ja_drawing *drawing)
{
    jaccuse_network *network = drawing->network;
    size_t most = 0;
    for (size_t i = 0; i < network->article_count; i++)
        most += network->articles[i]->claim_count;
    drawing->claims = JA_NEW_N(&network->arena, ja_claim *, most);
    for (size_t i = 0; i < network->article_count; i++) {
        ja_article *article = network->articles[i];
        for (size_t j = 0; j < article->claim_count; j++)
            if (article->claims[j].kept)
                drawing->claims[drawing->claim_count++] = &article->claims[j];
    }
    if (drawing->claim_count)
        qsort(drawing->claims, drawing->claim_count, sizeof(ja_claim *), compare_claims);
}

static size_t node_of(const ja_drawing *drawing, size_t actor)
{
    jaccuse_network *network = drawing->network;
    return network->actors[ja_standing(network, actor)].node;
}

static void draw(ja_drawing *drawing, ja_link link)
{
    JA_PUSH(&drawing->network->arena, drawing->links, drawing->link_count, drawing->link_capacity,
            link);
}

/* True once for each claim and node, and only in the first copy of a story. */
static bool counts(const ja_drawing *drawing, size_t *last, size_t node, size_t claim)
{
    bool first_time = drawing->first[claim] && last[node] != claim + 1;
    last[node] = claim + 1;
    return first_time;
}

static void count_received(ja_drawing *drawing, size_t node, size_t claim)
{
    if (!counts(drawing, drawing->received, node, claim))
        return;
    drawing->network->nodes[node].accusations_received++;
    drawing->network->nodes[node].accusations_denied += drawing->disputed[claim];
}

static void draw_accusation(ja_drawing *drawing, size_t number)
{
    ja_claim *claim = drawing->claims[number];
    for (size_t i = 0; i < claim->against.count; i++) {
        size_t accused = node_of(drawing, claim->against.at[i]);
        if (claim->by.count == 0) {
            draw(drawing, (ja_link){accused, accused, UNATTRIBUTED, number, accused});
            count_received(drawing, accused, number);
            claim->told = true;
        }
        for (size_t j = 0; j < claim->by.count; j++) {
            size_t accuser = node_of(drawing, claim->by.at[j]);
            if (accuser == accused)
                continue;
            draw(drawing, (ja_link){accuser, accused, JACCUSE_ACCUSES, number, accused});
            count_received(drawing, accused, number);
            if (counts(drawing, drawing->made, accuser, number))
                drawing->network->nodes[accuser].accusations_made++;
            claim->told = true;
        }
    }
}

/* One denial against one pair of an accusation that it answers. */
static void draw_denials(ja_drawing *drawing, size_t number, size_t accuser, size_t accused)
{
    const ja_claim *denial = drawing->claims[number];
    for (size_t i = 0; i < denial->by.count && accuser != accused; i++) {
        size_t denier = node_of(drawing, denial->by.at[i]);
        if (denier != accuser)
            draw(drawing, (ja_link){denier, accuser, JACCUSE_DENIES, number, accused});
    }
}

static void draw_denial(ja_drawing *drawing, size_t number)
{
    const ja_claim *denial = drawing->claims[number];
    bool told = denial->answers.count == 0;
    for (size_t i = 0; i < denial->answers.count; i++) {
        const ja_claim *accusation = &denial->article->claims[denial->answers.at[i]];
        if (!accusation->told)
            continue;
        told = true;
        for (size_t j = 0; j < accusation->by.count; j++)
            for (size_t k = 0; k < accusation->against.count; k++)
                draw_denials(drawing, number, node_of(drawing, accusation->by.at[j]),
                             node_of(drawing, accusation->against.at[k]));
    }
    for (size_t i = 0; told && i < denial->by.count; i++) {
        size_t denier = node_of(drawing, denial->by.at[i]);
        if (counts(drawing, drawing->denied, denier, number))
            drawing->network->nodes[denier].denials_made++;
    }
}

/* Accusations first: a denial must know which of them are told. */
static void draw_links(ja_drawing *drawing)
{
    jaccuse_network *network = drawing->network;
    drawing->made = JA_NEW_N(&network->arena, size_t, network->node_count);
    drawing->received = JA_NEW_N(&network->arena, size_t, network->node_count);
    drawing->denied = JA_NEW_N(&network->arena, size_t, network->node_count);
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
    return x->relation - y->relation;
}

static int compare_links(const void *a, const void *b)
{
    const ja_link *x = a, *y = b;
    int order = compare_groups(x, y);
    if (order == 0)
        order = (x->claim > y->claim) - (x->claim < y->claim);
    return order ? order : (x->accused > y->accused) - (x->accused < y->accused);
}

static jaccuse_evidence evidence_of(const ja_claim *claim)
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
        .source = claim,
    };
}

/* The evidence of links of one group, a claim once. */
static jaccuse_evidence *gather_evidence(ja_drawing *drawing, const ja_link *links, size_t count,
                                         size_t *out)
{
    jaccuse_evidence *all = JA_NEW_N(&drawing->network->arena, jaccuse_evidence, count);
    *out = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || links[i].claim != links[i - 1].claim)
            all[(*out)++] = evidence_of(drawing->claims[links[i].claim]);
    return all;
}

/* True the first time that `mark` asks for this number. */
static bool is_new(size_t *seen, size_t number, size_t mark)
{
    bool new = seen[number] != mark;
    seen[number] = mark;
    return new;
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
        edge.weight += is_new(drawing->stories, article->story, mark);
        edge.articles += is_new(drawing->articles, article->number, mark);
        if (claim->act == JACCUSE_ACCUSE && claim->answered)
            edge.answered += is_new(drawing->answers, article->story, mark);
        if (article->date) {
            edge.first_date = edge.first_date ? edge.first_date : article->date;
            edge.last_date = article->date;
        }
        edge.accused = first_by_name(drawing->network->nodes, edge.accused, links[i].accused);
    }
    return edge;
}

/* Keeps the edge of a group, or the unattributed accusations, or nothing where it is too light. */
static bool keep_group(ja_drawing *drawing, const ja_link *links, size_t count, size_t mark)
{
    jaccuse_network *network = drawing->network;
    if (links->relation == UNATTRIBUTED) {
        jaccuse_node *node = &network->nodes[links->target];
        node->unattributed = gather_evidence(drawing, links, count, &node->unattributed_count);
        return true;
    }
    jaccuse_edge edge = weigh(drawing, links, count, mark);
    if (edge.weight < network->options.min_weight)
        return false;
    edge.evidence = gather_evidence(drawing, links, count, &edge.evidence_count);
    network->edges[network->edge_count++] = edge;
    return true;
}

/* `lost` marks the nodes of edges that were too light. */
static void group_links(ja_drawing *drawing, bool *lost)
{
    jaccuse_network *network = drawing->network;
    size_t count = drawing->link_count, groups = 0;
    if (count)
        qsort(drawing->links, count, sizeof(ja_link), compare_links);
    for (size_t i = 0; i < count; i++)
        groups += i == 0 || compare_groups(&drawing->links[i], &drawing->links[i - 1]) != 0;
    network->edges = JA_NEW_N(&network->arena, jaccuse_edge, groups);
    drawing->stories = JA_NEW_N(&network->arena, size_t, network->story_count);
    drawing->answers = JA_NEW_N(&network->arena, size_t, network->story_count);
    drawing->articles = JA_NEW_N(&network->arena, size_t, network->distinct_articles);
    for (size_t i = 0, end; i < count; i = end) {
        const ja_link *links = &drawing->links[i];
        for (end = i + 1; end < count && compare_groups(&drawing->links[end], links) == 0; end++)
            ;
        if (!keep_group(drawing, links, end - i, i + 1))
            lost[links->source] = lost[links->target] = true;
    }
}

static size_t renumbered(const size_t *number, size_t node)
{
    return node == JACCUSE_NONE ? JACCUSE_NONE : number[node];
}

/* Takes out the nodes that only edges which are gone had kept. */
static void drop_lost(jaccuse_network *network, bool *lost)
{
    for (size_t i = 0; i < network->edge_count; i++) {
        const jaccuse_edge *edge = &network->edges[i];
        lost[edge->source] = lost[edge->target] = lost[edge->accused] = false;
    }
    size_t *number = JA_NEW_N(&network->arena, size_t, network->node_count);
    size_t kept = 0;
    for (size_t i = 0; i < network->node_count; i++) {
        bool gone = lost[i] && network->nodes[i].unattributed_count == 0;
        number[i] = gone ? JACCUSE_NONE : kept;
        if (!gone)
            network->nodes[kept++] = network->nodes[i];
    }
    network->node_count = kept;
    for (size_t i = 0; i < kept; i++)
        network->nodes[i].of = renumbered(number, network->nodes[i].of);
    for (size_t i = 0; i < network->actor_count; i++)
        network->actors[i].node = renumbered(number, network->actors[i].node);
    for (size_t i = 0; i < network->edge_count; i++) {
        jaccuse_edge *edge = &network->edges[i];
        edge->source = number[edge->source];
        edge->target = number[edge->target];
        edge->accused = number[edge->accused];
    }
}

void ja_make_edges(jaccuse_network *network)
{
    ja_drawing drawing = {.network = network};
    bool *lost = JA_NEW_N(&network->arena, bool, network->node_count);
    order_claims(&drawing);
    drawing.first = JA_NEW_N(&network->arena, bool, drawing.claim_count);
    drawing.disputed = JA_NEW_N(&network->arena, bool, drawing.claim_count);
    ja_find_copies(network, drawing.claims, drawing.claim_count, drawing.first, drawing.disputed);
    draw_links(&drawing);
    group_links(&drawing, lost);
    drop_lost(network, lost);
}
