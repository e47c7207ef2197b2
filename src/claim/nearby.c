#include "claim/nearby.h"

#include "claim/clause.h"
#include "claim/relative.h"
#include "claim/who.h"

static const size_t SUBJECT_REACH = 25; /* words before a verb, and what is set in counts as one */
static const size_t OBJECT_REACH = 5;
static const size_t MARKED_REACH = 14;
static const size_t FRONTED = 2; /* words before a participle that opens a sentence */

/* Whether a preposition opens the noun phrase that the word stands in. */
static bool is_behind_preposition(const ja_reading *reading, size_t word, size_t first)
{
    size_t mention = ja_mention_at(reading, word);
    size_t begin = word;
    if (mention != JA_NO_MENTION) {
        size_t at = reading->forest.word_of_token[reading->mentions.at[mention].first];
        begin = at < begin ? at : begin;
    }
    while (begin > first && (ja_is_upos(reading, begin - 1, JA_UPOS_DET) ||
                             ja_is_upos(reading, begin - 1, JA_UPOS_ADJ)))
        begin--;
    return begin > first && ja_is_upos(reading, begin - 1, JA_UPOS_ADP);
}

/* "Accusé par Paris d'avoir …, BAMAKO dément": of a participle that opens the sentence. */
static size_t subject_behind_comma(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = ja_sentence_around(reading, verb);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t comma = verb + 1; comma + 1 < end; comma++)
        for (size_t i = comma + 1;
             ja_is_comma(reading, comma) && i < end && i <= comma + OBJECT_REACH; i++)
            if (ja_actor_at(reading, i) != JACCUSE_NONE &&
                !is_behind_preposition(reading, i, sentence->first_word))
                return i;
    return JA_NO_WORD;
}

size_t ja_name_before_comma(const ja_reading *reading, size_t participle)
{
    size_t first = ja_sentence_around(reading, participle)->first_word;
    if (participle < first + 2 || !ja_is_comma(reading, participle - 1) ||
        !ja_is_named(reading, participle - 2))
        return JA_NO_WORD;
    return ja_phrase_head(reading, participle - 2);
}

/* Of "... AND has accused": the subject of the main clause. */
static size_t coordinated_subject(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = ja_sentence_around(reading, verb);
    size_t first = sentence->first_word, i = verb;
    while (i > first &&
           (ja_is_upos(reading, i - 1, JA_UPOS_AUX) || ja_is_upos(reading, i - 1, JA_UPOS_ADV)))
        i--;
    if (i == first || !ja_is_upos(reading, i - 1, JA_UPOS_CCONJ))
        return JA_NO_WORD;
    for (size_t word = first; word < i; word++)
        if (ja_branch_at(reading, word)->head == JA_NO_WORD)
            return ja_own_subject(reading, word);
    return JA_NO_WORD;
}

size_t ja_subject_adjacent(const ja_reading *reading, size_t verb)
{
    size_t first = ja_sentence_around(reading, verb)->first_word, i = verb;
    while (i > first &&
           (ja_is_upos(reading, i - 1, JA_UPOS_AUX) || ja_is_upos(reading, i - 1, JA_UPOS_ADV) ||
            (ja_is_upos(reading, i - 1, JA_UPOS_PRON) &&
             ja_branch_at(reading, i - 1)->relation != JA_DEP_NSUBJ)))
        i--;
    bool noun = i > first && (ja_is_upos(reading, i - 1, JA_UPOS_PROPN) ||
                              ja_is_upos(reading, i - 1, JA_UPOS_NOUN));
    return noun && ja_is_named(reading, i - 1) &&
                   ja_quote_around(reading, i - 1) == ja_quote_around(reading, verb) &&
                   !is_behind_preposition(reading, i - 1, first)
               ? i - 1
               : JA_NO_WORD;
}

/* Before what is set in between commas, dashes or brackets and ends at the word; the word itself
 * where nothing is. */
