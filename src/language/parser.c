#include "language/parser.h"

#include <math.h>
#include <string.h>

/* How near two actions must be for the other to be tried, in units of a logarithm of odds. */
static const float NEAR_GAP = 0.6F;

/* The difference of scores, in weights of the training, that makes one action e times as likely as
 * another: perceptrons give no probabilities, so this is measured. */
static const float MARGIN = 16;

void ja_parser_nodes(const ja_model *model, const ja_lexeme *words, uint32_t count, ja_node *nodes)
{
    nodes[0] = (ja_node){1, 1, 1, JA_UPOS_COUNT, 1};
    nodes[count + 1] = (ja_node){2, 2, 2, JA_UPOS_COUNT + 1, 2};
    for (uint32_t i = 0; i < count; i++) {
        const ja_tag_info *tag = &model->tags[words[i].tag];
        nodes[i + 1] =
            (ja_node){words[i].word, words[i].form, tag->atom, tag->upos, words[i].tag + 3u};
    }
}

/* A child's label, telling no child from the first label. */
static uint64_t label_of(const ja_state *state, uint32_t node)
{
    return node ? state->label[node] + 1u : 0;
}

/* What stands between two nodes: verbs, commas and such, conjunctions, names. */
static uint64_t between(const ja_node *nodes, uint32_t from, uint32_t to)
{
    uint64_t seen = 0;
    for (uint32_t i = from + 1; from && i < to && i < from + 40; i++)
        switch (nodes[i].upos) {
        case JA_UPOS_VERB:
            seen |= 1;
            break;
        case JA_UPOS_PUNCT:
            seen |= 2;
            break;
        case JA_UPOS_CCONJ:
            seen |= 4;
            break;
        case JA_UPOS_SCONJ:
            seen |= 8;
            break;
        case JA_UPOS_ADP:
            seen |= 16;
            break;
        default:
            break;
        }
    return seen;
}

static uint64_t distance(uint32_t from, uint32_t to)
{
    uint32_t gap = to > from ? to - from : from - to;
    return gap < 5 ? gap : gap < 7 ? 5 : gap < 11 ? 6 : gap < 21 ? 7 : 8;
}

