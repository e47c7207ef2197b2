/* Pronouns that stand for actors: of the third person, and relative ones. */
#include <string.h>

#include "claim/finder.h"

static const size_t *pronoun_pair(const ja_language *language, ja_slice first, ja_slice second)
{
    char both[32];
    size_t length = first.length + 1 + second.length;
    if (length > sizeof both)
        return NULL;
    memcpy(both, first.at, first.length);
    both[first.length] = ' ';
    memcpy(both + first.length + 1, second.at, second.length);
    return ja_map_get(&language->pronouns, (ja_slice){both, length});
}

static const ja_pronoun *pronoun_in(const ja_finder *finder, const ja_map *table, size_t token)
{
    const ja_token *word = ja_token_at(finder, token);
    const size_t *index = ja_map_get(table, word->lower);
    if (!index)
        index = ja_map_get(table, word->base);
    return index ? &finder->document->language->pronoun[*index] : NULL;
}

/* Whether the analysis takes the word for a pronoun rather than for an article. */
static bool is_tagged(const ja_finder *finder, size_t token)
{
    return ja_upos_at(finder, token) == JA_UPOS_PRON;
}

static bool stands_before_noun(const ja_finder *finder, size_t token)
{
    ja_deprel relation = finder->forest->at[ja_word_of_token(finder, token)].relation;
    return relation == JA_DEP_DET || relation == JA_DEP_NMOD_POSS;
}

/* "le", "la", "les", "leur", "her": object, article or possessive. */
static const ja_pronoun *object_at(const ja_finder *finder, size_t token)
{
    const ja_pronoun *pronoun = pronoun_in(finder, &finder->document->language->objects, token);
    bool pure = !ja_token_is(finder, token, JA_FUNCTION_DETERMINER);
    return pronoun && (pure || (is_tagged(finder, token) && !stands_before_noun(finder, token)))
               ? pronoun
               : NULL;
}

/* The pronoun says nothing of its own: "il faut", "it is said". */
static bool is_expletive(const ja_finder *finder, size_t token)
{
    ja_deprel relation = finder->forest->at[ja_word_of_token(finder, token)].relation;
    return relation == JA_DEP_EXPL || relation == JA_DEP_EXPL_SUBJ || relation == JA_DEP_EXPL_PASS;
}

/* Relative where a clause that hangs on a noun holds it. */
static bool is_relative(const ja_finder *finder, size_t token)
{
    const ja_forest *forest = finder->forest;
    size_t word = ja_word_of_token(finder, token);
    if (finder->document->words[word].upos != JA_UPOS_PRON)
        return false;
    for (size_t steps = 0; steps < 4 && word != JA_NO_WORD; steps++) {
        if (forest->at[word].relation == JA_DEP_RELCL || forest->at[word].relation == JA_DEP_ACL)
            return forest->at[word].head < ja_word_of_token(finder, token);
        word = forest->at[word].head;
    }
    return false;
}

static bool stands_for_actor(const ja_finder *finder, size_t token, size_t count,
                             const ja_pronoun *pronoun)
{
    if (pronoun->person == '1' || pronoun->person == '2')
        return false;
    switch (pronoun->role) {
    case JA_PRONOUN_RELATIVE:
        return is_relative(finder, token);
    case JA_PRONOUN_SUBJECT:
        if (pronoun->number == 's' && pronoun->gender == 0)
            return false; /* "one": anybody */
        return count > 1 || (!ja_token_is(finder, token, JA_FUNCTION_DETERMINER) &&
                             !is_expletive(finder, token));
    case JA_PRONOUN_POSSESSIVE:
    case JA_PRONOUN_OBJECT:
        return true;
    }
    return false;
}

const ja_pronoun *ja_pronoun_at(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                                size_t *count)
{
    const ja_language *language = finder->document->language;
    const ja_pronoun *found = NULL;
    *count = 1;
    ja_role_match role;
    if (token + 1 < ja_end_of_sentence(sentence) &&
        !ja_is_role(finder, sentence, token + 1, &role)) {
        const size_t *pair = pronoun_pair(language, ja_token_at(finder, token)->lower,
                                          ja_token_at(finder, token + 1)->lower);
        *count = pair ? 2 : 1;
        found = pair ? &language->pronoun[*pair] : NULL;
    }
    if (!found)
        found = pronoun_in(finder, &language->pronouns, token);
    const ja_pronoun *object = object_at(finder, token);
    bool rather_object = object && found && found->role == JA_PRONOUN_POSSESSIVE && *count == 1 &&
                         is_tagged(finder, token) && !stands_before_noun(finder, token);
    if (!found || rather_object)
        found = object;
    return found && stands_for_actor(finder, token, *count, found) ? found : NULL;
}
