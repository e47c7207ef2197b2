/* What the files of this folder share: an open case file, its SQL, and how its failures are told.
 *
 *     database.c    opens, makes and migrates a file
 *     statement.c   the SQL, prepared once, and its errors
 *     add.c         a record into rows
 *     read.c        rows into records
 *     judge.c       verdicts of reviewers
 *     kept.c        the network that was made of all records
 *
 * Statements are run through the functions below, which do nothing any more once one has failed: a
 * function runs what it has to and looks at ja_case_status at its end. */
#ifndef JA_STORE_H
#define JA_STORE_H

#include <sqlite3.h>

#include "base/text.h"
#include "jaccuse/case.h"

typedef enum ja_statement {
    JA_SQL_BEGIN,
    JA_SQL_COMMIT,
    JA_SQL_FIND_ARTICLE,
    JA_SQL_ADD_STORY,
    JA_SQL_FIND_STORY,
    JA_SQL_ADD_ARTICLE,
    JA_SQL_REPLACE_RECORD,
    JA_SQL_PACK_RECORD,
    JA_SQL_DROP_NAMES,
    JA_SQL_DROP_SEARCH,
    JA_SQL_DROP_CLAIMS,
    JA_SQL_FIND_ACTOR,
    JA_SQL_ADD_ACTOR,
    JA_SQL_SET_PRINCIPAL,
    JA_SQL_ADD_NAME,
    JA_SQL_ADD_CLAIM,
    JA_SQL_ADD_ROLE,
    JA_SQL_ADD_ANSWER,
    JA_SQL_ADD_EVIDENCE,
    JA_SQL_ADD_SEARCH,
    JA_SQL_EACH_RECORD,
    JA_SQL_EACH_PACKED,
    JA_SQL_FIND_PACKED,
    JA_SQL_FIND_RECORD,
    JA_SQL_ANY_WRONG,
    JA_SQL_WRONG_CLAIMS,
    JA_SQL_FIND_CLAIM,
    JA_SQL_JUDGE,
    JA_SQL_COUNT_VERDICTS,
    JA_SQL_CHANGES,
    JA_SQL_FIND_KEPT,
    JA_SQL_DROP_KEPT,
    JA_SQL_KEEP,
    JA_SQL_COUNT,
} ja_statement;

struct jaccuse_case {
    sqlite3 *database;
    char *path;
    sqlite3_stmt *statements[JA_SQL_COUNT];
    jaccuse_status status; /* of the first failure */
    char message[512];
    int version; /* of its schema: an older one is read, but not written */
    sqlite3_int64 changes; /* that it had seen when it was opened to be read; below 0: not known */
    bool in_batch;
    sqlite3_stmt *reading; /* the records, while they are read */
    bool has_wrong; /* while reading: some claim was judged wrong */
    char *filtered; /* the line that was given last, where claims were taken out of it */
};

/* The statement, prepared and without values; NULL once something has failed. */
sqlite3_stmt *ja_case_statement(jaccuse_case *file, ja_statement which);

/* Values of a statement, from 1; NULL gives an SQL NULL. Texts must live until the statement is run. */
void ja_bind_text(sqlite3_stmt *statement, int place, const char *text);
void ja_bind_slice(sqlite3_stmt *statement, int place, ja_slice text);
void ja_bind_number(sqlite3_stmt *statement, int place, sqlite3_int64 number);

/* Runs it up to its next row. False: it has none, or something failed. */
bool ja_case_step(jaccuse_case *file, sqlite3_stmt *statement);
/* Runs it to its end. */
void ja_case_run(jaccuse_case *file, sqlite3_stmt *statement);
/* The first column of its first row; 0: it has no row. */
sqlite3_int64 ja_case_number(jaccuse_case *file, sqlite3_stmt *statement);

/* add.c. Keeps a record in the packed form too. */
void ja_case_pack(jaccuse_case *file, sqlite3_int64 article, const jaccuse_record *record);

/* read.c. The record of a row (article, packed) that a statement stands at, without what was judged
 * wrong where `has_wrong` tells of such, unless `all`. */
jaccuse_status ja_case_read_row(jaccuse_case *file, sqlite3_stmt *row, bool all,
                                jaccuse_record **out, jaccuse_error *error);

/* database.c. A connection of its own to the same file, to write to it without waiting for others;
 * the caller closes it. NULL: no memory. What else fails is noted in it. */
jaccuse_case *ja_case_reopen(const jaccuse_case *file);

/* Notes what SQLite says as the file's failure, if it is the first. */
void ja_case_note(jaccuse_case *file, int result);
/* JACCUSE_OK, or the failure, told in *error, and forgotten. */
jaccuse_status ja_case_status(jaccuse_case *file, jaccuse_error *error);

#endif
