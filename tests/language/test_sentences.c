/* Sentences and paragraphs. */
#include <stdlib.h>

#include "arena_fixture.h"
#include "base/limits.h"
#include "language/document.h"

static ja_document *segment(const char *code, const char *text, size_t title)
{
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    ja_document *document =
        ja_segment(&arena, language, ja_slice_of(text), (jaccuse_span){0, title});
    const char *fault = ja_document_check(document);
    if (fault)
        fail_msg("%s: %s", text, fault);
    return document;
}

/* The sentences, parted by " | " within a paragraph and by " || " between two. */
static void expect(const char *code, const char *text, const char *expected)
{
    ja_document *document = segment(code, text, 0);
    ja_buffer joined;
    ja_buffer_init(&joined, 10000);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        bool same = i && sentence->paragraph == sentence[-1].paragraph;
        ja_buffer_add_string(&joined, i == 0 ? "" : same ? " | " : " || ");
        ja_buffer_add(&joined, text + sentence->at.begin, sentence->at.end - sentence->at.begin);
        assert_false(sentence->title);
    }
    assert_string_equal(joined.at ? joined.at : "", expected);
    ja_buffer_clear(&joined);
}

static void test_plain_ends(void **state)
{
    (void)state;
    expect("fr", "Pékin nie. Washington accuse ! Qui ment ? Nul ne sait.",
           "Pékin nie. | Washington accuse ! | Qui ment ? | Nul ne sait.");
    expect("en", "He left?! She stayed.", "He left?! | She stayed.");
    expect("en", "It fell. 12 people died. (All were guests.) Nobody spoke.",
           "It fell. | 12 people died. | (All were guests.) | Nobody spoke.");
    expect("en", "It fell. Élodie saw it. É", "It fell. | Élodie saw it. | É");
    expect("en", "He left.She stayed in a .NET shop.", "He left. | She stayed in a .NET shop.");
    expect("fr", "la fin.Il part pour lemonde.fr.", "la fin. | Il part pour lemonde.fr.");
    expect("en", "a Ph.D. of Booking.com and Character.AI",
           "a Ph.D. of Booking.com and Character.AI");
    expect("en", "it fell. nobody died. ", "it fell. | nobody died.");
    expect("en", "who knows? not me. (yes.) no", "who knows? | not me. | (yes.) no");
    expect("en", "It fell. $5m was lost. #MeToo began.",
           "It fell. | $5m was lost. | #MeToo began.");
    expect("en", "No stop at the end", "No stop at the end");
    expect("en", "One. Two", "One. | Two");
    expect("en", "...", "...");
}

static void test_abbreviations(void **state)
{
    (void)state;
    expect("fr", "M. Dupont accuse Mme. Durand. Le Dr. Petit nie.",
           "M. Dupont accuse Mme. Durand. | Le Dr. Petit nie.");
    expect("en", "Mr. Smith met Gov. Jones. They left.", "Mr. Smith met Gov. Jones. | They left.");
    expect("en", "Dr. The Great sued.", "Dr. The Great sued."); /* never ends a sentence */
    expect("en", "J. K. Rowling sued. She won.", "J. K. Rowling sued. | She won.");
    expect("fr", "J.-P. Martin nie.", "J.-P. Martin nie.");
    expect("fr", "La réponse d’E. Macron est là.", "La réponse d’E. Macron est là.");
    expect("fr", "Du pain, etc. Il part.", "Du pain, etc. | Il part.");
    expect("fr", "Du pain, etc., et du vin.", "Du pain, etc., et du vin.");
    expect("fr", "Il fait 8 °C. Le vent souffle.", "Il fait 8 °C. | Le vent souffle.");
}

static void test_abbreviations_that_may_end(void **state)
{
    (void)state;
    expect("en", "He met U.S. officials. They left.", "He met U.S. officials. | They left.");
    expect("en", "He lives in the U.S. The firm does not.",
           "He lives in the U.S. | The firm does not.");
    expect("en", "He met U.S. President Biden.", "He met U.S. President Biden.");
    expect("en", "He sued Apple Inc. They won.", "He sued Apple Inc. | They won.");
    expect("en", "He said no. Smith said yes.", "He said no. | Smith said yes.");
    expect("en", "He lives at No. 10 still.", "He lives at No. 10 still.");
    expect("en", "It is in the U.S.", "It is in the U.S.");
}

static void test_initials(void **state)
{
    (void)state;
    expect("en", "There is no Plan B. The company said so.",
           "There is no Plan B. | The company said so.");
    expect("en", "He met J. The Smith.", "He met J. The Smith.");
    expect("fr", "La réponse de M. Le Pen et de J.-M. Le Pen est là.",
           "La réponse de M. Le Pen et de J.-M. Le Pen est là.");
    expect("fr", "Il a pris la vitamine C. Elle est bonne.",
           "Il a pris la vitamine C. | Elle est bonne.");
    expect("en", "It ends in a B.", "It ends in a B.");
}

