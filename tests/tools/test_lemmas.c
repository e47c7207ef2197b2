/* Lemma rules: what they make of words, and that they are learnt from a treebank. */
#include "tools/train/learn_lemmas.h"

#include "base/unicode.h"
#include "language/lemmatiser.h"
#include "tools/train/random.h"
#include "tools/treebank_fixture.h"

static ja_inventory inventory;
static ja_lemmatiser lemmatiser;
static const ja_word_list NONE = {.count = 0};

static const char *const ENGLISH[] = {
    "The/the/DET/_/2/det dogs/dog/NOUN/Number=Plur/3/nsubj walked/walk/VERB/Tense=Past/0/root",
    "Some/some/DET/_/2/det cats/cat/NOUN/Number=Plur/3/nsubj jumped/jump/VERB/Tense=Past/0/root",
    "Tables/table/NOUN/Number=Plur/2/nsubj talked/talk/VERB/Tense=Past/0/root",
    "The/the/DET/_/2/det bus/bus/NOUN/Number=Sing/3/nsubj went/go/VERB/Tense=Past/0/root",
    "The/the/DET/_/2/det dog/dog/NOUN/Number=Sing/3/nsubj went/go/VERB/Tense=Past/0/root",
    "the/the/DET/_/2/det men/man/NOUN/Number=Plur/3/nsubj went/go/VERB/Tense=Past/0/root",
    "Paris/Paris/PROPN/Number=Sing/2/nsubj saw/see/VERB/Tense=Past/0/root "
    "Anna/Anna/PROPN/Number=Sing/2/obj",
    "Smith/Smith/PROPN/Number=Sing/2/nsubj saw/see/VERB/Tense=Past/0/root "
    "a/a/DET/_/4/det saw/saw/NOUN/Number=Sing/2/obj",
    "found/find/VERB/Tense=Past/0/root",
    "found/find/VERB/Tense=Past/0/root",
    "found/found/VERB/VerbForm=Inf/0/root",
    "van/van/PROPN/Number=Sing/0/root der/der/PROPN/Number=Sing/1/flat "
    "von/von/PROPN/Number=Sing/1/flat den/den/PROPN/Number=Sing/1/flat",
};

static const char *const FRENCH[] = {
    "Élus/élu/NOUN/Number=Plur/2/nsubj parlaient/parler/VERB/Tense=Imp/0/root",
    "Députés/député/NOUN/Number=Plur/2/nsubj niaient/nier/VERB/Tense=Imp/0/root",
    "les/le/DET/_/2/det accusés/accusé/NOUN/Number=Plur/3/nsubj "
    "juraient/jurer/VERB/Tense=Imp/0/root",
    "L’/le/DET/_/2/det œuvre/œuvre/NOUN/Number=Sing/3/nsubj finissait/finir/VERB/Tense=Imp/0/root",
    "règlent/régler/VERB/Tense=Pres/0/root",
    "l'/le/DET/_/2/det eau/eau/NOUN/Number=Sing/3/nsubj rougissait/rougir/VERB/Tense=Imp/0/root",
};

/* Returns the number of rules. */
static size_t learn_with(const char *const *sentences, size_t count, const ja_word_list *list)
{
    ja_treebank treebank;
    ja_buffer out;
    make_treebank(&treebank, &inventory, sentences, count, 10);
    ja_buffer_init(&out, (size_t)1 << 20);
    size_t rules = ja_learn_lemmas(&treebank, list, &out);
    assert_true(ja_lemmatiser_open(&lemmatiser,
                                   (ja_slice){copy_aligned(out.at, out.length), out.length}));
    ja_buffer_clear(&out);
    ja_treebank_clear(&treebank);
    return rules;
}

static void learn_from(const char *const *sentences, size_t count)
{
    assert_true(learn_with(sentences, count, &NONE) > 0);
}

static int learn_english(void **state)
{
    open_arena(state);
    learn_from(ENGLISH, sizeof ENGLISH / sizeof *ENGLISH);
    return 0;
}

static int learn_french(void **state)
{
    open_arena(state);
    learn_from(FRENCH, sizeof FRENCH / sizeof *FRENCH);
    return 0;
}

static int forget(void **state)
{
    ja_inventory_clear(&inventory);
    return close_arena(state);
}

/* The result of a script in memory of just the stated room. */
static char *applied(const char *script, ja_slice form)
{
    size_t room = form.length * 2 + JA_LEMMA_SCRIPT;
    char *out = malloc(room);
    assert_non_null(out);
    size_t length = ja_lemma_apply(script, form, out);
    assert_true(length <= room);
    char *lemma = ja_copy(&arena, out, length);
    free(out);
    return lemma;
}

