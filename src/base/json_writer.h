/* Writing JSON into a buffer, in the order of the calls: no tree is built, so the field order is
 * fixed and the same input gives the same bytes.
 *
 *     ja_json_writer json = {.out = &buffer};
 *     ja_json_open(&json, '{');
 *     ja_json_key(&json, "id");
 *     ja_json_put_string(&json, "a<b");
 *     ja_json_close(&json, '}');
 */
#ifndef JA_JSON_WRITER_H
#define JA_JSON_WRITER_H

#include <stdbool.h>

#include "base/text.h"

typedef struct ja_json_writer {
    ja_buffer *out;
    bool need_comma;
    bool for_html; /* also escape < > & and U+2028/9, so that the text may stand in a script */
} ja_json_writer;

void ja_json_open(ja_json_writer *json, char bracket);  /* '{' or '[' */
void ja_json_close(ja_json_writer *json, char bracket); /* '}' or ']' */
void ja_json_key(ja_json_writer *json, const char *key);
void ja_json_put_string(ja_json_writer *json, const char *string); /* NULL: null */
void ja_json_put_slice(ja_json_writer *json, ja_slice string);
void ja_json_put_size(ja_json_writer *json, size_t number);
void ja_json_put_number(ja_json_writer *json, double number); /* as ja_decimal; not finite: null */
void ja_json_put_bool(ja_json_writer *json, bool value);
void ja_json_put_range(ja_json_writer *json, size_t begin, size_t end); /* [begin, end] */
void ja_json_put_raw(ja_json_writer *json, ja_slice value); /* JSON as it is */

/* key and value in one */
void ja_json_string_member(ja_json_writer *json, const char *key, const char *string);
void ja_json_size_member(ja_json_writer *json, const char *key, size_t number);
void ja_json_number_member(ja_json_writer *json, const char *key, double number);
void ja_json_bool_member(ja_json_writer *json, const char *key, bool value);

#endif
