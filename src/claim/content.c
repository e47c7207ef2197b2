/* Wrongs that somebody tells of somebody, without an accusing verb, and denials without a denying
 * one. In what an utterance says each clause is asked who acts in it, and each word for a wrong
 * whose it is: the speaker accuses them. Where the speaker himself or his side acts and the clause
 * is negated, he denies. Whether it is a wrong at all is weighed later, by the signs found here. */
#include "base/limits.h"
#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/nearby.h"
#include "claim/noun_actor.h"
#include "claim/steps.h"
#include "claim/utterance.h"

/* One thing that is told. */
typedef struct telling {
    size_t utterance;
    size_t word;  /* the predicate, or the noun of a wrong */
    size_t actor; /* the word of who does it */
    bool owned;   /* whose the wrong is, rather than who acts */
} telling;

static const ja_utterance *utterance_at(const ja_reading *reading, size_t word)
{
    size_t index = reading->utterance_of_word[word];
    return index == JA_NO_UTTERANCE ? NULL : &reading->utterances[index];
}

/* The cue that tells the utterance, NULL: none. */
static const ja_cue_match *cue_of(const ja_reading *reading, const ja_utterance *utterance)
{
    return utterance->cue < reading->cue_count ? &reading->cues[utterance->cue] : NULL;
}

/* Who answers for an utterance: its speakers; where they are unknown, who tells of them. */
static const ja_indices *speakers_of(const ja_reading *reading, const ja_utterance *utterance,
                                     bool *outer)
{
    *outer = false;
    for (unsigned steps = 0; steps < 4 && utterance->speakers.count == 0; steps++) {
        if (utterance->outer == JA_NO_UTTERANCE)
            break;
        utterance = &reading->utterances[utterance->outer];
        *outer = true;
    }
    return &utterance->speakers;
}

/* A word that opens a frame of its own for what stands beneath it. */
static bool opens_frame(const ja_reading *reading, size_t word)
{
    return ja_is_verb(reading, word) && ja_has_feature(reading, word, "VerbForm=Inf") &&
           ja_is_class(reading, word, JA_CUE_ACCUSE);
}

/* Whether the word belongs to the clause of the predicate: beneath it, through no clause that has
 * a subject of its own or accuses ("urged A to ACCUSE B of fraud"). */
static bool is_in_clause(const ja_reading *reading, size_t word, size_t predicate)
{
    for (unsigned steps = 0; word != predicate && steps < 12; steps++) {
        if (ja_first_child(reading, word, JA_DEP_NSUBJ) != JA_NO_WORD ||
            ja_first_child(reading, word, JA_DEP_NSUBJ_PASS) != JA_NO_WORD ||
            ja_branch_at(reading, word)->relation == JA_DEP_RELCL || opens_frame(reading, word))
            return false;
        word = ja_branch_at(reading, word)->head;
        if (word == JA_NO_WORD)
            return false;
    }
    return word == predicate;
}

static bool is_subject(const ja_reading *reading, size_t word)
{
    ja_deprel relation = ja_branch_at(reading, word)->relation;
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS;
}

/* Whether the word stands beneath the subject of the predicate. */
static bool is_in_subject(const ja_reading *reading, size_t word, size_t predicate)
{
    for (unsigned steps = 0; word != JA_NO_WORD && word != predicate && steps < 12; steps++) {
        if (is_subject(reading, word) && ja_branch_at(reading, word)->head == predicate)
            return true;
        word = ja_branch_at(reading, word)->head;
    }
    return false;
}

