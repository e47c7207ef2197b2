/* CoNLL-U whose sentences and words are given: they are kept and analysed anew. */
#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/unicode.h"
#include "language/analyse.h"
#include "language/choose.h"
#include "language/conllu.h"

static const size_t SAMPLE = 2000; /* words that tell the language */

struct jaccuse_conllu {
    ja_choice choice;
    ja_arena arena; /* of the whole text */
    ja_slice text;
    ja_conllu reader;
    ja_arena scratch; /* of one sentence */
    ja_conllu_sentence sentence;
    jaccuse_status status; /* of reading it */
    jaccuse_error error;
    ja_buffer out;
};

typedef struct copying {
    jaccuse_conllu *conllu;
    ja_slice text;
} copying;

/* A carriage return that ends no line would end one for other programs. */
static void copy_text(void *context)
{
    copying *work = context;
    ja_slice text = ja_clean_utf8(&work->conllu->arena, work->text);
    char *bytes = (char *)text.at;
    for (size_t i = 0; i < text.length; i++)
        if (bytes[i] == '\r' && (i + 1 == text.length || bytes[i + 1] != '\n'))
            bytes[i] = ' ';
    work->conllu->text = text;
}

/* Runs on the scratch arena, as does what follows. */
static void read_sentence(void *context)
{
    jaccuse_conllu *conllu = context;
    conllu->status =
        ja_conllu_next(&conllu->reader, &conllu->scratch, &conllu->sentence, &conllu->error);
}

/* The forms of the first sentences, joined by blanks, into `out`; where none is good, what is wrong
 * with the first. */
static jaccuse_status take_sample(jaccuse_conllu *conllu, const char *path, jaccuse_error *error)
{
    size_t words = 0;
    jaccuse_error fault = {.message = "holds no sentence"};
    do {
        ja_arena_clear(&conllu->scratch);
        if (!ja_arena_run(&conllu->scratch, read_sentence, conllu))
            return ja_fail_memory(error);
        if (conllu->status == JACCUSE_ERROR_FORMAT && !fault.line)
            fault = conllu->error;
        for (size_t i = 0; i < conllu->sentence.count && conllu->status == JACCUSE_OK; i++) {
            ja_buffer_add_slice(&conllu->out, conllu->sentence.words[i].form);
            ja_buffer_add_string(&conllu->out, " ");
            words++;
        }
    } while (conllu->status != JACCUSE_END && words < SAMPLE);
    ja_conllu_init(&conllu->reader, conllu->text);
    if (conllu->out.failed)
        return ja_fail_memory(error);
    return words ? JACCUSE_OK
                 : ja_fail_at(error, JACCUSE_ERROR_FORMAT, path, fault.line, "%s", fault.message);
}

static jaccuse_status start(jaccuse_conllu *conllu, ja_slice text, const char *path,
                            const jaccuse_parse_options *options, jaccuse_error *error)
{
    copying work = {conllu, text};
    ja_arena_init(&conllu->arena);
    ja_arena_init(&conllu->scratch);
    ja_buffer_init(&conllu->out, JA_MAX_BUFFER);
    if (!ja_arena_run(&conllu->arena, copy_text, &work))
        return ja_fail_memory(error);
    ja_conllu_init(&conllu->reader, conllu->text);
    bool asked = options && options->language;
    jaccuse_status status = asked ? JACCUSE_OK : take_sample(conllu, path, error);
    ja_slice sample = {conllu->out.at, conllu->out.length};
    return status == JACCUSE_OK ? ja_choose(&conllu->choice, options, sample, NULL, path, error)
                                : status;
}

static jaccuse_status open_text(jaccuse_conllu **out, ja_slice text, const char *path,
                                const jaccuse_parse_options *options, jaccuse_error *error)
{
    *out = NULL;
    if (text.length > JA_MAX_CONLLU)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, path, 0, "is larger than %zu bytes",
                          JA_MAX_CONLLU);
    jaccuse_conllu *conllu = calloc(1, sizeof *conllu);
    if (!conllu)
        return ja_fail_memory(error);
    jaccuse_status status = start(conllu, text, path, options, error);
    if (status == JACCUSE_OK)
        *out = conllu;
    else
        jaccuse_conllu_close(conllu);
    return status;
}

jaccuse_status jaccuse_conllu_from_text(jaccuse_conllu **out, const char *text, size_t length,
                                        const jaccuse_parse_options *options, jaccuse_error *error)
{
    return open_text(out, (ja_slice){text, length}, NULL, options, error);
}

jaccuse_status jaccuse_conllu_open(jaccuse_conllu **out, const char *path,
                                   const jaccuse_parse_options *options, jaccuse_error *error)
{
    *out = NULL;
    ja_source *source;
    ja_slice text;
    jaccuse_status status = ja_source_open(&source, path, error);
    if (status != JACCUSE_OK)
        return status;
    status = ja_source_rest(source, JA_MAX_CONLLU, &text, error);
    if (status == JACCUSE_OK)
        status = open_text(out, text, path, options, error);
    ja_source_close(source);
    return status;
}

void jaccuse_conllu_close(jaccuse_conllu *conllu)
{
    if (!conllu)
        return;
    ja_buffer_clear(&conllu->out);
    ja_arena_clear(&conllu->scratch);
    ja_arena_clear(&conllu->arena);
    free(conllu);
}

/* Lines end in "\n", and none is empty: that would end the sentence. */
static void add_comments(ja_buffer *out, ja_slice comments)
{
    ja_slice line;
    while (ja_next_field(&comments, '\n', &line)) {
        if (line.length && line.at[line.length - 1] == '\r')
            line.length--;
        if (!line.length)
            continue;
        ja_buffer_add_slice(out, line);
        ja_buffer_add_string(out, "\n");
    }
}

static void parse_sentence(void *context)
{
    jaccuse_conllu *conllu = context;
    read_sentence(conllu);
    if (conllu->status != JACCUSE_OK)
        return;
    ja_analyser analyser;
    ja_analyser_init(&analyser, conllu->choice.model, &conllu->scratch);
    ja_analyse(&analyser, conllu->sentence.words, conllu->sentence.count);
    add_comments(&conllu->out, conllu->sentence.comments);
    ja_conllu_write(&conllu->out, JA_SLICE(""), conllu->sentence.words, conllu->sentence.count,
                    false);
}

jaccuse_status jaccuse_conllu_next(jaccuse_conllu *conllu, const char **text, size_t *length,
                                   jaccuse_error *error)
{
    ja_arena_clear(&conllu->scratch);
    conllu->out.length = 0;
    if (!ja_arena_run(&conllu->scratch, parse_sentence, conllu) || conllu->out.failed)
        return ja_fail_memory(error);
    *text = conllu->out.at;
    *length = conllu->out.length;
    if (conllu->status != JACCUSE_OK && error)
        *error = conllu->error;
    return conllu->status;
}
