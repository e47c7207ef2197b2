/* Training as a whole, with small settings: the model can do what it was taught, the same input
 * gives the same bytes; and the scores that progress is told by. */
#include "tools/train/training.h"

#include "base/limits.h"
#include "tools/model_fixture.h"
#include "tools/train/evaluate.h"

static const ja_settings SMALL = {
    .variants = 0.1,
    .seed = 1,
    .size = 300000,
    .tagger = {.epochs = 2, .epochs_pruned = 1, .dropout = 0.1, .size = 60000},
    .parser = {.epochs = 2, .epochs_pruned = 1, .dropout = 0.1, .labeller_size = 60000},
};

static ja_buffer file; /* of the model trained last */
static ja_model model;

static int open_file(void **state)
{
    ja_buffer_init(&file, (size_t)1 << 24);
    return open_arena(state);
}

static int close_file(void **state)
{
    ja_buffer_clear(&file);
    return close_arena(state);
}

static void read_tiny(ja_treebank *treebank, unsigned times)
{
    ja_buffer text;
    ja_buffer_init(&text, (size_t)1 << 24);
    for (unsigned i = 0; i < times * TINY_COUNT; i++)
        add_sentence(&text, TINY[i % TINY_COUNT]);
    *treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank->arena);
    read_text(treebank, (ja_slice){text.at, text.length});
    ja_buffer_clear(&text);
}

