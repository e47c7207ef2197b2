/* What a page says about itself in meta tags, links, times and headings. */
#include <string.h>

#include "article/date.h"
#include "article/fields.h"
#include "article/html_page.h"
#include "base/limits.h"
#include "base/unicode.h"

enum { MOST_PIECES = 32 }; /* of a heading's text */

static const size_t LONGEST_TAIL = 30; /* bytes of "… - Outlet" where the outlet is not known */
static const size_t LEAST_HEAD = 20;   /* bytes of the title that must be left then */

/* What is read of the page, in one walk: the first of each kind. */
typedef struct found {
    const xmlNode *metas[JA_MAX_METAS];
    size_t meta_count;
    const char *canonical, *language, *time, *marked_date;
    xmlNode *title, *heading;
} found;

static const char *first_of(const char *known, const char *value)
{
    return known || !*value ? known : value;
}

static void look_at(found *f, xmlNode *node)
{
    const char *(*get)(const xmlNode *, const char *) = ja_html_attribute;
    if (ja_html_is(node, "meta") && f->meta_count < JA_MAX_METAS)
        f->metas[f->meta_count++] = node;
    else if (ja_html_is(node, "html"))
        f->language = first_of(f->language, get(node, "lang"));
    else if (ja_html_is(node, "link") && ja_html_has_word(get(node, "rel"), "canonical"))
        f->canonical = first_of(f->canonical, get(node, "href"));
    else if (ja_html_is(node, "time"))
        f->time = first_of(f->time, get(node, "datetime"));
    else if (ja_html_is(node, "title") && !f->title)
        f->title = node;
    else if (ja_html_is(node, "h1") && !f->heading)
        f->heading = node;
    if (ja_html_has_word(get(node, "itemprop"), "datePublished"))
        f->marked_date =
            first_of(first_of(f->marked_date, get(node, "datetime")), get(node, "content"));
}

static bool is_meta(const xmlNode *meta, const char *name)
{
    return strcasecmp(ja_html_attribute(meta, "property"), name) == 0 ||
           strcasecmp(ja_html_attribute(meta, "name"), name) == 0 ||
           strcasecmp(ja_html_attribute(meta, "itemprop"), name) == 0;
}

static const char *from_meta(ja_arena *arena, const found *f, const char *field,
                             ja_convert *convert)
{
    ja_names names;
    ja_names_init(&names, "meta", field);
    const char *value = NULL, *name;
    while (!value && (name = ja_names_next(&names, arena)))
        for (size_t i = 0; i < f->meta_count && !value; i++)
            if (is_meta(f->metas[i], name))
                value = convert(arena, ja_html_attribute(f->metas[i], "content"));
    return value;
}

/* The next node in document order below `root`; NULL: the end. */
static const xmlNode *next_within(const xmlNode *root, const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* The text in a heading, on one line. Its pieces are few and short, or it is none. */
static const char *text_of(ja_arena *arena, const xmlNode *heading)
{
    const char *joined = "";
    size_t pieces = 0;
    const xmlNode *node = heading ? heading->children : NULL;
    while (node && pieces < MOST_PIECES) {
        bool text = node->type == XML_TEXT_NODE && node->content;
        if (text && strnlen((const char *)node->content, JA_MAX_FIELD) < JA_MAX_FIELD) {
            joined = ja_format(arena, "%s%s", joined, (const char *)node->content);
            pieces++;
        }
        node = next_within(heading, node);
    }
    return ja_field_text(arena, joined);
}

/* Without what a name and a web address do not share: "Le Monde" is "lemonde.fr". */
static ja_slice letters_of(ja_arena *arena, ja_slice name)
{
    ja_slice slug = ja_slug(arena, name);
    char *out = ja_alloc(arena, slug.length + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < slug.length; i++)
        if (slug.at[i] != '-')
            out[used++] = slug.at[i];
    return (ja_slice){out, used};
}

static bool is_same_name(ja_arena *arena, ja_slice a, const char *b)
{
    ja_slice left = letters_of(arena, a), right = letters_of(arena, ja_slice_of(b));
    return ja_starts_with(left, right) || ja_starts_with(right, left);
}

/* Where the last " - " or the like begins; text.length: there is none. */
static size_t last_separator(ja_slice text, size_t *length)
{
    static const char *const SEPARATORS[] = {
        " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " :: "};
    for (size_t at = text.length; at-- > 0;) {
        ja_slice rest = {text.at + at, text.length - at};
        for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++) {
            *length = strlen(SEPARATORS[i]);
            if (ja_starts_with(rest, ja_slice_of(SEPARATORS[i])))
                return at;
        }
    }
    return text.length;
}

static ja_slice without_outlet(ja_draft *draft, ja_slice title, bool guess)
{
    size_t length, at = last_separator(title, &length);
    if (at == title.length)
        return title;
    ja_slice tail = {title.at + at + length, title.length - at - length};
    bool cut = draft->outlet ? is_same_name(&draft->arena, tail, draft->outlet)
                             : guess && tail.length <= LONGEST_TAIL && at >= LEAST_HEAD;
    return cut ? (ja_slice){title.at, at} : title;
}

static void read_title(ja_draft *draft, const found *f)
{
    ja_arena *arena = &draft->arena;
    const char *title = draft->title.length > 0
                            ? ja_copy(arena, draft->title.at, draft->title.length)
                            : from_meta(arena, f, "title", ja_field_text);
    if (!title)
        title = text_of(arena, f->heading);
    bool guess = !title; /* the title of the window alone names the outlet as a rule */
    if (!title)
        title = text_of(arena, f->title);
    draft->title = without_outlet(draft, ja_slice_of(title), guess);
}

void ja_html_read_metadata(ja_draft *draft, const ja_html_page *page)
{
    ja_arena *arena = &draft->arena;
    found *f = JA_NEW(arena, found);
    for (xmlNode *node = xmlDocGetRootElement(page->document); node; node = ja_html_next(node))
        look_at(f, node);
    if (!draft->url)
        draft->url = ja_field_url(arena, f->canonical);
    if (!draft->url)
        draft->url = from_meta(arena, f, "url", ja_field_url);
    if (!draft->outlet)
        draft->outlet = from_meta(arena, f, "outlet", ja_field_text);
    if (!draft->date)
        draft->date = from_meta(arena, f, "date", ja_date_find);
    if (!draft->date)
        draft->date = ja_date_find(arena, f->marked_date);
    if (!draft->date)
        draft->date = ja_date_find(arena, f->time);
    if (!draft->language)
        draft->language = ja_field_language(arena, f->language);
    if (!draft->language)
        draft->language = from_meta(arena, f, "language", ja_field_language);
    read_title(draft, f);
}
