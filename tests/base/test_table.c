/* Tab-separated tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/table.h"

static void expect_row(ja_table *table, size_t line, size_t count, const char *first,
                       const char *second, const char *third)
{
    const char *expected[] = {first, second, third};
    assert_true(ja_table_next(table));
    assert_int_equal(table->line, line);
    assert_int_equal(table->count, count);
    for (size_t i = 0; i < JA_TABLE_COLUMNS; i++) {
        char *text = strndup(table->column[i].at, table->column[i].length);
        assert_string_equal(text, i < 3 ? expected[i] : "");
        free(text);
    }
}

static void test_rows(void **state)
{
    ja_table table;
    (void)state;
    ja_table_init(&table, JA_SLICE("# comment\ta\n"
                                   "a\tb\tc\n"
                                   "\n"
                                   " \t \n"
                                   "accuser de\t-\té\n"
                                   "not # a comment\n"
                                   "\tsecond\n"
                                   "a-b\t--\t -\n"
                                   "last\t 2 "));
    expect_row(&table, 2, 3, "a", "b", "c");
    expect_row(&table, 5, 3, "accuser de", "", "é");
    expect_row(&table, 6, 1, "not # a comment", "", "");
    expect_row(&table, 7, 2, "", "second", "");
    expect_row(&table, 8, 3, "a-b", "--", "");
    expect_row(&table, 9, 2, "last", "2", "");
    assert_false(ja_table_next(&table));
    assert_false(ja_table_next(&table));
}

static void test_windows_line_ends(void **state)
{
    ja_table table;
    (void)state;
    ja_table_init(&table, JA_SLICE("# c\r\n\r\na\t-\r\nb\tc\r\n"));
    expect_row(&table, 3, 2, "a", "", "");
    expect_row(&table, 4, 2, "b", "c", "");
    assert_false(ja_table_next(&table));
}

static void test_nothing(void **state)
{
    ja_table table;
    (void)state;
    ja_table_init(&table, (ja_slice){NULL, 0});
    assert_false(ja_table_next(&table));
    ja_table_init(&table, JA_SLICE("\n\n# only\n"));
    assert_false(ja_table_next(&table));
}

static void test_too_many_columns(void **state)
{
    ja_table table;
    (void)state;
    ja_table_init(&table, JA_SLICE("1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\nnext\n"));
    assert_true(ja_table_next(&table));
    assert_int_equal(table.count, 12);
    assert_true(ja_equal(table.column[11], JA_SLICE("12")));
    expect_row(&table, 2, 1, "next", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_windows_line_ends),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_too_many_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
