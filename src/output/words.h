/* The words of words.tsv in one language. */
#ifndef JA_OUTPUT_WORDS_H
#define JA_OUTPUT_WORDS_H

#include "base/map.h"
#include "base/text.h"

typedef struct ja_words {
    ja_arena *arena; /* of what is put together; may be another than at ja_words_init */
    ja_map index;    /* key -> place in `words` */
    const char **words;
} ja_words;

/* The path of words.tsv among the embedded files. */
extern const char *const ja_words_file;

/* Loads the table into the arena. False: words.tsv has no column for the language. */
bool ja_words_init(ja_words *words, ja_arena *arena, const char *language);

/* The word of a key, NUL-terminated; the key itself where it is missing. */
const char *ja_word(const ja_words *words, const char *key);
/* The word of FAMILY.NAME. */
const char *ja_word_of(const ja_words *words, const char *family, const char *name);
/* The word of a key with {1} and {2} filled in; `second` may be NULL. */
const char *ja_word_fill(const ja_words *words, const char *key, const char *first,
                         const char *second);
/* A counted thing: KEY.one or KEY.many with {1} filled in. */
const char *ja_word_count(const ja_words *words, const char *key, size_t count);
/* An ISO date (YYYY, YYYY-MM or YYYY-MM-DD) as people write it; anything else as it is. */
const char *ja_word_date(const ja_words *words, const char *date);

#endif
