/* The drawing program when it fails: in its place stand shell scripts that crash, sleep, babble. */
#include "output/stories.h"

#include <sys/stat.h>
#include <time.h>

typedef struct notices {
    size_t count;
    char last[512];
} notices;

static void remember(void *context, const jaccuse_error *notice)
{
    notices *heard = context;
    heard->count++;
    snprintf(heard->last, sizeof heard->last, "%s", notice->message);
}

/* A program in the scratch folder; `body` is shell. */
static const char *fake(const char *name, const char *body)
{
    const char *path = scratch(name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", body);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
    return path;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Draws a network, which is freed. */
static jaccuse_status draw_network(jaccuse_network *network, const char *program, notices *heard,
                                   jaccuse_error *error)
{
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.draw_program = program;
    options.seconds = 1;
    options.notify = remember;
    options.notify_context = heard;
    jaccuse_status status = jaccuse_map(network, JACCUSE_SVG, scratch("out.svg"), &options, error);
    jaccuse_network_free(network);
    return status;
}

static jaccuse_status draw_with(const char *program, notices *heard, jaccuse_error *error)
{
    return draw_network(small_network(), program, heard, error);
}

static void expect_failure(const char *body, const char *message)
{
    notices heard = {0};
    jaccuse_error error;
    assert_status(draw_with(fake("failing", body), &heard, &error), JACCUSE_ERROR_DRAW, &error);
    if (!strstr(error.message, message))
        fail_msg("\"%s\" says nothing of \"%s\"", error.message, message);
    assert_int_equal(heard.count, 1); /* that sfdp is tried next */
    assert_int_not_equal(access(scratch("out.svg"), F_OK), 0);
}

static void test_failures(void **state)
{
    (void)state;
    expect_failure("exit 3", "failed (3)");
    expect_failure("echo 'no memory for it' >&2; exit 4", "no memory for it");
    expect_failure("kill -SEGV $$", "crashed");
    expect_failure("echo garbage", "makes no sense");
    expect_failure("echo '{}'", "makes no sense");
    expect_failure("echo '{\"width\": 1, \"height\": 1, \"nodes\": [], \"edges\": []}'",
                   "makes no sense");
    expect_failure("exec true", "makes no sense");
}

static void test_time_out(void **state)
{
    (void)state;
    static const char *const BODIES[] = {
        "sleep 60",          "exec sleep 60",           "while :; do :; done",
        "sleep 60 & exit 0", "exec >&- 2>&-; sleep 60", "yes >&2"};
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        double start = now();
        expect_failure(BODIES[i], "took longer than 1 s");
        assert_true(now() - start < 4); /* dot and sfdp, a second each */
    }
}

static void test_endless_output(void **state)
{
    (void)state;
    notices heard = {0};
    jaccuse_error error;
    double start = now();
    assert_status(draw_with(fake("endless", "exec yes"), &heard, &error), JACCUSE_ERROR_DRAW,
                  &error);
    assert_true(now() - start < 6);
}

static void test_fallback(void **state)
{
    (void)state;
    char body[512];
    notices heard = {0};
    jaccuse_error error;
    /* dot hangs; everything else is passed on to the real program. */
    snprintf(body, sizeof body,
             "request=$(cat)\ncase $request in *'\"engine\": \"dot\"'*) sleep 60;; esac\n"
             "printf '%%s' \"$request\" | '%s' \"$@\"",
             getenv("JACCUSE_DRAW"));
    assert_status(draw_with(fake("slow", body), &heard, &error), JACCUSE_OK, &error);
    assert_int_equal(heard.count, 1);
    assert_string_equal(heard.last, "layout dot took longer than 1 s; sfdp was used instead");
    assert_int_equal(unlink(scratch("out.svg")), 0);
}

/* Larger pictures: neato dies; the small parts beside keep what dot has made of them. */
static void test_fallback_of_a_part(void **state)
{
    (void)state;
    char body[512];
    notices heard = {0};
    jaccuse_error error;
    snprintf(body, sizeof body,
             "request=$(cat)\ncase $request in *'\"engine\": \"neato\"'*) kill -KILL $$;; esac\n"
             "printf '%%s' \"$request\" | '%s' \"$@\"",
             getenv("JACCUSE_DRAW"));
    assert_status(draw_network(large_network(90, 100), fake("dying", body), &heard, &error),
                  JACCUSE_OK, &error);
    assert_int_equal(heard.count, 1);
    if (!strstr(heard.last, "layout neato failed") || !strstr(heard.last, "sfdp was used instead"))
        fail_msg("%s", heard.last);
    assert_int_equal(unlink(scratch("out.svg")), 0);
}

static void test_not_found(void **state)
{
    (void)state;
    notices heard = {0};
    jaccuse_error error;
    assert_status(draw_with("/nonexistent/jaccuse-draw", &heard, &error), JACCUSE_ERROR_DRAW,
                  &error);
    char *usual = strdup(getenv("JACCUSE_DRAW")), *path = strdup(getenv("PATH"));
    unsetenv("JACCUSE_DRAW");
    setenv("PATH", "/nonexistent", 1);
    assert_status(draw_with(NULL, &heard, &error), JACCUSE_ERROR_DRAW, &error);
    assert_non_null(strstr(error.message, "JACCUSE_DRAW"));
    setenv("JACCUSE_DRAW", usual, 1);
    setenv("PATH", path, 1);
    free(usual);
    free(path);
}

/* A host may have closed its standard streams, and may ignore SIGCHLD. */
static void test_odd_hosts(void **state)
{
    (void)state;
    notices heard = {0};
    jaccuse_error error;
    int saved = dup(STDIN_FILENO);
    if (saved >= 0)
        close(STDIN_FILENO);
    jaccuse_status status = draw_with(NULL, &heard, &error);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    assert_status(status, JACCUSE_OK, &error);
    assert_int_equal(unlink(scratch("out.svg")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failures),           cmocka_unit_test(test_time_out),
        cmocka_unit_test(test_endless_output),     cmocka_unit_test(test_fallback),
        cmocka_unit_test(test_fallback_of_a_part), cmocka_unit_test(test_not_found),
        cmocka_unit_test(test_odd_hosts),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
