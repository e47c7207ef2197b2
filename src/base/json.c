/* A tree of values, made of yajl's events. All of it, and what yajl itself allocates, stands in one
 * arena.
 *
 * Values of arrays and objects that are still open wait on a stack; where one closes, its values
 * move together into the arena. yajl takes some texts that are no JSON: escapes of half a character,
 * UTF-8 in other than its shortest form, and names used twice. These are refused here, where all of
 * the text is checked to be UTF-8 at once. */
#include "base/json.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/unicode.h"

struct ja_json {
    ja_json_type type;
    bool truth; /* of a boolean */
    bool whole; /* a number that `size` holds */
    ja_slice key; /* in an object */
    ja_slice text; /* of a string, or of a number that is not whole, as it was written; ends in NUL */
    union {
        size_t size;
        double number;
    } value;
    const ja_json *items; /* of an array or object */
    size_t count;
};

typedef struct ja_document {
    ja_json root; /* first, so that a pointer to it is a pointer to the whole */
    ja_arena arena;
} ja_document;

typedef struct tree_builder {
    ja_arena *arena;
    ja_json *root;
    ja_slice input;
    ja_json *stack; /* values whose array or object is open */
    size_t stack_count, stack_capacity;
    size_t begins[JA_MAX_JSON_DEPTH]; /* of each open array or object: where its values begin */
    ja_slice keys[JA_MAX_JSON_DEPTH]; /* and the name it has in the object around it */
    size_t depth;
    ja_slice key;
    const char *refusal; /* why this file refuses the text; NULL: it does not */
    size_t offset;       /* where, in bytes; SIZE_MAX: where yajl stands */
    const char *fault;   /* what yajl says */
    bool sound;
} tree_builder;

static int refuse(tree_builder *builder, const char *why, size_t offset)
{
    builder->refusal = why;
    builder->offset = offset;
    return 0;
}

/* ---- yajl's memory ---- */

/* The size stands before what is given. */
static void *allocate(void *arena, size_t size)
{
    max_align_t *block = JA_NEW_N((ja_arena *)arena, max_align_t, size / sizeof(max_align_t) + 2);
    memcpy(block, &size, sizeof size);
    return block + 1;
}

static void *reallocate(void *arena, void *old, size_t size)
{
    size_t before = 0;
    void *block = allocate(arena, size);
    if (old) {
        memcpy(&before, (max_align_t *)old - 1, sizeof before);
        memcpy(block, old, before < size ? before : size);
    }
    return block;
}

static void release(void *arena, void *block)
{
    (void)arena;
    (void)block; /* the arena frees it */
}

/* ---- Events ---- */

static int add(tree_builder *builder, ja_json value)
{
    value.key = builder->key;
    builder->key = (ja_slice){NULL, 0};
    JA_PUSH(builder->arena, builder->stack, builder->stack_count,
            builder->stack_capacity, value);
    return 1;
}

static int take_null(void *context)
{
    return add(context, (ja_json){.type = JA_JSON_NULL});
}

static int take_bool(void *context, int truth)
{
    return add(context, (ja_json){.type = JA_JSON_BOOL, .truth = truth != 0});
}

/* Up to eighteen digits: what any size_t here holds. */
static bool is_whole(const char *digits, size_t length, size_t *out)
{
    *out = 0;
    for (size_t i = 0; i < length; i++) {
        if (!ja_is_digit_byte(digits[i]))
            return false;
        *out = *out * 10 + (size_t)(digits[i] - '0');
    }
    return length <= 18;
}

static int take_number(void *context, const char *digits, size_t length)
{
    tree_builder *builder = context;
    ja_json value = {.type = JA_JSON_NUMBER};
    value.whole = is_whole(digits, length, &value.value.size);
    if (!value.whole) {
        value.text = (ja_slice){ja_copy(builder->arena, digits, length), length};
        value.value.number = strtod(value.text.at, NULL);
        if (!isfinite(value.value.number))
            return refuse(builder, "a number is too large", SIZE_MAX);
    }
    return add(builder, value);
}

static ja_slice copy_string(tree_builder *builder, const unsigned char *bytes, size_t length)
{
    return (ja_slice){ja_copy(builder->arena, (const char *)bytes, length), length};
}

static int take_string(void *context, const unsigned char *bytes, size_t length)
{
    ja_json value = {.type = JA_JSON_STRING, .text = copy_string(context, bytes, length)};
    return add(context, value);
}

static int take_key(void *context, const unsigned char *bytes, size_t length)
{
    tree_builder *builder = context;
    builder->key = copy_string(builder, bytes, length);
    return 1;
}

static int open_container(void *context)
{
    tree_builder *builder = context;
    if (builder->depth == JA_MAX_JSON_DEPTH)
        return refuse(builder, "it is nested deeper than is read", SIZE_MAX);
    builder->begins[builder->depth] = builder->stack_count;
    builder->keys[builder->depth++] = builder->key;
    builder->key = (ja_slice){NULL, 0};
    return 1;
}

