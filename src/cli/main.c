/* jaccuse: the command. This file holds the table of commands and the help. */
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static const cli_command commands[] = {
    {"extract", "INPUT...", "claims as JSON Lines, or trees",
     "--format jsonl (or none): each article gives one line: its actors, claims, and who accuses\n"
     "whom while who denies. Claims among the inputs are passed through as they are.\n"
     "--format conllu: each article gives its sentences with parts of speech, lemmas and "
     "Universal\n"
     "Dependencies trees; start_char and end_char are bytes of its text.",
     CLI_COMMON | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_FORMAT) | CLI_HAS(CLI_LANGUAGE) |
         CLI_HAS(CLI_MODEL) | CLI_HAS(CLI_PRETOKENIZED) | CLI_HAS(CLI_EXPLAIN),
     1, cmd_extract, true},
    {"add", "CASE INPUT...", "articles or claims into a case file",
     "CASE is made where there is none. It is an SQLite database, which every other command takes\n"
     "as INPUT. An article that is there already is left as it is; where its claims have changed,\n"
     "the new ones replace the old, and verdicts on them stay.",
     CLI_COMMON | CLI_HAS(CLI_LANGUAGE), 2, cmd_add, true},
    {"judge", "CASE CLAIM right|wrong", "a reviewer's verdict on a claim",
     "CLAIM is its number in the case file (claims.claim), or ARTICLE#ID. What was judged wrong\n"
     "leaves every network; verdicts outlive a new reading of the article.",
     CLI_HAS(CLI_NOTE) | CLI_HAS(CLI_QUIET) | CLI_HAS(CLI_HELP), 3, cmd_judge, false},
    {"map", "INPUT... -o FILE", "a picture of who accuses whom",
     "The ending of FILE tells its form: .svg .html .png .pdf .dot.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_FORMAT) | CLI_HAS(CLI_LAYOUT) |
         CLI_HAS(CLI_LABELS) | CLI_HAS(CLI_TITLE) | CLI_HAS(CLI_MAX_NODES) | CLI_HAS(CLI_MEASURE) |
         CLI_HAS(CLI_TIMELINE) | CLI_LOOKS,
     1, cmd_map, false},
    {"export", "INPUT... -o FILE", "the network as a file for other programs",
     "The ending of FILE tells its form: .graphml .gexf .csv .json .dot, or .events.csv and\n"
     ".events.tsv for a row of event data for each claim (CAMEO and PLOVER codes; --format events\n"
     "under any other name). With .csv the edges go to FILE and the nodes beside it to "
     "NAME.nodes.csv.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_FORMAT) | CLI_HAS(CLI_LAYOUT) |
         CLI_HAS(CLI_LABELS) | CLI_HAS(CLI_MAX_NODES) | CLI_HAS(CLI_MEASURE) |
         CLI_HAS(CLI_DYNAMIC),
     1, cmd_export, false},
    {"rank", "INPUT...", "actors by a measure",
     "--measure help lists the measures and what they mean; several stand side by side, and the\n"
     "first sorts: --measure pagerank,answered.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_MEASURE) | CLI_HAS(CLI_COUNT) |
         CLI_HAS(CLI_CSV) | CLI_HAS(CLI_TSV) | CLI_HAS(CLI_JSON) | CLI_HAS(CLI_EVERY),
     0, cmd_rank, false},
    {"path", "FROM TO INPUT...", "how two actors are connected, with the words of every step",
     "FROM and TO are written as a person would: an id or a name, or some words of it or how they\n"
     "begin, case and accents aside. With -o FILE and the ending .svg .html .png .pdf .dot the\n"
     "paths are drawn.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_PATHS) | CLI_HAS(CLI_JSON) | CLI_HAS(CLI_ALL) |
         CLI_HAS(CLI_DIRECTED) | CLI_HAS(CLI_UNDIRECTED) | CLI_HAS(CLI_VIA) | CLI_HAS(CLI_AVOID) |
         CLI_HAS(CLI_MAX_STEPS) | CLI_HAS(CLI_LAYOUT) | CLI_HAS(CLI_LABELS) | CLI_HAS(CLI_TITLE) |
         CLI_LOOKS,
     3, cmd_path, false},
    {"show", "ACTOR INPUT...", "one actor's file: who accuses, who denies, in which words",
     "ACTOR is written as a person would: an id or a name, or some words of it or how they begin,\n"
     "case and accents aside. With -o FILE and the ending .svg .html .png .pdf .dot he is drawn\n"
     "among those whom the same claims name.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_JSON) | CLI_HAS(CLI_LAYOUT) |
         CLI_HAS(CLI_LABELS) | CLI_HAS(CLI_TITLE) | CLI_HAS(CLI_MAX_NODES) | CLI_HAS(CLI_TIMELINE) |
         CLI_LOOKS,
     2, cmd_show, false},
    {"diff", "OLD NEW", "what is new in one input against another, and what is gone",
     "Inputs are files, folders or case files. Both are merged as one, so that nobody is new "
     "because\n"
     "he is called otherwise; actors, accusing pairs, denying pairs and accusations that were not\n"
     "answered before are compared. Exit status 1: nothing differs.",
     CLI_NETWORK | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_JSON), 2, cmd_diff, false},
    {"actors", "INPUT...", "who was merged with whom and why; who nearly was",
     "The output is a table that --aliases reads: edited, it decides who is whom.",
     (CLI_NETWORK & ~CLI_HAS(CLI_BY)) | CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_COUNT), 1, cmd_actors,
     false},
    {"score", "GOLD... < CLAIMS", "precision, recall and F1 against gold",
     "GOLD: claims that people have marked, one JSON object an article, in files or in folders of\n"
     "NAME.json. CLAIMS: what extract wrote. Articles are matched by their id, path and ending "
     "aside.\n"
     "Counted are pairs (accuser, accused), pairs (denier, accused), and triples of the three: "
     "the\n"
     "actors themselves (exact), and spokesmen, ministries ... as their state or firm (principal).",
     CLI_HAS(CLI_OUTPUT) | CLI_HAS(CLI_LANGUAGE) | CLI_HAS(CLI_CLAIMS) | CLI_HAS(CLI_JSON) |
         CLI_HAS(CLI_ERRORS) | CLI_HAS(CLI_JUDGED) | CLI_HAS(CLI_HELP),
     0, cmd_score, false},
};
static const size_t command_count = sizeof commands / sizeof *commands;

