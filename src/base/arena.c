#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ja_block {
    ja_block *older;
    max_align_t data[];
};

static const size_t FIRST_BLOCK = 4096;
static const size_t LARGEST_BLOCK = (size_t)1 << 20;

static long fail_after; /* 0: never */

void ja_arena_fail_after(long blocks)
{
    fail_after = blocks;
}

void ja_arena_init(ja_arena *arena)
{
    *arena = (ja_arena){.block_size = FIRST_BLOCK};
}

void ja_arena_clear(ja_arena *arena)
{
    for (ja_block *block = arena->blocks; block;) {
        ja_block *older = block->older;
        free(block);
        block = older;
    }
    ja_arena_init(arena);
}

bool ja_arena_run(ja_arena *arena, void (*work)(void *context), void *context)
{
    jmp_buf place;
    jmp_buf *outer = arena->on_failure;
    arena->on_failure = &place;
    if (setjmp(place)) {
        arena->on_failure = outer;
        return false;
    }
    work(context);
    arena->on_failure = outer;
    return true;
}

static void fail(ja_arena *arena)
{
    if (!arena->on_failure)
        abort(); /* a programming error: work outside of ja_arena_run */
    longjmp(*arena->on_failure, 1);
}

static void add_block(ja_arena *arena, size_t least)
{
    size_t size = least > arena->block_size ? least : arena->block_size;
    bool refused = fail_after > 0 && --fail_after == 0;
    ja_block *block =
        refused || size > SIZE_MAX - sizeof *block ? NULL : malloc(sizeof *block + size);
    if (!block)
        fail(arena);
    block->older = arena->blocks;
    arena->blocks = block;
    arena->at = (char *)block->data;
    arena->end = arena->at + size;
    if (arena->block_size < LARGEST_BLOCK)
        arena->block_size *= 2;
}

/* What a thing of that size may need: the largest power of two that divides it, up to the largest that
 * anything needs. */
static size_t alignment_of(size_t size)
{
    size_t largest = alignof(max_align_t), lowest_bit = size & (~size + 1);
    return lowest_bit == 0 || lowest_bit > largest ? largest : lowest_bit;
}

/* Not zeroed. */
static void *take(ja_arena *arena, size_t count, size_t size)
{
    size_t align = alignment_of(size), gap = -(uintptr_t)arena->at & (align - 1), bytes, least;
    if (__builtin_mul_overflow(count, size, &bytes) || __builtin_add_overflow(bytes, gap, &least))
        fail(arena);
    if (!arena->at || least > (size_t)(arena->end - arena->at)) {
        add_block(arena, bytes);
        gap = 0;
    }
    void *result = arena->at + gap;
    arena->at += gap + bytes;
    return result;
}

void *ja_alloc(ja_arena *arena, size_t count, size_t size)
{
    return memset(take(arena, count, size), 0, count * size);
}

void *ja_grow(ja_arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *moved = ja_alloc(arena, larger, size);
    if (count)
        memcpy(moved, array, count * size);
    *capacity = larger;
    return moved;
}

char *ja_copy(ja_arena *arena, const char *bytes, size_t length)
{
    char *copy = take(arena, length + 1, 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *ja_copy_string(ja_arena *arena, const char *string)
{
    return string ? ja_copy(arena, string, strlen(string)) : NULL;
}

char *ja_format(ja_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        fail(arena);
    char *result = ja_alloc(arena, (size_t)length + 1, 1);
    va_start(arguments, format);
    vsnprintf(result, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return result;
}
