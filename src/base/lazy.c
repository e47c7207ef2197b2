#include "base/lazy.h"

bool ja_lazy_load(ja_lazy *lazy, void (*load)(void *context), void *context)
{
    if (atomic_load_explicit(&lazy->ready, memory_order_acquire))
        return true;
    pthread_mutex_lock(&lazy->lock);
    bool ready = lazy->ready;
    if (!ready) {
        ja_arena_init(&lazy->arena);
        ready = ja_arena_run(&lazy->arena, load, context);
        if (!ready)
            ja_arena_clear(&lazy->arena);
        atomic_store_explicit(&lazy->ready, ready, memory_order_release);
    }
    pthread_mutex_unlock(&lazy->lock);
    return ready;
}
