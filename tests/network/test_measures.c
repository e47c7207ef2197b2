/* Measures, on graphs small enough to compute by hand, and against networkx. */
#include "network/records.h"

#include <math.h>

#include "network/graph.h"

static const double *measure(jaccuse_network *network, jaccuse_measure measure)
{
    const double *values;
    jaccuse_error error;
    if (jaccuse_network_measure(network, measure, &values, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    return values;
}

/* NAN is expected where the measure says nothing. */
static void check(jaccuse_network *network, jaccuse_measure which, const double *expected)
{
    const double *values = measure(network, which);
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
        if (jaccuse_is_defined(expected[i]) ? !(fabs(values[i] - expected[i]) <= 1e-6)
                                            : jaccuse_is_defined(values[i]))
            fail_msg("%s of %s: %.9f instead of %.9f", jaccuse_measure_name(which),
                     jaccuse_network_node(network, i)->id, values[i], expected[i]);
}

/* b, c and d accuse a, who accuses nobody. The hubs are equal, the authority is a alone. PageRank:
 * leaf l = .15/4 + .85 * a/4, a = l + .85 * 3l, 3l + a = 1, so l = 1/6.55. No chain has a middle.
 * Harmonic: a is 1 from three; a leaf is 1 from a and 2 from two: (1 + .5 + .5) / 3. */
static void star(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "b", "a", 1);
    quarrel(network, "c", "a", 1);
    quarrel(network, "d", "a", 1);
    finish(network);
    double leaf = 1 / 6.55;
    check(network, JACCUSE_IN_STRENGTH, (double[]){3, 0, 0, 0});
    check(network, JACCUSE_OUT_STRENGTH, (double[]){0, 1, 1, 1});
    check(network, JACCUSE_PAGERANK, (double[]){3.55 * leaf, leaf, leaf, leaf});
    check(network, JACCUSE_HUB, (double[]){0, 1, 1, 1});
    check(network, JACCUSE_AUTHORITY, (double[]){1, 0, 0, 0});
    check(network, JACCUSE_BETWEENNESS, (double[]){0, 0, 0, 0});
    check(network, JACCUSE_HARMONIC, (double[]){1, 2.0 / 3, 2.0 / 3, 2.0 / 3});
    check(network, JACCUSE_CORENESS, (double[]){1, 1, 1, 1});
    check(network, JACCUSE_COMPONENT, (double[]){0, 0, 0, 0});
    jaccuse_network_free(network);
}

/* a -> b (2) -> c (1): b is the middle of the one chain among (3-1)(3-2) ordered pairs. Lengths
 * are .5 and 1, so that a is 2 and 1/1.5 near: mean 4/3. */
static void chain(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 2);
    quarrel(network, "b", "c", 1);
    finish(network);
    check(network, JACCUSE_BETWEENNESS, (double[]){0, 0.5, 0});
    check(network, JACCUSE_HARMONIC, (double[]){4.0 / 3, 1.5, 5.0 / 6});
    check(network, JACCUSE_IN_STRENGTH, (double[]){0, 2, 1});
    double reciprocity;
    assert_int_equal(jaccuse_network_reciprocity(network, &reciprocity, NULL), JACCUSE_OK);
    assert_true(reciprocity == 0);
    jaccuse_network_free(network);
}

/* Two triangles joined by c -> d, and a pair. In a triangle each has two edges: coreness 2. The
 * triangles are communities of one component; the pair is the other. */
