/* Measures the elements of a page and finds the one that holds the article, much as Readability
 * does: paragraphs with commas and length speak for what they stand in, links against it. */
#include <stdint.h>
#include <string.h>

#include "article/html_page.h"

static const size_t LEAST_PARAGRAPH = 25; /* bytes */
static const size_t LEAST_ARTICLE = 140;  /* bytes of a part that is marked as the article */

static const char *const CUT[] = {
    "aside",      "audio",  "button",   "canvas",   "datalist", "dialog",  "embed",  "figure",
    "figcaption", "footer", "form",     "head",     "iframe",   "input",   "label",  "map",
    "menu",       "math",   "nav",      "noscript", "object",   "picture", "script", "select",
    "style",      "svg",    "template", "textarea", "title",    "video"};

static const char *const CUT_ROLES[] = {"banner",     "complementary", "contentinfo", "dialog",
                                        "navigation", "search",        "toolbar",     "menu"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool ja_html_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const char *ja_html_attribute(const xmlNode *node, const char *name)
{
    if (!node || node->type != XML_ELEMENT_NODE)
        return "";
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0 && attribute->children &&
            attribute->children->content)
            return (const char *)attribute->children->content;
    return "";
}

bool ja_html_has_word(const char *list, const char *word)
{
    size_t length = strlen(word);
    while (*list) {
        size_t size = strcspn(list, " \t\r\n");
        if (size == length && strncasecmp(list, word, length) == 0)
            return true;
        list += size;
        list += strspn(list, " \t\r\n");
    }
    return false;
}

xmlNode *ja_html_next(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    return node ? node->next : NULL;
}

static ja_html_block *block_of(const ja_html_page *page, const xmlNode *node)
{
    uintptr_t place = node && node->type == XML_ELEMENT_NODE ? (uintptr_t)node->_private : 0;
    return place ? &page->blocks[place - 1] : NULL;
}

static bool is_hidden(const xmlNode *node)
{
    const char *style = ja_html_attribute(node, "style");
    return xmlHasProp(node, (const xmlChar *)"hidden") != NULL ||
           strcmp(ja_html_attribute(node, "aria-hidden"), "true") == 0 ||
           strstr(style, "display:none") || strstr(style, "display: none");
}

static bool is_cut_by_itself(const xmlNode *node)
{
    for (size_t i = 0; i < COUNT(CUT); i++)
        if (ja_html_is(node, CUT[i]))
            return true;
    const char *role = ja_html_attribute(node, "role");
    for (size_t i = 0; *role && i < COUNT(CUT_ROLES); i++)
        if (ja_html_has_word(role, CUT_ROLES[i]))
            return true;
    return is_hidden(node);
}

static bool is_wanted(const xmlNode *node)
{
    return ja_html_is(node, "h1") || ja_html_is(node, "main") || ja_html_is(node, "body") ||
           ja_html_has_word(ja_html_attribute(node, "itemprop"), "articleBody");
}

static bool is_class_against(const ja_html_page *page, const xmlNode *node)
{
    return !ja_html_is(node, "article") &&
           (ja_boilerplate_is_class(&page->patterns, ja_html_attribute(node, "class")) ||
            ja_boilerplate_is_class(&page->patterns, ja_html_attribute(node, "id")));
}

static void add_block(ja_html_page *page, xmlNode *node, bool by_class)
{
    const ja_html_block *parent = block_of(page, node->parent);
    ja_html_block block = {.node = node};
    block.parent = parent ? (size_t)(parent - page->blocks) : page->count;
    block.is_link = ja_html_is(node, "a") || (parent && parent->is_link);
    block.wanted = is_wanted(node);
    block.cut = is_cut_by_itself(node);
    block.doubtful = ja_html_is(node, "header") || (by_class && is_class_against(page, node));
    JA_PUSH(page->arena, page->blocks, page->count, page->capacity, block);
    node->_private = (void *)(uintptr_t)page->count;
}

static void count_text(ja_html_page *page, const xmlNode *node)
{
    ja_html_block *block = block_of(page, node->parent);
    if (!block || !node->content)
        return;
    for (const char *at = (const char *)node->content; *at; at++) {
        block->text += !ja_is_blank_byte(*at);
        block->commas += *at == ',';
    }
    if (block->is_link)
        block->links = block->text;
}

