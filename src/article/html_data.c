/* What a page says about itself in JSON-LD. */

#include "article/date.h"
#include "article/fields.h"
#include "article/html_page.h"

enum { MOST_TYPES = 8 };

static const char SOURCE[] = "ld";

typedef struct search {
    const char *types[MOST_TYPES]; /* how the name of an article's type ends */
    size_t type_count;
    const ja_json *found;
} search;

static bool is_article_type(const search *s, const char *type)
{
    for (size_t i = 0; type && i < s->type_count; i++)
        if (ja_ends_with(ja_slice_of(type), ja_slice_of(s->types[i])))
            return true;
    return false;
}

static bool is_article(const search *s, const ja_json *object)
{
    const ja_json *type = ja_json_member(object, "@type");
    bool found = is_article_type(s, ja_json_string(type));
    for (size_t i = 0; i < ja_json_count(type) && !found; i++)
        found = is_article_type(s, ja_json_string(ja_json_element(type, i)));
    return found;
}

/* The first article in lists and graphs; JSON of ours is never nested deep. */
static void look_into(search *s, const ja_json *value)
{
    for (size_t i = 0; i < ja_json_count(value) && !s->found; i++)
        look_into(s, ja_json_element(value, i));
    if (s->found || ja_json_type_of(value) != JA_JSON_OBJECT)
        return;
    if (is_article(s, value))
        s->found = value;
    else
        look_into(s, ja_json_member(value, "@graph"));
    if (!s->found)
        look_into(s, ja_json_member(value, "mainEntity"));
}

static void read_types(search *s, ja_arena *arena)
{
    ja_names names;
    ja_names_init(&names, SOURCE, "type");
    const char *name;
    while (s->type_count < MOST_TYPES && (name = ja_names_next(&names, arena)))
        s->types[s->type_count++] = name;
}

static void fill(ja_draft *draft, const ja_json *object)
{
    ja_arena *arena = &draft->arena;
    if (!draft->url)
        draft->url = ja_field_of_json(arena, object, SOURCE, "url", ja_field_url);
    if (!draft->outlet)
        draft->outlet = ja_field_of_json(arena, object, SOURCE, "outlet", ja_field_text);
    if (!draft->date)
        draft->date = ja_field_of_json(arena, object, SOURCE, "date", ja_date_find);
    if (!draft->language)
        draft->language = ja_field_of_json(arena, object, SOURCE, "language", ja_field_language);
    if (draft->title.length == 0)
        draft->title = ja_slice_of(ja_field_of_json(arena, object, SOURCE, "title", ja_field_text));
}

const char *ja_html_read_data(ja_draft *draft, ja_json *const *data, size_t count)
{
    search s = {.found = NULL};
    read_types(&s, &draft->arena);
    for (size_t i = 0; i < count && !s.found; i++)
        look_into(&s, data[i]);
    if (!s.found)
        return NULL;
    fill(draft, s.found);
    return ja_field_string(&draft->arena, s.found, SOURCE, "text");
}
