/* JSON records: the names that sources give their fields, and the id. */
#include "fixture.h"

static jaccuse_article *from(const char *json)
{
    return read_article("record.jsonl", json, strlen(json));
}

static void expect_text(const char *json, const char *text)
{
    jaccuse_article *article = from(json);
    assert_string_equal(article->text, text);
    jaccuse_article_free(article);
}

static void test_trafilatura(void **state)
{
    (void)state;
    jaccuse_article *article =
        from("{\"title\": \"Titre\", \"author\": \"A; B\", \"hostname\": \"x.fr\", \"date\": "
             "\"2024-05-06\", \"fingerprint\": \"f1\", \"text\": \"Corps.\", \"language\": \"fr\", "
             "\"source\": \"https://x.fr/a\", \"source-hostname\": \"X\"}");
    assert_string_equal(article->id, "f1");
    assert_string_equal(article->url, "https://x.fr/a");
    assert_string_equal(article->outlet, "X");
    assert_string_equal(article->date, "2024-05-06");
    assert_string_equal(article->language, "fr");
    assert_string_equal(article->text, "Titre\n\nCorps.");
    assert_title(article, "Titre");
    jaccuse_article_free(article);
}

static void test_news_please(void **state)
{
    (void)state;
    jaccuse_article *article =
        from("{\"title\": \"T\", \"maintext\": \"Body.\", \"date_publish\": \"None\", "
             "\"published\": \"Wed, 02 Oct 2002 13:00:00 GMT\", \"source_domain\": \"x.com\", "
             "\"url\": \"None\", \"link\": \"HTTPS://x.com/1\", \"text\": \"\", \"id\": null}");
    assert_string_equal(article->id, "HTTPS://x.com/1");
    assert_string_equal(article->outlet, "x.com");
    assert_string_equal(article->date, "2002-10-02");
    assert_null(article->language);
    assert_string_equal(article->text, "T\n\nBody.");
    jaccuse_article_free(article);
}

static void test_fundus(void **state)
{
    (void)state;
    jaccuse_article *article =
        from("{\"title\": \"T\", \"plaintext\": \"Body.\", \"publishing_date\": "
             "\"2025-11-15 10:00:00\", \"publisher\": {\"name\": \"The Ledger\"}, \"id\": 17}");
    assert_string_equal(article->id, "17");
    assert_string_equal(article->outlet, "The Ledger");
    assert_string_equal(article->date, "2025-11-15");
    jaccuse_article_free(article);
}

static void test_missing_fields(void **state)
{
    (void)state;
    jaccuse_article *article = from("\n{\"text\": \"Body.\", \"url\": \"not one\", \"date\": "
                                    "\"soon\", \"language\": \"french\", \"publisher\": [[]]}");
    char id[512];
    snprintf(id, sizeof id, "%s#2", path_of("record.jsonl"));
    assert_string_equal(article->id, id);
    assert_null(article->url);
    assert_null(article->date);
    assert_null(article->language);
    assert_null(article->outlet);
    assert_title(article, "");
    jaccuse_article_free(article);
}

static void test_titles(void **state)
{
    (void)state;
    expect_text("{\"title\": \"Huawei\", \"text\": \"Huawei nie.\"}", "Huawei\n\nHuawei nie.");
    expect_text("{\"title\": \"Huawei\", \"text\": \"Huawei\\nIl nie.\"}", "Huawei\nIl nie.");
    expect_text("{\"title\": \" Deux\\n lignes \", \"text\": \"\\n Corps. \\n\"}",
                "Deux lignes\n\nCorps.");
}

static void test_markup(void **state)
{
    (void)state;
    expect_text("{\"title\": \"T\", \"html\": \"<p>Un</p><p>Deux&nbsp;!</p>\"}",
                "T\n\nUn\n\nDeux\xC2\xA0!");
    expect_text("{\"title\": \"T\", \"content\": \"<p>Un</p>\\n<h1>T</h1><p>Deux</p>\"}",
                "T\n\nUn\n\nDeux");
    expect_text("{\"text\": \"Un <i>mot</i>\"}", "Un mot");
    expect_text("{\"text\": \"Un<BR><BR>Deux\"}", "Un\n\nDeux");
    expect_text("{\"text\": \"1 < 2 </ 3\"}", "1 < 2 </ 3");
}

static void test_refusals(void **state)
{
    (void)state;
    assert_refused("a.jsonl", BYTES("{\"title\": \"T\"}"), JACCUSE_ERROR_FORMAT, "no article text");
    assert_refused("a.jsonl", BYTES("[1]"), JACCUSE_ERROR_FORMAT, "not a JSON object");
    assert_refused("a.jsonl", BYTES("{\"text\": \"\\u0000\"}"), JACCUSE_ERROR_FORMAT, "JSON");
    char *deep = repeat("{\"text\": ", "[", 100000, "");
    assert_refused("a.jsonl", deep, strlen(deep), JACCUSE_ERROR_FORMAT, "deeper");
    free(deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trafilatura), cmocka_unit_test(test_news_please),
        cmocka_unit_test(test_fundus),      cmocka_unit_test(test_missing_fields),
        cmocka_unit_test(test_titles),      cmocka_unit_test(test_markup),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
