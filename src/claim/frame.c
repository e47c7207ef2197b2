/* Claims that a cue word opens: its frame tells in which relation of the tree accuser, accused,
 * denier and charge stand. */
#include "base/limits.h"
#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/noun_actor.h"
#include "claim/steps.h"
#include "claim/utterance.h"

static const size_t INCLUDED_REACH = 25; /* words between a number of people and their names */
static const size_t SHORT_QUOTE = 6;     /* tokens, marks included */

/* A cue and the words that its roles are sought from. */
typedef struct open_frame {
    const ja_cue_match *match;
    size_t word;    /* the head of the cue */
    size_t root;    /* the word by which the cue hangs on what is outside of it */
    size_t support; /* the verb that carries a noun: "MAKE accusations", or JA_NO_WORD */
    bool bears;     /* that verb tells on whom it weighs: "suspicions HANG over" */
    bool nearby;    /* a role was found by the order of the words alone */
} open_frame;

static size_t last_word_of(const ja_reading *reading, const ja_cue_match *match)
{
    return reading->forest.word_of_token[match->first + match->count - 1];
}

/* The verb that carries a noun: "MAKE accusations", "accusations MADE by", "suspicions HANG over",
 * "suspicions that HANG over"; JA_NO_WORD: none. */
static size_t support_of(const ja_reading *reading, size_t noun, bool *bears)
{
    const ja_branch *branch = ja_branch_at(reading, noun);
    size_t made = ja_first_child(reading, noun, JA_DEP_ACL);
    size_t that = ja_first_child(reading, noun, JA_DEP_RELCL);
    bool object = branch->relation == JA_DEP_OBJ || branch->relation == JA_DEP_OBL ||
                  branch->relation == JA_DEP_NSUBJ_PASS;
    *bears = false;
    if (object && branch->head != JA_NO_WORD &&
        (ja_word_is(reading, branch->head, JA_FUNCTION_SUPPORT) ||
         ja_is_class(reading, branch->head, JA_CUE_SPEECH)))
        return branch->head;
    if (made != JA_NO_WORD && ja_word_is(reading, made, JA_FUNCTION_SUPPORT))
        return made;
    size_t bearing = branch->relation == JA_DEP_NSUBJ ? branch->head
                     : that != JA_NO_WORD             ? that
                                                      : made;
    *bears = bearing != JA_NO_WORD && ja_word_is(reading, bearing, JA_FUNCTION_BURDEN);
    return *bears ? bearing : JA_NO_WORD;
}

static open_frame open_at(const ja_reading *reading, const ja_cue_match *match)
{
    size_t first = reading->forest.word_of_token[match->first];
    size_t last = last_word_of(reading, match);
    open_frame frame = {
        match, reading->forest.word_of_token[match->head], JA_NO_WORD, JA_NO_WORD, false, false};
    for (size_t i = first; i <= last && frame.root == JA_NO_WORD; i++) {
        size_t head = ja_branch_at(reading, i)->head;
        if (head == JA_NO_WORD || head < first || head > last)
            frame.root = i;
    }
    if (frame.root == JA_NO_WORD || match->cue->part == JA_VERB)
        frame.root = frame.word;
    if (match->cue->part == JA_NOUN)
        frame.support = support_of(reading, frame.word, &frame.bears);
    return frame;
}

/* Of what a phrase that is no predicate is said: the subject of the clause it stands in. */
static size_t said_of(const ja_reading *reading, const open_frame *frame)
{
    size_t subject = ja_subject(reading, frame->root);
    if (subject != JA_NO_WORD)
        return subject;
    size_t clause = ja_clause_of(reading, frame->root);
    return clause == frame->root ? JA_NO_WORD : ja_subject(reading, clause);
}

