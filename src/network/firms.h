/* Firms that the gazetteer knows, under the names that their letterheads print. */
#ifndef JA_NETWORK_FIRMS_H
#define JA_NETWORK_FIRMS_H

#include "base/text.h"
#include "jaccuse/claim.h"

/* The actor's name may end in a legal form, so that ja_firm_of is worth asking. */
bool ja_wants_firms(const jaccuse_actor *actor);

/* Loads what the gazetteer knows at the first use; false: no memory. */
bool ja_firms_load(void);

/* The gazetteer's id of the one firm that a folded name means without its legal form, and without
 * "Group" or "Holding" where it has no other; of two words at least. NULL: none, or several. */
const char *ja_firm_of(ja_arena *arena, ja_slice folded);

#endif
