/* The network for other programs: what is written is read back by those programs. */
#include "base/arena.h"
#include "output/stories.h"

static const char *const FORMATS = "../shared/formats"; /* schemas, where they are at hand */

/* Runs a Python program on a file. */
static bool python(const char *program, const char *path)
{
    return runs("/usr/bin/python3 -c \"%s\" '%s'", program, path);
}

static const jaccuse_format ALL[] = {JACCUSE_GRAPHML, JACCUSE_GEXF, JACCUSE_CSV,
                                     JACCUSE_JSON,    JACCUSE_DOT,  JACCUSE_EVENTS};
static const jaccuse_format XML_FORMATS[] = {JACCUSE_GRAPHML, JACCUSE_GEXF};

static jaccuse_network *network_of_round(size_t round)
{
    return round == 0   ? hostile_network()
           : round == 1 ? small_network()
           : round == 2 ? empty_network()
                        : large_network(200, 300);
}
enum { ROUNDS = 4 };

static void test_graphml_counts(void **state)
{
    (void)state;
    if (!has("/usr/bin/python3 -c 'import networkx, igraph'", "networkx or igraph"))
        skip();
    for (size_t round = 0; round < ROUNDS; round++) {
        jaccuse_network *network = network_of_round(round);
        const char *path = scratch("counts.graphml");
        export_network(network, JACCUSE_GRAPHML, path, NULL);
        char program[512];
        snprintf(program, sizeof program,
                 "import sys, networkx, igraph\n"
                 "a = networkx.read_graphml(sys.argv[1])\n"
                 "b = igraph.Graph.Read_GraphML(sys.argv[1])\n"
                 "assert (a.number_of_nodes(), a.number_of_edges()) == (%zu, %zu)\n"
                 "assert (b.vcount(), b.ecount()) == (%zu, %zu)\n",
                 jaccuse_network_node_count(network), jaccuse_network_edge_count(network),
                 jaccuse_network_node_count(network), jaccuse_network_edge_count(network));
        assert_true(python(program, path));
        jaccuse_network_free(network);
    }
}

static void test_schemas(void **state)
{
    (void)state;
    if (!has("ls ../shared/formats/graphml-jaccuse.xsd && xmllint --version", FORMATS))
        skip();
    /* The schema for GraphML wants a small one beside it for our attribute. */
    char schemas[256];
    snprintf(schemas, sizeof schemas, "%s", scratch("schemas"));
    assert_true(runs("mkdir -p '%s' && cp %s/*.xsd '%s' && chmod u+w '%s'/*", schemas, FORMATS,
                     schemas, schemas));
    assert_true(runs("test -e '%s/jaccuse-attr.xsd' || printf '%%s' '<xs:schema "
                     "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
                     "targetNamespace=\"urn:jaccuse:graphml\"><xs:attribute name=\"label\" "
                     "type=\"xs:NMTOKEN\"/></xs:schema>' > '%s/jaccuse-attr.xsd'",
                     schemas, schemas));
    for (size_t round = 0; round < ROUNDS; round++) {
        jaccuse_network *network = network_of_round(round);
        export_network(network, JACCUSE_GRAPHML, scratch("a.graphml"), NULL);
        export_network(network, JACCUSE_GEXF, scratch("a.gexf"), NULL);
        assert_true(runs("xmllint --noout --nonet --schema '%s/graphml-jaccuse.xsd' '%s' 2>&1 | "
                         "grep -q validates",
                         schemas, scratch("a.graphml")));
        assert_true(runs("xmllint --noout --nonet --relaxng %s/gexf-1.3/gexf.rng '%s' 2>&1 | "
                         "grep -q validates",
                         FORMATS, scratch("a.gexf")));
        jaccuse_network_free(network);
    }
}

