/* Files and texts for the tests of src/article: written to a folder of their own, read, compared.
 */
#ifndef ARTICLE_FIXTURE_H
#define ARTICLE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "jaccuse/article.h"

/* A string literal and its length, NULs included. */
#define BYTES(literal) (literal), sizeof(literal) - 1

static char fixture_folder[64];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(fixture_folder, "/tmp/jaccuse-article-XXXXXX");
    return mkdtemp(fixture_folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", fixture_folder);
    return system(command);
}

/* The path of `name` in the folder; valid until the fourth call from now. */
static inline const char *path_of(const char *name)
{
    static char paths[4][1024];
    static unsigned turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", fixture_folder, name);
    return path;
}

static inline const char *write_file(const char *name, const void *bytes, size_t length)
{
    const char *path = path_of(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

/* `head`, `count` times `unit`, `tail`; to be freed. */
static inline char *repeat(const char *head, const char *unit, size_t count, const char *tail)
{
    size_t size = strlen(unit), at = strlen(head);
    char *text = malloc(at + size * count + strlen(tail) + 1);
    assert_non_null(text);
    strcpy(text, head);
    for (size_t i = 0; i < count; i++, at += size)
        memcpy(text + at, unit, size);
    strcpy(text + at, tail);
    return text;
}

/* The first item of a file that holds these bytes, with how reading it ended. */
static inline jaccuse_status read_first(const char *name, const void *bytes, size_t length,
                                        jaccuse_item *item, jaccuse_error *error)
{
    jaccuse_input *input;
    const char *path = write_file(name, bytes, length);
    assert_int_equal(jaccuse_input_open(&input, path, NULL, NULL, error), JACCUSE_OK);
    jaccuse_status status = jaccuse_input_next(input, item, error);
    jaccuse_input_close(input);
    return status;
}

/* The article that the file holds; to be freed. */
static inline jaccuse_article *read_article(const char *name, const void *bytes, size_t length)
{
    jaccuse_item item;
    jaccuse_error error;
    if (read_first(name, bytes, length, &item, &error) != JACCUSE_OK)
        fail_msg("%s: %s", name, error.message);
    assert_non_null(item.article);
    return item.article;
}

static inline void assert_title(const jaccuse_article *article, const char *expected)
{
    jaccuse_span span = article->title;
    assert_true(span.begin <= span.end && span.end <= article->length);
    char *title = strndup(article->text + span.begin, span.end - span.begin);
    assert_string_equal(title, expected);
    free(title);
}

/* That reading the bytes fails with `status` and a message that holds `words`. */
static inline void assert_refused(const char *name, const void *bytes, size_t length,
                                  jaccuse_status status, const char *words)
{
    jaccuse_item item;
    jaccuse_error error;
    assert_int_equal(read_first(name, bytes, length, &item, &error), status);
    assert_int_equal(error.code, status);
    assert_null(item.article);
    assert_non_null(strstr(error.path, name));
    if (!strstr(error.message, words))
        fail_msg("\"%s\" does not hold \"%s\"", error.message, words);
}

#endif
