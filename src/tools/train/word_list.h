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

/* Each word once for each form, lemma and part of speech. Entries that stand for a form of another
 * word ("said" beside "say") are left out. */
void ja_word_list_make(ja_word_list *list, const char *language, ja_arena *arena);

#endif
