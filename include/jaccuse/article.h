/* Reading: bytes of any kind become articles.
 *
 * An input is a file, a folder (walked in sorted order) or standard input ("-"). Its kind (plain
 * text, HTML, JSON Lines, JSON) is told by content. It gives items one by one: an article, or one
 * line of claims that an earlier run wrote (a JSON object with "jaccuse": 1).
 */
#ifndef JACCUSE_ARTICLE_H
#define JACCUSE_ARTICLE_H

#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One article. Strings that are not known are NULL. */
typedef struct jaccuse_article {
    const char *id; /* the source's own (JSON id, URL), else the path as given (#N for the N-th) */
    const char *path;   /* the file it came from, as given */
    const char *outlet; /* newspaper, agency or site */
    const char *url;
    const char *date;     /* ISO 8601, YYYY-MM-DD */
    const char *language; /* as the source says, ISO 639-1 in lower case; not yet believed */
    const char *text;     /* valid UTF-8, title first; paragraphs are divided by line ends */
    size_t length;        /* of text, in bytes */
    jaccuse_span title;   /* where in text the title stands; empty where there is none */
} jaccuse_article;

/* Makes an article out of a text in memory (copied). `text` may hold any bytes: what is not UTF-8
 * is repaired. A first line that looks like a title becomes the title. JACCUSE_ERROR_ARGUMENT: `id`
 * is NULL or empty, by which nobody could name the article. */
JACCUSE_CHECKED jaccuse_status jaccuse_article_from_text(jaccuse_article **out, const char *id,
                                                         const char *text, size_t length,
                                                         jaccuse_error *error);
void jaccuse_article_free(jaccuse_article *article);

/* One thing read: either `article` or `claims` is set. */
typedef struct jaccuse_item {
    jaccuse_article *article; /* the caller frees */
    char *claims;             /* one JSON object, NUL-terminated; the caller frees with free() */
    size_t claims_length;
    char path[512]; /* where it came from, for messages */
    size_t line;    /* 1 or more in files of many records */
} jaccuse_item;

/* Frees what the item holds and clears it. */
void jaccuse_item_clear(jaccuse_item *item);

typedef struct jaccuse_input jaccuse_input;

/* Opens `path`: a file, a folder or "-". Fails where it cannot be read at all. `notify` (may be
 * NULL) hears of files in folders that are left out. */
JACCUSE_CHECKED jaccuse_status jaccuse_input_open(jaccuse_input **out, const char *path,
                                                  jaccuse_notify notify, void *context,
                                                  jaccuse_error *error);

/* The next item. JACCUSE_END: no more. Any other status but JACCUSE_OK and JACCUSE_ERROR_MEMORY
 * means that one record or file could not be read: `error` names it, and the next call goes on
 * behind it. */
JACCUSE_CHECKED jaccuse_status jaccuse_input_next(jaccuse_input *input, jaccuse_item *out,
                                                  jaccuse_error *error);
void jaccuse_input_close(jaccuse_input *input);

#ifdef __cplusplus
}
#endif

#endif