/* What the last preposition of a phrase governs. */
static size_t governed_by_phrase(const ja_reading *reading, const open_frame *frame)
{
    size_t last = last_word_of(reading, frame->match);
    const ja_branch *branch = ja_branch_at(reading, last);
    bool small = branch->relation == JA_DEP_CASE || branch->relation == JA_DEP_MARK;
    if (small && branch->head != JA_NO_WORD && branch->head > last)
        return branch->head;
    return ja_patient(reading, frame->word);
}

/* The word behind the marker, at any word of the cue or at the verb that carries it. */
static size_t marked_of(const ja_reading *reading, const open_frame *frame, ja_slice marker)
{
    size_t found = ja_marked(reading, frame->word, marker);
    size_t last = last_word_of(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first];
         i <= last && found == JA_NO_WORD; i++)
        found = ja_marked(reading, i, marker);
    if (found == JA_NO_WORD && frame->root != frame->word)
        found = ja_marked(reading, frame->root, marker);
    if (found == JA_NO_WORD && frame->support != JA_NO_WORD)
        found = ja_marked(reading, frame->support, marker);
    return found;
}

/* "s'inscrit en faux CONTRE". */
static bool ends_in_preposition(const ja_reading *reading, const open_frame *frame)
{
    size_t last = last_word_of(reading, frame->match);
    return last != frame->word && ja_word_at(reading, last)->upos == JA_UPOS_ADP;
}

/* The object of a verb or phrase; of "s'inscrit en faux CONTRE" what the preposition governs. */
static size_t object_of(const ja_reading *reading, const open_frame *frame)
{
    if (frame->match->cue->part != JA_VERB)
        return governed_by_phrase(reading, frame);
    size_t patient = ja_patient(reading, frame->word);
    bool reflexive = patient != JA_NO_WORD && ja_has_feature(reading, patient, "Reflex=Yes");
    return ends_in_preposition(reading, frame) && (patient == JA_NO_WORD || reflexive)
               ? governed_by_phrase(reading, frame)
               : patient;
}

static size_t clause_child(const ja_reading *reading, const open_frame *frame, ja_deprel relation)
{
    size_t child = ja_first_child(reading, frame->word, relation);
    if (child == JA_NO_WORD && frame->root != frame->word)
        child = ja_first_child(reading, frame->root, relation);
    return child;
}

/* Whose one of the cue's words is: "lays it at Russia's DOOR". */
static size_t possessor_of(const ja_reading *reading, const open_frame *frame)
{
    size_t found = ja_possessor(reading, frame->word);
    size_t last = last_word_of(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first];
         i <= last && found == JA_NO_WORD; i++)
        found = ja_possessor(reading, i);
    return found;
}

/* "A, spokesman of B, accuses C", where the tree makes C the subject: somebody else stands before
 * the verb, and its object is missing. */
static bool is_mistaken_subject(const ja_reading *reading, const open_frame *frame)
{
    size_t verb = frame->word, subject = ja_first_child(reading, verb, JA_DEP_NSUBJ);
    if (frame->match->cue->part != JA_VERB || subject == JA_NO_WORD || subject < verb ||
        !ja_cue_has_slot(frame->match->cue, JA_ROLE_ACCUSED, JA_OBJ) ||
        ja_first_child(reading, verb, JA_DEP_OBJ) != JA_NO_WORD)
        return false;
    size_t before = ja_subject_nearby(reading, verb);
    return before != JA_NO_WORD && before < verb;
}

