/* Claims that a cue word opens: its frame tells where accuser, accused and denier stand. */
#include "base/limits.h"
#include "claim/place.h"
#include "claim/reading.h"

static const double VERB_CONFIDENCE = 0.8;
static const double NOUN_CONFIDENCE = 0.65;
static const double PHRASE_CONFIDENCE = 0.55;

/* The mention that holds a slot; in the passive, object and subject change places. */
static size_t holder(const ja_reading *reading, const ja_cue_match *match, const ja_slot *slot,
                     bool passive)
{
    switch (slot->relation) {
    case JA_NSUBJ:
        return passive ? ja_agent(reading, match) : ja_subject(reading, match);
    case JA_OBJ:
        return passive ? ja_passive_subject(reading, match) : ja_object(reading, match);
    case JA_OBL:
    case JA_NMOD:
    case JA_IOBJ:
        return slot->marker.length ? ja_marked(reading, match, slot->marker)
                                   : ja_object(reading, match);
    case JA_NMOD_POSS:
        return ja_possessor(reading, match);
    case JA_AMOD:
        return ja_demonym_beside(reading, match);
    default:
        return JA_NO_MENTION;
    }
}

/* The actors of a role: the first of its slots that is filled. */
static ja_indices fill_role(const ja_reading *reading, const ja_cue_match *match, ja_role role,
                            bool passive)
{
    ja_indices actors = {0};
    for (size_t i = 0; i < match->cue->slot_count && actors.count == 0; i++)
        if (match->cue->slots[i].role == role)
            ja_add_coordinated(reading, holder(reading, match, &match->cue->slots[i], passive),
                               &actors);
    return actors;
}

/* What is charged: from behind the cue (and its marker) to the end of the clause. */
static jaccuse_span charge_behind(const ja_reading *reading, const ja_cue_match *match)
{
    const ja_document *document = reading->document;
    const ja_sentence *sentence = ja_sentence_at(reading, match->first);
    size_t end = sentence->first + sentence->count;
    for (size_t i = match->first + match->count; i < end; i++) {
        const ja_token *token = &document->tokens[i];
        for (size_t s = 0; s < match->cue->slot_count; s++) {
            const ja_slot *slot = &match->cue->slots[s];
            bool content = slot->relation == JA_CCOMP || slot->relation == JA_ACL;
            bool starts = content ? ja_lexicon_is(reading->lexicon, token, JA_FUNCTION_THAT)
                                  : slot->marker.length && ja_equal(token->base, slot->marker);
            if (slot->role != JA_ROLE_CHARGE || !starts || i + 1 >= end)
                continue;
            size_t last = i + 1;
            while (last + 1 < end && document->tokens[last + 1].word)
                last++;
            return (jaccuse_span){document->tokens[i + 1].at.begin, document->tokens[last].at.end};
        }
        if (!token->word)
            break;
    }
    return (jaccuse_span){0, 0};
}

static double confidence_of(const ja_cue *cue)
{
    return cue->part == JA_VERB   ? VERB_CONFIDENCE
           : cue->part == JA_NOUN ? NOUN_CONFIDENCE
                                  : PHRASE_CONFIDENCE;
}

static void remove_from(ja_indices *indices, const ja_indices *others)
{
    size_t kept = 0;
    for (size_t i = 0; i < indices->count; i++)
        if (!ja_indices_have(others, indices->at[i]))
            indices->at[kept++] = indices->at[i];
    indices->count = kept;
}

/* The denial that governs an accusing noun ("rejects American accusations"): the last before it. */
static ja_draft *governing_denial(ja_reading *reading, const ja_cue_match *match)
{
    for (size_t i = reading->draft_count; i-- > 0;) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->token + 8 < match->first)
            break;
        if (draft->act == JACCUSE_DENY && draft->token < match->first &&
            draft->sentence == ja_sentence_of(reading, match->first))
            return draft;
    }
    return NULL;
}

/* A verb form behind an article is none: "the DISPUTED islands". */
static bool is_attributive(const ja_reading *reading, const ja_cue_match *match)
{
    return match->cue->part == JA_VERB && match->first > 0 &&
           ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->first - 1],
                         JA_FUNCTION_ATTRIBUTIVE);
}

/* Whether a word for a wrong stands in the sentence behind the cue. */
static bool tells_wrong(const ja_reading *reading, const ja_cue_match *match)
{
    const ja_sentence *sentence = ja_sentence_at(reading, match->first);
    return ja_cue_between(reading, JA_CUE_WRONG, match->first + match->count,
                          sentence->first + sentence->count) < reading->cue_count;
}

