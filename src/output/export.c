/* From a picture to the files for other programs, row by row. */
#include <string.h>

#include "base/error.h"
#include "output/events.h"
#include "output/exports.h"

/* One file being written. */
typedef struct ja_export {
    ja_sink sink;
    ja_picture picture; /* with the arena of the sink's rows */
    jaccuse_format format;
    bool whole;
    bool nodes;              /* CSV: the file of nodes */
    const ja_spells *spells; /* GEXF: dynamic */
    const ja_events *events;
} ja_export;

static void write_rows(void *context)
{
    ja_export *export = context;
    const ja_picture *picture = &export->picture;
    ja_sink *sink = &export->sink;
    switch (export->format) {
    case JACCUSE_GRAPHML:
        ja_graphml_write(sink, picture);
        break;
    case JACCUSE_GEXF:
        ja_gexf_write(sink, picture, export->spells);
        break;
    case JACCUSE_CSV:
        (export->nodes ? ja_csv_write_nodes : ja_csv_write_edges)(sink, picture);
        break;
    case JACCUSE_DOT:
        ja_dot_write(sink, picture, export->whole);
        break;
    case JACCUSE_EVENTS:
        ja_events_write(sink, picture, export->events);
        break;
    default:
        ja_json_write(sink, picture);
    }
}

static jaccuse_status write_file(ja_export *export, const char *path, jaccuse_error *error)
{
    bool is_xml = export->format == JACCUSE_GRAPHML || export->format == JACCUSE_GEXF;
    ja_sink_init(&export->sink);
    export->picture.arena = export->picture.words.arena = &export->sink.rows;
    jaccuse_status status = ja_sink_open(&export->sink, path, is_xml, error);
    if (status == JACCUSE_OK && !ja_arena_run(&export->sink.rows, write_rows, export))
        status = ja_fail_memory(error);
    if (status == JACCUSE_OK)
        status = ja_sink_close(&export->sink, error);
    ja_sink_clear(&export->sink);
    return status;
}

/* Edges without a date are in the file at all times: that is told. */
static const ja_spells *find_spells(const ja_picture *picture, const jaccuse_map_options *options)
{
    ja_spells *spells = JA_NEW(picture->arena, ja_spells);
    *spells = ja_spells_of(picture->arena, picture->network);
    if (spells->undated_edges > 0)
        ja_notify(options->notify, options->notify_context, JACCUSE_OK, NULL,
                  "%zu of %zu edges bear no date; their spell has no bounds", spells->undated_edges,
                  jaccuse_network_edge_count(picture->network));
    return spells;
}

/* CSV has a second file, of nodes, which goes first: edges without their nodes would mislead. */
static jaccuse_status write_nodes_beside(ja_export *export, ja_arena *arena, const char *path,
                                         jaccuse_error *error)
{
    if (export->format != JACCUSE_CSV || !path || strcmp(path, "-") == 0)
        return JACCUSE_OK;
    const char *beside = ja_csv_nodes_path(arena, path);
    export->nodes = true;
    jaccuse_status status = write_file(export, beside, error);
    export->nodes = false;
    return status;
}

jaccuse_status ja_export_write(const ja_picture *picture, jaccuse_format format, const char *path,
                               bool whole, const jaccuse_map_options *options, jaccuse_error *error)
{
    ja_export export = {.picture = *picture, .format = format, .whole = whole};
    if (format == JACCUSE_GEXF && options->dynamic)
        export.spells = find_spells(picture, options);
    if (format == JACCUSE_EVENTS)
        export.events = ja_events_of(picture->arena, picture->network, path);
    jaccuse_status status = write_nodes_beside(&export, picture->arena, path, error);
    return status == JACCUSE_OK ? write_file(&export, path, error) : status;
}
