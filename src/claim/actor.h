/* Actors of one article: which mentions are one and the same, who speaks for whom. */
#ifndef JA_ACTOR_H
#define JA_ACTOR_H

#include "claim/mention.h"

/* An actor while the article is read; what jaccuse_actor will hold, growing. */
typedef struct ja_actor {
    const char *id, *name;
    jaccuse_kind kind;
    size_t of;      /* actor or JACCUSE_NONE */
    size_t entry;   /* in the gazetteer, or JA_NO_ENTRY */
    bool proper;    /* has a name of its own, not only a description */
    bool anonymous; /* "a US official", "a source": may speak, is nobody who could be accused */
    const char **aliases;
    size_t alias_count, alias_capacity;
    jaccuse_span *spans;
    size_t span_count, span_capacity;
} ja_actor;

typedef struct ja_actors {
    ja_actor *at;
    size_t count, capacity;
} ja_actors;

/* Gives every mention its actor (JACCUSE_NONE where nobody definite is meant). The date (ISO 8601,
 * or NULL) tells who holds an office. */
ja_actors ja_resolve_actors(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest,
                            ja_mentions *mentions, const char *date);

/* The end of the chain of `of` that starts at the actor: himself where he speaks for nobody. */
size_t ja_actor_principal(const ja_actors *actors, size_t actor);

/* Whether `actor` is `principal` or speaks for it, along `of`. */
bool ja_actor_is_of(const ja_actors *actors, size_t actor, size_t principal);

#endif
