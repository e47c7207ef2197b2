/* What the commands share: settings read from the options, messages, reading of inputs. The
 * commands see the library through its public headers alone. */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stdint.h>

#include "jaccuse.h"

typedef enum cli_exit {
    CLI_DONE = 0,
    CLI_NOTHING = 1, /* ran well, found nothing */
    CLI_USAGE = 2,   /* wrong usage */
    CLI_PARTIAL = 3, /* some input could not be read; the rest was done */
    CLI_FAILED = 4,
    /* 130: interrupted, see interrupt.c */
    CLI_CLOSED = 141, /* the reader of our output went away: 128 + SIGPIPE */
} cli_exit;

/* An option that may be given again and again. */
enum { CLI_MOST_VALUES = 64 };
typedef struct cli_values {
    const char *at[CLI_MOST_VALUES];
    size_t count;
} cli_values;

/* Everything that options set; zero or NULL where an option was not given. */
typedef struct cli_settings {
    const char *program;  /* the command's name, for messages */
    bool forces_language; /* of the command */
    const char *output;
    const char *format;
    const char *language;
    const char *model;
    const char *outlet, *since, *until;
    const char *by;
    const char *certainty;
    const char *aliases;
    const char *measure;
    const char *layout;
    const char *labels;
    const char *title;
    const char *claims;
    double min_weight;
    size_t jobs;
    size_t count;
    size_t paths; /* JACCUSE_NONE: not given */
    size_t max_nodes;
    const char *kind, *about, *ego, *component, *top_of;
    double min_confidence;
    size_t radius, top;
    bool pretokenized, explain;
    bool json, errors;
    bool csv, tsv;
    const char *every;
    bool group, timeline;
    const char *colour, *theme;
    const char *note, *judged;
    bool all, directed, undirected;
    const char *via;
    cli_values avoid;
    size_t max_steps;
    bool dynamic;
    bool quiet, progress, help;
    char **arguments; /* what is left behind the options */
    size_t argument_count;
} cli_settings;

typedef enum cli_option_id {
    CLI_OUTPUT,
    CLI_FORMAT,
    CLI_LANGUAGE,
    CLI_MODEL,
    CLI_PRETOKENIZED,
    CLI_EXPLAIN,
    CLI_JOBS,
    CLI_BY,
    CLI_SINCE,
    CLI_UNTIL,
    CLI_OUTLET,
    CLI_MIN_WEIGHT,
    CLI_CERTAINTY,
    CLI_ALIASES,
    CLI_MEASURE,
    CLI_COUNT,
    CLI_PATHS,
    CLI_LAYOUT,
    CLI_LABELS,
    CLI_TITLE,
    CLI_MAX_NODES,
    CLI_CLAIMS,
    CLI_JSON,
    CLI_ERRORS,
    CLI_NOTE,
    CLI_JUDGED,
    CLI_KIND,
    CLI_MIN_CONFIDENCE,
    CLI_ABOUT,
    CLI_COMPONENT,
    CLI_EGO,
    CLI_RADIUS,
    CLI_TOP,
    CLI_TOP_OF,
    CLI_CSV,
    CLI_TSV,
    CLI_EVERY,
    CLI_ALL,
    CLI_DIRECTED,
    CLI_UNDIRECTED,
    CLI_VIA,
    CLI_AVOID,
    CLI_MAX_STEPS,
    CLI_DYNAMIC,
    CLI_COLOUR,
    CLI_THEME,
    CLI_GROUP,
    CLI_TIMELINE,
    CLI_QUIET,
    CLI_PROGRESS,
    CLI_HELP,
    CLI_OPTION_COUNT,
} cli_option_id;

typedef struct cli_command {
    const char *name;
    const char *arguments; /* for the usage line */
    const char *summary;   /* one line */
    const char *detail;    /* more lines for --help, or NULL */
    uint64_t options;      /* bit set of 1 << cli_option_id */
    size_t least_arguments;
    cli_exit (*run)(const cli_settings *settings);
    bool forces_language; /* --lang says what the articles are; else it filters */
} cli_command;

#define CLI_HAS(option) (UINT64_C(1) << (option))
/* Options of every command that reads inputs, and of every one that makes a network of them. */
#define CLI_COMMON                                                                                 \
    (CLI_HAS(CLI_JOBS) | CLI_HAS(CLI_QUIET) | CLI_HAS(CLI_PROGRESS) | CLI_HAS(CLI_HELP))
