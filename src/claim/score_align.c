/* Which of gold's actors each claimed one is: the one with whom he shares the most names, his main
 * name counting three times; among equals the one whose id comes last. */
#include <string.h>

#include "base/map.h"
#include "claim/score.h"

/* One who bears a name. */
typedef struct bearer {
    size_t actor;
    size_t next; /* another bearer of the same name, or JACCUSE_NONE */
} bearer;

typedef struct name_entry {
    size_t bearer;
    size_t counted_for; /* 1 + the claimed actor that it was counted for last */
} name_entry;

typedef struct vote {
    size_t count;
    size_t counted_for;
} vote;

typedef struct electorate {
    ja_arena *arena;
    const ja_sheet *gold;
    ja_map index; /* folded name -> entry */
    name_entry *entries;
    size_t entry_count, entry_capacity;
    bearer *bearers;
    size_t bearer_count, bearer_capacity;
    vote *votes; /* for each actor of gold */
} electorate;

static void enter_name(electorate *names, size_t actor, ja_slice name)
{
    bool added;
    size_t place = *ja_map_put(&names->index, name, names->entry_count, &added);
    if (added)
        JA_PUSH(names->arena, names->entries, names->entry_count, names->entry_capacity,
                ((name_entry){JACCUSE_NONE, 0}));
    name_entry *entry = &names->entries[place];
    if (!added && names->bearers[entry->bearer].actor == actor)
        return; /* he bears it twice */
    bearer one = {actor, entry->bearer};
    entry->bearer = names->bearer_count;
    JA_PUSH(names->arena, names->bearers, names->bearer_count, names->bearer_capacity, one);
}

static electorate enter_gold(ja_arena *arena, const ja_sheet *gold)
{
    electorate names = {.arena = arena, .gold = gold};
    ja_map_init(&names.index, arena);
    names.votes = JA_NEW_N(arena, vote, gold->actor_count);
    for (size_t i = 0; i < gold->actor_count; i++)
        for (size_t k = 0; k < gold->actors[i].name_count; k++)
            if (gold->actors[i].names[k].length > 0)
                enter_name(&names, i, gold->actors[i].names[k]);
    return names;
}

static bool is_better(const electorate *names, size_t actor, size_t best)
{
    if (best == JACCUSE_NONE || actor == best)
        return true;
    size_t count = names->votes[actor].count, most = names->votes[best].count;
    return count > most || (count == most && strcmp(names->gold->actors[actor].id,
                                                    names->gold->actors[best].id) > 0);
}

/* Everybody in gold who bears the name gets `weight` votes of the elector; the best so far. */
static size_t vote_by(electorate *names, size_t elector, ja_slice name, size_t weight, size_t best)
{
    const size_t *place = ja_map_get(&names->index, name);
    if (!place || names->entries[*place].counted_for == elector + 1)
        return best;
    names->entries[*place].counted_for = elector + 1;
    for (size_t b = names->entries[*place].bearer; b != JACCUSE_NONE; b = names->bearers[b].next) {
        size_t actor = names->bearers[b].actor;
        vote *given = &names->votes[actor];
        if (given->counted_for != elector + 1)
            *given = (vote){0, elector + 1};
        given->count += weight;
        if (is_better(names, actor, best))
            best = actor;
    }
    return best;
}

/* Looks up along `of` until there is one whom gold knows. */
static void look_above(ja_arena *arena, const ja_sheet *claims, ja_alignment *out)
{
    size_t *walk = JA_NEW_N(arena, size_t, claims->actor_count); /* that came by last */
    bool *done = JA_NEW_N(arena, bool, claims->actor_count);
    for (size_t i = 0; i < claims->actor_count; i++) {
        size_t at = i;
        while (!done[at] && walk[at] != i + 1 && out->himself[at] == JACCUSE_NONE) {
            walk[at] = i + 1;
            if (claims->actors[at].of == JACCUSE_NONE)
                break;
            at = claims->actors[at].of;
        }
        size_t found = done[at] ? out->above[at] : out->himself[at];
        out->above[at] = found;
        done[at] = true;
        for (size_t k = i; !done[k]; k = claims->actors[k].of) {
            out->above[k] = found;
            done[k] = true;
        }
    }
}

ja_alignment ja_score_align(ja_arena *arena, const ja_sheet *gold, const ja_sheet *claims)
{
    ja_alignment out = {JA_NEW_N(arena, size_t, claims->actor_count),
                        JA_NEW_N(arena, size_t, claims->actor_count)};
    electorate names = enter_gold(arena, gold);
    for (size_t i = 0; i < claims->actor_count; i++) {
        const ja_score_actor *actor = &claims->actors[i];
        out.himself[i] = JACCUSE_NONE;
        for (size_t k = 0; k < actor->name_count; k++)
            out.himself[i] = vote_by(&names, i, actor->names[k], k == 0 ? 3 : 1, out.himself[i]);
    }
    look_above(arena, claims, &out);
    return out;
}
