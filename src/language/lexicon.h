/* Which parts of speech a form has been seen with: its ambiguity class. */
#ifndef JA_LEXICON_H
#define JA_LEXICON_H

#include <stdbool.h>

#include "language/lexeme.h"

typedef struct ja_lexicon_slot {
    uint16_t check; /* of the form */
    uint8_t class;  /* 0: the slot is free */
    uint8_t unused;
} ja_lexicon_slot;

typedef struct ja_lexicon {
    const ja_lexicon_slot *slots;
    uint32_t slot_count; /* a power of two */
} ja_lexicon;

/* The class of a form, 0 where it is unknown. */
unsigned ja_lexicon_class(const ja_lexicon *lexicon, uint64_t form);

/* Sets lexeme->class: that of the lexicon, or one by the ending of a word that it lacks. */
void ja_lexeme_classify(ja_lexeme *lexeme, unsigned class);

/* `bytes`: a count and so many slots, aligned for uint32_t. False: damaged. */
bool ja_lexicon_open(ja_lexicon *lexicon, ja_slice bytes);

#endif