/* The word that holds a slot, JA_NO_WORD: nobody. */
static size_t holder(const ja_reading *reading, const open_frame *frame, const ja_slot *slot)
{
    bool verb = frame->match->cue->part == JA_VERB;
    switch (slot->relation) {
    case JA_NSUBJ:
        if (!verb)
            return said_of(reading, frame);
        if (slot->role == JA_ROLE_DENIER || slot->role == JA_ROLE_SPEAKER)
            return ja_speaker_of_verb(reading, frame->word);
        if (slot->role == JA_ROLE_ACCUSER && is_mistaken_subject(reading, frame))
            return ja_subject_nearby(reading, frame->word);
        return slot->role == JA_ROLE_ACCUSED && !ja_is_passive(reading, frame->word)
                   ? ja_subject(reading, frame->word)
                   : ja_agent(reading, frame->word);
    case JA_OBJ:
        if (slot->role == JA_ROLE_ACCUSED && is_mistaken_subject(reading, frame))
            return ja_first_child(reading, frame->word, JA_DEP_NSUBJ);
        return object_of(reading, frame);
    case JA_OBL:
    case JA_NMOD:
    case JA_IOBJ:
    case JA_ADVCL:
        if (slot->marker.length)
            return marked_of(reading, frame, slot->marker);
        return clause_child(reading, frame,
                            slot->relation == JA_ADVCL ? JA_DEP_ADVCL : JA_DEP_IOBJ);
    case JA_NMOD_POSS:
        return possessor_of(reading, frame);
    case JA_AMOD:
        return ja_demonym(reading, frame->word);
    case JA_CCOMP:
        return clause_child(reading, frame, JA_DEP_CCOMP);
    case JA_XCOMP:
        return clause_child(reading, frame, JA_DEP_XCOMP);
    case JA_ACL:
        return clause_child(reading, frame, JA_DEP_ACL);
    case JA_RELATION_COUNT:
        break;
    }
    return JA_NO_WORD;
}

/* The same by the order of the words. */
static size_t holder_nearby(const ja_reading *reading, const open_frame *frame, const ja_slot *slot)
{
    size_t word = frame->word, last = last_word_of(reading, frame->match);
    bool passive = ja_is_passive(reading, word);
    if (slot->marker.length) {
        size_t found = ja_marked_nearby(reading, last, slot->marker);
        return found == JA_NO_WORD && frame->support != JA_NO_WORD
                   ? ja_marked_nearby(reading, frame->support, slot->marker)
                   : found;
    }
    if (frame->match->cue->part != JA_VERB)
        return JA_NO_WORD;
    if (slot->relation == JA_OBJ)
        return passive ? ja_subject_nearby(reading, word) : ja_object_nearby(reading, last);
    if (slot->relation == JA_NSUBJ && passive && slot->role == JA_ROLE_ACCUSER)
        return ja_agent_nearby(reading, last);
    if (slot->relation == JA_NSUBJ && (!passive || slot->role == JA_ROLE_ACCUSED))
        return ja_subject_nearby(reading, word);
    return JA_NO_WORD;
}

/* Whether nobody stands at the word who could have been meant: no noun, or none there. */
static bool is_unknown(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD)
        return true;
    ja_upos upos = ja_word_at(reading, word)->upos;
    return (upos != JA_UPOS_NOUN && upos != JA_UPOS_PROPN && upos != JA_UPOS_PRON) ||
           ja_word_is(reading, word, JA_FUNCTION_TIME);
}

/* The actors of a role: of the first of its slots that names any. *word tells where; it is set
 * where somebody stands there who is no known actor, too. */
static ja_indices fill_role(ja_reading *reading, open_frame *frame, ja_role role, size_t *word)
{
    ja_indices actors = {0};
    const ja_cue *cue = frame->match->cue;
    *word = JA_NO_WORD;
    for (size_t i = 0; i < cue->slot_count && actors.count == 0; i++) {
        if (cue->slots[i].role != role)
            continue;
        size_t found = holder(reading, frame, &cue->slots[i]);
        ja_add_actors(reading, found, &actors);
        if (actors.count > 0 || *word == JA_NO_WORD)
            *word = found;
    }
    for (size_t i = 0; i < cue->slot_count && actors.count == 0; i++) {
        bool near = cue->slots[i].role == role && is_unknown(reading, *word);
        size_t found = near ? holder_nearby(reading, frame, &cue->slots[i]) : JA_NO_WORD;
        ja_add_actors(reading, found, &actors);
        if (actors.count > 0)
            *word = found;
        frame->nearby = frame->nearby || actors.count > 0;
    }
    if (actors.count == 0)
        ja_indices_add(reading->arena, &actors,
                       role == JA_ROLE_ACCUSED ? ja_actor_of_definite_noun(reading, *word)
                                               : ja_actor_of_noun(reading, *word));
    return actors;
}

