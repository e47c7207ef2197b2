/* Variants of the training sentences: forms are changed as each kind has it, trees stay trees, and
 * the sentences themselves are left alone. */
#include "tools/train/vary.h"

#include "language/analyse.h"
#include "tools/treebank_fixture.h"

enum { KINDS = 6 };
typedef enum kind { CAPITALS, BARE_CAPITALS, SMALL, BARE, NO_STOP, HEADLINE } kind;

static ja_treebank treebank;

static int open_treebank(void **state)
{
    treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank.arena);
    return open_arena(state);
}

static int close_treebank(void **state)
{
    ja_treebank_clear(&treebank);
    return close_arena(state);
}

static void start_anew(void)
{
    ja_treebank_clear(&treebank);
    treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank.arena);
}

static void read_sentence(ja_treebank *into, const char *sentence, size_t times)
{
    ja_buffer text;
    ja_buffer_init(&text, (size_t)1 << 24);
    for (size_t i = 0; i < times; i++)
        add_sentence(&text, sentence);
    read_text(into, (ja_slice){text.at, text.length});
    ja_buffer_clear(&text);
}

static const char *forms_of(const ja_sample *sample)
{
    char *all = "";
    for (uint32_t i = 0; i < sample->count; i++)
        all = ja_format(&arena, "%s%s%.*s", all, i ? " " : "", (int)sample->words[i].form.length,
                        sample->words[i].form.at);
    return all;
}

static const char *heads_of(const ja_sample *sample)
{
    char *all = "";
    for (uint32_t i = 0; i < sample->count; i++)
        all = ja_format(&arena, "%s%s%u", all, i ? " " : "", sample->words[i].head);
    return all;
}

static bool same_words(const ja_sample *a, const ja_sample *b)
{
    return a->count == b->count && strcmp(forms_of(a), forms_of(b)) == 0 &&
           strcmp(heads_of(a), heads_of(b)) == 0;
}

/* Reads the sentence so often that each kind comes to it, and returns the variant of that kind. */
static const ja_sample *variant_of(const char *sentence, kind of)
{
    read_sentence(&treebank, sentence, KINDS);
    ja_treebank_vary(&treebank, 1, 1);
    assert_int_equal(treebank.count, 2 * KINDS);
    return &treebank.samples[KINDS + of];
}

static const char FRENCH[] = "L’/le/DET/Definite=Def|PronType=Art/2/det élève/élève/NOUN/_/3/nsubj "
                             "accusé/accuser/VERB/_/0/root à/à/ADP/_/5/case "
                             "Orléans/Orléans/PROPN/_/3/obl ,/,/PUNCT/_/7/punct "
                             "œuvre/œuvre/NOUN/_/3/dep ././PUNCT/_/3/punct";

static void expect_forms(kind of, const char *forms)
{
    assert_string_equal(forms_of(variant_of(FRENCH, of)), forms);
}

static void test_capitals(void **state)
{
    (void)state;
    expect_forms(CAPITALS, "L’ ÉLÈVE ACCUSÉ À ORLÉANS , ŒUVRE .");
}

static void test_bare_capitals(void **state)
{
    (void)state;
    expect_forms(BARE_CAPITALS, "L’ ELEVE ACCUSE A ORLEANS , ŒUVRE .");
}

static void test_small_letters(void **state)
{
    (void)state;
    expect_forms(SMALL, "l’ élève accusé à orléans , œuvre .");
}

static void test_without_accents(void **state)
{
    (void)state;
    expect_forms(BARE, "L’ eleve accuse a Orleans , œuvre .");
}

static void test_without_stop(void **state)
{
    (void)state;
    const ja_sample *sample = variant_of(FRENCH, NO_STOP);
    assert_string_equal(forms_of(sample), "L’ élève accusé à Orléans , œuvre");
    assert_string_equal(heads_of(sample), "2 3 0 5 3 7 3");
}

