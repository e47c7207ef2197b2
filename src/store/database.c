/* Opening a case file: who may, what it must be, and the steps from older versions to this one.
 *
 * The version stands in the header of the database (user_version): 0 is an empty file, and the script
 * schema_N.sql leads from N - 1 to N. Files are kept as a write-ahead log, which readers and a writer
 * share and which outlives the death of its writer. */
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/limits.h"

static const int APPLICATION = 0x6A616363; /* "jacc" */
static const int WAIT = 60000;             /* milliseconds, for another writer */
static const int PAUSE = 20;               /* between two tries to switch to the log */

static const char *const SCRIPTS[] = {"store/schema_1.sql", "store/schema_2.sql"};
enum { VERSION = sizeof SCRIPTS / sizeof *SCRIPTS };

bool jaccuse_case_is(const char *path)
{
    static const char MARK[16] = "SQLite format 3";
    char head[sizeof MARK];
    struct stat about; /* of what is no file but a pipe, nothing must be read */
    FILE *file = stat(path, &about) == 0 && S_ISREG(about.st_mode) ? fopen(path, "rb") : NULL;
    if (!file)
        return false;
    size_t count = fread(head, 1, sizeof head, file);
    fclose(file);
    return count == sizeof head && memcmp(head, MARK, sizeof head) == 0;
}

static void execute(jaccuse_case *file, const char *sql)
{
    if (file->status == JACCUSE_OK)
        ja_case_note(file, sqlite3_exec(file->database, sql, NULL, NULL, NULL));
}

/* The number that a statement gives which is run but once. */
static int ask(jaccuse_case *file, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (file->status != JACCUSE_OK)
        return 0;
    ja_case_note(file, sqlite3_prepare_v2(file->database, sql, -1, &statement, NULL));
    sqlite3_int64 number = ja_case_number(file, statement);
    sqlite3_finalize(statement);
    return (int)number;
}

static void refuse(jaccuse_case *file, jaccuse_status status, const char *why)
{
    if (file->status != JACCUSE_OK)
        return;
    file->status = status;
    snprintf(file->message, sizeof file->message, "%s", why);
}

/* Nothing that is written into the file by others is trusted to run. */
static void protect(jaccuse_case *file)
{
    sqlite3 *database = file->database;
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, WAIT);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, (int)(2 * JA_MAX_LINE));
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    execute(file, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; "
                  "PRAGMA cache_size = -65536");
}

/* Its version; 0: it is empty. */
static int check(jaccuse_case *file)
{
    int application = ask(file, "PRAGMA application_id");
    int tables = ask(file, "SELECT count(*) FROM sqlite_schema");
    int version = ask(file, "PRAGMA user_version");
    if (tables > 0 && application != APPLICATION)
        refuse(file, JACCUSE_ERROR_FORMAT, "another program's SQLite database");
    if (version > VERSION)
        refuse(file, JACCUSE_ERROR_FORMAT, "made by a later version of jaccuse");
    return tables > 0 ? version : 0;
}

