/* Role phrases: a body or a person that is described, or somebody who was named before. */
#include "base/unicode.h"
#include "claim/noun_words.h"
#include "claim/resolver.h"

static bool is_word(const ja_resolver *resolver, size_t token, ja_function function)
{
    return ja_lexicon_is(resolver->lexicon, &resolver->document->tokens[token], function);
}

/* The words by which an actor is described, in the form that a dictionary of actors would print:
 * "China's embassy in Paris" -> "Chinese embassy in Paris"; without determiner or pronoun. */
static ja_slice described(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_mention *owner =
        mention->owner == JA_NO_MENTION ? NULL : &resolver->mentions->at[mention->owner];
    size_t first = mention->first, end = mention->first + mention->count;
    if (mention->name != JA_NO_MENTION)
        end = mention->head + mention->head_count;
    if (end - first > JA_LONGEST_DESCRIPTION)
        return ja_head_text(resolver, mention);
    bool owner_before = owner && owner->first < mention->head;
    ja_slice from_head = ja_words_of(resolver, mention->head, end - mention->head);
    if (owner_before && owner->type == JA_MENTION_PRONOUN)
        return from_head;
    const char *adjective = owner_before && owner->possessive && owner->entry != JA_NO_ENTRY
                                ? ja_gazetteer_entry_at(owner->entry)->adjective
                                : NULL;
    if (adjective)
        return ja_slice_of(
            ja_format(resolver->arena, "%s %.*s", adjective, (int)from_head.length, from_head.at));
    while (first < mention->head && is_word(resolver, first, JA_FUNCTION_DEFINITE))
        first++;
    if (first < mention->head && is_word(resolver, first, JA_FUNCTION_DETERMINER) &&
        !ja_noun_word_number(resolver->document->language, resolver->document->tokens[first].lower))
        first++;
    return ja_words_of(resolver, first, end - first);
}

static const ja_gazetteer_entry *entry_of(const ja_resolver *resolver, size_t mention)
{
    size_t entry = mention == JA_NO_MENTION ? JA_NO_ENTRY : resolver->mentions->at[mention].entry;
    return entry == JA_NO_ENTRY ? NULL : ja_gazetteer_entry_at(entry);
}

/* "china-embassy-united-kingdom" for a body of bodies.tsv, else an empty slice. */
static ja_slice body_id(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_gazetteer_entry *owner = entry_of(resolver, mention->owner);
    const ja_gazetteer_entry *place = entry_of(resolver, mention->place);
    ja_slice key = mention->role->body;
    if (key.length == 0 || !owner)
        return JA_SLICE("");
    return ja_slice_of(ja_format(resolver->arena, "%s-%.*s%s%s", owner->id, (int)key.length, key.at,
                                 place ? "-" : "", place ? place->id : ""));
}

static bool is_adjective(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_mention *owner = &resolver->mentions->at[mention->owner];
    return owner->type == JA_MENTION_DEMONYM && !owner->possessive;
}

/* Told apart from others of its kind, so that it need not be somebody named before. */
static bool is_told_apart(const ja_resolver *resolver, const ja_mention *mention)
{
    return mention->complement ||
           (mention->owner != JA_NO_MENTION && !is_adjective(resolver, mention));
}

/* An actor that has no name but this description. */
static size_t new_described(ja_resolver *resolver, const ja_mention *mention)
{
    ja_slice text = described(resolver, mention);
    ja_slice id = body_id(resolver, mention);
    if (id.length == 0)
        id = ja_slug(resolver->arena, text);
    bool group = mention->plural && mention->role->relation != JA_ROLE_BODY;
    jaccuse_kind kind = group ? JACCUSE_GROUP : mention->role->kind;
    size_t actor = ja_add_actor(resolver, id, text, kind);
    ja_facts *facts = &resolver->facts[actor];
    facts->sure = true;
    facts->plural = mention->plural;
    facts->number = mention->number;
    facts->apart = is_told_apart(resolver, mention);
    return actor;
}

