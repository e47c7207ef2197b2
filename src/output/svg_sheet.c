/* The style sheet of the SVG: light, dark, or light with a dark part for those screens that ask for
 * it. Painters that know no media queries take the light one. */
#include "output/svg.h"

static const char *const LIGHT =
    "\ntext{font-family:Helvetica,Arial,\"DejaVu Sans\",sans-serif;fill:#1a1a1a}\n"
    ".paper{fill:#fffefb}\n"
    ".title{font-size:23px;font-weight:bold}\n"
    ".subtitle{font-size:13px;fill:#595959}\n"
    ".legend text{font-size:12px;fill:#333333}\n"
    ".legend .note{font-size:11px;fill:#595959}\n"
    ".rule{stroke:#1a1a1a;stroke-width:1}\n"
    ".line{fill:none;stroke-linecap:butt}\n"
    ".accuses .line{stroke:#d55e00}\n"
    ".accuses .head{fill:#d55e00;stroke:#d55e00}\n"
    ".denies .line{stroke:#0072b2;stroke-dasharray:7 4}\n"
    ".denies .head{fill:#fffefb;stroke:#0072b2;stroke-width:1.3}\n"
    ".head{stroke-linejoin:miter}\n"
    ".pill{fill:#fffefb}\n"
    ".accuses .pill{stroke:#d55e00}\n"
    ".denies .pill{stroke:#0072b2}\n"
    ".mark text{font-size:9.5px;font-weight:bold;text-anchor:middle}\n"
    ".junction{fill:#0072b2}\n"
    ".sign{fill:#0072b2;stroke:#fffefb;stroke-width:1.5}\n"
    ".slash{stroke:#ffffff;stroke-width:1.6;stroke-linecap:round}\n"
    ".node text{text-anchor:middle;fill:#1a1a1a}\n"
    ".shape{stroke-width:1.4}\n"
    ".frame rect{fill:#f3f1ea;stroke:#b9b3a3;stroke-width:1}\n"
    ".frame-label text{font-size:12px;font-weight:bold;fill:#595959;stroke:#f3f1ea;"
    "stroke-width:3px;paint-order:stroke}\n"
    ".actor text{font-size:12px;text-anchor:end}\n"
    ".lane{stroke:#dedbd2;stroke-width:1}\n"
    ".active{stroke:#8c8778;stroke-width:1.4}\n"
    ".grid{stroke:#ebe8df;stroke-width:1}\n"
    ".grid.year{stroke:#c9c4b5}\n"
    ".tick{font-size:11.5px;fill:#595959}\n"
    ".tick.year{font-weight:bold}\n"
    ".day{font-size:10px;fill:#595959}\n"
    ".axis{stroke:#1a1a1a;stroke-width:1}\n"
    ".cut{fill:#fffefb}\n"
    ".event .line{stroke-width:1.6}\n"
    ".accuses .start{fill:#d55e00}\n"
    ".sample{fill:#ffffff;stroke:#777777;stroke-width:1.2}\n"
    "a{cursor:pointer}\n"
    ".edge:hover .line{stroke-width:6}\n";

static const char *const DARK = "text,.node text{fill:#f0f0f0}\n"
                                ".paper{fill:#16181c}\n"
                                ".subtitle,.legend .note{fill:#b4b4b4}\n"
                                ".legend text{fill:#d4d4d4}\n"
                                ".rule{stroke:#ececec}\n"
                                ".accuses .line{stroke:#ff8a3c}\n"
                                ".accuses .head{fill:#ff8a3c;stroke:#ff8a3c}\n"
                                ".denies .line{stroke:#56b4e9}\n"
                                ".denies .head{fill:#16181c;stroke:#56b4e9}\n"
                                ".pill{fill:#16181c}\n"
                                ".accuses .pill{stroke:#ff8a3c}\n"
                                ".denies .pill{stroke:#56b4e9}\n"
                                ".junction{fill:#56b4e9}\n"
                                ".sign{fill:#56b4e9;stroke:#16181c}\n"
                                ".slash{stroke:#16181c}\n"
                                ".frame rect{fill:#202329;stroke:#555b66}\n"
                                ".frame-label text{fill:#c4c4c4;stroke:#202329}\n"
                                ".lane{stroke:#30343b}\n"
                                ".active{stroke:#7d838d}\n"
                                ".grid{stroke:#24272d}\n"
                                ".grid.year{stroke:#474c55}\n"
                                ".tick,.day{fill:#b4b4b4}\n"
                                ".axis{stroke:#ececec}\n"
                                ".cut{fill:#16181c}\n"
                                ".accuses .start{fill:#ff8a3c}\n"
                                ".sample{fill:#2a2d33;stroke:#a0a0a0}\n";

static void write_rule(ja_xml *xml, const char *selector, ja_colours light, bool dark)
{
    ja_colours colours = dark ? ja_dark_colours(light) : light;
    ja_xml_raw(xml, ja_format(xml->arena, "%s .shape{fill:#%06x;stroke:#%06x}\n", selector,
                              colours.fill, colours.border));
}

static void write_boxes(ja_xml *xml, const ja_picture *picture, bool dark)
{
    bool communities = picture->colour_by == JACCUSE_COLOUR_COMMUNITY;
    if (communities) /* of the legend's kinds, too */
        write_rule(xml, "", ja_community_colours(JA_COMMUNITIES), dark);
    for (size_t i = 0; communities && i < JA_COMMUNITIES; i++)
        write_rule(xml, ja_format(xml->arena, ".community-%zu", i), ja_community_colours(i), dark);
    for (unsigned kind = 0; !communities && kind < JACCUSE_KIND_COUNT; kind++) {
        const char *name = jaccuse_kind_name((jaccuse_kind)kind);
        write_rule(xml, ja_format(xml->arena, ".kind-%s", name),
                   ja_kind_colours((jaccuse_kind)kind), dark);
    }
}

void ja_svg_sheet(ja_xml *xml, const ja_picture *picture)
{
    bool automatic = picture->theme == JACCUSE_THEME_AUTO;
    ja_xml_open(xml, "style");
    ja_xml_raw(xml, LIGHT);
    write_boxes(xml, picture, false);
    if (picture->theme != JACCUSE_THEME_LIGHT) {
        ja_xml_raw(xml, automatic ? "@media (prefers-color-scheme:dark){\n" : "");
        ja_xml_raw(xml, DARK);
        write_boxes(xml, picture, true);
        ja_xml_raw(xml, automatic ? "}\n" : "");
    }
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}
