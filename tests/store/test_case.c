/* Case files: what goes in comes out, copies are told, verdicts stay, and what is no case file is
 * refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "jaccuse.h"

static char folder[] = "/tmp/jaccuse-case-XXXXXX";
static char path[64];

static int set_up(void **state)
{
    (void)state;
    if (!folder[0] || !mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/case.db", folder);
    return 0;
}

static void remove_file(const char *ending)
{
    char name[80];
    snprintf(name, sizeof name, "%s%s", path, ending);
    unlink(name);
}

static int clear(void **state)
{
    (void)state;
    remove_file("");
    remove_file("-wal");
    remove_file("-shm");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return rmdir(folder);
}

/* ---- Making and asking ---- */

static char *line_of(const char *id, const char *text)
{
    jaccuse_article *article;
    jaccuse_record *record;
    jaccuse_extract_options options = {"en"};
    char *line;
    size_t length;
    assert_int_equal(jaccuse_article_from_text(&article, id, text, strlen(text), NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_extract(&record, article, &options, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_record_print(&line, &length, record, NULL), JACCUSE_OK);
    jaccuse_record_free(record);
    jaccuse_article_free(article);
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static jaccuse_added add_line(jaccuse_case *file, const char *line)
{
    jaccuse_record *record;
    jaccuse_added added;
    assert_int_equal(jaccuse_record_parse(&record, line, strlen(line), NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_begin(file, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_add(file, record, line, strlen(line), &added, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_commit(file, NULL), JACCUSE_OK);
    jaccuse_record_free(record);
    return added;
}

static jaccuse_added add_to_file(const char *line)
{
    jaccuse_case *file;
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
    jaccuse_added added = add_line(file, line);
    jaccuse_case_close(file);
    return added;
}

static jaccuse_status judge(const char *claim, bool right)
{
    jaccuse_case *file;
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
    jaccuse_status status = jaccuse_case_judge(file, claim, right, "seen", NULL);
    jaccuse_case_close(file);
    return status;
}

/* The number that an SQLite program is given for a question. */
static int ask(const char *sql)
{
    sqlite3 *database;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return number;
}

static void execute(const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void expect_lines(bool all, size_t count, const char *const *lines)
{
    jaccuse_case *file;
    const char *line;
    size_t length;
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_OK);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(jaccuse_case_next(file, all, &line, &length, NULL), JACCUSE_OK);
        assert_int_equal(length, strlen(lines[i]));
        assert_memory_equal(line, lines[i], length);
    }
    assert_int_equal(jaccuse_case_next(file, all, &line, &length, NULL), JACCUSE_END);
    jaccuse_case_close(file);
}

static const char QUARREL[] = "France accused Rwanda of fraud. Rwanda denied it.";

/* ---- Tests ---- */

static void comes_out_as_it_went_in(void **state)
{
    (void)state;
    char *first = line_of("one", QUARREL), *second = line_of("two", "Iran accused Israel of murder.");
    const char *const lines[] = {first, second};
    assert_int_equal(add_to_file(first), JACCUSE_ADDED);
    assert_int_equal(add_to_file(second), JACCUSE_ADDED);
    expect_lines(true, 2, lines);
    expect_lines(false, 2, lines);
    free(first);
    free(second);
}

static void an_article_is_added_once(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL), *copy = line_of("elsewhere", QUARREL);
    assert_int_equal(add_to_file(line), JACCUSE_ADDED);
    assert_int_equal(add_to_file(line), JACCUSE_THERE);
    assert_int_equal(add_to_file(copy), JACCUSE_THERE);
    assert_int_equal(ask("SELECT count(*) FROM articles"), 1);
    assert_int_equal(ask("SELECT count(*) FROM claims"), 2);
    free(line);
    free(copy);
}

/* One text in two papers: two articles, one story. */
static void copies_are_one_story(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL), *end = strstr(line, "\"outlet\": null");
    assert_non_null(end);
    char *other = malloc(strlen(line) + 16);
    assert_non_null(other);
    sprintf(other, "%.*s\"outlet\": \"Echo\"%s", (int)(end - line), line,
            end + strlen("\"outlet\": null"));
    assert_int_equal(add_to_file(line), JACCUSE_ADDED);
    assert_int_equal(add_to_file(other), JACCUSE_ADDED);
    assert_int_equal(ask("SELECT count(*) FROM articles"), 2);
    assert_int_equal(ask("SELECT count(*) FROM stories"), 1);
    free(line);
    free(other);
}

static void tables_tell_the_claims(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL);
    add_to_file(line);
    assert_int_equal(ask("SELECT count(*) FROM accusations WHERE accuser = 'France' AND "
                         "accused = 'Rwanda' AND charge = 'fraud' AND denied"),
                     1);
    assert_int_equal(ask("SELECT count(*) FROM answers JOIN claims AS a ON a.claim = accusation "
                         "WHERE a.act = 'accuse'"),
                     1);
    assert_int_equal(ask("SELECT count(*) FROM roles WHERE role = 'by'"), 2);
    assert_int_equal(ask("SELECT count(*) FROM names"), 2);
    assert_int_equal(ask("SELECT count(*) FROM evidence_search "
                         "WHERE evidence_search MATCH 'FRAUD'"),
                     1);
    free(line);
}

static void what_is_wrong_leaves_the_network(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL), *bare = line_of("one", QUARREL);
    const char *const all[] = {line};
    add_to_file(line);
    assert_int_equal(judge("one#c1", false), JACCUSE_OK);
    expect_lines(true, 1, all);
    jaccuse_case *file;
    jaccuse_record *record;
    const char *left;
    size_t length;
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_next(file, false, &left, &length, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_record_parse(&record, left, length, NULL), JACCUSE_OK);
    assert_int_equal(record->claim_count, 1);
    assert_string_equal(record->claims[0].id, "c2");
    assert_int_equal(record->claims[0].answers.count, 0);
    assert_int_equal(record->triple_count, 0);
    jaccuse_record_free(record);
    jaccuse_case_close(file);
    assert_int_equal(judge("1", true), JACCUSE_OK);
    expect_lines(false, 1, all);
    free(line);
    free(bare);
}

/* The same article read again by another version: other claims, the same verdict. */
static void verdicts_outlive_a_new_reading(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL), *other = line_of("one", QUARREL);
    char *confidence = strstr(other, "\"confidence\": 0.");
    assert_non_null(confidence);
    confidence[strlen("\"confidence\": 0.")] = '1';
    add_to_file(line);
    assert_int_equal(judge("one#c1", false), JACCUSE_OK);
    assert_int_equal(add_to_file(other), JACCUSE_READ_AGAIN);
    assert_int_equal(ask("SELECT count(*) FROM claims"), 2);
    assert_int_equal(ask("SELECT count(*) FROM evidence_search "
                         "WHERE evidence_search MATCH 'fraud'"),
                     1);
    jaccuse_case *file;
    jaccuse_verdicts verdicts;
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_verdicts(file, &verdicts, NULL), JACCUSE_OK);
    assert_int_equal(verdicts.wrong[JACCUSE_ACCUSE], 1);
    assert_int_equal(verdicts.right[JACCUSE_ACCUSE], 0);
    jaccuse_case_close(file);
    free(line);
    free(other);
}

