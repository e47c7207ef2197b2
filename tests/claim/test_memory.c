/* Memory that runs out while the tables load for the first time: the call fails, and a later call
 * with memory gives the right answer. In a program of its own, so that nothing is loaded yet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "jaccuse.h"

static const char *const text = "France accused Rwanda of genocide. Rwanda denied it at once.";

/* The record of the article as a line, or NULL with the status. */
static char *extracted(const jaccuse_article *article, jaccuse_status *status)
{
    jaccuse_record *record;
    size_t length;
    char *line = NULL;
    jaccuse_error error;
    *status = jaccuse_extract(&record, article, NULL, &error);
    if (*status != JACCUSE_OK)
        return NULL;
    assert_int_equal(jaccuse_record_print(&line, &length, record, &error), JACCUSE_OK);
    jaccuse_record_free(record);
    return line;
}

static void test_every_block_of_the_first_extraction(void **state)
{
    (void)state;
    jaccuse_status status;
    jaccuse_article *article;
    assert_int_equal(jaccuse_article_from_text(&article, "a", text, strlen(text), NULL),
                     JACCUSE_OK);
    char *first = NULL;
    long refused = 0;
    while (!first) {
        assert_true(++refused < 10000);
        ja_arena_fail_after(refused);
        first = extracted(article, &status);
        ja_arena_fail_after(0);
        if (!first)
            assert_int_equal(status, JACCUSE_ERROR_MEMORY);
    }
    assert_true(refused > 20); /* each table was refused some block */
    assert_non_null(strstr(first, "\"accuser\": \"france\", \"accused\": \"rwanda\", "
                                  "\"denier\": \"rwanda\""));
    char *second = extracted(article, &status);
    assert_string_equal(first, second);
    free(first);
    free(second);
    jaccuse_article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_block_of_the_first_extraction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
