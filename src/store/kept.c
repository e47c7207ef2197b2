/* The network that was made of all records of a file, kept in it: read where it is still that of
 * the file, written by readers who have just made it, where that disturbs nobody. */
#include "store/kept.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "store/store.h"

/* Steps to the network that is valid now; false, and no failure: there is none. */
static bool find_kept(jaccuse_case *file, const char *made_by, ja_slice *out)
{
    int usual = sqlite3_limit(file->database, SQLITE_LIMIT_LENGTH, (int)JA_MAX_KEPT);
    sqlite3_stmt *find = ja_case_statement(file, JA_SQL_FIND_KEPT);
    if (find) /* which outlives the call */
        sqlite3_bind_text(find, 1, made_by, -1, SQLITE_TRANSIENT);
    bool found = ja_case_step(file, find);
    if (found)
        *out = (ja_slice){sqlite3_column_blob(find, 0), (size_t)sqlite3_column_bytes(find, 0)};
    sqlite3_limit(file->database, SQLITE_LIMIT_LENGTH, usual);
    if (file->status != JACCUSE_ERROR_MEMORY)
        file->status = JACCUSE_OK; /* no such table, or nothing that can be read in it */
    return found && out->at;
}

jaccuse_status ja_case_kept(jaccuse_case *file, const char *made_by, ja_slice *out,
                            jaccuse_error *error)
{
    bool found = find_kept(file, made_by, out);
    if (found)
        file->has_wrong = ja_case_number(file, ja_case_statement(file, JA_SQL_ANY_WRONG)) != 0;
    jaccuse_status status = ja_case_status(file, error);
    if (status != JACCUSE_OK || found)
        return status;
    return ja_fail_at(error, JACCUSE_NOT_FOUND, file->path, 0, "keeps no network");
}

static bool is_kept(jaccuse_case *file, const char *made_by, ja_slice network)
{
    ja_slice there;
    bool kept = find_kept(file, made_by, &there) && ja_equal(there, network);
    file->status = JACCUSE_OK;
    sqlite3_reset(file->statements[JA_SQL_FIND_KEPT]);
    return kept;
}

/* Inside a transaction of `writer`. A file keeps one network: the build's that read it last. */
static void store(jaccuse_case *writer, sqlite3_int64 changes, const char *made_by,
                  ja_slice network)
{
    ja_case_run(writer, ja_case_statement(writer, JA_SQL_DROP_KEPT));
    sqlite3_stmt *keep = ja_case_statement(writer, JA_SQL_KEEP);
    ja_bind_text(keep, 1, made_by);
    ja_bind_number(keep, 2, changes);
    if (keep)
        sqlite3_bind_blob64(keep, 3, network.at, network.length, SQLITE_STATIC);
    ja_case_run(writer, keep);
}

bool ja_case_keep(jaccuse_case *file, const char *made_by, ja_slice network)
{
    if (file->changes < 0)
        return false;
    if (is_kept(file, made_by, network))
        return true;
    jaccuse_case *writer = ja_case_reopen(file);
    if (!writer)
        return false;
    sqlite3_limit(writer->database, SQLITE_LIMIT_LENGTH, (int)JA_MAX_KEPT);
    ja_case_run(writer, ja_case_statement(writer, JA_SQL_BEGIN));
    bool same = ja_case_number(writer, ja_case_statement(writer, JA_SQL_CHANGES)) == file->changes;
    if (same) {
        store(writer, file->changes, made_by, network);
        ja_case_run(writer, ja_case_statement(writer, JA_SQL_COMMIT));
    }
    bool kept = same && writer->status == JACCUSE_OK;
    jaccuse_case_close(writer); /* what was not committed is undone */
    return kept;
}

jaccuse_status ja_case_record(jaccuse_case *file, size_t number, jaccuse_record **out,
                              jaccuse_error *error)
{
    *out = NULL;
    sqlite3_stmt *find = ja_case_statement(file, JA_SQL_FIND_PACKED);
    ja_bind_number(find, 1, (sqlite3_int64)number);
    bool found = ja_case_step(file, find);
    jaccuse_status status = ja_case_status(file, error);
    if (status == JACCUSE_OK && !found)
        status = ja_fail_at(error, JACCUSE_NOT_FOUND, file->path, 0, "has no article %zu", number);
    if (found) {
        status = ja_case_read_row(file, find, false, out, error);
        sqlite3_reset(find);
    }
    return status;
}
