/* HTML pages: what is the article, what the page says about itself, and hostile markup. */
#include "fixture.h"

#include <time.h>

#include "base/limits.h"

#define LOREM                                                                                      \
    "The minister, who was visiting the port, denied on Tuesday that he had taken money from "     \
    "the dredging firm, and accused the newspaper, which had printed the claim, of lying."

static const char FRENCH[] =
    "<!DOCTYPE html>\n<html lang=\"fr-FR\" class=\"no-js cookies\"><head><meta charset=utf-8>\n"
    "<title>Port d&#146;Escouvillac : le maire nie tout - L&rsquo;Écho "
    "d&rsquo;Escouvillac</title>\n"
    "<meta property='og:site_name' content='L&rsquo;Écho d&rsquo;Escouvillac'>\n"
    "<meta property='og:title' content='Port d’Escouvillac : le maire nie tout | "
    "lecho-descouvillac.fr'>\n"
    "<meta property='og:locale' content='en_US'>\n"
    "<meta name=date content='mar. 12 mars 2024'>\n"
    "<link rel='shortcut canonical' href='https://example.org/port'>\n"
    "<style>p > a { content: '</p>' }</style><script>if (a < b) document.write('<p>non</p>');\n"
    "</script></head><body class='has-sidebar'>\n"
    "<header><nav><ul><li><a href=/>Accueil</a></ul></nav></header>\n"
    "<div class='page-wrapper comments-open'><article class='article-share'>\n"
    "<header><h1>Port d’Escouvillac&nbsp;: le maire nie tout</h1>"
    "<p class=byline>Par la rédaction</p></header>\n"
    "<p>Le maire a <b>dé</b>menti, mardi,   avoir\n perçu de l’argent de l’entreprise de "
    "dra&shy;gage&nbsp;; il accuse le journal, qui l’avait affirmé, de «&nbsp;mentir&nbsp;».</p>\n"
    "<figure><img src=x><figcaption>Le port, mardi, sous la pluie.</figcaption></figure>\n"
    "<p><strong>Lire aussi :</strong> <a href=x>Le lavoir rouvre</a></p>\n"
    "<div class='c-newsletter__box'><p>Recevez, chaque matin, toutes nos nouvelles.</p></div>\n"
    "<h2>Une enquête ouverte</h2><p>« C’est faux », a-t-il dit.<br>Puis il est parti."
    "<br><br>Le parquet, lui, se tait.</p>\n"
    "<ul><li>Premier point, avancé par l’avocat</ul>\n"
    "<p>Partager</p><p>Partager le pouvoir n’est pas dans ses habitudes, dit-on.</p>\n"
    "<p hidden>caché</p><p style='color:red;display:none'>caché</p><p>Abonnez-vous pour lire</p>\n"
    "</article><section id=comments><p>Moi, je pense, comme toujours, qu’il ment.</p></section>\n"
    "</div><footer><p>Tous droits réservés, Escouvillac, 2024</p></footer></body></html>";

static void test_french_page(void **state)
{
    (void)state;
    jaccuse_article *article = read_article("port.html", FRENCH, strlen(FRENCH));
    assert_string_equal(
        article->text,
        "Port d’Escouvillac : le maire nie tout\n\n"
        "Le maire a démenti, mardi, avoir perçu de l’argent de l’entreprise de dragage\xC2\xA0; il "
        "accuse le journal, qui l’avait affirmé, de «\xC2\xA0mentir\xC2\xA0».\n\n"
        "Une enquête ouverte\n\n« C’est faux », a-t-il dit.\nPuis il est parti.\n\n"
        "Le parquet, lui, se tait.\n\nPremier point, avancé par l’avocat\n\n"
        "Partager le pouvoir n’est pas dans ses habitudes, dit-on.");
    assert_title(article, "Port d’Escouvillac : le maire nie tout");
    assert_string_equal(article->outlet, "L’Écho d’Escouvillac");
    assert_string_equal(article->url, "https://example.org/port");
    assert_string_equal(article->id, "https://example.org/port");
    assert_string_equal(article->date, "2024-03-12");
    assert_string_equal(article->language, "fr");
    jaccuse_article_free(article);
}