static int close_container(tree_builder *builder, ja_json_type type)
{
    size_t begin = builder->begins[--builder->depth];
    ja_json value = {.type = type, .count = builder->stack_count - begin};
    ja_json *items = JA_NEW_N(builder->arena, ja_json, value.count);
    if (value.count)
        memcpy(items, builder->stack + begin, value.count * sizeof *items);
    value.items = items;
    builder->stack_count = begin;
    builder->key = builder->keys[builder->depth];
    return add(builder, value);
}

static int close_array(void *context)
{
    return close_container(context, JA_JSON_ARRAY);
}

/* Few names are compared each with each, many are counted. */
static bool has_name_twice(ja_arena *arena, const ja_json *items, size_t count)
{
    enum { FEW = 16 };
    ja_map names;
    ja_map_init(&names, arena);
    for (size_t i = 0; i < count; i++) {
        bool is_new = true;
        if (count > FEW)
            ja_map_put(&names, items[i].key, 0, &is_new);
        else
            for (size_t k = 0; k < i && is_new; k++)
                is_new = !ja_equal(items[i].key, items[k].key);
        if (!is_new)
            return true;
    }
    return false;
}

static int close_object(void *context)
{
    tree_builder *builder = context;
    size_t begin = builder->begins[builder->depth - 1];
    if (has_name_twice(builder->arena, builder->stack + begin,
                       builder->stack_count - begin))
        return refuse(builder, "a name stands twice in one object", SIZE_MAX);
    return close_container(builder, JA_JSON_OBJECT);
}

/* ---- Parsing ---- */

/* The unit of UTF-16 that \uXXXX at `at` stands for; UINT_MAX: none stands there. */
static unsigned escaped_unit(ja_slice text, size_t at)
{
    unsigned unit = 0;
    if (text.length < 6 || at > text.length - 6 || text.at[at] != '\\' || text.at[at + 1] != 'u')
        return UINT32_MAX;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = (char)(text.at[i] | 0x20); /* small letter; digits stay */
        bool digit = ja_is_digit_byte(c);
        if (!digit && (c < 'a' || c > 'f'))
            return UINT32_MAX;
        unit = unit * 16 + (unsigned)(digit ? c - '0' : c - 'a' + 10);
    }
    return unit;
}

/* Escapes give whole characters, and never U+0000. */
static bool check_escapes(tree_builder *builder)
{
    ja_slice text = builder->input;
    for (size_t at = 0; at < text.length;) {
        const char *next = memchr(text.at + at, '\\', text.length - at);
        if (!next)
            return true;
        at = (size_t)(next - text.at);
        unsigned unit = escaped_unit(text, at);
        bool high = unit >> 10 == 0xD800 >> 10;
        if (unit == 0 || unit >> 10 == 0xDC00 >> 10 ||
            (high && escaped_unit(text, at + 6) >> 10 != 0xDC00 >> 10)) {
            refuse(builder, "an escape stands for no character", at);
            return false;
        }
        at += high ? 12 : 2;
    }
    return true;
}

static void parse_tree(void *context)
{
    static const yajl_callbacks events = {
        .yajl_null = take_null,          .yajl_boolean = take_bool,
        .yajl_number = take_number,      .yajl_string = take_string,
        .yajl_start_map = open_container, .yajl_map_key = take_key,
        .yajl_end_map = close_object,    .yajl_start_array = open_container,
        .yajl_end_array = close_array,
    };
    tree_builder *builder = context;
    ja_slice input = builder->input;
    size_t sound = ja_utf8_length(input);
    if (sound < input.length)
        refuse(builder, "it is no UTF-8", sound);
    if (sound < input.length || !check_escapes(builder))
        return;
    yajl_alloc_funcs memory = {allocate, reallocate, release, builder->arena};
    yajl_handle parser = yajl_alloc(&events, &memory, builder);
    yajl_config(parser, yajl_dont_validate_strings, 1);
    yajl_status status = yajl_parse(parser, (const unsigned char *)input.at, input.length);
    if (status == yajl_status_ok) {
        builder->offset = input.length;
        status = yajl_complete_parse(parser);
    } else if (builder->offset == SIZE_MAX) {
        builder->offset = yajl_get_bytes_consumed(parser);
    }
    if (status == yajl_status_error)
        builder->fault = (const char *)yajl_get_error(parser, 0, NULL, 0);
    builder->sound = status == yajl_status_ok && builder->stack_count == 1;
    if (builder->sound)
        *builder->root = builder->stack[0];
}

