#include "output/attributes.h"

#include <math.h>

#include "base/decimal.h"

enum { EVIDENCE_PASSAGES = 5 };

typedef enum node_attribute {
    ACTOR, /* not "id", which igraph and networkx take for their own */
    LABEL_FR,
    LABEL_EN,
    KIND,
    OF,
    MADE,
    RECEIVED,
    DENIED,
    DENIALS,
    NODE_OWN_COUNT, /* the measures follow */
} node_attribute;

static const ja_attribute NODE_ATTRIBUTES[NODE_OWN_COUNT] = {
    [ACTOR] = {"actor", JA_TEXT},
    [LABEL_FR] = {"label_fr", JA_TEXT},
    [LABEL_EN] = {"label_en", JA_TEXT},
    [KIND] = {"kind", JA_TEXT},
    [OF] = {"of", JA_TEXT},
    [MADE] = {"accusations_made", JA_INTEGER},
    [RECEIVED] = {"accusations_received", JA_INTEGER},
    [DENIED] = {"accusations_denied", JA_INTEGER},
    [DENIALS] = {"denials_made", JA_INTEGER},
};

typedef enum edge_attribute {
    RELATION,
    ARTICLES,
    FIRST_DATE,
    LAST_DATE,
    ANSWERED,
    ACCUSED,
    CERTAINTY,
    EVIDENCE,
    SOURCE_URL,
    EDGE_COUNT,
} edge_attribute;

static const ja_attribute EDGE_ATTRIBUTES[EDGE_COUNT] = {
    [RELATION] = {"relation", JA_TEXT},     [ARTICLES] = {"articles", JA_INTEGER},
    [FIRST_DATE] = {"first_date", JA_TEXT}, [LAST_DATE] = {"last_date", JA_TEXT},
    [ANSWERED] = {"answered", JA_INTEGER},  [ACCUSED] = {"accused", JA_TEXT},
    [CERTAINTY] = {"certainty", JA_TEXT},   [EVIDENCE] = {"evidence", JA_TEXT},
    [SOURCE_URL] = {"source_url", JA_TEXT},
};

size_t ja_node_attribute_count(void)
{
    return NODE_OWN_COUNT + JACCUSE_MEASURE_COUNT;
}

ja_attribute ja_node_attribute(size_t attribute)
{
    if (attribute < NODE_OWN_COUNT)
        return NODE_ATTRIBUTES[attribute];
    jaccuse_measure measure = (jaccuse_measure)(attribute - NODE_OWN_COUNT);
    return (ja_attribute){jaccuse_measure_name(measure),
                          jaccuse_measure_is_whole(measure) ? JA_INTEGER : JA_REAL};
}

static const char *size_text(const ja_picture *picture, size_t number)
{
    return ja_format(picture->arena, "%zu", number);
}

static const char *measure_text(const ja_picture *picture, size_t node, jaccuse_measure measure)
{
    const double *values = picture->measures[measure];
    if (!values || !isfinite(values[node]))
        return NULL;
    bool whole = ja_node_attribute(NODE_OWN_COUNT + (size_t)measure).type == JA_INTEGER;
    return whole ? ja_format(picture->arena, "%.0f", values[node])
                 : ja_decimal(picture->arena, values[node]);
}

const char *ja_node_value(const ja_picture *picture, size_t index, size_t attribute)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    switch (attribute) {
    case ACTOR:
        return node->id;
    case LABEL_FR:
        return node->label_fr;
    case LABEL_EN:
        return node->label_en;
    case KIND:
        return jaccuse_kind_name(node->kind);
    case OF:
        return node->of == JACCUSE_NONE ? NULL
                                        : jaccuse_network_node(picture->network, node->of)->id;
    case MADE:
        return size_text(picture, node->accusations_made);
    case RECEIVED:
        return size_text(picture, node->accusations_received);
    case DENIED:
        return size_text(picture, node->accusations_denied);
    case DENIALS:
        return size_text(picture, node->denials_made);
    default:
        return measure_text(picture, index, (jaccuse_measure)(attribute - NODE_OWN_COUNT));
    }
}

size_t ja_edge_attribute_count(void)
{
    return EDGE_COUNT;
}

ja_attribute ja_edge_attribute(size_t attribute)
{
    return EDGE_ATTRIBUTES[attribute];
}

jaccuse_certainty ja_edge_certainty(const jaccuse_edge *edge)
{
    jaccuse_certainty best = JACCUSE_SUSPECTED;
    for (size_t i = 0; i < edge->evidence_count; i++)
        if (edge->evidence[i].certainty > best)
            best = edge->evidence[i].certainty;
    return best;
}

const char *ja_edge_value(const ja_picture *picture, size_t index, size_t attribute)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    switch ((edge_attribute)attribute) {
    case RELATION:
        return jaccuse_relation_name(edge->relation);
    case ARTICLES:
        return size_text(picture, edge->articles);
    case FIRST_DATE:
        return edge->first_date;
    case LAST_DATE:
        return edge->last_date;
    case ANSWERED:
        return accuses ? size_text(picture, edge->answered) : NULL;
    case ACCUSED:
        return accuses || edge->accused == JACCUSE_NONE
                   ? NULL
                   : jaccuse_network_node(picture->network, edge->accused)->id;
    case CERTAINTY:
        return accuses ? jaccuse_certainty_name(ja_edge_certainty(edge)) : NULL;
    case EVIDENCE:
        return ja_evidence_text(picture, edge->evidence, edge->evidence_count, EVIDENCE_PASSAGES,
                                " | ");
    case SOURCE_URL:
        return ja_evidence_url(picture, edge->evidence, edge->evidence_count);
    case EDGE_COUNT:
        break;
    }
    return NULL;
}

const ja_picture_node *ja_shown(const ja_picture *picture, size_t node)
{
    size_t place = picture->place[node];
    return place == JACCUSE_NONE ? NULL : &picture->nodes[place];
}
