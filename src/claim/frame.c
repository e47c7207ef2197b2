#include "claim/frame.h"

#include "claim/clause.h"
#include "claim/noun_actor.h"
#include "claim/relative.h"
#include "claim/utterance.h"

size_t ja_last_word(const ja_reading *reading, const ja_cue_match *match)
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
    size_t of = ja_first_child(reading, noun, JA_DEP_NMOD);
    if (that == JA_NO_WORD && of != JA_NO_WORD)
        that = ja_first_child(reading, of, JA_DEP_RELCL); /* "suspicions of fraud that HANG over" */
    if (made == JA_NO_WORD)
        made = that; /* "the accusation that A LEVELLED at B" */
    bool object = branch->relation == JA_DEP_OBJ || branch->relation == JA_DEP_OBL ||
                  branch->relation == JA_DEP_NSUBJ_PASS;
    *bears = false;
    bool told = branch->relation != JA_DEP_OBL; /* not "joked AFTER the accusations" */
    if (made != JA_NO_WORD && ja_word_is(reading, made, JA_FUNCTION_SUPPORT))
        return made;
    if (object && branch->head != JA_NO_WORD &&
        (ja_word_is(reading, branch->head, JA_FUNCTION_SUPPORT) ||
         (told && ja_is_class(reading, branch->head, JA_CUE_SPEECH))))
        return branch->head;
    size_t bearing = branch->relation == JA_DEP_NSUBJ ? branch->head
                     : that != JA_NO_WORD             ? that
                                                      : made;
    *bears = bearing != JA_NO_WORD && ja_word_is(reading, bearing, JA_FUNCTION_BURDEN);
    return *bears ? bearing : JA_NO_WORD;
}

/* On whom an accusation bears: "suspicions DOG B", "accusations HANG over B". */
static size_t borne_by(const ja_reading *reading, size_t verb)
{
    size_t object = ja_first_child(reading, verb, JA_DEP_OBJ);
    for (size_t child = ja_first_child(reading, verb, JA_DEP_OBL);
         child != JA_NO_WORD && ja_actor_at(reading, object) == JACCUSE_NONE;
         child = ja_child(&reading->forest, verb, JA_DEP_OBL, child))
        if (child > verb)
            object = child;
    return object;
}

/* Who has to bear what the noun tells: the subject of "B FACES accusations", what is done to whom
 * by "accusations DOGGED B", "B is DOGGED by accusations"; JA_NO_WORD: nobody. */
static size_t bearer_of(const ja_reading *reading, size_t noun)
{
    size_t faced = ja_first_child(reading, noun, JA_DEP_RELCL);
    const ja_branch *branch = ja_branch_at(reading, noun);
    while (branch->relation == JA_DEP_NMOD && !ja_is_named(reading, branch->head) &&
           ja_branch_at(reading, branch->head)->relation != JA_DEP_NSUBJ)
        branch = ja_branch_at(reading, branch->head); /* "a STRING of charges" */
    size_t verb = branch->head;
    if (branch->relation == JA_DEP_OBJ && ja_word_is(reading, verb, JA_FUNCTION_BEARER))
        return ja_agent(reading, verb);
    bool by = branch->relation == JA_DEP_OBL_AGENT || branch->relation == JA_DEP_OBL;
    if (by && ja_word_is(reading, verb, JA_FUNCTION_BURDEN) && ja_is_passive(reading, verb))
        return ja_subject(reading, verb);
    return faced != JA_NO_WORD && ja_word_is(reading, faced, JA_FUNCTION_BEARER)
               ? ja_own_subject(reading, faced) /* "the accusations that B FACES" */
               : JA_NO_WORD;
}

/* The word that heads a cue; of "BEEN falsely accused" the verb rather than its auxiliary. */
static size_t heading_word(const ja_reading *reading, const ja_cue_match *match)
{
    size_t word = reading->forest.word_of_token[match->head];
    const ja_branch *branch = ja_branch_at(reading, word);
    bool auxiliary = branch->relation == JA_DEP_AUX || branch->relation == JA_DEP_AUX_PASS ||
                     branch->relation == JA_DEP_AUX_TENSE;
    return auxiliary && branch->head > word && branch->head <= ja_last_word(reading, match)
               ? branch->head
               : word;
}