void ja_arc_features(const ja_state *state, const ja_node *nodes, ja_features *out)
{
    uint32_t top = ja_state_stack(state, 0), below = ja_state_stack(state, 1);
    uint32_t third = ja_state_stack(state, 2), front = ja_state_buffer(state, 0);
    uint32_t top_left = state->left[top], top_right = state->right[top];
    uint32_t front_left = state->left[front];
    uint32_t below_left = state->left[below], below_right = state->right[below];
    const ja_node *s0 = &nodes[top], *s1 = &nodes[below], *s2 = &nodes[third];
    const ja_node *b0 = &nodes[front], *b1 = &nodes[ja_state_buffer(state, 1)];
    const ja_node *b2 = &nodes[ja_state_buffer(state, 2)];
    const ja_node *s0l = &nodes[top_left], *s0r = &nodes[top_right], *b0l = &nodes[front_left];
    const ja_node *s1l = &nodes[below_left], *s1r = &nodes[below_right];
    const ja_node *before_front = &nodes[front - 1], *behind_top = &nodes[top ? top + 1 : 0];
    uint64_t s0_pair = ja_join(s0->word, s0->tag), s1_pair = ja_join(s1->word, s1->tag);
    uint64_t b0_pair = ja_join(b0->word, b0->tag), tags = ja_join(s0->tag, b0->tag);
    uint64_t stack_tags = ja_join(s1->tag, s0->tag);
    uint64_t s0l_label = label_of(state, top_left), s0r_label = label_of(state, top_right);
    uint64_t b0l_label = label_of(state, front_left);
    unsigned kind = 0;
    out->count = 0;

    /* single nodes */
    ja_take(out, kind++, 0);
    ja_take(out, kind++, s0_pair);
    ja_take(out, kind++, s0->word);
    ja_take(out, kind++, s0->tag);
    ja_take(out, kind++, s1_pair);
    ja_take(out, kind++, s1->word);
    ja_take(out, kind++, s1->tag);
    ja_take(out, kind++, s2->word);
    ja_take(out, kind++, b0_pair);
    ja_take(out, kind++, b0->word);
    ja_take(out, kind++, b0->tag);
    ja_take2(out, kind++, b1->word, b1->tag);
    ja_take(out, kind++, b1->word);
    ja_take(out, kind++, b1->tag);
    ja_take(out, kind++, b2->word);
    ja_take(out, kind++, b2->tag);
    ja_take(out, kind++, s0->fine);
    ja_take(out, kind++, b0->fine);
    ja_take(out, kind++, s1->fine);
    ja_take2(out, kind++, s0->fine, b0->fine);
    ja_take2(out, kind++, s1->fine, s0->fine);
    ja_take(out, kind++, s0->form);
    ja_take(out, kind++, b0->form);

    /* top of the stack and front of the buffer */
    ja_take2(out, kind++, s0_pair, b0->tag);
    ja_take2(out, kind++, s0->tag, b0_pair);
    ja_take2(out, kind++, s0->word, b0->word);
    ja_take(out, kind++, tags);
    ja_take2(out, kind++, tags, distance(top, front));
    ja_take2(out, kind++, tags, between(nodes, top, front));

    /* the two on top of the stack */
    ja_take(out, kind++, stack_tags);
    ja_take2(out, kind++, s1->word, s0->tag);
    ja_take2(out, kind++, s1->tag, s0->word);
    ja_take2(out, kind++, s1_pair, s0->tag);
    ja_take2(out, kind++, s1->tag, s0_pair);
    ja_take2(out, kind++, stack_tags, distance(below, top));
    ja_take2(out, kind++, stack_tags, between(nodes, below, top));
    ja_take2(out, kind++, s1->tag, b0->tag);
    ja_take2(out, kind++, s1->word, b0->tag);
    ja_take2(out, kind++, s1->tag, b0->word);

    /* the buffer */
    ja_take2(out, kind++, b0->tag, b1->tag);
    ja_take2(out, kind++, b0->word, b1->tag);
    ja_take2(out, kind++, b0->tag, b1->word);
    ja_take3(out, kind++, b0->tag, b1->tag, b2->tag);
    ja_take2(out, kind++, s0->tag, b1->tag);
    ja_take2(out, kind++, s0->word, b1->tag);
    ja_take2(out, kind++, s0->tag, b1->word);

    /* three nodes */
    ja_take2(out, kind++, stack_tags, b0->tag);
    ja_take2(out, kind++, tags, b1->tag);
    ja_take3(out, kind++, s0->word, b0->tag, b1->tag);
    ja_take2(out, kind++, tags, b1->word);
    ja_take3(out, kind++, stack_tags, b0->tag, b1->tag);
    ja_take2(out, kind++, stack_tags, s2->tag);
    ja_take3(out, kind++, tags, b1->tag, b2->tag);

    /* children */
    ja_take2(out, kind++, s0->tag, s0l_label);
    ja_take2(out, kind++, s0->tag, s0r_label);
    ja_take2(out, kind++, s0->word, s0l_label);
    ja_take2(out, kind++, s0->word, s0r_label);
    ja_take2(out, kind++, b0->tag, b0l_label);
    ja_take2(out, kind++, b0->word, b0l_label);
    ja_take2(out, kind++, tags, s0l_label);
    ja_take2(out, kind++, tags, s0r_label);
    ja_take2(out, kind++, tags, b0l_label);
    ja_take2(out, kind++, tags, s0l->tag);
    ja_take2(out, kind++, tags, s0r->tag);
    ja_take2(out, kind++, tags, b0l->tag);
    ja_take2(out, kind++, stack_tags, s0l->tag);
    ja_take2(out, kind++, stack_tags, s0r->tag);
    ja_take2(out, kind++, stack_tags, s1l->tag);
    ja_take2(out, kind++, stack_tags, s1r->tag);
    ja_take2(out, kind++, stack_tags, s0l_label);
    ja_take2(out, kind++, stack_tags, s0r_label);
    ja_take2(out, kind++, stack_tags, label_of(state, below_left));
    ja_take2(out, kind++, stack_tags, label_of(state, below_right));
    ja_take2(out, kind++, s0->tag, state->left_labels[top]);
    ja_take2(out, kind++, s0->tag, state->right_labels[top]);
    ja_take2(out, kind++, b0->tag, state->left_labels[front]);
    ja_take2(out, kind++, s1->tag, state->right_labels[below]);
    ja_take2(out, kind++, s1->tag, state->left_labels[below]);
    ja_take3(out, kind++, s0->tag, s0r_label, label_of(state, state->sibling[top_right]));
    ja_take3(out, kind++, b0->tag, b0l_label, label_of(state, state->sibling[front_left]));
    ja_take2(out, kind++, s0->word, s0r->word);
    ja_take2(out, kind++, s0->word, s0l->word);
    ja_take2(out, kind++, b0->word, b0l->word);
    ja_take3(out, kind++, s0->tag, s0r->word, b0->tag);
    ja_take3(out, kind++, s0->tag, s0l->word, b0->tag);
    ja_take3(out, kind++, s0->tag, b0l->word, b0->tag);
    ja_take3(out, kind++, s1->tag, s1r->word, s0->tag);

    /* neighbours in the text */
    ja_take2(out, kind++, tags, before_front->tag);
    ja_take2(out, kind++, tags, behind_top->tag);
    ja_take2(out, kind++, stack_tags, behind_top->tag);
}