static void print_overview(jaccuse_stream *out, const void *unused)
{
    (void)unused;
    jaccuse_stream_print(out, "jaccuse: who accuses whom, of what, and who denies it\n\n");
    for (size_t i = 0; i < command_count; i++)
        jaccuse_stream_print(out, "  jaccuse %-8s %-18s %s\n", commands[i].name,
                             commands[i].arguments, commands[i].summary);
    jaccuse_stream_print(
        out,
        "\nINPUT is any mix of articles (text, HTML, JSON Lines), folders of them, claims that\n"
        "extract wrote, case files that add made, and - for standard input.\n"
        "jaccuse COMMAND --help tells the options of a command.\n"
        "Exit status: 0 done, 1 nothing found, 2 wrong usage, 3 some input could not be read,\n"
        "4 failed, 130 interrupted, 141 the reader of the output went away.\n");
}

static void print_help(jaccuse_stream *out, const void *context)
{
    const cli_command *command = context;
    jaccuse_stream_print(out, "usage: jaccuse %s [options] %s\n\n%s\n", command->name,
                         command->arguments, command->summary);
    if (command->detail)
        jaccuse_stream_print(out, "%s\n", command->detail);
    jaccuse_stream_print(out, "\n");
    cli_print_options(out, command);
}

static void print_version(jaccuse_stream *out, const void *unused)
{
    (void)unused;
    jaccuse_stream_print(out, "jaccuse %s\n", JACCUSE_VERSION);
}

static const cli_command *command_named(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static cli_exit run(const cli_command *command, int count, char **words)
{
    cli_settings settings = {.program = command->name,
                             .forces_language = command->forces_language,
                             .count = 20,
                             .paths = JACCUSE_NONE,
                             .radius = JACCUSE_NONE};
    cli_exit status = cli_parse_options(command, count, words, &settings);
    if (status != CLI_DONE)
        return status;
    if (settings.help)
        return cli_print(NULL, print_help, command, CLI_DONE);
    bool needs_none =
        settings.judged || (settings.measure && strcmp(settings.measure, "help") == 0);
    if (settings.argument_count < command->least_arguments ||
        (settings.argument_count == 0 && !needs_none)) {
        cli_message("usage: jaccuse %s [options] %s", command->name, command->arguments);
        return CLI_USAGE;
    }
    return command->run(&settings);
}

/* A descriptor 0, 1 or 2 that is closed would be given to the next file that is opened: what is
 * meant for standard error would end up in it. Each gets a place where its use fails. */
static void occupy_standard_descriptors(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int i = 0; i < 3; i++)
        if (fcntl(i, F_GETFD) < 0 && open("/dev/null", modes[i]) != i)
            _exit(CLI_FAILED);
}

/* Articles come and go by the thousand: what one leaves is kept for the next rather than given back
 * to the system and asked for again. */
static void keep_memory(void)
{
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
}

int main(int count, char **words)
{
    occupy_standard_descriptors();
    keep_memory();
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    signal(SIGPIPE, SIG_IGN); /* a closed pipe and a full quota are told by write() */
    signal(SIGXFSZ, SIG_IGN);
    cli_heed_interrupts();
    const char *name = count > 1 ? words[1] : "";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        const cli_command *topic = count > 2 ? command_named(words[2]) : NULL;
        if (count > 2 && !topic) {
            cli_message("\"%s\" is no command", words[2]);
            return CLI_USAGE;
        }
        return (int)cli_print(NULL, topic ? print_help : print_overview, topic, CLI_DONE);
    }
    if (strcmp(name, "--version") == 0)
        return (int)cli_print(NULL, print_version, NULL, CLI_DONE);
    const cli_command *command = command_named(name);
    if (!command) {
        if (count > 1)
            cli_message("\"%s\" is no command", name);
        cli_message("usage: jaccuse COMMAND [options] INPUT...   (jaccuse --help tells more)");
        return CLI_USAGE;
    }
    return (int)run(command, count - 1, words + 1);
}
