/* What the features of tagger and parser see of one word. */
#ifndef JA_LEXEME_H
#define JA_LEXEME_H

#include <stdbool.h>
#include <stdint.h>

#include "language/word.h"

#define JA_AFFIXES 5 /* longest prefix and suffix, in characters */

typedef struct ja_lexeme {
    uint64_t form;               /* in lower case, digits alike */
    uint64_t prefix[JA_AFFIXES]; /* of 1, 2 ... characters; the whole form where it is shorter */
    uint64_t suffix[JA_AFFIXES];
    uint64_t shape; /* runs of capitals, small letters, digits; other characters as they are */
    uint64_t word;  /* its identity for the parser: the lemma */
    uint64_t class; /* its ambiguity class: which parts of speech it may be */
    uint8_t tag;    /* of the model */
    bool capitals;  /* stands in a sentence that is printed in capitals */
} ja_lexeme;

/* Fills all of *out that the form alone tells. Apostrophes, quotation marks and dashes of a
 * kind are alike. */
void ja_lexeme_of(ja_slice form, ja_lexeme *out);
/* The same for all words of a sentence, with `capitals`. */
void ja_lexemes_of(const ja_word *words, size_t count, ja_lexeme *out);

/* The hash that `form` and `word` hold: of a text as it is. */
uint64_t ja_lexeme_hash(ja_slice text);

#endif
