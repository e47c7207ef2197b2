/* The languages that this build reads, and what their models make of a text: words, parts of
 * speech, lemmas and Universal Dependencies trees, as CoNLL-U
 * (https://universaldependencies.org/format.html).
 */
#ifndef JACCUSE_LANGUAGE_H
#define JACCUSE_LANGUAGE_H

#include "jaccuse/article.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The number of languages, and the ISO 639-1 code and English name of each; NULL out of range. */
size_t jaccuse_language_count(void);
const char *jaccuse_language_code(size_t index);
const char *jaccuse_language_name(size_t index);

/* The code of the language that a UTF-8 text is written in, by its function words; NULL where it
 * is none of ours or cannot be told. The string is static. */
const char *jaccuse_language_identify(const char *text, size_t length);

/* The trained model of one language, read from a file. It does not change once it is open: any
 * number of threads may use it at once. */
typedef struct jaccuse_model jaccuse_model;

/* Reads a model into memory and checks it; the file may go away then. JACCUSE_ERROR_FORMAT: it is
 * damaged, of another version, or of a language that is not read here; the message says which. */
JACCUSE_CHECKED jaccuse_status jaccuse_model_open(jaccuse_model **out, const char *path,
                                                  jaccuse_error *error);
/* The code of its language; the string belongs to the model. */
const char *jaccuse_model_language(const jaccuse_model *model);
void jaccuse_model_free(jaccuse_model *model); /* NULL is fine */

typedef struct jaccuse_parse_options {
    const char *language;       /* code that overrides identification, or NULL */
    const jaccuse_model *model; /* NULL: the one built in for the language */
} jaccuse_parse_options;

#define JACCUSE_PARSE_OPTIONS_INIT                                                                 \
    {                                                                                              \
        NULL, NULL                                                                                 \
    }

/* All sentences of an article as CoNLL-U; the caller frees with free(). `*length` is without the
 * NUL at the end. Comments:
 *     # newdoc id = ID          at the first sentence of the article
 *     # newpar                  at the first one of a paragraph
 *     # sent_id = ID-N          N from 1; blanks, '/' and '%' of the ID are written %XX
 *     # text = SENTENCE         on one line, with one blank where the article has several
 * MISC holds start_char=B|end_char=E, the BYTES of the article's text that the token stands in,
 * half open, and SpaceAfter=No.
 *
 * JACCUSE_SKIPPED: the article is in none of our languages. JACCUSE_NOT_FOUND: this build has no
 * model of its language. JACCUSE_ERROR_ARGUMENT: the model is of another language. Safe to call
 * from several threads at once. */
JACCUSE_CHECKED jaccuse_status jaccuse_parse(char **out, size_t *length,
                                             const jaccuse_article *article,
                                             const jaccuse_parse_options *options,
                                             jaccuse_error *error);

/* CoNLL-U whose sentences and words are given and only their analysis is made anew: comments,
 * tokens and SpaceAfter are kept, tags, lemmas and trees are ours, all else is left out. */
typedef struct jaccuse_conllu jaccuse_conllu;

/* Opens a file, or standard input ("-"), or a text in memory (copied); what is not UTF-8 in it is
 * repaired. The language is identified from the words where the options name none. The model must
 * outlive it. Fails as jaccuse_parse does. */
JACCUSE_CHECKED jaccuse_status jaccuse_conllu_open(jaccuse_conllu **out, const char *path,
                                                   const jaccuse_parse_options *options,
                                                   jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_conllu_from_text(jaccuse_conllu **out, const char *text,
                                                        size_t length,
                                                        const jaccuse_parse_options *options,
                                                        jaccuse_error *error);

/* The next sentence, parsed, with the empty line behind it. `*text` ends in NUL and belongs to
 * `conllu`, until the next call. JACCUSE_END: no more. JACCUSE_ERROR_FORMAT: the sentence is bad;
 * error->line tells where, and the next call goes on behind it. */
JACCUSE_CHECKED jaccuse_status jaccuse_conllu_next(jaccuse_conllu *conllu, const char **text,
                                                   size_t *length, jaccuse_error *error);
void jaccuse_conllu_close(jaccuse_conllu *conllu); /* NULL is fine */

#ifdef __cplusplus
}
#endif

#endif
