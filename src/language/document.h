/* A text cut into paragraphs, sentences and tokens, with its direct speech. Everything lives in
 * the arena that it was made in; offsets are bytes into the text, half open. */
#ifndef JA_DOCUMENT_H
#define JA_DOCUMENT_H

#include "base/text.h"
#include "jaccuse/status.h"
#include "language/language.h"
#include "language/word.h"

#define JA_NO_QUOTE ((size_t)-1)

typedef struct ja_token {
    jaccuse_span at;
    ja_slice form;    /* as printed */
    ja_slice lower;   /* in lower case with accents, apostrophes straight */
    ja_slice folded;  /* case and accents gone: for names */
    ja_slice base;    /* what "du", "d'", "-t-il" stand for ("de", "il"), else `lower` */
    size_t quote;     /* the direct speech it stands in, or JA_NO_QUOTE */
    bool word;        /* holds a letter */
    bool capital;     /* starts with a capital letter */
    bool all_capital; /* all letters capital, and more than one letter: NATO, U.S., G7 */
    bool space_after;
} ja_token;

typedef struct ja_sentence {
    jaccuse_span at;
    size_t first, count;           /* tokens */
    size_t first_word, word_count; /* once ja_split_words has run */
    size_t paragraph;              /* number, from 0 */
    bool title;
} ja_sentence;

/* Direct speech, marks included. It ends at the latest with its paragraph. */
typedef struct ja_quote {
    jaccuse_span at;
    size_t first, count; /* tokens, marks included */
} ja_quote;

typedef struct ja_document {
    const ja_language *language;
    ja_slice text;
    ja_token *tokens;
    size_t token_count, token_capacity;
    ja_sentence *sentences;
    size_t sentence_count, sentence_capacity;
    ja_quote *quotes;
    size_t quote_count, quote_capacity;
    ja_word *words; /* once ja_split_words has run */
    size_t word_count, word_capacity;
} ja_document;

/* Segments `text` (valid UTF-8, which must outlive the document); `title` may be empty. */
ja_document *ja_segment(ja_arena *arena, const ja_language *language, ja_slice text,
                        jaccuse_span title);

/* The steps of ja_segment, each on the result of the one before. */
void ja_tokenize(ja_arena *arena, ja_document *document, jaccuse_span paragraph);
void ja_find_quotes(ja_arena *arena, ja_document *document, size_t first_token);
void ja_split_sentences(ja_arena *arena, ja_document *document, size_t first_token,
                        size_t paragraph, bool title);

/* Fills the words of all sentences from their tokens: form, place and spacing, not yet analysed. */
void ja_split_words(ja_arena *arena, ja_document *document);

/* NULL where the document is sound, else what is not: tokens in order and inside their sentence,
 * sentences in order and inside the text, quotes likewise; words, where there are any, in order
 * and where their tokens are. For tests and debug builds. */
const char *ja_document_check(const ja_document *document);

#endif
