/* Scoring, inside: one article's actors and claims as they are compared, and how. */
#ifndef JA_SCORE_H
#define JA_SCORE_H

#include "base/arena.h"
#include "base/text.h"
#include "jaccuse/claim.h"
#include "jaccuse/score.h"

typedef struct ja_score_actor {
    const char *id, *name; /* on one line */
    ja_slice *names;       /* folded: the name, then the aliases; some may be empty */
    size_t name_count;     /* at least 1 */
    size_t of;             /* index or JACCUSE_NONE */
    size_t principal;      /* the end of the chain of `of`, or where it closes */
} ja_score_actor;

typedef struct ja_score_claim {
    jaccuse_act act;
    bool optional;
    jaccuse_refs by;
    jaccuse_refs against; /* of an accusation */
    jaccuse_refs answers; /* of a denial: indices of accusations */
} ja_score_claim;

/* One article, by gold or by an extractor. */
typedef struct ja_sheet {
    ja_arena arena; /* all that it points to */
    const char *article_id;
    const char *language; /* empty: not told */
    ja_score_actor *actors;
    size_t actor_count;
    ja_score_claim *claims;
    size_t claim_count;
} ja_sheet;

/* score_read.c. Nothing is believed; a reference to an accusation or principal that is not there
 * is as good as none. */
JACCUSE_CHECKED jaccuse_status ja_sheet_parse(ja_sheet **out, ja_slice json, jaccuse_error *error);
void ja_sheet_free(ja_sheet *sheet); /* NULL is fine */

/* score_fold.c. A name as names are compared: compatibility forms, case, accents, punctuation and
 * articles at its beginning gone. May be empty. */
ja_slice ja_score_fold(ja_arena *arena, ja_slice name);

/* score_align.c. For every actor of `claims` the one of `gold` he is, or JACCUSE_NONE; `above`:
 * the first on the way up from him that gold knows. Both in `arena`. */
typedef struct ja_alignment {
    size_t *himself, *above;
} ja_alignment;

ja_alignment ja_score_align(ja_arena *arena, const ja_sheet *gold, const ja_sheet *claims);

/* score_sets.c. What stands in gold or claims of one article, actors given as numbers of the
 * caller's. */
#define JA_NOBODY 0

typedef struct ja_tuple {
    size_t side[3]; /* accuser, accused, denier; JA_NOBODY where a pair has no such side */
    bool optional;
    bool left_out; /* not in the set after all */
} ja_tuple;

typedef struct ja_tuple_set {
    struct ja_map *index; /* the sides' bytes -> place in `at` */
    ja_tuple *at;
    size_t count, capacity;
} ja_tuple_set;

/* Fills out[part] with `number[actor]` for each actor. */
void ja_score_collect(ja_arena *arena, const ja_sheet *sheet, const size_t *number,
                      ja_tuple_set out[JACCUSE_SCORE_PART_COUNT]);
/* The tuple of the same sides, or NULL. */
const ja_tuple *ja_tuple_find(const ja_tuple_set *set, const ja_tuple *like);

#endif
