/* Learning the classifiers of tagger.h and parser.h. */
#ifndef JA_LEARN_H
#define JA_LEARN_H

#include "tools/train/perceptron.h"
#include "tools/train/treebank.h"

typedef struct ja_learning {
    unsigned epochs;
    unsigned epochs_pruned; /* more, on the weights that are left, without samples set aside */
    double dropout;         /* share of features that an example does not see */
    size_t size;            /* bytes that the tagger, or the parser's arcs, may take; ja_train sets
                             * that of the arcs */
    size_t labeller_size;   /* bytes, for the parser's labels */
} ja_learning;

#define JA_NO_FOLD UINT32_MAX

/* Learns the tagger from all samples whose fold is not `but`, and writes it to *out. */
void ja_learn_tagger(const ja_treebank *treebank, unsigned tag_count, uint32_t but,
                     const ja_learning *how, uint64_t seed, ja_buffer *out);

/* Learns arcs and labels by the dynamic oracle, from predicted tags; after each epoch calls
 * report(context, epoch, arcs, labels), which may write them. The model tells labels and tags. */
void ja_learn_parser(const ja_treebank *treebank, const ja_model *model, const ja_learning *how,
                     uint64_t seed,
                     void (*report)(void *context, unsigned epoch, const ja_perceptron *arcs,
                                    const ja_perceptron *labels),
                     void *context);

#endif
