/* The dynamic oracle against exhaustive search, and trees made projective. */
#include "tools/train/oracle.h"

#include "arena_fixture.h"
#include "tools/train/random.h"

enum { LONGEST = 40, SMALL = 6 };

/* A random tree over the words from .. to, whose head is returned: each side of the head is cut
 * into spans, each of which is again such a tree. Every projective tree can come out. */
static uint32_t grow_tree(ja_random *random, uint32_t from, uint32_t to, uint32_t *gold)
{
    uint32_t head = from + ja_random_below(random, to - from + 1);
    for (uint32_t at = from; at <= to;) {
        uint32_t side_end = at < head ? head - 1 : to;
        if (at == head) {
            at++;
            continue;
        }
        uint32_t end = at + ja_random_below(random, side_end - at + 1);
        gold[grow_tree(random, at, end, gold)] = head;
        at = end + 1;
    }
    return head;
}

static uint32_t random_projective(ja_random *random, uint32_t *gold)
{
    uint32_t count = 1 + ja_random_below(random, LONGEST);
    gold[grow_tree(random, 1, count, gold)] = count + 1;
    return count;
}

/* A random tree of any shape: words are attached, in random order, to words attached before. */
static uint32_t random_tree(ja_random *random, uint32_t *gold)
{
    uint32_t count = 1 + ja_random_below(random, LONGEST), order[LONGEST];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = ja_random_below(random, i + 1);
        order[i] = order[other];
        order[other] = i + 1;
    }
    gold[order[0]] = count + 1;
    for (uint32_t i = 1; i < count; i++)
        gold[order[i]] = order[ja_random_below(random, i)];
    return count;
}

static bool is_above(const uint32_t *gold, uint32_t count, uint32_t ancestor, uint32_t node)
{
    uint32_t steps = 0;
    while (node != ancestor && node <= count && steps++ <= count)
        node = gold[node];
    return node == ancestor;
}

/* All words between a word and its head are below the head. */
static bool arc_is_projective(const uint32_t *gold, uint32_t count, uint32_t child)
{
    uint32_t head = gold[child];
    uint32_t from = head < child ? head : child, to = head < child ? child : head;
    for (uint32_t i = from + 1; i < to; i++)
        if (!is_above(gold, count, head, i))
            return false;
    return true;
}

/* One word hangs on the root, all are below it, no arc is crossed. */
static bool is_projective_tree(const uint32_t *gold, uint32_t count)
{
    uint32_t roots = 0;
    for (uint32_t i = 1; i <= count; i++) {
        roots += gold[i] == count + 1;
        if (!is_above(gold, count, count + 1, i) || !arc_is_projective(gold, count, i))
            return false;
    }
    return roots == 1;
}

/* Whatever action without cost is taken, the tree comes out. */
static void test_rebuilds_trees(void **context)
{
    (void)context;
    ja_random random = {1};
    ja_state state;
    ja_state_init(&state, &arena, LONGEST);
    for (int round = 0; round < 5000; round++) {
        uint32_t gold[LONGEST + 2], cost[JA_ACTIONS], steps = 0;
        uint32_t count = random_projective(&random, gold);
        assert_true(is_projective_tree(gold, count));
        ja_state_start(&state, count);
        for (; !ja_state_is_final(&state); steps++) {
            ja_action best[JA_ACTIONS];
            uint32_t found = 0;
            ja_oracle_costs(&state, gold, cost);
            for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++)
                if (cost[action] == 0)
                    best[found++] = action;
            assert_true(found > 0);
            ja_action_apply(&state, best[ja_random_below(&random, found)], 0);
        }
        assert_int_equal(steps, 2 * count);
        assert_memory_equal(state.head + 1, gold + 1, count * sizeof *gold);
    }
}

/* Exhaustive search over the states of a small sentence: the words on the stack as bits (word 1 the
 * lowest) and the next node tell all that decides what can still be made. */
typedef struct search {
    ja_state state;
    const uint32_t *gold;
    int most[SMALL + 2][1 << SMALL]; /* right arcs that can still be made; -1: not known yet */
} search;

