/* UTF-8: decoding of good and bad bytes, repair, classes, folding. */
#include "arena_fixture.h"
#include "base/unicode.h"

static void expect_character(const char *bytes, uint32_t character)
{
    ja_slice text = ja_slice_of(bytes);
    size_t length = 0, before = 0;
    assert_int_equal(ja_decode(text, 0, &length), character);
    assert_int_equal(length, text.length);
    assert_int_equal(ja_decode_before(text, text.length, &before), character);
    assert_int_equal(before, text.length);
    char out[4];
    assert_int_equal(ja_encode(character, out), text.length);
    assert_memory_equal(out, bytes, text.length);
    assert_true(ja_is_utf8(text));
}

static void test_good_characters(void **state)
{
    (void)state;
    expect_character("\x01", 1);
    expect_character("A", 'A');
    expect_character("\x7F", 0x7F);
    expect_character("\xC2\x80", 0x80);
    expect_character("\xC3\xA9", 0xE9);
    expect_character("\xDF\xBF", 0x7FF);
    expect_character("\xE0\xA0\x80", 0x800);
    expect_character("\xE2\x80\x99", 0x2019);
    expect_character("\xED\x9F\xBF", 0xD7FF);
    expect_character("\xEE\x80\x80", 0xE000);
    expect_character("\xEF\xBF\xBD", 0xFFFD); /* itself, three bytes: good */
    expect_character("\xF0\x90\x80\x80", 0x10000);
    expect_character("\xF0\x9F\x98\x80", 0x1F600);
    expect_character("\xF4\x8F\xBF\xBD", 0x10FFFD);
    size_t length;
    assert_int_equal(ja_decode(JA_SLICE("\0"), 0, &length), 0);
    assert_int_equal(length, 1);
    assert_true(ja_is_utf8(JA_SLICE("")));
    assert_true(ja_is_utf8(JA_SLICE("a\0b")));
}

/* Every byte of it is bad. */
static void expect_bad(const char *bytes)
{
    ja_slice text = ja_slice_of(bytes);
    assert_false(ja_is_utf8(text));
    for (size_t at = 0; at < text.length; at++) {
        size_t length = 0;
        assert_int_equal(ja_decode(text, at, &length), 0xFFFD);
        assert_int_equal(length, 1);
        assert_int_equal(ja_decode_before(text, at + 1, &length), 0xFFFD);
        assert_int_equal(length, 1);
    }
}

static void test_bad_bytes(void **state)
{
    (void)state;
    expect_bad("\x80");             /* a continuation alone */
    expect_bad("\xBF\xBF\xBF\xBF"); /* several */
    expect_bad("\xC3");             /* cut off: 2, 3 and 4 bytes */
    expect_bad("\xE2\x80");
    expect_bad("\xE2");
    expect_bad("\xF0\x9F\x98");
    expect_bad("\xF0\x9F");
    expect_bad("\xF0");
    expect_bad("\xC0\x80"); /* longer than it need be */
    expect_bad("\xC1\xBF");
    expect_bad("\xE0\x80\x80");
    expect_bad("\xE0\x9F\xBF");
    expect_bad("\xF0\x80\x80\x80");
    expect_bad("\xF0\x8F\xBF\xBF");
    expect_bad("\xED\xA0\x80"); /* surrogates */
    expect_bad("\xED\xBF\xBF");
    expect_bad("\xF4\x90\x80\x80"); /* above U+10FFFF */
    expect_bad("\xF5\x80\x80\x80");
    expect_bad("\xF8\x88\x80\x80\x80");
    expect_bad("\xFC\x84\x80\x80\x80\x80");
    expect_bad("\xFE");
    expect_bad("\xFF\xFF");
    expect_bad("\xC3\xC3"); /* a lead behind a lead */
}

