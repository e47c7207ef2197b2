/* Tokens: what is one, and where it stands in the text. */
#include "arena_fixture.h"
#include "language/document.h"

static ja_document *segment(const char *code, const char *text)
{
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    ja_document *document = ja_segment(&arena, language, ja_slice_of(text), (jaccuse_span){0, 0});
    const char *fault = ja_document_check(document);
    if (fault)
        fail_msg("%s: %s", text, fault);
    return document;
}

/* The forms, joined by "|"; each must be the bytes that its offsets name. */
static void expect(const char *code, const char *text, const char *expected)
{
    ja_document *document = segment(code, text);
    ja_buffer joined;
    ja_buffer_init(&joined, 10000);
    for (size_t i = 0; i < document->token_count; i++) {
        const ja_token *token = &document->tokens[i];
        ja_slice bytes = {text + token->at.begin, token->at.end - token->at.begin};
        assert_true(ja_equal(bytes, token->form));
        ja_buffer_printf(&joined, "%s%.*s", i ? "|" : "", (int)bytes.length, bytes.at);
    }
    assert_string_equal(joined.at ? joined.at : "", expected);
    ja_buffer_clear(&joined);
}

static void test_offsets(void **state)
{
    (void)state;
    const size_t expected[][2] = {{1, 5},   {5, 11},  {12, 15}, {15, 16},
                                  {18, 20}, {21, 25}, {25, 26}};
    /* the no-break spaces have 2 bytes, é and « have 2, the apostrophe has 3 */
    ja_document *document = segment("fr", " l’armée\nnie.\n\n« U.S.»");
    assert_int_equal(document->token_count, 7);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(document->tokens[i].at.begin, expected[i][0]);
        assert_int_equal(document->tokens[i].at.end, expected[i][1]);
    }
    const bool spaces[] = {false, true, false, true, true, false, true};
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(document->tokens[i].space_after, spaces[i]);
}

static void test_french_elisions(void **state)
{
    (void)state;
    expect("fr", "l’armée", "l’|armée");
    expect("fr", "L'armée d'Israël", "L'|armée|d'|Israël");
    expect("fr", "qu’Alibaba", "qu’|Alibaba");
    expect("fr", "Jusqu’au jour où s’il l’a", "Jusqu’|au|jour|où|s’|il|l’|a");
    expect("fr", "qu'il n’y a", "qu'|il|n’|y|a");
    expect("fr", "jusqu’à l’O.N.U. et d’E. Macron", "jusqu’|à|l’|O.N.U.|et|d’|E.|Macron");
    expect("fr", "O’Brien", "O’Brien");
    expect("fr", "l’ armée", "l’|armée");
    expect("fr", "d’« experts », qu’\"un\" D'", "d’|«|experts|»|,|qu’|\"|un|\"|D'");
    expect("fr", "les ouvriers’ «x»", "les|ouvriers|’|«|x|»");
}

static void test_french_words_that_stay_whole(void **state)
{
    (void)state;
    expect("fr", "Aujourd’hui, quelqu'un", "Aujourd’hui|,|quelqu'un");
    expect("fr", "prud’hommes", "prud’hommes");
    expect("fr", "un rendez-vous. Rendez-vous", "un|rendez-vous|.|Rendez-vous");
    expect("fr", "vice-président", "vice-président");
    expect("fr", "les États-Unis", "les|États-Unis");
    expect("fr", "Kim Jong-il", "Kim|Jong-il");
}

static void test_french_inversions(void **state)
{
    (void)state;
    expect("fr", "a-t-il nié", "a|-t-il|nié");
    expect("fr", "ce jour-là, celui-là, au-delà, là-bas",
           "ce|jour|-là|,|celui-là|,|au-delà|,|là-bas");
    expect("fr", "dit-on", "dit|-on");
    expect("fr", "accuse-t-elle", "accuse|-t-elle");
    expect("fr", "affirment-ils", "affirment|-ils");
    expect("fr", "n’a-t-il", "n’|a|-t-il");
    expect("fr", "AFFIRME-T-IL", "AFFIRME|-T-IL");
    expect("en", "dit-on", "dit-on"); /* French alone does it */
}

static void test_french_orders(void **state)
{
    (void)state;
    expect("fr", "Accusez-la, libérez-le, prends-les.",
           "Accusez|-la|,|libérez|-le|,|prends|-les|.");
    expect("fr", "Donne-le-moi. DIS-LE-NOUS", "Donne|-le|-moi|.|DIS|-LE|-NOUS");
    expect("fr", "allez-vous-en, laissez-les-y-là", "allez|-vous|-en|,|laissez|-les|-y|-là");
    expect("fr", "donne-m’en, va-t'en, va-t-en", "donne|-m’|en|,|va|-t'|en|,|va|-t-en");
    expect("fr", "a-t'il, parlez-m'en-là", "a|-t'il|,|parlez|-m'|en|-là");
    expect("fr", "x-le-le-le-le", "x-le|-le|-le|-le");
    expect("fr", "le-moi-x, -le, la Sidi-M'hamed", "le-moi-x|,|-|le|,|la|Sidi-M'hamed");
    expect("fr", "le débat Macron-Le Pen, Paris-La Rochelle",
           "le|débat|Macron-Le|Pen|,|Paris-La|Rochelle");
    expect("fr", "oh-la-la, chez-lui, un rendez-vous-là",
           "oh-la-la|,|chez-lui|,|un|rendez-vous|-là");
    expect("fr", "va-t-en-guerre, laissez-passer, Aix-les-Bains, bernard-l'hermite",
           "va-t-en-guerre|,|laissez-passer|,|Aix-les-Bains|,|bernard-l'hermite");
}

