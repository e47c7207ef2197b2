/* Days of the calendar (Gregorian, extended to all years) as numbers. */
#ifndef JA_DAY_H
#define JA_DAY_H

#include <limits.h>

enum { JA_NO_DAY = INT_MIN, JA_DAY_ROOM = 16 };

/* "2024-05-31" -> days since 1970-01-01, which was a Thursday; what follows the day in the text is
 * not looked at. JA_NO_DAY: NULL, or it does not begin with a day that there is. */
int ja_day_number(const char *date);
/* Back, into JA_DAY_ROOM bytes; what lies outside of the years 0 to 9999 becomes their first or
 * last day. */
void ja_day_print(int day, char *out);
/* The first day, a Monday, of the week that the day is in. */
int ja_day_monday(int day);

#endif
