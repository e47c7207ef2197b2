/* cmocka with an arena that is fresh for every test of the program:
 *     cmocka_unit_test_setup_teardown(test_x, open_arena, close_arena) */
#ifndef ARENA_FIXTURE_H
#define ARENA_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static ja_arena arena;

static inline int open_arena(void **state)
{
    (void)state;
    ja_arena_init(&arena);
    return 0;
}

static inline int close_arena(void **state)
{
    (void)state;
    ja_arena_clear(&arena);
    return 0;
}

/* A copy that is aligned for anything, as models must be. */
static inline char *copy_aligned(const char *bytes, size_t length)
{
    char *copy = (char *)JA_NEW_N(&arena, max_align_t, length / sizeof(max_align_t) + 1);
    return memcpy(copy, bytes, length);
}

#endif
