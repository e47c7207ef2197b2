/* The hash map. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/map.h"

static void test_empty(void **state)
{
    ja_arena arena;
    ja_map map;
    (void)state;
    ja_arena_init(&arena);
    ja_map_init(&map, &arena);
    assert_null(ja_map_get(&map, JA_SLICE("a")));
    assert_null(ja_map_get(&map, JA_SLICE("")));
    ja_arena_clear(&arena);
}

static void test_put_and_get(void **state)
{
    ja_arena arena;
    ja_map map;
    bool added = false;
    (void)state;
    ja_arena_init(&arena);
    ja_map_init(&map, &arena);
    char key[] = "key";
    assert_int_equal(*ja_map_put(&map, ja_slice_of(key), 7, &added), 7);
    assert_true(added);
    key[0] = 'X'; /* the key was copied */
    assert_int_equal(*ja_map_get(&map, JA_SLICE("key")), 7);
    assert_null(ja_map_get(&map, JA_SLICE("Xey")));
    size_t *place = ja_map_put(&map, JA_SLICE("key"), 9, &added);
    assert_false(added);
    assert_int_equal(*place, 7); /* what is there stays */
    *place = 11;
    assert_int_equal(*ja_map_get(&map, JA_SLICE("key")), 11);
    assert_int_equal(map.count, 1);
    ja_map_put(&map, JA_SLICE("other"), 3, NULL);
    assert_int_equal(map.count, 2);
    ja_arena_clear(&arena);
}

static void test_odd_keys(void **state)
{
    ja_arena arena;
    ja_map map;
    bool added;
    (void)state;
    ja_arena_init(&arena);
    ja_map_init(&map, &arena);
    ja_map_put(&map, JA_SLICE("a\0b"), 1, NULL);
    ja_map_put(&map, JA_SLICE("a\0c"), 2, &added);
    assert_true(added);
    ja_map_put(&map, JA_SLICE("a"), 3, &added);
    assert_true(added);
    ja_map_put(&map, JA_SLICE("\0"), 4, &added);
    assert_true(added);
    ja_map_put(&map, (ja_slice){NULL, 0}, 5, &added);
    assert_true(added);
    assert_int_equal(*ja_map_get(&map, JA_SLICE("a\0b")), 1);
    assert_int_equal(*ja_map_get(&map, JA_SLICE("a\0c")), 2);
    assert_int_equal(*ja_map_get(&map, JA_SLICE("a")), 3);
    assert_int_equal(*ja_map_get(&map, JA_SLICE("\0")), 4);
    assert_int_equal(*ja_map_get(&map, JA_SLICE("")), 5);
    assert_null(ja_map_get(&map, JA_SLICE("a\0")));
    ja_arena_clear(&arena);
}

static ja_slice number_key(char *room, size_t number)
{
    return (ja_slice){room, (size_t)sprintf(room, "key %zu", number)};
}

static void test_many_keys(void **state)
{
    enum { MANY = 50000 };
    ja_arena arena;
    ja_map map;
    char room[32];
    bool added;
    (void)state;
    ja_arena_init(&arena);
    ja_map_init(&map, &arena);
    for (size_t i = 0; i < MANY; i++) {
        ja_map_put(&map, number_key(room, i), i * 2, &added);
        assert_true(added);
        assert_int_equal(map.count, i + 1);
        assert_true(map.capacity > map.count); /* a free slot ends every search */
        assert_int_equal(map.capacity & (map.capacity - 1), 0);
    }
    for (size_t i = 0; i < MANY; i++) {
        size_t *value = ja_map_get(&map, number_key(room, i));
        assert_non_null(value);
        assert_int_equal(*value, i * 2);
        assert_null(ja_map_get(&map, number_key(room, MANY + i)));
    }
    ja_map_put(&map, number_key(room, 123), 0, &added);
    assert_false(added);
    assert_int_equal(map.count, MANY);
    ja_arena_clear(&arena);
}

/* The hash is written into files: it must never change. FNV-1a of the bytes (offset basis
 * cbf29ce484222325, prime 100000001b3), then the finaliser of MurmurHash3, worked out anew. */
static void test_stable_hash(void **state)
{
    (void)state;
    uint64_t hash = UINT64_C(0xaf63dc4c8601ec8c); /* FNV-1a of "a", from its authors' test list */
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    hash ^= hash >> 33;
    assert_true(ja_hash_stable(0, JA_SLICE("a")) == hash);
    assert_true(ja_hash_stable(0, JA_SLICE("a")) != ja_hash_stable(0, JA_SLICE("b")));
    assert_true(ja_hash_stable(0, JA_SLICE("")) != ja_hash_stable(0, JA_SLICE("\0")));
    assert_true(ja_hash_stable(0, JA_SLICE("\xFF")) != ja_hash_stable(0, JA_SLICE("\x7F")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),       cmocka_unit_test(test_put_and_get),
        cmocka_unit_test(test_odd_keys),    cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_stable_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
