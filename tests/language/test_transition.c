/* The transition system: what each transition does, when it is legal, and a whole derivation. */
#include "language/transition.h"

#include "arena_fixture.h"

enum { WORDS = 5, ROOT = WORDS + 1 };

static ja_state state;

/* A state with words 1 .. next - 1 on the stack. */
static void stack_up_to(uint32_t next)
{
    ja_state_init(&state, &arena, WORDS);
    ja_state_start(&state, WORDS);
    while (state.next < next)
        ja_action_apply(&state, JA_SHIFT, 0);
}

/* A state with these words on the stack, 0 behind them, and `next` at the front of the buffer. */
static void set_state(const uint32_t *stack, uint32_t next)
{
    ja_state_init(&state, &arena, WORDS);
    ja_state_start(&state, WORDS);
    state.next = next;
    for (; *stack; stack++)
        state.stack[++state.depth] = *stack;
}

static void expect_legal(bool shift, bool left, bool right)
{
    assert_int_equal(ja_action_is_legal(&state, JA_SHIFT), shift);
    assert_int_equal(ja_action_is_legal(&state, JA_LEFT), left);
    assert_int_equal(ja_action_is_legal(&state, JA_RIGHT), right);
}

static void test_starts_empty(void **context)
{
    (void)context;
    stack_up_to(1);
    assert_int_equal(state.next, 1);
    assert_int_equal(state.depth, 0);
    assert_int_equal(ja_state_stack(&state, 0), 0);
    assert_int_equal(ja_state_buffer(&state, 0), 1);
    assert_false(ja_state_is_final(&state));
    expect_legal(true, false, false);
}

static void test_places(void **context)
{
    (void)context;
    set_state((const uint32_t[]){1, 3, 0}, 5);
    assert_int_equal(ja_state_stack(&state, 0), 3);
    assert_int_equal(ja_state_stack(&state, 1), 1);
    assert_int_equal(ja_state_stack(&state, 2), 0);
    assert_int_equal(ja_state_buffer(&state, 0), 5);
    assert_int_equal(ja_state_buffer(&state, 1), ROOT);
    assert_int_equal(ja_state_buffer(&state, 2), 0);
}

static void test_shift(void **context)
{
    (void)context;
    uint32_t parent, child;
    set_state((const uint32_t[]){1, 0}, 3);
    ja_action_arc(&state, JA_SHIFT, &parent, &child);
    assert_int_equal(child, 0);
    ja_action_apply(&state, JA_SHIFT, 0);
    assert_int_equal(state.depth, 2);
    assert_int_equal(state.stack[1], 1);
    assert_int_equal(state.stack[2], 3);
    assert_int_equal(state.next, 4);
    for (uint32_t i = 0; i <= ROOT; i++)
        assert_int_equal(state.head[i], 0);
}

/* The top goes below the front of the buffer; the buffer stays. */
static void test_left(void **context)
{
    (void)context;
    uint32_t parent, child;
    set_state((const uint32_t[]){1, 2, 0}, 4);
    ja_action_arc(&state, JA_LEFT, &parent, &child);
    assert_int_equal(parent, 4);
    assert_int_equal(child, 2);
    ja_action_apply(&state, JA_LEFT, 7);
    assert_int_equal(state.head[2], 4);
    assert_int_equal(state.label[2], 7);
    assert_int_equal(state.depth, 1);
    assert_int_equal(state.stack[1], 1);
    assert_int_equal(state.next, 4);
    assert_int_equal(state.left[4], 2);
    assert_int_equal(state.right[4], 0);
    assert_int_equal(state.inner[4], 2);
    assert_true(state.left_labels[4] == 1u << 7);
    assert_true(state.right_labels[4] == 0);
}

/* The top goes below the one under it, whatever stands in the buffer. */
static void test_right(void **context)
{
    (void)context;
    uint32_t parent, child;
    set_state((const uint32_t[]){1, 3, 0}, 4);
    ja_action_arc(&state, JA_RIGHT, &parent, &child);
    assert_int_equal(parent, 1);
    assert_int_equal(child, 3);
    ja_action_apply(&state, JA_RIGHT, 63);
    assert_int_equal(state.head[3], 1);
    assert_int_equal(state.label[3], 63);
    assert_int_equal(state.depth, 1);
    assert_int_equal(state.next, 4);
    assert_int_equal(state.right[1], 3);
    assert_int_equal(state.left[1], 0);
    assert_int_equal(state.inner[1], 0);
    assert_true(state.right_labels[1] == (uint64_t)1 << 63);
    assert_true(state.left_labels[1] == 0);
}

/* Children come to a word from the inside outwards: 3, 2, 1 to 4 on its left, 2, 3 to 1 on its
 * right. `sibling` leads back inwards. */
