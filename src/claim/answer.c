/* Which denial answers which accusation: those that it names, else those against its speaker or
 * whom he speaks for, else the nearest before it. And accusations told twice are one. */
#include "claim/place.h"
#include "claim/reading.h"

static const size_t NEAR = 3; /* sentences */
static const size_t FAR = 12; /* where the denial names claims: "denied the memo's claims" */

static bool share(const ja_indices *a, const ja_indices *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (ja_indices_have(b, a->at[i]))
            return true;
    return false;
}

/* An accusation by nobody says nothing where somebody named accuses the same. */
static void drop_nameless(ja_reading *reading)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *nameless = &reading->drafts[i];
        if (nameless->act != JACCUSE_ACCUSE || nameless->by.count > 0)
            continue;
        for (size_t k = 0; k < reading->draft_count && !nameless->dropped; k++) {
            const ja_draft *other = &reading->drafts[k];
            bool named =
                other->act == JACCUSE_ACCUSE && !other->dropped && (other->by.count > 0 || k < i);
            nameless->dropped = k != i && named && share(&nameless->against, &other->against);
        }
    }
}

static bool are_equal(const ja_indices *a, const ja_indices *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!ja_indices_have(b, a->at[i]))
            return false;
    return a->count == b->count;
}

/* "rejects as false ... and dismisses": one act in one sentence is one claim. */
static void drop_repeated(ja_reading *reading)
{
    for (size_t i = 1; i < reading->draft_count; i++) {
        ja_draft *later = &reading->drafts[i];
        for (size_t k = 0; k < i && !later->dropped; k++) {
            const ja_draft *first = &reading->drafts[k];
            later->dropped =
                !first->dropped && first->act == later->act && first->sentence == later->sentence &&
                are_equal(&first->by, &later->by) && are_equal(&first->against, &later->against);
        }
    }
}

static bool is_accusation(const ja_draft *draft)
{
    return draft->act == JACCUSE_ACCUSE && !draft->dropped;
}

/* Whether the denier is accused, or speaks for him, or is the whole whose part is accused. */
static bool concerns(const ja_reading *reading, const ja_draft *denial, const ja_draft *accusation)
{
    for (size_t d = 0; d < denial->by.count; d++)
        for (size_t a = 0; a < accusation->against.count; a++)
            if (ja_actor_is_of(&reading->actors, denial->by.at[d], accusation->against.at[a]) ||
                ja_actor_is_of(&reading->actors, accusation->against.at[a], denial->by.at[d]))
                return true;
    return false;
}

static bool is_accuser(const ja_reading *reading, const ja_draft *denial,
                       const ja_draft *accusation)
{
    for (size_t d = 0; d < denial->by.count; d++)
        for (size_t b = 0; b < accusation->by.count; b++)
            if (ja_actor_is_of(&reading->actors, denial->by.at[d], accusation->by.at[b]))
                return true;
    return false;
}

static void drop_dead_answers(ja_reading *reading, ja_draft *denial)
{
    size_t kept = 0;
    for (size_t i = 0; i < denial->answers.count; i++)
        if (!reading->drafts[denial->answers.at[i]].dropped)
            denial->answers.at[kept++] = denial->answers.at[i];
    denial->answers.count = kept;
}

/* Those that concern the denier and come before the denial; where none does, those behind it. */
static void link_own(ja_reading *reading, ja_draft *denial)
{
    for (int before = 1; before >= 0 && denial->answers.count == 0; before--)
        for (size_t i = 0; i < reading->draft_count; i++) {
            const ja_draft *accusation = &reading->drafts[i];
            bool earlier = accusation->sentence <= denial->sentence;
            if (is_accusation(accusation) && earlier == (before == 1) &&
                concerns(reading, denial, accusation) && !is_accuser(reading, denial, accusation))
                ja_indices_add(reading->arena, &denial->answers, i);
        }
}

static bool names_claims(const ja_reading *reading, const ja_draft *denial)
{
    size_t begin = denial->token + 1;
    size_t end = ja_within_sentence(reading, denial->token, begin + 7);
    return ja_has_cue(reading, JA_CUE_ACCUSE, begin, end) ||
           ja_has_cue(reading, JA_CUE_SPEECH, begin, end);
}

/* On another's behalf: the accusations of the nearest sentence before it that has any. */
static void link_nearest(ja_reading *reading, ja_draft *denial)
{
    size_t nearest = 0, reach = names_claims(reading, denial) ? FAR : NEAR;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *accusation = &reading->drafts[i];
        bool near = accusation->sentence < denial->sentence &&
                    accusation->sentence + reach >= denial->sentence;
        if (!is_accusation(accusation) || !near || is_accuser(reading, denial, accusation))
            continue;
        if (accusation->sentence > nearest)
            denial->answers.count = 0;
        nearest = accusation->sentence;
        ja_indices_add(reading->arena, &denial->answers, i);
    }
}

void ja_link_answers(ja_reading *reading)
{
    drop_nameless(reading);
    drop_repeated(reading);
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *denial = &reading->drafts[i];
        if (denial->act != JACCUSE_DENY || denial->dropped)
            continue;
        drop_dead_answers(reading, denial);
        link_own(reading, denial);
        if (denial->answers.count == 0)
            link_nearest(reading, denial);
    }
}
