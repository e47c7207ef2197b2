/* One article while its claims are read: what the steps of the extractor hand on to each other.
 *
 *   ja_segment, ja_lexicon_scan, ja_find_mentions, ja_resolve_actors
 *     -> ja_read_frames    claims that a cue word opens           frame.c
 *     -> ja_read_content   wrongs and denials that somebody tells  content.c
 *     -> ja_link_answers   which denial answers which accusation   answer.c
 *
 * with ja_judge (judge.c) asked at every cue whether it is meant at all. Roles are found by the
 * order of the words, through place.h.
 */
#ifndef JA_READING_H
#define JA_READING_H

#include "claim/actor.h"

/* Indices of actors or drafts, without repetition. */
typedef struct ja_indices {
    size_t *at;
    size_t count, capacity;
} ja_indices;

typedef struct ja_draft {
    jaccuse_act act;
    ja_indices by, against, via, answers;
    const ja_cue *cue;
    jaccuse_span cue_at;
    jaccuse_span charge_at; /* empty: not said */
    size_t sentence, token; /* of the cue */
    jaccuse_certainty certainty;
    double confidence;
    bool dropped;
} ja_draft;

typedef struct ja_reading {
    ja_arena *arena;
    const ja_document *document;
    ja_forest forest;
    const ja_lexicon *lexicon;
    const ja_cue_match *cues;
    size_t cue_count;
    ja_mentions mentions;
    ja_actors actors;
    ja_draft *drafts;
    size_t draft_count, draft_capacity;
} ja_reading;

typedef struct ja_verdict {
    bool real;                   /* false: negated, refused, hypothetical, asked or to come */
    jaccuse_certainty certainty; /* of what is real */
} ja_verdict;

ja_verdict ja_judge(const ja_reading *reading, const ja_cue_match *match);
/* Whether a negation stands in [begin, end). */
bool ja_is_negated(const ja_reading *reading, size_t begin, size_t end);
/* The first cue that starts at or behind the token, or the number of cues. */
size_t ja_first_cue(const ja_reading *reading, size_t token);
/* Whether a cue of the class starts in [begin, end); its index, or cue_count. */
size_t ja_cue_between(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end);

/* Whether a cue of the class starts in [begin, end). */
bool ja_has_cue(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end);
/* Whether somebody accuses, suspects or denies in [begin, end). */
bool ja_has_frame(const ja_reading *reading, size_t begin, size_t end);

/* The sentence that a token stands in. */
size_t ja_sentence_of(const ja_reading *reading, size_t token);
const ja_sentence *ja_sentence_at(const ja_reading *reading, size_t token);
/* Whether the token is one of these marks, each one ASCII character. */
bool ja_is_punctuation(const ja_reading *reading, size_t token, const char *marks);
/* Whether an "and" stands in [begin, end). */
bool ja_has_and(const ja_reading *reading, size_t begin, size_t end);

/* `end`, or the end of the sentence that `token` stands in where that comes first. */
size_t ja_within_sentence(const ja_reading *reading, size_t token, size_t end);

void ja_read_frames(ja_reading *reading);
void ja_read_content(ja_reading *reading);
void ja_link_answers(ja_reading *reading);

/* Adds a draft for the cue, judged; the caller fills the roles. */
ja_draft *ja_add_draft(ja_reading *reading, jaccuse_act act, const ja_cue_match *match,
                       ja_verdict verdict, double confidence);
/* Adds what is missing. JACCUSE_NONE is left out. */
void ja_indices_add(ja_arena *arena, ja_indices *indices, size_t index);
bool ja_indices_have(const ja_indices *indices, size_t index);

#endif
