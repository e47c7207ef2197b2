/* Tokens of one paragraph: words with their clitics split off, numbers, addresses, marks. */
#include <string.h>

#include "base/unicode.h"
#include "language/document.h"

/* Bytes of the longest elision, inversion or clitic: longer parts of a word are not looked up. */
static const size_t LONGEST_PART = 32;
static const size_t LONGEST_SIGN = 3;  /* bytes of the longest row of signs.tsv */
static const size_t SHORTEST_WORD = 3; /* letters, of one that a forgotten space may follow */
static const size_t LONGEST_NAME = 64; /* bytes before the "@" of an address, as mail allows */

enum { MOST_ENDINGS = 4 }; /* of one word: three, of which one may be two, "-m'" "en" */

static bool is_word_character(uint32_t character)
{
    return ja_is_letter(character) || ja_is_digit(character) || ja_is_mark(character) ||
           character == '_';
}

static bool is_apostrophe(uint32_t character)
{
    return character == '\'' || character == 0x2019 || character == 0x2BC;
}

/* Marks that join two word characters into one word: l'eau, vice-president, U.S, 1,000, 9/11, 7:30,
 * AT&T. */
static bool is_joiner(uint32_t character, uint32_t before, uint32_t after)
{
    if (!is_word_character(before) || !is_word_character(after))
        return false;
    if (is_apostrophe(character) || character == '-' || character == 0x2010 || character == 0x2011)
        return true;
    if (character == '&')
        return ja_is_upper(before) && ja_is_upper(after);
    if (character == '*' || character == 0xB7) /* f*ck, étudiant·e·s */
        return ja_is_letter(before) && ja_is_letter(after);
    if (ja_is_digit(before) && ja_is_digit(after))
        return character < 0x80 && strchr(".,:/", (int)character);
    return character == '.' && !ja_is_digit(before);
}

static uint32_t peek(ja_slice text, size_t at, size_t end, size_t *length)
{
    *length = 0;
    return at < end ? ja_decode(text, at, length) : 0;
}

static size_t digits_end(ja_slice text, size_t at, size_t end)
{
    while (at < end && ja_is_digit_byte(text.at[at]))
        at++;
    return at;
}

static bool is_separator(const ja_language *language, uint32_t character)
{
    for (size_t i = 0; i < language->separator_count; i++)
        if (language->separators[i] == character)
            return true;
    return false;
}

/* Where the groups of digits end that start at `at`: "1 000", "12 500 000". `at`: there are none.
 */
static size_t groups_end(const ja_language *language, ja_slice text, size_t at, size_t end)
{
    size_t found = at, next = digits_end(text, at, end), length;
    if (next == at || next - at > 3)
        return at;
    while (next < end && is_separator(language, ja_decode(text, next, &length))) {
        size_t group = next + length;
        next = digits_end(text, group, end);
        if (next - group != 3)
            break;
        found = next;
    }
    return found;
}

static bool is_small(uint32_t character)
{
    return ja_is_letter(character) && !ja_is_upper(character);
}

/* The full stop at `at` ends a sentence whose space was forgotten ("left.She"); not so in "Ph.D."
 * and "Character.AI". `letters` stand before it, the last of them is `before`. */
static bool is_forgotten_space(ja_slice text, size_t at, size_t end, uint32_t before,
                               size_t letters)
{
    size_t length, next;
    if (text.at[at] != '.' || letters < SHORTEST_WORD || !is_small(before))
        return false;
    return ja_is_upper(peek(text, at + 1, end, &length)) &&
           is_small(peek(text, at + 1 + length, end, &next));
}

/* Where the word that starts at `at` ends, joined parts included. */
static size_t word_end(ja_slice text, size_t at, size_t end)
{
    uint32_t before = 0;
    for (size_t letters = 0, length, next_length; at < end; at += length, letters++) {
        uint32_t character = ja_decode(text, at, &length);
        if (!is_word_character(character)) {
            uint32_t after = peek(text, at + length, end, &next_length);
            if (!is_joiner(character, before, after) ||
                is_forgotten_space(text, at, end, before, letters))
                break;
            letters = 0;
        }
        before = character;
    }
    return at;
}