static char *lemma_of_number(const char *form, unsigned tag, ja_upos upos)
{
    ja_lemma_word word;
    ja_lemma_word_of(ja_slice_of(form), &word);
    return applied(ja_lemma_script(&lemmatiser, &word, tag, upos), ja_slice_of(form));
}

static void expect_lemma(const char *form, const char *tag, const char *lemma)
{
    ja_slice upos = {tag, strcspn(tag, " ")};
    unsigned number = tag_number(&inventory, tag);
    assert_int_not_equal(number, 255);
    const char *found =
        lemma_of_number(form, number, ja_index_of(ja_upos_names, JA_UPOS_COUNT, upos));
    if (strcmp(found, lemma) != 0)
        fail_msg("%s as %s: \"%s\", not \"%s\"", form, tag, found, lemma);
}

static void test_endings_reach_unseen_words(void **state)
{
    (void)state;
    expect_lemma("chairs", "NOUN Number=Plur", "chair");
    expect_lemma("kicked", "VERB Tense=Past", "kick");
    expect_lemma("chair", "NOUN Number=Sing", "chair");
}

/* The tag chooses as well as the ending. */
static void test_tag_matters(void **state)
{
    (void)state;
    expect_lemma("kicked", "NOUN Number=Sing", "kicked");
    expect_lemma("bus", "NOUN Number=Sing", "bus");
    expect_lemma("saw", "VERB Tense=Past", "see");
    expect_lemma("saw", "NOUN Number=Sing", "saw");
    expect_lemma("found", "VERB Tense=Past", "find");
    expect_lemma("found", "VERB VerbForm=Inf", "found");
}

static void test_exceptions_win(void **state)
{
    (void)state;
    expect_lemma("went", "VERB Tense=Past", "go");
    expect_lemma("Went", "VERB Tense=Past", "go");
    expect_lemma("men", "NOUN Number=Plur", "man");
}

static void test_case(void **state)
{
    (void)state;
    expect_lemma("The", "DET _", "the");
    expect_lemma("Chairs", "NOUN Number=Plur", "chair");
    expect_lemma("CHAIRS", "NOUN Number=Plur", "chair");
    expect_lemma("Paris", "PROPN Number=Sing", "Paris");
    expect_lemma("London", "PROPN Number=Sing", "London");
    expect_lemma("NATO", "PROPN Number=Sing", "NATO");
}

/* A known word keeps its lemma under a tag that it was not seen with; of an unknown one nothing is
 * known then, and it stays as it is. */
static void test_unknown_tag(void **state)
{
    (void)state;
    assert_string_equal(lemma_of_number("went", 200, JA_UPOS_VERB), "go");
    assert_string_equal(lemma_of_number("Chairs", 200, JA_UPOS_NOUN), "Chairs");
    assert_string_equal(lemma_of_number("Zürich", 200, JA_UPOS_X), "Zürich");
}

/* Each word of the treebank gets its own lemma back. */
static void expect_all_back(const char *const *sentences, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ja_slice rest = ja_slice_of(sentences[i]), word, field[4];
        while (ja_next_field(&rest, ' ', &word)) {
            for (int j = 0; j < 4; j++)
                assert_true(ja_next_field(&word, '/', &field[j]));
            expect_lemma(ja_copy(&arena, field[0].at, field[0].length),
                         ja_format(&arena, "%.*s %.*s", (int)field[2].length, field[2].at,
                                   (int)field[3].length, field[3].at),
                         ja_copy(&arena, field[1].at, field[1].length));
        }
    }
}

static void test_english_comes_back(void **state)
{
    (void)state;
    expect_all_back(ENGLISH, sizeof ENGLISH / sizeof *ENGLISH);
}

static void test_french_comes_back(void **state)
{
    (void)state;
    expect_all_back(FRENCH, sizeof FRENCH / sizeof *FRENCH);
}

static void test_french_endings(void **state)
{
    (void)state;
    expect_lemma("Évadés", "NOUN Number=Plur", "évadé");
    expect_lemma("criaient", "VERB Tense=Imp", "crier");
    expect_lemma("bondissait", "VERB Tense=Imp", "bondir");
    expect_lemma("l’", "DET _", "le"); /* apostrophes of both kinds */
    expect_lemma("L'", "DET _", "le");
}

