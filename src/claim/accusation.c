/* Accusations that a cue word opens. */
#include "claim/accuser.h"
#include "claim/clause.h"
#include "claim/frame.h"
#include "claim/judge.h"
#include "claim/relative.h"
#include "claim/steps.h"

static const size_t INCLUDED_REACH = 25; /* words between a number of people and their names */
static const size_t LISTED_REACH = 4;    /* words between a comma and the first name of a list */

static void remove_from(ja_indices *indices, const ja_indices *others)
{
    size_t kept = 0;
    for (size_t i = 0; i < indices->count; i++)
        if (!ja_indices_have(others, indices->at[i]))
            indices->at[kept++] = indices->at[i];
    indices->count = kept;
}

/* Who does it, told by a participle: "violence COMMITTED by militias". */
static size_t doer_of_wrong(const ja_reading *reading, size_t word)
{
    size_t done = ja_first_child(reading, word, JA_DEP_ACL);
    return done != JA_NO_WORD && ja_word_is(reading, done, JA_FUNCTION_COMMIT) &&
                   ja_is_passive(reading, done)
               ? ja_agent(reading, done)
               : JA_NO_WORD;
}

/* Whose the wrong is: who does it, "by" whom it is ("the jailing of reporters BY B"), its owner. */
static size_t author_of_wrong(const ja_reading *reading, size_t word)
{
    size_t author = doer_of_wrong(reading, word);
    if (ja_actor_at(reading, author) == JACCUSE_NONE)
        author = ja_agent_nearby(reading, word);
    return author == JA_NO_WORD ? ja_author(reading, word) : author;
}

/* A name, also of an organisation behind what it is ("the NGO SHERPA"): nobody owns it. */
static bool is_proper(const ja_reading *reading, size_t word)
{
    size_t name = ja_first_child(reading, word, JA_DEP_NMOD);
    size_t actor = ja_actor_at(reading, word);
    while (name != JA_NO_WORD && name < word)
        name = ja_child(&reading->forest, word, JA_DEP_NMOD, name);
    return ja_is_upos(reading, word, JA_UPOS_PROPN) ||
           (name == word + 1 && actor != JACCUSE_NONE &&
            reading->actors.at[actor].kind != JACCUSE_PERSON &&
            ja_is_upos(reading, name, JA_UPOS_PROPN));
}

/* "B, DONT A dénonce les mensonges": whose the charge is stands in a relative pronoun that the tree
 * hangs on the verb, or on its subject, which is a name. */
static size_t owner_in_relative(const ja_reading *reading, const ja_frame *frame)
{
    size_t verb = frame->word, subject = ja_own_subject(reading, verb);
    size_t pronoun = ja_first_child(reading, verb, JA_DEP_NMOD);
    if (pronoun == JA_NO_WORD && subject != JA_NO_WORD)
        pronoun = ja_first_child(reading, subject, JA_DEP_NMOD); /* a name has no such owner */
    if (frame->match->cue->part != JA_VERB || pronoun == JA_NO_WORD || subject == JA_NO_WORD ||
        pronoun > subject || !ja_has_feature(reading, pronoun, "PronType=Rel") ||
        !is_proper(reading, subject) || ja_first_child(reading, pronoun, JA_DEP_CASE) != JA_NO_WORD)
        return JA_NO_WORD;
    return ja_meant(reading, pronoun);
}

/* "HIS rival": the owner is not meant. */
static bool has_pronoun_owner(const ja_reading *reading, size_t word)
{
    size_t owner = ja_possessor(reading, word);
    return owner != JA_NO_WORD && !ja_is_upos(reading, owner, JA_UPOS_PROPN) &&
           !ja_is_upos(reading, owner, JA_UPOS_NOUN);
}

/* "sees proof THAT B LIED": who acts in the clause at one of the cue's words. */
static size_t agent_of_clause(const ja_reading *reading, const ja_frame *frame)
{
    static const ja_deprel clauses[] = {JA_DEP_CCOMP, JA_DEP_ACL, JA_DEP_RELCL};
    size_t last = ja_last_word(reading, frame->match);
    for (size_t i = reading->forest.word_of_token[frame->match->first]; i <= last; i++)
        for (size_t k = 0; k < sizeof clauses / sizeof *clauses; k++) {
            size_t clause = ja_first_child(reading, i, clauses[k]);
            size_t agent = clause == JA_NO_WORD || clause <= last ? JA_NO_WORD
                                                                  : ja_own_subject(reading, clause);
            if (agent != JA_NO_WORD && agent > last && !ja_is_passive(reading, clause) &&
                ja_actor_at(reading, agent) != JACCUSE_NONE)
                return agent;
        }
    return JA_NO_WORD;
}

