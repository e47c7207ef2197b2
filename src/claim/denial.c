/* Denials that a cue word opens, and refusals to comment. */
#include "claim/clause.h"
#include "claim/frame.h"
#include "claim/nearby.h"
#include "claim/presupposed.h"
#include "claim/judge.h"
#include "claim/relative.h"
#include "claim/steps.h"

static const size_t SHORT_QUOTE = 6; /* tokens, marks included */

/* "denied RUMOURS of a merger": what is told of something that is no wrong accuses nobody. */
static bool is_harmless_report(const ja_reading *reading, size_t word)
{
    return word != JA_NO_WORD && ja_is_class(reading, word, JA_CUE_SPEECH) &&
           !ja_is_class(reading, word, JA_CUE_ACCUSE) && ja_is_upos(reading, word, JA_UPOS_NOUN) &&
           ja_first_child(reading, word, JA_DEP_NMOD) != JA_NO_WORD &&
           !ja_tells_wrong(reading, word);
}

/* What is denied: an accusation, a wrong, a clause, a pronoun for one of them, something else. */
static void describe_denied(const ja_reading *reading, ja_draft *draft)
{
    size_t word = draft->charge_word;
    ja_draft_sign(draft, JA_SIGN_NOTHING_DENIED, word == JA_NO_WORD);
    if (word == JA_NO_WORD)
        return;
    bool accusation =
        ja_is_class(reading, word, JA_CUE_ACCUSE) || ja_is_class(reading, word, JA_CUE_SUSPECT) ||
        (ja_is_class(reading, word, JA_CUE_SPEECH) && ja_is_upos(reading, word, JA_UPOS_NOUN) &&
         !is_harmless_report(reading, word));
    bool pronoun = ja_word_at(reading, word)->upos == JA_UPOS_PRON ||
                   ja_word_at(reading, word)->upos == JA_UPOS_DET;
    bool clause = ja_is_predicate(reading, word);
    bool wrong = !accusation && ja_tells_wrong(reading, word);
    ja_draft_sign(draft, JA_SIGN_ACCUSATION_DENIED, accusation);
    ja_draft_sign(draft, JA_SIGN_WRONG_DENIED, wrong);
    ja_draft_sign(draft, JA_SIGN_PRONOUN_DENIED, pronoun);
    ja_draft_sign(draft, JA_SIGN_CLAUSE_DENIED, clause);
    ja_draft_sign(draft, JA_SIGN_OTHER_DENIED, !accusation && !wrong && !pronoun && !clause);
    ja_set_charge(reading, draft, word);
}

/* Who says the words that deny, where the frame names no denier. */
static void add_speakers(const ja_reading *reading, size_t word, ja_draft *draft)
{
    size_t utterance = reading->utterance_of_word[word];
    if (utterance == JA_NO_UTTERANCE)
        return;
    const ja_indices *speakers = &reading->utterances[utterance].speakers;
    for (size_t i = 0; i < speakers->count; i++)
        ja_indices_add(reading->arena, &draft->by, speakers->at[i]);
    ja_draft_sign(draft, JA_SIGN_SAID, speakers->count > 0);
}

/* "Zubkov spoke of «baseless SLANDER»", "«Absurd», the minister brushed it aside": of words quoted
 * in somebody's clause he is the speaker. */
static void add_quoting(const ja_reading *reading, size_t word, ja_draft *draft)
{
    size_t quote = ja_quote_around(reading, word), head = word;
    if (quote == JA_NO_QUOTE || draft->stop != JA_STOP_NONE)
        return;
    while (head != JA_NO_WORD && ja_quote_around(reading, head) == quote)
        head = ja_branch_at(reading, head)->head;
    if (head == JA_NO_WORD)
        return;
    size_t clause = ja_clause_of(reading, head), agent = ja_agent(reading, clause);
    if (ja_actor_at(reading, agent) == JACCUSE_NONE ||
        ja_judge_clause(reading, clause).stop == JA_STOP_NEGATED)
        return;
    ja_add_actors(reading, agent, &draft->by);
    draft->by_word = agent;
}

/* "RT a pour sa part REJETÉ": where the tree takes the auxiliary for the verb, its subject denies.
 */
static void add_subject_of_auxiliary(const ja_reading *reading, size_t word, ja_draft *draft)
{
    size_t head = ja_branch_at(reading, word)->head;
    if (!ja_is_past_participle(reading, word) || head == JA_NO_WORD || head > word ||
        !ja_word_is(reading, head, JA_FUNCTION_INFINITIVE))
        return;
    size_t subject = ja_own_subject(reading, head);
    ja_add_actors(reading, subject, &draft->by);
    if (draft->by.count > 0)
        draft->by_word = subject;
}

/* Whether the quotation around the word is of a few words: « FAUX ». */
static bool is_quoted_alone(const ja_reading *reading, size_t word)
{
    size_t quote = reading->document->tokens[ja_word_at(reading, word)->token].quote;
    return quote != JA_NO_QUOTE && reading->document->quotes[quote].count <= SHORT_QUOTE;
}

/* "the accusations are FALSE", "« FAUX », …", "called it a SMEAR", "slanderous charges": whether an
 * adjective or noun is said of something, rather than naming a thing by itself. */
static bool is_said_of_something(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    switch (branch->relation) {
    case JA_DEP_ROOT:
    case JA_DEP_PARATAXIS:
    case JA_DEP_XCOMP:
    case JA_DEP_CCOMP:
    case JA_DEP_APPOS:
    case JA_DEP_CONJ:
    case JA_DEP_ADVCL:
        return true;
    case JA_DEP_AMOD:
        return ja_is_class(reading, branch->head, JA_CUE_ACCUSE) ||
               ja_is_class(reading, branch->head, JA_CUE_SPEECH);
    default:
        return ja_is_predicate(reading, word) || is_quoted_alone(reading, word);
    }
}

