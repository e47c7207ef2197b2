/* Rankings in all their forms, of hostile names and under failing memory. */
#include "base/arena.h"
#include "output/stories.h"

static const jaccuse_measure MEASURES[] = {JACCUSE_DELAY, JACCUSE_PAGERANK, JACCUSE_OUTLETS};
enum { MEASURE_COUNT = sizeof MEASURES / sizeof *MEASURES };
enum { ACTORS = 15 }; /* of the hostile network: 13 names, and two of them twice */

static jaccuse_rank_options options_of(jaccuse_rank_form form, jaccuse_every every)
{
    return (jaccuse_rank_options){MEASURES, MEASURE_COUNT, 0, form, every};
}

/* Into a file. */
static jaccuse_status rank(jaccuse_network *network, const jaccuse_rank_options *options,
                           const char *path)
{
    jaccuse_error error;
    jaccuse_stream *out;
    jaccuse_status status = jaccuse_stream_open(&out, path, &error);
    assert_status(status, JACCUSE_OK, &error);
    status = jaccuse_rank(network, out, options, &error);
    if (status != JACCUSE_OK) {
        jaccuse_stream_discard(out);
        return status;
    }
    return jaccuse_stream_commit(out, &error);
}

static bool python(const char *program, const char *path)
{
    char command[2048];
    snprintf(command, sizeof command, "/usr/bin/python3 -c \"%s\" '%s'", program, path);
    return system(command) == 0;
}

/* Rows are as many as actors and a heading; no cell begins as a formula does, none breaks a line.
 */
static void test_spreadsheets(void **state)
{
    (void)state;
    static const char *const PROGRAM =
        "import csv, sys\n"
        "text = open(sys.argv[1], encoding='utf-8', newline='').read()\n"
        "rows = list(csv.reader(text.split('\\r\\n'), delimiter='%s'))\n"
        "rows = [row for row in rows if row]\n"
        "assert len(rows) == 16 and {len(row) for row in rows} == {11}, rows\n"
        "assert not any(cell[:1] in '=+-@' for row in rows for cell in row if cell), rows\n"
        "assert '' in {row[4] for row in rows}\n";
    for (int form = JACCUSE_RANK_CSV; form <= JACCUSE_RANK_TSV; form++) {
        jaccuse_network *network = hostile_network();
        jaccuse_rank_options options = options_of((jaccuse_rank_form)form, JACCUSE_EVERY_COUNT);
        const char *path = scratch("rank");
        assert_int_equal(rank(network, &options, path), JACCUSE_OK);
        char program[1024];
        snprintf(program, sizeof program, PROGRAM, form == JACCUSE_RANK_CSV ? "," : "\\t");
        assert_true(python(program, path));
        jaccuse_network_free(network);
    }
}

static void test_json(void **state)
{
    (void)state;
    jaccuse_network *network = hostile_network();
    jaccuse_rank_options options = options_of(JACCUSE_RANK_JSON, JACCUSE_EVERY_COUNT);
    const char *path = scratch("rank.json");
    assert_int_equal(rank(network, &options, path), JACCUSE_OK);
    assert_true(python("import json, sys\n"
                       "told = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                       "assert told['measures'] == ['delay', 'pagerank', 'outlets']\n"
                       "assert [a['rank'] for a in told['actors']] == list(range(1, 16))\n"
                       "assert None in [a['delay'] for a in told['actors']]\n",
                       path));
    options.every = JACCUSE_MONTH; /* half of the articles have a date that is none */
    assert_int_equal(rank(network, &options, path), JACCUSE_OK);
    assert_true(python("import json, sys\n"
                       "told = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                       "assert [p['period'] for p in told['periods']] == ['2024-01']\n"
                       "assert told['periods'][0]['articles'] == 6\n",
                       path));
    jaccuse_network_free(network);
}

/* A line for each actor and the heading, whatever his name holds. */
static void test_tables(void **state)
{
    (void)state;
    static const jaccuse_every EVERY[] = {JACCUSE_EVERY_COUNT, JACCUSE_DAY, JACCUSE_YEAR};
    for (size_t i = 0; i < sizeof EVERY / sizeof *EVERY; i++) {
        jaccuse_network *network = hostile_network();
        jaccuse_rank_options options = options_of(JACCUSE_RANK_TABLE, EVERY[i]);
        const char *path = scratch("rank.txt");
        assert_int_equal(rank(network, &options, path), JACCUSE_OK);
        char *text = read_whole(path, NULL);
        size_t lines = 0;
        for (const char *at = text; (at = strchr(at, '\n')); at++)
            lines++;
        assert_int_equal(lines, ACTORS + 1);
        for (const char *at = text; *at; at++)
            assert_true(*at == '\n' || (unsigned char)*at >= ' ');
        free(text);
        jaccuse_network_free(network);
    }
}

static void test_nobody(void **state)
{
    (void)state;
    for (int form = JACCUSE_RANK_TABLE; form <= JACCUSE_RANK_JSON; form++)
        for (int every = JACCUSE_DAY; every <= JACCUSE_EVERY_COUNT; every++) {
            jaccuse_network *network = empty_network();
            jaccuse_rank_options options =
                options_of((jaccuse_rank_form)form, (jaccuse_every)every);
            assert_int_equal(rank(network, &options, scratch("nobody")), JACCUSE_OK);
            jaccuse_network_free(network);
        }
}

static void test_wrong_measures(void **state)
{
    (void)state;
    static const jaccuse_measure twice[] = {JACCUSE_HUB, JACCUSE_HUB};
    jaccuse_network *network = small_network();
    jaccuse_rank_options options = options_of(JACCUSE_RANK_CSV, JACCUSE_EVERY_COUNT);
    options.measures = twice;
    options.measure_count = 2;
    assert_int_equal(rank(network, &options, scratch("wrong")), JACCUSE_ERROR_ARGUMENT);
    options.measure_count = 0;
    assert_int_equal(rank(network, &options, scratch("wrong")), JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

/* Each block that an arena asks for is refused once: it is told, and nothing leaks. */
static void test_failing_memory(void **state)
{
    (void)state;
    for (int form = JACCUSE_RANK_TABLE; form <= JACCUSE_RANK_JSON; form++)
        for (int period = 0; period < 2; period++) {
            jaccuse_rank_options options =
                options_of((jaccuse_rank_form)form, period ? JACCUSE_QUARTER : JACCUSE_EVERY_COUNT);
            jaccuse_status status = JACCUSE_ERROR_MEMORY;
            long blocks = 1;
            for (; status != JACCUSE_OK && blocks < 1000; blocks++) {
                jaccuse_network *network = large_network(60, 90);
                ja_arena_fail_after(blocks);
                status = rank(network, &options, scratch("refused"));
                ja_arena_fail_after(0);
                jaccuse_network_free(network);
                assert_true(status == JACCUSE_OK || status == JACCUSE_ERROR_MEMORY);
            }
            assert_true(blocks > 3 && blocks < 1000);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spreadsheets),   cmocka_unit_test(test_json),
        cmocka_unit_test(test_tables),         cmocka_unit_test(test_nobody),
        cmocka_unit_test(test_wrong_measures), cmocka_unit_test(test_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, remove_scratch);
}