static void test_english_clitics(void **state)
{
    (void)state;
    expect("en", "don’t", "do|n’t");
    expect("en", "isn't", "is|n't");
    expect("en", "China’s", "China|’s");
    expect("en", "the workers’ union", "the|workers|’|union");
    expect("en", "they've I'm he'd we’ll you're", "they|'ve|I|'m|he|'d|we|’ll|you|'re");
    expect("en", "the U.S.'s (CIA)'s", "the|U.S.|'s|(|CIA|)|'s");
    expect("en", "get ’em in the '90s, ’tis said", "get|’em|in|the|'90s|,|’tis|said");
    expect("en", "the 1960's and 2018's", "the|1960's|and|2018|'s");
    expect("fr", "l'été '36", "l'|été|'36");
    expect("en", "'No', he said", "'|No|'|,|he|said");
    expect("en", "O'Brien’s", "O'Brien|’s");
    expect("en", "l'armée", "l'armée");
}

static void test_numbers(void **state)
{
    (void)state;
    expect("fr", "1 000 / 3,5", "1 000|/|3,5");
    expect("fr", "12\xC2\xA0\x35\x30\x30\xE2\x80\xAF\x30\x30\x30,50 euros",
           "12\xC2\xA0\x35\x30\x30\xE2\x80\xAF\x30\x30\x30,50|euros");
    expect("fr", "en 2018 300 morts, 12 34, 1 0000", "en|2018|300|morts|,|12|34|,|1|0000");
    expect("en", "in 20 100 people", "in|20|100|people"); /* English parts no digits by spaces */
    expect("en", "at 7:30 on 9/11, 12/25/2001", "at|7:30|on|9/11|,|12/25/2001");
    expect("fr", "10 h 30: 20, 1/2, et/ou", "10|h|30|:|20|,|1/2|,|et|/|ou");
    expect("en", "1,000,000.50%", "1,000,000.50|%");
    expect("en", "in 2018, 5.", "in|2018|,|5|.");
    expect("fr", "20h30 le 1er", "20h30|le|1er");
    expect("en", "$5bn", "$|5bn");
    expect("fr", "12,", "12|,");
}

static void test_abbreviations(void **state)
{
    (void)state;
    expect("fr", "M. Dupont", "M.|Dupont");
    expect("en", "Mr. Smith", "Mr.|Smith");
    expect("en", "the U.S. and U.K.", "the|U.S.|and|U.K.");
    expect("en", "J. K. Rowling", "J.|K.|Rowling");
    expect("fr", "J.-P. Morel, J.-B.-A. X, Jean-P. Y", "J.-P.|Morel|,|J.-B.-A.|X|,|Jean-P|.|Y");
    expect("en", "Goode (b. March 2009) (p. 5) (no. 5)",
           "Goode|(|b.|March|2009|)|(|p.|5|)|(|no.|5|)");
    expect("en", "He sat. Sun. 5 Sept. (He did.)", "He|sat|.|Sun.|5|Sept.|(|He|did|.|)");
    expect("en", "U.S.-based", "U.S.|-|based");
    expect("fr", "le n° 5, 5° N, n°5", "le|n°|5|,|5|°|N|,|n°|5");
    expect("fr", "Pékin nie.", "Pékin|nie|.");
    expect("fr", "8 °C. E. Morel", "8|°|C|.|E.|Morel");
    expect("en", "Apple Inc.", "Apple|Inc.");
    expect("fr", "etc...", "etc|...");
    expect("en", "AT&T", "AT&T");
    expect("en", "He said no. But No. 10 and no.\n7", "He|said|no|.|But|No.|10|and|no|.|7");
    expect("fr", "le 4 sept. 2018, ils étaient sept.", "le|4|sept.|2018|,|ils|étaient|sept|.");
    expect("en", "black&white", "black|&|white");
    expect("en", "e-mail e‑mail", "e-mail|e‑mail");
}

