/* What the steps that find mentions ask of tokens, words and mentions. */
#include "claim/finder.h"
#include "claim/noun_words.h"

static const size_t NEAR = 6; /* mentions around one that may belong to it */

size_t ja_word_of_token(const ja_finder *finder, size_t token)
{
    return finder->forest->word_of_token[token];
}

ja_upos ja_upos_at(const ja_finder *finder, size_t token)
{
    return finder->document->words[ja_word_of_token(finder, token)].upos;
}

bool ja_is_function_word(const ja_finder *finder, size_t token)
{
    return ja_map_get(&finder->document->language->function_words,
                      ja_token_at(finder, token)->lower) != NULL;
}

bool ja_is_title_word(const ja_finder *finder, size_t token)
{
    return ja_map_get(&finder->document->language->titles, ja_token_at(finder, token)->lower) !=
           NULL;
}

static bool is_given(const ja_finder *finder, ja_slice lower)
{
    const ja_language *language = finder->document->language;
    return ja_noun_word_is(language, lower, JA_NOUN_WORD_MALE) ||
           ja_noun_word_is(language, lower, JA_NOUN_WORD_FEMALE);
}

bool ja_is_given_name(const ja_finder *finder, size_t token)
{
    ja_slice lower = ja_token_at(finder, token)->lower, rest = lower, part;
    return is_given(finder, lower) ||
           (ja_next_field(&rest, '-', &part) && rest.length && is_given(finder, part));
}

bool ja_is_demonym(const ja_document *document, size_t token)
{
    size_t count;
    ja_form form;
    return ja_gazetteer_match(document, token, token + 1, &count, &form) != JA_NO_ENTRY &&
           form == JA_FORM_DEMONYM;
}

size_t ja_begin_of(const ja_finder *finder, const ja_mention *mention)
{
    return finder->document->sentences[mention->sentence].first;
}

size_t ja_limit_of(const ja_finder *finder, const ja_mention *mention)
{
    return ja_end_of_sentence(&finder->document->sentences[mention->sentence]);
}

size_t ja_end_of(const ja_mention *mention)
{
    return mention->first + mention->count;
}

size_t ja_mention_from(const ja_finder *finder, size_t near, size_t token)
{
    for (size_t i = near + 1; i < finder->out.count && i <= near + NEAR; i++)
        if (finder->out.at[i].first == token && finder->out.at[i].part_of == JA_NO_MENTION)
            return i;
    return JA_NO_MENTION;
}

size_t ja_mention_until(const ja_finder *finder, size_t near, size_t end)
{
    for (size_t i = near; i-- > 0 && i + NEAR >= near;) {
        const ja_mention *mention = &finder->out.at[i];
        if (ja_end_of(mention) == end && mention->part_of == JA_NO_MENTION &&
            mention->sentence == finder->out.at[near].sentence)
            return i;
    }
    return JA_NO_MENTION;
}

void ja_absorb(ja_finder *finder, size_t whole, size_t part)
{
    ja_mention *outer = &finder->out.at[whole], *inner = &finder->out.at[part];
    size_t end = ja_end_of(outer), inner_end = ja_end_of(inner);
    if (inner->first < outer->first)
        outer->first = inner->first;
    outer->count = (inner_end > end ? inner_end : end) - outer->first;
    inner->part_of = whole;
}