static void set_state(ja_state *state, uint32_t next, uint32_t stacked)
{
    state->next = next;
    state->depth = 0;
    for (uint32_t i = 1; i <= state->count; i++)
        if (stacked >> (i - 1) & 1)
            state->stack[++state->depth] = i;
}

static uint32_t stacked_words(const ja_state *state)
{
    uint32_t stacked = 0;
    for (uint32_t i = 1; i <= state->depth; i++)
        stacked |= 1u << (state->stack[i] - 1);
    return stacked;
}

static int most_right(search *work, uint32_t next, uint32_t stacked);

/* The right arcs that can be made from here if this action is taken. */
static int right_after(search *work, uint32_t next, uint32_t stacked, ja_action action)
{
    uint32_t parent, child;
    set_state(&work->state, next, stacked);
    ja_action_arc(&work->state, action, &parent, &child);
    int right = child && work->gold[child] == parent;
    ja_action_apply(&work->state, action, 0);
    return right + most_right(work, work->state.next, stacked_words(&work->state));
}

static int most_right(search *work, uint32_t next, uint32_t stacked)
{
    int *most = &work->most[next][stacked];
    if (*most >= 0)
        return *most;
    *most = 0;
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++) {
        set_state(&work->state, next, stacked);
        if (!ja_action_is_legal(&work->state, action))
            continue;
        int right = right_after(work, next, stacked, action);
        if (right > *most)
            *most = right;
    }
    return *most;
}

/* The true costs; JA_COST_ILLEGAL where an action is not legal. */
static void losses(search *work, uint32_t next, uint32_t stacked, uint32_t loss[JA_ACTIONS])
{
    int most = most_right(work, next, stacked);
    for (ja_action action = JA_SHIFT; action < JA_ACTIONS; action++) {
        set_state(&work->state, next, stacked);
        bool legal = ja_action_is_legal(&work->state, action);
        loss[action] =
            legal ? (uint32_t)(most - right_after(work, next, stacked, action)) : JA_COST_ILLEGAL;
    }
}

static void expect_costs(search *work, uint32_t next, uint32_t stacked)
{
    uint32_t cost[JA_ACTIONS], loss[JA_ACTIONS];
    losses(work, next, stacked, loss);
    set_state(&work->state, next, stacked);
    ja_oracle_costs(&work->state, work->gold, cost);
    for (unsigned i = 0; i < JA_ACTIONS; i++) {
        if (cost[i] == loss[i])
            continue;
        for (uint32_t word = 1; word <= work->state.count; word++)
            print_error("head of %u: %u\n", word, work->gold[word]);
        fail_msg("next %u, stack %#x: action %u loses %u, costs %u", next, stacked, i, loss[i],
                 cost[i]);
    }
}

/* All states of a sentence, those that no gold derivation comes to as well. */
static void expect_exact_oracle(search *work, uint32_t count, const uint32_t *gold)
{
    work->gold = gold;
    work->state.count = count;
    for (uint32_t next = 0; next < SMALL + 2; next++)
        for (uint32_t stacked = 0; stacked < 1 << SMALL; stacked++)
            work->most[next][stacked] = -1;
    for (uint32_t next = 1; next <= count + 1; next++)
        for (uint32_t stacked = 0; stacked < 1u << (next - 1); stacked++)
            if (next <= count || stacked)
                expect_costs(work, next, stacked);
    assert_int_equal(most_right(work, 1, 0), count);
}

/* Every projective tree of up to six words in every state. */
static void test_costs_are_losses(void **context)
{
    (void)context;
    /* Rooted projective trees by words (OEIS A006013): so many must have been tried. */
    static const uint32_t TREES[SMALL + 1] = {0, 1, 2, 7, 30, 143, 728};
    search work;
    ja_state_init(&work.state, &arena, SMALL);
    for (uint32_t count = 1; count <= SMALL; count++) {
        uint32_t gold[SMALL + 2], found = 0, number, all = 1;
        for (uint32_t i = 0; i < count; i++)
            all *= count + 1;
        for (number = 0; number < all; number++) {
            uint32_t rest = number;
            for (uint32_t i = 1; i <= count; i++, rest /= count + 1)
                gold[i] = rest % (count + 1) + 1;
            if (!is_projective_tree(gold, count))
                continue;
            found++;
            ja_state_start(&work.state, count);
            expect_exact_oracle(&work, count, gold);
        }
        assert_int_equal(found, TREES[count]);
    }
}