static bool is_quotation_mark(uint32_t character)
{
    return character == '"' || character == 0xAB || character == 0xBB ||
           (character >= 0x2018 && character <= 0x201F);
}

static bool is_address_character(uint32_t character)
{
    return is_word_character(character) ||
           (character < 0x80 && character && strchr(".-+%~", (int)character));
}

/* Where the run of an address's characters ends, its last full stops left out. */
static size_t address_run_end(ja_slice text, size_t at, size_t end)
{
    size_t begin = at;
    for (size_t length; at < end && is_address_character(ja_decode(text, at, &length));
         at += length)
        ;
    while (at > begin && text.at[at - 1] == '.')
        at--;
    return at;
}

/* "name@example.org", "@name", "#name": where it ends, or `at`. */
static size_t handle_end(ja_slice text, size_t at, size_t end)
{
    size_t length, name = at, limit = end - at > LONGEST_NAME ? at + LONGEST_NAME : end;
    while (name < limit && is_address_character(ja_decode(text, name, &length)))
        name += length;
    if (name >= end || (text.at[name] != '@' && (text.at[name] != '#' || name > at)))
        return at;
    uint32_t first = peek(text, name + 1, end, &length);
    if (!is_word_character(first) || (text.at[name] == '#' && ja_is_digit(first)))
        return at;
    return address_run_end(text, name + 1, end);
}

static size_t link_end(ja_slice text, size_t at, size_t end)
{
    ja_slice rest = {text.at + at, end - at};
    if (!ja_starts_with(rest, JA_SLICE("http://")) && !ja_starts_with(rest, JA_SLICE("https://")) &&
        !ja_starts_with(rest, JA_SLICE("www.")))
        return at;
    for (size_t length; at < end; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        if (ja_is_space(character) || is_quotation_mark(character) || character == '<' ||
            character == '>')
            break;
    }
    while (memchr(".,;:!?)]'", text.at[at - 1], 9)) /* marks of the sentence, not of the address */
        at--;
    return at;
}

