/* From words to tagged words with lemmas in a tree. */
#ifndef JA_ANALYSE_H
#define JA_ANALYSE_H

#include "language/parser.h"

/* Room for the analysis of sentences, made once for many. */
typedef struct ja_analyser {
    const ja_model *model;
    ja_arena *arena;     /* of the lemmas, and of this room */
    const ja_upos *held; /* for the next call, as ja_tag_held has it; NULL: nothing is held */
    bool greedy;         /* no second looks: the trees a little worse, a quarter faster */
    size_t capacity;     /* words */
    ja_lexeme *lexemes;
    ja_node *nodes;
    ja_parser parser;
} ja_analyser;

void ja_analyser_init(ja_analyser *analyser, const ja_model *model, ja_arena *arena);

/* Fills upos, features, lemma, head and deprel of a sentence's words. Time grows with count. */
void ja_analyse(ja_analyser *analyser, ja_word *words, size_t count);

/* Tags and lemmas alone, into `lexemes` as well; for the trainer. */
void ja_set_lemmas(const ja_model *model, ja_arena *arena, ja_word *words, size_t count,
                   ja_lexeme *lexemes);

/* NULL where the words form a tree with one root, else what is wrong. */
const char *ja_tree_check(const ja_word *words, size_t count);

#endif
