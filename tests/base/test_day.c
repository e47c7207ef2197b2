/* Days as numbers, and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"

static void numbers(void **state)
{
    (void)state;
    assert_int_equal(ja_day_number("1970-01-01"), 0);
    assert_int_equal(ja_day_number("1969-12-31"), -1);
    assert_int_equal(ja_day_number("2000-03-01"), 11017);
    assert_int_equal(ja_day_number("2024-12-31"), 20088);
    assert_int_equal(ja_day_number("2024-12-31T10:00:00Z"), 20088);
    assert_int_equal(ja_day_number("2024-03-01") - ja_day_number("2024-02-28"), 2);
    assert_int_equal(ja_day_number("2100-03-01") - ja_day_number("2100-02-28"), 1);
}

static void no_days(void **state)
{
    (void)state;
    static const char *const none[] = {NULL,           "",          "2024", "2024-02-30",
                                       "2024-2-3xxxx", "31.12.2024"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(ja_day_number(none[i]), JA_NO_DAY);
}

/* Every day of the first years, of two eras of leap years, and of the last years. */
static void there_and_back(void **state)
{
    (void)state;
    static const char *const starts[] = {"0000-01-01", "1896-01-01", "9996-01-01"};
    char text[JA_DAY_ROOM];
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        for (int day = ja_day_number(starts[i]), last = day + 1461; day < last; day++) {
            ja_day_print(day, text);
            assert_int_equal(ja_day_number(text), day);
        }
    ja_day_print(ja_day_number("0000-01-01") - 5, text);
    assert_string_equal(text, "0000-01-01");
    ja_day_print(ja_day_number("9999-12-31") + 5, text);
    assert_string_equal(text, "9999-12-31");
}

static void mondays(void **state)
{
    (void)state;
    assert_int_equal(ja_day_monday(0), -3); /* 1970-01-01 was a Thursday */
    assert_int_equal(ja_day_monday(-3), -3);
    assert_int_equal(ja_day_monday(-4), -10);
    assert_int_equal(ja_day_monday(3), -3);
    assert_int_equal(ja_day_monday(4), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(no_days),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(mondays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
