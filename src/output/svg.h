/* The map as SVG. */
#ifndef JA_OUTPUT_SVG_H
#define JA_OUTPUT_SVG_H

#include "output/picture.h"
#include "output/xml_writer.h"

extern const double ja_svg_margin, ja_svg_narrowest;

/* Writes the <svg> element of a picture that is laid out; with title and subtitle painted in it, or
 * without where the page around it has them. What scripts may rely on: inside <g class="drawing">
 * every actor is a <g class="node ..." id="nINDEX" data-id="ID">, every edge a <g class="edge
 * accuses|denies ..." id="eINDEX" data-source="ID" data-target="ID">, and what is written on an
 * edge a <g class="mark ..." data-edge="eINDEX">; INDEX is that of the network. */
void ja_svg_write(ja_xml *xml, const ja_picture *picture, bool with_heading);

/* The parts that every picture has. The element with its title and paper; title and subtitle, whose
 * height is returned and which are only measured where xml is NULL; the legend and the end. */
void ja_svg_begin(ja_xml *xml, const ja_picture *picture, double width, double height);
double ja_svg_heading(ja_xml *xml, const ja_picture *picture, double width);
void ja_svg_end(ja_xml *xml, const ja_picture *picture, double width, double legend_top);

/* The legend: laid out in rows no wider than `width`; its height. Writes where xml is not NULL,
 * with its upper left corner at x, y. */
double ja_svg_legend(ja_xml *xml, const ja_picture *picture, double x, double y, double width);

/* The <style> element: svg_sheet.c. */
void ja_svg_sheet(ja_xml *xml, const ja_picture *picture);
/* The outline of a kind's box, `width` by `height`, centred at `at`. */
void ja_svg_shape(ja_xml *xml, jaccuse_kind kind, ja_point at, double width, double height);
/* An arrow along a curve: its line, shortened, and its head. `dash`: where in the pattern of a
 * dashed line it begins. */
void ja_svg_arrow(ja_xml *xml, jaccuse_relation relation, double thickness, double dash,
                  const ja_point *curve, size_t count);
/* A line along a curve. */
void ja_svg_line(ja_xml *xml, double thickness, double dash, const ja_point *curve, size_t count);
/* An arrow from nowhere down to a point. */
void ja_svg_stub(ja_xml *xml, ja_point tip);
/* Where denials meet. */
void ja_svg_junction(ja_xml *xml, ja_point at);
/* Count and sign of a denial; either may be missing. */
void ja_svg_mark(ja_xml *xml, ja_point at, double width, const char *count, bool answered);
void ja_svg_text(ja_xml *xml, const char *class_name, double x, double y, const char *text);

#endif
