/* Merging by name. Every stage (stages.c) puts the bearers of one key into a bucket; a bucket
 * becomes one actor but for what parts it: where a trait has several values, those of each are one,
 * and who does not tell his is none of them. Cost is linear in bearers, but for sorting. */
#include "network/same.h"

#include <stdlib.h>
#include <string.h>

static const size_t LONGEST_CHAIN = 16; /* of principals */

/* Three turns: bodies that are nobody's, so that all others know their principals; all bodies;
 * everybody. */
enum { TURN_COUNT = 3 };

/* ---- who is joined, and why ---- */

size_t ja_union_root(const jaccuse_network *network, size_t bearer)
{
    while (network->joined[bearer].up != bearer)
        bearer = network->joined[bearer].up;
    return bearer;
}

/* The smaller set goes below the larger, so that no way up is long. */
jaccuse_reason ja_reason_between(const jaccuse_network *network, size_t a, size_t b)
{
    const struct ja_union *joined = network->joined;
    jaccuse_reason weakest = JACCUSE_BY_GAZETTEER;
    while (a != b) {
        bool first = joined[b].up == b || (joined[a].up != a && joined[a].size <= joined[b].size);
        size_t *below = first ? &a : &b;
        if (joined[*below].up == *below)
            break; /* they are not one */
        if (joined[*below].why > weakest)
            weakest = joined[*below].why;
        *below = joined[*below].up;
    }
    return weakest;
}

static void unite(ja_merger *merger, size_t a, size_t b, jaccuse_reason why)
{
    struct ja_union *joined = merger->network->joined;
    a = ja_union_root(merger->network, a);
    b = ja_union_root(merger->network, b);
    if (a == b)
        return;
    bool swap = joined[a].size != joined[b].size ? joined[a].size < joined[b].size
                                                 : merger->rank[a] > merger->rank[b];
    size_t upper = swap ? b : a, lower = swap ? a : b;
    joined[lower].up = upper;
    joined[lower].why = why;
    joined[upper].size += joined[lower].size;
    for (ja_trait i = 0; i < JA_TRAIT_COUNT; i++)
        if (merger->traits[upper].at[i] == JACCUSE_NONE)
            merger->traits[upper].at[i] = merger->traits[lower].at[i];
}

static void doubt(ja_merger *merger, size_t a, size_t b, jaccuse_doubt why)
{
    jaccuse_network *network = merger->network;
    if (merger->turn + 1 == TURN_COUNT)
        JA_PUSH(&network->arena, network->doubts, network->doubt_count, network->doubt_capacity,
                ((ja_doubtful){a, b, why}));
}

/* ---- traits ---- */

size_t ja_value(ja_merger *merger, ja_slice text)
{
    return text.length ? *ja_map_put(&merger->values, text, merger->values.count, NULL)
                       : JACCUSE_NONE;
}

void ja_set_trait(ja_merger *merger, size_t bearer, ja_trait trait, size_t value)
{
    size_t *known = &merger->traits[ja_union_root(merger->network, bearer)].at[trait];
    if (*known == JACCUSE_NONE)
        *known = value;
}

static size_t class_of(jaccuse_kind kind)
{
    switch (kind) {
    case JACCUSE_GOVERNMENT:
        return 0;
    case JACCUSE_COMPANY:
    case JACCUSE_MEDIA:
        return 1;
    case JACCUSE_GROUP:
        return 2;
    default:
        return JACCUSE_NONE; /* an organisation may be any of these */
    }
}

static size_t family_of(jaccuse_kind kind)
{
    return kind == JACCUSE_PERSON ? 0 : kind == JACCUSE_STATE ? 1 : 2;
}

static bool is_firm(const ja_bearer *bearer)
{
    return bearer->known || (bearer->reach == JA_FREE && !bearer->described &&
                             bearer->kind != JACCUSE_PERSON && bearer->kind != JACCUSE_GROUP);
}

/* The last of the chain of principals who is somebody in his own name; a client, a crowd and "the
 * company" are not what tells one actor from another. */
