/* What a reader finds out about one article, and the making of the article out of it. */
#ifndef JA_DRAFT_H
#define JA_DRAFT_H

#include "base/text.h"
#include "jaccuse/article.h"

/* Strings that are not known are NULL; all that is not given by the caller lives in `arena`. */
typedef struct ja_draft {
    ja_arena arena;
    const char *path;
    size_t record; /* which of the file's records, from 1; 0: the file is one article */
    const char *id, *url, *outlet, *date, *language;
    ja_slice title; /* empty: none */
    ja_slice body;
} ja_draft;

void ja_draft_init(ja_draft *draft, const char *path, size_t record);
void ja_draft_clear(ja_draft *draft);

/* The article whose text is the title, an empty line and the body; a title that the body starts
 * with is not repeated. JACCUSE_ERROR_FORMAT: no body. JACCUSE_ERROR_LIMIT: over JA_MAX_TEXT. */
JACCUSE_CHECKED jaccuse_status ja_draft_finish(jaccuse_article **out, ja_draft *draft,
                                               jaccuse_error *error);

/* The article whose text is `text` itself, byte for byte; `text` must be clean UTF-8. */
JACCUSE_CHECKED jaccuse_status ja_draft_finish_as(jaccuse_article **out, const ja_draft *draft,
                                                  ja_slice text, jaccuse_span title,
                                                  jaccuse_error *error);

/* Each field in the one form that articles give, or NULL where `value` is none (or over-long): */
const char *ja_field_text(ja_arena *arena, const char *value);     /* clean, on one line */
const char *ja_field_url(ja_arena *arena, const char *value);      /* http or https */
const char *ja_field_language(ja_arena *arena, const char *value); /* "en-GB" -> "en" */

#endif