ja_frame ja_open_frame(const ja_reading *reading, const ja_cue_match *match)
{
    size_t first = reading->forest.word_of_token[match->first];
    size_t last = ja_last_word(reading, match);
    ja_frame frame = {match, heading_word(reading, match), JA_NO_WORD, JA_NO_WORD, false,
                      JA_NO_WORD, false};
    for (size_t i = first; i <= last && frame.root == JA_NO_WORD; i++) {
        size_t head = ja_branch_at(reading, i)->head;
        if (head == JA_NO_WORD || head < first || head > last)
            frame.root = i;
    }
    if (frame.root == JA_NO_WORD || match->cue->part == JA_VERB)
        frame.root = frame.word;
    if (match->cue->part == JA_NOUN) {
        frame.support = support_of(reading, frame.word, &frame.bears);
        frame.bearer = frame.bears ? borne_by(reading, frame.support)
                                   : bearer_of(reading, frame.word);
    }
    return frame;
}

/* Of what a phrase that is no predicate is said: the subject of the clause it stands in. */
static size_t said_of(const ja_reading *reading, const ja_frame *frame)
{
    size_t subject = ja_subject(reading, frame->root);
    if (subject != JA_NO_WORD)
        return subject;
    size_t clause = ja_clause_of(reading, frame->root);
    return clause == frame->root ? JA_NO_WORD : ja_subject(reading, clause);
}

/* What the last preposition of a phrase governs. */
static size_t governed_by_phrase(const ja_reading *reading, const ja_frame *frame)
{
    size_t last = ja_last_word(reading, frame->match);
    const ja_branch *branch = ja_branch_at(reading, last);
    bool small = branch->relation == JA_DEP_CASE || branch->relation == JA_DEP_MARK;
    if (small && branch->head != JA_NO_WORD && branch->head > last)
        return branch->head;
    return ja_patient(reading, frame->word);
}

/* The word behind the marker, at any word of the cue or at the verb that carries it. */
static size_t marked_of(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot)
{
    ja_slice marker = slot->marker;
    size_t found = ja_marked(reading, frame->word, marker);
    size_t last = ja_last_word(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first];
         i <= last && found == JA_NO_WORD; i++)
        found = ja_marked(reading, i, marker);
    if (found == JA_NO_WORD && frame->root != frame->word)
        found = ja_marked(reading, frame->root, marker);
    if (found == JA_NO_WORD && frame->support != JA_NO_WORD)
        found = ja_marked(reading, frame->support, marker);
    const ja_branch *branch = ja_branch_at(reading, frame->word);
    bool subject = branch->relation == JA_DEP_NSUBJ ||
                   (branch->relation == JA_DEP_NSUBJ_PASS && slot->role == JA_ROLE_ACCUSED);
    if (found == JA_NO_WORD && subject && branch->head != JA_NO_WORD &&
        frame->match->cue->part == JA_NOUN)
        found = ja_marked(reading, branch->head, marker); /* "suspicions FALL on B" */
    return found;
}

/* "s'inscrit en faux CONTRE". */
static bool ends_in_preposition(const ja_reading *reading, const ja_frame *frame)
{
    size_t last = ja_last_word(reading, frame->match);
    return last != frame->word && ja_word_at(reading, last)->upos == JA_UPOS_ADP;
}

/* The object of a verb or phrase; of "s'inscrit en faux CONTRE" what the preposition governs. */
static size_t object_of(const ja_reading *reading, const ja_frame *frame)
{
    if (frame->match->cue->part != JA_VERB)
        return governed_by_phrase(reading, frame);
    size_t patient = ja_patient(reading, frame->word);
    bool reflexive = patient != JA_NO_WORD && ja_has_feature(reading, patient, "Reflex=Yes");
    return ends_in_preposition(reading, frame) && (patient == JA_NO_WORD || reflexive)
               ? governed_by_phrase(reading, frame)
               : patient;
}

/* A child of the cue's head, but none of the cue's own words ("EN vouloir à B"). */
static size_t clause_child(const ja_reading *reading, const ja_frame *frame, ja_deprel relation)
{
    size_t first = reading->forest.word_of_token[frame->match->first];
    size_t child = ja_first_child(reading, frame->word, relation);
    while (child != JA_NO_WORD && child >= first && child <= ja_last_word(reading, frame->match))
        child = ja_child(&reading->forest, frame->word, relation, child);
    if (child == JA_NO_WORD && frame->root != frame->word)
        child = ja_first_child(reading, frame->root, relation);
    return child;
}

