#include "base/text.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ja_slice ja_slice_of(const char *string)
{
    return (ja_slice){string ? string : "", string ? strlen(string) : 0};
}

bool ja_equal(ja_slice a, ja_slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

int ja_compare(ja_slice a, ja_slice b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool ja_starts_with(ja_slice text, ja_slice beginning)
{
    return text.length >= beginning.length &&
           ja_equal((ja_slice){text.at, beginning.length}, beginning);
}

bool ja_ends_with(ja_slice text, ja_slice ending)
{
    return text.length >= ending.length &&
           ja_equal((ja_slice){text.at + text.length - ending.length, ending.length}, ending);
}

bool ja_is_blank_byte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ja_is_letter_byte(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool ja_is_digit_byte(char c)
{
    return c >= '0' && c <= '9';
}

ja_slice ja_trim(ja_slice text)
{
    while (text.length && ja_is_blank_byte(text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length && ja_is_blank_byte(text.at[text.length - 1]))
        text.length--;
    return text;
}

ja_slice ja_collapse(char *text, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (!ja_is_blank_byte(text[i]))
            text[used++] = text[i];
        else if (used > 0 && text[used - 1] != ' ')
            text[used++] = ' ';
    }
    if (used > 0 && text[used - 1] == ' ')
        used--;
    text[used] = '\0';
    return (ja_slice){text, used};
}

ja_slice ja_without_mark(ja_slice text)
{
    ja_slice mark = JA_SLICE("\xEF\xBB\xBF");
    if (!ja_starts_with(text, mark))
        return text;
    return (ja_slice){text.at + mark.length, text.length - mark.length};
}

/* The number that `count` bytes spell; over any day or month where they are not all digits. */
static unsigned number(const char *digits, size_t count)
{
    unsigned value = 0;
    for (size_t i = 0; i < count; i++) {
        if (!ja_is_digit_byte(digits[i]))
            return UINT_MAX;
        value = value * 10 + (unsigned)(digits[i] - '0');
    }
    return value;
}

bool ja_is_day(ja_slice text)
{
    static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-')
        return false;
    unsigned year = number(text.at, 4);
    unsigned month = number(text.at + 5, 2);
    unsigned day = number(text.at + 8, 2);
    if (year == UINT_MAX || month < 1 || month > 12)
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= DAYS[month - 1] + (month == 2 && leap ? 1U : 0U);
}

bool ja_next_field(ja_slice *rest, char separator, ja_slice *field)
{
    if (!rest->at || rest->length == 0)
        return false;
    const char *found = memchr(rest->at, separator, rest->length);
    size_t length = found ? (size_t)(found - rest->at) : rest->length;
    *field = (ja_slice){rest->at, length};
    size_t used = found ? length + 1 : length;
    rest->at += used;
    rest->length -= used;
    return true;
}

unsigned ja_index_of(const char *const *names, unsigned count, ja_slice name)
{
    unsigned i = 0;
    while (i < count && !ja_equal(ja_slice_of(names[i]), name))
        i++;
    return i;
}

int ja_compare_strings(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

void ja_buffer_init(ja_buffer *buffer, size_t ceiling)
{
    *buffer = (ja_buffer){.ceiling = ceiling};
}

void ja_buffer_clear(ja_buffer *buffer)
{
    free(buffer->at);
    ja_buffer_init(buffer, buffer->ceiling);
}

char *ja_buffer_room(ja_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return NULL;
    if (more > buffer->ceiling || buffer->length > buffer->ceiling - more) {
        buffer->failed = true;
        return NULL;
    }
    size_t need = buffer->length + more + 1;
    if (need > buffer->capacity) {
        size_t larger = buffer->capacity ? buffer->capacity * 2 : 256;
        if (larger < need)
            larger = need;
        char *moved = realloc(buffer->at, larger);
        if (!moved) {
            buffer->failed = true;
            return NULL;
        }
        buffer->at = moved;
        buffer->at[buffer->length] = '\0';
        buffer->capacity = larger;
    }
    return buffer->at + buffer->length;
}

void ja_buffer_add(ja_buffer *buffer, const void *bytes, size_t length)
{
    char *room = ja_buffer_room(buffer, length);
    if (!room)
        return;
    if (length)
        memcpy(room, bytes, length);
    room[length] = '\0';
    buffer->length += length;
}

void ja_buffer_add_slice(ja_buffer *buffer, ja_slice text)
{
    ja_buffer_add(buffer, text.at, text.length);
}

void ja_buffer_add_string(ja_buffer *buffer, const char *string)
{
    ja_buffer_add_slice(buffer, ja_slice_of(string));
}

void ja_buffer_printf(ja_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *room = length < 0 ? NULL : ja_buffer_room(buffer, (size_t)length);
    if (!room) {
        buffer->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(room, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}
