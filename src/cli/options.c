/* Options: one table makes the parser and the help. */
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

typedef enum option_type { FLAG, STRING, STRINGS, WHOLE, NUMBER } option_type;

typedef struct cli_option {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* what stands for it in the help; NULL for flags */
    option_type type;
    size_t field; /* offset in cli_settings */
    const char *help;
} cli_option;

#define FIELD(name) offsetof(cli_settings, name)

static const cli_option options[CLI_OPTION_COUNT] = {
    [CLI_OUTPUT] = {"output", 'o', "FILE", STRING, FIELD(output),
                    "where to write; - or none: standard output"},
    [CLI_FORMAT] = {"format", 'f', "FORMAT", STRING, FIELD(format),
                    "form of the output, where FILE's ending does not tell it"},
    [CLI_LANGUAGE] = {"lang", 'l', "LANG", STRING, FIELD(language),
                      "en or fr: extract reads every article as LANG, the others leave\n           "
                      "                      out the rest"},
    [CLI_MODEL] = {"model", 0, "FILE", STRING, FIELD(model),
                   "conllu: parse by this model instead of the built-in one"},
    [CLI_PRETOKENIZED] = {"pretokenized", 0, NULL, FLAG, FIELD(pretokenized),
                          "conllu: INPUT is CoNLL-U whose sentences and words are kept"},
    [CLI_EXPLAIN] = {"explain", 0, NULL, FLAG, FIELD(explain),
                     "instead of claims, why each was made and what stopped the others"},
    [CLI_JOBS] = {"jobs", 'j', "N", WHOLE, FIELD(jobs),
                  "read N articles at a time (as many as there are processors)"},
    [CLI_BY] = {"by", 0, "actor|principal", STRING, FIELD(by),
                "principal: count spokesmen, ministries ... for their state or firm"},
    [CLI_SINCE] = {"since", 0, "DATE", STRING, FIELD(since),
                   "only articles of DATE (2024, 2024-05, 2024-05-31) and later"},
    [CLI_UNTIL] = {"until", 0, "DATE", STRING, FIELD(until), "only articles up to DATE and on it"},
    [CLI_OUTLET] = {"outlet", 0, "NAME", STRING, FIELD(outlet),
                    "only articles of this newspaper or agency, or of some: A,B"},
    [CLI_MIN_WEIGHT] = {"min-weight", 0, "W", NUMBER, FIELD(min_weight),
                        "only edges that at least W stories tell"},
    [CLI_CERTAINTY] = {"certainty", 0, "LEVEL", STRING, FIELD(certainty),
                       "only accusations at least this certain: suspected, alleged, asserted"},
    [CLI_ALIASES] = {"aliases", 0, "FILE", STRING, FIELD(aliases),
                     "a table of names that are one actor, or never one"},
    [CLI_MEASURE] = {"measure", 'm', "NAME", STRING, FIELD(measure),
                     "what sorts a rank or makes actors of a map large;\n                          "
                     "       jaccuse rank --measure help lists them"},
    [CLI_COUNT] = {"number", 'n', "N", WHOLE, FIELD(count), "how many actors; 0: all (20)"},
    [CLI_PATHS] = {"paths", 'k', "K", WHOLE, FIELD(paths), "the K shortest paths (1)"},
    [CLI_LAYOUT] = {"layout", 0, "ENGINE", STRING, FIELD(layout),
                    "dot, neato or sfdp; else chosen by size"},
    [CLI_LABELS] = {"labels", 0, "en|fr", STRING, FIELD(labels),
                    "language of names and legend (en)"},
    [CLI_TITLE] = {"title", 0, "TEXT", STRING, FIELD(title), "heading of the picture"},
    [CLI_MAX_NODES] = {"max-nodes", 0, "N", WHOLE, FIELD(max_nodes),
                       "draw, or give places to, the N most important actors (120)"},
    [CLI_CLAIMS] = {"claims", 0, "FILE", STRING, FIELD(claims),
                    "claims to be scored; - or none: standard input"},
    [CLI_JSON] = {"json", 0, NULL, FLAG, FIELD(json), "one JSON object in place of the table"},
    [CLI_ERRORS] = {"errors", 0, NULL, FLAG, FIELD(errors),
                    "list what was made up and what was missed"},
    [CLI_NOTE] = {"note", 0, "TEXT", STRING, FIELD(note), "why: kept beside the verdict"},
    [CLI_JUDGED] = {"judged", 0, "CASE", STRING, FIELD(judged),
                    "in place of gold: what reviewers found in this case file"},
    [CLI_KIND] = {"kind", 0, "KIND", STRING, FIELD(kind),
                  "only actors of this kind, or of some: person,company"},
    [CLI_MIN_CONFIDENCE] = {"min-confidence", 0, "X", NUMBER, FIELD(min_confidence),
                            "only claims whose confidence is X (0 to 1) or more"},
    [CLI_ABOUT] = {"about", 0, "WORDS", STRING, FIELD(about),
                   "only claims whose sentence or charge has words that begin so, all\n"
                   "                                 of them"},
    [CLI_COMPONENT] = {"component", 0, "N|largest", STRING, FIELD(component),
                       "only the part of the network of this number"},
    [CLI_EGO] = {"ego", 0, "ACTOR", STRING, FIELD(ego),
                 "only this actor and whom an edge joins to him"},
    [CLI_RADIUS] = {"radius", 0, "N", WHOLE, FIELD(radius),
                    "... or who is up to N edges away from him (1)"},
    [CLI_TOP] = {"top", 0, "N", WHOLE, FIELD(top), "only the N actors that come first"},
    [CLI_TOP_OF] = {"of", 0, "MEASURE", STRING, FIELD(top_of), "... by this measure (in_strength)"},
    [CLI_CSV] = {"csv", 0, NULL, FLAG, FIELD(csv), "rows for a spreadsheet, between commas"},
    [CLI_TSV] = {"tsv", 0, NULL, FLAG, FIELD(tsv), "rows for a spreadsheet, between tabs"},
    [CLI_EVERY] = {"every", 0, "PERIOD", STRING, FIELD(every),
                   "the measures of each day, week, month, quarter or year"},
    [CLI_ALL] = {"all", 0, NULL, FLAG, FIELD(all),
                 "all paths that are as short as the shortest (up to 100, or K)"},
    [CLI_DIRECTED] = {"directed", 0, NULL, FLAG, FIELD(directed),
                      "only from accuser to accused and from denier to accuser"},
    [CLI_UNDIRECTED] = {"undirected", 0, NULL, FLAG, FIELD(undirected),
                        "in either direction (as is done without it)"},
    [CLI_VIA] = {"via", 0, "RELATION", STRING, FIELD(via),
                 "only over edges of this kind: accuses, denies or both (both)"},
    [CLI_AVOID] = {"avoid", 0, "ACTOR", STRINGS, FIELD(avoid),
                   "no path may meet this actor; may be given again"},
    [CLI_MAX_STEPS] = {"max-steps", 0, "N", WHOLE, FIELD(max_steps), "no path of more steps; 0: any (0)"},
    [CLI_DYNAMIC] = {"dynamic", 0, NULL, FLAG, FIELD(dynamic),
                     "gexf: when each actor and edge was in the news, for a timeline"},
    [CLI_COLOUR] = {"colour", 0, "WHAT", STRING, FIELD(colour),
                    "what the colours of actors tell: kind or community (kind)"},
    [CLI_THEME] = {"theme", 0, "THEME", STRING, FIELD(theme),
                   "light, dark or auto: as the reader's screen is, PNG and PDF light\n"
                   "                                 (auto)"},
    [CLI_GROUP] = {"group", 0, NULL, FLAG, FIELD(group),
                   "frames around those who speak for one state, firm ..."},
    [CLI_TIMELINE] = {"timeline", 0, NULL, FLAG, FIELD(timeline),
                      "who accuses and denies when: one lane an actor (svg, png, pdf)"},
    [CLI_QUIET] = {"quiet", 'q', NULL, FLAG, FIELD(quiet), "no notices, only errors"},
    [CLI_PROGRESS] = {"progress", 0, NULL, FLAG, FIELD(progress),
                      "tell the progress even where standard error is no terminal"},
    [CLI_HELP] = {"help", 'h', NULL, FLAG, FIELD(help), "this help"},
};