static size_t principal_of(const jaccuse_network *network, const ja_bearer *bearer)
{
    size_t top = JACCUSE_NONE;
    for (size_t i = 0; i < LONGEST_CHAIN && bearer->principal != JACCUSE_NONE; i++) {
        size_t number = network->actors[network->actors[bearer->principal].home].bearer;
        if (number == JACCUSE_NONE)
            break;
        bearer = &network->bearers[number];
        if (is_firm(bearer))
            top = ja_union_root(network, number);
    }
    return top;
}

static void forget_trait(ja_merger *merger, ja_trait trait)
{
    for (size_t i = 0; i < merger->count; i++)
        merger->traits[i].at[trait] = JACCUSE_NONE;
}

static void learn_principals(ja_merger *merger)
{
    forget_trait(merger, JA_PRINCIPAL);
    for (size_t i = 0; i < merger->count; i++) {
        size_t bearer = merger->order[i];
        size_t root = principal_of(merger->network, &merger->network->bearers[bearer]);
        ja_set_trait(merger, bearer, JA_PRINCIPAL,
                     root == JACCUSE_NONE ? root : merger->rank[root]);
    }
}

/* ---- opponents ---- */

static bool is_local_body(const ja_bearer *bearer)
{
    return is_firm(bearer) && !bearer->known && bearer->kind != JACCUSE_STATE;
}

/* Those of one side who are bound to their article meet the first body of the other. */
static void oppose(ja_merger *merger, jaccuse_refs side, jaccuse_refs other)
{
    const jaccuse_network *network = merger->network;
    size_t body = JACCUSE_NONE;
    for (size_t i = 0; i < other.count && body == JACCUSE_NONE; i++) {
        size_t bearer = network->actors[other.at[i]].bearer;
        if (bearer != JACCUSE_NONE && is_local_body(&network->bearers[bearer]))
            body = bearer;
    }
    for (size_t i = 0; i < side.count && body != JACCUSE_NONE; i++) {
        size_t bearer = network->actors[side.at[i]].bearer;
        if (bearer != JACCUSE_NONE && network->bearers[bearer].reach == JA_BOUND &&
            merger->opponents[bearer] == JACCUSE_NONE)
            merger->opponents[bearer] = body;
    }
}

static void find_opponents(ja_merger *merger)
{
    const jaccuse_network *network = merger->network;
    merger->opponents = JA_NEW_N(&merger->network->arena, size_t, merger->count);
    for (size_t i = 0; i < merger->count; i++)
        merger->opponents[i] = JACCUSE_NONE;
    for (size_t i = 0; i < network->article_count; i++)
        for (size_t c = 0; c < network->articles[i]->claim_count; c++) {
            const ja_claim *claim = &network->articles[i]->claims[c];
            if (claim->kept) {
                oppose(merger, claim->by, claim->against);
                oppose(merger, claim->against, claim->by);
            }
        }
}

/* ---- a stage ---- */

static bool has_turn(const ja_merger *merger, size_t bearer)
{
    const ja_bearer *known = &merger->network->bearers[bearer];
    return merger->turn == 2 || (known->kind != JACCUSE_PERSON &&
                                 (merger->turn == 1 || known->principal == JACCUSE_NONE));
}

static void post(ja_merger *merger, const ja_stage *stage, size_t bearer)
{
    ja_slice keys[JA_MOST_KEYS];
    merger->first[bearer] = merger->posting_count;
    size_t count = has_turn(merger, bearer) ? stage->keys(merger, bearer, keys) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t key = *ja_map_put(&merger->keys, keys[i], merger->keys.count, NULL);
        JA_PUSH(merger->scratch, merger->postings, merger->posting_count, merger->posting_capacity,
                ((ja_posting){key, bearer}));
    }
}

static void post_all(ja_merger *merger, const ja_stage *stage)
{
    static const ja_trait own[] = {JA_GIVEN, JA_FORM, JA_MIDDLE_INITIALS, JA_MIDDLE_WORDS};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        forget_trait(merger, own[i]);
    ja_map_init(&merger->keys, merger->scratch);
    merger->postings = NULL;
    merger->posting_count = merger->posting_capacity = 0;
    for (size_t i = 0; i < merger->count; i++)
        post(merger, stage, merger->order[i]);
}

