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
/* Bytes that are ASCII white space, letters and digits. */
bool ja_is_blank_byte(char c);
bool ja_is_letter_byte(char c);
bool ja_is_digit_byte(char c);
/* Without white space (ASCII) at both ends. */
ja_slice ja_trim(ja_slice text);
/* Trimmed, and each run of white space (ASCII) one blank; `text` is overwritten, and ended by a NUL
 * at text[length] or before. */
ja_slice ja_collapse(char *text, size_t length);
/* Without the byte order mark of UTF-8. */
ja_slice ja_without_mark(ja_slice text);
/* YYYY-MM-DD, a day that there is. */
bool ja_is_day(ja_slice text);
/* Cuts the next field off *rest at `separator`. False where *rest was used up. Start with the
 * whole text; a text without separator gives one field, an empty text gives none. */
bool ja_next_field(ja_slice *rest, char separator, ja_slice *field);
/* The index of `name` among `count` names, or `count` where it is none of them. */
unsigned ja_index_of(const char *const *names, unsigned count, ja_slice name);
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