static void test_csv(void **state)
{
    (void)state;
    if (!has("/usr/bin/python3 -c 'import csv'", "python3"))
        skip();
    for (size_t round = 0; round < ROUNDS; round++) {
        jaccuse_network *network = network_of_round(round);
        export_network(network, JACCUSE_CSV, scratch("a.csv"), NULL);
        char program[1024];
        snprintf(program, sizeof program,
                 "import sys, csv\n"
                 "read = lambda path: list(csv.DictReader(open(path, newline='', "
                 "encoding='utf-8'), strict=True))\n"
                 "edges = read(sys.argv[1]); nodes = read(sys.argv[1][:-4] + '.nodes.csv')\n"
                 "assert (len(nodes), len(edges)) == (%zu, %zu)\n"
                 "ids = {node['Id'] for node in nodes}\n"
                 "assert all(e['Source'] in ids and e['Target'] in ids for e in edges)\n"
                 "assert all(float(e['Weight']) > 0 for e in edges)\n"
                 "assert not any(cell and cell[0] in '=+-@' for row in nodes + edges for cell in "
                 "row.values())\n",
                 jaccuse_network_node_count(network), jaccuse_network_edge_count(network));
        assert_true(python(program, scratch("a.csv")));
        jaccuse_network_free(network);
    }
}

static void test_json(void **state)
{
    (void)state;
    if (!has("/usr/bin/python3 -c 'import json'", "python3"))
        skip();
    for (size_t round = 0; round < ROUNDS; round++) {
        jaccuse_network *network = network_of_round(round);
        export_network(network, JACCUSE_JSON, scratch("a.json"), NULL);
        char program[1024];
        snprintf(program, sizeof program,
                 "import sys, json\n"
                 "data = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                 "nodes, edges = data['nodes'], data['edges']\n"
                 "whole = data['network']\n"
                 "assert 0 <= whole['reciprocity'] <= 1\n"
                 "assert whole['articles'] >= whole['stories']\n"
                 "assert list(whole)[2:4] == ['first_date', 'last_date']\n"
                 "assert (len(nodes), len(edges)) == (%zu, %zu)\n"
                 "ids = {node['id'] for node in nodes}\n"
                 "assert all(e['source'] in ids and e['target'] in ids for e in edges)\n"
                 "assert all(e['evidence'] and e['relation'] in ('accuses', 'denies') for e in "
                 "edges)\n",
                 jaccuse_network_node_count(network), jaccuse_network_edge_count(network));
        assert_true(python(program, scratch("a.json")));
        jaccuse_network_free(network);
    }
}

static void test_dot(void **state)
{
    (void)state;
    if (!has("command -v dot", "Graphviz's dot"))
        skip();
    for (size_t round = 0; round < ROUNDS; round++) {
        jaccuse_network *network = network_of_round(round);
        export_network(network, JACCUSE_DOT, scratch("a.dot"), NULL);
        assert_true(runs("dot -Tcanon '%s' > '%s'", scratch("a.dot"), scratch("a.canon")));
        assert_true(runs("test $(grep -c -e '^.n[0-9]* -> n' '%s') = %zu", scratch("a.canon"),
                         jaccuse_network_edge_count(network)));
        jaccuse_network_free(network);
    }
}

static void test_positions(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    static const char *const SIGNS[] = {"key=\"n_x\"", "<viz:position"};
    for (size_t i = 0; i < 2; i++) {
        export_network(network, XML_FORMATS[i], scratch("placed"), NULL);
        char *text = read_whole(scratch("placed"), NULL);
        assert_non_null(strstr(text, SIGNS[i]));
        free(text);
    }
    jaccuse_network_free(network);
}

static void remember(void *context, const jaccuse_error *notice)
{
    *(jaccuse_error *)context = *notice;
}

static void remember_measures(void *context, const jaccuse_error *notice)
{
    if (strstr(notice->message, "harmonic"))
        remember(context, notice);
}

