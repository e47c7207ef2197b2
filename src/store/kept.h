/* The network that a case file keeps, as bytes, and the records that it was made of, one by one. */
#ifndef JA_STORE_KEPT_H
#define JA_STORE_KEPT_H

#include "base/text.h"
#include "jaccuse/case.h"

/* The network that this build (`made_by`) made of the file as it is now; JACCUSE_NOT_FOUND: there
 * is none. The bytes live until the file is closed or this is called again, and until then the file
 * is seen as it is now. */
JACCUSE_CHECKED jaccuse_status ja_case_kept(jaccuse_case *file, const char *made_by, ja_slice *out,
                                            jaccuse_error *error);

/* Keeps a network that was made of the file since it was opened to be read. False: the file cannot
 * be written to at once, or has changed since; then nothing is done. */
bool ja_case_keep(jaccuse_case *file, const char *made_by, ja_slice network);

/* The record of the article of that number, without the claims that were judged wrong.
 * JACCUSE_NOT_FOUND: there is none. The caller frees it. */
JACCUSE_CHECKED jaccuse_status ja_case_record(jaccuse_case *file, size_t number,
                                              jaccuse_record **out, jaccuse_error *error);

#endif
