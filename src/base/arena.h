/* Memory that is freed all at once: one arena an article, one a network.
 *
 * An allocation never returns NULL. When memory is out, the work that ja_arena_run started is
 * left and ja_arena_run returns false; so all work on an arena happens inside a ja_arena_run,
 * and only its caller has to deal with the failure. Work that is left that way must hold no
 * other resource than arenas.
 */
#ifndef JA_ARENA_H
#define JA_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct ja_block ja_block;

typedef struct ja_arena {
    ja_block *blocks;
    char *at, *end;    /* free room in the newest block */
    size_t block_size; /* of the next block */
    jmp_buf *on_failure;
} ja_arena;

void ja_arena_init(ja_arena *arena);
void ja_arena_clear(ja_arena *arena);

/* Runs work(context). False: an allocation from `arena` failed and the work was left there. */
bool ja_arena_run(ja_arena *arena, void (*work)(void *context), void *context);

/* count * size bytes, zeroed and aligned for any type of that size; the product is checked. */
void *ja_alloc(ja_arena *arena, size_t count, size_t size);
#define JA_NEW(arena, type)          ((type *)ja_alloc((arena), 1, sizeof(type)))
#define JA_NEW_N(arena, type, count) ((type *)ja_alloc((arena), (count), sizeof(type)))

/* Makes room for one more element in a growing array of the arena: returns the array, moved and
 * doubled where `count` has reached *capacity. */
void *ja_grow(ja_arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Appends to an array declared as `type *name; size_t name_count, name_capacity;`. */
#define JA_PUSH(arena, array, count, capacity, value)                                              \
    ((array) = ja_grow((arena), (array), (count), &(capacity), sizeof *(array)),                   \
     (array)[(count)++] = (value))

/* Copies, NUL-terminated. ja_copy_string(arena, NULL) is NULL. */
char *ja_copy(ja_arena *arena, const char *bytes, size_t length);
char *ja_copy_string(ja_arena *arena, const char *string);

/* printf into the arena. */
char *ja_format(ja_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Test only: the n-th block request from now on fails (0: never). */
void ja_arena_fail_after(long blocks);

#endif
