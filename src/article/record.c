#include "article/record.h"

#include "article/date.h"
#include "article/fields.h"
#include "article/html.h"
#include "base/error.h"

static const char SOURCE[] = "json";

typedef struct reading {
    ja_draft *draft;
    const ja_json *record;
    const char *text, *html; /* owned by the record */
} reading;

ja_record_kind ja_record_kind_of(const ja_json *record)
{
    size_t version;
    if (ja_json_size(ja_json_member(record, "jaccuse"), &version) && version == 1)
        return JA_RECORD_CLAIMS;
    bool gold = ja_json_member(record, "claims") && ja_json_member(record, "actors") &&
                !ja_json_member(record, "jaccuse") && !ja_json_member(record, "text");
    return gold ? JA_RECORD_GOLD : JA_RECORD_ARTICLE;
}

static void read_fields(void *context)
{
    reading *work = context;
    ja_draft *draft = work->draft;
    ja_arena *arena = &draft->arena;
    const ja_json *record = work->record;
    draft->id = ja_field_of_json(arena, record, SOURCE, "id", ja_field_text);
    draft->url = ja_field_of_json(arena, record, SOURCE, "url", ja_field_url);
    draft->outlet = ja_field_of_json(arena, record, SOURCE, "outlet", ja_field_text);
    draft->date = ja_field_of_json(arena, record, SOURCE, "date", ja_date_find);
    draft->language = ja_field_of_json(arena, record, SOURCE, "language", ja_field_language);
    draft->title = ja_slice_of(ja_field_of_json(arena, record, SOURCE, "title", ja_field_text));
    work->text = ja_field_string(arena, record, SOURCE, "text");
    work->html = ja_field_string(arena, record, SOURCE, "html");
}

jaccuse_status ja_record_read(jaccuse_article **out, ja_draft *draft, const ja_json *record,
                              jaccuse_error *error)
{
    *out = NULL;
    if (ja_json_type_of(record) != JA_JSON_OBJECT)
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, draft->path, draft->record,
                          "is not a JSON object");
    reading work = {.draft = draft, .record = record};
    if (!ja_arena_run(&draft->arena, read_fields, &work))
        return ja_fail_memory(error);
    /* Many crawlers keep the markup under a name that promises text. */
    if (work.text && !ja_html_is_markup(work.text))
        draft->body = ja_slice_of(work.text);
    else if (work.text || work.html) {
        const char *markup = work.text ? work.text : work.html;
        jaccuse_status status = ja_html_read(draft, ja_slice_of(markup), error);
        if (status != JACCUSE_OK)
            return status;
    }
    return ja_draft_finish(out, draft, error);
}