static size_t address_end(ja_slice text, size_t at, size_t end)
{
    size_t link = link_end(text, at, end);
    return link > at ? link : handle_end(text, at, end);
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

/* "(b." "(p.": what is so short at the start of a bracket is no sentence of its own. */
static bool is_short_in_bracket(ja_slice text, size_t begin, size_t end)
{
    return begin > 0 && text.at[begin - 1] == '(' && end - begin <= 2 &&
           ja_is_letter_byte(text.at[begin]);
}

/* What starts at `begin` is the scale of a degree: "°C". */
static bool is_degree(ja_slice text, size_t begin)
{
    size_t length;
    return begin > 0 && ja_decode_before(text, begin, &length) == 0xB0;
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
    bool is_initial =
        ja_is_upper(first) && length == end - begin && !is_degree(document->text, begin);
    bool inner_stop =
        ja_is_letter(first) && memchr(form.at, '.', end - begin) != NULL && form.length <= 8;
    const size_t *position = ja_map_get(&document->language->abbreviations, ja_lower(arena, form));
    bool known = position && (*position != JA_ABBREVIATION_NUMBER ||
                              digit_follows(document->text, end + 1, limit));
    return is_initial || inner_stop || known || is_short_in_bracket(document->text, begin, end)
               ? end + 1
               : end;
}

/* The number may be the name of ten years: "1960's" is one word. */
static bool is_decade(ja_slice form)
{
    for (size_t i = 0; i < form.length; i++)
        if (!ja_is_digit_byte(form.at[i]))
            return false;
    return form.length >= 2 && form.at[form.length - 1] == '0';
}

/* Where initials end that hyphens join to the one before `at`: "J.-P.". */
static size_t initials_end(ja_slice text, size_t at, size_t limit)
{
    size_t length;
    while (at + 1 < limit && text.at[at] == '-' && ja_is_upper(ja_decode(text, at + 1, &length)) &&
           at + 1 + length < limit && text.at[at + 1 + length] == '.')
        at += 2 + length;
    return at;
}

/* The word may go on in a mark that makes it one of those that stay whole ("n°"), or an elision
 * before a quotation ("d’« experts »"). */
static size_t with_mark(ja_arena *arena, const ja_document *document, size_t begin, size_t end,
                        size_t limit)
{
    size_t length;
    uint32_t mark = peek(document->text, end, limit, &length);
    if (mark != 0xB0 && !is_apostrophe(mark))
        return end;
    ja_slice form = {document->text.at + begin, end + length - begin};
    const ja_map *words =
        mark == 0xB0 ? &document->language->unsplit : &document->language->elisions;
    bool known = form.length <= LONGEST_PART && ja_map_get(words, ja_lower(arena, form));
    return known ? end + length : end;
}

static bool is_unsplit(ja_arena *arena, const ja_document *document, size_t begin, size_t end)
{
    ja_slice form = {document->text.at + begin, end - begin};
    return ja_map_get(&document->language->unsplit, ja_lower(arena, form));
}

/* What ends at `end` with an ending at `tail` is a pair of names: "Macron-Le Pen". */
static bool is_pair(const ja_document *document, size_t begin, size_t tail, size_t end)
{
    size_t length;
    (void)ja_decode(document->text, tail, &length);
    return ja_is_upper(peek(document->text, tail + length, end, &length)) &&
           !is_all_capital((ja_slice){document->text.at + begin, end - begin});
}

/* Where the second word starts of an ending that is two, "-m'en", else `end`. */
static size_t second_start(ja_arena *arena, const ja_document *document, size_t tail, size_t end)
{
    ja_slice form = {document->text.at + tail, end - tail};
    ja_slice base = base_of(document->language, ja_lower(arena, form));
    if (!memchr(base.at, ' ', base.length))
        return end;
    for (size_t at = tail, length; at < end; at += length)
        if (is_apostrophe(ja_decode(document->text, at, &length)))
            return at + length;
    return end;
}

/* Where the inversions and the like start that a word ends in, "donne-le-moi", the last one first.
 * Gives their number. */
static size_t find_endings(ja_arena *arena, const ja_document *document, size_t begin, size_t end,
                           size_t starts[MOST_ENDINGS])
{
    const ja_map *endings = &document->language->inversions;
    size_t count = 0;
    while (count + 2 <= MOST_ENDINGS) {
        size_t tail = ending_start(arena, document, endings, begin, end);
        if (tail == end || is_pair(document, begin, tail, end) ||
            is_unsplit(arena, document, begin, end))
            break;
        size_t second = second_start(arena, document, tail, end);
        if (second < end)
            starts[count++] = second;
        starts[count++] = tail;
        end = tail;
    }
    return count;
}

/* Where the clitics start that a word ends in, "shouldn't've", likewise. */
static size_t find_clitics(ja_arena *arena, const ja_document *document, size_t begin, size_t end,
                           size_t starts[MOST_ENDINGS])
{
    const ja_map *clitics = &document->language->clitics;
    size_t last = ending_start(arena, document, clitics, begin, end);
    size_t tail = ending_start(arena, document, clitics, begin, last);
    if (is_decade((ja_slice){document->text.at + begin, tail - begin}))
        return 0;
    starts[0] = last;
    starts[1] = tail;
    return 2;
}

/* Adds a word and the inversions or the clitics that it ends in. */
static void add_with_endings(ja_arena *arena, ja_document *document, size_t begin, size_t end)
{
    size_t starts[MOST_ENDINGS];
    size_t count = find_endings(arena, document, begin, end, starts);
    if (count == 0)
        count = find_clitics(arena, document, begin, end, starts);
    for (; count > 0; begin = starts[--count])
        add_token(arena, document, begin, starts[count - 1]);
    add_token(arena, document, begin, end);
}

/* Adds the tokens of the word [begin, end), its full stop included; gives the offset behind it. */
static size_t add_word(ja_arena *arena, ja_document *document, size_t begin, size_t end,
                       size_t limit)
{
    end = with_mark(arena, document, begin, end, limit);
    ja_slice form = {document->text.at + begin, end - begin};
    bool whole = is_unsplit(arena, document, begin, end) ||
                 ja_map_get(&document->language->elisions, ja_lower(arena, form));
    if (!whole)
        begin = split_elisions(arena, document, begin, end);
    size_t stopped = with_full_stop(arena, document, begin, end, limit);
    if (whole || stopped > end) {
        stopped = initials_end(document->text, stopped, limit);
        add_token(arena, document, begin, stopped);
        return stopped;
    }
    add_with_endings(arena, document, begin, end);
    return end;
}

/* The longest sign of several characters that starts at `at`: where it ends, or `at`. */
static size_t sign_end(const ja_language *language, ja_slice text, size_t at, size_t end)
{
    size_t length = end - at < LONGEST_SIGN ? end - at : LONGEST_SIGN, next;
    for (; length > 1; length--)
        if (ja_map_get(language->signs, (ja_slice){text.at + at, length}) &&
            !is_word_character(peek(text, at + length, end, &next)))
            return at + length;
    return at;
}

/* A run of one mark is one token, as "..." and "--". Of quotation marks two are. */
static size_t run_end(ja_slice text, size_t at, size_t end)
{
    size_t length;
    uint32_t mark = ja_decode(text, at, &length);
    size_t next = at + length, next_length;
    bool doubles = is_apostrophe(mark) || mark == 0x2018 || mark == '`';
    if (!doubles && (mark >= 0x80 || !strchr(".-=*~<>+|^$", (int)mark)))
        return next;
    while (next < end && ja_decode(text, next, &next_length) == mark) {
        next += length;
        if (doubles)
            break;
    }
    return next;
}

/* Two digits, or the decade that they name. */
static bool is_short_year(ja_slice form)
{
    bool decade = form.length == 3 && form.at[2] == 's';
    return (form.length == 2 || decade) && ja_is_digit_byte(form.at[0]) &&
           ja_is_digit_byte(form.at[1]);
}

static bool is_flag_half(uint32_t character)
{
    return character >= 0x1F1E6 && character <= 0x1F1FF;
}

/* What belongs to the picture that ends at `next`: its variant, its skin, what is joined to it, the
 * other half of a flag. */
static size_t with_modifiers(ja_slice text, size_t at, size_t next, size_t end)
{
    size_t length, joined;
    uint32_t first = ja_decode(text, at, &length);
    if (is_flag_half(first) && is_flag_half(peek(text, next, end, &length)))
        return next + length;
    while (first >= 0x2190 && next < end) {
        uint32_t character = ja_decode(text, next, &length);
        bool modifies = character == 0xFE0F || (character >= 0x1F3FB && character <= 0x1F3FF);
        if (character != 0x200D && !modifies)
            break;
        if (modifies || ja_is_space(peek(text, next + length, end, &joined)))
            joined = 0; /* nothing follows that U+200D could join */
        next += length + joined;
    }
    return next;
}

/* Where the word ends that starts with the apostrophe at `at`, or `at`: "(CIA)'s", "'em", "'90s".
 */
static size_t apostrophe_word_end(ja_arena *arena, const ja_document *document, size_t at,
                                  size_t end)
{
    size_t length;
    if (!is_apostrophe(ja_decode(document->text, at, &length)))
        return at;
    size_t tail = word_end(document->text, at + length, end);
    ja_slice form = {document->text.at + at, tail - at};
    if (form.length > LONGEST_PART)
        return at;
    if (is_short_year((ja_slice){form.at + length, form.length - length}))
        return tail;
    ja_slice lower = ja_lower(arena, form);
    return ja_map_get(&document->language->clitics, lower) ||
                   ja_map_get(&document->language->unsplit, lower)
               ? tail
               : at;
}

/* Adds the token that starts with the mark at `at`; gives the offset behind it. */
static size_t add_mark(ja_arena *arena, ja_document *document, size_t at, size_t end)
{
    size_t next = sign_end(document->language, document->text, at, end);
    if (next == at)
        next = apostrophe_word_end(arena, document, at, end);
    if (next == at)
        next = with_modifiers(document->text, at, run_end(document->text, at, end), end);
    add_token(arena, document, at, next);
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
            size_t number = groups_end(document->language, text, at, paragraph.end);
            end = word_end(text, number > at ? number - 1 : at, paragraph.end);
            end = add_word(arena, document, at, end, paragraph.end);
        } else {
            end = add_mark(arena, document, at, paragraph.end);
        }
        document->tokens[document->token_count - 1].space_after =
            end >= paragraph.end || ja_is_space(ja_decode(text, end, &length));
        at = end;
    }
}
