/* Whatever the words are, the analysis is a tree with tags, labels and lemmas that are sound. */
#include "tools/model_fixture.h"

#include "base/unicode.h"
#include "tools/train/random.h"

static tiny_model *tiny;

static int train(void **state)
{
    (void)state;
    tiny = tiny_new();
    return 0;
}

static int drop(void **state)
{
    (void)state;
    tiny_free(tiny);
    return 0;
}

/* Tags and labels are those of the model, the lemma is text and no longer than it may be. */
static void expect_sound(const ja_word *words, size_t count)
{
    const char *fault = ja_tree_check(words, count);
    if (fault)
        fail_msg("%zu words: %s", count, fault);
    for (size_t i = 0; i < count; i++) {
        unsigned tag = 0, label = 0;
        while (tag < tiny->model.tag_count && tiny->model.tags[tag].features != words[i].features)
            tag++;
        while (label < tiny->model.label_count && tiny->model.labels[label] != words[i].deprel)
            label++;
        assert_true(tag < tiny->model.tag_count);
        assert_true(label < tiny->model.label_count);
        assert_int_equal(words[i].upos, tiny->model.tags[tag].upos);
        assert_true(words[i].lemma.length <= words[i].form.length * 2 + JA_LEMMA_SCRIPT);
        assert_true(ja_is_utf8(words[i].lemma));
    }
}

static void expect_same(const ja_word *a, const ja_word *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(a[i].upos, b[i].upos);
        assert_string_equal(a[i].features, b[i].features);
        assert_true(ja_equal(a[i].lemma, b[i].lemma));
        assert_int_equal(a[i].head, b[i].head);
        assert_string_equal(a[i].deprel, b[i].deprel);
    }
}

/* Random bytes, cleaned as texts are. */
static ja_slice random_form(ja_random *random, size_t longest)
{
    char *bytes = JA_NEW_N(&arena, char, longest);
    size_t length = 1 + ja_random_below(random, (uint32_t)longest);
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)ja_random_next(random);
    return ja_clean_utf8(&arena, (ja_slice){bytes, length});
}

/* Words that it knows, others of many kinds, and noise. */
static ja_slice any_form(ja_random *random)
{
    static const char *const FORMS[] = {"The",  "minister", "accused",  "Smith", ".",    ",",
                                        "and",  "by",       "to",       "he",    "fire", "L’",
                                        "ÉTÉS", "日本",     "😀",        "2024",  "s",    "İstanbul",
                                        "ed",   "-",        "e\xCC\x81"};
    uint32_t choice = ja_random_below(random, 30);
    if (choice < sizeof FORMS / sizeof *FORMS)
        return ja_slice_of(FORMS[choice]);
    return random_form(random, 12);
}

static ja_word *any_words(ja_random *random, size_t count)
{
    ja_word *words = JA_NEW_N(&arena, ja_word, count + 1);
    for (size_t i = 0; i < count; i++)
        words[i].form = any_form(random);
    return words;
}

static void test_any_words(void **state)
{
    (void)state;
    ja_random random = {1};
    for (int round = 0; round < 1000; round++) {
        ja_analyser analyser;
        ja_analyser_init(&analyser, &tiny->model, &arena);
        for (int sentence = 0; sentence < 4; sentence++) {
            size_t count = 1 + ja_random_below(&random, 40);
            ja_word *words = any_words(&random, count);
            ja_analyse(&analyser, words, count);
            expect_sound(words, count);
        }
        ja_arena_clear(&arena);
        ja_arena_init(&arena);
    }
}

/* An analyser is used for many sentences and keeps nothing of them. */
static void test_same_again(void **state)
{
    (void)state;
    ja_random random = {2};
    ja_analyser used, fresh;
    ja_analyser_init(&used, &tiny->model, &arena);
    for (int round = 0; round < 100; round++) {
        size_t count = 1 + ja_random_below(&random, 60);
        ja_word *words = any_words(&random, count), *again = JA_NEW_N(&arena, ja_word, count);
        for (size_t i = 0; i < count; i++)
            again[i].form = words[i].form;
        ja_analyse(&used, words, count);
        ja_analyser_init(&fresh, &tiny->model, &arena);
        ja_analyse(&fresh, again, count);
        expect_same(words, again, count);
    }
}

