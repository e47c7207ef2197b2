/* The tables of one language, loaded from its folder at the first use and kept for good. */
#ifndef JA_LANGUAGE_H
#define JA_LANGUAGE_H

#include "base/map.h"
#include "base/table.h"
#include "jaccuse/language.h"

typedef enum ja_abbreviation {
    JA_ABBREVIATION_MAYBE,
    JA_ABBREVIATION_BEFORE,
    JA_ABBREVIATION_NUMBER, /* a word of its own unless a digit follows: "No. 5", "no." */
} ja_abbreviation;

typedef enum ja_article_reading {
    JA_READING_ARTICLE,
    JA_READING_CONTRACTION,
    JA_READING_REPEAT, /* as the latest one of the sentence, else an article */
} ja_article_reading;

typedef enum ja_pronoun_role {
    JA_PRONOUN_SUBJECT,
    JA_PRONOUN_OBJECT,
    JA_PRONOUN_POSSESSIVE,
    JA_PRONOUN_RELATIVE,
} ja_pronoun_role;

typedef struct ja_pronoun {
    ja_pronoun_role role;
    char person; /* '1' '2' '3', or 0 */
    char number; /* 's' 'p', or 0: either */
    char gender; /* 'm' 'f' 'n', or 0: any */
} ja_pronoun;

/* How the lemmas of a class inflect: `strip` goes from the end, then each ending is put on. */
typedef struct ja_inflection {
    ja_slice strip, endings; /* endings: divided by commas; "0" is the empty one */
} ja_inflection;

/* Keys are in lower case with accents (ja_lower), apostrophes straight. */
typedef struct ja_language {
    const char *code, *name;
    ja_map function_words;
    ja_map abbreviations;   /* with the full stop -> ja_abbreviation */
    ja_map elisions;        /* "l'": split off the beginning of a word */
    ja_map clitics;         /* "n't" "'s": split off the end of a word */
    ja_map unsplit;         /* "aujourd'hui": stays whole */
    ja_map inversions;      /* "-t-il": split off the end of a word */
    ja_map contractions;    /* "du" -> index into parts */
    ja_slice *parts;        /* first part of each contraction: "de" */
    ja_map fused;           /* "du", "cannot" -> index into fused_parts */
    ja_slice *fused_parts;  /* all parts, divided by blanks: "de le", "can not" */
    ja_map articles;        /* of the keys of fused those that may be one word: "des" */
    ja_map readings;        /* what an article stands behind -> ja_article_reading */
    ja_map affixes;         /* "non-" "-wise": keep their hyphen; none: every word does */
    uint32_t separators[8]; /* stand between groups of three digits */
    size_t separator_count;
    const ja_map *signs; /* ":)" -> whether it is a face; the same for all languages */
    ja_map units;        /* "pm": a word of its own close behind a number */
    ja_map joined;       /* "l'on": two tokens, one word */
    ja_map brackets;     /* "e": stays with the word that it stands behind in brackets */
    ja_map pronouns;     /* subject, possessive, relative -> index into pronoun */
    ja_map objects;      /* object forms, likewise: many are subjects or articles as well */
    ja_pronoun *pronoun;
    bool natural_gender; /* has a neuter, so that "he" and "she" are persons */
    ja_map titles;       /* "mr", "président": stand before a name */
    ja_map inflections;  /* class -> index into inflection */
    ja_inflection *inflection;
} ja_language;

/* NULL: not a language of ours. Thread-safe. */
const ja_language *ja_language_of(const char *code);

/* What a text is written in: one of our languages, or one that is certainly none of ours; neither
 * where it cannot be told. */
typedef struct ja_identity {
    const char *code;
    bool foreign;
} ja_identity;

/* As jaccuse_language_identify, telling more. False: no memory. */
bool ja_identify(ja_slice text, ja_identity *found);

/* The language that is asked for (a code), else that of the text's own words, else what its source
 * declares. `asked`, `declared` and `path` (for messages) may be NULL. JACCUSE_SKIPPED: it is none
 * of ours. */
JACCUSE_CHECKED jaccuse_status ja_choose_language(const ja_language **out, const char *asked,
                                                  ja_slice text, const char *declared,
                                                  const char *path, jaccuse_error *error);

/* A table of the language's folder below src/FLOOR/: ja_language_table("claim", "fr", "cues")
 * is claim/fr/cues.tsv. A table that the language lacks is empty. */
ja_table ja_language_table(const char *floor, const char *code, const char *name);

/* The forms of a lemma: `inflection` is a class of the language, a list of forms divided by commas,
 * or empty. Calls take(form) for each, the lemma first; forms may repeat. */
void ja_inflect(const ja_language *language, ja_slice lemma, ja_slice inflection, ja_arena *arena,
                void (*take)(void *context, ja_slice form), void *context);

#endif
