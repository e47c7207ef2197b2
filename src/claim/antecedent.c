/* Whom an anaphor stands for: candidates before it are weighed by how near they are, what they are
 * in their sentence, how often they are spoken of, and what the anaphor says of them. */
#include "claim/noun_words.h"
#include "claim/resolver.h"

static const size_t PRONOUN_REACH = 2;     /* sentences back */
static const size_t DESCRIPTION_REACH = 8; /* likewise */
static const size_t MEMORY = 60;           /* mentions back */
static const size_t LONG_MEMORY = 240;     /* likewise, where a noun says who it was */
static const int IMPOSSIBLE = -1000;
static const int CLEAR_LEAD = 6; /* of the best candidate, where only its kind is known */

static const ja_branch *branch(const ja_resolver *resolver, size_t word)
{
    return &resolver->forest->at[word];
}

static bool is_subject_relation(ja_deprel relation)
{
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS;
}

/* The word whose argument a mention is: over "and" and titles. */
static size_t governor(const ja_resolver *resolver, size_t word)
{
    for (size_t steps = 0; steps < 8; steps++) {
        ja_deprel relation = branch(resolver, word)->relation;
        size_t head = branch(resolver, word)->head;
        bool within = relation == JA_DEP_FLAT || relation == JA_DEP_APPOS ||
                      relation == JA_DEP_CONJ || relation == JA_DEP_COMPOUND;
        if (head == JA_NO_WORD || !within)
            return head;
        word = head;
    }
    return JA_NO_WORD;
}

static bool is_subject(const ja_resolver *resolver, const ja_mention *mention)
{
    size_t word = mention->word;
    for (size_t steps = 0; steps < 4 && word != JA_NO_WORD; steps++) {
        ja_deprel relation = branch(resolver, word)->relation;
        if (is_subject_relation(relation))
            return true;
        if (relation != JA_DEP_FLAT && relation != JA_DEP_APPOS && relation != JA_DEP_CONJ)
            return false;
        word = branch(resolver, word)->head;
    }
    return false;
}

/* "in Paris", "à Londres": where something is. */
static bool is_place(const ja_resolver *resolver, const ja_mention *mention)
{
    ja_deprel relation = branch(resolver, mention->word)->relation;
    return mention->type == JA_MENTION_KNOWN && relation != JA_DEP_OBL_AGENT &&
           (relation == JA_DEP_OBL || relation == JA_DEP_NMOD);
}

static size_t quote_of(const ja_resolver *resolver, const ja_mention *mention)
{
    return resolver->document->tokens[mention->head].quote;
}

/* ---- kind, number and gender ---- */

static bool gender_conflicts(const ja_resolver *resolver, size_t actor, char gender)
{
    char known = resolver->facts[actor].gender;
    return gender && known && gender != 'n' && gender != known;
}

static bool kind_fits(const ja_resolver *resolver, jaccuse_kind kind, size_t actor)
{
    const ja_facts *facts = &resolver->facts[actor];
    jaccuse_kind found = resolver->actors.at[actor].kind;
    if (facts->plural != (kind == JACCUSE_GROUP))
        return found == kind && kind == JACCUSE_GROUP;
    if (found == kind)
        return true;
    if (!facts->sure) /* guessed of one word, it may be any kind of body */
        return kind != JACCUSE_STATE && kind != JACCUSE_GROUP && kind != JACCUSE_PERSON &&
               found == JACCUSE_ORGANISATION;
    return kind == JACCUSE_COMPANY && found == JACCUSE_MEDIA;
}

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
    if (gender_conflicts(resolver, actor, anaphor->possessive && !natural ? 0 : pronoun->gender))
        return false;
    return !natural || pronoun->gender == 0 || kind == JACCUSE_PERSON || !facts->sure;
}

