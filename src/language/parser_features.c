/* What the two classifiers of the parser see: the templates follow Zhang and Nivre 2011,
 * "Transition-based Dependency Parsing with Rich Non-local Features". Words of the top of the stack
 * are called s0, s1, s2 from the top, those of the buffer b0, b1, b2 from the front. A change here
 * raises JA_MODEL_FEATURES and takes new models. */
#include "language/parser.h"

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