static void open_model(void)
{
    jaccuse_error error = {.message = ""};
    assert_false(file.failed);
    if (ja_model_open(&model, (ja_slice){file.at, file.length}, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
}

/* Trains and returns what was told on standard error. Clears the treebanks. */
static char *train_on(ja_treebank *treebank, ja_treebank *dev, const char *language,
                      const ja_settings *settings)
{
    FILE *told = tmpfile();
    assert_non_null(told);
    fflush(stderr);
    int kept = dup(STDERR_FILENO);
    dup2(fileno(told), STDERR_FILENO);
    ja_train(language, treebank, dev, settings, &file);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    assert_int_equal(fseek(told, 0, SEEK_END), 0);
    long length = ftell(told);
    assert_true(length > 0);
    char *text = JA_NEW_N(&arena, char, (size_t)length + 1);
    rewind(told);
    assert_int_equal(fread(text, 1, (size_t)length, told), length);
    fclose(told);
    ja_treebank_clear(treebank);
    ja_treebank_clear(dev);
    open_model();
    return text;
}

/* Trains on the tiny treebank, in twelve copies. */
static char *train(const char *language, const ja_settings *settings)
{
    ja_treebank treebank, dev;
    read_tiny(&treebank, 12);
    read_tiny(&dev, 1);
    return train_on(&treebank, &dev, language, settings);
}

static unsigned occurrences(const char *text, const char *part)
{
    unsigned count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

static void test_learns(void **state)
{
    (void)state;
    train("en", &SMALL);
    ja_treebank treebank;
    ja_inventory inventory;
    make_treebank(&treebank, &inventory, TINY, TINY_COUNT, 12);
    assert_string_equal(model.language, "en");
    for (unsigned i = 0; i < inventory.label_count; i++) {
        unsigned j = 0;
        while (j < model.label_count && strcmp(model.labels[j], inventory.labels[i]) != 0)
            j++;
        assert_true(j < model.label_count);
    }
    ja_score score = ja_evaluate(&model, &treebank);
    assert_int_equal(score.words, treebank.words);
    assert_true(score.upos * 100 >= score.words * 97);
    assert_true(score.lemmas * 100 >= score.words * 97);
    assert_true(score.heads * 100 >= score.words * 90);
    assert_true(score.arcs * 100 >= score.words * 90);
    clear_treebank(&treebank, &inventory);
}

/* One line an epoch, with what is left; the folds before it. */
static void test_tells_progress(void **state)
{
    (void)state;
    const char *told = train("en", &SMALL);
    assert_int_equal(occurrences(told, "epoch "), 3);
    assert_int_equal(occurrences(told, "(pruned)"), 1);
    assert_int_equal(occurrences(told, " dev UPOS "), 3);
    assert_non_null(strstr(told, " 0 s left\n"));
    assert_non_null(strstr(told, ja_format(&arena, "%u tags", model.tag_count)));
    assert_non_null(strstr(told, ja_format(&arena, "%u labels", model.label_count)));
    assert_null(strstr(told, "nan"));
}

static void test_same_bytes_again(void **state)
{
    (void)state;
    train("en", &SMALL);
    ja_slice first = {ja_copy(&arena, file.at, file.length), file.length};
    train("en", &SMALL);
    assert_int_equal(file.length, first.length);
    assert_memory_equal(file.at, first.at, first.length);
    ja_settings other = SMALL;
    other.seed = 2;
    train("en", &other);
    assert_false(ja_equal((ja_slice){file.at, file.length}, first));
}

static const char *lemma_of(const char *form, ja_upos upos)
{
    ja_lemma_word word;
    char lemma[1000];
    ja_lemma_word_of(ja_slice_of(form), &word);
    const char *script = ja_lemma_script(&model.lemmas, &word, JA_MODEL_TAGS, upos);
    return ja_copy(&arena, lemma, ja_lemma_apply(script, ja_slice_of(form), lemma));
}

static bool is_known(const char *form)
{
    ja_lexeme lexeme;
    ja_lexeme_of(ja_slice_of(form), &lexeme);
    return ja_ambiguity_class(&model.ambiguity, lexeme.form) != 0;
}

/* The words of the language's cue lists are in the model; of another language nothing is. */
static void test_knows_the_word_list(void **state)
{
    (void)state;
    train("en", &SMALL);
    assert_true(is_known("stole") && is_known("thieves"));
    assert_string_equal(lemma_of("stole", JA_UPOS_VERB), "steal");
    assert_string_equal(lemma_of("thieves", JA_UPOS_NOUN), "thief");
    train("xx", &SMALL);
    assert_string_equal(model.language, "xx");
    assert_false(is_known("stole") || is_known("thieves"));
    assert_true(is_known("accused"));
}

/* Tagger and labeller take no more than they may, and all together no more than the model may. */
static void test_keeps_to_sizes(void **state)
{
    (void)state;
    ja_model_header header;
    ja_settings settings = SMALL;
    train("en", &settings);
    memcpy(&header, file.at, sizeof header);
    assert_true(header.size[JA_SECTION_TAGGER] > 10000); /* else nothing has to go */
    assert_true(header.size[JA_SECTION_LABELLER] > 2000);
    size_t rest = file.length - header.size[JA_SECTION_TAGGER] - header.size[JA_SECTION_ARCS] -
                  header.size[JA_SECTION_LABELLER];
    size_t arcs = header.size[JA_SECTION_ARCS] / 2;
    settings.tagger.size = 10000;
    settings.parser.labeller_size = 2000;
    settings.size = rest + 12000 + arcs;
    train("en", &settings);
    memcpy(&header, file.at, sizeof header);
    assert_true(header.size[JA_SECTION_TAGGER] <= 10000);
    assert_true(header.size[JA_SECTION_TAGGER] > 5000);
    assert_true(header.size[JA_SECTION_LABELLER] <= 2000);
    assert_true(header.size[JA_SECTION_ARCS] > arcs / 2);
    assert_true(file.length <= settings.size);
    assert_true(file.length > settings.size - settings.size / 20); /* it fills its room */
}

/* Sentences that say one thing, and nine times as many, set aside or not, that say another. */
static void read_divided(ja_treebank *treebank, bool aside)
{
    static const char *const SENTENCES[] = {
        "x/x/ADV/_/0/root y/y/PRON/_/1/dep z/z/NOUN/_/1/dep",
        "x/x/ADV/_/2/dep y/y/PRON/_/0/root z/z/VERB/_/2/dep",
    };
    *treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank->arena);
    for (int i = 0; i < 100; i++) {
        ja_buffer text;
        ja_buffer_init(&text, 100000);
        add_sentence(&text, SENTENCES[i % 10 > 0]);
        add_sentence(&text, SENTENCES[i % 10 > 0]);
        read_text(treebank, (ja_slice){text.at, text.length});
        ja_buffer_clear(&text);
    }
    for (size_t i = 0; i < treebank->count; i++)
        treebank->samples[i].aside = aside && i % 20 > 1;
}

/* The last epochs learn from what is not set aside alone: tags and trees are then as there. */
static void test_last_epochs_leave_aside(void **state)
{
    (void)state;
    ja_settings settings = SMALL;
    settings.variants = 0;
    settings.tagger.epochs_pruned = settings.parser.epochs_pruned = 8;
    for (int aside = 0; aside < 2; aside++) {
        ja_treebank treebank, dev;
        ja_word words[] = {
            {.form = JA_SLICE("x")}, {.form = JA_SLICE("y")}, {.form = JA_SLICE("z")}};
        ja_analyser analyser;
        read_divided(&treebank, aside);
        read_divided(&dev, false);
        train_on(&treebank, &dev, "en", &settings);
        ja_analyser_init(&analyser, &model, &arena);
        ja_analyse(&analyser, words, 3);
        assert_int_equal(words[2].upos, aside ? JA_UPOS_NOUN : JA_UPOS_VERB);
        assert_int_equal(words[0].head, aside ? 0 : 2);
        assert_int_equal(words[1].head, aside ? 1 : 0);
        assert_int_equal(words[2].head, aside ? 1 : 2);
    }
}

static void expect_reasonable(const ja_learning *how)
{
    assert_true(how->epochs > 0);
    assert_true(how->epochs_pruned > 0);
    assert_true(how->dropout >= 0 && how->dropout < 1);
}

/* The arcs get room as well, and the model can be opened. */
static void test_usual_settings(void **state)
{
    (void)state;
    const ja_settings *usual = &ja_usual_settings;
    expect_reasonable(&usual->tagger);
    expect_reasonable(&usual->parser);
    assert_true(usual->tagger.size > 0 && usual->parser.labeller_size > 0);
    assert_true(usual->size > usual->tagger.size + usual->parser.labeller_size);
    assert_true(usual->size <= JA_MAX_MODEL);
    assert_true(usual->variants >= 0 && usual->variants < 1);
}

/* A treebank as the tiny model analyses it, whose words can be changed. */
static ja_treebank own_analysis(const tiny_model *tiny, ja_word **words)
{
    ja_treebank gold = {.count = TINY_COUNT};
    ja_analyser analyser;
    ja_analyser_init(&analyser, &tiny->model, &arena);
    gold.samples = JA_NEW_N(&arena, ja_sample, TINY_COUNT);
    for (size_t i = 0; i < TINY_COUNT; i++) {
        ja_sample *sample = &gold.samples[i];
        *sample = tiny->treebank.samples[i];
        *words = JA_NEW_N(&arena, ja_word, sample->count);
        for (uint32_t j = 0; j < sample->count; j++)
            (*words)[j].form = sample->words[j].form;
        ja_analyse(&analyser, *words, sample->count);
        sample->words = *words;
        sample->tag = JA_NEW_N(&arena, uint8_t, sample->count);
        for (uint32_t j = 0; j < sample->count; j++)
            sample->tag[j] = analyser.lexemes[j].tag;
        gold.words += sample->count;
    }
    *words = gold.samples[0].words;
    return gold;
}

static void expect_score(const ja_model *of, const ja_treebank *gold, const size_t missing[5])
{
    ja_score score = ja_evaluate(of, gold);
    assert_int_equal(score.words, gold->words);
    assert_int_equal(score.words - score.upos, missing[0]);
    assert_int_equal(score.words - score.tags, missing[1]);
    assert_int_equal(score.words - score.lemmas, missing[2]);
    assert_int_equal(score.words - score.heads, missing[3]);
    assert_int_equal(score.words - score.arcs, missing[4]);
}

#define MISSING(upos, tags, lemmas, heads, arcs) ((const size_t[]){upos, tags, lemmas, heads, arcs})

/* Each kind of mistake is counted for itself, an arc with a wrong head or relation once. */
static void test_scores(void **state)
{
    (void)state;
    tiny_model *tiny = tiny_new();
    ja_word *words;
    ja_treebank gold = own_analysis(tiny, &words);
    expect_score(&tiny->model, &gold, MISSING(0, 0, 0, 0, 0));
    words[0].upos = words[0].upos == JA_UPOS_X ? JA_UPOS_SYM : JA_UPOS_X;
    expect_score(&tiny->model, &gold, MISSING(1, 0, 0, 0, 0));
    gold.samples[0].tag[1]++;
    expect_score(&tiny->model, &gold, MISSING(1, 1, 0, 0, 0));
    words[2].lemma = JA_SLICE("another");
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 0, 0));
    words[3].head++;
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 1, 1));
    words[3].deprel = "another";
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 1, 1));
    words[4].deprel = "another";
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 1, 2));
    words[4].deprel = "punct:sub"; /* it is "punct" */
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 1, 1));
    words[4].deprel = "punc";
    expect_score(&tiny->model, &gold, MISSING(1, 1, 1, 1, 2));
    const ja_treebank none = {.count = 0};
    expect_score(&tiny->model, &none, MISSING(0, 0, 0, 0, 0));
    tiny_free(tiny);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_file, close_file)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_learns),           TEST(test_tells_progress),
        TEST(test_same_bytes_again), TEST(test_knows_the_word_list),
        TEST(test_keeps_to_sizes),   TEST(test_last_epochs_leave_aside),
        TEST(test_usual_settings),   TEST(test_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
