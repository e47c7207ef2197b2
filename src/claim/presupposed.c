/* What a denial presupposes: somebody has accused who denies. An accusation that the text tells
 * before it without saying against whom is made whole; else one is drafted, by who spoke before the
 * denial, or by nobody. */
#include "claim/presupposed.h"

#include "claim/clause.h"
#include "claim/confidence.h"
#include "claim/judge.h"

#define JA_NO_DRAFT ((size_t)-1)

static const size_t REACH = 3;       /* sentences back to an accusation of nobody */
static const double OPEN_SURE = 0.5; /* confidence of such an accusation */

static bool tells_accusing(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (ja_is_class(reading, i, JA_CUE_ACCUSE))
            return true;
    return false;
}

bool ja_is_of_several_words(const ja_cue *cue)
{
    ja_slice rest = cue->lemma, word;
    return ja_next_field(&rest, ' ', &word) && rest.length > 0;
}

/* "Corruption: the mayor DENIES it all": the wrong stands before a colon. */
static bool is_under_heading(const ja_reading *reading, const ja_draft *denial)
{
    bool wrong = false;
    for (size_t i = ja_sentence_around(reading, denial->word)->first_word; i < denial->word; i++) {
        if (wrong && ja_is_punctuation(reading, ja_word_at(reading, i)->token, ":"))
            return true;
        wrong = wrong || ja_is_class(reading, i, JA_CUE_WRONG);
    }
    return false;
}

/* Whether the denial tells a charge that somebody must have made: a wrong, or a deed that is done;
 * "denied that it would merge" and "denied accusing" tell none. */
static bool may_presuppose(const ja_reading *reading, const ja_draft *denial)
{
    if (ja_weighing_of(denial) != JA_WEIGH_DENIAL || ja_draft_shows(denial, JA_SIGN_PASSIVE) ||
        !ja_draft_shows(denial, JA_SIGN_VERB))
        return false;
    if (is_under_heading(reading, denial))
        return true;
    if (denial->charge_word == JA_NO_WORD || tells_accusing(reading, denial->charge_word))
        return false;
    if (!ja_is_predicate(reading, denial->charge_word))
        return ja_draft_shows(denial, JA_SIGN_WRONG_DENIED);
    size_t agent = ja_agent(reading, denial->charge_word);
    bool done = ja_draft_shows(denial, JA_SIGN_WRONG_DENIED) ||
                ja_first_child(reading, denial->charge_word, JA_DEP_AUX_TENSE) != JA_NO_WORD ||
                ja_first_child(reading, denial->charge_word, JA_DEP_AUX) != JA_NO_WORD ||
                ja_has_feature(reading, denial->charge_word, "Tense=Past");
    if (!done)
        return false; /* "denies preparing a new phone" */
    ja_stop stop = ja_judge_clause(reading, denial->charge_word).stop;
    return ja_actor_at(reading, agent) != JACCUSE_NONE &&
           (stop == JA_STOP_NONE || stop == JA_STOP_REFUSED || /* by the denial itself */
            (stop == JA_STOP_NEGATED && ja_is_of_several_words(denial->cue)));
}

/* What is presupposed of whom: who acts in what is denied, else who denies. */
static ja_indices accused_of(const ja_reading *reading, const ja_draft *denial, size_t agent)
{
    ja_indices accused = {0};
    if (agent != JA_NO_WORD && ja_actor_at(reading, agent) != JACCUSE_NONE)
        ja_add_actors(reading, agent, &accused);
    for (size_t i = 0; accused.count == 0 && i < denial->by.count; i++)
        ja_indices_add(reading->arena, &accused, denial->by.at[i]);
    return accused;
}

static size_t agent_denied(const ja_reading *reading, const ja_draft *denial)
{
    if (denial->charge_word == JA_NO_WORD)
        return JA_NO_WORD;
    return ja_is_predicate(reading, denial->charge_word) ? ja_agent(reading, denial->charge_word)
                                                         : ja_author(reading, denial->charge_word);
}

/* "A complained of fraud. B denied it": the last accusation before the denial, by somebody else,
 * of which no accused was found. */
static size_t open_accusation(const ja_reading *reading, const ja_draft *denial)
{
    size_t last = JA_NO_DRAFT;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        if (draft->act == JACCUSE_ACCUSE && draft->stop == JA_STOP_NO_ROLE &&
            draft->against.count == 0 && draft->by.count > 0 && draft->confidence >= OPEN_SURE &&
            draft->token < denial->token && draft->sentence + REACH >= denial->sentence &&
            !ja_indices_meet(reading, &draft->by, &denial->by) &&
            (last == JA_NO_DRAFT || draft->token > reading->drafts[last].token))
            last = i;
    }
    return last;
}

/* Whether the words said speak of one of the actors or his side, and of a wrong. deed: the denial
 * itself names it. */
