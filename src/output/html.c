/* The page. Its policy lets no picture, font or request through, and of scripts only the one whose
 * hash the build has taken; whatever comes from articles is text or inert data. It is written so
 * that it is well-formed XML as well. */
#include "output/html.h"

#include "base/embedded.h"
#include "output/svg.h"

static const char *const STYLE_FILE = "output/page/page.css";
static const char *const SCRIPT_FILE = "output/page/script.js";
static const char *const HASH_FILE = "output/page/script.js.sha256";

static void write_meta(ja_xml *xml, const char *key, const char *name, const char *content)
{
    ja_xml_open(xml, "meta");
    ja_xml_attribute(xml, key, name);
    ja_xml_attribute(xml, "content", content);
    ja_xml_close(xml);
}

static void write_head(ja_xml *xml, const ja_picture *picture)
{
    ja_slice hash = ja_embedded_file(HASH_FILE);
    ja_xml_open(xml, "head");
    ja_xml_open(xml, "meta");
    ja_xml_attribute(xml, "charset", "utf-8");
    ja_xml_close(xml);
    write_meta(xml, "http-equiv", "Content-Security-Policy",
               ja_format(xml->arena,
                         "default-src 'none'; script-src 'sha256-%.*s'; style-src 'unsafe-inline'; "
                         "base-uri 'none'; form-action 'none'",
                         (int)hash.length, hash.at));
    write_meta(xml, "name", "viewport", "width=device-width");
    write_meta(xml, "name", "referrer", "no-referrer");
    ja_xml_element(xml, "title", picture->title);
    ja_xml_open(xml, "style");
    ja_xml_raw(xml, ja_embedded_file(STYLE_FILE).at);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_heading(ja_xml *xml, const ja_picture *picture)
{
    ja_xml_open(xml, "header");
    ja_xml_element(xml, "h1", picture->title);
    ja_xml_open(xml, "p");
    ja_xml_attribute(xml, "class", "summary");
    ja_xml_text(xml, picture->subtitle);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

/* The script comes last, when all that it works on is there. */
static void write_scripts(ja_xml *xml, const ja_buffer *data)
{
    ja_xml_open(xml, "script");
    ja_xml_attribute(xml, "type", "application/json");
    ja_xml_attribute(xml, "id", "data");
    ja_xml_raw(xml, data->at ? data->at : "");
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
    ja_xml_open(xml, "script");
    ja_xml_raw(xml, ja_embedded_file(SCRIPT_FILE).at);
    ja_xml_close_full(xml);
}

void ja_html_write(ja_xml *xml, const ja_picture *picture, const ja_buffer *data)
{
    ja_xml_raw(xml, "<!DOCTYPE html>\n");
    ja_xml_open(xml, "html");
    ja_xml_attribute(xml, "lang", picture->language);
    if (picture->theme != JACCUSE_THEME_AUTO)
        ja_xml_attribute(xml, "data-theme", picture->theme == JACCUSE_THEME_DARK ? "dark" : "light");
    write_head(xml, picture);
    ja_xml_open(xml, "body");
    write_heading(xml, picture);
    ja_xml_open(xml, "figure");
    ja_xml_attribute(xml, "id", "map");
    ja_svg_write(xml, picture, false);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "noscript");
    if (jaccuse_network_edge_count(picture->network) > 0 || picture->node_count > 0)
        ja_html_table(xml, picture);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
    write_scripts(xml, data);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}
