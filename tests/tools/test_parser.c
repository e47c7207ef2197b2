/* The parser: what it makes is a tree, and second looks never make it cost more. */
#include "tools/model_fixture.h"

#include <math.h>

#include "tools/train/random.h"

enum { LONGEST = 60 };

static tiny_model *tiny;
static ja_parser greedy, looking; /* without and with second looks */
static ja_node nodes[LONGEST + 2];

static int train(void **state)
{
    (void)state;
    tiny = tiny_new();
    return 0;
}

static int drop(void **state)
{
    (void)state;
    tiny_free(tiny);
    return 0;
}

static int open_parsers(void **state)
{
    open_arena(state);
    ja_parser_init(&greedy, &arena, LONGEST);
    ja_parser_init(&looking, &arena, LONGEST);
    greedy.second_looks = 0;
    return 0;
}

/* Words of the treebank in any order, so that many decisions are near; their number. */
static uint32_t any_sentence(ja_random *random, uint32_t longest)
{
    ja_lexeme lexemes[LONGEST];
    uint32_t count = 1 + ja_random_below(random, longest);
    for (uint32_t i = 0; i < count; i++) {
        const ja_sample *from = &tiny->treebank.samples[ja_random_below(random, TINY_COUNT)];
        lexemes[i] = from->lexemes[ja_random_below(random, from->count)];
    }
    ja_parser_nodes(&tiny->model, lexemes, count, nodes);
    return count;
}

static void expect_tree(const ja_state *state, uint32_t count)
{
    ja_word words[LONGEST];
    assert_int_equal(state->count, count);
    assert_true(ja_state_is_final(state));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = state->head[i + 1];
        assert_true(head >= 1 && head <= count + 1);
        assert_true(state->label[i + 1] < tiny->model.label_count);
        words[i] = (ja_word){.head = head <= count ? head : 0, .deprel = "dep"};
    }
    const char *fault = ja_tree_check(words, count);
    if (fault)
        fail_msg("%u words: %s", count, fault);
}

static double cost_of(const ja_parser *parser)
{
    double sum = 0;
    for (uint32_t i = 0; i < 2 * parser->state.count; i++)
        sum += (double)parser->steps[i].cost;
    return sum;
}

static bool same_trees(const ja_state *a, const ja_state *b)
{
    return memcmp(a->head + 1, b->head + 1, a->count * sizeof *a->head) == 0 &&
           memcmp(a->label + 1, b->label + 1, a->count) == 0;
}

static ja_action best_action(const ja_state *state)
{
    ja_features features;
    int32_t scores[JA_MAX_CLASSES];
    ja_action best = JA_ACTIONS;
    ja_arc_features(state, nodes, &features);
    ja_linear_score(&tiny->model.arcs, &features, scores);
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++)
        if (ja_action_is_legal(state, action) &&
            (best == JA_ACTIONS || scores[action] > scores[best]))
            best = action;
    return best;
}

/* The steps are those that lead to the tree; the likelier of two actions costs no more than even
 * odds, the other no less. */
static void expect_steps(const ja_parser *parser, uint32_t count)
{
    const float even = logf(2);
    ja_state state;
    ja_state_init(&state, &arena, count);
    ja_state_start(&state, count);
    for (uint32_t i = 0; i < 2 * count; i++) {
        const ja_step *step = &parser->steps[i];
        assert_true(ja_action_is_legal(&state, step->action));
        assert_true(step->cost >= 0 && isfinite(step->cost));
        assert_true(step->gap >= 0);
        if (step->action == best_action(&state))
            assert_true(step->cost <= even + 1e-5F);
        else
            assert_true(step->cost >= even - 1e-5F);
        ja_action_apply(&state, step->action, step->label);
    }
    assert_true(ja_state_is_final(&state));
    assert_true(same_trees(&state, &parser->state));
}

