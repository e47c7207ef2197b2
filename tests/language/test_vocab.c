/* tests/vocab/LANG.tsv: the words of many short texts and their parts of speech. Words must come
 * out exactly in nearly all lines, parts of speech of nearly all words; what does not is printed.
 *
 * Hard are words that only the sense of a sentence tells: "its" for "it's"; "du vin" and "des
 * voitures", whose articles look like contractions. Parts of speech are hardest in headlines and
 * capitals, and of short verbs that are nouns elsewhere ("nie", "ment", "slams"). */
#include <stdlib.h>

#include "arena_fixture.h"
#include "base/source.h"
#include "base/table.h"
#include "language/analyse.h"
#include "language/builtin.h"
#include "language/document.h"

enum { MAX_TOPICS = 64 };

typedef struct share {
    size_t right, all;
} share;

typedef struct topic {
    char *name;
    share words; /* lines whose words are right */
    share tags;  /* words of these lines */
} topic;

typedef struct vocabulary {
    const ja_language *language;
    const ja_model *model; /* NULL: words alone */
    ja_source *source;
    ja_table table;
    topic topics[MAX_TOPICS];
    size_t topic_count;
    topic sum;
} vocabulary;

/* The text of a file of tests/, which is read from the root of the repository. */
static void open_vocabulary(vocabulary *work, const char *code)
{
    ja_slice text;
    jaccuse_error error;
    const char *path = ja_format(&arena, "tests/vocab/%s.tsv", code);
    *work = (vocabulary){.language = ja_language_of(code)};
    if (ja_source_open(&work->source, path, &error) != JACCUSE_OK ||
        ja_source_rest(work->source, (size_t)1 << 24, &text, &error) != JACCUSE_OK)
        fail_msg("%s: %s", path, error.message);
    ja_table_init(&work->table, text);
}

static topic *topic_of(vocabulary *work, ja_slice name)
{
    size_t i = 0;
    while (i < work->topic_count && !ja_equal(ja_slice_of(work->topics[i].name), name))
        i++;
    if (i == work->topic_count) {
        assert_true(i < MAX_TOPICS);
        work->topics[work->topic_count++].name = ja_copy(&arena, name.at, name.length);
    }
    return &work->topics[i];
}

/* The length of the part of speech at the start of `text`, which a "+" or the end must follow. */
static size_t tag_length(ja_slice text)
{
    size_t length = 0;
    while (length < text.length && text.at[length] != '+')
        length++;
    bool known =
        ja_index_of(ja_upos_names, JA_UPOS_COUNT, (ja_slice){text.at, length}) < JA_UPOS_COUNT;
    return known ? length : 0;
}

/* Cuts the next FORM/UPOS off a token. Forms may hold "+" and "/" themselves. */
static bool next_word(ja_slice *token, ja_slice *form, ja_upos *upos)
{
    for (size_t i = 1; i < token->length; i++) {
        ja_slice tag = {token->at + i + 1, token->length - i - 1};
        size_t length = token->at[i] == '/' ? tag_length(tag) : 0;
        if (length == 0)
            continue;
        *form = (ja_slice){token->at, i};
        *upos = (ja_upos)ja_index_of(ja_upos_names, JA_UPOS_COUNT, (ja_slice){tag.at, length});
        size_t used = length < tag.length ? length + 1 : length;
        *token = (ja_slice){tag.at + used, tag.length - used};
        return true;
    }
    return false;
}

/* The forms of a line as they are compared: "do+n't know"; "|" stands between two sentences. */
static char *expected_forms(ja_slice line, ja_slice words)
{
    ja_buffer out;
    ja_slice token, form;
    ja_upos upos;
    ja_buffer_init(&out, 100000);
    while (ja_next_field(&words, ' ', &token)) {
        const char *divider = out.length ? " " : "";
        if (ja_equal(token, JA_SLICE("|"))) {
            ja_buffer_add_string(&out, " |");
            continue;
        }
        for (; token.length > 0; divider = "+") {
            if (!next_word(&token, &form, &upos))
                fail_msg("bad words: %.*s", (int)line.length, line.at);
            ja_buffer_add_string(&out, divider);
            ja_buffer_add_slice(&out, form);
        }
    }
    char *forms = ja_copy(&arena, out.at ? out.at : "", out.length);
    ja_buffer_clear(&out);
    return forms;
}

static void add_form(ja_buffer *out, ja_slice form)
{
    for (size_t i = 0; i < form.length; i++)
        ja_buffer_add(out, form.at[i] == ' ' ? "\xC2\xA0" : form.at + i, form.at[i] == ' ' ? 2 : 1);
}

