/* The trees of an article, for walking: who heads whom, who stands beneath. Words go by their
 * index in the document. A sentence that was not analysed has words without head or relation. */
#ifndef JA_FOREST_H
#define JA_FOREST_H

#include "language/document.h"

#define JA_NO_WORD ((size_t)-1)

/* The relations of Universal Dependencies that claims are read by. */
typedef enum ja_deprel {
    JA_DEP_OTHER,
    JA_DEP_ROOT,
    JA_DEP_NSUBJ,
    JA_DEP_NSUBJ_PASS,
    JA_DEP_NSUBJ_CAUS,
    JA_DEP_CSUBJ,
    JA_DEP_CSUBJ_PASS,
    JA_DEP_OBJ,
    JA_DEP_IOBJ,
    JA_DEP_OBL,
    JA_DEP_OBL_AGENT,
    JA_DEP_NMOD,
    JA_DEP_NMOD_POSS,
    JA_DEP_AMOD,
    JA_DEP_APPOS,
    JA_DEP_CCOMP,
    JA_DEP_XCOMP,
    JA_DEP_ADVCL,
    JA_DEP_ACL,
    JA_DEP_RELCL,
    JA_DEP_CONJ,
    JA_DEP_CC,
    JA_DEP_CASE,
    JA_DEP_MARK,
    JA_DEP_DET,
    JA_DEP_COP,
    JA_DEP_AUX,
    JA_DEP_AUX_TENSE,
    JA_DEP_AUX_PASS,
    JA_DEP_AUX_CAUS,
    JA_DEP_ADVMOD,
    JA_DEP_PARATAXIS,
    JA_DEP_EXPL,
    JA_DEP_EXPL_SUBJ,
    JA_DEP_EXPL_PASS,
    JA_DEP_FLAT,
    JA_DEP_FIXED,
    JA_DEP_COMPOUND,
    JA_DEP_NUMMOD,
    JA_DEP_DISLOCATED,
    JA_DEP_ORPHAN,
    JA_DEP_PUNCT,
    JA_DEP_COUNT,
} ja_deprel;

/* A word's place in its tree. */
typedef struct ja_branch {
    ja_deprel relation;
    size_t head;        /* JA_NO_WORD: root, or not analysed */
    size_t first_child; /* in the order of the text; JA_NO_WORD: none */
    size_t next;        /* the next child of the same head */
    size_t begin, end;  /* words from the first to the last that stand beneath it, half open */
    size_t sentence;
} ja_branch;

typedef struct ja_forest {
    const ja_document *document;
    ja_branch *at; /* one a word */
    size_t
        *word_of_token; /* the first word of each token; of a name joined from several, the name */
} ja_forest;

/* From the heads and relations of the document's words. Everything lives in the arena. */
ja_forest ja_forest_of(ja_arena *arena, const ja_document *document);

/* The name of the relation: "nsubj:pass"; of JA_DEP_OTHER "dep". */
const char *ja_deprel_name(ja_deprel relation);

/* The next child with the relation, the first where `after` is JA_NO_WORD; JA_NO_WORD: none. */
size_t ja_child(const ja_forest *forest, size_t word, ja_deprel relation, size_t after);

/* Whether `word` is `head` or stands beneath it. */
bool ja_is_beneath(const ja_forest *forest, size_t word, size_t head);

#endif
