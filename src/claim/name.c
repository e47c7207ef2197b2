/* Names that no table knows: runs of words with capitals, where capitals tell. */
#include "base/unicode.h"
#include "claim/finder.h"
#include "claim/noun_words.h"

static const size_t LONGEST = 10; /* tokens */

static bool has_word(const ja_finder *finder, size_t token, ja_noun_word function)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->base, function);
}

void ja_learn_case(ja_finder *finder)
{
    const ja_document *document = finder->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const ja_sentence *sentence = &document->sentences[s];
        for (size_t i = 1; i < sentence->count && !sentence->title; i++) {
            const ja_token *token = ja_token_at(finder, sentence->first + i);
            bool opens = !ja_token_at(finder, sentence->first + i - 1)->word;
            if (token->word && token->capital && !opens)
                ja_map_put(&finder->names, token->lower, 0, NULL);
            else if (token->word && !token->capital)
                ja_map_put(&finder->common, token->lower, 0, NULL);
        }
    }
}

void ja_look_at_case(ja_finder *finder, const ja_sentence *sentence)
{
    size_t words = 0, capital = 0, all_capital = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        const ja_token *token = ja_token_at(finder, sentence->first + i);
        if (!token->word || token->form.length < 2)
            continue;
        words += !ja_is_function_word(finder, sentence->first + i) || token->all_capital;
        capital += token->capital && !ja_is_function_word(finder, sentence->first + i);
        all_capital += token->all_capital;
    }
    finder->shouted = all_capital >= 3 && all_capital == words;
    finder->headline = sentence->title && words >= 4 && capital * 3 > words * 2;
}

/* Behind a hyphen: "Paris-based" is no name, "Jean-Marie" is. */
static bool is_adjective_of_name(const ja_finder *finder, size_t token)
{
    ja_slice lower = ja_token_at(finder, token)->lower, part = lower;
    for (size_t i = 0; i < lower.length; i++)
        if (lower.at[i] == '-')
            part = (ja_slice){lower.at + i + 1, lower.length - i - 1};
    return part.length < lower.length &&
           ja_noun_word_is(finder->document->language, part, JA_NOUN_WORD_SUFFIX);
}

/* "al-Islam", "eBay": a capital further on. */
static bool has_inner_capital(ja_slice form)
{
    for (size_t at = 0, length; at < form.length; at += length)
        if (ja_is_upper(ja_decode(form, at, &length)))
            return at > 0;
    return false;
}

/* "LOS ANGELES (Reuters) - ", "NAIROBI, ": where it was written, not who acts. */
static bool is_dateline(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    size_t at = token;
    if (token != sentence->first || sentence->title)
        return false;
    while (at < ja_end_of_sentence(sentence) && ja_token_at(finder, at)->all_capital)
        at++;
    return at > token && at < ja_end_of_sentence(sentence) && !ja_token_at(finder, at)->word &&
           !ja_equal(ja_token_at(finder, at)->form, JA_SLICE("'s"));
}

static bool is_quote_mark(const ja_finder *finder, size_t token)
{
    size_t index = ja_token_at(finder, token)->quote;
    if (index == JA_NO_QUOTE)
        return false;
    const ja_quote *quote = &finder->document->quotes[index];
    return token == quote->first || token + 1 == quote->first + quote->count;
}

/* "Il ment", "C'est faux": a clause is no name. */
static bool is_of_clause(const ja_finder *finder, size_t token)
{
    ja_upos upos = ja_upos_at(finder, token);
    return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX || upos == JA_UPOS_PRON;
}

/* «Pure fabrication»: a word without a capital that no article or name precedes. */
static bool is_plain_behind(const ja_finder *finder, size_t token, size_t first)
{
    return token > first && !ja_token_at(finder, token)->capital &&
           !ja_is_function_word(finder, token) && !ja_is_function_word(finder, first);
}

/* «Marianne»: one to three words alone between quotation marks. */
static bool is_quoted_alone(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    size_t end = token, limit = ja_end_of_sentence(sentence);
    if (token == sentence->first || !is_quote_mark(finder, token - 1))
        return false;
    while (end < limit && end < token + 3 && ja_token_at(finder, end)->word &&
           !is_of_clause(finder, end) && !is_plain_behind(finder, end, token))
        end++;
    return end > token && end < limit && is_quote_mark(finder, end);
}

/* Whether a capital at the token tells anything. */
static bool is_telling(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    if (finder->headline || token == sentence->first)
        return false;
    const ja_token *before = ja_token_at(finder, token - 1);
    return before->word || ja_equal(before->form, JA_SLICE(","));
}

