/* The records of a case file, in the order in which they were added. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
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

/* The record without those claims, as a line that the file keeps. */
static jaccuse_status print_without(jaccuse_case *file, const wrong_claims *wrong,
                                    const char **line, size_t *length, jaccuse_error *error)
{
    jaccuse_record *record;
    jaccuse_status status = jaccuse_record_parse(&record, *line, *length, error);
    if (status != JACCUSE_OK)
        return status;
    status = jaccuse_record_drop(record, wrong->ids, wrong->count, error);
    free(file->filtered);
    file->filtered = NULL;
    if (status == JACCUSE_OK)
        status = jaccuse_record_print(&file->filtered, length, record, error);
    jaccuse_record_free(record);
    *line = file->filtered;
    while (status == JACCUSE_OK && *length > 0 && (*line)[*length - 1] == '\n')
        --*length;
    return status;
}

static jaccuse_status take_out_wrong(jaccuse_case *file, sqlite3_int64 article, const char **line,
                                     size_t *length, jaccuse_error *error)
{
    wrong_claims wrong = {.file = file, .article = article};
    ja_arena_init(&wrong.arena);
    if (!ja_arena_run(&wrong.arena, find_wrong, &wrong))
        ja_case_note(file, SQLITE_NOMEM);
    jaccuse_status status = ja_case_status(file, error);
    if (status == JACCUSE_OK && wrong.count > 0)
        status = print_without(file, &wrong, line, length, error);
    ja_arena_clear(&wrong.arena);
    return status;
}

/* The reading of all records sees one state of the file from here on. */
static sqlite3_stmt *start_reading(jaccuse_case *file)
{
    if (!file->reading) {
        file->has_wrong = ja_case_number(file, ja_case_statement(file, JA_SQL_ANY_WRONG)) != 0;
        ja_case_statement(file, JA_SQL_EACH_RECORD);
        file->reading = true;
    }
    return file->statements[JA_SQL_EACH_RECORD];
}

jaccuse_status jaccuse_case_next(jaccuse_case *file, bool all, const char **line, size_t *length,
                                 jaccuse_error *error)
{
    sqlite3_stmt *each = start_reading(file);
    if (!ja_case_step(file, each)) {
        file->reading = false;
        jaccuse_status status = ja_case_status(file, error);
        return status == JACCUSE_OK ? JACCUSE_END : status;
    }
    sqlite3_int64 article = sqlite3_column_int64(each, 0);
    *line = (const char *)sqlite3_column_text(each, 1);
    if (!*line)
        *line = "";
    *length = (size_t)sqlite3_column_bytes(each, 1);
    if (all || !file->has_wrong)
        return JACCUSE_OK;
    return take_out_wrong(file, article, line, length, error);
}
