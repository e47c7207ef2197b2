/* Checked reading of files. */
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

#include "base/source.h"

static char folder[64], file[128];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/jaccuse-source-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(file, sizeof file, "%s/file", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(file);
    return rmdir(folder);
}

static ja_source *open_with(ja_slice bytes)
{
    ja_source *source;
    jaccuse_error error;
    FILE *out = fopen(file, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes.at, 1, bytes.length, out), bytes.length);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(ja_source_open(&source, file, &error), JACCUSE_OK);
    return source;
}

/* `count` times the byte; to be freed. */
static char *repeat(char byte, size_t count)
{
    char *text = malloc(count + 1);
    assert_non_null(text);
    memset(text, byte, count);
    text[count] = '\0';
    return text;
}

static void expect_slice(ja_slice actual, ja_slice expected)
{
    assert_int_equal(actual.length, expected.length);
    assert_memory_equal(actual.at, expected.at, expected.length);
}

static void expect_peek(ja_source *source, size_t want, ja_slice expected)
{
    ja_slice bytes;
    jaccuse_error error;
    assert_int_equal(ja_source_peek(source, want, &bytes, &error), JACCUSE_OK);
    expect_slice(bytes, expected);
}

static void expect_line(ja_source *source, size_t ceiling, size_t number, ja_slice expected)
{
    ja_slice line;
    jaccuse_error error;
    assert_int_equal(ja_source_line(source, ceiling, &line, &error), JACCUSE_OK);
    assert_int_equal(ja_source_line_number(source), number);
    expect_slice(line, expected);
}

static void expect_long_line(ja_source *source, size_t ceiling, size_t number)
{
    ja_slice line;
    jaccuse_error error;
    assert_int_equal(ja_source_line(source, ceiling, &line, &error), JACCUSE_ERROR_LIMIT);
    assert_int_equal(error.code, JACCUSE_ERROR_LIMIT);
    assert_int_equal(error.line, number);
    assert_string_equal(error.path, file);
    assert_int_equal(ja_source_line_number(source), number);
}

static void expect_end(ja_source *source)
{
    ja_slice line;
    jaccuse_error error;
    for (int i = 0; i < 2; i++)
        assert_int_equal(ja_source_line(source, 1000, &line, &error), JACCUSE_END);
}

static void expect_rest(ja_source *source, size_t ceiling, ja_slice expected)
{
    ja_slice rest;
    jaccuse_error error;
    assert_int_equal(ja_source_rest(source, ceiling, &rest, &error), JACCUSE_OK);
    expect_slice(rest, expected);
}

static void test_peek_then_line_then_rest(void **state)
{
    (void)state;
    ja_source *source = open_with(JA_SLICE("{\"a\"}\nsecond\nthird\n\0end"));
    expect_peek(source, 1, JA_SLICE("{"));
    expect_peek(source, 4, JA_SLICE("{\"a\""));
    expect_peek(source, 0, JA_SLICE(""));
    assert_int_equal(ja_source_line_number(source), 0);
    expect_line(source, 100, 1, JA_SLICE("{\"a\"}"));
    expect_peek(source, 3, JA_SLICE("sec"));
    expect_line(source, 100, 2, JA_SLICE("second"));
    expect_rest(source, 100, JA_SLICE("third\n\0end"));
    expect_rest(source, 100, JA_SLICE(""));
    expect_peek(source, 5, JA_SLICE(""));
    expect_end(source);
    ja_source_close(source);
}

static void test_peek_over_the_end(void **state)
{
    (void)state;
    ja_source *source = open_with(JA_SLICE("ab"));
    expect_peek(source, 1000000, JA_SLICE("ab"));
    expect_peek(source, 1, JA_SLICE("a"));
    expect_line(source, 2, 1, JA_SLICE("ab"));
    expect_end(source);
    ja_source_close(source);
}

static void test_line_ends(void **state)
{
    (void)state;
    ja_source *source = open_with(JA_SLICE("a\r\n\r\n\nb\rc\n\0d\r\nlast"));
    expect_line(source, 10, 1, JA_SLICE("a"));
    expect_line(source, 10, 2, JA_SLICE(""));
    expect_line(source, 10, 3, JA_SLICE(""));
    expect_line(source, 10, 4, JA_SLICE("b\rc"));
    expect_line(source, 10, 5, JA_SLICE("\0d"));
    expect_line(source, 10, 6, JA_SLICE("last"));
    expect_end(source);
    ja_source_close(source);
}

static void test_nothing(void **state)
{
    (void)state;
    ja_source *source = open_with(JA_SLICE(""));
    expect_peek(source, 3, JA_SLICE(""));
    expect_end(source);
    expect_rest(source, 0, JA_SLICE(""));
    ja_source_close(source);
    source = open_with(JA_SLICE("\n"));
    expect_line(source, 0, 1, JA_SLICE(""));
    expect_end(source);
    ja_source_close(source);
    ja_source_close(NULL);
}

static void test_line_at_the_ceiling(void **state)
{
    (void)state;
    ja_source *source = open_with(JA_SLICE("12345\n12345\r\n123456\n12345"));
    expect_line(source, 5, 1, JA_SLICE("12345"));
    expect_line(source, 5, 2, JA_SLICE("12345")); /* the ceiling is without the line's end */
    expect_long_line(source, 5, 3);
    expect_line(source, 5, 4, JA_SLICE("12345"));
    expect_end(source);
    ja_source_close(source);
}