static void test_bad_among_good(void **state)
{
    (void)state;
    size_t length;
    ja_slice text = JA_SLICE("\xC3(\xC3\xA9\xA9z");
    assert_int_equal(ja_decode(text, 0, &length), 0xFFFD);
    assert_int_equal(length, 1);
    assert_int_equal(ja_decode(text, 1, &length), '(');
    assert_int_equal(ja_decode(text, 2, &length), 0xE9);
    assert_int_equal(length, 2);
    assert_int_equal(ja_decode(text, 4, &length), 0xFFFD);
    assert_int_equal(ja_decode_before(text, 6, &length), 'z');
    assert_int_equal(ja_decode_before(text, 5, &length), 0xFFFD); /* not the é before it */
    assert_int_equal(length, 1);
    assert_int_equal(ja_decode_before(text, 4, &length), 0xE9);
    assert_int_equal(length, 2);
    assert_int_equal(ja_decode_before(text, 1, &length), 0xFFFD);
    /* what the slice cuts off is not read */
    assert_int_equal(ja_decode((ja_slice){"\xC3\xA9", 1}, 0, &length), 0xFFFD);
    assert_int_equal(length, 1);
}

static void expect_cleaned(ja_slice bytes, const char *expected)
{
    ja_slice cleaned = ja_clean_utf8(&arena, bytes);
    assert_int_equal(cleaned.length, strlen(expected));
    assert_string_equal(cleaned.at, expected);
}