static void test_without_drawing_program(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    jaccuse_error notice = {.code = JACCUSE_OK};
    options.draw_program = "/nonexistent/jaccuse-draw";
    options.notify = remember;
    options.notify_context = &notice;
    for (size_t i = 0; i < 2; i++) {
        notice.message[0] = '\0';
        export_network(network, XML_FORMATS[i], scratch("bare"), &options);
        assert_non_null(strstr(notice.message, "without positions"));
        char *text = read_whole(scratch("bare"), NULL);
        assert_null(strstr(text, "key=\"n_x\">"));
        assert_null(strstr(text, "<viz:position"));
        free(text);
    }
    jaccuse_network_free(network);
}

static void test_slow_measures_left_out(void **state)
{
    (void)state;
    static const jaccuse_format FORMATS_WITH_MEASURES[] = {JACCUSE_JSON, JACCUSE_GRAPHML};
    jaccuse_network *network = large_network(5001, 6000);
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    jaccuse_error notice;
    options.max_nodes = 5;
    options.notify = remember_measures;
    options.notify_context = &notice;
    for (size_t i = 0; i < 2; i++) {
        notice.message[0] = '\0';
        export_network(network, FORMATS_WITH_MEASURES[i], scratch("many"), &options);
        assert_non_null(strstr(notice.message, "betweenness and harmonic"));
        char *text = read_whole(scratch("many"), NULL);
        assert_null(strstr(text, "\"harmonic\": "));
        assert_null(strstr(text, "<data key=\"n_harmonic\">"));
        assert_true(strstr(text, "\"pagerank\": ") || strstr(text, "<data key=\"n_pagerank\">"));
        free(text);
    }
    jaccuse_network_free(network);
}

static void test_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        char *text[2];
        for (size_t round = 0; round < 2; round++) {
            jaccuse_network *network = large_network(40, 70);
            export_network(network, ALL[i], scratch("same"), NULL);
            text[round] = read_whole(scratch("same"), NULL);
            jaccuse_network_free(network);
        }
        assert_string_equal(text[0], text[1]);
        free(text[0]);
        free(text[1]);
    }
}

/* The n-th request for memory fails, for every n: told as that, and no half file is left. */
static void test_no_memory(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.draw_program = "/nonexistent/jaccuse-draw"; /* what is laid out is test_svg's */
    options.dynamic = true;
    export_network(network, JACCUSE_JSON, scratch("measured"), &options);
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        const char *path = scratch("memory");
        jaccuse_status status = JACCUSE_ERROR_MEMORY;
        long blocks = 0;
        for (; status != JACCUSE_OK && blocks < 1000; blocks++) {
            jaccuse_error error;
            assert_int_equal(access(path, F_OK), -1);
            ja_arena_fail_after(blocks + 1);
            status = jaccuse_export(network, ALL[i], path, &options, &error);
            ja_arena_fail_after(0);
            assert_status(status, status == JACCUSE_OK ? JACCUSE_OK : JACCUSE_ERROR_MEMORY, &error);
        }
        assert_true(blocks > 10 && blocks < 1000);
        assert_int_equal(remove(path), 0);
    }
    jaccuse_network_free(network);
}

static void test_event_endings(void **state)
{
    (void)state;
    assert_int_equal(jaccuse_format_from_path("a/b.events.csv"), JACCUSE_EVENTS);
    assert_int_equal(jaccuse_format_from_path("b.EVENTS.tsv"), JACCUSE_EVENTS);
    assert_int_equal(jaccuse_format_from_path(".events.csv"), JACCUSE_EVENTS);
    assert_int_equal(jaccuse_format_from_path("events.csv"), JACCUSE_CSV);
    assert_int_equal(jaccuse_format_from_path("b.events.csv/c.csv"), JACCUSE_CSV);
    assert_int_equal(jaccuse_format_from_path("b.tsv"), JACCUSE_FORMAT_COUNT);
    assert_int_equal(jaccuse_format_from_name("events"), JACCUSE_EVENTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graphml_counts),
        cmocka_unit_test(test_schemas),
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_dot),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_slow_measures_left_out),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_without_drawing_program),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_event_endings),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
