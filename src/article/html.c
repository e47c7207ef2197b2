#include "article/html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "article/html_markup.h"
#include "article/html_page.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"

static const size_t LEAST_TEXT = 200; /* bytes; where less is found, another way is tried */

/* Everything that stands outside of the draft's arena is here, so that it can be freed. */
typedef struct reading {
    ja_draft *draft;
    ja_slice source;
    ja_buffer markup, data; /* the simplified page; its JSON-LD scripts, each ended by a NUL */
    ja_json *json[JA_MAX_SCRIPTS];
    size_t json_count;
    ja_html_page page;
    const char *data_body; /* the text that JSON-LD gives, owned by `json` */
} reading;

static void clean(void *context)
{
    reading *work = context;
    work->source = ja_clean_utf8(&work->draft->arena, work->source);
}

static void start(reading *work, ja_draft *draft, ja_slice source)
{
    *work = (reading){.draft = draft, .source = source};
    work->page.arena = &draft->arena;
    ja_buffer_init(&work->markup, JA_MAX_MARKUP);
    ja_buffer_init(&work->data, JA_MAX_MARKUP);
    ja_buffer_init(&work->page.line, JA_MAX_MARKUP);
    ja_buffer_init(&work->page.text, JA_MAX_MARKUP);
}

static void finish(reading *work)
{
    ja_buffer_clear(&work->markup);
    ja_buffer_clear(&work->data);
    ja_buffer_clear(&work->page.line);
    ja_buffer_clear(&work->page.text);
    for (size_t i = 0; i < work->json_count; i++)
        ja_json_free(work->json[i]);
    xmlFreeDoc(work->page.document);
}

/* Pages break lines inside of JSON strings, which JSON forbids. Outside a blank does no harm. */
static void parse_data(reading *work)
{
    for (size_t i = 0; i < work->data.length; i++)
        if (work->data.at[i] > '\0' && work->data.at[i] < ' ')
            work->data.at[i] = ' ';
    ja_slice rest = {work->data.at, work->data.length}, script;
    while (work->json_count < JA_MAX_SCRIPTS && ja_next_field(&rest, '\0', &script)) {
        ja_json *value;
        if (ja_json_parse(&value, ja_trim(script), NULL) == JACCUSE_OK)
            work->json[work->json_count++] = value;
    }
}

static jaccuse_status parse(reading *work, jaccuse_error *error)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    ja_buffer *markup = &work->markup;
    if (!ja_html_simplify(work->source, markup, &work->data))
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, work->draft->path, work->draft->record,
                          "page has more than %d tags", JA_MAX_TAGS);
    ja_buffer_add(markup, "\n", 1); /* the parser takes no empty text */
    if (markup->failed || work->data.failed)
        return ja_fail_memory(error);
    parse_data(work);
    work->page.document = htmlReadMemory(markup->at, (int)markup->length, NULL, "UTF-8", options);
    return work->page.document ? JACCUSE_OK : ja_fail_memory(error);
}

static void read_fields(void *context)
{
    reading *work = context;
    work->data_body = ja_html_read_data(work->draft, work->json, work->json_count);
    ja_html_read_metadata(work->draft, &work->page);
}

/* Where class words cut nearly everything, they were not meant as ours are. */
static void write_main_text(void *context)
{
    reading *work = context;
    ja_html_page *page = &work->page;
    ja_boilerplate_init(&page->patterns, page->arena);
    if (!xmlDocGetRootElement(page->document))
        return;
    for (int by_class = 1; by_class >= 0 && page->text.length < LEAST_TEXT; by_class--) {
        ja_html_measure(page, by_class);
        ja_html_write_text(page, ja_html_main(page), work->draft->title);
    }
    work->draft->body =
        (ja_slice){ja_copy(page->arena, page->text.at, page->text.length), page->text.length};
}

/* JSON-LD often has the whole text, but sometimes a teaser, and sometimes without paragraphs. */
static bool is_better(ja_slice data, ja_slice page)
{
    if (data.length < LEAST_TEXT || data.length < page.length / 2)
        return false;
    bool flat = !memchr(data.at, '\n', data.length);
    bool as_long = page.length >= data.length / 5 * 4 && page.length <= data.length / 4 * 5;
    return !flat || !as_long;
}

static void copy_data_body(void *context)
{
    reading *work = context;
    ja_slice body = ja_slice_of(work->data_body);
    if (is_better(body, work->draft->body))
        work->draft->body =
            (ja_slice){ja_copy(&work->draft->arena, body.at, body.length), body.length};
}

/* Runs work on the draft's arena. */
static jaccuse_status run(reading *work, void (*step)(void *context), jaccuse_error *error)
{
    return ja_arena_run(&work->draft->arena, step, work) ? JACCUSE_OK : ja_fail_memory(error);
}

/* The text of a fragment of markup, put into the draft's body; it says nothing about itself. */
static jaccuse_status read_fragment(ja_draft *draft, ja_slice fragment, jaccuse_error *error)
{
    reading work;
    start(&work, draft, fragment);
    jaccuse_status status = parse(&work, error);
    if (status == JACCUSE_OK)
        status = run(&work, write_main_text, error);
    finish(&work);
    return status;
}

bool ja_html_is_markup(const char *text)
{
    for (const char *at = text; (at = strstr(at, "</")); at += 2)
        if (ja_is_letter_byte(at[2]))
            return true;
    return strcasestr(text, "<br");
}

/* What JSON-LD gives as the text is read as the page was where it is markup itself. */
static jaccuse_status take_data_body(reading *work, jaccuse_error *error)
{
    ja_draft *draft = work->draft;
    if (!work->data_body)
        return JACCUSE_OK;
    if (!ja_html_is_markup(work->data_body))
        return run(work, copy_data_body, error);
    ja_slice own = draft->body;
    jaccuse_status status = read_fragment(draft, ja_slice_of(work->data_body), error);
    if (status != JACCUSE_OK || !is_better(draft->body, own))
        draft->body = own;
    return status;
}

static jaccuse_status read_page(reading *work, jaccuse_error *error)
{
    jaccuse_status status = run(work, clean, error);
    if (status == JACCUSE_OK)
        status = parse(work, error);
    if (status == JACCUSE_OK)
        status = run(work, read_fields, error);
    if (status == JACCUSE_OK)
        status = run(work, write_main_text, error);
    if (status == JACCUSE_OK)
        status = take_data_body(work, error);
    return status;
}

jaccuse_status ja_html_read(ja_draft *draft, ja_slice page, jaccuse_error *error)
{
    reading work;
    start(&work, draft, page);
    draft->body = JA_SLICE("");
    jaccuse_status status = read_page(&work, error);
    finish(&work);
    return status;
}