/* "nie AVOIR menti": the clause that the last word of a longer cue belongs to. */
static size_t governed_by_last(const ja_reading *reading, const open_frame *frame)
{
    size_t last = last_word_of(reading, frame->match);
    size_t head = ja_branch_at(reading, last)->head;
    return last != frame->word && head != JA_NO_WORD && head > last ? head : JA_NO_WORD;
}

/* Whether the word itself names an actor, rather than something of his. */
static bool is_actor(const ja_reading *reading, size_t word)
{
    size_t mention = ja_mention_at(reading, word);
    return mention != JA_NO_MENTION && reading->mentions.at[mention].actor != JACCUSE_NONE;
}

static size_t charge_word(const ja_reading *reading, const open_frame *frame)
{
    const ja_cue *cue = frame->match->cue;
    for (size_t i = 0; i < cue->slot_count; i++) {
        size_t found = cue->slots[i].role == JA_ROLE_CHARGE ? holder(reading, frame, &cue->slots[i])
                                                            : JA_NO_WORD;
        if (found != JA_NO_WORD && !is_actor(reading, found))
            return found;
    }
    return governed_by_last(reading, frame);
}

static void set_cue(const ja_reading *reading, ja_draft *draft, const ja_cue_match *match)
{
    const ja_token *tokens = reading->document->tokens;
    draft->cue = match->cue;
    draft->token = match->first;
    draft->cue_at = (jaccuse_span){tokens[match->first].at.begin,
                                   tokens[match->first + match->count - 1].at.end};
    ja_draft_sign(draft, JA_SIGN_VERB, match->cue->part == JA_VERB);
    ja_draft_sign(draft, JA_SIGN_NOUN, match->cue->part == JA_NOUN);
    ja_draft_sign(draft, JA_SIGN_PHRASE,
                  match->cue->part == JA_PHRASE || match->cue->part == JA_ADJECTIVE);
    ja_draft_sign(draft, JA_SIGN_UNFIT, !ja_cue_fits(reading, match));
}

static void remove_from(ja_indices *indices, const ja_indices *others)
{
    size_t kept = 0;
    for (size_t i = 0; i < indices->count; i++)
        if (!ja_indices_have(others, indices->at[i]))
            indices->at[kept++] = indices->at[i];
    indices->count = kept;
}

/* Whether one of the words beneath is a wrong. */
static bool tells_wrong(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD)
        return false;
    const ja_branch *branch = ja_branch_at(reading, word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (ja_is_class(reading, i, JA_CUE_WRONG))
            return true;
    return false;
}

/* Whose the wrong is, by the tree or behind "by". */
static size_t author_of_wrong(const ja_reading *reading, size_t word)
{
    size_t author = ja_author(reading, word);
    return author == JA_NO_WORD ? ja_agent_nearby(reading, word) : author;
}

/* Where no slot names the accused: whose the wrong is that is denounced ("denounces Russia's
 * LIES"), who acts in the clause that is charged ("the accusation that Russia lied"). */
static size_t accused_by_charge(const ja_reading *reading, const open_frame *frame)
{
    const ja_cue *cue = frame->match->cue;
    for (size_t i = 0; i < cue->slot_count; i++) {
        const ja_slot *slot = &cue->slots[i];
        size_t word = holder(reading, frame, slot);
        if (word == JA_NO_WORD || (slot->role != JA_ROLE_CHARGE && slot->role != JA_ROLE_ACCUSED))
            continue;
        size_t who = JA_NO_WORD;
        if (ja_is_predicate(reading, word))
            who = ja_agent(reading, word);
        else if (tells_wrong(reading, word))
            who = author_of_wrong(reading, word);
        if (ja_actor_at(reading, who) != JACCUSE_NONE)
            return who;
    }
    return JA_NO_WORD;
}