void ja_label_features(const ja_state *state, const ja_node *nodes, uint32_t parent, uint32_t child,
                       ja_features *out)
{
    const ja_node *p = &nodes[parent], *c = &nodes[child];
    uint32_t child_left = state->left[child], child_right = state->right[child];
    uint32_t parent_left = state->left[parent], parent_right = state->right[parent];
    const ja_node *cl = &nodes[child_left], *cr = &nodes[child_right],
                  *ci = &nodes[state->inner[child]];
    const ja_node *pl = &nodes[parent_left], *pr = &nodes[parent_right];
    const ja_node *before = &nodes[child - 1], *after = &nodes[child + 1];
    uint64_t side = child < parent, tags = ja_join(ja_join(p->tag, c->tag), side);
    uint64_t p_side = ja_join(p->tag, side), c_side = ja_join(c->tag, side);
    unsigned kind = 0;
    out->count = 0;
    ja_take(out, kind++, side);
    ja_take(out, kind++, tags);
    ja_take2(out, kind++, p->word, side);
    ja_take3(out, kind++, p->fine, c->tag, side);
    ja_take3(out, kind++, p->fine, c->word, side);
    ja_take3(out, kind++, p->tag, c->fine, side);
    ja_take3(out, kind++, p->fine, cl->word, c_side);
    ja_take3(out, kind++, p->fine, pl->word, c_side);
    ja_take3(out, kind++, p->fine, state->left_labels[parent], c_side);
    ja_take2(out, kind++, c->word, side);
    ja_take2(out, kind++, c->form, side);
    ja_take2(out, kind++, p->word, c_side);
    ja_take2(out, kind++, c->word, p_side);
    ja_take2(out, kind++, c->word, tags);
    ja_take2(out, kind++, tags, distance(parent, child));
    ja_take2(out, kind++, tags,
             between(nodes, child < parent ? child : parent, child < parent ? parent : child));
    ja_take2(out, kind++, tags, before->tag);
    ja_take2(out, kind++, tags, after->tag);
    ja_take2(out, kind++, c->tag, before->word);
    ja_take2(out, kind++, c->tag, after->word);
    ja_take3(out, kind++, tags, before->tag, after->tag);
    ja_take2(out, kind++, tags, label_of(state, child_left));
    ja_take2(out, kind++, tags, label_of(state, child_right));
    ja_take2(out, kind++, tags, label_of(state, parent_left));
    ja_take2(out, kind++, tags, label_of(state, parent_right));
    ja_take2(out, kind++, tags, state->left_labels[child]);
    ja_take2(out, kind++, tags, state->right_labels[child]);
    ja_take2(out, kind++, tags, state->left_labels[parent]);
    ja_take2(out, kind++, tags, state->right_labels[parent]);
    ja_take2(out, kind++, p->word, state->left_labels[parent]);
    ja_take2(out, kind++, p->word, state->right_labels[parent]);
    ja_take2(out, kind++, c_side, cl->word);
    ja_take2(out, kind++, tags, cl->word);
    ja_take2(out, kind++, tags, ci->word);
    ja_take2(out, kind++, tags, cr->word);
    ja_take2(out, kind++, tags, cl->tag);
    ja_take2(out, kind++, tags, cr->tag);
    ja_take2(out, kind++, tags, pl->tag);
    ja_take2(out, kind++, tags, pr->tag);
    ja_take3(out, kind++, c->word, cl->word, p_side);
    ja_take2(out, kind++, tags, pl->word);
    ja_take2(out, kind++, tags, pr->word);
    ja_take2(out, kind++, tags, nodes[parent - 1].tag);
    ja_take2(out, kind++, tags, parent <= state->count ? nodes[parent + 1].tag : 0);
    ja_take2(out, kind++, c_side,
             ja_state_stack(state, 2) ? nodes[ja_state_stack(state, 2)].tag : 0);
    ja_take2(out, kind++, tags, nodes[ja_state_buffer(state, 0)].tag);
}

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
