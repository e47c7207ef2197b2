/* Which parts of speech a form has been seen with: its ambiguity class. */
#ifndef JA_AMBIGUITY_H
#define JA_AMBIGUITY_H

#include <stdbool.h>

#include "language/lexeme.h"

typedef struct ja_ambiguity_slot {
    uint16_t check; /* of the form */
    uint8_t class;  /* 0: the slot is free */
    uint8_t unused;
} ja_ambiguity_slot;

typedef struct ja_ambiguity {
    const ja_ambiguity_slot *slots;
    uint32_t slot_count; /* a power of two */
} ja_ambiguity;

/* The class of a form, 0 where it is unknown. */
unsigned ja_ambiguity_class(const ja_ambiguity *ambiguity, uint64_t form);

/* Sets lexeme->class: that of the table, or one by the ending of a word that it lacks. */
void ja_lexeme_classify(ja_lexeme *lexeme, unsigned class);

/* `bytes`: a count and so many slots, aligned for uint32_t. False: damaged. */
bool ja_ambiguity_open(ja_ambiguity *ambiguity, ja_slice bytes);

#endif
