/* Byte strings: a slice that owns nothing, and a buffer that grows up to a ceiling. */
#ifndef JA_TEXT_H
#define JA_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* `length` bytes at `at`; not NUL-terminated. */
typedef struct ja_slice {
    const char *at;
    size_t length;
} ja_slice;

#define JA_SLICE(literal) ((ja_slice){(literal), sizeof(literal) - 1})

ja_slice ja_slice_of(const char *string); /* NULL gives an empty one */
bool ja_equal(ja_slice a, ja_slice b);
int ja_compare(ja_slice a, ja_slice b); /* by bytes */
bool ja_starts_with(ja_slice text, ja_slice beginning);
bool ja_ends_with(ja_slice text, ja_slice ending);
/* Without white space (ASCII) at both ends. */
ja_slice ja_trim(ja_slice text);
/* Cuts the next field off *rest at `separator`. False where *rest was used up. Start with the
 * whole text; a text without separator gives one field, an empty text gives none. */
bool ja_next_field(ja_slice *rest, char separator, ja_slice *field);
/* strcmp that takes NULL: NULL comes first. */
int ja_compare_strings(const char *a, const char *b);

/* A growing byte buffer on the heap. Once an append has failed (memory or ceiling), `failed` stays
 * set and further appends do nothing: check once at the end. */
typedef struct ja_buffer {
    char *at; /* NUL-terminated whenever it is not NULL */
    size_t length, capacity, ceiling;
    bool failed;
} ja_buffer;

void ja_buffer_init(ja_buffer *buffer, size_t ceiling);
void ja_buffer_clear(ja_buffer *buffer);
void ja_buffer_add(ja_buffer *buffer, const void *bytes, size_t length);
void ja_buffer_add_slice(ja_buffer *buffer, ja_slice text);
void ja_buffer_add_string(ja_buffer *buffer, const char *string);
void ja_buffer_printf(ja_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for `more` bytes behind the end, or NULL; the caller then raises `length` himself. */
char *ja_buffer_room(ja_buffer *buffer, size_t more);

#endif
