/* jaccuse_input: a file, a folder or standard input, read item by item. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "article/charset.h"
#include "article/folder.h"
#include "article/html.h"
#include "article/kind.h"
#include "article/plain.h"
#include "article/record.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/unicode.h"

struct jaccuse_input {
    ja_folder *folder; /* NULL: one file */
    char *path;        /* of the file that is open; NULL: none */
    ja_source *source;
    ja_reader reader;
    ja_json *json;     /* of a file that is one JSON text */
    size_t element;    /* how many of its records are given */
    bool is_converted; /* the lines are read from `rest`, not from the source */
    ja_buffer room;    /* lines that were converted to UTF-8: all of the file, or the last */
    ja_slice rest;
    size_t line; /* the number of the last, from 1 */
};

void jaccuse_item_clear(jaccuse_item *item)
{
    jaccuse_article_free(item->article);
    free(item->claims);
    *item = (jaccuse_item){.article = NULL};
}

static void close_file(jaccuse_input *input)
{
    ja_source_close(input->source);
    ja_json_free(input->json);
    ja_buffer_clear(&input->room);
    free(input->path);
    *input = (jaccuse_input){.folder = input->folder};
}

/* ---- Whole files ---- */

/* All of the file as UTF-8; it stands in the source or in `room`. */
static jaccuse_status read_whole(jaccuse_input *input, bool is_page, ja_buffer *room, ja_slice *out,
                                 jaccuse_error *error)
{
    ja_slice bytes;
    jaccuse_status status = ja_source_rest(input->source, JA_MAX_FILE, &bytes, error);
    if (status != JACCUSE_OK)
        return status;
    ja_slice declared = is_page ? ja_charset_declared(bytes) : JA_SLICE("");
    return ja_charset_to_utf8(bytes, declared, room, out, error);
}

static jaccuse_status read_text(ja_draft *draft, ja_slice text, jaccuse_article **out,
                                jaccuse_error *error)
{
    return ja_plain_read(out, draft, text, error);
}

static jaccuse_status read_html(ja_draft *draft, ja_slice text, jaccuse_article **out,
                                jaccuse_error *error)
{
    jaccuse_status status = ja_html_read(draft, text, error);
    return status == JACCUSE_OK ? ja_draft_finish(out, draft, error) : status;
}

/* The file as one article; it is closed then, well read or not. */
static jaccuse_status next_whole(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    bool is_page = input->reader == JA_READ_HTML;
    ja_draft draft;
    ja_buffer room;
    ja_slice text;
    ja_draft_init(&draft, input->path, 0);
    ja_buffer_init(&room, JA_MAX_BUFFER);
    jaccuse_status status = read_whole(input, is_page, &room, &text, error);
    if (status == JACCUSE_OK)
        status = (is_page ? read_html : read_text)(&draft, text, &out->article, error);
    ja_buffer_clear(&room);
    ja_draft_clear(&draft);
    return status;
}

/* ---- JSON ---- */

static jaccuse_status give_claims(ja_slice text, jaccuse_item *out, jaccuse_error *error)
{
    out->claims = strndup(text.at, text.length);
    if (!out->claims)
        return ja_fail_memory(error);
    out->claims_length = text.length;
    return JACCUSE_OK;
}

static jaccuse_status dump_claims(const ja_json *record, jaccuse_item *out, jaccuse_error *error)
{
    ja_buffer text;
    ja_buffer_init(&text, JA_MAX_BUFFER);
    ja_json_dump(&text, record);
    jaccuse_status status = text.failed ? ja_fail_memory(error)
                                        : give_claims((ja_slice){text.at, text.length}, out, error);
    ja_buffer_clear(&text);
    return status;
}

/* One record. `text`: how it is written, empty where that is not known. */
static jaccuse_status give_record(jaccuse_input *input, const ja_json *record, ja_slice text,
                                  jaccuse_item *out, jaccuse_error *error)
{
    switch (ja_record_kind_of(record)) {
    case JA_RECORD_CLAIMS:
        return text.length > 0 ? give_claims(text, out, error) : dump_claims(record, out, error);
    case JA_RECORD_GOLD:
        if (input->folder) {
            ja_folder_leave_out(input->folder, JA_LEFT_GOLD);
            return JACCUSE_SKIPPED;
        }
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, input->path, out->line,
                          "holds claims without \"jaccuse\": 1 (hand-made gold is read by score)");
    case JA_RECORD_ARTICLE:
        break;
    }
    ja_draft draft;
    ja_draft_init(&draft, input->path, out->line);
    jaccuse_status status = ja_record_read(&out->article, &draft, record, error);
    ja_draft_clear(&draft);
    return status;
}

/* The error of a parser, which does not know the file. */
static jaccuse_status fail_in_record(const jaccuse_input *input, size_t line, jaccuse_status status,
                                     jaccuse_error *error)
{
    if (!error)
        return status;
    jaccuse_error cause = *error;
    ja_fail_at(error, status, input->path, line, "%s", cause.message);
    error->offset = cause.offset;
    return status;
}

