/* The legend of the SVG: what arrows, marks, boxes and sizes mean, in rows that wrap. */

#include "output/svg.h"

static const double NOTE_FONT = 11, NOTE_ROW = 16;
static const double FONT = 12, ROW = 24, SAMPLE = 40, GAP = 8, COLUMN_GAP = 24;

/* Where the next entry goes; the same walk measures and writes. */
typedef struct rows {
    ja_xml *xml; /* NULL: only measured */
    const ja_picture *picture;
    double left, width;
    double x, y; /* of the next entry; y is the middle of its row */
} rows;

static void end_row(rows *legend)
{
    if (legend->x > legend->left) {
        legend->x = legend->left;
        legend->y += ROW;
    }
}

/* Makes room for a sample and its text; the sample's centre. The text is written here. */
static ja_point place(rows *legend, double sample, const char *text)
{
    double need = sample + GAP + ja_text_width(text, FONT, false);
    if (legend->x > legend->left && legend->x + need > legend->left + legend->width)
        end_row(legend);
    ja_point at = {legend->x + sample / 2, legend->y};
    if (legend->xml)
        ja_svg_text(legend->xml, NULL, legend->x + sample + (sample > 0 ? GAP : 0),
                    legend->y + FONT * 0.36, text);
    legend->x += need + COLUMN_GAP;
    return at;
}

static void add_relation(rows *legend, jaccuse_relation relation, bool answered, const char *key)
{
    ja_point at = place(legend, SAMPLE, ja_word(&legend->picture->words, key));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_format(legend->xml, "class", "mark %s", jaccuse_relation_name(relation));
    ja_point curve[4];
    for (int i = 0; i < 4; i++)
        curve[i] = (ja_point){at.x - SAMPLE / 2 + SAMPLE * i / 3, at.y};
    ja_svg_arrow(legend->xml, relation, 2, 0, curve, 4);
    if (answered)
        ja_svg_mark(legend->xml, (ja_point){at.x - 5, at.y}, 12, NULL, true);
    ja_xml_close_full(legend->xml);
}

static void add_unattributed(rows *legend)
{
    ja_point at = place(legend, 16, ja_word(&legend->picture->words, "legend.unattributed"));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_attribute(legend->xml, "class", "accuses");
    ja_svg_stub(legend->xml, (ja_point){at.x, at.y + 6});
    ja_xml_close_full(legend->xml);
}

static bool shows_unattributed(const ja_picture *picture)
{
    for (size_t i = 0; i < picture->node_count; i++)
        if (picture->nodes[i].node->unattributed_count > 0)
            return true;
    return false;
}

static void add_count(rows *legend)
{
    ja_point at = place(legend, 18, ja_word(&legend->picture->words, "legend.count"));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_format(legend->xml, "class", "mark %s", jaccuse_relation_name(JACCUSE_ACCUSES));
    ja_svg_mark(legend->xml, at, 18, "3", false);
    ja_xml_close_full(legend->xml);
}

static void add_kind(rows *legend, jaccuse_kind kind)
{
    const char *name = jaccuse_kind_name(kind);
    ja_point at = place(legend, 26, ja_word_of(&legend->picture->words, "kind", name));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_format(legend->xml, "class", "kind-%s", name);
    ja_svg_shape(legend->xml, kind, at, 26, 15);
    ja_xml_close_full(legend->xml);
}

static void add_community(rows *legend, size_t community)
{
    const ja_picture *picture = legend->picture;
    const ja_picture_node *leader = ja_community_leader(picture, community);
    if (!leader)
        return;
    const ja_words *words = &picture->words;
    const char *name = ja_text_cut(picture->arena, leader->label, 32);
    ja_point at =
        place(legend, 26,
              community < JA_COMMUNITIES ? ja_word_fill(words, "legend.community", name, NULL)
                                         : ja_word(words, "legend.community_rest"));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_format(legend->xml, "class", "community-%zu", community);
    ja_svg_shape(legend->xml, JACCUSE_STATE, at, 26, 15);
    ja_xml_close_full(legend->xml);
}

/* Three lines that meet three. */
static void add_junction(rows *legend)
{
    ja_point at = place(legend, SAMPLE, ja_word(&legend->picture->words, "legend.junction"));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_attribute(legend->xml, "class", "denies");
    for (int i = 0; i < 6; i++) {
        double side = i < 3 ? -1 : 1, height = 7 * (i % 3 - 1);
        ja_point curve[4] = {at,
                             {at.x + side * SAMPLE / 3, at.y},
                             {at.x + side * SAMPLE / 4, at.y + height},
                             {at.x + side * SAMPLE / 2, at.y + height}};
        ja_svg_line(legend->xml, 1.3, 0, curve, 4);
    }
    ja_svg_junction(legend->xml, at);
    ja_xml_close_full(legend->xml);
}

