/* The map as SVG: sheet, heading, arrows, boxes, marks. The legend is in svg_legend.c, the single
 * signs are in svg_signs.c, the
 * colours in svg_sheet.c. Graphviz does not write it: its own has neither classes nor legend, and
 * breaks on names. */
#include "output/svg.h"

#include <math.h>

const double ja_svg_margin = 28, ja_svg_narrowest = 840;

static const double TITLE_FONT = 23, SUBTITLE_FONT = 13;
static const size_t TITLE_LINES = 3;
static const double LEGEND_GAP = 30, DRAWING_GAP = 22;

static void open_group(ja_xml *xml, const char *class_name)
{
    ja_xml_open(xml, "g");
    ja_xml_attribute(xml, "class", class_name);
}

static double write_lines(ja_xml *xml, const char *class_name, ja_lines lines, double y,
                          double font)
{
    for (size_t i = 0; i < lines.count; i++) {
        y += font * ja_line_height;
        if (xml)
            ja_svg_text(xml, class_name, ja_svg_margin, y - font * 0.25, lines.at[i]);
    }
    return y;
}

double ja_svg_heading(ja_xml *xml, const ja_picture *picture, double width)
{
    double room = width - 2 * ja_svg_margin;
    ja_lines title =
        ja_text_wrap(picture->arena, picture->title, TITLE_FONT, true, room, TITLE_LINES);
    ja_lines subtitle =
        ja_text_wrap(picture->arena, picture->subtitle, SUBTITLE_FONT, false, room, 3);
    if (xml)
        open_group(xml, "heading");
    double y = write_lines(xml, "title", title, 20, TITLE_FONT);
    y = write_lines(xml, "subtitle", subtitle, y + 4, SUBTITLE_FONT);
    if (xml) {
        ja_xml_close_full(xml);
        ja_xml_raw(xml, "\n");
    }
    return y + 6;
}

static void open_link(ja_xml *xml, const char *url)
{
    ja_xml_open(xml, "a");
    ja_xml_attribute(xml, "href", url);
}

