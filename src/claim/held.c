#include "claim/held.h"

#include "claim/gazetteer.h"

static const size_t RELATIVE_REACH = 6; /* tokens between a relative pronoun and its verb */

static bool is(const ja_lexicon *lexicon, const ja_token *token, ja_function function)
{
    return ja_lexicon_is(lexicon, token, function);
}

/* A name, or a pronoun that is nothing but a subject. */
static bool may_be_subject(const ja_lexicon *lexicon, const ja_document *document,
                           const ja_sentence *sentence, size_t token)
{
    const ja_token *word = &document->tokens[token];
    const size_t *pronoun = ja_map_get(&document->language->pronouns, word->lower);
    if (is(lexicon, word, JA_FUNCTION_DETERMINER) || is(lexicon, word, JA_FUNCTION_PREPOSITION))
        return false;
    if (pronoun && document->language->pronoun[*pronoun].role == JA_PRONOUN_SUBJECT)
        return true;
    return word->word && word->capital && !ja_lexicon_is_no_name(lexicon, word) &&
           !(token == sentence->first &&
             ja_map_get(&document->language->function_words, word->lower));
}

/* What a verb may have behind it, and a noun or adjective would not. */
static bool opens_object(const ja_lexicon *lexicon, const ja_document *document,
                         const ja_sentence *sentence, size_t token)
{
    if (token >= sentence->first + sentence->count)
        return true;
    const ja_token *word = &document->tokens[token];
    bool preposition = is(lexicon, word, JA_FUNCTION_PREPOSITION);
    return (is(lexicon, word, JA_FUNCTION_DETERMINER) && !preposition) ||
           is(lexicon, word, JA_FUNCTION_THAT) || (word->word && word->capital) ||
           is(lexicon, word, JA_FUNCTION_INFINITIVE);
}

static bool is_relative(const ja_document *document, const ja_token *token)
{
    const size_t *pronoun = ja_map_get(&document->language->pronouns, token->lower);
    return pronoun && document->language->pronoun[*pronoun].role == JA_PRONOUN_RELATIVE;
}

/* "que la France ACCUSE de", "which the United States ACCUSES of": an object pronoun stands before
 * the name that is the subject. */
static bool is_in_relative(const ja_lexicon *lexicon, const ja_document *document,
                           const ja_sentence *sentence, size_t token)
{
    for (size_t back = 2; back <= RELATIVE_REACH && token >= sentence->first + back; back++) {
        const ja_token *before = &document->tokens[token - back];
        if (is(lexicon, before, JA_FUNCTION_OBJECT_RELATIVE) || is_relative(document, before))
            return true;
        if (!before->capital && !is(lexicon, before, JA_FUNCTION_DETERMINER))
            return false;
    }
    return false;
}

static bool is_verb(const ja_lexicon *lexicon, const ja_document *document,
                    const ja_sentence *sentence, size_t token)
{
    const ja_token *word = &document->tokens[token];
    if (token == sentence->first || !word->word || word->capital ||
        !ja_lexicon_may_be_verb(lexicon, word) ||
        !may_be_subject(lexicon, document, sentence, token - 1))
        return false;
    return opens_object(lexicon, document, sentence, token + 1) ||
           is_in_relative(lexicon, document, sentence, token);
}

/* "the UNITED Nations had": the first word of a longer name before a verb, which could be taken for
 * one itself. */
static bool opens_name(const ja_lexicon *lexicon, const ja_document *document,
                       const ja_sentence *sentence, size_t token)
{
    size_t count, limit = sentence->first + sentence->count;
    ja_form form;
    if (token + 2 >= limit || !document->tokens[token + 1].capital)
        return false;
    const ja_token *behind = &document->tokens[token + 2];
    bool verb =
        is(lexicon, behind, JA_FUNCTION_REPORTED) || ja_lexicon_may_be_verb(lexicon, behind);
    return verb && document->tokens[token].capital && !document->tokens[token].all_capital &&
           ja_gazetteer_match(document, token, limit, &count, &form) != JA_NO_ENTRY && count == 2 &&
           form == JA_FORM_NAME;
}

/* A name of one word, which stands within a sentence or is followed by what a name does. */
static bool is_name(const ja_lexicon *lexicon, const ja_document *document,
                    const ja_sentence *sentence, size_t token)
{
    size_t count, limit = sentence->first + sentence->count;
    ja_form form;
    if (!document->tokens[token].capital || document->tokens[token].all_capital ||
        ja_gazetteer_match(document, token, limit, &count, &form) == JA_NO_ENTRY || count > 1 ||
        form == JA_FORM_DEMONYM)
        return false;
    const ja_token *next = token + 1 < limit ? &document->tokens[token + 1] : NULL;
    return token > sentence->first ||
           (next && (ja_lexicon_may_be_verb(lexicon, next) || ja_equal(next->form, JA_SLICE(","))));
}

/* "Now FENWICK accuses": a word with a capital right before a verb that is held to be one. */
static bool is_subject(const ja_lexicon *lexicon, const ja_document *document,
                       const ja_sentence *sentence, size_t token)
{
    const ja_token *word = &document->tokens[token];
    return token > sentence->first && token + 1 < sentence->first + sentence->count && word->word &&
           word->capital && !word->all_capital && is_verb(lexicon, document, sentence, token + 1);
}

const ja_upos *ja_held_words(ja_arena *arena, const ja_lexicon *lexicon,
                             const ja_document *document)
{
    ja_upos *held = JA_NEW_N(arena, ja_upos, document->word_count);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        for (size_t word = sentence->first_word; word < sentence->first_word + sentence->word_count;
             word++) {
            size_t token = document->words[word].token;
            bool verb = is_verb(lexicon, document, sentence, token);
            bool name = !verb && (is_subject(lexicon, document, sentence, token) ||
                                  is_name(lexicon, document, sentence, token) ||
                                  opens_name(lexicon, document, sentence, token));
            held[word] = verb ? JA_UPOS_VERB : name ? JA_UPOS_PROPN : JA_UPOS_COUNT;
        }
    }
    return held;
}