/* "Every", "No", "Meanwhile": the analysis knows it for a small word. */
static bool is_small_word(const ja_finder *finder, size_t token)
{
    switch (ja_upos_at(finder, token)) {
    case JA_UPOS_ADP:
    case JA_UPOS_ADV:
    case JA_UPOS_AUX:
    case JA_UPOS_CCONJ:
    case JA_UPOS_DET:
    case JA_UPOS_INTJ:
    case JA_UPOS_PART:
    case JA_UPOS_PRON:
    case JA_UPOS_SCONJ:
        return true;
    default:
        return false;
    }
}

/* Where any word would be printed with a capital: the word must be a name elsewhere, or nothing
 * else, or the analysis takes it for one. */
static bool is_name_anyway(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    const ja_token *word = ja_token_at(finder, token);
    if (ja_is_function_word(finder, token) && !is_quoted_alone(finder, sentence, token))
        return false;
    if (ja_map_get(&finder->names, word->lower) || is_quoted_alone(finder, sentence, token))
        return true;
    if (ja_map_get(&finder->common, word->lower) || is_small_word(finder, token))
        return false;
    bool next = token + 1 < ja_end_of_sentence(sentence) &&
                ja_token_at(finder, token + 1)->capital && ja_token_at(finder, token + 1)->word;
    bool proper = ja_upos_at(finder, token) == JA_UPOS_PROPN;
    return !finder->headline && (next || (proper && word->form.length > 2));
}

static bool may_be_name(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    const ja_token *word = ja_token_at(finder, token);
    bool capital = word->capital || has_inner_capital(word->form);
    if (!word->word || !capital || ja_is_title_word(finder, token) ||
        ja_lexicon_is_no_name(finder->lexicon, word) || is_adjective_of_name(finder, token) ||
        is_dateline(finder, sentence, token) || ja_is_postnominal(finder, sentence, token))
        return false;
    if (finder->shouted)
        return ja_map_get(&finder->names, word->lower) != NULL;
    if (is_telling(finder, sentence, token))
        return !(ja_is_function_word(finder, token) && word->form.length <= 3);
    return is_name_anyway(finder, sentence, token);
}

/* "Charles DE Courson", "Claire-Marie D'Esparre": behind a given name. */
static bool is_of_person(const ja_finder *finder, size_t first, size_t at)
{
    size_t next = at + 1;
    ja_role_match role;
    return at == first + 1 && ja_is_given_name(finder, first) && !ja_is_title_word(finder, first) &&
           has_word(finder, at, JA_NOUN_WORD_GENITIVE) &&
           has_word(finder, at, JA_NOUN_WORD_WEAK_PARTICLE) &&
           !ja_role_at(finder->document, first, next, ja_is_demonym, &role);
}

/* "Saïf AL Islam", "Ursula VON DER Leyen", "Dominique DE Villepin", "Marks & Spencer": tokens
 * between two words of a name; 0: the name ends. What is mostly no part of names needs the tree. */
static size_t joint(const ja_finder *finder, const ja_sentence *sentence, size_t first, size_t at)
{
    size_t next = at, limit = ja_end_of_sentence(sentence);
    bool weak = false, sign = ja_equal(ja_token_at(finder, at)->form, JA_SLICE("&"));
    while (!sign && next < limit && next < at + 3) {
        bool strong = has_word(finder, next, JA_NOUN_WORD_PARTICLE) ||
                      (next == at && ja_token_at(finder, next)->capital && !sentence->title);
        if (!strong && !has_word(finder, next, JA_NOUN_WORD_WEAK_PARTICLE))
            break;
        weak = weak || !strong;
        next++;
    }
    next += sign;
    if (next == at || next >= limit ||
        !(sign ? ja_token_at(finder, next)->capital : may_be_name(finder, sentence, next)))
        return 0;
    if (!weak || is_of_person(finder, first, at))
        return next - at;
    const ja_branch *word = &finder->forest->at[ja_word_of_token(finder, next)];
    bool flat = word->relation == JA_DEP_FLAT && word->head != JA_NO_WORD &&
                finder->document->words[word->head].token >= first;
    return flat ? next - at : 0;
}

/* Where a name must end although a capital follows: at the title of an office, and in a headline at
 * a name that the gazetteer knows. */