static void test_datelines(void **state)
{
    (void)state;
    expect("fr", "PARIS (AFP) — Le ministre nie. Il part.",
           "PARIS (AFP) — | Le ministre nie. | Il part.");
    expect("fr", "BEYROUTH, 5 août (Reuters) - Le Liban nie.",
           "BEYROUTH, 5 août (Reuters) - | Le Liban nie.");
    expect("en", "Washington (AFP) – China denies it.", "Washington (AFP) – | China denies it.");
    expect("en", "NEW YORK -- “No,” he said.", "NEW YORK -- | “No,” he said.");
    expect("en", "PONCHATOULA, La. -- Sheriff's men left.",
           "PONCHATOULA, La. -- | Sheriff's men left.");
    expect("en", "London - Paris", "London - Paris");
    expect("en", "US - China talks began.", "US - China talks began.");
    expect("en", "NATO - the alliance - denied it.", "NATO - the alliance - denied it.");
    expect("fr", "PARIS accuse la Chine - Le Monde", "PARIS accuse la Chine - Le Monde");
    expect("fr", "Il part. PARIS (AFP) — Le", "Il part. | PARIS (AFP) — Le");
    expect("fr", "QU'A-T-IL DIT ?", "QU'A-T-IL DIT ?"); /* "-T-IL" is no dash */
}

static void test_lists(void **state)
{
    (void)state;
    expect("en", "He asks: 1. Money. 2. Time.", "He asks: 1. Money. | 2. Time.");
    expect("en", "1. Money\n- Time\n• Peace. • War.", "1. Money || - Time || • Peace. | • War.");
    expect("en", "He came in 2. Then he left in 2018. She won.",
           "He came in 2. | Then he left in 2018. | She won.");
}

static void test_what_closes(void **state)
{
    (void)state;
    expect("en", "It fell.[1][2] Nobody died.[3]", "It fell.[1][2] | Nobody died.[3]");
    expect("en", "It fell. :) Nobody died :( They left.",
           "It fell. :) | Nobody died :( | They left.");
    expect("en", "It fell! \xF0\x9F\x98\x80 Nobody died.",
           "It fell! \xF0\x9F\x98\x80 | Nobody died.");
    expect("en", "``It fell.'' Nobody died. 'It fell.' He left.",
           "``It fell.'' | Nobody died. | 'It fell.' | He left.");
    expect("en", "It fell. ... Nobody died.", "It fell. | ... Nobody died.");
    expect("en", "He ... left.", "He ... left.");
}

static void test_numbers(void **state)
{
    (void)state;
    expect("en", "It cost 3.5 million. It rose 1.2 percent.",
           "It cost 3.5 million. | It rose 1.2 percent.");
    expect("fr", "Il a 3,5 millions. En 2018. Puis 4.", "Il a 3,5 millions. | En 2018. | Puis 4.");
}

static void test_ellipses(void **state)
{
    (void)state;
    expect("fr", "Il… hésite encore. Puis il part.", "Il… hésite encore. | Puis il part.");
    expect("en", "He ... left. She stayed.", "He ... left. | She stayed.");
    expect("fr", "Il hésite… Puis il part... Elle reste.",
           "Il hésite… | Puis il part... | Elle reste.");
    expect("en", "He left.... She stayed.", "He left.... | She stayed.");
    expect("fr", "Du pain, etc... Puis du vin.", "Du pain, etc... | Puis du vin.");
}

static void test_quotation_closes_behind_the_stop(void **state)
{
    (void)state;
    expect("en", "“It is false.” He left.", "“It is false.” | He left.");
    expect("en", "He said: \"It is false.\" Then he left.",
           "He said: \"It is false.\" | Then he left.");
    expect("en", "“He said ‘no.’” They left.", "“He said ‘no.’” | They left.");
    expect("fr", "« C’est faux. » Il part.", "« C’est faux. » | Il part.");
    expect("fr", "« C’est faux ». Il part.", "« C’est faux ». | Il part.");
    expect("fr", "Il nie. « C’est faux », dit-il.", "Il nie. | « C’est faux », dit-il.");
    expect("en", "He denies it. “It is false.”", "He denies it. | “It is false.”");
    expect("en", "He left. \"Why?\" she asked.", "He left. | \"Why?\" she asked.");
    expect("en", "(He left.) [She stayed.] They met.", "(He left.) | [She stayed.] | They met.");
}

static void test_question_before_an_incise(void **state)
{
    (void)state;
    expect("fr", "« Qui accuse ? » demande-t-il. Nul ne sait.",
           "« Qui accuse ? » demande-t-il. | Nul ne sait.");
    expect("fr", "« C’est faux ! », répond-elle.", "« C’est faux ! », répond-elle.");
    expect("en", "“Who did it?” he asked. Nobody knew.", "“Who did it?” he asked. | Nobody knew.");
    expect("en", "Yahoo! said no.", "Yahoo! said no.");
}

static void test_paragraphs(void **state)
{
    (void)state;
    expect("fr", "Un titre sans point\nLe texte. Il suit.\n\nLa fin",
           "Un titre sans point || Le texte. | Il suit. || La fin");
    expect("fr", "Un.\r\nDeux.\r\n\r\nTrois", "Un. || Deux. || Trois");
    expect("en", "\n\n  \nOne\n \n", "One");
    ja_document *document = segment("en", "\n\nOne\n \n\nTwo. Three.", 0);
    assert_int_equal(document->sentence_count, 3);
    assert_int_equal(document->sentences[0].paragraph, 0);
    assert_int_equal(document->sentences[1].paragraph, 1);
    assert_int_equal(document->sentences[2].paragraph, 1);
}