static const char ENGLISH[] =
    "<html lang=en><head><title>Harbour row</title><script type=\"application/ld+json\">\n"
    "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\", \"name\": "
    "\"x\"},\n"
    " {\"@type\": [\"ReportageNewsArticle\"], \"headline\": \"Minister\n denies dredging bribe\",\n"
    "  \"datePublished\": \"2025-02-03T09:00:00Z\", \"inLanguage\": \"en-GB\",\n"
    "  \"mainEntityOfPage\": {\"@id\": \"https://example.org/row\"},\n"
    "  \"publisher\": [{\"@type\": \"Organization\", \"name\": \"The Evening Ledger\"}]}]}\n"
    "</script></head><body><div id=top><p>Weather: rain, wind, <a href=x>fog</a></p></div>\n"
    "<div id=story><p>" LOREM "</p><p>The firm, for its part, said nothing, or nothing clear.</p>\n"
    "<p class=read-more>More of this, below</p><p>Please enter your comment!</p></div>\n"
    "<div id=cards><article><p><a href=a>Another story, about a gull</a></p></article></div>\n"
    "</body></html>";

static void test_english_page(void **state)
{
    (void)state;
    jaccuse_article *article = read_article("row.html", ENGLISH, strlen(ENGLISH));
    assert_string_equal(article->text,
                        "Minister denies dredging bribe\n\n" LOREM
                        "\n\nThe firm, for its part, said nothing, or nothing clear.");
    assert_string_equal(article->outlet, "The Evening Ledger");
    assert_string_equal(article->url, "https://example.org/row");
    assert_string_equal(article->date, "2025-02-03");
    assert_string_equal(article->language, "en");
    jaccuse_article_free(article);
}

static void expect_text(const char *page, const char *text)
{
    jaccuse_article *article = read_article("page.html", page, strlen(page));
    assert_string_equal(article->text, text);
    jaccuse_article_free(article);
}

static void test_main_text(void **state)
{
    (void)state;
    expect_text("<html><p>Aside, that is long enough, and has commas, many of them, to win, to "
                "win.</p><div itemprop='articleBody'><p>" LOREM "</p></div>",
                LOREM);
    expect_text("<html><body><main><p>" LOREM "</p></main><p>x</p>", LOREM);
    expect_text("<html><body><div role=main><p>" LOREM "</p></div><p>x</p>", LOREM);
    expect_text("<html><body>" LOREM, LOREM);
    expect_text("<html><body><div class=share><p>" LOREM "</p></div>", LOREM);
    expect_text("<html><body><p>1 < 2 &amp; 3 > 2, a<b>b</b>c &lt;p&gt;</body>",
                "1 < 2 & 3 > 2, abc <p>");
    expect_text("<html><body><p>One\xC2\x92s &#150; two &eacute;&#x1F600;</p>", "One s – two é😀");
}

