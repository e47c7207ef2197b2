#include "tools/train/learn.h"

#include <stdlib.h>

#include "language/parser.h"
#include "language/tagger.h"
#include "tools/train/memory.h"
#include "tools/train/oracle.h"
#include "tools/train/random.h"

/* Each example sees the features but for a share of them (dropout), so that no weight rests on
 * one alone. */
static void drop_out(ja_features *features, double share, ja_random *random)
{
    uint32_t bound = (uint32_t)(share * 65536);
    size_t kept = 0;
    uint64_t bits = 0;
    for (size_t i = 0; i < features->count; i++) {
        bits = i % 4 ? bits >> 16 : ja_random_next(random);
        if ((bits & 0xFFFF) >= bound)
            features->at[kept++] = features->at[i];
    }
    features->count = kept;
}

static unsigned best_of(const float *scores, unsigned count)
{
    unsigned best = 0;
    for (unsigned i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

static size_t *shuffled(size_t count, ja_random *random)
{
    size_t *order = ja_must_alloc(count, sizeof *order);
    for (size_t i = 0; i < count; i++) {
        size_t other = ja_random_below(random, (uint32_t)i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    return order;
}

static void tag_sample(ja_perceptron *perceptron, const ja_sample *sample, ja_lexeme *lexemes,
                       unsigned tag_count, double dropout, ja_random *random)
{
    ja_features features;
    float scores[JA_MAX_CLASSES];
    for (uint32_t i = 0; i < sample->count; i++)
        lexemes[i] = sample->lexemes[i];
    for (uint32_t i = 0; i < sample->count; i++) {
        ja_tagger_features(lexemes, sample->count, i, &features);
        drop_out(&features, dropout, random);
        ja_perceptron_score(perceptron, &features, scores);
        unsigned guess = best_of(scores, tag_count);
        if (guess != sample->tag[i]) {
            ja_perceptron_add(perceptron, &features, sample->tag[i], 1);
            ja_perceptron_add(perceptron, &features, guess, -1);
        }
        ja_perceptron_tick(perceptron);
        lexemes[i].tag = (uint8_t)guess;
    }
}

static uint32_t longest(const ja_treebank *treebank)
{
    uint32_t most = 0;
    for (size_t i = 0; i < treebank->count; i++)
        if (treebank->samples[i].count > most)
            most = treebank->samples[i].count;
    return most;
}

void ja_learn_tagger(const ja_treebank *treebank, unsigned tag_count, uint32_t but,
                     const ja_learning *how, uint64_t seed, ja_buffer *out)
{
    ja_perceptron *perceptron = ja_perceptron_new(tag_count, false);
    ja_random random = {seed + but};
    ja_lexeme *lexemes = ja_must_alloc(longest(treebank), sizeof *lexemes);
    for (unsigned epoch = 0; epoch < how->epochs + how->epochs_pruned; epoch++) {
        if (epoch == how->epochs)
            ja_perceptron_prune(perceptron, how->size);
        size_t *order = shuffled(treebank->count, &random);
        for (size_t i = 0; i < treebank->count; i++)
            if (treebank->samples[order[i]].fold != but &&
                (epoch < how->epochs || !treebank->samples[order[i]].aside))
                tag_sample(perceptron, &treebank->samples[order[i]], lexemes, tag_count,
                           how->dropout, &random);
        free(order);
    }
    ja_perceptron_write(perceptron, out);
    ja_perceptron_free(perceptron);
    free(lexemes);
}

typedef struct parser_learner {
    const ja_model *model;
    const ja_learning *how;
    ja_perceptron *arcs, *labels;
    ja_random random;
    ja_state state;
    ja_node *nodes;
    bool explores;
} parser_learner;

static ja_action best_by(const float *scores, const uint32_t cost[JA_ACTIONS], uint32_t most)
{
    ja_action best = JA_ACTIONS;
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++)
        if (cost[action] <= most && (best == JA_ACTIONS || scores[action] > scores[best]))
            best = action;
    return best;
}

static uint32_t least_cost(const uint32_t cost[JA_ACTIONS])
{
    uint32_t least = JA_COST_ILLEGAL;
    for (unsigned i = 0; i < JA_ACTIONS; i++)
        if (cost[i] < least)
            least = cost[i];
    return least;
}

/* The label for an arc; learns from it where the arc is right. */
static uint8_t learn_label(parser_learner *work, const ja_sample *sample, uint32_t parent,
                           uint32_t child)
{
    ja_features features;
    float scores[JA_MAX_CLASSES];
    int32_t rounded[JA_MAX_CLASSES];
    ja_label_features(&work->state, work->nodes, parent, child, &features);
    drop_out(&features, work->how->dropout, &work->random);
    ja_perceptron_score(work->labels, &features, scores);
    for (unsigned i = 0; i < work->model->label_count; i++)
        rounded[i] = (int32_t)(scores[i] * 256);
    uint8_t guess = ja_best_label(work->model, work->nodes, parent, child, rounded);
    if (sample->head[child] == parent) {
        uint8_t gold = sample->label[child];
        if (guess != gold) {
            ja_perceptron_add(work->labels, &features, gold, 1);
            ja_perceptron_add(work->labels, &features, guess, -1);
        }
        ja_perceptron_tick(work->labels);
    }
    return guess;
}

static void learn_sample(parser_learner *work, const ja_sample *sample)
{
    ja_features features;
    float scores[JA_ACTIONS];
    uint32_t cost[JA_ACTIONS], parent, child;
    ja_state *state = &work->state;
    ja_parser_nodes(work->model, sample->lexemes, sample->count, work->nodes);
    ja_state_start(state, sample->count);
    while (!ja_state_is_final(state)) {
        ja_arc_features(state, work->nodes, &features);
        drop_out(&features, work->how->dropout, &work->random);
        ja_perceptron_score(work->arcs, &features, scores);
        ja_oracle_costs(state, sample->head, cost);
        ja_action guess = best_by(scores, cost, JA_COST_ILLEGAL - 1);
        ja_action right = best_by(scores, cost, least_cost(cost));
        if (guess != right) {
            ja_perceptron_add(work->arcs, &features, right, 1);
            ja_perceptron_add(work->arcs, &features, guess, -1);
        }
        ja_perceptron_tick(work->arcs);
        bool follow = work->explores && ja_random_share(&work->random) < 0.9;
        ja_action taken = follow ? guess : right;
        ja_action_arc(state, taken, &parent, &child);
        uint8_t label = child ? learn_label(work, sample, parent, child) : 0;
        ja_action_apply(state, taken, label);
    }
}

void ja_learn_parser(const ja_treebank *treebank, const ja_model *model, const ja_learning *how,
                     uint64_t seed,
                     void (*report)(void *context, unsigned epoch, const ja_perceptron *arcs,
                                    const ja_perceptron *labels),
                     void *context)
{
    ja_arena arena;
    ja_arena_init(&arena);
    uint32_t most = longest(treebank);
    parser_learner work = {
        .model = model,
        .how = how,
        .arcs = ja_perceptron_new(JA_ACTIONS, true),
        .labels = ja_perceptron_new(model->label_count, false),
        .random = {seed},
        .nodes = JA_NEW_N(&arena, ja_node, (size_t)most + 2),
    };
    ja_state_init(&work.state, &arena, most);
    for (unsigned epoch = 0; epoch < how->epochs + how->epochs_pruned; epoch++) {
        if (epoch == how->epochs) {
            ja_perceptron_prune(work.arcs, how->size);
            ja_perceptron_prune(work.labels, how->labeller_size);
        }
        size_t *order = shuffled(treebank->count, &work.random);
        work.explores = epoch >= 1;
        for (size_t i = 0; i < treebank->count; i++)
            if (epoch < how->epochs || !treebank->samples[order[i]].aside)
                learn_sample(&work, &treebank->samples[order[i]]);
        free(order);
        report(context, epoch, work.arcs, work.labels);
    }
    ja_perceptron_free(work.arcs);
    ja_perceptron_free(work.labels);
    ja_arena_clear(&arena);
}
