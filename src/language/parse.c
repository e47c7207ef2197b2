/* From one article to CoNLL-U. */
#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "language/analyse.h"
#include "language/choose.h"
#include "language/conllu.h"
#include "language/document.h"

typedef struct parsing {
    const jaccuse_article *article;
    ja_choice choice;
    ja_arena arena;
    ja_buffer out;
} parsing;

/* An id for people: on one line. */
static void add_line(ja_buffer *out, ja_slice text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        bool space = ja_is_space(ja_decode(text, at, &length));
        ja_buffer_add(out, space ? " " : text.at + at, space ? 1 : length);
    }
}

/* An id as UD wants it in sent_id: without white space and '/'. What stands for these holds no
 * other id's place. */
static void add_escaped(ja_buffer *out, ja_slice text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        bool plain =
            character > ' ' && character != '/' && character != '%' && !ja_is_space(character);
        if (plain)
            ja_buffer_add(out, text.at + at, length);
        for (size_t i = 0; !plain && i < length; i++)
            ja_buffer_printf(out, "%%%02X", (unsigned char)text.at[at + i]);
    }
}

/* The tokens as printed, one blank wherever there is white space between them. */
static void add_text(ja_buffer *out, const ja_word *words, size_t count)
{
    for (size_t i = 0, last; i < count; i = last + 1) {
        last = i + (words[i].range ? words[i].range - 1 : 0);
        ja_buffer_add_slice(out, words[i].range ? words[i].printed : words[i].form);
        if (words[last].space_after && last + 1 < count)
            ja_buffer_add_string(out, " ");
    }
}

static void add_comments(parsing *work, const ja_document *document, size_t index)
{
    const ja_sentence *sentence = &document->sentences[index];
    ja_slice id = ja_slice_of(work->article->id);
    ja_buffer *out = &work->out;
    if (index == 0) {
        ja_buffer_add_string(out, "# newdoc id = ");
        add_line(out, id);
        ja_buffer_add_string(out, "\n");
    }
    if (index == 0 || sentence->paragraph != sentence[-1].paragraph)
        ja_buffer_add_string(out, "# newpar\n");
    ja_buffer_add_string(out, "# sent_id = ");
    add_escaped(out, id);
    ja_buffer_printf(out, "-%zu\n# text = ", index + 1);
    add_text(out, document->words + sentence->first_word, sentence->word_count);
    ja_buffer_add_string(out, "\n");
}

/* Runs on the arena. */
static void parse(void *context)
{
    parsing *work = context;
    ja_slice text = {work->article->text, work->article->length};
    ja_document *document =
        ja_segment(&work->arena, work->choice.language, text, work->article->title);
    ja_split_words(&work->arena, document);
    ja_analyser analyser;
    ja_analyser_init(&analyser, work->choice.model, &work->arena);
    ja_buffer_add_string(&work->out, ""); /* a text even where there is no sentence */
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        ja_word *words = document->words + sentence->first_word;
        ja_analyse(&analyser, words, sentence->word_count);
        add_comments(work, document, i);
        ja_conllu_write(&work->out, JA_SLICE(""), words, sentence->word_count, true);
    }
}

jaccuse_status jaccuse_parse(char **out, size_t *length, const jaccuse_article *article,
                             const jaccuse_parse_options *options, jaccuse_error *error)
{
    *out = NULL;
    *length = 0;
    if (article->length > JA_MAX_TEXT)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, article->path, 0,
                          "text is longer than %zu bytes", JA_MAX_TEXT);
    parsing work = {.article = article};
    ja_slice text = {article->text, article->length};
    jaccuse_status status =
        ja_choose(&work.choice, options, text, article->language, article->path, error);
    if (status != JACCUSE_OK)
        return status;
    ja_arena_init(&work.arena);
    ja_buffer_init(&work.out, JA_MAX_BUFFER);
    bool done = ja_arena_run(&work.arena, parse, &work) && !work.out.failed;
    ja_arena_clear(&work.arena);
    if (!done) {
        ja_buffer_clear(&work.out);
        return ja_fail_memory(error);
    }
    *out = work.out.at;
    *length = work.out.length;
    return JACCUSE_OK;
}
