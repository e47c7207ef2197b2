/* Direct speech: what stands between quotation marks, within one paragraph. A mark that is never
 * closed speaks to the end of its paragraph, as the press prints quotations that run on. A
 * paragraph that starts with a dash is spoken as a whole. */
#include "base/unicode.h"
#include "language/document.h"

typedef enum mark_kind { NO_MARK, OPENS, CLOSES, TOGGLES, DASH } mark_kind;

/* Two marks for one, as typewriters and TeX have them: ``no''. */
static mark_kind kind_of_double(ja_slice form, unsigned *family)
{
    if (ja_equal(form, JA_SLICE("\u2018\u2018"))) {
        *family = 2;
        return OPENS;
    }
    if (ja_equal(form, JA_SLICE("\u2019\u2019"))) {
        *family = 2;
        return CLOSES;
    }
    *family = 5;
    if (ja_equal(form, JA_SLICE("``")))
        return OPENS;
    return ja_equal(form, JA_SLICE("''")) ? TOGGLES : NO_MARK;
}

/* Pairs of marks share a family, so that a quotation within another does not end it. */
static mark_kind kind_of(const ja_token *token, unsigned *family)
{
    size_t length;
    uint32_t character = ja_decode(token->form, 0, &length);
    *family = 0;
    if (length != token->form.length)
        return kind_of_double(token->form, family);
    switch (character) {
    case 0xAB:
        *family = 1;
        return OPENS;
    case 0xBB:
        *family = 1;
        return CLOSES;
    case 0x201C:
    case 0x201E:
        *family = 2;
        return OPENS;
    case 0x201D:
        *family = 2;
        return CLOSES;
    case '"':
        *family = 3;
        return TOGGLES;
    case 0x2018:
        *family = 4;
        return OPENS;
    case 0x2019:
        *family = 4;
        return CLOSES;
    case 0x2013:
    case 0x2014:
        return DASH;
    default:
        return NO_MARK;
    }
}

static void add_quote(ja_arena *arena, ja_document *document, size_t first, size_t end)
{
    ja_quote quote = {
        {document->tokens[first].at.begin, document->tokens[end - 1].at.end}, first, end - first};
    for (size_t i = first; i < end; i++)
        document->tokens[i].quote = document->quote_count;
    JA_PUSH(arena, document->quotes, document->quote_count, document->quote_capacity, quote);
}

void ja_find_quotes(ja_arena *arena, ja_document *document, size_t first_token)
{
    size_t end = document->token_count, start = end; /* start == end: outside of quotation */
    unsigned open_family = 0, family;
    if (first_token < end && kind_of(&document->tokens[first_token], &family) == DASH &&
        document->tokens[first_token].space_after) {
        add_quote(arena, document, first_token, end);
        return;
    }
    for (size_t i = first_token; i < end; i++) {
        mark_kind kind = kind_of(&document->tokens[i], &family);
        bool inside = start < end;
        if (!inside && (kind == OPENS || kind == TOGGLES)) {
            start = i;
            open_family = family;
        } else if (inside && (kind == CLOSES || kind == TOGGLES) && family == open_family) {
            add_quote(arena, document, start, i + 1);
            start = end;
        }
    }
    if (start < end)
        add_quote(arena, document, start, end);
}
