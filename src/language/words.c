/* Words from tokens. Most tokens are one word. "du" and "cannot" are multiword tokens, by a table;
 * so is a word with the clitics that stand close behind it, "do" "n't". A hyphenated word or a
 * number with its unit falls into plain words in languages whose tables say so; a few words are
 * several tokens. */
#include <string.h>

#include "base/unicode.h"
#include "language/document.h"

/* Bytes of a word of a context of articles.tsv. */
static const size_t LONGEST_CONTEXT = 32;

typedef struct splitter {
    ja_arena *arena;
    ja_document *document;
    const ja_sentence *sentence;
    size_t token;                    /* the one that words are made of */
    ja_article_reading last_reading; /* of an article of the sentence */
} splitter;

static ja_slice printed(const splitter *work, jaccuse_span at)
{
    return (ja_slice){work->document->text.at + at.begin, at.end - at.begin};
}

static void add_word(splitter *work, jaccuse_span at, ja_slice form)
{
    ja_document *document = work->document;
    ja_word word = {.at = at, .form = form, .token = work->token};
    JA_PUSH(work->arena, document->words, document->word_count, document->word_capacity, word);
}

static void add_plain(splitter *work, size_t begin, size_t end)
{
    jaccuse_span at = {begin, end};
    if (begin < end)
        add_word(work, at, printed(work, at));
}

/* The words from `first` on become one multiword token. */
static void make_range(splitter *work, size_t first, jaccuse_span at)
{
    ja_word *words = work->document->words;
    words[first].range = (uint32_t)(work->document->word_count - first);
    words[first].printed = printed(work, at);
    for (size_t i = first; i < work->document->word_count; i++)
        words[i].at = at;
}

/* The end of the token `back` words before work->token, empty where the sentence has none. */
static ja_slice word_before(const splitter *work, size_t back)
{
    if (work->token < work->sentence->first + back)
        return JA_SLICE("");
    ja_slice word = work->document->tokens[work->token - back].lower;
    size_t from = word.length > LONGEST_CONTEXT ? word.length - LONGEST_CONTEXT : 0;
    return (ja_slice){word.at + from, word.length - from};
}

/* What rows like "il *" say, with the word that stands two places before. */
static const size_t *reading_of_any(const splitter *work, ja_slice before)
{
    const char *context = ja_format(work->arena, "%.*s *", (int)before.length, before.at);
    return ja_map_get(&work->document->language->readings, ja_slice_of(context));
}

/* The reading that the words before work->token ask for; NULL: none is known. */
static const size_t *find_reading(const splitter *work)
{
    ja_slice before = word_before(work, 2), last = word_before(work, 1);
    const char *context = ja_format(work->arena, "%.*s ^%.*s", (int)before.length, before.at,
                                    (int)last.length, last.at);
    const size_t *found = NULL;
    for (ja_slice end = ja_slice_of(context); end.length && !found; end.at++, end.length--) {
        found = ja_map_get(&work->document->language->readings, end);
        if (!found && end.at[0] == '^') /* from here on mere endings */
            found = reading_of_any(work, before);
    }
    return found;
}

/* Whether "des" stands for "de les" or is an article, as far as the words before it tell. */
static bool is_contraction(splitter *work)
{
    const ja_map *articles = &work->document->language->articles;
    if (!ja_map_get(articles, work->document->tokens[work->token].lower))
        return true;
    const size_t *found = find_reading(work);
    ja_article_reading reading = found ? (ja_article_reading)*found : JA_READING_CONTRACTION;
    if (reading == JA_READING_REPEAT)
        reading = work->last_reading;
    work->last_reading = reading;
    return reading == JA_READING_CONTRACTION;
}

/* What a token like "du" stands for, or an empty slice. */
static ja_slice parts_of(splitter *work)
{
    const ja_language *language = work->document->language;
    const size_t *index = ja_map_get(&language->fused, work->document->tokens[work->token].lower);
    return index && is_contraction(work) ? language->fused_parts[*index] : (ja_slice){NULL, 0};
}