static size_t owner_of(const ja_resolver *resolver, const ja_mention *mention)
{
    return mention->owner == JA_NO_MENTION
               ? JACCUSE_NONE
               : ja_merged(resolver, resolver->mentions->at[mention->owner].actor);
}

/* Who was told to be what the one now named is. "The deputy Paul Roy" may be another than "the
 * deputy for Lyon", "the deputy, Paul Roy," is he. */
static size_t told_before(const ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (owner != JACCUSE_NONE)
        return ja_holder(resolver, mention, owner);
    size_t known = mention->definite ? ja_antecedent_by_noun(resolver, index) : JACCUSE_NONE;
    size_t name = resolver->mentions->at[mention->name].head;
    bool title = name > mention->head && resolver->document->tokens[name - 1].word;
    return known != JACCUSE_NONE && title && resolver->facts[known].apart ? JACCUSE_NONE : known;
}

/* "Le président Macron": whose is not told, his own or that of whom the article speaks. */
static size_t owner_untold(ja_resolver *resolver, size_t index, size_t actor)
{
    size_t owner =
        resolver->mentions->at[index].former ? JACCUSE_NONE : ja_owner_on_date(resolver, actor);
    return owner != JACCUSE_NONE ? owner : ja_implied_owner(resolver, index);
}

static size_t named_role(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, resolver->mentions->at[mention->name].actor);
    if (actor == JACCUSE_NONE || actor == owner)
        return actor;
    ja_actor *known = &resolver->actors.at[actor];
    size_t before = told_before(resolver, index, owner);
    if (before != JACCUSE_NONE && !resolver->actors.at[before].proper &&
        (known->kind == resolver->actors.at[before].kind || !resolver->facts[actor].sure))
        ja_merge_actors(resolver, before, actor);
    if (known->entry == JA_NO_ENTRY &&
        (!resolver->facts[actor].sure || known->kind == mention->role->kind)) {
        known->kind = mention->role->kind;
        resolver->facts[actor].sure = true;
    }
    if (owner == JACCUSE_NONE && mention->owner == JA_NO_MENTION &&
        resolver->actors.at[actor].of == JACCUSE_NONE)
        owner = owner_untold(resolver, index, actor);
    if (ja_named_speaks_for_owner(resolver, mention, owner))
        ja_set_of(resolver, actor, owner);
    ja_remember_holder(resolver, mention, owner, actor);
    return actor;
}

/* "a lawyer", "un analyste": may speak, but is nobody in particular. */
static size_t anonymous(ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    size_t before = resolver->actors.count;
    size_t actor = new_described(resolver, mention);
    if (resolver->actors.count > before)
        resolver->actors.at[actor].anonymous =
            !mention->plural || (owner == JACCUSE_NONE && !mention->complement);
    if (ja_speaks_for_owner(resolver, mention, owner))
        ja_set_of(resolver, actor, owner);
    return actor;
}

static bool may_be_indefinite(const ja_resolver *resolver, const ja_mention *mention)
{
    (void)resolver;
    return mention->role->relation != JA_ROLE_DOCUMENT && mention->role->phrase.length > 0;
}

/* "a spokesman for the ministry" is the ministry, unless one of that name was told before. */
static size_t speaker(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (owner != JACCUSE_NONE) {
        size_t known = mention->definite && !mention->plural ? ja_holder(resolver, mention, owner)
                                                             : JACCUSE_NONE;
        return known != JACCUSE_NONE ? known : owner;
    }
    size_t known = mention->definite ? ja_antecedent_by_noun(resolver, index) : JACCUSE_NONE;
    if (known != JACCUSE_NONE || mention->complement)
        return known != JACCUSE_NONE ? known : new_described(resolver, mention);
    return mention->definite ? ja_antecedent_by_kind(resolver, index, JACCUSE_PERSON)
                             : JACCUSE_NONE;
}

