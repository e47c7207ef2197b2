/* What there is about one actor, and what stands across from each claim. */
#include "network/records.h"

static jaccuse_dossier *dossier_of(jaccuse_network *network, const char *id)
{
    jaccuse_dossier *dossier;
    assert_int_equal(jaccuse_dossier_new(&dossier, network, node_of(network, id), NULL),
                     JACCUSE_OK);
    return dossier;
}

/* The edges of a section, "a>b c>d". */
static void expect_section(const jaccuse_network *network, const jaccuse_dossier *dossier,
                           jaccuse_section section, const char *expected)
{
    char told[256] = "";
    for (size_t i = 0; i < dossier->edge_count[section]; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, dossier->edges[section][i]);
        snprintf(told + strlen(told), sizeof told - strlen(told), "%s%s>%s", i ? " " : "",
                 jaccuse_network_node(network, edge->source)->id,
                 jaccuse_network_node(network, edge->target)->id);
    }
    assert_string_equal(told, expected);
}

/* b accuses a, who denies it, as do his spokesman s and s's clerk t; s accuses b; c accuses s. */
static jaccuse_network *quarrel_of_two(void)
{
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", "2021-03-05");
    size_t a = actor(&article, "a", "Abel"), b = actor(&article, "b", "Bo");
    size_t s = actor(&article, "s", "Sam"), t = actor(&article, "t", "Tom");
    size_t c = actor(&article, "c", "Cy");
    article.actors[s].of = a;
    article.actors[t].of = s;
    size_t accusation = accuse(&article, b, a);
    deny(&article, a, accusation);
    deny(&article, s, accusation);
    deny(&article, t, accusation);
    accuse(&article, s, b);
    accuse(&article, c, s);
    add(network, &article);
    finish(network);
    return network;
}

static void sorts_his_edges(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_two();
    jaccuse_dossier *dossier = dossier_of(network, "a");
    expect_section(network, dossier, JACCUSE_ACCUSED_BY, "b>a");
    expect_section(network, dossier, JACCUSE_ACCUSING, "");
    expect_section(network, dossier, JACCUSE_DENYING, "a>b");
    expect_section(network, dossier, JACCUSE_DEFENDED_BY, "s>b t>b");
    expect_section(network, dossier, JACCUSE_BY_HIS_PEOPLE, "s>b");
    assert_int_equal(dossier->people_count, 2);
    assert_int_equal(dossier->people[0], node_of(network, "s"));
    assert_true(dossier->is_his[node_of(network, "t")]);
    assert_false(dossier->is_his[node_of(network, "a")]);
    jaccuse_dossier_free(dossier);
    dossier = dossier_of(network, "b");
    expect_section(network, dossier, JACCUSE_ACCUSING, "b>a");
    expect_section(network, dossier, JACCUSE_ACCUSED_BY, "s>b");
    expect_section(network, dossier, JACCUSE_CONTRADICTED_BY, "a>b s>b t>b");
    assert_int_equal(dossier->people_count, 0);
    jaccuse_dossier_free(dossier);
    jaccuse_network_free(network);
}

static void tells_what_answers(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_two();
    const jaccuse_evidence *accusation = edge(network, "b", JACCUSE_ACCUSES, "a")->evidence;
    const jaccuse_evidence *denial = edge(network, "s", JACCUSE_DENIES, "b")->evidence;
    const char *const deniers[] = {"a", "s", "t"}, *const claims[] = {"c2", "c3", "c4"};
    jaccuse_counterclaim claim = {0};
    for (size_t i = 0; i < 3; i++) {
        assert_true(jaccuse_network_counterclaim(network, accusation, &claim));
        assert_string_equal(claim.by_id, deniers[i]);
        assert_string_equal(claim.claim_id, claims[i]);
        assert_int_equal(claim.by, node_of(network, deniers[i]));
        assert_string_equal(claim.quote, "They did it.");
    }
    assert_false(jaccuse_network_counterclaim(network, accusation, &claim));
    claim = (jaccuse_counterclaim){0};
    assert_true(jaccuse_network_counterclaim(network, denial, &claim));
    assert_string_equal(claim.by_label, "Bo");
    assert_false(jaccuse_network_counterclaim(network, denial, &claim));
    jaccuse_network_free(network);
}

