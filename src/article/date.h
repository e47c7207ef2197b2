/* Dates, in whatever form sources write them. */
#ifndef JA_DATE_H
#define JA_DATE_H

#include "base/text.h"

/* "YYYY-MM-DD" out of ISO 8601, RFC 822 or a date with the month's name; NULL: none found. */
const char *ja_date_find(ja_arena *arena, const char *text);

#endif