/* Whose one of the cue's words is: "lays it at Russia's DOOR". */
static size_t possessor_of(const ja_reading *reading, const ja_frame *frame)
{
    size_t found = ja_possessor(reading, frame->word);
    size_t last = ja_last_word(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first];
         i <= last && found == JA_NO_WORD; i++)
        found = ja_possessor(reading, i);
    return found;
}

/* "A, spokesman of B, accuses C", where the tree makes C the subject: somebody else stands before
 * the verb, and its object is missing. */
static bool is_mistaken_subject(const ja_reading *reading, const ja_frame *frame)
{
    size_t verb = frame->word, subject = ja_first_child(reading, verb, JA_DEP_NSUBJ);
    if (frame->match->cue->part != JA_VERB || subject == JA_NO_WORD || subject < verb ||
        !ja_cue_has_slot(frame->match->cue, JA_ROLE_ACCUSED, JA_OBJ) ||
        ja_first_child(reading, verb, JA_DEP_OBJ) != JA_NO_WORD)
        return false;
    size_t before = ja_subject_nearby(reading, verb);
    return before != JA_NO_WORD && before < verb;
}

static size_t subject_slot(const ja_reading *reading, const ja_frame *frame, ja_role role)
{
    if (frame->match->cue->part != JA_VERB)
        return said_of(reading, frame);
    if (role == JA_ROLE_DENIER || role == JA_ROLE_SPEAKER)
        return ja_speaker_of_verb(reading, frame->word);
    if (role == JA_ROLE_ACCUSER && is_mistaken_subject(reading, frame))
        return ja_subject_nearby(reading, frame->word);
    return role == JA_ROLE_ACCUSED && !ja_is_passive(reading, frame->word)
               ? ja_subject(reading, frame->word)
               : ja_agent(reading, frame->word);
}

/* "arrested B ON SUSPICION of": to whom the clause is done that the phrase stands in. */
static size_t done_to(const ja_reading *reading, const ja_frame *frame)
{
    size_t clause = ja_clause_of(reading, frame->root);
    return clause != frame->root && ja_is_verb(reading, clause) ? ja_patient(reading, clause)
                                                                : JA_NO_WORD;
}

/* The word behind the marker beneath what the noun is charged with: "complaints of fraud AGAINST
 * B".
 */
static size_t marked_beneath_charge(const ja_reading *reading, const ja_frame *frame,
                                    ja_slice marker)
{
    size_t last = ja_last_word(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first]; i <= last; i++)
        for (size_t child = ja_first_child(reading, i, JA_DEP_NMOD); child != JA_NO_WORD;
             child = ja_child(&reading->forest, i, JA_DEP_NMOD, child)) {
            size_t found =
                ja_is_named(reading, child) ? JA_NO_WORD : ja_marked(reading, child, marker);
            if (ja_actor_at(reading, found) != JACCUSE_NONE)
                return found;
        }
    return JA_NO_WORD;
}

/* "accused BY A": the agent of a passive is not the accused. */
static bool is_agent_itself(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot,
                            size_t found)
{
    return slot->role == JA_ROLE_ACCUSED && frame->match->cue->part == JA_VERB &&
           ja_is_passive(reading, frame->word) && found == ja_agent(reading, frame->word);
}

/* "reproche À B", "accuses OF"; of "B s'est vu REPROCHER", which has its dative as subject, that.
 */
static size_t oblique_of(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot)
{
    if (slot->role == JA_ROLE_ACCUSED && ja_undergoes(reading, frame->word))
        return ja_subject(reading, frame->word);
    if (slot->relation == JA_OBL && frame->match->cue->part == JA_NOUN && frame->match->count == 1)
        return frame->support == JA_NO_WORD /* "accusations were LEVELLED AT B" */
                   ? JA_NO_WORD
                   : ja_marked(reading, frame->support, slot->marker);
    size_t found = slot->marker.length ? marked_of(reading, frame, slot) : JA_NO_WORD;
    if (found == JA_NO_WORD && slot->marker.length && slot->role == JA_ROLE_ACCUSED &&
        !ja_lexicon_has(reading->lexicon, slot->marker, JA_FUNCTION_AUTHOR) &&
        frame->match->cue->part != JA_VERB)
        found = marked_beneath_charge(reading, frame, slot->marker);
    if (slot->marker.length)
        return is_agent_itself(reading, frame, slot, found) ? JA_NO_WORD : found;
    if (slot->relation == JA_IOBJ && frame->match->cue->part == JA_PHRASE)
        return done_to(reading, frame);
    return clause_child(reading, frame, slot->relation == JA_ADVCL ? JA_DEP_ADVCL : JA_DEP_IOBJ);
}

