/* Which denial answers which accusation: those that it names, else those against its speaker or
 * whom he speaks for, else the nearest before it, else the one that it presupposes
 * (presupposed.c). Accusations told twice are one. */
#include <string.h>

#include "base/limits.h"
#include "claim/clause.h"
#include "claim/confidence.h"
#include "claim/presupposed.h"
#include "claim/reply.h"
#include "claim/steps.h"

static const size_t NEAR = 3;             /* sentences */
static const size_t ASSUMED_REACH = 2;    /* sentences back to the accusation that is denied */
static const double REVIVABLE = 0.35;     /* confidence */
static const double REVIVABLE_NEAR = 0.1; /* where the denial follows at once */
static const double OWN_SURE = 0.7;       /* of who accuses the accused as well */
static const size_t FAR = 12; /* where the denial names claims: "denied the memo's claims" */

static bool is_accusation(const ja_draft *draft)
{
    return draft->act == JACCUSE_ACCUSE && draft->stop == JA_STOP_NONE;
}

/* "A accused B. It denied it": a pronoun that denies means the accused rather than the accuser. */
static void set_denier_right(const ja_reading *reading, ja_draft *denial)
{
    size_t mention = ja_mention_at(reading, denial->by_word);
    if (denial->by.count != 1 || mention == JA_NO_MENTION ||
        reading->mentions.at[mention].type != JA_MENTION_PRONOUN)
        return;
    const ja_draft *last = NULL;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        if (is_accusation(draft) && ja_weighing_of(draft) == JA_WEIGH_FRAME &&
            draft->token < denial->token && (!last || draft->token > last->token))
            last = draft;
    }
    if (last && last->sentence + 1 >= denial->sentence && last->against.count == 1 &&
        ja_indices_have(&last->by, denial->by.at[0]))
        denial->by.at[0] = last->against.at[0];
}

static bool is_one_side(const ja_reading *reading, size_t a, size_t b)
{
    return ja_actor_is_of(&reading->actors, a, b) || ja_actor_is_of(&reading->actors, b, a);
}

bool ja_indices_meet(const ja_reading *reading, const ja_indices *a, const ja_indices *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (is_one_side(reading, a->at[i], b->at[k]))
                return true;
    return false;
}

/* An accusation by nobody says nothing where somebody named accuses the same side. */
static void stop_nameless(ja_reading *reading)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *nameless = &reading->drafts[i];
        if (!is_accusation(nameless) || nameless->by.count > 0)
            continue;
        for (size_t k = 0; k < reading->draft_count && nameless->stop == JA_STOP_NONE; k++) {
            const ja_draft *other = &reading->drafts[k];
            if (k != i && is_accusation(other) && (other->by.count > 0 || k < i) &&
                ja_indices_meet(reading, &nameless->against, &other->against))
                nameless->stop = JA_STOP_REPEATED;
        }
    }
}

static bool holds_all(const ja_indices *whole, const ja_indices *part)
{
    for (size_t i = 0; i < part->count; i++)
        if (!ja_indices_have(whole, part->at[i]))
            return false;
    return true;
}

/* Whether the other draft of the same sentence tells as much, and better or before. */
static bool is_told_by(const ja_draft *draft, const ja_draft *other, bool before)
{
    if (other->act != draft->act || other->stop != JA_STOP_NONE ||
        other->sentence != draft->sentence || !holds_all(&other->by, &draft->by) ||
        !holds_all(&other->against, &draft->against))
        return false;
    return other->confidence > draft->confidence ||
           (before && other->confidence >= draft->confidence);
}

/* "rejects as false ... and dismisses": one act in one sentence is one claim. */
static void stop_repeated(ja_reading *reading, jaccuse_act act)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *draft = &reading->drafts[i];
        for (size_t k = 0;
             k < reading->draft_count && draft->act == act && draft->stop == JA_STOP_NONE; k++)
            if (k != i && is_told_by(draft, &reading->drafts[k], k < i))
                draft->stop = JA_STOP_REPEATED;
    }
}

