/* Small words that tell what a noun phrase stands for: "former", "two", "von", "Mrs"
 * (noun_words.tsv of each language). Loaded at the first use, kept for good. */
#ifndef JA_NOUN_WORDS_H
#define JA_NOUN_WORDS_H

#include "language/language.h"

typedef enum ja_noun_word {
    JA_NOUN_WORD_FORMER,        /* the office is held no more */
    JA_NOUN_WORD_NUMBER,        /* so many of them */
    JA_NOUN_WORD_OTHER,         /* somebody not named before */
    JA_NOUN_WORD_NOBODY,        /* "no", "any", "which": nobody in particular */
    JA_NOUN_WORD_UNIDENTIFIED,  /* adjective of those who cannot be told: "unknown" */
    JA_NOUN_WORD_SAME,          /* somebody named before */
    JA_NOUN_WORD_ALL,           /* makes a number definite: "both" */
    JA_NOUN_WORD_STORY,         /* a document that a newsroom makes */
    JA_NOUN_WORD_AGENT_ENDING,  /* of nouns for people by what they do */
    JA_NOUN_WORD_DEPUTY,        /* before a role noun, makes another role of it */
    JA_NOUN_WORD_LATTER,        /* in a pronoun: the one named last */
    JA_NOUN_WORD_CONCERNED,     /* likewise: the one spoken of last */
    JA_NOUN_WORD_GENITIVE,      /* joins a noun to what it is of */
    JA_NOUN_WORD_LOCATIVE,      /* before a name, tells that it is a place */
    JA_NOUN_WORD_PARTICLE,      /* inside of names */
    JA_NOUN_WORD_WEAK_PARTICLE, /* inside of names, mostly elsewhere */
    JA_NOUN_WORD_POSTNOMINAL,   /* behind a name, a rank or seat: "KC" */
    JA_NOUN_WORD_SUFFIX,        /* makes an adjective of a name: "Paris-based" */
    JA_NOUN_WORD_PLURAL_ENDING, /* a demonym so ended is plural too: "the Chinese" */
    JA_NOUN_WORD_OFFICE,        /* in the name of an office of state */
    JA_NOUN_WORD_FAMILY,        /* a group that is called after one who is not the group */
    JA_NOUN_WORD_MUTUAL,        /* the other one of two: "its neighbour" */
    JA_NOUN_WORD_OPPOSED,       /* belongs to somebody and does not speak for him: "its critic" */
    JA_NOUN_WORD_REPRESENT,     /* verb (lemma): to speak for another */
    JA_NOUN_WORD_DEFEND,        /* likewise, where a lawyer does it */
    JA_NOUN_WORD_CLIENT,        /* for whom a lawyer speaks */
    JA_NOUN_WORD_COMPANY,       /* closes or opens the name of a company */
    JA_NOUN_WORD_ADVOCATE,      /* title of those who speak for a client */
    JA_NOUN_WORD_LAWYER,        /* noun for those */
    JA_NOUN_WORD_MALE,          /* title, given name, or noun */
    JA_NOUN_WORD_FEMALE,
    JA_NOUN_WORD_COUNT,
} ja_noun_word;

/* Loads the tables where they are not yet; false: no memory. The others do it by themselves. */
bool ja_noun_words_load(void);

/* Whether the word (in lower case) has the function; endings are matched at its end. */
bool ja_noun_word_is(const ja_language *language, ja_slice lower, ja_noun_word function);

/* The number that the word tells, or 0. */
size_t ja_noun_word_number(const ja_language *language, ja_slice lower);

/* The first fault of the language's table, or NULL: for the tests. */
const char *ja_noun_words_check(ja_arena *arena, const char *code);

#endif