static void test_no_words(void **state)
{
    (void)state;
    ja_analyser analyser;
    ja_analyser_init(&analyser, &tiny->model, &arena);
    ja_analyse(&analyser, NULL, 0);
    assert_null(ja_tree_check(NULL, 0));
}

static void test_one_word(void **state)
{
    (void)state;
    ja_analyser analyser;
    ja_word word = {.form = JA_SLICE("accused")};
    ja_analyser_init(&analyser, &tiny->model, &arena);
    ja_analyse(&analyser, &word, 1);
    expect_sound(&word, 1);
    assert_int_equal(word.head, 0);
}

static void test_empty_form(void **state)
{
    (void)state;
    ja_analyser analyser;
    ja_word words[2] = {{.form = {"", 0}}, {.form = JA_SLICE("lied")}};
    ja_analyser_init(&analyser, &tiny->model, &arena);
    ja_analyse(&analyser, words, 2);
    expect_sound(words, 2);
}

static void test_long_words(void **state)
{
    (void)state;
    enum { LENGTH = 300000 };
    static const char *const UNITS[] = {"a", "É", "İ", "1", "-", "😀", "e\xCC\x81"};
    enum { COUNT = sizeof UNITS / sizeof *UNITS };
    ja_word words[COUNT] = {{.token = 0}};
    for (size_t i = 0; i < COUNT; i++) {
        size_t size = strlen(UNITS[i]);
        char *form = JA_NEW_N(&arena, char, LENGTH);
        for (size_t at = 0; at + size <= LENGTH; at += size)
            memcpy(form + at, UNITS[i], size);
        words[i].form = (ja_slice){form, LENGTH / size * size};
    }
    ja_analyser analyser;
    ja_analyser_init(&analyser, &tiny->model, &arena);
    ja_analyse(&analyser, words, COUNT);
    expect_sound(words, COUNT);
}

/* Thousands of words in one sentence; then a short one in the same room. */
static void test_long_sentences(void **state)
{
    (void)state;
    ja_random random = {3};
    ja_analyser analyser;
    ja_analyser_init(&analyser, &tiny->model, &arena);
    for (size_t count = 5000; count > 0; count /= 10) {
        ja_word *words = any_words(&random, count);
        ja_analyse(&analyser, words, count);
        expect_sound(words, count);
    }
    static const char *const SAME[] = {".", "The", "Smith", "accused"};
    for (size_t i = 0; i < 4; i++) {
        ja_word *words = JA_NEW_N(&arena, ja_word, 3000);
        for (size_t j = 0; j < 3000; j++)
            words[j].form = ja_slice_of(SAME[i]);
        ja_analyse(&analyser, words, 3000);
        expect_sound(words, 3000);
    }
}

/* A sentence with these heads, all of one relation. */
static const char *check_heads(const uint32_t *heads, size_t count)
{
    ja_word *words = JA_NEW_N(&arena, ja_word, count + 1);
    for (size_t i = 0; i < count; i++) {
        words[i].head = heads[i];
        words[i].deprel = "dep";
    }
    return ja_tree_check(words, count);
}

#define HEADS(...) (const uint32_t[]){__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / 4

static void test_tree_check(void **state)
{
    (void)state;
    assert_null(check_heads(HEADS(0)));
    assert_null(check_heads(HEADS(2, 0, 2)));
    assert_null(check_heads(HEADS(0, 1, 2, 3)));
    assert_null(check_heads(HEADS(3, 4, 0, 1)));  /* arcs may cross */
    assert_non_null(check_heads(HEADS(1)));       /* a word below itself */
    assert_non_null(check_heads(HEADS(0, 0)));    /* two roots */
    assert_non_null(check_heads(HEADS(2, 1)));    /* none */
    assert_non_null(check_heads(HEADS(0, 3, 2))); /* a circle beside the tree */
    assert_non_null(check_heads(HEADS(0, 3, 4, 5, 2)));
    assert_non_null(check_heads(HEADS(0, 3))); /* no such word */
    assert_non_null(check_heads(HEADS(0, UINT32_MAX)));
    ja_word word = {.head = 0};
    assert_non_null(ja_tree_check(&word, 1)); /* no relation */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_any_words),      TEST(test_same_again), TEST(test_no_words),
        TEST(test_one_word),       TEST(test_empty_form), TEST(test_long_words),
        TEST(test_long_sentences), TEST(test_tree_check),
    };
    return cmocka_run_group_tests(tests, train, drop);
}
