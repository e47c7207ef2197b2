/* GraphML, as Gephi, networkx, igraph and yEd read it. What Gephi's importer asks for:
 *   - keys are known by id or attr.name, so ids carry a prefix and "id" is no name;
 *   - defaults are not read, so every value is written out;
 *   - colours are whole numbers;
 *   - two edges between the same nodes stay apart only by a kind in an attribute "label" of <edge>,
 *     which the GraphML schema allows only in a namespace of its own.
 * Known there and left alone: in every value but a label Gephi reads "INF" as "Infinity". */
#include "base/decimal.h"
#include "output/attributes.h"
#include "output/exports.h"

static const char *const TYPES[] = {
    [JA_TEXT] = "string", [JA_INTEGER] = "int", [JA_REAL] = "double"};

static void write_key(ja_xml *xml, const char *owner, const char *name, const char *type)
{
    ja_xml_open(xml, "key");
    ja_xml_format(xml, "id", "%c_%s", owner[0], name);
    ja_xml_attribute(xml, "for", owner);
    ja_xml_attribute(xml, "attr.name", name);
    ja_xml_attribute(xml, "attr.type", type);
    ja_xml_close(xml);
}

static void write_keys(ja_xml *xml)
{
    write_key(xml, "node", "label", "string");
    for (size_t i = 0; i < ja_node_attribute_count(); i++)
        write_key(xml, "node", ja_node_attribute(i).name, TYPES[ja_node_attribute(i).type]);
    write_key(xml, "node", "size", "float");
    write_key(xml, "node", "x", "float");
    write_key(xml, "node", "y", "float");
    write_key(xml, "edge", "label", "string");
    write_key(xml, "edge", "weight", "double");
    for (size_t i = 0; i < ja_edge_attribute_count(); i++)
        write_key(xml, "edge", ja_edge_attribute(i).name, TYPES[ja_edge_attribute(i).type]);
    static const char *const OWNERS[] = {"node", "edge"};
    for (size_t i = 0; i < 2; i++) {
        write_key(xml, OWNERS[i], "r", "int");
        write_key(xml, OWNERS[i], "g", "int");
        write_key(xml, OWNERS[i], "b", "int");
    }
}

static void write_data(ja_xml *xml, char owner, const char *name, const char *value)
{
    if (!value)
        return;
    ja_xml_open(xml, "data");
    ja_xml_format(xml, "key", "%c_%s", owner, name);
    ja_xml_text(xml, value);
    ja_xml_close_full(xml);
}

static void write_colour(ja_xml *xml, char owner, unsigned colour)
{
    write_data(xml, owner, "r", ja_format(xml->arena, "%u", colour >> 16 & 255));
    write_data(xml, owner, "g", ja_format(xml->arena, "%u", colour >> 8 & 255));
    write_data(xml, owner, "b", ja_format(xml->arena, "%u", colour & 255));
}

static void write_node(ja_xml *xml, const ja_picture *picture, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    const ja_picture_node *shown = ja_shown(picture, index);
    ja_xml_open(xml, "node");
    ja_xml_format(xml, "id", "n%zu", index);
    write_data(xml, 'n', "label", ja_label(picture, node));
    for (size_t i = 0; i < ja_node_attribute_count(); i++)
        write_data(xml, 'n', ja_node_attribute(i).name, ja_node_value(picture, index, i));
    write_data(xml, 'n', "size", ja_fixed(xml->arena, 10 * ja_relative_size(picture, index)));
    if (picture->laid_out && shown) {
        write_data(xml, 'n', "x", ja_fixed(xml->arena, shown->at.x));
        write_data(xml, 'n', "y", ja_fixed(xml->arena, -shown->at.y)); /* upwards */
    }
    write_colour(xml, 'n', ja_kind_colours(node->kind).strong);
    ja_xml_close_full(xml);
}

static void write_edge(ja_xml *xml, const ja_picture *picture, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    ja_xml_open(xml, "edge");
    ja_xml_attribute(xml, "jx:label", jaccuse_relation_name(edge->relation));
    ja_xml_format(xml, "id", "e%zu", index);
    ja_xml_format(xml, "source", "n%zu", edge->source);
    ja_xml_format(xml, "target", "n%zu", edge->target);
    write_data(xml, 'e', "label", ja_edge_label(picture, edge));
    write_data(xml, 'e', "weight", ja_decimal(xml->arena, edge->weight));
    for (size_t i = 0; i < ja_edge_attribute_count(); i++)
        write_data(xml, 'e', ja_edge_attribute(i).name, ja_edge_value(picture, index, i));
    write_colour(xml, 'e', accuses ? ja_accuses_colour : ja_denies_colour);
    ja_xml_close_full(xml);
}

void ja_graphml_write(ja_sink *sink, const ja_picture *picture)
{
    ja_xml *xml = &sink->xml;
    size_t nodes = jaccuse_network_node_count(picture->network);
    size_t edges = jaccuse_network_edge_count(picture->network);
    ja_xml_declaration(xml);
    ja_xml_open(xml, "graphml");
    ja_xml_attribute(xml, "xmlns", "http://graphml.graphdrawing.org/xmlns");
    ja_xml_attribute(xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    ja_xml_attribute(xml, "xmlns:jx", "urn:jaccuse:graphml");
    ja_xml_attribute(xml, "xsi:schemaLocation",
                     "http://graphml.graphdrawing.org/xmlns "
                     "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
    write_keys(xml);
    ja_xml_open(xml, "graph");
    ja_xml_attribute(xml, "id", "G");
    ja_xml_attribute(xml, "edgedefault", "directed");
    for (size_t i = 0; ja_sink_begin_row(sink) && i < nodes; i++)
        write_node(xml, picture, i);
    for (size_t i = 0; ja_sink_begin_row(sink) && i < edges; i++)
        write_edge(xml, picture, i);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
}
