#include "tools/train/oracle.h"

#include <stdbool.h>

/* Children of `node` that stand in the buffer. */
static uint32_t children_ahead(const ja_state *state, const uint32_t *gold, uint32_t node)
{
    uint32_t found = 0;
    for (uint32_t i = state->next; i <= state->count; i++)
        found += gold[i] == node;
    return found;
}

/* The word's head is in the buffer, at `from` places behind its front or later, and can still be
 * reached: the root takes no word that lies on another. */
static bool head_is_ahead(const ja_state *state, const uint32_t *gold, uint32_t node, uint32_t from)
{
    bool lost = gold[node] == state->count + 1 && state->depth > 1;
    return gold[node] >= state->next + from && !lost;
}

/* The next word goes onto the stack: it gets no child there, and no head but the top. The root can
 * be its head only if nothing lies below it. */
static uint32_t shift_cost(const ja_state *state, const uint32_t *gold)
{
    uint32_t node = state->next, cost = 0;
    for (uint32_t i = 1; i <= state->depth; i++) {
        cost += gold[state->stack[i]] == node;
        cost += i < state->depth && gold[node] == state->stack[i];
    }
    return cost + (gold[node] == state->count + 1 && state->depth > 0);
}

void ja_oracle_costs(const ja_state *state, const uint32_t *gold, uint32_t cost[JA_ACTIONS])
{
    uint32_t top = ja_state_stack(state, 0), below = ja_state_stack(state, 1);
    uint32_t lost_children = top ? children_ahead(state, gold, top) : 0;
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++)
        cost[action] = JA_COST_ILLEGAL;
    if (ja_action_is_legal(state, JA_SHIFT))
        cost[JA_SHIFT] = shift_cost(state, gold);
    if (ja_action_is_legal(state, JA_LEFT))
        cost[JA_LEFT] =
            lost_children + head_is_ahead(state, gold, top, 1) + (below && gold[top] == below);
    if (ja_action_is_legal(state, JA_RIGHT))
        cost[JA_RIGHT] = lost_children + head_is_ahead(state, gold, top, 0);
}

static bool is_under(const uint32_t *gold, uint32_t count, uint32_t node, uint32_t ancestor)
{
    while (node != ancestor && node <= count)
        node = gold[node];
    return node == ancestor;
}

static bool is_projective_arc(const uint32_t *gold, uint32_t count, uint32_t child)
{
    uint32_t head = gold[child];
    uint32_t from = head < child ? head : child, to = head < child ? child : head;
    for (uint32_t i = from + 1; i < to; i++)
        if (!is_under(gold, count, i, head))
            return false;
    return true;
}

/* The shortest arc that is not projective; 0: there is none. */
static uint32_t shortest_crossing(const uint32_t *gold, uint32_t count)
{
    uint32_t best = 0, best_length = UINT32_MAX;
    for (uint32_t i = 1; i <= count; i++) {
        uint32_t length = gold[i] > i ? gold[i] - i : i - gold[i];
        if (length < best_length && gold[i] <= count && !is_projective_arc(gold, count, i)) {
            best = i;
            best_length = length;
        }
    }
    return best;
}

uint32_t ja_projectivise(uint32_t *gold, uint32_t count)
{
    uint32_t lifted = 0, child;
    while ((child = shortest_crossing(gold, count)) != 0) {
        gold[child] = gold[gold[child]];
        lifted++;
    }
    return lifted;
}
