/* `extract`: the claims of every article as JSON Lines, why they were made, or its trees as
 * CoNLL-U. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static bool print_line(void *context, jaccuse_record **record, const char *line, size_t length)
{
    (void)record;
    jaccuse_stream *out = context;
    jaccuse_stream_write(out, line, length);
    if (length == 0 || line[length - 1] != '\n')
        jaccuse_stream_write(out, "\n", 1);
    return !jaccuse_stream_failed(out);
}

static bool print_text(void *context, jaccuse_record **record, const char *text, size_t length)
{
    (void)record;
    jaccuse_stream_write(context, text, length);
    return !jaccuse_stream_failed(context);
}

/* What went wrong with one input or sentence, which the others outlive. */
static cli_exit tell_part(const cli_settings *settings, jaccuse_error *error, const char *path)
{
    if (!error->path[0])
        snprintf(error->path, sizeof error->path, "%s", path);
    if (error->code != JACCUSE_SKIPPED || !settings->quiet)
        cli_tell(error);
    if (error->code == JACCUSE_SKIPPED)
        return CLI_DONE;
    return error->code == JACCUSE_ERROR_MEMORY ? CLI_FAILED : CLI_PARTIAL;
}

/* Parses the sentences of one file as they stand there; counts them. */
static cli_exit parse_given(const cli_settings *settings, const jaccuse_model *model,
                            const char *path, jaccuse_stream *out, size_t *count)
{
    jaccuse_parse_options options = {settings->language, model};
    jaccuse_conllu *conllu;
    jaccuse_error error;
    const char *text;
    size_t length;
    if (jaccuse_conllu_open(&conllu, path, &options, &error) != JACCUSE_OK)
        return tell_part(settings, &error, path);
    cli_exit worst = CLI_DONE;
    while (worst != CLI_FAILED && !jaccuse_stream_failed(out)) {
        jaccuse_status status = jaccuse_conllu_next(conllu, &text, &length, &error);
        if (status == JACCUSE_END)
            break;
        if (status == JACCUSE_OK) {
            jaccuse_stream_write(out, text, length);
            ++*count;
        } else {
            worst = cli_worse(worst, tell_part(settings, &error, path));
        }
    }
    jaccuse_conllu_close(conllu);
    return worst;
}

static cli_exit parse_all_given(const cli_settings *settings, const jaccuse_model *model,
                                jaccuse_stream *out)
{
    cli_exit worst = CLI_DONE;
    size_t count = 0;
    for (size_t i = 0; i < settings->argument_count && worst != CLI_FAILED; i++)
        worst = cli_worse(worst, parse_given(settings, model, settings->arguments[i], out, &count));
    return worst == CLI_DONE && count == 0 ? CLI_NOTHING : worst;
}

static cli_exit print_all(const cli_settings *settings, const jaccuse_model *model, bool parses)
{
    jaccuse_stream *out;
    jaccuse_error error;
    cli_exit status;
    char **inputs = settings->arguments;
    size_t count = settings->argument_count;
    if (jaccuse_stream_open(&out, settings->output, &error) != JACCUSE_OK)
        return cli_fail(&error);
    if (settings->pretokenized)
        status = parse_all_given(settings, model, out);
    else if (parses)
        status = cli_each_parse(settings, model, inputs, count, print_text, out);
    else if (settings->explain)
        status = cli_each_explanation(settings, inputs, count, print_text, out);
    else
        status = cli_each_record(settings, CLI_ALL_CLAIMS, inputs, count, print_line, out);
    return cli_commit(out, status);
}

/* With the model of --model, whose language must be that of --lang. */
static cli_exit print_by_model(const cli_settings *settings)
{
    jaccuse_model *model;
    jaccuse_error error;
    if (jaccuse_model_open(&model, settings->model, &error) != JACCUSE_OK)
        return cli_fail(&error);
    const char *language = jaccuse_model_language(model);
    cli_exit status = CLI_USAGE;
    if (settings->language && strcmp(settings->language, language) != 0)
        cli_message("extract: --lang is %s, but the model of --model is of \"%s\"",
                    settings->language, language);
    else
        status = print_all(settings, model, true);
    jaccuse_model_free(model);
    return status;
}

cli_exit cmd_extract(const cli_settings *settings)
{
    const char *format = settings->format ? settings->format : "jsonl";
    bool parses = strcmp(format, "conllu") == 0;
    if (!parses && strcmp(format, "jsonl") != 0) {
        cli_message("extract: --format is jsonl or conllu, not \"%s\"", format);
        return CLI_USAGE;
    }
    if (!parses && (settings->model || settings->pretokenized)) {
        cli_message("extract: --%s takes --format conllu",
                    settings->model ? "model" : "pretokenized");
        return CLI_USAGE;
    }
    if (parses && settings->explain) {
        cli_message("extract: --explain tells of claims: without --format conllu");
        return CLI_USAGE;
    }
    return settings->model ? print_by_model(settings) : print_all(settings, NULL, parses);
}
