/* JSON, node and link, with all the evidence: the network as a whole, then one node or edge a line.
 */
#include "base/json_writer.h"

#include "base/unicode.h"
#include "output/evidence_json.h"
#include "output/exports.h"

static void put_string(ja_json_writer *json, const ja_picture *picture, const char *key,
                       const char *value)
{
    ja_json_string_member(json, key, ja_clean_string(picture->arena, value));
}

static void put_one_evidence(ja_json_writer *json, const ja_picture *picture,
                             const jaccuse_evidence *evidence)
{
    ja_json_open(json, '{');
    ja_put_evidence(json, picture->arena, evidence);
    ja_json_close(json, '}');
}

static void put_evidence(ja_json_writer *json, const ja_picture *picture, const char *key,
                         const jaccuse_evidence *evidence, size_t count)
{
    ja_json_key(json, key);
    ja_json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        put_one_evidence(json, picture, &evidence[i]);
    ja_json_close(json, ']');
}

static void put_measures(ja_json_writer *json, const ja_picture *picture, size_t node)
{
    for (unsigned i = 0; i < JACCUSE_MEASURE_COUNT; i++)
        if (picture->measures[i])
            ja_json_number_member(json, jaccuse_measure_name((jaccuse_measure)i),
                                  picture->measures[i][node]);
}

static void put_node(ja_json_writer *json, const ja_picture *picture, size_t index)
{
    const jaccuse_network *network = picture->network;
    const jaccuse_node *node = jaccuse_network_node(network, index);
    ja_json_open(json, '{');
    put_string(json, picture, "id", node->id);
    put_string(json, picture, "label", ja_label(picture, node));
    put_string(json, picture, "label_fr", node->label_fr);
    put_string(json, picture, "label_en", node->label_en);
    put_string(json, picture, "kind", jaccuse_kind_name(node->kind));
    put_string(json, picture, "of",
               node->of == JACCUSE_NONE ? NULL : jaccuse_network_node(network, node->of)->id);
    ja_json_key(json, "names");
    ja_json_open(json, '[');
    for (size_t i = 0; i < node->name_count; i++)
        ja_json_put_string(json, ja_clean_string(picture->arena, node->names[i]));
    ja_json_close(json, ']');
    ja_json_size_member(json, "accusations_made", node->accusations_made);
    ja_json_size_member(json, "accusations_received", node->accusations_received);
    ja_json_size_member(json, "accusations_denied", node->accusations_denied);
    ja_json_size_member(json, "denials_made", node->denials_made);
    put_measures(json, picture, index);
    put_evidence(json, picture, "unattributed", node->unattributed, node->unattributed_count);
    put_evidence(json, picture, "bare_denials", node->bare_denials, node->bare_denial_count);
    ja_json_close(json, '}');
}

static void put_edge(ja_json_writer *json, const ja_picture *picture, size_t index)
{
    const jaccuse_network *network = picture->network;
    const jaccuse_edge *edge = jaccuse_network_edge(network, index);
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    ja_json_open(json, '{');
    put_string(json, picture, "source", jaccuse_network_node(network, edge->source)->id);
    put_string(json, picture, "target", jaccuse_network_node(network, edge->target)->id);
    put_string(json, picture, "relation", jaccuse_relation_name(edge->relation));
    if (accuses)
        ja_json_size_member(json, "answered", edge->answered);
    else
        put_string(json, picture, "accused",
                   edge->accused == JACCUSE_NONE
                       ? NULL
                       : jaccuse_network_node(network, edge->accused)->id);
    ja_json_number_member(json, "weight", edge->weight);
    ja_json_size_member(json, "articles", edge->articles);
    put_string(json, picture, "first_date", edge->first_date);
    put_string(json, picture, "last_date", edge->last_date);
    put_evidence(json, picture, "evidence", edge->evidence, edge->evidence_count);
    ja_json_close(json, '}');
}

/* What networkx's node_link_graph asks for stands first. */
static void put_network(ja_buffer *out, const ja_picture *picture)
{
    const jaccuse_network *network = picture->network;
    ja_json_writer json = {.out = out};
    ja_buffer_add_string(out, "\"directed\": true, \"multigraph\": true,\n\"network\": ");
    ja_json_open(&json, '{');
    ja_json_size_member(&json, "articles", jaccuse_network_article_count(network));
    ja_json_size_member(&json, "stories", jaccuse_network_story_count(network));
    put_string(&json, picture, "first_date", jaccuse_network_first_date(network));
    put_string(&json, picture, "last_date", jaccuse_network_last_date(network));
    ja_json_number_member(&json, "reciprocity", picture->reciprocity);
    ja_json_close(&json, '}');
    ja_buffer_add_string(out, ",\n");
}

/* An array with one element a line. */
static void put_lines(ja_sink *sink, const ja_picture *picture, const char *key, size_t count,
                      void (*put)(ja_json_writer *, const ja_picture *, size_t))
{
    ja_buffer *out = &sink->text;
    ja_buffer_printf(out, "\"%s\": [", key);
    for (size_t i = 0; ja_sink_begin_row(sink) && i < count; i++) {
        ja_buffer_add_string(out, i ? ",\n" : "\n");
        ja_json_writer json = {.out = out};
        put(&json, picture, i);
    }
    ja_buffer_add_string(out, "\n]");
}

void ja_json_write(ja_sink *sink, const ja_picture *picture)
{
    ja_buffer *out = &sink->text;
    ja_buffer_add_string(out, "{");
    put_network(out, picture);
    put_lines(sink, picture, "nodes", jaccuse_network_node_count(picture->network), put_node);
    ja_buffer_add_string(out, ",\n");
    put_lines(sink, picture, "edges", jaccuse_network_edge_count(picture->network), put_edge);
    ja_buffer_add_string(out, "}\n");
}
