/* UTF-8: decoding, repair, character classes, folding. Only here is utf8proc seen. */
#ifndef JA_UNICODE_H
#define JA_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* The character at text.at + offset and its length in bytes; an invalid byte gives U+FFFD and 1.
 * offset must be below text.length. */
uint32_t ja_decode(ja_slice text, size_t offset, size_t *length);
/* The character that ends before `offset` (which must not be 0), likewise. */
uint32_t ja_decode_before(ja_slice text, size_t offset, size_t *length);
/* Writes a character as UTF-8 into `out` (room for 4 bytes); returns its length. */
size_t ja_encode(uint32_t character, char *out);

bool ja_is_utf8(ja_slice bytes);
/* How many bytes are UTF-8 before the first that is not. */
size_t ja_utf8_length(ja_slice bytes);

/* `bytes` as valid UTF-8 that any output format may hold: invalid sequences become U+FFFD;
 * controls but tab and line ends, and the non-characters, become spaces (one a byte, so that
 * offsets into text that was valid stay right). */
ja_slice ja_clean_utf8(ja_arena *arena, ja_slice bytes);
/* The same for one string that goes to an output; NULL stays NULL. */
const char *ja_clean_string(ja_arena *arena, const char *string);
/* The same, where the string itself will do if it is clean. */
const char *ja_keep_clean(ja_arena *arena, const char *string);

bool ja_is_letter(uint32_t character);
bool ja_is_upper(uint32_t character);
bool ja_is_digit(uint32_t character);
bool ja_is_space(uint32_t character); /* with no-break spaces and line ends */
bool ja_is_mark(uint32_t character);  /* combining mark */
bool ja_is_word(uint32_t character);  /* letter, number of any kind, or "_" */
/* The next run of letters, digits and marks at or behind *at, which moves behind it; false: none.
 */
bool ja_next_word(ja_slice text, size_t *at, ja_slice *word);
uint32_t ja_lower_character(uint32_t character);
uint32_t ja_upper_character(uint32_t character);
/* The letter without its accents; other characters as they are. */
uint32_t ja_plain_letter(uint32_t character);

/* How many columns of a terminal the text takes: marks take none, wide letters two. */
size_t ja_columns(ja_slice text);

/* Folded for comparison: compatibility forms, case and accents gone, oe and ae written out, curly
 * apostrophes straight, runs of white space one blank. For ASCII: lower case. */
ja_slice ja_fold(ja_arena *arena, ja_slice text);

/* Folded by the letter of Unicode: compatibility forms and case gone, and characters of a combining
 * class; all else as it is, and not composed. Text that is not UTF-8 stays as it is. */
ja_slice ja_fold_plain(ja_arena *arena, ja_slice text);

/* Lower case with accents kept: composed, case gone, apostrophes and hyphens straight. For words
 * that an accent tells apart ("accuse", "accusé"). */
ja_slice ja_lower(ja_arena *arena, ja_slice text);

/* ASCII lower-case slug of a name, words joined by "-": "Financial Times" -> "financial-times",
 * "Élysée" -> "elysee". Letters of other scripts stay as they are. Never empty: "x" then. */
ja_slice ja_slug(ja_arena *arena, ja_slice name);

#endif