/* UTF-16 has line ends of two bytes, so it is converted before it is cut into lines. */
static jaccuse_status start_lines(jaccuse_input *input, jaccuse_error *error)
{
    ja_slice bytes;
    ja_buffer_init(&input->room, JA_MAX_BUFFER);
    jaccuse_status status = ja_source_peek(input->source, 2, &bytes, error);
    if (status != JACCUSE_OK || !ja_charset_is_utf16(bytes))
        return status;
    input->is_converted = true;
    status = ja_source_rest(input->source, JA_MAX_FILE, &bytes, error);
    if (status != JACCUSE_OK)
        return status;
    return ja_charset_to_utf8(bytes, JA_SLICE(""), &input->room, &input->rest, error);
}

static jaccuse_status take_line(jaccuse_input *input, ja_slice *line, jaccuse_error *error)
{
    if (input->is_converted) {
        input->line++;
        return ja_next_field(&input->rest, '\n', line) ? JACCUSE_OK : JACCUSE_END;
    }
    jaccuse_status status = ja_source_line(input->source, JA_MAX_LINE, line, error);
    input->line = ja_source_line_number(input->source);
    return status;
}

/* The next line that is not blank, as UTF-8. */
static jaccuse_status next_line(jaccuse_input *input, ja_slice *line, jaccuse_error *error)
{
    do {
        jaccuse_status status = take_line(input, line, error);
        if (status != JACCUSE_OK)
            return status;
        if (input->line == 1)
            *line = ja_without_mark(*line);
        *line = ja_trim(*line);
    } while (line->length == 0);
    if (ja_is_utf8(*line))
        return JACCUSE_OK;
    return ja_charset_to_utf8(*line, JA_SLICE(""), &input->room, line, error);
}

/* Whether a line is one of claims by how it begins; who reads the claims finds what is wrong with the
 * rest. */
static bool begins_as_claims(ja_slice line)
{
    return ja_starts_with(line, JA_SLICE("{\"jaccuse\": 1,"));
}

static jaccuse_status next_in_lines(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    for (;;) {
        ja_slice line;
        jaccuse_status status = next_line(input, &line, error);
        if (status != JACCUSE_OK)
            return status;
        out->line = input->line;
        if (begins_as_claims(line))
            return give_claims(line, out, error);
        ja_json *record;
        status = ja_json_parse(&record, line, error);
        if (status != JACCUSE_OK)
            return fail_in_record(input, out->line, status, error);
        status = give_record(input, record, line, out, error);
        ja_json_free(record);
        if (status != JACCUSE_SKIPPED)
            return status;
    }
}

static jaccuse_status parse_whole(jaccuse_input *input, jaccuse_error *error)
{
    ja_buffer room;
    ja_slice text;
    ja_buffer_init(&room, JA_MAX_BUFFER);
    jaccuse_status status = ja_source_rest(input->source, JA_MAX_FILE, &text, error);
    if (status == JACCUSE_OK)
        status = ja_charset_to_utf8(text, JA_SLICE(""), &room, &text, error);
    if (status == JACCUSE_OK) {
        status = ja_json_parse(&input->json, text, error);
        if (status != JACCUSE_OK)
            fail_in_record(input, 0, status, error);
    }
    ja_buffer_clear(&room);
    return status;
}

/* The next element of an array, or the one value that the file is. */
static jaccuse_status next_in_json(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    if (!input->json) {
        jaccuse_status status = parse_whole(input, error);
        if (status != JACCUSE_OK)
            return status;
    }
    bool is_array = ja_json_type_of(input->json) == JA_JSON_ARRAY;
    size_t count = is_array ? ja_json_count(input->json) : 1;
    while (input->element < count) {
        const ja_json *record =
            is_array ? ja_json_element(input->json, input->element) : input->json;
        out->line = ++input->element;
        jaccuse_status status = give_record(input, record, JA_SLICE(""), out, error);
        if (status != JACCUSE_SKIPPED)
            return status;
    }
    return JACCUSE_END;
}

/* ---- Files one after the other ---- */

static jaccuse_status open_file(jaccuse_input *input, const char *path, jaccuse_error *error)
{
    jaccuse_status status = ja_source_open(&input->source, path, error);
    if (status != JACCUSE_OK)
        return status;
    input->path = strdup(path);
    if (!input->path) {
        close_file(input);
        return ja_fail_memory(error);
    }
    input->reader = JA_READ_NOTHING; /* not looked at yet */
    return JACCUSE_OK;
}

/* Up to `want` bytes of the file's beginning as UTF-8. *at_end: that is all of it. */
static jaccuse_status peek(jaccuse_input *input, size_t want, ja_buffer *room, ja_slice *head,
                           bool *at_end, jaccuse_error *error)
{
    jaccuse_status status = ja_source_peek(input->source, want, head, error);
    *at_end = status == JACCUSE_OK && head->length < want;
    if (status != JACCUSE_OK || !ja_charset_is_utf16(*head))
        return status;
    ja_slice whole = {head->at, head->length & ~(size_t)1};
    return ja_charset_to_utf8(whole, JA_SLICE(""), room, head, error);
}

