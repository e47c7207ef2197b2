/* A small case file in a folder of its own, its network, made or recalled, and all that networks
 * say. */
#ifndef TEST_CASE_FILE_H
#define TEST_CASE_FILE_H

#include "network/records.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jaccuse.h"
#include "network/kept.h"

static char folder[] = "/tmp/jaccuse-kept-XXXXXX";
static char path[64], report[64];

static inline int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/case.db", folder);
    snprintf(report, sizeof report, "%s/network", folder);
    return 0;
}

static inline int clear(void **state)
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

static inline int tear_down(void **state)
{
    (void)state;
    return rmdir(folder);
}

/* ---- the file ---- */

/* As another program would. */
static inline void sql(const char *text)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_busy_timeout(database, 1000);
    char *message = NULL;
    if (sqlite3_exec(database, text, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(database);
}

static inline void put_article(jaccuse_case *file, const test_article *draft)
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
static inline void put_quarrel(jaccuse_case *file, const char *id, const char *fingerprint,
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
static inline void put_firm(jaccuse_case *file, const char *id, const char *by, const char *against,
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

static inline void make_file(void)
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

static inline jaccuse_case *open_file(void)
{
    jaccuse_case *file;
    jaccuse_error error;
    if (jaccuse_case_open(&file, path, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    return file;
}

static inline jaccuse_network *read_with(jaccuse_case *file, const jaccuse_network_options *options)
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

static inline jaccuse_network *read_all(void)
{
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL);
    jaccuse_case_close(file);
    return network;
}

static inline bool keep(void)
{
    jaccuse_case *file = open_file();
    jaccuse_network *network = read_with(file, NULL);
    bool kept = ja_network_keep(network, file, 1);
    jaccuse_network_free(network);
    jaccuse_case_close(file);
    return kept;
}

/* NULL: there is none. */
static inline jaccuse_network *recall(void)
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

static inline bool is_recalled(void)
{
    jaccuse_network *network = recall();
    jaccuse_network_free(network);
    return network != NULL;
}

/* ---- what is said ---- */

static inline void expect_text(char *a, char *b)
{
    assert_non_null(a);
    assert_string_equal(a, b);
    free(a);
    free(b);
}

static inline char *paths_text(jaccuse_network *network, size_t from, size_t to,
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

static inline char *dossier_text(jaccuse_network *network, size_t actor)
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
static inline char *file_text(jaccuse_network *network, jaccuse_format format)
{
    bool drawn = format == JACCUSE_DOT;
    assert_int_equal((drawn ? jaccuse_map : jaccuse_export)(network, format, report, NULL, NULL),
                     JACCUSE_OK);
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

#define TEST(function) cmocka_unit_test_teardown(function, clear)

#endif
