/* Through whom an accusation is heard: who tells that A accuses B, and who quotes, cites or has
 * seen what A says. */
#include "claim/clause.h"
#include "claim/steps.h"
#include "claim/utterance.h"

static void add_via(const ja_reading *reading, const ja_indices *actors, ja_draft *draft)
{
    for (size_t i = 0; i < actors->count; i++)
        if (!ja_indices_have(&draft->by, actors->at[i]) &&
            !ja_indices_have(&draft->against, actors->at[i]))
            ja_indices_add(reading->arena, &draft->via, actors->at[i]);
}

/* "Reuters said that A ACCUSES B": all who tell it, the innermost first. */
static void add_tellers(const ja_reading *reading, ja_draft *draft)
{
    size_t index = reading->utterance_of_word[draft->word];
    for (unsigned steps = 0; index != JA_NO_UTTERANCE && steps < 4; steps++) {
        add_via(reading, &reading->utterances[index].speakers, draft);
        index = reading->utterances[index].outer;
    }
}

/* "A, QUOTED BY Reuters, accuses B". */
static void add_relay(ja_reading *reading, const ja_cue_match *match)
{
    size_t last = reading->forest.word_of_token[match->first + match->count - 1];
    size_t sentence = ja_branch_at(reading, last)->sentence;
    ja_indices relays = {0};
    ja_add_actors(reading, ja_object_nearby(reading, last), &relays);
    for (size_t i = 0; i < reading->draft_count && relays.count; i++) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->act == JACCUSE_ACCUSE && draft->sentence == sentence && draft->by.count)
            add_via(reading, &relays, draft);
    }
}

void ja_read_relays(ja_reading *reading)
{
    for (size_t i = 0; i < reading->draft_count; i++)
        if (reading->drafts[i].act == JACCUSE_ACCUSE && reading->drafts[i].by.count)
            add_tellers(reading, &reading->drafts[i]);
    for (size_t i = 0; i < reading->cue_count; i++)
        if (reading->cues[i].cue->class == JA_CUE_SPEECH && ja_is_relay(reading, &reading->cues[i]))
            add_relay(reading, &reading->cues[i]);
}