/* On whose account something is denied: the deniers; of a clause about another, he. */
static ja_indices defended(const ja_reading *reading, const ja_draft *denial)
{
    ja_indices actors = {0};
    if (denial->against_word != JA_NO_WORD)
        ja_add_actors(reading, denial->against_word, &actors);
    return actors.count ? actors : denial->by;
}

/* Whose the denier is: "MS FERRIS's office denied". */
static ja_indices owner_of_denier(const ja_reading *reading, const ja_draft *denial)
{
    ja_indices owner = {0};
    if (denial->by_word != JA_NO_WORD)
        ja_indices_add(reading->arena, &owner,
                       ja_actor_at(reading, ja_possessor(reading, denial->by_word)));
    return owner;
}

/* "rejects the French accusations" by one whom France accuses nowhere: those are meant that France
 * makes against others. */
static void link_of_accuser(ja_reading *reading, ja_draft *denial)
{
    for (size_t n = 0; n < denial->answers.count; n++) {
        ja_draft *named = &reading->drafts[denial->answers.at[n]];
        if (!ja_draft_shows(named, JA_SIGN_ASSUMED) || named->stop != JA_STOP_NONE)
            continue;
        bool found = false, own = false;
        for (size_t i = 0; i < reading->draft_count; i++) {
            const ja_draft *draft = &reading->drafts[i];
            if (draft == named || !is_accusation(draft) || draft->sentence > denial->sentence ||
                !ja_indices_meet(reading, &draft->by, &named->by))
                continue;
            own = own || ja_indices_meet(reading, &draft->against, &named->against);
            found = true;
            ja_indices_add(reading->arena, &denial->answers, i);
        }
        if (found && !own)
            named->stop = JA_STOP_REPEATED;
    }
}

/* An accusing noun that the denial governs has been linked already; others of the same accuser
 * are meant as well: "rejects French accusations". */
static void link_named(ja_reading *reading, ja_draft *denial)
{
    size_t given = denial->answers.count;
    for (size_t n = 0; n < given; n++) {
        const ja_draft *named = &reading->drafts[denial->answers.at[n]];
        for (size_t i = 0; i < reading->draft_count && named->by.count; i++) {
            const ja_draft *draft = &reading->drafts[i];
            if (is_accusation(draft) && draft->sentence <= denial->sentence &&
                ja_indices_meet(reading, &draft->by, &named->by) &&
                ja_indices_meet(reading, &draft->against, &named->against))
                ja_indices_add(reading->arena, &denial->answers, i);
        }
    }
}

static void forget_stopped(const ja_reading *reading, ja_draft *denial)
{
    size_t kept = 0;
    for (size_t i = 0; i < denial->answers.count; i++)
        if (reading->drafts[denial->answers.at[i]].stop == JA_STOP_NONE)
            denial->answers.at[kept++] = denial->answers.at[i];
    denial->answers.count = kept;
}

/* What is said of the denier himself rather than of those he belongs to, where anything is. */
static void keep_exact(const ja_reading *reading, ja_draft *denial, const ja_indices *side)
{
    size_t kept = 0;
    for (size_t i = 0; i < denial->answers.count; i++)
        kept += ja_indices_share(&reading->drafts[denial->answers.at[i]].against, side);
    if (kept == 0)
        return;
    kept = 0;
    for (size_t i = 0; i < denial->answers.count; i++)
        if (ja_indices_share(&reading->drafts[denial->answers.at[i]].against, side))
            denial->answers.at[kept++] = denial->answers.at[i];
    denial->answers.count = kept;
}

/* Whom the deniers accuse themselves: on their behalf they deny nothing. */
static ja_indices accused_by_deniers(const ja_reading *reading, const ja_draft *denial)
{
    ja_indices accused = {0};
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *own = &reading->drafts[i];
        if (!is_accusation(own) || own->confidence < OWN_SURE ||
            !ja_indices_share(&own->by, &denial->by))
            continue;
        for (size_t k = 0; k < own->against.count; k++)
            if (!ja_indices_have(&accused, own->against.at[k]))
                ja_indices_add(reading->arena, &accused, own->against.at[k]);
    }
    return accused;
}

