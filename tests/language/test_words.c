/* Words: how tokens fall into them, and what is printed where. */
#include "arena_fixture.h"
#include "language/document.h"

static ja_document *split(const char *code, const char *text)
{
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    ja_document *document = ja_segment(&arena, language, ja_slice_of(text), (jaccuse_span){0, 0});
    ja_split_words(&arena, document);
    const char *fault = ja_document_check(document);
    if (fault)
        fail_msg("%s: %s", text, fault);
    return document;
}

/* The words, joined by "|"; those of one multiword token by "+". */
static void expect(const char *code, const char *text, const char *expected)
{
    ja_document *document = split(code, text);
    ja_buffer joined;
    ja_buffer_init(&joined, 10000);
    size_t range_end = 0;
    for (size_t i = 0; i < document->word_count; i++) {
        const ja_word *word = &document->words[i];
        ja_buffer_add_string(&joined, i == 0 ? "" : i < range_end ? "+" : "|");
        ja_buffer_add_slice(&joined, word->form);
        if (word->range)
            range_end = i + word->range;
    }
    assert_string_equal(joined.at ? joined.at : "", expected);
    ja_buffer_clear(&joined);
}

static void expect_word(const ja_word *word, const char *form, size_t begin, size_t end,
                        bool space_after, size_t token)
{
    assert_true(ja_equal(word->form, ja_slice_of(form)));
    assert_int_equal(word->at.begin, begin);
    assert_int_equal(word->at.end, end);
    assert_int_equal(word->space_after, space_after);
    assert_int_equal(word->token, token);
}

static void test_places(void **state)
{
    (void)state;
    const ja_word *words = split("fr", "Il parle du chat.")->words;
    expect_word(&words[1], "parle", 3, 8, true, 1);
    expect_word(&words[2], "de", 9, 11, false, 2);
    expect_word(&words[3], "le", 9, 11, true, 2);
    assert_int_equal(words[2].range, 2);
    assert_true(ja_equal(words[2].printed, JA_SLICE("du")));
    assert_int_equal(words[3].range, 0);
    expect_word(&words[4], "chat", 12, 16, false, 3);
    words = split("en", "The vice-president's don't.")->words;
    expect_word(&words[1], "vice", 4, 8, false, 1);
    expect_word(&words[2], "-", 8, 9, false, 1);
    expect_word(&words[3], "president", 9, 20, false, 1);
    expect_word(&words[4], "'s", 9, 20, true, 2);
    assert_int_equal(words[1].range, 0);
    assert_int_equal(words[3].range, 2);
    assert_true(ja_equal(words[3].printed, JA_SLICE("president's")));
    expect_word(&words[5], "do", 21, 26, false, 3);
    expect_word(&words[6], "n't", 21, 26, false, 4);
}

static void test_sentences(void **state)
{
    (void)state;
    const ja_document *document = split("fr", "Il va au bois. Elle dort.");
    assert_int_equal(document->sentence_count, 2);
    assert_int_equal(document->sentences[0].first_word, 0);
    assert_int_equal(document->sentences[0].word_count, 6);
    assert_int_equal(document->sentences[1].first_word, 6);
    assert_int_equal(document->sentences[1].word_count, 3);
    assert_int_equal(split("fr", " \n")->word_count, 0);
}

static void test_french_contractions(void **state)
{
    (void)state;
    expect("fr", "Du pain au chat", "De+le|pain|à+le|chat");
    expect("fr", "Aux amis AU CHAT DU ROI", "À+les|amis|À+le|CHAT|DE+le|ROI");
    expect("fr", "Desquels, DESQUELLES, Auxdits", "De+lesquels|,|DE+lesquelles|,|À+lesdits");
    expect("fr", "le projet duquel on parle", "le|projet|de+lequel|on|parle");
    expect("fr", "auxquelles", "à+lesquelles");
    expect("fr", "l’armée de la Chine n’a", "l’|armée|de|la|Chine|n’|a");
    expect("fr", "a-t-il dit-on peut-être", "a|-t-il|dit|-on|peut-être");
    expect("fr", "que l’on dise, l'once", "que|l’on|dise|,|l'|once");
    expect("fr", "dites-moi, parlez-en, n°5", "dites|-moi|,|parlez|-en|,|n°|5");
    expect("fr", "entre 2 °C et 8°C. Il part", "entre|2|°C|et|8|°C|.|Il|part");
    expect("fr", "étudiant(e)s, traité(e), le (e)", "étudiant(e)s|,|traité(e)|,|le|(|e|)");
    expect("fr", "étudiant (e), étudiant(s'il)", "étudiant|(|e|)|,|étudiant|(|s'|il|)");
    expect("fr", "étudiant·e·s", "étudiant·e·s");
    expect("fr", "celui-ci, lui-même, porte-parole", "celui-ci|,|lui-même|,|porte-parole");
}

