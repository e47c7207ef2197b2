/* From network to file: measures, picture, layout, document, stream; what is for other programs is
 * written by export.c. Everything that lives outside of the arena is held in one task and freed
 * whichever way the work ends. */
#include <libxml/parser.h>

#include "base/error.h"
#include "base/limits.h"
#include "output/exports.h"
#include "output/html.h"
#include "output/layout.h"
#include "output/svg.h"
#include "output/timeline.h"

static const size_t DEFAULT_NODES = 120, DEFAULT_LANES = 30;
static const unsigned DEFAULT_SECONDS = 20;

typedef struct job {
    jaccuse_network *network;
    jaccuse_format format;
    const char *path;
    bool whole; /* an export: all actors; else a map: what it shows */
    jaccuse_map_options options;
    jaccuse_error *error;
    jaccuse_status status;
    ja_arena arena;
    ja_picture picture;
    ja_draw_program program;
    ja_layout layout;
    ja_xml xml;
    ja_buffer drawing;   /* what is painted */
    ja_buffer page_data; /* what the page's script reads */
} job;

static jaccuse_status check_options(job *task)
{
    static const jaccuse_map_options PLAIN = JACCUSE_MAP_OPTIONS_INIT;
    jaccuse_map_options *options = &task->options;
    if (options->max_nodes == 0)
        options->max_nodes = options->timeline ? DEFAULT_LANES : DEFAULT_NODES;
    if (options->timeline && task->format != JACCUSE_SVG && task->format != JACCUSE_PNG &&
        task->format != JACCUSE_PDF)
        return ja_fail(task->error, JACCUSE_ERROR_ARGUMENT, "a timeline is svg, png or pdf");
    if (options->seconds == 0)
        options->seconds = DEFAULT_SECONDS;
    if (!options->language)
        options->language = PLAIN.language;
    if ((unsigned)options->size_by >= JACCUSE_MEASURE_COUNT)
        return ja_fail(task->error, JACCUSE_ERROR_ARGUMENT, "no such measure");
    if ((unsigned)options->colour_by > JACCUSE_COLOUR_COMMUNITY ||
        (unsigned)options->theme > JACCUSE_THEME_DARK)
        return ja_fail(task->error, JACCUSE_ERROR_ARGUMENT, "no such colouring or theme");
    return ja_layout_check(options->layout, task->error);
}

static bool is_large(const job *task)
{
    return jaccuse_network_node_count(task->network) > JA_MAX_SLOW_NODES;
}

static bool tells_measures(const job *task)
{
    return task->whole && task->format != JACCUSE_EVENTS;
}

/* A drawing shows one measure; an export tells all that can be had in a reasonable time. */
static bool is_wanted(const job *task, jaccuse_measure measure)
{
    bool slow = measure == JACCUSE_BETWEENNESS || measure == JACCUSE_HARMONIC;
    if (measure == task->options.size_by)
        return true;
    if (measure == JACCUSE_COMMUNITY && task->options.colour_by == JACCUSE_COLOUR_COMMUNITY)
        return true;
    return tells_measures(task) && !(slow && is_large(task));
}

static jaccuse_status measure(job *task)
{
    for (unsigned i = 0; i < JACCUSE_MEASURE_COUNT; i++) {
        if (!is_wanted(task, (jaccuse_measure)i))
            continue;
        jaccuse_status status = jaccuse_network_measure(task->network, (jaccuse_measure)i,
                                                        &task->picture.measures[i], task->error);
        if (status != JACCUSE_OK)
            return status;
    }
    if (tells_measures(task) && is_large(task))
        ja_notify(task->options.notify, task->options.notify_context, JACCUSE_OK, NULL,
                  "betweenness and harmonic are left out: there are more than %d actors",
                  JA_MAX_SLOW_NODES);
    if (task->format == JACCUSE_JSON)
        return jaccuse_network_reciprocity(task->network, &task->picture.reciprocity, task->error);
    return JACCUSE_OK;
}

static bool holds_places(const job *task)
{
    return task->format != JACCUSE_CSV && task->format != JACCUSE_JSON &&
           task->format != JACCUSE_EVENTS;
}