static void test_same_rules_again(void **state)
{
    (void)state;
    ja_treebank treebank;
    ja_buffer out[2];
    make_treebank(&treebank, &inventory, ENGLISH, sizeof ENGLISH / sizeof *ENGLISH, 10);
    for (int i = 0; i < 2; i++) {
        ja_buffer_init(&out[i], (size_t)1 << 20);
        ja_learn_lemmas(&treebank, &NONE, &out[i]);
    }
    assert_int_equal(out[0].length, out[1].length);
    assert_memory_equal(out[0].at, out[1].at, out[0].length);
    ja_buffer_clear(&out[0]);
    ja_buffer_clear(&out[1]);
    ja_treebank_clear(&treebank);
}

enum { ENGLISH_COUNT = sizeof ENGLISH / sizeof *ENGLISH };

static size_t learn_listed(const char *form, const char *lemma, ja_upos upos, size_t times)
{
    ja_listed_word words[20];
    for (size_t i = 0; i < times; i++)
        words[i] = (ja_listed_word){ja_slice_of(form), ja_slice_of(lemma), upos};
    const ja_word_list list = {words, times, 0};
    ja_inventory_clear(&inventory);
    return learn_with(ENGLISH, ENGLISH_COUNT, &list);
}

/* A listed word that the endings get wrong has a rule, under every tag of its part of speech. */
static void test_listed_words(void **state)
{
    (void)state;
    size_t rules = learn_with(ENGLISH, ENGLISH_COUNT, &NONE);
    expect_lemma("stole", "VERB Tense=Past", "sto"); /* as "walked" */
    assert_int_equal(learn_listed("stole", "steal", JA_UPOS_VERB, 1), rules + 1);
    expect_lemma("stole", "VERB Tense=Past", "steal");
    expect_lemma("stole", "VERB VerbForm=Inf", "steal");
    expect_lemma("Stole", "VERB Tense=Past", "steal");
    expect_lemma("stole", "NOUN Number=Sing", "stole"); /* listed as verb alone */
    expect_all_back(ENGLISH, ENGLISH_COUNT);
}

/* No rule is spent on a word whose ending, of two letters or more, all tags of its part of speech
 * that know it read rightly; one is where no tag knows the ending, or only tags of another part of
 * speech. */
static void test_listed_words_that_endings_know(void **state)
{
    (void)state;
    size_t rules = learn_with(ENGLISH, ENGLISH_COUNT, &NONE);
    assert_int_equal(learn_listed("kicked", "kick", JA_UPOS_VERB, 1), rules);
    assert_int_equal(learn_listed("kick", "kick", JA_UPOS_VERB, 1), rules + 1);
    assert_int_equal(learn_listed("chairs", "chair", JA_UPOS_VERB, 1), rules + 1);
    expect_lemma("chairs", "VERB Tense=Past", "chair");
    assert_int_equal(learn_listed("kicked", "kick", JA_UPOS_ADJ, 1), rules + 1); /* no such tag */
    assert_string_equal(lemma_of_number("kicked", 200, JA_UPOS_ADJ), "kick");
}

/* Whatever the list says, and however often, a word has the lemma of the treebank under the tags
 * that it has there. */
static void test_treebank_wins_over_list(void **state)
{
    (void)state;
    for (size_t times = 1; times <= 20; times++) {
        learn_listed("found", "findel", JA_UPOS_VERB, times);
        expect_all_back(ENGLISH, ENGLISH_COUNT);
        learn_listed("saw", "sawel", JA_UPOS_VERB, times);
        expect_all_back(ENGLISH, ENGLISH_COUNT);
        learn_listed("went", "wend", JA_UPOS_VERB, times);
        expect_all_back(ENGLISH, ENGLISH_COUNT);
        assert_string_equal(lemma_of_number("went", 200, JA_UPOS_VERB), "go");
    }
}

static void expect_applied(const char *script, const char *form, const char *lemma)
{
    assert_string_equal(applied(script, ja_slice_of(form)), lemma);
}

/* 'k' or 'l', then a letter for the characters to cut, then what is put on. */
static void test_applies_scripts(void **state)
{
    (void)state;
    expect_applied("ka", "Été", "Été");
    expect_applied("la", "ÉTÉ", "été");
    expect_applied("kb", "dogs", "dog");
    expect_applied("lb", "DOGS", "dog");
    expect_applied("kb", "été", "ét");
    expect_applied("lber", "Accusé", "accuser");
    expect_applied("kcœil", "yeux", "yeœil");
    expect_applied("kb", "fin😀", "fin");
    expect_applied("kb", "e\xCC\x81", "e"); /* an accent by itself is a character */
    expect_applied("keêtre", "suis", "être");
    expect_applied("kzx", "abc", "x"); /* more is cut than there is */
    expect_applied("la", "L’", "l'");
    expect_applied("ka", "L’", "L’");
    expect_applied("ka", "", "");
    expect_applied("lcab", "", "ab");
    expect_applied("lzab", "S", "ab");
}

