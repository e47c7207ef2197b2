/* The record while it is being made: the public one with its own arena. */
#ifndef JA_RECORD_H
#define JA_RECORD_H

#include "base/arena.h"
#include "base/text.h"
#include "jaccuse/claim.h"

typedef struct ja_record {
    jaccuse_record public; /* first, so that a pointer to it is a pointer to the whole */
    ja_arena arena;        /* all that the record points to */
} ja_record;

/* As jaccuse_kind_from_name, for a word that does not end in NUL. */
jaccuse_kind ja_actor_kind_of(ja_slice name);

/* NULL: no memory. */
ja_record *ja_record_new(void);

/* Only a denial answers, and only accusations. */
bool ja_answers_rightly(const jaccuse_record *record, const jaccuse_claim *claim);

/* Derives the triples from actors and claims: every accuser (or none) of an accusation with each
 * accused, again for each denier who answers it (or none). Those beyond JA_MAX_TRIPLES are left
 * out, here as in every record that is read back. */
void ja_record_make_triples(ja_record *record);

#endif