/* "accused a French TEACHER": nobody in particular, and not the one whose he is. */
static bool is_anybody(const ja_reading *reading, size_t word)
{
    size_t actor = ja_actor_at(reading, word);
    if (actor == JACCUSE_NONE || !reading->actors.at[actor].anonymous)
        return false;
    jaccuse_kind kind = reading->actors.at[actor].kind;
    return kind == JACCUSE_PERSON || kind == JACCUSE_GROUP || kind == JACCUSE_COMPANY ||
           kind == JACCUSE_MEDIA;
}

/* "accuses a COUSIN of B of theft": who has a charge of his own beside him is no wrong that might
 * be B's. */
static bool is_somebody_charged(const ja_reading *reading, const ja_frame *frame,
                                const ja_slot *slot, size_t word)
{
    size_t charge = slot->role == JA_ROLE_ACCUSED ? ja_charge_word(reading, frame) : JA_NO_WORD;
    return charge != JA_NO_WORD && charge != word && ja_is_upos(reading, word, JA_UPOS_NOUN) &&
           !ja_is_class(reading, word, JA_CUE_WRONG);
}

/* Whether the preposition stands in the clause behind the word, and not before a time. */
static bool has_preposition_behind(const ja_reading *reading, size_t word, ja_slice marker)
{
    const ja_sentence *sentence = ja_sentence_around(reading, word);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i + 1 < end && !ja_is_punct(reading, i); i++)
        if (ja_equal(ja_word_at(reading, i)->form, marker) &&
            !ja_word_is(reading, i + 1, JA_FUNCTION_TIME))
            return true;
    return false;
}

/* "blames the state of the hospitals ON shortages": whether the object of the verb is the charge,
 * by this frame or another, and the accused stands behind a preposition. */
static bool has_blamed_object(const ja_reading *reading, const ja_frame *frame)
{
    size_t first = frame->match->first;
    for (size_t k = ja_first_cue(reading, first);
         k < reading->cue_count && reading->cues[k].first == first; k++) {
        const ja_cue *cue = reading->cues[k].cue;
        bool object = ja_cue_has_slot(cue, JA_ROLE_CHARGE, JA_OBJ);
        for (size_t i = 0; object && i < cue->slot_count; i++)
            if (cue->slots[i].role == JA_ROLE_ACCUSED && cue->slots[i].relation == JA_OBL &&
                has_preposition_behind(reading, frame->word, cue->slots[i].marker))
                return true;
    }
    return false;
}

/* Where no slot names the accused: whose the wrong is that is denounced ("denounces Russia's
 * LIES"), who acts in the clause that is charged ("the accusation that Russia lied"). */
static size_t accused_by_charge(const ja_reading *reading, const ja_frame *frame, size_t by_word)
{
    const ja_cue *cue = frame->match->cue;
    for (size_t i = 0; i < cue->slot_count; i++) {
        const ja_slot *slot = &cue->slots[i];
        size_t word = ja_slot_holder(reading, frame, slot);
        bool wanted = slot->role == JA_ROLE_CHARGE || slot->role == JA_ROLE_ACCUSED;
        if (word == JA_NO_WORD || word == by_word || !wanted || is_anybody(reading, word) ||
            is_somebody_charged(reading, frame, slot, word) ||
            (slot->relation == JA_OBJ && has_blamed_object(reading, frame)))
            continue;
        size_t who = JA_NO_WORD;
        if (ja_is_predicate(reading, word))
            who = ja_agent(reading, word);
        else if (ja_tells_wrong(reading, word) || !has_pronoun_owner(reading, word))
            who = author_of_wrong(reading, word);
        bool itself =
            who == frame->word; /* "A's CHARGE of burning": whoever charges burns nothing */
        if (!itself && ja_actor_at(reading, who) != JACCUSE_NONE)
            return who;
    }
    size_t owner = owner_in_relative(reading, frame);
    return owner == JA_NO_WORD ? agent_of_clause(reading, frame) : owner;
}