static void write_edge(ja_xml *xml, const ja_picture *picture, const ja_picture_edge *edge)
{
    jaccuse_relation relation = edge->edge->relation;
    ja_xml_open(xml, "g");
    ja_xml_format(xml, "class", "edge %s%s", jaccuse_relation_name(relation),
                  edge->answered ? " answered" : "");
    ja_xml_format(xml, "id", "e%zu", edge->index);
    ja_xml_attribute(xml, "data-source", picture->nodes[edge->source].node->id);
    ja_xml_attribute(xml, "data-target", picture->nodes[edge->target].node->id);
    ja_xml_element(xml, "title", edge->tooltip);
    if (edge->url)
        open_link(xml, edge->url);
    ja_svg_arrow(xml, relation, edge->thickness, edge->dash, edge->curve, edge->curve_count);
    if (edge->url)
        ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

/* Who is accused by nobody named gets a short arrow from nowhere. */
static void write_unattributed(ja_xml *xml, const ja_picture *picture, const ja_picture_node *node)
{
    const jaccuse_node *accused = node->node;
    if (accused->unattributed_count == 0)
        return;
    ja_point at = {node->at.x + node->width / 2 - 14, node->at.y - node->height / 2};
    const char *url = ja_evidence_url(picture, accused->unattributed, accused->unattributed_count);
    open_group(xml, "unattributed accuses");
    ja_xml_format(xml, "data-node", "n%zu", node->index);
    ja_xml_element(xml, "title", node->tooltip);
    if (url)
        open_link(xml, url);
    ja_svg_stub(xml, at);
    if (url)
        ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_edges(ja_xml *xml, const ja_picture *picture, jaccuse_relation relation)
{
    for (size_t i = 0; i < picture->edge_count; i++)
        if (picture->edges[i].edge->relation == relation)
            write_edge(xml, picture, &picture->edges[i]);
}

static void write_frame(ja_xml *xml, const ja_frame *frame)
{
    double left = frame->at.x - frame->width / 2, top = frame->at.y - frame->height / 2;
    ja_xml_open(xml, "g");
    ja_xml_attribute(xml, "class", "frame");
    ja_xml_open(xml, "rect");
    ja_xml_number(xml, "x", left);
    ja_xml_number(xml, "y", top);
    ja_xml_number(xml, "width", frame->width);
    ja_xml_number(xml, "height", frame->height);
    ja_xml_number(xml, "rx", 6);
    ja_xml_close(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

/* Above all lines, with a rim that keeps it readable. */
static void write_frame_label(ja_xml *xml, const ja_frame *frame)
{
    open_group(xml, "frame-label");
    ja_svg_text(xml, NULL, frame->at.x - frame->width / 2 + 14,
                frame->at.y - frame->height / 2 + 18, frame->label);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

/* Marks stand above all lines. */
static void write_mark(ja_xml *xml, const ja_picture_edge *edge)
{
    if (edge->mark_width <= 0)
        return;
    ja_xml_open(xml, "g");
    ja_xml_format(xml, "class", "mark %s", jaccuse_relation_name(edge->edge->relation));
    ja_xml_format(xml, "data-edge", "e%zu", edge->index);
    ja_xml_element(xml, "title", edge->tooltip);
    if (edge->url)
        open_link(xml, edge->url);
    ja_svg_mark(xml, edge->mark, edge->mark_width, edge->count, edge->answered);
    if (edge->url)
        ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_node(ja_xml *xml, const ja_picture *picture, const ja_picture_node *node)
{
    ja_xml_open(xml, "g");
    const char *kind = jaccuse_kind_name(node->node->kind);
    if (picture->colour_by == JACCUSE_COLOUR_COMMUNITY)
        ja_xml_format(xml, "class", "node kind-%s community-%zu", kind, node->community);
    else
        ja_xml_format(xml, "class", "node kind-%s", kind);
    ja_xml_format(xml, "id", "n%zu", node->index);
    ja_xml_attribute(xml, "data-id", node->node->id);
    ja_xml_element(xml, "title", node->tooltip);
    ja_svg_shape(xml, node->node->kind, node->at, node->width, node->height);
    double line = node->font * ja_line_height;
    double y = node->at.y - line * (double)node->lines.count / 2 + node->font * 0.95;
    ja_xml_open(xml, "text");
    ja_xml_number(xml, "font-size", node->font);
    for (size_t i = 0; i < node->lines.count; i++) {
        ja_xml_open(xml, "tspan");
        ja_xml_number(xml, "x", node->at.x);
        ja_xml_number(xml, "y", y + line * (double)i);
        ja_xml_text(xml, node->lines.at[i]);
        ja_xml_close_full(xml);
    }
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_drawing(ja_xml *xml, const ja_picture *picture, double x, double y)
{
    open_group(xml, "drawing");
    ja_xml_attribute(xml, "transform",
                     ja_format(xml->arena, "translate(%s %s)", ja_fixed(xml->arena, x),
                               ja_fixed(xml->arena, y)));
    ja_xml_raw(xml, "\n");
    for (size_t i = 0; i < picture->frame_count; i++)
        write_frame(xml, &picture->frames[i]);
    write_edges(xml, picture, JACCUSE_DENIES);
    for (size_t i = 0; i < picture->junction_count; i++)
        ja_svg_junction(xml, picture->junctions[i].at);
    write_edges(xml, picture, JACCUSE_ACCUSES);
    for (size_t i = 0; i < picture->frame_count; i++)
        write_frame_label(xml, &picture->frames[i]);
    for (size_t i = 0; i < picture->node_count; i++)
        write_unattributed(xml, picture, &picture->nodes[i]);
    for (size_t i = 0; i < picture->node_count; i++)
        write_node(xml, picture, &picture->nodes[i]);
    for (size_t i = 0; i < picture->edge_count; i++)
        write_mark(xml, &picture->edges[i]);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void open_document(ja_xml *xml, const ja_picture *picture, double width, double height)
{
    ja_xml_open(xml, "svg");
    ja_xml_attribute(xml, "xmlns", "http://www.w3.org/2000/svg");
    ja_xml_number(xml, "width", width);
    ja_xml_number(xml, "height", height);
    ja_xml_attribute(xml, "viewBox",
                     ja_format(xml->arena, "0 0 %s %s", ja_fixed(xml->arena, width),
                               ja_fixed(xml->arena, height)));
    ja_xml_attribute(xml, "role", "img");
    ja_xml_attribute(xml, "aria-labelledby", "jaccuse-title jaccuse-desc");
    ja_xml_attribute(xml, "xml:lang", picture->language);
    ja_xml_raw(xml, "\n");
    ja_xml_open(xml, "title");
    ja_xml_attribute(xml, "id", "jaccuse-title");
    ja_xml_text(xml, picture->title);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "desc");
    ja_xml_attribute(xml, "id", "jaccuse-desc");
    ja_xml_text(xml,
                ja_word_fill(&picture->words, picture->timeline ? "describe.timeline" : "describe",
                             picture->subtitle, NULL));
    ja_xml_close_full(xml);
}

static void write_paper(ja_xml *xml, double width, double height)
{
    ja_xml_open(xml, "rect");
    ja_xml_attribute(xml, "class", "paper");
    ja_xml_number(xml, "width", width);
    ja_xml_number(xml, "height", height);
    ja_xml_close(xml);
    ja_xml_raw(xml, "\n");
}

void ja_svg_begin(ja_xml *xml, const ja_picture *picture, double width, double height)
{
    open_document(xml, picture, width, height);
    ja_svg_sheet(xml, picture);
    write_paper(xml, width, height);
}

void ja_svg_end(ja_xml *xml, const ja_picture *picture, double width, double legend_top)
{
    open_group(xml, "legend");
    ja_svg_legend(xml, picture, ja_svg_margin, legend_top, width - 2 * ja_svg_margin);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

void ja_svg_write(ja_xml *xml, const ja_picture *picture, bool with_heading)
{
    double margin = ja_svg_margin;
    double width = ceil(fmax(picture->width + 2 * margin, ja_svg_narrowest));
    double top = with_heading ? ja_svg_heading(NULL, picture, width) : 0;
    double drawing_height = picture->node_count > 0 ? picture->height : 40;
    double legend_top = top + DRAWING_GAP + drawing_height + LEGEND_GAP;
    double legend_height = ja_svg_legend(NULL, picture, 0, 0, width - 2 * margin);
    ja_svg_begin(xml, picture, width, ceil(legend_top + legend_height + 16));
    if (with_heading)
        ja_svg_heading(xml, picture, width);
    if (picture->node_count > 0)
        write_drawing(xml, picture, (width - picture->width) / 2, top + DRAWING_GAP);
    else
        ja_svg_text(xml, "subtitle", margin, top + DRAWING_GAP + 20,
                    ja_word(&picture->words, "empty"));
    ja_svg_end(xml, picture, width, legend_top);
}
