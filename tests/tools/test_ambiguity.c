/* Ambiguity classes: which parts of speech a form may be, learnt and looked up. */
#include "tools/train/learn_ambiguity.h"

#include "language/feature.h"
#include "language/ambiguity.h"
#include "tools/train/random.h"
#include "tools/treebank_fixture.h"

static ja_treebank treebank;
static ja_inventory inventory;
static ja_ambiguity ambiguity;
static const ja_word_list NONE = {.count = 0};

/* "run" and "walk" are verbs more often than nouns; "play" is it the other way round. */
static const char *const SENTENCES[] = {
    "Dogs/dog/NOUN/_/2/nsubj run/run/VERB/_/0/root run/run/VERB/_/2/conj run/run/NOUN/_/2/obj",
    "cats/cat/NOUN/_/2/nsubj walk/walk/VERB/_/0/root Walk/walk/VERB/_/2/conj "
    "walk/walk/NOUN/_/2/obj",
    "in/in/ADP/_/2/case 1999/1999/NUM/_/3/obl play/play/NOUN/_/0/root play/play/NOUN/_/3/dep "
    "play/play/VERB/_/3/dep",
};

static void learn_with(const char *const *sentences, size_t count, unsigned times,
                       const ja_word_list *list)
{
    ja_buffer out;
    make_treebank(&treebank, &inventory, sentences, count, times);
    ja_buffer_init(&out, (size_t)1 << 24);
    ja_learn_ambiguity(&treebank, list, &out);
    assert_true(
        ja_ambiguity_open(&ambiguity, (ja_slice){copy_aligned(out.at, out.length), out.length}));
    ja_buffer_clear(&out);
}

static void learn(const char *const *sentences, size_t count, unsigned times)
{
    learn_with(sentences, count, times, &NONE);
}

static int forget(void **state)
{
    clear_treebank(&treebank, &inventory);
    return close_arena(state);
}

static unsigned class_of(const char *form)
{
    ja_lexeme lexeme;
    ja_lexeme_of(ja_slice_of(form), &lexeme);
    return ja_ambiguity_class(&ambiguity, lexeme.form);
}

static void test_classes(void **state)
{
    (void)state;
    learn(SENTENCES, sizeof SENTENCES / sizeof *SENTENCES, 5);
    assert_int_not_equal(class_of("run"), 0);
    assert_int_equal(class_of("run"), class_of("walk"));
    assert_int_not_equal(class_of("run"), class_of("play"));
    assert_int_equal(class_of("dogs"), class_of("cats"));
    assert_int_not_equal(class_of("dogs"), class_of("run"));
    assert_int_not_equal(class_of("dogs"), class_of("in"));
    assert_int_equal(class_of("Run"), class_of("run")); /* case and the digits make no difference */
    assert_int_equal(class_of("2024"), class_of("1999"));
    assert_int_equal(class_of("199"), 0);
    assert_int_equal(class_of("ran"), 0);
    assert_int_equal(class_of(""), 0);
}

/* One slip among hundreds is no part of speech of the form. */
static void test_slips_are_left_out(void **state)
{
    (void)state;
    static const char *const OFTEN[] = {"dog/dog/NOUN/_/0/root cat/cat/NOUN/_/1/conj"};
    static const char SLIP[] = "1\tdog\tdog\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    ja_buffer out;
    make_treebank(&treebank, &inventory, OFTEN, 1, 300);
    read_text(&treebank, ja_slice_of(SLIP));
    ja_treebank_number(&treebank, &inventory);
    ja_buffer_init(&out, (size_t)1 << 20);
    ja_learn_ambiguity(&treebank, &NONE, &out);
    assert_true(ja_ambiguity_open(&ambiguity, (ja_slice){out.at, out.length}));
    assert_int_equal(class_of("dog"), class_of("cat"));
    ja_buffer_clear(&out);
}

static uint64_t class_by_ending(const char *form)
{
    ja_lexeme lexeme;
    ja_lexeme_of(ja_slice_of(form), &lexeme);
    ja_lexeme_classify(&lexeme, 0);
    return lexeme.class;
}

/* Unknown words of one ending and shape share a class; it is none of the table's numbers. */
static void test_unknown_by_ending(void **state)
{
    (void)state;
    assert_true(class_by_ending("blurping") == class_by_ending("zagging"));
    assert_true(class_by_ending("blurping") != class_by_ending("blurped"));
    assert_true(class_by_ending("blurping") != class_by_ending("Blurping"));
    assert_true(class_by_ending("blurping") > 255);
    ja_lexeme lexeme;
    ja_lexeme_of(JA_SLICE("run"), &lexeme);
    ja_lexeme_classify(&lexeme, 7);
    assert_true(lexeme.class == 7);
}

/* What occurs once looks unknown in the treebank itself, as it would elsewhere; but the table
 * has it. */