/* The beginning of the file; of JSON, all of the first line. */
static jaccuse_status peek_head(jaccuse_input *input, ja_buffer *room, ja_slice *head,
                                jaccuse_error *error)
{
    bool at_end = false;
    for (size_t want = JA_KIND_HEAD;; want *= 2) {
        jaccuse_status status = peek(input, want, room, head, &at_end, error);
        if (status != JACCUSE_OK)
            return status;
        ja_slice start = ja_trim(*head);
        bool line = at_end || memchr(start.at, '\n', start.length);
        if (!ja_kind_is_json(*head, input->path) || line || want >= JA_MAX_LINE)
            return JACCUSE_OK;
    }
}

/* Lines may be none at all, and so may what a pipe brings; any other empty file is a mistake. */
static bool may_be_empty(const char *path)
{
    return ja_kind_is_named_lines(path) || strcmp(path, "-") == 0;
}

static jaccuse_status choose_for(jaccuse_input *input, ja_slice head, jaccuse_error *error)
{
    bool is_empty = ja_trim(head).length == 0 && head.length < JA_KIND_HEAD;
    if (is_empty && !may_be_empty(input->path))
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, input->path, 0, "is empty");
    ja_kind kind =
        is_empty ? (ja_kind){.reader = JA_READ_JSON_LINES} : ja_kind_of(head, input->path);
    if (kind.reader == JA_READ_NOTHING)
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, input->path, 0, "is %s", kind.name);
    jaccuse_status status = JACCUSE_OK;
    if (kind.reader == JA_READ_JSON_LINES)
        status = start_lines(input, error);
    if (status == JACCUSE_OK)
        input->reader = kind.reader;
    return status;
}

/* Finds out what the file is. */
static jaccuse_status choose_reader(jaccuse_input *input, jaccuse_error *error)
{
    ja_buffer room;
    ja_slice head;
    ja_buffer_init(&room, JA_MAX_BUFFER);
    jaccuse_status status = peek_head(input, &room, &head, error);
    if (status == JACCUSE_OK)
        status = choose_for(input, head, error);
    ja_buffer_clear(&room);
    return status;
}

static jaccuse_status next_in_file(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    bool is_new = input->reader == JA_READ_NOTHING;
    jaccuse_status status = is_new ? choose_reader(input, error) : JACCUSE_OK;
    if (status != JACCUSE_OK)
        return status;
    switch (input->reader) {
    case JA_READ_JSON_LINES:
        return next_in_lines(input, out, error);
    case JA_READ_JSON:
        return next_in_json(input, out, error);
    case JA_READ_TEXT:
    case JA_READ_HTML:
        return is_new ? next_whole(input, out, error) : JACCUSE_END;
    case JA_READ_NOTHING:
        break;
    }
    return JACCUSE_END;
}

/* Whether nothing more can come out of the file after this answer: lines go on behind a bad one,
 * as elements do once the file is parsed. */
static bool is_file_done(const jaccuse_input *input, jaccuse_status status)
{
    if (status == JACCUSE_OK)
        return false;
    bool goes_on = input->json || input->reader == JA_READ_JSON_LINES;
    return !goes_on || (status != JACCUSE_ERROR_FORMAT && status != JACCUSE_ERROR_LIMIT);
}

/* The next item of the file that is open, or what is wrong with it. */
static jaccuse_status next_item(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    jaccuse_status status = next_in_file(input, out, error);
    if (status == JACCUSE_OK)
        snprintf(out->path, sizeof out->path, "%s", input->path);
    else
        jaccuse_item_clear(out);
    if (is_file_done(input, status))
        close_file(input);
    return status;
}

jaccuse_status jaccuse_input_next(jaccuse_input *input, jaccuse_item *out, jaccuse_error *error)
{
    *out = (jaccuse_item){.article = NULL};
    for (;;) {
        if (input->path) {
            jaccuse_status status = next_item(input, out, error);
            if (status != JACCUSE_END)
                return status;
        }
        if (!input->folder)
            return JACCUSE_END;
        const char *path;
        jaccuse_status status = ja_folder_next(input->folder, &path, error);
        if (status == JACCUSE_OK)
            status = open_file(input, path, error);
        if (status != JACCUSE_OK)
            return status;
    }
}

jaccuse_status jaccuse_input_open(jaccuse_input **out, const char *path, jaccuse_notify notify,
                                  void *context, jaccuse_error *error)
{
    *out = NULL;
    if (!path || !*path)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "no path given");
    jaccuse_input *input = calloc(1, sizeof *input);
    if (!input)
        return ja_fail_memory(error);
    struct stat status;
    bool folder = strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    jaccuse_status opened = folder ? ja_folder_open(&input->folder, path, notify, context, error)
                                   : open_file(input, path, error);
    if (opened != JACCUSE_OK) {
        jaccuse_input_close(input);
        return opened;
    }
    *out = input;
    return JACCUSE_OK;
}

void jaccuse_input_close(jaccuse_input *input)
{
    if (!input)
        return;
    close_file(input);
    ja_folder_close(input->folder);
    free(input);
}
