/* Adding: what one article says is checked, filtered and copied. */
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "network/bodies.h"
#include "network/firms.h"
#include "network/network.h"

static bool refs_below(jaccuse_refs refs, size_t limit)
{
    for (size_t i = 0; i < refs.count; i++)
        if (refs.at[i] >= limit)
            return false;
    return true;
}

static bool claim_is_sound(const jaccuse_record *record, const jaccuse_claim *claim)
{
    if (!claim->id || !refs_below(claim->by, record->actor_count) ||
        !refs_below(claim->against, record->actor_count) ||
        !refs_below(claim->answers, record->claim_count))
        return false;
    for (size_t i = 0; i < claim->answers.count; i++)
        if (record->claims[claim->answers.at[i]].act != JACCUSE_ACCUSE)
            return false;
    return true;
}

static bool record_is_sound(const jaccuse_record *record)
{
    for (size_t i = 0; i < record->actor_count; i++) {
        const jaccuse_actor *actor = &record->actors[i];
        if (!actor->id || !actor->name || (size_t)actor->kind >= JACCUSE_KIND_COUNT ||
            (actor->of != JACCUSE_NONE && actor->of >= record->actor_count))
            return false;
    }
    for (size_t i = 0; i < record->claim_count; i++)
        if (!claim_is_sound(record, &record->claims[i]))
            return false;
    return record->article_id != NULL;
}

/* As a floating number, which no hostile record makes overflow. */
static double link_count(const jaccuse_record *record)
{
    double sum = 0;
    for (size_t i = 0; i < record->claim_count; i++) {
        const jaccuse_claim *claim = &record->claims[i];
        if (claim->act == JACCUSE_ACCUSE)
            sum += (double)claim->by.count * (double)claim->against.count;
        for (size_t j = 0; j < claim->answers.count; j++) {
            const jaccuse_claim *accusation = &record->claims[claim->answers.at[j]];
            sum += (double)claim->by.count * (double)accusation->by.count *
                   (double)accusation->against.count;
        }
    }
    return sum;
}

ja_article *ja_copy_article(jaccuse_network *network, const jaccuse_record *record)
{
    ja_slice print = ja_slice_of(record->fingerprint);
    ja_arena *arena = &network->arena;
    ja_article *article = JA_NEW(arena, ja_article);
    *article = (ja_article){
        .id = ja_copy_string(arena, record->article_id),
        .url = ja_copy_string(arena, record->url),
        .date = ja_copy_string(arena, record->date),
        .path = ja_copy_string(arena, record->path),
        .title = ja_copy_string(arena, record->title),
        .fingerprint = print.length ? ja_copy(arena, print.at, print.length) : NULL,
        .row = record->number,
    };
    if (record->language)
        article->language = ja_spelling(network, record->language)->text;
    if (record->outlet)
        article->outlet = ja_spelling(network, record->outlet)->text;
    return article;
}

/* NULL: it is there already. */
static ja_article *new_article(jaccuse_network *network, const jaccuse_record *record)
{
    ja_slice print = ja_slice_of(record->fingerprint);
    ja_slice key = ja_pair_key(network, ja_slice_of(record->article_id), print);
    bool added;
    ja_map_put(&network->article_index, key, 0, &added);
    if (!added)
        return NULL;
    ja_article *article = ja_copy_article(network, record);
    JA_PUSH(&network->arena, network->articles, network->article_count, network->article_capacity,
            article);
    return article;
}

static void vote_again(jaccuse_network *network, const ja_familiar *familiar)
{
    for (size_t i = 0; i < familiar->vote_count; i++)
        network->votes[familiar->votes[i]].count++;
}

static void vote(jaccuse_network *network, const jaccuse_record *record, size_t index)
{
    const jaccuse_actor *actor = &record->actors[index];
    size_t number = network->local[index];
    size_t name = ja_intern(network, actor->name);
    network->cast_count = 0;
    ja_vote_for(network, number, JA_NAME, name);
    for (size_t i = 0; i < JA_LABEL_COUNT; i++)
        if (ja_compare_strings(record->language, ja_label_languages[i]) == 0)
            ja_vote_for(network, number, (ja_topic)(JA_NAME_FR + i), name);
    for (size_t i = 0; i < actor->alias_count; i++)
        ja_vote_for(network, number, JA_ALIAS, ja_intern(network, actor->aliases[i]));
    ja_vote_for(network, number, JA_KIND, (size_t)actor->kind);
    if (actor->of != JACCUSE_NONE)
        ja_vote_for(network, number, JA_OF, network->local[actor->of]);
}

static void learn_actors(jaccuse_network *network, ja_article *article,
                         const jaccuse_record *record)
{
    ja_actors_of_record(network, article, record);
    for (size_t i = 0; i < record->actor_count; i++) {
        if (network->met[i] != JACCUSE_NONE) {
            vote_again(network, &network->familiars[network->met[i]]);
        } else {
            vote(network, record, i);
            ja_make_familiar(network, record, i);
        }
    }
    size_t *actors = JA_NEW_N(&network->arena, size_t, record->actor_count);
    for (size_t i = 0; i < record->actor_count; i++)
        actors[i] = network->local[i];
    article->actors = actors;
    article->actor_count = record->actor_count;
}