/* The first part of a token, of a table, in the token's case: "Du" is "De" "le", "DU" "DE" "le". */
static ja_slice in_case(ja_arena *arena, const ja_token *token, ja_slice part)
{
    char *form = ja_alloc(arena, part.length * 4 + 1, 1);
    size_t used = 0;
    for (size_t at = 0, length; at < part.length; at += length) {
        uint32_t character = ja_decode(part, at, &length);
        bool capital = at == 0 || token->all_capital;
        used += ja_encode(capital ? ja_upper_character(character) : character, form + used);
    }
    return (ja_slice){form, used};
}

/* Adds the parts as the table has them or, where they are just pieces of the token, as printed. */
static void add_parts(splitter *work, ja_slice parts)
{
    const ja_token *token = &work->document->tokens[work->token];
    ja_slice part, rest = parts;
    size_t letters = 0, at = 0;
    while (ja_next_field(&rest, ' ', &part))
        letters += part.length;
    bool pieces = letters == token->form.length && letters == token->lower.length;
    for (rest = parts; ja_next_field(&rest, ' ', &part); at += part.length) {
        if (pieces)
            part = (ja_slice){token->form.at + at, part.length};
        else if (at == 0 && token->capital)
            part = in_case(work->arena, token, part);
        add_word(work, token->at, part);
    }
}

static bool is_hyphen(uint32_t character)
{
    return character == '-' || character == 0x2010 || character == 0x2011;
}

/* Where the run of letters, or of anything else, that starts at `at` ends. */
static size_t run_end(ja_slice text, size_t at, size_t end)
{
    size_t length;
    bool letters = ja_is_letter(ja_decode(text, at, &length));
    for (at += length; at < end; at += length)
        if (ja_is_letter(ja_decode(text, at, &length)) != letters)
            break;
    return at;
}

/* A number and units, by turns: "5pm", "20h30". */
static bool is_measure(const splitter *work, size_t begin, size_t end)
{
    size_t length;
    ja_slice text = work->document->text;
    if (!ja_is_digit(ja_decode(text, begin, &length)))
        return false;
    for (size_t at = begin, next; at < end; at = next) {
        next = run_end(text, at, end);
        ja_slice run = printed(work, (jaccuse_span){at, next});
        if (ja_is_letter(ja_decode(text, at, &length)) &&
            !ja_map_get(&work->document->language->units, ja_lower(work->arena, run)))
            return false;
    }
    return true;
}

/* Adds a part of a token that no hyphen divides. */
static void add_part(splitter *work, size_t begin, size_t end)
{
    if (begin < end && is_measure(work, begin, end))
        for (size_t at; begin < end && (at = run_end(work->document->text, begin, end)) < end;
             begin = at)
            add_plain(work, begin, at);
    add_plain(work, begin, end);
}

static size_t next_hyphen(ja_slice text, size_t at, size_t end)
{
    for (size_t length; at < end; at += length)
        if (is_hyphen(ja_decode(text, at, &length)))
            break;
    return at;
}

/* The hyphen behind the part that starts at `begin` is no division: "non-profit", "career-wise".
 * `after` is where it ends, `end` where the token does. */
static bool hyphen_stays(const splitter *work, size_t begin, size_t hyphen, size_t after,
                         size_t end)
{
    const ja_map *affixes = &work->document->language->affixes;
    ja_slice left = printed(work, (jaccuse_span){begin, after});
    ja_slice right =
        printed(work, (jaccuse_span){hyphen, next_hyphen(work->document->text, after, end)});
    return ja_map_get(affixes, ja_lower(work->arena, left)) ||
           ja_map_get(affixes, ja_lower(work->arena, right));
}

