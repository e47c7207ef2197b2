/* Writing JSON: what is written, and that it reads back as what was meant. */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "base/json.h"
#include "base/json_writer.h"

static ja_buffer buffer;
static ja_json_writer json;

static int start(void **state)
{
    (void)state;
    ja_buffer_init(&buffer, 1 << 20);
    json = (ja_json_writer){.out = &buffer};
    return 0;
}

static int end(void **state)
{
    (void)state;
    ja_buffer_clear(&buffer);
    return 0;
}

static ja_json *read_back(void)
{
    ja_json *value;
    jaccuse_error error;
    assert_false(buffer.failed);
    ja_slice text = {buffer.at, buffer.length};
    if (ja_json_parse(&value, text, &error) != JACCUSE_OK)
        fail_msg("%s: %s", buffer.at, error.message);
    return value;
}

static void test_nesting_and_commas(void **state)
{
    (void)state;
    ja_json_open(&json, '{');
    ja_json_string_member(&json, "a", "x");
    ja_json_key(&json, "list");
    ja_json_open(&json, '[');
    ja_json_put_size(&json, 1);
    ja_json_open(&json, '{');
    ja_json_close(&json, '}');
    ja_json_open(&json, '[');
    ja_json_close(&json, ']');
    ja_json_put_bool(&json, true);
    ja_json_put_string(&json, NULL);
    ja_json_close(&json, ']');
    ja_json_size_member(&json, "n", SIZE_MAX);
    ja_json_bool_member(&json, "no", false);
    ja_json_string_member(&json, "none", NULL);
    ja_json_number_member(&json, "half", 0.5);
    ja_json_close(&json, '}');
    assert_string_equal(buffer.at, "{\"a\": \"x\", \"list\": [1, {}, [], true, null], "
                                   "\"n\": 18446744073709551615, \"no\": false, \"none\": null, "
                                   "\"half\": 0.5}");
}

static void test_reads_back(void **state)
{
    (void)state;
    static const char TEXT[] =
        "\"q\" \\ / \b\f\n\r\t\x01\x1F\x7F é ’ \xE2\x80\xA8 \xF0\x9F\x98\x80 "
        "</script><!-- & {a}";
    for (int html = 0; html < 2; html++) {
        ja_buffer_clear(&buffer);
        json = (ja_json_writer){.out = &buffer, .for_html = html};
        ja_json_open(&json, '{');
        ja_json_string_member(&json, TEXT, TEXT);
        ja_json_number_member(&json, "n", 0.1);
        ja_json_close(&json, '}');
        ja_json *value = read_back();
        double number;
        assert_string_equal(ja_json_member_string(value, TEXT), TEXT);
        assert_true(ja_json_number(ja_json_member(value, "n"), &number) && number == 0.1);
        ja_json_free(value);
    }
}

static void test_escapes(void **state)
{
    (void)state;
    ja_json_put_string(&json, "\"\\\n\r\t\b\x01\x1F\x7F<>&/é\xE2\x80\xA8");
    assert_string_equal(buffer.at,
                        "\"\\\"\\\\\\n\\r\\t\\u0008\\u0001\\u001f\x7F<>&/é\xE2\x80\xA8\"");
}

static void test_escapes_for_html(void **state)
{
    (void)state;
    json.for_html = true;
    ja_json_open(&json, '{');
    ja_json_string_member(&json, "</k>", "<&>\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\x99\xE2\x80\xA6");
    ja_json_close(&json, '}');
    assert_string_equal(buffer.at, "{\"\\u003c/k\\u003e\": \"\\u003c\\u0026\\u003e"
                                   "\\u2028\\u2029\xE2\x80\x99\xE2\x80\xA6\"}");
}

static void test_slices(void **state)
{
    (void)state;
    ja_json_open(&json, '[');
    ja_json_put_slice(&json, JA_SLICE("a\0b"));
    ja_json_put_slice(&json, (ja_slice){"cut off", 3});
    ja_json_put_slice(&json, (ja_slice){"\xE2\x80\xA8", 2}); /* nothing is read behind its end */
    ja_json_put_string(&json, "");
    ja_json_put_slice(&json, (ja_slice){NULL, 0});
    ja_json_close(&json, ']');
    assert_string_equal(buffer.at, "[\"a\\u0000b\", \"cut\", \"\xE2\x80\", \"\", \"\"]");
}

static void expect_number(double number, const char *expected)
{
    ja_buffer_clear(&buffer);
    json.need_comma = false;
    ja_json_put_number(&json, number);
    assert_string_equal(buffer.at, expected);
}

static void test_numbers(void **state)
{
    (void)state;
    expect_number(0, "0");
    expect_number(1, "1");
    expect_number(-2.5, "-2.5");
    expect_number(1.0 / 3, "0.333333");
    expect_number(2.0 / 3, "0.666667");
    expect_number(123456, "123456");
    expect_number(1e21, "1e+21");
    expect_number(1e-9, "1e-09");
    expect_number(NAN, "null");
    expect_number(INFINITY, "null");
    expect_number(-INFINITY, "null");
    ja_buffer_clear(&buffer);
    json.need_comma = false;
    ja_json_open(&json, '[');
    ja_json_put_number(&json, NAN);
    ja_json_put_number(&json, 1e21);
    ja_json_close(&json, ']');
    ja_json *value = read_back();
    double number = 0;
    assert_int_equal(ja_json_type_of(ja_json_element(value, 0)), JA_JSON_NULL);
    assert_true(ja_json_number(ja_json_element(value, 1), &number) && number == 1e21);
    ja_json_free(value);
}

static void expect_point(const char *number, const char *expected)
{
    char text[32];
    strcpy(text, number);
    ja_decimal_point(text);
    assert_string_equal(text, expected);
}

/* The marks of other locales: a comma, or two bytes in UTF-8. */
static void test_marks_of_locales(void **state)
{
    (void)state;
    expect_point("0,5", "0.5");
    expect_point("-1,25e-09", "-1.25e-09");
    expect_point("0\xD9\xAB"
                 "5",
                 "0.5");
    expect_point("1e+21", "1e+21");
    expect_point("12", "12");
    static const char *const LOCALES[] = {"fr_FR.UTF-8", "de_DE.UTF-8", "ps_AF.UTF-8"};
    for (size_t i = 0; i < sizeof LOCALES / sizeof *LOCALES; i++)
        if (setlocale(LC_NUMERIC, LOCALES[i])) { /* where it is installed */
            expect_number(-2.5, "-2.5");
            setlocale(LC_NUMERIC, "C");
        }
}

static void test_full_buffer(void **state)
{
    (void)state;
    buffer.ceiling = 10;
    ja_json_open(&json, '[');
    for (int i = 0; i < 100; i++)
        ja_json_put_string(&json, "text\n");
    ja_json_close(&json, ']');
    assert_true(buffer.failed);
    assert_true(buffer.length <= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nesting_and_commas, start, end),
        cmocka_unit_test_setup_teardown(test_reads_back, start, end),
        cmocka_unit_test_setup_teardown(test_escapes, start, end),
        cmocka_unit_test_setup_teardown(test_escapes_for_html, start, end),
        cmocka_unit_test_setup_teardown(test_slices, start, end),
        cmocka_unit_test_setup_teardown(test_numbers, start, end),
        cmocka_unit_test_setup_teardown(test_marks_of_locales, start, end),
        cmocka_unit_test_setup_teardown(test_full_buffer, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
