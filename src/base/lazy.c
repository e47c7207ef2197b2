#include "base/lazy.h"

bool ja_lazy_load(ja_lazy *lazy, void (*load)(void *context), void *context)
{
    pthread_mutex_lock(&lazy->lock);
    if (!lazy->ready) {
        ja_arena_init(&lazy->arena);
        lazy->ready = ja_arena_run(&lazy->arena, load, context);
        if (!lazy->ready)
            ja_arena_clear(&lazy->arena);
    }
    bool ready = lazy->ready;
    pthread_mutex_unlock(&lazy->lock);
    return ready;
}
