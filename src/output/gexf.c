/* GEXF 1.3, static or with spells, for Gephi's timeline. A static file has one block of attributes
 * a class, since some readers stumble over more; a dynamic one needs two for its edges, whose
 * weight changes with time. A spell without bounds is one that lasts for ever. The date of writing
 * is left out, so that the same network gives the same bytes. */
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

/* The attribute that the format knows as the weight of edges over time. */
static void write_dynamic_weight(ja_xml *xml)
{
    ja_xml_open(xml, "attributes");
    ja_xml_attribute(xml, "class", "edge");
    ja_xml_attribute(xml, "mode", "dynamic");
    ja_xml_open(xml, "attribute");
    ja_xml_attribute(xml, "id", "weight");
    ja_xml_attribute(xml, "title", "weight");
    ja_xml_attribute(xml, "type", "double");
    ja_xml_close(xml);
    ja_xml_close_full(xml);
}

static void write_bounds(ja_xml *xml, const ja_spell *spell)
{
    ja_xml_attribute(xml, "start", ja_day_text(xml->arena, spell->first));
    ja_xml_attribute(xml, "end", ja_day_text(xml->arena, spell->last));
}

static void write_spells(ja_xml *xml, ja_spell_list list)
{
    ja_xml_open(xml, "spells");
    for (size_t i = 0; i < list.count; i++) {
        ja_xml_open(xml, "spell");
        write_bounds(xml, &list.at[i]);
        ja_xml_close(xml);
    }
    if (list.count == 0) {
        ja_xml_open(xml, "spell");
        ja_xml_close(xml);
    }
    ja_xml_close_full(xml);
}

/* In each spell the number of its stories; for ever, all of them. */
static void write_weights(ja_xml *xml, const jaccuse_edge *edge, ja_spell_list list)
{
    for (size_t i = 0; i < list.count || i == 0; i++) {
        double weight = list.count ? (double)list.at[i].stories : edge->weight;
        ja_xml_open(xml, "attvalue");
        ja_xml_attribute(xml, "for", "weight");
        ja_xml_attribute(xml, "value", ja_decimal(xml->arena, weight));
        if (list.count)
            write_bounds(xml, &list.at[i]);
        ja_xml_close(xml);
    }
}

/* Leaves <attvalues> open. */
static void open_values(ja_xml *xml, const ja_picture *picture, size_t index, size_t count,
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
}

static void write_colour(ja_xml *xml, unsigned colour)
{
    ja_xml_open(xml, "viz:color");
    ja_xml_format(xml, "r", "%u", colour >> 16 & 255);
    ja_xml_format(xml, "g", "%u", colour >> 8 & 255);
    ja_xml_format(xml, "b", "%u", colour & 255);
    ja_xml_close(xml);
}

static void write_place(ja_xml *xml, const ja_picture *picture, size_t index)
{
    const ja_picture_node *shown = ja_shown(picture, index);
    if (!picture->laid_out || !shown)
        return;
    ja_xml_open(xml, "viz:position");
    ja_xml_number(xml, "x", shown->at.x);
    ja_xml_number(xml, "y", -shown->at.y); /* upwards */
    ja_xml_number(xml, "z", 0);
    ja_xml_close(xml);
}

static void write_node(ja_xml *xml, const ja_picture *picture, size_t index,
                       const ja_spells *spells)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    ja_xml_open(xml, "node");
    ja_xml_format(xml, "id", "n%zu", index);
    ja_xml_attribute(xml, "label", ja_label(picture, node));
    open_values(xml, picture, index, ja_node_attribute_count(), ja_node_attribute, ja_node_value);
    ja_xml_close_full(xml);
    if (spells)
        write_spells(xml, spells->nodes[index]);
    ja_xml_open(xml, "viz:size");
    ja_xml_number(xml, "value", 10 * ja_relative_size(picture, index));
    ja_xml_close(xml);
    write_place(xml, picture, index);
    write_colour(xml, ja_kind_colours(node->kind).strong);
    ja_xml_close_full(xml);
}

static void write_edge(ja_xml *xml, const ja_picture *picture, size_t index,
                       const ja_spells *spells)
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
    open_values(xml, picture, index, ja_edge_attribute_count(), ja_edge_attribute, ja_edge_value);
    if (spells)
        write_weights(xml, edge, spells->edges[index]);
    ja_xml_close_full(xml);
    if (spells)
        write_spells(xml, spells->edges[index]);
    write_colour(xml, accuses ? ja_accuses_colour : ja_denies_colour);
    ja_xml_close_full(xml);
}

static void write_attribute_blocks(ja_xml *xml, bool dynamic)
{
    write_attributes(xml, "node", ja_node_attribute_count(), ja_node_attribute);
    write_attributes(xml, "edge", ja_edge_attribute_count(), ja_edge_attribute);
    if (dynamic)
        write_dynamic_weight(xml);
}

static void write_graph(ja_sink *sink, const ja_picture *picture, const ja_spells *spells)
{
    ja_xml *xml = &sink->xml;
    size_t nodes = jaccuse_network_node_count(picture->network);
    size_t edges = jaccuse_network_edge_count(picture->network);
    ja_xml_open(xml, "graph");
    ja_xml_attribute(xml, "mode", spells ? "dynamic" : "static");
    ja_xml_attribute(xml, "defaultedgetype", "directed");
    ja_xml_attribute(xml, "idtype", "string");
    ja_xml_attribute(xml, "timeformat", spells ? "date" : NULL);
    ja_xml_attribute(xml, "timerepresentation", spells ? "interval" : NULL);
    write_attribute_blocks(xml, spells != NULL);
    ja_xml_open(xml, "nodes");
    for (size_t i = 0; ja_sink_begin_row(sink) && i < nodes; i++)
        write_node(xml, picture, i, spells);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "edges");
    for (size_t i = 0; ja_sink_begin_row(sink) && i < edges; i++)
        write_edge(xml, picture, i, spells);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
}

void ja_gexf_write(ja_sink *sink, const ja_picture *picture, const ja_spells *spells)
{
    ja_xml *xml = &sink->xml;
    ja_xml_declaration(xml);
    ja_xml_open(xml, "gexf");
    ja_xml_attribute(xml, "xmlns", "http://gexf.net/1.3");
    ja_xml_attribute(xml, "xmlns:viz", "http://gexf.net/1.3/viz");
    ja_xml_attribute(xml, "version", "1.3");
    ja_xml_open(xml, "meta");
    ja_xml_element(xml, "creator", "jaccuse");
    ja_xml_element(xml, "description", picture->title);
    ja_xml_close_full(xml);
    write_graph(sink, picture, spells);
    ja_xml_close_full(xml);
}