static size_t before_aside(const ja_reading *reading, size_t word, size_t first)
{
    static const ja_slice pairs[][2] = {{JA_SLICE("\u2014"), JA_SLICE("\u2014")},
                                        {JA_SLICE("\u2013"), JA_SLICE("\u2013")},
                                        {JA_SLICE(")"), JA_SLICE("(")}};
    if (ja_is_comma(reading, word))
        return ja_before_parenthesis(reading, word, first);
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        for (size_t i = word;
             ja_equal(ja_word_at(reading, word)->form, pairs[k][0]) && i-- > first;)
            if (ja_equal(ja_word_at(reading, i)->form, pairs[k][1]))
                return i;
    return word;
}

size_t ja_subject_nearby(const ja_reading *reading, size_t verb)
{
    size_t shared = coordinated_subject(reading, verb);
    if (ja_actor_at(reading, shared) != JACCUSE_NONE)
        return shared;
    size_t first = ja_sentence_around(reading, verb)->first_word, i = verb;
    for (size_t steps = 0; i > first && steps < SUBJECT_REACH; steps++) {
        i--;
        size_t aside = before_aside(reading, i, first);
        if (aside != i || ja_is_comma(reading, i)) {
            i = aside;
            continue;
        }
        if (ja_is_punct(reading, i) || ja_is_upos(reading, i, JA_UPOS_VERB) ||
            ja_is_upos(reading, i, JA_UPOS_SCONJ) ||
            ja_quote_around(reading, i) != ja_quote_around(reading, verb))
            break;
        if (ja_actor_at(reading, i) != JACCUSE_NONE && !is_behind_preposition(reading, i, first))
            return i;
    }
    return verb <= first + FRONTED ? subject_behind_comma(reading, verb) : JA_NO_WORD;
}

/* The first noun that is somebody within a few words behind, before a verb, mark or preposition. */
static size_t noun_behind(const ja_reading *reading, size_t word, size_t reach)
{
    const ja_sentence *sentence = ja_sentence_around(reading, word);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i < end && i <= word + reach; i++) {
        bool owner = ja_branch_at(reading, i)->relation == JA_DEP_NMOD_POSS ||
                     ja_has_feature(reading, i, "Poss=Yes");
        if (ja_actor_at(reading, i) != JACCUSE_NONE && !owner &&
            !ja_is_upos(reading, i, JA_UPOS_ADP))
            return i;
        if (ja_is_punct(reading, i) || ja_is_upos(reading, i, JA_UPOS_VERB) ||
            ja_is_upos(reading, i, JA_UPOS_ADP) || ja_is_upos(reading, i, JA_UPOS_SCONJ) ||
            ja_is_upos(reading, i, JA_UPOS_CCONJ))
            break;
    }
    return JA_NO_WORD;
}

size_t ja_inverted_subject(const ja_reading *reading, size_t verb)
{
    return noun_behind(reading, verb, OBJECT_REACH);
}

size_t ja_object_nearby(const ja_reading *reading, size_t verb)
{
    return noun_behind(reading, verb, OBJECT_REACH);
}

size_t ja_agent_nearby(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = ja_sentence_around(reading, verb);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = verb + 1; i < end && i <= verb + MARKED_REACH; i++) {
        if (ja_is_punct(reading, i) || ja_is_upos(reading, i, JA_UPOS_VERB))
            break;
        if (ja_is_upos(reading, i, JA_UPOS_ADP) && ja_word_is(reading, i, JA_FUNCTION_AGENT))
            return noun_behind(reading, i, OBJECT_REACH);
    }
    return JA_NO_WORD;
}

size_t ja_marked_nearby(const ja_reading *reading, size_t word, ja_slice marker)
{
    const ja_sentence *sentence = ja_sentence_around(reading, word);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i < end && i <= word + MARKED_REACH; i++) {
        const ja_word *at = ja_word_at(reading, i);
        if (ja_is_punct(reading, i) || at->upos == JA_UPOS_VERB || at->upos == JA_UPOS_SCONJ)
            break;
        if (!ja_equal(at->form, marker) && !ja_equal(at->lemma, marker))
            continue;
        bool of = i + 1 < end && ja_word_is(reading, i + 1, JA_FUNCTION_OF);
        return noun_behind(reading, of ? i + 1 : i, OBJECT_REACH);
    }
    return JA_NO_WORD;
}
