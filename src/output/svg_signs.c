/* The single signs of the SVG: boxes by kind, arrows, marks. */
#include <math.h>
#include <string.h>

#include "output/geometry.h"
#include "output/svg.h"

void ja_svg_text(ja_xml *xml, const char *class_name, double x, double y, const char *text)
{
    ja_xml_open(xml, "text");
    ja_xml_attribute(xml, "class", class_name);
    ja_xml_number(xml, "x", x);
    ja_xml_number(xml, "y", y);
    ja_xml_text(xml, text);
    ja_xml_close_full(xml);
}

static void write_line(ja_xml *xml, const char *class_name, ja_point from, ja_point to)
{
    ja_xml_open(xml, "line");
    ja_xml_attribute(xml, "class", class_name);
    ja_xml_number(xml, "x1", from.x);
    ja_xml_number(xml, "y1", from.y);
    ja_xml_number(xml, "x2", to.x);
    ja_xml_number(xml, "y2", to.y);
    ja_xml_close(xml);
}

static void write_rectangle(ja_xml *xml, const char *class_name, ja_point at, double width,
                            double height, double radius)
{
    ja_xml_open(xml, "rect");
    ja_xml_attribute(xml, "class", class_name);
    ja_xml_number(xml, "x", at.x - width / 2);
    ja_xml_number(xml, "y", at.y - height / 2);
    ja_xml_number(xml, "width", width);
    ja_xml_number(xml, "height", height);
    if (radius > 0)
        ja_xml_number(xml, "rx", radius);
    ja_xml_close(xml);
}

static void write_path(ja_xml *xml, const char *class_name, const ja_point *points, size_t count,
                       bool closed)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = ja_format(xml->arena, "%s%s%s %s", text, i ? "L" : "M",
                         ja_fixed(xml->arena, points[i].x), ja_fixed(xml->arena, points[i].y));
    ja_xml_open(xml, "path");
    ja_xml_attribute(xml, "class", class_name);
    ja_xml_attribute(xml, "d", closed ? ja_format(xml->arena, "%sZ", text) : text);
    ja_xml_close(xml);
}

/* A box with its corners cut, by `cut` at each of upper left, upper right, lower right, lower
 * left. */
static void write_cut_box(ja_xml *xml, ja_point at, double width, double height,
                          const double cut[4])
{
    double left = at.x - width / 2, right = at.x + width / 2;
    double top = at.y - height / 2, bottom = at.y + height / 2;
    ja_point points[8] = {
        {left, top + cut[0]},    {left + cut[0], top},     {right - cut[1], top},
        {right, top + cut[1]},   {right, bottom - cut[2]}, {right - cut[2], bottom},
        {left + cut[3], bottom}, {left, bottom - cut[3]},
    };
    write_path(xml, "shape", points, 8, true);
}

/* All boxes fill the rectangle that edges end at, but for their corners: so arrow heads touch. */
void ja_svg_shape(ja_xml *xml, jaccuse_kind kind, ja_point at, double width, double height)
{
    double cut = fmin(8, height / 3);
    ja_point top_left = {at.x - width / 2, at.y - height / 2};
    switch (kind) {
    case JACCUSE_PERSON: /* round */
        write_rectangle(xml, "shape", at, width, height, fmin(12, height / 2));
        return;
    case JACCUSE_GOVERNMENT: /* doubly framed */
        write_rectangle(xml, "shape", at, width, height, 0);
        write_rectangle(xml, "shape", at, width - 6, height - 6, 0);
        return;
    case JACCUSE_COMPANY: /* all corners cut */
        write_cut_box(xml, at, width, height, (double[4]){cut, cut, cut, cut});
        return;
    case JACCUSE_MEDIA: /* a sheet with a folded corner */
        write_cut_box(xml, at, width, height, (double[4]){0, cut, 0, 0});
        write_path(xml, "shape",
                   (ja_point[3]){{at.x + width / 2 - cut, top_left.y},
                                 {at.x + width / 2 - cut, top_left.y + cut},
                                 {at.x + width / 2, top_left.y + cut}},
                   3, false);
        return;
    case JACCUSE_ORGANISATION: /* slightly round, with a bar */
        write_rectangle(xml, "shape", at, width, height, 4);
        write_line(xml, "shape", (ja_point){top_left.x + 5, top_left.y},
                   (ja_point){top_left.x + 5, top_left.y + height});
        return;
    case JACCUSE_GROUP: /* two sheets */
        write_rectangle(xml, "shape", (ja_point){at.x + 1.5, at.y - 1.5}, width - 3, height - 3, 4);
        write_rectangle(xml, "shape", (ja_point){at.x - 1.5, at.y + 1.5}, width - 3, height - 3, 4);
        return;
    case JACCUSE_STATE:
    case JACCUSE_KIND_COUNT:
        break;
    }
    write_rectangle(xml, "shape", at, width, height, 0);
}

