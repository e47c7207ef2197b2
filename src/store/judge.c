/* Verdicts of reviewers on claims. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "store/store.h"

/* A claim as verdicts know it. */
typedef struct target {
    ja_buffer identity, signature, name;
} target;

static void take_column(ja_buffer *out, sqlite3_stmt *row, int column)
{
    ja_buffer_init(out, JA_MAX_BUFFER);
    ja_buffer_add(out, sqlite3_column_text(row, column), (size_t)sqlite3_column_bytes(row, column));
}

static void clear(target *found)
{
    ja_buffer_clear(&found->identity);
    ja_buffer_clear(&found->signature);
    ja_buffer_clear(&found->name);
}

/* A claim's number; 0: the text is none. */
static sqlite3_int64 number_of(const char *claim)
{
    char *end;
    long long number = strtoll(claim, &end, 10);
    return *claim >= '0' && *claim <= '9' && *end == '\0' ? number : 0;
}

/* How many claims are called so, up to two; the first goes to `out`. */
static size_t find(jaccuse_case *file, const char *claim, target *out)
{
    size_t count = 0;
    sqlite3_stmt *ask = ja_case_statement(file, JA_SQL_FIND_CLAIM);
    ja_bind_number(ask, 1, number_of(claim));
    ja_bind_text(ask, 2, claim);
    while (ja_case_step(file, ask))
        if (count++ == 0) {
            take_column(&out->identity, ask, 0);
            take_column(&out->signature, ask, 1);
            take_column(&out->name, ask, 2);
        }
    return count;
}

static void store(jaccuse_case *file, const target *found, bool right, const char *note)
{
    sqlite3_stmt *judge = ja_case_statement(file, JA_SQL_JUDGE);
    ja_bind_slice(judge, 1, (ja_slice){found->identity.at, found->identity.length});
    ja_bind_slice(judge, 2, (ja_slice){found->signature.at, found->signature.length});
    ja_bind_text(judge, 3, right ? "right" : "wrong");
    ja_bind_text(judge, 4, note);
    ja_case_run(file, judge);
}

jaccuse_status jaccuse_case_judge(jaccuse_case *file, const char *claim, bool right,
                                  const char *note, jaccuse_error *error)
{
    target found = {0};
    size_t count = find(file, claim, &found);
    bool failed = found.identity.failed || found.signature.failed || found.name.failed;
    ja_case_note(file, failed ? SQLITE_NOMEM : SQLITE_OK);
    if (count == 1)
        store(file, &found, right, note);
    jaccuse_status status = ja_case_status(file, error);
    if (status == JACCUSE_OK && count == 0)
        status = ja_fail_at(error, JACCUSE_NOT_FOUND, file->path, 0, "has no claim \"%s\"", claim);
    if (status == JACCUSE_OK && count > 1)
        status = ja_fail_at(error, JACCUSE_AMBIGUOUS, file->path, 0,
                            "\"%s\" may be several claims: \"%s\" is one; their numbers "
                            "(claims.claim) tell them apart",
                            claim, found.name.at);
    clear(&found);
    return status;
}

jaccuse_status jaccuse_case_verdicts(jaccuse_case *file, jaccuse_verdicts *out,
                                     jaccuse_error *error)
{
    *out = (jaccuse_verdicts){.right = {0}};
    sqlite3_stmt *each = ja_case_statement(file, JA_SQL_COUNT_VERDICTS);
    while (ja_case_step(file, each)) {
        jaccuse_act act = jaccuse_act_from_name((const char *)sqlite3_column_text(each, 0));
        const char *verdict = (const char *)sqlite3_column_text(each, 1);
        size_t *counts = verdict && strcmp(verdict, "right") == 0 ? out->right : out->wrong;
        if (act < JACCUSE_ACT_COUNT)
            counts[act] = (size_t)sqlite3_column_int64(each, 2);
    }
    return ja_case_status(file, error);
}
