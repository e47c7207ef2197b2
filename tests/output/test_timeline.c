/* The timeline: dates, events, lanes, columns, and what is told of what is left out. */
#include "output/stories.h"

#include <libxml/parser.h>

#include "base/arena.h"
#include "output/timeline.h"

static const cast ANNA = {"anna", "Anna Berg", JACCUSE_PERSON},
                  BORIS = {"boris", "Boris Holm", JACCUSE_PERSON},
                  CARLA = {"carla", "Carla Nyman", JACCUSE_PERSON},
                  DENIS = {"denis", "Denis Falk", JACCUSE_PERSON};

static void test_days(void **state)
{
    (void)state;
    long day = -1;
    assert_true(ja_day_of("1970-01-01", &day));
    assert_int_equal(day, 0);
    assert_true(ja_day_of("2000-03-01", &day));
    assert_int_equal(day, 11017);
    assert_true(ja_day_of("2024-05", &day)); /* the middle of the month, of the year */
    assert_int_equal(day, ja_day_from(2024, 5, 15));
    assert_true(ja_day_of("2024", &day));
    assert_int_equal(day, ja_day_from(2024, 7, 1));
    assert_true(ja_day_of("2024-05-31T23:59:00Z", &day));
    static const char *const WRONG[] = {"",        "soon",       "24-05-01",   "2024-13",
                                        "2024-00", "2024-01-32", "2024-01-1x", "0000-01-01"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(ja_day_of(WRONG[i], &day));
    assert_false(ja_day_of(NULL, &day));
    for (long at = -200000; at < 200000; at += 37) {
        int year, month, day_of_month;
        ja_day_split((int)at, &year, &month, &day_of_month);
        long first = ja_day_from(year, month, 1);
        assert_true(first <= at && at < first + 31);
    }
}

static char *draw_timeline(jaccuse_network *network, jaccuse_map_options *options)
{
    options->timeline = true;
    draw_map(network, JACCUSE_SVG, scratch("timeline.svg"), options);
    xmlDocPtr document = xmlReadFile(scratch("timeline.svg"), NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlFreeDoc(document);
    return read_whole(scratch("timeline.svg"), NULL);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        count++;
    return count;
}

static void test_events(void **state)
{
    (void)state;
    const story stories[] = {
        {&ANNA, &BORIS, true, "A", "https://example.org/1", "2024-01-10", NULL},
        {&ANNA, &BORIS, false, "B", "javascript:alert(1)", "2024-02-10", NULL},
        {&CARLA, &BORIS, false, "C", NULL, NULL, NULL},
        {NULL, &DENIS, false, "D", NULL, "2024-03-01", NULL},
    };
    jaccuse_network *network = begin_network();
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++)
        tell(network, i, stories[i]);
    end_network(network);
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    char *text = draw_timeline(network, &options);
    assert_int_equal(count_of(text, "class=\"event accuses\""), 2);
    assert_int_equal(count_of(text, "class=\"event accuses unattributed\""), 1);
    assert_int_equal(count_of(text, "class=\"event denies\""), 1);
    assert_int_equal(count_of(text, "class=\"actor "), 3); /* Carla has no dated claim */
    assert_int_equal(count_of(text, "href="), 2);          /* of the accusation and the denial */
    assert_non_null(strstr(text, "Who accuses whom, and when"));
    assert_non_null(strstr(text, ">January 2024<"));
    assert_non_null(strstr(text, ">February<"));
    assert_non_null(strstr(text, "1 accusation or denial without a date not shown"));
    free(text);
    options.language = "fr";
    text = draw_timeline(network, &options);
    assert_non_null(strstr(text, ">janvier 2024<"));
    assert_non_null(strstr(text, "1 accusation ou d\xC3\xA9menti sans date"));
    free(text);
    jaccuse_network_free(network);
}

/* Years apart, the axis is cut and every tick tells its year or stands behind one that does. */
static void test_years(void **state)
{
    (void)state;
    jaccuse_network *network = begin_network();
    tell(network, 0, (story){&ANNA, &BORIS, false, "A", NULL, "1998-05-02", NULL});
    tell(network, 1, (story){&ANNA, &CARLA, false, "A", NULL, "1998-05-20", NULL});
    tell(network, 2, (story){&CARLA, &BORIS, false, "A", NULL, "2024-09-20", NULL});
    end_network(network);
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    char *text = draw_timeline(network, &options);
    assert_non_null(strstr(text, "class=\"cut\""));
    assert_non_null(strstr(text, ">May 1998<"));
    assert_null(strstr(text, ">September<"));
    free(text);
    jaccuse_network_free(network);
}

static void count_notice(void *context, const jaccuse_error *notice)
{
    (void)notice;
    ++*(size_t *)context;
}

static void test_many(void **state)
{
    (void)state;
    jaccuse_network *network = large_network(200, 900);
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    size_t notices = 0;
    options.notify = count_notice;
    options.notify_context = &notices;
    char *text = draw_timeline(network, &options);
    assert_int_equal(count_of(text, "class=\"actor "), 30);
    assert_int_equal(notices, 1);
    assert_non_null(strstr(text, "170 less involved actors not shown"));
    free(text);
    options.max_nodes = 200;
    text = draw_timeline(network, &options);
    assert_int_equal(count_of(text, "class=\"event "), 200);
    assert_non_null(strstr(text, "lesser events not shown"));
    assert_int_equal(notices, 1);
    free(text);
    jaccuse_network_free(network);
}

static void test_nothing(void **state)
{
    (void)state;
    jaccuse_network *networks[] = {empty_network(), begin_network()};
    tell(networks[1], 0, (story){&ANNA, &BORIS, true, "A", NULL, "no date", NULL});
    end_network(networks[1]);
    for (size_t i = 0; i < 2; i++) {
        jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
        char *text = draw_timeline(networks[i], &options);
        assert_non_null(strstr(text, "No accusation with a date was found."));
        free(text);
        jaccuse_network_free(networks[i]);
    }
}

static void test_formats(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    jaccuse_error error;
    options.timeline = true;
    draw_map(network, JACCUSE_PNG, scratch("t.png"), &options);
    draw_map(network, JACCUSE_PDF, scratch("t.pdf"), &options);
    assert_status(jaccuse_map(network, JACCUSE_HTML, scratch("t.html"), &options, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    assert_status(jaccuse_map(network, JACCUSE_DOT, scratch("t.dot"), &options, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    jaccuse_network_free(network);
}

static void test_no_memory(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.timeline = true;
    const char *path = scratch("memory.svg");
    draw_map(network, JACCUSE_SVG, path, &options); /* the network has its measures from now on */
    size_t failures = 0;
    for (long blocks = 1; blocks < 100; blocks++) {
        jaccuse_error error;
        ja_arena_fail_after(blocks);
        jaccuse_status status = jaccuse_map(network, JACCUSE_SVG, path, &options, &error);
        ja_arena_fail_after(0);
        if (status == JACCUSE_OK)
            break;
        assert_status(status, JACCUSE_ERROR_MEMORY, &error);
        failures++;
    }
    assert_true(failures > 1 && failures < 90);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),      cmocka_unit_test(test_events),
        cmocka_unit_test(test_years),     cmocka_unit_test(test_many),
        cmocka_unit_test(test_nothing),   cmocka_unit_test(test_formats),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