/* Step for step the best legal action with its best label. */
static void parse_plainly(ja_state *state, uint32_t count)
{
    const ja_model *model = &tiny->model;
    ja_features features;
    int32_t scores[JA_MAX_CLASSES];
    ja_state_start(state, count);
    while (!ja_state_is_final(state)) {
        ja_action best = best_action(state);
        uint32_t parent, child;
        uint8_t label = 0;
        ja_action_arc(state, best, &parent, &child);
        if (child) {
            ja_label_features(state, nodes, parent, child, &features);
            ja_linear_score(&model->labeller, &features, scores);
            label = ja_best_label(model, nodes, parent, child, scores);
        }
        ja_action_apply(state, best, label);
    }
}

static void test_greedy(void **state)
{
    (void)state;
    ja_random random = {1};
    ja_state plain;
    ja_state_init(&plain, &arena, LONGEST);
    for (int round = 0; round < 500; round++) {
        uint32_t count = any_sentence(&random, LONGEST);
        parse_plainly(&plain, count);
        ja_parse(&tiny->model, nodes, count, &greedy);
        assert_true(same_trees(&plain, &greedy.state));
        expect_tree(&greedy.state, count);
        expect_steps(&greedy, count);
    }
}

/* The more looks, the less a parse costs or the same; some cost less, and some trees change. */
static void test_second_looks(void **state)
{
    (void)state;
    ja_random random = {2};
    unsigned cheaper = 0, changed = 0;
    assert_int_equal(looking.second_looks, JA_SECOND_LOOKS);
    for (int round = 0; round < 300; round++) {
        uint32_t count = any_sentence(&random, 25);
        ja_parse(&tiny->model, nodes, count, &greedy);
        double cost = cost_of(&greedy);
        for (unsigned looks = 0; looks <= 2 * JA_SECOND_LOOKS; looks++) {
            looking.second_looks = looks;
            ja_parse(&tiny->model, nodes, count, &looking);
            expect_tree(&looking.state, count);
            expect_steps(&looking, count);
            double now = cost_of(&looking);
            if (now > cost + 1e-3)
                fail_msg("%u looks: cost %f, not %f", looks, now, cost);
            assert_true(looks > 0 || same_trees(&greedy.state, &looking.state));
            cost = now;
        }
        cheaper += cost < cost_of(&greedy) - 1e-3;
        changed += !same_trees(&greedy.state, &looking.state);
    }
    assert_true(cheaper > 10); /* else nothing has been tried */
    assert_true(changed > 10);
}

/* The first look is at the nearest decision: what stands before it stays, and where the parse then
 * costs less, that decision has been taken the other way. */
static void test_one_look_takes_the_nearest(void **state)
{
    (void)state;
    ja_random random = {3};
    unsigned tried = 0;
    looking.second_looks = 1;
    for (int round = 0; round < 1000; round++) {
        uint32_t count = any_sentence(&random, 25), nearest = 0;
        ja_parse(&tiny->model, nodes, count, &greedy);
        ja_parse(&tiny->model, nodes, count, &looking);
        for (uint32_t i = 1; i < 2 * count; i++)
            if (greedy.steps[i].gap < greedy.steps[nearest].gap)
                nearest = i;
        for (uint32_t i = 0; i < nearest; i++)
            assert_int_equal(looking.steps[i].action, greedy.steps[i].action);
        if (cost_of(&looking) >= cost_of(&greedy) - 1e-4)
            continue;
        tried++;
        assert_int_equal(looking.steps[nearest].action, greedy.steps[nearest].other);
    }
    assert_true(tried > 10);
}

/* The room is used again and again; a parse does not hang on the one before. */
static void test_same_again(void **state)
{
    (void)state;
    ja_random random = {4};
    for (int round = 0; round < 300; round++) {
        uint32_t count = any_sentence(&random, LONGEST);
        ja_parser fresh;
        ja_parser_init(&fresh, &arena, count);
        ja_parse(&tiny->model, nodes, count, &fresh);
        ja_parse(&tiny->model, nodes, count, &looking);
        assert_true(same_trees(&fresh.state, &looking.state));
    }
}