static void a_claim_must_be_one(void **state)
{
    (void)state;
    char *first = line_of("one", QUARREL), *second = line_of("two", "Iran accused Israel of murder.");
    add_to_file(first);
    assert_int_equal(judge("c1", true), JACCUSE_OK);
    add_to_file(second);
    assert_int_equal(judge("c1", true), JACCUSE_AMBIGUOUS);
    assert_int_equal(judge("two#c1", true), JACCUSE_OK);
    assert_int_equal(judge("two#c9", true), JACCUSE_NOT_FOUND);
    assert_int_equal(judge("99", true), JACCUSE_NOT_FOUND);
    free(first);
    free(second);
}

static void a_batch_is_stored_whole_or_not(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL);
    jaccuse_case *file;
    jaccuse_record *record;
    jaccuse_added added;
    assert_int_equal(jaccuse_record_parse(&record, line, strlen(line), NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_add(file, record, line, strlen(line), &added, NULL),
                     JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_case_begin(file, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_add(file, record, line, strlen(line), &added, NULL), JACCUSE_OK);
    jaccuse_case_close(file);
    assert_int_equal(ask("SELECT count(*) FROM articles"), 0);
    jaccuse_record_free(record);
    free(line);
}

static void write_file(const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void what_is_no_case_file_is_refused(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(jaccuse_case_is(path)); /* and nobody waits for what may come out of it */
    unlink(path);
    jaccuse_case *file;
    jaccuse_error error;
    write_file("no database", 11);
    assert_false(jaccuse_case_is(path));
    assert_int_equal(jaccuse_case_open(&file, path, &error), JACCUSE_ERROR_FORMAT);
    assert_int_equal(jaccuse_case_open_to_write(&file, path, &error), JACCUSE_ERROR_FORMAT);
    assert_string_equal(error.path, path);
    unlink(path);
    execute("CREATE TABLE t (a)");
    assert_true(jaccuse_case_is(path));
    assert_int_equal(jaccuse_case_open(&file, path, &error), JACCUSE_ERROR_FORMAT);
    assert_int_equal(jaccuse_case_open_to_write(&file, path, &error), JACCUSE_ERROR_FORMAT);
    assert_int_equal(ask("SELECT count(*) FROM sqlite_schema"), 1);
}

static void a_later_version_is_refused(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL);
    jaccuse_case *file;
    add_to_file(line);
    execute("PRAGMA user_version = 99");
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_ERROR_FORMAT);
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_ERROR_FORMAT);
    free(line);
}