/* The denial that governs an accusing noun: "REJECTS American accusations", "rejects as false the
 * accusations"; or that says something of it: "the accusations are FALSE". */
static ja_draft *governing_denial(ja_reading *reading, const open_frame *frame)
{
    for (size_t i = reading->draft_count; i-- > 0;) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->act == JACCUSE_DENY && draft->charge_word == frame->word)
            return draft;
    }
    return NULL;
}

/* The denial that answers an accusing noun in its sentence: "« FALSE », said A of B's accusations".
 */
static ja_draft *denial_beside(ja_reading *reading, const open_frame *frame, const ja_indices *by)
{
    for (size_t i = reading->draft_count; i-- > 0;) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->act == JACCUSE_DENY && draft->stop == JA_STOP_NONE &&
            draft->sentence == ja_branch_at(reading, frame->word)->sentence &&
            !ja_indices_share(&draft->by, by))
            return draft;
    }
    return NULL;
}

/* "REJECTS the accusations by A": the accused is who denies, or whose side he is on. */
static void accuse_denier(const ja_reading *reading, const ja_draft *denial, ja_indices *against)
{
    for (size_t i = 0; i < denial->by.count; i++)
        ja_indices_add(reading->arena, against,
                       ja_actor_principal(&reading->actors, denial->by.at[i]));
}

static void describe_accusation(const ja_reading *reading, const open_frame *frame, ja_draft *draft)
{
    size_t charge = draft->charge_word;
    const ja_cue *cue = frame->match->cue;
    ja_draft_sign(draft, JA_SIGN_PASSIVE,
                  cue->part == JA_VERB && ja_is_passive(reading, frame->word));
    bool nobody =
        draft->by_word == JA_NO_WORD || ja_word_is(reading, draft->by_word, JA_FUNCTION_GENERIC);
    ja_draft_sign(draft, JA_SIGN_NO_ACCUSER, draft->by.count == 0 && nobody);
    ja_draft_sign(draft, JA_SIGN_UNKNOWN_ACCUSER, draft->by.count == 0 && !nobody);
    ja_draft_sign(draft, JA_SIGN_CHARGE, charge != JA_NO_WORD);
    ja_draft_sign(draft, JA_SIGN_WRONG_CHARGE,
                  tells_wrong(reading, charge == JA_NO_WORD ? frame->word : charge));
    ja_draft_sign(draft, JA_SIGN_NEARBY, frame->nearby);
    ja_draft_sign(draft, JA_SIGN_SUSPECT, cue->class == JA_CUE_SUSPECT);
    ja_set_charge(reading, draft, charge);
}

/* "accused Israel of murder and the UNITED STATES of complicity": a second accused whom the tree
 * hangs on the first charge. */
static void add_conjoined(const ja_reading *reading, size_t word, ja_indices *against)
{
    for (size_t other = ja_first_child(reading, word, JA_DEP_CONJ); other != JA_NO_WORD;
         other = ja_child(&reading->forest, word, JA_DEP_CONJ, other))
        if (!ja_is_predicate(reading, other) && is_actor(reading, other) &&
            ja_first_child(reading, other, JA_DEP_CASE) == JA_NO_WORD)
            ja_indices_add(reading->arena, against, ja_actor_at(reading, other));
}

static void add_gapped(const ja_reading *reading, const open_frame *frame, ja_indices *against)
{
    const ja_cue *cue = frame->match->cue;
    if (against->count == 0 || !ja_cue_has_slot(cue, JA_ROLE_ACCUSED, JA_OBJ))
        return;
    size_t charge = charge_word(reading, frame);
    if (charge != JA_NO_WORD)
        add_conjoined(reading, charge, against);
    if (cue->part == JA_VERB)
        add_conjoined(reading, frame->word, against);
}

