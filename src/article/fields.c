#include "article/fields.h"

#include "base/embedded.h"

static const size_t MOST_ELEMENTS = 8; /* of a list that are looked at */

void ja_names_init(ja_names *names, const char *source, const char *field)
{
    *names = (ja_names){.source = source, .field = field};
    ja_table_init(&names->table, ja_embedded_file("article/fields.tsv"));
}

const char *ja_names_next(ja_names *names, ja_arena *arena)
{
    ja_table *table = &names->table;
    while (ja_table_next(table))
        if (ja_equal(table->column[0], ja_slice_of(names->source)) &&
            ja_equal(table->column[1], ja_slice_of(names->field)))
            return ja_copy(arena, table->column[2].at, table->column[2].length);
    return NULL;
}

/* Programs write their own word for "nothing" where they should write none. */
static bool says_something(const char *value)
{
    ja_slice text = ja_trim(ja_slice_of(value));
    return text.length > 0 && !ja_equal(text, JA_SLICE("None")) &&
           !ja_equal(text, JA_SLICE("null")) && !ja_equal(text, JA_SLICE("nan")) &&
           !ja_equal(text, JA_SLICE("NaN"));
}

static const char *convert_scalar(ja_arena *arena, const ja_json *value, ja_convert *convert)
{
    const char *string = ja_json_string(value);
    if (string)
        return says_something(string) ? convert(arena, string) : NULL;
    size_t whole;
    return ja_json_size(value, &whole) ? convert(arena, ja_format(arena, "%zu", whole)) : NULL;
}

static const char *convert_object(ja_arena *arena, const ja_json *value, ja_convert *convert)
{
    static const char *const MEMBERS[] = {"name", "@id", "url", "@value"};
    const char *found = NULL;
    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS && !found; i++)
        found = convert_scalar(arena, ja_json_member(value, MEMBERS[i]), convert);
    return found;
}

static const char *convert_value(ja_arena *arena, const ja_json *value, ja_convert *convert)
{
    const char *found = convert_scalar(arena, value, convert);
    if (!found)
        found = convert_object(arena, value, convert);
    for (size_t i = 0; i < ja_json_count(value) && i < MOST_ELEMENTS && !found; i++) {
        const ja_json *element = ja_json_element(value, i);
        found = convert_scalar(arena, element, convert);
        if (!found)
            found = convert_object(arena, element, convert);
    }
    return found;
}

const char *ja_field_of_json(ja_arena *arena, const ja_json *object, const char *source,
                             const char *field, ja_convert *convert)
{
    ja_names names;
    ja_names_init(&names, source, field);
    const char *found = NULL, *name;
    while (!found && (name = ja_names_next(&names, arena)))
        found = convert_value(arena, ja_json_member(object, name), convert);
    return found;
}

const char *ja_field_string(ja_arena *arena, const ja_json *object, const char *source,
                            const char *field)
{
    ja_names names;
    ja_names_init(&names, source, field);
    const char *name;
    while ((name = ja_names_next(&names, arena))) {
        const char *value = ja_json_member_string(object, name);
        if (value && says_something(value))
            return value;
    }
    return NULL;
}
