#include "tools/train/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static void *must(void *memory)
{
    if (!memory) {
        fprintf(stderr, "train: out of memory\n");
        exit(4);
    }
    return memory;
}

void *ja_must_alloc(size_t count, size_t size)
{
    return must(calloc(count ? count : 1, size));
}

void *ja_must_realloc(void *memory, size_t count, size_t size)
{
    return must(count > SIZE_MAX / size ? NULL : realloc(memory, count * size));
}
