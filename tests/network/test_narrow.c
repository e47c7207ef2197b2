/* Narrowing: what stays, and that all that points to it still does. */
#include "network/records.h"

/* a accuses b twice, b accuses c, c (of d) denies b about c, d accuses a. */
static jaccuse_network *small_network(void)
{
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 2);
    quarrel(network, "d", "a", 1);
    test_article article;
    start(&article, "x", "en", "2021-02-01");
    size_t b = actor(&article, "b", "b"), c = actor(&article, "c", "c");
    article.actors[c].of = actor(&article, "d", "d");
    size_t accusation = accuse(&article, b, c);
    deny(&article, article.actors[c].of, accusation);
    add(network, &article);
    finish(network);
    return network;
}

static void narrow(jaccuse_network *network, const bool *nodes, const bool *edges)
{
    assert_int_equal(jaccuse_network_narrow(network, nodes, edges, NULL), JACCUSE_OK);
}

static double measure_of(jaccuse_network *network, jaccuse_measure measure, const char *id)
{
    const double *values;
    assert_int_equal(jaccuse_network_measure(network, measure, &values, NULL), JACCUSE_OK);
    assert_true(node_of(network, id) != JACCUSE_NONE);
    return values[node_of(network, id)];
}

static void all_stays(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    narrow(network, NULL, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 4);
    assert_int_equal(jaccuse_network_edge_count(network), 4);
    assert_int_equal(node(network, "c")->of, node_of(network, "d"));
    assert_int_equal(edge(network, "d", JACCUSE_DENIES, "b")->accused, node_of(network, "c"));
    jaccuse_network_free(network);
}

/* Without a: what points behind it moves up by one. */
static void numbers_move(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    narrow(network, (bool[]){false, true, true, true}, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 3);
    assert_int_equal(jaccuse_network_edge_count(network), 2);
    assert_string_equal(jaccuse_network_node(network, 0)->id, "b");
    assert_int_equal(node(network, "c")->of, 2);
    const jaccuse_edge *denial = edge(network, "d", JACCUSE_DENIES, "b");
    assert_int_equal(denial->accused, 1);
    assert_non_null(edge(network, "b", JACCUSE_ACCUSES, "c"));
    jaccuse_network_free(network);
}

/* Four articles, of which one is evidence for what is left. */
static void articles_are_those_of_what_is_left(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    assert_int_equal(jaccuse_network_article_count(network), 4);
    assert_string_equal(jaccuse_network_first_date(network), "2021-01-01");
    narrow(network, (bool[]){false, true, true, true}, NULL);
    assert_int_equal(jaccuse_network_article_count(network), 1);
    assert_int_equal(jaccuse_network_story_count(network), 1);
    assert_string_equal(jaccuse_network_first_date(network), "2021-02-01");
    assert_string_equal(jaccuse_network_last_date(network), "2021-02-01");
    narrow(network, (bool[]){true, false, false}, NULL);
    assert_int_equal(jaccuse_network_article_count(network), 0);
    assert_null(jaccuse_network_last_date(network));
    jaccuse_network_free(network);
}

static void what_is_gone_is_none(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    narrow(network, (bool[]){true, true, false, true}, NULL);
    assert_int_equal(edge(network, "d", JACCUSE_DENIES, "b")->accused, JACCUSE_NONE);
    jaccuse_network_free(network);
    network = small_network();
    narrow(network, (bool[]){true, true, true, false}, NULL);
    assert_int_equal(node(network, "c")->of, JACCUSE_NONE);
    assert_null(edge(network, "d", JACCUSE_DENIES, "b"));
    jaccuse_network_free(network);
}

/* Nodes stay though all their edges go. */
static void edges_alone(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    bool keep[4] = {false};
    for (size_t i = 0; i < 4; i++)
        keep[i] = jaccuse_network_edge(network, i) == edge(network, "b", JACCUSE_ACCUSES, "c");
    narrow(network, NULL, keep);
    assert_int_equal(jaccuse_network_node_count(network), 4);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_non_null(edge(network, "b", JACCUSE_ACCUSES, "c"));
    jaccuse_network_free(network);
}

static void measures_are_taken_anew(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    assert_true(measure_of(network, JACCUSE_IN_STRENGTH, "b") == 2);
    assert_true(measure_of(network, JACCUSE_IN_STRENGTH, "a") == 1);
    narrow(network, (bool[]){true, true, true, false}, NULL);
    assert_true(measure_of(network, JACCUSE_IN_STRENGTH, "b") == 2);
    assert_true(measure_of(network, JACCUSE_IN_STRENGTH, "a") == 0);
    double share;
    assert_int_equal(jaccuse_network_reciprocity(network, &share, NULL), JACCUSE_OK);
    jaccuse_network_free(network);
}

