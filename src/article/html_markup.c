#include "article/html_markup.h"

#include <string.h>

#include "base/limits.h"

enum { NAME_SIZE = 32 };

typedef struct scanner {
    ja_slice page;
    size_t at;
    size_t tags; /* read so far, start and end */
    ja_buffer *markup, *data;
} scanner;

static const char *const READ_ATTRIBUTES[] = {
    "aria-hidden", "class", "content",  "datetime", "hidden", "href",  "id",  "itemprop",
    "lang",        "name",  "property", "rel",      "role",   "style", "type"};

/* Written without their tags. */
static const char *const LOOK[] = {"abbr",   "acronym", "b",    "big", "em",    "font",
                                   "i",      "mark",    "nobr", "s",   "small", "strike",
                                   "strong", "tt",      "u",    "wbr"};

/* What stands in them is not markup and ends with their own end tag alone. */
static const char *const RAW[] = {"iframe", "noembed",  "noframes", "script",
                                  "style",  "textarea", "title",    "xmp"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_one_of(const char *name, const char *const *names, size_t count, size_t *index)
{
    for (*index = 0; *index < count; ++*index)
        if (strcmp(name, names[*index]) == 0)
            return true;
    return false;
}

static ja_slice rest_of(const scanner *s)
{
    return (ja_slice){s->page.at + s->at, s->page.length - s->at};
}

static char peek(const scanner *s)
{
    return s->at < s->page.length ? s->page.at[s->at] : '\0';
}

static void skip_blanks(scanner *s)
{
    while (s->at < s->page.length && ja_is_blank_byte(s->page.at[s->at]))
        s->at++;
}

/* Behind the '>' that ends the tag; at the end of the page where there is none. */
static void skip_tag(scanner *s)
{
    ja_slice rest = rest_of(s);
    const char *end = memchr(rest.at, '>', rest.length);
    s->at = end ? (size_t)(end - s->page.at) + 1 : s->page.length;
}

/* Behind the next `what`, searched from `from` on; at the end of the page where there is none. */
static void skip_past(scanner *s, size_t from, const char *what)
{
    size_t length = strlen(what);
    const char *found = from < s->page.length
                            ? memmem(s->page.at + from, s->page.length - from, what, length)
                            : NULL;
    s->at = found ? (size_t)(found - s->page.at) + length : s->page.length;
}

/* `text` with the characters that could be taken for markup written as entities. */
static void add_escaped(ja_buffer *out, ja_slice text)
{
    size_t plain = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        const char *entity = c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
        if (!entity)
            continue;
        ja_buffer_add(out, text.at + plain, i - plain);
        ja_buffer_add_string(out, entity);
        plain = i + 1;
    }
    ja_buffer_add(out, text.at + plain, text.length - plain);
}

/* A declaration may hold others in brackets: "<!DOCTYPE a [<!ENTITY b 'c'>]>". */
static void skip_declaration(scanner *s)
{
    ja_slice rest = rest_of(s);
    const char *end = memchr(rest.at, '>', rest.length);
    const char *bracket = memchr(rest.at, '[', end ? (size_t)(end - rest.at) : rest.length);
    if (bracket)
        skip_past(s, s->at, "]>");
    else
        skip_tag(s);
}

/* The name of a tag or attribute in lower case, cut to what any known name needs. At least one
 * byte is used, so that the scanner always moves on. */