static void test_own_occurrence_does_not_count(void **state)
{
    (void)state;
    static const char *const ONCE[] = {
        "dog/dog/NOUN/_/0/root zorping/zorp/VERB/_/1/dep dog/dog/NOUN/_/1/dep"};
    learn(ONCE, 1, 1);
    const ja_lexeme *lexemes = treebank.samples[0].lexemes;
    assert_true(lexemes[0].class == class_of("dog"));
    assert_true(lexemes[1].class == class_by_ending("zorping"));
    assert_int_not_equal(class_of("zorping"), 0);
    /* Seen three times, as verb twice: to the noun it is a verb only, to a verb either. */
    static const char *const TWO[] = {
        "run/run/VERB/_/0/root run/run/VERB/_/1/dep run/run/NOUN/_/1/dep go/go/VERB/_/1/dep "
        "go/go/VERB/_/1/dep"};
    clear_treebank(&treebank, &inventory);
    learn(TWO, 1, 1);
    lexemes = treebank.samples[0].lexemes;
    assert_true(lexemes[2].class == class_of("go"));
    assert_true(lexemes[0].class != class_of("go"));
}

/* More combinations than there are numbers: those without are taken for simpler ones, down to the
 * single part of speech. */
static void test_many_classes(void **state)
{
    (void)state;
    ja_buffer text;
    ja_buffer_init(&text, (size_t)1 << 24);
    unsigned forms = 0;
    for (unsigned a = 0; a < JA_UPOS_COUNT; a++)
        ja_buffer_printf(&text, "1\tw%cw\tw\t%s\t_\t_\t0\troot\t_\t_\n\n", 'a' + a,
                         ja_upos_names[a]);
    for (unsigned a = 0; a < JA_UPOS_COUNT; a++)
        for (unsigned b = 0; b < JA_UPOS_COUNT; b++)
            for (unsigned c = 0; a != b && c < JA_UPOS_COUNT; c += 4, forms++)
                for (unsigned i = 0; i < 6; i++)
                    ja_buffer_printf(&text, "1\tw%cx%cx%cw\tw\t%s\t_\t_\t0\troot\t_\t_\n\n",
                                     'a' + a, 'a' + b, 'a' + c,
                                     ja_upos_names[i < 3   ? a
                                                   : i < 5 ? b
                                                           : c]);
    treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank.arena);
    read_text(&treebank, (ja_slice){text.at, text.length});
    ja_inventory_make(&inventory, &treebank);
    ja_treebank_number(&treebank, &inventory);
    assert_true(forms > 1000);
    text.length = 0;
    ja_learn_ambiguity(&treebank, &NONE, &text);
    assert_true(
        ja_ambiguity_open(&ambiguity, (ja_slice){copy_aligned(text.at, text.length), text.length}));
    for (size_t i = 0; i < treebank.count; i++)
        assert_int_not_equal(ja_ambiguity_class(&ambiguity, treebank.samples[i].lexemes[0].form), 0);
    ja_buffer_clear(&text);
}

static ja_listed_word listed(const char *form, const char *lemma, ja_upos upos)
{
    return (ja_listed_word){ja_slice_of(form), ja_slice_of(lemma), upos};
}

/* A listed form that the treebank lacks has the class of what it is listed as; to one that the
 * treebank hardly knows the list adds, as often as it stands there; one that it knows well stays.
 */
static void test_listed_words(void **state)
{
    (void)state;
    static const char *const TREEBANK[] = {
        "dog/dog/NOUN/_/0/root go/go/VERB/_/1/dep both/both/NOUN/_/1/dep both/both/VERB/_/1/dep "
        "htob/htob/VERB/_/1/dep htob/htob/NOUN/_/1/dep htob/htob/VERB/_/1/dep "
        "once/once/NOUN/_/1/dep "
        "well/well/NOUN/_/1/dep well/well/NOUN/_/1/dep well/well/NOUN/_/1/dep "
        "well/well/NOUN/_/1/dep thrice/thrice/NOUN/_/1/dep thrice/thrice/NOUN/_/1/dep "
        "thrice/thrice/NOUN/_/1/dep twice/twice/NOUN/_/1/dep twice/twice/NOUN/_/1/dep"};
    ja_listed_word words[] = {
        listed("accuse", "accuse", JA_UPOS_VERB), listed("fraud", "fraud", JA_UPOS_NOUN),
        listed("lie", "lie", JA_UPOS_NOUN),       listed("lie", "lie", JA_UPOS_VERB),
        listed("once", "once", JA_UPOS_VERB),     listed("well", "well", JA_UPOS_VERB),
        listed("thrice", "thrice", JA_UPOS_VERB), listed("dog", "dog", JA_UPOS_NOUN),
        listed("twice", "twice", JA_UPOS_VERB),   listed("twice", "twice", JA_UPOS_VERB),
        listed("twice", "twice", JA_UPOS_VERB),   listed("twice", "twice", JA_UPOS_VERB),
        listed("twice", "twice", JA_UPOS_VERB),
    };
    const ja_word_list list = {words, sizeof words / sizeof *words, 0};
    learn_with(TREEBANK, 1, 1, &list);
    unsigned noun = class_of("dog"), verb = class_of("go");
    assert_int_equal(class_of("accuse"), verb);
    assert_int_equal(class_of("Accuse"), verb);
    assert_int_equal(class_of("fraud"), noun);
    unsigned noun_verb = class_of("thrice"); /* seen as noun, listed as verb */
    assert_int_not_equal(noun_verb, noun);
    assert_int_not_equal(noun_verb, verb);
    assert_int_not_equal(noun_verb, class_of("htob")); /* verb more often than noun */
    assert_int_equal(class_of("well"), noun);
    assert_int_not_equal(class_of("lie"), noun); /* either */
    assert_int_not_equal(class_of("lie"), verb);
    assert_int_equal(class_of("lie"), class_of("once"));
    /* Known well after two times in the list, when both are seen alike often. */
    assert_int_equal(class_of("twice"), class_of("both"));
    /* The list's occurrence is not the word's own: it counts. */
    const ja_lexeme *lexemes = treebank.samples[0].lexemes;
    assert_true(lexemes[0].class == noun); /* "dog", seen once, listed as noun */
    assert_true(lexemes[7].class == verb); /* "once", seen as noun, listed as verb */
    assert_true(lexemes[1].class > 255);   /* "go", seen once, not listed: unknown */
}

