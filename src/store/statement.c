/* The SQL of case files, prepared once and kept, and what its failures mean. */
#include "store/store.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

static const char *const SQL[JA_SQL_COUNT] = {
    [JA_SQL_BEGIN] = "BEGIN IMMEDIATE",
    [JA_SQL_COMMIT] = "COMMIT",
    [JA_SQL_FIND_ARTICLE] = "SELECT article, record FROM articles WHERE identity = ?",
    [JA_SQL_ADD_STORY] = "INSERT INTO stories (fingerprint) VALUES (?)",
    [JA_SQL_FIND_STORY] = "SELECT story FROM stories WHERE fingerprint = ?",
    [JA_SQL_ADD_ARTICLE] = "INSERT INTO articles (identity, id, language, title, outlet, url, date, "
                           "path, story, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [JA_SQL_REPLACE_RECORD] = "UPDATE articles SET record = ? WHERE article = ?",
    [JA_SQL_PACK_RECORD] = "INSERT OR REPLACE INTO packed_records (article, packed) VALUES (?, ?)",
    [JA_SQL_DROP_NAMES] = "DELETE FROM names WHERE article = ?",
    [JA_SQL_DROP_SEARCH] = "INSERT INTO evidence_search (evidence_search, rowid, text) "
                           "SELECT 'delete', claim, text FROM evidence JOIN claims USING (claim) "
                           "WHERE article = ?",
    [JA_SQL_DROP_CLAIMS] = "DELETE FROM claims WHERE article = ?",
    [JA_SQL_FIND_ACTOR] = "SELECT actor FROM actors WHERE id = ?",
    [JA_SQL_ADD_ACTOR] = "INSERT INTO actors (id, name, kind) VALUES (?, ?, ?)",
    [JA_SQL_SET_PRINCIPAL] = "UPDATE actors SET of = ? WHERE actor = ? AND of IS NULL",
    [JA_SQL_ADD_NAME] = "INSERT OR IGNORE INTO names (article, actor, name) VALUES (?, ?, ?)",
    [JA_SQL_ADD_CLAIM] = "INSERT INTO claims (article, id, act, charge, certainty, confidence, "
                         "signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
    [JA_SQL_ADD_ROLE] = "INSERT INTO roles (claim, role, place, actor) VALUES (?, ?, ?, ?)",
    [JA_SQL_ADD_ANSWER] = "INSERT INTO answers (denial, accusation) VALUES (?, ?)",
    [JA_SQL_ADD_EVIDENCE] = "INSERT INTO evidence (claim, text, begins, ends, cue_begins, cue_ends) "
                            "VALUES (?, ?, ?, ?, ?, ?)",
    [JA_SQL_ADD_SEARCH] = "INSERT INTO evidence_search (rowid, text) VALUES (?, ?)",
    [JA_SQL_EACH_RECORD] = "SELECT article, record FROM articles ORDER BY article",
    [JA_SQL_EACH_PACKED] = "SELECT article, packed FROM packed_records ORDER BY article",
    [JA_SQL_FIND_PACKED] = "SELECT article, packed FROM packed_records WHERE article = ?",
    [JA_SQL_FIND_RECORD] = "SELECT record FROM articles WHERE article = ?",
    [JA_SQL_ANY_WRONG] = "SELECT 1 FROM verdicts WHERE verdict = 'wrong' LIMIT 1",
    [JA_SQL_WRONG_CLAIMS] = "SELECT id FROM judged_claims WHERE article = ? AND verdict = 'wrong'",
    [JA_SQL_FIND_CLAIM] = "SELECT identity, signature, articles.id || '#' || claims.id "
                          "FROM claims JOIN articles USING (article) "
                          "WHERE claims.claim = ?1 OR claims.id = ?2 "
                          "OR articles.id || '#' || claims.id = ?2 LIMIT 2",
    [JA_SQL_JUDGE] = "INSERT OR REPLACE INTO verdicts (identity, signature, verdict, note, judged) "
                     "VALUES (?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ'))",
    [JA_SQL_COUNT_VERDICTS] =
        "SELECT act, verdict, count(*) FROM judged_claims GROUP BY act, verdict",
    [JA_SQL_CHANGES] = "SELECT count FROM changes",
    [JA_SQL_FIND_KEPT] = "SELECT network FROM kept_networks JOIN changes "
                         "ON changes.count = kept_networks.changes WHERE made_by = ?",
    [JA_SQL_DROP_KEPT] = "DELETE FROM kept_networks",
    [JA_SQL_KEEP] = "INSERT OR REPLACE INTO kept_networks (made_by, changes, network) "
                    "VALUES (?, ?, ?)",
};

