/* One article while its claims are read: what the steps of the extractor hand on to each other.
 *
 *   ja_segment, ja_lexicon_scan, ja_analyse, ja_find_mentions, ja_resolve_actors
 *     -> ja_find_utterances  who says which words                      utterance.c
 *     -> ja_read_frames      claims that a cue word opens              cue.c
 *     -> ja_read_content     wrongs and denials that somebody tells    content.c
 *     -> ja_read_relays      through whom accusations are heard       relay.c
 *     -> ja_weigh_accusations  how sure each is; the unsure go         confidence.c
 *     -> ja_link_answers     which denial answers which accusation     answer.c
 *     -> ja_weigh_denials    the same for denials                      confidence.c
 *
 * with ja_judge (judge.c) asked at every cue whether it is meant at all. Roles are found on the
 * trees, through clause.h. What is found and not kept stays among the drafts with what stopped it.
 */
#ifndef JA_READING_H
#define JA_READING_H

#include <stdint.h>

#include "claim/actor.h"
#include "claim/sign.h"

/* Indices of actors or drafts, without repetition. */
typedef struct ja_indices {
    size_t *at;
    size_t count, capacity;
} ja_indices;

#define JA_NO_UTTERANCE ((size_t)-1)

/* Words that somebody says, writes or has evidence for. */
typedef struct ja_utterance {
    ja_indices speakers; /* actors; none where nobody known speaks */
    size_t speaker_word; /* where the first of them stands, or JA_NO_WORD */
    size_t addressee;    /* actor to whom it is said, or JACCUSE_NONE */
    size_t cue;          /* index of the cue that tells it, or the number of cues: a quotation
                            carried on, or a view */
    size_t begin, end;   /* words, from the first to the last said, half open */
    size_t outer;        /* the utterance that this one is told in, or JA_NO_UTTERANCE */
    bool direct;         /* a quotation */
    bool prefix;         /* "according to A" rather than "A says" */
    bool real;           /* false: "has not said that ..." */
    bool carried;        /* goes on with what the sentence before tells, without a word of saying */
    bool assumed;        /* nothing tells that the speaker speaks but where he stands */
} ja_utterance;

/* What keeps a draft from being a claim. */
typedef enum ja_stop {
    JA_STOP_NONE,
    JA_STOP_NEGATED,
    JA_STOP_REFUSED,      /* "refused to accuse", "denies accusing", "apologised for accusing" */
    JA_STOP_HYPOTHETICAL, /* "may accuse", "if A accuses" */
    JA_STOP_TO_COME,
    JA_STOP_ASKED,
    JA_STOP_NOT_VERBAL, /* "the DISPUTED islands" */
    JA_STOP_NO_ROLE,    /* who accuses, is accused or denies was not found */
    JA_STOP_SELF,       /* nobody accuses himself or his own side */
    JA_STOP_UNSURE,     /* weighed, and found too light */
    JA_STOP_NO_ANSWER,  /* denies nothing that is told */
    JA_STOP_REPEATED,   /* told already */
    JA_STOP_COUNT,
} ja_stop;

typedef struct ja_draft {
    jaccuse_act act;
    ja_indices by, against, via, answers;
    size_t by_word, against_word; /* where the first of them stands, or JA_NO_WORD */
    const ja_cue *cue;            /* NULL: a clause that somebody says, without cue of its own */
    jaccuse_span cue_at;
    jaccuse_span charge_at; /* empty: not said */
    size_t charge_word;     /* what is charged or denied, or JA_NO_WORD */
    size_t sentence, token; /* of the cue */
    size_t word;            /* the head of the cue */
    jaccuse_certainty certainty;
    uint64_t signs; /* bits: 1 << ja_sign */
    double confidence;
    ja_stop stop;
} ja_draft;

typedef struct ja_reading {
    ja_arena *arena;
    const ja_document *document;
    ja_forest forest;
    const ja_lexicon *lexicon;
    const ja_cue_match *cues;
    size_t cue_count;
    uint16_t *classes; /* of each word: bits, 1 << ja_cue_class */
    ja_mentions mentions;
    ja_actors actors;
    size_t *actor_of_word; /* of nouns that no mention resolves, or JACCUSE_NONE */
    ja_utterance *utterances;
    size_t utterance_count;
    size_t *utterance_of_word; /* the innermost, or JA_NO_UTTERANCE; NULL: not found yet */
    ja_draft *drafts;
    size_t draft_count, draft_capacity;
} ja_reading;

/* Fills `classes` and `actor_of_word`. */
void ja_index_words(ja_reading *reading);

/* The first cue that starts at or behind the token, or the number of cues. */
size_t ja_first_cue(const ja_reading *reading, size_t token);
/* Whether the word that the cue stands at is tagged as the lexicon has it. */
bool ja_cue_fits(const ja_reading *reading, const ja_cue_match *match);
/* Whether a word of the class stands at the word, alone or in a longer cue. */
bool ja_is_class(const ja_reading *reading, size_t word, ja_cue_class class);

/* The sentence that a token stands in. */
size_t ja_sentence_of(const ja_reading *reading, size_t token);
const ja_sentence *ja_sentence_at(const ja_reading *reading, size_t token);
/* Whether the token is one of these marks, each one ASCII character. */
bool ja_is_punctuation(const ja_reading *reading, size_t token, const char *marks);

/* Adds an empty draft at the word; the caller fills it. At most JA_MAX_CLAIMS: NULL beyond. */
ja_draft *ja_add_draft(ja_reading *reading, jaccuse_act act, size_t word);
void ja_draft_sign(ja_draft *draft, ja_sign sign, bool shown);
bool ja_draft_shows(const ja_draft *draft, ja_sign sign);
/* Whether it shows a sign that a word for a wrong stands in what is told. */
bool ja_draft_tells_wrong(const ja_draft *draft);

/* Adds what is missing. JACCUSE_NONE is left out. */
void ja_indices_add(ja_arena *arena, ja_indices *indices, size_t index);
bool ja_indices_have(const ja_indices *indices, size_t index);
/* Leaves out who is nobody that could be accused: "a US official". */
void ja_drop_anonymous(const ja_reading *reading, ja_indices *actors);
bool ja_indices_share(const ja_indices *a, const ja_indices *b);

#endif
