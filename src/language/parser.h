/* The dependency parser, transition-based. One classifier chooses the next transition, another the
 * label of the arc that it makes. */
#ifndef JA_PARSER_H
#define JA_PARSER_H

#include "language/model.h"
#include "language/transition.h"

/* What the features see of a node: the word, none, or the root. */
typedef struct ja_node {
    uint64_t word; /* the lemma */
    uint64_t form;
    uint64_t tag;  /* part of speech with the morphology that matters to trees */
    uint64_t upos; /* part of speech alone */
    uint64_t fine; /* the whole tag */
} ja_node;

/* nodes[0 .. count + 1], the outermost two not being words. */
void ja_parser_nodes(const ja_model *model, const ja_lexeme *words, uint32_t count, ja_node *nodes);

void ja_arc_features(const ja_state *state, const ja_node *nodes, ja_features *out);
void ja_label_features(const ja_state *state, const ja_node *nodes, uint32_t parent, uint32_t child,
                       ja_features *out);

/* The best label of those that the model allows between the two nodes. */
uint8_t ja_best_label(const ja_model *model, const ja_node *nodes, uint32_t parent, uint32_t child,
                      const int32_t *scores);

#define JA_SECOND_LOOKS 8 /* decisions of a sentence that are tried the other way */

/* One transition of a parse. */
typedef struct ja_step {
    ja_action action, other; /* the best and the next; JA_ACTIONS: there was no other */
    uint8_t label;           /* of the arc that the action makes */
    float gap;               /* between the two, as a logarithm of odds */
    float cost;              /* minus the logarithm of the action's probability */
} ja_step;

/* Room for parsing, made once for many sentences. */
typedef struct ja_parser {
    ja_state state; /* the tree, once ja_parse has run */
    ja_step *steps, *trial;
    unsigned second_looks; /* 0: greedy */
} ja_parser;

/* For sentences of up to `count` words. */
void ja_parser_init(ja_parser *parser, ja_arena *arena, uint32_t count);

/* Fills parser->state.head and .label of a sentence; nodes are those of ja_parser_nodes.
 *
 * The sentence is parsed greedily, then its nearest decisions are tried the other way, each by
 * parsing on from there, and the parse that costs least in all is taken (after Choi and McCallum
 * 2013, "Transition-based Dependency Parsing with Selectional Branching"). The time is linear: a
 * trial ends as soon as it costs more than the best parse. */
void ja_parse(const ja_model *model, const ja_node *nodes, uint32_t count, ja_parser *parser);

#endif