static bool ends_before(const ja_finder *finder, const ja_sentence *sentence, size_t at)
{
    size_t ignored, limit = ja_end_of_sentence(sentence);
    ja_form form;
    ja_role_match role;
    if (sentence->title &&
        ja_gazetteer_match(finder->document, at, limit, &ignored, &form) != JA_NO_ENTRY)
        return true;
    if (ja_token_at(finder, at)->all_capital && is_small_word(finder, at))
        return true; /* "Marla WON'T" */
    return ja_role_at(finder->document, at, limit, ja_is_demonym, &role) &&
           role.noun->kind == JACCUSE_PERSON && at + role.count < limit &&
           ja_token_at(finder, at + role.count)->capital;
}

/* "Ann Rowe KC": what is printed behind a name for a rank or seat is no part of it. */
bool ja_is_postnominal(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    return token > sentence->first && token < ja_end_of_sentence(sentence) &&
           ja_token_at(finder, token)->all_capital && ja_token_at(finder, token - 1)->capital &&
           has_word(finder, token, JA_NOUN_WORD_POSTNOMINAL);
}

/* "les Corbeaux GRIS": an adjective without a capital that closes a name of one common noun. */
static bool closes_name(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                        size_t at)
{
    size_t known;
    ja_form form;
    bool article = token > sentence->first && ja_token_is(finder, token - 1, JA_FUNCTION_DEFINITE);
    if (at != token + 1 || at >= ja_end_of_sentence(sentence) ||
        (ja_upos_at(finder, token) != JA_UPOS_NOUN && !article) ||
        ja_upos_at(finder, at) != JA_UPOS_ADJ || ja_is_demonym(finder->document, at) ||
        ja_is_function_word(finder, at) ||
        ja_lexicon_has_verb(finder->lexicon, ja_token_at(finder, at)) ||
        ja_gazetteer_match(finder->document, token, at, &known, &form) != JA_NO_ENTRY)
        return false;
    const ja_branch *word = &finder->forest->at[ja_word_of_token(finder, at)];
    return word->relation == JA_DEP_AMOD && word->head == ja_word_of_token(finder, token);
}

/* "Unit 8200": a number behind a name, of which the tree says so, or no noun follows. */
static bool is_number_of_name(const ja_finder *finder, const ja_sentence *sentence, size_t first,
                              size_t at)
{
    ja_slice form = ja_token_at(finder, at)->form;
    size_t head = finder->forest->at[ja_word_of_token(finder, at)].head, next = at + 1;
    for (size_t i = 0; i < form.length; i++)
        if (!ja_is_digit_byte(form.at[i]))
            return false;
    if (head != JA_NO_WORD && head >= ja_word_of_token(finder, first) &&
        head < ja_word_of_token(finder, at))
        return form.length <= 4;
    bool year = form.length == 4 && (form.at[0] == '1' || ja_starts_with(form, JA_SLICE("20")));
    return form.length <= 4 && !year && next < ja_end_of_sentence(sentence) &&
           (ja_token_is(finder, next, JA_FUNCTION_PREPOSITION) ||
            !ja_token_at(finder, next)->word) &&
           ja_token_at(finder, next)->form.at[0] != '%';
}

/* "M. LE Goff": behind a title an article is the name's. */
static bool opens_with_article(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    return token > sentence->first && token + 1 < ja_end_of_sentence(sentence) &&
           ja_is_title_word(finder, token - 1) && ja_token_at(finder, token)->capital &&
           has_word(finder, token, JA_NOUN_WORD_WEAK_PARTICLE) &&
           may_be_name(finder, sentence, token + 1);
}

size_t ja_name_length(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    size_t limit = ja_end_of_sentence(sentence), at = token;
    bool joined = false; /* by a sign: what follows belongs to it */
    if (opens_with_article(finder, sentence, token))
        at++;
    while (at < limit && at - token < LONGEST && (joined || may_be_name(finder, sentence, at)) &&
           !(at > token && !joined && ends_before(finder, sentence, at))) {
        at++;
        if (at == limit)
            break;
        if (!ja_token_at(finder, at - 1)->space_after && ja_token_at(finder, at)->word)
            break; /* a clitic follows */
        joined = ja_equal(ja_token_at(finder, at)->form, JA_SLICE("&"));
        size_t between = joint(finder, sentence, token, at);
        joined = joined && between > 0;
        at += between;
    }
    if (at > token && at < limit && is_number_of_name(finder, sentence, token, at))
        return at + 1 - token;
    return at - token + closes_name(finder, sentence, token, at);
}