/* Two that make one file at the same time are refused by SQLite at once, so it is tried again. */
static void keep_log(jaccuse_case *file)
{
    int result = SQLITE_BUSY;
    for (int waited = 0; (result & 0xFF) == SQLITE_BUSY && waited < WAIT; waited += PAUSE) {
        result = sqlite3_exec(file->database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if ((result & 0xFF) == SQLITE_BUSY)
            nanosleep(&(struct timespec){.tv_nsec = PAUSE * 1000000L}, NULL);
    }
    ja_case_note(file, result);
    execute(file, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 10000");
}

static void run_script(jaccuse_case *file, const char *path)
{
    ja_buffer script;
    ja_buffer_init(&script, JA_MAX_BUFFER);
    ja_buffer_add_slice(&script, ja_embedded_file(path));
    ja_case_note(file, script.failed ? SQLITE_NOMEM : SQLITE_OK);
    execute(file, script.at);
    ja_buffer_clear(&script);
}

/* What version 2 keeps of each article, for those that came before it. */
static void pack_records(jaccuse_case *file)
{
    sqlite3_stmt *each = ja_case_statement(file, JA_SQL_EACH_RECORD);
    while (ja_case_step(file, each)) {
        jaccuse_record *record;
        jaccuse_error error;
        const char *line = (const char *)sqlite3_column_text(each, 1);
        size_t length = (size_t)sqlite3_column_bytes(each, 1);
        jaccuse_status status = jaccuse_record_parse(&record, line ? line : "", length, &error);
        if (status != JACCUSE_OK) {
            refuse(file, status, error.message);
            return;
        }
        ja_case_pack(file, sqlite3_column_int64(each, 0), record);
        jaccuse_record_free(record);
    }
}

static void migrate(jaccuse_case *file)
{
    char marks[96];
    execute(file, "BEGIN IMMEDIATE");
    for (int version = check(file); version < VERSION; version++)
        run_script(file, SCRIPTS[version]);
    pack_records(file);
    snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
             APPLICATION, (int)VERSION);
    execute(file, marks);
}

static jaccuse_case *new_case(const char *path)
{
    jaccuse_case *file = calloc(1, sizeof *file);
    if (file && !(file->path = strdup(path))) {
        free(file);
        return NULL;
    }
    return file;
}

static void connect(jaccuse_case *file, const char *name, int flags)
{
    sqlite3_close(file->database);
    file->database = NULL;
    file->status = JACCUSE_OK;
    ja_case_note(file, sqlite3_open_v2(name, &file->database, flags, NULL));
    protect(file);
}

/* A file that we can only read, without a log: whoever might write to it is not at it now. */
static void connect_immutable(jaccuse_case *file)
{
    ja_buffer name;
    ja_buffer_init(&name, JA_MAX_BUFFER);
    ja_buffer_add_string(&name, "file:");
    for (const char *at = file->path; *at; at++)
        if (strchr("?#%", *at))
            ja_buffer_printf(&name, "%%%02X", (unsigned char)*at);
        else
            ja_buffer_add(&name, at, 1);
    ja_buffer_add_string(&name, "?immutable=1");
    if (!name.failed)
        connect(file, name.at, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    ja_buffer_clear(&name);
}

/* It cannot be opened, or only to be read, so that there is no log for readers to share. */
static bool cannot_have_log(const jaccuse_case *file)
{
    return file->status == JACCUSE_ERROR_READ ||
           (file->status == JACCUSE_ERROR_WRITE &&
            (sqlite3_errcode(file->database) & 0xFF) == SQLITE_READONLY);
}

/* How often it was changed; below 0: it does not tell. */
static sqlite3_int64 changes_of(jaccuse_case *file)
{
    sqlite3_int64 count = ja_case_number(file, ja_case_statement(file, JA_SQL_CHANGES));
    bool told = file->status == JACCUSE_OK;
    file->status = JACCUSE_OK;
    return told ? count : -1;
}

static jaccuse_status give(jaccuse_case **out, jaccuse_case *file, jaccuse_error *error)
{
    jaccuse_status status = ja_case_status(file, error);
    if (status == JACCUSE_OK)
        *out = file;
    else
        jaccuse_case_close(file);
    return status;
}

jaccuse_status jaccuse_case_open(jaccuse_case **out, const char *path, jaccuse_error *error)
{
    *out = NULL;
    jaccuse_case *file = new_case(path);
    if (!file)
        return ja_fail_memory(error);
    connect(file, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX); /* or else the log would stay behind */
    execute(file, "PRAGMA query_only = ON");
    int version = check(file);
    if (cannot_have_log(file)) {
        connect_immutable(file);
        version = check(file);
    }
    if (version < 1)
        refuse(file, JACCUSE_ERROR_FORMAT, "holds nothing yet");
    file->version = version;
    file->changes = version >= 2 && file->status == JACCUSE_OK ? changes_of(file) : -1;
    return give(out, file, error);
}

jaccuse_status jaccuse_case_open_to_write(jaccuse_case **out, const char *path,
                                          jaccuse_error *error)
{
    *out = NULL;
    jaccuse_case *file = new_case(path);
    if (!file)
        return ja_fail_memory(error);
    connect(file, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
    int version = check(file);
    if (file->status == JACCUSE_OK)
        keep_log(file);
    if (version < VERSION)
        migrate(file);
    file->version = VERSION;
    file->changes = -1;
    return give(out, file, error);
}

jaccuse_case *ja_case_reopen(const jaccuse_case *file)
{
    jaccuse_case *again = new_case(file->path);
    if (!again)
        return NULL;
    connect(again, file->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX);
    sqlite3_busy_timeout(again->database, 0);
    execute(again, "PRAGMA synchronous = NORMAL");
    return again;
}

void jaccuse_case_close(jaccuse_case *file)
{
    if (!file)
        return;
    for (size_t i = 0; i < JA_SQL_COUNT; i++)
        sqlite3_finalize(file->statements[i]);
    sqlite3_close(file->database);
    free(file->filtered);
    free(file->path);
    free(file);
}