/* Those that concern the side and come before the denial; where none does, those behind it. */
static void link_side(ja_reading *reading, ja_draft *denial, const ja_indices *side)
{
    ja_indices own = accused_by_deniers(reading, denial);
    for (int before = 1; before >= 0 && denial->answers.count == 0; before--)
        for (size_t i = 0; i < reading->draft_count; i++) {
            const ja_draft *accusation = &reading->drafts[i];
            bool earlier = accusation->sentence <= denial->sentence;
            if (is_accusation(accusation) && earlier == (before == 1) &&
                ja_indices_meet(reading, side, &accusation->against) &&
                !ja_indices_meet(reading, &denial->by, &accusation->by) &&
                !ja_indices_share(&own, &accusation->against))
                ja_indices_add(reading->arena, &denial->answers, i);
        }
}

/* Those that concern the denier, else whose he is. */
static void link_own(ja_reading *reading, ja_draft *denial)
{
    ja_indices side = defended(reading, denial), owner = owner_of_denier(reading, denial);
    link_side(reading, denial, &side);
    if (denial->answers.count == 0)
        link_side(reading, denial, &owner);
    if (ja_draft_shows(denial, JA_SIGN_CLAUSE_DENIED) || ja_draft_shows(denial, JA_SIGN_SELF))
        keep_exact(reading, denial, &side);
    ja_draft_sign(denial, JA_SIGN_LINK_OWN, denial->answers.count > 0);
}

/* "denied that any SUCH order existed", "rien de TEL": what is denied was told before. */
static bool takes_up(const ja_reading *reading, const ja_draft *denial)
{
    if (denial->charge_word == JA_NO_WORD)
        return false;
    const ja_branch *branch = ja_branch_at(reading, denial->charge_word);
    for (size_t i = branch->begin; i < branch->end; i++)
        if (ja_word_is(reading, i, JA_FUNCTION_ANAPHORIC) &&
            ja_branch_at(reading, i)->relation != JA_DEP_CASE &&
            ja_first_child(reading, i, JA_DEP_FIXED) == JA_NO_WORD) /* not "SUCH AS" */
            return true;
    return false;
}

static bool is_power(jaccuse_kind kind)
{
    return kind == JACCUSE_STATE || kind == JACCUSE_GOVERNMENT;
}

/* "Huawei is accused. BEIJING DENIED IT": who just denies does so for himself, or for somebody of
 * another kind, a state for a firm, at once. "called that A LIE" tells what it means. */
static bool may_mean(const ja_reading *reading, const ja_draft *denial, const ja_draft *accusation)
{
    if (!ja_draft_shows(denial, JA_SIGN_VERB) || ja_draft_shows(denial, JA_SIGN_PRONOUN_DENIED) ||
        ja_draft_shows(denial, JA_SIGN_ACCUSATION_DENIED) || takes_up(reading, denial))
        return true;
    const ja_actors *actors = &reading->actors;
    if (denial->by.count == 0 || accusation->against.count == 0)
        return false;
    jaccuse_kind denier = actors->at[ja_actor_principal(actors, denial->by.at[0])].kind;
    jaccuse_kind accused = actors->at[accusation->against.at[0]].kind;
    bool alike = denier == accused || (is_power(denier) && is_power(accused));
    if (denier == JACCUSE_PERSON)
        return false;
    return accusation->sentence + 1 >= denial->sentence &&
           (!alike || ja_is_of_several_words(denial->cue));
}

/* On another's behalf: the accusations of its sentence ("a charge that the North denied"), else of
 * the nearest before it that has any. */
