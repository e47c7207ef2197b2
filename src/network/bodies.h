/* Ministries and the like, which every state has: which of them a name means, once its state is
 * told. The gazetteer's table is read for what it calls them. */
#ifndef JA_NETWORK_BODIES_H
#define JA_NETWORK_BODIES_H

#include "base/text.h"

/* Loads what the gazetteer knows at the first use; false: no memory. Nothing below may come before
 * it. */
bool ja_bodies_load(void); /* ja_words_load has succeeded */

/* The gazetteer's id of the body of `state` (an id) that a folded name means, with or without words
 * for the state; NULL: none, or several. */
const char *ja_body_of_state(ja_arena *arena, ja_slice folded, const char *state);

/* Some state has a body of that name: alone it does not tell whose. */
bool ja_is_body_of_any(ja_arena *arena, ja_slice folded);

#endif
