/* CoNLL-U is read as the format has it, written back as it was, and bad lines are told. */
#include "language/conllu.h"

#include "arena_fixture.h"

/* A line of an ordinary word: number, form and the columns that are told. */
#define WORD(number, form, lemma, upos, features, head, deprel, misc)                              \
    number "\t" form "\t" lemma "\t" upos "\t_\t" features "\t" head "\t" deprel "\t_\t" misc "\n"
#define RANGE(numbers, form, misc) numbers "\t" form "\t_\t_\t_\t_\t_\t_\t_\t" misc "\n"
#define BARE(number, form)         WORD(number, form, "_", "_", "_", "_", "_", "_")

static const char FRENCH[] =
    "# sent_id = fr-1\n"
    "# text = Il parle du maire.\n" WORD("1", "Il", "il", "PRON",
                                         "Gender=Masc|Number=Sing|Person=3", "2", "nsubj", "_")
        WORD("2", "parle", "parler", "VERB", "Mood=Ind|Number=Sing", "0", "root", "_")
            RANGE("3-4", "du", "_") WORD("3", "de", "de", "ADP", "_", "5", "case", "_")
                WORD("4", "le", "le", "DET", "Definite=Def", "5", "det", "_")
                    WORD("5", "maire", "maire", "NOUN", "_", "2", "obl:arg", "SpaceAfter=No")
                        WORD("6", ".", ".", "PUNCT", "_", "2", "punct", "_") "\n";

static ja_conllu reader;
static ja_conllu_sentence sentence;
static jaccuse_error error;

static void start(const char *text)
{
    ja_conllu_init(&reader, ja_slice_of(text));
}

static void expect_sentence(size_t count)
{
    assert_int_equal(ja_conllu_next(&reader, &arena, &sentence, &error), JACCUSE_OK);
    assert_int_equal(sentence.count, count);
}

static void expect_end(void)
{
    assert_int_equal(ja_conllu_next(&reader, &arena, &sentence, &error), JACCUSE_END);
    assert_int_equal(sentence.count, 0);
}

static void expect_text(ja_slice text, const char *expected)
{
    assert_string_equal(ja_copy(&arena, text.at ? text.at : "", text.length), expected);
}

static void test_reads_words(void **state)
{
    (void)state;
    start(FRENCH);
    expect_sentence(6);
    assert_int_equal(sentence.line, 3);
    const ja_word *word = &sentence.words[0];
    expect_text(word->form, "Il");
    expect_text(word->lemma, "il");
    assert_int_equal(word->upos, JA_UPOS_PRON);
    assert_string_equal(word->features, "Gender=Masc|Number=Sing|Person=3");
    assert_int_equal(word->head, 2);
    assert_string_equal(word->deprel, "nsubj");
    assert_true(word->space_after);
    assert_int_equal(word->range, 0);
    assert_int_equal(sentence.words[1].head, 0);
    assert_string_equal(sentence.words[2].features, "_");
    assert_string_equal(sentence.words[4].deprel, "obl:arg");
    assert_false(sentence.words[4].space_after);
    expect_end();
    expect_end();
}

static void test_reads_multiword_tokens(void **state)
{
    (void)state;
    start(RANGE("1-3", "dámelo", "X=Y|SpaceAfter=No") BARE("1", "da")
              WORD("2", "me", "_", "_", "_", "_", "_", "SpaceAfter=No") BARE("3", "lo")
                  BARE("4", "ya") RANGE("5-5", "al", "_") BARE("5", "a") "\n");
    expect_sentence(5);
    assert_int_equal(sentence.words[0].range, 3);
    expect_text(sentence.words[0].printed, "dámelo");
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(sentence.words[i].range, 0);
    /* Spacing is the token's: on its last word alone, whatever the words themselves say. */
    assert_false(sentence.words[0].space_after);
    assert_false(sentence.words[1].space_after);
    assert_false(sentence.words[2].space_after);
    assert_true(sentence.words[3].space_after);
    assert_int_equal(sentence.words[4].range, 1);
    assert_true(sentence.words[4].space_after);
}

/* What is "_" is unknown, but for a lemma or a form that may be that very character. */
static void test_reads_what_is_unknown(void **state)
{
    (void)state;
    start(BARE("1", "_") WORD("2", "b", "_", "VERBS", "_", "_", "_", "_") "\n");
    expect_sentence(2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(sentence.words[i].upos, JA_UPOS_X);
        assert_null(sentence.words[i].deprel);
        assert_int_equal(sentence.words[i].head, 0);
        assert_string_equal(sentence.words[i].features, "_");
    }
    expect_text(sentence.words[0].form, "_");
}

