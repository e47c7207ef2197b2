/* Runs the examples of tests/spec/: the language of accusing and denying, sentence by sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/source.h"
#include "base/text.h"
#include "jaccuse.h"

#define MAX_CLAIMS 16

/* What is expected of one example, or what came out: lines such as "accuse a -> b", sorted. */
typedef struct claim_lines {
    char *at[MAX_CLAIMS];
    size_t count;
} claim_lines;

typedef struct spec_example {
    char *number, *text;
    claim_lines expected;
} spec_example;

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_line(claim_lines *lines, char *line)
{
    assert_true(lines->count < MAX_CLAIMS);
    lines->at[lines->count++] = line;
    qsort(lines->at, lines->count, sizeof *lines->at, by_bytes);
}

static void clear_lines(claim_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->at[i]);
    lines->count = 0;
}

static char *joined_ids(const jaccuse_record *record, jaccuse_refs refs)
{
    char *ids[64];
    size_t count = 0;
    for (; count < refs.count && count < 64; count++)
        ids[count] = (char *)(size_t)record->actors[refs.at[count]].id;
    qsort(ids, count, sizeof *ids, by_bytes);
    ja_buffer out;
    ja_buffer_init(&out, 4096);
    ja_buffer_add_string(&out, count ? "" : "-");
    for (size_t i = 0; i < count; i++)
        ja_buffer_printf(&out, "%s%s", i ? ", " : "", ids[i]);
    return out.at;
}

/* "a, b -> c" */
static char *pair_of(const jaccuse_record *record, const jaccuse_claim *claim)
{
    char *by = joined_ids(record, claim->by), *against = joined_ids(record, claim->against);
    ja_buffer out;
    ja_buffer_init(&out, 8192);
    ja_buffer_printf(&out, "%s -> %s", by, against);
    free(by);
    free(against);
    return out.at;
}

static char *accusation_line(const jaccuse_record *record, const jaccuse_claim *claim)
{
    static const char *const marks[] = {
        [JACCUSE_SUSPECTED] = "?", [JACCUSE_ALLEGED] = "~", [JACCUSE_ASSERTED] = ""};
    char *pair = pair_of(record, claim), *via = joined_ids(record, claim->via);
    ja_buffer out;
    ja_buffer_init(&out, 16384);
    ja_buffer_printf(&out, "accuse%s %s", marks[claim->certainty], pair);
    if (claim->via.count)
        ja_buffer_printf(&out, " via %s", via);
    free(pair);
    free(via);
    return out.at;
}

static char *denial_line(const jaccuse_record *record, const jaccuse_claim *claim)
{
    char *by = joined_ids(record, claim->by);
    claim_lines pairs = {0};
    for (size_t i = 0; i < claim->answers.count; i++)
        add_line(&pairs, pair_of(record, &record->claims[claim->answers.at[i]]));
    ja_buffer out;
    ja_buffer_init(&out, 65536);
    ja_buffer_printf(&out, "deny %s of %s", by, pairs.count ? pairs.at[0] : "nothing");
    for (size_t i = 1; i < pairs.count; i++)
        ja_buffer_printf(&out, "; %s", pairs.at[i]);
    clear_lines(&pairs);
    free(by);
    return out.at;
}

static char *decline_line(const jaccuse_record *record, const jaccuse_claim *claim)
{
    char *by = joined_ids(record, claim->by);
    ja_buffer out;
    ja_buffer_init(&out, 8192);
    ja_buffer_printf(&out, "decline %s", by);
    free(by);
    return out.at;
}

static char *line_of(const jaccuse_record *record, const jaccuse_claim *claim)
{
    return claim->act == JACCUSE_ACCUSE ? accusation_line(record, claim)
           : claim->act == JACCUSE_DENY ? denial_line(record, claim)
                                        : decline_line(record, claim);
}