void ja_svg_line(ja_xml *xml, double thickness, double dash, const ja_point *curve, size_t count)
{
    ja_arena *arena = xml->arena;
    const char *text =
        ja_format(arena, "M%s %s", ja_fixed(arena, curve[0].x), ja_fixed(arena, curve[0].y));
    for (size_t i = 1; i < count; i++)
        text = ja_format(arena, "%s%s%s %s", text, i % 3 == 1 ? "C" : " ",
                         ja_fixed(arena, curve[i].x), ja_fixed(arena, curve[i].y));
    ja_xml_open(xml, "path");
    ja_xml_attribute(xml, "class", "line");
    ja_xml_number(xml, "stroke-width", thickness);
    if (dash > 0)
        ja_xml_number(xml, "stroke-dashoffset", dash);
    ja_xml_attribute(xml, "d", text);
    ja_xml_close(xml);
}

/* A triangle from `base` to `tip`. */
static void write_head(ja_xml *xml, ja_point base, ja_point tip, double half_width)
{
    double length = ja_distance(base, tip);
    if (length < 0.01)
        return;
    double x = (tip.x - base.x) / length * half_width, y = (tip.y - base.y) / length * half_width;
    write_path(xml, "head", (ja_point[3]){{base.x - y, base.y + x}, tip, {base.x + y, base.y - x}},
               3, true);
}

void ja_svg_arrow(ja_xml *xml, jaccuse_relation relation, double thickness, double dash,
                  const ja_point *curve, size_t count)
{
    double length = 8 + 1.8 * thickness;
    ja_point *line = JA_NEW_N(xml->arena, ja_point, count);
    memcpy(line, curve, count * sizeof *line);
    ja_point tip = curve[count - 1];
    /* Heads are stroked: their mitred tip would reach into the box. */
    ja_point inner = ja_curve_at(curve, count, 0.9);
    double back = ja_distance(inner, tip);
    if (back > 2)
        tip = ja_between(tip, inner, (relation == JACCUSE_DENIES ? 2.2 : 1.6) / back);
    ja_curve_shorten(line, count, length);
    ja_svg_line(xml, thickness, dash, line, count);
    write_head(xml, line[count - 1], tip, length * 0.42);
}

void ja_svg_stub(ja_xml *xml, ja_point tip)
{
    ja_point base = {tip.x, tip.y - 7}, start = {tip.x, tip.y - 12};
    ja_point curve[4];
    for (int i = 0; i < 4; i++)
        curve[i] = ja_between(start, base, i / 3.0);
    ja_svg_line(xml, 1.5, 0, curve, 4);
    write_head(xml, base, (ja_point){tip.x, tip.y - 1}, 3.5);
}

void ja_svg_junction(ja_xml *xml, ja_point at)
{
    ja_xml_open(xml, "circle");
    ja_xml_attribute(xml, "class", "junction");
    ja_xml_number(xml, "cx", at.x);
    ja_xml_number(xml, "cy", at.y);
    ja_xml_number(xml, "r", 3.5);
    ja_xml_close(xml);
}

static void write_sign(ja_xml *xml, ja_point at)
{
    ja_xml_open(xml, "circle");
    ja_xml_attribute(xml, "class", "sign");
    ja_xml_number(xml, "cx", at.x);
    ja_xml_number(xml, "cy", at.y);
    ja_xml_number(xml, "r", 5.5);
    ja_xml_close(xml);
    write_line(xml, "slash", (ja_point){at.x - 2.4, at.y - 2.4},
               (ja_point){at.x + 2.4, at.y + 2.4});
    write_line(xml, "slash", (ja_point){at.x - 2.4, at.y + 2.4},
               (ja_point){at.x + 2.4, at.y - 2.4});
}

void ja_svg_mark(ja_xml *xml, ja_point at, double width, const char *count, bool answered)
{
    double left = at.x - width / 2, right = at.x + width / 2;
    if (answered) {
        right -= 6;
        write_sign(xml, (ja_point){count ? right : at.x, at.y});
        right -= 8;
    }
    if (!count)
        return;
    ja_point middle = {(left + right) / 2, at.y};
    write_rectangle(xml, "pill", middle, right - left, ja_mark_height, ja_mark_height / 2);
    ja_svg_text(xml, NULL, middle.x, middle.y + ja_count_font * 0.36, count);
}
