#include "base/json.h"

#include <jansson.h>

#include "base/error.h"
#include "base/limits.h"

/* jansson's own ceiling is 2,048 levels, which costs more stack than a thread should risk. */
static bool is_too_deep(ja_slice text, size_t *offset)
{
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            *offset = i;
            if (++depth > JA_MAX_JSON_DEPTH)
                return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            depth--;
        }
    }
    return false;
}

jaccuse_status ja_json_parse(ja_json **out, ja_slice text, jaccuse_error *error)
{
    *out = NULL;
    size_t offset = 0;
    if (is_too_deep(text, &offset)) {
        jaccuse_status status = ja_fail(error, JACCUSE_ERROR_FORMAT,
                                        "JSON is nested deeper than %d levels", JA_MAX_JSON_DEPTH);
        if (error)
            error->offset = offset;
        return status;
    }
    json_error_t problem;
    *out = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &problem);
    if (*out)
        return JACCUSE_OK;
    if (json_error_code(&problem) == json_error_out_of_memory)
        return ja_fail_memory(error);
    jaccuse_status status = ja_fail(error, JACCUSE_ERROR_FORMAT, "JSON: %s", problem.text);
    if (error)
        error->offset = problem.position < 0 ? 0 : (size_t)problem.position;
    return status;
}

void ja_json_free(ja_json *value)
{
    json_decref(value);
}

static int append(const char *bytes, size_t length, void *out)
{
    ja_buffer_add(out, bytes, length);
    return ((ja_buffer *)out)->failed ? -1 : 0;
}

void ja_json_dump(ja_buffer *out, const ja_json *value)
{
    if (json_dump_callback(value, append, out, JSON_COMPACT | JSON_ENCODE_ANY) != 0)
        out->failed = true;
}

ja_json_type ja_json_type_of(const ja_json *value)
{
    if (!value)
        return JA_JSON_NULL;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return JA_JSON_OBJECT;
    case JSON_ARRAY:
        return JA_JSON_ARRAY;
    case JSON_STRING:
        return JA_JSON_STRING;
    case JSON_INTEGER:
    case JSON_REAL:
        return JA_JSON_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE:
        return JA_JSON_BOOL;
    case JSON_NULL:
        break;
    }
    return JA_JSON_NULL;
}

const ja_json *ja_json_member(const ja_json *value, const char *key)
{
    return json_object_get(value, key);
}

size_t ja_json_count(const ja_json *value)
{
    return json_array_size(value);
}

const ja_json *ja_json_element(const ja_json *value, size_t index)
{
    return json_array_get(value, index);
}

const char *ja_json_string(const ja_json *value)
{
    return json_string_value(value);
}

const char *ja_json_member_string(const ja_json *value, const char *key)
{
    return ja_json_string(ja_json_member(value, key));
}

bool ja_json_number(const ja_json *value, double *out)
{
    if (!json_is_number(value))
        return false;
    *out = json_number_value(value);
    return true;
}

bool ja_json_size(const ja_json *value, size_t *out)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0)
        return false;
    *out = (size_t)json_integer_value(value);
    return true;
}

bool ja_json_bool(const ja_json *value, bool *out)
{
    if (!json_is_boolean(value))
        return false;
    *out = json_is_true(value);
    return true;
}