/* A rule that would leave nothing leaves the form as it is printed. */
static void test_lemma_is_never_empty(void **state)
{
    (void)state;
    expect_applied("kb", "s", "s");
    expect_applied("lb", "S", "S");
    expect_applied("lz", "ÉTÉ", "ÉTÉ");
    expect_applied("kd", "L’é", "L’é");
    expect_applied("kb", "😀", "😀");
    expect_applied("lz", "\xFF", "\xFF");
    expect_applied("lz", "", "");
}

/* Letters that are longer in lower case, bytes that are no UTF-8, any script: the room is enough,
 * and what was valid stays valid. */
static void test_stays_in_its_room(void **state)
{
    (void)state;
    static const char *const PIECES[] = {"Ⱥ", "İ",    "ẞ",        "Ω", "a",
                                         "É", "\xFF", "\xE2\x80", "😀", "’"};
    ja_random random = {7};
    for (int round = 0; round < 20000; round++) {
        char form[100] = "", script[JA_LEMMA_SCRIPT];
        for (uint32_t i = ja_random_below(&random, 20); i > 0; i--)
            strcat(form, PIECES[ja_random_below(&random, sizeof PIECES / sizeof *PIECES)]);
        script[0] = "kl"[round % 2];
        script[1] = (char)('a' + ja_random_below(&random, 26));
        size_t added = round % 3 ? ja_random_below(&random, 5) : JA_LEMMA_SCRIPT - 3;
        memset(script + 2, 'x', added);
        script[2 + added] = '\0';
        char *lemma = applied(script, ja_slice_of(form));
        assert_int_equal(lemma[0] == '\0', form[0] == '\0' && added == 0);
        if (ja_is_utf8(ja_slice_of(form)))
            assert_true(ja_is_utf8(ja_slice_of(lemma)));
        assert_true(ja_ends_with(ja_slice_of(lemma), ja_slice_of(script + 2)));
        ja_arena_clear(&arena);
        ja_arena_init(&arena);
    }
}

static void test_words_by_ending(void **state)
{
    (void)state;
    ja_lemma_word word;
    ja_lemma_word_of(JA_SLICE("Évadés"), &word);
    assert_string_equal(ja_copy(&arena, word.bytes, word.length), "évadés");
    assert_int_equal(word.endings, 7); /* the empty one and six letters */
    assert_int_equal(word.start[0], 8);
    assert_int_equal(word.start[2], 5); /* "és" */
    assert_int_equal(word.start[6], 0);
    ja_lemma_word_of(JA_SLICE("abcdefghij"), &word);
    assert_int_equal(word.endings, JA_LEMMA_ENDING + 1);
    assert_int_equal(word.start[JA_LEMMA_ENDING], 10 - JA_LEMMA_ENDING);
    ja_lemma_word_of(JA_SLICE(""), &word);
    assert_int_equal(word.length, 0);
    assert_int_equal(word.endings, 1);
}

/* A word of any length is cut to what has room, between two characters. */
static void test_long_words(void **state)
{
    (void)state;
    ja_buffer form;
    ja_lemma_word word;
    ja_buffer_init(&form, 100000);
    ja_buffer_add_string(&form, "x");
    for (int i = 0; i < 10000; i++)
        ja_buffer_add_string(&form, "É");
    ja_lemma_word_of((ja_slice){form.at, form.length}, &word);
    assert_true(word.length <= sizeof word.bytes);
    assert_true(word.length > 100);
    assert_true(ja_is_utf8((ja_slice){word.bytes, word.length}));
    ja_buffer_clear(&form);
}

/* Copies have their exact size, so that the sanitizer sees every byte that is read beyond. */
static void expect_safe(ja_slice bytes, bool refused)
{
    char *copy = malloc(bytes.length ? bytes.length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes.at, bytes.length);
    bool open = ja_lemmatiser_open(&lemmatiser, (ja_slice){copy, bytes.length});
    assert_false(open && refused);
    static const char *const FORMS[] = {"went", "men", "chairs", "Zürich", ""};
    for (size_t i = 0; open && i < sizeof FORMS / sizeof *FORMS; i++)
        for (unsigned tag = 0; tag < inventory.tag_count; tag++)
            lemma_of_number(FORMS[i], tag, JA_UPOS_VERB);
    free(copy);
}

