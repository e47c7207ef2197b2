/* jaccuse-draw by itself: what it answers to good and bad requests. */
#include "output/stories.h"

static bool layout(const char *request, const char *answer)
{
    FILE *file = fopen(scratch("request"), "w");
    assert_non_null(file);
    fputs(request, file);
    fclose(file);
    return runs("\"$JACCUSE_DRAW\" --seconds 5 layout < '%s' > '%s' 2>/dev/null",
                scratch("request"), scratch(answer));
}

static void test_engines(void **state)
{
    (void)state;
    static const char *const ENGINES[] = {"dot", "neato", "sfdp"};
    for (size_t i = 0; i < 3; i++) {
        char request[512];
        snprintf(request, sizeof request,
                 "{\"engine\": \"%s\", \"splines\": \"true\", \"nodes\": [[90, 30], [80, 30], "
                 "[70, 40]], \"edges\": [{\"source\": 0, \"target\": 1, \"weight\": 3}, "
                 "{\"source\": 0, \"target\": 1}, {\"source\": 1, \"target\": 1}]}",
                 ENGINES[i]);
        assert_true(layout(request, "first"));
        assert_true(layout(request, "second"));
        assert_true(runs("cmp -s '%s' '%s'", scratch("first"), scratch("second")));
        char *text = read_whole(scratch("first"), NULL);
        assert_non_null(strstr(text, "\"width\": "));
        assert_non_null(strstr(text, ", 90, 30]"));
        free(text);
    }
}

static void test_needs_no_configuration(void **state)
{
    (void)state;
    setenv("GVBINDIR", "/nonexistent", 1);
    assert_true(layout("{\"engine\": \"dot\", \"nodes\": [[90, 30]], \"edges\": []}", "bare"));
    unsetenv("GVBINDIR");
}

static void test_bad_requests(void **state)
{
    (void)state;
    static const char *const REQUESTS[] = {
        "",
        "garbage",
        "{\"engine\": \"circus\", \"nodes\": [[1, 1]], \"edges\": []}",
        "{\"engine\": \"dot\", \"nodes\": [[1]], \"edges\": []}",
        "{\"engine\": \"dot\", \"nodes\": [[-1, 1]], \"edges\": []}",
        "{\"engine\": \"dot\", \"nodes\": [[1e300, 1]], \"edges\": []}",
        "{\"engine\": \"dot\", \"nodes\": [[1, 1]], \"edges\": [{\"source\": 0, \"target\": 1}]}",
        "{\"engine\": \"dot\", \"nodes\": [[1, 1]], \"edges\": [{\"source\": -1, \"target\": 0}]}",
        "{\"engine\": \"dot\", \"nodes\": [[1, 1]], \"edges\": [7]}",
    };
    for (size_t i = 0; i < sizeof REQUESTS / sizeof *REQUESTS; i++)
        assert_false(layout(REQUESTS[i], "bad"));
}

static void test_usage(void **state)
{
    (void)state;
    assert_true(runs("\"$JACCUSE_DRAW\" </dev/null >/dev/null 2>&1; test $? = 2"));
    assert_true(runs("\"$JACCUSE_DRAW\" dance </dev/null >/dev/null 2>&1; test $? = 2"));
    assert_true(runs("\"$JACCUSE_DRAW\" --seconds x png </dev/null >/dev/null 2>&1; test $? = 2"));
    assert_true(runs("echo '<p/>' | \"$JACCUSE_DRAW\" png >/dev/null 2>&1; test $? = 4"));
    assert_true(runs("echo '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>'"
                     " | \"$JACCUSE_DRAW\" png 2>/dev/null >/dev/full; test $? = 4"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_engines),
        cmocka_unit_test(test_needs_no_configuration),
        cmocka_unit_test(test_bad_requests),
        cmocka_unit_test(test_usage),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
