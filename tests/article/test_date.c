/* Dates out of what sources write. */
#include "fixture.h"

#include "article/date.h"

typedef struct question {
    ja_arena *arena;
    const char *text;
    const char *answer;
} question;

static void ask(void *context)
{
    question *q = context;
    q->answer = ja_date_find(q->arena, q->text);
}

static void expect(const char *text, const char *date)
{
    ja_arena arena;
    ja_arena_init(&arena);
    question q = {&arena, text, NULL};
    assert_true(ja_arena_run(&arena, ask, &q));
    if (date && !q.answer)
        fail_msg("no date in \"%s\"", text);
    if (date)
        assert_string_equal(q.answer, date);
    else
        assert_null(q.answer);
    ja_arena_clear(&arena);
}

static void test_dates(void **state)
{
    (void)state;
    expect("2025-11-15", "2025-11-15");
    expect("2025-11-15T07:40:00+00:00", "2025-11-15");
    expect("2025-11-15 10:00:00", "2025-11-15");
    expect("20240113T101500+0100", "2024-01-13");
    expect("20240113", "2024-01-13");
    expect("2024-02-29", "2024-02-29");
    expect("2024/01/13", "2024-01-13");
    expect("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02");
    expect("13 janvier 2024", "2024-01-13");
    expect("le 1er août 2023 à 10h", "2023-08-01");
    expect("January 13, 2024", "2024-01-13");
    expect("Published: 2nd March 2021", "2021-03-02");
}

static void test_no_dates(void **state)
{
    (void)state;
    expect(NULL, NULL);
    expect("", NULL);
    expect("None", NULL);
    expect("yesterday", NULL);
    expect("2025-13-01", NULL);
    expect("2025-00-10", NULL);
    expect("2025-02-29", NULL);
    expect("31 février 2024", NULL);
    expect("31 April 2024", NULL);
    expect("1700000000", NULL);
    expect("120250-11-15", NULL);
    expect("12 2024", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates),
                                       cmocka_unit_test(test_no_dates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