static void two_triangles(void **state)
{
    (void)state;
    static const char *const edges[] = {"ab", "bc", "ca", "de", "ef", "fd", "cd", "xy", "yx"};
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        quarrel(network, (char[]){edges[i][0], 0}, (char[]){edges[i][1], 0}, 1);
    finish(network);
    check(network, JACCUSE_CORENESS, (double[]){2, 2, 2, 2, 2, 2, 2, 2});
    check(network, JACCUSE_COMPONENT, (double[]){0, 0, 0, 0, 0, 0, 1, 1});
    check(network, JACCUSE_STRONG_COMPONENT, (double[]){0, 0, 0, 1, 1, 1, 2, 2});
    check(network, JACCUSE_COMMUNITY, (double[]){0, 0, 0, 1, 1, 1, 2, 2});
    check(network, JACCUSE_COUNTER, (double[]){0, 0, 0, 0, 0, 0, 1, 1});
    double reciprocity; /* 1 of 8 joined pairs */
    assert_int_equal(jaccuse_network_reciprocity(network, &reciprocity, NULL), JACCUSE_OK);
    assert_true(fabs(reciprocity - 0.125) < 1e-12);
    jaccuse_network_free(network);
}

static jaccuse_network *seven(void)
{
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 2);
    quarrel(network, "a", "c", 1);
    quarrel(network, "b", "c", 1);
    quarrel(network, "c", "a", 1);
    quarrel(network, "d", "c", 3);
    quarrel(network, "d", "b", 1);
    quarrel(network, "e", "d", 1);
    quarrel(network, "f", "g", 2);
    finish(network);
    return network;
}

/* Computed with networkx 2.8 on the DiGraph of these edges, length = 1/weight: pagerank_python
 * (alpha .85), betweenness_centrality(weight="length"), core_number; harmonic_centrality of the
 * undirected graph with the shorter of two lengths, divided by n - 1. HITS: 5000 rounds of
 * a = sum of w * h over the edges in, h = sum of w * a over those out, the largest made 1. */
static void like_networkx(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    check(network, JACCUSE_PAGERANK,
          (double[]){0.304935971, 0.211298893, 0.326234044, 0.051128512, 0.027637034, 0.027637034,
                     0.051128512});
    check(network, JACCUSE_HUB, (double[]){0.597943612, 0.280411278, 0, 1, 0, 0, 0});
    check(network, JACCUSE_AUTHORITY, (double[]){0, 0.566190379, 1, 0, 0, 0, 0});
    check(network, JACCUSE_BETWEENNESS, (double[]){0.033333333, 0, 0.1, 0.1, 0, 0, 0});
    check(network, JACCUSE_HARMONIC,
          (double[]){0.696428571, 0.75, 0.958333333, 0.958333333, 0.446428571, 0.333333333,
                     0.333333333});
    check(network, JACCUSE_CORENESS, (double[]){2, 2, 2, 2, 1, 1, 1});
    jaccuse_network_free(network);
}

/* igraph 0.10.2 makes a the hub of this. */
static void two_actors(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "b", "a", 1);
    finish(network);
    check(network, JACCUSE_HUB, (double[]){0, 1});
    check(network, JACCUSE_AUTHORITY, (double[]){1, 0});
    jaccuse_network_free(network);
}

/* Two quarrels of equal weight that have nothing to do with each other: no side is preferred. */
static void two_quarrels(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 2);
    quarrel(network, "c", "d", 2);
    finish(network);
    check(network, JACCUSE_HUB, (double[]){1, 0, 1, 0});
    check(network, JACCUSE_AUTHORITY, (double[]){0, 1, 0, 1});
    check(network, JACCUSE_COMPONENT, (double[]){0, 0, 1, 1});
    jaccuse_network_free(network);
}

static void values_are_kept(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    assert_ptr_equal(measure(network, JACCUSE_COMMUNITY), measure(network, JACCUSE_COMMUNITY));
    jaccuse_network_free(network);
}

static void answered(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 3);
    test_article article;
    start(&article, "x", "en", NULL);
    size_t a = actor(&article, "a", "a"), b = actor(&article, "b", "b");
    deny(&article, b, accuse(&article, a, b));
    add(network, &article);
    finish(network);
    check(network, JACCUSE_ANSWERED, (double[]){NAN, 0.25}); /* nobody accuses a */
    check(network, JACCUSE_OUT_STRENGTH, (double[]){4, 0});  /* the denial is no accusation */
    jaccuse_network_free(network);
}