/* Whose keys are also others': by bearer. NULL: no key is. */
static bool *find_rivals(const ja_merger *merger)
{
    size_t *root = JA_NEW_N(merger->scratch, size_t, merger->keys.count); /* from 1 */
    bool *shared = JA_NEW_N(merger->scratch, bool, merger->keys.count), any = false;
    for (size_t p = 0; p < merger->posting_count; p++) {
        size_t key = merger->postings[p].key;
        size_t own = ja_union_root(merger->network, merger->postings[p].bearer) + 1;
        shared[key] = shared[key] || (root[key] && root[key] != own);
        any = any || shared[key];
        root[key] = own;
    }
    bool *rivals = any ? JA_NEW_N(merger->scratch, bool, merger->count) : NULL;
    for (size_t p = 0; p < merger->posting_count && any; p++)
        rivals[merger->postings[p].bearer] |= shared[merger->postings[p].key];
    return rivals;
}

/* Postings of a bearer stand together, from `first` on. */
static void contest(ja_merger *merger, const ja_article *article, const bool *rivals, size_t mark,
                    size_t *seen, size_t *root)
{
    for (size_t i = 0; i < article->bearer_count; i++) {
        size_t bearer = article->bearers[i];
        if (!rivals[bearer])
            continue;
        size_t own = ja_union_root(merger->network, bearer);
        for (size_t p = merger->first[bearer];
             p < merger->posting_count && merger->postings[p].bearer == bearer; p++) {
            size_t key = merger->postings[p].key;
            if (seen[key] == mark && root[key] != own)
                merger->contested[key] = true;
            seen[key] = mark;
            root[key] = own;
        }
    }
}

static void contest_all(ja_merger *merger, const ja_stage *stage)
{
    jaccuse_network *network = merger->network;
    merger->contested = JA_NEW_N(merger->scratch, bool, merger->keys.count);
    size_t *seen = JA_NEW_N(merger->scratch, size_t, merger->keys.count);
    size_t *root = JA_NEW_N(merger->scratch, size_t, merger->keys.count);
    const bool *rivals = stage->heeds_article ? find_rivals(merger) : NULL;
    for (size_t i = 0; rivals && i < network->article_count; i++)
        contest(merger, network->articles[i], rivals, i + 1, seen, root);
}

/* ---- a bucket ---- */

typedef struct ja_bucket {
    ja_merger *merger;
    const ja_stage *stage;
    struct ja_choice {
        size_t value, rank, root;
    } * at; /* roots, each once */
} ja_bucket;

