/* Case files: the articles and claims of many runs in one SQLite database.
 *
 * What any SQLite program finds in it stands in src/store/schema_1.sql. A case file survives the
 * death of its writer at any moment: what was committed is there, what was not is not. Several
 * programs may use one at the same time; writers wait for each other. Readers write one thing into
 * it: the network that they have just made of a large file, so that the next need not make it
 * (jaccuse_network_keep); a file that cannot be written to at once they leave as it is.
 *
 * Adding happens in batches:  begin, add, add, ... commit.
 */
#ifndef JACCUSE_CASE_H
#define JACCUSE_CASE_H

#include <stdbool.h>

#include "jaccuse/claim.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jaccuse_case jaccuse_case;

/* Whether the file begins as an SQLite database does. */
bool jaccuse_case_is(const char *path);

/* Opens a case file for reading alone; one of an older version too. JACCUSE_ERROR_FORMAT: it is none,
 * or damaged, or made by a later version. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_open(jaccuse_case **out, const char *path,
                                                 jaccuse_error *error);
/* Opens one for writing too; it is made where there is none, and one of an older version is brought
 * up to this one. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_open_to_write(jaccuse_case **out, const char *path,
                                                          jaccuse_error *error);
/* Closes; a batch that was not committed is lost. NULL is fine. */
void jaccuse_case_close(jaccuse_case *file);

/* Begins a batch; waits up to a minute for another writer. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_begin(jaccuse_case *file, jaccuse_error *error);

typedef enum jaccuse_added {
    JACCUSE_ADDED,       /* it is new */
    JACCUSE_THERE,       /* the article was there with the same claims: nothing was done */
    JACCUSE_READ_AGAIN,  /* it was there with other claims, which these replace; verdicts stay */
} jaccuse_added;

/* Adds an article with its claims, inside a batch. `line` is the record as JSON, as it is to be given
 * back. Articles are the same whose fingerprint is the same and whose URL (or, without one, outlet)
 * is. After a failure the batch is lost. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_add(jaccuse_case *file, const jaccuse_record *record,
                                                const char *line, size_t length,
                                                jaccuse_added *added, jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_case_commit(jaccuse_case *file, jaccuse_error *error);

/* The next record's line, in the order of adding, without its line end; JACCUSE_END: no more. It lives
 * until the next call. `all`: also claims that were judged wrong. The first call sees the
 * file as it is then, and so do those that follow until the end. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_next(jaccuse_case *file, bool all, const char **line,
                                                 size_t *length, jaccuse_error *error);

/* The next record itself, likewise, but several times as fast; the caller frees it. Of one file either
 * lines or records are read until the end. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_next_record(jaccuse_case *file, bool all,
                                                        jaccuse_record **out, jaccuse_error *error);

/* Stores a reviewer's verdict on a claim; a new one replaces the old. `claim` is its number in the
 * file (claims.claim), ARTICLE#ID, or the ID alone where only one article has it. `note` may be NULL.
 * JACCUSE_NOT_FOUND, JACCUSE_AMBIGUOUS: no such claim, or several. */
JACCUSE_CHECKED jaccuse_status jaccuse_case_judge(jaccuse_case *file, const char *claim, bool right,
                                                  const char *note, jaccuse_error *error);

/* How many claims of each act were judged; of claims that an article no longer holds, none. */
typedef struct jaccuse_verdicts {
    size_t right[JACCUSE_ACT_COUNT], wrong[JACCUSE_ACT_COUNT];
} jaccuse_verdicts;
JACCUSE_CHECKED jaccuse_status jaccuse_case_verdicts(jaccuse_case *file, jaccuse_verdicts *out,
                                                     jaccuse_error *error);

#ifdef __cplusplus
}
#endif

#endif