/* ---- syntax ---- */

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
    size_t verb = governor(resolver, anaphor->word);
    if (anaphor->possessive && verb != JA_NO_WORD) {
        for (size_t steps = 0; steps < 6 && verb != JA_NO_WORD; steps++) {
            size_t own = subject_of(resolver, verb);
            if (own != JA_NO_MENTION && &resolver->mentions->at[own] < anaphor)
                return own;
            verb = branch(resolver, verb)->head;
        }
        return JA_NO_MENTION;
    }
    for (size_t steps = 0; steps < 6 && verb != JA_NO_WORD; steps++) {
        size_t head = branch(resolver, verb)->head;
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

/* Two arguments of one verb are two actors. */
static bool shares_verb(const ja_resolver *resolver, const ja_mention *anaphor,
                        const ja_mention *candidate)
{
    if (anaphor->possessive || anaphor->sentence != candidate->sentence)
        return false;
    size_t verb = governor(resolver, anaphor->word);
    return verb != JA_NO_WORD && verb == governor(resolver, candidate->word);
}

/* Inside of direct speech a third person is not who speaks. */
static bool is_speaker(const ja_resolver *resolver, const ja_mention *anaphor,
                       const ja_mention *candidate)
{
    size_t quote = quote_of(resolver, anaphor);
    return quote != JA_NO_QUOTE && quote_of(resolver, candidate) != quote &&
           candidate->sentence == anaphor->sentence && is_subject(resolver, candidate);
}

/* ---- weighing ---- */

static int prominence(const ja_resolver *resolver, const ja_mention *candidate, size_t actor)
{
    const ja_facts *facts = &resolver->facts[actor];
    int weight = (int)(facts->count < 5 ? facts->count : 5);
    weight += (int)(facts->total < 6 ? facts->total : 6) / 2;
    weight -= ja_is_only_place(facts) ? 6 : 0;
    weight += is_subject(resolver, candidate) ? 4 : 0;
    weight -= is_place(resolver, candidate) ? 6 : 0;
    weight -= candidate->part_of != JA_NO_MENTION ? 3 : 0;
    weight -= candidate->type == JA_MENTION_DEMONYM ? 6 : 0;
    weight -= resolver->actors.at[actor].anonymous ? 2 : 0;
    return weight;
}

static int weigh_pronoun(const ja_resolver *resolver, const ja_mention *anaphor, size_t index,
                         size_t favourite)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, candidate->actor);
    if (!pronoun_fits(resolver, anaphor, actor) || is_speaker(resolver, anaphor, candidate) ||
        shares_verb(resolver, anaphor, candidate))
        return IMPOSSIBLE;
    if (candidate->part_of != JA_NO_MENTION &&
        anaphor->part_of == candidate->part_of) /* "his X's Y" */
        return IMPOSSIBLE;
    int weight = prominence(resolver, candidate, actor);
    weight -= 5 * (int)(anaphor->sentence - candidate->sentence);
    weight += index == favourite ? 6 : 0;
    char gender = anaphor->pronoun->gender;
    weight += gender && gender == resolver->facts[actor].gender ? 3 : 0;
    weight += resolver->facts[actor].sure ? 1 : 0;
    weight -= quote_of(resolver, candidate) != quote_of(resolver, anaphor) ? 1 : 0;
    return weight;
}

/* "L'INTÉRESSÉ dément": who was spoken of before, less who did something then. */
static int weigh_concerned(const ja_resolver *resolver, const ja_mention *anaphor, size_t index)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    int weight = weigh_pronoun(resolver, anaphor, index, JA_NO_MENTION);
    if (weight == IMPOSSIBLE)
        return weight;
    weight -= is_subject(resolver, candidate) ? 5 : 0;
    weight -= branch(resolver, candidate->word)->relation == JA_DEP_OBL_AGENT ? 6 : 0;
    return weight - (candidate->sentence == anaphor->sentence ? 6 : 0);
}

static bool is_resolved(const ja_mention *candidate)
{
    return candidate->actor != JACCUSE_NONE && candidate->member_count == 0;
}