/* "lexical error: invalid char in json text.\n" without its ends. */
static jaccuse_status tell_fault(const tree_builder *builder, jaccuse_error *error)
{
    ja_slice fault = ja_slice_of(builder->refusal ? builder->refusal : builder->fault);
    const char *colon = memchr(fault.at, ':', fault.length);
    if (colon && !builder->refusal)
        fault.length -= (size_t)(colon + 1 - fault.at), fault.at = colon + 1;
    fault = ja_trim(fault);
    jaccuse_status status =
        ja_fail(error, JACCUSE_ERROR_FORMAT, "JSON: %.*s", (int)fault.length, fault.at);
    if (error)
        error->offset = builder->offset < builder->input.length ? builder->offset
                                                                : builder->input.length;
    return status;
}

static tree_builder builder_of(ja_arena *arena, ja_json *root, ja_slice text)
{
    return (tree_builder){
        .arena = arena,
        .root = root,
        .input = text.at ? text : JA_SLICE(""),
        .offset = SIZE_MAX,
        .fault = "not a value",
    };
}

jaccuse_status ja_json_parse_in(ja_arena *arena, const ja_json **out, ja_slice text,
                                jaccuse_error *error)
{
    ja_json *root = JA_NEW(arena, ja_json);
    tree_builder builder = builder_of(arena, root, text);
    parse_tree(&builder);
    *out = builder.sound ? root : NULL;
    return builder.sound ? JACCUSE_OK : tell_fault(&builder, error);
}

jaccuse_status ja_json_parse(ja_json **out, ja_slice text, jaccuse_error *error)
{
    *out = NULL;
    ja_document *document = calloc(1, sizeof *document);
    if (!document)
        return ja_fail_memory(error);
    ja_arena_init(&document->arena);
    tree_builder builder = builder_of(&document->arena, &document->root, text);
    jaccuse_status status = JACCUSE_OK;
    if (!ja_arena_run(&document->arena, parse_tree, &builder))
        status = ja_fail_memory(error);
    else if (!builder.sound)
        status = tell_fault(&builder, error);
    if (status == JACCUSE_OK)
        *out = &document->root;
    else
        ja_json_free(&document->root);
    return status;
}

void ja_json_free(ja_json *value)
{
    ja_document *document = (ja_document *)value;
    if (!document)
        return;
    ja_arena_clear(&document->arena);
    free(document);
}

/* ---- Asking ---- */

static void write_value(ja_json_writer *json, const ja_json *value)
{
    switch (value->type) {
    case JA_JSON_NULL:
        ja_json_put_string(json, NULL);
        return;
    case JA_JSON_BOOL:
        ja_json_put_bool(json, value->truth);
        return;
    case JA_JSON_NUMBER:
        if (value->whole)
            ja_json_put_size(json, value->value.size);
        else
            ja_json_put_raw(json, value->text);
        return;
    case JA_JSON_STRING:
        ja_json_put_slice(json, value->text);
        return;
    case JA_JSON_ARRAY:
    case JA_JSON_OBJECT:
        break;
    }
    bool object = value->type == JA_JSON_OBJECT;
    ja_json_open(json, object ? '{' : '[');
    for (size_t i = 0; i < value->count; i++) {
        if (object)
            ja_json_key(json, value->items[i].key.at);
        write_value(json, &value->items[i]);
    }
    ja_json_close(json, object ? '}' : ']');
}

void ja_json_dump(ja_buffer *out, const ja_json *value)
{
    ja_json_writer json = {.out = out};
    write_value(&json, value);
}

ja_json_type ja_json_type_of(const ja_json *value)
{
    return value ? value->type : JA_JSON_NULL;
}

const ja_json *ja_json_member(const ja_json *value, const char *key)
{
    size_t length = strlen(key);
    if (!value || value->type != JA_JSON_OBJECT)
        return NULL;
    for (size_t i = 0; i < value->count; i++) {
        const ja_slice *name = &value->items[i].key;
        if (name->length == length && memcmp(name->at, key, length) == 0)
            return &value->items[i];
    }
    return NULL;
}

size_t ja_json_count(const ja_json *value)
{
    return value && value->type == JA_JSON_ARRAY ? value->count : 0;
}

const ja_json *ja_json_element(const ja_json *value, size_t index)
{
    return index < ja_json_count(value) ? &value->items[index] : NULL;
}

const char *ja_json_string(const ja_json *value)
{
    return value && value->type == JA_JSON_STRING ? value->text.at : NULL;
}

const char *ja_json_member_string(const ja_json *value, const char *key)
{
    return ja_json_string(ja_json_member(value, key));
}

bool ja_json_number(const ja_json *value, double *out)
{
    if (!value || value->type != JA_JSON_NUMBER)
        return false;
    *out = value->whole ? (double)value->value.size : value->value.number;
    return true;
}

bool ja_json_size(const ja_json *value, size_t *out)
{
    if (!value || value->type != JA_JSON_NUMBER || !value->whole)
        return false;
    *out = value->value.size;
    return true;
}

bool ja_json_bool(const ja_json *value, bool *out)
{
    if (!value || value->type != JA_JSON_BOOL)
        return false;
    *out = value->truth;
    return true;
}
