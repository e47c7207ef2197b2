/* Writes the text of a page's main element, paragraph by paragraph. */
#include <stdint.h>

#include "article/charset.h"
#include "article/html_page.h"
#include "base/unicode.h"

static const size_t LONGEST_LINK_LINE = 200; /* bytes; a longer paragraph may be one link */

typedef struct writer {
    ja_html_page *page;
    ja_slice title; /* folded; empty: none */
    ja_buffer *out, *line;
    size_t linked; /* bytes of the line that stand in links */
    bool blank;    /* white space was read and not yet written */
} writer;

static const char *const BLOCKS[] = {
    "address", "article", "aside", "blockquote", "body",   "center",  "dd",      "details", "dir",
    "div",     "dl",      "dt",    "fieldset",   "figure", "footer",  "form",    "h1",      "h2",
    "h3",      "h4",      "h5",    "h6",         "header", "hgroup",  "hr",      "html",    "li",
    "main",    "nav",     "ol",    "p",          "pre",    "section", "summary", "table",   "tbody",
    "td",      "tfoot",   "th",    "thead",      "tr",     "ul"};

static bool is_block(const xmlNode *node)
{
    for (size_t i = 0; i < sizeof BLOCKS / sizeof *BLOCKS; i++)
        if (ja_html_is(node, BLOCKS[i]))
            return true;
    return false;
}

static const ja_html_block *block_of(const writer *w, const xmlNode *node)
{
    return &w->page->blocks[(uintptr_t)node->_private - 1];
}

static ja_slice trimmed(ja_slice text)
{
    size_t length;
    while (text.length > 0 && ja_is_space(ja_decode(text, 0, &length)))
        text = (ja_slice){text.at + length, text.length - length};
    while (text.length > 0 && ja_is_space(ja_decode_before(text, text.length, &length)))
        text.length -= length;
    return text;
}

static bool is_left_out(const writer *w, ja_slice line)
{
    if (line.length <= LONGEST_LINK_LINE && w->linked * 10 >= line.length * 9)
        return true;
    if (w->title.length > 0 && line.length <= 2 * w->title.length &&
        ja_equal(ja_fold(w->page->arena, line), w->title))
        return true;
    return ja_boilerplate_is_line(&w->page->patterns, line);
}

static void end_paragraph(writer *w)
{
    ja_slice line = trimmed((ja_slice){w->line->at, w->line->length});
    if (line.length > 0 && !is_left_out(w, line)) {
        if (w->out->length > 0)
            ja_buffer_add_string(w->out, "\n\n");
        ja_buffer_add_slice(w->out, line);
    }
    w->line->length = w->linked = 0;
    w->blank = false;
}

/* Two breaks in a row end a paragraph. */
static void break_line(writer *w)
{
    if (w->line->length > 0 && w->line->at[w->line->length - 1] == '\n')
        end_paragraph(w);
    else if (w->line->length > 0)
        ja_buffer_add(w->line, "\n", 1);
    w->blank = false;
}

/* Marks that are there for the layout alone: soft hyphen, zero-width space, byte order mark. */
static bool is_invisible(uint32_t character)
{
    return character == 0xAD || character == 0x200B || character == 0x2060 || character == 0xFEFF;
}

static void add_character(writer *w, uint32_t character)
{
    char bytes[4];
    if (character < 0x80 && ja_is_space(character)) {
        w->blank = true;
        return;
    }
    if (is_invisible(character))
        return;
    if (w->blank && w->line->length > 0 && w->line->at[w->line->length - 1] != '\n')
        ja_buffer_add(w->line, " ", 1);
    w->blank = false;
    ja_buffer_add(w->line, bytes, ja_encode(ja_charset_from_c1(character), bytes));
}

static void add_text(writer *w, const xmlNode *node)
{
    const ja_html_block *parent = block_of(w, node->parent);
    ja_slice text = ja_slice_of((const char *)node->content);
    size_t before = w->line->length;
    for (size_t at = 0, length; at < text.length; at += length)
        add_character(w, ja_decode(text, at, &length));
    if (parent->is_link)
        w->linked += w->line->length - before;
}

/* False: what is in the node is not to be read. */
static bool enter(writer *w, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE && node->parent->_private)
        add_text(w, node);
    if (node->type != XML_ELEMENT_NODE || !node->_private)
        return false;
    if (is_block(node))
        end_paragraph(w);
    else if (ja_html_is(node, "br"))
        break_line(w);
    return !block_of(w, node)->cut;
}

static void leave(writer *w, const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && is_block(node))
        end_paragraph(w);
}

void ja_html_write_text(ja_html_page *page, xmlNode *root, ja_slice title)
{
    writer w = {.page = page, .out = &page->text, .line = &page->line};
    w.title = ja_fold(page->arena, title);
    w.out->length = w.line->length = 0;
    xmlNode *node = root;
    for (;;) {
        if (enter(&w, node) && node->children) {
            node = node->children;
            continue;
        }
        leave(&w, node);
        while (node != root && !node->next) {
            node = node->parent;
            leave(&w, node);
        }
        if (node == root)
            break;
        node = node->next;
    }
    end_paragraph(&w);
}
