/* Wrongs that somebody tells of somebody, without an accusing verb: "A says that B spied",
 * "according to A, B allegedly paid". The speaker accuses whom the content is about, where a word
 * for a wrong or a hedge stands behind him; where the wrong is negated and the speaker's own, he
 * denies. */
#include "base/limits.h"
#include "claim/place.h"
#include "claim/reading.h"

static const double CONTENT_CONFIDENCE = 0.5;
static const size_t LONGEST_CONTENT = 40; /* tokens */

typedef struct token_range {
    size_t begin, end;
} token_range;

static token_range clip(token_range range)
{
    if (range.end > range.begin + LONGEST_CONTENT)
        range.end = range.begin + LONGEST_CONTENT;
    return range;
}

/* "says EGYPT lied": without "that", whom it is about stands right behind the verb, and a verb of
 * his own behind him ("asked Russia to help" has a preposition there). */
static size_t bare_content_start(const ja_reading *reading, const ja_cue_match *match,
                                 size_t speaker, size_t end)
{
    size_t behind = match->first + match->count;
    size_t object = match->cue->part == JA_VERB ? ja_object(reading, match) : JA_NO_MENTION;
    if (object == JA_NO_MENTION || object == speaker)
        return end;
    const ja_mention *topic = &reading->mentions.at[object];
    size_t next = topic->first + topic->count;
    bool clause =
        next < end && reading->document->tokens[next].word &&
        !ja_lexicon_is(reading->lexicon, &reading->document->tokens[next], JA_FUNCTION_PREPOSITION);
    return clause && topic->first <= behind + 1 ? topic->first : end;
}

