/* Denials that negate nothing: who was accused just before, and insists on something else, denies.
 * "The regulator accused Toolbelt of selling fakes. Toolbelt SWORE that every one was real." */
#include "claim/reply.h"

#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/presupposed.h"
#include "claim/steps.h"

/* Whether the utterance is told by a plain verb of saying that is meant. */
static bool is_told_by_verb(const ja_reading *reading, const ja_utterance *utterance)
{
    if (!utterance->real || utterance->carried || utterance->assumed || utterance->prefix ||
        utterance->speakers.count == 0 || utterance->cue >= reading->cue_count)
        return false;
    const ja_cue_match *cue = &reading->cues[utterance->cue];
    return cue->cue->class == JA_CUE_SPEECH && cue->cue->part == JA_VERB &&
           ja_judge(reading, cue).stop == JA_STOP_NONE;
}

/* The predicate that an utterance says, JA_NO_WORD: it says no whole clause. */
static size_t predicate_of(const ja_reading *reading, const ja_utterance *utterance)
{
    for (size_t i = utterance->begin; i < utterance->end; i++) {
        size_t head = ja_branch_at(reading, i)->head;
        bool top = head == JA_NO_WORD || head < utterance->begin || head >= utterance->end;
        bool clause = ja_own_subject(reading, i) != JA_NO_WORD ||
                      ja_has_feature(reading, i, "VerbForm=Inf"); /* "assure les TENIR d'un ami" */
        if (top && clause && ja_is_predicate(reading, i))
            return i;
    }
    return JA_NO_WORD;
}

/* Whether one of the speakers' side claims something else in the sentence already. */
static bool claims_already(const ja_reading *reading, const ja_utterance *utterance,
                           size_t sentence)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        bool live = draft->stop == JA_STOP_NONE || draft->act == JACCUSE_DECLINE;
        if (live && draft->sentence == sentence &&
            ja_indices_meet(reading, &draft->by, &utterance->speakers))
            return true;
    }
    return false;
}

/* Links the accusations of the speakers' side in the sentence before. */
static void link_just_told(ja_reading *reading, const ja_utterance *utterance, ja_draft *denial)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        if (draft != denial && draft->act == JACCUSE_ACCUSE && draft->stop == JA_STOP_NONE &&
            draft->sentence + 1 == denial->sentence &&
            ja_indices_meet(reading, &draft->against, &utterance->speakers) &&
            !ja_indices_meet(reading, &draft->by, &utterance->speakers))
            ja_indices_add(reading->arena, &denial->answers, i);
    }
}

/* Whether somebody of another side acts in the clause: then it tells of him. */
static bool tells_of_another(const ja_reading *reading, const ja_utterance *utterance, size_t word)
{
    size_t actor = ja_actor_at(reading, ja_agent(reading, word));
    ja_indices agent = {0};
    ja_indices_add(reading->arena, &agent, actor);
    return agent.count > 0 && !ja_indices_meet(reading, &agent, &utterance->speakers);
}

/* "it was REVIEWING the report", "ADMITTED that ...", "it had made MISTAKES": whether the accused
 * rather evades or admits. */
static bool evades(const ja_reading *reading, const ja_utterance *utterance, size_t predicate)
{
    size_t object = ja_patient(reading, predicate);
    size_t teller = reading->forest.word_of_token[reading->cues[utterance->cue].head];
    bool wrong = ja_is_class(reading, predicate, JA_CUE_WRONG) ||
                 (object != JA_NO_WORD && ja_is_class(reading, object, JA_CUE_WRONG));
    if (ja_word_is(reading, teller, JA_FUNCTION_EVASIVE) ||
        (wrong && ja_actor_at(reading, ja_agent(reading, predicate)) != JACCUSE_NONE))
        return true;
    for (size_t i = utterance->begin; i < utterance->end; i++)
        if (ja_word_is(reading, i, JA_FUNCTION_EVASIVE))
            return true;
    return false;
}

static void read_reply(ja_reading *reading, const ja_utterance *utterance)
{
    size_t word = predicate_of(reading, utterance);
    if (word == JA_NO_WORD || ja_judge_clause(reading, word).stop != JA_STOP_NONE ||
        tells_of_another(reading, utterance, word) || evades(reading, utterance, word) ||
        claims_already(reading, utterance, ja_branch_at(reading, word)->sentence))
        return;
    ja_draft *draft = ja_add_draft(reading, JACCUSE_DENY, word);
    if (!draft)
        return;
    for (size_t i = 0; i < utterance->speakers.count; i++)
        ja_indices_add(reading->arena, &draft->by, utterance->speakers.at[i]);
    draft->by_word = utterance->speaker_word;
    const ja_cue_match *cue = &reading->cues[utterance->cue];
    draft->cue = cue->cue;
    draft->cue_at = (jaccuse_span){reading->document->tokens[cue->first].at.begin,
                                   reading->document->tokens[cue->first + cue->count - 1].at.end};
    ja_set_charge(reading, draft, word);
    draft->charge_word = word;
    ja_draft_sign(draft, JA_SIGN_SAID, true);
    ja_draft_sign(draft, JA_SIGN_SELF, true);
    link_just_told(reading, utterance, draft);
    if (draft->answers.count == 0)
        draft->stop = JA_STOP_NO_ANSWER;
}

void ja_read_replies(ja_reading *reading)
{
    for (size_t i = 0; i < reading->utterance_count; i++)
        if (is_told_by_verb(reading, &reading->utterances[i]))
            read_reply(reading, &reading->utterances[i]);
}
