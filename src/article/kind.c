#include "article/kind.h"

#include <string.h>

/* ---- Small questions about the beginning ---- */

static ja_slice start_of(ja_slice head)
{
    ja_slice start = ja_without_mark(head);
    while (start.length > 0 && ja_is_blank_byte(start.at[0]))
        start = (ja_slice){start.at + 1, start.length - 1};
    return start;
}

/* Whether one of the words (lower case, the last NULL) stands in the first bytes, in any case. */
static bool holds_any(ja_slice head, const char *const *words)
{
    size_t most = head.length < JA_KIND_HEAD ? head.length : JA_KIND_HEAD;
    for (size_t i = 0; i < most; i++)
        for (const char *const *word = words; *word; word++)
            if (head.at[i] == (*word)[0] && head.length - i >= strlen(*word) &&
                strncasecmp(head.at + i, *word, strlen(*word)) == 0)
                return true;
    return false;
}

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), size = strlen(ending);
    return length > size && strcasecmp(path + length - size, ending) == 0;
}

bool ja_kind_is_named_lines(const char *path)
{
    return ends_with(path, ".jsonl") || ends_with(path, ".ndjson");
}

/* ---- The kinds ---- */

static bool is_sqlite(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("SQLite format 3"));
}

static bool is_gzip(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("\x1F\x8B"));
}

static bool is_zip(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("PK\x03\x04"));
}

static bool is_pdf(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("%PDF-"));
}

static bool is_compressed(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("BZh")) || ja_starts_with(head, JA_SLICE("\xFD\x37zXZ")) ||
           ja_starts_with(head, JA_SLICE("\x28\xB5\x2F\xFD"));
}

static bool is_warc(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("WARC/"));
}

static bool is_rtf(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(head, JA_SLICE("{\\rtf"));
}

bool ja_kind_is_json(ja_slice head, const char *path)
{
    ja_slice start = start_of(head);
    if (ja_kind_is_named_lines(path))
        return true;
    if (start.length == 0 || (start.at[0] != '{' && start.at[0] != '['))
        return false;
    ja_slice inner = start_of((ja_slice){start.at + 1, start.length - 1});
    char next = inner.length > 0 ? inner.at[0] : '\0';
    return start.at[0] == '{' ? next == '"' || next == '}' || next == '\0'
                              : next == '{' || next == ']';
}

/* Where the object that opens the line is closed at its end, or the line ends inside of a string
 * (which no JSON may), the file is one of lines. */
static bool is_json_lines(ja_slice head, const char *path)
{
    if (!ja_kind_is_json(head, path))
        return false;
    if (ja_kind_is_named_lines(path))
        return true;
    ja_slice rest = start_of(head), line;
    if (rest.at[0] != '{' || !ja_next_field(&rest, '\n', &line))
        return false;
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < line.length; i++) {
        char c = line.at[i];
        if (in_string && c == '\\')
            i++;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
            depth++;
        else if (!in_string && (c == '}' || c == ']') && depth > 0)
            depth--;
    }
    return in_string || depth == 0;
}

/* Binary files have NULs or many controls; UTF-16 has been made UTF-8 before. */
static bool is_binary(ja_slice head, const char *path)
{
    (void)path;
    size_t controls = 0, most = head.length < JA_KIND_HEAD ? head.length : JA_KIND_HEAD;
    for (size_t i = 0; i < most; i++) {
        unsigned char c = (unsigned char)head.at[i];
        if (c == '\0')
            return true;
        controls += c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B;
    }
    return controls * 10 > most;
}

static bool is_html(ja_slice head, const char *path)
{
    static const char *const MARKUP[] = {
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title",
        "<article",       "<div",  "<p>",   "<p ",   NULL};
    (void)path;
    ja_slice start = start_of(head);
    return start.length > 0 && start.at[0] == '<' && holds_any(start, MARKUP);
}

static bool is_feed(ja_slice head, const char *path)
{
    static const char *const MARKUP[] = {"<rss", "<feed", "<rdf:rdf", NULL};
    (void)path;
    ja_slice start = start_of(head);
    return start.length > 0 && start.at[0] == '<' && holds_any(start, MARKUP) &&
           !holds_any(start, (const char *const[]){"<html", NULL});
}

static bool is_xml(ja_slice head, const char *path)
{
    (void)path;
    return ja_starts_with(start_of(head), JA_SLICE("<?xml")) &&
           !holds_any(head, (const char *const[]){"<html", NULL});
}

static bool is_any(ja_slice head, const char *path)
{
    (void)head;
    (void)path;
    return true;
}

#define NOT_YET ", which is not read yet"

/* The first that fits. A new kind is a line here and a reader in input.c. */
static const struct {
    ja_kind kind;
    bool (*fits)(ja_slice head, const char *path);
} KINDS[] = {
    {{"a SQLite database" NOT_YET, JA_READ_NOTHING}, is_sqlite},
    {{"a gzip file" NOT_YET, JA_READ_NOTHING}, is_gzip},
    {{"a ZIP archive or office document" NOT_YET, JA_READ_NOTHING}, is_zip},
    {{"a compressed file" NOT_YET, JA_READ_NOTHING}, is_compressed},
    {{"a PDF document" NOT_YET, JA_READ_NOTHING}, is_pdf},
    {{"a web archive (WARC)" NOT_YET, JA_READ_NOTHING}, is_warc},
    {{"an RTF document" NOT_YET, JA_READ_NOTHING}, is_rtf},
    {{"not text", JA_READ_NOTHING}, is_binary},
    {{"JSON Lines", JA_READ_JSON_LINES}, is_json_lines},
    {{"JSON", JA_READ_JSON}, ja_kind_is_json},
    {{"an RSS or Atom feed" NOT_YET, JA_READ_NOTHING}, is_feed},
    {{"an XML file" NOT_YET, JA_READ_NOTHING}, is_xml},
    {{"HTML", JA_READ_HTML}, is_html},
    {{"plain text", JA_READ_TEXT}, is_any},
};

ja_kind ja_kind_of(ja_slice head, const char *path)
{
    size_t i = 0;
    while (!KINDS[i].fits(head, path))
        i++;
    return KINDS[i].kind;
}

bool ja_kind_has_ending(const char *name)
{
    static const char *const ENDINGS[] = {".txt",   ".text", ".html",  ".htm",
                                          ".xhtml", ".json", ".jsonl", ".ndjson"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_with(name, ENDINGS[i]))
            return true;
    return false;
}
