#include "language/parser.h"

#include <math.h>
#include <string.h>

/* How near two actions must be for the other to be tried, in units of a logarithm of odds. */
static const float NEAR_GAP = 0.6F;

/* The difference of scores, in weights of the training, that makes one action e times as likely as
 * another: perceptrons give no probabilities, so this is measured. */
static const float MARGIN = 16;

uint8_t ja_best_label(const ja_model *model, const ja_node *nodes, uint32_t parent, uint32_t child,
                      const int32_t *scores)
{
    uint64_t allowed = ja_model_labels(model, (unsigned)nodes[parent].upos,
                                       (unsigned)nodes[child].upos, child < parent);
    uint8_t best = 0;
    bool found = false;
    for (uint8_t label = 0; allowed; label++, allowed >>= 1)
        if ((allowed & 1) && (!found || scores[label] > scores[best])) {
            best = label;
            found = true;
        }
    return best;
}

/* The legal action with the highest score, and the next best; JA_ACTIONS where there is no other.
 */
static ja_action best_actions(const ja_state *state, const int32_t *scores, ja_action *second)
{
    ja_action best = JA_ACTIONS;
    *second = JA_ACTIONS;
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++) {
        if (!ja_action_is_legal(state, action))
            continue;
        if (best == JA_ACTIONS || scores[action] > scores[best]) {
            *second = best;
            best = action;
        } else if (*second == JA_ACTIONS || scores[action] > scores[*second]) {
            *second = action;
        }
    }
    return best;
}

/* Makes the arc of the action, with its best label. */
static void take_step(const ja_model *model, const ja_node *nodes, ja_state *state, ja_step *step)
{
    ja_features features;
    int32_t scores[JA_MAX_CLASSES];
    uint32_t parent, child;
    ja_action_arc(state, step->action, &parent, &child);
    step->label = 0;
    if (child) {
        ja_label_features(state, nodes, parent, child, &features);
        ja_linear_score(&model->labeller, &features, scores);
        step->label = ja_best_label(model, nodes, parent, child, scores);
    }
    ja_action_apply(state, step->action, step->label);
}

/* Goes on greedily from step number `from`, whose steps before cost `cost` in all. Returns the cost
 * of the whole, or infinity as soon as it is not below `ceiling`. */
static float parse_on(const ja_model *model, const ja_node *nodes, ja_state *state, ja_step *steps,
                      uint32_t from, float cost, float ceiling)
{
    ja_features features;
    int32_t scores[JA_MAX_CLASSES];
    for (ja_step *step = steps + from; !ja_state_is_final(state); step++) {
        ja_action second;
        ja_arc_features(state, nodes, &features);
        ja_linear_score(&model->arcs, &features, scores);
        step->action = best_actions(state, scores, &second);
        step->other = second;
        step->gap = INFINITY;
        if (second != JA_ACTIONS)
            step->gap = (float)(scores[step->action] - scores[second]) * model->arcs.unit / MARGIN;
        step->cost = log1pf(expf(-step->gap));
        cost += step->cost;
        if (cost >= ceiling)
            return INFINITY;
        take_step(model, nodes, state, step);
    }
    return cost;
}

/* The step whose decision was the nearest; `count` where none was near or all have been tried. */
static uint32_t nearest_step(const ja_step *steps, uint32_t count)
{
    uint32_t nearest = count;
    for (uint32_t i = 0; i < count; i++)
        if (steps[i].gap < NEAR_GAP && (nearest == count || steps[i].gap < steps[nearest].gap))
            nearest = i;
    return nearest;
}

/* Parses anew with the other action at step `at`; steps[] becomes the new parse if it costs less.
 */
static float parse_otherwise(const ja_model *model, const ja_node *nodes, ja_state *state,
                             ja_step *steps, ja_step *trial, uint32_t at, float cost)
{
    uint32_t count = 2 * state->count;
    float sum = 0;
    ja_state_start(state, state->count);
    for (uint32_t i = 0; i < at; i++) {
        ja_action_apply(state, steps[i].action, steps[i].label);
        sum += steps[i].cost;
    }
    trial[at] = steps[at];
    trial[at].action = steps[at].other;
    trial[at].cost += steps[at].gap;
    trial[at].gap = INFINITY; /* is not tried again */
    steps[at].gap = INFINITY;
    if (sum + trial[at].cost >= cost)
        return cost;
    take_step(model, nodes, state, &trial[at]);
    float total = parse_on(model, nodes, state, trial, at + 1, sum + trial[at].cost, cost);
    if (total < cost)
        memcpy(steps + at, trial + at, (count - at) * sizeof *steps);
    return total < cost ? total : cost;
}

void ja_parse(const ja_model *model, const ja_node *nodes, uint32_t count, ja_parser *parser)
{
    uint32_t step_count = 2 * count, at;
    ja_state *state = &parser->state;
    ja_state_start(state, count);
    float cost = parse_on(model, nodes, state, parser->steps, 0, 0, INFINITY);
    for (unsigned tries = 0; tries < parser->second_looks; tries++) {
        at = nearest_step(parser->steps, step_count);
        if (at == step_count)
            break;
        cost = parse_otherwise(model, nodes, state, parser->steps, parser->trial, at, cost);
    }
    ja_state_start(state, count);
    for (uint32_t i = 0; i < step_count; i++)
        ja_action_apply(state, parser->steps[i].action, parser->steps[i].label);
}

void ja_parser_init(ja_parser *parser, ja_arena *arena, uint32_t count)
{
    *parser = (ja_parser){
        .steps = JA_NEW_N(arena, ja_step, (size_t)count * 2),
        .trial = JA_NEW_N(arena, ja_step, (size_t)count * 2),
        .second_looks = JA_SECOND_LOOKS,
    };
    ja_state_init(&parser->state, arena, count);
}
