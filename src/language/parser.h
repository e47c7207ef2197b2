/* The dependency parser: greedy, transition-based. One classifier chooses the next transition,
 * another the label of the arc that it makes. */
#ifndef JA_PARSER_H
#define JA_PARSER_H

#include "language/model.h"
#include "language/transition.h"

/* What the features see of a node: the word, none, or the root. */
typedef struct ja_node {
    uint64_t word; /* the lemma */
    uint64_t form;
    uint64_t tag; /* part of speech with the morphology that matters to trees */
    uint64_t upos;
} ja_node;

/* nodes[0 .. count + 1], the outermost two not being words. */
void ja_parser_nodes(const ja_model *model, const ja_lexeme *words, uint32_t count, ja_node *nodes);

void ja_arc_features(const ja_state *state, const ja_node *nodes, ja_features *out);
void ja_label_features(const ja_state *state, const ja_node *nodes, uint32_t parent, uint32_t child,
                       ja_features *out);

/* The best label of those that the model allows between the two nodes. */
uint8_t ja_best_label(const ja_model *model, const ja_node *nodes, uint32_t parent, uint32_t child,
                      const int32_t *scores);

/* Fills state->head and state->label of a sentence; nodes are those of ja_parser_nodes. */
void ja_parse(const ja_model *model, const ja_node *nodes, uint32_t count, ja_state *state);

#endif
