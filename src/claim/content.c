/* Wrongs that somebody tells of somebody, without an accusing verb: "A says that B spied",
 * "according to A, B allegedly paid". The speaker accuses whom the content is about, where a word
 * for a wrong or a hedge stands behind him; where the wrong is negated and the speaker's own, he
 * denies. */
#include "claim/place.h"
#include "claim/reading.h"

static const double CONTENT_CONFIDENCE = 0.5;
static const size_t LONGEST_CONTENT = 40; /* tokens */

typedef struct token_range {
    size_t begin, end;
} token_range;

static bool is_that(const ja_reading *reading, size_t token)
{
    return ja_lexicon_is(reading->lexicon, &reading->document->tokens[token], JA_FUNCTION_THAT);
}

static token_range clip(token_range range)
{
    if (range.end > range.begin + LONGEST_CONTENT)
        range.end = range.begin + LONGEST_CONTENT;
    return range;
}

/* What is told: behind "that", else behind "according to A,"; empty where neither stands there. */
static token_range content_of(const ja_reading *reading, const ja_cue_match *match, bool prefix,
                              size_t speaker)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_sentence_of(reading, match->first)];
    size_t end = sentence->first + sentence->count;
    if (prefix) {
        const ja_mention *mention = &reading->mentions.at[speaker];
        size_t behind = mention->first + mention->count;
        if (match->first > sentence->first + 2)
            return clip((token_range){sentence->first, match->first});
        return clip((token_range){behind, end});
    }
    for (size_t i = match->first + match->count; i < end && i < match->first + 6; i++)
        if (is_that(reading, i))
            return clip((token_range){i + 1, end});
    return (token_range){0, 0};
}

/* The first free mention of the range that no preposition governs. */
static size_t topic_of(const ja_reading *reading, token_range range)
{
    for (size_t i = 0; i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->first < range.begin || mention->part_of != JA_NO_MENTION)
            continue;
        if (mention->first >= range.end || mention->first > range.begin + 4)
            break;
        if (mention->type == JA_MENTION_DEMONYM || mention->possessive)
            continue;
        return i;
    }
    return JA_NO_MENTION;
}

/* A word for a wrong that the topic does: a noun, or a verb or participle that is not passive. */
static const ja_cue_match *wrong_in(const ja_reading *reading, token_range range)
{
    for (size_t i = ja_cue_between(reading, JA_CUE_WRONG, range.begin, range.end);
         i < reading->cue_count && reading->cues[i].first < range.end; i++) {
        const ja_cue_match *match = &reading->cues[i];
        if (match->cue->class != JA_CUE_WRONG)
            continue;
        size_t before = match->head > range.begin ? match->head - 1 : match->head;
        bool participle = match->cue->part == JA_VERB ||
                          ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->head],
                                        JA_FUNCTION_PARTICIPLE_ENDING);
        bool suffered =
            participle && ja_lexicon_is(reading->lexicon, &reading->document->tokens[before],
                                        JA_FUNCTION_PASSIVE);
        if (!suffered)
            return match;
    }
    return NULL;
}

/* Who denies something in this article is on the defensive: what others tell of him is meant as a
 * wrong even where no word says so. */
static bool is_denier(const ja_reading *reading, size_t actor)
{
    for (size_t i = 0; i < reading->draft_count; i++)
        if (reading->drafts[i].act == JACCUSE_DENY &&
            ja_indices_have(&reading->drafts[i].by, actor))
            return true;
    return false;
}

/* Whether somebody else speaks before the wrong is told: then it is his claim, not the teller's. */
static bool is_nested(const ja_reading *reading, size_t begin, size_t end)
{
    static const ja_cue_class classes[] = {JA_CUE_ACCUSE, JA_CUE_SUSPECT, JA_CUE_DENY,
                                           JA_CUE_SPEECH};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (ja_cue_between(reading, classes[i], begin, end) < reading->cue_count)
            return true;
    return false;
}

/* "claims", "report": as often nouns as verbs. What stands right behind another cue or an article
 * is a noun; so is a bare base form without a plural subject. */
static bool is_noun_here(const ja_reading *reading, const ja_cue_match *match, size_t speaker)
{
    const ja_token *tokens = reading->document->tokens;
    if (match->cue->part != JA_VERB)
        return false;
    if (match->first > 0 &&
        (ja_lexicon_is(reading->lexicon, &tokens[match->first - 1], JA_FUNCTION_ATTRIBUTIVE) ||
         ja_lexicon_has_verb(reading->lexicon, &tokens[match->first - 1])))
        return true;
    return ja_equal(tokens[match->first].lower, match->cue->lemma) &&
           !reading->mentions.at[speaker].plural;
}

static void read_content(ja_reading *reading, const ja_cue_match *match)
{
    bool prefix = match->cue->slot_count > 0 && match->cue->slots[0].relation == JA_OBJ;
    size_t speaker = prefix ? ja_object(reading, match) : ja_subject(reading, match);
    if (speaker == JA_NO_MENTION || reading->mentions.at[speaker].actor == JACCUSE_NONE)
        return;
    if (is_noun_here(reading, match, speaker))
        return;
    token_range range = content_of(reading, match, prefix, speaker);
    size_t topic = range.end > range.begin ? topic_of(reading, range) : JA_NO_MENTION;
    if (topic == JA_NO_MENTION || reading->mentions.at[topic].actor == JACCUSE_NONE)
        return;
    size_t teller = reading->mentions.at[speaker].actor, told = reading->mentions.at[topic].actor;
    bool own = ja_actor_is_of(&reading->actors, teller, told) ||
               ja_actor_is_of(&reading->actors, told, teller);
    const ja_mention *subject = &reading->mentions.at[topic];
    token_range predicate = {subject->first + subject->count, range.end};
    const ja_cue_match *wrong = wrong_in(reading, predicate);
    size_t verb_end = wrong ? wrong->first : predicate.end;
    if ((!wrong && (own || !is_denier(reading, told))) ||
        is_nested(reading, predicate.begin, verb_end))
        return;
    ja_verdict verdict = ja_judge(reading, match);
    bool negated = ja_is_negated(reading, predicate.begin, verb_end);
    bool hypothetical =
        ja_cue_between(reading, JA_CUE_HYPOTHESIS, predicate.begin, verb_end) < reading->cue_count;
    if (!verdict.real || hypothetical || own != negated)
        return;
    ja_draft *draft = ja_add_draft(reading, own ? JACCUSE_DENY : JACCUSE_ACCUSE, match, verdict,
                                   CONTENT_CONFIDENCE);
    ja_indices_add(reading->arena, &draft->by, teller);
    if (own)
        return;
    ja_add_coordinated(reading, topic, &draft->against);
    const ja_token *tokens = reading->document->tokens;
    draft->charge_at =
        (jaccuse_span){tokens[predicate.begin].at.begin, tokens[predicate.end - 1].at.end};
}

void ja_read_content(ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count; i++)
        if (reading->cues[i].cue->class == JA_CUE_SPEECH &&
            (i == 0 || reading->cues[i - 1].first != reading->cues[i].first))
            read_content(reading, &reading->cues[i]);
}
