#include "claim/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/unicode.h"

static const char *const kind_names[JACCUSE_KIND_COUNT] = {
    "person", "state", "government", "company", "media", "organisation", "group",
};
static const char *const act_names[JACCUSE_ACT_COUNT] = {"accuse", "deny", "decline"};
static const char *const certainty_names[JACCUSE_CERTAINTY_COUNT] = {"suspected", "alleged",
                                                                     "asserted"};

/* The index of `name` in `names`, or `count`. */
static unsigned index_of(const char *const *names, unsigned count, const char *name)
{
    unsigned i = 0;
    while (i < count && !(name && strcmp(names[i], name) == 0))
        i++;
    return i;
}

const char *jaccuse_kind_name(jaccuse_kind kind)
{
    return kind < JACCUSE_KIND_COUNT ? kind_names[kind] : NULL;
}

const char *jaccuse_act_name(jaccuse_act act)
{
    return act < JACCUSE_ACT_COUNT ? act_names[act] : NULL;
}

const char *jaccuse_certainty_name(jaccuse_certainty certainty)
{
    return certainty < JACCUSE_CERTAINTY_COUNT ? certainty_names[certainty] : NULL;
}

jaccuse_kind jaccuse_kind_from_name(const char *name)
{
    return (jaccuse_kind)index_of(kind_names, JACCUSE_KIND_COUNT, name);
}

jaccuse_act jaccuse_act_from_name(const char *name)
{
    return (jaccuse_act)index_of(act_names, JACCUSE_ACT_COUNT, name);
}

jaccuse_certainty jaccuse_certainty_from_name(const char *name)
{
    return (jaccuse_certainty)index_of(certainty_names, JACCUSE_CERTAINTY_COUNT, name);
}

ja_record *ja_record_new(void)
{
    ja_record *record = calloc(1, sizeof *record);
    if (record)
        ja_arena_init(&record->arena);
    return record;
}

void jaccuse_record_free(jaccuse_record *record)
{
    if (!record)
        return;
    ja_record *whole = (ja_record *)record;
    ja_arena_clear(&whole->arena);
    free(whole);
}

typedef struct triple_list {
    ja_arena *arena;
    jaccuse_triple *at;
    size_t count, capacity;
    bool overflow;
} triple_list;

static void add_triple(triple_list *list, jaccuse_triple triple)
{
    if (list->count < JA_MAX_TRIPLES)
        JA_PUSH(list->arena, list->at, list->count, list->capacity, triple);
    else
        list->overflow = true;
}

static bool refers_to(jaccuse_refs refs, size_t index)
{
    for (size_t i = 0; i < refs.count; i++)
        if (refs.at[i] == index)
            return true;
    return false;
}

/* The triples of one accuser and one accused of an accusation. */
static void add_pair(triple_list *list, const jaccuse_record *record, jaccuse_triple pair)
{
    bool answered = false;
    for (size_t i = 0; i < record->claim_count; i++) {
        const jaccuse_claim *denial = &record->claims[i];
        if (denial->act != JACCUSE_DENY || !refers_to(denial->answers, pair.accusation))
            continue;
        for (size_t d = 0; d < denial->by.count; d++) {
            pair.denier = denial->by.at[d];
            pair.denial = i;
            add_triple(list, pair);
            answered = true;
        }
    }
    if (!answered)
        add_triple(list, pair);
}

bool ja_record_make_triples(ja_record *record)
{
    triple_list list = {.arena = &record->arena};
    jaccuse_record *out = &record->public;
    for (size_t i = 0; i < out->claim_count && !list.overflow; i++) {
        const jaccuse_claim *claim = &out->claims[i];
        if (claim->act != JACCUSE_ACCUSE)
            continue;
        size_t accusers = claim->by.count ? claim->by.count : 1;
        for (size_t b = 0; b < accusers; b++) {
            size_t accuser = claim->by.count ? claim->by.at[b] : JACCUSE_NONE;
            for (size_t a = 0; a < claim->against.count && !list.overflow; a++)
                add_pair(
                    &list, out,
                    (jaccuse_triple){accuser, claim->against.at[a], JACCUSE_NONE, i, JACCUSE_NONE});
        }
    }
    out->triples = list.at;
    out->triple_count = list.count;
    return !list.overflow;
}

const char *ja_fingerprint(ja_arena *arena, ja_slice text)
{
    ja_slice folded = ja_fold(arena, text);
    char *words = ja_alloc(arena, folded.length + 1, 1);
    size_t used = 0;
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        if (ja_is_letter(character) || ja_is_digit(character)) {
            memcpy(words + used, folded.at + at, length);
            used += length;
        }
    }
    ja_slice bytes = {words, used};
    return ja_format(arena, "%016llx%016llx", (unsigned long long)ja_hash_stable(1, bytes),
                     (unsigned long long)ja_hash_stable(2, bytes));
}
