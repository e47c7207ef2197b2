/* Treebanks: reading, folds, refusing what is no tree, the inventory of tags and labels, numbering.
 */
#include "tools/train/treebank.h"

#include <sys/wait.h>

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
    }
    assert_true(ja_equal(treebank.samples[1].words[2].form, JA_SLICE("here")));
}

/* Runs of fifty sentences, the folds in turn; a second file goes on where the first has ended. */
static void test_folds(void **state)
{
    (void)state;
    static const char *const SENTENCE[] = {"go/go/VERB/_/0/root"};
    make_treebank(&treebank, &inventory, SENTENCE, 1, 270);
    ja_buffer text;
    ja_buffer_init(&text, (size_t)1 << 20);
    for (int i = 0; i < 100; i++)
        add_sentence(&text, SENTENCE[0]);
    read_text(&treebank, (ja_slice){text.at, text.length});
    ja_buffer_clear(&text);
    assert_int_equal(treebank.count, 370);
    for (uint32_t i = 0; i < treebank.count; i++)
        assert_int_equal(treebank.samples[i].fold, i / 50 % JA_FOLDS);
}

static void test_aside(void **state)
{
    (void)state;
    char path[] = "/tmp/treebank-XXXXXX";
    make(PLAIN, 2);
    size_t count = treebank.count;
    write_text(path, JA_SLICE("1\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n\n"));
    ja_treebank_read(&treebank, path, true);
    ja_treebank_read(&treebank, path, false);
    unlink(path);
    assert_int_equal(treebank.count, count + 2);
    for (size_t i = 0; i < treebank.count; i++)
        assert_int_equal(treebank.samples[i].aside, i == count);
}

static void test_empty_file(void **state)
{
    (void)state;
    make(PLAIN, 2);
    size_t count = treebank.count;
    read_text(&treebank, (ja_slice){"", 0});
    read_text(&treebank, JA_SLICE("\n# a comment\n\n"));
    assert_int_equal(treebank.count, count);
}

/* What the program writes to standard error when it reads the file, and its status. */
static int read_apart(const char *path, char *said, size_t room)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        treebank = (ja_treebank){.count = 0};
        ja_arena_init(&treebank.arena);
        ja_treebank_read(&treebank, path, false);
        _exit(0);
    }
    close(ends[1]);
    size_t used = 0;
    for (ssize_t got; (got = read(ends[0], said + used, room - 1 - used)) > 0;)
        used += (size_t)got;
    said[used] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* The program ends with the file, the line and the fault, which starts with `fault`. */
static void expect_refused(const char *text, size_t line, const char *fault)
{
    char path[] = "/tmp/treebank-XXXXXX", said[4000];
    write_text(path, ja_slice_of(text));
    int status = read_apart(path, said, sizeof said);
    unlink(path);
    const char *expected = ja_format(&arena, "train: %s:%zu: %s", path, line, fault);
    if (status != 3 || strncmp(said, expected, strlen(expected)) != 0)
        fail_msg("status %d, \"%s\", not \"%s\"", status, said, expected);
}

#define LINE(number, head, relation) number "\tw\tw\tX\t_\t_\t" head "\t" relation "\t_\t_\n"
#define GOOD                         LINE("1", "0", "root") "\n"

static void test_refuses_what_is_no_tree(void **state)
{
    (void)state;
    char path[] = "/tmp/treebank-XXXXXX", said[1000];
    write_text(path, JA_SLICE(GOOD GOOD));
    assert_int_equal(read_apart(path, said, sizeof said), 0);
    assert_string_equal(said, "");
    unlink(path);
    expect_refused(GOOD "# comment\n" LINE("1", "2", "dep") LINE("2", "1", "dep"), 4,
                   "the tree does not have one root");
    expect_refused(GOOD GOOD LINE("1", "0", "root") LINE("2", "0", "root"), 5,
                   "the tree does not have one root");
    expect_refused(LINE("1", "0", "root") LINE("2", "2", "dep") "\n" GOOD, 1,
                   "the tree has a cycle");
    expect_refused(LINE("1", "3", "a") LINE("2", "0", "root") LINE("3", "1", "b"), 1,
                   "the tree has a cycle");
    expect_refused(GOOD LINE("1", "0", "_"), 3, "a word has no relation");
    expect_refused(GOOD LINE("1", "_", "_"), 3, "a word has no relation");
    expect_refused(GOOD LINE("1", "0", "root") LINE("2", "3", "dep"), 3, "a head is no word");
    expect_refused(GOOD LINE("1", "0", "root") "2\tw\n", 4, "a word must have ten columns");
}

static void test_refuses_what_is_no_file(void **state)
{
    (void)state;
    char said[1000];
    assert_int_equal(read_apart("/tmp/no-such-folder/x.conllu", said, sizeof said), 3);
    assert_non_null(strstr(said, "/tmp/no-such-folder/x.conllu"));
    assert_int_equal(read_apart("/tmp", said, sizeof said), 3);
    assert_true(said[0] != '\0');
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

#define TEST(name)  cmocka_unit_test_setup_teardown(name, open_arena, close_treebank)
#define ALONE(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_reads),
        TEST(test_folds),
        TEST(test_aside),
        TEST(test_empty_file),
        ALONE(test_refuses_what_is_no_tree),
        ALONE(test_refuses_what_is_no_file),
        TEST(test_inventory_in_order),
        TEST(test_tags_leave_features_out),
        TEST(test_numbers),
        TEST(test_rare_tags),
        TEST(test_nearest_tag),
        TEST(test_rare_labels),
        TEST(test_projective),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
