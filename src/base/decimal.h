/* Numbers for files: with a point, whatever mark the host program's locale has. */
#ifndef JA_DECIMAL_H
#define JA_DECIMAL_H

#include "base/text.h"

/* Up to 6 significant digits; 0 for what is not finite. */
const char *ja_decimal(ja_arena *arena, double value);
void ja_buffer_decimal(ja_buffer *buffer, double value);

/* "-1.25" -> *value; false: digits with one point at most, and a sign, is all that is read. */
bool ja_parse_decimal(ja_slice text, double *value);

/* Puts a point where a printed number has the mark of a locale, which may be of several bytes. */
void ja_decimal_point(char *number);

#endif
