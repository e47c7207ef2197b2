/* The arena: alignment, growth, and leaving the work when memory is out. What is freed is checked
 * by AddressSanitizer in the asan build. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

typedef struct ja_work {
    ja_arena *arena;
    size_t count, size;
    int reached;
} ja_work;

static void test_alignment_and_zeros(void **state)
{
    ja_arena arena;
    (void)state;
    ja_arena_init(&arena);
    char *before = NULL;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *bytes = ja_alloc(&arena, 1, size);
        for (size_t align = 1; align <= _Alignof(max_align_t); align *= 2)
            if (size % align == 0)
                assert_int_equal((uintptr_t)bytes % align, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xA5, size); /* what comes next must be zeroed none the less */
        if (before)
            assert_true((char *)bytes >= before || (char *)bytes + size <= before - 1);
        before = (char *)bytes + size;
    }
    ja_arena_clear(&arena);
    assert_null(arena.blocks);
    ja_arena_clear(&arena); /* twice is fine */
}

static void test_large_blocks(void **state)
{
    ja_arena arena;
    (void)state;
    ja_arena_init(&arena);
    char *small = ja_copy(&arena, "small", 5);
    char *large = ja_alloc(&arena, 3, (size_t)1 << 20);
    large[((size_t)3 << 20) - 1] = 'z';
    char *after = ja_copy(&arena, "after", 5);
    assert_string_equal(small, "small");
    assert_string_equal(after, "after");
    assert_int_equal(large[0], 0);
    ja_arena_clear(&arena);
}

static void allocate(void *context)
{
    ja_work *work = context;
    work->reached = 1;
    (void)ja_alloc(work->arena, work->count, work->size);
    work->reached = 2;
}

static void expect_overflow(size_t count, size_t size)
{
    ja_arena arena;
    ja_arena_init(&arena);
    ja_work work = {&arena, count, size, 0};
    assert_false(ja_arena_run(&arena, allocate, &work));
    assert_int_equal(work.reached, 1);
    assert_null(arena.on_failure);
    work = (ja_work){&arena, 1, 10, 0}; /* the arena is still good */
    assert_true(ja_arena_run(&arena, allocate, &work));
    assert_int_equal(work.reached, 2);
    ja_arena_clear(&arena);
}

static void test_overflow(void **state)
{
    (void)state;
    expect_overflow(SIZE_MAX, 2);
    expect_overflow(2, SIZE_MAX);
    expect_overflow(SIZE_MAX, 1); /* the rounding up would overflow */
    expect_overflow(SIZE_MAX / 16 + 2, 16);
    expect_overflow(((size_t)1 << 32) + 1, (size_t)1 << 32);
}

static void allocate_many(void *context)
{
    ja_work *work = context;
    for (; work->reached < 1000; work->reached++)
        memset(ja_alloc(work->arena, 1, 1000), work->reached, 1000);
}

static void test_failing_blocks(void **state)
{
    (void)state;
    int reached_before = -1;
    for (long block = 1; block <= 5; block++) {
        ja_arena arena;
        ja_arena_init(&arena);
        ja_work work = {.arena = &arena};
        ja_arena_fail_after(block);
        assert_false(ja_arena_run(&arena, allocate_many, &work));
        assert_true(work.reached > reached_before); /* each block holds at least one */
        reached_before = work.reached;
        assert_true(ja_arena_run(&arena, allocate_many, &work)); /* only that one failed */
        assert_int_equal(work.reached, 1000);
        ja_arena_clear(&arena);
    }
    ja_arena_fail_after(0);
}

typedef struct ja_nest {
    ja_arena *outer, *inner;
    bool inner_finished, went_on;
    bool fail_outside;
} ja_nest;

static void fail_inner(void *context)
{
    ja_nest *nest = context;
    (void)ja_alloc(nest->inner, SIZE_MAX, 2);
}

static void run_inner(void *context)
{
    ja_nest *nest = context;
    nest->inner_finished = ja_arena_run(nest->inner, fail_inner, nest);
    nest->went_on = true;
    if (nest->fail_outside)
        (void)ja_alloc(nest->outer, SIZE_MAX, 2);
}

static void test_nested_runs(void **state)
{
    (void)state;
    for (int same = 0; same < 2; same++) {
        for (int fails = 0; fails < 2; fails++) {
            ja_arena one, other;
            ja_arena_init(&one);
            ja_arena_init(&other);
            ja_nest nest = {&one, same ? &one : &other, true, false, fails};
            assert_int_equal(ja_arena_run(&one, run_inner, &nest), !fails);
            assert_false(nest.inner_finished);
            assert_true(nest.went_on);
            assert_null(one.on_failure);
            assert_null(other.on_failure);
            ja_arena_clear(&one);
            ja_arena_clear(&other);
        }
    }
}

static void test_growing_array(void **state)
{
    ja_arena arena;
    (void)state;
    ja_arena_init(&arena);
    int *numbers = NULL;
    size_t count = 0, capacity = 0, moves = 0;
    for (int i = 0; i < 10000; i++) {
        int *before = numbers;
        size_t capacity_before = capacity;
        JA_PUSH(&arena, numbers, count, capacity, i * 3);
        assert_true(count <= capacity);
        if (capacity != capacity_before)
            moves++;
        else
            assert_ptr_equal(numbers, before);
    }
    assert_int_equal(count, 10000);
    assert_in_range(moves, 2, 14); /* it doubles */
    for (int i = 0; i < 10000; i++)
        assert_int_equal(numbers[i], i * 3);
    ja_arena_clear(&arena);
}

static void test_copies(void **state)
{
    ja_arena arena;
    (void)state;
    ja_arena_init(&arena);
    char source[] = "abcdef";
    char *copy = ja_copy(&arena, source, 3);
    source[0] = 'X';
    assert_string_equal(copy, "abc");
    assert_string_equal(ja_copy(&arena, NULL, 0), "");
    assert_memory_equal(ja_copy(&arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(ja_copy_string(&arena, "word"), "word");
    assert_null(ja_copy_string(&arena, NULL));
    assert_string_equal(ja_format(&arena, "%s-%d", "c", 12), "c-12");
    assert_string_equal(ja_format(&arena, "%s", ""), "");
    assert_int_equal(strlen(ja_format(&arena, "%5000d", 1)), 5000);
    ja_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alignment_and_zeros),
        cmocka_unit_test(test_large_blocks),
        cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_failing_blocks),
        cmocka_unit_test(test_nested_runs),
        cmocka_unit_test(test_growing_array),
        cmocka_unit_test(test_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