static void test_headline(void **state)
{
    (void)state;
    const ja_sample *sample = variant_of(FRENCH, HEADLINE);
    assert_string_equal(forms_of(sample), "élève accusé à Orléans , œuvre");
    assert_string_equal(heads_of(sample), "2 0 4 2 6 2");
}

/* All but the form stays: lemmas are those of the words as they are usually printed. */
static void test_keeps_the_rest(void **state)
{
    (void)state;
    const ja_sample *variant = variant_of(FRENCH, BARE_CAPITALS), *original = &treebank.samples[0];
    assert_int_equal(variant->count, original->count);
    assert_int_equal(variant->fold, original->fold);
    assert_int_equal(variant->aside, original->aside);
    for (uint32_t i = 0; i < original->count; i++) {
        const ja_word *a = &original->words[i], *b = &variant->words[i];
        assert_true(ja_equal(a->lemma, b->lemma));
        assert_int_equal(a->upos, b->upos);
        assert_string_equal(a->features, b->features);
        assert_int_equal(a->head, b->head);
        assert_string_equal(a->deprel, b->deprel);
    }
}

/* An article with words below it stays, and one that is the root; other determiners stay too. */
static void test_headline_keeps_what_bears(void **state)
{
    (void)state;
    static const char SENTENCE[] =
        "almost/almost/ADV/_/2/advmod the/the/DET/Definite=Def|PronType=Art/3/det "
        "judge/judge/NOUN/_/4/nsubj denied/deny/VERB/_/0/root this/this/DET/PronType=Dem/6/det "
        "lie/lie/NOUN/_/4/obj of/of/ADP/_/9/case a/a/DET/Definite=Ind|PronType=Art/9/det "
        "man/man/NOUN/_/6/nmod";
    const ja_sample *sample = variant_of(SENTENCE, HEADLINE);
    assert_string_equal(forms_of(sample), "almost the judge denied this lie of man");
    assert_string_equal(heads_of(sample), "2 3 4 0 6 4 8 6");
    start_anew();
    sample =
        variant_of("The/the/DET/PronType=Art/0/root Who/who/PRON/_/1/flat x/x/X/_/1/dep", HEADLINE);
    assert_string_equal(forms_of(sample), "The Who x");
}

/* The article inside of "du" is printed with it. */
static void test_headline_keeps_contractions(void **state)
{
    (void)state;
    static const char TEXT[] = "1\tLa\tle\tDET\t_\tPronType=Art\t2\tdet\t_\t_\n"
                               "2\tmort\tmort\tNOUN\t_\t_\t0\troot\t_\t_\n"
                               "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
                               "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"
                               "4\tle\tle\tDET\t_\tPronType=Art\t5\tdet\t_\t_\n"
                               "5\tjuge\tjuge\tNOUN\t_\t_\t2\tnmod\t_\t_\n\n";
    for (size_t i = 0; i < KINDS; i++)
        read_text(&treebank, ja_slice_of(TEXT));
    ja_treebank_vary(&treebank, 1, 1);
    const ja_sample *sample = &treebank.samples[KINDS + HEADLINE];
    assert_string_equal(forms_of(sample), "mort de le juge");
    assert_string_equal(heads_of(sample), "0 4 4 1");
}

/* A stop amid the sentence, one with words below it, other marks, a stop that is all. */
static void test_stops_that_stay(void **state)
{
    (void)state;
    static const char *const STAY[] = {
        "a/a/X/_/0/root ././PUNCT/_/1/punct b/b/X/_/1/dep",
        "a/a/X/_/0/root b/b/X/_/3/dep ././PUNCT/_/1/punct",
        "a/a/X/_/0/root b/b/X/_/1/dep !/!/PUNCT/_/1/punct",
        "a/a/X/_/3/dep b/b/X/_/3/dep ././PUNCT/_/0/root",
    };
    for (size_t i = 0; i < sizeof STAY / sizeof *STAY; i++) {
        const ja_sample *variant = variant_of(STAY[i], NO_STOP);
        assert_true(same_words(variant, &treebank.samples[0]));
        start_anew();
    }
}