/* One who is narrowed away still is who he is; and nobody stays nobody. */
static void tells_who_is_not_there(void **state)
{
    (void)state;
    jaccuse_network *network = quarrel_of_two();
    bool keep[5] = {false};
    keep[node_of(network, "a")] = keep[node_of(network, "b")] = true;
    assert_int_equal(jaccuse_network_narrow(network, keep, NULL, NULL), JACCUSE_OK);
    jaccuse_counterclaim claim = {0};
    const jaccuse_evidence *accusation = edge(network, "b", JACCUSE_ACCUSES, "a")->evidence;
    assert_true(jaccuse_network_counterclaim(network, accusation, &claim)); /* by a */
    assert_true(jaccuse_network_counterclaim(network, accusation, &claim));
    assert_string_equal(claim.by_label, "Sam");
    assert_int_equal(claim.by, JACCUSE_NONE);
    jaccuse_network_free(network);
    network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    size_t a = actor(&article, "a", "a");
    deny(&article, a, accuse(&article, JACCUSE_NONE, a));
    deny(&article, JACCUSE_NONE, 0);
    add(network, &article);
    finish(network);
    accusation = node(network, "a")->unattributed;
    claim = (jaccuse_counterclaim){0};
    assert_true(jaccuse_network_counterclaim(network, accusation, &claim));
    assert_string_equal(claim.by_id, "a");
    assert_true(jaccuse_network_counterclaim(network, accusation, &claim));
    assert_null(claim.by_id);
    assert_false(jaccuse_network_counterclaim(network, accusation, &claim));
    jaccuse_network_free(network);
}

/* Accusations at these dates, one article each. */
static jaccuse_dossier *dossier_along(jaccuse_network *network, const char *const *dates,
                                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "%zu", i);
        test_article article;
        start(&article, id, "en", dates[i]);
        size_t a = actor(&article, "a", "a");
        accuse(&article, actor(&article, "b", "b"), a);
        add(network, &article);
    }
    finish(network);
    return dossier_of(network, "a");
}

static void counts_by_periods(void **state)
{
    (void)state;
    static const struct {
        const char *dates[3];
        size_t months, count;
        const char *first, *last;
    } cases[] = {
        {{"2021-11-30", "2021-12-01", "2022-02-03"}, 1, 4, "2021-11", "2022-02"},
        {{"2019-02-01", "2019-02-02", "2024-12-31"}, 3, 24, "2019-01", "2024-10"},
        {{"2021-11-30", "2021", "2022-02-03"}, 12, 2, "2021", "2022"},
        {{"0001-01-01", "2021-01-01", "9999-12-31"}, 1200, 100, "0000", "9900"},
        {{"2021-05-05", NULL, NULL}, 1, 1, "2021-05", "2021-05"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        jaccuse_network *network = network_with(NULL);
        jaccuse_dossier *dossier = dossier_along(network, cases[i].dates, 3);
        size_t sum = 0, dated = 0;
        assert_int_equal(dossier->months, cases[i].months);
        assert_int_equal(dossier->period_count, cases[i].count);
        assert_string_equal(dossier->periods[0].from, cases[i].first);
        assert_string_equal(dossier->periods[dossier->period_count - 1].from, cases[i].last);
        for (size_t j = 0; j < dossier->period_count; j++)
            sum += dossier->periods[j].accused;
        for (size_t j = 0; j < 3; j++)
            dated += cases[i].dates[j] != NULL;
        assert_int_equal(sum, dated);
        jaccuse_dossier_free(dossier);
        jaccuse_network_free(network);
    }
}

static void has_no_time_without_dates(void **state)
{
    (void)state;
    static const char *const dates[] = {NULL, NULL};
    jaccuse_network *network = network_with(NULL);
    jaccuse_dossier *dossier = dossier_along(network, dates, 2);
    assert_int_equal(dossier->period_count, 0);
    jaccuse_dossier_free(dossier);
    assert_int_equal(jaccuse_dossier_new(&dossier, network, 99, NULL), JACCUSE_ERROR_ARGUMENT);
    assert_null(dossier);
    assert_null(jaccuse_section_name(JACCUSE_SECTION_COUNT));
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts_his_edges),           cmocka_unit_test(tells_what_answers),
        cmocka_unit_test(tells_who_is_not_there),    cmocka_unit_test(counts_by_periods),
        cmocka_unit_test(has_no_time_without_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