typedef struct telling {
    const char *by, *against; /* by NULL: nobody is named */
    const char *date, *outlet, *language;
    bool denied;
} telling;

/* One article each. */
static jaccuse_network *told(const telling *tellings, size_t count)
{
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "t%zu", i);
        test_article article;
        start(&article, id, tellings[i].language, tellings[i].date);
        article.record.outlet = tellings[i].outlet;
        const char *by = tellings[i].by;
        size_t a = by ? actor(&article, by, by) : JACCUSE_NONE;
        size_t b = actor(&article, tellings[i].against, tellings[i].against);
        size_t accusation = accuse(&article, a, b);
        if (tellings[i].denied)
            deny(&article, b, accusation);
        add(network, &article);
    }
    finish(network);
    return network;
}

/* Who accuses a: b, told on 28 February of a leap year and denied on 2 March, three days later;
 * what is told afterwards changes nothing. c, denied on the very day. d, never denied; e, denied in
 * an article of which nobody knows the date. So his median is that of 3 and 0. b is accused of
 * late, and has not denied it; of c, d and e nobody says anything. */
static void delay(void **state)
{
    (void)state;
    static const telling tellings[] = {
        {"b", "a", "2024-02-28", NULL, NULL, false}, {"b", "a", "2024-03-02", NULL, NULL, true},
        {"b", "a", "2024-05-01", NULL, NULL, true},  {"c", "a", "2024-04-01", NULL, NULL, true},
        {"d", "a", "2024-04-01", NULL, NULL, false}, {"e", "a", "2024-04-01", NULL, NULL, false},
        {"e", "a", NULL, NULL, NULL, true},          {"a", "b", "2024-06-01", NULL, NULL, false},
        {NULL, "a", "2023-01-01", NULL, NULL, true},
    };
    jaccuse_network *network = told(tellings, sizeof tellings / sizeof *tellings);
    check(network, JACCUSE_DELAY, (double[]){1.5, NAN, NAN, NAN, NAN});
    check(network, JACCUSE_UNANSWERED, (double[]){3, 1, 0, 0, 0});
    check(network, JACCUSE_ANSWERED, (double[]){5.0 / 8, 0, NAN, NAN, NAN});
    jaccuse_network_free(network);
}

/* a and b accuse each other, a and c too; d accuses a, and nobody him. */
static void counter(void **state)
{
    (void)state;
    static const telling tellings[] = {
        {"a", "b", NULL, NULL, NULL, false}, {"b", "a", NULL, NULL, NULL, true},
        {"a", "c", NULL, NULL, NULL, false}, {"c", "a", NULL, NULL, NULL, false},
        {"d", "a", NULL, NULL, NULL, false}, {"c", "d", NULL, NULL, NULL, false},
    };
    jaccuse_network *network = told(tellings, sizeof tellings / sizeof *tellings);
    check(network, JACCUSE_COUNTER, (double[]){2, 1, 1, 0});
    jaccuse_network_free(network);
}

/* One paper writes its name in two ways; what accuses nobody by name is carried too; of d it is not
 * known who carries it; a is not accused at all. */
static void carriers(void **state)
{
    (void)state;
    static const telling tellings[] = {
        {"a", "b", NULL,
         "L'\xC3\x89"
         "cho",
         "fr", false},
        {"c", "b", NULL, "l'echo", "fr", false},
        {NULL, "b", NULL, "The Ledger", "en", false},
        {"a", "c", NULL, "The Ledger", "en", false},
        {"a", "c", NULL, NULL, "en", false},
        {"a", "d", NULL, NULL, NULL, false},
    };
    jaccuse_network *network = told(tellings, sizeof tellings / sizeof *tellings);
    check(network, JACCUSE_OUTLETS, (double[]){0, 2, 1, NAN});
    check(network, JACCUSE_LANGUAGES, (double[]){0, 2, 1, NAN});
    jaccuse_network_free(network);
}