static void take_name(scanner *s, char *name)
{
    size_t used = 0;
    do {
        char c = s->page.at[s->at++];
        if (used < NAME_SIZE - 1)
            name[used++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    } while (s->at < s->page.length && !ja_is_blank_byte(peek(s)) &&
             !memchr("=>/<\"'", peek(s), 6));
    name[used] = '\0';
}

/* The name of a tag, which is written again: so of name characters alone. */
static void take_tag_name(scanner *s, char *name)
{
    take_name(s, name);
    size_t length = 0;
    while (ja_is_letter_byte(name[length]) || ja_is_digit_byte(name[length]) ||
           (length > 0 && (name[length] == '-' || name[length] == ':')))
        length++;
    name[length] = '\0';
}

static ja_slice take_value(scanner *s)
{
    size_t begin = s->at;
    char quote = peek(s);
    if (quote == '"' || quote == '\'') {
        const char *end = memchr(s->page.at + begin + 1, quote, s->page.length - begin - 1);
        size_t stop = end ? (size_t)(end - s->page.at) : s->page.length;
        s->at = end ? stop + 1 : stop;
        return (ja_slice){s->page.at + begin + 1, stop - begin - 1};
    }
    while (s->at < s->page.length && !ja_is_blank_byte(peek(s)) && peek(s) != '>')
        s->at++;
    return (ja_slice){s->page.at + begin, s->at - begin};
}

/* *seen: which attributes the tag has already; the first of a name counts. */
static void take_attribute(scanner *s, unsigned *seen)
{
    char name[NAME_SIZE];
    size_t index;
    ja_slice value = JA_SLICE("");
    take_name(s, name);
    skip_blanks(s);
    if (peek(s) == '=') {
        s->at++;
        skip_blanks(s);
        value = take_value(s);
    }
    if (!is_one_of(name, READ_ATTRIBUTES, COUNT(READ_ATTRIBUTES), &index) || (*seen >> index & 1))
        return;
    *seen |= 1U << index;
    ja_buffer_add(s->markup, " ", 1);
    ja_buffer_add_string(s->markup, name);
    ja_buffer_add(s->markup, "=\"", 2);
    add_escaped(s->markup, value);
    ja_buffer_add(s->markup, "\"", 1);
}

/* The text up to "</name", with the scanner behind it. */
static ja_slice take_raw(scanner *s, const char *name)
{
    size_t begin = s->at, length = strlen(name);
    ja_slice rest = rest_of(s);
    while (rest.length > 0) {
        const char *open = memchr(rest.at, '<', rest.length);
        if (!open)
            break;
        rest = (ja_slice){open, rest.length - (size_t)(open - rest.at)};
        if (rest.length >= length + 2 && rest.at[1] == '/' &&
            strncasecmp(rest.at + 2, name, length) == 0) {
            size_t end = (size_t)(open - s->page.at);
            s->at = end;
            skip_tag(s);
            return (ja_slice){s->page.at + begin, end - begin};
        }
        rest = (ja_slice){rest.at + 1, rest.length - 1};
    }
    s->at = s->page.length;
    return (ja_slice){s->page.at + begin, s->page.length - begin};
}

/* Of the elements that hold no markup, titles and structured data are kept. `tag` is where the
 * start tag was written. */
static void take_raw_element(scanner *s, const char *name, size_t tag)
{
    ja_slice text = take_raw(s, name);
    if (s->markup->failed)
        return;
    if (strcmp(name, "title") == 0) {
        add_escaped(s->markup, text);
        ja_buffer_add_string(s->markup, "</title>");
        return;
    }
    ja_buffer *markup = s->markup;
    if (memmem(markup->at + tag, markup->length - tag, "ld+json", 7)) {
        ja_buffer_add_slice(s->data, text);
        ja_buffer_add(s->data, "", 1);
    }
    markup->length = tag;
}

static void take_start_tag(scanner *s)
{
    char name[NAME_SIZE];
    size_t index, tag = s->markup->length;
    unsigned seen = 0;
    s->at++;
    s->tags++;
    take_tag_name(s, name);
    ja_buffer_add(s->markup, "<", 1);
    ja_buffer_add_string(s->markup, name);
    for (skip_blanks(s); s->at < s->page.length && peek(s) != '>'; skip_blanks(s)) {
        if (peek(s) == '/')
            s->at++;
        else
            take_attribute(s, &seen);
    }
    s->at += s->at < s->page.length;
    ja_buffer_add(s->markup, ">", 1);
    if (s->markup->failed)
        return;
    if (is_one_of(name, LOOK, COUNT(LOOK), &index))
        s->markup->length = tag;
    else if (is_one_of(name, RAW, COUNT(RAW), &index))
        take_raw_element(s, name, tag);
}

static void take_end_tag(scanner *s)
{
    char name[NAME_SIZE];
    size_t index;
    s->at += 2;
    s->tags++;
    take_tag_name(s, name);
    skip_tag(s);
    if (is_one_of(name, LOOK, COUNT(LOOK), &index))
        return;
    ja_buffer_add_string(s->markup, "</");
    ja_buffer_add_string(s->markup, name);
    ja_buffer_add(s->markup, ">", 1);
}

/* At a '<'. */
static void take_markup(scanner *s)
{
    ja_slice rest = rest_of(s);
    char next = rest.length > 1 ? rest.at[1] : '\0';
    if (ja_starts_with(rest, JA_SLICE("<!--")))
        skip_past(s, s->at + 2, "-->");
    else if (next == '!' || next == '?')
        skip_declaration(s);
    else if (ja_is_letter_byte(next))
        take_start_tag(s);
    else if (next == '/' && rest.length > 2 && ja_is_letter_byte(rest.at[2]))
        take_end_tag(s);
    else if (next == '/')
        skip_tag(s);
    else {
        ja_buffer_add_string(s->markup, "&lt;");
        s->at++;
    }
}

bool ja_html_simplify(ja_slice page, ja_buffer *markup, ja_buffer *data)
{
    scanner s = {.page = page, .markup = markup, .data = data};
    while (s.at < page.length && s.tags <= JA_MAX_TAGS && !markup->failed) {
        ja_slice rest = rest_of(&s);
        const char *open = memchr(rest.at, '<', rest.length);
        size_t length = open ? (size_t)(open - rest.at) : rest.length;
        ja_buffer_add(markup, rest.at, length);
        s.at += length;
        if (open)
            take_markup(&s);
    }
    return s.tags <= JA_MAX_TAGS;
}
