/* The cues of an article in the order in which their frames are read. */
#include "claim/frame.h"
#include "claim/speaker.h"
#include "claim/steps.h"
#include "claim/utterance.h"

/* Whether another frame of the same word was filled, or may be better: one that fits the tag. */
static bool is_settled(const ja_reading *reading, size_t cue)
{
    const ja_cue_match *match = &reading->cues[cue];
    if (!ja_cue_fits(reading, match))
        for (size_t i = ja_first_cue(reading, match->first);
             i < reading->cue_count && reading->cues[i].first == match->first; i++)
            if (ja_cue_fits(reading, &reading->cues[i]))
                return true;
    const ja_draft *last = reading->draft_count ? &reading->drafts[reading->draft_count - 1] : NULL;
    return last && last->token == match->first && last->stop != JA_STOP_NO_ROLE;
}

static void read_cue(ja_reading *reading, size_t cue)
{
    const ja_cue_match *match = &reading->cues[cue];
    size_t head = reading->forest.word_of_token[match->head];
    if (is_settled(reading, cue))
        return;
    switch (match->cue->class) {
    case JA_CUE_ACCUSE:
    case JA_CUE_SUSPECT:
        if (!ja_alleges(match->cue) && !ja_is_set_in(reading, head))
            ja_read_accusation(reading, match);
        break;
    case JA_CUE_DENY:
        ja_read_denial(reading, match, JACCUSE_DENY);
        break;
    case JA_CUE_DECLINE:
        ja_read_denial(reading, match, JACCUSE_DECLINE);
        break;
    default:
        break;
    }
}

/* Denials first, so that an accusing noun knows what governs it. */
void ja_read_frames(ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count; i++)
        if (reading->cues[i].cue->class == JA_CUE_DENY ||
            reading->cues[i].cue->class == JA_CUE_DECLINE)
            read_cue(reading, i);
    for (size_t i = 0; i < reading->cue_count; i++)
        if (reading->cues[i].cue->class == JA_CUE_ACCUSE ||
            reading->cues[i].cue->class == JA_CUE_SUSPECT)
            read_cue(reading, i);
}