static void add_frame(rows *legend)
{
    ja_point at = place(legend, 26, ja_word(&legend->picture->words, "legend.frame"));
    if (!legend->xml)
        return;
    ja_xml_open(legend->xml, "g");
    ja_xml_attribute(legend->xml, "class", "frame");
    ja_xml_open(legend->xml, "rect");
    ja_xml_number(legend->xml, "x", at.x - 13);
    ja_xml_number(legend->xml, "y", at.y - 8);
    ja_xml_number(legend->xml, "width", 26);
    ja_xml_number(legend->xml, "height", 16);
    ja_xml_number(legend->xml, "rx", 3);
    ja_xml_close(legend->xml);
    ja_xml_close_full(legend->xml);
}

static void add_sample(ja_xml *xml, double x, double y, double width, double height)
{
    ja_xml_open(xml, "rect");
    ja_xml_attribute(xml, "class", "sample");
    ja_xml_number(xml, "x", x);
    ja_xml_number(xml, "y", y - height / 2);
    ja_xml_number(xml, "width", width);
    ja_xml_number(xml, "height", height);
    ja_xml_close(xml);
}

static void add_size(rows *legend)
{
    const char *measure = jaccuse_measure_name(legend->picture->size_by);
    ja_point at = place(legend, SAMPLE, ja_word_of(&legend->picture->words, "size", measure));
    if (!legend->xml)
        return;
    add_sample(legend->xml, at.x - 19, at.y, 13, 8);
    add_sample(legend->xml, at.x - 2, at.y, 22, 15);
}

static bool shows_relation(const ja_picture *picture, jaccuse_relation relation, bool answered)
{
    for (size_t i = 0; i < picture->edge_count; i++)
        if (picture->edges[i].edge->relation == relation &&
            (!answered || picture->edges[i].answered))
            return true;
    return false;
}

static bool shows_count(const ja_picture *picture)
{
    for (size_t i = 0; i < picture->edge_count; i++)
        if (picture->edges[i].count)
            return true;
    return false;
}

static bool shows_kind(const ja_picture *picture, jaccuse_kind kind)
{
    for (size_t i = 0; i < picture->node_count; i++)
        if (picture->nodes[i].node->kind == kind)
            return true;
    return false;
}

static void add_relations(rows *legend)
{
    const ja_picture *picture = legend->picture;
    if (shows_relation(picture, JACCUSE_ACCUSES, false))
        add_relation(legend, JACCUSE_ACCUSES, false, "legend.accuses");
    if (shows_relation(picture, JACCUSE_ACCUSES, true))
        add_relation(legend, JACCUSE_ACCUSES, true, "legend.answered");
    if (shows_relation(picture, JACCUSE_DENIES, false))
        add_relation(legend, JACCUSE_DENIES, false, "legend.denies");
    if (shows_count(picture) && !picture->timeline)
        add_count(legend);
    if (shows_unattributed(picture))
        add_unattributed(legend);
    end_row(legend);
    if (picture->junction_count > 0)
        add_junction(legend);
    end_row(legend);
}

/* The last lines, smaller; how much they take. */
static double add_note(const rows *legend)
{
    const ja_picture *picture = legend->picture;
    ja_lines lines = ja_text_wrap(picture->arena, ja_word(&picture->words, "note"), NOTE_FONT,
                                  false, legend->width, 4);
    for (size_t i = 0; legend->xml && i < lines.count; i++)
        ja_svg_text(legend->xml, "note", legend->left,
                    legend->y + NOTE_FONT * 0.36 + NOTE_ROW * (double)i, lines.at[i]);
    return NOTE_ROW * (double)lines.count;
}

double ja_svg_legend(ja_xml *xml, const ja_picture *picture, double x, double y, double width)
{
    rows legend = {xml, picture, x, width, x, y + ROW / 2 + 4};
    if (xml) {
        ja_xml_open(xml, "path");
        ja_xml_attribute(xml, "class", "rule");
        ja_xml_attribute(xml, "d",
                         ja_format(xml->arena, "M%s %sh%s", ja_fixed(xml->arena, x),
                                   ja_fixed(xml->arena, y - 6), ja_fixed(xml->arena, width)));
        ja_xml_close(xml);
    }
    add_relations(&legend);
    for (unsigned kind = 0; kind < JACCUSE_KIND_COUNT; kind++)
        if (shows_kind(picture, (jaccuse_kind)kind))
            add_kind(&legend, (jaccuse_kind)kind);
    end_row(&legend);
    for (size_t i = 0; picture->colour_by == JACCUSE_COLOUR_COMMUNITY && i <= JA_COMMUNITIES; i++)
        add_community(&legend, i);
    end_row(&legend);
    if (picture->frame_count > 0)
        add_frame(&legend);
    if (picture->node_count > 1 && !picture->timeline)
        add_size(&legend);
    end_row(&legend);
    for (size_t i = 0; i < picture->remark_count; i++)
        place(&legend, 0, picture->remarks[i]);
    end_row(&legend);
    legend.y += add_note(&legend);
    return legend.y - ROW / 2 - y;
}