static void test_titles(void **state)
{
    static const struct {
        const char *head, *title;
    } cases[] = {
        {"<title>The minister denies it all - Ledger</title>", "The minister denies it all"},
        {"<title>Short - Ledger</title>", "Short - Ledger"},
        {"<title>Minister: a &lt;b&gt; | c</title><meta property=og:site_name content=Other>",
         "Minister: a <b> | c"},
        {"<title>x</title><meta name=twitter:title content='By another way'>", "By another way"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char page[1024];
        int length = snprintf(page, sizeof page, "<html><head>%s</head><body><p>%s</p>",
                              cases[i].head, LOREM);
        jaccuse_article *article = read_article("title.html", page, (size_t)length);
        assert_title(article, cases[i].title);
        jaccuse_article_free(article);
    }
}

static void test_data_body(void **state)
{
    (void)state;
    expect_text("<html><script type='application/ld+json'>[{\"@type\":\"NewsArticle\","
                "\"articleBody\":\"" LOREM "\\n\\n" LOREM "\"}]</script><body><p>Teaser.</p>",
                LOREM "\n\n" LOREM);
    expect_text("<html><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                "\"articleBody\":\"<p>" LOREM "<p>" LOREM "</p>\"}</script><p>Teaser.</p>",
                LOREM "\n\n" LOREM);
    expect_text("<html><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                "\"articleBody\":\"Teaser.\"}</script><body><p>" LOREM "</p>",
                LOREM);
    expect_text("<html><script type='application/ld+json'>{broken</script><p>" LOREM, LOREM);
}

static void test_charsets(void **state)
{
    (void)state;
    jaccuse_article *article = read_article(
        "latin.html", BYTES("<html><meta charset=iso-8859-1><p>D\xE9menti \x96 l\x92\x80"));
    assert_string_equal(article->text, "Démenti – l’€");
    jaccuse_article_free(article);
    article = read_article("utf16.html", BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0<\0p\0>\0\xE9\0t\0"));
    assert_string_equal(article->text, "ét");
    jaccuse_article_free(article);
    article = read_article("xhtml.xhtml", BYTES("<?xml version='1.0' encoding='windows-1252'?>"
                                                "<html xmlns='http://www.w3.org/1999/xhtml'>"
                                                "<body><p>D\xE9menti</p></body></html>"));
    assert_string_equal(article->text, "Démenti");
    jaccuse_article_free(article);
}

static void test_entity_bomb(void **state)
{
    static const char BOMB[] =
        "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">\n"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
        "<html><body><p>Say &c; and &f; now</p></body></html>";
    (void)state;
    expect_text(BOMB, "Say &c; and &f; now");
}

/* Each reads within seconds, whether it holds an article or not. */
static void test_hostile_markup(void **state)
{
    static const struct {
        const char *head, *unit;
        size_t count;
    } pages[] = {
        {"<html>", "<div>", 100000},         {"<html>", "<b>", 1000000},
        {"<html>", "<p>a", 100000},          {"<html><div>", "</span>", 1000000},
        {"<html>", "<!--", 1000000},         {"<html>", "<", 4000000},
        {"<html>", "<title>", 1000000},      {"<html>", "<script>", 1000000},
        {"<html>", "<a href='\"", 500000},   {"<html>", "&a", 1000000},
        {"<html>", "<!x [ ", 1000000},       {"<html><p class='", "a-b ", 1000000},
        {"<html>", "</", 1000000},           {"<html>", "<a =", 60000},
        {"<html>", "<meta name=a>", 200000}, {"<html>", "<table><tr><td>", 80000},
        {"<html><p title=", "\"'", 1000000}, {"<html>", "<![CDATA[", 500000},
        {"<html>", "<svg><title>", 100000},  {"<html><p ", "class=x ", 1000000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char *page = repeat(pages[i].head, pages[i].unit, pages[i].count, "</p>" LOREM);
        jaccuse_item item;
        clock_t before = clock();
        jaccuse_status status = read_first("hostile.html", page, strlen(page), &item, NULL);
        assert_true(status == JACCUSE_OK || status == JACCUSE_ERROR_FORMAT ||
                    status == JACCUSE_ERROR_LIMIT);
        assert_true((clock() - before) / CLOCKS_PER_SEC < 20);
        jaccuse_item_clear(&item);
        free(page);
    }
}

/* Parsers that compare every attribute with every other need minutes for this. */
static void test_many_attributes(void **state)
{
    size_t size = (size_t)2 << 20, at = 0;
    char *page = malloc(size + 1024);
    (void)state;
    at += (size_t)sprintf(page, "<html><div ");
    for (unsigned i = 0; at < size; i++)
        at += (size_t)sprintf(page + at, "a%u=1 ", i);
    at += (size_t)sprintf(page + at, "><p>%s</p></div>", LOREM);
    jaccuse_article *article = read_article("attributes.html", page, at);
    assert_string_equal(article->text, LOREM);
    jaccuse_article_free(article);
    free(page);
}

static void test_limits(void **state)
{
    (void)state;
    char *page = repeat("<html>", "<p>a", 500000, "");
    assert_refused("tags.html", page, strlen(page), JACCUSE_ERROR_LIMIT, "tags");
    free(page);
    page = repeat("<html><p>", "long text ", 300000, "");
    assert_refused("text.html", page, strlen(page), JACCUSE_ERROR_LIMIT, "longer");
    free(page);
    page = repeat("<html>", "<p>long text ", JA_MAX_FILE / 12, "");
    assert_refused("file.html", page, strlen(page), JACCUSE_ERROR_LIMIT, "larger");
    free(page);
    assert_refused("none.html", BYTES("<html><body><script>x</script></body></html>"),
                   JACCUSE_ERROR_FORMAT, "no article text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_french_page),     cmocka_unit_test(test_english_page),
        cmocka_unit_test(test_main_text),       cmocka_unit_test(test_titles),
        cmocka_unit_test(test_data_body),       cmocka_unit_test(test_charsets),
        cmocka_unit_test(test_entity_bomb),     cmocka_unit_test(test_hostile_markup),
        cmocka_unit_test(test_many_attributes), cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
