/* GEXF 1.3, static: one block of attributes a class, since some readers stumble over more. The date
 * of writing is left out, so that the same network gives the same bytes. */
#include "base/decimal.h"
#include "output/attributes.h"
#include "output/exports.h"

static const char *const TYPES[] = {
    [JA_TEXT] = "string", [JA_INTEGER] = "integer", [JA_REAL] = "double"};

static void write_attributes(ja_xml *xml, const char *owner, size_t count,
                             ja_attribute (*attribute)(size_t))
{
    ja_xml_open(xml, "attributes");
    ja_xml_attribute(xml, "class", owner);
    ja_xml_attribute(xml, "mode", "static");
    for (size_t i = 0; i < count; i++) {
        ja_xml_open(xml, "attribute");
        ja_xml_attribute(xml, "id", attribute(i).name);
        ja_xml_attribute(xml, "title", attribute(i).name);
        ja_xml_attribute(xml, "type", TYPES[attribute(i).type]);
        ja_xml_close(xml);
    }
    ja_xml_close_full(xml);
}

static void write_values(ja_xml *xml, const ja_picture *picture, size_t index, size_t count,
                         ja_attribute (*attribute)(size_t),
                         const char *(*value)(const ja_picture *, size_t, size_t))
{
    ja_xml_open(xml, "attvalues");
    for (size_t i = 0; i < count; i++) {
        const char *text = value(picture, index, i);
        if (!text)
            continue;
        ja_xml_open(xml, "attvalue");
        ja_xml_attribute(xml, "for", attribute(i).name);
        ja_xml_attribute(xml, "value", text);
        ja_xml_close(xml);
    }
    ja_xml_close_full(xml);
}

static void write_colour(ja_xml *xml, unsigned colour)
{
    ja_xml_open(xml, "viz:color");
    ja_xml_format(xml, "r", "%u", colour >> 16 & 255);
    ja_xml_format(xml, "g", "%u", colour >> 8 & 255);
    ja_xml_format(xml, "b", "%u", colour & 255);
    ja_xml_close(xml);
}

static void write_node(ja_xml *xml, const ja_picture *picture, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    const ja_picture_node *shown = ja_shown(picture, index);
    ja_xml_open(xml, "node");
    ja_xml_format(xml, "id", "n%zu", index);
    ja_xml_attribute(xml, "label", ja_label(picture, node));
    write_values(xml, picture, index, ja_node_attribute_count(), ja_node_attribute, ja_node_value);
    ja_xml_open(xml, "viz:size");
    ja_xml_number(xml, "value", 10 * ja_relative_size(picture, index));
    ja_xml_close(xml);
    if (picture->laid_out && shown) {
        ja_xml_open(xml, "viz:position");
        ja_xml_number(xml, "x", shown->at.x);
        ja_xml_number(xml, "y", -shown->at.y); /* upwards */
        ja_xml_number(xml, "z", 0);
        ja_xml_close(xml);
    }
    write_colour(xml, ja_kind_colours(node->kind).strong);
    ja_xml_close_full(xml);
}

static void write_edge(ja_xml *xml, const ja_picture *picture, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    ja_xml_open(xml, "edge");
    ja_xml_format(xml, "id", "e%zu", index);
    ja_xml_format(xml, "source", "n%zu", edge->source);
    ja_xml_format(xml, "target", "n%zu", edge->target);
    ja_xml_attribute(xml, "weight", ja_decimal(xml->arena, edge->weight));
    ja_xml_attribute(xml, "kind", jaccuse_relation_name(edge->relation));
    ja_xml_attribute(xml, "label", ja_edge_label(picture, edge));
    write_values(xml, picture, index, ja_edge_attribute_count(), ja_edge_attribute, ja_edge_value);
    write_colour(xml, accuses ? ja_accuses_colour : ja_denies_colour);
    ja_xml_close_full(xml);
}

static void write_graph(ja_xml *xml, const ja_picture *picture)
{
    ja_xml_open(xml, "graph");
    ja_xml_attribute(xml, "mode", "static");
    ja_xml_attribute(xml, "defaultedgetype", "directed");
    ja_xml_attribute(xml, "idtype", "string");
    write_attributes(xml, "node", ja_node_attribute_count(), ja_node_attribute);
    write_attributes(xml, "edge", ja_edge_attribute_count(), ja_edge_attribute);
    ja_xml_open(xml, "nodes");
    for (size_t i = 0; i < jaccuse_network_node_count(picture->network); i++)
        write_node(xml, picture, i);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "edges");
    for (size_t i = 0; i < jaccuse_network_edge_count(picture->network); i++)
        write_edge(xml, picture, i);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
}

void ja_gexf_write(ja_xml *xml, const ja_picture *picture)
{
    ja_xml_declaration(xml);
    ja_xml_open(xml, "gexf");
    ja_xml_attribute(xml, "xmlns", "http://gexf.net/1.3");
    ja_xml_attribute(xml, "xmlns:viz", "http://gexf.net/1.3/viz");
    ja_xml_attribute(xml, "version", "1.3");
    ja_xml_open(xml, "meta");
    ja_xml_element(xml, "creator", "jaccuse");
    ja_xml_element(xml, "description", picture->title);
    ja_xml_close_full(xml);
    write_graph(xml, picture);
    ja_xml_close_full(xml);
}
