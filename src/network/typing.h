/* Names as people type them: how far slips of the fingers lead from a name. */
#ifndef JA_NETWORK_TYPING_H
#define JA_NETWORK_TYPING_H

#include <stdint.h>

#include "base/text.h"

enum { JA_MOST_TYPED = 64, JA_TOO_FAR = 4 };

/* What was typed, folded, as characters. */
typedef struct ja_typed {
    ja_slice text;
    uint32_t at[JA_MOST_TYPED];
    size_t length; /* 0: too long for slips to be looked for */
    size_t words;
    size_t slips; /* that are forgiven at so many letters */
} ja_typed;

ja_typed ja_typed_of(ja_slice folded);

/* How many letters were left out, put in, exchanged or swapped with a neighbour (optimal string
 * alignment: Damerau 1964, Boytsov 2011) between what was typed and the folded name, or as many
 * words of it as were typed; JA_TOO_FAR: more than are forgiven. */
size_t ja_typing_distance(const ja_typed *typed, ja_slice name);

#endif