/* A list changes nothing of the forms that do not stand in it. */
static void test_list_leaves_others(void **state)
{
    (void)state;
    static const char *const FORMS[] = {"run", "walk", "play", "dogs", "in", "1999"};
    enum { COUNT = sizeof FORMS / sizeof *FORMS };
    ja_listed_word words[] = {listed("accuse", "accuse", JA_UPOS_VERB)};
    const ja_word_list list = {words, 1, 0};
    bool same[2][COUNT][COUNT];
    for (int with = 0; with < 2; with++) {
        learn_with(SENTENCES, sizeof SENTENCES / sizeof *SENTENCES, 5, with ? &list : &NONE);
        for (size_t i = 0; i < COUNT; i++)
            for (size_t j = 0; j < COUNT; j++)
                same[with][i][j] = class_of(FORMS[i]) == class_of(FORMS[j]);
        assert_int_equal(class_of("accuse") != 0, with);
        if (!with)
            clear_treebank(&treebank, &inventory);
    }
    assert_memory_equal(same[0], same[1], sizeof same[0]);
}

/* Checks have 16 bits: of unknown forms hardly any are taken for known ones. */
static void test_unknown_forms(void **state)
{
    (void)state;
    learn(SENTENCES, sizeof SENTENCES / sizeof *SENTENCES, 1);
    unsigned known = 0;
    for (unsigned a = 0; a < 26 * 26 * 26; a++)
        known += class_of(ja_format(&arena, "q%c%c%cq", 'a' + a % 26, 'a' + a / 26 % 26,
                                    'a' + a / 676)) != 0;
    assert_true(known < 20);
}

static bool opens(uint32_t count, const ja_ambiguity_slot *slots, size_t slot_bytes)
{
    ja_buffer bytes;
    ja_buffer_init(&bytes, 1000);
    ja_buffer_add(&bytes, &count, sizeof count);
    ja_buffer_add(&bytes, slots, slot_bytes);
    bool open = ja_ambiguity_open(&ambiguity, (ja_slice){bytes.at, bytes.length});
    ja_buffer_clear(&bytes);
    return open;
}

/* A table without a free slot would lead a search round for ever. */
static void test_refuses_damage(void **state)
{
    (void)state;
    const ja_ambiguity_slot some[4] = {{1, 1, 0}, {2, 255, 0}, {3, 1, 0}, {0, 0, 0}};
    const ja_ambiguity_slot full[2] = {{1, 1, 0}, {2, 2, 0}};
    assert_true(opens(4, some, sizeof some));
    assert_false(opens(2, full, sizeof full));
    assert_false(opens(3, some + 1, 3 * sizeof *some)); /* no power of two */
    assert_false(opens(0, some, 0));
    assert_false(opens(4, some, sizeof some - 1));
    const ja_ambiguity_slot free_slots[2] = {{0, 0, 0}, {0, 0, 0}};
    assert_true(opens(1, free_slots, sizeof *free_slots));
    assert_false(opens(1, free_slots, sizeof free_slots));
    assert_false(opens(UINT32_C(1) << 31, some, sizeof some));
    assert_false(ja_ambiguity_open(&ambiguity, (ja_slice){"\1\0\0", 3}));
}

#define LEARNT(name) cmocka_unit_test_setup_teardown(name, open_arena, forget)
#define TEST(name)   cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LEARNT(test_classes),
        LEARNT(test_slips_are_left_out),
        TEST(test_unknown_by_ending),
        LEARNT(test_own_occurrence_does_not_count),
        LEARNT(test_many_classes),
        LEARNT(test_listed_words),
        LEARNT(test_list_leaves_others),
        LEARNT(test_unknown_forms),
        TEST(test_refuses_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
