#include "article/date.h"

#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/table.h"
#include "base/unicode.h"

static const size_t LONGEST = 100; /* bytes that are looked at */

typedef struct date {
    unsigned year, month, day;
} date;

static bool is_separator(char c)
{
    return strchr(" ,.\t\r\n/", c) != NULL;
}

static bool is_valid(date d)
{
    char text[40];
    int length = snprintf(text, sizeof text, "%04u-%02u-%02u", d.year, d.month, d.day);
    return d.year >= 1000 && d.year <= 2999 && ja_is_day((ja_slice){text, (size_t)length});
}

static unsigned number(const char *digits, size_t count)
{
    unsigned value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (unsigned)(digits[i] - '0');
    return value;
}

/* Whether `text` starts with the shape, in which 0 is any digit. */
static bool has_shape(const char *text, const char *shape)
{
    for (; *shape; text++, shape++)
        if (*shape == '0' ? !ja_is_digit_byte(*text) : *text != *shape)
            return false;
    return !ja_is_digit_byte(*text);
}

static bool find_iso(const char *text, date *out)
{
    for (const char *at = text; *at; at++) {
        if (at > text && ja_is_digit_byte(at[-1]))
            continue;
        if (has_shape(at, "0000-00-00") || has_shape(at, "0000/00/00"))
            *out = (date){number(at, 4), number(at + 5, 2), number(at + 8, 2)};
        else if (has_shape(at, "00000000"))
            *out = (date){number(at, 4), number(at + 4, 2), number(at + 6, 2)};
        else
            continue;
        if (is_valid(*out))
            return true;
    }
    return false;
}

static unsigned month_of(ja_slice name)
{
    ja_table table;
    ja_table_init(&table, ja_embedded_file("article/months.tsv"));
    while (ja_table_next(&table))
        if (ja_equal(table.column[0], name))
            return number(table.column[1].at, table.column[1].length);
    return 0;
}

static bool all_digits(ja_slice word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!ja_is_digit_byte(word.at[i]))
            return false;
    return word.length > 0;
}

/* Day, month and year in any order, the month by its name; "1er" and "2nd" are days too. */
static bool find_named(ja_slice text, date *out)
{
    *out = (date){0, 0, 0};
    size_t at = 0;
    while (at < text.length && !(out->year && out->month && out->day)) {
        size_t begin = at;
        while (at < text.length && !is_separator(text.at[at]))
            at++;
        ja_slice word = {text.at + begin, at - begin};
        size_t digits = 0;
        while (digits < word.length && ja_is_digit_byte(word.at[digits]))
            digits++;
        if (digits == 4 && all_digits(word) && !out->year)
            out->year = number(word.at, 4);
        else if ((digits == 1 || digits == 2) && word.length <= digits + 2 && !out->day)
            out->day = number(word.at, digits);
        else if (digits == 0 && word.length > 0 && !out->month)
            out->month = month_of(word);
        at++;
    }
    return is_valid(*out);
}

const char *ja_date_find(ja_arena *arena, const char *text)
{
    if (!text)
        return NULL;
    ja_slice head = {text, strnlen(text, LONGEST)};
    date found;
    if (!find_iso(ja_copy(arena, head.at, head.length), &found) &&
        !find_named(ja_fold(arena, head), &found))
        return NULL;
    return ja_format(arena, "%04u-%02u-%02u", found.year, found.month, found.day);
}
