/* Trees to walk: heads, children, extents. */
#include "arena_fixture.h"
#include "language/forest.h"

/* A document of one sentence whose words have these heads (from 1; 0: root) and relations. */
static ja_document *document_of(const char *text, const uint32_t *heads, const char *const *deprels)
{
    ja_document *document =
        ja_segment(&arena, ja_language_of("en"), ja_slice_of(text), (jaccuse_span){0, 0});
    ja_split_words(&arena, document);
    for (size_t i = 0; i < document->word_count; i++) {
        document->words[i].head = heads[i];
        document->words[i].deprel = deprels[i];
    }
    return document;
}

static ja_forest planted(void)
{
    static const uint32_t heads[] = {2, 3, 0, 5, 3, 3};
    static const char *const deprels[] = {"det", "nsubj", "root", "nmod:poss", "obj", "punct"};
    return ja_forest_of(&arena, document_of("The mayor denied his guilt.", heads, deprels));
}

static void heads_and_relations(void **state)
{
    (void)state;
    ja_forest forest = planted();
    assert_int_equal(forest.at[1].head, 2);
    assert_int_equal(forest.at[1].relation, JA_DEP_NSUBJ);
    assert_int_equal(forest.at[2].head, JA_NO_WORD);
    assert_int_equal(forest.at[3].relation, JA_DEP_NMOD_POSS);
    assert_string_equal(ja_deprel_name(JA_DEP_NMOD_POSS), "nmod:poss");
    assert_string_equal(ja_deprel_name(JA_DEP_OTHER), "dep");
}

static void children_in_order(void **state)
{
    (void)state;
    ja_forest forest = planted();
    assert_int_equal(forest.at[2].first_child, 1);
    assert_int_equal(forest.at[1].next, 4);
    assert_int_equal(forest.at[4].next, 5);
    assert_int_equal(forest.at[5].next, JA_NO_WORD);
    assert_int_equal(ja_child(&forest, 2, JA_DEP_OBJ, JA_NO_WORD), 4);
    assert_int_equal(ja_child(&forest, 2, JA_DEP_OBJ, 4), JA_NO_WORD);
    assert_int_equal(ja_child(&forest, 0, JA_DEP_OBJ, JA_NO_WORD), JA_NO_WORD);
}

static void extents(void **state)
{
    (void)state;
    ja_forest forest = planted();
    assert_int_equal(forest.at[1].begin, 0);
    assert_int_equal(forest.at[1].end, 2);
    assert_int_equal(forest.at[4].begin, 3);
    assert_int_equal(forest.at[4].end, 5);
    assert_int_equal(forest.at[2].begin, 0);
    assert_int_equal(forest.at[2].end, 6);
}

static void beneath(void **state)
{
    (void)state;
    ja_forest forest = planted();
    assert_true(ja_is_beneath(&forest, 3, 2));
    assert_true(ja_is_beneath(&forest, 3, 3));
    assert_false(ja_is_beneath(&forest, 1, 4));
}

static void words_of_tokens(void **state)
{
    (void)state;
    ja_forest forest = planted();
    for (size_t i = 0; i < forest.document->token_count; i++)
        assert_int_equal(forest.document->words[forest.word_of_token[i]].token, i);
}

/* A sentence that was not analysed: no heads, nothing beneath. */
static void without_trees(void **state)
{
    (void)state;
    ja_document *document = ja_segment(&arena, ja_language_of("en"),
                                       JA_SLICE("One word. Two words."), (jaccuse_span){0, 0});
    ja_split_words(&arena, document);
    ja_forest forest = ja_forest_of(&arena, document);
    for (size_t i = 0; i < document->word_count; i++) {
        assert_int_equal(forest.at[i].head, JA_NO_WORD);
        assert_int_equal(forest.at[i].relation, JA_DEP_OTHER);
        assert_int_equal(forest.at[i].first_child, JA_NO_WORD);
    }
    assert_int_equal(forest.at[document->word_count - 1].sentence, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_and_relations),
        cmocka_unit_test(children_in_order),
        cmocka_unit_test(extents),
        cmocka_unit_test(beneath),
        cmocka_unit_test(words_of_tokens),
        cmocka_unit_test(without_trees),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