static void link_nearest(ja_reading *reading, ja_draft *denial)
{
    size_t nearest = 0;
    size_t reach = ja_draft_shows(denial, JA_SIGN_ACCUSATION_DENIED) ? FAR : NEAR;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *accusation = &reading->drafts[i];
        bool near =
            accusation->token < denial->token && accusation->sentence + reach >= denial->sentence;
        if (!is_accusation(accusation) || !near || !may_mean(reading, denial, accusation) ||
            ja_indices_meet(reading, &denial->by, &accusation->by) ||
            accusation->sentence < nearest)
            continue;
        if (accusation->sentence > nearest)
            denial->answers.count = 0;
        nearest = accusation->sentence;
        ja_indices_add(reading->arena, &denial->answers, i);
    }
    bool guessed = denial->answers.count > 0 && !takes_up(reading, denial);
    ja_draft_sign(denial, JA_SIGN_LINK_BEHALF, guessed);
    ja_draft_sign(denial, JA_SIGN_LINK_NEAR, guessed && nearest + 1 >= denial->sentence);
}

/* "who was accused of X, WHICH HE DENIES": whether the denying verb follows the accusation in the
 * same sentence or the next, so that only a very unsure one is left out. */
static bool follows_closely(const ja_draft *denial, const ja_draft *accusation)
{
    return ja_weighing_of(denial) == JA_WEIGH_DENIAL && ja_draft_shows(denial, JA_SIGN_VERB) &&
           ja_weighing_of(accusation) == JA_WEIGH_FRAME && accusation->token < denial->token &&
           accusation->sentence + 1 >= denial->sentence;
}

/* Who denies has been accused: the surest of what was too unsure against him. */
static void revive(ja_reading *reading, ja_draft *denial)
{
    ja_indices side = defended(reading, denial);
    ja_draft *best = NULL;
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->act == JACCUSE_ACCUSE && draft->stop == JA_STOP_UNSURE &&
            draft->sentence <= denial->sentence &&
            draft->confidence >= (follows_closely(denial, draft) ? REVIVABLE_NEAR : REVIVABLE) &&
            ja_indices_meet(reading, &side, &draft->against) &&
            !ja_indices_meet(reading, &denial->by, &draft->by) &&
            (!best || draft->confidence > best->confidence))
            best = draft;
    }
    if (!best)
        return;
    best->stop = JA_STOP_NONE;
    ja_indices_add(reading->arena, &denial->answers, (size_t)(best - reading->drafts));
}

/* Whether a word for a wrong stands beneath both, with the same lemma. */
static bool share_wrong(const ja_reading *reading, size_t one, size_t other)
{
    if (one == JA_NO_WORD || other == JA_NO_WORD)
        return false;
    const ja_branch *a = ja_branch_at(reading, one), *b = ja_branch_at(reading, other);
    for (size_t i = a->begin; i < a->end; i++)
        for (size_t k = b->begin; ja_is_class(reading, i, JA_CUE_WRONG) && k < b->end; k++)
            if (ja_equal(ja_word_at(reading, i)->lemma, ja_word_at(reading, k)->lemma))
                return true;
    return false;
}

/* "Rwanda denied the FRAUD": of several accusations those of this wrong, where any tells it. */
static void keep_charge_denied(const ja_reading *reading, ja_draft *denial)
{
    size_t kept = 0;
    size_t *same = JA_NEW_N(reading->arena, size_t, denial->answers.count);
    for (size_t i = 0; i < denial->answers.count; i++) {
        const ja_draft *accusation = &reading->drafts[denial->answers.at[i]];
        if (share_wrong(reading, denial->charge_word, accusation->charge_word))
            same[kept++] = denial->answers.at[i];
    }
    if (kept == 0 || kept == denial->answers.count)
        return;
    memcpy(denial->answers.at, same, kept * sizeof *same);
    denial->answers.count = kept;
}

/* Whether the denial may concern what others are accused of: "the minister rejected the claims".
 * Who denies a wrong, or something else than a charge, does so for himself. */
static bool may_be_on_behalf(const ja_reading *reading, const ja_draft *denial)
{
    if (takes_up(reading, denial))
        return true;
    return ja_weighing_of(denial) == JA_WEIGH_DENIAL &&
           !ja_draft_shows(denial, JA_SIGN_OTHER_DENIED) &&
           !ja_draft_shows(denial, JA_SIGN_CLAUSE_DENIED) &&
           (!ja_draft_shows(denial, JA_SIGN_VERB) || !ja_draft_shows(denial, JA_SIGN_WRONG_DENIED));
}