static void test_reads_all_parts_of_speech(void **state)
{
    (void)state;
    for (unsigned i = 0; i < JA_UPOS_COUNT; i++) {
        start(ja_format(&arena, "1\ta\ta\t%s\t_\t_\t0\troot\t_\t_\n", ja_upos_names[i]));
        expect_sentence(1);
        assert_int_equal(sentence.words[0].upos, i);
    }
}

static void test_passes_over_empty_nodes(void **state)
{
    (void)state;
    start("0.1\tx\t_\t_\t_\t_\t_\t_\t0:root\t_\n" BARE(
        "1", "a") "1.1\tdid\tdo\tVERB\t_\t_\t_\t_\t0:root\t_\n"
                  "1.2\tgo\tgo\tVERB\t_\t_\t_\t_\t1.1:x\t_\n" BARE("2", "b") "\n");
    expect_sentence(2);
    expect_text(sentence.words[1].form, "b");
}

static void test_spacing_among_other_notes(void **state)
{
    (void)state;
    static const struct {
        const char *misc;
        bool space;
    } CASES[] = {
        {"_", true},
        {"SpaceAfter=No", false},
        {"Gloss=x|SpaceAfter=No", false},
        {"SpaceAfter=No|Translit=y", false},
        {"A=B|SpaceAfter=No|C=D", false},
        {"SpaceAfter=Yes", true},
        {"CorrectSpaceAfter=No", true},
        {"SpacesAfter=\\n", true},
        {"SpaceAfter=Not", true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        start(ja_format(&arena, "1\ta\t_\t_\t_\t_\t_\t_\t_\t%s\n", CASES[i].misc));
        expect_sentence(1);
        assert_int_equal(sentence.words[0].space_after, CASES[i].space);
    }
}

static void test_comments(void **state)
{
    (void)state;
    start("# newdoc\n# text = one = two \n#sent_id=s-1\n# empty =\n" BARE(
        "1", "a") "# amid the words\n" BARE("2", "b") "\n" BARE("1", "c"));
    expect_sentence(2);
    expect_text(sentence.comments, "# newdoc\n# text = one = two \n#sent_id=s-1\n# empty =");
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("text")), "one = two");
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("sent_id")), "s-1");
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("empty")), "");
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("newdoc")), "");
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("tex")), "");
    expect_sentence(1);
    assert_int_equal(sentence.comments.length, 0);
    /* A multiword token or an empty node is the first line as well as a word is. */
    start("# a\n" RANGE("1-2", "du", "_") "# b\n" BARE("1", "de") BARE("2", "le") "\n");
    expect_sentence(2);
    expect_text(sentence.comments, "# a");
    assert_int_equal(sentence.line, 2);
    expect_text(sentence.words[0].printed, "du");
    start("# a\n0.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n# b\n" BARE("1", "de") "\n");
    expect_sentence(1);
    expect_text(sentence.comments, "# a");
    assert_int_equal(sentence.line, 2);
}

/* Line ends of Windows, a byte order mark, no line end at the end, empty lines between. */
static void test_reads_other_files(void **state)
{
    (void)state;
    start("\xEF\xBB\xBF# text = a\r\n1\ta\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n\r\n\r\n"
          "1\tb\t_\t_\t_\t_\t_\tdep\t_\tSpaceAfter=No");
    expect_sentence(1);
    expect_text(ja_conllu_comment(sentence.comments, JA_SLICE("text")), "a");
    assert_false(sentence.words[0].space_after);
    assert_int_equal(sentence.line, 2);
    expect_sentence(1);
    assert_int_equal(sentence.line, 5);
    assert_string_equal(sentence.words[0].deprel, "dep");
    assert_false(sentence.words[0].space_after);
    expect_end();
    start("");
    expect_end();
    start("\n\n# nothing but a comment\n\n");
    expect_end();
}

static void expect_written_back(const char *text)
{
    ja_buffer out;
    ja_buffer_init(&out, 100000);
    start(text);
    while (ja_conllu_next(&reader, &arena, &sentence, &error) == JACCUSE_OK)
        ja_conllu_write(&out, sentence.comments, sentence.words, sentence.count, false);
    assert_false(out.failed);
    assert_string_equal(out.at, text);
    ja_buffer_clear(&out);
}

