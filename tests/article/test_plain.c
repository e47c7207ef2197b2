/* Plain text: byte for byte, with a title where the first line looks like one. */
#include "fixture.h"

#include "base/limits.h"

static jaccuse_article *from(const char *text)
{
    jaccuse_article *article;
    jaccuse_error error;
    assert_int_equal(jaccuse_article_from_text(&article, "id", text, strlen(text), &error),
                     JACCUSE_OK);
    return article;
}

static void expect_title(const char *text, const char *title)
{
    jaccuse_article *article = from(text);
    assert_string_equal(article->text, text);
    assert_title(article, title);
    jaccuse_article_free(article);
}

static void test_titles(void **state)
{
    (void)state;
    expect_title("Alibaba dément\nLe groupe chinois nie.", "Alibaba dément");
    expect_title("Alibaba dément\r\n\r\nLe groupe nie.", "Alibaba dément");
    expect_title("\n\nAlibaba dément\n\nLe groupe nie.", "Alibaba dément");
    expect_title("Who painted the bandstand pink?\n\nNobody knows.",
                 "Who painted the bandstand pink?");
    expect_title("« Pure calomnie ! »\n\nPékin répond.", "« Pure calomnie ! »");
}

static void test_no_titles(void **state)
{
    (void)state;
    expect_title("One line without an end", "");
    expect_title("The group denies it.\nIt says so.", "");
    expect_title("Who did it?\nNobody knows.", "");
    expect_title("« C'est faux. »\nIl le dit.", "");
    expect_title("He left. She stayed.\n\nMore.", "");
    expect_title("Il attend…\nPuis il part.", "");
    char *longest = repeat("", "mot ", 60, "\n\nSuite.");
    expect_title(longest, "");
    free(longest);
}

static void test_bytes_are_kept(void **state)
{
    static const char TEXT[] = "Titre  à   garder\r\n\r\n\tCorps\xC2\xA0: « oui »\r\n\n\n fin \n";
    (void)state;
    jaccuse_article *article = read_article("kept.txt", TEXT, strlen(TEXT));
    assert_int_equal(article->length, strlen(TEXT));
    assert_memory_equal(article->text, TEXT, strlen(TEXT));
    assert_title(article, "Titre  à   garder");
    assert_string_equal(article->id, path_of("kept.txt"));
    jaccuse_article_free(article);
    article = read_article("marked.txt", BYTES("\xEF\xBB\xBFTitre\nCorps"));
    assert_string_equal(article->text, "Titre\nCorps");
    assert_int_equal(article->title.begin, 0);
    jaccuse_article_free(article);
}

static void test_repair(void **state)
{
    jaccuse_article *article;
    jaccuse_error error;
    (void)state;
    assert_int_equal(jaccuse_article_from_text(&article, "id", BYTES("a\xFF\xC3(\0\x01z"), &error),
                     JACCUSE_OK);
    assert_string_equal(article->text, "a\xEF\xBF\xBD\xEF\xBF\xBD(  z");
    assert_string_equal(article->id, "id");
    assert_null(article->path);
    jaccuse_article_free(article);
}

static void test_refusals(void **state)
{
    jaccuse_article *article;
    jaccuse_error error;
    (void)state;
    assert_int_equal(jaccuse_article_from_text(&article, NULL, BYTES("Text."), &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_null(article);
    assert_int_equal(jaccuse_article_from_text(&article, "", BYTES("Text."), &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_article_from_text(&article, "id", NULL, 5, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_article_from_text(&article, "id", NULL, 0, &error),
                     JACCUSE_ERROR_FORMAT);
    assert_refused("empty.txt", "", 0, JACCUSE_ERROR_FORMAT, "is empty");
    assert_refused("blank.txt", BYTES(" \n\t\xC2\xA0\r\n"), JACCUSE_ERROR_FORMAT, "is empty");
    char *large = repeat("", "x", JA_MAX_TEXT + 1, "");
    assert_refused("large.txt", large, strlen(large), JACCUSE_ERROR_LIMIT, "longer");
    free(large);
    large = repeat("", "x", (size_t)50 << 20, "");
    assert_refused("huge.txt", large, strlen(large), JACCUSE_ERROR_LIMIT, "larger");
    free(large);
    jaccuse_article_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),         cmocka_unit_test(test_no_titles),
        cmocka_unit_test(test_bytes_are_kept), cmocka_unit_test(test_repair),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