static void link_answers(ja_reading *reading, size_t index)
{
    ja_draft *denial = &reading->drafts[index];
    bool told = ja_weighing_of(denial) == JA_WEIGH_REBUTTAL;
    forget_stopped(reading, denial);
    link_of_accuser(reading, denial);
    forget_stopped(reading, denial);
    link_named(reading, denial);
    if (denial->answers.count == 0) {
        link_own(reading, denial);
        keep_charge_denied(reading, denial);
    }
    if (denial->answers.count == 0)
        revive(reading, denial);
    if (denial->answers.count == 0 && may_be_on_behalf(reading, denial))
        link_nearest(reading, denial);
    if (denial->answers.count > 0)
        return;
    bool presupposed = ja_presuppose(reading, index);
    denial = &reading->drafts[index]; /* drafts may have moved */
    if (!presupposed && (told || ja_draft_shows(denial, JA_SIGN_OTHER_DENIED) ||
                         ja_draft_shows(denial, JA_SIGN_CLAUSE_DENIED)))
        denial->stop = JA_STOP_NO_ANSWER;
}

/* One draft for each accused, so that each can deny for himself. `origin` tells where a part comes
 * from. */
static void split_accused(ja_reading *reading, size_t *origin)
{
    size_t count = reading->draft_count;
    for (size_t i = 0; i < count; i++) {
        ja_indices all = reading->drafts[i].against;
        if (!is_accusation(&reading->drafts[i]) || all.count < 2)
            continue;
        for (size_t k = 1; k < all.count; k++) {
            ja_draft part = reading->drafts[i];
            if (!ja_add_draft(reading, JACCUSE_ACCUSE, part.word))
                return;
            part.against = (ja_indices){0};
            ja_indices_add(reading->arena, &part.against, all.at[k]);
            reading->drafts[reading->draft_count - 1] = part;
            origin[reading->draft_count - 1] = i;
        }
        reading->drafts[i].against = (ja_indices){0};
        ja_indices_add(reading->arena, &reading->drafts[i].against, all.at[0]);
    }
}

/* One draft for each denier, so that each answers for himself. */
static void split_deniers(ja_reading *reading, size_t *origin)
{
    size_t count = reading->draft_count;
    for (size_t i = 0; i < count; i++) {
        ja_indices all = reading->drafts[i].by;
        bool denies = reading->drafts[i].act == JACCUSE_DENY &&
                      reading->drafts[i].stop == JA_STOP_NONE &&
                      reading->drafts[i].answers.count == 0;
        for (size_t k = 1; denies && k < all.count; k++) {
            ja_draft part = reading->drafts[i];
            if (!ja_add_draft(reading, JACCUSE_DENY, part.word))
                return;
            part.by = (ja_indices){0};
            ja_indices_add(reading->arena, &part.by, all.at[k]);
            reading->drafts[reading->draft_count - 1] = part;
            origin[reading->draft_count - 1] = i;
        }
        if (denies && all.count > 1) {
            reading->drafts[i].by = (ja_indices){0};
            ja_indices_add(reading->arena, &reading->drafts[i].by, all.at[0]);
        }
    }
}

static bool holds_same(const ja_indices *a, const ja_indices *b)
{
    return holds_all(a, b) && holds_all(b, a);
}

/* Deniers who answer the same are one claim again. */
static void join_deniers(ja_reading *reading, const size_t *origin, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ja_draft *part = &reading->drafts[i], *whole = &reading->drafts[origin[i]];
        if (origin[i] == i || part->act != JACCUSE_DENY || part->stop != whole->stop ||
            !holds_same(&part->answers, &whole->answers))
            continue;
        ja_indices_add(reading->arena, &whole->by, part->by.at[0]);
        part->stop = JA_STOP_REPEATED;
    }
}

