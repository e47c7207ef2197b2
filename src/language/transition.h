/* The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011, "Dynamic Programming
 * Algorithms for Transition-Based Dependency Parsers"), with the root at the end of the buffer
 * (Ballesteros and Nivre 2013, "Going to the Roots of Dependency Parsing"). It builds projective
 * trees with one root in 2n steps for n words.
 *
 * Nodes: 1 .. n are the words, n + 1 is the root; 0 is no node. */
#ifndef JA_TRANSITION_H
#define JA_TRANSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum ja_action {
    JA_SHIFT, /* the next node goes onto the stack */
    JA_LEFT,  /* the top of the stack becomes a child of the next node, and goes */
    JA_RIGHT, /* the top of the stack becomes a child of the one below it, and goes */
    JA_ACTIONS,
} ja_action;

typedef struct ja_state {
    uint32_t count;    /* words */
    uint32_t next;     /* the next node of the buffer */
    uint32_t depth;    /* of the stack */
    uint32_t *stack;   /* [1 .. depth]; stack[0] is 0 */
    uint32_t *head;    /* of each node; 0: none yet */
    uint8_t *label;    /* of the arc to the head */
    uint32_t *left;    /* a node's outermost child on its left; 0: none */
    uint32_t *right;   /* and on its right */
    uint32_t *sibling; /* of a child: the next one inwards on the same side; 0: none */
    uint32_t *inner;   /* a node's innermost child on its left */
    uint64_t *left_labels, *right_labels; /* labels of a node's children, as bits */
} ja_state;

/* Room for sentences of up to `count` words. */
void ja_state_init(ja_state *state, ja_arena *arena, uint32_t count);
/* Sets the state to the start of a sentence of `count` words, at most those of ja_state_init. */
void ja_state_start(ja_state *state, uint32_t count);

static inline bool ja_state_is_final(const ja_state *state)
{
    return state->next == state->count + 1 && state->depth == 0;
}

/* The node at `place` from the top of the stack, 0 being the top; 0 where there is none. */
static inline uint32_t ja_state_stack(const ja_state *state, uint32_t place)
{
    return place < state->depth ? state->stack[state->depth - place] : 0;
}

/* The node at `place` in the buffer; 0 behind the root. */
static inline uint32_t ja_state_buffer(const ja_state *state, uint32_t place)
{
    uint32_t node = state->next + place;
    return node <= state->count + 1 ? node : 0;
}

bool ja_action_is_legal(const ja_state *state, ja_action action);

/* The arc that the action would make. SHIFT makes none: *child is 0 then. */
void ja_action_arc(const ja_state *state, ja_action action, uint32_t *parent, uint32_t *child);

/* `label` is that of the arc; SHIFT has none. The action must be legal. */
void ja_action_apply(ja_state *state, ja_action action, uint8_t label);

#endif