/* The noun that a relative clause hangs on. */
static size_t relative_antecedent(const ja_resolver *resolver, const ja_mention *anaphor)
{
    size_t word = anaphor->word;
    for (size_t steps = 0; steps < 5 && word != JA_NO_WORD; steps++) {
        ja_deprel relation = branch(resolver, word)->relation;
        word = branch(resolver, word)->head;
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

size_t ja_antecedent_of_pronoun(ja_resolver *resolver, size_t index)
{
    ja_mention *anaphor = &resolver->mentions->at[index];
    if (anaphor->pronoun->role == JA_PRONOUN_RELATIVE)
        return follow_relative(resolver, anaphor);
    size_t favourite = preferred(resolver, anaphor);
    size_t found = coordinated_owner(resolver, index);
    if (found != JACCUSE_NONE)
        return found;
    if (is_reflexive(resolver, anaphor)) {
        size_t verb = governor(resolver, anaphor->word);
        size_t own = verb == JA_NO_WORD ? JA_NO_MENTION : subject_of(resolver, verb);
        return own == JA_NO_MENTION ? JACCUSE_NONE : resolver->mentions->at[own].actor;
    }
    int best = IMPOSSIBLE;
    bool latter = ends_with_word(resolver, anaphor, JA_NOUN_WORD_LATTER);
    bool concerned = ends_with_word(resolver, anaphor, JA_NOUN_WORD_CONCERNED);
    for (size_t i = index; i-- > 0 && index - i <= MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > PRONOUN_REACH)
            break;
        if (!is_resolved(candidate))
            continue;
        int weight = concerned ? weigh_concerned(resolver, anaphor, i)
                               : weigh_pronoun(resolver, anaphor, i, favourite);
        if (latter && weight > IMPOSSIBLE && candidate->type != JA_MENTION_DEMONYM)
            return candidate->actor;
        if (weight > best) {
            best = weight;
            found = candidate->actor;
        }
    }
    return found;
}

/* ---- descriptions ---- */

static bool is_border(char c)
{
    return c == ' ' || c == '\'';
}

/* A vice-president is no president. */
static bool is_deputy(const ja_language *language, ja_slice words)
{
    ja_slice word;
    while (ja_next_field(&words, ' ', &word))
        if (ja_noun_word_is(language, word, JA_NOUN_WORD_DEPUTY))
            return true;
    return false;
}

bool ja_noun_repeats(const ja_language *language, const ja_role_noun *later,
                     const ja_role_noun *earlier)
{
    ja_slice part = later->phrase, whole = earlier->phrase;
    if (later == earlier || (later->kind == earlier->kind && ja_equal(part, whole)))
        return true;
    if (part.length == 0 || part.length >= whole.length || later->kind != earlier->kind)
        return false;
    size_t more = whole.length - part.length;
    if (ja_ends_with(whole, part) && is_border(whole.at[more - 1]))
        return !is_deputy(language, (ja_slice){whole.at, more - 1});
    return ja_starts_with(whole, part) && is_border(whole.at[part.length]) &&
           !is_deputy(language, (ja_slice){whole.at + part.length + 1, more - 1});
}

static bool has_noun(const ja_resolver *resolver, size_t actor, const ja_role_noun *noun)
{
    const ja_facts *facts = &resolver->facts[actor];
    for (size_t i = 0; i < facts->noun_count; i++)
        if (ja_noun_repeats(resolver->document->language, noun, facts->nouns[i]))
            return true;
    return false;
}

/* "Me Martin ... L'AVOCAT", "son conseil, Paul Roy, ... L'AVOCAT": lawyers go by several nouns. */
static bool is_same_lawyer(const ja_resolver *resolver, const ja_mention *anaphor,
                           const ja_mention *candidate, size_t actor)
{
    const ja_language *language = resolver->document->language;
    const ja_token *tokens = resolver->document->tokens;
    const ja_facts *facts = &resolver->facts[actor];
    if (anaphor->head_count > 1 ||
        !ja_noun_word_is(language, tokens[anaphor->head].lower, JA_NOUN_WORD_LAWYER))
        return false;
    for (size_t i = 0; i < facts->noun_count; i++)
        if (ja_noun_word_is(language, facts->nouns[i]->phrase, JA_NOUN_WORD_LAWYER))
            return true;
    return candidate->titled && candidate->head > 0 &&
           ja_noun_word_is(language, tokens[candidate->head - 1].lower, JA_NOUN_WORD_ADVOCATE);
}

size_t ja_antecedent_by_noun(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= LONG_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (!is_resolved(candidate) || anaphor->owner == i || anaphor->name == i)
            continue;
        size_t actor = ja_merged(resolver, candidate->actor);
        if ((has_noun(resolver, actor, anaphor->role) ||
             is_same_lawyer(resolver, anaphor, candidate, actor)) &&
            resolver->facts[actor].plural == anaphor->plural &&
            !(resolver->actors.at[actor].kind == JACCUSE_PERSON &&
              gender_conflicts(resolver, actor, ja_gender_of(resolver, anaphor))))
            return actor;
    }
    return JACCUSE_NONE;
}

static bool is_owner(const ja_resolver *resolver, const ja_mention *mention, size_t actor)
{
    return mention->owner != JA_NO_MENTION &&
           ja_merged(resolver, resolver->mentions->at[mention->owner].actor) == actor;
}

static int weigh_kind(const ja_resolver *resolver, const ja_mention *anaphor, size_t index,
                      jaccuse_kind kind)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, candidate->actor);
    char gender = kind == JACCUSE_PERSON ? ja_gender_of(resolver, anaphor) : 0;
    if (!kind_fits(resolver, kind, actor) || gender_conflicts(resolver, actor, gender) ||
        shares_verb(resolver, anaphor, candidate) || is_owner(resolver, anaphor, actor))
        return IMPOSSIBLE;
    int weight = prominence(resolver, candidate, actor);
    size_t distance = anaphor->sentence - candidate->sentence;
    weight -= 2 * (int)distance;
    weight += resolver->facts[actor].sure ? 3 : 0;
    weight += (int)(resolver->facts[actor].total < 8 ? resolver->facts[actor].total : 8) / 2;
    weight -= kind != resolver->actors.at[actor].kind && resolver->facts[actor].sure ? 5 : 0;
    weight += gender && gender == resolver->facts[actor].gender ? 2 : 0;
    weight -= candidate->sentence == anaphor->sentence ? 1 : 0;
    return weight;
}

