/* The words that names are compared by (names.tsv) and how they are respelled (spelling.tsv). */
#ifndef JA_NETWORK_WORDS_H
#define JA_NETWORK_WORDS_H

#include "base/text.h"

typedef enum ja_word_list {
    JA_WORDS_LEGAL,
    JA_WORDS_WEAK,
    JA_WORDS_EXTENSION,
    JA_WORDS_JOINT,
    JA_WORDS_ARTICLE,
    JA_WORDS_GENERATION,
    JA_WORDS_FAMILY,
    JA_WORDS_PARTICLE,
    JA_WORDS_COMPOUND,
    JA_WORDS_INDEFINITE,
    JA_WORDS_CAPITAL,
    JA_WORDS_VARIANT,
    JA_WORDS_SYLLABLE,
    JA_WORD_LIST_COUNT,
} ja_word_list;

/* Loads the tables at the first use; false: no memory. Nothing else below may come before it. */
bool ja_words_load(void);

/* What a folded word stands for in the list; at == NULL: it does not stand there. */
ja_slice ja_words_find(ja_word_list list, ja_slice word);

/* The folded word as all writers of it agree on; those of one `language` (ISO 639-1) where it is
 * not NULL. */
ja_slice ja_respell(ja_arena *arena, ja_slice word, const char *language);

/* The first fault of the tables, as "spelling.tsv:LINE: what", or NULL: for the tests. */
const char *ja_words_check(ja_arena *arena);

#endif