static int compare_choices(const void *a, const void *b)
{
    const struct ja_choice *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Reads the trait of roots [from, to); true where it has several values. */
static bool parts(ja_bucket *bucket, size_t from, size_t to, ja_trait trait)
{
    size_t first = JACCUSE_NONE;
    bool several = false;
    for (size_t i = from; i < to; i++) {
        size_t value = bucket->merger->traits[bucket->at[i].root].at[trait];
        bucket->at[i].value = value;
        several = several || (first != JACCUSE_NONE && value != JACCUSE_NONE && value != first);
        first = first == JACCUSE_NONE ? value : first;
    }
    return several;
}

static jaccuse_doubt doubt_of(ja_trait trait)
{
    static const jaccuse_doubt doubts[JA_TRAIT_COUNT] = {
        [JA_FAMILY] = JACCUSE_OTHER_KIND,
        [JA_GIVEN] = JACCUSE_SEVERAL,
        [JA_ENTRY] = JACCUSE_OTHER_ENTRY,
        [JA_CLASS] = JACCUSE_OTHER_KIND,
        [JA_PRINCIPAL] = JACCUSE_OTHER_PRINCIPAL,
        [JA_FORM] = JACCUSE_OTHER_LEGAL_FORM,
        [JA_MIDDLE_INITIALS] = JACCUSE_OTHER_MIDDLE,
        [JA_MIDDLE_WORDS] = JACCUSE_OTHER_MIDDLE,
    };
    return doubts[trait];
}

static void unite_all(ja_bucket *bucket, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        unite(bucket->merger, bucket->at[from].root, bucket->at[i].root, bucket->stage->reason);
}

/* A surname alone, beside the first full name that ends with it, or the first of all. */
static void tell_all(ja_bucket *bucket, size_t from, size_t to)
{
    const ja_name *names = bucket->merger->names;
    size_t full = from;
    while (full < to && names[bucket->at[full].root].count < 2)
        full++;
    size_t other = bucket->at[full < to ? full : from].root;
    for (size_t i = from; i < to; i++)
        if (bucket->at[i].root != other && names[bucket->at[i].root].count < 2)
            doubt(bucket->merger, other, bucket->at[i].root, JACCUSE_SURNAME);
}

/* Unites the roots that no trait from `trait` on parts. */
static void split(ja_bucket *bucket, size_t from, size_t to, ja_trait trait)
{
    while (trait < JA_TRAIT_COUNT &&
           !((bucket->stage->traits >> trait & 1) && parts(bucket, from, to, trait)))
        trait++;
    if (trait == JA_TRAIT_COUNT) {
        (bucket->stage->tells_only ? tell_all : unite_all)(bucket, from, to);
        return;
    }
    struct ja_choice *at = bucket->at;
    qsort(at + from, to - from, sizeof *at, compare_choices);
    size_t first = at[from].root;
    for (size_t i = from, end; i < to; i = end) {
        bool open = at[i].value == JACCUSE_NONE && trait == JA_GIVEN;
        for (end = i + 1; end < to && at[end].value == at[i].value && !open;)
            end++;
        size_t root = at[i].root;
        split(bucket, i, end, trait + 1);
        if (i > from && (trait != JA_GIVEN || open))
            doubt(bucket->merger, first, root, doubt_of(trait));
    }
}

/* One actor for each language at most. */
static bool is_one_a_language(const ja_bucket *bucket, const ja_posting *postings,
                              const size_t *numbers, size_t count)
{
    const jaccuse_network *network = bucket->merger->network;
    const char *language[JA_LABEL_COUNT] = {NULL};
    size_t root[JA_LABEL_COUNT];
    for (size_t i = 0; i < count; i++) {
        size_t bearer = postings[numbers[i]].bearer, own = ja_union_root(network, bearer), l = 0;
        const char *spoken = network->bearers[bearer].language;
        while (l < JA_LABEL_COUNT && language[l] && strcmp(language[l], spoken) != 0)
            l++;
        if (l == JA_LABEL_COUNT || (language[l] && root[l] != own))
            return false;
        language[l] = spoken;
        root[l] = own;
    }
    return true;
}

static void merge_bucket(ja_merger *merger, const ja_stage *stage, const size_t *numbers,
                         size_t count)
{
    ja_bucket bucket = {merger, stage, NULL};
    size_t key = merger->postings[numbers[0]].key, used = 0;
    bucket.at = JA_NEW_N(merger->scratch, struct ja_choice, count);
    for (size_t i = 0; i < count; i++) {
        size_t root = ja_union_root(merger->network, merger->postings[numbers[i]].bearer);
        if (merger->seen[root] != key + 1)
            bucket.at[used++] = (struct ja_choice){0, merger->rank[root], root};
        merger->seen[root] = key + 1;
    }
    if (used < 2)
        return;
    if (merger->contested[key])
        doubt(merger, bucket.at[0].root, bucket.at[1].root, JACCUSE_ONE_ARTICLE);
    else if (stage->crosses && !is_one_a_language(&bucket, merger->postings, numbers, count))
        doubt(merger, bucket.at[0].root, bucket.at[1].root, JACCUSE_SEVERAL);
    else
        split(&bucket, 0, used, 0);
}

/* Puts the postings of each key together, in their order. */
static size_t *sort_by_key(ja_merger *merger, size_t *starts)
{
    size_t *sorted = JA_NEW_N(merger->scratch, size_t, merger->posting_count);
    for (size_t i = 0; i < merger->posting_count; i++)
        starts[merger->postings[i].key + 2]++;
    for (size_t i = 2; i < merger->keys.count + 2; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < merger->posting_count; i++)
        sorted[starts[merger->postings[i].key + 1]++] = i;
    return sorted;
}

static void run_stage(ja_merger *merger, const ja_stage *stage)
{
    if (stage->tells_only && merger->turn + 1 < TURN_COUNT)
        return;
    post_all(merger, stage);
    contest_all(merger, stage);
    size_t *starts = JA_NEW_N(merger->scratch, size_t, merger->keys.count + 2);
    size_t *sorted = sort_by_key(merger, starts);
    merger->seen = JA_NEW_N(merger->scratch, size_t, merger->count);
    for (size_t key = 0; key < merger->keys.count; key++)
        if (starts[key + 1] - starts[key] > 1)
            merge_bucket(merger, stage, sorted + starts[key], starts[key + 1] - starts[key]);
    ja_arena_clear(merger->scratch);
}

/* ---- the whole ---- */

typedef struct ja_ordered {
    ja_slice key;
    size_t bearer;
} ja_ordered;

static int compare_ordered(const void *a, const void *b)
{
    const ja_ordered *x = a, *y = b;
    int order = ja_compare(x->key, y->key);
    return order ? order : (x->bearer > y->bearer) - (x->bearer < y->bearer);
}

static void order_bearers(ja_merger *merger)
{
    const jaccuse_network *network = merger->network;
    ja_arena *arena = &merger->network->arena;
    ja_ordered *ordered = JA_NEW_N(arena, ja_ordered, merger->count);
    merger->order = JA_NEW_N(arena, size_t, merger->count);
    merger->rank = JA_NEW_N(arena, size_t, merger->count);
    for (size_t i = 0; i < merger->count; i++)
        ordered[i] = (ja_ordered){network->bearers[i].key, i};
    if (merger->count)
        qsort(ordered, merger->count, sizeof *ordered, compare_ordered);
    for (size_t i = 0; i < merger->count; i++) {
        merger->order[i] = ordered[i].bearer;
        merger->rank[ordered[i].bearer] = i;
    }
}

static void prepare(ja_merger *merger)
{
    jaccuse_network *network = merger->network;
    ja_arena *arena = &network->arena;
    network->joined = JA_NEW_N(arena, struct ja_union, merger->count);
    merger->names = JA_NEW_N(arena, ja_name, merger->count);
    merger->traits = JA_NEW_N(arena, ja_traits, merger->count);
    merger->first = JA_NEW_N(arena, size_t, merger->count);
    ja_map_init(&merger->values, arena);
    for (ja_trait trait = 0; trait < JA_TRAIT_COUNT; trait++)
        forget_trait(merger, trait);
    for (size_t i = 0; i < merger->count; i++) {
        const ja_bearer *bearer = &network->bearers[i];
        network->joined[i] = (struct ja_union){i, 1, JACCUSE_BY_GAZETTEER};
        merger->names[i] = ja_name_of(arena, bearer->folded);
        merger->traits[i].at[JA_FAMILY] = family_of(bearer->kind);
        merger->traits[i].at[JA_CLASS] = class_of(bearer->kind);
        merger->traits[i].at[JA_ENTRY] = bearer->known ? merger->rank[i] : JACCUSE_NONE;
    }
}

void ja_merge_names(jaccuse_network *network)
{
    ja_merger merger = {
        .network = network, .scratch = &network->scratch, .count = network->bearer_count};
    order_bearers(&merger);
    prepare(&merger);
    find_opponents(&merger);
    for (; merger.turn < TURN_COUNT; merger.turn++) {
        learn_principals(&merger);
        for (size_t i = 0; i < ja_stage_count; i++) {
            network->scratch.on_failure = network->arena.on_failure;
            run_stage(&merger, &ja_stages[i]);
        }
    }
    size_t *set_of = JA_NEW_N(&network->arena, size_t, merger.count);
    for (size_t i = 0; i < merger.count; i++)
        set_of[i] = ja_union_root(network, i);
    ja_make_roots(network, set_of, merger.order);
}
