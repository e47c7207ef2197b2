/* Whom a pronoun stands for: candidates before it are weighed by how near they are, what they are
 * in their sentence, how often they are spoken of, and what the pronoun says of them. */
#include "claim/candidate.h"
#include "claim/noun_words.h"

static const size_t PRONOUN_REACH = 2; /* sentences back */

static bool pronoun_fits(const ja_resolver *resolver, const ja_mention *anaphor, size_t actor)
{
    const ja_pronoun *pronoun = anaphor->pronoun;
    const ja_facts *facts = &resolver->facts[actor];
    jaccuse_kind kind = resolver->actors.at[actor].kind;
    bool natural = resolver->document->language->natural_gender;
    if (pronoun->number == 'p' && pronoun->role != JA_PRONOUN_POSSESSIVE)
        return facts->plural || kind == JACCUSE_GROUP ||
               (natural && facts->sure && kind != JACCUSE_PERSON && kind != JACCUSE_STATE);
    if (pronoun->number == 'p')
        return facts->plural || kind != JACCUSE_PERSON;
    if (facts->plural)
        return false;
    if (pronoun->gender == 'n')
        return kind != JACCUSE_PERSON || (!facts->sure && facts->gender == 0);
    if (ja_gender_conflicts(resolver, actor, anaphor->possessive && !natural ? 0 : pronoun->gender))
        return false;
    return !natural || pronoun->gender == 0 || kind == JACCUSE_PERSON || !facts->sure;
}

/* The subject of the clause that a word heads, as a mention. */
static size_t subject_of(const ja_resolver *resolver, size_t verb)
{
    size_t subject = ja_child(resolver->forest, verb, JA_DEP_NSUBJ, JA_NO_WORD);
    if (subject == JA_NO_WORD)
        subject = ja_child(resolver->forest, verb, JA_DEP_NSUBJ_PASS, JA_NO_WORD);
    return subject == JA_NO_WORD ? JA_NO_MENTION : resolver->mentions->by_word[subject];
}

/* The subject that the pronoun most likely repeats: of the clause over its own ("A says HE ..."),
 * or of its own clause where it is no subject itself (possessives, "himself"). */
static size_t preferred(const ja_resolver *resolver, const ja_mention *anaphor)
{
    size_t verb = ja_governor(resolver, anaphor->word);
    if (anaphor->possessive && verb != JA_NO_WORD) {
        for (size_t steps = 0; steps < 6 && verb != JA_NO_WORD; steps++) {
            size_t own = subject_of(resolver, verb);
            if (own != JA_NO_MENTION && &resolver->mentions->at[own] < anaphor)
                return own;
            verb = ja_branch_of(resolver, verb)->head;
        }
        return JA_NO_MENTION;
    }
    for (size_t steps = 0; steps < 6 && verb != JA_NO_WORD; steps++) {
        size_t head = ja_branch_of(resolver, verb)->head;
        if (head == JA_NO_WORD)
            return JA_NO_MENTION;
        size_t subject = subject_of(resolver, head);
        if (subject != JA_NO_MENTION && &resolver->mentions->at[subject] < anaphor)
            return subject;
        verb = head;
    }
    return JA_NO_MENTION;
}

static bool is_reflexive(const ja_resolver *resolver, const ja_mention *anaphor)
{
    ja_slice lower = resolver->document->tokens[anaphor->head].lower;
    const ja_pronoun *pronoun = anaphor->pronoun;
    return pronoun->role == JA_PRONOUN_OBJECT &&
           (ja_ends_with(lower, JA_SLICE("self")) || ja_ends_with(lower, JA_SLICE("selves")) ||
            (pronoun->number == 0 && pronoun->gender == 0));
}

/* Inside of direct speech a third person is not who speaks. */
static bool is_speaker(const ja_resolver *resolver, const ja_mention *anaphor,
                       const ja_mention *candidate)
{
    size_t quote = ja_quote_of(resolver, anaphor);
    return quote != JA_NO_QUOTE && ja_quote_of(resolver, candidate) != quote &&
           candidate->sentence == anaphor->sentence && ja_is_subject(resolver, candidate);
}

static int weigh_pronoun(const ja_resolver *resolver, const ja_mention *anaphor, size_t index,
                         size_t favourite)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, candidate->actor);
    if (!pronoun_fits(resolver, anaphor, actor) || is_speaker(resolver, anaphor, candidate) ||
        ja_shares_verb(resolver, anaphor, candidate))
        return JA_IMPOSSIBLE;
    if (candidate->part_of != JA_NO_MENTION &&
        anaphor->part_of == candidate->part_of) /* "his X's Y" */
        return JA_IMPOSSIBLE;
    int weight = ja_prominence(resolver, candidate, actor);
    weight -= 5 * (int)(anaphor->sentence - candidate->sentence);
    weight += index == favourite ? 6 : 0;
    char gender = anaphor->pronoun->gender;
    weight += gender && gender == resolver->facts[actor].gender ? 3 : 0;
    weight += resolver->facts[actor].sure ? 1 : 0;
    weight -= ja_quote_of(resolver, candidate) != ja_quote_of(resolver, anaphor) ? 1 : 0;
    return weight;
}

/* "L'INTÉRESSÉ dément": who was spoken of before, less who did something then. */
static int weigh_concerned(const ja_resolver *resolver, const ja_mention *anaphor, size_t index)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    int weight = weigh_pronoun(resolver, anaphor, index, JA_NO_MENTION);
    if (weight == JA_IMPOSSIBLE)
        return weight;
    weight -= ja_is_subject(resolver, candidate) ? 5 : 0;
    weight -= ja_branch_of(resolver, candidate->word)->relation == JA_DEP_OBL_AGENT ? 6 : 0;
    return weight - (candidate->sentence == anaphor->sentence ? 6 : 0);
}

