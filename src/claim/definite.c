/* Whom a definite description ("the firm", "l'avocat", "the former president") stands for: who was
 * called so before, else who is most likely of its kind. */
#include "claim/candidate.h"
#include "claim/noun_words.h"

static const size_t DESCRIPTION_REACH = 8; /* sentences back */
static const int OPPOSITE_LEAD = 2;        /* of the best candidate for "her opponent" */
static const int CLEAR_LEAD = 6;           /* of the best candidate, where only its kind is known */

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
    for (size_t i = index; i-- > 0 && index - i <= JA_LONG_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (!ja_is_resolved(candidate) || anaphor->owner == i || anaphor->name == i)
            continue;
        size_t actor = ja_merged(resolver, candidate->actor);
        if ((has_noun(resolver, actor, anaphor->role) ||
             is_same_lawyer(resolver, anaphor, candidate, actor)) &&
            resolver->facts[actor].plural == anaphor->plural &&
            !(resolver->actors.at[actor].kind == JACCUSE_PERSON &&
              ja_gender_conflicts(resolver, actor, ja_gender_of(resolver, anaphor))))
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
    if (!kind_fits(resolver, kind, actor) || ja_gender_conflicts(resolver, actor, gender) ||
        ja_shares_verb(resolver, anaphor, candidate) || is_owner(resolver, anaphor, actor))
        return JA_IMPOSSIBLE;
    int weight = ja_prominence(resolver, candidate, actor);
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
    contest of = {JACCUSE_NONE, JA_IMPOSSIBLE, JA_IMPOSSIBLE};
    for (size_t i = index; i-- > 0 && index - i <= JA_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (anaphor->sentence - candidate->sentence > DESCRIPTION_REACH)
            break;
        if (ja_is_resolved(candidate))
            compete(&of, ja_merged(resolver, candidate->actor),
                    weigh_kind(resolver, anaphor, i, kind));
    }
    return of.best - of.second >= CLEAR_LEAD ? of.found : JACCUSE_NONE;
}

/* "her OPPONENT": the one other of that kind who is named and spoken of. */
size_t ja_antecedent_opposite(const ja_resolver *resolver, size_t index, jaccuse_kind kind)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    contest of = {JACCUSE_NONE, JA_IMPOSSIBLE, JA_IMPOSSIBLE};
    for (size_t i = index; i-- > 0 && index - i <= JA_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        size_t actor = ja_merged(resolver, candidate->actor);
        if (ja_is_resolved(candidate) && resolver->actors.at[actor].proper &&
            anaphor->sentence - candidate->sentence <= DESCRIPTION_REACH)
            compete(&of, actor, weigh_kind(resolver, anaphor, i, kind));
    }
    return of.best - of.second >= OPPOSITE_LEAD ? of.found : JACCUSE_NONE;
}

/* A person often named, or who has just been spoken of, and holds no office as far as is told. */
static int weigh_former(const ja_resolver *resolver, const ja_mention *anaphor, size_t index)
{
    const ja_mention *candidate = &resolver->mentions->at[index];
    size_t actor = ja_merged(resolver, candidate->actor);
    const ja_facts *facts = &resolver->facts[actor];
    if (facts->office || facts->total < 2 || !resolver->actors.at[actor].proper ||
        weigh_kind(resolver, anaphor, index, JACCUSE_PERSON) == JA_IMPOSSIBLE)
        return JA_IMPOSSIBLE;
    bool close = anaphor->sentence - candidate->sentence <= 1;
    return (int)(facts->total < 6 ? facts->total : 6) +
           (close && ja_is_subject(resolver, candidate) ? 3 : 0) + (facts->former ? 4 : 0);
}

size_t ja_antecedent_out_of_office(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    contest of = {JACCUSE_NONE, JA_IMPOSSIBLE, JA_IMPOSSIBLE};
    for (size_t i = index; i-- > 0 && index - i <= JA_LONG_MEMORY;)
        if (ja_is_resolved(&resolver->mentions->at[i]))
            compete(&of, ja_merged(resolver, resolver->mentions->at[i].actor),
                    weigh_former(resolver, anaphor, i));
    return of.best > of.second ? of.found : JACCUSE_NONE;
}

size_t ja_person_of_nation(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    for (size_t i = index; i-- > 0 && index - i <= JA_LONG_MEMORY;) {
        const ja_mention *candidate = &resolver->mentions->at[i];
        if (!ja_is_resolved(candidate))
            continue;
        size_t actor = ja_merged(resolver, candidate->actor);
        if (resolver->facts[actor].nation == anaphor->entry && resolver->actors.at[actor].proper &&
            !ja_shares_verb(resolver, anaphor, candidate) &&
            !ja_gender_conflicts(resolver, actor, ja_gender_of(resolver, anaphor)))
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
    size_t quote = ja_quote_of(resolver, candidate);
    return quote != JA_NO_QUOTE && quote != ja_quote_of(resolver, anaphor);
}

size_t ja_state_near(const ja_resolver *resolver, size_t index)
{
    const ja_mention *anaphor = &resolver->mentions->at[index];
    size_t found = JACCUSE_NONE;
    bool several = false;
    for (size_t i = index; i-- > 0 && index - i <= JA_MEMORY;) {
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
