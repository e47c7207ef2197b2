#include "article/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"

/* A heading of this length that the body begins with is the heading repeated, even where the text
 * goes on in the same line. A short one may be the first word of a sentence. */
static const size_t LONG_TITLE = 30;

typedef struct owned_article {
    jaccuse_article article; /* first, so that its address is that of the whole */
    ja_arena arena;
} owned_article;

typedef struct copying {
    owned_article *made;
    const ja_draft *draft;
    ja_slice text;
} copying;

void ja_draft_init(ja_draft *draft, const char *path, size_t record)
{
    *draft = (ja_draft){.path = path, .record = record};
    ja_arena_init(&draft->arena);
}

void ja_draft_clear(ja_draft *draft)
{
    ja_arena_clear(&draft->arena);
}

static const char *identity(ja_arena *arena, const ja_draft *draft)
{
    const char *own = draft->id ? draft->id : draft->url;
    if (own || !draft->path)
        return ja_clean_string(arena, own ? own : "");
    const char *path = ja_clean_string(arena, draft->path);
    return draft->record ? ja_format(arena, "%s#%zu", path, draft->record) : path;
}

static void copy_draft(void *context)
{
    copying *work = context;
    ja_arena *arena = &work->made->arena;
    jaccuse_article *article = &work->made->article;
    article->id = identity(arena, work->draft);
    article->path = ja_clean_string(arena, work->draft->path);
    article->outlet = ja_clean_string(arena, work->draft->outlet);
    article->url = ja_clean_string(arena, work->draft->url);
    article->date = ja_clean_string(arena, work->draft->date);
    article->language = ja_clean_string(arena, work->draft->language);
    article->text = ja_copy(arena, work->text.at, work->text.length);
    article->length = work->text.length;
}

static bool is_blank(ja_slice text)
{
    for (size_t at = 0, length; at < text.length; at += length)
        if (!ja_is_space(ja_decode(text, at, &length)))
            return false;
    return true;
}

jaccuse_status ja_draft_finish_as(jaccuse_article **out, const ja_draft *draft, ja_slice text,
                                  jaccuse_span title, jaccuse_error *error)
{
    *out = NULL;
    if (is_blank(text))
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, draft->path, draft->record, "is empty");
    if (text.length > JA_MAX_TEXT)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, draft->path, draft->record,
                          "text is longer than %zu bytes", JA_MAX_TEXT);
    owned_article *made = calloc(1, sizeof *made);
    if (!made)
        return ja_fail_memory(error);
    ja_arena_init(&made->arena);
    copying work = {made, draft, text};
    if (!ja_arena_run(&made->arena, copy_draft, &work)) {
        jaccuse_article_free(&made->article);
        return ja_fail_memory(error);
    }
    made->article.title = title;
    *out = &made->article;
    return JACCUSE_OK;
}

void jaccuse_article_free(jaccuse_article *article)
{
    if (!article)
        return;
    owned_article *made = (owned_article *)article;
    ja_arena_clear(&made->arena);
    free(made);
}

static bool repeats_title(ja_slice body, ja_slice title)
{
    if (!ja_starts_with(body, title))
        return false;
    if (body.length == title.length || title.length >= LONG_TITLE)
        return true;
    return body.at[title.length] == '\n' || body.at[title.length] == '\r';
}

static void join_title(void *context)
{
    ja_draft *draft = context;
    ja_arena *arena = &draft->arena;
    ja_slice title =
        ja_slice_of(ja_field_text(arena, ja_copy(arena, draft->title.at, draft->title.length)));
    ja_slice body = ja_trim(ja_clean_utf8(arena, draft->body));
    if (title.length > 0 && body.length > 0 && !repeats_title(body, title)) {
        char *joined = ja_alloc(arena, title.length + 2 + body.length + 1, 1);
        memcpy(joined, title.at, title.length);
        memcpy(joined + title.length, "\n\n", 2);
        memcpy(joined + title.length + 2, body.at, body.length);
        body = (ja_slice){joined, title.length + 2 + body.length};
    }
    draft->title = title;
    draft->body = body;
}

jaccuse_status ja_draft_finish(jaccuse_article **out, ja_draft *draft, jaccuse_error *error)
{
    *out = NULL;
    if (is_blank(draft->body))
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, draft->path, draft->record,
                          "holds no article text");
    if (!ja_arena_run(&draft->arena, join_title, draft))
        return ja_fail_memory(error);
    return ja_draft_finish_as(out, draft, draft->body, (jaccuse_span){0, draft->title.length},
                              error);
}

const char *ja_field_text(ja_arena *arena, const char *value)
{
    ja_slice text = ja_trim(ja_slice_of(value));
    if (text.length == 0 || text.length > JA_MAX_FIELD)
        return NULL;
    text = ja_clean_utf8(arena, text);
    text = ja_collapse(ja_copy(arena, text.at, text.length), text.length);
    return text.length > 0 ? text.at : NULL;
}

const char *ja_field_url(ja_arena *arena, const char *value)
{
    const char *url = ja_field_text(arena, value);
    bool web = url && (strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0);
    return web && !strchr(url, ' ') ? url : NULL;
}

const char *ja_field_language(ja_arena *arena, const char *value)
{
    ja_slice tag = ja_trim(ja_slice_of(value));
    if (tag.length < 2 || !ja_is_letter_byte(tag.at[0]) || !ja_is_letter_byte(tag.at[1]))
        return NULL;
    if (tag.length > 2 && tag.at[2] != '-' && tag.at[2] != '_')
        return NULL;
    char *code = ja_copy(arena, tag.at, 2);
    code[0] |= 0x20;
    code[1] |= 0x20;
    return code;
}
