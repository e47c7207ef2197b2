/* Words as Universal Dependencies has them: the units of tags, lemmas and trees. "du" is one token
 * and two words, "de" and "le"; "vice-president" is one token and, in English, three words. */
#ifndef JA_WORD_H
#define JA_WORD_H

#include <stdint.h>

#include "base/text.h"
#include "jaccuse/status.h"

/* The universal parts of speech. */
#define JA_UPOS_LIST(take)                                                                         \
    take(ADJ) take(ADP) take(ADV) take(AUX) take(CCONJ) take(DET) take(INTJ) take(NOUN) take(NUM)  \
        take(PART) take(PRON) take(PROPN) take(PUNCT) take(SCONJ) take(SYM) take(VERB) take(X)

typedef enum ja_upos {
#define JA_UPOS_MEMBER(name) JA_UPOS_##name,
    JA_UPOS_LIST(JA_UPOS_MEMBER)
#undef JA_UPOS_MEMBER
        JA_UPOS_COUNT,
} ja_upos;

extern const char *const ja_upos_names[JA_UPOS_COUNT];

typedef struct ja_word {
    jaccuse_span at;  /* bytes of the text; the words of one multiword token share its span */
    ja_slice form;    /* as printed, or as the multiword token's part is written */
    size_t token;     /* index of the document's token that it comes from */
    uint32_t range;   /* words in the multiword token that starts here; 0: none does */
    ja_slice printed; /* that multiword token as printed: "du" */
    bool space_after; /* of a multiword token: set on its last word alone */

    /* What the analysis says. Strings belong to the model or to the arena. */
    ja_upos upos;
    const char *features; /* "Mood=Ind|Number=Sing", names in order; "_": none */
    ja_slice lemma;
    uint32_t head;      /* number of the head in the sentence, from 1; 0: the root */
    const char *deprel; /* relation to the head, with its subtype: "nsubj:pass" */
} ja_word;

#endif
