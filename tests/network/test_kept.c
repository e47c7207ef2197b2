/* Networks that case files keep: they answer as the whole does, are no longer used once the file has
 * changed, and whatever their bytes are does no harm. */
#include "network/records.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jaccuse.h"
#include "network/kept.h"
#include "store/kept.h"

static char folder[] = "/tmp/jaccuse-kept-XXXXXX";
static char path[64], report[64];

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/case.db", folder);
    snprintf(report, sizeof report, "%s/network", folder);
    return 0;
}

static int clear(void **state)
{
    (void)state;
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[80];
        snprintf(name, sizeof name, "%s%s", path, endings[i]);
        unlink(name);
    }
    unlink(report);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return rmdir(folder);
}

/* ---- the file ---- */

static void sql(const char *text)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 1000);
    char *message = NULL;
    if (sqlite3_exec(database, text, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(database);
}

static void put_article(jaccuse_case *file, const test_article *draft)
{
    char *line;
    size_t length;
    jaccuse_added added;
    assert_int_equal(jaccuse_record_print(&line, &length, &draft->record, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_begin(file, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_case_add(file, &draft->record, line, length, &added, NULL),
                     JACCUSE_OK);
    assert_int_equal(jaccuse_case_commit(file, NULL), JACCUSE_OK);
    free(line);
}

/* France accuses Rwanda and Kenya, Rwanda denies; somebody accuses France, who denies. */
static void put_quarrel(jaccuse_case *file, const char *id, const char *fingerprint,
                        const char *date)
{
    test_article article;
    start(&article, id, "en", date);
    article.record.url = id;
    article.record.outlet = "The \"Paper\"";
    article.record.fingerprint = fingerprint;
    size_t france = actor(&article, "france", "France"), kenya = actor(&article, "kenya", "Kenya");
    size_t rwanda = actor(&article, "rwanda", "Rwanda");
    alias(&article, rwanda, "Kigali");
    size_t told = accuse(&article, france, rwanda);
    more(&article, &article.claims[told].against, kenya);
    article.claims[told].charge = "a coup";
    deny(&article, rwanda, told);
    deny(&article, france, accuse(&article, JACCUSE_NONE, france));
    put_article(file, &article);
}

/* `by`, a company's spokesman, accuses `against`; `denier` denies what nobody says. */
static void put_firm(jaccuse_case *file, const char *id, const char *by, const char *against,
                     const char *denier)
{
    test_article article;
    start(&article, id, "fr", NULL);
    size_t who = actor(&article, by, by), firm = actor(&article, "hooli", "Hooli");
    size_t whom = actor(&article, against, against), third = actor(&article, denier, denier);
    article.actors[who].kind = JACCUSE_PERSON;
    article.actors[who].of = firm;
    article.actors[firm].kind = JACCUSE_COMPANY;
    accuse(&article, who, whom);
    claim(&article, JACCUSE_DENY, third);
    claim(&article, JACCUSE_DECLINE, firm);
    put_article(file, &article);
}

static void make_file(void)
{
    jaccuse_case *file;
    assert_int_equal(jaccuse_case_open_to_write(&file, path, NULL), JACCUSE_OK);
    put_quarrel(file, "https://a.example/1", "11111111111111111111111111111111", "2021-03-01");
    put_quarrel(file, "https://b.example/1", "11111111111111111111111111111111", "2021-03-02");
    put_quarrel(file, "https://c.example/2", "22222222222222222222222222222222", "2020");
    put_firm(file, "firm-1", "Anna Berg", "kenya", "france");
    put_firm(file, "firm-2", "John Smith", "Anna Berg", "Ivo Kern");
    put_firm(file, "firm-3", "Ivo Kern", "rwanda", "John Smith");
    put_firm(file, "firm-4", "Solo A", "Solo B", "Solo C");
    jaccuse_case_close(file);
}

static jaccuse_case *open_file(void)
{
    jaccuse_case *file;
    jaccuse_error error;
    if (jaccuse_case_open(&file, path, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    return file;
}

static jaccuse_network *read_with(jaccuse_case *file, const jaccuse_network_options *options)
{
    jaccuse_network *network = network_with(options);
    jaccuse_record *record;
    while (jaccuse_case_next_record(file, false, &record, NULL) == JACCUSE_OK) {
        assert_int_equal(jaccuse_network_add(network, record, NULL), JACCUSE_OK);
        jaccuse_record_free(record);
    }
    finish(network);
    return network;
}

static jaccuse_network *read_all(void)
{
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL);
    jaccuse_case_close(file);
    return network;
}

static bool keep(void)
{
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL);
    bool kept = ja_network_keep(network, file, 1);
    jaccuse_network_free(network);
    jaccuse_case_close(file);
    return kept;
}

/* NULL: there is none. */
static jaccuse_network *recall(void)
{
    jaccuse_network *network;
    jaccuse_case *file = open_file();
    jaccuse_status status = jaccuse_network_recall(&network, NULL, file, NULL);
    if (status == JACCUSE_OK)
        return network;
    assert_int_equal(status, JACCUSE_NOT_FOUND);
    jaccuse_case_close(file);
    return NULL;
}

static bool is_recalled(void)
{
    jaccuse_network *network = recall();
    jaccuse_network_free(network);
    return network != NULL;
}

/* ---- what is said ---- */

static void expect_text(char *a, char *b)
{
    assert_non_null(a);
    assert_string_equal(a, b);
    free(a);
    free(b);
}

static char *paths_text(jaccuse_network *network, size_t from, size_t to,
                        const jaccuse_path_options *options)
{
    jaccuse_paths paths;
    jaccuse_error error;
    char *text;
    size_t length;
    if (jaccuse_network_paths(network, from, to, options, &paths, &error) != JACCUSE_OK)
        return strdup(error.message);
    assert_int_equal(jaccuse_paths_print(&text, &length, network, &paths, NULL), JACCUSE_OK);
    jaccuse_paths_clear(&paths);
    return text;
}

static char *dossier_text(jaccuse_network *network, size_t actor)
{
    jaccuse_dossier *dossier;
    char *text;
    size_t length;
    assert_int_equal(jaccuse_dossier_new(&dossier, network, actor, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_dossier_print(&text, &length, network, dossier, NULL), JACCUSE_OK);
    jaccuse_dossier_free(dossier);
    return text;
}

/* All that the network can be written as. */
static char *file_text(jaccuse_network *network, jaccuse_format format)
{
    bool drawn = format == JACCUSE_DOT;
    assert_int_equal(
        (drawn ? jaccuse_map : jaccuse_export)(network, format, report, NULL, NULL), JACCUSE_OK);
    struct stat about;
    FILE *file = fopen(report, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &about), 0);
    char *text = calloc((size_t)about.st_size + 1, 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)about.st_size, file), about.st_size);
    fclose(file);
    return text;
}

static void expect_same_paths(const jaccuse_path_options *options)
{
    jaccuse_network *whole = read_all();
    size_t count = jaccuse_network_node_count(whole);
    for (size_t i = 0; i < count; i++) {
        jaccuse_network *kept = recall(); /* each time with no evidence read yet */
        assert_non_null(kept);
        assert_int_equal(jaccuse_network_node_count(kept), count);
        for (size_t j = 0; j < count; j++)
            expect_text(paths_text(whole, i, j, options), paths_text(kept, i, j, options));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

static void test_paths(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    size_t avoid = 2;
    jaccuse_path_options options = JACCUSE_PATH_OPTIONS_INIT;
    expect_same_paths(&options);
    options.directed = true;
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 10, .via = JACCUSE_VIA_ACCUSES};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 10, .via = JACCUSE_VIA_DENIES, .max_steps = 2};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 5, .all_shortest = true};
    expect_same_paths(&options);
    options = (jaccuse_path_options){.count = 5, .avoid = &avoid, .avoid_count = 1};
    expect_same_paths(&options);
}

