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

/* As networkx gives them: shortest_simple_paths of the undirected graph, weight 1/weight. */
static void shortest(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_paths paths;
    assert_int_equal(jaccuse_network_paths(network, node_of(network, "a"), node_of(network, "e"), 9,
                                           &paths, NULL),
                     JACCUSE_OK);
    assert_int_equal(paths.count, 4);
    expect_path(network, &paths.at[0], "acde", 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[1], "abde", 2.5);
    expect_path(network, &paths.at[2], "abcde", 0.5 + 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[3], "acbde", 4);
    jaccuse_paths_clear(&paths);
    assert_null(paths.at);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

static void as_many_as_asked(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    jaccuse_paths paths;
    assert_int_equal(jaccuse_network_paths(network, node_of(network, "e"), node_of(network, "a"), 2,
                                           &paths, NULL),
                     JACCUSE_OK);
    assert_int_equal(paths.count, 2);
    expect_path(network, &paths.at[0], "edca", 1 + 1.0 / 3 + 1);
    expect_path(network, &paths.at[1], "edba", 2.5);
    jaccuse_paths_clear(&paths);
    jaccuse_network_free(network);
}

static void no_way(void **state)
{
    (void)state;
    jaccuse_network *network = seven();
    size_t a = node_of(network, "a"), g = node_of(network, "g");
    jaccuse_paths paths;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_paths(network, a, g, 3, &paths, &error), JACCUSE_NOT_FOUND);
    assert_string_equal(error.message, "a and g are not connected");
    assert_null(paths.at);
    assert_int_equal(jaccuse_network_paths(network, a, a, 3, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_paths(network, a, 99, 3, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_paths(network, a, g, 0, &paths, &error),
                     JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shortest),
        cmocka_unit_test(as_many_as_asked),
        cmocka_unit_test(no_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