/* No node at all, and nodes without an edge. */
static void without_edges(void **state)
{
    (void)state;
    for (size_t count = 0; count < 4; count++) {
        jaccuse_network *network = network_with(NULL);
        test_article article;
        start(&article, "x", "en", NULL);
        for (size_t i = 0; i < count; i++)
            accuse(&article, JACCUSE_NONE, actor(&article, &"a\0b\0c"[2 * i], "X"));
        add(network, &article);
        finish(network);
        for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++)
            assert_non_null(measure(network, (jaccuse_measure)i));
        if (count == 3) {
            check(network, JACCUSE_PAGERANK, (double[]){1.0 / 3, 1.0 / 3, 1.0 / 3});
            check(network, JACCUSE_COMMUNITY, (double[]){0, 1, 2});
            check(network, JACCUSE_HUB, (double[]){0, 0, 0});
        }
        double reciprocity;
        assert_int_equal(jaccuse_network_reciprocity(network, &reciprocity, NULL), JACCUSE_OK);
        assert_true(reciprocity == 0);
        jaccuse_network_free(network);
    }
}

static void names_and_meanings(void **state)
{
    (void)state;
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++) {
        assert_non_null(jaccuse_measure_meaning((jaccuse_measure)i));
        assert_int_equal(jaccuse_measure_from_name(jaccuse_measure_name((jaccuse_measure)i)), i);
    }
    assert_string_equal(jaccuse_measure_name(JACCUSE_PAGERANK), "pagerank");
    assert_null(jaccuse_measure_name(JACCUSE_MEASURE_COUNT));
    assert_null(jaccuse_measure_meaning((jaccuse_measure)-1));
    assert_int_equal(jaccuse_measure_from_name("fame"), JACCUSE_MEASURE_COUNT);
    assert_int_equal(jaccuse_measure_from_name(NULL), JACCUSE_MEASURE_COUNT);
    assert_true(jaccuse_measure_is_number(JACCUSE_STRONG_COMPONENT));
    assert_false(jaccuse_measure_is_number(JACCUSE_CORENESS));
    assert_true(jaccuse_measure_is_whole(JACCUSE_CORENESS));
    assert_false(jaccuse_measure_is_whole(JACCUSE_MEASURE_COUNT));
}

static void wrong_calls(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    const double *values;
    double reciprocity;
    assert_int_equal(jaccuse_network_measure(network, JACCUSE_HUB, &values, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_reciprocity(network, &reciprocity, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    finish(network);
    assert_int_equal(jaccuse_network_measure(network, JACCUSE_MEASURE_COUNT, &values, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

/* A graph that igraph refuses: an edge to a node that is not there, and a length below zero. */
static void igraph_errors_do_not_abort(void **state)
{
    (void)state;
    const size_t source[] = {0}, nowhere[] = {7};
    const double weight[] = {1};
    jaccuse_error error;
    ja_graph graph = {2, 1, source, nowhere, weight, weight};
    ja_solver *solver;
    assert_int_equal(ja_solver_new(&solver, &graph, &error), JACCUSE_ERROR_ALGORITHM);
    assert_int_equal(strncmp(error.message, "igraph: ", 8), 0);
    assert_null(solver);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(star),
        cmocka_unit_test(chain),
        cmocka_unit_test(two_triangles),
        cmocka_unit_test(like_networkx),
        cmocka_unit_test(two_actors),
        cmocka_unit_test(two_quarrels),
        cmocka_unit_test(values_are_kept),
        cmocka_unit_test(answered),
        cmocka_unit_test(delay),
        cmocka_unit_test(counter),
        cmocka_unit_test(carriers),
        cmocka_unit_test(without_edges),
        cmocka_unit_test(names_and_meanings),
        cmocka_unit_test(wrong_calls),
        cmocka_unit_test(igraph_errors_do_not_abort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