static void tell_hidden(const job *task)
{
    const ja_picture *picture = &task->picture;
    if (picture->timeline && picture->crowded_out > 0)
        ja_notify(task->options.notify, task->options.notify_context, JACCUSE_OK, NULL,
                  "%zu of %zu actors with dated claims are not in the picture",
                  picture->crowded_out, picture->crowded_out + picture->node_count);
    else if (picture->hidden > 0 && holds_places(task) && !picture->timeline)
        ja_notify(task->options.notify, task->options.notify_context, JACCUSE_OK, NULL,
                  task->whole ? "%zu of %zu actors have no position in the file"
                              : "%zu of %zu actors are not in the picture",
                  picture->hidden, picture->hidden + picture->node_count);
}

static jaccuse_status fill_picture(job *task)
{
    ja_picture *picture = &task->picture;
    const jaccuse_map_options *options = &task->options;
    picture->arena = &task->arena;
    picture->network = task->network;
    picture->language = options->language;
    picture->size_by = options->size_by;
    picture->colour_by = options->colour_by;
    picture->theme = options->theme;
    picture->grouped = options->group;
    picture->timeline = options->timeline;
    if (task->format == JACCUSE_PNG || task->format == JACCUSE_PDF) /* they cannot ask the reader */
        picture->theme =
            picture->theme == JACCUSE_THEME_DARK ? JACCUSE_THEME_DARK : JACCUSE_THEME_LIGHT;
    if (!ja_words_init(&picture->words, &task->arena, options->language))
        return ja_fail(task->error, JACCUSE_ERROR_ARGUMENT, "no words for the language \"%s\"",
                       options->language);
    jaccuse_status status = measure(task);
    if (status != JACCUSE_OK)
        return status;
    const char *title = options->timeline ? "title.timeline" : "title";
    picture->title = options->title ? options->title : ja_word(&picture->words, title);
    ja_picture_fill(picture, options->max_nodes);
    tell_hidden(task);
    return JACCUSE_OK;
}

/* Other programs can do without places. */
static bool can_do_without_places(const job *task)
{
    return task->whole || task->format == JACCUSE_DOT;
}

static jaccuse_status lay_out(job *task)
{
    if (task->picture.node_count == 0 || !holds_places(task) || task->picture.timeline)
        return JACCUSE_OK;
    jaccuse_error problem;
    jaccuse_status status = ja_draw_find(&task->program, task->options.draw_program, &problem);
    if (status == JACCUSE_OK)
        status =
            ja_layout_run(&task->layout, &task->picture, &task->program, &task->options, &problem);
    if (status == JACCUSE_OK)
        return JACCUSE_OK;
    if (status == JACCUSE_ERROR_DRAW && can_do_without_places(task)) {
        ja_notify(task->options.notify, task->options.notify_context, status, problem.path,
                  "%s; the file is written without positions", problem.message);
        return JACCUSE_OK;
    }
    return ja_fail_at(task->error, status, problem.path, 0, "%s", problem.message);
}

