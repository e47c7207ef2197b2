/* The cue lexicon of one language: words and phrases that accuse, deny, say, or undo an accusing,
 * with the grammatical relations that hold their roles. Loaded at the first use, kept for good. */
#ifndef JA_LEXICON_H
#define JA_LEXICON_H

#include "base/map.h"
#include "language/document.h"

typedef enum ja_cue_class {
    JA_CUE_ACCUSE,
    JA_CUE_SUSPECT,
    JA_CUE_DENY,
    JA_CUE_DECLINE,
    JA_CUE_SPEECH,
    JA_CUE_WRONG,
    JA_CUE_EXCULPATE,
    JA_CUE_HYPOTHESIS,
    JA_CUE_REFUSAL,
    JA_CUE_NEGATION,
    JA_CUE_DISTRACTOR,
    JA_CUE_HEDGE,
    JA_CUE_CLASS_COUNT,
} ja_cue_class;

typedef enum ja_part { JA_VERB, JA_NOUN, JA_ADJECTIVE, JA_PHRASE } ja_part;

typedef enum ja_role {
    JA_ROLE_ACCUSER,
    JA_ROLE_ACCUSED,
    JA_ROLE_DENIER,
    JA_ROLE_SPEAKER,
    JA_ROLE_CHARGE,
    JA_ROLE_COUNT,
} ja_role;

/* Relations of Universal Dependencies that frames name. */
typedef enum ja_relation {
    JA_NSUBJ,
    JA_OBJ,
    JA_IOBJ,
    JA_OBL,  /* marker: the preposition */
    JA_NMOD, /* marker: the preposition */
    JA_NMOD_POSS,
    JA_AMOD,
    JA_CCOMP,
    JA_XCOMP,
    JA_ADVCL, /* marker: the preposition, may be empty */
    JA_ACL,
    JA_RELATION_COUNT,
} ja_relation;

typedef struct ja_slot {
    ja_role role;
    ja_relation relation;
    ja_slice marker;
} ja_slot;

typedef struct ja_cue {
    ja_slice lemma;
    ja_part part;
    ja_cue_class class;
    const ja_slot *slots; /* in the order of the table */
    size_t slot_count;
} ja_cue;

/* Whether the frame seeks the role at the relation. */
bool ja_cue_has_slot(const ja_cue *cue, ja_role role, ja_relation relation);

/* A cue found in a text. */
typedef struct ja_cue_match {
    const ja_cue *cue;
    size_t first, count; /* tokens */
    size_t head;         /* the token that inflects */
} ja_cue_match;

/* Functions of small words (grammar.tsv). */
typedef enum ja_function {
    JA_FUNCTION_AGENT,
    JA_FUNCTION_THAT,
    JA_FUNCTION_DETERMINER,
    JA_FUNCTION_DEFINITE,
    JA_FUNCTION_OF,
    JA_FUNCTION_POSSESSIVE,
    JA_FUNCTION_PREPOSITION,
    JA_FUNCTION_AUTHOR,
    JA_FUNCTION_FUTURE,
    JA_FUNCTION_NOT,
    JA_FUNCTION_ATTRIBUTIVE,     /* a verb form behind it is none: "the DISPUTED islands" */
    JA_FUNCTION_OBJECT_RELATIVE, /* never a subject: "whom" */
    JA_FUNCTION_SUPPORT,         /* verbs that carry a noun: "MAKE accusations" */
    JA_FUNCTION_VIEWPOINT,       /* "FOR the union, ..." */
    JA_FUNCTION_FIRST_PERSON,
    JA_FUNCTION_ADDRESSEE, /* "said TO" */
    JA_FUNCTION_RECIPROCAL,
    JA_FUNCTION_VICTIM,  /* who is that suffers a wrong, rather than doing it */
    JA_FUNCTION_GENERIC, /* nobody definite: "SOME accuse" */
    JA_FUNCTION_BURDEN, /* verbs by which an accusation bears on somebody: "suspicions HANG over" */
    JA_FUNCTION_TIME,   /* "this MONTH": nobody's name */
    JA_FUNCTION_INCLUDING,  /* names some of a number */
    JA_FUNCTION_INFINITIVE, /* opens an infinitive or gerund: "TO", "HAVING" */
    JA_FUNCTION_REPORTED,   /* auxiliaries of what is told on somebody's word: "AURAIT volé" */
    JA_FUNCTION_UNDERGO,    /* "se VOIR reprocher": makes an infinitive passive */
    JA_FUNCTION_BEARER,     /* verbs of whom an accusation is made: "FACES charges" */
    JA_FUNCTION_JOIN,       /* what makes another do the same: "JOINED A in accusing B" */
    JA_FUNCTION_UNKNOWN,    /* tells that nobody knows who it is: "UNKNOWN vandals" */
    JA_FUNCTION_COMMIT,     /* verbs of doing wrong: "violence COMMITTED by" */
    JA_FUNCTION_ANAPHORIC,  /* "no SUCH order": like what was told before */
    JA_FUNCTION_PETITION,   /* what is asked for: "denied the REQUEST" answers no accusation */
    JA_FUNCTION_EVASIVE,    /* of who neither admits nor denies: "is REVIEWING the report" */
    JA_FUNCTION_TELLING,    /* "IN A's account, ..." */
    JA_FUNCTION_CONDUCT,    /* how or with what one acts: "its BEHAVIOUR", "its DRONES" */
    JA_FUNCTION_BEHEST,     /* "on the ORDERS of A" */
    JA_FUNCTION_HANDS,      /* "at the HANDS of A" */
    JA_FUNCTION_TOPIC,      /* names what the sentence is about: "QUANT à B, ..." */
    JA_FUNCTION_SUFFER,     /* verbs whose subject a wrong is done to */
    JA_FUNCTION_COUNT,
} ja_function;

typedef struct ja_lexicon ja_lexicon;

/* The lexicon of the language, empty where it has no cues; NULL: no memory. Thread-safe. */
const ja_lexicon *ja_lexicon_of(const ja_language *language);

/* All cues in the document, in the order of the text. Of cues that overlap only the longest stay;
 * of equally long ones all stay. What a distractor covers is left out, the distractors too. */
const ja_cue_match *ja_lexicon_scan(ja_arena *arena, const ja_lexicon *lexicon,
                                    const ja_document *document, size_t *count);

/* Whether the token is a word of that function. */
bool ja_lexicon_is(const ja_lexicon *lexicon, const ja_token *token, ja_function function);

/* The same of a word by itself. */
bool ja_lexicon_has(const ja_lexicon *lexicon, ja_slice word, ja_function function);

/* Whether the word may be printed with a capital although it names no actor (not_names.tsv). */
bool ja_lexicon_is_no_name(const ja_lexicon *lexicon, const ja_token *token);

/* Whether the token alone is a form of a verb that accuses, denies or says. */
bool ja_lexicon_has_verb(const ja_lexicon *lexicon, const ja_token *token);

/* The same of a verb of any class. */
bool ja_lexicon_may_be_verb(const ja_lexicon *lexicon, const ja_token *token);

/* The first fault of the tables of a language, as "TABLE:LINE: what", or NULL: for the tests. */
const char *ja_lexicon_check(ja_arena *arena, const char *code);

#endif