void cli_print_options(jaccuse_stream *out, const cli_command *command)
{
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++) {
        const cli_option *option = &options[i];
        if (!(command->options & CLI_HAS(i)))
            continue;
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s", option->name, option->argument ? " " : "",
                 option->argument ? option->argument : "");
        char letter[8] = "   ";
        if (option->letter)
            snprintf(letter, sizeof letter, "-%c,", option->letter);
        jaccuse_stream_print(out, "  %s %-22s %s\n", letter, left, option->help);
    }
}

static bool parse_whole(const char *text, size_t *out)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    *out = (size_t)value;
    return errno == 0 && *end == '\0' && *text >= '0' && *text <= '9' && value <= 1000000000ULL;
}

static bool parse_number(const char *text, double *out)
{
    char *end;
    *out = strtod(text, &end);
    return end != text && *end == '\0' && isfinite(*out) && *out >= 0;
}

static bool add_value(cli_values *values, const char *value)
{
    if (values->count == CLI_MOST_VALUES)
        return false;
    values->at[values->count++] = value;
    return true;
}

static bool set(cli_settings *settings, const cli_option *option, const char *value)
{
    void *field = (char *)settings + option->field;
    switch (option->type) {
    case FLAG:
        *(bool *)field = true;
        return true;
    case STRING:
        *(const char **)field = value;
        return true;
    case STRINGS:
        return add_value(field, value);
    case WHOLE:
        return parse_whole(value, field);
    case NUMBER:
        return parse_number(value, field);
    }
    return false;
}