/* "THE FORMER PRESIDENT", "l'ancien ministre de l'Économie": somebody who was named before. */
static size_t former_holder(const ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    bool apart = mention->owner != JA_NO_MENTION || mention->complement;
    if (!mention->former || mention->plural ||
        (apart && !ja_head_is(resolver, mention, JA_NOUN_WORD_OFFICE)))
        return JACCUSE_NONE;
    return ja_antecedent_out_of_office(resolver, index);
}

static size_t office(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    size_t known = JACCUSE_NONE;
    if (mention->definite && !mention->other && mention->place == JA_NO_MENTION) {
        if (owner != JACCUSE_NONE)
            known = ja_holder(resolver, mention, owner);
        else if (!mention->complement && mention->owner == JA_NO_MENTION)
            known = ja_antecedent_by_noun(resolver, index);
        if (known == JACCUSE_NONE)
            known = former_holder(resolver, index);
    }
    if (known != JACCUSE_NONE)
        return known;
    bool body = mention->role->relation == JA_ROLE_BODY;
    if (body && mention->count == mention->head_count)
        known = ja_antecedent_by_noun(resolver, index); /* "PROSECUTORS said" */
    if (known != JACCUSE_NONE)
        return known;
    if (!mention->definite && !(body && owner != JACCUSE_NONE))
        return anonymous(resolver, mention, owner);
    if (owner == JACCUSE_NONE && ja_is_of_state(resolver, mention))
        owner = ja_state_near(resolver, index);
    size_t actor = new_described(resolver, mention);
    if (ja_speaks_for_owner(resolver, mention, owner))
        ja_set_of(resolver, actor, owner);
    ja_remember_holder(resolver, mention, owner, actor);
    return actor;
}

/* Printed as a name inside of a sentence: "la Fédération des patientes". */
static bool is_printed_as_name(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_sentence *sentence = &resolver->document->sentences[mention->sentence];
    return resolver->document->tokens[mention->head].capital && mention->head > sentence->first &&
           !sentence->title;
}

/* "its NEIGHBOUR", "son RIVAL": the other of two that are spoken of. */
static bool is_mutual(const ja_resolver *resolver, const ja_mention *mention)
{
    return !mention->plural && resolver->mentions->at[mention->owner].type == JA_MENTION_PRONOUN &&
           ja_head_is(resolver, mention, JA_NOUN_WORD_MUTUAL);
}

/* "her client", of a lawyer: for whom she speaks. Unnamed, she was taken for the client. */
static size_t client_of(const ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (mention->plural || resolver->mentions->at[mention->owner].type != JA_MENTION_PRONOUN ||
        !ja_head_is(resolver, mention, JA_NOUN_WORD_CLIENT))
        return JACCUSE_NONE;
    const ja_facts *facts = &resolver->facts[owner];
    for (size_t i = 0; i < facts->noun_count; i++)
        if (facts->nouns[i]->relation == JA_ROLE_SPEAKS)
            return resolver->actors.at[owner].of != JACCUSE_NONE ? resolver->actors.at[owner].of
                                                                 : owner;
    return JACCUSE_NONE;
}

