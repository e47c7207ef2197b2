/* The map as SVG: sheet, heading, arrows, boxes, marks. The legend is in svg_legend.c, the single
 * signs are in svg_signs.c. Graphviz does not write it: its own has neither classes nor legend, and
 * breaks on names. */
#include "output/svg.h"

#include <math.h>

const double ja_svg_margin = 28, ja_svg_narrowest = 840;

static const double TITLE_FONT = 23, SUBTITLE_FONT = 13;
static const size_t TITLE_LINES = 3;
static const double LEGEND_GAP = 30, DRAWING_GAP = 22;

/* The colours of light paper; those of a dark screen are below. */
static const char *const SHEET =
    "\ntext{font-family:Helvetica,Arial,\"DejaVu Sans\",sans-serif;fill:#1a1a1a}\n"
    ".paper{fill:#fffefb}\n"
    ".title{font-size:23px;font-weight:bold}\n"
    ".subtitle{font-size:13px;fill:#595959}\n"
    ".legend text{font-size:12px;fill:#333333}\n"
    ".rule{stroke:#1a1a1a;stroke-width:1}\n"
    ".thin{stroke:#c8c8c8;stroke-width:1}\n"
    ".line{fill:none;stroke-linecap:butt}\n"
    ".accuses .line{stroke:#d55e00}\n"
    ".accuses .head{fill:#d55e00;stroke:#d55e00}\n"
    ".denies .line{stroke:#0072b2;stroke-dasharray:7 4}\n"
    ".denies .head{fill:#fffefb;stroke:#0072b2;stroke-width:1.5}\n"
    ".head{stroke-linejoin:miter}\n"
    ".pill{fill:#fffefb}\n"
    ".accuses .pill{stroke:#d55e00}\n"
    ".denies .pill{stroke:#0072b2}\n"
    ".mark text{font-size:9.5px;font-weight:bold;text-anchor:middle}\n"
    ".sign{fill:#0072b2;stroke:#fffefb;stroke-width:1.5}\n"
    ".slash{stroke:#ffffff;stroke-width:1.6;stroke-linecap:round}\n"
    ".node text{text-anchor:middle;fill:#1a1a1a}\n"
    ".shape{stroke-width:1.4}\n"
    ".sample{fill:#ffffff;stroke:#777777;stroke-width:1.2}\n"
    "a{cursor:pointer}\n"
    ".edge:hover .line{stroke-width:6}\n";

/* Boxes keep their light tints and dark letters. */
static const char *const DARK_SHEET = "@media (prefers-color-scheme:dark){\n"
                                      "text{fill:#ececec}\n"
                                      ".paper{fill:#16181c}\n"
                                      ".subtitle{fill:#b4b4b4}\n"
                                      ".legend text{fill:#d4d4d4}\n"
                                      ".rule{stroke:#ececec}\n"
                                      ".thin{stroke:#4a4a4a}\n"
                                      ".accuses .line{stroke:#ff7f2a}\n"
                                      ".accuses .head{fill:#ff7f2a;stroke:#ff7f2a}\n"
                                      ".denies .line{stroke:#56b4e9}\n"
                                      ".denies .head{fill:#16181c;stroke:#56b4e9}\n"
                                      ".pill{fill:#16181c}\n"
                                      ".accuses .pill{stroke:#ff7f2a}\n"
                                      ".denies .pill{stroke:#56b4e9}\n"
                                      ".sign{stroke:#16181c}\n"
                                      ".node text{fill:#1a1a1a}\n"
                                      "}\n";

static void write_style(ja_xml *xml)
{
    ja_xml_open(xml, "style");
    ja_xml_raw(xml, SHEET);
    for (unsigned kind = 0; kind < JACCUSE_KIND_COUNT; kind++) {
        ja_colours colours = ja_kind_colours((jaccuse_kind)kind);
        ja_xml_raw(xml,
                   ja_format(xml->arena, ".kind-%s .shape{fill:#%06x;stroke:#%06x}\n",
                             jaccuse_kind_name((jaccuse_kind)kind), colours.fill, colours.border));
    }
    ja_xml_raw(xml, DARK_SHEET);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
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

/* The height of the heading; writes it where xml is not NULL. */
static double heading(ja_xml *xml, const ja_picture *picture, double width)
{
    double room = width - 2 * ja_svg_margin;
    double y = 20;
    y = write_lines(
        xml, "title",
        ja_text_wrap(picture->arena, picture->title, TITLE_FONT, true, room, TITLE_LINES), y,
        TITLE_FONT);
    y = write_lines(xml, "subtitle",
                    ja_text_wrap(picture->arena, picture->subtitle, SUBTITLE_FONT, false, room, 3),
                    y + 4, SUBTITLE_FONT);
    return y + 6;
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
    if (edge->url) {
        ja_xml_open(xml, "a");
        ja_xml_attribute(xml, "href", edge->url);
    }
    ja_svg_arrow(xml, relation, edge->thickness, edge->curve, edge->curve_count);
    if (edge->url)
        ja_xml_close_full(xml);
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
    ja_svg_mark(xml, edge->mark, edge->mark_width, edge->count, edge->answered);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_node(ja_xml *xml, const ja_picture_node *node)
{
    ja_xml_open(xml, "g");
    ja_xml_format(xml, "class", "node kind-%s", jaccuse_kind_name(node->node->kind));
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

static void open_group(ja_xml *xml, const char *class_name)
{
    ja_xml_open(xml, "g");
    ja_xml_attribute(xml, "class", class_name);
}

static void write_drawing(ja_xml *xml, const ja_picture *picture, double x, double y)
{
    open_group(xml, "drawing");
    ja_xml_attribute(xml, "transform",
                     ja_format(xml->arena, "translate(%s %s)", ja_fixed(xml->arena, x),
                               ja_fixed(xml->arena, y)));
    ja_xml_raw(xml, "\n");
    for (size_t i = 0; i < picture->edge_count; i++)
        write_edge(xml, picture, &picture->edges[i]);
    for (size_t i = 0; i < picture->node_count; i++)
        write_node(xml, &picture->nodes[i]);
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
    ja_xml_text(xml, ja_word_fill(&picture->words, "describe", picture->subtitle, NULL));
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

void ja_svg_write(ja_xml *xml, const ja_picture *picture, bool with_heading)
{
    double margin = ja_svg_margin;
    double width = ceil(fmax(picture->width + 2 * margin, ja_svg_narrowest));
    double top = with_heading ? heading(NULL, picture, width) : 0;
    double drawing_height = picture->node_count > 0 ? picture->height : 40;
    double legend_top = top + DRAWING_GAP + drawing_height + LEGEND_GAP;
    double legend_height = ja_svg_legend(NULL, picture, 0, 0, width - 2 * margin);
    double height = ceil(legend_top + legend_height + 16);
    open_document(xml, picture, width, height);
    write_style(xml);
    write_paper(xml, width, height);
    if (with_heading) {
        open_group(xml, "heading");
        heading(xml, picture, width);
        ja_xml_close_full(xml);
        ja_xml_raw(xml, "\n");
    }
    if (picture->node_count > 0)
        write_drawing(xml, picture, (width - picture->width) / 2, top + DRAWING_GAP);
    else
        ja_svg_text(xml, "subtitle", margin, top + DRAWING_GAP + 20,
                    ja_word(&picture->words, "empty"));
    open_group(xml, "legend");
    ja_svg_legend(xml, picture, margin, legend_top, width - 2 * margin);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}
