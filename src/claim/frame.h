/* The frame of a cue: in which relation of the tree accuser, accused, denier and charge stand.
 * Where the tree gives nobody, they are sought by the order of the words. */
#ifndef JA_FRAME_H
#define JA_FRAME_H

#include "claim/reading.h"

/* A cue and the words that its roles are sought from. */
typedef struct ja_frame {
    const ja_cue_match *match;
    size_t word;    /* the head of the cue */
    size_t root;    /* the word by which the cue hangs on what is outside of it */
    size_t support; /* the verb that carries a noun: "MAKE accusations", or JA_NO_WORD */
    bool bears;     /* that verb tells on whom it weighs: "suspicions HANG over" */
    size_t bearer;  /* who has to bear what the noun tells: "B faces ACCUSATIONS", or JA_NO_WORD */
    bool nearby;    /* a role was found by the order of the words alone */
} ja_frame;

ja_frame ja_open_frame(const ja_reading *reading, const ja_cue_match *match);

/* The actors of a role: of the first of its slots that names any. *word tells where; it is set
 * where somebody stands there who is no known actor, too. */
ja_indices ja_fill_role(ja_reading *reading, ja_frame *frame, ja_role role, size_t *word);
/* The word that holds a slot by the tree, JA_NO_WORD: nobody. */
size_t ja_slot_holder(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot);
/* What is charged or denied, where it is no actor; JA_NO_WORD: nothing is said. */
size_t ja_charge_word(const ja_reading *reading, const ja_frame *frame);

size_t ja_last_word(const ja_reading *reading, const ja_cue_match *match);
bool ja_has_role(const ja_cue *cue, ja_role role);
/* Whether a wrong stands beneath the word. */
bool ja_tells_wrong(const ja_reading *reading, size_t word);
/* Where the draft's cue stands, and what kind of word it is. */
void ja_set_cue(const ja_reading *reading, ja_draft *draft, const ja_cue_match *match);

/* The claim that the cue opens, kept or stopped: accusation.c, denial.c. */
void ja_read_accusation(ja_reading *reading, const ja_cue_match *match);
void ja_read_denial(ja_reading *reading, const ja_cue_match *match, jaccuse_act act);

#endif
