/* Filters: which articles, accusations and edges are let in. */
#include "network/records.h"

static bool is_admitted(const jaccuse_network_options *options, const test_article *article)
{
    jaccuse_network *network = network_with(options);
    add(network, article);
    finish(network);
    bool admitted = jaccuse_network_article_count(network) == 1;
    jaccuse_network_free(network);
    return admitted;
}

static bool admits_date(const char *since, const char *until, const char *date)
{
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.since = since;
    options.until = until;
    test_article article;
    start(&article, "a", "en", date);
    return is_admitted(&options, &article);
}

static void dates(void **state)
{
    (void)state;
    assert_true(admits_date("2021", "2021", "2021-01-01"));
    assert_true(admits_date("2021", "2021", "2021-12-31"));
    assert_false(admits_date("2021", NULL, "2020-12-31"));
    assert_false(admits_date(NULL, "2021", "2022-01-01"));
    assert_true(admits_date("2021-07", "2021-07", "2021-07-31"));
    assert_false(admits_date(NULL, "2021-06", "2021-07-01"));
    assert_true(admits_date("2021-07-20", "2021-07-20", "2021-07-20"));
    assert_false(admits_date("2021-07-21", NULL, "2021-07-20"));
    assert_false(admits_date("2021", NULL, NULL)); /* undated */
    assert_true(admits_date(NULL, NULL, NULL));
}

static void wrong_dates(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",          "21",         "2021-",      "2021-13",
                                        "2021-7-01", "2021-02-29", "2021-01-00", "2021-01-01T00",
                                        "yesterday"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
        options.until = wrong[i];
        jaccuse_network *network;
        jaccuse_error error;
        assert_int_equal(jaccuse_network_new(&network, &options, &error), JACCUSE_ERROR_ARGUMENT);
        assert_null(network);
    }
    assert_true(admits_date("2020-02-29", NULL, "2020-02-29"));
}

static void languages_and_outlets(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    test_article article;
    start(&article, "a", "fr", NULL);
    article.record.outlet = "Le Méridien";
    options.language = "FR";
    assert_true(is_admitted(&options, &article));
    options.language = "en";
    assert_false(is_admitted(&options, &article));
    options.language = NULL;
    options.outlet = "le meridien";
    assert_true(is_admitted(&options, &article));
    options.outlet = "meridien";
    assert_false(is_admitted(&options, &article));
    article.record.outlet = NULL;
    assert_false(is_admitted(&options, &article));
}

/* The denial goes with the accusation that it answers; the unlinked one stays. */
static void certainty(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    size_t c = actor(&article, "c", "C"), d = actor(&article, "d", "D");
    size_t weak = accuse(&article, a, b);
    article.claims[weak].certainty = JACCUSE_ALLEGED;
    accuse(&article, a, c);
    deny(&article, b, weak);
    deny(&article, d, JACCUSE_NONE);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.certainty = JACCUSE_ASSERTED;
    jaccuse_network *network = network_with(&options);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_non_null(edge(network, "a", JACCUSE_ACCUSES, "c"));
    assert_int_equal(node_of(network, "b"), JACCUSE_NONE);
    assert_int_equal(node(network, "d")->denials_made, 1);
    jaccuse_network_free(network);
}

static void min_weight(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.min_weight = 2;
    jaccuse_network *network = network_with(&options);
    quarrel(network, "b", "c", 2);
    quarrel(network, "a", "b", 1);
    quarrel(network, "e", "f", 1);
    test_article article;
    start(&article, "x", "en", NULL);
    accuse(&article, JACCUSE_NONE, actor(&article, "f", "F"));
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_node_count(network), 3); /* b, c; f for the unattributed */
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_true(edge(network, "b", JACCUSE_ACCUSES, "c")->weight == 2);
    assert_int_equal(node(network, "f")->unattributed_count, 1);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(wrong_dates),
        cmocka_unit_test(languages_and_outlets),
        cmocka_unit_test(certainty),
        cmocka_unit_test(min_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
