/* The map as SVG. */
#ifndef JA_OUTPUT_SVG_H
#define JA_OUTPUT_SVG_H

#include "output/picture.h"
#include "output/xml_writer.h"

extern const double ja_svg_margin, ja_svg_narrowest;

/* Writes the <svg> element of a picture that is laid out; with title and subtitle painted in it, or
 * without where the page around it has them. What scripts may rely on: inside <g class="drawing">
 * every actor is a <g class="node ..." id="nINDEX" data-id="ID">, every edge a <g class="edge
 * accuses|denies ..." id="eINDEX" data-source="ID" data-target="ID">, and what is written on an edge
 * a <g class="mark ..." data-edge="eINDEX">; INDEX is that of the network. */
void ja_svg_write(ja_xml *xml, const ja_picture *picture, bool with_heading);

/* The legend: laid out in rows no wider than `width`; its height. Writes where xml is not NULL,
 * with its upper left corner at x, y. */
double ja_svg_legend(ja_xml *xml, const ja_picture *picture, double x, double y, double width);

/* The outline of a kind's box, `width` by `height`, centred at `at`. */
void ja_svg_shape(ja_xml *xml, jaccuse_kind kind, ja_point at, double width, double height);
/* An arrow along a curve: its line, shortened, and its head. */
void ja_svg_arrow(ja_xml *xml, jaccuse_relation relation, double thickness, const ja_point *curve,
                  size_t count);
/* Count and sign of a denial; either may be missing. */
void ja_svg_mark(ja_xml *xml, ja_point at, double width, const char *count, bool answered);
void ja_svg_text(ja_xml *xml, const char *class_name, double x, double y, const char *text);

#endif