/* What of a wrong the clause tells. */
static void sign_wrongs(const ja_reading *reading, size_t predicate, ja_draft *draft)
{
    const ja_branch *branch = ja_branch_at(reading, predicate);
    ja_draft_sign(draft, JA_SIGN_WRONG_OBJECT, /* "a fraud that they COMMITTED" */
                  branch->relation == JA_DEP_RELCL &&
                      ja_patient(reading, predicate) == branch->head &&
                      ja_is_class(reading, branch->head, JA_CUE_WRONG));
    for (size_t i = branch->begin; i < branch->end; i++) {
        if (!ja_is_class(reading, i, JA_CUE_WRONG) || !is_in_clause(reading, i, predicate) ||
            is_in_subject(reading, i, predicate))
            continue;
        ja_upos upos = ja_word_at(reading, i)->upos;
        bool verb = upos == JA_UPOS_VERB;
        if (i == predicate)
            ja_draft_sign(draft, verb ? JA_SIGN_WRONG_VERB : JA_SIGN_WRONG_PREDICATE, true);
        else if (verb || upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN)
            ja_draft_sign(draft, JA_SIGN_WRONG_OBJECT, true);
        else if (upos == JA_UPOS_ADJ)
            ja_draft_sign(draft, JA_SIGN_WRONG_ADJECTIVE, true);
        else
            ja_draft_sign(draft, JA_SIGN_WRONG_PHRASE, true);
    }
}