static void test_french_articles(void **state)
{
    (void)state;
    expect("fr", "Des chats ont des amis", "Des|chats|ont|des|amis");
    expect("fr", "le ministre des Finances", "le|ministre|de+les|Finances");
    expect("fr", "avec des amis, loin des amis", "avec|des|amis|,|loin|de+les|amis");
    expect("fr", "ils accusent des élus", "ils|accusent|des|élus");
    expect("fr", "le gouvernement des juges", "le|gouvernement|de+les|juges");
    expect("fr", "chef des uns et des autres", "chef|de+les|uns|et|de+les|autres");
    expect("fr", "avec des uns et des autres", "avec|des|uns|et|des|autres");
    expect("fr", "mis en cause des élus", "mis|en|cause|des|élus");
    expect("fr", "à cause des élus", "à|cause|de+les|élus");
    expect("fr", "Oui. Et des amis", "Oui|.|Et|des|amis");
    expect("fr", "ils pillent des villes", "ils|pillent|des|villes");
    expect("fr", "il dépèce des bêtes", "il|dépèce|des|bêtes"); /* no table knows the verb */
    expect("fr", "le dépèce des bêtes", "le|dépèce|de+les|bêtes");
    expect("fr", "on y ajoutera des taxes", "on|y|ajoutera|des|taxes");
    expect("fr", "ils proviennent des bois", "ils|proviennent|de+les|bois");
}

static void test_english_clitics(void **state)
{
    (void)state;
    expect("en", "I don’t think they've won’t", "I|do+n’t|think|they+'ve|wo+n’t");
    expect("en", "I shouldn't've come", "I|should+n't+'ve|come");
    expect("en", "China's army, the U.S.'s", "China+'s|army|,|the|U.S.+'s");
    expect("en", "He cannot, CANNOT! I'm gonna", "He|can+not|,|CAN+NOT|!|I+'m|gon+na");
    expect("en", "’Tis I dont Im", "'t+is|I|do+nt|I+m");
    expect("en", "Dont C’mon", "Do+nt|C'm+on");
    expect("en", "its well lets 'em", "its|well|lets|'em");
    expect("fr", "Macy's, Macy 's", "Macy's|,|Macy|'s");
}

static void test_bare_possessive(void **state)
{
    (void)state;
    expect("en", "the workers' union", "the|workers+'|union");
    expect("en", "the 'workers' union'", "the|'|workers|'|union|'");
    expect("en", "the ‘workers’ union", "the|‘|workers|’|union");
    expect("en", "“the workers’ union”", "“|the|workers+’|union|”");
    expect("en", "the worker' union", "the|worker|'|union");
    expect("fr", "les ouvriers' x", "les|ouvriers|'|x");
}

static void test_english_hyphens(void **state)
{
    (void)state;
    expect("en", "the file(s)", "the|file|(|s|)");
    expect("en", "a well-known man", "a|well|-|known|man");
    expect("en", "one-on-one US-led U.S.-based", "one|-|on|-|one|US|-|led|U.S.|-|based");
    expect("en", "e-mail non-profit Co-Founder", "e-mail|non-profit|Co-Founder");
    expect("en", "an ex-vice-president career-wise", "an|ex-vice|-|president|career-wise");
    expect("en", "non‑profit F‑16", "non‑profit|F|‑|16");
    expect("en", "call 713-853-3989 in 1969-1971, 4-5", "call|713-853-3989|in|1969|-|1971|,|4|-|5");
    expect("en", "https://a-b.org/c-d x-y@a-b.org", "https://a-b.org/c-d|x-y@a-b.org");
    expect("en", "yes - no -- maybe- :-)", "yes|-|no|--|maybe|-|:-)");
    expect("fr", "un vice-président bien-aimé", "un|vice-président|bien-aimé");
}

static void test_units(void **state)
{
    (void)state;
    expect("en", "at 5pm for $5m, 10.5km", "at|5|pm|for|$|5|m|,|10.5|km");
    expect("en", "the 5th in the 1980s, 3D, G20", "the|5th|in|the|1980s|,|3D|,|G20");
    expect("en", "a 100km-long 9am-5pm", "a|100|km|-|long|9|am|-|5|pm");
    expect("fr", "à 20h30, 15h, le 1er, 2e, 5km", "à|20|h|30|,|15|h|,|le|1er|,|2e|,|5|km");
    expect("fr", "1 000 euros, 3,5 %", "1 000|euros|,|3,5|%");
}

static void test_marks(void **state)
{
    (void)state;
    expect("en", "What?! No!!! ? !", "What|?!|No|!!!|?|!");
    expect("fr", "« Quoi ! » ?", "«|Quoi|!|»|?");
}

static void test_final_stops(void **state)
{
    (void)state;
    expect("en", "He sued Apple Inc.", "He|sued|Apple|Inc|.");
    expect("en", "“He sued Apple Inc.”", "“|He|sued|Apple|Inc|.|”");
    expect("en", "Mr. Smith of Apple Inc. left", "Mr.|Smith|of|Apple|Inc.|left");
    expect("en", "He left the U.S.", "He|left|the|U.S.");
    expect("fr", "Du pain, etc. Il part.", "De+le|pain|,|etc|.|Il|part|.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_french_contractions),
        cmocka_unit_test(test_french_articles),
        cmocka_unit_test(test_english_clitics),
        cmocka_unit_test(test_bare_possessive),
        cmocka_unit_test(test_english_hyphens),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_final_stops),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
