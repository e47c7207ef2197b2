/* Inside of the HTML reader: the parsed page, its blocks, and what is taken from them. */
#ifndef JA_HTML_PAGE_H
#define JA_HTML_PAGE_H

#include <libxml/tree.h>

#include "article/boilerplate.h"
#include "article/draft.h"
#include "base/json.h"

/* One element, in document order. Counts are in bytes, without white space and what is cut. */
typedef struct ja_html_block {
    xmlNode *node;
    size_t parent; /* its place in the array; the root is its own */
    size_t text, links, commas;
    double score;
    bool cut;      /* it, or what it stands in, is no article text */
    bool doubtful; /* its class speaks against it, or it is a header */
    bool wanted;   /* it holds a heading or what is marked as the article: then doubts count less */
    bool is_link;  /* it is a link, or stands in one */
} ja_html_block;

/* node->_private is the place of an element, counted from 1; 0: not an element of the array.
 * The document and the buffers are freed by whoever made the page. */
typedef struct ja_html_page {
    ja_arena *arena;
    xmlDoc *document;
    ja_buffer line; /* the paragraph that is being written */
    ja_buffer text; /* what was written */
    ja_boilerplate patterns;
    ja_html_block *blocks;
    size_t count, capacity;
} ja_html_page;

/* Small questions about nodes; all take NULL and give false or "" for it. */
bool ja_html_is(const xmlNode *node, const char *name);
const char *ja_html_attribute(const xmlNode *node, const char *name); /* "" where there is none */
bool ja_html_has_word(const char *list, const char *word);
/* The next node in document order, the children of `node` first; NULL: the end. */
xmlNode *ja_html_next(xmlNode *node);

/* Lists and measures the elements. `by_class`: believe class and id words. */
void ja_html_measure(ja_html_page *page, bool by_class);
/* The element that holds the article; NULL: the page has none. */
xmlNode *ja_html_main(const ja_html_page *page);

/* The text below `root`: paragraphs divided by an empty line. What is cut, and paragraphs that are
 * boilerplate or repeat `title`, are left out. Replaces page->text; needs ja_html_measure. */
void ja_html_write_text(ja_html_page *page, xmlNode *root, ja_slice title);

/* Fills what is NULL in the draft from JSON-LD; returns its articleBody, owned by `data`, or NULL.
 */
const char *ja_html_read_data(ja_draft *draft, ja_json *const *data, size_t count);
/* Fills what is still NULL from meta tags, links, times and headings. */
void ja_html_read_metadata(ja_draft *draft, const ja_html_page *page);

#endif
