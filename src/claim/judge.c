/* Whether a cue is meant: what is negated, refused, only possible, asked or still to come makes no
 * claim; what is hedged makes one that is only alleged. */
#include "claim/place.h"
#include "claim/reading.h"

static const size_t REACH = 7; /* tokens before the cue in which such words govern it */

static bool starts_clause(const ja_reading *reading, size_t token)
{
    const ja_token *at = &reading->document->tokens[token];
    return !at->word ? at->form.length == 1 &&
                           (at->form.at[0] == ';' || at->form.at[0] == ':' || at->form.at[0] == ',')
                     : false;
}

/* Where the words that govern the cue begin: in its clause, not behind another verb of saying. */
static size_t scope_begin(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = &reading->document->sentences[ja_sentence_of(reading, token)];
    size_t at = token;
    while (at > sentence->first && token - at < REACH && !starts_clause(reading, at - 1))
        at--;
    return at;
}

size_t ja_cue_between(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end)
{
    size_t low = 0, high = reading->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reading->cues[middle].first < begin)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < reading->cue_count && reading->cues[low].first < end &&
           reading->cues[low].cue->class != class)
        low++;
    return low < reading->cue_count && reading->cues[low].first < end ? low : reading->cue_count;
}

static bool has(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end)
{
    return ja_cue_between(reading, class, begin, end) < reading->cue_count;
}

bool ja_is_negated(const ja_reading *reading, size_t begin, size_t end)
{
    return has(reading, JA_CUE_NEGATION, begin, end);
}

static bool is_question(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = &reading->document->sentences[ja_sentence_of(reading, token)];
    const ja_token *last = &reading->document->tokens[sentence->first + sentence->count - 1];
    return last->form.length == 1 && last->form.at[0] == '?' &&
           last->quote == reading->document->tokens[token].quote;
}

static bool is_to_come(const ja_reading *reading, const ja_cue_match *match, size_t begin)
{
    if (match->cue->part != JA_VERB)
        return false;
    for (size_t i = begin; i < match->first; i++)
        if (ja_lexicon_is(reading->lexicon, &reading->document->tokens[i], JA_FUNCTION_FUTURE))
            return true;
    return ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->head],
                         JA_FUNCTION_FUTURE_ENDING);
}

static bool has_and(const ja_reading *reading, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (ja_lexicon_is(reading->lexicon, &reading->document->tokens[i], JA_FUNCTION_AND))
            return true;
    return false;
}

/* "denies accusing", "denied that it had accused", "rejected calls to accuse"; but not "denied it
 * and accused". */
static bool is_denied_verb(const ja_reading *reading, const ja_cue_match *match, size_t begin)
{
    if (match->cue->part != JA_VERB || match->cue->class == JA_CUE_DENY)
        return false;
    size_t denial = ja_cue_between(reading, JA_CUE_DENY, begin, match->first);
    return denial < reading->cue_count &&
           !has_and(reading, reading->cues[denial].first, match->first);
}

/* "would accuse if": a condition behind a conditional verb makes it unreal as well. */
static bool is_conditioned(const ja_reading *reading, const ja_cue_match *match)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_sentence_of(reading, match->first)];
    return match->cue->part == JA_VERB &&
           ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->head],
                         JA_FUNCTION_CONDITIONAL_ENDING) &&
           has(reading, JA_CUE_HYPOTHESIS, match->first, sentence->first + sentence->count);
}

/* A condition rules the whole of its sentence up to the cue, commas aside. */
static bool is_conditional(const ja_reading *reading, const ja_cue_match *match, size_t begin)
{
    return has(reading, JA_CUE_HYPOTHESIS, begin, match->first);
}

ja_verdict ja_judge(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = scope_begin(reading, match->first);
    size_t end = match->first + match->count;
    const ja_token *head = &reading->document->tokens[match->head];
    ja_verdict verdict = {.real = true, .certainty = JACCUSE_ASSERTED};
    if (match->cue->class == JA_CUE_SUSPECT)
        verdict.certainty = JACCUSE_SUSPECTED;
    if (ja_is_negated(reading, begin, match->first) ||
        has(reading, JA_CUE_REFUSAL, begin, match->first) ||
        has(reading, JA_CUE_DECLINE, begin, match->first) ||
        has(reading, JA_CUE_EXCULPATE, begin, match->first) ||
        is_conditional(reading, match, begin) || is_to_come(reading, match, begin) ||
        is_denied_verb(reading, match, begin) || is_conditioned(reading, match) ||
        is_question(reading, match->first))
        verdict.real = false;
    bool hedged = has(reading, JA_CUE_HEDGE, begin, end + 3) ||
                  (match->cue->part == JA_VERB &&
                   ja_lexicon_is(reading->lexicon, head, JA_FUNCTION_CONDITIONAL_ENDING));
    if (hedged && verdict.certainty == JACCUSE_ASSERTED)
        verdict.certainty = JACCUSE_ALLEGED;
    return verdict;
}
