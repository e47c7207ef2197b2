#include "base/json_writer.h"

#include <math.h>

#include "base/decimal.h"

static void separate(ja_json_writer *json)
{
    if (json->need_comma)
        ja_buffer_add(json->out, ", ", 2);
    json->need_comma = true;
}

void ja_json_open(ja_json_writer *json, char bracket)
{
    separate(json);
    ja_buffer_add(json->out, &bracket, 1);
    json->need_comma = false;
}

void ja_json_close(ja_json_writer *json, char bracket)
{
    ja_buffer_add(json->out, &bracket, 1);
    json->need_comma = true;
}

/* The escape of the bytes at `at`, or NULL where they stand for themselves; *length is set to how
 * many bytes it replaces. */
static const char *named_escape(const ja_json_writer *json, ja_slice rest, size_t *length)
{
    *length = 1;
    switch (rest.at[0]) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    case '<':
        return json->for_html ? "\\u003c" : NULL;
    case '>':
        return json->for_html ? "\\u003e" : NULL;
    case '&':
        return json->for_html ? "\\u0026" : NULL;
    default:
        break;
    }
    if (json->for_html && (ja_starts_with(rest, JA_SLICE("\xE2\x80\xA8")) ||
                           ja_starts_with(rest, JA_SLICE("\xE2\x80\xA9")))) {
        *length = 3;
        return rest.at[2] == '\xA8' ? "\\u2028" : "\\u2029";
    }
    return NULL;
}

static void add_quoted(ja_json_writer *json, ja_slice string)
{
    ja_buffer_add(json->out, "\"", 1);
    size_t plain = 0; /* start of the bytes that stand for themselves */
    for (size_t i = 0, length; i < string.length; i += length) {
        const char *escape =
            named_escape(json, (ja_slice){string.at + i, string.length - i}, &length);
        bool control = !escape && (unsigned char)string.at[i] < 0x20;
        if (!escape && !control)
            continue;
        ja_buffer_add(json->out, string.at + plain, i - plain);
        if (escape)
            ja_buffer_add_string(json->out, escape);
        else
            ja_buffer_printf(json->out, "\\u%04x", (unsigned char)string.at[i]);
        plain = i + length;
    }
    ja_buffer_add(json->out, string.at + plain, string.length - plain);
    ja_buffer_add(json->out, "\"", 1);
}

void ja_json_key(ja_json_writer *json, const char *key)
{
    separate(json);
    add_quoted(json, ja_slice_of(key));
    ja_buffer_add(json->out, ": ", 2);
    json->need_comma = false;
}

void ja_json_put_slice(ja_json_writer *json, ja_slice string)
{
    separate(json);
    add_quoted(json, string);
}

void ja_json_put_string(ja_json_writer *json, const char *string)
{
    if (string) {
        ja_json_put_slice(json, ja_slice_of(string));
    } else {
        separate(json);
        ja_buffer_add_string(json->out, "null");
    }
}

void ja_json_put_size(ja_json_writer *json, size_t number)
{
    separate(json);
    ja_buffer_printf(json->out, "%zu", number);
}

void ja_json_put_number(ja_json_writer *json, double number)
{
    separate(json);
    if (isfinite(number))
        ja_buffer_decimal(json->out, number);
    else
        ja_buffer_add_string(json->out, "null");
}

void ja_json_put_bool(ja_json_writer *json, bool value)
{
    separate(json);
    ja_buffer_add_string(json->out, value ? "true" : "false");
}

void ja_json_put_range(ja_json_writer *json, size_t begin, size_t end)
{
    ja_json_open(json, '[');
    ja_json_put_size(json, begin);
    ja_json_put_size(json, end);
    ja_json_close(json, ']');
}

void ja_json_put_raw(ja_json_writer *json, ja_slice value)
{
    separate(json);
    ja_buffer_add_slice(json->out, value);
}

void ja_json_string_member(ja_json_writer *json, const char *key, const char *string)
{
    ja_json_key(json, key);
    ja_json_put_string(json, string);
}

void ja_json_size_member(ja_json_writer *json, const char *key, size_t number)
{
    ja_json_key(json, key);
    ja_json_put_size(json, number);
}

void ja_json_number_member(ja_json_writer *json, const char *key, double number)
{
    ja_json_key(json, key);
    ja_json_put_number(json, number);
}

void ja_json_bool_member(ja_json_writer *json, const char *key, bool value)
{
    ja_json_key(json, key);
    ja_json_put_bool(json, value);
}