static void test_addresses(void **state)
{
    (void)state;
    expect("en", "See https://example.org/a,b?c=d.", "See|https://example.org/a,b?c=d|.");
    expect("en", "(http://example.org/), www.x.org!", "(|http://example.org/|)|,|www.x.org|!");
    expect("en", "“https://x.org”", "“|https://x.org|”");
    expect("en", "\"www.x.org\" x", "\"|www.x.org|\"|x");
    expect("fr", "«https://x.org»", "«|https://x.org|»");
    expect("en", "http:// www.", "http://|www|.");
    expect("en", "<http://x.org>, [https://x.org/a]", "<|http://x.org|>|,|[|https://x.org/a|]");
    expect("en", "Write to jean.dupont+x@example.co.uk.", "Write|to|jean.dupont+x@example.co.uk|.");
    expect("fr", "@lemonde et #MeToo: #1, 3 @ 5", "@lemonde|et|#MeToo|:|#|1|,|3|@|5");
}

static void test_marks(void **state)
{
    (void)state;
    expect("fr", "« Oui »", "«|Oui|»");
    expect("fr", "«\xC2\xA0Oui\xE2\x80\xAF»", "«|Oui|»");
    expect("fr", "Il… hésite...", "Il|…|hésite|...");
    expect("en", "yes--no", "yes|--|no");
    expect("en", "a == b *** c ---- d $$$", "a|==|b|***|c|----|d|$$$");
    expect("en", "``No'' ‘‘No’’ '\'\'", "``|No|''|‘‘|No|’’|''|'");
    expect("en", "hi :-) or :D, but 4:30 and :Dora", "hi|:-)|or|:D|,|but|4:30|and|:|Dora");
    expect("en", "f*ck a*", "f*ck|a|*");
    expect("en", "\U0001F44D\U0001F3FD\U0001F44D \u2764\uFE0F!",
           "\U0001F44D\U0001F3FD|\U0001F44D|\u2764\uFE0F|!");
    expect("en", "\U0001F1EB\U0001F1F7\U0001F1EB\U0001F1F7",
           "\U0001F1EB\U0001F1F7|\U0001F1EB\U0001F1F7");
    expect("en", "\U0001F468\u200D\U0001F469\u200D\U0001F467 x",
           "\U0001F468\u200D\U0001F469\u200D\U0001F467|x");
    expect("en", "\U0001F468\u200D x", "\U0001F468\u200D|x");
    expect("en", "\U0001F468\u200D", "\U0001F468\u200D");
    expect("en", "What?! (No)", "What|?|!|(|No|)");
    expect("en", "hi \xF0\x9F\x98\x80!", "hi|\xF0\x9F\x98\x80|!");
    expect("en",
           "a\xC2\xA0"
           "b\tc\r\nd",
           "a|b|c|d");
    expect("en", "cafe\xCC\x81s", "cafe\xCC\x81s"); /* a combining accent */
    expect("en", "", "");
    expect("en", " \n\n\t\xC2\xA0", "");
}

static void expect_flags(const char *text, bool word, bool capital, bool all_capital)
{
    ja_document *document = segment("en", text);
    assert_int_equal(document->token_count, 1);
    assert_int_equal(document->tokens[0].word, word);
    assert_int_equal(document->tokens[0].capital, capital);
    assert_int_equal(document->tokens[0].all_capital, all_capital);
}

static void test_flags(void **state)
{
    (void)state;
    expect_flags("NATO", true, true, true);
    expect_flags("U.S.", true, true, true);
    expect_flags("I", true, true, false);
    expect_flags("Élysée", true, true, false);
    expect_flags("word", true, false, false);
    expect_flags("iPhone", true, false, false);
    expect_flags("G20", true, true, true); /* one letter, but a name like NATO */
    expect_flags("COVID-19", true, true, true);
    expect_flags("2018", false, false, false);
    expect_flags("1er", true, false, false);
    expect_flags("—", false, false, false);
}

static void test_forms(void **state)
{
    (void)state;
    ja_document *document = segment("fr", "Du L’ÉTÉ Œuvre");
    assert_int_equal(document->token_count, 4);
    const char *lower[] = {"du", "l'", "été", "oeuvre"}, *folded[] = {"du", "l'", "ete", "oeuvre"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(ja_equal(document->tokens[i].lower, ja_slice_of(lower[i])));
        assert_true(ja_equal(document->tokens[i].folded, ja_slice_of(folded[i])));
    }
    assert_true(ja_equal(document->tokens[0].base, JA_SLICE("de")));
    assert_true(ja_equal(document->tokens[2].base, JA_SLICE("été")));
    document = segment("fr", "aux");
    assert_true(ja_equal(document->tokens[0].base, JA_SLICE("à")));
    document = segment("fr", "donne-m’en");
    assert_true(ja_equal(document->tokens[1].base, JA_SLICE("me")));
    assert_true(ja_equal(document->tokens[2].base, JA_SLICE("en")));
    document = segment("en", "Isn’t");
    assert_true(ja_equal(document->tokens[1].lower, JA_SLICE("n't")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_french_elisions),
        cmocka_unit_test(test_french_words_that_stay_whole),
        cmocka_unit_test(test_french_inversions),
        cmocka_unit_test(test_french_orders),
        cmocka_unit_test(test_english_clitics),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_abbreviations),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
