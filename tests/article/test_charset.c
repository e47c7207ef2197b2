/* Character sets: byte order marks, declarations, detection and the fallback. */
#include "fixture.h"

#include "article/charset.h"
#include "base/limits.h"

static void expect(const char *bytes, size_t length, const char *declared, const char *expected)
{
    ja_buffer room;
    ja_slice out;
    jaccuse_error error;
    ja_buffer_init(&room, JA_MAX_BUFFER);
    assert_int_equal(
        ja_charset_to_utf8((ja_slice){bytes, length}, ja_slice_of(declared), &room, &out, &error),
        JACCUSE_OK);
    assert_int_equal(out.length, strlen(expected));
    assert_memory_equal(out.at, expected, out.length);
    ja_buffer_clear(&room);
}

static void test_marks(void **state)
{
    (void)state;
    expect(BYTES("\xEF\xBB\xBF\xC3\xA9"), "windows-1252", "é");
    expect(BYTES("\xFF\xFE\xE9\0n\0"), "utf-8", "én");
    expect(BYTES("\xFE\xFF\0\xE9\0n"), "", "én");
    expect(BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), "", "😀");
    expect(BYTES("\xFF\xFE"), "", "");
}

static void test_broken_utf16(void **state)
{
    (void)state;
    expect(BYTES("\xFF\xFE\xE9\0n"), "", "é\xEF\xBF\xBD");        /* half a unit */
    expect(BYTES("\xFF\xFE\x00\xDE\x6E\0"), "", "\xEF\xBF\xBDn"); /* a lone low half */
    expect(BYTES("\xFF\xFE\x6E\0\x3D\xD8"), "", "n\xEF\xBF\xBD"); /* a lone high half */
}

static void test_declared(void **state)
{
    (void)state;
    expect(BYTES("\xE9t\xE9 \x96 \x80"), "iso-8859-1", "été – €");
    expect(BYTES("\xE9"), "US-ASCII", "é");
    expect(BYTES("\xA4"), "iso-8859-15", "€");
    expect(BYTES("\xC3\xA9"), "utf-8", "é");
    expect(BYTES("\xC3\xA9"), "utf-16", "é");
    expect(BYTES("\xC3\xA9"), "no-such-set", "é");
    expect(BYTES("\xC3\xA9"), "a-name-that-is-longer-than-any-character-set-has", "é");
    expect(BYTES("a\x81\x8D\x8F\x90\x9Dz"), "windows-1252",
           "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

static void test_guessed(void **state)
{
    static const char LONG[] =
        "Le minist\350re a d\351menti mercredi les accusations port\351es par l\222opposition, qui "
        "lui reproche d\222avoir d\351tourn\351 des fonds europ\351ens destin\351s \340 la "
        "r\351novation des \351coles. \253 C\222est faux \273, a d\351clar\351 son porte-parole, "
        "ajoutant que l\222enqu\352te \351tait men\351e \340 charge.";
    ja_buffer room;
    ja_slice out;
    (void)state;
    expect(BYTES("R\xE9sum\xE9 \x93"
                 "court\x94"),
           "", "Résumé “court”");
    ja_buffer_init(&room, JA_MAX_BUFFER);
    assert_int_equal(
        ja_charset_to_utf8((ja_slice){BYTES(LONG)}, ja_slice_of(""), &room, &out, NULL),
        JACCUSE_OK);
    assert_non_null(strstr(out.at, "Le ministère a démenti"));
    assert_non_null(strstr(out.at, "l’opposition"));
    assert_non_null(strstr(out.at, "« C’est faux »"));
    ja_buffer_clear(&room);
}

static void expect_declared(const char *page, const char *name)
{
    ja_slice found = ja_charset_declared(ja_slice_of(page));
    assert_int_equal(found.length, strlen(name));
    assert_memory_equal(found.at, name, found.length);
}

static void test_declarations(void **state)
{
    (void)state;
    expect_declared("<html><meta charset=\"ISO-8859-1\">", "ISO-8859-1");
    expect_declared("<META CHARSET=utf-8>", "utf-8");
    expect_declared("<meta http-equiv=Content-Type content='text/html; charset = latin1'>",
                    "latin1");
    expect_declared("<?xml version='1.0' encoding='utf-8'?><html>", "utf-8");
    expect_declared("<p>charset=utf-8</p>", "");
    expect_declared("<meta charset", "");
    expect_declared("", "");
}

static void test_noise(void **state)
{
    char noise[4096];
    uint32_t seed = 1;
    (void)state;
    for (size_t i = 0; i < sizeof noise; i++) {
        seed = seed * 1664525 + 1013904223;
        noise[i] = (char)(seed >> 24);
    }
    const char *const declared[] = {"", "utf-16", "shift_jis", "iso-2022-jp", "utf-7", "gb18030"};
    for (size_t i = 0; i < sizeof declared / sizeof *declared; i++) {
        ja_buffer room;
        ja_slice out;
        ja_buffer_init(&room, JA_MAX_BUFFER);
        assert_int_equal(ja_charset_to_utf8((ja_slice){noise, sizeof noise},
                                            ja_slice_of(declared[i]), &room, &out, NULL),
                         JACCUSE_OK);
        assert_true(out.length <= 4 * sizeof noise);
        ja_buffer_clear(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),        cmocka_unit_test(test_broken_utf16),
        cmocka_unit_test(test_declared),     cmocka_unit_test(test_guessed),
        cmocka_unit_test(test_declarations), cmocka_unit_test(test_noise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
