/* Mentions that stand for several actors: "the two firms", "les trois hommes", "they". */
#include "base/limits.h"
#include "claim/resolver.h"

static const size_t REACH = 60;        /* mentions back */
static const size_t SENTENCES = 4;     /* back */
static const size_t LONGEST_JOINT = 5; /* tokens between two that are listed: ", 58 ans, et" */

static bool has(const size_t *members, size_t count, size_t actor)
{
    for (size_t i = 0; i < count; i++)
        if (members[i] == actor)
            return true;
    return false;
}

static bool give_members(ja_resolver *resolver, ja_mention *mention, const size_t *members,
                         size_t count)
{
    if (count < 2)
        return false;
    size_t *kept = JA_NEW_N(resolver->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        kept[i] = members[i];
    mention->members = kept;
    mention->member_count = count;
    mention->actor = kept[0];
    return true;
}

static bool kind_fits(const ja_resolver *resolver, jaccuse_kind kind, size_t actor)
{
    const ja_facts *facts = &resolver->facts[actor];
    jaccuse_kind found = resolver->actors.at[actor].kind;
    if (facts->plural)
        return false;
    if (kind == JACCUSE_GROUP || found == kind)
        return true;
    return !facts->sure || (kind == JACCUSE_ORGANISATION && found == JACCUSE_COMPANY);
}

/* A mention that could be one of them. */
static bool is_candidate(const ja_resolver *resolver, const ja_mention *anaphor,
                         const ja_mention *candidate)
{
    return candidate->actor != JACCUSE_NONE && candidate->part_of == JA_NO_MENTION &&
           !candidate->plural && !resolver->actors.at[candidate->actor].anonymous &&
           candidate->type != JA_MENTION_DEMONYM && !candidate->member_count &&
           kind_fits(resolver, anaphor->role->kind, ja_merged(resolver, candidate->actor));
}

static bool is_group_of(const ja_resolver *resolver, const ja_mention *candidate, size_t number)
{
    size_t actor = ja_merged(resolver, candidate->actor);
    return actor != JACCUSE_NONE && resolver->facts[actor].plural &&
           resolver->facts[actor].number == number;
}

size_t ja_group_of_number(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; anaphor->number && i-- > 0 && index - i <= REACH;)
        if (is_group_of(resolver, &resolver->mentions->at[i], anaphor->number))
            return ja_merged(resolver, resolver->mentions->at[i].actor);
    return JACCUSE_NONE;
}

/* Whether commas, "and" and an age alone stand between two mentions, and "and" is one of them. */
static bool is_joint(const ja_resolver *resolver, const ja_mention *one, const ja_mention *other)
{
    const ja_document *document = resolver->document;
    bool joint = false;
    for (size_t token = one->first + one->count; token < other->first; token++) {
        ja_upos upos = document->words[resolver->forest->word_of_token[token]].upos;
        bool small = upos == JA_UPOS_CCONJ || upos == JA_UPOS_NUM || upos == JA_UPOS_PUNCT ||
                     ja_lexicon_is(resolver->lexicon, &document->tokens[token], JA_FUNCTION_TIME);
        if (!small || token > one->first + one->count + LONGEST_JOINT)
            return false;
        joint |= upos == JA_UPOS_CCONJ;
    }
    return joint;
}

/* "A, 58, AND B, 44,": whom the order of the words joins to a mention where the tree does not. */
static size_t joined_behind(const ja_resolver *resolver, const ja_mention *mention, size_t *members)
{
    const ja_mentions *mentions = resolver->mentions;
    for (size_t i = (size_t)(mention - mentions->at) + 1;
         i < mentions->count && mentions->at[i].sentence == mention->sentence; i++) {
        const ja_mention *other = &mentions->at[i];
        if (other->part_of != JA_NO_MENTION || other->actor == JACCUSE_NONE)
            continue;
        if (!is_joint(resolver, mention, other) || other->actor == mention->actor)
            return 1;
        members[1] = other->actor;
        return 2;
    }
    return 1;
}

/* The actors of a mention and of those that are joined to it by "and". */
static size_t joined(const ja_resolver *resolver, const ja_mention *mention, size_t *members)
{
    size_t count = 0;
    members[count++] = mention->actor;
    for (size_t word = ja_child(resolver->forest, mention->word, JA_DEP_CONJ, JA_NO_WORD);
         word != JA_NO_WORD && count < JA_MAX_LIST;
         word = ja_child(resolver->forest, mention->word, JA_DEP_CONJ, word)) {
        size_t other = resolver->mentions->by_word[word];
        if (other == JA_NO_MENTION)
            continue;
        size_t actor = resolver->mentions->at[other].actor;
        if (actor != JACCUSE_NONE && !has(members, count, actor))
            members[count++] = actor;
    }
    return count > 1 ? count : joined_behind(resolver, mention, members);
}

