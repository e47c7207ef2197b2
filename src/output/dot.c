/* DOT, for Graphviz: names stand in quoted strings alone, never in ids. The whole network comes
 * with all attributes under their own names, for gvpr; their text is escaped as labels are. */
#include "base/unicode.h"
#include "output/attributes.h"
#include "output/exports.h"

/* The string as a DOT label. A label knows escapes and entities, so a backslash is doubled and an
 * ampersand spelt out; the rest stands for itself between quotes. */
static void put_label(ja_buffer *out, const ja_picture *picture, const char *text)
{
    ja_buffer_add(out, "\"", 1);
    for (const char *at = ja_clean_string(picture->arena, text); *at; at++) {
        switch (*at) {
        case '"':
            ja_buffer_add_string(out, "\\\"");
            break;
        case '\\':
            ja_buffer_add_string(out, "\\\\");
            break;
        case '&':
            ja_buffer_add_string(out, "&amp;");
            break;
        case '\n':
            ja_buffer_add_string(out, "\\n");
            break;
        case '\r':
        case '\t':
            ja_buffer_add_string(out, " ");
            break;
        default:
            ja_buffer_add(out, at, 1);
        }
    }
    ja_buffer_add(out, "\"", 1);
}

static void put_position(ja_buffer *out, const ja_picture *picture, const ja_picture_node *shown)
{
    if (!picture->laid_out || !shown)
        return;
    ja_buffer_printf(out, ", pos=\"%s,%s\"", ja_fixed(picture->arena, shown->at.x),
                     ja_fixed(picture->arena, picture->height - shown->at.y)); /* upwards */
}

/* The label, with the line breaks that the picture has. */
static const char *wrapped(const ja_picture *picture, const ja_picture_node *shown)
{
    const char *text = "";
    for (size_t i = 0; i < shown->lines.count; i++)
        text = ja_format(picture->arena, "%s%s%s", text, i ? "\n" : "", shown->lines.at[i]);
    return text;
}

static void put_attributes(ja_buffer *out, const ja_picture *picture, size_t index, size_t count,
                           ja_attribute (*attribute)(size_t),
                           const char *(*value)(const ja_picture *, size_t, size_t))
{
    for (size_t i = 0; i < count; i++) {
        const char *text = value(picture, index, i);
        if (!text)
            continue;
        ja_buffer_printf(out, ", %s=", attribute(i).name);
        put_label(out, picture, text);
    }
}

static void put_node(ja_buffer *out, const ja_picture *picture, size_t index, bool whole)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    const ja_picture_node *shown = ja_shown(picture, index);
    ja_colours colours = ja_kind_colours(node->kind);
    ja_buffer_printf(out, "  n%zu [label=", index);
    put_label(out, picture, shown ? wrapped(picture, shown) : ja_label(picture, node));
    ja_buffer_printf(out, ", fillcolor=\"#%06x\", color=\"#%06x\", class=\"%s\"", colours.fill,
                     colours.border, jaccuse_kind_name(node->kind));
    ja_buffer_add_string(out, ", tooltip=");
    put_label(out, picture, shown ? shown->tooltip : ja_label(picture, node));
    put_position(out, picture, shown);
    if (whole)
        put_attributes(out, picture, index, ja_node_attribute_count(), ja_node_attribute,
                       ja_node_value);
    ja_buffer_add_string(out, "];\n");
}

/* Denials are dashed; dotted are accusations that no article makes without reserve. */
static const char *edge_style(const jaccuse_edge *edge)
{
    if (edge->relation == JACCUSE_DENIES)
        return "dashed";
    return ja_edge_certainty(edge) == JACCUSE_ASSERTED ? "solid" : "dotted";
}

static void put_edge(ja_buffer *out, const ja_picture *picture, size_t index, bool whole)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    ja_buffer_printf(out, "  n%zu -> n%zu [label=", edge->source, edge->target);
    put_label(out, picture, ja_edge_label(picture, edge));
    ja_buffer_printf(out, ", weight=%.0f, color=\"#%06x\", style=%s, arrowhead=%s, class=\"%s\"",
                     edge->weight, accuses ? ja_accuses_colour : ja_denies_colour, edge_style(edge),
                     accuses ? "normal" : "empty", jaccuse_relation_name(edge->relation));
    const char *url = ja_evidence_url(picture, edge->evidence, edge->evidence_count);
    if (url) {
        ja_buffer_add_string(out, ", URL=");
        put_label(out, picture, url);
    }
    if (whole)
        put_attributes(out, picture, index, ja_edge_attribute_count(), ja_edge_attribute,
                       ja_edge_value);
    ja_buffer_add_string(out, "];\n");
}

static bool is_shown(const ja_picture *picture, const jaccuse_edge *edge)
{
    return ja_shown(picture, edge->source) && ja_shown(picture, edge->target);
}

/* So that programs find every attribute at every node and edge. */
static void declare(ja_buffer *out, const char *owner, size_t count,
                    ja_attribute (*attribute)(size_t))
{
    ja_buffer_printf(out, "  %s [", owner);
    for (size_t i = 0; i < count; i++)
        ja_buffer_printf(out, "%s%s=\"\"", i ? ", " : "", attribute(i).name);
    ja_buffer_add_string(out, "];\n");
}

void ja_dot_write(ja_sink *sink, const ja_picture *picture, bool whole)
{
    const jaccuse_network *network = picture->network;
    ja_buffer *out = &sink->text;
    ja_buffer_add_string(out, "digraph jaccuse {\n  graph [rankdir=LR, charset=\"UTF-8\", label=");
    put_label(out, picture, picture->title);
    ja_buffer_add_string(out, ", labelloc=t];\n"
                              "  node [shape=box, style=filled, fontname=\"Helvetica\"];\n"
                              "  edge [fontname=\"Helvetica\", fontsize=10];\n");
    if (whole) {
        declare(out, "node", ja_node_attribute_count(), ja_node_attribute);
        declare(out, "edge", ja_edge_attribute_count(), ja_edge_attribute);
    }
    for (size_t i = 0; ja_sink_begin_row(sink) && i < jaccuse_network_node_count(network); i++) {
        if (whole || ja_shown(picture, i))
            put_node(out, picture, i, whole);
    }
    for (size_t i = 0; ja_sink_begin_row(sink) && i < jaccuse_network_edge_count(network); i++) {
        if (whole || is_shown(picture, jaccuse_network_edge(network, i)))
            put_edge(out, picture, i, whole);
    }
    ja_buffer_add_string(out, "}\n");
}
