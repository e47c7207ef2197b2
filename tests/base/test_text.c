/* Slices and the growing buffer. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void assert_slice(ja_slice actual, const char *expected)
{
    char *text = strndup(actual.at ? actual.at : "", actual.length);
    assert_string_equal(text, expected);
    assert_int_equal(actual.length, strlen(expected));
    free(text);
}

static void test_comparing(void **state)
{
    (void)state;
    assert_true(ja_equal(JA_SLICE("abc"), ja_slice_of("abc")));
    assert_false(ja_equal(JA_SLICE("abc"), JA_SLICE("abd")));
    assert_false(ja_equal(JA_SLICE("abc"), JA_SLICE("ab")));
    assert_false(ja_equal(JA_SLICE("a\0b"), JA_SLICE("a\0c")));
    assert_true(ja_equal((ja_slice){NULL, 0}, JA_SLICE("")));
    assert_true(ja_compare(JA_SLICE("ab"), JA_SLICE("abc")) < 0);
    assert_true(ja_compare(JA_SLICE("b"), JA_SLICE("abc")) > 0);
    assert_true(ja_compare(JA_SLICE("\xC3\xA9"), JA_SLICE("z")) > 0); /* bytes are unsigned */
    assert_int_equal(ja_compare(JA_SLICE("abc"), JA_SLICE("abc")), 0);
    assert_int_equal(ja_compare((ja_slice){NULL, 0}, JA_SLICE("")), 0);
    assert_true(ja_compare((ja_slice){NULL, 0}, JA_SLICE("a")) < 0);
    assert_int_equal(ja_slice_of(NULL).length, 0);
    assert_non_null(ja_slice_of(NULL).at);
}

static void test_strings_that_may_be_null(void **state)
{
    (void)state;
    assert_int_equal(ja_compare_strings(NULL, NULL), 0);
    assert_true(ja_compare_strings(NULL, "") < 0);
    assert_true(ja_compare_strings("", NULL) > 0);
    assert_true(ja_compare_strings("a", "b") < 0);
    assert_int_equal(ja_compare_strings("a", "a"), 0);
}

static void test_beginnings_and_endings(void **state)
{
    (void)state;
    assert_true(ja_starts_with(JA_SLICE("accuser"), JA_SLICE("accu")));
    assert_true(ja_starts_with(JA_SLICE("accuser"), JA_SLICE("")));
    assert_true(ja_starts_with(JA_SLICE("a"), JA_SLICE("a")));
    assert_false(ja_starts_with(JA_SLICE("accuser"), JA_SLICE("cc")));
    assert_false(ja_starts_with(JA_SLICE("ac"), JA_SLICE("acc")));
    assert_true(ja_ends_with(JA_SLICE("accuser"), JA_SLICE("user")));
    assert_true(ja_ends_with(JA_SLICE("accuser"), JA_SLICE("")));
    assert_false(ja_ends_with(JA_SLICE("accuser"), JA_SLICE("use")));
    assert_false(ja_ends_with(JA_SLICE("er"), JA_SLICE("ser")));
}

static void test_trim(void **state)
{
    (void)state;
    assert_slice(ja_trim(JA_SLICE(" \t\r\n\v\fa b\n ")), "a b");
    assert_slice(ja_trim(JA_SLICE("a")), "a");
    assert_slice(ja_trim(JA_SLICE("   ")), "");
    assert_slice(ja_trim(JA_SLICE("")), "");
    assert_slice(ja_trim((ja_slice){NULL, 0}), "");
    assert_slice(ja_trim(JA_SLICE("\xC2\xA0x")), "\xC2\xA0x"); /* ASCII alone */
}

/* The fields, joined by "|". */
static void expect_fields(ja_slice text, const char *expected)
{
    char joined[100] = "";
    ja_slice field;
    while (ja_next_field(&text, ',', &field)) {
        strncat(joined, field.at, field.length);
        strcat(joined, "|");
    }
    assert_string_equal(joined, expected);
    assert_int_equal(text.length, 0);
}

static void test_byte_classes(void **state)
{
    (void)state;
    for (int c = 0; c < 128; c++) {
        assert_int_equal(ja_is_blank_byte((char)c), isspace(c) != 0);
        assert_int_equal(ja_is_letter_byte((char)c), isalpha(c) != 0);
        assert_int_equal(ja_is_digit_byte((char)c), isdigit(c) != 0);
    }
    assert_false(ja_is_letter_byte('\xE9'));
    assert_false(ja_is_blank_byte('\xA0'));
}

static void test_collapse(void **state)
{
    char text[] = " \t a \n b\v ", blank[] = " \n";
    (void)state;
    assert_true(ja_equal(ja_collapse(text, strlen(text)), JA_SLICE("a b")));
    assert_string_equal(text, "a b");
    assert_int_equal(ja_collapse(blank, 2).length, 0);
}

