/* Learning the classifiers of tagger.h and parser.h. */
#ifndef JA_LEARN_H
#define JA_LEARN_H

#include "tools/train/perceptron.h"
#include "tools/train/treebank.h"

typedef struct ja_learning {
    unsigned epochs;
    double dropout;    /* share of features that an example does not see */
    uint64_t seed;
    unsigned epochs_pruned; /* more, on the weights that are left */
    size_t tagger_size, arcs_size, labeller_size; /* bytes that each may take */
} ja_learning;

#define JA_NO_FOLD UINT32_MAX

/* Learns the tagger from all samples whose fold is not `but`, and writes it to *out. */
void ja_learn_tagger(const ja_treebank *treebank, unsigned tag_count, uint32_t but,
                     const ja_learning *how, ja_buffer *out);

/* Learns arcs and labels by the dynamic oracle, from predicted tags; after each epoch calls
 * report(context, epoch, arcs, labels). */
void ja_learn_parser(const ja_treebank *treebank, ja_model *model, const ja_learning *how,
                     void (*report)(void *context, unsigned epoch, const ja_perceptron *arcs,
                                    const ja_perceptron *labels),
                     void *context, ja_buffer *arcs_out, ja_buffer *labels_out);

#endif
