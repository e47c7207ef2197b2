/* Writing: checked streams, network files and pictures. */
#ifndef JACCUSE_OUTPUT_H
#define JACCUSE_OUTPUT_H

#include "jaccuse/network.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A stream that cannot lose bytes unnoticed. A file is written beside its place under another name
 * and takes its place at the commit; "-" or NULL is standard output. */
typedef struct jaccuse_stream jaccuse_stream;

JACCUSE_CHECKED jaccuse_status jaccuse_stream_open(jaccuse_stream **out, const char *path,
                                                   jaccuse_error *error);
/* Failures are kept and told by the commit; jaccuse_stream_failed tells them earlier. */
void jaccuse_stream_write(jaccuse_stream *stream, const void *bytes, size_t length);
void jaccuse_stream_print(jaccuse_stream *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
int jaccuse_stream_failed(const jaccuse_stream *stream);
/* Writes out what is held back, puts the file in its place, and frees the stream in any case.
 * JACCUSE_ERROR_CLOSED: the reader of a pipe went away; to see it, a host program must ignore
 * SIGPIPE, which ends it otherwise. */
JACCUSE_CHECKED jaccuse_status jaccuse_stream_commit(jaccuse_stream *stream, jaccuse_error *error);
/* Throws away what was written to a file; NULL is fine. */
void jaccuse_stream_discard(jaccuse_stream *stream);
/* Removes what stands half-written beside the places of open files (sixteen at most), for a program
 * that is about to end. Safe in a signal handler. */
void jaccuse_streams_abandon(void);

typedef enum jaccuse_format {
    JACCUSE_GRAPHML,
    JACCUSE_GEXF,
    JACCUSE_CSV,
    JACCUSE_JSON,
    JACCUSE_DOT,
    JACCUSE_SVG,
    JACCUSE_HTML,
    JACCUSE_PNG,
    JACCUSE_PDF,
    JACCUSE_EVENTS,
    JACCUSE_FORMAT_COUNT,
} jaccuse_format;

/* "graphml" ...; NULL out of range. The way back knows a format's name, and a path by its ending;
 * JACCUSE_FORMAT_COUNT where there is none. */
const char *jaccuse_format_name(jaccuse_format format);
jaccuse_format jaccuse_format_from_name(const char *name);
jaccuse_format jaccuse_format_from_path(const char *path);
/* Whether it is one that jaccuse_map draws. */
bool jaccuse_format_is_picture(jaccuse_format format);

/* What the colours of actors in a picture tell. */
typedef enum jaccuse_colouring { JACCUSE_COLOUR_KIND, JACCUSE_COLOUR_COMMUNITY } jaccuse_colouring;

/* Auto: light, and dark where the reader's system asks for it; PNG and PDF are light then. */
typedef enum jaccuse_theme {
    JACCUSE_THEME_AUTO,
    JACCUSE_THEME_LIGHT,
    JACCUSE_THEME_DARK,
} jaccuse_theme;

typedef struct jaccuse_map_options {
    const char *title;        /* NULL: "Who accuses whom" in the language */
    const char *language;     /* of labels and legend: "en" or "fr" */
    const char *layout;       /* "dot", "neato", "sfdp", or NULL: chosen by size */
    const char *draw_program; /* path of jaccuse-draw, or NULL: found by itself */
    jaccuse_measure size_by;  /* the measure that makes nodes large */
    size_t max_nodes;         /* the most important are kept and the rest counted; 0: 120 */
    unsigned seconds;         /* time limit of one layout; 0: 20 */
    jaccuse_notify notify;    /* hears of fallbacks and hidden actors; may be NULL */
    void *notify_context;
    bool dynamic; /* GEXF: when each actor and edge was in the news */
    jaccuse_colouring colour_by;
    jaccuse_theme theme;
    bool group;    /* draw who speaks for one principal in one frame */
    bool timeline; /* JACCUSE_SVG, _PNG, _PDF: who accuses and denies when, one lane an actor; the
                      30 most important (max_nodes sets another number) and 200 events */
} jaccuse_map_options;

#define JACCUSE_MAP_OPTIONS_INIT                                                                   \
    {                                                                                              \
        NULL, "en", NULL, NULL, JACCUSE_IN_STRENGTH, 0, 0, NULL, NULL, false,                      \
            JACCUSE_COLOUR_KIND, JACCUSE_THEME_AUTO, false, false                                  \
    }

/* Draws the network: JACCUSE_SVG, _HTML, _PNG, _PDF or _DOT. */
JACCUSE_CHECKED jaccuse_status jaccuse_map(jaccuse_network *network, jaccuse_format format,
                                           const char *path, const jaccuse_map_options *options,
                                           jaccuse_error *error);

/* Writes the network as a file for other programs: JACCUSE_GRAPHML, _GEXF, _CSV, _JSON, _DOT or
 * _EVENTS. Positions are those of the map with the same options; actors whom it leaves out have none.
 * Of more than 5,000 actors, betweenness and harmonic are left out unless they are options->size_by,
 * and `notify` hears of it. CSV: edges go to `path`, nodes beside it to NAME.nodes.csv ("-": edges
 * alone). Events: a row for each claim; separated by tabs where `path` ends in .tsv, else by commas.
 * The memory it takes beside the network's own does not grow with the text that is written. */
JACCUSE_CHECKED jaccuse_status jaccuse_export(jaccuse_network *network, jaccuse_format format,
                                              const char *path, const jaccuse_map_options *options,
                                              jaccuse_error *error);

/* How a ranking is written: a table for people, rows for spreadsheets (UTF-8, names that read as
 * formulas defused), or one JSON object, an actor a line. */
typedef enum jaccuse_rank_form {
    JACCUSE_RANK_TABLE,
    JACCUSE_RANK_CSV,
    JACCUSE_RANK_TSV,
    JACCUSE_RANK_JSON,
} jaccuse_rank_form;

typedef struct jaccuse_rank_options {
    const jaccuse_measure *measures; /* side by side, none twice; the first sorts */
    size_t measure_count;
    size_t count; /* so many actors, the best; 0: all */
    jaccuse_rank_form form;
    jaccuse_every every; /* the measures of each period, for the actors who are the best of the
                            whole time; JACCUSE_EVERY_COUNT: of the whole time alone */
} jaccuse_rank_options;

/* Writes the actors in the order of a measure: highest first (of numbers of groups: the largest
 * group), then those of whom it says nothing, equal ones by id. The table of periods shows the
 * first measure alone. What is written when a call fails is not whole. */
JACCUSE_CHECKED jaccuse_status jaccuse_rank(jaccuse_network *network, jaccuse_stream *out,
                                            const jaccuse_rank_options *options,
                                            jaccuse_error *error);

/* Paths, a dossier, changes as one line of JSON, ending in a newline and NUL; the caller frees with
 * free(). README tells the fields. */
JACCUSE_CHECKED jaccuse_status jaccuse_paths_print(char **out, size_t *length,
                                                   jaccuse_network *network,
                                                   const jaccuse_paths *paths,
                                                   jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_dossier_print(char **out, size_t *length,
                                                     jaccuse_network *network,
                                                     const jaccuse_dossier *dossier,
                                                     jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_changes_print(char **out, size_t *length,
                                                     jaccuse_network *network,
                                                     const jaccuse_change *changes, size_t count,
                                                     jaccuse_error *error);

#ifdef __cplusplus
}
#endif

#endif