/* Reads the file's records; each must print as the line does. */
static void expect_records(size_t count, const char *const *lines)
{
    jaccuse_case *file;
    jaccuse_record *record;
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_OK);
    for (size_t i = 0; i < count; i++) {
        char *printed;
        size_t length;
        assert_int_equal(jaccuse_case_next_record(file, false, &record, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_record_print(&printed, &length, record, NULL), JACCUSE_OK);
        assert_int_equal(length, strlen(lines[i]) + 1);
        assert_memory_equal(printed, lines[i], length - 1);
        jaccuse_record_free(record);
        free(printed);
    }
    assert_int_equal(jaccuse_case_next_record(file, false, &record, NULL), JACCUSE_END);
    jaccuse_case_close(file);
}

static void records_tell_what_lines_tell(void **state)
{
    (void)state;
    char *first = line_of("one", QUARREL), *second = line_of("two", "Iran accused Israel of murder.");
    const char *const lines[] = {first, second};
    add_to_file(first);
    add_to_file(second);
    expect_records(2, lines);
    jaccuse_case *file;
    jaccuse_record *record;
    assert_int_equal(judge("one#c1", false), JACCUSE_OK);
    assert_int_equal(jaccuse_case_open(&file, path, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_next_record(file, false, &record, NULL), JACCUSE_OK);
    assert_int_equal(record->claim_count, 1);
    assert_string_equal(record->claims[0].id, "c2");
    jaccuse_record_free(record);
    jaccuse_case_close(file);
    free(first);
    free(second);
}

/* Where the packed form went bad the line is still there. */
static void a_damaged_record_is_read_from_its_line(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL);
    const char *const lines[] = {line};
    add_to_file(line);
    execute("UPDATE packed_records SET packed = substr(packed, 1, 40)");
    expect_records(1, lines);
    execute("UPDATE packed_records SET packed = x''");
    expect_records(1, lines);
    free(line);
}

/* A file of version 1 is read as it is; who writes to it brings it up. */
static void an_older_version_is_brought_up(void **state)
{
    (void)state;
    char *first = line_of("one", QUARREL), *second = line_of("two", "Iran accused Israel of murder.");
    const char *const lines[] = {first, second};
    add_to_file(first);
    execute("DROP TABLE packed_records; DROP TABLE changes; DROP TABLE kept_networks;"
            "DROP TRIGGER verdict_given; DROP TRIGGER verdict_changed; DROP TRIGGER verdict_gone;"
            "DROP TRIGGER article_changed; DROP TRIGGER claim_changed; DROP TRIGGER claim_gone;"
            "PRAGMA user_version = 1");
    expect_records(1, lines);
    assert_int_equal(ask("PRAGMA user_version"), 1);
    assert_int_equal(add_to_file(second), JACCUSE_ADDED);
    assert_int_equal(ask("PRAGMA user_version"), 2);
    assert_int_equal(ask("SELECT count(*) FROM packed_records"), 2);
    expect_records(2, lines);
    free(first);
    free(second);
}

/* Bytes that went bad anywhere are told or do no harm. */
static void damage_does_no_harm(void **state)
{
    (void)state;
    char *line = line_of("one", QUARREL);
    add_to_file(line);
    free(line);
    FILE *source = fopen(path, "rb");
    assert_non_null(source);
    static char bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, source);
    fclose(source);
    assert_in_range(size, 4096, sizeof bytes - 1);
    unsigned random = 7;
    for (int round = 0; round < 200; round++) {
        static char bad[1 << 20];
        memcpy(bad, bytes, size);
        for (int i = 0; i < 40; i++) {
            random = random * 1103515245u + 12345u;
            bad[100 + (random >> 8) % (size - 100)] = (char)(random >> 3);
        }
        write_file(bad, size);
        jaccuse_case *file;
        const char *text;
        size_t length;
        if (jaccuse_case_open(&file, path, NULL) != JACCUSE_OK)
            continue;
        for (int i = 0; i < 10 && jaccuse_case_next(file, false, &text, &length, NULL) == JACCUSE_OK;)
            i++;
        jaccuse_case_close(file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(comes_out_as_it_went_in, clear),
        cmocka_unit_test_teardown(an_article_is_added_once, clear),
        cmocka_unit_test_teardown(copies_are_one_story, clear),
        cmocka_unit_test_teardown(tables_tell_the_claims, clear),
        cmocka_unit_test_teardown(what_is_wrong_leaves_the_network, clear),
        cmocka_unit_test_teardown(verdicts_outlive_a_new_reading, clear),
        cmocka_unit_test_teardown(a_claim_must_be_one, clear),
        cmocka_unit_test_teardown(a_batch_is_stored_whole_or_not, clear),
        cmocka_unit_test_teardown(records_tell_what_lines_tell, clear),
        cmocka_unit_test_teardown(a_damaged_record_is_read_from_its_line, clear),
        cmocka_unit_test_teardown(an_older_version_is_brought_up, clear),
        cmocka_unit_test_teardown(what_is_no_case_file_is_refused, clear),
        cmocka_unit_test_teardown(a_later_version_is_refused, clear),
        cmocka_unit_test_teardown(damage_does_no_harm, clear),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
