#include "claim/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

static const char *const kind_names[JACCUSE_KIND_COUNT] = {
    "person", "state", "government", "company", "media", "organisation", "group",
};
static const char *const act_names[JACCUSE_ACT_COUNT] = {"accuse", "deny", "decline"};
static const char *const certainty_names[JACCUSE_CERTAINTY_COUNT] = {"suspected", "alleged",
                                                                     "asserted"};

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

jaccuse_kind ja_actor_kind_of(ja_slice name)
{
    return (jaccuse_kind)ja_index_of(kind_names, JACCUSE_KIND_COUNT, name);
}

jaccuse_kind jaccuse_kind_from_name(const char *name)
{
    return ja_actor_kind_of(ja_slice_of(name));
}

jaccuse_act jaccuse_act_from_name(const char *name)
{
    return (jaccuse_act)ja_index_of(act_names, JACCUSE_ACT_COUNT, ja_slice_of(name));
}

jaccuse_certainty jaccuse_certainty_from_name(const char *name)
{
    return (jaccuse_certainty)ja_index_of(certainty_names, JACCUSE_CERTAINTY_COUNT,
                                          ja_slice_of(name));
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

bool ja_answers_rightly(const jaccuse_record *record, const jaccuse_claim *claim)
{
    bool right = claim->answers.count == 0 || claim->act == JACCUSE_DENY;
    for (size_t i = 0; i < claim->answers.count; i++)
        right = right && record->claims[claim->answers.at[i]].act == JACCUSE_ACCUSE;
    return right;
}

/* The denials that answer each claim: those of claim i stand at denials[first[i] .. first[i + 1]),
 * in their own order. */
typedef struct answer_index {
    size_t *first, *denials;
} answer_index;

static answer_index index_answers(ja_arena *arena, const jaccuse_record *record)
{
    answer_index index = {.first = JA_NEW_N(arena, size_t, record->claim_count + 2)};
    size_t total = 0;
    for (size_t i = 0; i < record->claim_count; i++)
        for (size_t k = 0; k < record->claims[i].answers.count; k++, total++)
            index.first[record->claims[i].answers.at[k] + 2]++;
    for (size_t i = 2; i < record->claim_count + 2; i++)
        index.first[i] += index.first[i - 1];
    index.denials = JA_NEW_N(arena, size_t, total);
    for (size_t i = 0; i < record->claim_count; i++)
        for (size_t k = 0; k < record->claims[i].answers.count; k++)
            index.denials[index.first[record->claims[i].answers.at[k] + 1]++] = i;
    return index;
}

typedef struct triple_list {
    ja_arena *arena;
    const jaccuse_record *record;
    answer_index answers;
    jaccuse_triple *at;
    size_t count, capacity;
} triple_list;

static bool is_full(const triple_list *list)
{
    return list->count >= JA_MAX_TRIPLES;
}

static void add_triple(triple_list *list, jaccuse_triple triple)
{
    if (!is_full(list))
        JA_PUSH(list->arena, list->at, list->count, list->capacity, triple);
}

/* The triples of one accuser and one accused of an accusation. */
static void add_pair(triple_list *list, jaccuse_triple pair)
{
    size_t before = list->count;
    size_t end = list->answers.first[pair.accusation + 1];
    for (size_t i = list->answers.first[pair.accusation]; i < end && !is_full(list); i++) {
        pair.denial = list->answers.denials[i];
        jaccuse_refs by = list->record->claims[pair.denial].by;
        for (size_t d = 0; d < by.count; d++) {
            pair.denier = by.at[d];
            add_triple(list, pair);
        }
    }
    pair.denier = pair.denial = JACCUSE_NONE;
    if (list->count == before)
        add_triple(list, pair);
}

static void add_accusation(triple_list *list, size_t index)
{
    const jaccuse_claim *claim = &list->record->claims[index];
    size_t accusers = claim->by.count ? claim->by.count : 1;
    for (size_t b = 0; b < accusers; b++) {
        size_t accuser = claim->by.count ? claim->by.at[b] : JACCUSE_NONE;
        for (size_t a = 0; a < claim->against.count && !is_full(list); a++)
            add_pair(list, (jaccuse_triple){accuser, claim->against.at[a], JACCUSE_NONE, index,
                                            JACCUSE_NONE});
    }
}

void ja_record_make_triples(ja_record *record)
{
    jaccuse_record *out = &record->public;
    triple_list list = {.arena = &record->arena, .record = out};
    list.answers = index_answers(&record->arena, out);
    for (size_t i = 0; i < out->claim_count && !is_full(&list); i++)
        if (out->claims[i].act == JACCUSE_ACCUSE)
            add_accusation(&list, i);
    out->triples = list.at;
    out->triple_count = list.count;
}