/* The denial that governs an accusing noun: "REJECTS American accusations", "rejects as false the
 * accusations"; or that says something of it: "the accusations are FALSE". */
static ja_draft *governing_denial(ja_reading *reading, const ja_frame *frame)
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
static ja_draft *denial_beside(ja_reading *reading, const ja_frame *frame, const ja_indices *by)
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

static void describe_accusation(const ja_reading *reading, const ja_frame *frame, ja_draft *draft)
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
                  ja_tells_wrong(reading, charge == JA_NO_WORD ? frame->word : charge));
    ja_draft_sign(draft, JA_SIGN_NEARBY, frame->nearby);
    ja_draft_sign(draft, JA_SIGN_SUSPECT, cue->class == JA_CUE_SUSPECT);
    ja_set_charge(reading, draft, charge);
}

/* "accused Israel of murder and the UNITED STATES of complicity": a second accused whom the tree
 * hangs on the first charge, or on the verb as another object. */
static void add_conjoined(const ja_reading *reading, size_t word, ja_indices *against)
{
    for (size_t other = ja_first_child(reading, word, JA_DEP_CONJ); other != JA_NO_WORD;
         other = ja_child(&reading->forest, word, JA_DEP_CONJ, other))
        if (!ja_is_predicate(reading, other) && ja_is_named(reading, other) &&
            ja_first_child(reading, other, JA_DEP_CASE) == JA_NO_WORD)
            ja_indices_add(reading->arena, against, ja_actor_at(reading, other));
}

