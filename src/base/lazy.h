/* Data that is loaded at the first use and kept until the process ends: the tables of a language.
 * A load that memory fails is undone and tried again at the next use. Thread-safe. */
#ifndef JA_LAZY_H
#define JA_LAZY_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"

typedef struct ja_lazy {
    pthread_mutex_t lock;
    atomic_bool ready;
    ja_arena arena; /* what is loaded lives here */
} ja_lazy;

#define JA_LAZY_INIT                                                                               \
    {                                                                                              \
        .lock = PTHREAD_MUTEX_INITIALIZER                                                          \
    }

/* Runs load(context), which fills lazy->arena, unless it has succeeded before. False: no memory;
 * `load` must start from nothing when it is called again. */
bool ja_lazy_load(ja_lazy *lazy, void (*load)(void *context), void *context);

#endif