static jaccuse_status meaning_of(int result)
{
    switch (result & 0xFF) {
    case SQLITE_NOMEM:
        return JACCUSE_ERROR_MEMORY;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
        return JACCUSE_ERROR_FORMAT;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return JACCUSE_ERROR_READ;
    case SQLITE_TOOBIG:
        return JACCUSE_ERROR_LIMIT;
    default:
        return JACCUSE_ERROR_WRITE;
    }
}

void ja_case_note(jaccuse_case *file, int result)
{
    if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE ||
        file->status != JACCUSE_OK)
        return;
    file->status = meaning_of(result);
    const char *says = file->database ? sqlite3_errmsg(file->database) : sqlite3_errstr(result);
    if ((result & 0xFF) == SQLITE_BUSY)
        says = "another program keeps it locked";
    snprintf(file->message, sizeof file->message, "%s", says);
}

jaccuse_status ja_case_status(jaccuse_case *file, jaccuse_error *error)
{
    jaccuse_status status = file->status;
    if (status == JACCUSE_ERROR_MEMORY)
        ja_fail_memory(error);
    else if (status != JACCUSE_OK)
        ja_fail_at(error, status, file->path, 0, "case file: %s", file->message);
    file->status = JACCUSE_OK;
    return status;
}

sqlite3_stmt *ja_case_statement(jaccuse_case *file, ja_statement which)
{
    if (file->status != JACCUSE_OK)
        return NULL;
    sqlite3_stmt **statement = &file->statements[which];
    if (!*statement)
        ja_case_note(file, sqlite3_prepare_v3(file->database, SQL[which], -1,
                                              SQLITE_PREPARE_PERSISTENT, statement, NULL));
    if (*statement) {
        sqlite3_reset(*statement);
        sqlite3_clear_bindings(*statement);
    }
    return *statement;
}

void ja_bind_slice(sqlite3_stmt *statement, int place, ja_slice text)
{
    if (statement && text.at)
        sqlite3_bind_text64(statement, place, text.at, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void ja_bind_text(sqlite3_stmt *statement, int place, const char *text)
{
    ja_bind_slice(statement, place, (ja_slice){text, text ? strlen(text) : 0});
}

void ja_bind_number(sqlite3_stmt *statement, int place, sqlite3_int64 number)
{
    if (statement)
        sqlite3_bind_int64(statement, place, number);
}

bool ja_case_step(jaccuse_case *file, sqlite3_stmt *statement)
{
    if (!statement || file->status != JACCUSE_OK)
        return false;
    int result = sqlite3_step(statement);
    ja_case_note(file, result);
    if (result != SQLITE_ROW)
        sqlite3_reset(statement);
    return result == SQLITE_ROW;
}

void ja_case_run(jaccuse_case *file, sqlite3_stmt *statement)
{
    while (ja_case_step(file, statement))
        continue;
}

sqlite3_int64 ja_case_number(jaccuse_case *file, sqlite3_stmt *statement)
{
    bool found = ja_case_step(file, statement);
    sqlite3_int64 number = found ? sqlite3_column_int64(statement, 0) : 0;
    if (found)
        sqlite3_reset(statement);
    return number;
}