static void add_gapped(const ja_reading *reading, const ja_frame *frame, ja_indices *against)
{
    const ja_cue *cue = frame->match->cue;
    if (against->count == 0 || !ja_cue_has_slot(cue, JA_ROLE_ACCUSED, JA_OBJ))
        return;
    size_t charge = ja_charge_word(reading, frame);
    if (charge != JA_NO_WORD)
        add_conjoined(reading, charge, against);
    if (cue->part != JA_VERB)
        return;
    add_conjoined(reading, frame->word, against);
    for (size_t other = ja_first_child(reading, frame->word, JA_DEP_OBJ); other != JA_NO_WORD;
         other = ja_child(&reading->forest, frame->word, JA_DEP_OBJ, other))
        if (ja_first_child(reading, other, JA_DEP_CC) != JA_NO_WORD &&
            !ja_is_excepted(reading, other))
            ja_indices_add(reading->arena, against, ja_actor_at(reading, other));
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

/* "five people, INCLUDING A and B, are accused": who of a number is named. */
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

/* The word behind a noun and its adjectives, or behind the mention that it heads. */
static size_t behind_noun(const ja_reading *reading, size_t word)
{
    size_t mention = ja_mention_at(reading, word), next = word + 1;
    if (mention != JA_NO_MENTION) {
        const ja_mention *at = &reading->mentions.at[mention];
        next = reading->forest.word_of_token[at->first + at->count - 1] + 1;
    }
    size_t end = reading->document->word_count;
    while (next < end && ja_is_upos(reading, next, JA_UPOS_ADJ))
        next++;
    return next > word ? next : word + 1;
}

/* The name that starts within a few words behind the comma, before any verb or mark. */
static size_t name_behind_comma(const ja_reading *reading, size_t comma)
{
    const ja_sentence *sentence = ja_sentence_around(reading, comma - 1);
    size_t end = sentence->first_word + sentence->word_count;
    if (comma >= end || !ja_is_comma(reading, comma))
        return JA_NO_WORD;
    for (size_t i = comma + 1; i < end && i <= comma + LISTED_REACH; i++) {
        if (ja_is_punct(reading, i) || ja_is_verb(reading, i))
            return JA_NO_WORD;
        if (ja_is_named(reading, i))
            return ja_phrase_head(reading, i);
    }
    return JA_NO_WORD;
}

/* "suspects two other deputies, A AND B", "accuses his former boss, COLONEL A, of": who a plural
 * is, or one person before the charge, told behind its comma. */
static void add_listed(const ja_reading *reading, const ja_frame *frame, size_t word,
                       ja_indices *against)
{
    if (word == JA_NO_WORD || !ja_is_upos(reading, word, JA_UPOS_NOUN))
        return;
    size_t mention = ja_mention_at(reading, word), charge = ja_charge_word(reading, frame);
    bool plural = mention != JA_NO_MENTION && reading->mentions.at[mention].plural;
    size_t name = name_behind_comma(reading, behind_noun(reading, word));
    size_t actor = ja_actor_at(reading, name);
    bool one = !plural && actor != JACCUSE_NONE && charge != JA_NO_WORD && charge > name &&
               reading->actors.at[actor].kind == JACCUSE_PERSON &&
               ja_has_feature(reading, word, "Number=Sing");
    if (plural || one)
        ja_add_actors(reading, name, against);
}

/* "Huawei ACCUSED of spying": in titles the passive goes without its auxiliary. */
static bool is_short_passive(const ja_reading *reading, const ja_frame *frame)
{
    const ja_cue *cue = frame->match->cue;
    size_t last = ja_last_word(reading, frame->match);
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

/* "A and B TRADED ACCUSATIONS": the frame has one place for both sides. */
static bool is_mutual(const ja_cue *cue)
{
    return cue->part == JA_VERB && ja_cue_has_slot(cue, JA_ROLE_ACCUSER, JA_NSUBJ) &&
           ja_cue_has_slot(cue, JA_ROLE_ACCUSED, JA_NSUBJ);
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

/* Who accuses whom of what, while it is put together. */
typedef struct parties {
    ja_indices by, against;
    size_t by_word, against_word;
    size_t denial; /* the draft that denies it in the same breath, or JACCUSE_NONE */
    bool assumed;  /* accused is who denies, since nobody else is named */
    bool turned;   /* a passive without its auxiliary */
    size_t blamed; /* the charge that such a passive has before it, or JA_NO_WORD */
    bool mutual;   /* each accuses the others */
} parties;

/* Accusers of a verb who stand elsewhere than its subject or agent, or beside it. */
static void find_other_accusers(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    bool passive = ja_is_passive(reading, frame->word);
    size_t document = passive ? JA_NO_WORD : ja_document_before(reading, frame->word);
    if (document != JA_NO_WORD) {
        of->by = (ja_indices){0};
        of->by_word = document;
    }
    size_t named = ja_one_of(reading, of->by_word);
    if (named == JA_NO_WORD && of->by.count == 0 && !passive)
        named = ja_document_author(reading, of->by_word);
    if (named != JA_NO_WORD) {
        of->by = (ja_indices){0};
        of->by_word = named;
        ja_add_actors(reading, named, &of->by);
    }
    if (passive)
        ja_add_agents(reading, frame->word, ja_charge_word(reading, frame), &of->by);
    else
        ja_add_companions(reading, frame->word, of->by_word, &of->by);
}

/* The clause that an accusing verb behind it tells, with its subject at the end: "B lied, DÉNONCE
 * A"; JA_NO_WORD: the verb has an object or a charge of its own. */
static size_t told_clause(const ja_reading *reading, const ja_frame *frame)
{
    size_t verb = frame->word, subject = JA_NO_WORD;
    const ja_branch *branch = ja_branch_at(reading, verb);
    if (frame->match->cue->part != JA_VERB || branch->relation != JA_DEP_PARATAXIS ||
        branch->head > verb || !ja_is_predicate(reading, branch->head) ||
        !ja_has_feature(reading, verb, "VerbForm=Fin") || !ja_is_comma(reading, verb - 1))
        return JA_NO_WORD;
    for (size_t child = branch->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        bool known = ja_is_named(reading, child) && child > verb;
        if (relation == JA_DEP_XCOMP || relation == JA_DEP_OBL || relation == JA_DEP_IOBJ ||
            ((relation == JA_DEP_NSUBJ || relation == JA_DEP_OBJ) &&
             (!known || subject != JA_NO_WORD)))
            return JA_NO_WORD;
        if (relation == JA_DEP_NSUBJ || relation == JA_DEP_OBJ)
            subject = child;
    }
    return subject == JA_NO_WORD ? JA_NO_WORD : branch->head;
}

/* "B lied, DÉNONCE A": who acts in the clause that is told, where it tells a wrong. */
static bool read_told(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    size_t clause = told_clause(reading, frame);
    if (clause == JA_NO_WORD)
        return false;
    of->by_word = ja_first_child(reading, frame->word, JA_DEP_NSUBJ);
    if (of->by_word == JA_NO_WORD)
        of->by_word = ja_first_child(reading, frame->word, JA_DEP_OBJ);
    ja_add_actors(reading, of->by_word, &of->by);
    of->against_word = ja_tells_wrong(reading, clause) ? ja_agent(reading, clause) : JA_NO_WORD;
    ja_add_actors(reading, of->against_word, &of->against);
    ja_drop_anonymous(reading, &of->against);
    return true;
}

/* "accusations of FRAUD", where "of" might have told who accuses: the wrong is nobody. */
static void drop_wrong(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    if (of->by.count == 0 && of->by_word != JA_NO_WORD && frame->match->cue->part == JA_NOUN &&
        (ja_is_class(reading, of->by_word, JA_CUE_WRONG) ||
         of->by_word == ja_charge_word(reading, frame)))
        of->by_word = JA_NO_WORD;
}

/* "tant A que B ACCUSENT": a second name as subject of the verb, with no more
 * than a conjunction between. */
static void add_second_subject(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    size_t verb = frame->word, last = of->by_word;
    if (frame->match->cue->part != JA_VERB || last == JA_NO_WORD || last < 2 || last > verb ||
        ja_branch_at(reading, last)->head != verb || !ja_is_upos(reading, last, JA_UPOS_PROPN))
        return;
    size_t begin = ja_branch_at(reading, last)->begin;
    size_t other = begin >= 2 && begin < last + 1 ? begin - 2 : JA_NO_WORD;
    if (other == JA_NO_WORD || !ja_is_upos(reading, begin - 1, JA_UPOS_SCONJ) ||
        !ja_is_upos(reading, other, JA_UPOS_PROPN) ||
        ja_branch_at(reading, other)->relation != JA_DEP_NSUBJ ||
        ja_branch_at(reading, other)->head != verb)
        return;
    ja_indices_add(reading->arena, &of->by, ja_actor_at(reading, other));
}

static void find_accuser(ja_reading *reading, ja_frame *frame, parties *of)
{
    const ja_cue *cue = frame->match->cue;
    of->by = ja_fill_role(reading, frame, JA_ROLE_ACCUSER, &of->by_word);
    drop_wrong(reading, frame, of);
    add_second_subject(reading, frame, of);
    if (of->by.count == 0 && frame->support != JA_NO_WORD && !frame->bears) {
        of->by_word = ja_agent(reading, frame->support);
        ja_add_actors(reading, of->by_word, &of->by);
    }
    if (of->by.count == 0 && !ja_has_role(cue, JA_ROLE_ACCUSER) && cue->class == JA_CUE_ACCUSE)
        add_teller(reading, frame->root, &of->by, &of->by_word);
    if (cue->part == JA_VERB)
        find_other_accusers(reading, frame, of);
}

/* Several who are no more than described: "three EMPLOYEES of the town". */
static bool is_described(const ja_reading *reading, size_t word)
{
    return word != JA_NO_WORD && ja_is_upos(reading, word, JA_UPOS_NOUN) &&
           ja_first_child(reading, word, JA_DEP_NUMMOD) != JA_NO_WORD;
}

/* "UNKNOWN vandals". */
static bool is_unknown(const ja_reading *reading, size_t word)
{
    size_t adjective = word == JA_NO_WORD ? JA_NO_WORD : ja_first_child(reading, word, JA_DEP_AMOD);
    return adjective != JA_NO_WORD && ja_word_is(reading, adjective, JA_FUNCTION_UNKNOWN);
}

/* Whether the verb accuses, or is conjoined to one that does: "crie au vol et VISE B". */
static bool accuses_or_follows(const ja_reading *reading, size_t verb)
{
    const ja_branch *branch = ja_branch_at(reading, verb);
    return ja_is_class(reading, verb, JA_CUE_ACCUSE) ||
           ja_is_class(reading, verb, JA_CUE_SUSPECT) ||
           (branch->relation == JA_DEP_CONJ && ja_is_class(reading, branch->head, JA_CUE_ACCUSE));
}

/* "vise B, ACCUSÉ d'avoir …", "blames B, ACCUSED of lying": nobody is named as the accuser of a
 * participle at the object of another accusing verb, whose subject it is. */
static void accuse_by_governor(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    const ja_branch *branch = ja_branch_at(reading, frame->word);
    if (of->by_word != JA_NO_WORD || frame->match->cue->part != JA_VERB ||
        branch->relation != JA_DEP_ACL || !ja_is_past_participle(reading, frame->word))
        return;
    const ja_branch *object = ja_branch_at(reading, branch->head);
    size_t verb = object->head;
    if ((object->relation != JA_DEP_OBJ && object->relation != JA_DEP_OBL) || verb == JA_NO_WORD ||
        ja_is_passive(reading, verb) || !accuses_or_follows(reading, verb))
        return;
    of->by_word = ja_subject(reading, verb);
    ja_add_actors(reading, of->by_word, &of->by);
}

static void find_accused(ja_reading *reading, ja_frame *frame, parties *of)
{
    of->against = ja_fill_role(reading, frame, JA_ROLE_ACCUSED, &of->against_word);
    if (of->against.count == 0 && frame->bearer != JA_NO_WORD) {
        of->against_word = frame->bearer;
        ja_add_actors(reading, of->against_word, &of->against);
    }
    size_t named = ja_one_of(reading, of->against_word);
    if (named != JA_NO_WORD) {
        of->against = (ja_indices){0};
        of->against_word = named;
        ja_add_actors(reading, named, &of->against);
    }
    if (is_unknown(reading, of->against_word))
        of->against = (ja_indices){0};
    add_gapped(reading, frame, &of->against);
    ja_drop_anonymous(reading, &of->against);
    ja_indices included = {0};
    if (of->against.count == 0 || is_described(reading, of->against_word))
        add_included(reading, of->against_word, &included);
    if (included.count > 0)
        of->against = included;
    if (of->against.count == 0)
        add_listed(reading, frame, of->against_word, &of->against);
    if (of->against.count == 0) {
        size_t word = accused_by_charge(reading, frame, of->by_word);
        of->against_word = word == of->by_word ? JA_NO_WORD : word;
        ja_add_actors(reading, of->against_word, &of->against);
    }
    ja_drop_anonymous(reading, &of->against);
}

/* Who was found as the accuser is the accused of a passive without its auxiliary. */
static void turn_passive(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    if (of->against.count > 0 || of->by.count == 0 || !is_short_passive(reading, frame))
        return;
    of->turned = true;
    of->against = of->by;
    of->against_word = of->by_word;
    of->by = (ja_indices){0};
    of->by_word = ja_agent_nearby(reading, ja_last_word(reading, frame->match));
    ja_add_actors(reading, of->by_word, &of->by);
}

/* "a blast BLAMED on B": a participle with the charge before it, which the tree made its subject.
 */
static void turn_blamed(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    const ja_cue *cue = frame->match->cue;
    bool charged = cue->part == JA_VERB && ja_cue_has_slot(cue, JA_ROLE_CHARGE, JA_OBJ) &&
                   ja_cue_has_slot(cue, JA_ROLE_ACCUSED, JA_OBL);
    size_t next = ja_last_word(reading, frame->match) + 1;
    if (!charged || of->by.count > 0 || of->against.count == 0 || of->by_word == JA_NO_WORD ||
        of->by_word > frame->word ||
        ja_first_child(reading, frame->word, JA_DEP_OBJ) != JA_NO_WORD ||
        next >= reading->document->word_count || !ja_is_upos(reading, next, JA_UPOS_ADP))
        return;
    of->turned = true;
    of->blamed = of->by_word;
    of->by_word = ja_agent_nearby(reading, frame->word);
    ja_add_actors(reading, of->by_word, &of->by);
}

/* The denial that names the accusation: its denier is accused where nobody else is. */
static void find_denial(ja_reading *reading, const ja_frame *frame, parties *of)
{
    const ja_draft *denial = governing_denial(reading, frame);
    if (!denial && frame->match->cue->part == JA_NOUN && of->by.count > 0 && of->against.count == 0)
        denial = denial_beside(reading, frame, &of->by);
    of->denial = denial ? (size_t)(denial - reading->drafts) : JACCUSE_NONE;
    if (denial && ja_indices_share(&of->by, &denial->by)) { /* "A called the accusation absurd" */
        remove_from(&of->by, &denial->by);
        of->by_word = JA_NO_WORD;
    }
    of->assumed = denial && of->against.count == 0;
    if (of->assumed)
        accuse_denier(reading, denial, &of->against);
}

/* Nobody accuses himself, but each of several may accuse the others. */
static void part(const ja_reading *reading, const ja_frame *frame, parties *of)
{
    bool traded = is_mutual(frame->match->cue);
    for (size_t i = 0; traded && i < of->against.count; i++)
        ja_indices_add(reading->arena, &of->by, of->against.at[i]);
    of->mutual = (traded || is_reciprocal(reading, frame->word)) && of->by.count > 1;
    if (of->mutual) {
        of->against = of->by;
        return;
    }
    if (ja_indices_share(&of->by, &of->against))
        ja_part_pronoun(reading, &of->by, of->by_word, &of->against, of->against_word);
    remove_from(&of->by, &of->against);
}

/* Whether a role is empty that the frame cannot do without: an accused, of an active verb an
 * accuser, of what is denied one of accuser and charge. */
static bool lacks_role(const ja_cue *cue, const ja_draft *draft, const parties *of)
{
    bool nameless = of->by.count == 0 && of->by_word == JA_NO_WORD;
    bool active = nameless && !of->turned && !ja_draft_shows(draft, JA_SIGN_PASSIVE) &&
                  cue->part == JA_VERB && ja_cue_has_slot(cue, JA_ROLE_ACCUSER, JA_NSUBJ);
    bool empty =
        of->denial != JACCUSE_NONE && of->by.count == 0 && draft->charge_word == JA_NO_WORD;
    return of->against.count == 0 || active || empty;
}

/* The parties, in the order in which each needs the others. */
static parties find_parties(ja_reading *reading, ja_frame *frame)
{
    parties of = {.by_word = JA_NO_WORD, .against_word = JA_NO_WORD, .blamed = JA_NO_WORD};
    if (!read_told(reading, frame, &of)) {
        find_accuser(reading, frame, &of);
        find_accused(reading, frame, &of);
        accuse_by_governor(reading, frame, &of);
    }
    turn_passive(reading, frame, &of);
    turn_blamed(reading, frame, &of);
    find_denial(reading, frame, &of);
    part(reading, frame, &of);
    return of;
}

void ja_read_accusation(ja_reading *reading, const ja_cue_match *match)
{
    ja_frame frame = ja_open_frame(reading, match);
    ja_verdict verdict = ja_judge(reading, match);
    parties of = find_parties(reading, &frame);
    ja_draft *draft = ja_add_draft(reading, JACCUSE_ACCUSE, frame.word);
    if (!draft)
        return;
    ja_set_cue(reading, draft, match);
    draft->by = of.by;
    draft->by_word = of.by_word;
    draft->against = of.against;
    draft->against_word = of.against_word;
    draft->charge_word = of.blamed == JA_NO_WORD ? ja_charge_word(reading, &frame) : of.blamed;
    draft->certainty = verdict.certainty;
    draft->stop = verdict.stop;
    describe_accusation(reading, &frame, draft);
    ja_draft_sign(draft, JA_SIGN_PRESUPPOSED, of.denial != JACCUSE_NONE);
    ja_draft_sign(draft, JA_SIGN_PASSIVE, of.turned);
    ja_draft_sign(draft, JA_SIGN_ASSUMED, of.assumed);
    if (draft->stop == JA_STOP_NONE && lacks_role(match->cue, draft, &of))
        draft->stop = JA_STOP_NO_ROLE;
    bool kept = draft->stop == JA_STOP_NONE;
    if (of.mutual)
        accuse_each_other(reading, reading->draft_count - 1);
    else if (of.denial != JACCUSE_NONE && kept)
        ja_indices_add(reading->arena, &reading->drafts[of.denial].answers,
                       reading->draft_count - 1);
}