static void test_title(void **state)
{
    (void)state;
    static const char TEXT[] = "He left. She stayed\nThe text. It follows.";
    ja_document *document = segment("en", TEXT, 19);
    assert_int_equal(document->sentence_count, 3);
    assert_true(document->sentences[0].title); /* one sentence, whatever stands in it */
    assert_int_equal(document->sentences[0].at.begin, 0);
    assert_int_equal(document->sentences[0].at.end, 19);
    assert_int_equal(document->sentences[0].paragraph, 0);
    assert_false(document->sentences[1].title);
    assert_int_equal(document->sentences[1].at.begin, 20);
    assert_int_equal(document->sentences[1].paragraph, 1);
    assert_int_equal(document->sentences[2].paragraph, 1);
    document = segment("en", "Title alone", 11);
    assert_int_equal(document->sentence_count, 1);
}

/* Lines of 60 to 75 bytes, as mail programs break them: only empty lines part paragraphs. */
static void test_broken_lines(void **state)
{
    (void)state;
    expect("en",
           "The prime minister accused the opposition on Tuesday of having\n"
           "taken money from a foreign power during the campaign. The party\n"
           "denied the charge at once and announced that it would go before\n"
           "the courts.\n"
           "\n"
           "The courts are closed.",
           "The prime minister accused the opposition on Tuesday of having\n"
           "taken money from a foreign power during the campaign. | The party\n"
           "denied the charge at once and announced that it would go before\n"
           "the courts. || The courts are closed.");
}

static void test_one_paragraph_a_line(void **state)
{
    (void)state;
    static const char LINE[] =
        "The prime minister accused the opposition on Tuesday of having taken money from a foreign "
        "power during the long campaign of last year, which the party denied at once, before it "
        "announced that it would go before the courts\n";
    char text[1000];
    strcpy(text, LINE);
    for (int i = 0; i < 3; i++)
        strcat(text, LINE);
    ja_document *document = segment("en", text, 0);
    assert_int_equal(document->sentence_count, 4);
    assert_int_equal(document->sentences[3].paragraph, 3);
    expect("en", "Short line\nAnother one\nA third\nA fourth\nA fifth",
           "Short line || Another one || A third || A fourth || A fifth");
}

static void test_longest_sentence(void **state)
{
    (void)state;
    char *text = malloc(2 * 1500 + 1);
    for (int i = 0; i < 1500; i++)
        memcpy(text + 2 * i, "a ", 2);
    text[3000] = '\0';
    ja_document *document = segment("en", text, 0);
    assert_int_equal(document->token_count, 1500);
    assert_int_equal(document->sentence_count, 3);
    assert_int_equal(document->sentences[0].count, JA_MAX_SENTENCE);
    assert_int_equal(document->sentences[1].count, JA_MAX_SENTENCE);
    assert_int_equal(document->sentences[2].count, 1500 - 2 * JA_MAX_SENTENCE);
    document = segment("en", text, 3000); /* a title too */
    assert_int_equal(document->sentence_count, 3);
    assert_true(document->sentences[2].title);
    free(text);
}

/* What is too long is cut behind a comma; where there is none, between words that a blank parts. */
static void test_safe_cuts(void **state)
{
    (void)state;
    ja_buffer text;
    ja_buffer_init(&text, 100000);
    for (size_t i = 0; i < JA_MAX_SENTENCE - 10; i++)
        ja_buffer_add_string(&text, "word ");
    ja_buffer_add_string(&text, "word, « word don't-");
    for (size_t i = 0; i < 300; i++)
        ja_buffer_add_string(&text, "/a ");
    ja_document *document = segment("en", text.at, 0);
    assert_true(document->sentence_count > 1);
    assert_int_equal(document->sentences[0].count, JA_MAX_SENTENCE - 8);
    text.length = 0;
    for (size_t i = 0; i < JA_MAX_SENTENCE; i++)
        ja_buffer_add_string(&text, i % 100 == 98 ? "it " : "it+"); /* blanks are rare */
    document = segment("en", text.at, 0);
    assert_true(document->sentence_count > 1);
    for (size_t i = 0; i + 1 < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        assert_true(sentence->count <= JA_MAX_SENTENCE);
        assert_true(document->tokens[sentence->first + sentence->count - 1].space_after);
    }
    ja_buffer_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_ends),
        cmocka_unit_test(test_abbreviations),
        cmocka_unit_test(test_abbreviations_that_may_end),
        cmocka_unit_test(test_initials),
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_what_closes),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_ellipses),
        cmocka_unit_test(test_quotation_closes_behind_the_stop),
        cmocka_unit_test(test_question_before_an_incise),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_broken_lines),
        cmocka_unit_test(test_one_paragraph_a_line),
        cmocka_unit_test(test_longest_sentence),
        cmocka_unit_test(test_safe_cuts),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
