/* Words of the document and their places in the trees, asked by their index. */
#ifndef JA_WORDS_H
#define JA_WORDS_H

#include "claim/reading.h"

const ja_word *ja_word_at(const ja_reading *reading, size_t word);
const ja_branch *ja_branch_at(const ja_reading *reading, size_t word);
size_t ja_first_child(const ja_reading *reading, size_t word, ja_deprel relation);
bool ja_has_feature(const ja_reading *reading, size_t word, const char *feature);
/* Whether the word is a small word of that function (grammar.tsv), as printed or by its lemma. */
bool ja_word_is(const ja_reading *reading, size_t word, ja_function function);

bool ja_is_upos(const ja_reading *reading, size_t word, ja_upos upos);
/* A verb or an auxiliary. */
bool ja_is_verb(const ja_reading *reading, size_t word);
bool ja_is_past_participle(const ja_reading *reading, size_t word);
/* A punctuation mark; a comma. */
bool ja_is_punct(const ja_reading *reading, size_t word);
bool ja_is_comma(const ja_reading *reading, size_t word);

const ja_sentence *ja_sentence_around(const ja_reading *reading, size_t word);
/* The direct speech that the word stands in, or JA_NO_QUOTE. */
size_t ja_quote_around(const ja_reading *reading, size_t word);

/* The first of two commas of which the word is the second; the word itself where there is none. */
size_t ja_before_parenthesis(const ja_reading *reading, size_t comma, size_t first);

#endif