/* The word that holds a slot, JA_NO_WORD: nobody. */
size_t ja_slot_holder(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot)
{
    switch (slot->relation) {
    case JA_NSUBJ:
        return subject_slot(reading, frame, slot->role);
    case JA_OBJ:
        if (slot->role == JA_ROLE_ACCUSED && is_mistaken_subject(reading, frame))
            return ja_first_child(reading, frame->word, JA_DEP_NSUBJ);
        return object_of(reading, frame);
    case JA_OBL:
    case JA_NMOD:
    case JA_IOBJ:
    case JA_ADVCL:
        return oblique_of(reading, frame, slot);
    case JA_NMOD_POSS:
        return possessor_of(reading, frame);
    case JA_AMOD:
        return ja_demonym(reading, frame->word);
    case JA_CCOMP:
        return clause_child(reading, frame, JA_DEP_CCOMP);
    case JA_XCOMP:
        return clause_child(reading, frame, JA_DEP_XCOMP);
    case JA_ACL: {
        size_t clause = clause_child(reading, frame, JA_DEP_ACL);
        return clause == frame->support ? JA_NO_WORD : clause; /* "charges BROUGHT by A" */
    }
    case JA_RELATION_COUNT:
        break;
    }
    return JA_NO_WORD;
}

/* The same by the order of the words. */
static size_t holder_nearby(const ja_reading *reading, const ja_frame *frame, const ja_slot *slot)
{
    size_t word = frame->word, last = ja_last_word(reading, frame->match);
    bool passive = ja_is_passive(reading, word);
    if (slot->marker.length) {
        size_t found = ja_marked_nearby(reading, last, slot->marker);
        return found == JA_NO_WORD && frame->support != JA_NO_WORD
                   ? ja_marked_nearby(reading, frame->support, slot->marker)
                   : found;
    }
    if (frame->match->cue->part != JA_VERB)
        return JA_NO_WORD;
    if (slot->relation == JA_OBJ) {
        size_t found = passive ? ja_subject_nearby(reading, word) : ja_object_nearby(reading, last);
        bool inverted = !passive && found == ja_own_subject(reading, word); /* "..., ALLEGED A" */
        return inverted ? JA_NO_WORD : found;
    }
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
ja_indices ja_fill_role(ja_reading *reading, ja_frame *frame, ja_role role, size_t *word)
{
    ja_indices actors = {0};
    const ja_cue *cue = frame->match->cue;
    *word = JA_NO_WORD;
    for (size_t i = 0; i < cue->slot_count && actors.count == 0; i++) {
        if (cue->slots[i].role != role)
            continue;
        size_t found = ja_slot_holder(reading, frame, &cue->slots[i]);
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
static size_t governed_by_last(const ja_reading *reading, const ja_frame *frame)
{
    size_t last = ja_last_word(reading, frame->match);
    size_t head = ja_branch_at(reading, last)->head;
    return last != frame->word && head != JA_NO_WORD && head > last ? head : JA_NO_WORD;
}

size_t ja_charge_word(const ja_reading *reading, const ja_frame *frame)
{
    const ja_cue *cue = frame->match->cue;
    for (size_t i = 0; i < cue->slot_count; i++) {
        size_t found = cue->slots[i].role == JA_ROLE_CHARGE
                           ? ja_slot_holder(reading, frame, &cue->slots[i])
                           : JA_NO_WORD;
        if (found != JA_NO_WORD && !ja_is_named(reading, found))
            return found;
    }
    return governed_by_last(reading, frame);
}

void ja_set_cue(const ja_reading *reading, ja_draft *draft, const ja_cue_match *match)
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

/* Whether one of the words beneath is a wrong. */
bool ja_tells_wrong(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD)
        return false;
    const ja_branch *branch = ja_branch_at(reading, word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (ja_is_class(reading, i, JA_CUE_WRONG))
            return true;
    return false;
}

bool ja_has_role(const ja_cue *cue, ja_role role)
{
    for (size_t i = 0; i < cue->slot_count; i++)
        if (cue->slots[i].role == role)
            return true;
    return false;
}
