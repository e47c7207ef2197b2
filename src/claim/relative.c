#include "claim/relative.h"

#include "claim/who.h"

static const size_t RELATIVE_REACH = 8; /* words between a verb and its relative pronoun */
static const size_t NAME_REACH = 4;     /* words between a name and its relative pronoun */
static const unsigned DEEPEST = 8;      /* steps of control, conjunction and the like */

/* Before ", and not the town," where the word is its second comma; else before the comma. */
static size_t before_comma(const ja_reading *reading, size_t comma, size_t first)
{
    size_t open = ja_before_parenthesis(reading, comma, first);
    bool contrast = open + 2 < comma && ja_is_upos(reading, open + 1, JA_UPOS_CCONJ) &&
                    ja_is_class(reading, open + 2, JA_CUE_NEGATION);
    return contrast ? open : comma;
}

/* Whether the word by itself is the name or noun of a known actor. */
bool ja_is_named(const ja_reading *reading, size_t word)
{
    size_t mention = ja_mention_at(reading, word);
    return (mention != JA_NO_MENTION && reading->mentions.at[mention].actor != JACCUSE_NONE) ||
           reading->actor_of_word[word] != JACCUSE_NONE;
}

/* The noun that heads the phrase which ends in the word: "the DIRECTOR of the home". */
size_t ja_phrase_head(const ja_reading *reading, size_t word)
{
    for (unsigned steps = 0; steps < DEEPEST; steps++) {
        const ja_branch *branch = ja_branch_at(reading, word);
        bool part = branch->relation == JA_DEP_FLAT || branch->relation == JA_DEP_COMPOUND ||
                    branch->relation == JA_DEP_NMOD || branch->relation == JA_DEP_APPOS;
        if (!part || branch->head > word || !ja_is_named(reading, branch->head))
            break;
        word = branch->head;
    }
    return word;
}

/* "WHOM the coach accused", "que la CGT accuse": the noun for which an object pronoun before the
 * verb stands, where nothing but the subject is between; JA_NO_WORD: there is none. */
size_t ja_relative_object(const ja_reading *reading, size_t verb)
{
    size_t first = ja_sentence_around(reading, verb)->first_word;
    for (size_t i = verb, steps = 0; i-- > first && steps < RELATIVE_REACH; steps++) {
        if (ja_word_is(reading, i, JA_FUNCTION_OBJECT_RELATIVE)) {
            size_t noun = i;
            if (noun > first && ja_is_upos(reading, noun - 1, JA_UPOS_CCONJ))
                return ja_antecedent(reading, verb); /* "qui …, et QUE la CGT accuse" */
            if (noun > first && ja_is_comma(reading, noun - 1))
                noun = before_comma(reading, noun - 1, first);
            noun = noun > first ? noun - 1 : i;
            return noun < i && !ja_is_verb(reading, noun) && ja_is_named(reading, noun)
                       ? ja_phrase_head(reading, noun)
                       : JA_NO_WORD;
        }
        if (ja_is_upos(reading, i, JA_UPOS_VERB) ||
            (ja_is_punct(reading, i) && !ja_is_comma(reading, i)) ||
            ja_is_upos(reading, i, JA_UPOS_SCONJ))
            break;
    }
    return JA_NO_WORD;
}

/* Before ", dit-il," where the word is its second comma; else the comma itself. */
static size_t before_incise(const ja_reading *reading, size_t comma, size_t first)
{
    size_t open = ja_before_parenthesis(reading, comma, first);
    for (size_t i = open + 1; i < comma && comma - open <= NAME_REACH + 2; i++)
        if (ja_is_class(reading, i, JA_CUE_SPEECH))
            return open;
    return comma;
}

size_t ja_antecedent(const ja_reading *reading, size_t word)
{
    for (unsigned steps = 0; word != JA_NO_WORD && steps < DEEPEST; steps++) {
        const ja_branch *branch = ja_branch_at(reading, word);
        if (branch->relation == JA_DEP_RELCL)
            return branch->head;
        word = branch->head;
    }
    return JA_NO_WORD;
}

/* "A, DE L'ASSOCIATION B, qui …", "A, OF THE UNION B, who …": the person before whom the phrase
 * sets in between; the word itself where there is none. */
static size_t past_affiliation(const ja_reading *reading, size_t word, size_t first)
{
    size_t begin = ja_branch_at(reading, word)->begin;
    begin += ja_is_comma(reading, begin);
    if (begin < first + 2 || begin > word || !ja_is_comma(reading, begin - 1) ||
        !ja_word_is(reading, begin, JA_FUNCTION_OF) || !ja_is_named(reading, begin - 2))
        return word;
    size_t person = ja_phrase_head(reading, begin - 2), actor = ja_actor_at(reading, person);
    return actor != JACCUSE_NONE && reading->actors.at[actor].kind == JACCUSE_PERSON ? person
                                                                                     : word;
}

/* A relative pronoun stands for its antecedent: who is named right before it, unless that is a part
 * of what the tree gives it. */
size_t ja_meant(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD || (!ja_has_feature(reading, word, "PronType=Rel") &&
                               !(ja_word_is(reading, word, JA_FUNCTION_OBJECT_RELATIVE) &&
                                 ja_word_at(reading, word)->upos == JA_UPOS_PRON)))
        return word;
    size_t antecedent = ja_antecedent(reading, word);
    size_t first = ja_sentence_around(reading, word)->first_word, from = word;
    if (word > first && ja_is_upos(reading, word - 1, JA_UPOS_CCONJ) && antecedent != JA_NO_WORD)
        return antecedent;
    if (word > first && ja_is_comma(reading, word - 1))
        from = before_incise(reading, word - 1, first);
    for (size_t i = from; i-- > first && i + NAME_REACH >= from;) {
        if (ja_is_verb(reading, i))
            break;
        if (!ja_is_named(reading, i) || ja_branch_at(reading, i)->relation == JA_DEP_AMOD)
            continue;
        bool inside = antecedent != JA_NO_WORD && ja_is_beneath(&reading->forest, i, antecedent) &&
                      ja_is_named(reading, antecedent);
        return past_affiliation(reading, inside ? antecedent : ja_phrase_head(reading, i), first);
    }
    return antecedent == JA_NO_WORD ? word : antecedent;
}