/* `names`, where given, is what the numbers are translated by. */
static jaccuse_refs copy_refs(ja_arena *arena, jaccuse_refs refs, const size_t *names)
{
    size_t *at = JA_NEW_N(arena, size_t, refs.count);
    for (size_t i = 0; i < refs.count; i++)
        at[i] = names ? names[refs.at[i]] : refs.at[i];
    return (jaccuse_refs){at, refs.count};
}

/* The cue's place in its quote; empty where it does not lie in it. */
static jaccuse_span cue_in_quote(const jaccuse_claim *claim)
{
    size_t start = claim->evidence_at.begin;
    size_t length = claim->evidence ? strlen(claim->evidence) : 0;
    bool inside = claim->cue.begin >= start && claim->cue.begin <= claim->cue.end &&
                  claim->cue.end <= claim->evidence_at.end && claim->cue.end - start <= length;
    return inside ? (jaccuse_span){claim->cue.begin - start, claim->cue.end - start}
                  : (jaccuse_span){0, 0};
}

static void copy_claim(jaccuse_network *network, const ja_article *article, ja_claim *out,
                       const jaccuse_claim *claim)
{
    ja_arena *arena = &network->arena;
    *out = (ja_claim){
        .article = article,
        .id = ja_copy_string(arena, claim->id),
        .act = claim->act,
        .by = copy_refs(arena, claim->by, article->actors),
        .against = copy_refs(arena, claim->against, article->actors),
        .answers = copy_refs(arena, claim->answers, NULL),
        .quote = ja_copy_string(arena, claim->evidence ? claim->evidence : ""),
        .charge = ja_copy_string(arena, claim->charge),
        .cue = cue_in_quote(claim),
        .certainty = claim->certainty,
        .confidence = claim->confidence,
        .kept = true,
    };
}

/* A denial stays where it answers nothing that is told, or something that stays. */
static bool keeps_denial(ja_claim *claims, const jaccuse_claim *denial)
{
    bool kept = denial->answers.count == 0;
    for (size_t i = 0; i < denial->answers.count; i++) {
        ja_claim *accusation = &claims[denial->answers.at[i]];
        accusation->answered = true;
        kept = kept || accusation->kept;
    }
    return kept;
}

void ja_copy_claims(jaccuse_network *network, ja_article *article, const jaccuse_record *record)
{
    ja_claim *claims = JA_NEW_N(&network->arena, ja_claim, record->claim_count);
    for (size_t i = 0; i < record->claim_count; i++)
        if (record->claims[i].act == JACCUSE_ACCUSE && ja_admits_claim(network, &record->claims[i]))
            copy_claim(network, article, &claims[i], &record->claims[i]);
    for (size_t i = 0; i < record->claim_count; i++)
        if (record->claims[i].act == JACCUSE_DENY && ja_admits_claim(network, &record->claims[i]) &&
            keeps_denial(claims, &record->claims[i]))
            copy_claim(network, article, &claims[i], &record->claims[i]);
    article->claims = claims;
    article->claim_count = record->claim_count;
}

typedef struct ja_addition {
    jaccuse_network *network;
    const jaccuse_record *record;
} ja_addition;

static void add(void *context)
{
    ja_addition *addition = context;
    if (!ja_admits(addition->network, addition->record))
        return;
    ja_article *article = new_article(addition->network, addition->record);
    if (!article)
        return;
    learn_actors(addition->network, article, addition->record);
    ja_copy_claims(addition->network, article, addition->record);
}

/* What the gazetteer knows is loaded when the first asks for it. */
static bool load_names(const jaccuse_record *record)
{
    bool loaded = true;
    for (size_t i = 0; i < record->actor_count && loaded; i++) {
        const jaccuse_actor *actor = &record->actors[i];
        if (actor->kind == JACCUSE_GOVERNMENT)
            loaded = ja_bodies_load();
        else if (ja_wants_firms(actor))
            loaded = ja_firms_load();
    }
    return loaded;
}

jaccuse_status jaccuse_network_add(jaccuse_network *network, const jaccuse_record *record,
                                   jaccuse_error *error)
{
    if (network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is finished");
    if (!record_is_sound(record))
        return ja_fail_at(error, JACCUSE_ERROR_ARGUMENT, record->path, 0,
                          "the record of %s refers to what it does not hold",
                          record->article_id ? record->article_id : "an article without id");
    if (link_count(record) > JA_MAX_LINKS)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, record->path, 0,
                          "the claims of %s join more than %d pairs", record->article_id,
                          JA_MAX_LINKS);
    if (!load_names(record)) {
        network->broken = true;
        return ja_fail_memory(error);
    }
    ja_addition context = {network, record};
    return ja_network_run(network, add, &context, error);
}