/* From the last element to the first, so that children come before what they stand in. */
static void mark_wanted(ja_html_page *page)
{
    for (size_t i = page->count; i-- > 0;)
        if (page->blocks[i].wanted && !page->blocks[i].cut)
            page->blocks[page->blocks[i].parent].wanted = true;
}

static void mark_cut(ja_html_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        ja_html_block *block = &page->blocks[i];
        if (block->doubtful && !block->wanted)
            block->cut = true;
        if (block->parent != i && page->blocks[block->parent].cut)
            block->cut = true;
    }
}

static void sum_up(ja_html_page *page)
{
    for (size_t i = page->count; i-- > 0;) {
        const ja_html_block *block = &page->blocks[i];
        ja_html_block *parent = &page->blocks[block->parent];
        if (block->cut || block->parent == i)
            continue;
        parent->text += block->text;
        parent->links += block->links;
        parent->commas += block->commas;
    }
}

static double own_text(const ja_html_block *block)
{
    return (double)block->text - (double)block->links;
}

static void score_paragraphs(ja_html_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const ja_html_block *block = &page->blocks[i];
        bool paragraph = ja_html_is(block->node, "p") || ja_html_is(block->node, "td") ||
                         ja_html_is(block->node, "pre");
        if (!paragraph || block->cut || block->text < LEAST_PARAGRAPH)
            continue;
        double length = own_text(block) / 100;
        double score = 1 + (double)block->commas + (length < 3 ? length : 3);
        ja_html_block *parent = &page->blocks[block->parent];
        parent->score += score;
        page->blocks[parent->parent].score += score / 2;
    }
    for (size_t i = 0; i < page->count; i++)
        if (page->blocks[i].text > 0)
            page->blocks[i].score *= own_text(&page->blocks[i]) / (double)page->blocks[i].text;
}

void ja_html_measure(ja_html_page *page, bool by_class)
{
    page->count = 0;
    xmlNode *root = xmlDocGetRootElement(page->document);
    for (xmlNode *node = root; node; node = ja_html_next(node)) {
        if (node->type == XML_ELEMENT_NODE)
            add_block(page, node, by_class);
        else if (node->type == XML_TEXT_NODE)
            count_text(page, node);
    }
    mark_wanted(page);
    mark_cut(page);
    sum_up(page);
    score_paragraphs(page);
}

static bool is_marked_body(const xmlNode *node)
{
    return ja_html_has_word(ja_html_attribute(node, "itemprop"), "articleBody");
}

static bool is_article(const xmlNode *node)
{
    return ja_html_is(node, "article") ||
           ja_html_has_word(ja_html_attribute(node, "role"), "article");
}

static bool is_main(const xmlNode *node)
{
    return ja_html_is(node, "main") || ja_html_has_word(ja_html_attribute(node, "role"), "main");
}

/* The one with most text outside of links. */
static const ja_html_block *longest(const ja_html_page *page, bool (*fits)(const xmlNode *node))
{
    const ja_html_block *best = NULL;
    for (size_t i = 0; i < page->count; i++) {
        const ja_html_block *block = &page->blocks[i];
        if (!block->cut && fits(block->node) && (!best || own_text(block) > own_text(best)))
            best = block;
    }
    return best;
}

static const ja_html_block *best_scored(const ja_html_page *page)
{
    const ja_html_block *best = NULL;
    for (size_t i = 0; i < page->count; i++) {
        const ja_html_block *block = &page->blocks[i];
        if (!block->cut && block->score > (best ? best->score : 0))
            best = block;
    }
    return best;
}

xmlNode *ja_html_main(const ja_html_page *page)
{
    static bool (*const MARKS[])(const xmlNode *) = {is_marked_body, is_article, is_main};
    const ja_html_block *best = best_scored(page);
    for (size_t i = 0; i < COUNT(MARKS); i++) {
        const ja_html_block *marked = longest(page, MARKS[i]);
        /* Teasers are marked as articles too: then the unmarked text is the longer one by far. */
        if (marked && own_text(marked) >= (double)LEAST_ARTICLE &&
            (!best || own_text(marked) * 2 >= own_text(best)))
            return marked->node;
    }
    if (best)
        return best->node;
    xmlNode *root = xmlDocGetRootElement(page->document);
    for (xmlNode *node = root; node; node = ja_html_next(node))
        if (ja_html_is(node, "body"))
            return node;
    return root;
}
