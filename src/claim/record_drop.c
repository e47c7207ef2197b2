/* Taking claims out of a record that is finished. */
#include "base/error.h"
#include "base/map.h"
#include "claim/record.h"

typedef struct drop_work {
    ja_record *record;
    const char *const *ids;
    size_t count;
} drop_work;

/* The claims that stay, in their order; each old index is given its new one, or JACCUSE_NONE. */
static void keep_others(ja_record *record, const ja_map *dropped, size_t *moved)
{
    jaccuse_record *out = &record->public;
    jaccuse_claim *claims = JA_NEW_N(&record->arena, jaccuse_claim, out->claim_count);
    size_t kept = 0;
    for (size_t i = 0; i < out->claim_count; i++) {
        bool stays = !ja_map_get(dropped, ja_slice_of(out->claims[i].id));
        moved[i] = stays ? kept : JACCUSE_NONE;
        if (stays)
            claims[kept++] = out->claims[i];
    }
    for (size_t i = 0; i < kept; i++) {
        jaccuse_refs old = claims[i].answers;
        size_t *answers = JA_NEW_N(&record->arena, size_t, old.count), count = 0;
        for (size_t k = 0; k < old.count; k++)
            if (moved[old.at[k]] != JACCUSE_NONE)
                answers[count++] = moved[old.at[k]];
        claims[i].answers = (jaccuse_refs){answers, count};
    }
    out->claims = claims;
    out->claim_count = kept;
}

static void drop(void *context)
{
    drop_work *work = context;
    ja_map dropped;
    ja_map_init(&dropped, &work->record->arena);
    for (size_t i = 0; i < work->count; i++) {
        bool added;
        ja_map_put(&dropped, ja_slice_of(work->ids[i]), i, &added);
    }
    size_t *moved = JA_NEW_N(&work->record->arena, size_t, work->record->public.claim_count);
    keep_others(work->record, &dropped, moved);
    ja_record_make_triples(work->record);
}

jaccuse_status jaccuse_record_drop(jaccuse_record *record, const char *const *ids, size_t count,
                                   jaccuse_error *error)
{
    drop_work work = {(ja_record *)record, ids, count};
    bool done = ja_arena_run(&work.record->arena, drop, &work);
    return done ? JACCUSE_OK : ja_fail_memory(error);
}