static bool is_well_formed(ja_slice text)
{
    xmlDocPtr document =
        xmlReadMemory(text.at, (int)text.length, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (document)
        xmlFreeDoc(document);
    return document != NULL;
}

/* The document that the task's XML writer holds, checked: what is not well-formed does not leave.
 */
static jaccuse_status finish_xml(job *task, ja_slice *out)
{
    *out = ja_xml_finish(&task->xml);
    if (task->xml.failed || !out->at)
        return ja_fail_memory(task->error);
    if (out->length > JA_MAX_DRAWING)
        return ja_fail(task->error, JACCUSE_ERROR_LIMIT, "the document is too large");
    if (!is_well_formed(*out))
        return ja_fail(task->error, JACCUSE_ERROR_DRAW, "the document is not well-formed");
    return JACCUSE_OK;
}

static jaccuse_status make_svg(job *task, ja_slice *out)
{
    ja_xml_declaration(&task->xml);
    if (task->picture.timeline)
        ja_svg_timeline(&task->xml, &task->picture);
    else
        ja_svg_write(&task->xml, &task->picture, true);
    return finish_xml(task, out);
}

static jaccuse_status write_page(job *task, ja_slice *out)
{
    ja_html_data(&task->page_data, &task->picture);
    if (task->page_data.failed)
        return ja_fail_memory(task->error);
    ja_html_write(&task->xml, &task->picture, &task->page_data);
    return finish_xml(task, out);
}

static jaccuse_status finish_text(job *task, const ja_buffer *text, ja_slice *out)
{
    *out = (ja_slice){text->at, text->length};
    return text->failed ? ja_fail_memory(task->error) : JACCUSE_OK;
}

/* PNG and PDF are the SVG, painted by the drawing program. */
static jaccuse_status paint(job *task, ja_slice *out)
{
    ja_slice svg;
    jaccuse_status status = make_svg(task, &svg);
    if (status == JACCUSE_OK)
        status = ja_draw_find(&task->program, task->options.draw_program, task->error);
    bool timed_out;
    if (status == JACCUSE_OK)
        status = ja_draw_run(&task->program, jaccuse_format_name(task->format),
                             task->options.seconds, svg, &task->drawing, &timed_out, task->error);
    if (status == JACCUSE_OK && task->drawing.length == 0)
        status = ja_fail(task->error, JACCUSE_ERROR_DRAW, "the drawing program painted nothing");
    return status == JACCUSE_OK ? finish_text(task, &task->drawing, out) : status;
}

static jaccuse_status write_document(job *task, ja_slice *out)
{
    switch (task->format) {
    case JACCUSE_HTML:
        return write_page(task, out);
    case JACCUSE_SVG:
        return make_svg(task, out);
    default:
        return paint(task, out);
    }
}

static jaccuse_status write_file(const char *path, ja_slice text, jaccuse_error *error)
{
    jaccuse_stream *stream;
    jaccuse_status status = jaccuse_stream_open(&stream, path, error);
    if (status != JACCUSE_OK)
        return status;
    jaccuse_stream_write(stream, text.at, text.length);
    return jaccuse_stream_commit(stream, error);
}

/* For people. */
static jaccuse_status write_picture(job *task)
{
    ja_slice text = {NULL, 0};
    ja_xml_init(&task->xml, &task->arena, false);
    jaccuse_status status = write_document(task, &text);
    return status == JACCUSE_OK ? write_file(task->path, text, task->error) : status;
}

static void work(void *context)
{
    job *task = context;
    task->status = fill_picture(task);
    if (task->status == JACCUSE_OK)
        task->status = lay_out(task);
    if (task->status != JACCUSE_OK)
        return;
    bool for_programs = task->whole || task->format == JACCUSE_DOT;
    task->status = for_programs ? ja_export_write(&task->picture, task->format, task->path,
                                                  task->whole, &task->options, task->error)
                                : write_picture(task);
}

static jaccuse_status run(job *task)
{
    jaccuse_status status = check_options(task);
    if (status != JACCUSE_OK)
        return status;
    ja_arena_init(&task->arena);
    ja_layout_init(&task->layout);
    ja_buffer_init(&task->drawing, JA_MAX_DRAWING);
    ja_buffer_init(&task->page_data, JA_MAX_DRAWING);
    status = ja_arena_run(&task->arena, work, task) ? task->status : ja_fail_memory(task->error);
    ja_xml_clear(&task->xml);
    ja_layout_clear(&task->layout);
    ja_buffer_clear(&task->drawing);
    ja_buffer_clear(&task->page_data);
    ja_arena_clear(&task->arena);
    return status;
}

static jaccuse_status start(jaccuse_network *network, jaccuse_format format, const char *path,
                            const jaccuse_map_options *options, bool whole, jaccuse_error *error)
{
    job task = {.network = network,
                .format = format,
                .path = path,
                .whole = whole,
                .options = JACCUSE_MAP_OPTIONS_INIT,
                .error = error};
    if (options)
        task.options = *options;
    jaccuse_status status = jaccuse_network_evidence(network, JACCUSE_NONE, error);
    return status == JACCUSE_OK ? run(&task) : status;
}

jaccuse_status jaccuse_map(jaccuse_network *network, jaccuse_format format, const char *path,
                           const jaccuse_map_options *options, jaccuse_error *error)
{
    if (jaccuse_format_is_picture(format))
        return start(network, format, path, options, false, error);
    return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "a map cannot be written as %s",
                   jaccuse_format_name(format) ? jaccuse_format_name(format) : "that");
}

jaccuse_status jaccuse_export(jaccuse_network *network, jaccuse_format format, const char *path,
                              const jaccuse_map_options *options, jaccuse_error *error)
{
    switch (format) {
    case JACCUSE_GRAPHML:
    case JACCUSE_GEXF:
    case JACCUSE_CSV:
    case JACCUSE_JSON:
    case JACCUSE_DOT:
    case JACCUSE_EVENTS:
        return start(network, format, path, options, true, error);
    default:
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "a network cannot be written as %s",
                       jaccuse_format_name(format) ? jaccuse_format_name(format) : "that");
    }
}
