/* Whether a cue is meant: what is negated, refused, only possible, asked or still to come makes no
 * claim; what is hedged makes one that is only alleged. */
#include "claim/place.h"
#include "claim/reading.h"

static const size_t REACH = 7;        /* tokens before the cue in which such words govern it */
static const size_t PARENTHESIS = 10; /* tokens between two commas that are passed over */

/* A verb that speaks, accuses or denies; behind an article or a preposition the same word is a
 * noun ("of STATE"). */
static bool is_speaking_verb(const ja_reading *reading, const ja_cue_match *match)
{
    static const bool speaks[JA_CUE_CLASS_COUNT] = {[JA_CUE_SPEECH] = true,
                                                    [JA_CUE_ACCUSE] = true,
                                                    [JA_CUE_SUSPECT] = true,
                                                    [JA_CUE_DENY] = true};
    if (!speaks[match->cue->class] || match->cue->part != JA_VERB)
        return false;
    if (match->first == 0)
        return true;
    const ja_token *before = &reading->document->tokens[match->first - 1];
    return !ja_lexicon_is(reading->lexicon, before, JA_FUNCTION_DETERMINER) &&
           !ja_lexicon_is(reading->lexicon, before, JA_FUNCTION_PREPOSITION);
}

static bool is_spoken(const ja_reading *reading, size_t begin, size_t end)
{
    for (size_t i = ja_first_cue(reading, begin);
         i < reading->cue_count && reading->cues[i].first < end; i++)
        if (is_speaking_verb(reading, &reading->cues[i]))
            return true;
    return false;
}

/* Where what stands between this comma and one before it begins: "has not, AT ANY TIME, accused";
 * the comma itself where nothing is set in, or somebody speaks there. */
static size_t parenthesis_begin(const ja_reading *reading, size_t comma, size_t begin)
{
    for (size_t i = comma; i > begin && comma - i < PARENTHESIS; i--)
        if (ja_is_punctuation(reading, i - 1, ","))
            return is_spoken(reading, i, comma) ? comma : i - 1;
    return comma;
}

/* Where the words that govern the cue begin: in its clause, what is set in between commas aside. */
static size_t scope_begin(const ja_reading *reading, size_t token)
{
    size_t begin = ja_sentence_at(reading, token)->first;
    size_t at = token;
    for (size_t steps = 0; at > begin && steps < REACH; steps++) {
        if (ja_is_punctuation(reading, at - 1, ";:"))
            break;
        if (!ja_is_punctuation(reading, at - 1, ",")) {
            at--;
            continue;
        }
        size_t before = parenthesis_begin(reading, at - 1, begin);
        if (before == at - 1)
            break;
        at = before;
    }
    return at;
}

static bool is_question(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = ja_sentence_at(reading, token);
    size_t last = sentence->first + sentence->count - 1;
    const ja_token *tokens = reading->document->tokens;
    return ja_is_punctuation(reading, last, "?") && tokens[last].quote == tokens[token].quote;
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

/* "denies accusing", "denied that it had accused", "rejected calls to accuse"; but not "denied it
 * and accused". */
static bool is_denied_verb(const ja_reading *reading, const ja_cue_match *match, size_t begin)
{
    if (match->cue->part != JA_VERB || match->cue->class == JA_CUE_DENY)
        return false;
    size_t denial = ja_cue_between(reading, JA_CUE_DENY, begin, match->first);
    return denial < reading->cue_count &&
           !ja_has_and(reading, reading->cues[denial].first, match->first);
}

/* "would accuse if": a condition behind a conditional verb makes it unreal as well. */
static bool is_conditioned(const ja_reading *reading, const ja_cue_match *match)
{
    const ja_sentence *sentence = ja_sentence_at(reading, match->first);
    return match->cue->part == JA_VERB &&
           ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->head],
                         JA_FUNCTION_CONDITIONAL_ENDING) &&
           ja_has_cue(reading, JA_CUE_HYPOTHESIS, match->first, sentence->first + sentence->count);
}

/* A modal rules its clause; a condition that opens the sentence rules all of it: "If it is true,
 * A accuses B". */
static bool is_conditional(const ja_reading *reading, const ja_cue_match *match, size_t begin)
{
    size_t first = ja_sentence_at(reading, match->first)->first;
    return ja_has_cue(reading, JA_CUE_HYPOTHESIS, begin, match->first) ||
           (first < match->first && ja_has_cue(reading, JA_CUE_HYPOTHESIS, first, first + 1));
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
        ja_has_cue(reading, JA_CUE_REFUSAL, begin, match->first) ||
        ja_has_cue(reading, JA_CUE_DECLINE, begin, match->first) ||
        ja_has_cue(reading, JA_CUE_EXCULPATE, begin, match->first) ||
        is_conditional(reading, match, begin) || is_to_come(reading, match, begin) ||
        is_denied_verb(reading, match, begin) || is_conditioned(reading, match) ||
        is_question(reading, match->first))
        verdict.real = false;
    bool hedged = ja_has_cue(reading, JA_CUE_HEDGE, begin,
                             ja_within_sentence(reading, match->first, end + 3)) ||
                  (match->cue->part == JA_VERB &&
                   ja_lexicon_is(reading->lexicon, head, JA_FUNCTION_CONDITIONAL_ENDING));
    if (hedged && verdict.certainty == JACCUSE_ASSERTED)
        verdict.certainty = JACCUSE_ALLEGED;
    return verdict;
}
