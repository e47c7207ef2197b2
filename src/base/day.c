#include "base/day.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* Days before the first of January of a year from 0 on, since the one of the year 0. */
static int days_before_year(int year)
{
    int leap_years = year > 0 ? (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 : 0;
    return 365 * year + leap_years;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days before the first of a month, in its year. */
static int days_before_month(int year, int month)
{
    static const short BEFORE[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return BEFORE[month - 1] + (month > 2 && is_leap(year));
}

static int number(const char *digits, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = 10 * value + (digits[i] - '0');
    return value;
}

int ja_day_from(int year, int month, int day)
{
    if (month > 12)
        return ja_day_from(year + 1, month - 12, day);
    return days_before_year(year) - days_before_year(1970) + days_before_month(year, month) + day -
           1;
}

int ja_day_number(const char *date)
{
    if (!date || strlen(date) < 10 || !ja_is_day((ja_slice){date, 10}))
        return JA_NO_DAY;
    return ja_day_from(number(date, 4), number(date + 5, 2), number(date + 8, 2));
}

void ja_day_split(int day, int *year, int *month, int *day_of_month)
{
    int last = days_before_year(10000) - 1, left = day + days_before_year(1970);
    left = left < 0 ? 0 : left > last ? last : left;
    *year = left / 366; /* or some years later */
    while (days_before_year(*year + 1) <= left)
        ++*year;
    left -= days_before_year(*year);
    *month = 12;
    while (days_before_month(*year, *month) > left)
        --*month;
    *day_of_month = left - days_before_month(*year, *month) + 1;
}

void ja_day_print(int day, char *out)
{
    int year, month, day_of_month;
    ja_day_split(day, &year, &month, &day_of_month);
    snprintf(out, JA_DAY_ROOM, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day_of_month % 100);
}

int ja_day_monday(int day)
{
    int since_monday = (day + 3) % 7; /* the day -3 was a Monday */
    return day - since_monday - (since_monday < 0 ? 7 : 0);
}
