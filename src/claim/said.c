#include "claim/said.h"

#include <stdlib.h>

#include "base/limits.h"
#include "claim/clause.h"
#include "claim/speaker.h"

static const unsigned DEEPEST = 4; /* utterances told in one another */

static size_t word_of(const ja_reading *reading, size_t token)
{
    return reading->forest.word_of_token[token];
}

/* "« … », a lancé A À B": to whom it is said, where the tree gives him to the name before; no
 * state, whose name may be a place. */
static size_t addressee_behind(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = ja_sentence_around(reading, verb);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = verb + 1; i < end && !ja_is_punct(reading, i); i++) {
        size_t noun = ja_branch_at(reading, i)->head;
        size_t actor = noun != JA_NO_WORD && noun > i ? ja_actor_at(reading, noun) : JACCUSE_NONE;
        if (actor == JACCUSE_NONE || !ja_is_upos(reading, i, JA_UPOS_ADP) ||
            !ja_word_is(reading, i, JA_FUNCTION_ADDRESSEE))
            continue;
        jaccuse_kind kind = reading->actors.at[actor].kind;
        return kind == JACCUSE_PERSON || kind == JACCUSE_COMPANY || kind == JACCUSE_GROUP
                   ? actor
                   : JACCUSE_NONE;
    }
    return JACCUSE_NONE;
}

/* To whom the verb says something. */
static size_t addressee_of(const ja_reading *reading, const ja_utterance *utterance)
{
    size_t verb = word_of(reading, reading->cues[utterance->cue].head);
    size_t actor = ja_actor_at(reading, ja_addressee(reading, verb));
    return actor == JACCUSE_NONE || ja_indices_have(&utterance->speakers, actor)
               ? addressee_behind(reading, verb)
               : actor;
}

size_t ja_add_utterance(ja_utterance_finder *finder, ja_utterance utterance)
{
    const ja_reading *reading = finder->reading;
    utterance.outer = JA_NO_UTTERANCE;
    utterance.addressee = JACCUSE_NONE;
    if (utterance.cue < reading->cue_count && utterance.direct && !utterance.prefix)
        utterance.addressee = addressee_of(reading, &utterance);
    if (ja_indices_have(&utterance.speakers, utterance.addressee))
        utterance.addressee = JACCUSE_NONE;
    JA_PUSH(finder->reading->arena, finder->reading->utterances, finder->count, finder->capacity,
            utterance);
    finder->reading->utterance_count = finder->count;
    return finder->count - 1;
}

void ja_add_said(ja_utterance_finder *finder, ja_said_words said)
{
    if (said.end > said.begin)
        JA_PUSH(finder->reading->arena, finder->said, finder->said_count, finder->said_capacity,
                said);
}

static int by_length(const void *a, const void *b)
{
    const ja_said_words *left = a, *right = b;
    size_t one = left->end - left->begin, other = right->end - right->begin;
    if (one != other)
        return one > other ? -1 : 1;
    if (left->begin != right->begin)
        return left->begin < right->begin ? -1 : 1;
    return left->utterance < right->utterance ? -1 : left->utterance > right->utterance;
}

void ja_settle_utterances(ja_utterance_finder *finder)
{
    ja_reading *reading = finder->reading;
    if (finder->said_count)
        qsort(finder->said, finder->said_count, sizeof *finder->said, by_length);
    for (size_t i = 0; i < finder->said_count; i++) {
        const ja_said_words *said = &finder->said[i];
        ja_utterance *utterance = &reading->utterances[said->utterance];
        size_t cue = utterance->cue;
        size_t at = cue < reading->cue_count && !utterance->prefix
                        ? word_of(reading, reading->cues[cue].head)
                        : said->begin;
        size_t outer = reading->utterance_of_word[at];
        if (outer != said->utterance && utterance->outer == JA_NO_UTTERANCE)
            utterance->outer = outer;
        for (size_t word = said->begin; word < said->end; word++)
            if (word < said->gap || word >= said->gap_end)
                reading->utterance_of_word[word] = said->utterance;
        if (utterance->end == 0 || said->begin < utterance->begin)
            utterance->begin = said->begin;
        if (said->end > utterance->end)
            utterance->end = said->end;
    }
}

/* Whether the sentence tells what somebody says in the form kept for that: "IL AURAIT volé", "HAD
 * stolen". */
static bool is_reported(const ja_reading *reading, const ja_sentence *sentence)
{
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = sentence->first_word; i < end; i++) {
        size_t head = ja_branch_at(reading, i)->head;
        if (ja_word_is(reading, i, JA_FUNCTION_REPORTED) &&
            ja_word_at(reading, i)->upos == JA_UPOS_AUX && head != JA_NO_WORD &&
            ja_branch_at(reading, head)->head == JA_NO_WORD &&
            ja_first_child(reading, head, JA_DEP_XCOMP) == JA_NO_WORD && /* "aurait PU voler" */
            (ja_has_feature(reading, i, "Mood=Cnd") ||
             ja_is_pronoun(reading, ja_subject(reading, head))))
            return true;
    }
    return false;
}

/* The outermost utterance around the last word of the sentence that is said at all. */
static size_t last_utterance(const ja_reading *reading, const ja_sentence *sentence)
{
    size_t end = sentence->first_word + sentence->word_count, found = JA_NO_UTTERANCE;
    for (size_t i = end; i-- > sentence->first_word && found == JA_NO_UTTERANCE;)
        found = reading->utterance_of_word[i];
    for (unsigned steps = 0; steps < DEEPEST && found != JA_NO_UTTERANCE; steps++) {
        if (reading->utterances[found].outer == JA_NO_UTTERANCE)
            break;
        found = reading->utterances[found].outer; /* two that are split may each hold the other */
    }
    return found;
}

void ja_carry_on(ja_utterance_finder *finder, size_t index)
{
    ja_reading *reading = finder->reading;
    const ja_sentence *sentence = &reading->document->sentences[index];
    const ja_sentence *before = sentence - 1;
    if (sentence->title || before->title || sentence->paragraph != before->paragraph ||
        last_utterance(reading, sentence) != JA_NO_UTTERANCE || !is_reported(reading, sentence))
        return;
    size_t told = last_utterance(reading, before);
    if (told == JA_NO_UTTERANCE || !reading->utterances[told].real ||
        reading->utterances[told].speakers.count == 0)
        return;
    size_t end = sentence->first_word + sentence->word_count;
    size_t carried =
        ja_add_utterance(finder, (ja_utterance){.speakers = reading->utterances[told].speakers,
                                                .speaker_word = JA_NO_WORD,
                                                .cue = reading->cue_count,
                                                .begin = sentence->first_word,
                                                .end = end,
                                                .carried = true,
                                                .real = true});
    for (size_t i = sentence->first_word; i < end; i++)
        reading->utterance_of_word[i] = carried;
}
