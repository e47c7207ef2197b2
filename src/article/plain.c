#include "article/plain.h"

#include <string.h>

#include "base/error.h"
#include "base/unicode.h"

static const size_t LONGEST_TITLE = 200;    /* characters */
static const size_t LONGEST_SENTENCE = 120; /* of a title that ends as a sentence does */

typedef struct cleaning {
    ja_draft *draft;
    ja_slice text;
} cleaning;

static size_t count_characters(ja_slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return count;
}

static bool is_stop(uint32_t character)
{
    return character == '.' || character == '!' || character == '?' || character == 0x2026;
}

static bool is_closing_quote(uint32_t character)
{
    return character == '"' || character == '\'' || character == 0xBB || character == 0x203A ||
           character == 0x201D || character == 0x2019 || character == 0x201C;
}

/* Whether the line ends with . ! ? or an ellipsis, also before closing quotes. */
static bool ends_as_sentence(ja_slice line)
{
    for (size_t at = line.length, length; at > 0; at -= length) {
        uint32_t character = ja_decode_before(line, at, &length);
        if (is_stop(character))
            return true;
        if (!is_closing_quote(character) && !ja_is_space(character))
            return false;
    }
    return false;
}

static bool looks_like_title(ja_slice line, ja_slice behind)
{
    size_t characters = count_characters(line);
    if (characters >= LONGEST_TITLE)
        return false;
    if (!ends_as_sentence(line))
        return true;
    ja_slice next;
    bool alone = ja_next_field(&behind, '\n', &next) && ja_trim(next).length == 0;
    return alone && characters < LONGEST_SENTENCE && !memmem(line.at, line.length, ". ", 2);
}

jaccuse_span ja_plain_title(ja_slice text)
{
    ja_slice rest = text, line;
    while (ja_next_field(&rest, '\n', &line)) {
        bool ended = line.at + line.length < text.at + text.length;
        ja_slice title = ja_trim(line);
        if (title.length == 0)
            continue;
        if (!ended || !looks_like_title(title, rest))
            break;
        size_t begin = (size_t)(title.at - text.at);
        return (jaccuse_span){begin, begin + title.length};
    }
    return (jaccuse_span){0, 0};
}

static void clean(void *context)
{
    cleaning *work = context;
    work->text = ja_clean_utf8(&work->draft->arena, work->text);
}

jaccuse_status ja_plain_read(jaccuse_article **out, ja_draft *draft, ja_slice text,
                             jaccuse_error *error)
{
    cleaning work = {draft, text};
    if (!ja_arena_run(&draft->arena, clean, &work))
        return ja_fail_memory(error);
    return ja_draft_finish_as(out, draft, work.text, ja_plain_title(work.text), error);
}

jaccuse_status jaccuse_article_from_text(jaccuse_article **out, const char *id, const char *text,
                                         size_t length, jaccuse_error *error)
{
    *out = NULL;
    if (!id || !*id)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "no id given");
    if (!text && length > 0)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "no text given");
    ja_slice bytes = ja_without_mark((ja_slice){text ? text : "", length});
    ja_draft draft;
    ja_draft_init(&draft, NULL, 0);
    draft.id = id;
    jaccuse_status status = ja_plain_read(out, &draft, bytes, error);
    ja_draft_clear(&draft);
    return status;
}
