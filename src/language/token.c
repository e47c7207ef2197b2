/* Tokens of one paragraph: words with their clitics split off, numbers, web addresses, marks. */
#include <string.h>

#include "base/unicode.h"
#include "language/document.h"

/* Bytes of the longest elision, inversion or clitic: longer parts of a word are not looked up. */
static const size_t LONGEST_PART = 32;

static bool is_word_character(uint32_t character)
{
    return ja_is_letter(character) || ja_is_digit(character) || ja_is_mark(character) ||
           character == '_';
}

static bool is_apostrophe(uint32_t character)
{
    return character == '\'' || character == 0x2019 || character == 0x2BC;
}

/* Marks that join two word characters into one word: l'eau, vice-president, U.S, 1,000, AT&T. */
static bool is_joiner(uint32_t character, uint32_t before, uint32_t after)
{
    if (!is_word_character(before) || !is_word_character(after))
        return false;
    if (is_apostrophe(character) || character == '-' || character == 0x2010 || character == 0x2011)
        return true;
    if (character == '&')
        return ja_is_upper(before) && ja_is_upper(after);
    if (character == '.' || character == ',')
        return (ja_is_digit(before) && ja_is_digit(after)) ||
               (character == '.' && !ja_is_digit(before));
    return false;
}

static uint32_t peek(ja_slice text, size_t at, size_t end, size_t *length)
{
    *length = 0;
    return at < end ? ja_decode(text, at, length) : 0;
}

/* Where the word that starts at `at` ends, joined parts included. */
static size_t word_end(ja_slice text, size_t at, size_t end)
{
    uint32_t before = 0;
    while (at < end) {
        size_t length, next_length;
        uint32_t character = ja_decode(text, at, &length);
        if (!is_word_character(character)) {
            uint32_t after = peek(text, at + length, end, &next_length);
            if (!is_joiner(character, before, after))
                break;
        }
        before = character;
        at += length;
    }
    return at;
}

static bool is_quotation_mark(uint32_t character)
{
    return character == '"' || character == 0xAB || character == 0xBB ||
           (character >= 0x2018 && character <= 0x201F);
}

static size_t address_end(ja_slice text, size_t at, size_t end)
{
    ja_slice rest = {text.at + at, end - at};
    if (!ja_starts_with(rest, JA_SLICE("http://")) && !ja_starts_with(rest, JA_SLICE("https://")) &&
        !ja_starts_with(rest, JA_SLICE("www.")))
        return at;
    for (size_t length; at < end; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        if (ja_is_space(character) || is_quotation_mark(character))
            break;
    }
    while (memchr(".,;:!?)", text.at[at - 1], 7)) /* marks of the sentence, not of the address */
        at--;
    return at;
}

static bool is_all_capital(ja_slice form)
{
    size_t letters = 0, digits = 0;
    for (size_t at = 0, length; at < form.length; at += length) {
        uint32_t character = ja_decode(form, at, &length);
        digits += ja_is_digit(character);
        if (!ja_is_letter(character))
            continue;
        if (!ja_is_upper(character))
            return false;
        letters++;
    }
    return letters >= 2 || (letters == 1 && digits > 0);
}

static ja_slice base_of(const ja_language *language, ja_slice lower)
{
    const size_t *contraction = ja_map_get(&language->contractions, lower);
    return contraction ? language->parts[*contraction] : lower;
}

static void add_token(ja_arena *arena, ja_document *document, size_t begin, size_t end)
{
    if (begin >= end)
        return;
    size_t length;
    ja_slice form = {document->text.at + begin, end - begin};
    uint32_t first = ja_decode(form, 0, &length);
    ja_token token = {.at = {begin, end}, .form = form, .quote = JA_NO_QUOTE};
    token.lower = ja_lower(arena, form);
    token.folded = ja_fold(arena, form);
    token.base = base_of(document->language, token.lower);
    token.capital = ja_is_upper(first);
    for (size_t at = 0; at < form.length && !token.word; at += length)
        token.word = ja_is_letter(ja_decode(form, at, &length));
    token.all_capital = token.word && is_all_capital(form);
    JA_PUSH(arena, document->tokens, document->token_count, document->token_capacity, token);
}

