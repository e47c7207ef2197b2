/* Periods, and what a stretch of time tells. */
#include "network/records.h"

static void told_on(jaccuse_network *network, const char *date, const char *by, const char *against,
                    bool denied)
{
    static unsigned number;
    char id[32];
    snprintf(id, sizeof id, "p%u", number++);
    test_article article;
    start(&article, id, "en", date);
    size_t a = actor(&article, by, by), b = actor(&article, against, against);
    size_t accusation = accuse(&article, a, b);
    if (denied)
        deny(&article, b, accusation);
    add(network, &article);
}

/* a accuses b three times, in three months; b denies the second; c accuses a in the last week. */
static jaccuse_network *quarrel_of_a_year(void)
{
    jaccuse_network *network = network_with(NULL);
    told_on(network, "2021-01-03", "a", "b", false); /* the last day of 2020-W53 */
    told_on(network, "2021-01-04", "a", "b", true);
    told_on(network, "2021-03", "a", "b", false);
    told_on(network, "2021", "a", "b", false);
    told_on(network, "2024-12-30T08:00", "c", "a", false); /* the first of 2025-W01 */
    told_on(network, NULL, "c", "a", false);
    told_on(network, "lately", "c", "a", false);
    finish(network);
    return network;
}

static void check_periods(jaccuse_network *network, jaccuse_every every, const char *expected)
{
    const jaccuse_period *periods;
    size_t count;
    char found[256] = "";
    assert_int_equal(jaccuse_network_periods(network, every, &periods, &count, NULL), JACCUSE_OK);
    for (size_t i = 0; i < count; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s %s..%s; ",
                 periods[i].name, periods[i].since, periods[i].until);
    assert_string_equal(found, expected);
}

static void periods(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_a_year();
    check_periods(network, JACCUSE_DAY,
                  "2021-01-03 2021-01-03..2021-01-03; 2021-01-04 2021-01-04..2021-01-04; "
                  "2024-12-30 2024-12-30..2024-12-30; ");
    check_periods(network, JACCUSE_WEEK,
                  "2020-W53 2020-12-28..2021-01-03; 2021-W01 2021-01-04..2021-01-10; "
                  "2025-W01 2024-12-30..2025-01-05; ");
    check_periods(network, JACCUSE_MONTH,
                  "2021-01 2021-01..2021-01; 2021-03 2021-03..2021-03; 2024-12 2024-12..2024-12; ");
    check_periods(network, JACCUSE_QUARTER, "2021-Q1 2021-01..2021-03; 2024-Q4 2024-10..2024-12; ");
    check_periods(network, JACCUSE_YEAR, "2021 2021..2021; 2024 2024..2024; ");
    const jaccuse_period *list, *again;
    size_t count;
    assert_int_equal(jaccuse_network_periods(network, JACCUSE_DAY, &list, &count, NULL),
                     JACCUSE_OK);
    assert_int_equal(jaccuse_network_periods(network, JACCUSE_DAY, &again, &count, NULL),
                     JACCUSE_OK);
    assert_ptr_equal(list, again);
    jaccuse_network_free(network);
}

static jaccuse_network *between(jaccuse_network *network, const char *since, const char *until)
{
    jaccuse_network *part;
    assert_int_equal(jaccuse_network_between(network, since, until, &part, NULL), JACCUSE_OK);
    return part;
}

static void stretches(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_a_year();
    jaccuse_network *part = between(network, "2021-01", "2021-01");
    assert_int_equal(jaccuse_network_node_count(part), 2);
    assert_int_equal(jaccuse_network_edge_count(part), 2);
    const jaccuse_edge *accuses = edge(part, "a", JACCUSE_ACCUSES, "b");
    assert_true(accuses->weight == 2);
    assert_int_equal(accuses->articles, 2);
    assert_int_equal(accuses->answered, 1);
    assert_string_equal(accuses->first_date, "2021-01-03");
    assert_string_equal(accuses->last_date, "2021-01-04");
    assert_int_equal(accuses->evidence_count, 2);
    const jaccuse_edge *denies = edge(part, "b", JACCUSE_DENIES, "a");
    assert_true(denies->weight == 1);
    assert_int_equal(denies->accused, node_of(part, "b"));
    assert_int_equal(node(part, "b")->accusations_received, 2);
    assert_int_equal(node(part, "b")->accusations_denied, 1);
    assert_int_equal(node(part, "b")->denials_made, 1);
    assert_int_equal(node(part, "a")->accusations_made, 2);
    assert_int_equal(jaccuse_network_article_count(part), 2);
    assert_int_equal(jaccuse_network_story_count(part), 2);
    assert_string_equal(jaccuse_network_first_date(part), "2021-01-03");
    size_t found; /* names are those of the whole */
    assert_int_equal(jaccuse_network_find(part, "B", &found, NULL), JACCUSE_OK);
    assert_int_equal(found, node_of(part, "b"));
    jaccuse_network_free(part);

    part = between(network, "2021-02", NULL);
    assert_true(edge(part, "a", JACCUSE_ACCUSES, "b")->weight == 1); /* that of March */
    assert_non_null(edge(part, "c", JACCUSE_ACCUSES, "a"));
    assert_null(edge(part, "b", JACCUSE_DENIES, "a"));
    jaccuse_network_free(part);
    part = between(network, NULL, "2020");
    assert_int_equal(jaccuse_network_node_count(part), 0);
    const double *values;
    assert_int_equal(jaccuse_network_measure(part, JACCUSE_PAGERANK, &values, NULL), JACCUSE_OK);
    jaccuse_network_free(part);
    jaccuse_network_free(network);
}