static void test_dossiers(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    for (size_t i = 0; i < jaccuse_network_node_count(whole); i++) {
        jaccuse_network *kept = recall();
        assert_non_null(kept);
        expect_text(dossier_text(whole, i), dossier_text(kept, i));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

static void test_files(void **state)
{
    (void)state;
    static const jaccuse_format formats[] = {JACCUSE_JSON, JACCUSE_GRAPHML, JACCUSE_EVENTS,
                                             JACCUSE_DOT};
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        jaccuse_network *kept = recall();
        assert_non_null(kept);
        expect_text(file_text(whole, formats[i]), file_text(kept, formats[i]));
        jaccuse_network_free(kept);
    }
    jaccuse_network_free(whole);
}

/* What only edges are read for, before and after all else is. */
static void test_measures(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all(), *kept = recall();
    assert_non_null(kept);
    size_t count = jaccuse_network_node_count(whole);
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++) {
        const double *a, *b;
        assert_int_equal(jaccuse_network_measure(whole, (jaccuse_measure)i, &a, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_measure(kept, (jaccuse_measure)i, &b, NULL), JACCUSE_OK);
        for (size_t j = 0; j < count; j++)
            assert_true(a[j] == b[j] || (!jaccuse_is_defined(a[j]) && !jaccuse_is_defined(b[j])));
    }
    jaccuse_network_free(kept);
    jaccuse_network_free(whole);
}

/* Narrowing reads what stays, and everything is then counted anew. */
static void test_narrowing(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *whole = read_all();
    size_t count = jaccuse_network_node_count(whole);
    for (size_t gone = 0; gone < count; gone++) {
        bool *stays = calloc(count, sizeof *stays);
        for (size_t i = 0; i < count; i++)
            stays[i] = i != gone;
        jaccuse_network *a = read_all(), *b = recall();
        assert_non_null(b);
        assert_int_equal(jaccuse_network_narrow(a, stays, NULL, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_narrow(b, stays, NULL, NULL), JACCUSE_OK);
        assert_int_equal(jaccuse_network_article_count(a), jaccuse_network_article_count(b));
        for (size_t i = 0; i + 1 < count; i++)
            expect_text(dossier_text(a, i), dossier_text(b, i));
        expect_text(file_text(a, JACCUSE_JSON), file_text(b, JACCUSE_JSON));
        jaccuse_network_free(a);
        jaccuse_network_free(b);
        free(stays);
    }
    jaccuse_network_free(whole);
}

static void test_periods(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    jaccuse_network *a = read_all(), *b = recall(), *part_a, *part_b;
    const jaccuse_period *periods;
    size_t count;
    assert_non_null(b);
    assert_int_equal(jaccuse_network_periods(b, JACCUSE_YEAR, &periods, &count, NULL), JACCUSE_OK);
    assert_int_equal(count, 2);
    assert_int_equal(jaccuse_network_between(a, "2021", NULL, &part_a, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_network_between(b, "2021", NULL, &part_b, NULL), JACCUSE_OK);
    expect_text(file_text(part_a, JACCUSE_JSON), file_text(part_b, JACCUSE_JSON));
    jaccuse_network_free(part_a);
    jaccuse_network_free(part_b);
    jaccuse_network_free(a);
    jaccuse_network_free(b);
}

/* ---- when it is used ---- */

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

/* ---- damage ---- */

static ja_buffer packed_network(void)
{
    jaccuse_network *network = read_all();
    ja_buffer packed;
    ja_buffer_init(&packed, 1 << 20);
    assert_true(ja_pack_network(network, &packed));
    jaccuse_network_free(network);
    return packed;
}

static void test_flipped_bytes(void **state)
{
    (void)state;
    make_file();
    ja_buffer packed = packed_network();
    for (size_t i = 0; i < packed.length; i++)
        for (int bit = 0; bit < 8; bit++) {
            jaccuse_network *network;
            packed.at[i] = (char)(packed.at[i] ^ 1 << bit);
            assert_int_equal(
                ja_unpack_network(&network, (ja_slice){packed.at, packed.length}, NULL),
                JACCUSE_ERROR_FORMAT);
            packed.at[i] = (char)(packed.at[i] ^ 1 << bit);
        }
    for (size_t length = 0; length < packed.length; length++) {
        jaccuse_network *network;
        assert_int_equal(ja_unpack_network(&network, (ja_slice){packed.at, length}, NULL),
                         JACCUSE_ERROR_FORMAT);
    }
    ja_buffer_clear(&packed);
}

static void store_bytes(sqlite3_stmt *store, const ja_buffer *bytes)
{
    sqlite3_bind_blob64(store, 1, bytes->at, bytes->length, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(store), SQLITE_DONE);
    sqlite3_reset(store);
}

/* Asks everything of a network that somebody made up: answers or failures, but no harm. */
static void ask_everything(jaccuse_network *network)
{
    jaccuse_path_options options = {.count = 3};
    jaccuse_paths paths;
    jaccuse_dossier *dossier;
    char *text;
    size_t length, count = jaccuse_network_node_count(network);
    for (size_t i = 1; i < count; i++) {
        if (jaccuse_network_paths(network, 0, i, &options, &paths, NULL) == JACCUSE_OK &&
            jaccuse_paths_print(&text, &length, network, &paths, NULL) == JACCUSE_OK)
            free(text);
        jaccuse_paths_clear(&paths);
        if (jaccuse_dossier_new(&dossier, network, i, NULL) != JACCUSE_OK)
            continue;
        if (jaccuse_dossier_print(&text, &length, network, dossier, NULL) == JACCUSE_OK)
            free(text);
        jaccuse_dossier_free(dossier);
    }
    (void)!jaccuse_network_narrow(network, NULL, NULL, NULL);
}

/* Who makes bytes up makes their hash too. */
static void test_hostile_bytes(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    ja_buffer packed = packed_network();
    sqlite3 *database;
    sqlite3_stmt *store;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_exec(database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    assert_int_equal(sqlite3_prepare_v2(database, "UPDATE kept_networks SET network = ?", -1,
                                        &store, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i + 8 < packed.length; i++) {
        char before = packed.at[i];
        static const char others[] = {0, 1, 2, 0x7F, (char)0x80, (char)0xFF};
        for (size_t k = 0; k < sizeof others; k++) {
            packed.at[i] = others[k];
            packed.length -= 8;
            ja_pack_hash(&packed);
            store_bytes(store, &packed);
            jaccuse_network *network = recall();
            if (network)
                ask_everything(network);
            jaccuse_network_free(network);
        }
        packed.at[i] = before;
    }
    sqlite3_finalize(store);
    sqlite3_close(database);
    ja_buffer_clear(&packed);
}

/* A damaged one is made anew by the next who makes one. */
static void test_damage_is_repaired(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    sql("UPDATE kept_networks SET network = zeroblob(100)");
    assert_false(is_recalled());
    assert_true(keep());
    assert_true(is_recalled());
    sql("DELETE FROM kept_networks");
    assert_false(is_recalled());
    assert_true(keep());
    assert_true(is_recalled());
}

static void test_memory(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    bool done = false;
    for (long blocks = 1; !done; blocks++) {
        jaccuse_case *file = open_file();
        jaccuse_network *network;
        ja_arena_fail_after(blocks);
        jaccuse_status status = jaccuse_network_recall(&network, NULL, file, NULL);
        if (status == JACCUSE_OK) {
            status = jaccuse_network_evidence(network, JACCUSE_NONE, NULL);
            ja_arena_fail_after(0);
            jaccuse_network_free(network);
        } else {
            ja_arena_fail_after(0);
            jaccuse_case_close(file);
        }
        done = status == JACCUSE_OK;
        assert_true(done || status == JACCUSE_ERROR_MEMORY);
        assert_true(blocks < 10000);
    }
}

#define TEST(function) cmocka_unit_test_teardown(function, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_paths),
        TEST(test_dossiers),
        TEST(test_files),
        TEST(test_measures),
        TEST(test_narrowing),
        TEST(test_periods),
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
        TEST(test_flipped_bytes),
        TEST(test_hostile_bytes),
        TEST(test_damage_is_repaired),
        TEST(test_memory),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
