/* The words of the cue lists in all their forms. */
#include "tools/train/word_list.h"

#include "arena_fixture.h"
#include "base/map.h"
#include "base/unicode.h"

static ja_word_list list;

static bool is_listed(const char *form, const char *lemma, ja_upos upos)
{
    for (size_t i = 0; i < list.count; i++)
        if (ja_equal(list.words[i].form, ja_slice_of(form)) &&
            ja_equal(list.words[i].lemma, ja_slice_of(lemma)) && list.words[i].upos == upos)
            return true;
    return false;
}

/* All forms, divided by blanks, are there; the lemma is one of them. */
static void expect_listed(const char *forms, const char *lemma, ja_upos upos)
{
    ja_slice rest = ja_slice_of(forms), form;
    while (ja_next_field(&rest, ' ', &form))
        if (!is_listed(ja_copy(&arena, form.at, form.length), lemma, upos))
            fail_msg("%.*s (%s %s) is missing", (int)form.length, form.at, lemma,
                     ja_upos_names[upos]);
    assert_true(is_listed(lemma, lemma, upos));
}

static bool is_any_form(const char *form)
{
    for (size_t i = 0; i < list.count; i++)
        if (ja_equal(list.words[i].form, ja_slice_of(form)))
            return true;
    return false;
}

static void test_english(void **state)
{
    (void)state;
    ja_word_list_make(&list, "en", &arena);
    expect_listed("accuses accused accusing", "accuse", JA_UPOS_VERB);
    expect_listed("denies denied denying", "deny", JA_UPOS_VERB);
    expect_listed("steals stole stolen stealing", "steal", JA_UPOS_VERB);
    expect_listed("lies lied lying", "lie", JA_UPOS_VERB);
    expect_listed("lies", "lie", JA_UPOS_NOUN);
    expect_listed("thieves", "thief", JA_UPOS_NOUN);
    expect_listed("guilty", "guilty", JA_UPOS_ADJ);
    expect_listed("finds found finding", "find", JA_UPOS_VERB); /* of "find* guilty" */
}

static void test_french(void **state)
{
    (void)state;
    ja_word_list_make(&list, "fr", &arena);
    expect_listed("accuse accusent accusait accusé accusées accusant accusera", "accuser",
                  JA_UPOS_VERB);
    expect_listed("nie nient niait nié nia nieraient", "nier", JA_UPOS_VERB);
    expect_listed("démens dément démentent démentait démenti démentit", "démentir", JA_UPOS_VERB);
    expect_listed("voleurs voleuse voleuses", "voleur", JA_UPOS_NOUN);
    expect_listed("coupables", "coupable", JA_UPOS_ADJ);
}

static bool has_capital(ja_slice word)
{
    for (size_t at = 0, length; at < word.length; at += length)
        if (ja_is_upper(ja_decode(word, at, &length)))
            return true;
    return false;
}

/* Words alone: nothing of the signs that phrases are written with, and no phrases. */
static void expect_words(const char *code)
{
    ja_map forms;
    ja_map_init(&forms, &arena);
    ja_word_list_make(&list, code, &arena);
    for (size_t i = 0; i < list.count; i++) {
        const ja_listed_word *word = &list.words[i];
        const ja_slice both[] = {word->form, word->lemma};
        for (int j = 0; j < 2; j++) {
            assert_true(both[j].length > 0);
            assert_true(ja_is_utf8(both[j]));
            assert_false(has_capital(both[j]));
            if (memchr(both[j].at, ' ', both[j].length) ||
                memchr(both[j].at, '*', both[j].length) ||
                memchr(both[j].at, '_', both[j].length) || memchr(both[j].at, ',', both[j].length))
                fail_msg("\"%.*s\" is no word", (int)both[j].length, both[j].at);
        }
        assert_true(word->upos == JA_UPOS_VERB || word->upos == JA_UPOS_NOUN ||
                    word->upos == JA_UPOS_ADJ);
        ja_map_put(&forms, word->form, 0, NULL);
    }
    assert_true(forms.count > 1000);
    assert_false(is_any_form("of")); /* stands in phrases without a star */
    assert_false(is_any_form("de"));
}

static void test_holds_words(void **state)
{
    (void)state;
    expect_words("en");
    expect_words("fr");
}

static void test_same_again(void **state)
{
    (void)state;
    ja_word_list again;
    ja_word_list_make(&list, "en", &arena);
    ja_word_list_make(&again, "en", &arena);
    assert_int_equal(again.count, list.count);
    for (size_t i = 0; i < list.count; i++) {
        assert_true(ja_equal(again.words[i].form, list.words[i].form));
        assert_true(ja_equal(again.words[i].lemma, list.words[i].lemma));
        assert_int_equal(again.words[i].upos, list.words[i].upos);
    }
}

static bool lists(ja_slice form, ja_slice lemma, ja_upos upos)
{
    for (size_t i = 0; i < list.count; i++)
        if (list.words[i].upos == upos && ja_equal(list.words[i].form, form) &&
            ja_equal(list.words[i].lemma, lemma))
            return true;
    return false;
}

/* Each word stands there once, and no form of a word as a word of its own: "dit*" heads a phrase of
 * the French list, "dire" is the word. */
static void test_no_doubles(void **state)
{
    (void)state;
    ja_map seen;
    ja_map_init(&seen, &arena);
    ja_word_list_make(&list, "fr", &arena);
    for (size_t i = 0; i < list.count; i++) {
        const ja_listed_word *word = &list.words[i];
        bool added;
        const char *key = ja_format(&arena, "%d %.*s/%.*s", (int)word->upos, (int)word->form.length,
                                    word->form.at, (int)word->lemma.length, word->lemma.at);
        ja_map_put(&seen, ja_slice_of(key), 0, &added);
        assert_true(added);
    }
    assert_true(lists(JA_SLICE("dit"), JA_SLICE("dire"), JA_UPOS_VERB));
    assert_false(lists(JA_SLICE("dit"), JA_SLICE("dit"), JA_UPOS_VERB));
}

static void test_unknown_language(void **state)
{
    (void)state;
    list.count = 1; /* is set anew */
    ja_word_list_make(&list, "xx", &arena);
    assert_int_equal(list.count, 0);
    ja_word_list_make(&list, "", &arena);
    assert_int_equal(list.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_english),    TEST(test_french),           TEST(test_holds_words),
        TEST(test_same_again), TEST(test_unknown_language), TEST(test_no_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
