/* The data files in the binary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/embedded.h"
#include "base/unicode.h"

static void test_files(void **state)
{
    (void)state;
    ja_slice languages = ja_embedded_file("language/languages.tsv");
    assert_non_null(languages.at);
    assert_true(ja_ends_with(languages, JA_SLICE("\n"))); /* its last byte, and none behind it */
    assert_non_null(memmem(languages.at, languages.length, "\nfr\t", 4));
    ja_slice elisions = ja_embedded_file("language/fr/elisions.tsv");
    assert_non_null(memmem(elisions.at, elisions.length, "\nqu'", 4));
}

static void test_missing(void **state)
{
    const char *missing[] = {"",
                             "languages.tsv",
                             "language/",
                             "language/languages.ts",
                             "src/language/languages.tsv",
                             "/etc/passwd"};
    (void)state;
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        ja_slice file = ja_embedded_file(missing[i]);
        assert_null(file.at);
        assert_int_equal(file.length, 0);
    }
}

static bool is_known(ja_slice path)
{
    static const char *const endings[] = {".tsv", ".sql", ".css", ".js", ".sha256"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ja_ends_with(path, ja_slice_of(endings[i])))
            return true;
    return false;
}

static void test_tables_are_text(void **state)
{
    (void)state;
    size_t count = 0;
    for (const ja_embedded *file = ja_embedded_files; file->path; file++, count++) {
        ja_slice text = {file->begin, (size_t)(file->end - file->begin)};
        assert_true(text.length > 0);
        assert_int_equal((uintptr_t)file->begin % 8, 0);
        assert_ptr_equal(ja_embedded_file(file->path).at, file->begin);
        if (ja_ends_with(ja_slice_of(file->path), JA_SLICE(".model")))
            continue;
        if (!ja_is_utf8(text) || memchr(text.at, '\0', text.length))
            fail_msg("%s is not UTF-8 text", file->path);
        if (!ja_ends_with(text, JA_SLICE("\n")) &&
            !ja_ends_with(ja_slice_of(file->path), JA_SLICE(".sha256")))
            fail_msg("%s does not end in a line end", file->path);
        if (!is_known(ja_slice_of(file->path)))
            fail_msg("%s is neither table, schema, model nor part of the page", file->path);
    }
    assert_true(count >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_tables_are_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