/* Telephone numbers and dates: digits in groups, but no span of years. */
static bool is_numeric_code(ja_slice form)
{
    size_t digits = 0, first = 0;
    for (size_t i = 0; i < form.length; i++) {
        bool digit = ja_is_digit_byte(form.at[i]);
        if (!digit && form.at[i] != '-' && form.at[i] != '/')
            return false;
        digits += digit;
        first += digits == i + 1;
    }
    return digits >= 7 && first != 4;
}

/* An address is one word whatever stands in it. */
static bool is_address(ja_slice form)
{
    return memchr(form.at, '@', form.length) || memmem(form.at, form.length, "://", 3) ||
           ja_starts_with(form, JA_SLICE("www."));
}

static bool has_division(const splitter *work, const ja_token *token)
{
    size_t length;
    uint32_t first = ja_decode(token->form, 0, &length);
    return work->document->language->affixes.count > 0 &&
           (ja_is_letter(first) || ja_is_digit(first)) && !is_address(token->form) &&
           !is_numeric_code(token->form);
}

/* Adds the plain words of a token. */
static void add_pieces(splitter *work)
{
    const ja_token *token = &work->document->tokens[work->token];
    ja_slice text = work->document->text;
    size_t begin = token->at.begin, end = token->at.end;
    size_t at = has_division(work, token) ? begin : end; /* behind the latest hyphen */
    while (at < end) {
        size_t length, hyphen = next_hyphen(text, at, end);
        if (hyphen == end)
            break;
        (void)ja_decode(text, hyphen, &length);
        if (!hyphen_stays(work, at, hyphen, hyphen + length, end)) {
            add_part(work, begin, hyphen);
            add_plain(work, hyphen, hyphen + length);
            begin = hyphen + length;
        }
        at = hyphen + length;
    }
    add_part(work, begin, end);
}

/* A single quotation mark that was opened before `token` in the sentence is still open there. */
static bool is_quoting(const splitter *work, size_t token)
{
    const ja_token *tokens = work->document->tokens;
    bool open = false;
    for (size_t i = work->sentence->first; i < token; i++) {
        bool behind_word = i > work->sentence->first && !tokens[i - 1].space_after;
        if (ja_equal(tokens[i].form, JA_SLICE("\u2018")))
            open = true;
        else if (ja_equal(tokens[i].lower, JA_SLICE("'")))
            open = !behind_word && !tokens[i].space_after;
    }
    return open;
}

/* The apostrophe is what a plural has for a possessive: "workers'". */
static bool is_bare_possessive(const splitter *work, size_t token)
{
    const ja_token *host = &work->document->tokens[token - 1];
    return ja_equal(host[1].lower, JA_SLICE("'")) && ja_ends_with(host->lower, JA_SLICE("s")) &&
           !is_quoting(work, token);
}

/* The token belongs to the one before it: "'s", "n't", or the apostrophe of "workers'". */
static bool is_clitic(const splitter *work, size_t token)
{
    const ja_map *clitics = &work->document->language->clitics;
    const ja_token *clitic = &work->document->tokens[token], *host = clitic - 1;
    if (token >= work->sentence->first + work->sentence->count || host->space_after ||
        !clitics->count || !(host->word || ja_is_digit_byte(host->form.at[0])))
        return false;
    return ja_map_get(clitics, clitic->lower) || is_bare_possessive(work, token);
}

/* "?!" and "!!!" are one word: the token behind the run of such marks that starts at `token`. */
static size_t exclamation_end(const splitter *work, size_t token)
{
    const ja_token *tokens = work->document->tokens;
    size_t end = token, limit = work->sentence->first + work->sentence->count;
    while (end < limit && (end == token || !tokens[end - 1].space_after) &&
           (tokens[end].form.at[0] == '!' || tokens[end].form.at[0] == '?'))
        end++;
    return end;
}

/* The tokens [token, end) stand in the sentence, with no space between them. */
static bool are_close(const splitter *work, size_t token, size_t end)
{
    if (end > work->sentence->first + work->sentence->count)
        return false;
    for (; token + 1 < end; token++)
        if (work->document->tokens[token].space_after)
            return false;
    return true;
}

