/* The words that the cue lists of a language name (src/claim/LANG/cues.tsv), in all their forms:
 * the treebanks know only some of what accusing and denying is told with. */
#ifndef JA_WORD_LIST_H
#define JA_WORD_LIST_H

#include "base/arena.h"
#include "language/word.h"

typedef struct ja_listed_word {
    ja_slice form, lemma; /* in lower case */
    ja_upos upos;         /* VERB, NOUN or ADJ */
} ja_listed_word;

typedef struct ja_word_list {
    ja_listed_word *words;
    size_t count, capacity;
} ja_word_list;

/* A form may stand there more than once. */
void ja_word_list_make(ja_word_list *list, const char *language, ja_arena *arena);

#endif