static void test_shortest(void **state)
{
    (void)state;
    ja_random random = {5};
    for (int round = 0; round < 20; round++) {
        assert_int_equal(any_sentence(&random, 1), 1);
        ja_parse(&tiny->model, nodes, 1, &looking);
        expect_tree(&looking.state, 1);
        assert_int_equal(looking.state.head[1], 2);
    }
    ja_parser none;
    ja_parser_init(&none, &arena, 0);
    ja_parser_nodes(&tiny->model, NULL, 0, nodes);
    ja_parse(&tiny->model, nodes, 0, &none);
    assert_int_equal(none.state.count, 0);
}

/* The features of every decision have room, and are as many each time. */
static void test_features_have_room(void **state)
{
    (void)state;
    ja_random random = {6};
    ja_features arcs, labels;
    size_t arc_count = 0, label_count = 0;
    for (int round = 0; round < 50; round++) {
        uint32_t count = any_sentence(&random, 20), parent, child;
        ja_state_start(&greedy.state, count);
        while (!ja_state_is_final(&greedy.state)) {
            ja_action action = best_action(&greedy.state);
            ja_arc_features(&greedy.state, nodes, &arcs);
            assert_true(arcs.count <= JA_MAX_FEATURES);
            assert_true(arc_count == 0 || arcs.count == arc_count);
            arc_count = arcs.count;
            ja_action_arc(&greedy.state, action, &parent, &child);
            if (child) {
                ja_label_features(&greedy.state, nodes, parent, child, &labels);
                assert_true(labels.count <= JA_MAX_FEATURES);
                assert_true(label_count == 0 || labels.count == label_count);
                label_count = labels.count;
            }
            ja_action_apply(&greedy.state, action, 0);
        }
    }
    assert_true(arc_count > 0 && label_count > 0);
}

/* Of the allowed labels the best; of equals the first. */
static void test_best_label(void **state)
{
    (void)state;
    static uint64_t allowed[2 * JA_NODE_KINDS * JA_NODE_KINDS];
    ja_model model = {.allowed = allowed, .label_count = 64};
    ja_node pair[4] = {{.upos = JA_UPOS_COUNT},
                       {.upos = JA_UPOS_VERB},
                       {.upos = JA_UPOS_NOUN},
                       {.upos = JA_UPOS_COUNT + 1}};
    int32_t scores[64];
    for (int i = 0; i < 64; i++)
        scores[i] = -100 + i;
    size_t right = JA_UPOS_VERB * JA_NODE_KINDS + JA_UPOS_NOUN;
    size_t left = (JA_NODE_KINDS + JA_UPOS_NOUN) * JA_NODE_KINDS + JA_UPOS_VERB;
    allowed[right] = (uint64_t)1 << 63 | 1 << 7;
    allowed[left] = 1 << 5 | 1 << 9 | 1 << 12;
    assert_int_equal(ja_best_label(&model, pair, 1, 2, scores), 63);
    assert_int_equal(ja_best_label(&model, pair, 2, 1, scores), 12);
    scores[7] = scores[5] = scores[9] = scores[12] = 0;
    assert_int_equal(ja_best_label(&model, pair, 1, 2, scores), 7);
    assert_int_equal(ja_best_label(&model, pair, 2, 1, scores), 5);
    scores[0] = 1000; /* not allowed */
    assert_int_equal(ja_best_label(&model, pair, 2, 1, scores), 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_parsers, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_greedy),     TEST(test_second_looks), TEST(test_one_look_takes_the_nearest),
        TEST(test_same_again), TEST(test_shortest),     TEST(test_features_have_room),
        TEST(test_best_label),
    };
    return cmocka_run_group_tests(tests, train, drop);
}
