/* The page is written so that it is well-formed XML as well, and runs nothing: its policy forbids
 * scripts, pictures and everything else from outside. */
#include "output/html.h"

#include "output/svg.h"

static const char *const STYLE =
    "\nbody{font-family:Helvetica,Arial,\"DejaVu Sans\",sans-serif;color:#1a1a1a;"
    "background:#fffefb;max-width:75rem;margin:2rem auto;padding:0 1rem;line-height:1.45}\n"
    "h1{font-size:1.9rem;line-height:1.15;margin:0}\n"
    ".summary{color:#595959;margin:.4rem 0 0}\n"
    "figure{margin:1rem 0;overflow-x:auto;border:1px solid #ddd}\n"
    "figure svg{display:block;margin:auto;max-width:100%;min-width:min(100%,50rem);height:auto}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{text-align:left;vertical-align:top;padding:.5rem .7rem .5rem 0;"
    "border-top:1px solid #ccc}\n"
    "td,th{overflow-wrap:anywhere}\n"
    "td.relation{white-space:nowrap;font-weight:bold}\n"
    "tr.accuses td.relation{color:#b34700}\n"
    "tr.denies td.relation{color:#0072b2}\n"
    "td.evidence{width:55%}\n"
    "blockquote{margin:0 0 .6rem}\n"
    "mark{background:#ffe08a;color:inherit;padding:0 .1em}\n"
    "cite{font-style:normal;color:#595959}\n"
    "a{color:#00639c}\n"
    "@media (prefers-color-scheme:dark){body{color:#ececec;background:#16181c}"
    ".summary,cite{color:#b4b4b4}th,td{border-color:#444}figure{border-color:#444}"
    "mark{background:#6b5200}a{color:#7cc4f0}"
    "tr.accuses td.relation{color:#ff8f45}tr.denies td.relation{color:#7cc4f0}}\n";

