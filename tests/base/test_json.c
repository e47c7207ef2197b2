/* Reading JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/limits.h"

static ja_json *parse(ja_slice text)
{
    ja_json *value;
    jaccuse_error error;
    if (ja_json_parse(&value, text, &error) != JACCUSE_OK)
        fail_msg("%.*s: %s", (int)text.length, text.at, error.message);
    assert_non_null(value);
    return value;
}

static void test_types(void **state)
{
    (void)state;
    const struct {
        ja_slice text;
        ja_json_type type;
    } cases[] = {
        {JA_SLICE("null"), JA_JSON_NULL},
        {JA_SLICE("true"), JA_JSON_BOOL},
        {JA_SLICE("false"), JA_JSON_BOOL},
        {JA_SLICE("-12"), JA_JSON_NUMBER},
        {JA_SLICE("1.5e3"), JA_JSON_NUMBER},
        {JA_SLICE("\"\""), JA_JSON_STRING},
        {JA_SLICE("[]"), JA_JSON_ARRAY},
        {JA_SLICE("{}"), JA_JSON_OBJECT},
        {JA_SLICE(" \t\r\n[1]\n "), JA_JSON_ARRAY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ja_json *value = parse(cases[i].text);
        assert_int_equal(ja_json_type_of(value), cases[i].type);
        ja_json_free(value);
    }
    assert_int_equal(ja_json_type_of(NULL), JA_JSON_NULL);
    ja_json_free(NULL);
}

static void test_members(void **state)
{
    (void)state;
    ja_json *value = parse(JA_SLICE("{\"a\": \"L\\u2019été \\ud83d\\ude00\\n\", \"b\": [1, \"x\"],"
                                    " \"c\": {\"d\": null}, \"\": 2, \"n\": 7}"));
    assert_string_equal(ja_json_member_string(value, "a"), "L’été \xF0\x9F\x98\x80\n");
    const ja_json *list = ja_json_member(value, "b");
    assert_int_equal(ja_json_count(list), 2);
    assert_string_equal(ja_json_string(ja_json_element(list, 1)), "x");
    assert_null(ja_json_element(list, 2));
    assert_null(ja_json_string(ja_json_element(list, 0)));
    assert_non_null(ja_json_member(ja_json_member(value, "c"), "d"));
    assert_non_null(ja_json_member(value, ""));
    assert_null(ja_json_member(value, "z"));
    assert_null(ja_json_member_string(value, "n"));
    assert_null(ja_json_member_string(value, "z"));
    ja_json_free(value);
}

static void test_wrong_types_are_empty(void **state)
{
    (void)state;
    double number;
    size_t size;
    ja_json *value = parse(JA_SLICE("[\"a\"]"));
    const ja_json *others[] = {NULL, value};
    for (size_t i = 0; i < 2; i++) {
        assert_null(ja_json_member(others[i], "a"));
        assert_null(ja_json_member_string(others[i], "a"));
        assert_null(ja_json_string(others[i]));
        assert_false(ja_json_number(others[i], &number));
        assert_false(ja_json_size(others[i], &size));
    }
    const ja_json *string = ja_json_element(value, 0);
    assert_int_equal(ja_json_count(string), 0);
    assert_int_equal(ja_json_count(NULL), 0);
    assert_null(ja_json_element(string, 0));
    assert_null(ja_json_element(NULL, 0));
    ja_json_free(value);
}

static void test_numbers(void **state)
{
    (void)state;
    double number = 0;
    size_t size = 0;
    ja_json *list = parse(JA_SLICE("[0, 42, -1, 2.5, 1e3, -0.125, \"5\", 9007199254740993]"));
    const double expected[] = {0, 42, -1, 2.5, 1000, -0.125};
    for (size_t i = 0; i < 6; i++) {
        assert_true(ja_json_number(ja_json_element(list, i), &number));
        assert_true(number == expected[i]);
        assert_int_equal(ja_json_size(ja_json_element(list, i), &size), i < 2);
    }
    assert_true(ja_json_size(ja_json_element(list, 1), &size));
    assert_int_equal(size, 42);
    assert_false(ja_json_number(ja_json_element(list, 6), &number));
    assert_true(ja_json_size(ja_json_element(list, 7), &size)); /* more than a double holds */
    assert_true(size == 9007199254740993u);
    ja_json_free(list);
}

/* Refused; the fault is found at the byte `from` or behind it, up to `to`. */
static void expect_refused(ja_slice text, size_t from, size_t to)
{
    ja_json *value = (ja_json *)1;
    jaccuse_error error = {.offset = (size_t)-1};
    assert_int_equal(ja_json_parse(&value, text, &error), JACCUSE_ERROR_FORMAT);
    assert_null(value);
    assert_int_equal(error.code, JACCUSE_ERROR_FORMAT);
    assert_string_not_equal(error.message, "");
    if (error.offset < from || error.offset > to)
        fail_msg("%.*s: fault at %zu, not in %zu..%zu", (int)text.length, text.at, error.offset,
                 from, to);
    assert_int_equal(ja_json_parse(&value, text, NULL), JACCUSE_ERROR_FORMAT);
}