/* "THE CANTON denied it", "THE ARMY spoke of rubbish": somebody who is no known actor. */
static bool has_unknown_denier(const ja_reading *reading, const ja_draft *denial)
{
    size_t subject = denial->by_word;
    if (subject == JA_NO_WORD)
        subject = ja_subject(reading, ja_clause_of(reading, denial->word));
    if (subject == JA_NO_WORD || subject == denial->word)
        return false;
    bool named =
        ja_is_upos(reading, subject, JA_UPOS_NOUN) || ja_is_upos(reading, subject, JA_UPOS_PROPN);
    return named && !ja_is_class(reading, subject, JA_CUE_ACCUSE) &&
           ja_first_child(reading, subject, JA_DEP_NUMMOD) == JA_NO_WORD; /* "the TWO men" */
}

/* "Both deny it", "the former denied": where nobody is found who denies, those who were accused
 * last. */
static void assume_denier(const ja_reading *reading, ja_draft *denial)
{
    const ja_draft *last = NULL;
    bool quoted = ja_draft_shows(denial, JA_SIGN_PHRASE) && denial->by_word == JA_NO_WORD;
    if (denial->act != JACCUSE_DENY || denial->stop != JA_STOP_NO_ROLE || denial->by.count > 0 ||
        quoted || has_unknown_denier(reading, denial) ||
        ja_draft_shows(denial, JA_SIGN_OTHER_DENIED))
        return;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        if (is_accusation(draft) && draft->token < denial->token &&
            draft->sentence + ASSUMED_REACH >= denial->sentence &&
            (!last || draft->token >= last->token))
            last = draft;
    }
    for (size_t i = 0; i < reading->draft_count && last; i++) {
        const ja_draft *draft = &reading->drafts[i];
        for (size_t k = 0;
             k < draft->against.count && is_accusation(draft) && draft->token == last->token; k++)
            ja_indices_add(reading->arena, &denial->by, draft->against.at[k]);
    }
    if (denial->by.count) {
        denial->stop = JA_STOP_NONE;
        ja_draft_sign(denial, JA_SIGN_ASSUMED, true);
    }
}

static bool are_answered_alike(const ja_reading *reading, size_t a, size_t b)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *denial = &reading->drafts[i];
        if (denial->act == JACCUSE_DENY && denial->stop == JA_STOP_NONE &&
            ja_indices_have(&denial->answers, a) != ja_indices_have(&denial->answers, b))
            return false;
    }
    return true;
}

/* Parts that the same denials answer are one claim again. */
static void join_accused(ja_reading *reading, const size_t *origin, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t whole = origin[i];
        if (whole == i || reading->drafts[i].act != JACCUSE_ACCUSE ||
            reading->drafts[whole].stop != reading->drafts[i].stop ||
            !are_answered_alike(reading, whole, i))
            continue;
        ja_indices_add(reading->arena, &reading->drafts[whole].against,
                       reading->drafts[i].against.at[0]);
        reading->drafts[i].stop = JA_STOP_REPEATED;
    }
    for (size_t i = 0; i < reading->draft_count; i++)
        if (reading->drafts[i].act == JACCUSE_DENY)
            forget_stopped(reading, &reading->drafts[i]);
}

void ja_link_answers(ja_reading *reading)
{
    stop_repeated(reading, JACCUSE_ACCUSE);
    stop_nameless(reading);
    ja_read_replies(reading);
    size_t *origin = JA_NEW_N(reading->arena, size_t, JA_MAX_DRAFTS);
    for (size_t i = 0; i < JA_MAX_DRAFTS; i++)
        origin[i] = i;
    split_accused(reading, origin);
    for (size_t i = 0; i < reading->draft_count; i++)
        assume_denier(reading, &reading->drafts[i]);
    split_deniers(reading, origin);
    size_t count = reading->draft_count;
    for (size_t i = 0; i < count; i++) {
        if (reading->drafts[i].act != JACCUSE_DENY || reading->drafts[i].stop != JA_STOP_NONE)
            continue;
        set_denier_right(reading, &reading->drafts[i]);
        link_answers(reading, i);
    }
    join_accused(reading, origin, count);
    join_deniers(reading, origin, count);
    stop_repeated(reading, JACCUSE_DENY);
    stop_repeated(reading, JACCUSE_DECLINE);
}
