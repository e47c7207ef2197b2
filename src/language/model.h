/* A language's model: tagger, lemmatiser and parser, trained by src/tools/train. One file, used in
 * place. Its parts:
 *
 *     header    "jaccuse model", format, features, language, number of sections, checksum
 *     sections  tags, labels, allowed labels, ambiguity classes, lemma rules, tagger, arcs,
 * labeller
 *
 * All numbers are little-endian; each section starts at a multiple of 8 bytes. */
#ifndef JA_MODEL_H
#define JA_MODEL_H

#include "language/ambiguity.h"
#include "language/lemmatiser.h"
#include "language/linear.h"

#define JA_MODEL_FORMAT   1
#define JA_MODEL_FEATURES 1 /* raised when a feature function or ja_lexeme_of changes */
#define JA_MODEL_LABELS   64
#define JA_MODEL_TAGS     255

typedef enum ja_section {
    JA_SECTION_TAGS,    /* "VERB Mood=Ind|Number=Sing" each ended by a NUL */
    JA_SECTION_LABELS,  /* likewise "nsubj:pass" */
    JA_SECTION_ALLOWED, /* ja_model_labels: [child left of parent][parent][child] of 64 bits */
    JA_SECTION_AMBIGUITY,
    JA_SECTION_LEMMAS,
    JA_SECTION_TAGGER,
    JA_SECTION_ARCS,
    JA_SECTION_LABELLER,
    JA_SECTIONS,
} ja_section;

typedef struct ja_model_header {
    char magic[16]; /* "jaccuse model", then NULs */
    uint32_t format, features;
    char language[8];
    uint64_t checksum; /* ja_model_checksum */
    uint32_t size[JA_SECTIONS];
} ja_model_header;

typedef struct ja_tag_info {
    ja_upos upos;
    const char *features; /* "_": none */
    uint64_t atom;        /* of the features that matter to trees */
} ja_tag_info;

#define JA_NODE_KINDS (JA_UPOS_COUNT + 2) /* parts of speech, no node, the root */

typedef struct ja_model {
    char language[8];
    ja_tag_info tags[JA_MODEL_TAGS];
    unsigned tag_count;
    const char *labels[JA_MODEL_LABELS];
    unsigned label_count;
    const uint64_t *allowed;
    ja_ambiguity ambiguity;
    ja_lemmatiser lemmas;
    ja_linear tagger, arcs, labeller;
} ja_model;

/* Opens a model in `bytes`, which are aligned to 8 and outlive it. */
JACCUSE_CHECKED jaccuse_status ja_model_open(ja_model *model, ja_slice bytes, jaccuse_error *error);

/* FNV-1a of all bytes of a model but those of the checksum itself. */
uint64_t ja_model_checksum(ja_slice model);

/* The labels that an arc between two kinds of nodes may have, as bits; never none. */
static inline uint64_t ja_model_labels(const ja_model *model, unsigned parent, unsigned child,
                                       bool leftwards)
{
    return model->allowed[((unsigned)leftwards * JA_NODE_KINDS + parent) * JA_NODE_KINDS + child];
}

#endif