#define CLI_NETWORK                                                                                \
    (CLI_COMMON | CLI_HAS(CLI_BY) | CLI_HAS(CLI_SINCE) | CLI_HAS(CLI_UNTIL) |                      \
     CLI_HAS(CLI_LANGUAGE) | CLI_HAS(CLI_OUTLET) | CLI_HAS(CLI_MIN_WEIGHT) |                       \
     CLI_HAS(CLI_CERTAINTY) | CLI_HAS(CLI_ALIASES) | CLI_HAS(CLI_KIND) |                           \
     CLI_HAS(CLI_MIN_CONFIDENCE) | CLI_HAS(CLI_ABOUT) | CLI_HAS(CLI_COMPONENT) |                   \
     CLI_HAS(CLI_EGO) | CLI_HAS(CLI_RADIUS) | CLI_HAS(CLI_TOP) | CLI_HAS(CLI_TOP_OF))

/* Of every command that draws maps. */
#define CLI_LOOKS (CLI_HAS(CLI_COLOUR) | CLI_HAS(CLI_THEME) | CLI_HAS(CLI_GROUP))

/* options.c: fills `settings`; CLI_DONE, or CLI_USAGE after a message. */
cli_exit cli_parse_options(const cli_command *command, int count, char **words,
                           cli_settings *settings);
/* The option lines of the help. */
void cli_print_options(jaccuse_stream *out, const cli_command *command);

/* interrupt.c: from now on Ctrl-C and its like end the run cleanly, with 128 + the signal. */
void cli_heed_interrupts(void);

