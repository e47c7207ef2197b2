/* Treebanks: reading, the inventory of tags and labels, numbering, shuffling. */
#include "tools/train/treebank.h"

#include "tools/treebank_fixture.h"

enum { OFTEN = 40 }; /* more than what is rare */

static ja_treebank treebank;
static ja_inventory inventory;

static int close_treebank(void **state)
{
    clear_treebank(&treebank, &inventory);
    return close_arena(state);
}

static void make(const char *const *sentences, size_t count)
{
    make_treebank(&treebank, &inventory, sentences, count, OFTEN);
}

/* Adds one sentence and numbers all by the inventory that there is. */
static const ja_sample *add_later(const char *sentence)
{
    ja_buffer text;
    ja_buffer_init(&text, 10000);
    add_sentence(&text, sentence);
    read_text(&treebank, (ja_slice){text.at, text.length});
    ja_treebank_number(&treebank, &inventory);
    ja_buffer_clear(&text);
    return &treebank.samples[treebank.count - 1];
}

static const char *const PLAIN[] = {
    "dogs/dog/NOUN/Number=Plur/2/nsubj bark/bark/VERB/Mood=Ind|Number=Plur/0/root",
    "cats/cat/NOUN/Number=Plur/2/nsubj sleep/sleep/VERB/Mood=Ind|Number=Plur/0/root "
    "here/here/ADV/_/2/advmod",
};

static void test_reads(void **state)
{
    (void)state;
    make(PLAIN, 2);
    assert_int_equal(treebank.count, 2 * OFTEN);
    assert_int_equal(treebank.words, 5 * OFTEN);
    for (uint32_t i = 0; i < treebank.count; i++) {
        assert_int_equal(treebank.samples[i].count, i % 2 ? 3 : 2);
        assert_int_equal(treebank.samples[i].fold, i);
    }
    assert_true(ja_equal(treebank.samples[1].words[2].form, JA_SLICE("here")));
}

static void test_inventory_in_order(void **state)
{
    (void)state;
    static const char *const TAGS[] = {"NOUN Number=Plur", "VERB Mood=Ind|Number=Plur", "ADV _"};
    static const char *const LABELS[] = {"nsubj", "root", "advmod"};
    make(PLAIN, 2);
    assert_int_equal(inventory.tag_count, 3);
    assert_int_equal(inventory.label_count, 3);
    for (unsigned i = 0; i < 3; i++) {
        assert_string_equal(inventory.tags[i], TAGS[i]);
        assert_string_equal(inventory.labels[i], LABELS[i]);
    }
}

/* Of the features a tag has those that matter, a voice only where it is passive. */
static void test_tags_leave_features_out(void **state)
{
    (void)state;
    static const char *const SENTENCE[] = {
        "a/a/VERB/Abbr=Yes|Number=Sing|Style=Coll|Voice=Act/0/root "
        "b/b/VERB/Number=Sing|Voice=Pass/1/dep c/c/NOUN/Typo=Yes/1/dep"};
    make(SENTENCE, 1);
    assert_int_equal(inventory.tag_count, 3);
    assert_string_equal(inventory.tags[0], "VERB Number=Sing");
    assert_string_equal(inventory.tags[1], "VERB Number=Sing|Voice=Pass");
    assert_string_equal(inventory.tags[2], "NOUN _");
}

static void test_numbers(void **state)
{
    (void)state;
    make(PLAIN, 2);
    const ja_sample *sample = &treebank.samples[1];
    static const uint32_t HEADS[] = {2, 4, 2};
    assert_memory_equal(sample->head + 1, HEADS, sizeof HEADS); /* the root is count + 1 */
    for (unsigned i = 0; i < 3; i++) {
        assert_int_equal(sample->tag[i], i);
        assert_int_equal(sample->label[i + 1], i);
    }
    ja_lexeme lexeme;
    ja_lexeme_of(JA_SLICE("cats"), &lexeme);
    assert_true(sample->lexemes[0].form == lexeme.form);
}

/* What is rare is not in the inventory; words that have it get the nearest of what is. */
static void test_rare_tags(void **state)
{
    (void)state;
    make(PLAIN, 2);
    const ja_sample *sample = add_later("a/a/NOUN/Gender=Fem|Number=Plur/2/nsubj "
                                        "b/b/VERB/Number=Plur/0/root c/c/ADV/Case=Gen/2/nsubj");
    for (unsigned i = 0; i < 3; i++)
        assert_int_equal(sample->tag[i], i);
    ja_inventory again;
    ja_inventory_make(&again, &treebank);
    assert_int_equal(again.tag_count, 3);
    clear_treebank(&treebank, &again);
    treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank.arena);
}

