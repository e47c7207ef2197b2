/* Claims: who accuses whom of what in one article, and who denies it.
 *
 * A record holds what one article says: actors, claims, and the triples (accuser, accused, denier)
 * that follow from them. It is written as one JSON object on one line and read back the same.
 */
#ifndef JACCUSE_CLAIM_H
#define JACCUSE_CLAIM_H

#include "jaccuse/article.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define JACCUSE_NONE ((size_t)-1) /* no actor, no claim */

typedef enum jaccuse_kind {
    JACCUSE_PERSON,
    JACCUSE_STATE,
    JACCUSE_GOVERNMENT, /* a body or member organ of a state */
    JACCUSE_COMPANY,
    JACCUSE_MEDIA,
    JACCUSE_ORGANISATION, /* parties, NGOs, alliances, clubs, courts */
    JACCUSE_GROUP,        /* a definite group of people, or an armed group */
    JACCUSE_KIND_COUNT,
} jaccuse_kind;

typedef enum jaccuse_act {
    JACCUSE_ACCUSE,
    JACCUSE_DENY,
    JACCUSE_DECLINE,
    JACCUSE_ACT_COUNT
} jaccuse_act;

typedef enum jaccuse_certainty {
    JACCUSE_SUSPECTED,
    JACCUSE_ALLEGED,
    JACCUSE_ASSERTED,
    JACCUSE_CERTAINTY_COUNT,
} jaccuse_certainty;

/* The words that stand for these in records and options; NULL out of range. The second kind gives
 * the value, or the _COUNT value where the word is none. */
const char *jaccuse_kind_name(jaccuse_kind kind);
const char *jaccuse_act_name(jaccuse_act act);
const char *jaccuse_certainty_name(jaccuse_certainty certainty);
jaccuse_kind jaccuse_kind_from_name(const char *name);
jaccuse_act jaccuse_act_from_name(const char *name);
jaccuse_certainty jaccuse_certainty_from_name(const char *name);

typedef struct jaccuse_actor {
    const char *id;   /* stable across articles: what merging rests on */
    const char *name; /* the fullest name in the article */
    const char **aliases;
    size_t alias_count;
    jaccuse_kind kind;
    size_t of;                    /* index of the actor he speaks for, or JACCUSE_NONE */
    const jaccuse_span *mentions; /* in the order of the text */
    size_t mention_count;
} jaccuse_actor;

/* Indices into the record's actors or claims. */
typedef struct jaccuse_refs {
    const size_t *at;
    size_t count;
} jaccuse_refs;

typedef struct jaccuse_claim {
    const char *id; /* within the article: c1, c2 ... */
    jaccuse_act act;
    jaccuse_refs by;      /* accusers, deniers; empty where nobody is named */
    jaccuse_refs against; /* the accused (accuse alone) */
    jaccuse_refs via;     /* who relays it (accuse alone) */
    jaccuse_refs answers; /* claims that are denied (deny alone) */
    jaccuse_span cue;
    const char *charge; /* what the wrong is, in the text's words; NULL where it is not said */
    jaccuse_span charge_at;
    const char *evidence; /* the sentence */
    jaccuse_span evidence_at;
    jaccuse_certainty certainty;
    double confidence; /* 0 to 1: the share of claims with such signs that are right */
} jaccuse_claim;

typedef struct jaccuse_triple {
    size_t accuser; /* actor or JACCUSE_NONE */
    size_t accused; /* actor */
    size_t denier;  /* actor or JACCUSE_NONE */
    size_t accusation;
    size_t denial; /* claims; denial may be JACCUSE_NONE */
} jaccuse_triple;

typedef struct jaccuse_record {
    const char *article_id;
    const char *language;
    const char *title;
    const char *outlet;
    const char *url;
    const char *date;
    const char *path;
    const char *fingerprint; /* of the text: what its copies are found by */
    const jaccuse_actor *actors;
    size_t actor_count;
    const jaccuse_claim *claims;
    size_t claim_count;
    const jaccuse_triple *triples;
    size_t triple_count;
    size_t number; /* of the article in the case file that it was read from; 0: from none */
} jaccuse_record;

/* The common name, in a language, of an actor that the gazetteer knows by this id; NULL where it
 * does not. The string is static. */
const char *jaccuse_actor_name(const char *id, const char *language);

typedef struct jaccuse_extract_options {
    const char *language; /* code that overrides identification, or NULL */
} jaccuse_extract_options;

#define JACCUSE_EXTRACT_OPTIONS_INIT                                                               \
    {                                                                                              \
        NULL                                                                                       \
    }

/* The claims of one article. JACCUSE_SKIPPED: the article is in none of our languages. The
 * record does not refer to the article. Safe to call from several threads at once. */
JACCUSE_CHECKED jaccuse_status jaccuse_extract(jaccuse_record **out, const jaccuse_article *article,
                                               const jaccuse_extract_options *options,
                                               jaccuse_error *error);

/* Why each claim of the article was made, and what stopped what is none, as text for people: each
 * sentence with who says which part of it, and each draft with its cue, its roles and the path in
 * the tree that leads to them, and the signs it was weighed by. Ends in NUL; the caller frees it
 * with free(). Fails as jaccuse_extract does. */
JACCUSE_CHECKED jaccuse_status jaccuse_explain(char **out, size_t *length,
                                               const jaccuse_article *article,
                                               const jaccuse_extract_options *options,
                                               jaccuse_error *error);

/* Reads one record back. Everything is checked: ids resolve, kinds and acts are known, spans are
 * in order. JACCUSE_ERROR_FORMAT says what is wrong. */
JACCUSE_CHECKED jaccuse_status jaccuse_record_parse(jaccuse_record **out, const char *json,
                                                    size_t length, jaccuse_error *error);

/* The record as one line of JSON, ending in a newline and NUL; the caller frees with free(). */
JACCUSE_CHECKED jaccuse_status jaccuse_record_print(char **out, size_t *length,
                                                    const jaccuse_record *record,
                                                    jaccuse_error *error);
/* Takes the claims with these ids out of the record, and what refers to them; ids that it does not
 * have do no harm. After a failure (no memory) the record is as it was. */
JACCUSE_CHECKED jaccuse_status jaccuse_record_drop(jaccuse_record *record, const char *const *ids,
                                                   size_t count, jaccuse_error *error);

void jaccuse_record_free(jaccuse_record *record);

#ifdef __cplusplus
}
#endif

#endif