static bool is_language(const char *code)
{
    for (size_t i = 0; i < jaccuse_language_count(); i++)
        if (strcmp(code, jaccuse_language_code(i)) == 0)
            return true;
    return false;
}

/* A language, or where articles are filtered by it one of several: "en,fr". */
static bool are_languages(const char *list, bool several)
{
    char code[8];
    const char *at = list, *end;
    do {
        end = several ? at + strcspn(at, ",") : at + strlen(at);
        snprintf(code, sizeof code, "%.*s", end - at < 8 ? (int)(end - at) : 7, at);
        if (!is_language(code) || (size_t)(end - at) != strlen(code))
            return false;
        at = end + 1;
    } while (*end);
    return true;
}

static cli_exit refuse_language(const char *list)
{
    char codes[64] = "";
    for (size_t i = 0; i < jaccuse_language_count(); i++)
        snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%s%s", i ? ", " : "",
                 jaccuse_language_code(i));
    cli_message("--lang: \"%s\" is no language that is read here: there are %s", list, codes);
    return CLI_USAGE;
}

/* The values of the other filters are the library's to judge. */
static cli_exit check_filters(const cli_command *command, const cli_settings *settings)
{
    bool filters = command->options & CLI_HAS(CLI_OUTLET);
    if (settings->language && !are_languages(settings->language, filters))
        return refuse_language(settings->language);
    if (settings->radius != JACCUSE_NONE && !settings->ego) {
        cli_message("--radius is counted from an actor: say which by --ego");
        return CLI_USAGE;
    }
    if (settings->radius == 0) {
        cli_message("--radius is at least 1");
        return CLI_USAGE;
    }
    if (settings->top_of && settings->top == 0) {
        cli_message("--of says by what measure --top N is taken: say how many");
        return CLI_USAGE;
    }
    return CLI_DONE;
}

/* Values that hold for every command that takes them. */
static cli_exit check_values(const cli_command *command, const cli_settings *settings)
{
    const char *by = settings->by;
    if (by && strcmp(by, "actor") != 0 && strcmp(by, "principal") != 0) {
        cli_message("--by is actor or principal, not \"%s\"", by);
        return CLI_USAGE;
    }
    if (settings->certainty &&
        jaccuse_certainty_from_name(settings->certainty) == JACCUSE_CERTAINTY_COUNT) {
        cli_message("--certainty is suspected, alleged or asserted, not \"%s\"",
                    settings->certainty);
        return CLI_USAGE;
    }
    if (settings->labels && !is_language(settings->labels)) {
        cli_message("--labels: \"%s\" is no language that names are known in", settings->labels);
        return CLI_USAGE;
    }
    return check_filters(command, settings);
}

static cli_exit refuse(const cli_command *command, const char *what, const char *why)
{
    cli_message("%s: %s %s (jaccuse %s --help tells more)", command->name, what, why,
                command->name);
    return CLI_USAGE;
}

cli_exit cli_parse_options(const cli_command *command, int count, char **words,
                           cli_settings *settings)
{
    struct option longs[CLI_OPTION_COUNT + 1] = {0};
    char letters[2 * CLI_OPTION_COUNT + 2] = ":";
    size_t used = 1;
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++) {
        longs[i] =
            (struct option){options[i].name, options[i].argument != NULL, NULL, 256 + (int)i};
        if (options[i].letter) {
            letters[used++] = options[i].letter;
            if (options[i].argument)
                letters[used++] = ':';
        }
    }
    opterr = 0;
    for (int found; (found = getopt_long(count, words, letters, longs, NULL)) != -1;) {
        const char *word = words[optind - 1];
        if (found == '?')
            return refuse(command, optopt ? (char[]){'-', (char)optopt, 0} : word, "is no option");
        if (found == ':')
            return refuse(command, word, "needs a value");
        size_t index = (size_t)(found - 256);
        for (size_t i = 0; found < 256 && i < CLI_OPTION_COUNT; i++)
            if (options[i].letter == found)
                index = i;
        char name[32];
        snprintf(name, sizeof name, "--%s", options[index].name);
        if (!(command->options & CLI_HAS(index)))
            return refuse(command, name, "does not apply to this command");
        if (!set(settings, &options[index], optarg))
            return refuse(command, name,
                          options[index].type == STRINGS ? "was given too often"
                                                         : "needs a number that is not negative");
    }
    settings->arguments = words + optind;
    settings->argument_count = (size_t)(count - optind);
    return check_values(command, settings);
}