/* Names and ids are found at the new numbers, paths go along what is left. */
static void finding_and_paths(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    narrow(network, (bool[]){false, true, true, true}, NULL);
    size_t found;
    assert_int_equal(jaccuse_network_find(network, "C", &found, NULL), JACCUSE_OK);
    assert_int_equal(found, 1);
    assert_int_equal(jaccuse_network_find(network, "a", &found, NULL), JACCUSE_NOT_FOUND);
    jaccuse_paths paths;
    assert_int_equal(jaccuse_network_paths(network, 1, 2, NULL, &paths, NULL), JACCUSE_OK);
    assert_int_equal(paths.at[0].edge_count, 2); /* c, b, d */
    assert_int_equal(paths.at[0].nodes[1], 0);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

/* Two pairs that differ in the middle; of one of them half goes. */
static void near_misses(void **state)
{
    (void)state;
    static const char *const names[] = {"John A. Smith", "John B. Smith", "Mary C. Jones",
                                        "Mary D. Jones"};
    static const char *const ids[] = {"john-a-smith", "john-b-smith", "mary-c-jones",
                                      "mary-d-jones"};
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 4; i++) {
        test_article article;
        start(&article, ids[i], "en", NULL);
        size_t accuser = actor(&article, ids[i], names[i]);
        article.actors[accuser].kind = JACCUSE_PERSON;
        accuse(&article, accuser, actor(&article, "zeta", "Zeta"));
        add(network, &article);
    }
    finish(network);
    size_t count;
    jaccuse_network_near_misses(network, &count);
    assert_int_equal(count, 2);
    bool keep[5] = {false, true, true, true, true};
    narrow(network, keep, NULL);
    const jaccuse_near_miss *near = jaccuse_network_near_misses(network, &count);
    assert_int_equal(count, 1);
    assert_int_equal(near->a, node_of(network, "mary-c-jones"));
    assert_int_equal(near->b, node_of(network, "mary-d-jones"));
    jaccuse_network_free(network);
}

/* One claim by a and b against c and d; a copy of the story tells it again, another claim of a's
 * against c is denied by e. */
static void counts_are_of_what_is_left(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    static const char print[] = "0123456789abcdef0123456789abcdef";
    static const char *const ids[] = {"a", "b", "c", "d", "e"};
    for (unsigned copy = 0; copy < 2; copy++) {
        test_article article;
        start(&article, copy ? "y" : "x", "en", "2021-02-01");
        article.record.fingerprint = print;
        for (size_t i = 0; i < 5; i++)
            actor(&article, ids[i], ids[i]);
        size_t first = accuse(&article, 0, 2);
        more(&article, &article.claims[first].by, 1);
        more(&article, &article.claims[first].against, 3);
        deny(&article, 4, accuse(&article, 0, 2));
        add(network, &article);
    }
    finish(network);
    assert_int_equal(node(network, "a")->accusations_made, 2);
    assert_int_equal(node(network, "c")->accusations_received, 2);
    assert_int_equal(node(network, "c")->accusations_denied, 1);
    assert_int_equal(node(network, "e")->denials_made, 1);
    narrow(network, (bool[]){true, false, true, false, false}, NULL);
    assert_int_equal(node(network, "a")->accusations_made, 2);
    assert_int_equal(node(network, "c")->accusations_received, 2);
    assert_int_equal(node(network, "c")->accusations_denied, 1); /* though e is gone */
    narrow(network, (bool[]){false, true}, NULL);
    assert_int_equal(node(network, "c")->accusations_received, 0);
    assert_int_equal(node(network, "c")->accusations_denied, 0);
    jaccuse_network_free(network);
}

/* What needs no other end stays counted: accusations by nobody named, denials of these. */
static void counts_beside_edges(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "x", "en", NULL);
    size_t a = actor(&article, "a", "a"), b = actor(&article, "b", "b");
    deny(&article, a, accuse(&article, JACCUSE_NONE, a));
    deny(&article, a, accuse(&article, b, a));
    add(network, &article);
    finish(network);
    assert_int_equal(node(network, "a")->accusations_received, 2);
    assert_int_equal(node(network, "a")->denials_made, 2);
    assert_int_equal(node(network, "a")->bare_denial_count, 1);
    assert_string_equal(node(network, "a")->bare_denials[0].claim_id, "c2");
    narrow(network, (bool[]){true, false}, NULL);
    assert_int_equal(node(network, "a")->accusations_received, 1);
    assert_int_equal(node(network, "a")->accusations_denied, 1);
    assert_int_equal(node(network, "a")->denials_made, 1);
    jaccuse_network_free(network);
}

static void again_and_to_nothing(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    narrow(network, (bool[]){true, true, false, true}, NULL);
    narrow(network, (bool[]){true, true, false}, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    narrow(network, (bool[]){false, false}, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 0);
    narrow(network, NULL, NULL);
    jaccuse_network_free(network);
}

static void not_before_the_end(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    assert_int_equal(jaccuse_network_narrow(network, NULL, NULL, NULL), JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_stays),
        cmocka_unit_test(numbers_move),
        cmocka_unit_test(articles_are_those_of_what_is_left),
        cmocka_unit_test(what_is_gone_is_none),
        cmocka_unit_test(edges_alone),
        cmocka_unit_test(measures_are_taken_anew),
        cmocka_unit_test(finding_and_paths),
        cmocka_unit_test(near_misses),
        cmocka_unit_test(counts_are_of_what_is_left),
        cmocka_unit_test(counts_beside_edges),
        cmocka_unit_test(again_and_to_nothing),
        cmocka_unit_test(not_before_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