/* Features in common bring a tag nearer, such as only one has take it further off. */
static void test_nearest_tag(void **state)
{
    (void)state;
    static const char *const VERBS[] = {
        "a/a/VERB/Mood=Ind|Number=Sing/0/root b/b/VERB/Mood=Ind|Number=Plur/1/dep "
        "c/c/VERB/VerbForm=Inf/1/dep d/d/NOUN/Mood=Imp|Number=Plur/1/dep"};
    make(VERBS, 1);
    const ja_sample *sample = add_later("e/e/VERB/Mood=Imp|Number=Plur/0/root "
                                        "f/f/VERB/Gender=Fem|VerbForm=Inf/1/dep "
                                        "g/g/NOUN/_/1/dep");
    assert_int_equal(sample->tag[0], 1);
    assert_int_equal(sample->tag[1], 2);
    assert_int_equal(sample->tag[2], 3);
}

/* A relation that is rare is the same without its subtype. */
static void test_rare_labels(void **state)
{
    (void)state;
    static const char *const SENTENCE[] = {
        "a/a/VERB/_/0/root b/b/NOUN/_/1/nsubj c/c/NOUN/_/1/obl d/d/NOUN/_/1/nsubj:pass"};
    make(SENTENCE, 1);
    assert_int_equal(inventory.label_count, 4);
    const ja_sample *sample = add_later(
        "a/a/VERB/_/0/root b/b/NOUN/_/1/obl:agent c/c/NOUN/_/1/nsubj:pass d/d/NOUN/_/1/nsubj");
    assert_string_equal(inventory.labels[sample->label[2]], "obl");
    assert_string_equal(inventory.labels[sample->label[3]], "nsubj:pass");
    assert_string_equal(inventory.labels[sample->label[4]], "nsubj");
}

/* "A hearing is scheduled on the issue today": "issue" is lifted from "hearing". */
static void test_projective(void **state)
{
    (void)state;
    static const char *const SENTENCE[] = {
        "A/a/DET/_/2/det hearing/hearing/NOUN/_/4/nsubj is/be/AUX/_/4/aux "
        "scheduled/schedule/VERB/_/0/root on/on/ADP/_/7/case the/the/DET/_/7/det "
        "issue/issue/NOUN/_/2/nmod today/today/NOUN/_/4/obl"};
    make(SENTENCE, 1);
    static const uint32_t HEADS[] = {2, 4, 4, 9, 7, 7, 4, 4};
    assert_memory_equal(treebank.samples[0].head + 1, HEADS, sizeof HEADS);
    assert_int_equal(treebank.samples[0].words[6].head, 2); /* that of the file stays */
}

/* The same seed gives the same order of the same samples, another one another. */
static void test_shuffles(void **state)
{
    (void)state;
    make(PLAIN, 2);
    uint32_t order[2 * OFTEN], moved = 0;
    bool seen[2 * OFTEN] = {false};
    ja_sample *before = JA_NEW_N(&arena, ja_sample, treebank.count);
    memcpy(before, treebank.samples, treebank.count * sizeof *before);
    ja_treebank_shuffle(&treebank, 5);
    for (uint32_t i = 0; i < treebank.count; i++) {
        order[i] = treebank.samples[i].fold; /* its place in the file */
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
        moved += order[i] != i;
    }
    assert_true(moved > OFTEN);
    for (unsigned seed = 5; seed < 7; seed++) {
        uint32_t other = 0;
        memcpy(treebank.samples, before, treebank.count * sizeof *before);
        ja_treebank_shuffle(&treebank, seed);
        for (uint32_t i = 0; i < treebank.count; i++)
            other += treebank.samples[i].fold != order[i];
        assert_true(seed == 5 ? other == 0 : other > OFTEN);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_treebank)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_reads),       TEST(test_inventory_in_order), TEST(test_tags_leave_features_out),
        TEST(test_numbers),     TEST(test_rare_tags),          TEST(test_nearest_tag),
        TEST(test_rare_labels), TEST(test_projective),         TEST(test_shuffles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