/* The line over the ceiling is longer than several chunks, which are thrown away one by one. */
static void test_huge_line(void **state)
{
    (void)state;
    static const char BEFORE[] = "one\n", AFTER[] = "\r\nthree\nfour";
    const size_t sizes[] = {10, 65525, 65531, 65532, 65536, 65537, 131068, 131072, 1000000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *text = repeat('x', sizeof BEFORE - 1 + sizes[i] + sizeof AFTER);
        memcpy(text, BEFORE, sizeof BEFORE - 1);
        strcpy(text + sizeof BEFORE - 1 + sizes[i], AFTER);
        ja_source *source = open_with(ja_slice_of(text));
        expect_line(source, 9, 1, JA_SLICE("one"));
        expect_long_line(source, 9, 2);
        expect_line(source, 9, 3, JA_SLICE("three"));
        expect_line(source, 9, 4, JA_SLICE("four"));
        expect_end(source);
        ja_source_close(source);
        source = open_with(ja_slice_of(text)); /* and read whole where the ceiling lets it */
        expect_line(source, sizes[i], 1, JA_SLICE("one"));
        expect_line(source, sizes[i], 2, (ja_slice){text + 4, sizes[i]});
        expect_line(source, sizes[i], 3, JA_SLICE("three"));
        ja_source_close(source);
        free(text);
    }
}

static void test_huge_last_line(void **state)
{
    (void)state;
    char *text = repeat('x', 200000);
    ja_source *source = open_with(ja_slice_of(text));
    expect_long_line(source, 10, 1);
    expect_end(source);
    ja_source_close(source);
    free(text);
}

static void expect_too_large(ja_source *source, size_t ceiling)
{
    ja_slice rest;
    jaccuse_error error;
    assert_int_equal(ja_source_rest(source, ceiling, &rest, &error), JACCUSE_ERROR_LIMIT);
    assert_string_equal(error.path, file);
    ja_source_close(source);
}

static void test_file_over_the_ceiling(void **state)
{
    (void)state;
    char *text = repeat('y', 300000);
    ja_slice bytes = ja_slice_of(text);
    ja_source *source = open_with(bytes);
    expect_rest(source, 300000, bytes);
    ja_source_close(source);
    expect_too_large(open_with(bytes), 299999);
    expect_too_large(open_with(bytes), 5);
    expect_too_large(open_with(bytes), 0);
    source = open_with(bytes); /* likewise where all of it was seen already */
    expect_peek(source, 400000, bytes);
    expect_too_large(source, 299999);
    free(text);
}

static void expect_not_opened(const char *path, const char *words)
{
    ja_source *source = (ja_source *)1;
    jaccuse_error error;
    assert_int_equal(ja_source_open(&source, path, &error), JACCUSE_ERROR_READ);
    assert_null(source);
    assert_string_equal(error.path, path);
    if (!strstr(error.message, words))
        fail_msg("\"%s\" does not hold \"%s\"", error.message, words);
    assert_int_equal(ja_source_open(&source, path, NULL), JACCUSE_ERROR_READ);
}

static void test_refused(void **state)
{
    char missing[128];
    (void)state;
    snprintf(missing, sizeof missing, "%s/missing", folder);
    expect_not_opened(missing, "No such file");
    expect_not_opened("", "No such file");
    expect_not_opened(folder, "folder");
    ja_source_close(open_with(JA_SLICE("x")));
    char below[160];
    snprintf(below, sizeof below, "%s/below", file);
    expect_not_opened(below, "Not a directory");
}

static void test_read_error_is_not_the_end(void **state)
{
    ja_source *source;
    ja_slice bytes;
    jaccuse_error error;
    (void)state;
    assert_int_equal(ja_source_open(&source, "/proc/self/mem", &error), JACCUSE_OK);
    assert_int_equal(ja_source_peek(source, 1, &bytes, &error), JACCUSE_ERROR_READ);
    assert_string_equal(error.path, "/proc/self/mem");
    assert_int_equal(ja_source_line(source, 10, &bytes, &error), JACCUSE_ERROR_READ);
    assert_int_equal(ja_source_rest(source, 10, &bytes, &error), JACCUSE_ERROR_READ);
    ja_source_close(source);
}

/* What a pipe gives comes in pieces. */
static void test_pipe(void **state)
{
    ja_source *source;
    jaccuse_error error;
    (void)state;
    unlink(file);
    assert_int_equal(mkfifo(file, 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        FILE *out = fopen(file, "w");
        for (int i = 0; out && i < 20; i++) {
            fputs(i % 2 ? "b\r\n" : "a", out);
            fflush(out);
            usleep(1000);
        }
        _exit(!out || fclose(out) != 0);
    }
    assert_true(child > 0);
    assert_int_equal(ja_source_open(&source, file, &error), JACCUSE_OK);
    expect_peek(source, 3, JA_SLICE("ab\r"));
    for (size_t i = 1; i <= 10; i++)
        expect_line(source, 2, i, JA_SLICE("ab"));
    expect_end(source);
    ja_source_close(source);
    unlink(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_peek_then_line_then_rest),
        cmocka_unit_test(test_peek_over_the_end),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_line_at_the_ceiling),
        cmocka_unit_test(test_huge_line),
        cmocka_unit_test(test_huge_last_line),
        cmocka_unit_test(test_file_over_the_ceiling),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_read_error_is_not_the_end),
        cmocka_unit_test(test_pipe),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
