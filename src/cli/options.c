/* Options: one table makes the parser and the help. */
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

typedef enum option_type { FLAG, STRING, WHOLE, NUMBER } option_type;

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
    [CLI_JOBS] = {"jobs", 'j', "N", WHOLE, FIELD(jobs), "read N articles at a time (1)"},
    [CLI_BY] = {"by", 0, "actor|principal", STRING, FIELD(by),
                "principal: count spokesmen, ministries ... for their state or firm"},
    [CLI_SINCE] = {"since", 0, "DATE", STRING, FIELD(since),
                   "only articles of DATE (2024, 2024-05, 2024-05-31) and later"},
    [CLI_UNTIL] = {"until", 0, "DATE", STRING, FIELD(until), "only articles up to DATE and on it"},
    [CLI_OUTLET] = {"outlet", 0, "NAME", STRING, FIELD(outlet),
                    "only articles of this newspaper or agency"},
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
    [CLI_DYNAMIC] = {"dynamic", 0, NULL, FLAG, FIELD(dynamic),
                     "gexf: when each actor and edge was in the news, for a timeline"},
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

/* Values that hold for every command. */
static cli_exit check_values(const cli_settings *settings)
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
    if (settings->language && !is_language(settings->language)) {
        cli_message("--lang: \"%s\" is no language that is read here", settings->language);
        return CLI_USAGE;
    }
    return CLI_DONE;
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
            return refuse(command, name, "needs a number that is not negative");
    }
    settings->arguments = words + optind;
    settings->argument_count = (size_t)(count - optind);
    return check_values(settings);
}