static void test_left_children(void **context)
{
    (void)context;
    stack_up_to(4);
    ja_action_apply(&state, JA_LEFT, 1);
    ja_action_apply(&state, JA_LEFT, 2);
    ja_action_apply(&state, JA_LEFT, 1);
    assert_int_equal(state.left[4], 1);
    assert_int_equal(state.inner[4], 3);
    assert_int_equal(state.sibling[1], 2);
    assert_int_equal(state.sibling[2], 3);
    assert_int_equal(state.sibling[3], 0);
    assert_true(state.left_labels[4] == 6); /* labels 1 and 2 */
}

static void test_right_children(void **context)
{
    (void)context;
    stack_up_to(3);
    ja_action_apply(&state, JA_RIGHT, 0);
    ja_action_apply(&state, JA_SHIFT, 0);
    ja_action_apply(&state, JA_RIGHT, 5);
    assert_int_equal(state.right[1], 3);
    assert_int_equal(state.sibling[3], 2);
    assert_int_equal(state.sibling[2], 0);
    assert_true(state.right_labels[1] == (1 | 1 << 5));
}

static void test_legal_within(void **context)
{
    (void)context;
    set_state((const uint32_t[]){0}, 3);
    expect_legal(true, false, false);
    set_state((const uint32_t[]){2, 0}, 3);
    expect_legal(true, true, false);
    set_state((const uint32_t[]){1, 2, 0}, 3);
    expect_legal(true, true, true);
}

/* At the root nothing is shifted, and only the last word left goes to it: there is one root. */
static void test_legal_at_root(void **context)
{
    (void)context;
    set_state((const uint32_t[]){1, 3, 5, 0}, ROOT);
    expect_legal(false, false, true);
    set_state((const uint32_t[]){1, 5, 0}, ROOT);
    expect_legal(false, false, true);
    set_state((const uint32_t[]){4, 0}, ROOT);
    expect_legal(false, true, false);
    assert_false(ja_state_is_final(&state));
    ja_action_apply(&state, JA_LEFT, 0);
    assert_int_equal(state.head[4], ROOT);
    assert_true(ja_state_is_final(&state));
    expect_legal(false, false, false);
}

/* An empty stack alone is not the end. */
static void test_not_final_before_root(void **context)
{
    (void)context;
    set_state((const uint32_t[]){0}, WORDS);
    assert_false(ja_state_is_final(&state));
}

/* "She told him a lie": told heads She, him and lie; lie heads a. */
static void test_derivation(void **context)
{
    (void)context;
    enum { NSUBJ = 1, IOBJ, DET, OBJ, MAIN };
    static const struct {
        ja_action action;
        uint8_t label;
    } STEPS[] = {
        {JA_SHIFT, 0},   {JA_LEFT, NSUBJ},                   /* She <- told */
        {JA_SHIFT, 0},   {JA_SHIFT, 0},    {JA_RIGHT, IOBJ}, /* told -> him */
        {JA_SHIFT, 0},   {JA_LEFT, DET},                     /* a <- lie */
        {JA_SHIFT, 0},   {JA_RIGHT, OBJ},                    /* told -> lie */
        {JA_LEFT, MAIN},                                     /* told <- root */
    };
    stack_up_to(1);
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        assert_false(ja_state_is_final(&state));
        assert_true(ja_action_is_legal(&state, STEPS[i].action));
        ja_action_apply(&state, STEPS[i].action, STEPS[i].label);
    }
    assert_true(ja_state_is_final(&state));
    static const uint32_t HEADS[] = {0, 2, ROOT, 2, 5, 2};
    static const uint8_t LABELS[] = {0, NSUBJ, MAIN, IOBJ, DET, OBJ};
    assert_memory_equal(state.head, HEADS, sizeof HEADS);
    assert_memory_equal(state.label, LABELS, sizeof LABELS);
    assert_int_equal(state.left[2], 1);
    assert_int_equal(state.right[2], 5);
    assert_int_equal(state.sibling[5], 3);
    assert_int_equal(state.left[5], 4);
}

/* A started sentence has nothing of the one before, which was longer. */
static void test_starts_anew(void **context)
{
    (void)context;
    stack_up_to(4);
    ja_action_apply(&state, JA_LEFT, 3);
    ja_action_apply(&state, JA_RIGHT, 4);
    ja_state_start(&state, 3);
    assert_int_equal(state.count, 3);
    assert_int_equal(state.depth, 0);
    assert_int_equal(state.next, 1);
    for (uint32_t i = 0; i <= 4; i++) {
        assert_int_equal(state.head[i] | state.label[i] | state.sibling[i], 0);
        assert_int_equal(state.left[i] | state.right[i] | state.inner[i], 0);
        assert_true((state.left_labels[i] | state.right_labels[i]) == 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_starts_empty),   TEST(test_places),
        TEST(test_shift),          TEST(test_left),
        TEST(test_right),          TEST(test_left_children),
        TEST(test_right_children), TEST(test_legal_within),
        TEST(test_legal_at_root),  TEST(test_not_final_before_root),
        TEST(test_derivation),     TEST(test_starts_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
