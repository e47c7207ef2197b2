/* Finding one field of an article under the many names that sources give it (fields.tsv). */
#ifndef JA_FIELDS_H
#define JA_FIELDS_H

#include "base/json.h"
#include "base/table.h"

/* Brings a value into the one form that articles give; NULL: unusable, look further. */
typedef const char *ja_convert(ja_arena *arena, const char *value);

/* The names that `source` has for `field`, best first. */
typedef struct ja_names {
    ja_table table;
    const char *source, *field;
} ja_names;

void ja_names_init(ja_names *names, const char *source, const char *field);
/* The next name, copied into the arena; NULL: no more. */
const char *ja_names_next(ja_names *names, ja_arena *arena);

/* The first of the names under which `object` holds something that converts, else NULL. Strings,
 * numbers, lists of them and objects with a name or address will do. */
const char *ja_field_of_json(ja_arena *arena, const ja_json *object, const char *source,
                             const char *field, ja_convert *convert);

/* The string itself, owned by `object`, where it says something; else NULL. */
const char *ja_field_string(ja_arena *arena, const ja_json *object, const char *source,
                            const char *field);

#endif
