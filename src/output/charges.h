/* What kind of event an accusation is by the words of its charge: charges.tsv and events.tsv. */
#ifndef JA_OUTPUT_CHARGES_H
#define JA_OUTPUT_CHARGES_H

#include "base/text.h"

/* A row of events.tsv. */
typedef struct ja_event_kind {
    const char *cameo;                  /* code */
    const char *event, *mode, *context; /* of PLOVER; "" where it has none */
} ja_event_kind;

typedef struct ja_charges ja_charges;

/* The tables, made ready in the arena. */
const ja_charges *ja_charges_load(ja_arena *arena);

/* The kind of an accusation with this charge in a text of this language; both may be NULL. Where no
 * word of it decides: an accusation of something. `scratch` for folding. */
const ja_event_kind *ja_charge_kind(const ja_charges *charges, ja_arena *scratch,
                                    const char *language, const char *charge);
const ja_event_kind *ja_denial_kind(const ja_charges *charges);

/* The first fault of the tables, as "charges.tsv:LINE: what", or NULL: for the tests. */
const char *ja_charges_check(ja_arena *arena);

#endif