static void test_writes_what_it_read(void **state)
{
    (void)state;
    expect_written_back(FRENCH);
    expect_written_back(ja_format(&arena, "%s%s%s", FRENCH, BARE("1", "_") "\n", FRENCH));
    expect_written_back(RANGE("1-2", "don't", "SpaceAfter=No")
                            WORD("1", "do", "do", "AUX", "_", "0", "root", "_")
                                WORD("2", "n't", "not", "PART", "_", "1", "advmod", "_")
                                    WORD("3", "_", "_", "SYM", "_", "1", "dep", "_") "\n");
}

/* With offsets a multiword token has them on its own line, not on its words. */
static void test_writes_offsets(void **state)
{
    (void)state;
    ja_buffer out;
    ja_buffer_init(&out, 100000);
    start(FRENCH);
    expect_sentence(6);
    static const jaccuse_span AT[] = {{7, 9}, {10, 15}, {16, 18}, {16, 18}, {19, 24}, {24, 25}};
    for (size_t i = 0; i < sentence.count; i++)
        sentence.words[i].at = AT[i];
    ja_conllu_write(&out, (ja_slice){NULL, 0}, sentence.words + 1, 4, true);
    assert_string_equal(
        out.at, WORD("1", "parle", "parler", "VERB", "Mood=Ind|Number=Sing", "0", "root",
                     "start_char=10|end_char=15") RANGE("2-3", "du", "start_char=16|end_char=18")
                    WORD("2", "de", "de", "ADP", "_", "5", "case", "_")
                        WORD("3", "le", "le", "DET", "Definite=Def", "5", "det", "_")
                            WORD("4", "maire", "maire", "NOUN", "_", "2", "obl:arg",
                                 "start_char=19|end_char=24|SpaceAfter=No") "\n");
    ja_buffer_clear(&out);
}

/* The words of a document, before any analysis. */
static void test_writes_words_without_analysis(void **state)
{
    (void)state;
    const ja_word word = {.form = JA_SLICE("a"), .space_after = true};
    ja_buffer out;
    ja_buffer_init(&out, 1000);
    ja_conllu_write(&out, JA_SLICE("# text = a"), &word, 1, false);
    assert_string_equal(out.at, "# text = a\n" BARE("1", "a") "\n");
    ja_buffer_clear(&out);
}

/* The fault is told with its line, counted through the file, and the sentence behind is read. */
static void expect_bad(const char *bad, size_t line)
{
    const char *text = ja_format(&arena, "%s# comment\n%s\n%s", BARE("1", "before") "\n", bad,
                                 BARE("1", "behind") "\n");
    start(text);
    expect_sentence(1);
    error = (jaccuse_error){.line = 0};
    jaccuse_status status = ja_conllu_next(&reader, &arena, &sentence, &error);
    if (status != JACCUSE_ERROR_FORMAT || error.line != line)
        fail_msg("status %d, line %zu, not %zu: %s", (int)status, error.line, line, bad);
    assert_int_equal(error.code, JACCUSE_ERROR_FORMAT);
    assert_true(error.message[0] != '\0');
    expect_sentence(1);
    expect_text(sentence.words[0].form, "behind");
    expect_end();
}

/* The bad sentence's comment stands in line 3, its first line in line 4. */
static void test_bad_lines(void **state)
{
    (void)state;
    expect_bad("1\ta\n", 4);
    expect_bad("no columns at all\n", 4);
    expect_bad(BARE("1", "a") "2\tb\t_\t_\t_\t_\t_\t_\t_\n", 5);       /* nine columns */
    expect_bad(BARE("1", "a") "2\tb\t_\t_\t_\t_\t_\t_\t_\t_\tx\n", 5); /* eleven */
    expect_bad("1 a _ _ _ _ _ _ _ _\n", 4);                            /* blanks for tabs */
    expect_bad(BARE("1", "a") BARE("", "b"), 5);                       /* no number */
    expect_bad(BARE("1", ""), 4);                                      /* no form */
    expect_bad(BARE("x", "a"), 4);
    expect_bad(BARE("-1", "a"), 4);
    expect_bad(BARE("1x", "a"), 4);
    expect_bad(BARE("2", "a"), 4); /* starts at two */
    expect_bad(BARE("0", "a"), 4);
    expect_bad(BARE("1", "a") BARE("2", "b") BARE("4", "c"), 6); /* a gap */
    expect_bad(BARE("1", "a") BARE("1", "b"), 5);                /* twice */
    expect_bad(BARE("99999999999999999999", "a"), 4);
    expect_bad(WORD("1", "a", "_", "_", "_", "x", "dep", "_"), 4); /* heads */
    expect_bad(WORD("1", "a", "_", "_", "_", "1x", "dep", "_"), 4);
    expect_bad(WORD("1", "a", "_", "_", "_", "-1", "dep", "_"), 4);
    expect_bad(WORD("1", "a", "_", "_", "_", "", "dep", "_"), 4);
    expect_bad(WORD("1", "a", "_", "_", "_", "9999999", "dep", "_"), 4);
    expect_bad(RANGE("2-3", "ab", "_") BARE("1", "a") BARE("2", "b"), 4); /* multiword tokens */
    expect_bad(BARE("1", "a") RANGE("1-2", "ab", "_") BARE("2", "b"), 5);
    expect_bad(RANGE("1-", "ab", "_") BARE("1", "a"), 4);
    expect_bad(RANGE("1-x", "ab", "_") BARE("1", "a"), 4);
    expect_bad(BARE("1", "a") RANGE("2-1", "ab", "_") BARE("2", "b"), 5);
    expect_bad("\t\t\t\t\t\t\t\t\t\n", 4);
    expect_bad(RANGE("1-1", "", "_") BARE("1", "a"), 4);
    expect_bad("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\tx\n" BARE("1", "a") BARE("2", "b"), 4);
    expect_bad("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t\n", 4); /* an eleventh that is empty */
}