static void test_byte_order_mark(void **state)
{
    (void)state;
    assert_true(ja_equal(ja_without_mark(JA_SLICE("\xEF\xBB\xBFx")), JA_SLICE("x")));
    assert_true(ja_equal(ja_without_mark(JA_SLICE("\xEF\xBB")), JA_SLICE("\xEF\xBB")));
    assert_int_equal(ja_without_mark(JA_SLICE("")).length, 0);
}

static void test_days(void **state)
{
    static const char *const DAYS[] = {"2024-02-29", "2000-02-29", "2023-12-31", "2023-01-01"};
    static const char *const NONE[] = {"",           "2023-02-29", "1900-02-29",  "2024-04-31",
                                       "2024-00-01", "2024-13-01", "2024-01-00",  "2024-01-32",
                                       "2024-1-011", "2024/01/01", "2024-01-01T", "x024-01-01"};
    (void)state;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++)
        assert_true(ja_is_day(ja_slice_of(DAYS[i])));
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(ja_is_day(ja_slice_of(NONE[i])));
}

static void test_fields(void **state)
{
    (void)state;
    expect_fields(JA_SLICE("a,b,c"), "a|b|c|");
    expect_fields(JA_SLICE("alone"), "alone|");
    expect_fields(JA_SLICE(""), "");
    expect_fields((ja_slice){NULL, 0}, "");
    expect_fields(JA_SLICE(",,a"), "||a|");
    expect_fields(JA_SLICE("a,"), "a|");
    expect_fields(JA_SLICE(" a ,b"), " a |b|");
}

static void test_buffer_grows(void **state)
{
    ja_buffer buffer;
    (void)state;
    ja_buffer_init(&buffer, 1 << 20);
    assert_null(buffer.at);
    for (int i = 0; i < 1000; i++) {
        ja_buffer_add(&buffer, "ab", 2);
        ja_buffer_printf(&buffer, "%03d", i);
        assert_int_equal(buffer.at[buffer.length], '\0');
    }
    assert_int_equal(buffer.length, 5000);
    assert_memory_equal(buffer.at, "ab000ab001", 10);
    assert_string_equal(buffer.at + 4990, "ab998ab999");
    assert_false(buffer.failed);
    ja_buffer_clear(&buffer);
    assert_null(buffer.at);
    assert_int_equal(buffer.length, 0);
    ja_buffer_add_string(&buffer, "again");
    ja_buffer_add_string(&buffer, NULL);
    ja_buffer_add_slice(&buffer, (ja_slice){NULL, 0});
    assert_string_equal(buffer.at, "again");
    ja_buffer_clear(&buffer);
}

static void test_ceiling(void **state)
{
    ja_buffer buffer;
    (void)state;
    ja_buffer_init(&buffer, 5);
    ja_buffer_add_string(&buffer, "abcde"); /* right up to it */
    assert_false(buffer.failed);
    ja_buffer_add(&buffer, "", 0);
    assert_false(buffer.failed);
    ja_buffer_add(&buffer, "f", 1);
    assert_true(buffer.failed);
    assert_string_equal(buffer.at, "abcde");
    ja_buffer_clear(&buffer);
    assert_false(buffer.failed);
    ja_buffer_add_string(&buffer, "abcdef"); /* the ceiling outlives clearing */
    assert_true(buffer.failed);
    ja_buffer_clear(&buffer);
}

static void test_failure_stays(void **state)
{
    ja_buffer buffer;
    (void)state;
    ja_buffer_init(&buffer, 5);
    ja_buffer_add_string(&buffer, "abc");
    ja_buffer_printf(&buffer, "%d", 100000);
    assert_true(buffer.failed);
    ja_buffer_add_string(&buffer, "d"); /* would fit */
    ja_buffer_printf(&buffer, "d");
    assert_null(ja_buffer_room(&buffer, 0));
    assert_true(buffer.failed);
    assert_string_equal(buffer.at, "abc");
    assert_int_equal(buffer.length, 3);
    ja_buffer_clear(&buffer);
    assert_null(ja_buffer_room(&buffer, SIZE_MAX));
    assert_true(buffer.failed);
    ja_buffer_clear(&buffer);
}

static void test_room(void **state)
{
    ja_buffer buffer;
    (void)state;
    ja_buffer_init(&buffer, 1 << 20);
    char *room = ja_buffer_room(&buffer, 1000);
    assert_non_null(room);
    assert_ptr_equal(room, buffer.at);
    assert_int_equal(buffer.length, 0);
    assert_string_equal(buffer.at, ""); /* terminated whenever it is not NULL */
    memset(room, 'x', 1000);
    buffer.length += 1000;
    ja_buffer_add_string(&buffer, "end");
    assert_int_equal(buffer.length, 1003);
    assert_string_equal(buffer.at + 998, "xxend");
    ja_buffer_clear(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparing),
        cmocka_unit_test(test_strings_that_may_be_null),
        cmocka_unit_test(test_beginnings_and_endings),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_byte_classes),
        cmocka_unit_test(test_collapse),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_buffer_grows),
        cmocka_unit_test(test_ceiling),
        cmocka_unit_test(test_failure_stays),
        cmocka_unit_test(test_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