/* What is told: behind "that", else behind "according to A,"; empty where neither stands there. */
static token_range content_of(const ja_reading *reading, const ja_cue_match *match, bool prefix,
                              size_t speaker)
{
    const ja_sentence *sentence = ja_sentence_at(reading, match->first);
    size_t end = sentence->first + sentence->count;
    if (prefix) {
        const ja_mention *mention = &reading->mentions.at[speaker];
        size_t behind = mention->first + mention->count;
        if (match->first > sentence->first + 2)
            return clip((token_range){sentence->first, match->first});
        return clip((token_range){behind, end});
    }
    size_t start = ja_content_start(reading, match, end);
    if (start == end)
        start = bare_content_start(reading, match, speaker, end);
    return clip((token_range){start, end});
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
    return ja_has_frame(reading, begin, end) || ja_has_cue(reading, JA_CUE_SPEECH, begin, end);
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

/* One act of telling: who tells what of whom. */
typedef struct telling_act {
    const ja_cue_match *cue;
    bool prefix;               /* "according to A" rather than "A says" */
    size_t speaker, topic;     /* mentions */
    size_t relay;              /* who only passes it on, or JA_NO_MENTION */
    token_range predicate;     /* what is said of the topic */
    const ja_cue_match *wrong; /* NULL: no word for a wrong */
} telling_act;

/* "The paper reported that B spied, according to a memo": the paper stands as the relay; who of the
 * two it really is, is for settle_relay. */
static token_range strip_relay(const ja_reading *reading, token_range range, telling_act *telling)
{
    size_t relayed = ja_cue_between(reading, JA_CUE_SPEECH, range.begin, range.end);
    if (relayed == reading->cue_count)
        return range;
    const ja_cue_match *match = &reading->cues[relayed];
    size_t start = ja_content_start(reading, match, range.end);
    if (start == range.end)
        return range;
    telling->relay = ja_subject(reading, match);
    return (token_range){start, range.end};
}

static bool has_actor(const ja_reading *reading, size_t mention)
{
    return mention != JA_NO_MENTION && reading->mentions.at[mention].actor != JACCUSE_NONE;
}

static bool is_media(const ja_reading *reading, size_t mention)
{
    return reading->actors.at[reading->mentions.at[mention].actor].kind == JACCUSE_MEDIA;
}

/* Of two who tell one thing the newspaper is the relay; else the one named last. */
static void settle_relay(const ja_reading *reading, telling_act *telling)
{
    if (!has_actor(reading, telling->relay))
        telling->relay = JA_NO_MENTION;
    if (telling->relay == JA_NO_MENTION ||
        (is_media(reading, telling->relay) && !is_media(reading, telling->speaker)))
        return;
    size_t last = telling->speaker;
    telling->speaker = telling->relay;
    telling->relay = last;
}

/* Finds speaker, topic and predicate; false where one is missing. */
static bool find_parts(const ja_reading *reading, telling_act *telling)
{
    const ja_cue_match *match = telling->cue;
    telling->prefix = match->cue->slot_count > 0 && match->cue->slots[0].relation == JA_OBJ;
    telling->relay = JA_NO_MENTION;
    telling->speaker = telling->prefix ? ja_object(reading, match) : ja_subject(reading, match);
    if (!has_actor(reading, telling->speaker) || is_noun_here(reading, match, telling->speaker))
        return false;
    token_range range = content_of(reading, match, telling->prefix, telling->speaker);
    if (telling->prefix && range.end <= match->first) {
        if (ja_has_frame(reading, range.begin, range.end))
            return false;
        range = strip_relay(reading, range, telling);
    }
    settle_relay(reading, telling);
    if (range.end <= range.begin)
        return false;
    telling->topic = ja_topic(reading, range.begin, range.end);
    if (!has_actor(reading, telling->topic))
        return false;
    const ja_mention *subject = &reading->mentions.at[telling->topic];
    telling->predicate = (token_range){subject->first + subject->count, range.end};
    telling->wrong = wrong_in(reading, telling->predicate);
    return telling->predicate.end > telling->predicate.begin;
}

/* An accusation of the topic; of one's own side and negated, a denial; else nothing. */
static bool is_claim(const ja_reading *reading, const telling_act *telling, bool own, size_t told)
{
    token_range predicate = telling->predicate;
    size_t end = telling->wrong ? telling->wrong->first : predicate.end;
    if (!telling->wrong && (own || !is_denier(reading, told)))
        return false;
    if (is_nested(reading, predicate.begin, end) ||
        ja_has_cue(reading, JA_CUE_HYPOTHESIS, predicate.begin, end))
        return false;
    return own == ja_is_negated(reading, predicate.begin, end);
}

static void read_content(ja_reading *reading, const ja_cue_match *match)
{
    telling_act telling = {.cue = match};
    ja_verdict verdict = ja_judge(reading, match);
    if (!verdict.real || !find_parts(reading, &telling))
        return;
    const ja_mention *at = reading->mentions.at;
    size_t teller = at[telling.speaker].actor, told = at[telling.topic].actor;
    bool own = ja_actor_is_of(&reading->actors, teller, told) ||
               ja_actor_is_of(&reading->actors, told, teller);
    if (!is_claim(reading, &telling, own, told))
        return;
    ja_draft *draft = ja_add_draft(reading, own ? JACCUSE_DENY : JACCUSE_ACCUSE, match, verdict,
                                   CONTENT_CONFIDENCE);
    ja_indices_add(reading->arena, &draft->by, teller);
    if (own)
        return;
    ja_add_coordinated(reading, telling.topic, &draft->against);
    if (telling.relay != JA_NO_MENTION)
        ja_indices_add(reading->arena, &draft->via, at[telling.relay].actor);
    const ja_token *tokens = reading->document->tokens;
    draft->charge_at = (jaccuse_span){tokens[telling.predicate.begin].at.begin,
                                      tokens[telling.predicate.end - 1].at.end};
}

void ja_read_content(ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count && reading->draft_count < JA_MAX_CLAIMS; i++)
        if (reading->cues[i].cue->class == JA_CUE_SPEECH &&
            (i == 0 || reading->cues[i - 1].first != reading->cues[i].first))
            read_content(reading, &reading->cues[i]);
}