static claim_lines read_claims(const char *language, const char *text)
{
    claim_lines lines = {0};
    jaccuse_article *article;
    jaccuse_record *record;
    jaccuse_error error;
    jaccuse_extract_options options = {language};
    assert_int_equal(jaccuse_article_from_text(&article, "example", text, strlen(text), &error),
                     JACCUSE_OK);
    if (jaccuse_extract(&record, article, &options, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    for (size_t i = 0; i < record->claim_count; i++)
        add_line(&lines, line_of(record, &record->claims[i]));
    jaccuse_record_free(record);
    jaccuse_article_free(article);
    return lines;
}

/* Whether no line starts with "accuse". */
static bool accuse_nobody(const claim_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        if (strncmp(lines->at[i], "accuse", 6) == 0)
            return false;
    return true;
}

/* The same but for "via ..." or "of ...", which count only where they are expected. */
static bool is_met(const char *expected, const char *found)
{
    size_t length = strlen(expected);
    const char *rest = found + length;
    return strncmp(expected, found, length) == 0 &&
           (!*rest || strncmp(rest, " via ", 5) == 0 || strncmp(rest, " of ", 4) == 0);
}

/* Each expected line takes one found line; the longer of two with one beginning, sorted behind the
 * shorter, chooses first. */
static bool are_same(const claim_lines *expected, const claim_lines *found)
{
    bool taken[MAX_CLAIMS] = {false};
    for (size_t i = expected->count; i-- > 0;) {
        size_t j = 0;
        while (j < found->count && (taken[j] || !is_met(expected->at[i], found->at[j])))
            j++;
        if (j == found->count)
            return false;
        taken[j] = true;
    }
    return expected->count == found->count;
}

static void print_lines(const char *heading, const claim_lines *lines)
{
    print_error("    %s\n", heading);
    for (size_t i = 0; i < lines->count; i++)
        print_error("        %s\n", lines->at[i]);
}

static bool holds(const spec_example *example, const claim_lines *found)
{
    const claim_lines *expected = &example->expected;
    bool open = expected->count == 1 && strcmp(expected->at[0], "no accusation") == 0;
    return open ? accuse_nobody(found) : are_same(expected, found);
}

/* A number that ends in "!": the example is known not to hold yet. */
static bool is_marked(const spec_example *example)
{
    return example->number[strlen(example->number) - 1] == '!';
}

/* Whether the example does what its mark says: a marked one that holds loses its mark. */
static bool check(const char *language, const spec_example *example)
{
    claim_lines found = read_claims(language, example->text);
    bool right = holds(example, &found) != is_marked(example);
    if (!right) {
        print_error("%s %s: %s\n", language, example->number, example->text);
        if (is_marked(example))
            print_error("    holds now: take its mark off\n");
        print_lines("expected", &example->expected);
        print_lines("found", &found);
    }
    clear_lines(&found);
    return right;
}

typedef struct spec_counts {
    size_t all, marked, failed;
} spec_counts;

static void finish(const char *language, spec_example *example, spec_counts *counts)
{
    if (!example->text)
        return;
    counts->all++;
    counts->marked += is_marked(example);
    counts->failed += !check(language, example);
    clear_lines(&example->expected);
    free(example->number);
    free(example->text);
    memset(example, 0, sizeof *example);
}

static void take_line(ja_slice line, const char *language, spec_example *example,
                      spec_counts *counts)
{
    ja_slice text = ja_trim(line), number;
    if (text.length == 0 || line.at[0] == '#' || line.at[0] == '=')
        return;
    if (line.at[0] == ' ') {
        if (!ja_equal(text, JA_SLICE("nothing")))
            add_line(&example->expected, strndup(text.at, text.length));
        return;
    }
    finish(language, example, counts);
    assert_true(ja_next_field(&text, ' ', &number));
    example->number = strndup(number.at, number.length);
    example->text = strndup(text.at, text.length);
}

static void run_specification(const char *language)
{
    char path[64];
    snprintf(path, sizeof path, "tests/spec/%s.txt", language);
    ja_source *source;
    jaccuse_error error;
    if (ja_source_open(&source, path, &error) != JACCUSE_OK)
        fail_msg("%s: %s", path, error.message);
    spec_example example = {0};
    spec_counts counts = {0};
    ja_slice line;
    while (ja_source_line(source, 4096, &line, &error) == JACCUSE_OK)
        take_line(line, language, &example, &counts);
    finish(language, &example, &counts);
    ja_source_close(source);
    print_message("%s: %zu examples, %zu of them known not to hold yet\n", path, counts.all,
                  counts.marked);
    assert_true(counts.all >= 250);
    assert_int_equal(counts.failed, 0);
}

static void test_english(void **state)
{
    (void)state;
    run_specification("en");
}

static void test_french(void **state)
{
    (void)state;
    run_specification("fr");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_french),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
