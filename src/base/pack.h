/* Numbers and strings as bytes, for what is kept in case files: compact, the same on every machine,
 * read back many times as fast as text.
 *
 * Numbers are written seven bits a byte, the lowest first, the eighth bit set where more follow
 * (LEB128); a string is its length and 1, the bytes, and a NUL; 0 stands for NULL. Bytes that are
 * read are believed nothing: a fault sets `damaged`, and all that is read from then on is 0 or NULL,
 * so that it is enough to look at the end. */
#ifndef JA_PACK_H
#define JA_PACK_H

#include <stdint.h>

#include "base/text.h"

void ja_pack_number(ja_buffer *out, uint64_t number);
void ja_pack_double(ja_buffer *out, double number);
void ja_pack_string(ja_buffer *out, const char *string);

/* Appends a hash of all that stands in the buffer. */
void ja_pack_hash(ja_buffer *out);
/* Takes the hash off the end. False: it is not that of the rest. */
bool ja_unpack_hash(ja_slice *packed);

typedef struct ja_unpacker {
    const char *at, *end;
    bool damaged;
} ja_unpacker;

/* Notes a fault; gives 0. */
size_t ja_unpack_fault(ja_unpacker *reader);
uint64_t ja_unpack_number(ja_unpacker *reader);
/* A number that must be below `limit`. */
size_t ja_unpack_below(ja_unpacker *reader, size_t limit);
/* How many things follow that take `least` bytes each: no more than the bytes that are left can hold,
 * so that no count asks for memory without measure. */
size_t ja_unpack_count(ja_unpacker *reader, size_t least);
double ja_unpack_double(ja_unpacker *reader); /* may be not finite */
/* In place: it lives as long as the bytes do. */
const char *ja_unpack_string(ja_unpacker *reader);

#endif
