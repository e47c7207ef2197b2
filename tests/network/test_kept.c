/* Networks that case files keep answer as those that are made of all records. */
#include "network/case_file.h"

static void expect_same_paths(const jaccuse_path_options *options)
{
    jaccuse_network *whole = read_all();
    size_t count = jaccuse_network_node_count(whole);
    for (size_t i = 0; i < count; i++) {
        jaccuse_network *kept = recall(); /* each time with no evidence read yet */
        assert_non_null(kept);
        assert_int_equal(jaccuse_network_node_count(kept), count);
        for (size_t j = 0; j < count; j++)
            expect_text(paths_text(whole, i, j, options), paths_text(kept, i, j, options));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

static void test_paths(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    size_t avoid = 2;
    jaccuse_path_options options = JACCUSE_PATH_OPTIONS_INIT;
    expect_same_paths(&options);
    options.directed = true;
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 10, .via = JACCUSE_VIA_ACCUSES};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 10, .via = JACCUSE_VIA_DENIES, .max_steps = 2};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 5, .all_shortest = true};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 5, .avoid = &avoid, .avoid_count = 1};
    expect_same_paths(&options);
}

static void test_dossiers(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    for (size_t i = 0; i < jaccuse_network_node_count(whole); i++) {
        jaccuse_network *kept = recall();
        assert_non_null(kept);
        expect_text(dossier_text(whole, i), dossier_text(kept, i));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

static void test_files(void **state)
{
    (void)state;
    static const jaccuse_format formats[] = {JACCUSE_JSON, JACCUSE_GRAPHML, JACCUSE_EVENTS,
                                             JACCUSE_DOT};
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        jaccuse_network *kept = recall();
        assert_non_null(kept);
        expect_text(file_text(whole, formats[i]), file_text(kept, formats[i]));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

/* What only edges are read for, before and after all else is. */
static void test_measures(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all(), *kept = recall();
    assert_non_null(kept);
    size_t count = jaccuse_network_node_count(whole);
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++) {
        const double *a, *b;
        assert_int_equal(jaccuse_network_measure(whole, (jaccuse_measure)i, &a, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_measure(kept, (jaccuse_measure)i, &b, NULL), JACCUSE_OK);
        for (size_t j = 0; j < count; j++)
            assert_true(a[j] == b[j] || (!jaccuse_is_defined(a[j]) && !jaccuse_is_defined(b[j])));
    }
    jaccuse_network_free(kept);
    jaccuse_network_free(whole);
}

/* Narrowing reads what stays, and everything is then counted anew. */
static void test_narrowing(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    size_t count = jaccuse_network_node_count(whole);
    for (size_t gone = 0; gone < count; gone++) {
        bool *stays = calloc(count, sizeof *stays);
        for (size_t i = 0; i < count; i++)
            stays[i] = i != gone;
        jaccuse_network *a = read_all(), *b = recall();
        assert_non_null(b);
        assert_int_equal(jaccuse_network_narrow(a, stays, NULL, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_narrow(b, stays, NULL, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_article_count(a), jaccuse_network_article_count(b));
        for (size_t i = 0; i + 1 < count; i++)
            expect_text(dossier_text(a, i), dossier_text(b, i));
        expect_text(file_text(a, JACCUSE_JSON), file_text(b, JACCUSE_JSON));
        jaccuse_network_free(a);
        jaccuse_network_free(b);
        free(stays);
    }
    jaccuse_network_free(whole);
}

static void test_periods(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *a = read_all(), *b = recall(), *part_a, *part_b;
    const jaccuse_period *periods;
    size_t count;
    assert_non_null(b);
    assert_int_equal(jaccuse_network_periods(b, JACCUSE_YEAR, &periods, &count, NULL), JACCUSE_OK);
    assert_int_equal(count, 2);
    assert_int_equal(jaccuse_network_between(a, "2021", NULL, &part_a, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_network_between(b, "2021", NULL, &part_b, NULL), JACCUSE_OK);
    expect_text(file_text(part_a, JACCUSE_JSON), file_text(part_b, JACCUSE_JSON));
    jaccuse_network_free(part_a);
    jaccuse_network_free(part_b);
    jaccuse_network_free(a);
    jaccuse_network_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_paths),    TEST(test_dossiers),  TEST(test_files),
        TEST(test_measures), TEST(test_narrowing), TEST(test_periods),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
