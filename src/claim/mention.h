/* Mentions: the noun phrases of an article that can act: names, role phrases ("a spokesman for
 * China's embassy"), demonyms, pronouns. Found in the order of the text: phrases by what stands
 * side by side, which a bad tree leaves alone, and by the tree where that does not tell. */
#ifndef JA_MENTION_H
#define JA_MENTION_H

#include "claim/gazetteer.h"
#include "claim/lexicon.h"
#include "claim/roles.h"
#include "language/forest.h"

#define JA_NO_MENTION ((size_t)-1)

typedef enum ja_mention_type {
    JA_MENTION_KNOWN,   /* a name or seat that the gazetteer knows */
    JA_MENTION_NAME,    /* a proper name that it does not know */
    JA_MENTION_ROLE,    /* a phrase around a role noun */
    JA_MENTION_DEMONYM, /* an adjective or noun of a place: "American", "les Chinois" */
    JA_MENTION_PRONOUN,
} ja_mention_type;

typedef struct ja_mention {
    ja_mention_type type;
    size_t first, count; /* tokens, with determiner and all parts */
    size_t word;         /* the word of the tree that heads it; it may be the title before a name */
    size_t head;         /* the token of the noun, name or pronoun */
    size_t head_count;   /* tokens of the name or role noun itself */
    size_t sentence;
    size_t entry; /* known, demonym: in the gazetteer */
    const ja_role_noun *role;
    const ja_pronoun *pronoun;
    size_t owner;   /* role: the mention of whose it is */
    size_t place;   /* role: the mention of where it stands */
    size_t name;    /* role: the mention that names it */
    size_t part_of; /* the larger mention that it stands in */
    size_t same;    /* role: the mention of which it is said ("X is the director") */
    size_t number;  /* role: how many are told: "two firms", "one of the firms"; or 0 */
    bool definite, plural;
    bool former;     /* role: held no more */
    bool other;      /* role: "another", somebody not named before */
    bool nobody;     /* role: "no firm", "which firm", "unknown vandals" */
    bool complement; /* role: told apart by words behind it that are no mention: "club of cooks" */
    bool represents; /* a name whose owner he speaks for as a lawyer does */
    bool titled;     /* a name behind "Mr", "président" */
    bool possessive; /* followed by 's, or a possessive pronoun */

    /* Filled by ja_resolve_actors. */
    bool resolved;
    size_t actor;          /* JACCUSE_NONE: nobody definite is meant */
    const size_t *members; /* actors that a plural stands for ("the two firms", "they"), where it
                              stands for several; `actor` is then the first of them */
    size_t member_count;   /* 0, or 2 and more */
} ja_mention;

typedef struct ja_mentions {
    ja_mention *at; /* sorted by the token of the head */
    size_t count, capacity;
    size_t *by_word; /* for each word of the document the mention whose head it belongs to, or
                        JA_NO_MENTION */
} ja_mentions;

/* Whether the token alone is an adjective or noun of a place. */
bool ja_is_demonym(const ja_document *document, size_t token);

ja_mentions ja_find_mentions(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest);

#endif