/* "A and B ... the two companies": a list of as many, or who was called so before. */
static bool is_list_of(const ja_resolver *resolver, const ja_mention *anaphor,
                       const size_t *members, size_t count)
{
    bool person = anaphor->role->kind == JACCUSE_PERSON;
    for (size_t i = 0; i < count; i++) {
        size_t actor = ja_merged(resolver, members[i]);
        bool known = resolver->facts[actor].sure || resolver->actors.at[actor].proper;
        bool fits = kind_fits(resolver, anaphor->role->kind, actor) ||
                    (!person && known && resolver->actors.at[actor].kind != JACCUSE_PERSON &&
                     anaphor->role->kind != JACCUSE_STATE);
        if (resolver->facts[actor].plural || !fits)
            return false;
    }
    return count == anaphor->number;
}

static bool find_listed(ja_resolver *resolver, size_t index)
{
    ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= REACH;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > SENTENCES)
            break;
        if (candidate->actor == JACCUSE_NONE || candidate->part_of != JA_NO_MENTION)
            continue;
        size_t members[JA_MAX_LIST];
        size_t count = candidate->member_count;
        if (count && is_list_of(resolver, anaphor, candidate->members, count))
            return give_members(resolver, anaphor, candidate->members, count);
        count = joined(resolver, candidate, members);
        if (is_list_of(resolver, anaphor, members, count))
            return give_members(resolver, anaphor, members, count);
    }
    return false;
}

/* Told of before as a group. */
static bool is_group(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= REACH;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > SENTENCES)
            return false;
        if (is_group_of(resolver, candidate, anaphor->number))
            return true;
    }
    return false;
}

/* "the two firms": as many as are told, the latest. */
static bool find_counted(ja_resolver *resolver, size_t index)
{
    ja_mention *anaphor = &resolver->mentions->at[index];
    size_t members[JA_MAX_LIST], count = 0;
    if (anaphor->number < 2 || anaphor->number > JA_MAX_LIST || !anaphor->definite ||
        anaphor->complement || anaphor->owner != JA_NO_MENTION)
        return false;
    if (find_listed(resolver, index))
        return true;
    bool counting = anaphor->role->kind == JACCUSE_GROUP && anaphor->role->phrase.length > 0;
    if (is_group(resolver, index) || counting) /* "the pair" need not be the latest two */
        return false;
    for (size_t i = index; i-- > 0 && index - i <= REACH && count < anaphor->number;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > SENTENCES)
            break;
        if (!is_candidate(resolver, anaphor, candidate))
            continue;
        size_t actor = ja_merged(resolver, candidate->actor);
        if (!has(members, count, actor))
            members[count++] = actor;
    }
    return count == anaphor->number && give_members(resolver, anaphor, members, count);
}

static bool is_argument(const ja_resolver *resolver, const ja_mention *mention)
{
    switch (resolver->forest->at[mention->word].relation) {
    case JA_DEP_NSUBJ:
    case JA_DEP_NSUBJ_PASS:
    case JA_DEP_OBJ:
    case JA_DEP_ROOT:
        return mention->part_of == JA_NO_MENTION;
    default:
        return false;
    }
}

/* "they": the latest that stands for several, by "and" or by itself. */
static bool find_joined(ja_resolver *resolver, size_t index)
{
    ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= REACH;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > 2)
            break;
        if (candidate->actor == JACCUSE_NONE || !is_argument(resolver, candidate))
            continue;
        if (candidate->member_count)
            return give_members(resolver, anaphor, candidate->members, candidate->member_count);
        if (candidate->plural || resolver->facts[candidate->actor].plural)
            return false; /* one group */
        size_t members[JA_MAX_LIST];
        size_t count = joined(resolver, candidate, members);
        if (count > 1)
            return give_members(resolver, anaphor, members, count);
    }
    return false;
}

bool ja_find_members(ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (mention->type == JA_MENTION_PRONOUN)
        return mention->pronoun->number == 'p' && find_joined(resolver, index);
    return mention->type == JA_MENTION_ROLE && find_counted(resolver, index);
}