/* Splits "l'" and "d'" off the front; gives the offset where the rest starts. */
static size_t split_elisions(ja_arena *arena, ja_document *document, size_t begin, size_t end)
{
    for (size_t at = begin, length; at < end && at - begin < LONGEST_PART; at += length) {
        uint32_t character = ja_decode(document->text, at, &length);
        if (!is_apostrophe(character) || at + length >= end)
            continue;
        ja_slice head = {document->text.at + begin, at + length - begin};
        if (ja_map_get(&document->language->elisions, ja_lower(arena, head))) {
            add_token(arena, document, begin, at + length);
            begin = at + length;
        }
    }
    return begin;
}

/* The longest ending of the word that `endings` holds: where it starts, or `end`. */
static size_t ending_start(ja_arena *arena, const ja_document *document, const ja_map *endings,
                           size_t begin, size_t end)
{
    size_t from = end - begin > LONGEST_PART ? end - LONGEST_PART : begin;
    for (size_t at = from, length; at < end; at += length) {
        (void)ja_decode(document->text, at, &length);
        ja_slice tail = {document->text.at + at, end - at};
        if (at > begin && ja_map_get(endings, ja_lower(arena, tail)))
            return at;
    }
    return end;
}

static bool digit_follows(ja_slice text, size_t at, size_t end)
{
    size_t length;
    uint32_t character = peek(text, at, end, &length);
    while (ja_is_space(character)) {
        at += length;
        character = peek(text, at, end, &length);
    }
    return ja_is_digit(character);
}

/* A full stop belongs to the word before it in abbreviations (Mr. U.S.) and initials (J.). */
static size_t with_full_stop(ja_arena *arena, const ja_document *document, size_t begin, size_t end,
                             size_t limit)
{
    bool stop = end < limit && document->text.at[end] == '.';
    bool ellipsis = stop && end + 1 < limit && document->text.at[end + 1] == '.';
    if (!stop || ellipsis)
        return end;
    ja_slice form = {document->text.at + begin, end + 1 - begin};
    size_t length;
    uint32_t first = ja_decode(form, 0, &length);
    bool is_initial = ja_is_upper(first) && length == end - begin;
    bool inner_stop =
        ja_is_letter(first) && memchr(form.at, '.', end - begin) != NULL && form.length <= 8;
    const size_t *position = ja_map_get(&document->language->abbreviations, ja_lower(arena, form));
    bool known = position && (*position != JA_ABBREVIATION_NUMBER ||
                              digit_follows(document->text, end + 1, limit));
    return is_initial || inner_stop || known ? end + 1 : end;
}

/* Adds the tokens of the word [begin, end), its full stop included; gives the offset behind it. */
static size_t add_word(ja_arena *arena, ja_document *document, size_t begin, size_t end,
                       size_t limit)
{
    const ja_language *language = document->language;
    ja_slice form = {document->text.at + begin, end - begin};
    bool whole = ja_map_get(&language->unsplit, ja_lower(arena, form)) != NULL;
    if (!whole)
        begin = split_elisions(arena, document, begin, end);
    size_t stopped = with_full_stop(arena, document, begin, end, limit);
    if (whole || stopped > end) {
        add_token(arena, document, begin, stopped);
        return stopped;
    }
    size_t tail = ending_start(arena, document, &language->inversions, begin, end);
    if (tail == end)
        tail = ending_start(arena, document, &language->clitics, begin, end);
    add_token(arena, document, begin, tail);
    add_token(arena, document, tail, end);
    return end;
}

/* "..." and "--" are one mark. */
static size_t mark_end(ja_slice text, size_t at, size_t end)
{
    size_t length;
    uint32_t mark = ja_decode(text, at, &length);
    size_t next = at + length;
    while ((mark == '.' || mark == '-') && next < end && (uint32_t)text.at[next] == mark)
        next++;
    return next;
}

void ja_tokenize(ja_arena *arena, ja_document *document, jaccuse_span paragraph)
{
    ja_slice text = document->text;
    for (size_t at = paragraph.begin, length; at < paragraph.end;) {
        uint32_t character = ja_decode(text, at, &length);
        if (ja_is_space(character)) {
            at += length;
            continue;
        }
        size_t end = address_end(text, at, paragraph.end);
        if (end > at) {
            add_token(arena, document, at, end);
        } else if (is_word_character(character)) {
            end = word_end(text, at, paragraph.end);
            end = add_word(arena, document, at, end, paragraph.end);
        } else {
            end = mark_end(text, at, paragraph.end);
            add_token(arena, document, at, end);
        }
        document->tokens[document->token_count - 1].space_after =
            end >= paragraph.end || ja_is_space(ja_decode(text, end, &length));
        at = end;
    }
}