static void test_projective_trees_stay(void **context)
{
    (void)context;
    ja_random random = {2};
    for (int round = 0; round < 3000; round++) {
        uint32_t gold[LONGEST + 2], before[LONGEST + 2];
        uint32_t count = random_projective(&random, gold);
        memcpy(before, gold, sizeof before);
        assert_int_equal(ja_projectivise(gold, count), 0);
        assert_memory_equal(gold + 1, before + 1, count * sizeof *gold);
    }
}

/* "A hearing is scheduled on the issue today": "issue" goes from "hearing" to "scheduled". */
static void test_lifts_one_arc(void **context)
{
    (void)context;
    uint32_t gold[] = {0, 2, 4, 4, 9, 7, 7, 2, 4, 0};
    assert_int_equal(ja_projectivise(gold, 8), 1);
    const uint32_t right[] = {0, 2, 4, 4, 9, 7, 7, 4, 4, 0};
    assert_memory_equal(gold, right, sizeof gold);
}

/* 1 hangs on 3, 3 on 4, 4 on 5; 2, which hangs on 5, stands between: 1 is lifted past 4 to 5. */
static void test_lifts_twice(void **context)
{
    (void)context;
    uint32_t gold[] = {0, 3, 5, 4, 5, 6, 0};
    assert_int_equal(ja_projectivise(gold, 5), 2);
    const uint32_t right[] = {0, 5, 5, 4, 5, 6, 0};
    assert_memory_equal(gold, right, sizeof gold);
}

/* An arc over the root word is crossed by the root's own arc: 1 hangs on 3 over 2. */
static void test_lifts_over_root(void **context)
{
    (void)context;
    uint32_t gold[] = {0, 3, 4, 2, 0};
    assert_int_equal(ja_projectivise(gold, 3), 1);
    const uint32_t right[] = {0, 2, 4, 2, 0};
    assert_memory_equal(gold, right, sizeof gold);
}

/* 4 hangs on 2 over the root word 3, and 1 on 4. The shorter arc goes first: 4 to 3, whence 1 goes
 * to 3 as well. The other way round 1 would go to 2. Then the same from the right. */
static void test_lifts_shortest_first(void **context)
{
    (void)context;
    uint32_t gold[] = {0, 4, 3, 5, 2, 0};
    assert_int_equal(ja_projectivise(gold, 4), 2);
    const uint32_t right[] = {0, 3, 3, 5, 3, 0};
    assert_memory_equal(gold, right, sizeof gold);
    uint32_t mirrored[] = {0, 3, 5, 2, 1, 0};
    assert_int_equal(ja_projectivise(mirrored, 4), 2);
    const uint32_t mirrored_right[] = {0, 2, 5, 2, 2, 0};
    assert_memory_equal(mirrored, mirrored_right, sizeof mirrored);
}

static void test_any_tree_becomes_projective(void **context)
{
    (void)context;
    ja_random random = {3};
    uint32_t crossed = 0;
    for (int round = 0; round < 1000; round++) {
        uint32_t gold[LONGEST + 2], before[LONGEST + 2];
        uint32_t count = random_tree(&random, gold), moved = 0;
        memcpy(before, gold, sizeof before);
        uint32_t lifted = ja_projectivise(gold, count);
        assert_true(is_projective_tree(gold, count));
        for (uint32_t i = 1; i <= count; i++) {
            moved += gold[i] != before[i];
            assert_true(is_above(before, count, gold[i], before[i])); /* up, never elsewhere */
        }
        assert_true(lifted >= moved);
        assert_int_equal(lifted > 0, !is_projective_tree(before, count));
        crossed += lifted > 0;
    }
    assert_true(crossed > 500); /* else nothing has been tried */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_rebuilds_trees),        TEST(test_costs_are_losses),
        TEST(test_projective_trees_stay), TEST(test_lifts_one_arc),
        TEST(test_lifts_twice),           TEST(test_lifts_over_root),
        TEST(test_lifts_shortest_first),  TEST(test_any_tree_becomes_projective),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