/* Likewise. */
static char *found_forms(const ja_document *document)
{
    ja_buffer out;
    size_t range_end = 0;
    ja_buffer_init(&out, 100000);
    for (size_t i = 0, sentence = 0; i < document->word_count; i++) {
        const ja_word *word = &document->words[i];
        bool starts = false;
        for (; sentence < document->sentence_count && document->sentences[sentence].first_word <= i;
             sentence++)
            starts = true;
        ja_buffer_add_string(&out, i == 0 ? "" : starts ? " | " : i < range_end ? "+" : " ");
        add_form(&out, word->form);
        if (word->range)
            range_end = i + word->range;
    }
    char *forms = ja_copy(&arena, out.at ? out.at : "", out.length);
    ja_buffer_clear(&out);
    return forms;
}

static void analyse(const vocabulary *work, ja_document *document)
{
    ja_analyser analyser;
    ja_analyser_init(&analyser, work->model, &arena);
    for (size_t i = 0; i < document->sentence_count; i++)
        ja_analyse(&analyser, document->words + document->sentences[i].first_word,
                   document->sentences[i].word_count);
}

/* Compares the parts of speech of a line whose words are right. */
static void compare_tags(vocabulary *work, ja_document *document, topic *of)
{
    ja_slice line = work->table.column[0], words = work->table.column[1], token, form;
    ja_upos upos;
    const ja_word *word = document->words;
    analyse(work, document);
    while (ja_next_field(&words, ' ', &token))
        for (; token.length > 0 && next_word(&token, &form, &upos); word++) {
            of->tags.all++;
            of->tags.right += word->upos == upos;
            if (word->upos != upos)
                print_error("[%s] %.*s: %.*s %s / %s\n", of->name, (int)line.length, line.at,
                            (int)form.length, form.at, ja_upos_names[upos],
                            ja_upos_names[word->upos]);
        }
}

static void compare_line(vocabulary *work)
{
    ja_slice line = work->table.column[0];
    assert_int_equal(work->table.count, 3);
    topic *of = topic_of(work, work->table.column[2]);
    ja_document *document = ja_segment(&arena, work->language, line, (jaccuse_span){0, 0});
    ja_split_words(&arena, document);
    const char *expected = expected_forms(line, work->table.column[1]);
    const char *found = found_forms(document);
    bool right = strcmp(expected, found) == 0;
    of->words.all++;
    of->words.right += right;
    if (right && work->model)
        compare_tags(work, document, of);
    if (!right && !work->model)
        print_error("[%s] %.*s: %s / %s\n", of->name, (int)line.length, line.at, expected, found);
}

static double percent(share of)
{
    return of.all ? 100.0 * (double)of.right / (double)of.all : 0;
}

static void compare(vocabulary *work)
{
    while (ja_table_next(&work->table))
        compare_line(work);
    for (size_t i = 0; i < work->topic_count; i++) {
        const topic *of = &work->topics[i];
        work->sum.words.right += of->words.right;
        work->sum.words.all += of->words.all;
        work->sum.tags.right += of->tags.right;
        work->sum.tags.all += of->tags.all;
        print_message("%s %-14s words right in %zu of %zu lines", work->language->code, of->name,
                      of->words.right, of->words.all);
        if (work->model)
            print_message(", parts of speech %.1f %% of %zu", percent(of->tags), of->tags.all);
        print_message("\n");
    }
    print_message("%s: words %.2f %% of lines, parts of speech %.2f %%\n", work->language->code,
                  percent(work->sum.words), percent(work->sum.tags));
    ja_source_close(work->source);
}

static void expect_words(const char *code, size_t lines, double floor)
{
    vocabulary *work = JA_NEW(&arena, vocabulary);
    open_vocabulary(work, code);
    compare(work);
    assert_true(work->sum.words.all >= lines); /* the table has been read to its end */
    assert_true(percent(work->sum.words) >= floor);
}

/* A build may have no model of the language; one that it has must work. */
static void expect_tags(const char *code, double floor)
{
    vocabulary *work = JA_NEW(&arena, vocabulary);
    jaccuse_error error;
    open_vocabulary(work, code);
    jaccuse_status status = ja_builtin_model(&work->model, work->language, &error);
    if (status == JACCUSE_NOT_FOUND) {
        ja_source_close(work->source);
        skip();
    }
    if (status != JACCUSE_OK)
        fail_msg("%s", error.message);
    compare(work);
    assert_true(percent(work->sum.tags) >= floor);
}

static void test_english_words(void **state)
{
    (void)state;
    expect_words("en", 490, 99);
}

static void test_french_words(void **state)
{
    (void)state;
    expect_words("fr", 530, 96.5);
}

static void test_english_tags(void **state)
{
    (void)state;
    expect_tags("en", 95);
}

static void test_french_tags(void **state)
{
    (void)state;
    expect_tags("fr", 92);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_english_words),
        TEST(test_french_words),
        TEST(test_english_tags),
        TEST(test_french_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