static void test_cleaning(void **state)
{
    (void)state;
    expect_cleaned(JA_SLICE(""), "");
    expect_cleaned((ja_slice){NULL, 0}, "");
    expect_cleaned(JA_SLICE("\tL’été\r\n\xF0\x9F\x98\x80\xEF\xBF\xBD"),
                   "\tL’été\r\n\xF0\x9F\x98\x80\xEF\xBF\xBD");
    expect_cleaned(JA_SLICE("a\0b\x01\x1F\x7F."), "a b   .");
    expect_cleaned(JA_SLICE("a\xC2\x80\xC2\x9F."), "a    ."); /* C1: two bytes each */
    expect_cleaned(JA_SLICE("a\xC2\xA0."), "a\xC2\xA0.");     /* the next one is no control */
    expect_cleaned(JA_SLICE("a\xEF\xB7\x90\xEF\xBF\xBE."), "a      .");
    expect_cleaned(JA_SLICE("a\xEF\xBF\xBF."), "a   .");
    expect_cleaned(JA_SLICE("a\xEF\xB7\xAF."), "a   .");          /* U+FDEF */
    expect_cleaned(JA_SLICE("a\xF0\x9F\xBF\xBE."), "a    .");     /* U+1FFFE */
    expect_cleaned(JA_SLICE("a\xF4\x8F\xBF\xBF."), "a    .");     /* U+10FFFF */
    expect_cleaned(JA_SLICE("a\xEF\xB7\x8F."), "a\xEF\xB7\x8F."); /* U+FDCF: before the gap */
    expect_cleaned(JA_SLICE("\xFF"), "\xEF\xBF\xBD");
    expect_cleaned(JA_SLICE("\xE2\x80z"), "\xEF\xBF\xBD\xEF\xBF\xBDz");
    expect_cleaned(JA_SLICE("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void test_cleaning_keeps_offsets(void **state)
{
    (void)state;
    static const char TEXT[] = "É\x02t\xC2\x85\xC3\xA9\xEF\xBF\xBF fin\n";
    ja_slice cleaned = ja_clean_utf8(&arena, JA_SLICE(TEXT));
    assert_int_equal(cleaned.length, sizeof TEXT - 1);
    assert_memory_equal(cleaned.at, "É t  \xC3\xA9    fin\n", sizeof TEXT);
}

static void test_cleaning_strings(void **state)
{
    (void)state;
    assert_null(ja_clean_string(&arena, NULL));
    assert_string_equal(ja_clean_string(&arena, "a\x1B[31m"), "a [31m");
    const char *text = "same";
    assert_ptr_not_equal(ja_clean_string(&arena, text), text);
}

static void test_classes(void **state)
{
    (void)state;
    const uint32_t letters[] = {'a', 'Z', 0xE9, 0x153, 0xDF, 0x416, 0x5D0, 0x4E2D, 0xAA};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_true(ja_is_letter(letters[i]));
    const uint32_t others[] = {'@', '[', '`', '{', '1', '_', ' ', 0xD7, 0xF7, 0x301, 0x2019, 0};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(ja_is_letter(others[i]));
    assert_true(ja_is_upper('A') && ja_is_upper(0xC9) && ja_is_upper(0x152) && ja_is_upper(0x1C5));
    assert_false(ja_is_upper('a') || ja_is_upper(0xE9) || ja_is_upper('1') || ja_is_upper(0x4E2D));
    assert_true(ja_is_digit('0') && ja_is_digit('9') && ja_is_digit(0x663));
    assert_false(ja_is_digit('/') || ja_is_digit(':') || ja_is_digit(0xB2) || ja_is_digit('a'));
    assert_true(ja_is_mark(0x301) && ja_is_mark(0xFE0F));
    assert_false(ja_is_mark('\'') || ja_is_mark(0xE9));
}

static void test_spaces(void **state)
{
    (void)state;
    const uint32_t spaces[] = {' ',    '\t',   '\n',   '\r',   0x0B,   0x85,  0xA0,
                               0x2002, 0x2009, 0x202F, 0x2028, 0x3000, 0xFEFF};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        assert_true(ja_is_space(spaces[i]));
    assert_false(ja_is_space('a') || ja_is_space(0) || ja_is_space('-') || ja_is_space(0x2019) ||
                 ja_is_space(0x200D));
}

static void expect_fold(const char *text, const char *expected)
{
    assert_string_equal(ja_fold(&arena, ja_slice_of(text)).at, expected);
    ja_slice twice = ja_fold(&arena, ja_slice_of(expected));
    assert_string_equal(twice.at, expected);
    assert_int_equal(twice.length, strlen(expected));
}

static void test_fold(void **state)
{
    (void)state;
    expect_fold("", "");
    expect_fold("NATO Chief", "nato chief");
    expect_fold("Élysée À Ñandú Çà", "elysee a nandu ca");
    expect_fold("E\xCC\x81lyse\xCC\x81"
                "e",
                "elysee"); /* decomposed */
    expect_fold("Œuvre œil Æon", "oeuvre oeil aeon");
    expect_fold("L’armée l‘eau lʼair", "l'armee l'eau l'air");
    expect_fold("vice‐président non‑dit", "vice-president non-dit"); /* U+2010, U+2011 */
    expect_fold("Ｆｕｌｌ　１２", "full 12");
    expect_fold("Straße STRASSE ẞ", "strasse strasse ss");
    expect_fold("Łódź Bjørn", "lodz bjorn"); /* ø and ł have no decomposition */
    expect_fold("ﬁnance Ⅳ ½", "finance iv 1⁄2");
    expect_fold("soft\xC2\xADhyphen", "softhyphen");
    expect_fold("  a \t\r\n b  ", "a b");
    expect_fold("1\xC2\xA0"
                "000\xE2\x80\xAF€ ",
                "1 000 €");
    expect_fold("МОСКВА Ωδή", "москва ωδη");
    expect_fold("中国", "中国");
}

static void test_fold_of_bad_bytes(void **state)
{
    (void)state;
    ja_slice folded = ja_fold(&arena, JA_SLICE("A\xFF"));
    assert_int_equal(folded.length, 2);
    assert_memory_equal(folded.at, "A\xFF", 2);
}

static void expect_lower(const char *text, const char *expected)
{
    assert_string_equal(ja_lower(&arena, ja_slice_of(text)).at, expected);
}

static void test_lower(void **state)
{
    (void)state;
    expect_lower("ACCUSE", "accuse");
    expect_lower("ACCUSÉ", "accusé");
    expect_lower("ACCUSE\xCC\x81", "accusé"); /* composed */
    expect_lower("Là Où Ça Naïf", "là où ça naïf");
    expect_lower("L’Élysée", "l'élysée");
    expect_lower("Non‑Dit", "non-dit");
    expect_lower("  A  B ", "a b");
    assert_false(
        ja_equal(ja_lower(&arena, JA_SLICE("accuse")), ja_lower(&arena, JA_SLICE("accusé"))));
}

static void test_fold_plain(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Élysée", "elysee"},
        {"ﬁ ② Ⅳ", "fi 2 iv"},
        {"Straße", "strasse"},
        {"Œ Æ Ø ’", "œ æ ø ’"},
        {"  A ", "  a "},
        {"ᾳ", "αι"},
        {"İ", "i"},
        {"हिन्दी", "हिनदी"},
        {"\xC3(", "\xC3("},
        {"a\xC2\xAD\b", "a\xC2\xAD\b"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(
            ja_equal(ja_fold_plain(&arena, ja_slice_of(pairs[i][0])), ja_slice_of(pairs[i][1])));
}

static void test_next_word(void **state)
{
    (void)state;
    static const char *const words[] = {"L", "État", "nie", "42e", "fois", "e\xCC\x81t\xC3\xA9"};
    ja_slice text = JA_SLICE(" L’État nie, \xFF(42e fois)-e\xCC\x81t\xC3\xA9 …"), word;
    size_t at = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_true(ja_next_word(text, &at, &word));
        assert_true(ja_equal(word, ja_slice_of(words[i])));
    }
    assert_false(ja_next_word(text, &at, &word));
    assert_int_equal(at, text.length);
    assert_false(ja_next_word(text, &at, &word));
    at = 0;
    assert_false(ja_next_word((ja_slice){NULL, 0}, &at, &word));
}

static void test_words(void **state)
{
    (void)state;
    static const uint32_t in[] = {'a', 'Z', '7', '_', 0xE9, 0x4E2D, 0x661, 0xB2, 0x2163};
    static const uint32_t out[] = {' ', '-', '\'', 0x2019, 0x301, 0x20AC, 0xA0, 0};
    for (size_t i = 0; i < sizeof in / sizeof *in; i++)
        assert_true(ja_is_word(in[i]));
    for (size_t i = 0; i < sizeof out / sizeof *out; i++)
        assert_false(ja_is_word(out[i]));
}

static void expect_slug(const char *name, const char *expected)
{
    ja_slice slug = ja_slug(&arena, ja_slice_of(name));
    assert_string_equal(slug.at, expected);
    assert_int_equal(slug.length, strlen(expected));
}

static void test_slug(void **state)
{
    (void)state;
    expect_slug("Financial Times", "financial-times");
    expect_slug("Élysée", "elysee");
    expect_slug("L’Oréal & Cie.", "l-oreal-cie");
    expect_slug("--U.S. / E.U.--", "u-s-e-u");
    expect_slug("G20", "g20");
    expect_slug("Россия", "россия");
    expect_slug("", "x");
    expect_slug("...", "x");
    expect_slug("—", "x");
}

static void test_letters(void **state)
{
    (void)state;
    assert_int_equal(ja_lower_character('E'), 'e');
    assert_int_equal(ja_lower_character(0xC9), 0xE9); /* É, é */
    assert_int_equal(ja_upper_character(0xE9), 0xC9);
    assert_int_equal(ja_upper_character('!'), '!');
    assert_int_equal(ja_plain_letter(0xC9), 'E');
    assert_int_equal(ja_plain_letter(0xE7), 'c');   /* ç */
    assert_int_equal(ja_plain_letter(0x1EBF), 'e'); /* e with two accents */
    assert_int_equal(ja_plain_letter('e'), 'e');
    assert_int_equal(ja_plain_letter(0x2026), 0x2026); /* no letter */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_characters),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_bad_among_good),
        cmocka_unit_test(test_cleaning),
        cmocka_unit_test(test_cleaning_keeps_offsets),
        cmocka_unit_test(test_cleaning_strings),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_fold_of_bad_bytes),
        cmocka_unit_test(test_lower),
        cmocka_unit_test(test_fold_plain),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_next_word),
        cmocka_unit_test(test_slug),
        cmocka_unit_test(test_letters),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
