/* The records of a case file, in the order in which they were added. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "claim/record_pack.h"
#include "store/store.h"

/* The ids of the article's claims that were judged wrong; freed with the arena. */
typedef struct wrong_claims {
    ja_arena arena;
    jaccuse_case *file;
    sqlite3_int64 article;
    const char **ids;
    size_t count, capacity;
} wrong_claims;

static void find_wrong(void *context)
{
    wrong_claims *wrong = context;
    sqlite3_stmt *find = ja_case_statement(wrong->file, JA_SQL_WRONG_CLAIMS);
    ja_bind_number(find, 1, wrong->article);
    while (ja_case_step(wrong->file, find)) {
        const char *id = (const char *)sqlite3_column_text(find, 0);
        JA_PUSH(&wrong->arena, wrong->ids, wrong->count, wrong->capacity,
                ja_copy_string(&wrong->arena, id ? id : ""));
    }
}

/* Takes out of the record what was judged wrong. */
static jaccuse_status drop_wrong(jaccuse_case *file, sqlite3_int64 article, jaccuse_record *record,
                                 bool *dropped, jaccuse_error *error)
{
    wrong_claims wrong = {.file = file, .article = article};
    ja_arena_init(&wrong.arena);
    if (!ja_arena_run(&wrong.arena, find_wrong, &wrong))
        ja_case_note(file, SQLITE_NOMEM);
    jaccuse_status status = ja_case_status(file, error);
    *dropped = wrong.count > 0;
    if (status == JACCUSE_OK && *dropped)
        status = jaccuse_record_drop(record, wrong.ids, wrong.count, error);
    ja_arena_clear(&wrong.arena);
    return status;
}

/* The record as a line that the file keeps. */
static jaccuse_status print_filtered(jaccuse_case *file, const jaccuse_record *record,
                                     const char **line, size_t *length, jaccuse_error *error)
{
    free(file->filtered);
    file->filtered = NULL;
    jaccuse_status status = jaccuse_record_print(&file->filtered, length, record, error);
    *line = file->filtered;
    while (status == JACCUSE_OK && *length > 0 && (*line)[*length - 1] == '\n')
        --*length;
    return status;
}

static jaccuse_status take_out_wrong(jaccuse_case *file, sqlite3_int64 article, const char **line,
                                     size_t *length, jaccuse_error *error)
{
    jaccuse_record *record;
    bool dropped = false;
    jaccuse_status status = jaccuse_record_parse(&record, *line, *length, error);
    if (status != JACCUSE_OK)
        return status;
    status = drop_wrong(file, article, record, &dropped, error);
    if (status == JACCUSE_OK && dropped)
        status = print_filtered(file, record, line, length, error);
    jaccuse_record_free(record);
    return status;
}

/* Goes to the next row of what is read; the first sees one state of the file, and so do all others.
 */
static jaccuse_status next_row(jaccuse_case *file, ja_statement which, jaccuse_error *error)
{
    if (!file->reading) {
        file->has_wrong = ja_case_number(file, ja_case_statement(file, JA_SQL_ANY_WRONG)) != 0;
        file->reading = ja_case_statement(file, which);
    }
    if (ja_case_step(file, file->reading))
        return JACCUSE_OK;
    file->reading = NULL;
    jaccuse_status status = ja_case_status(file, error);
    return status == JACCUSE_OK ? JACCUSE_END : status;
}

jaccuse_status jaccuse_case_next(jaccuse_case *file, bool all, const char **line, size_t *length,
                                 jaccuse_error *error)
{
    jaccuse_status status = next_row(file, JA_SQL_EACH_RECORD, error);
    if (status != JACCUSE_OK)
        return status;
    *line = (const char *)sqlite3_column_text(file->reading, 1);
    if (!*line)
        *line = "";
    *length = (size_t)sqlite3_column_bytes(file->reading, 1);
    if (all || !file->has_wrong)
        return JACCUSE_OK;
    return take_out_wrong(file, sqlite3_column_int64(file->reading, 0), line, length, error);
}

/* The record of a file that has none packed yet. */
static jaccuse_status parse_next(jaccuse_case *file, bool all, jaccuse_record **out,
                                 jaccuse_error *error)
{
    const char *line;
    size_t length;
    jaccuse_status status = jaccuse_case_next(file, all, &line, &length, error);
    return status == JACCUSE_OK ? jaccuse_record_parse(out, line, length, error) : status;
}

/* The record that the row has packed, or where that is damaged, that its line tells. */
static jaccuse_status read_packed(jaccuse_case *file, sqlite3_stmt *row, jaccuse_record **out,
                                  jaccuse_error *error)
{
    ja_slice packed = {sqlite3_column_blob(row, 1), (size_t)sqlite3_column_bytes(row, 1)};
    jaccuse_status status = ja_record_unpack(out, packed.at ? packed : JA_SLICE(""), error);
    if (status != JACCUSE_ERROR_FORMAT)
        return status;
    sqlite3_stmt *find = ja_case_statement(file, JA_SQL_FIND_RECORD);
    ja_bind_number(find, 1, sqlite3_column_int64(row, 0));
    bool found = ja_case_step(file, find);
    const char *line = found ? (const char *)sqlite3_column_text(find, 0) : NULL;
    status = jaccuse_record_parse(out, line ? line : "",
                                  found ? (size_t)sqlite3_column_bytes(find, 0) : 0, error);
    if (found)
        sqlite3_reset(find);
    return file->status == JACCUSE_OK ? status : ja_case_status(file, error);
}

jaccuse_status ja_case_read_row(jaccuse_case *file, sqlite3_stmt *row, bool all,
                                jaccuse_record **out, jaccuse_error *error)
{
    bool dropped;
    sqlite3_int64 article = sqlite3_column_int64(row, 0);
    jaccuse_status status = read_packed(file, row, out, error);
    if (status == JACCUSE_OK && !all && file->has_wrong)
        status = drop_wrong(file, article, *out, &dropped, error);
    if (status == JACCUSE_OK) {
        (*out)->number = (size_t)article;
    } else {
        jaccuse_record_free(*out);
        *out = NULL;
    }
    return status;
}

jaccuse_status jaccuse_case_next_record(jaccuse_case *file, bool all, jaccuse_record **out,
                                        jaccuse_error *error)
{
    *out = NULL;
    if (file->version < 2)
        return parse_next(file, all, out, error);
    jaccuse_status status = next_row(file, JA_SQL_EACH_PACKED, error);
    return status == JACCUSE_OK ? ja_case_read_row(file, file->reading, all, out, error) : status;
}
