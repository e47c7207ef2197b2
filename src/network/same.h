/* Merging by name, for its files: stages.c says by what names are compared, same.c merges. */
#ifndef JA_NETWORK_SAME_H
#define JA_NETWORK_SAME_H

#include "network/name.h"
#include "network/network.h"

/* Why bearers of one key may yet be different actors. Each has one value, or JACCUSE_NONE where it
 * is not told: such a one may be any, where there is one value alone. In the order in which they
 * part. */
typedef enum ja_trait {
    JA_FAMILY, /* person, state or body */
    JA_GIVEN,  /* who has that given name in full */
    JA_ENTRY,  /* of the gazetteer */
    JA_CLASS,  /* of body: company, government, group */
    JA_PRINCIPAL,
    JA_FORM, /* legal */
    JA_MIDDLE_INITIALS,
    JA_MIDDLE_WORDS,
    JA_TRAIT_COUNT,
} ja_trait;

typedef struct ja_traits {
    size_t at[JA_TRAIT_COUNT];
} ja_traits;

struct ja_union {
    size_t up; /* itself: the root */
    size_t size;
    jaccuse_reason why;
};

typedef struct ja_posting {
    size_t key, bearer;
} ja_posting;

typedef struct ja_merger {
    jaccuse_network *network;
    ja_arena *scratch; /* of the stage */
    size_t count;      /* of bearers */
    size_t *order;     /* bearers in the order of their keys */
    size_t *rank;      /* the way back */
    ja_name *names;    /* by bearer */
    ja_traits *traits; /* by bearer; of a root those of all whom it joins */
    size_t *opponents; /* by bearer, of JA_BOUND: a bearer whom a claim sets it against, or none */
    ja_map values;     /* of traits, numbered */
    unsigned turn;     /* of ja_merge_names */
    ja_map keys;       /* of the stage, numbered */
    ja_posting *postings;
    size_t posting_count, posting_capacity;
    size_t *first;   /* by bearer: its first posting */
    bool *contested; /* by key: an article holds two of it */
    size_t *seen;    /* by bearer: the bucket that met it as a root last */
} ja_merger;

#define JA_MOST_KEYS 4

/* One way of comparing. */
typedef struct ja_stage {
    jaccuse_reason reason;
    unsigned traits;    /* bit set of 1 << ja_trait: what may part them */
    bool heeds_article; /* an article that holds two of one key tells them apart */
    bool crosses;       /* merges names of different languages only */
    bool tells_only;    /* merges nobody: says who nearly was one */
    /* The keys of a bearer; what traits it alone needs is set. */
    size_t (*keys)(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS]);
} ja_stage;

extern const ja_stage ja_stages[];
extern const size_t ja_stage_count;

size_t ja_union_root(const jaccuse_network *network, size_t bearer);
/* The number of a trait's value; JACCUSE_NONE for an empty text. */
size_t ja_value(ja_merger *merger, ja_slice text);
void ja_set_trait(ja_merger *merger, size_t bearer, ja_trait trait, size_t value);

#endif
