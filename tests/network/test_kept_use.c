/* When a case file keeps a network, and when it is used: as long as nobody has changed the file. */
#include "network/case_file.h"

#include <sys/wait.h>

static void test_evidence_comes_when_asked(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *kept = recall();
    assert_non_null(kept);
    const jaccuse_edge *edge = jaccuse_network_edge(kept, 0);
    assert_int_equal(edge->evidence_count, 0);
    assert_null(edge->evidence);
    assert_int_equal(jaccuse_network_evidence(kept, 0, NULL), JACCUSE_OK);
    assert_true(edge->evidence_count > 0);
    assert_non_null(edge->evidence[0].quote);
    assert_int_equal(jaccuse_network_edge(kept, 1)->evidence_count, 0);
    assert_int_equal(jaccuse_network_evidence(kept, JACCUSE_NONE, NULL), JACCUSE_OK);
    assert_true(jaccuse_network_edge(kept, 1)->evidence_count > 0);
    assert_int_equal(jaccuse_network_evidence(kept, 1000, NULL), JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(kept);
}

static void test_changes(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE packed_records SET packed = packed WHERE article = 1",
        "DELETE FROM packed_records WHERE article = 7",
        "INSERT INTO verdicts VALUES ('x', 'y', 'wrong', NULL, '2024')",
        "UPDATE verdicts SET verdict = 'right'",
        "DELETE FROM verdicts",
        "UPDATE claims SET signature = 'x' WHERE claim = 1",
        "DELETE FROM claims WHERE claim = 1",
        "UPDATE articles SET identity = 'x' WHERE article = 1",
    };
    make_file();
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        assert_true(keep());
        assert_true(is_recalled());
        sql(changes[i]);
        assert_false(is_recalled());
    }
    assert_true(keep());
    jaccuse_case *file;
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
    put_firm(file, "firm-9", "New A", "New B", "New C");
    jaccuse_case_close(file);
    assert_false(is_recalled());
}

/* What was judged wrong is in neither, whichever claim of an article it is. */
static void test_verdicts(void **state)
{
    (void)state;
    static const char *const claims[] = {"https://b.example/1#c1", "https://a.example/1#c2",
                                         "https://c.example/2#c3", "firm-1#c1"};
    make_file();
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        assert_true(keep());
        jaccuse_case *file;
        assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_case_judge(file, claims[i], false, NULL, NULL), JACCUSE_OK);
        jaccuse_case_close(file);
        assert_false(is_recalled());
        assert_true(keep());
        jaccuse_network *a = read_all(), *b = recall();
        assert_non_null(b);
        expect_text(file_text(a, JACCUSE_JSON), file_text(b, JACCUSE_JSON));
        jaccuse_network_free(a);
        jaccuse_network_free(b);
    }
}

static void test_another_build(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    sql("UPDATE kept_networks SET made_by = 'jaccuse 0.0.1 0123456789abcdef'");
    assert_false(is_recalled());
    assert_true(keep()); /* in its place */
    sql("DELETE FROM kept_networks WHERE made_by LIKE 'jaccuse 0.0.1 %'");
    assert_true(is_recalled());
}

static void test_files_without_room(void **state)
{
    (void)state;
    make_file();
    sql("DROP TABLE kept_networks");
    assert_false(keep());
    assert_false(is_recalled());
    sql("DROP TRIGGER record_packed; DROP TABLE changes");
    assert_false(keep());
    assert_false(is_recalled());
}

/* Only the whole network of a large file is kept, and only for those who ask for that. */
static void test_what_is_not_kept(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    make_file();
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL), *part, *kept;
    assert_false(jaccuse_network_keep(network, file)); /* small */
    assert_int_equal(jaccuse_network_between(network, "2021", NULL, &part, NULL), JACCUSE_OK);
    assert_false(ja_network_keep(part, file, 0));
    jaccuse_network_free(part);
    assert_int_equal(jaccuse_network_narrow(network, NULL, NULL, NULL), JACCUSE_OK);
    assert_false(ja_network_keep(network, file, 0));
    jaccuse_network_free(network);
    options.since = "2021";
    network = read_with(file, &options);
    assert_false(ja_network_keep(network, file, 0));
    jaccuse_network_free(network);
    assert_false(is_recalled());
    assert_true(keep());
    assert_int_equal(jaccuse_network_recall(&kept, &options, file, NULL), JACCUSE_NOT_FOUND);
    options = (jaccuse_network_options)JACCUSE_NETWORK_OPTIONS_INIT;
    options.by_principal = true;
    assert_int_equal(jaccuse_network_recall(&kept, &options, file, NULL), JACCUSE_NOT_FOUND);
    jaccuse_case_close(file);
    network = network_with(NULL);
    quarrel(network, "a", "b", 2); /* from no file */
    finish(network);
    file = open_file();
    assert_false(ja_network_keep(network, file, 0));
    jaccuse_network_free(network);
    jaccuse_case_close(file);
}

/* ---- others ---- */

static void test_a_locked_file(void **state)
{
    (void)state;
    make_file();
    sqlite3 *other;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(keep());
    sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
    assert_true(keep());
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_true(keep()); /* it is there already */
    assert_true(is_recalled());
    sqlite3_close(other);
}

/* From a file that we may only read the network is recalled, but none is kept in it. */
static void test_a_file_to_read_alone(void **state)
{
    (void)state;
    uid_t us = geteuid();
    make_file();
    assert_int_equal(chmod(path, 0444), 0);
    assert_int_equal(chmod(folder, 0555), 0);
    if (us == 0)
        assert_int_equal(seteuid(65534), 0); /* root may write everywhere */
    bool kept = keep();
    assert_int_equal(seteuid(us), 0);
    chmod(folder, 0700);
    chmod(path, 0600);
    assert_false(kept);
    assert_true(keep());
    chmod(path, 0444);
    chmod(folder, 0555);
    if (us == 0)
        assert_int_equal(seteuid(65534), 0);
    bool recalled = is_recalled();
    assert_int_equal(seteuid(us), 0);
    chmod(folder, 0700);
    chmod(path, 0600);
    assert_true(recalled);
}

static void test_a_change_while_reading(void **state)
{
    (void)state;
    make_file();
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL);
    sql("DELETE FROM packed_records WHERE article = 7");
    assert_false(ja_network_keep(network, file, 1));
    jaccuse_network_free(network);
    jaccuse_case_close(file);
    assert_false(is_recalled());
}

/* Another process takes the articles away; what was recalled still tells them. */
static void test_a_change_by_another_process(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all(), *kept = recall();
    assert_non_null(kept);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *database;
        _exit(sqlite3_open(path, &database) != SQLITE_OK ||
              sqlite3_exec(database, "DELETE FROM packed_records", NULL, NULL, NULL) != SQLITE_OK);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_false(is_recalled());
    expect_text(file_text(whole, JACCUSE_JSON), file_text(kept, JACCUSE_JSON));
    jaccuse_network_free(kept);
    jaccuse_network_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_evidence_comes_when_asked),
        TEST(test_changes),
        TEST(test_verdicts),
        TEST(test_another_build),
        TEST(test_files_without_room),
        TEST(test_what_is_not_kept),
        TEST(test_a_locked_file),
        TEST(test_a_file_to_read_alone),
        TEST(test_a_change_while_reading),
        TEST(test_a_change_by_another_process),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
