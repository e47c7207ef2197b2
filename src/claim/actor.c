#include "claim/actor.h"

#include "base/unicode.h"
#include "claim/noun_words.h"
#include "claim/resolver.h"

static const size_t LONGEST_CHAIN = 16; /* of `of` */
static const unsigned DEEPEST = 8;      /* parts within parts */

size_t ja_actor_principal(const ja_actors *actors, size_t actor)
{
    for (size_t steps = 0; actors->at[actor].of != JACCUSE_NONE && steps < LONGEST_CHAIN; steps++)
        actor = actors->at[actor].of;
    return actor;
}

bool ja_actor_is_of(const ja_actors *actors, size_t actor, size_t principal)
{
    for (size_t steps = 0; actor != JACCUSE_NONE && steps < LONGEST_CHAIN; steps++) {
        if (actor == principal)
            return true;
        actor = actors->at[actor].of;
    }
    return false;
}

/* ---- demonyms ---- */

static bool is_printed_noun(const ja_resolver *resolver, const ja_mention *mention)
{
    return resolver->document->tokens[mention->head].capital && mention->definite;
}

/* No noun follows that the demonym could belong to. */
static bool stands_alone(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_document *document = resolver->document;
    size_t next = mention->head + 1;
    ja_deprel relation = resolver->forest->at[mention->word].relation;
    if (mention->possessive || mention->head_count > 1 || relation == JA_DEP_AMOD ||
        relation == JA_DEP_COMPOUND)
        return false;
    if (next >= document->token_count || !document->tokens[next].word)
        return true;
    ja_upos upos = document->words[resolver->forest->word_of_token[next]].upos;
    return upos != JA_UPOS_NOUN && upos != JA_UPOS_PROPN && upos != JA_UPOS_ADJ;
}

/* "The American", "l'Espagnol": one person; "the Chinese", "les Espagnols" are the state. */
static bool is_one_person(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_document *document = resolver->document;
    ja_slice lower = document->tokens[mention->head].lower;
    return is_printed_noun(resolver, mention) && stands_alone(resolver, mention) &&
           !ja_noun_word_is(document->language, lower, JA_NOUN_WORD_PLURAL_ENDING) &&
           !ja_ends_with(lower, JA_SLICE("s"));
}

/* "a Tunisian", "deux Marocains": some people, not their state. */
static bool is_anybody(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_token *tokens = resolver->document->tokens;
    size_t first = resolver->document->sentences[mention->sentence].first;
    return mention->head > first && tokens[mention->head].capital && !mention->definite &&
           (ja_lexicon_is(resolver->lexicon, &tokens[mention->head - 1], JA_FUNCTION_DETERMINER) ||
            ja_noun_word_number(resolver->document->language, tokens[mention->head - 1].lower)) &&
           !ja_lexicon_is(resolver->lexicon, &tokens[mention->head - 1], JA_FUNCTION_DEFINITE) &&
           stands_alone(resolver, mention);
}

/* "L'Espagnol", who is not told: no state. */
static size_t somebody_of_place(ja_resolver *resolver, const ja_mention *mention)
{
    ja_slice text = ja_head_text(resolver, mention);
    size_t actor = ja_add_actor(resolver, ja_slug(resolver->arena, text), text, JACCUSE_PERSON);
    resolver->facts[actor].sure = true;
    return actor;
}

static size_t actor_of_demonym(ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (mention->entry == JA_NO_ENTRY)
        return JACCUSE_NONE;
    if (mention->name != JA_NO_MENTION)
        return resolver->mentions->at[mention->name].actor;
    if (is_anybody(resolver, mention)) {
        size_t somebody = somebody_of_place(resolver, mention);
        resolver->actors.at[somebody].anonymous = true;
        return somebody;
    }
    if (!is_one_person(resolver, mention))
        return ja_actor_of_entry(resolver, mention->entry);
    size_t person = ja_person_of_nation(resolver, index);
    if (person == JACCUSE_NONE)
        person = ja_antecedent_by_kind(resolver, index, JACCUSE_PERSON);
    if (person != JACCUSE_NONE)
        return person;
    return resolver->document->language->natural_gender
               ? ja_actor_of_entry(resolver, mention->entry)
               : somebody_of_place(resolver, mention);
}

/* ---- the whole ---- */

/* "Anna Berg, of the Owners' Association": who has no other principal speaks for it. */
static size_t actor_with_affiliation(ja_resolver *resolver, const ja_mention *mention)
{
    size_t actor = ja_actor_of_name(resolver, mention);
    size_t owner = mention->owner == JA_NO_MENTION
                       ? JACCUSE_NONE
                       : ja_merged(resolver, resolver->mentions->at[mention->owner].actor);
    if (owner == JACCUSE_NONE || resolver->actors.at[actor].kind != JACCUSE_PERSON)
        return actor;
    jaccuse_kind kind = resolver->actors.at[owner].kind;
    bool body = kind == JACCUSE_COMPANY || kind == JACCUSE_MEDIA || kind == JACCUSE_GOVERNMENT ||
                (kind == JACCUSE_ORGANISATION && resolver->facts[owner].sure);
    if (mention->represents || (body && !ja_is_only_place(&resolver->facts[owner])))
        ja_set_of(resolver, actor, owner);
    return actor;
}

