/* A record as bytes that are read back an order of magnitude faster than its JSON: what case files
 * keep beside the line, so that networks of a million claims are read in seconds. */
#ifndef JA_RECORD_PACK_H
#define JA_RECORD_PACK_H

#include "base/text.h"
#include "jaccuse/claim.h"

/* Appends the record. out->failed: no memory. */
void ja_record_pack(ja_buffer *out, const jaccuse_record *record);

/* Reads it back: bytes are believed as little as a line is. JACCUSE_ERROR_FORMAT: they are damaged.
 * The caller frees the record with jaccuse_record_free. */
JACCUSE_CHECKED jaccuse_status ja_record_unpack(jaccuse_record **out, ja_slice packed,
                                                jaccuse_error *error);

#endif
