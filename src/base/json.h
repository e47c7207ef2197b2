/* Reading JSON. Only json.c sees yajl. */
#ifndef JA_JSON_H
#define JA_JSON_H

#include <stdbool.h>

#include "base/text.h"
#include "jaccuse/status.h"

typedef struct ja_json ja_json;

typedef enum ja_json_type {
    JA_JSON_NULL,
    JA_JSON_BOOL,
    JA_JSON_NUMBER,
    JA_JSON_STRING,
    JA_JSON_ARRAY,
    JA_JSON_OBJECT,
} ja_json_type;

/* Parses one value that fills `text` but for white space; free it with ja_json_free. Nesting is
 * limited; U+0000, bad UTF-8 and names that stand twice in one object are refused. On failure
 * error->offset is the byte at or behind which the fault lies. */
JACCUSE_CHECKED jaccuse_status ja_json_parse(ja_json **out, ja_slice text, jaccuse_error *error);
void ja_json_free(ja_json *value); /* what ja_json_parse gave */
/* The same within an arena, in work that ja_arena_run has started. */
JACCUSE_CHECKED jaccuse_status ja_json_parse_in(ja_arena *arena, const ja_json **out,
                                                ja_slice text, jaccuse_error *error);

/* Appends the value on one line, members in the order they were read, numbers as they were written,
 * blanks as json_writer.h has them. */
void ja_json_dump(ja_buffer *out, const ja_json *value);

ja_json_type ja_json_type_of(const ja_json *value); /* NULL counts as JA_JSON_NULL */
/* The member of an object, or NULL; value may be anything, NULL too. */
const ja_json *ja_json_member(const ja_json *value, const char *key);
/* The elements of an array: 0 and NULL for other types. */
size_t ja_json_count(const ja_json *value);
const ja_json *ja_json_element(const ja_json *value, size_t index);
/* NUL-terminated, owned by the value; NULL for other types. */
const char *ja_json_string(const ja_json *value);
/* The string member `key`; NULL where it is missing or no string. */
const char *ja_json_member_string(const ja_json *value, const char *key);
/* False for other types. */
bool ja_json_number(const ja_json *value, double *out);
bool ja_json_size(const ja_json *value, size_t *out); /* whole and not negative */
bool ja_json_bool(const ja_json *value, bool *out);

#endif
