/* The shortest ways between two actors, with the edges and so the evidence of each step. */
#include "network/records.h"

#include <math.h>

/* a -2- b, a -1- c, b -1- c, c -3- d, b -1- d, d -1- e, and apart f - g; c -> a as well, and one
 * denial from d to e, which is lighter than what it answers. */
static jaccuse_network *seven(void)
{
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 2);
    quarrel(network, "a", "c", 1);
    quarrel(network, "c", "a", 1);
    quarrel(network, "b", "c", 1);
    quarrel(network, "d", "c", 3);
    quarrel(network, "d", "b", 1);
    quarrel(network, "f", "g", 2);
    test_article article;
    start(&article, "denial", "en", NULL);
    size_t e = actor(&article, "e", "e"), d = actor(&article, "d", "d");
    deny(&article, d, accuse(&article, e, d));
    add(network, &article);
    finish(network);
    return network;
}

static void expect_path(const jaccuse_network *network, const jaccuse_path *path, const char *ids,
                        double length)
{
    assert_int_equal(path->edge_count + 1, strlen(ids));
    for (size_t i = 0; ids[i]; i++)
        assert_int_equal(jaccuse_network_node(network, path->nodes[i])->id[0], ids[i]);
    for (size_t i = 0; i < path->edge_count; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, path->edges[i]);
        size_t a = path->nodes[i], b = path->nodes[i + 1];
        assert_true((edge->source == a && edge->target == b) ||
                    (edge->source == b && edge->target == a));
        assert_true(edge->evidence_count > 0);
    }
    assert_true(fabs(path->length - length) < 1e-9);
}

static jaccuse_paths paths_with(const jaccuse_network *network, const char *from, const char *to,
                                jaccuse_path_options options)
{
    jaccuse_paths paths;
    jaccuse_error error;
    if (jaccuse_network_paths(network, node_of(network, from), node_of(network, to), &options,
                              &paths, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    return paths;
}

static jaccuse_path_options shortest_of(size_t count)
{
    jaccuse_path_options options = JACCUSE_PATH_OPTIONS_INIT;
    options.count = count;
    return options;
}

/* As networkx gives them: shortest_simple_paths of the undirected graph, weight 1/weight. */
static void shortest(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_paths paths = paths_with(network, "a", "e", shortest_of(9));
    assert_int_equal(paths.count, 4);
    expect_path(network, &paths.at[0], "acde", 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[1], "abde", 2.5);
    expect_path(network, &paths.at[2], "abcde", 0.5 + 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[3], "acbde", 4);
    assert_false(paths.more);
    jaccuse_paths_clear(&paths);
    assert_null(paths.at);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

static void as_many_as_asked(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_paths paths = paths_with(network, "e", "a", shortest_of(2));
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[0], "edca", 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[1], "edba", 2.5);
    jaccuse_paths_clear(&paths);
    paths = paths_with(network, "e", "a", shortest_of(1));
    assert_int_equal(paths.count, 1);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

/* The longest way of the fewest steps, and what a limit between both leaves. */
static void in_few_steps(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "z", 1);
    quarrel(network, "a", "b", 4);
    quarrel(network, "b", "z", 2);
    quarrel(network, "b", "c", 9);
    quarrel(network, "c", "z", 9);
    finish(network);
    jaccuse_path_options options = shortest_of(9);
    jaccuse_paths paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 3);
    expect_path(network, &paths.at[0], "abcz", 1.0 / 4 + 2.0 / 9);
    expect_path(network, &paths.at[1], "abz", 3.0 / 4);
    expect_path(network, &paths.at[2], "az", 1);
    jaccuse_paths_clear(&paths);
    options.max_steps = 2;
    paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[0], "abz", 3.0 / 4);
    expect_path(network, &paths.at[1], "az", 1);
    jaccuse_paths_clear(&paths);
    options.max_steps = 1;
    paths = paths_with(network, "z", "a", options);
    assert_int_equal(paths.count, 1);
    expect_path(network, &paths.at[0], "za", 1);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

/* Three times a third are as long as one: a sum of 1/3 in floating numbers need not be. */
static void equally_short(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "a", "b", 3);
    quarrel(network, "b", "c", 3);
    quarrel(network, "c", "z", 3);
    quarrel(network, "a", "d", 2);
    quarrel(network, "d", "z", 2);
    quarrel(network, "a", "e", 2);
    quarrel(network, "e", "z", 2);
    quarrel(network, "z", "a", 1);
    quarrel(network, "a", "f", 1);
    quarrel(network, "f", "z", 9);
    finish(network);
    jaccuse_path_options options = shortest_of(100);
    options.all_shortest = true;
    jaccuse_paths paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 4);
    expect_path(network, &paths.at[0], "az", 1);
    expect_path(network, &paths.at[1], "adz", 1);
    expect_path(network, &paths.at[2], "aez", 1);
    expect_path(network, &paths.at[3], "abcz", 1);
    assert_false(paths.more);
    jaccuse_paths_clear(&paths);
    options.count = 2;
    paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[1], "adz", 1);
    assert_true(paths.more);
    jaccuse_paths_clear(&paths);
    options.count = 4;
    paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 4);
    assert_false(paths.more);
    jaccuse_paths_clear(&paths);
    options.max_steps = 2;
    paths = paths_with(network, "a", "z", options);
    assert_int_equal(paths.count, 3);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