static bool has_role(const ja_cue *cue, ja_role role)
{
    for (size_t i = 0; i < cue->slot_count; i++)
        if (cue->slots[i].role == role)
            return true;
    return false;
}

/* "A said that B had a hand in it": where the cue has no place for an accuser, who says so is. */
static void add_teller(const ja_reading *reading, size_t word, ja_indices *by, size_t *by_word)
{
    size_t index = reading->utterance_of_word[word];
    if (index == JA_NO_UTTERANCE)
        return;
    const ja_utterance *utterance = &reading->utterances[index];
    for (size_t i = 0; i < utterance->speakers.count; i++)
        ja_indices_add(reading->arena, by, utterance->speakers.at[i]);
    if (by->count)
        *by_word = utterance->speaker_word;
}

/* "charged five people, INCLUDING A and B": who of a number is named. */
static void add_included(const ja_reading *reading, size_t word, ja_indices *against)
{
    if (word == JA_NO_WORD || !ja_has_feature(reading, word, "Number=Plur"))
        return;
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, word)->sentence];
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i < end && i <= word + INCLUDED_REACH; i++)
        if (ja_word_is(reading, i, JA_FUNCTION_INCLUDING))
            for (size_t k = i + 1; k < end && k <= i + 6; k++)
                if (ja_actor_at(reading, k) != JACCUSE_NONE &&
                    !ja_has_feature(reading, k, "PronType=Rel")) {
                    ja_add_actors(reading, k, against);
                    return;
                }
}

/* "Huawei ACCUSED of spying": in titles the passive goes without its auxiliary. */
static bool is_short_passive(const ja_reading *reading, const open_frame *frame)
{
    const ja_cue *cue = frame->match->cue;
    size_t last = last_word_of(reading, frame->match);
    bool object = ja_cue_has_slot(cue, JA_ROLE_ACCUSED, JA_OBJ) &&
                  ja_patient(reading, frame->word) == JA_NO_WORD;
    if (cue->part != JA_VERB || !object || !ja_has_feature(reading, frame->word, "Tense=Past") ||
        last + 1 >= reading->document->word_count)
        return false;
    if (ja_word_is(reading, last + 1, JA_FUNCTION_AGENT))
        return true;
    for (size_t i = 0; i < cue->slot_count; i++)
        if (cue->slots[i].role == JA_ROLE_CHARGE && cue->slots[i].marker.length &&
            ja_equal(ja_word_at(reading, last + 1)->form, cue->slots[i].marker))
            return true;
    return false;
}

/* "accuse EACH OTHER", "s'accusent MUTUELLEMENT". */
static bool is_reciprocal(const ja_reading *reading, size_t verb)
{
    const ja_branch *branch = ja_branch_at(reading, verb);
    for (size_t i = verb + 1; i < branch->end && i <= verb + 3; i++)
        if (ja_word_is(reading, i, JA_FUNCTION_RECIPROCAL))
            return true;
    return false;
}

/* Each of the accusers against the others. */
static void accuse_each_other(ja_reading *reading, size_t index)
{
    ja_indices all = reading->drafts[index].by;
    for (size_t i = 0; i < all.count; i++) {
        ja_draft *draft = i == 0
                              ? &reading->drafts[index]
                              : ja_add_draft(reading, JACCUSE_ACCUSE, reading->drafts[index].word);
        if (!draft)
            return;
        if (i > 0)
            *draft = reading->drafts[index];
        draft->by = draft->against = (ja_indices){0};
        for (size_t k = 0; k < all.count; k++)
            ja_indices_add(reading->arena, k == i ? &draft->by : &draft->against, all.at[k]);
    }
}