static void test_malformed(void **state)
{
    (void)state;
    expect_refused(JA_SLICE(""), 0, 0);
    expect_refused((ja_slice){NULL, 0}, 0, 0);
    expect_refused(JA_SLICE("  "), 0, 2);
    expect_refused(JA_SLICE("{\"a\": 1,}"), 8, 9);
    expect_refused(JA_SLICE("[1 2]"), 3, 4);
    expect_refused(JA_SLICE("{a: 1}"), 1, 2);
    expect_refused(JA_SLICE("{'a': 1}"), 1, 2);
    expect_refused(JA_SLICE("[1, 2"), 5, 5);
    expect_refused(JA_SLICE("\"abc"), 0, 4);
    expect_refused(JA_SLICE("nul"), 0, 3);
    expect_refused(JA_SLICE("NaN"), 0, 3);
    expect_refused(JA_SLICE("01"), 0, 2);
    expect_refused(JA_SLICE("+1"), 0, 2);
    expect_refused(JA_SLICE("1e999"), 0, 5);
    expect_refused(JA_SLICE("\"a\nb\""), 2, 3);
    expect_refused(JA_SLICE("\"\\x\""), 1, 3);
    expect_refused(JA_SLICE("// no\n1"), 0, 1);
}

static void test_trailing_garbage(void **state)
{
    (void)state;
    expect_refused(JA_SLICE("{} {}"), 3, 4);
    expect_refused(JA_SLICE("[1]]"), 3, 4);
    expect_refused(JA_SLICE("1 x"), 2, 3);
    expect_refused(JA_SLICE("{}\0"), 2, 3);
}

static void test_offset_is_in_bytes(void **state)
{
    (void)state;
    expect_refused(JA_SLICE("[\"éééé\", x]"), 13, 14); /* the x is byte 13 */
    expect_refused(JA_SLICE("{\n\"é\":\n 1,\n x}"), 13, 14);
}

static void test_duplicate_keys(void **state)
{
    (void)state;
    expect_refused(JA_SLICE("{\"a\": 1, \"a\": 2}"), 9, 16); /* where the object ends, at the latest */
    expect_refused(JA_SLICE("[{\"\\u0061\": 1, \"a\": 2}]"), 15, 22);
    ja_json_free(parse(JA_SLICE("{\"a\": {\"a\": 1}, \"A\": 2}")));
}

static void test_bad_characters(void **state)
{
    (void)state;
    expect_refused(JA_SLICE("\"a\\u0000b\""), 1, 10);
    expect_refused(JA_SLICE("{\"a\\u0000b\": 1}"), 1, 12);
    expect_refused(JA_SLICE("\"a\0b\""), 1, 3);
    expect_refused(JA_SLICE("\"a\xFF\""), 1, 3);
    expect_refused(JA_SLICE("\"\xC3(\""), 1, 3);
    expect_refused(JA_SLICE("\"\xED\xA0\x80\""), 1, 5);
    expect_refused(JA_SLICE("\"\xC0\x80\""), 1, 4);
    expect_refused(JA_SLICE("\"\\ud800\""), 1, 8);
    expect_refused(JA_SLICE("\"\\udc00\""), 1, 8);
    expect_refused(JA_SLICE("\xEF\xBB\xBF{}"), 0, 3);
}

/* `levels` times `open`, a value, `levels` times `close`. */
static ja_slice nested(const char *open, size_t levels, const char *close)
{
    size_t width = strlen(open);
    char *text = malloc(levels * (width + 1) + 2);
    for (size_t i = 0; i < levels; i++)
        memcpy(text + i * width, open, width);
    text[levels * width] = '1';
    memset(text + levels * width + 1, close[0], levels);
    text[levels * (width + 1) + 1] = '\0';
    return ja_slice_of(text);
}

static void test_depth(void **state)
{
    (void)state;
    ja_slice deep = nested("[", JA_MAX_JSON_DEPTH, "]");
    ja_json *value = parse(deep);
    const ja_json *inner = value;
    for (int i = 1; i < JA_MAX_JSON_DEPTH; i++)
        inner = ja_json_element(inner, 0);
    double number;
    assert_true(ja_json_number(ja_json_element(inner, 0), &number));
    ja_json_free(value);
    free((char *)deep.at);
    deep = nested("[", JA_MAX_JSON_DEPTH + 1, "]");
    expect_refused(deep, JA_MAX_JSON_DEPTH, JA_MAX_JSON_DEPTH + 1); /* the bracket too many */
    free((char *)deep.at);
    deep = nested("{\"a\":", JA_MAX_JSON_DEPTH + 1, "}");
    expect_refused(deep, JA_MAX_JSON_DEPTH * 5, JA_MAX_JSON_DEPTH * 5 + 1);
    free((char *)deep.at);
    deep = nested("[", 1000000, "]");
    expect_refused(deep, JA_MAX_JSON_DEPTH, JA_MAX_JSON_DEPTH + 1);
    free((char *)deep.at);
}