static void along_the_edges(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_path_options options = shortest_of(9);
    options.directed = true;
    jaccuse_paths paths = paths_with(network, "d", "a", options);
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[0], "dca", 1 + 1.0 / 3);
    expect_path(network, &paths.at[1], "dbca", 3);
    jaccuse_paths_clear(&paths);
    paths = paths_with(network, "e", "a", options);
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[0], "edca", 2 + 1.0 / 3);
    assert_int_equal(jaccuse_network_edge(network, paths.at[0].edges[0])->relation,
                     JACCUSE_ACCUSES);
    jaccuse_paths_clear(&paths);
    jaccuse_error error;
    assert_int_equal(jaccuse_network_paths(network, node_of(network, "a"), node_of(network, "e"),
                                           &options, &paths, &error),
                     JACCUSE_NOT_FOUND);
    assert_string_equal(error.message, "a and e are not connected in this direction");
    jaccuse_network_free(network);
}

static void by_one_relation(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_path_options options = shortest_of(9);
    options.via = JACCUSE_VIA_DENIES;
    jaccuse_paths paths = paths_with(network, "e", "d", options);
    assert_int_equal(paths.count, 1);
    assert_int_equal(jaccuse_network_edge(network, paths.at[0].edges[0])->relation, JACCUSE_DENIES);
    jaccuse_paths_clear(&paths);
    assert_int_equal(jaccuse_network_paths(network, node_of(network, "a"), node_of(network, "b"),
                                           &options, &paths, NULL),
                     JACCUSE_NOT_FOUND);
    options.via = JACCUSE_VIA_ACCUSES;
    paths = paths_with(network, "d", "e", options);
    assert_int_equal(jaccuse_network_edge(network, paths.at[0].edges[0])->relation,
                     JACCUSE_ACCUSES);
    jaccuse_paths_clear(&paths);
    assert_int_equal(jaccuse_via_from_name("denies"), JACCUSE_VIA_DENIES);
    assert_int_equal(jaccuse_via_from_name("deny"), JACCUSE_VIA_COUNT);
    assert_int_equal(jaccuse_via_from_name(NULL), JACCUSE_VIA_COUNT);
    assert_null(jaccuse_via_name(JACCUSE_VIA_COUNT));
    jaccuse_network_free(network);
}

static void round_somebody(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    size_t avoided[] = {node_of(network, "c"), node_of(network, "f"), node_of(network, "b")};
    jaccuse_path_options options = shortest_of(9);
    options.avoid = avoided;
    options.avoid_count = 2;
    jaccuse_paths paths = paths_with(network, "a", "e", options);
    assert_int_equal(paths.count, 1);
    expect_path(network, &paths.at[0], "abde", 2.5);
    jaccuse_paths_clear(&paths);
    options.avoid_count = 3;
    size_t a = node_of(network, "a"), e = node_of(network, "e");
    jaccuse_error error;
    assert_int_equal(jaccuse_network_paths(network, a, e, &options, &paths, &error),
                     JACCUSE_NOT_FOUND);
    assert_string_equal(error.message,
                        "a and e are not connected round those who are to be avoided");
    avoided[2] = e;
    assert_int_equal(jaccuse_network_paths(network, a, e, &options, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_string_equal(error.message, "e is an end of the path and cannot be avoided");
    avoided[2] = 99;
    assert_int_equal(jaccuse_network_paths(network, a, e, &options, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

static void no_way(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    size_t a = node_of(network, "a"), g = node_of(network, "g");
    jaccuse_paths paths;
    jaccuse_error error;
    jaccuse_path_options options = shortest_of(0);
    assert_int_equal(jaccuse_network_paths(network, a, g, NULL, &paths, &error), JACCUSE_NOT_FOUND);
    assert_string_equal(error.message, "a and g are not connected");
    assert_null(paths.at);
    assert_int_equal(jaccuse_network_paths(network, a, a, NULL, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_string_equal(error.message, "both ends of the path are a (a)");
    assert_int_equal(jaccuse_network_paths(network, a, 99, NULL, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_paths(network, a, g, &options, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    options.count = 10001;
    assert_int_equal(jaccuse_network_paths(network, a, g, &options, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shortest),        cmocka_unit_test(as_many_as_asked),
        cmocka_unit_test(in_few_steps),    cmocka_unit_test(equally_short),
        cmocka_unit_test(along_the_edges), cmocka_unit_test(by_one_relation),
        cmocka_unit_test(round_somebody),  cmocka_unit_test(no_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
