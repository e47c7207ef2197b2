/* Whose office a role is: who holds it, for whom he speaks, where that is not told. */
#include "claim/noun_words.h"
#include "claim/resolver.h"

/* Whether a word of the role noun has the function. */
bool ja_head_is(const ja_resolver *resolver, const ja_mention *mention, ja_noun_word function)
{
    for (size_t i = 0; i < mention->head_count; i++)
        if (ja_noun_word_is(resolver->document->language,
                            resolver->document->tokens[mention->head + i].lower, function))
            return true;
    return false;
}

/* An office that speaks for its owner, unless it was given up. */
bool ja_speaks_for_owner(const ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    ja_role_relation relation = mention->role->relation;
    if (mention->former || owner == JACCUSE_NONE || relation == JA_ROLE_ALONE)
        return false;
    if (relation == JA_ROLE_BODY)
        return !resolver->facts[owner].plural; /* a union is not of its members */
    if (relation != JA_ROLE_HOLDS)
        return true;
    return resolver->actors.at[owner].kind != JACCUSE_PERSON;
}

static const char *holder_key(const ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    return ja_format(resolver->arena, "%.*s|%zu|%d", (int)mention->role->phrase.length,
                     mention->role->phrase.at, owner, mention->plural);
}

/* Who was told to be the owner's such and such; he is remembered so. */
size_t ja_holder(const ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    const size_t *known =
        ja_map_get(&resolver->holders, ja_slice_of(holder_key(resolver, mention, owner)));
    return known ? ja_merged(resolver, *known) : JACCUSE_NONE;
}

void ja_remember_holder(ja_resolver *resolver, const ja_mention *mention, size_t owner,
                        size_t actor)
{
    if (owner == JACCUSE_NONE || actor == JACCUSE_NONE || actor == owner || mention->other ||
        mention->place != JA_NO_MENTION)
        return;
    ja_slice key = ja_slice_of(holder_key(resolver, mention, owner));
    *ja_map_put(&resolver->holders, key, actor, NULL) = actor;
}

/* An office of state that is told without its state. */
bool ja_is_of_state(const ja_resolver *resolver, const ja_mention *mention)
{
    if (mention->role->relation == JA_ROLE_BODY)
        return mention->role->kind == JACCUSE_GOVERNMENT;
    if (mention->role->relation != JA_ROLE_HOLDS || mention->former)
        return false;
    return ja_head_is(resolver, mention, JA_NOUN_WORD_OFFICE);
}

/* "son conseil, Me Martin": the title tells that he speaks for another. */
static bool is_advocate(const ja_resolver *resolver, size_t name)
{
    size_t head = resolver->mentions->at[name].head;
    return head > 0 && resolver->mentions->at[name].titled &&
           ja_noun_word_is(resolver->document->language, resolver->document->tokens[head - 1].lower,
                           JA_NOUN_WORD_ADVOCATE);
}

/* "its chief chemist, Ann Rowe": a firm's own. */
static bool is_employee(const ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    if (owner == JACCUSE_NONE || mention->owner == JA_NO_MENTION || mention->former ||
        mention->role->kind != JACCUSE_PERSON ||
        !resolver->mentions->at[mention->owner].possessive ||
        ja_head_is(resolver, mention, JA_NOUN_WORD_OPPOSED) ||
        ja_head_is(resolver, mention, JA_NOUN_WORD_CLIENT))
        return false;
    jaccuse_kind kind = resolver->actors.at[owner].kind;
    return kind == JACCUSE_COMPANY || kind == JACCUSE_MEDIA || kind == JACCUSE_GOVERNMENT;
}

/* Whose office it is where that is not told: the state's, or the company's that is spoken of. */
size_t ja_implied_owner(const ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    ja_role_relation relation = mention->role->relation;
    if (ja_is_of_state(resolver, mention))
        return ja_state_near(resolver, index);
    bool office = relation == JA_ROLE_HOLDS || relation == JA_ROLE_SPEAKS;
    if (!office || !mention->definite || mention->complement || mention->former)
        return JACCUSE_NONE;
    size_t owner = ja_antecedent_by_kind(resolver, index, JACCUSE_COMPANY);
    return owner != JACCUSE_NONE && resolver->actors.at[owner].kind == JACCUSE_COMPANY
               ? owner
               : JACCUSE_NONE;
}

size_t ja_owner_on_date(ja_resolver *resolver, size_t actor)
{
    size_t person = resolver->facts[actor].person;
    if (person == JA_NO_PERSON)
        return JACCUSE_NONE;
    size_t entry = ja_person_office(person, resolver->date);
    return entry == JA_NO_ENTRY ? JACCUSE_NONE : ja_actor_of_entry(resolver, entry);
}

bool ja_named_speaks_for_owner(const ja_resolver *resolver, const ja_mention *mention, size_t owner)
{
    return ja_speaks_for_owner(resolver, mention, owner) || is_employee(resolver, mention, owner) ||
           (is_advocate(resolver, mention->name) && owner != JACCUSE_NONE);
}