/* "denounces Russia's LIES": who did the wrong that is the object. */
static size_t wrongdoer(const ja_reading *reading, const ja_cue_match *match)
{
    size_t behind = match->first + match->count;
    size_t end = ja_within_sentence(reading, match->first, behind + 5);
    size_t wrong = ja_cue_between(reading, JA_CUE_WRONG, behind, end);
    if (wrong == reading->cue_count || reading->cues[wrong].cue->part != JA_NOUN ||
        !ja_cue_has_slot(match->cue, JA_ROLE_ACCUSED, JA_OBJ))
        return JA_NO_MENTION;
    return ja_author(reading, &reading->cues[wrong]);
}

static void read_accusation(ja_reading *reading, const ja_cue_match *match)
{
    ja_verdict verdict = ja_judge(reading, match);
    if (!verdict.real || is_attributive(reading, match))
        return;
    bool passive = ja_is_passive(reading, match);
    ja_indices by = fill_role(reading, match, JA_ROLE_ACCUSER, passive);
    ja_indices against = fill_role(reading, match, JA_ROLE_ACCUSED, passive);
    if (against.count == 0 && match->cue->part == JA_VERB && !passive)
        ja_add_coordinated(reading, wrongdoer(reading, match), &against);
    if (against.count == 0 && ja_cue_has_slot(match->cue, JA_ROLE_CHARGE, JA_CCOMP))
        ja_add_coordinated(reading, ja_clause_subject(reading, match), &against);
    ja_draft *denial = match->cue->part == JA_NOUN ? governing_denial(reading, match) : NULL;
    if (against.count == 0 && denial)
        for (size_t i = 0; i < denial->by.count; i++)
            ja_indices_add(reading->arena, &against,
                           ja_actor_principal(&reading->actors, denial->by.at[i]));
    jaccuse_span charge = charge_behind(reading, match);
    if (denial && by.count == 0 && charge.end == charge.begin)
        return; /* "rejects the accusations": which is for the answers to find */
    remove_from(&by, &against);
    if (against.count == 0 || (match->cue->part != JA_VERB && by.count == 0 && !denial))
        return;
    bool active = !passive && ja_cue_has_slot(match->cue, JA_ROLE_ACCUSER, JA_NSUBJ);
    if (by.count == 0 && !denial && (active || !tells_wrong(reading, match)))
        return; /* somebody accuses who is not understood, or nothing wrong is told */
    size_t denial_index = denial ? (size_t)(denial - reading->drafts) : 0;
    bool answered = denial != NULL;
    ja_draft *draft =
        ja_add_draft(reading, JACCUSE_ACCUSE, match, verdict, confidence_of(match->cue));
    draft->by = by;
    draft->against = against;
    draft->charge_at = charge;
    if (answered)
        ja_indices_add(reading->arena, &reading->drafts[denial_index].answers,
                       reading->draft_count - 1);
}

/* "A accused B. It denied it": a pronoun that denies means the accused rather than the accuser. */
static size_t rather_accused(const ja_reading *reading, const ja_cue_match *match, size_t denier)
{
    size_t subject = ja_subject(reading, match);
    if (subject == JA_NO_MENTION || reading->mentions.at[subject].type != JA_MENTION_PRONOUN ||
        reading->draft_count == 0)
        return denier;
    const ja_draft *last = &reading->drafts[reading->draft_count - 1];
    bool near = last->sentence + 1 >= ja_sentence_of(reading, match->first);
    bool accuser = last->act == JACCUSE_ACCUSE && ja_indices_have(&last->by, denier);
    return near && accuser && last->against.count == 1 ? last->against.at[0] : denier;
}

static void read_denial(ja_reading *reading, const ja_cue_match *match, jaccuse_act act)
{
    ja_verdict verdict = ja_judge(reading, match);
    if (act == JACCUSE_DENY && (!verdict.real || is_attributive(reading, match)))
        return;
    ja_indices by = fill_role(reading, match, JA_ROLE_DENIER, false);
    if (by.count == 0 && act == JACCUSE_DECLINE)
        by = fill_role(reading, match, JA_ROLE_SPEAKER, false);
    if (by.count == 0 && match->cue->part != JA_VERB)
        ja_indices_add(reading->arena, &by, ja_speaker_at(reading, match->first));
    if (act == JACCUSE_DENY && by.count == 1)
        by.at[0] = rather_accused(reading, match, by.at[0]);
    if (by.count == 0)
        return;
    ja_draft *draft = ja_add_draft(reading, act, match, verdict, confidence_of(match->cue));
    draft->by = by;
}

void ja_read_frames(ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count && reading->draft_count < JA_MAX_CLAIMS; i++) {
        const ja_cue_match *match = &reading->cues[i];
        bool again = i > 0 && match->first == reading->cues[i - 1].first &&
                     match->cue->class == reading->cues[i - 1].cue->class &&
                     reading->draft_count > 0 &&
                     reading->drafts[reading->draft_count - 1].token == match->first;
        if (again)
            continue; /* another frame of the same word was filled */
        switch (match->cue->class) {
        case JA_CUE_ACCUSE:
        case JA_CUE_SUSPECT:
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
}