/* Multiword tokens stand one behind the other. */
static void test_bad_ranges(void **state)
{
    (void)state;
#define THREE BARE("1", "a") BARE("2", "b") BARE("3", "c")
    expect_bad(RANGE("1-2", "ab", "_") RANGE("1-2", "ab", "_") THREE, 5); /* twice */
    expect_bad(RANGE("1-2", "ab", "_") RANGE("1-3", "abc", "_") THREE, 5);
    expect_bad(RANGE("1-3", "abc", "_") BARE("1", "a") RANGE("2-3", "bc", "_") BARE("2", "b")
                   BARE("3", "c"),
               6);
    expect_bad(RANGE("1-2", "ab", "_") BARE("1", "a") RANGE("2-3", "bc", "_") BARE("2", "b")
                   BARE("3", "c"),
               6);
    expect_bad(RANGE("1-1", "a", "_") RANGE("1-1", "a", "_") THREE, 5);
    expect_bad(RANGE("1-999999", "a", "_") THREE, 4);
    expect_bad(RANGE("1-9999999", "a", "_") THREE, 4);
    start(RANGE("1-2", "ab", "_") BARE("1", "a") BARE("2", "b") RANGE("3-3", "c", "_")
              BARE("3", "c") "\n");
    expect_sentence(3);
    assert_int_equal(sentence.words[0].range, 2);
    assert_int_equal(sentence.words[2].range, 1);
#undef THREE
}

/* What only the whole sentence tells is told with the line of its first word. */
static void test_bad_sentences(void **state)
{
    (void)state;
    expect_bad(BARE("1", "a") WORD("2", "b", "_", "_", "_", "3", "dep", "_"), 4);
    expect_bad(RANGE("1-3", "ab", "_") BARE("1", "a") BARE("2", "b"), 4);
    expect_bad(RANGE("1-2", "ab", "_"), 4); /* no words */
    expect_bad("0.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", 4);
    expect_bad("1.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n# comment\n", 4);
}

/* The same at the end of the text, with and without a line end. */
static void test_bad_at_the_end(void **state)
{
    (void)state;
    static const char *const BAD[] = {RANGE("1-2", "ab", "_"), RANGE("1-2", "ab", "_") "\n",
                                      RANGE("1-2", "ab", "_") BARE("1", "a"), "1-2", "1\t"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        start(BAD[i]);
        assert_int_equal(ja_conllu_next(&reader, &arena, &sentence, &error), JACCUSE_ERROR_FORMAT);
        assert_int_equal(error.line, 1);
        expect_end();
    }
}

/* Of several faults the first is told. */
static void test_first_fault_is_told(void **state)
{
    (void)state;
    expect_bad(BARE("1", "a") BARE("x", "b") BARE("y", "c") "z\n", 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_reads_words),
        TEST(test_reads_multiword_tokens),
        TEST(test_reads_what_is_unknown),
        TEST(test_reads_all_parts_of_speech),
        TEST(test_passes_over_empty_nodes),
        TEST(test_spacing_among_other_notes),
        TEST(test_comments),
        TEST(test_reads_other_files),
        TEST(test_writes_what_it_read),
        TEST(test_writes_offsets),
        TEST(test_writes_words_without_analysis),
        TEST(test_bad_lines),
        TEST(test_bad_ranges),
        TEST(test_bad_sentences),
        TEST(test_bad_at_the_end),
        TEST(test_first_fault_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