static void test_brackets_in_strings_are_no_depth(void **state)
{
    char text[500] = "[\"\\\\\", \"\\\"";
    (void)state;
    size_t length = strlen(text);
    memset(text + length, '[', 200);
    strcpy(text + length + 200, "\"]");
    ja_json *value = parse(ja_slice_of(text));
    assert_string_equal(ja_json_string(ja_json_element(value, 0)), "\\");
    assert_int_equal(strlen(ja_json_string(ja_json_element(value, 1))), 201);
    ja_json_free(value);
    char wide[500] = "[";
    for (int i = 0; i < 100; i++) /* side by side is not deep */
        strcat(wide, "[],");
    strcat(wide, "[]]");
    value = parse(ja_slice_of(wide));
    assert_int_equal(ja_json_count(value), 101);
    ja_json_free(value);
}

static void test_truth(void **state)
{
    (void)state;
    ja_json *value = parse(JA_SLICE("[true, false, null, 1, \"true\"]"));
    bool truth = false;
    assert_true(ja_json_bool(ja_json_element(value, 0), &truth) && truth);
    assert_true(ja_json_bool(ja_json_element(value, 1), &truth) && !truth);
    for (size_t i = 2; i < 6; i++)
        assert_false(ja_json_bool(ja_json_element(value, i), &truth));
    ja_json_free(value);
}

/* Beyond sixteen names another search for twins begins. */
static void test_many_names(void **state)
{
    (void)state;
    ja_buffer text;
    ja_buffer_init(&text, 10000);
    ja_buffer_add_string(&text, "{");
    for (int i = 0; i < 40; i++)
        ja_buffer_printf(&text, "\"n%d\": %d, ", i, i);
    size_t length = text.length;
    ja_buffer_add_string(&text, "\"n40\": 40}");
    ja_json *value = parse((ja_slice){text.at, text.length});
    size_t size = 0;
    assert_true(ja_json_size(ja_json_member(value, "n37"), &size) && size == 37);
    ja_json_free(value);
    text.length = length;
    ja_buffer_add_string(&text, "\"n7\": 40}");
    expect_refused((ja_slice){text.at, text.length}, length, text.length);
    ja_buffer_clear(&text);
}

static void test_escapes(void **state)
{
    (void)state;
    ja_json *value = parse(JA_SLICE("\"\\\\ud800 \\\\\\u00e9 \\uD83D\\uDE00 \\/\""));
    assert_string_equal(ja_json_string(value), "\\ud800 \\é \xF0\x9F\x98\x80 /");
    ja_json_free(value);
    expect_refused(JA_SLICE("\"\\ud83d\\u0041\""), 1, 13);
    expect_refused(JA_SLICE("\"\\ud83d\\ud83d\\ude00\""), 1, 19);
    expect_refused(JA_SLICE("\"\\u12"), 1, 6);
    expect_refused(JA_SLICE("\"\\u12g4\""), 1, 8);
    expect_refused(JA_SLICE("\"\\"), 1, 3);
}

/* A text whose tree cannot be held is told, wherever memory runs out. */
static void test_no_memory(void **state)
{
    (void)state;
    char list[2002] = "[0";
    for (size_t i = 2; i < 2000; i += 2)
        memcpy(list + i, ",0", 2);
    list[2000] = ']';
    for (long blocks = 1; blocks <= 5; blocks++) {
        ja_json *value = (ja_json *)1;
        jaccuse_error error;
        ja_arena_fail_after(blocks);
        jaccuse_status status = ja_json_parse(&value, ja_slice_of(list), &error);
        ja_arena_fail_after(0);
        assert_int_equal(status, JACCUSE_ERROR_MEMORY);
        assert_null(value);
    }
}

static void test_dump(void **state)
{
    (void)state;
    ja_buffer out;
    ja_buffer_init(&out, 1000);
    ja_json *value = parse(JA_SLICE("{ \"z\": [1, true, null],\n \"a\": \"é\\n\\\"\" }"));
    ja_json_dump(&out, value);
    assert_string_equal(out.at, "{\"z\": [1, true, null], \"a\": \"é\\n\\\"\"}");
    assert_false(out.failed);
    ja_buffer_clear(&out);
    ja_buffer_init(&out, 10);
    ja_json_dump(&out, value);
    assert_true(out.failed);
    ja_buffer_clear(&out);
    ja_json_free(value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_wrong_types_are_empty),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_trailing_garbage),
        cmocka_unit_test(test_offset_is_in_bytes),
        cmocka_unit_test(test_duplicate_keys),
        cmocka_unit_test(test_bad_characters),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_brackets_in_strings_are_no_depth),
        cmocka_unit_test(test_truth),
        cmocka_unit_test(test_many_names),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