static bool speaks_ill_of(const ja_reading *reading, const ja_utterance *utterance,
                          const ja_indices *actors, bool deed)
{
    bool wrong = deed, named = false;
    for (size_t word = utterance->begin; word < utterance->end; word++) {
        ja_indices one = {0};
        ja_indices_add(reading->arena, &one, ja_actor_at(reading, word));
        named = named || ja_indices_meet(reading, &one, actors);
        wrong = wrong || ja_is_class(reading, word, JA_CUE_WRONG);
    }
    return named && wrong;
}

/* "The union says that the firm's valves leak. The firm denies having ...": the last utterance
 * before the denial, in its sentence or in the one before, in which another side speaks of whom the
 * denial concerns; "rejects these conclusions": whatever it speaks of. */
static const ja_utterance *told_before(const ja_reading *reading, const ja_draft *denial,
                                       const ja_indices *accused)
{
    bool deed = may_presuppose(reading, denial);
    const ja_utterance *last = NULL;
    for (size_t i = 0; i < reading->utterance_count; i++) {
        const ja_utterance *utterance = &reading->utterances[i];
        if (utterance->real && !utterance->assumed && utterance->speakers.count > 0 &&
            utterance->begin < utterance->end && utterance->end <= denial->word &&
            ja_branch_at(reading, utterance->begin)->sentence + 1 >= denial->sentence &&
            !ja_indices_meet(reading, &utterance->speakers, &denial->by) &&
            (ja_draft_shows(denial, JA_SIGN_ACCUSATION_DENIED) ||
             speaks_ill_of(reading, utterance, accused, deed)) &&
            (!last || utterance->begin > last->begin))
            last = utterance;
    }
    return last;
}

/* "denies having spied": somebody has said so, whoever it was. */
static void draft_presupposed(ja_reading *reading, size_t index, const ja_indices *accused,
                              const ja_utterance *told)
{
    ja_draft denial = reading->drafts[index];
    ja_draft *draft = ja_add_draft(reading, JACCUSE_ACCUSE, denial.word);
    if (!draft)
        return;
    draft->cue = denial.cue;
    draft->cue_at = denial.cue_at;
    draft->charge_at = denial.charge_at;
    draft->charge_word = denial.charge_word;
    draft->against_word = agent_denied(reading, &denial);
    draft->against = *accused;
    for (size_t i = 0; told && i < told->speakers.count; i++)
        ja_indices_add(reading->arena, &draft->by, told->speakers.at[i]);
    ja_draft_sign(draft, JA_SIGN_PRESUPPOSED, true);
    ja_draft_sign(draft, JA_SIGN_NO_ACCUSER, !told);
    draft->confidence = denial.confidence;
    ja_indices_add(reading->arena, &reading->drafts[index].answers, reading->draft_count - 1);
}

/* "it denies", "rejects these conclusions": a verb that denies what was just told. */
static bool denies_what_was_told(const ja_draft *denial)
{
    return ja_weighing_of(denial) == JA_WEIGH_DENIAL && ja_draft_shows(denial, JA_SIGN_VERB) &&
           !ja_draft_shows(denial, JA_SIGN_PASSIVE) &&
           (ja_draft_shows(denial, JA_SIGN_NOTHING_DENIED) ||
            ja_draft_shows(denial, JA_SIGN_PRONOUN_DENIED) ||
            ja_draft_shows(denial, JA_SIGN_ACCUSATION_DENIED));
}

/* "the ministry said that no permit HAD BEEN withdrawn": of what is past somebody has told. */
static bool rebuts_a_deed(const ja_draft *denial)
{
    return ja_weighing_of(denial) == JA_WEIGH_REBUTTAL && ja_draft_shows(denial, JA_SIGN_NEGATED) &&
           ja_draft_shows(denial, JA_SIGN_PAST);
}

bool ja_presuppose(ja_reading *reading, size_t index)
{
    ja_draft *denial = &reading->drafts[index];
    bool presupposes = may_presuppose(reading, denial);
    bool rebuts = rebuts_a_deed(denial);
    if (!presupposes && !rebuts && !denies_what_was_told(denial))
        return false;
    size_t open = open_accusation(reading, denial);
    ja_indices accused = accused_of(reading, denial, agent_denied(reading, denial));
    const ja_utterance *told = told_before(reading, denial, &accused);
    if (told && open != JA_NO_DRAFT &&
        ja_branch_at(reading, told->begin)->sentence > reading->drafts[open].sentence)
        open = JA_NO_DRAFT; /* the nearer of the two */
    if (open != JA_NO_DRAFT) {
        ja_draft *accusation = &reading->drafts[open];
        accusation->against = accused;
        accusation->stop = JA_STOP_NONE;
        ja_draft_sign(accusation, JA_SIGN_ASSUMED, true);
        ja_indices_add(reading->arena, &denial->answers, open);
    } else if (presupposes || (told && !rebuts)) {
        draft_presupposed(reading, index, &accused, told);
    }
    return reading->drafts[index].answers.count > 0;
}