/* What was narrowed away is in no stretch of what is left. */
static void narrowed(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_a_year();
    jaccuse_network_free(between(network, NULL, NULL));
    bool keep[] = {true, false, true}; /* a, b, c */
    assert_int_equal(jaccuse_network_narrow(network, keep, NULL, NULL), JACCUSE_OK);
    jaccuse_network *part = between(network, "2021", "2024");
    assert_int_equal(jaccuse_network_node_count(part), 2);
    assert_int_equal(jaccuse_network_edge_count(part), 1);
    jaccuse_network_free(part);
    check_periods(network, JACCUSE_YEAR, "2024 2024..2024; ");
    jaccuse_network_free(network);
}

/* A stretch tells the same as a network of its articles alone. */
static void like_a_network_of_its_own(void **state)
{
    (void)state;
    jaccuse_network *whole = network_with(NULL);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.since = options.until = "2022-05";
    jaccuse_network *own = network_with(&options);
    for (size_t i = 0; i < 60; i++) {
        char by[8], against[8], date[16];
        snprintf(by, sizeof by, "n%zu", i * 7 % 11);
        snprintf(against, sizeof against, "n%zu", (i * 5 + 1) % 11);
        snprintf(date, sizeof date, "2022-%02zu-%02zu", 4 + i % 3, 1 + i % 28);
        if (strcmp(by, against) == 0)
            continue;
        told_on(whole, date, by, against, i % 4 == 0);
        told_on(own, date, by, against, i % 4 == 0);
    }
    finish(whole);
    finish(own);
    jaccuse_network *part = between(whole, "2022-05", "2022-05");
    assert_int_equal(jaccuse_network_node_count(part), jaccuse_network_node_count(own));
    assert_int_equal(jaccuse_network_edge_count(part), jaccuse_network_edge_count(own));
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++) {
        const double *a, *b;
        assert_int_equal(jaccuse_network_measure(part, (jaccuse_measure)i, &a, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_measure(own, (jaccuse_measure)i, &b, NULL), JACCUSE_OK);
        for (size_t j = 0; j < jaccuse_network_node_count(own); j++)
            assert_true(a[j] == b[j] || !(jaccuse_is_defined(a[j]) || jaccuse_is_defined(b[j])));
    }
    jaccuse_network_free(part);
    jaccuse_network_free(own);
    jaccuse_network_free(whole);
}

static void wrong_calls(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL), *part;
    const jaccuse_period *list;
    size_t count;
    assert_int_equal(jaccuse_network_between(network, NULL, NULL, &part, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_periods(network, JACCUSE_DAY, &list, &count, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    finish(network);
    assert_int_equal(jaccuse_network_between(network, "yesterday", NULL, &part, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    assert_null(part);
    assert_int_equal(jaccuse_network_periods(network, JACCUSE_EVERY_COUNT, &list, &count, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
    assert_int_equal(jaccuse_every_from_name("week"), JACCUSE_WEEK);
    assert_int_equal(jaccuse_every_from_name("century"), JACCUSE_EVERY_COUNT);
    assert_string_equal(jaccuse_every_name(JACCUSE_QUARTER), "quarter");
    assert_null(jaccuse_every_name(JACCUSE_EVERY_COUNT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods),     cmocka_unit_test(stretches),
        cmocka_unit_test(narrowed),    cmocka_unit_test(like_a_network_of_its_own),
        cmocka_unit_test(wrong_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
