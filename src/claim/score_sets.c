/* The sets that are compared: pairs of accusers and accused, of deniers and accused, and triples.
 */
#include "base/map.h"
#include "claim/score.h"

typedef struct collection {
    ja_arena *arena;
    const ja_sheet *sheet;
    const size_t *number; /* for each actor */
    ja_tuple_set *sets;
    bool *answered; /* for each claim: by somebody */
} collection;

static ja_slice key_of(const ja_tuple *tuple)
{
    return (ja_slice){(const char *)tuple->side, sizeof tuple->side};
}

const ja_tuple *ja_tuple_find(const ja_tuple_set *set, const ja_tuple *like)
{
    const size_t *place = ja_map_get(set->index, key_of(like));
    return place && !set->at[*place].left_out ? &set->at[*place] : NULL;
}

/* What is told again is optional only where it is optional each time. */
static ja_tuple *add(ja_arena *arena, ja_tuple_set *set, ja_tuple tuple)
{
    bool added;
    size_t place = *ja_map_put(set->index, key_of(&tuple), set->count, &added);
    if (added)
        JA_PUSH(arena, set->at, set->count, set->capacity, tuple);
    else
        set->at[place].optional = set->at[place].optional && tuple.optional;
    return &set->at[place];
}

static size_t side_of(const collection *work, jaccuse_refs refs, size_t index)
{
    return refs.count ? work->number[refs.at[index]] : JA_NOBODY;
}

/* The pair stands if the denial does, whichever optional accusation it also answers. */
static void add_answer(collection *work, const ja_score_claim *denial, size_t index)
{
    const ja_score_claim *target = &work->sheet->claims[index];
    bool optional = denial->optional || target->optional;
    size_t accusers = target->by.count ? target->by.count : 1;
    for (size_t d = 0; d < denial->by.count; d++)
        for (size_t a = 0; a < target->against.count; a++) {
            size_t denier = side_of(work, denial->by, d);
            size_t accused = side_of(work, target->against, a);
            add(work->arena, &work->sets[JACCUSE_SCORE_DENIALS],
                (ja_tuple){{JA_NOBODY, accused, denier}, denial->optional, false});
            for (size_t b = 0; b < accusers; b++)
                add(work->arena, &work->sets[JACCUSE_SCORE_TRIPLES],
                    (ja_tuple){{side_of(work, target->by, b), accused, denier}, optional, false});
        }
    work->answered[index] = work->answered[index] || denial->by.count > 0;
}

static void add_accusation(collection *work, size_t index)
{
    const ja_score_claim *claim = &work->sheet->claims[index];
    size_t accusers = claim->by.count ? claim->by.count : 1;
    for (size_t a = 0; a < claim->against.count; a++)
        for (size_t b = 0; b < accusers; b++) {
            ja_tuple pair = {
                {side_of(work, claim->by, b), side_of(work, claim->against, a), JA_NOBODY},
                claim->optional,
                false};
            add(work->arena, &work->sets[JACCUSE_SCORE_ACCUSATIONS], pair);
            if (!work->answered[index])
                add(work->arena, &work->sets[JACCUSE_SCORE_TRIPLES], pair);
        }
}

/* A triple without denier beside an answered one of the same two says nothing more; where only
 * optional denials answer it, it may be told bare. */
static void settle_bare_triples(ja_arena *arena, ja_tuple_set *triples)
{
    size_t count = triples->count;
    bool *answered = JA_NEW_N(arena, bool, count * 2); /* bare triples; those are added as well */
    for (size_t i = 0; i < count; i++) {
        ja_tuple triple = triples->at[i];
        if (triple.side[2] == JA_NOBODY)
            continue;
        ja_tuple *bare = add(arena, triples,
                             (ja_tuple){{triple.side[0], triple.side[1], JA_NOBODY}, true, false});
        answered[bare - triples->at] = true;
        bare->left_out = bare->left_out || !triple.optional;
    }
    for (size_t i = 0; i < triples->count; i++)
        if (answered[i])
            triples->at[i].optional = true;
}

void ja_score_collect(ja_arena *arena, const ja_sheet *sheet, const size_t *number,
                      ja_tuple_set out[JACCUSE_SCORE_PART_COUNT])
{
    collection work = {arena, sheet, number, out, JA_NEW_N(arena, bool, sheet->claim_count)};
    for (size_t part = 0; part < JACCUSE_SCORE_PART_COUNT; part++) {
        out[part] = (ja_tuple_set){.index = JA_NEW(arena, ja_map)};
        ja_map_init(out[part].index, arena);
    }
    for (size_t i = 0; i < sheet->claim_count; i++)
        for (size_t k = 0; k < sheet->claims[i].answers.count; k++)
            add_answer(&work, &sheet->claims[i], sheet->claims[i].answers.at[k]);
    for (size_t i = 0; i < sheet->claim_count; i++)
        if (sheet->claims[i].act == JACCUSE_ACCUSE)
            add_accusation(&work, i);
    settle_bare_triples(arena, &out[JACCUSE_SCORE_TRIPLES]);
}