/* The token behind a word with an ending in brackets, "étudiant(e)s", or `token`. */
static size_t bracket_end(const splitter *work, size_t token)
{
    const ja_token *tokens = work->document->tokens + token;
    if (!tokens[0].word || !are_close(work, token, token + 4) ||
        !ja_equal(tokens[1].form, JA_SLICE("(")) || !ja_equal(tokens[3].form, JA_SLICE(")")) ||
        !ja_map_get(&work->document->language->brackets, tokens[2].lower))
        return token;
    bool plural = are_close(work, token, token + 5) && ja_equal(tokens[4].lower, JA_SLICE("s"));
    return token + 4 + plural;
}

/* The token behind those that make one word with `token`: a run of marks, or by the tables. */
static size_t joined_end(const splitter *work, size_t token)
{
    const ja_token *tokens = work->document->tokens + token;
    if (are_close(work, token, token + 2)) {
        ja_slice both = printed(work, (jaccuse_span){tokens[0].at.begin, tokens[1].at.end});
        if (ja_map_get(&work->document->language->joined, ja_lower(work->arena, both)))
            return token + 2;
    }
    size_t bracket = bracket_end(work, token);
    return bracket > token ? bracket : exclamation_end(work, token);
}

/* What stands behind `token` closes the sentence, quotation marks and the like. */
static bool is_last_word(const splitter *work, size_t token)
{
    const ja_token *tokens = work->document->tokens;
    for (size_t i = token + 1; i < work->sentence->first + work->sentence->count; i++)
        if (tokens[i].word || tokens[i - 1].space_after)
            return false;
    return true;
}

/* The full stop of "etc." and "Plan B." ends the sentence as well and is then a word of its own;
 * "U.S." keeps its last one. */
static bool has_final_stop(const splitter *work, const ja_token *token)
{
    ja_slice form = token->form;
    return token->word && form.at[form.length - 1] == '.' && is_last_word(work, work->token) &&
           !(token->all_capital && memchr(form.at, '.', form.length - 1));
}

/* Adds the words that start with work->token; gives the token behind them. */
static size_t add_words(splitter *work)
{
    ja_document *document = work->document;
    const ja_token *token = &document->tokens[work->token];
    size_t end = work->token + 1;
    size_t first = document->word_count;
    ja_slice parts = parts_of(work);
    size_t joined = joined_end(work, work->token);
    if (joined > end) {
        end = joined;
        add_plain(work, token->at.begin, document->tokens[end - 1].at.end);
    } else if (parts.length) {
        add_parts(work, parts);
    } else if (has_final_stop(work, token)) {
        add_plain(work, token->at.begin, token->at.end - 1);
        add_plain(work, token->at.end - 1, token->at.end);
        first++;
    } else {
        add_pieces(work);
        first = document->word_count - 1;
    }
    for (; is_clitic(work, end); end++) {
        work->token = end;
        add_word(work, document->tokens[end].at, document->tokens[end].form);
    }
    if (document->word_count > first + 1)
        make_range(
            work, first,
            (jaccuse_span){document->words[first].at.begin, document->tokens[end - 1].at.end});
    document->words[document->word_count - 1].space_after = document->tokens[end - 1].space_after;
    return end;
}

void ja_split_words(ja_arena *arena, ja_document *document)
{
    splitter work = {.arena = arena, .document = document};
    for (size_t i = 0; i < document->sentence_count; i++) {
        ja_sentence *sentence = &document->sentences[i];
        size_t end = sentence->first + sentence->count;
        work.sentence = sentence;
        work.last_reading = JA_READING_ARTICLE;
        sentence->first_word = document->word_count;
        for (work.token = sentence->first; work.token < end;)
            work.token = add_words(&work);
        sentence->word_count = document->word_count - sentence->first_word;
    }
}