static void write_head(ja_xml *xml, const ja_picture *picture)
{
    ja_xml_open(xml, "head");
    ja_xml_open(xml, "meta");
    ja_xml_attribute(xml, "charset", "utf-8");
    ja_xml_close(xml);
    ja_xml_open(xml, "meta");
    ja_xml_attribute(xml, "http-equiv", "Content-Security-Policy");
    ja_xml_attribute(xml, "content", "default-src 'none'; style-src 'unsafe-inline'");
    ja_xml_close(xml);
    ja_xml_open(xml, "meta");
    ja_xml_attribute(xml, "name", "viewport");
    ja_xml_attribute(xml, "content", "width=device-width");
    ja_xml_close(xml);
    ja_xml_element(xml, "title", picture->title);
    ja_xml_open(xml, "style");
    ja_xml_raw(xml, STYLE);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static bool is_inside_character(ja_slice text, size_t at)
{
    return at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80;
}

/* The quote with its cue marked, where the cue lies in it as it should. */
static void write_quote(ja_xml *xml, const jaccuse_evidence *evidence)
{
    ja_slice quote = ja_slice_of(evidence->quote);
    jaccuse_span cue = evidence->cue;
    bool right = cue.begin < cue.end && cue.end <= quote.length &&
                 !is_inside_character(quote, cue.begin) && !is_inside_character(quote, cue.end);
    if (!right)
        cue = (jaccuse_span){quote.length, quote.length};
    ja_xml_text_slice(xml, (ja_slice){quote.at, cue.begin});
    if (right) {
        ja_xml_open(xml, "mark");
        ja_xml_text_slice(xml, (ja_slice){quote.at + cue.begin, cue.end - cue.begin});
        ja_xml_close_full(xml);
    }
    ja_xml_text_slice(xml, (ja_slice){quote.at + cue.end, quote.length - cue.end});
}

static void write_source(ja_xml *xml, const ja_picture *picture, const jaccuse_evidence *evidence)
{
    const char *name = evidence->outlet  ? evidence->outlet
                       : evidence->title ? evidence->title
                       : evidence->path  ? evidence->path
                                         : evidence->article_id;
    bool linked = ja_is_safe_url(evidence->url);
    ja_xml_open(xml, "cite");
    if (linked) {
        ja_xml_open(xml, "a");
        ja_xml_attribute(xml, "href", evidence->url);
        ja_xml_attribute(xml, "rel", "noopener noreferrer");
        if (evidence->title)
            ja_xml_attribute(xml, "title", evidence->title);
    }
    ja_xml_text(xml, name ? name : "?");
    if (linked)
        ja_xml_close_full(xml);
    if (evidence->date) {
        ja_xml_text(xml, ", ");
        ja_xml_text(xml, ja_word_date(&picture->words, evidence->date));
    }
    ja_xml_close_full(xml);
}

static void write_evidence(ja_xml *xml, const ja_picture *picture, const jaccuse_evidence *evidence,
                           size_t count)
{
    ja_xml_open(xml, "td");
    ja_xml_attribute(xml, "class", "evidence");
    for (size_t i = 0; i < count; i++) {
        ja_xml_open(xml, "blockquote");
        if (evidence[i].language)
            ja_xml_attribute(xml, "lang", evidence[i].language);
        write_quote(xml, &evidence[i]);
        ja_xml_text(xml, " ");
        write_source(xml, picture, &evidence[i]);
        ja_xml_close_full(xml);
    }
    ja_xml_close_full(xml);
}

static void write_row(ja_xml *xml, const ja_picture *picture, const char *who,
                      jaccuse_relation relation, const char *whom, const jaccuse_evidence *evidence,
                      size_t count)
{
    const char *name = jaccuse_relation_name(relation);
    ja_xml_open(xml, "tr");
    ja_xml_attribute(xml, "class", name);
    ja_xml_element(xml, "td", who);
    ja_xml_open(xml, "td");
    ja_xml_attribute(xml, "class", "relation");
    ja_xml_text(xml, ja_word_of(&picture->words, "relation", name));
    ja_xml_close_full(xml);
    ja_xml_element(xml, "td", whom);
    write_evidence(xml, picture, evidence, count);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}

static void write_rows(ja_xml *xml, const ja_picture *picture)
{
    const jaccuse_network *network = picture->network;
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        write_row(xml, picture, ja_label(picture, jaccuse_network_node(network, edge->source)),
                  edge->relation, ja_label(picture, jaccuse_network_node(network, edge->target)),
                  edge->evidence, edge->evidence_count);
    }
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        if (node->unattributed_count > 0)
            write_row(xml, picture, ja_word(&picture->words, "nobody"), JACCUSE_ACCUSES,
                      ja_label(picture, node), node->unattributed, node->unattributed_count);
    }
}

static void write_table(ja_xml *xml, const ja_picture *picture)
{
    static const char *const COLUMNS[] = {"column.who", "column.what", "column.whom",
                                          "column.evidence"};
    ja_xml_element(xml, "h2", ja_word(&picture->words, "table"));
    ja_xml_open(xml, "table");
    ja_xml_open(xml, "thead");
    ja_xml_open(xml, "tr");
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
        ja_xml_open(xml, "th");
        ja_xml_attribute(xml, "scope", "col");
        ja_xml_text(xml, ja_word(&picture->words, COLUMNS[i]));
        ja_xml_close_full(xml);
    }
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "tbody");
    ja_xml_raw(xml, "\n");
    write_rows(xml, picture);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
}

void ja_html_write(ja_xml *xml, const ja_picture *picture)
{
    ja_xml_raw(xml, "<!DOCTYPE html>\n");
    ja_xml_open(xml, "html");
    ja_xml_attribute(xml, "lang", picture->language);
    write_head(xml, picture);
    ja_xml_open(xml, "body");
    ja_xml_element(xml, "h1", picture->title);
    ja_xml_open(xml, "p");
    ja_xml_attribute(xml, "class", "summary");
    ja_xml_text(xml, picture->subtitle);
    ja_xml_close_full(xml);
    ja_xml_open(xml, "figure");
    ja_svg_write(xml, picture, false);
    ja_xml_close_full(xml);
    if (jaccuse_network_edge_count(picture->network) > 0 || picture->node_count > 0)
        write_table(xml, picture);
    ja_xml_close_full(xml);
    ja_xml_close_full(xml);
    ja_xml_raw(xml, "\n");
}
