#include "language/transition.h"

#include <string.h>

void ja_state_init(ja_state *state, ja_arena *arena, uint32_t count)
{
    size_t nodes = (size_t)count + 2;
    *state = (ja_state){
        .stack = JA_NEW_N(arena, uint32_t, nodes),
        .head = JA_NEW_N(arena, uint32_t, nodes),
        .label = JA_NEW_N(arena, uint8_t, nodes),
        .left = JA_NEW_N(arena, uint32_t, nodes),
        .right = JA_NEW_N(arena, uint32_t, nodes),
        .sibling = JA_NEW_N(arena, uint32_t, nodes),
        .inner = JA_NEW_N(arena, uint32_t, nodes),
        .left_labels = JA_NEW_N(arena, uint64_t, nodes),
        .right_labels = JA_NEW_N(arena, uint64_t, nodes),
    };
}

void ja_state_start(ja_state *state, uint32_t count)
{
    size_t nodes = (size_t)count + 2;
    state->count = count;
    state->next = 1;
    state->depth = 0;
    memset(state->head, 0, nodes * sizeof *state->head);
    memset(state->label, 0, nodes * sizeof *state->label);
    memset(state->left, 0, nodes * sizeof *state->left);
    memset(state->right, 0, nodes * sizeof *state->right);
    memset(state->sibling, 0, nodes * sizeof *state->sibling);
    memset(state->inner, 0, nodes * sizeof *state->inner);
    memset(state->left_labels, 0, nodes * sizeof *state->left_labels);
    memset(state->right_labels, 0, nodes * sizeof *state->right_labels);
}

/* The root is never shifted and takes its only child last: a word may go to it only when no other
 * is left on the stack. */
bool ja_action_is_legal(const ja_state *state, ja_action action)
{
    bool at_root = state->next == state->count + 1;
    switch (action) {
    case JA_SHIFT:
        return !at_root;
    case JA_LEFT:
        return at_root ? state->depth == 1 : state->depth >= 1;
    default:
        return state->depth >= 2;
    }
}

void ja_action_arc(const ja_state *state, ja_action action, uint32_t *parent, uint32_t *child)
{
    *child = action == JA_SHIFT ? 0 : ja_state_stack(state, 0);
    *parent = action == JA_LEFT ? state->next : ja_state_stack(state, 1);
}

void ja_action_apply(ja_state *state, ja_action action, uint8_t label)
{
    if (action == JA_SHIFT) {
        state->stack[++state->depth] = state->next++;
        return;
    }
    uint32_t parent, child;
    ja_action_arc(state, action, &parent, &child);
    state->depth--;
    state->head[child] = parent;
    state->label[child] = label;
    bool left = action == JA_LEFT;
    uint32_t *outermost = left ? &state->left[parent] : &state->right[parent];
    state->sibling[child] = *outermost;
    if (left && !*outermost)
        state->inner[parent] = child;
    *outermost = child;
    *(left ? &state->left_labels[parent] : &state->right_labels[parent]) |= (uint64_t)1 << label;
}
