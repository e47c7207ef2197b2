/* Sentence ends within a paragraph: a final mark, closing quotes and brackets behind it, and
 * something behind those that can start a sentence. */
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "language/document.h"

static const size_t LONGEST_DATELINE = 15;   /* tokens */
static const size_t SHORTEST_DATELINE = 5;   /* bytes of a place that stands alone in it */
static const size_t LONGEST_LIST_NUMBER = 3; /* digits */

static uint32_t first_character(const ja_token *token)
{
    size_t length;
    return ja_decode(token->form, 0, &length);
}

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

/* A face drawn with marks, or a picture. */
static bool is_face(const ja_document *document, const ja_token *token)
{
    const size_t *face = ja_map_get(document->language->signs, token->form);
    uint32_t character = first_character(token);
    return (face && *face) || (character >= 0x1F300 && character <= 0x1FAFF);
}

static bool is_closing(const ja_token *token)
{
    uint32_t mark = only_character(token);
    return mark == 0xBB || mark == 0x201D || mark == 0x2019 || mark == ')' || mark == ']' ||
           ja_equal(token->form, JA_SLICE("''")) || ja_equal(token->form, JA_SLICE("\u2019\u2019"));
}

/* Marks that open and close alike: they close where they stand close behind what they end. */
static bool is_straight_quote(const ja_token *token)
{
    uint32_t mark = only_character(token);
    return mark == '"' || mark == '\'';
}

/* The token behind a reference, "[12]", or `token`. */
static size_t reference_end(const ja_document *document, size_t token, size_t end)
{
    const ja_token *tokens = document->tokens;
    bool reference = token + 2 < end && only_character(&tokens[token]) == '[' &&
                     ja_is_digit_byte(tokens[token + 1].form.at[0]) &&
                     only_character(&tokens[token + 2]) == ']';
    return reference ? token + 3 : token;
}

/* The token behind all that closes a sentence whose final mark stands before `token`. */
static size_t closing_end(const ja_document *document, size_t token, size_t end)
{
    const ja_token *tokens = document->tokens;
    while (token < end) {
        size_t reference = reference_end(document, token, end);
        if (reference > token)
            token = reference;
        else if (is_closing(&tokens[token]) || is_face(document, &tokens[token]) ||
                 (is_straight_quote(&tokens[token]) && !tokens[token - 1].space_after))
            token++;
        else
            break;
    }
    return token;
}

/* Capital, digit, opening mark, dash, or a mark that stands before a number or in a list. */
static bool can_start(const ja_token *token)
{
    uint32_t character = first_character(token);
    if (character < 0x80 && character && strchr("\"'([-$#*@", (int)character))
        return true;
    return ja_is_upper(character) || ja_is_digit(character) || character == 0xAB ||
           character == 0x201C || character == 0x2018 || character == 0x2013 ||
           character == 0x2014 || character == 0xA1 || character == 0xBF || character == 0xA3 ||
           character == 0x20AC || character == 0x2022 || character == 0xB7 || character == 0x2026 ||
           (token->form.at[0] == '.' && token->form.length > 1) ||
           (ja_is_letter(character) && character >= 0x2E80); /* scripts without capitals */
}

/* A small letter may start a sentence behind a lone full stop, which no abbreviation has taken, or
 * behind a question that nobody is quoted with. */
static bool can_start_small(const ja_document *document, size_t final, size_t next)
{
    const ja_token *tokens = document->tokens;
    uint32_t mark = only_character(&tokens[final]);
    return next == final + 1 && tokens[next].word &&
           (mark == '.' || (mark == '?' && tokens[final].quote == JA_NO_QUOTE));
}

/* The space between two sentences was forgotten: "left.She". */
static bool is_glued(const ja_token *tokens, size_t first, size_t final, size_t next)
{
    return next == final + 1 && final > first && only_character(&tokens[final]) == '.' &&
           tokens[final - 1].word && !tokens[final - 1].space_after && tokens[next].capital;
}

/* "2." is the number of a list where a sentence starts with it, or behind a colon. */
static bool is_list_number(const ja_document *document, size_t first, size_t stop)
{
    const ja_token *tokens = document->tokens;
    if (stop == first || only_character(&tokens[stop]) != '.')
        return false;
    ja_slice number = tokens[stop - 1].form;
    for (size_t i = 0; i < number.length; i++)
        if (!ja_is_digit_byte(number.at[i]) || i == LONGEST_LIST_NUMBER)
            return false;
    uint32_t before = stop - 1 > first ? only_character(&tokens[stop - 2]) : ':';
    return before == ':' || before == '*';
}