static bool has_denier(const ja_cue *cue)
{
    return ja_has_role(cue, JA_ROLE_DENIER) || ja_has_role(cue, JA_ROLE_SPEAKER);
}

/* "denied PERU a win": whose object is somebody denies no accusation. */
static bool denies_somebody(const ja_reading *reading, const ja_frame *frame, const ja_draft *draft)
{
    if (frame->match->cue->part != JA_VERB || frame->match->count > 1 ||
        draft->charge_word != JA_NO_WORD || ja_is_passive(reading, frame->word))
        return false;
    size_t object = ja_patient(reading, frame->word);
    return object != JA_NO_WORD && object > frame->word && ja_is_named(reading, object) &&
           !ja_is_upos(reading, object, JA_UPOS_PRON) &&
           ja_cue_has_slot(frame->match->cue, JA_ROLE_CHARGE, JA_OBJ);
}

/* Who denies: by the frame, else by who says or quotes the words. */
static void find_denier(ja_reading *reading, ja_frame *frame, ja_draft *draft)
{
    const ja_cue *cue = frame->match->cue;
    draft->by = ja_fill_role(reading, frame, JA_ROLE_DENIER, &draft->by_word);
    if (draft->by.count == 0)
        draft->by = ja_fill_role(reading, frame, JA_ROLE_SPEAKER, &draft->by_word);
    if (draft->by.count == 0 && cue->part == JA_VERB)
        add_subject_of_auxiliary(reading, frame->word, draft);
    if (draft->by.count == 0 && (!has_denier(cue) || draft->by_word == JA_NO_WORD))
        add_speakers(reading, frame->root, draft);
    if (draft->by.count == 0 && draft->act == JACCUSE_DECLINE) {
        draft->by_word = ja_subject_nearby(reading, ja_clause_of(reading, frame->root));
        ja_add_actors(reading, draft->by_word, &draft->by);
    }
    if (draft->by.count == 0 && draft->act == JACCUSE_DENY && !has_denier(cue))
        add_quoting(reading, frame->root, draft);
}

/* "says it does NOT KNOW", "dit ne pas CROIRE": who says what he does not think denies nothing. */
static bool tells_no_opinion(const ja_reading *reading, const ja_cue *cue, size_t charge)
{
    return charge != JA_NO_WORD && ja_is_of_several_words(cue) && ja_is_verb(reading, charge) &&
           ja_is_class(reading, charge, JA_CUE_SPEECH) &&
           ja_first_child(reading, charge, JA_DEP_AUX_TENSE) == JA_NO_WORD &&
           ja_first_child(reading, charge, JA_DEP_AUX) == JA_NO_WORD;
}

/* Whether what is denied is nothing that somebody is accused of: "denied the REQUEST", "denied Peru a
 * win", "denied rumours of a sale". */
static bool denies_no_charge(const ja_reading *reading, const ja_frame *frame,
                             const ja_draft *draft)
{
    size_t charge = draft->charge_word;
    bool asked = charge != JA_NO_WORD && ja_word_is(reading, charge, JA_FUNCTION_PETITION);
    return asked || denies_somebody(reading, frame, draft) ||
           is_harmless_report(reading, charge) ||
           tells_no_opinion(reading, frame->match->cue, charge);
}

/* A noun or adjective of denying must be said of something, or be quoted. */
static void stop_unsaid(const ja_reading *reading, const ja_frame *frame, ja_draft *draft)
{
    const ja_cue *cue = frame->match->cue;
    bool said = cue->part == JA_ADJECTIVE || cue->part == JA_NOUN;
    if (draft->stop != JA_STOP_NONE || !said || has_denier(cue) ||
        is_said_of_something(reading, frame->word))
        return;
    bool quoted =
        reading->utterance_of_word[frame->word] != JA_NO_UTTERANCE && cue->part == JA_NOUN;
    ja_draft_sign(draft, JA_SIGN_DEEP, quoted);
    draft->stop = quoted ? JA_STOP_NONE : JA_STOP_NO_ROLE;
}

void ja_read_denial(ja_reading *reading, const ja_cue_match *match, jaccuse_act act)
{
    ja_frame frame = ja_open_frame(reading, match);
    ja_verdict verdict = ja_judge(reading, match);
    ja_draft *draft = ja_add_draft(reading, act, frame.word);
    if (!draft)
        return;
    ja_set_cue(reading, draft, match);
    draft->stop = verdict.stop;
    draft->certainty = verdict.certainty;
    find_denier(reading, &frame, draft);
    if (act == JACCUSE_DECLINE) {
        draft->stop = draft->by.count ? JA_STOP_NONE : JA_STOP_NO_ROLE;
        return;
    }
    stop_unsaid(reading, &frame, draft);
    draft->charge_word = ja_charge_word(reading, &frame);
    if (draft->stop == JA_STOP_NONE && denies_no_charge(reading, &frame, draft))
        draft->stop = JA_STOP_NO_ROLE;
    describe_denied(reading, draft);
    ja_draft_sign(draft, JA_SIGN_PASSIVE,
                  match->cue->part == JA_VERB && ja_is_passive(reading, frame.word));
    if (draft->by.count == 0 && draft->stop == JA_STOP_NONE)
        draft->stop = JA_STOP_NO_ROLE;
}