/* Whether the speaker or his side is whom the clause is done to. */
static bool harms_speaker(const ja_reading *reading, const telling *told)
{
    const ja_branch *branch = ja_branch_at(reading, told->word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (i != told->actor && !is_in_subject(reading, i, told->word) &&
            (ja_has_feature(reading, i, "Person=1") ||
             ja_word_is(reading, i, JA_FUNCTION_FIRST_PERSON)))
            return true;
    return false;
}

static bool is_past(const ja_reading *reading, size_t word)
{
    return ja_has_feature(reading, word, "Tense=Past") ||
           ja_first_child(reading, word, JA_DEP_AUX_TENSE) != JA_NO_WORD;
}

static void sign_content(const ja_reading *reading, const telling *told, ja_draft *draft,
                         ja_stop verdict)
{
    const ja_utterance *utterance = &reading->utterances[told->utterance];
    const ja_cue_match *cue = cue_of(reading, utterance);
    ja_draft_sign(draft, JA_SIGN_SAID, true);
    ja_draft_sign(draft, JA_SIGN_DIRECT, utterance->direct);
    ja_draft_sign(draft, JA_SIGN_PREFIX, utterance->prefix);
    ja_draft_sign(draft, JA_SIGN_INDIRECT, !utterance->direct && !utterance->prefix);
    ja_draft_sign(draft, JA_SIGN_ALLEGES, cue && cue->cue->class != JA_CUE_SPEECH);
    ja_draft_sign(draft, JA_SIGN_EVIDENCE, cue && cue->cue->part == JA_NOUN);
    ja_draft_sign(draft, JA_SIGN_RETORT, cue && cue->cue->class == JA_CUE_DENY);
    ja_draft_sign(draft, JA_SIGN_SPEAKER_ASSUMED, utterance->assumed);
    ja_draft_sign(draft, JA_SIGN_CARRIED, utterance->carried);
    ja_draft_sign(draft, JA_SIGN_NEGATED, verdict == JA_STOP_NEGATED);
    ja_draft_sign(draft, JA_SIGN_OMISSION, verdict == JA_STOP_REFUSED);
    ja_draft_sign(draft, JA_SIGN_TO_COME, verdict == JA_STOP_TO_COME);
    ja_draft_sign(draft, JA_SIGN_PAST, is_past(reading, told->word));
    ja_draft_sign(draft, JA_SIGN_PASSIVE, !told->owned && ja_is_passive(reading, told->word));
    size_t head = ja_branch_at(reading, told->word)->head;
    ja_draft_sign(draft, JA_SIGN_DEEP,
                  head != JA_NO_WORD && reading->utterance_of_word[head] == told->utterance);
    ja_draft_sign(draft, JA_SIGN_SPEAKER_HARMED, harms_speaker(reading, told));
    ja_draft_sign(draft, JA_SIGN_WRONG_OWNED, told->owned);
    if (!told->owned)
        sign_wrongs(reading, told->word, draft);
}

/* How the actor stands to the speakers. */
typedef enum stand { OTHER_SIDE, OWN_SIDE, UNKNOWN_SIDE } stand;

static stand stand_of(const ja_reading *reading, const ja_indices *speakers, size_t actor)
{
    if (actor == JACCUSE_NONE)
        return UNKNOWN_SIDE;
    size_t principal = ja_actor_principal(&reading->actors, actor);
    for (size_t i = 0; i < speakers->count; i++)
        if (ja_actor_principal(&reading->actors, speakers->at[i]) == principal)
            return OWN_SIDE;
    return OTHER_SIDE;
}

static void add_via(const ja_reading *reading, const ja_utterance *utterance, ja_draft *draft)
{
    for (unsigned steps = 0; utterance->outer != JA_NO_UTTERANCE && steps < 4; steps++) {
        utterance = &reading->utterances[utterance->outer];
        for (size_t i = 0; i < utterance->speakers.count; i++)
            if (!ja_indices_have(&draft->by, utterance->speakers.at[i]))
                ja_indices_add(reading->arena, &draft->via, utterance->speakers.at[i]);
    }
}

static ja_draft *draft_telling(ja_reading *reading, const telling *told, jaccuse_act act,
                               ja_verdict verdict)
{
    const ja_utterance *utterance = &reading->utterances[told->utterance];
    ja_draft *draft = ja_add_draft(reading, act, told->word);
    if (!draft)
        return NULL;
    bool outer;
    const ja_indices *speakers = speakers_of(reading, utterance, &outer);
    for (size_t i = 0; i < speakers->count; i++)
        ja_indices_add(reading->arena, &draft->by, speakers->at[i]);
    const ja_cue_match *cue = cue_of(reading, utterance);
    if (cue) {
        const ja_token *tokens = reading->document->tokens;
        draft->cue = cue->cue;
        draft->cue_at =
            (jaccuse_span){tokens[cue->first].at.begin, tokens[cue->first + cue->count - 1].at.end};
    }
    draft->by_word = outer ? JA_NO_WORD : utterance->speaker_word;
    bool suspects = cue && cue->cue->class == JA_CUE_SUSPECT;
    draft->certainty = suspects ? JACCUSE_SUSPECTED : verdict.certainty;
    draft->charge_word = told->word;
    ja_draft_sign(draft, JA_SIGN_ACCUSER_OUTER, outer);
    sign_content(reading, told, draft, verdict.stop);
    ja_set_charge(reading, draft, told->word);
    if (!utterance->real)
        draft->stop = JA_STOP_NEGATED;
    else if (verdict.stop == JA_STOP_HYPOTHETICAL || verdict.stop == JA_STOP_ASKED)
        draft->stop = verdict.stop;
    return draft;
}

static void accuse(ja_reading *reading, const telling *told, ja_verdict verdict)
{
    ja_draft *draft = draft_telling(reading, told, JACCUSE_ACCUSE, verdict);
    if (!draft)
        return;
    ja_add_actors(reading, told->actor, &draft->against);
    ja_drop_anonymous(reading, &draft->against);
    draft->against_word = told->actor;
    if (draft->against.count == 0)
        draft->stop = JA_STOP_NO_ROLE;
    add_via(reading, &reading->utterances[told->utterance], draft);
}

static void deny(ja_reading *reading, const telling *told, ja_verdict verdict, bool another)
{
    ja_draft *draft = draft_telling(reading, told, JACCUSE_DENY, verdict);
    if (!draft)
        return;
    draft->against_word = told->actor;
    ja_draft_sign(draft, JA_SIGN_SELF, !another);
    ja_draft_sign(draft, JA_SIGN_FOR_ANOTHER, another);
}

static bool is_wrong_clause(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (ja_is_class(reading, i, JA_CUE_WRONG) && is_in_clause(reading, i, word))
            return true;
    return false;
}

/* "NOTHING proves that": a subject that is the first word of a denying phrase. */
static bool has_denying_subject(const ja_reading *reading, size_t clause)
{
    size_t subject = ja_first_child(reading, clause, JA_DEP_NSUBJ);
    return ja_is_class(reading, subject, JA_CUE_DENY) && ja_is_upos(reading, subject, JA_UPOS_PRON);
}

/* "said it was UNLIKELY that B lied", "I am NOT SAYING that B lied": what the clauses above say of it,
 * up to the word that tells them all. */
static ja_stop stop_above(const ja_reading *reading, size_t clause, const ja_cue_match *cue)
{
    for (unsigned steps = 0; steps < 4; steps++) {
        ja_deprel relation = ja_branch_at(reading, clause)->relation;
        clause = ja_branch_at(reading, clause)->head;
        if ((relation != JA_DEP_CCOMP && relation != JA_DEP_CSUBJ) || clause == JA_NO_WORD ||
            (cue && clause == reading->forest.word_of_token[cue->head]))
            break;
        ja_stop stop = ja_judge_clause(reading, clause).stop;
        if (ja_is_class(reading, clause, JA_CUE_HYPOTHESIS))
            return JA_STOP_HYPOTHETICAL;
        if (has_denying_subject(reading, clause))
            return JA_STOP_NEGATED;
        if (stop == JA_STOP_NEGATED || stop == JA_STOP_HYPOTHETICAL)
            return stop;
    }
    return JA_STOP_NONE;
}

static ja_verdict verdict_of(const ja_reading *reading, const telling *told)
{
    size_t clause = told->owned ? ja_clause_of(reading, told->word) : told->word;
    ja_verdict verdict = ja_judge_clause(reading, clause);
    if (verdict.stop == JA_STOP_NONE)
        verdict.stop =
            stop_above(reading, clause, cue_of(reading, &reading->utterances[told->utterance]));
    if (ja_is_question(reading, ja_word_at(reading, told->word)->token))
        verdict.stop = JA_STOP_ASKED;
    return verdict;
}

static void read_telling(ja_reading *reading, const telling *told)
{
    bool outer;
    const ja_indices *speakers =
        speakers_of(reading, &reading->utterances[told->utterance], &outer);
    if (speakers->count == 0)
        return;
    ja_verdict verdict = verdict_of(reading, told);
    bool negated = verdict.stop == JA_STOP_NEGATED;
    stand side = stand_of(reading, speakers, ja_actor_at(reading, told->actor));
    bool wrong = !told->owned && is_wrong_clause(reading, told->word);
    if (side == OTHER_SIDE && negated && !told->owned)
        deny(reading, told, verdict, true);
    if (side == OTHER_SIDE && negated && wrong)
        return;
    if (side == OTHER_SIDE && !(negated && told->owned))
        accuse(reading, told, verdict);
    else if (side != OTHER_SIDE && negated && !told->owned)
        deny(reading, told, verdict, side == UNKNOWN_SIDE);
}

/* A clause that singles out the noun before it: "the navy THAT FIRED". */
static bool singles_out(const ja_reading *reading, size_t verb, size_t noun)
{
    if (verb == JA_NO_WORD || verb < noun || !ja_is_verb(reading, verb))
        return false;
    if (ja_branch_at(reading, verb)->relation == JA_DEP_RELCL)
        return true;
    for (size_t child = ja_first_child(reading, verb, JA_DEP_NSUBJ); child != JA_NO_WORD;
         child = ja_child(&reading->forest, verb, JA_DEP_NSUBJ, child))
        if (child > noun && ja_has_feature(reading, child, "PronType=Rel"))
            return true;
    return false;
}

/* "IT was the navy that fired", "C'est lui qui a tiré": the pronoun before a noun that a relative
 * clause singles out stands for nobody. */
static bool is_cleft_pronoun(const ja_reading *reading, size_t subject, size_t predicate)
{
    if (subject == JA_NO_WORD || subject > predicate ||
        !ja_is_upos(reading, subject, JA_UPOS_PRON) ||
        ja_first_child(reading, predicate, JA_DEP_COP) == JA_NO_WORD ||
        !(ja_has_feature(reading, subject, "PronType=Dem") ||
          ja_has_feature(reading, subject, "Gender=Neut")))
        return false;
    bool cleft = singles_out(reading, ja_branch_at(reading, predicate)->head, predicate);
    for (size_t child = ja_branch_at(reading, predicate)->first_child;
         child != JA_NO_WORD && !cleft; child = ja_branch_at(reading, child)->next)
        cleft = singles_out(reading, child, predicate);
    return cleft;
}

/* "AUSTRIA, says the letter, LIED", "AUSTRIA, according to A, LIED": whom the tree takes for who
 * acts only tells it, between two commas; who acts stands before them. */
static size_t before_incise(const ja_reading *reading, size_t predicate, size_t agent)
{
    const ja_utterance *utterance = utterance_at(reading, predicate);
    if (agent == JA_NO_WORD || !utterance || agent != utterance->speaker_word || agent > predicate)
        return agent;
    size_t begin = predicate;
    while (begin > agent && (ja_is_upos(reading, begin - 1, JA_UPOS_AUX) ||
                             ja_is_upos(reading, begin - 1, JA_UPOS_ADV) ||
                             ja_is_upos(reading, begin - 1, JA_UPOS_PRON)))
        begin--;
    if (!ja_is_comma(reading, begin - 1))
        return agent;
    size_t subject = ja_subject_nearby(reading, predicate);
    if (subject == JA_NO_WORD || subject > agent)
        return agent;
    size_t owner = ja_possessor(reading, subject); /* "HIS country, he said": his own side */
    return owner != JA_NO_WORD && ja_has_feature(reading, owner, "Poss=Yes") ? agent : subject;
}

/* Who acts: the agent; of "is involved in murders" and the like, whose word itself is no wrong
 * that somebody suffers, the subject. */
static size_t acting(const ja_reading *reading, size_t predicate)
{
    size_t agent = ja_agent(reading, predicate);
    if (agent == JA_NO_WORD && ja_is_passive(reading, predicate) &&
        !ja_is_class(reading, predicate, JA_CUE_WRONG))
        agent = ja_subject(reading, predicate);
    if (agent == JA_NO_WORD && ja_is_finite(reading, predicate) &&
        !ja_is_passive(reading, predicate))
        agent = ja_subject_nearby(reading, predicate);
    agent = before_incise(reading, predicate, agent);
    bool conduct = agent != JA_NO_WORD && ja_word_is(reading, agent, JA_FUNCTION_CONDUCT);
    size_t author = conduct ? ja_author(reading, agent) : JA_NO_WORD;
    if (ja_actor_at(reading, author) != JACCUSE_NONE)
        return author; /* "B's SILENCE was criminal" */
    return is_cleft_pronoun(reading, agent, predicate) ? JA_NO_WORD : agent;
}

/* "fraud COMMITTED by X": who does what a participle beneath the noun tells. */
static size_t committed_by(const ja_reading *reading, size_t noun)
{
    size_t child = ja_first_child(reading, noun, JA_DEP_ACL);
    return child != JA_NO_WORD && ja_word_is(reading, child, JA_FUNCTION_COMMIT)
               ? ja_agent_of_participle(reading, noun)
               : JA_NO_WORD;
}

/* Whether the noun stands behind "without" or the like. */
static bool is_without(const ja_reading *reading, size_t noun)
{
    return ja_is_class(reading, ja_first_child(reading, noun, JA_DEP_CASE), JA_CUE_NEGATION);
}

/* Who is behind a deed by "on the ORDERS of A", "at the HANDS of A"; JA_NO_WORD: nobody. */
static size_t behind(const ja_reading *reading, size_t noun, ja_function function)
{
    size_t author = ja_author(reading, noun);
    ja_deprel relation = ja_branch_at(reading, noun)->relation;
    return ja_word_is(reading, noun, function) &&
                   ja_first_child(reading, noun, JA_DEP_CASE) != JA_NO_WORD &&
                   (relation == JA_DEP_OBL || relation == JA_DEP_NMOD) &&
                   !is_without(reading, noun) && ja_actor_at(reading, author) != JACCUSE_NONE
               ? author
               : JA_NO_WORD;
}

/* "abuse AT THE HANDS OF A", "des violences DE LA PART DE A", wherever the tree hangs it. */
static size_t behind_wrong(const ja_reading *reading, size_t wrong)
{
    size_t heads[] = {wrong, ja_branch_at(reading, wrong)->relation == JA_DEP_OBJ
                                 ? ja_branch_at(reading, wrong)->head
                                 : wrong};
    for (size_t i = 0; i < 2; i++)
        for (size_t child = ja_branch_at(reading, heads[i])->first_child; child != JA_NO_WORD;
             child = ja_branch_at(reading, child)->next) {
            size_t author = child > wrong ? behind(reading, child, JA_FUNCTION_HANDS) : JA_NO_WORD;
            if (author != JA_NO_WORD)
                return author;
        }
    return JA_NO_WORD;
}

/* Whose the wrong is; of "told China to stop ITS sabotage" who is told. */
static size_t owner_of(const ja_reading *reading, size_t word)
{
    size_t author = ja_author(reading, word), clause = ja_clause_of(reading, word);
    size_t behind_it = behind_wrong(reading, word);
    if (behind_it != JA_NO_WORD)
        return behind_it;
    if (author == JA_NO_WORD)
        return committed_by(reading, word);
    if (ja_possessor(reading, word) != author || !ja_has_feature(reading, clause, "VerbForm=Inf"))
        return author;
    size_t controller = ja_subject(reading, clause);
    return ja_word_at(reading, author)->upos != JA_UPOS_PROPN &&
                   ja_has_feature(reading, author, "Poss=Yes") &&
                   ja_actor_at(reading, controller) != JACCUSE_NONE
               ? controller
               : author;
}

/* "B's LIES cost lives": a noun that may deny what is said is a wrong where its author is told. */
static bool is_owned_lie(const ja_reading *reading, size_t word)
{
    return ja_is_class(reading, word, JA_CUE_WRONG) && ja_is_class(reading, word, JA_CUE_DENY) &&
           !ja_is_class(reading, word, JA_CUE_ACCUSE) && ja_is_upos(reading, word, JA_UPOS_NOUN) &&
           ja_actor_at(reading, owner_of(reading, word)) != JACCUSE_NONE;
}

/* Whether an accusing or denying word of the same utterance governs the word: then its frame tells
 * what is claimed. */
static bool is_in_frame(const ja_reading *reading, size_t word)
{
    size_t utterance = reading->utterance_of_word[word];
    const ja_cue_match *cue = cue_of(reading, &reading->utterances[utterance]);
    for (size_t at = word; at != JA_NO_WORD && reading->utterance_of_word[at] == utterance;
         at = ja_branch_at(reading, at)->head) {
        size_t token = ja_word_at(reading, at)->token;
        if (cue && token >= cue->first && token < cue->first + cue->count)
            continue; /* "y voit LA PREUVE que": of the cue that tells it */
        if (at == word && is_owned_lie(reading, word))
            continue;
        if (ja_is_class(reading, at, JA_CUE_ACCUSE) || ja_is_class(reading, at, JA_CUE_DENY) ||
            ja_is_class(reading, at, JA_CUE_SUSPECT))
            return true;
    }
    return false;
}

/* "killed ON THE ORDERS OF A", "tortured AT THE HANDS OF A": A is behind what the clause tells. */
static void read_behest(ja_reading *reading, size_t word)
{
    size_t clause = ja_clause_of(reading, word), utterance = reading->utterance_of_word[word];
    size_t actor = behind(reading, word, JA_FUNCTION_BEHEST);
    if (actor == JA_NO_WORD)
        actor = behind(reading, word, JA_FUNCTION_HANDS);
    telling told = {utterance, clause, actor, false};
    if (told.actor != JA_NO_WORD && reading->utterance_of_word[clause] == utterance &&
        ja_is_class(reading, clause, JA_CUE_WRONG) && !is_in_frame(reading, clause))
        read_telling(reading, &told);
}

static void read_word(ja_reading *reading, size_t word)
{
    telling told = {reading->utterance_of_word[word], word, JA_NO_WORD, false};
    ja_deprel relation = ja_branch_at(reading, word)->relation;
    bool victim = ja_word_is(reading, word, JA_FUNCTION_VICTIM) && !ja_is_verb(reading, word);
    if (is_in_frame(reading, word) || victim || ja_is_class(reading, word, JA_CUE_EXCULPATE) ||
        ja_word_is(reading, word, JA_FUNCTION_SUFFER) || is_without(reading, word))
        return; /* "a PREY of the banks", but "banks PREYED on them" */
    read_behest(reading, word);
    if (ja_is_predicate(reading, word)) {
        bool shared = relation == JA_DEP_XCOMP || relation == JA_DEP_ADVCL;
        told.actor = acting(reading, word);
        if (ja_actor_at(reading, told.actor) == JACCUSE_NONE)
            (void)ja_actor_of_definite_noun(reading, told.actor);
        if (!shared || is_wrong_clause(reading, word))
            read_telling(reading, &told);
    } else if (ja_is_class(reading, word, JA_CUE_WRONG) &&
               ja_word_at(reading, word)->upos == JA_UPOS_NOUN) {
        told.owned = true;
        told.actor = owner_of(reading, word);
        if (told.actor != JA_NO_WORD)
            read_telling(reading, &told);
    }
}

/* Whom a verb describes: its object; of two nouns behind it ("called B the greatest hacker") the
 * first, whichever the tree makes the object. */
static size_t described(const ja_reading *reading, size_t verb)
{
    size_t object = ja_patient(reading, verb);
    size_t other = ja_first_child(reading, verb, JA_DEP_XCOMP);
    if (object != JA_NO_WORD && other != JA_NO_WORD && verb < other && other < object &&
        ja_actor_at(reading, other) != JACCUSE_NONE)
        object = other;
    if (ja_actor_at(reading, object) == JACCUSE_NONE && object != JA_NO_WORD)
        object = ja_author(reading, object); /* "called China's CLAIMS a lie" */
    return ja_actor_at(reading, object) == JACCUSE_NONE ? ja_object_nearby(reading, verb) : object;
}

/* "describes B as a liar": a verb of saying that names whom it is about. */
static void read_described(ja_reading *reading, size_t index)
{
    const ja_cue_match *match = &reading->cues[index];
    size_t verb = reading->forest.word_of_token[match->head];
    if (match->cue->class != JA_CUE_SPEECH || match->cue->part != JA_VERB ||
        !ja_cue_fits(reading, match) || !ja_cue_has_slot(match->cue, JA_ROLE_ACCUSED, JA_OBJ))
        return;
    size_t object = described(reading, verb);
    if (ja_actor_at(reading, object) == JACCUSE_NONE)
        return;
    ja_verdict verdict = ja_judge(reading, match);
    ja_draft *draft = ja_add_draft(reading, JACCUSE_ACCUSE, verb);
    if (!draft)
        return;
    const ja_token *tokens = reading->document->tokens;
    draft->cue = match->cue;
    draft->cue_at = (jaccuse_span){tokens[match->first].at.begin,
                                   tokens[match->first + match->count - 1].at.end};
    draft->by_word = ja_agent(reading, verb);
    ja_add_actors(reading, draft->by_word, &draft->by);
    draft->against_word = object;
    ja_add_actors(reading, object, &draft->against);
    draft->certainty = verdict.certainty;
    draft->stop = verdict.stop != JA_STOP_NONE ? verdict.stop
                  : draft->by.count == 0       ? JA_STOP_NO_ROLE
                                               : JA_STOP_NONE;
    ja_draft_sign(draft, JA_SIGN_SAID, true);
    ja_draft_sign(draft, JA_SIGN_DESCRIBED, true);
    sign_wrongs(reading, verb, draft);
    if (draft->stop == JA_STOP_NONE && !ja_draft_tells_wrong(draft))
        draft->stop = JA_STOP_NO_ROLE;
}

void ja_read_content(ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count; i++)
        read_described(reading, i);
    for (size_t word = 0; word < reading->document->word_count; word++)
        if (utterance_at(reading, word))
            read_word(reading, word);
}