static void read_accusation(ja_reading *reading, const ja_cue_match *match)
{
    open_frame frame = open_at(reading, match);
    ja_verdict verdict = ja_judge(reading, match);
    size_t by_word, against_word;
    ja_indices by = fill_role(reading, &frame, JA_ROLE_ACCUSER, &by_word);
    ja_indices against = fill_role(reading, &frame, JA_ROLE_ACCUSED, &against_word);
    if (by.count == 0 && frame.support != JA_NO_WORD && !frame.bears) {
        by_word = ja_agent(reading, frame.support);
        ja_add_actors(reading, by_word, &by);
    }
    if (by.count == 0 && !has_role(match->cue, JA_ROLE_ACCUSER) &&
        match->cue->class == JA_CUE_ACCUSE)
        add_teller(reading, frame.root, &by, &by_word);
    if (against.count == 0 && frame.bears) {
        against_word = ja_first_child(reading, frame.support, JA_DEP_OBJ);
        ja_add_actors(reading, against_word, &against);
    }
    add_gapped(reading, &frame, &against);
    ja_drop_anonymous(reading, &against);
    if (against.count == 0)
        add_included(reading, against_word, &against);
    if (against.count == 0) {
        against_word = accused_by_charge(reading, &frame);
        ja_add_actors(reading, against_word, &against);
    }
    if (against.count == 0 && by.count > 0 && is_short_passive(reading, &frame)) {
        against = by;
        against_word = by_word;
        by = (ja_indices){0};
        by_word = ja_agent_nearby(reading, last_word_of(reading, match));
        ja_add_actors(reading, by_word, &by);
    }
    if (is_reciprocal(reading, frame.word))
        against = by;
    ja_draft *denial = governing_denial(reading, &frame);
    if (!denial && match->cue->part == JA_NOUN && by.count > 0 && against.count == 0)
        denial = denial_beside(reading, &frame, &by);
    size_t denial_index = denial ? (size_t)(denial - reading->drafts) : 0;
    bool presupposed = denial != NULL;
    size_t charge = charge_word(reading, &frame);
    bool assumed = against.count == 0 && denial;
    if (assumed)
        accuse_denier(reading, denial, &against);
    if (ja_indices_share(&by, &against))
        ja_part_pronoun(reading, &by, by_word, &against, against_word);
    bool mutual = is_reciprocal(reading, frame.word) && by.count > 1;
    ja_drop_anonymous(reading, &against);
    if (!mutual)
        remove_from(&by, &against);
    ja_draft *draft = ja_add_draft(reading, JACCUSE_ACCUSE, frame.word);
    if (!draft)
        return;
    set_cue(reading, draft, match);
    draft->by = by;
    draft->by_word = by_word;
    draft->against = against;
    draft->against_word = against_word;
    draft->charge_word = charge;
    draft->certainty = verdict.certainty;
    draft->stop = verdict.stop;
    describe_accusation(reading, &frame, draft);
    ja_draft_sign(draft, JA_SIGN_PRESUPPOSED, presupposed);
    ja_draft_sign(draft, JA_SIGN_ASSUMED, assumed);
    bool nameless =
        by.count == 0 && by_word == JA_NO_WORD && !ja_draft_shows(draft, JA_SIGN_PASSIVE);
    bool active = nameless && match->cue->part == JA_VERB &&
                  ja_cue_has_slot(match->cue, JA_ROLE_ACCUSER, JA_NSUBJ);
    if (draft->stop == JA_STOP_NONE &&
        (against.count == 0 || active || (presupposed && by.count == 0 && charge == JA_NO_WORD)))
        draft->stop = JA_STOP_NO_ROLE;
    if (mutual)
        accuse_each_other(reading, reading->draft_count - 1);
    else if (presupposed && draft->stop == JA_STOP_NONE)
        ja_indices_add(reading->arena, &reading->drafts[denial_index].answers,
                       reading->draft_count - 1);
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
         (ja_first_child(reading, word, JA_DEP_NMOD) == JA_NO_WORD ||
          tells_wrong(reading, word))); /* not "rumours of a merger" */
    bool pronoun = ja_word_at(reading, word)->upos == JA_UPOS_PRON ||
                   ja_word_at(reading, word)->upos == JA_UPOS_DET;
    bool clause = ja_is_predicate(reading, word);
    bool wrong = !accusation && tells_wrong(reading, word);
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
    return has_role(cue, JA_ROLE_DENIER) || has_role(cue, JA_ROLE_SPEAKER);
}

