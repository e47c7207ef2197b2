/* Direct speech. */
#include "arena_fixture.h"
#include "language/document.h"

/* The quotations, marks included, joined by " | "; a token must know its quotation, and no other
 * token must believe to stand in one. */
static void expect(const char *code, const char *text, const char *expected)
{
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    ja_document *document = ja_segment(&arena, language, ja_slice_of(text), (jaccuse_span){0, 0});
    assert_null(ja_document_check(document));
    ja_buffer joined;
    ja_buffer_init(&joined, 10000);
    size_t quoted = 0;
    for (size_t i = 0; i < document->quote_count; i++) {
        const ja_quote *quote = &document->quotes[i];
        ja_buffer_add_string(&joined, i ? " | " : "");
        ja_buffer_add(&joined, text + quote->at.begin, quote->at.end - quote->at.begin);
        assert_int_equal(quote->at.begin, document->tokens[quote->first].at.begin);
        for (size_t j = 0; j < quote->count; j++)
            assert_int_equal(document->tokens[quote->first + j].quote, i);
        quoted += quote->count;
    }
    for (size_t i = 0; i < document->token_count; i++)
        quoted -= document->tokens[i].quote != JA_NO_QUOTE;
    assert_int_equal(quoted, 0);
    assert_string_equal(joined.at ? joined.at : "", expected);
    ja_buffer_clear(&joined);
}

static void test_pairs(void **state)
{
    (void)state;
    expect("fr", "Il dit : « C’est faux », puis part.", "« C’est faux »");
    expect("fr", "«Non» et «oui»", "«Non» | «oui»");
    expect("en", "“It is false,” he said. “I deny it.”", "“It is false,” | “I deny it.”");
    expect("en", "\"It is false,\" he said. \"I deny it.\"", "\"It is false,\" | \"I deny it.\"");
    expect("en", "He said ‘no’ and left.", "‘no’");
    expect("en", "Nobody speaks here.", "");
    expect("en", "", "");
    expect("fr", "«»", "«»");
    expect("en", "``It is false,'' he said. ''No'' ‘‘no’’.", "``It is false,'' | ''No'' | ‘‘no’’");
}

static void test_nested(void **state)
{
    (void)state;
    expect("en", "“He told me ‘never’ again,” she said.", "“He told me ‘never’ again,”");
    expect("fr", "« Il a dit “non” hier », dit-elle.", "« Il a dit “non” hier »");
    expect("fr", "« Il a dit \"non\" hier », dit-elle.", "« Il a dit \"non\" hier »");
    expect("en", "\"He said “no” today,\" she said.", "\"He said “no” today,\"");
    expect("fr", "« Un « deux » trois", "« Un « deux »"); /* the first close ends it */
}

static void test_apostrophes_are_no_quotes(void **state)
{
    (void)state;
    expect("fr", "L’armée d’Israël n’a rien dit", "");
    expect("en", "China’s army doesn’t know the workers’ names", "");
    expect("en", "Rock ’n’ roll in the ’90s", "");
    expect("en", "China's army isn't the workers' friend", "");
}

static void test_unclosed(void **state)
{
    (void)state;
    expect("fr", "Il dit : « C’est faux\n\nIl part.", "« C’est faux");
    expect("en", "He said: “It is false.\n“I deny it.”\nHe left.", "“It is false. | “I deny it.”");
    expect("en", "He said \"no\nand left.", "\"no");
    expect("en", "It ends here” he said", "");
    expect("fr", "Il part »", "");
    expect("en", "He said “", "“");
}

static void test_dashes(void **state)
{
    (void)state;
    expect("fr", "— C’est faux, dit-il.\nIl part.", "— C’est faux, dit-il.");
    expect("fr", "– C’est « faux », dit-il.", "– C’est « faux », dit-il.");
    expect("fr", "Il part — sans un mot — hier.", "");
    expect("fr", "—Non", "");
    expect("fr", "- Un point", "");
}

static void test_marks_in_addresses(void **state)
{
    (void)state;
    expect("en", "\"See https://x.org\" he said.", "\"See https://x.org\"");
    expect("fr", "« Voir www.x.org» dit-il.", "« Voir www.x.org»");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_nested),
        cmocka_unit_test(test_apostrophes_are_no_quotes),
        cmocka_unit_test(test_unclosed),
        cmocka_unit_test(test_dashes),
        cmocka_unit_test(test_marks_in_addresses),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
