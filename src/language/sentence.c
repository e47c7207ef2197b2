/* Sentence ends within a paragraph: a final mark, closing quotes and brackets behind it, and
 * something behind those that can start a sentence. */
#include "base/limits.h"
#include "base/unicode.h"
#include "language/document.h"

static uint32_t only_character(const ja_token *token)
{
    size_t length;
    uint32_t character = ja_decode(token->form, 0, &length);
    return length == token->form.length ? character : 0;
}

static bool is_final(const ja_token *token)
{
    uint32_t mark = only_character(token);
    bool stops = token->form.at[0] == '.'; /* one or several: they are one token */
    return stops || mark == '!' || mark == '?' || mark == 0x2026;
}

static bool is_closing(const ja_token *token)
{
    uint32_t mark = only_character(token);
    return mark == 0xBB || mark == 0x201D || mark == 0x2019 || mark == ')' || mark == ']';
}

static bool is_straight_quote(const ja_token *token)
{
    return only_character(token) == '"';
}

/* Capital, digit, opening mark or dash. */
static bool can_start(const ja_token *token)
{
    size_t length;
    uint32_t character = ja_decode(token->form, 0, &length);
    return ja_is_upper(character) || ja_is_digit(character) || character == 0xAB ||
           character == 0x201C || character == '"' || character == 0x2018 || character == '(' ||
           character == '[' || character == 0x2013 || character == 0x2014 || character == '-' ||
           character == 0xA1 || character == 0xBF ||
           (ja_is_letter(character) && character >= 0x2E80); /* scripts without capitals */
}

/* An abbreviation that may end a sentence does so where the next word is a function word with a
 * capital, as only the start of a sentence gives it one. */
static bool abbreviation_ends(const ja_document *document, size_t token)
{
    const ja_token *next = &document->tokens[token + 1];
    ja_slice form = document->tokens[token].lower;
    const size_t *position = ja_map_get(&document->language->abbreviations, form);
    bool whole = form.length > 2 && ja_ends_with(form, JA_SLICE("."));
    if (!whole || (position && *position == JA_ABBREVIATION_BEFORE))
        return false;
    return next->capital && ja_map_get(&document->language->function_words, next->lower);
}

/* The number of tokens from `first` to the end of the sentence that starts there. */
static size_t sentence_length(const ja_document *document, size_t first)
{
    const ja_token *tokens = document->tokens;
    size_t end = document->token_count;
    if (end - first > JA_MAX_SENTENCE)
        end = first + JA_MAX_SENTENCE;
    for (size_t i = first; i + 1 < end; i++) {
        size_t last = i;
        if (is_final(&tokens[i])) {
            while (last + 1 < end && is_final(&tokens[last + 1]))
                last++;
            while (last + 1 < end &&
                   (is_closing(&tokens[last + 1]) ||
                    (is_straight_quote(&tokens[last + 1]) && !tokens[last].space_after)))
                last++;
            if (last + 1 >= end)
                return end - first;
            if (tokens[last].space_after && can_start(&tokens[last + 1]))
                return last + 1 - first;
            i = last;
        } else if (tokens[i].word && tokens[i].space_after && abbreviation_ends(document, i)) {
            return i + 1 - first;
        }
    }
    return end - first;
}

void ja_split_sentences(ja_arena *arena, ja_document *document, size_t first_token,
                        size_t paragraph, bool title)
{
    while (first_token < document->token_count) {
        size_t count =
            title ? document->token_count - first_token : sentence_length(document, first_token);
        if (count > JA_MAX_SENTENCE)
            count = JA_MAX_SENTENCE;
        const ja_token *tokens = document->tokens + first_token;
        ja_sentence sentence = {
            .at = {tokens[0].at.begin, tokens[count - 1].at.end},
            .first = first_token,
            .count = count,
            .paragraph = paragraph,
            .title = title,
        };
        JA_PUSH(arena, document->sentences, document->sentence_count, document->sentence_capacity,
                sentence);
        first_token += count;
    }
}
