/* What the steps of the extractor ask of the reading: its cues, its sentences, its drafts. */
#include "claim/reading.h"

#include <string.h>

size_t ja_first_cue(const ja_reading *reading, size_t token)
{
    size_t low = 0, high = reading->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reading->cues[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t ja_cue_between(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end)
{
    for (size_t i = ja_first_cue(reading, begin);
         i < reading->cue_count && reading->cues[i].first < end; i++)
        if (reading->cues[i].cue->class == class)
            return i;
    return reading->cue_count;
}

bool ja_has_cue(const ja_reading *reading, ja_cue_class class, size_t begin, size_t end)
{
    return ja_cue_between(reading, class, begin, end) < reading->cue_count;
}

bool ja_has_frame(const ja_reading *reading, size_t begin, size_t end)
{
    return ja_has_cue(reading, JA_CUE_ACCUSE, begin, end) ||
           ja_has_cue(reading, JA_CUE_SUSPECT, begin, end) ||
           ja_has_cue(reading, JA_CUE_DENY, begin, end);
}

bool ja_is_negated(const ja_reading *reading, size_t begin, size_t end)
{
    return ja_has_cue(reading, JA_CUE_NEGATION, begin, end);
}

size_t ja_sentence_of(const ja_reading *reading, size_t token)
{
    size_t low = 0, high = reading->document->sentence_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (reading->document->sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const ja_sentence *ja_sentence_at(const ja_reading *reading, size_t token)
{
    return &reading->document->sentences[ja_sentence_of(reading, token)];
}

bool ja_is_punctuation(const ja_reading *reading, size_t token, const char *marks)
{
    ja_slice form = reading->document->tokens[token].form;
    return form.length == 1 && strchr(marks, form.at[0]) != NULL;
}

bool ja_has_and(const ja_reading *reading, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (ja_lexicon_is(reading->lexicon, &reading->document->tokens[i], JA_FUNCTION_AND))
            return true;
    return false;
}

size_t ja_within_sentence(const ja_reading *reading, size_t token, size_t end)
{
    const ja_sentence *sentence = ja_sentence_at(reading, token);
    size_t limit = sentence->first + sentence->count;
    return end < limit ? end : limit;
}

void ja_indices_add(ja_arena *arena, ja_indices *indices, size_t index)
{
    if (index != JACCUSE_NONE && !ja_indices_have(indices, index))
        JA_PUSH(arena, indices->at, indices->count, indices->capacity, index);
}

bool ja_indices_have(const ja_indices *indices, size_t index)
{
    for (size_t i = 0; i < indices->count; i++)
        if (indices->at[i] == index)
            return true;
    return false;
}

ja_draft *ja_add_draft(ja_reading *reading, jaccuse_act act, const ja_cue_match *match,
                       ja_verdict verdict, double confidence)
{
    const ja_token *tokens = reading->document->tokens;
    ja_draft draft = {
        .act = act,
        .cue = match->cue,
        .cue_at = {tokens[match->first].at.begin, tokens[match->first + match->count - 1].at.end},
        .sentence = ja_sentence_of(reading, match->first),
        .token = match->first,
        .certainty = verdict.certainty,
        .confidence = confidence,
    };
    JA_PUSH(reading->arena, reading->drafts, reading->draft_count, reading->draft_capacity, draft);
    return &reading->drafts[reading->draft_count - 1];
}
