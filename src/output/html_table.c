/* The page's table: what the map shows and all it rests on, for those who do not see pictures or
 * run no scripts. */
#include "output/html.h"

static bool is_inside_character(ja_slice text, size_t at)
{
    return at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80;
}

ja_marked_quote ja_mark_quote(const jaccuse_evidence *evidence)
{
    ja_slice quote = ja_slice_of(evidence->quote);
    jaccuse_span cue = evidence->cue;
    if (cue.begin >= cue.end || cue.end > quote.length || is_inside_character(quote, cue.begin) ||
        is_inside_character(quote, cue.end))
        cue = (jaccuse_span){quote.length, quote.length};
    return (ja_marked_quote){{quote.at, cue.begin},
                             {quote.at + cue.begin, cue.end - cue.begin},
                             {quote.at + cue.end, quote.length - cue.end}};
}

static void write_quote(ja_xml *xml, const jaccuse_evidence *evidence)
{
    ja_marked_quote quote = ja_mark_quote(evidence);
    ja_xml_text_slice(xml, quote.before);
    if (quote.cue.length > 0) {
        ja_xml_open(xml, "mark");
        ja_xml_text_slice(xml, quote.cue);
        ja_xml_close_full(xml);
    }
    ja_xml_text_slice(xml, quote.after);
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

void ja_html_table(ja_xml *xml, const ja_picture *picture)
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