static size_t anaphor(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    bool apart = is_told_apart(resolver, mention);
    size_t known = JACCUSE_NONE;
    if (mention->other || (!mention->definite && !mention->number))
        return may_be_indefinite(resolver, mention) ? anonymous(resolver, mention, owner)
                                                    : JACCUSE_NONE;
    if (mention->role->kind == JACCUSE_STATE && owner != JACCUSE_NONE && !mention->plural &&
        resolver->actors.at[owner].kind == JACCUSE_STATE && !is_told_apart(resolver, mention))
        return owner; /* "the Chinese state" */
    if (mention->role->phrase.length == 0)
        return ja_group_of_number(resolver, index); /* "the four" */
    if (apart && owner != JACCUSE_NONE)
        known = client_of(resolver, index, owner);
    if (apart && owner != JACCUSE_NONE && known == JACCUSE_NONE)
        known = ja_holder(resolver, mention, owner);
    if (known == JACCUSE_NONE && owner != JACCUSE_NONE && is_mutual(resolver, mention))
        known = ja_antecedent_opposite(resolver, index, resolver->actors.at[owner].kind);
    if (!apart)
        known = ja_antecedent_by_noun(resolver, index);
    if (known == JACCUSE_NONE && !apart && mention->definite)
        known = ja_group_of_number(resolver, index);
    if (known == JACCUSE_NONE && !apart && !mention->plural &&
        !(is_printed_as_name(resolver, mention) && mention->count > 2))
        known = ja_antecedent_by_kind(resolver, index, mention->role->kind);
    if (known == JACCUSE_NONE) {
        known = new_described(resolver, mention);
        if (apart)
            ja_remember_holder(resolver, mention, owner, known);
    }
    return known;
}

static size_t document(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (owner != JACCUSE_NONE)
        return owner;
    if (!mention->definite || mention->complement)
        return JACCUSE_NONE;
    size_t known = ja_antecedent_by_noun(resolver, index);
    if (known == JACCUSE_NONE &&
        ja_noun_word_is(resolver->document->language,
                        resolver->document->tokens[mention->head].lower, JA_NOUN_WORD_STORY))
        known = ja_antecedent_by_kind(resolver, index, JACCUSE_MEDIA);
    return known != JACCUSE_NONE && resolver->facts[known].sure ? known : JACCUSE_NONE;
}

/* "the Netanyahu government": the state of which he speaks. */
static size_t ruled(ja_resolver *resolver, size_t index, size_t owner)
{
    if (owner == JACCUSE_NONE)
        return resolver->mentions->at[index].definite ? ja_state_near(resolver, index)
                                                      : JACCUSE_NONE;
    if (resolver->actors.at[owner].kind != JACCUSE_PERSON)
        return owner;
    size_t told = resolver->actors.at[owner].of;
    size_t office = told != JACCUSE_NONE ? told : ja_owner_on_date(resolver, owner);
    size_t state = ja_actor_principal(&resolver->actors, office != JACCUSE_NONE ? office : owner);
    return resolver->actors.at[state].kind == JACCUSE_STATE ? state
                                                            : ja_state_near(resolver, index);
}

static size_t unnamed_role(ja_resolver *resolver, size_t index, size_t owner)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (mention->nobody)
        return JACCUSE_NONE;
    switch (mention->role->relation) {
    case JA_ROLE_SPEAKS:
        return speaker(resolver, index, owner);
    case JA_ROLE_RULES:
        return ruled(resolver, index, owner);
    case JA_ROLE_HOLDS:
    case JA_ROLE_BODY:
        return office(resolver, index, owner);
    case JA_ROLE_ALONE:
        return anaphor(resolver, index, owner);
    case JA_ROLE_DOCUMENT:
        return document(resolver, index, owner);
    case JA_ROLE_RELATION_COUNT:
        break;
    }
    return JACCUSE_NONE;
}

size_t ja_actor_of_role(ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    size_t owner = owner_of(resolver, mention), actor;
    if (owner != JACCUSE_NONE &&
        (mention->role->relation == JA_ROLE_HOLDS || mention->role->relation == JA_ROLE_BODY))
        ja_know_as_body(resolver, owner); /* "X's chairman" */
    if (mention->name != JA_NO_MENTION)
        actor = named_role(resolver, index, owner);
    else if (mention->same != JA_NO_MENTION && !mention->plural &&
             resolver->mentions->at[mention->same].actor != JACCUSE_NONE)
        actor = ja_merged(resolver, resolver->mentions->at[mention->same].actor);
    else
        actor = unnamed_role(resolver, index, owner);
    if (actor != JACCUSE_NONE && mention->role->relation != JA_ROLE_RULES)
        ja_learn_role(resolver, actor, mention);
    return actor;
}
