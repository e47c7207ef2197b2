/* Lemmas by rules: the ending of a word and its tag choose an edit script, the longest ending
 * first, the whole word before all. */
#ifndef JA_LEMMATISER_H
#define JA_LEMMATISER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "language/word.h"

#define JA_LEMMA_ENDING 7  /* the longest ending of a rule, in characters */
#define JA_LEMMA_SCRIPT 64 /* the longest edit script, in bytes */

/* A slot of the hash table of rules. */
typedef struct ja_lemma_rule {
    uint32_t check;  /* of the key */
    uint32_t script; /* place among the scripts + 1; 0: the slot is free */
} ja_lemma_rule;

/* A script, NUL-terminated: 'k' (keep) or 'l' (lower the case), a letter for the number of
 * characters to cut off the end ('a': none), then what is put on. */
typedef struct ja_lemmatiser {
    const ja_lemma_rule *rules;
    uint32_t rule_count; /* a power of two */
    ja_slice scripts;
} ja_lemmatiser;

/* How specific a rule is, the most specific first. */
typedef enum ja_lemma_scope {
    JA_LEMMA_WORD_TAG,  /* the whole word with the fine tag */
    JA_LEMMA_WORD_UPOS, /* the whole word with the part of speech */
    JA_LEMMA_ENDING_TAG,
} ja_lemma_scope;

/* A word as rules see it: in lower case. */
typedef struct ja_lemma_word {
    char bytes[256];
    uint16_t start[JA_LEMMA_ENDING + 1]; /* where the ending of 0, 1 .. characters starts */
    unsigned endings;                    /* how many of `start` are set */
    size_t length;
} ja_lemma_word;

void ja_lemma_word_of(ja_slice form, ja_lemma_word *out);

/* The key of the rule for `text`, a word or an ending of it; tag is the fine tag or, for
 * JA_LEMMA_WORD_UPOS, the part of speech. */
uint64_t ja_lemma_key(ja_lemma_scope scope, unsigned tag, ja_slice text);

/* The script for a word; never NULL. */
const char *ja_lemma_script(const ja_lemmatiser *lemmatiser, const ja_lemma_word *word,
                            unsigned tag, ja_upos upos);

/* Writes the lemma (room for form.length * 2 + JA_LEMMA_SCRIPT bytes); returns its length. */
size_t ja_lemma_apply(const char *script, ja_slice form, char *out);

/* `bytes` is aligned for uint32_t. False: damaged. */
bool ja_lemmatiser_open(ja_lemmatiser *lemmatiser, ja_slice bytes);

#endif