/* The best of the candidates so far, and how much the best of the other actors weighs. */
typedef struct contest {
    size_t found;
    int best, second;
} contest;

static void compete(contest *of, size_t actor, int weight)
{
    if (weight > of->best) {
        of->second = actor == of->found ? of->second : of->best;
        of->best = weight;
        of->found = actor;
    } else if (weight > of->second && actor != of->found) {
        of->second = weight;
    }
}

size_t ja_antecedent_by_kind(const ja_resolver *resolver, size_t index, jaccuse_kind kind)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    contest of = {JACCUSE_NONE, IMPOSSIBLE, IMPOSSIBLE};
    for (size_t i = index; i-- > 0 && index - i <= MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > DESCRIPTION_REACH)
            break;
        if (is_resolved(candidate))
            compete(&of, ja_merged(resolver, candidate->actor),
                    weigh_kind(resolver, anaphor, i, kind));
    }
    return of.best - of.second >= CLEAR_LEAD ? of.found : JACCUSE_NONE;
}

/* A person often named, or who has just been spoken of, and holds no office as far as is told. */
static int weigh_former(const ja_resolver *resolver, const ja_mention *anaphor, size_t index)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, candidate->actor);
    const ja_facts *facts = &resolver->facts[actor];
    if (facts->office || facts->total < 2 || !resolver->actors.at[actor].proper ||
        weigh_kind(resolver, anaphor, index, JACCUSE_PERSON) == IMPOSSIBLE)
        return IMPOSSIBLE;
    bool close = anaphor->sentence - candidate->sentence <= 1;
    return (int)(facts->total < 6 ? facts->total : 6) +
           (close && is_subject(resolver, candidate) ? 3 : 0) + (facts->former ? 4 : 0);
}

size_t ja_antecedent_out_of_office(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    contest of = {JACCUSE_NONE, IMPOSSIBLE, IMPOSSIBLE};
    for (size_t i = index; i-- > 0 && index - i <= LONG_MEMORY;)
        if (is_resolved(&resolver->mentions->at[i]))
            compete(&of, ja_merged(resolver, resolver->mentions->at[i].actor),
                    weigh_former(resolver, anaphor, i));
    return of.best > of.second ? of.found : JACCUSE_NONE;
}

size_t ja_person_of_nation(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= LONG_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (!is_resolved(candidate))
            continue;
        size_t actor = ja_merged(resolver, candidate->actor);
        if (resolver->facts[actor].nation == anaphor->entry && resolver->actors.at[actor].proper &&
            !shares_verb(resolver, anaphor, candidate) &&
            !gender_conflicts(resolver, actor, ja_gender_of(resolver, anaphor)))
            return actor;
    }
    return JACCUSE_NONE;
}

/* "À MOSCOU, le ministère ...": the place that opens the sentence tells of which state. */
static bool opens_sentence(const ja_resolver *resolver, const ja_mention *anaphor,
                           const ja_mention *place)
{
    const ja_sentence *sentence = &resolver->document->sentences[place->sentence];
    return place->sentence == anaphor->sentence && !sentence->title &&
           place->type == JA_MENTION_KNOWN && place->first == sentence->first + 1 &&
           ja_noun_word_is(resolver->document->language,
                           resolver->document->tokens[sentence->first].lower,
                           JA_NOUN_WORD_LOCATIVE);
}

/* What somebody says of a state tells nothing of his own. */
static bool is_quoted(const ja_resolver *resolver, const ja_mention *anaphor,
                      const ja_mention *candidate)
{
    size_t quote = quote_of(resolver, candidate);
    return quote != JA_NO_QUOTE && quote != quote_of(resolver, anaphor);
}

size_t ja_state_near(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    size_t found = JACCUSE_NONE;
    bool several = false;
    for (size_t i = index; i-- > 0 && index - i <= MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > DESCRIPTION_REACH)
            break;
        if (candidate->actor == JACCUSE_NONE || is_quoted(resolver, anaphor, candidate))
            continue;
        size_t state = ja_actor_principal(&resolver->actors, ja_merged(resolver, candidate->actor));
        if (resolver->actors.at[state].kind != JACCUSE_STATE)
            continue;
        if (opens_sentence(resolver, anaphor, candidate))
            return state;
        several |= found != JACCUSE_NONE && found != state;
        found = state;
    }
    return several ? JACCUSE_NONE : found;
}