/* "denied PERU a win": whose object is somebody denies no accusation. */
static bool denies_somebody(const ja_reading *reading, const open_frame *frame,
                            const ja_draft *draft)
{
    if (frame->match->cue->part != JA_VERB || frame->match->count > 1 ||
        draft->charge_word != JA_NO_WORD || ja_is_passive(reading, frame->word))
        return false;
    size_t object = ja_patient(reading, frame->word);
    return object != JA_NO_WORD && object > frame->word && is_actor(reading, object) &&
           !ja_is_upos(reading, object, JA_UPOS_PRON) &&
           ja_cue_has_slot(frame->match->cue, JA_ROLE_CHARGE, JA_OBJ);
}

static void read_denial(ja_reading *reading, const ja_cue_match *match, jaccuse_act act)
{
    open_frame frame = open_at(reading, match);
    ja_verdict verdict = ja_judge(reading, match);
    ja_draft *draft = ja_add_draft(reading, act, frame.word);
    if (!draft)
        return;
    set_cue(reading, draft, match);
    draft->stop = verdict.stop;
    draft->certainty = verdict.certainty;
    draft->by = fill_role(reading, &frame, JA_ROLE_DENIER, &draft->by_word);
    if (draft->by.count == 0)
        draft->by = fill_role(reading, &frame, JA_ROLE_SPEAKER, &draft->by_word);
    if (draft->by.count == 0 && (!has_denier(match->cue) || draft->by_word == JA_NO_WORD))
        add_speakers(reading, frame.root, draft);
    if (act == JACCUSE_DECLINE) {
        draft->stop = draft->by.count ? JA_STOP_NONE : JA_STOP_NO_ROLE;
        return;
    }
    bool said = match->cue->part == JA_ADJECTIVE || match->cue->part == JA_NOUN;
    if (draft->stop == JA_STOP_NONE && said && !has_denier(match->cue) &&
        !is_said_of_something(reading, frame.word)) {
        bool quoted = reading->utterance_of_word[frame.word] != JA_NO_UTTERANCE &&
                      match->cue->part == JA_NOUN;
        ja_draft_sign(draft, JA_SIGN_DEEP, quoted);
        draft->stop = quoted ? JA_STOP_NONE : JA_STOP_NO_ROLE;
    }
    draft->charge_word = charge_word(reading, &frame);
    if (draft->stop == JA_STOP_NONE && denies_somebody(reading, &frame, draft))
        draft->stop = JA_STOP_NO_ROLE;
    describe_denied(reading, draft);
    ja_draft_sign(draft, JA_SIGN_PASSIVE,
                  match->cue->part == JA_VERB && ja_is_passive(reading, frame.word));
    if (draft->by.count == 0 && draft->stop == JA_STOP_NONE)
        draft->stop = JA_STOP_NO_ROLE;
}

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
    if (is_settled(reading, cue))
        return;
    switch (match->cue->class) {
    case JA_CUE_ACCUSE:
    case JA_CUE_SUSPECT:
        if (!ja_alleges(match->cue))
            read_accusation(reading, match);
        break;
    case JA_CUE_DENY:
        read_denial(reading, match, JACCUSE_DENY);
        break;
    case JA_CUE_DECLINE:
        read_denial(reading, match, JACCUSE_DECLINE);
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
