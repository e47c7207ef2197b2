#include "base/decimal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 32 }; /* "%.6g" takes 12 bytes and the mark */

void ja_decimal_point(char *number)
{
    char *to = number;
    for (const char *at = number; *at; at++) {
        if (strchr("0123456789+-e", *at))
            *to++ = *at;
        else if (to == number || to[-1] != '.')
            *to++ = '.';
    }
    *to = '\0';
}

static void print(char text[LONGEST], double value)
{
    snprintf(text, LONGEST, "%.6g", isfinite(value) ? value : 0.0);
    ja_decimal_point(text);
}

const char *ja_decimal(ja_arena *arena, double value)
{
    char text[LONGEST];
    print(text, value);
    return ja_copy_string(arena, text);
}

void ja_buffer_decimal(ja_buffer *buffer, double value)
{
    char text[LONGEST];
    print(text, value);
    ja_buffer_add_string(buffer, text);
}

bool ja_parse_decimal(ja_slice text, double *value)
{
    size_t at = text.length > 0 && text.at[0] == '-', digits = 0;
    double sum = 0, unit = 1;
    bool point = false;
    for (size_t i = at; i < text.length; i++) {
        if (text.at[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        sum = sum * 10 + (text.at[i] - '0');
        unit *= point ? 10 : 1;
        digits++;
    }
    *value = (at ? -sum : sum) / unit;
    return digits > 0;
}