/* The noun that a relative clause hangs on. */
static size_t relative_antecedent(const ja_resolver *resolver, const ja_mention *anaphor)
{
    size_t word = anaphor->word;
    for (size_t steps = 0; steps < 5 && word != JA_NO_WORD; steps++) {
        ja_deprel relation = ja_branch_of(resolver, word)->relation;
        word = ja_branch_of(resolver, word)->head;
        if (word != JA_NO_WORD && (relation == JA_DEP_RELCL || relation == JA_DEP_ACL))
            return resolver->mentions->by_word[word];
    }
    return JA_NO_MENTION;
}

static size_t follow_relative(ja_resolver *resolver, ja_mention *anaphor)
{
    size_t found = relative_antecedent(resolver, anaphor);
    if (found == JA_NO_MENTION)
        return JACCUSE_NONE;
    const ja_mention *antecedent = &resolver->mentions->at[found];
    anaphor->plural = antecedent->plural;
    anaphor->members = antecedent->members;
    anaphor->member_count = antecedent->member_count;
    return antecedent->actor;
}

/* "ce DERNIER", "the LATTER", "l'INTÉRESSÉ". */
static bool ends_with_word(const ja_resolver *resolver, const ja_mention *anaphor,
                           ja_noun_word function)
{
    const ja_token *last = &resolver->document->tokens[anaphor->head + anaphor->head_count - 1];
    return ja_noun_word_is(resolver->document->language, last->lower, function);
}

/* "sued the Times AND ITS reporter": of what is joined by "and" the second is the first's. */
static size_t coordinated_owner(const ja_resolver *resolver, size_t index)
{
    const ja_document *document = resolver->document;
    const ja_mention *anaphor = &resolver->mentions->at[index];
    size_t and = anaphor->head - 1;
    if (!anaphor->possessive || anaphor->head < 2 ||
        document->words[resolver->forest->word_of_token[and]].upos != JA_UPOS_CCONJ)
        return JACCUSE_NONE;
    for (size_t i = index; i-- > 0 && resolver->mentions->at[i].sentence == anaphor->sentence;) {
        const ja_mention *owner = &resolver->mentions->at[i];
        if (owner->first + owner->count != and || owner->part_of != JA_NO_MENTION)
            continue;
        size_t actor = ja_merged(resolver, owner->actor);
        return actor != JACCUSE_NONE && owner->member_count == 0 &&
                       pronoun_fits(resolver, anaphor, actor)
                   ? actor
                   : JACCUSE_NONE;
    }
    return JACCUSE_NONE;
}

/* "répond son PORTE-PAROLE. Ce dernier ...": a person without a name, who stands for his body. */
static bool is_nameless_person(const ja_mention *candidate)
{
    return candidate->type == JA_MENTION_ROLE && candidate->role && !candidate->plural &&
           candidate->role->kind == JACCUSE_PERSON && candidate->name == JA_NO_MENTION &&
           ja_is_resolved(candidate);
}

/* The candidate that weighs most; of "the latter" the latest that it can be. */
static size_t heaviest(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    size_t favourite = preferred(resolver, anaphor), found = JACCUSE_NONE;
    bool latter = ends_with_word(resolver, anaphor, JA_NOUN_WORD_LATTER);
    bool concerned = ends_with_word(resolver, anaphor, JA_NOUN_WORD_CONCERNED);
    int best = JA_IMPOSSIBLE;
    for (size_t i = index; i-- > 0 && index - i <= JA_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > PRONOUN_REACH)
            break;
        if (latter && is_nameless_person(candidate))
            return candidate->actor;
        if (!ja_is_resolved(candidate))
            continue;
        int weight = concerned ? weigh_concerned(resolver, anaphor, i)
                               : weigh_pronoun(resolver, anaphor, i, favourite);
        if (latter && weight > JA_IMPOSSIBLE && candidate->type != JA_MENTION_DEMONYM)
            return candidate->actor;
        if (weight > best) {
            best = weight;
            found = candidate->actor;
        }
    }
    return found;
}

/* "QUANT à B, il LES accuse": an object pronoun takes up what the sentence was said to be about. */
static size_t topic_of(const ja_resolver *resolver, const ja_mention *anaphor)
{
    const ja_document *document = resolver->document;
    size_t opening = document->sentences[anaphor->sentence].first;
    if (anaphor->pronoun->role != JA_PRONOUN_OBJECT ||
        !ja_lexicon_is(resolver->lexicon, &document->tokens[opening], JA_FUNCTION_TOPIC))
        return JACCUSE_NONE;
    for (size_t i = 0; i < resolver->mentions->count; i++) {
        const ja_mention *topic = &resolver->mentions->at[i];
        if (topic->first > opening && topic < anaphor && ja_is_resolved(topic))
            return topic->actor;
    }
    return JACCUSE_NONE;
}

size_t ja_antecedent_of_pronoun(ja_resolver *resolver, size_t index)
{
    ja_mention *anaphor = &resolver->mentions->at[index];
    if (anaphor->pronoun->role == JA_PRONOUN_RELATIVE)
        return follow_relative(resolver, anaphor);
    if (is_reflexive(resolver, anaphor)) {
        size_t verb = ja_governor(resolver, anaphor->word);
        size_t own = verb == JA_NO_WORD ? JA_NO_MENTION : subject_of(resolver, verb);
        return own == JA_NO_MENTION ? JACCUSE_NONE : resolver->mentions->at[own].actor;
    }
    size_t topic = topic_of(resolver, anaphor);
    if (topic != JACCUSE_NONE)
        return topic;
    size_t owner = coordinated_owner(resolver, index);
    return owner != JACCUSE_NONE ? owner : heaviest(resolver, index);
}
