/* Days of the calendar (Gregorian, extended to all years) as numbers. */
#ifndef JA_DAY_H
#define JA_DAY_H

#include <limits.h>

enum { JA_NO_DAY = INT_MIN, JA_DAY_ROOM = 16 };

/* "2024-05-31" -> days since 1970-01-01, which was a Thursday; what follows the day in the text is
 * not looked at. JA_NO_DAY: NULL, or it does not begin with a day that there is. */
int ja_day_number(const char *date);
/* The day of a date of the years from 0 on. The month may be 13: January of the next year; and the
 * day one that the month does not have: it is counted on. */
int ja_day_from(int year, int month, int day);
/* Back; what lies outside of the years 0 to 9999 becomes their first or last day. */
void ja_day_split(int day, int *year, int *month, int *day_of_month);
/* The same as text, YYYY-MM-DD, into JA_DAY_ROOM bytes. */
void ja_day_print(int day, char *out);
/* The first day, a Monday, of the week that the day is in. */
int ja_day_monday(int day);

#endif
