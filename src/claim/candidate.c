/* What is asked of mentions before an anaphor that may be its antecedent. */
#include "claim/candidate.h"

const ja_branch *ja_branch_of(const ja_resolver *resolver, size_t word)
{
    return &resolver->forest->at[word];
}

static bool is_subject_relation(ja_deprel relation)
{
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS;
}

/* The word whose argument a mention is: over "and" and titles. */
size_t ja_governor(const ja_resolver *resolver, size_t word)
{
    for (size_t steps = 0; steps < 8; steps++) {
        ja_deprel relation = ja_branch_of(resolver, word)->relation;
        size_t head = ja_branch_of(resolver, word)->head;
        bool within = relation == JA_DEP_FLAT || relation == JA_DEP_APPOS ||
                      relation == JA_DEP_CONJ || relation == JA_DEP_COMPOUND;
        if (head == JA_NO_WORD || !within)
            return head;
        word = head;
    }
    return JA_NO_WORD;
}

bool ja_is_subject(const ja_resolver *resolver, const ja_mention *mention)
{
    size_t word = mention->word;
    for (size_t steps = 0; steps < 4 && word != JA_NO_WORD; steps++) {
        ja_deprel relation = ja_branch_of(resolver, word)->relation;
        if (is_subject_relation(relation))
            return true;
        if (relation != JA_DEP_FLAT && relation != JA_DEP_APPOS && relation != JA_DEP_CONJ)
            return false;
        word = ja_branch_of(resolver, word)->head;
    }
    return false;
}

/* "in Paris", "à Londres": where something is. */
bool ja_is_place(const ja_resolver *resolver, const ja_mention *mention)
{
    ja_deprel relation = ja_branch_of(resolver, mention->word)->relation;
    return mention->type == JA_MENTION_KNOWN && relation != JA_DEP_OBL_AGENT &&
           (relation == JA_DEP_OBL || relation == JA_DEP_NMOD);
}

size_t ja_quote_of(const ja_resolver *resolver, const ja_mention *mention)
{
    return resolver->document->tokens[mention->head].quote;
}

bool ja_gender_conflicts(const ja_resolver *resolver, size_t actor, char gender)
{
    char known = resolver->facts[actor].gender;
    return gender && known && gender != 'n' && gender != known;
}

/* Two arguments of one verb are two actors. */
bool ja_shares_verb(const ja_resolver *resolver, const ja_mention *anaphor,
                    const ja_mention *candidate)
{
    if (anaphor->possessive || anaphor->sentence != candidate->sentence)
        return false;
    size_t verb = ja_governor(resolver, anaphor->word);
    return verb != JA_NO_WORD && verb == ja_governor(resolver, candidate->word);
}

int ja_prominence(const ja_resolver *resolver, const ja_mention *candidate, size_t actor)
{
    const ja_facts *facts = &resolver->facts[actor];
    int weight = (int)(facts->count < 5 ? facts->count : 5);
    weight += (int)(facts->total < 6 ? facts->total : 6) / 2;
    weight -= ja_is_only_place(facts) ? 6 : 0;
    weight += ja_is_subject(resolver, candidate) ? 4 : 0;
    weight -= ja_is_place(resolver, candidate) ? 6 : 0;
    weight -= candidate->part_of != JA_NO_MENTION ? 3 : 0;
    weight -= candidate->type == JA_MENTION_DEMONYM ? 6 : 0;
    weight -= resolver->actors.at[actor].anonymous ? 2 : 0;
    return weight;
}

bool ja_is_resolved(const ja_mention *candidate)
{
    return candidate->actor != JACCUSE_NONE && candidate->member_count == 0;
}