static void test_damaged_rules(void **state)
{
    (void)state;
    ja_treebank treebank;
    ja_buffer out;
    ja_random random = {9};
    make_treebank(&treebank, &inventory, ENGLISH, sizeof ENGLISH / sizeof *ENGLISH, 10);
    ja_buffer_init(&out, (size_t)1 << 20);
    ja_learn_lemmas(&treebank, &NONE, &out);
    for (size_t length = 0; length < out.length; length++)
        expect_safe((ja_slice){out.at, length}, true);
    for (int round = 0; round < 5000; round++) {
        size_t place = ja_random_below(&random, (uint32_t)out.length);
        char before = out.at[place];
        out.at[place] = (char)ja_random_next(&random);
        expect_safe((ja_slice){out.at, out.length}, false);
        out.at[place] = before;
    }
    ja_buffer_clear(&out);
    ja_treebank_clear(&treebank);
}

static bool opens(const ja_lemma_rule *rules, uint32_t count, ja_slice scripts)
{
    ja_buffer bytes;
    uint32_t head[2] = {count, 0};
    ja_buffer_init(&bytes, 1000);
    ja_buffer_add(&bytes, head, sizeof head);
    ja_buffer_add(&bytes, rules, count * sizeof *rules);
    ja_buffer_add_slice(&bytes, scripts);
    bool open = ja_lemmatiser_open(&lemmatiser, (ja_slice){bytes.at, bytes.length});
    ja_buffer_clear(&bytes);
    return open;
}

/* Tables that would lead a search round for ever, or write too much. */
static void test_refuses_unsound_rules(void **state)
{
    (void)state;
    const ja_lemma_rule two[] = {{1, 1}, {0, 0}}, full[] = {{1, 1}, {2, 1}};
    const ja_lemma_rule three[] = {{1, 1}, {0, 0}, {0, 0}}, second[] = {{1, 4}, {0, 0}};
    char script[JA_LEMMA_SCRIPT + 1];
    assert_true(opens(two, 2, (ja_slice){"ka", 3}));
    assert_true(opens(second, 2, (ja_slice){"ka\0ka", 6}));
    assert_false(opens(full, 2, (ja_slice){"ka", 3}));
    assert_false(opens(three, 3, (ja_slice){"ka", 3})); /* no power of two */
    assert_false(opens(two, 0, (ja_slice){"ka", 3}));
    assert_false(opens(second, 2, (ja_slice){"ka", 3}));    /* behind the end */
    assert_false(opens(second, 2, (ja_slice){"kaaaa", 6})); /* amid a script */
    assert_false(opens(two, 2, (ja_slice){"k", 2}));
    assert_false(opens(two, 2, (ja_slice){"", 1}));
    assert_false(opens(two, 2, (ja_slice){"kab", 3})); /* no end */
    memset(script, 'k', sizeof script);
    script[JA_LEMMA_SCRIPT - 1] = '\0';
    assert_true(opens(two, 2, (ja_slice){script, JA_LEMMA_SCRIPT}));
    script[JA_LEMMA_SCRIPT - 1] = 'k';
    script[JA_LEMMA_SCRIPT] = '\0';
    assert_false(opens(two, 2, (ja_slice){script, JA_LEMMA_SCRIPT + 1}));
}

#define ENGLISH_TEST(name) cmocka_unit_test_setup_teardown(name, learn_english, forget)
#define FRENCH_TEST(name)  cmocka_unit_test_setup_teardown(name, learn_french, forget)
#define TEST(name)         cmocka_unit_test_setup_teardown(name, open_arena, forget)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENGLISH_TEST(test_endings_reach_unseen_words),
        ENGLISH_TEST(test_tag_matters),
        ENGLISH_TEST(test_exceptions_win),
        ENGLISH_TEST(test_case),
        ENGLISH_TEST(test_unknown_tag),
        ENGLISH_TEST(test_english_comes_back),
        FRENCH_TEST(test_french_comes_back),
        FRENCH_TEST(test_french_endings),
        TEST(test_same_rules_again),
        TEST(test_listed_words),
        TEST(test_listed_words_that_endings_know),
        TEST(test_treebank_wins_over_list),
        TEST(test_applies_scripts),
        TEST(test_lemma_is_never_empty),
        TEST(test_stays_in_its_room),
        TEST(test_words_by_ending),
        TEST(test_long_words),
        TEST(test_damaged_rules),
        TEST(test_refuses_unsound_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
