/* The error record. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"

static void test_filling(void **state)
{
    jaccuse_error error;
    (void)state;
    memset(&error, 0x55, sizeof error);
    assert_int_equal(ja_fail(&error, JACCUSE_ERROR_FORMAT, "no title in %s", "x"),
                     JACCUSE_ERROR_FORMAT);
    assert_int_equal(error.code, JACCUSE_ERROR_FORMAT);
    assert_string_equal(error.message, "no title in x");
    assert_string_equal(error.path, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.offset, 0);
    assert_int_equal(ja_fail_at(&error, JACCUSE_ERROR_READ, "a/b", 12, "%d", 5),
                     JACCUSE_ERROR_READ);
    assert_string_equal(error.path, "a/b");
    assert_string_equal(error.message, "5");
    assert_int_equal(error.line, 12);
    (void)ja_fail_at(&error, JACCUSE_ERROR_READ, NULL, 1, "x");
    assert_string_equal(error.path, "");
    errno = ENOENT;
    assert_int_equal(ja_fail_errno(&error, JACCUSE_ERROR_WRITE, "p", "open"), JACCUSE_ERROR_WRITE);
    assert_string_equal(error.message, "cannot open: No such file or directory");
    assert_int_equal(error.line, 0);
    assert_int_equal(ja_fail_memory(&error), JACCUSE_ERROR_MEMORY);
    assert_int_equal(error.code, JACCUSE_ERROR_MEMORY);
}

static void test_no_record(void **state)
{
    (void)state;
    assert_int_equal(ja_fail(NULL, JACCUSE_ERROR_LIMIT, "%s", "x"), JACCUSE_ERROR_LIMIT);
    assert_int_equal(ja_fail_at(NULL, JACCUSE_ERROR_DRAW, NULL, 1, "x"), JACCUSE_ERROR_DRAW);
    assert_int_equal(ja_fail_errno(NULL, JACCUSE_ERROR_READ, "p", "read"), JACCUSE_ERROR_READ);
    assert_int_equal(ja_fail_memory(NULL), JACCUSE_ERROR_MEMORY);
}

/* `plain` letters and one character behind them: is it kept? 511 bytes have room. */
static void expect_cut(size_t plain, const char *character, size_t expected)
{
    char text[1100];
    jaccuse_error error;
    memset(text, 'a', plain);
    strcpy(text + plain, character);
    memset(text + strlen(text), 'b', 1);
    text[plain + strlen(character) + 1] = '\0';
    (void)ja_fail_at(&error, JACCUSE_ERROR_FORMAT, text, 0, "%s", text);
    assert_int_equal(strlen(error.message), expected);
    assert_memory_equal(error.message, text, expected);
    assert_string_equal(error.path, error.message);
}

static void test_cut_at_a_character(void **state)
{
    (void)state;
    expect_cut(509, "\xC3\xA9", 511); /* just fits; the "b" behind it is cut off */
    expect_cut(508, "\xC3\xA9", 511); /* all fits */
    expect_cut(510, "\xC3\xA9", 510); /* half of it would */
    expect_cut(511, "\xC3\xA9", 511);
    expect_cut(508, "\xE2\x80\x99", 511);
    expect_cut(509, "\xE2\x80\x99", 509);
    expect_cut(510, "\xE2\x80\x99", 510);
    expect_cut(507, "\xF0\x9F\x98\x80", 511);
    expect_cut(508, "\xF0\x9F\x98\x80", 508);
    expect_cut(510, "\xF0\x9F\x98\x80", 510);
    expect_cut(1000, "a", 511);
}

typedef struct ja_heard {
    int times;
    jaccuse_error last;
} ja_heard;

static void hear(void *context, const jaccuse_error *notice)
{
    ja_heard *heard = context;
    heard->times++;
    heard->last = *notice;
}

static void test_notify(void **state)
{
    ja_heard heard = {0};
    (void)state;
    ja_notify(NULL, &heard, JACCUSE_OK, "p", "%d", 1);
    assert_int_equal(heard.times, 0);
    ja_notify(hear, &heard, JACCUSE_SKIPPED, "p", "%d articles", 3);
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.last.code, JACCUSE_SKIPPED);
    assert_string_equal(heard.last.path, "p");
    assert_string_equal(heard.last.message, "3 articles");
    ja_notify(hear, &heard, JACCUSE_OK, NULL, "x");
    assert_string_equal(heard.last.path, "");
}

static void test_names(void **state)
{
    (void)state;
    for (int i = 0; i <= JACCUSE_ERROR_ALGORITHM; i++) {
        assert_string_not_equal(jaccuse_status_name((jaccuse_status)i), "");
        assert_string_not_equal(jaccuse_status_name((jaccuse_status)i), "unknown status");
        for (int j = 0; j < i; j++)
            assert_string_not_equal(jaccuse_status_name((jaccuse_status)i),
                                    jaccuse_status_name((jaccuse_status)j));
    }
    assert_string_equal(jaccuse_status_name((jaccuse_status)1000), "unknown status");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filling),
        cmocka_unit_test(test_no_record),
        cmocka_unit_test(test_cut_at_a_character),
        cmocka_unit_test(test_notify),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
