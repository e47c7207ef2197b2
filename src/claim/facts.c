/* What is learned of actors from their mentions: gender, nouns, kind, how often they are named. */
#include <string.h>

#include "claim/noun_words.h"
#include "claim/resolver.h"

char ja_gender_of_given_name(const ja_resolver *resolver, size_t token)
{
    const ja_language *language = resolver->document->language;
    ja_slice lower = resolver->document->tokens[token].lower;
    bool male = ja_noun_word_is(language, lower, JA_NOUN_WORD_MALE);
    bool female = ja_noun_word_is(language, lower, JA_NOUN_WORD_FEMALE);
    if (!male && !female && lower.length > 2) { /* "Jean-Marie" */
        ja_slice rest = lower;
        if (ja_next_field(&rest, '-', &lower) && rest.length)
            male = ja_noun_word_is(language, lower, JA_NOUN_WORD_MALE),
            female = ja_noun_word_is(language, lower, JA_NOUN_WORD_FEMALE);
    }
    return male == female ? 0 : male ? 'm' : 'f';
}

void ja_learn_noun(ja_resolver *resolver, size_t actor, const ja_role_noun *noun)
{
    ja_facts *facts = &resolver->facts[actor];
    for (size_t i = 0; i < facts->noun_count; i++)
        if (facts->nouns[i] == noun)
            return;
    if (facts->noun_count < JA_NOUNS_KEPT && noun->phrase.length)
        facts->nouns[facts->noun_count++] = noun;
}

void ja_learn_role(ja_resolver *resolver, size_t actor, const ja_mention *mention)
{
    bool office = mention->role->relation == JA_ROLE_HOLDS &&
                  ja_head_is(resolver, mention, JA_NOUN_WORD_OFFICE);
    bool speaks = mention->role->relation == JA_ROLE_SPEAKS;
    ja_learn_noun(resolver, actor, mention->role);
    resolver->facts[actor].former |= mention->former;
    resolver->facts[actor].office |= !mention->former && (office || speaks);
}

void ja_learn_nouns_of_name(ja_resolver *resolver, const ja_mention *mention)
{
    size_t end = mention->head + mention->head_count;
    ja_role_match role;
    if (mention->actor == JACCUSE_NONE || mention->head_count < 2)
        return;
    jaccuse_kind kind = resolver->actors.at[mention->actor].kind;
    for (size_t token = mention->head; token < end; token++)
        if (ja_role_at(resolver->document, token, end, ja_is_demonym, &role) &&
            role.noun->kind != JACCUSE_PERSON && kind != JACCUSE_PERSON && kind != JACCUSE_STATE)
            ja_learn_noun(resolver, mention->actor, role.noun);
}

/* "avocate" of the lemma "avocat" is a woman, whatever the tag says. */
static bool is_feminine_form(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_word *word = &resolver->document->words[mention->word];
    ja_slice lower = resolver->document->tokens[word->token].lower;
    return !resolver->document->language->natural_gender && !mention->plural &&
           ja_ends_with(lower, JA_SLICE("e")) && !ja_ends_with(word->lemma, JA_SLICE("e")) &&
           word->lemma.length > 2;
}

/* "SON adversaire" may be a woman: before a vowel the possessive does not tell. */
static bool is_epicene(const ja_resolver *resolver, const ja_mention *mention, size_t determiner)
{
    const ja_document *document = resolver->document;
    const char *features = document->words[determiner].features;
    return features && strstr(features, "Poss=Yes") && mention->type == JA_MENTION_ROLE &&
           !document->language->natural_gender &&
           ja_ends_with(document->tokens[mention->head].lower, JA_SLICE("e"));
}

static char gender_in(const char *features)
{
    const char *gender = features ? strstr(features, "Gender=") : NULL;
    return !gender ? 0 : gender[7] == 'M' ? 'm' : gender[7] == 'F' ? 'f' : 0;
}

char ja_gender_of(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_word *words = resolver->document->words;
    if (mention->pronoun)
        return mention->pronoun->gender == 'n' || mention->possessive ? 0
                                                                      : mention->pronoun->gender;
    if (mention->type == JA_MENTION_NAME || mention->type == JA_MENTION_KNOWN) {
        char given =
            mention->type == JA_MENTION_NAME ? ja_gender_of_given_name(resolver, mention->head) : 0;
        if (given)
            return given;
        if (mention->head > 0 && mention->titled)
            return ja_gender_of_given_name(resolver, mention->head - 1);
    }
    char noun = mention->type == JA_MENTION_ROLE
                    ? ja_gender_of_given_name(resolver, mention->head + mention->head_count - 1)
                    : 0;
    if (noun)
        return noun;
    if (mention->type == JA_MENTION_ROLE && is_feminine_form(resolver, mention))
        return 'f';
    size_t determiner = ja_child(resolver->forest, mention->word, JA_DEP_DET, JA_NO_WORD);
    bool before = determiner != JA_NO_WORD && determiner < mention->word;
    if (before && is_epicene(resolver, mention, determiner))
        return 0;
    char told = before ? gender_in(words[determiner].features) : 0;
    return told || mention->type != JA_MENTION_ROLE ? told
                                                    : gender_in(words[mention->word].features);
}

/* "the BELGIAN coach", "le BELGE Marc Maes": whence somebody is. */
static void learn_nation(ja_resolver *resolver, const ja_mention *mention)
{
    const ja_mention *nation = mention;
    if (mention->type == JA_MENTION_ROLE && mention->owner != JA_NO_MENTION)
        nation = &resolver->mentions->at[mention->owner];
    if (nation->type == JA_MENTION_DEMONYM && !nation->possessive && nation->entry != JA_NO_ENTRY &&
        resolver->actors.at[mention->actor].kind == JACCUSE_PERSON &&
        resolver->facts[mention->actor].nation == JA_NO_ENTRY)
        resolver->facts[mention->actor].nation = nation->entry;
}

void ja_learn_mention(ja_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    if (mention->actor == JACCUSE_NONE || mention->member_count)
        return;
    ja_facts *facts = &resolver->facts[mention->actor];
    facts->count += mention->part_of == JA_NO_MENTION;
    facts->last = index;
    learn_nation(resolver, mention);
    bool own = mention->type != JA_MENTION_DEMONYM &&
               !(mention->type == JA_MENTION_ROLE && mention->role->relation == JA_ROLE_SPEAKS &&
                 mention->name == JA_NO_MENTION);
    bool person = resolver->actors.at[mention->actor].kind == JACCUSE_PERSON;
    bool describes = mention->type == JA_MENTION_ROLE && !person;
    if (facts->gender == 0 && own && !describes && !mention->plural)
        facts->gender = ja_gender_of(resolver, mention);
    if (mention->type == JA_MENTION_PRONOUN && mention->pronoun->gender == 'n')
        ja_know_as_body(resolver, mention->actor);
    if (mention->type == JA_MENTION_PRONOUN && !facts->sure && facts->gender &&
        resolver->document->language->natural_gender) {
        resolver->actors.at[mention->actor].kind = JACCUSE_PERSON;
        facts->sure = true;
    }
}

void ja_know_as_body(ja_resolver *resolver, size_t actor)
{
    ja_actor *known = &resolver->actors.at[actor];
    if (!resolver->facts[actor].sure && known->kind == JACCUSE_PERSON &&
        resolver->facts[actor].gender == 0)
        known->kind = JACCUSE_ORGANISATION;
}

bool ja_is_only_place(const ja_facts *facts)
{
    return facts->places * 2 > facts->total;
}