/* An abbreviation that may end a sentence does so where the next word is a function word with a
 * capital, as only the start of a sentence gives it one. Behind an initial it may be part of a name
 * ("J. Le Pen"), unless a small letter follows: "Plan B. The company". */
static bool abbreviation_ends(const ja_document *document, size_t token, size_t end)
{
    const ja_token *next = &document->tokens[token + 1];
    ja_slice form = document->tokens[token].lower;
    const size_t *position = ja_map_get(&document->language->abbreviations, form);
    if (!ja_ends_with(form, JA_SLICE(".")) || (position && *position == JA_ABBREVIATION_BEFORE))
        return false;
    bool initial = form.length <= 3 || memchr(form.at, '-', form.length);
    if (initial && (token + 2 >= end || next[1].capital || !next[1].word))
        return false;
    return next->capital && ja_map_get(&document->language->function_words, next->lower);
}

/* Names and numbers, a month behind its day, brackets and the like. */
static bool fits_dateline(const ja_token *tokens, size_t token, size_t first)
{
    bool month = token > first && ja_is_digit_byte(tokens[token - 1].form.at[0]);
    return tokens[token].word ? tokens[token].capital || month
                              : strchr(",()/.0123456789", tokens[token].form.at[0]) != NULL;
}

/* "PARIS (AFP) —", "LONDON, June 5 --": the number of its tokens, or 0. `first` starts a paragraph.
 * A short word alone ("US - China talks") is none. */
static size_t dateline_length(const ja_document *document, size_t first, size_t end)
{
    const ja_token *tokens = document->tokens;
    size_t dash = first, limit = end - first > LONGEST_DATELINE ? first + LONGEST_DATELINE : end;
    while (dash < limit && fits_dateline(tokens, dash, first))
        dash++;
    if (dash == first || dash + 1 >= end || !tokens[dash].space_after)
        return 0;
    uint32_t mark = first_character(&tokens[dash]);
    bool place = tokens[first].all_capital &&
                 (dash > first + 1 || tokens[first].form.length >= SHORTEST_DATELINE);
    bool agency = only_character(&tokens[dash - 1]) == ')';
    bool is_dash = !tokens[dash].word && (mark == '-' || mark == 0x2013 || mark == 0x2014);
    return is_dash && (place || agency) && can_start(&tokens[dash + 1]) ? dash + 1 - first : 0;
}

/* Where a sentence that starts at `first` and would end at `end` is cut if it is too long: as late
 * as may be in the last half, behind a mark that ends a part of it, else at white space. */
static size_t safe_end(const ja_document *document, size_t first, size_t end)
{
    if (end - first <= JA_MAX_SENTENCE)
        return end;
    size_t latest = first + JA_MAX_SENTENCE, spaced = 0;
    for (size_t i = latest; i > first + JA_MAX_SENTENCE / 2; i--) {
        const ja_token *before = &document->tokens[i - 1];
        uint32_t mark = only_character(before);
        if (before->space_after &&
            (mark == ',' || mark == ';' || mark == ':' || is_closing(before)))
            return i;
        if (before->space_after && !spaced)
            spaced = i;
    }
    return spaced ? spaced : latest;
}

/* The number of tokens from `first` to the end of the sentence that starts there. */
static size_t sentence_length(const ja_document *document, size_t first)
{
    const ja_token *tokens = document->tokens;
    size_t end = safe_end(document, first, document->token_count);
    for (size_t i = first; i + 1 < end; i++) {
        if (tokens[i].word && tokens[i].space_after && abbreviation_ends(document, i, end))
            return i + 1 - first;
        bool face = is_face(document, &tokens[i]);
        if ((!is_final(&tokens[i]) && !face) || i == first || is_list_number(document, first, i))
            continue;
        size_t last = i;
        while (last + 1 < end && is_final(&tokens[last + 1]) && !tokens[last].space_after)
            last++;
        size_t next = closing_end(document, last + 1, end);
        if (next >= end)
            return end - first;
        bool parted = tokens[next - 1].space_after || is_glued(tokens, first, last, next);
        if (parted &&
            (can_start(&tokens[next]) || (!face && can_start_small(document, last, next))))
            return next - first;
        i = next - 1;
    }
    return end - first;
}

void ja_split_sentences(ja_arena *arena, ja_document *document, size_t first_token,
                        size_t paragraph, bool title)
{
    size_t end = document->token_count;
    size_t dateline = title ? 0 : dateline_length(document, first_token, end);
    for (size_t count = dateline; first_token < end; count = 0) {
        if (count == 0)
            count = title ? end - first_token : sentence_length(document, first_token);
        count = safe_end(document, first_token, first_token + count) - first_token;
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
