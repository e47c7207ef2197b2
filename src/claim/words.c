#include "claim/words.h"

#include <string.h>

const ja_word *ja_word_at(const ja_reading *reading, size_t word)
{
    return &reading->document->words[word];
}

const ja_branch *ja_branch_at(const ja_reading *reading, size_t word)
{
    return &reading->forest.at[word];
}

size_t ja_first_child(const ja_reading *reading, size_t word, ja_deprel relation)
{
    return ja_child(&reading->forest, word, relation, JA_NO_WORD);
}

bool ja_has_feature(const ja_reading *reading, size_t word, const char *feature)
{
    const char *features = ja_word_at(reading, word)->features;
    return features && strstr(features, feature) != NULL;
}

bool ja_word_is(const ja_reading *reading, size_t word, ja_function function)
{
    const ja_word *at = ja_word_at(reading, word);
    const ja_token *token = &reading->document->tokens[at->token];
    bool whole = token->form.length == at->form.length;
    return (whole && ja_lexicon_is(reading->lexicon, token, function)) ||
           ja_lexicon_has(reading->lexicon, at->lemma, function) ||
           ja_lexicon_has(reading->lexicon, at->form, function);
}

bool ja_is_punct(const ja_reading *reading, size_t word)
{
    return ja_word_at(reading, word)->upos == JA_UPOS_PUNCT;
}

bool ja_is_upos(const ja_reading *reading, size_t word, ja_upos upos)
{
    return ja_word_at(reading, word)->upos == upos;
}

bool ja_is_comma(const ja_reading *reading, size_t word)
{
    return ja_equal(ja_word_at(reading, word)->form, JA_SLICE(","));
}

const ja_sentence *ja_sentence_around(const ja_reading *reading, size_t word)
{
    return &reading->document->sentences[ja_branch_at(reading, word)->sentence];
}

size_t ja_quote_around(const ja_reading *reading, size_t word)
{
    return reading->document->tokens[ja_word_at(reading, word)->token].quote;
}

/* The word before what is set in between commas and ends at this one; the comma itself where
 * nothing is. */
size_t ja_before_parenthesis(const ja_reading *reading, size_t comma, size_t first)
{
    for (size_t i = comma; i-- > first;)
        if (ja_is_comma(reading, i))
            return i;
    return comma;
}

bool ja_is_verb(const ja_reading *reading, size_t word)
{
    ja_upos upos = ja_word_at(reading, word)->upos;
    return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX;
}

bool ja_is_past_participle(const ja_reading *reading, size_t word)
{
    return ja_has_feature(reading, word, "VerbForm=Part") &&
           ja_has_feature(reading, word, "Tense=Past");
}
