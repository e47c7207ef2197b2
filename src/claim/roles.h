/* Role nouns: the common nouns under which the press names actors ("spokesman", "ministère des
 * affaires étrangères", "carmaker"), per language. Loaded at the first use, kept for good. */
#ifndef JA_ROLES_H
#define JA_ROLES_H

#include "base/map.h"
#include "jaccuse/claim.h"
#include "language/document.h"

typedef enum ja_role_relation {
    JA_ROLE_SPEAKS,   /* is the body that he speaks for: spokesman, lawyer */
    JA_ROLE_HOLDS,    /* a person who holds an office of something: minister, mayor */
    JA_ROLE_BODY,     /* an organ of something: ministry, embassy, army */
    JA_ROLE_RULES,    /* is the state itself: government, authorities */
    JA_ROLE_ALONE,    /* stands for somebody named elsewhere: firm, carmaker, club */
    JA_ROLE_DOCUMENT, /* speaks for its author: report, lawsuit, memo */
    JA_ROLE_RELATION_COUNT,
} ja_role_relation;

typedef struct ja_role_noun {
    ja_slice phrase; /* singular */
    ja_slice body;   /* key of bodies.tsv, or empty */
    jaccuse_kind kind;
    ja_role_relation relation;
    bool always_plural; /* "rebels" */
} ja_role_noun;

typedef struct ja_role_match {
    const ja_role_noun *noun;
    size_t count; /* tokens */
    bool plural;
    size_t inside; /* a token inside that is no part of the phrase ("ministère chinois des
                      Affaires étrangères"), or 0 */
} ja_role_match;

/* Loads the tables, and those of noun_words.h, where they are not yet; false: no memory. The others
 * do it by themselves. */
bool ja_roles_load(void);

/* The longest role noun at the token; false: none. `may_skip` tells for a token whether it may
 * stand inside a phrase (an adjective of a place). */
bool ja_role_at(const ja_document *document, size_t token, size_t limit,
                bool (*may_skip)(const ja_document *document, size_t token), ja_role_match *match);

/* The first fault of the language's table, or NULL: for the tests. */
const char *ja_roles_check(ja_arena *arena, const char *code);

#endif