static size_t actor_of(ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (ja_find_members(resolver, index))
        return mention->actor;
    switch (mention->type) {
    case JA_MENTION_KNOWN:
        return ja_actor_of_entry(resolver, mention->entry);
    case JA_MENTION_DEMONYM:
        return actor_of_demonym(resolver, index);
    case JA_MENTION_NAME:
        return actor_with_affiliation(resolver, mention);
    case JA_MENTION_PRONOUN:
        return ja_antecedent_of_pronoun(resolver, index);
    case JA_MENTION_ROLE:
        return ja_actor_of_role(resolver, index);
    }
    return JACCUSE_NONE;
}

static void add_span(ja_resolver *resolver, size_t actor, const ja_mention *mention)
{
    const ja_token *tokens = resolver->document->tokens;
    jaccuse_span span = {tokens[mention->head].at.begin,
                         tokens[mention->head + mention->head_count - 1].at.end};
    ja_actor *known = &resolver->actors.at[actor];
    JA_PUSH(resolver->arena, known->spans, known->span_count, known->span_capacity, span);
}

/* "FBI director Christopher Wray": the role phrase, and the whole where no comma parts it. */
static void record_role(ja_resolver *resolver, const ja_mention *mention)
{
    ja_add_alias(resolver, mention->actor, ja_role_text(resolver, mention));
    if (mention->name == JA_NO_MENTION)
        return;
    ja_slice whole = ja_words_of(resolver, mention->first, mention->count);
    for (size_t i = 0; i < whole.length; i++)
        if (whole.at[i] == ',')
            return;
    ja_add_alias(resolver, mention->actor, whole);
}

/* A mention's own text becomes a name of its actor; an adjective of a place does not. */
static void record_mention(ja_resolver *resolver, const ja_mention *mention)
{
    if (mention->actor == JACCUSE_NONE || mention->member_count ||
        mention->type == JA_MENTION_PRONOUN)
        return;
    if (mention->type == JA_MENTION_DEMONYM && !is_printed_noun(resolver, mention))
        return;
    if (mention->type == JA_MENTION_ROLE)
        record_role(resolver, mention);
    else
        ja_add_alias(resolver, mention->actor, ja_head_text(resolver, mention));
    add_span(resolver, mention->actor, mention);
}

/* Parts come before the whole that holds them: owners and names, then the role. */
static void resolve_with_parts(ja_resolver *resolver, size_t index, unsigned depth)
{
    ja_mention *mention = &resolver->mentions->at[index];
    if (mention->resolved || depth > DEEPEST)
        return;
    mention->resolved = true;
    if (mention->owner != JA_NO_MENTION)
        resolve_with_parts(resolver, mention->owner, depth + 1);
    if (mention->name != JA_NO_MENTION)
        resolve_with_parts(resolver, mention->name, depth + 1);
    if (mention->same != JA_NO_MENTION)
        resolve_with_parts(resolver, mention->same, depth + 1);
    mention->actor = ja_merged(resolver, actor_of(resolver, index));
    if (mention->type == JA_MENTION_ROLE && mention->actor != JACCUSE_NONE &&
        resolver->actors.at[mention->actor].entry == JA_NO_ENTRY && mention->definite)
        ja_learn_acronym(resolver, mention, mention->actor);
    if (mention->type == JA_MENTION_KNOWN || mention->type == JA_MENTION_NAME)
        ja_learn_nouns_of_name(resolver, mention);
    ja_learn_mention(resolver, index);
}

/* "Macron accuse": whom he speaks for, unless the article tells that, or of a former office. */
static void set_offices(ja_resolver *resolver)
{
    for (size_t i = 0; i < resolver->actors.count; i++)
        if (resolver->actors.at[i].of == JACCUSE_NONE && resolver->facts[i].into == i &&
            !resolver->facts[i].former)
            ja_set_of(resolver, i, ja_owner_on_date(resolver, i));
}

/* Mentions that were resolved before two actors turned out to be one. */
static void follow_merges(ja_resolver *resolver)
{
    for (size_t i = 0; i < resolver->mentions->count; i++) {
        ja_mention *mention = &resolver->mentions->at[i];
        mention->actor = ja_merged(resolver, mention->actor);
        size_t *members = JA_NEW_N(resolver->arena, size_t, mention->member_count);
        for (size_t m = 0; m < mention->member_count; m++)
            members[m] = ja_merged(resolver, mention->members[m]);
        mention->members = members;
    }
    for (size_t i = 0; i < resolver->actors.count; i++)
        resolver->actors.at[i].of = ja_merged(resolver, resolver->actors.at[i].of);
}

ja_actors ja_resolve_actors(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest,
                            ja_mentions *mentions, const char *date)
{
    ja_resolver resolver = {.arena = arena,
                            .document = forest->document,
                            .lexicon = lexicon,
                            .forest = forest,
                            .mentions = mentions,
                            .date = date};
    ja_map_init(&resolver.ids, arena);
    ja_map_init(&resolver.names, arena);
    ja_map_init(&resolver.parts, arena);
    ja_map_init(&resolver.holders, arena);
    ja_learn_full_names(&resolver);
    for (size_t i = 0; i < mentions->count; i++)
        resolve_with_parts(&resolver, i, 0);
    ja_merge_acronyms(&resolver);
    set_offices(&resolver);
    follow_merges(&resolver);
    for (size_t i = 0; i < mentions->count; i++)
        record_mention(&resolver, &mentions->at[i]);
    return resolver.actors;
}