/* message.c: everything goes to standard error. */
void cli_message(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line that belongs to the message before it. */
void cli_message_more(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The bytes of a control character, of either set, or of one that turns the direction of writing
 * round; 0: none starts here. Such must not reach the terminal from file names and texts. */
size_t cli_control_length(const char *text);
/* "jaccuse: FILE:LINE: message". */
void cli_tell(const jaccuse_error *error);
/* Tells the error and gives the exit status for it. */
cli_exit cli_fail(const jaccuse_error *error);
/* A jaccuse_notify; `context` is the settings: silent with -q. */
void cli_notify(void *context, const jaccuse_error *notice);
/* Whether words on standard output may be coloured. */
bool cli_has_colour(void);

/* inputs.c: reads every input, extracts where it is articles, and hands the records over in the
 * order of the input. `line` is the record as JSON, ending in a newline: as it was given where
 * the input was claims. `take` returns false to stop, and may keep the record by setting its
 * pointer to NULL. Parts that cannot be read are told. */
typedef enum cli_claims { CLI_ALL_CLAIMS, CLI_UNLESS_WRONG } cli_claims; /* of case files */
typedef bool (*cli_take)(void *context, jaccuse_record **record, const char *line, size_t length);
cli_exit cli_each_record(const cli_settings *settings, cli_claims claims, char **inputs,
                         size_t input_count, cli_take take, void *context);
/* The same with why each claim was made, as text; `record` is NULL, claims are told likewise. */
cli_exit cli_each_explanation(const cli_settings *settings, char **inputs, size_t input_count,
                              cli_take take, void *context);
/* The same with the trees of every article: `line` is its CoNLL-U, `record` is NULL. Claims among
 * the inputs have none and are told. `model` NULL: the one built in. */
cli_exit cli_each_parse(const cli_settings *settings, const jaccuse_model *model, char **inputs,
                        size_t input_count, cli_take take, void *context);

/* network.c: the network of the inputs, filtered as the settings say. *exit tells how it went;
 * NULL where there is none. */
jaccuse_network *cli_read_network(const cli_settings *settings, char **inputs, size_t input_count,
                                  cli_exit *exit);
/* The same, but where a case file keeps the network it is not made anew, and its evidence is read
 * when it is asked for (jaccuse_network_recall). */
jaccuse_network *cli_recall_network(const cli_settings *settings, char **inputs,
                                    size_t input_count, cli_exit *exit);
/* One network of two inputs, and the diff that it was filled through, which the caller frees. */
jaccuse_network *cli_read_both(const cli_settings *settings, char **inputs, jaccuse_diff **diff,
                               cli_exit *exit);
/* The worse of two statuses, where a partial failure outweighs success. */
cli_exit cli_worse(cli_exit a, cli_exit b);

/* output.c. Commits the stream; tells what went wrong. `so_far` is what to return where all is
 * well. */
cli_exit cli_commit(jaccuse_stream *out, cli_exit so_far);
/* Opens the file (NULL: standard output), lets `print` write to it, and commits. */
typedef void (*cli_printer)(jaccuse_stream *out, const void *context);
cli_exit cli_print(const char *path, cli_printer print, const void *context, cli_exit so_far);

/* Writes a text of the heap and frees it. */
cli_exit cli_write(const char *path, char *text, size_t length, cli_exit so_far);
/* --json, or a FILE that ends so. */
bool cli_wants_json(const cli_settings *settings);

/* find.c: finds an actor, or tells who it may be, and gives JACCUSE_NONE. */
size_t cli_find_actor(const jaccuse_network *network, const char *name);

/* cmd_map.c: what commands that draw have in common. The values of their options, checked before
 * anything is read. */
cli_exit cli_check_map_options(const cli_settings *settings);
/* The picture that FILE's ending asks for; JACCUSE_FORMAT_COUNT: none. */
jaccuse_format cli_picture_format(const cli_settings *settings);
/* A part of a network that is drawn has so many actors at most, unless --max-nodes says otherwise;
 * who draws it chooses them. */
enum { CLI_MOST_DRAWN = 120 };
/* Narrows the network (NULL: to all) and draws all that is left. */
cli_exit cli_draw_part(const cli_settings *settings, jaccuse_network *network,
                       const bool *keep_nodes, const bool *keep_edges, jaccuse_format format,
                       const char *title, cli_exit so_far);

/* page.c: paragraphs for people. Blanks of any kind and number are one, controls are made
 * harmless. */
typedef enum cli_style { CLI_PLAIN, CLI_BOLD, CLI_FAINT, CLI_ACCUSES, CLI_DENIES } cli_style;

typedef struct cli_page {
    jaccuse_stream *out;
    size_t width; /* columns; 0: lines are not broken */
    bool colour;
    size_t column, hang; /* columns written; where the further lines of the paragraph begin */
    bool blank;          /* one is due before the next word */
    char word[1024];     /* held back until its end is known */
    size_t word_length, word_columns;
} cli_page;

cli_page cli_page_of(jaccuse_stream *out, const cli_settings *settings);
void cli_begin(cli_page *page, size_t indent, size_t hang);
void cli_put(cli_page *page, cli_style style, const char *text, size_t length);
void cli_say(cli_page *page, cli_style style, const char *text);
void cli_end(cli_page *page);

/* network.c: " accuses "; "A accuses B", "A denies what is said by B about C" (C: not A himself); "
 * (2 stories)". */
const char *cli_relation_words(jaccuse_relation relation);
void cli_say_edge(cli_page *page, const jaccuse_network *network, const jaccuse_edge *edge);
void cli_say_stories(cli_page *page, const jaccuse_edge *edge);

/* evidence.c: words of the articles: the sentence and where it stands; then what answers it, or
 * what it answers. */
void cli_print_evidence(cli_page *page, size_t indent, jaccuse_relation relation,
                        const jaccuse_evidence *evidence);
void cli_print_answers(cli_page *page, size_t indent, jaccuse_network *network,
                       jaccuse_relation relation, const jaccuse_evidence *evidence);

/* sections.c: the evidence with its answers; a section with its heading, nothing where it is empty.
 * False: no memory. */
void cli_print_all_evidence(cli_page *page, jaccuse_network *network, jaccuse_relation relation,
                            const jaccuse_evidence *evidence, size_t count);
bool cli_print_section(cli_page *page, jaccuse_network *network, const jaccuse_dossier *dossier,
                       jaccuse_section section);

cli_exit cmd_extract(const cli_settings *settings);
cli_exit cmd_add(const cli_settings *settings);
cli_exit cmd_judge(const cli_settings *settings);
cli_exit cmd_map(const cli_settings *settings);
cli_exit cmd_export(const cli_settings *settings);
cli_exit cmd_actors(const cli_settings *settings);
cli_exit cmd_rank(const cli_settings *settings);
cli_exit cmd_path(const cli_settings *settings);
cli_exit cmd_show(const cli_settings *settings);
cli_exit cmd_diff(const cli_settings *settings);
cli_exit cmd_score(const cli_settings *settings);

#endif