static void test_short_sentences_have_none(void **state)
{
    (void)state;
    read_sentence(&treebank, "a/a/X/_/0/root ././PUNCT/_/1/punct", 20);
    ja_treebank_vary(&treebank, 1, 1);
    assert_int_equal(treebank.count, 20);
}

/* The treebanks that stand here, with sentences that have variants of every kind. */
static void read_press(ja_treebank *into)
{
    ja_arena_init(&into->arena);
    ja_treebank_read(into, "tests/language/press-en.conllu", false);
    ja_treebank_read(into, "tests/language/press-fr.conllu", true);
}

static void test_trees_stay_trees(void **state)
{
    (void)state;
    read_press(&treebank);
    size_t count = treebank.count, words = treebank.words;
    size_t more = 0, shorter = 0, aside = 0;
    ja_treebank_vary(&treebank, 1, 1);
    assert_true(treebank.count > count + count / 2);
    for (size_t i = count; i < treebank.count; i++) {
        const ja_sample *sample = &treebank.samples[i];
        const char *fault = ja_tree_check(sample->words, sample->count);
        if (fault)
            fail_msg("%s: %s", forms_of(sample), fault);
        assert_true(sample->fold < JA_FOLDS);
        aside += sample->aside;
        more += sample->count;
    }
    assert_int_equal(treebank.words, words + more);
    for (size_t i = 0, at = count; i < count; i++)
        if (treebank.samples[i].count > 2)
            shorter += treebank.samples[at++].count < treebank.samples[i].count;
    assert_true(shorter > count / 10);
    assert_true(aside > 0 && aside < treebank.count - count); /* as the sentence itself */
}

static void test_originals_stay(void **state)
{
    (void)state;
    ja_treebank before = {.count = 0};
    read_press(&before);
    read_press(&treebank);
    ja_treebank_vary(&treebank, 0.5, 3);
    assert_true(treebank.count > before.count);
    for (size_t i = 0; i < before.count; i++)
        assert_true(same_words(&before.samples[i], &treebank.samples[i]));
    ja_treebank_clear(&before);
}

/* The seed chooses the sentences, about the share that was asked for. */
static void test_seed_and_share(void **state)
{
    (void)state;
    ja_treebank other[2] = {{.count = 0}, {.count = 0}};
    read_press(&treebank);
    size_t count = treebank.count, same = 0;
    ja_treebank_vary(&treebank, 0, 1);
    assert_int_equal(treebank.count, count);
    ja_treebank_vary(&treebank, 0.3, 1);
    assert_true(treebank.count > count + count / 5);
    assert_true(treebank.count < count + count * 2 / 5);
    for (unsigned i = 0; i < 2; i++) {
        read_press(&other[i]);
        ja_treebank_vary(&other[i], 0.3, 1 + i);
    }
    assert_int_equal(other[0].count, treebank.count);
    assert_int_equal(other[0].words, treebank.words);
    for (size_t i = 0; i < treebank.count; i++)
        assert_true(same_words(&treebank.samples[i], &other[0].samples[i]));
    for (size_t i = count; i < treebank.count && i < other[1].count; i++)
        same += same_words(&treebank.samples[i], &other[1].samples[i]);
    assert_true(same < (treebank.count - count) / 2);
    ja_treebank_clear(&other[0]);
    ja_treebank_clear(&other[1]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_treebank, close_treebank)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_capitals),
        TEST(test_bare_capitals),
        TEST(test_small_letters),
        TEST(test_without_accents),
        TEST(test_without_stop),
        TEST(test_headline),
        TEST(test_keeps_the_rest),
        TEST(test_headline_keeps_what_bears),
        TEST(test_headline_keeps_contractions),
        TEST(test_stops_that_stay),
        TEST(test_short_sentences_have_none),
        TEST(test_trees_stay_trees),
        TEST(test_originals_stay),
        TEST(test_seed_and_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
