#include "claim/confidence.h"

#include <math.h>

#include "base/decimal.h"
#include "base/embedded.h"

#include "base/lazy.h"
#include "base/limits.h"
#include "base/table.h"
#include "claim/clause.h"
#include "claim/steps.h"

static const size_t BRIEF = 3; /* sentences */

typedef struct weights {
    double base, threshold;
    double of_sign[JA_SIGN_COUNT];
} weights;

static weights loaded[JA_WEIGHING_COUNT];
static ja_lazy lazy = JA_LAZY_INIT;

static const char *const weighing_names[JA_WEIGHING_COUNT] = {"frame", "content", "denial",
                                                              "rebuttal"};
static const char *const sign_names[JA_SIGN_COUNT] = {
    [JA_SIGN_VERB] = "verb",
    [JA_SIGN_NOUN] = "noun",
    [JA_SIGN_PHRASE] = "phrase",
    [JA_SIGN_UNFIT] = "unfit_tag",
    [JA_SIGN_PASSIVE] = "passive",
    [JA_SIGN_NO_ACCUSER] = "no_accuser",
    [JA_SIGN_UNKNOWN_ACCUSER] = "unknown_accuser",
    [JA_SIGN_CHARGE] = "charge",
    [JA_SIGN_WRONG_CHARGE] = "wrong_charge",
    [JA_SIGN_PRESUPPOSED] = "presupposed",
    [JA_SIGN_SUSPECT] = "suspect",
    [JA_SIGN_TITLE] = "title",
    [JA_SIGN_SAID] = "said",
    [JA_SIGN_INDIRECT] = "indirect",
    [JA_SIGN_DIRECT] = "direct",
    [JA_SIGN_PREFIX] = "according",
    [JA_SIGN_ALLEGES] = "alleges",
    [JA_SIGN_DESCRIBED] = "described",
    [JA_SIGN_WRONG_VERB] = "wrong_verb",
    [JA_SIGN_WRONG_OBJECT] = "wrong_object",
    [JA_SIGN_WRONG_ADJECTIVE] = "wrong_adjective",
    [JA_SIGN_WRONG_PREDICATE] = "wrong_predicate",
    [JA_SIGN_WRONG_OWNED] = "wrong_owned",
    [JA_SIGN_WRONG_PHRASE] = "wrong_phrase",
    [JA_SIGN_NEGATED] = "negated",
    [JA_SIGN_OMISSION] = "omission",
    [JA_SIGN_TO_COME] = "to_come",
    [JA_SIGN_HEDGED] = "hedged",
    [JA_SIGN_PAST] = "past",
    [JA_SIGN_DEEP] = "deep",
    [JA_SIGN_ACCUSED_DENIES] = "accused_denies",
    [JA_SIGN_ACCUSED_CHARGED] = "accused_charged",
    [JA_SIGN_ACCUSER_ACCUSES] = "accuser_accuses",
    [JA_SIGN_ACCUSER_IS_CHARGED] = "accuser_is_charged",
    [JA_SIGN_ACCUSED_PRONOUN] = "accused_pronoun",
    [JA_SIGN_ACCUSED_GROUP] = "accused_group",
    [JA_SIGN_ACCUSED_PERSON] = "accused_person",
    [JA_SIGN_ACCUSED_STATE] = "accused_state",
    [JA_SIGN_ACCUSED_DESCRIBED] = "accused_described",
    [JA_SIGN_ACCUSER_MEDIA] = "accuser_media",
    [JA_SIGN_ACCUSER_PRONOUN] = "accuser_pronoun",
    [JA_SIGN_ACCUSER_OUTER] = "accuser_outer",
    [JA_SIGN_SPEAKER_HARMED] = "speaker_harmed",
    [JA_SIGN_RETORT] = "retort",
    [JA_SIGN_SELF] = "self",
    [JA_SIGN_FOR_ANOTHER] = "for_another",
    [JA_SIGN_CLAUSE_DENIED] = "clause_denied",
    [JA_SIGN_ACCUSATION_DENIED] = "accusation_denied",
    [JA_SIGN_WRONG_DENIED] = "wrong_denied",
    [JA_SIGN_PRONOUN_DENIED] = "pronoun_denied",
    [JA_SIGN_OTHER_DENIED] = "other_denied",
    [JA_SIGN_NOTHING_DENIED] = "nothing_denied",
    [JA_SIGN_LINK_OWN] = "link_own",
    [JA_SIGN_LINK_BEHALF] = "link_behalf",
    [JA_SIGN_LINK_NEAR] = "link_near",
    [JA_SIGN_BRIEF] = "brief",
    [JA_SIGN_EVIDENCE] = "evidence",
    [JA_SIGN_ASSUMED] = "assumed",
    [JA_SIGN_NEARBY] = "nearby",
    [JA_SIGN_CARRIED] = "carried",
    [JA_SIGN_SPEAKER_ASSUMED] = "speaker_assumed",
};

const char *ja_sign_name(ja_sign sign)
{
    return sign_names[sign];
}

const char *ja_weighing_name(ja_weighing weighing)
{
    return weighing_names[weighing];
}

ja_weighing ja_weighing_of(const ja_draft *draft)
{
    bool told = ja_draft_shows(draft, JA_SIGN_SAID) && !ja_draft_shows(draft, JA_SIGN_VERB) &&
                !ja_draft_shows(draft, JA_SIGN_NOUN) && !ja_draft_shows(draft, JA_SIGN_PHRASE);
    if (draft->act == JACCUSE_ACCUSE)
        return told ? JA_WEIGH_CONTENT : JA_WEIGH_FRAME;
    return told ? JA_WEIGH_REBUTTAL : JA_WEIGH_DENIAL;
}

/* A row of confidence.tsv; false: it is faulty. */
static bool take_row(const ja_table *row, weights *out)
{
    unsigned weighing = ja_index_of(weighing_names, JA_WEIGHING_COUNT, row->column[0]);
    unsigned sign = ja_index_of(sign_names, JA_SIGN_COUNT, row->column[1]);
    double *place = NULL, value;
    if (weighing == JA_WEIGHING_COUNT || !ja_parse_decimal(row->column[2], &value))
        return false;
    if (sign < JA_SIGN_COUNT)
        place = &out[weighing].of_sign[sign];
    else if (ja_equal(row->column[1], JA_SLICE("base")))
        place = &out[weighing].base;
    else if (ja_equal(row->column[1], JA_SLICE("threshold")))
        place = &out[weighing].threshold;
    if (place)
        *place = value;
    return place != NULL;
}

static void load(void *context)
{
    (void)context;
    for (size_t i = 0; i < JA_WEIGHING_COUNT; i++)
        loaded[i] = (weights){0};
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/confidence.tsv"));
    while (ja_table_next(&table))
        (void)take_row(&table, loaded); /* faults are found by ja_confidence_check */
}

bool ja_confidence_load(void)
{
    return ja_lazy_load(&lazy, load, NULL);
}

const char *ja_confidence_check(ja_arena *arena)
{
    weights scratch[JA_WEIGHING_COUNT];
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/confidence.tsv"));
    size_t rows = 0;
    for (; ja_table_next(&table); rows++)
        if (!take_row(&table, scratch))
            return ja_format(arena, "claim/confidence.tsv:%zu", table.line);
    return rows ? NULL : "claim/confidence.tsv: empty";
}

double ja_weight_of(ja_weighing weighing, ja_sign sign)
{
    return loaded[weighing].of_sign[sign];
}

/* "Greenpeace said that Shell had closed the plant": told of somebody, but no word for a wrong, and
 * nothing elsewhere in the article that would make it one. */
static bool is_bare_telling(const ja_draft *draft)
{
    static const ja_sign speaking[] = {JA_SIGN_ACCUSED_DENIES, JA_SIGN_OMISSION,
                                       JA_SIGN_ACCUSER_ACCUSES, JA_SIGN_ACCUSED_CHARGED,
                                       JA_SIGN_SPEAKER_HARMED};
    if (ja_weighing_of(draft) != JA_WEIGH_CONTENT || ja_draft_tells_wrong(draft))
        return false;
    for (size_t i = 0; i < sizeof speaking / sizeof *speaking; i++)
        if (ja_draft_shows(draft, speaking[i]))
            return false;
    return true;
}

static void weigh(ja_draft *draft)
{
    ja_weighing weighing = ja_weighing_of(draft);
    double sum = loaded[weighing].base;
    for (unsigned sign = 0; sign < JA_SIGN_COUNT; sign++)
        if (ja_draft_shows(draft, (ja_sign)sign))
            sum += loaded[weighing].of_sign[sign];
    double confidence = 1 / (1 + exp(-sum));
    draft->confidence = round(100 * confidence) / 100; /* no finer than it is known */
    bool unsure = confidence < loaded[weighing].threshold || is_bare_telling(draft);
    if (draft->stop == JA_STOP_NONE && unsure)
        draft->stop = JA_STOP_UNSURE;
}

/* What an actor does elsewhere in the article, by principals. */
typedef struct conduct {
    bool *denies, *charged;
} conduct;

static void note_conduct(const ja_reading *reading, conduct *of)
{
    size_t count = reading->actors.count;
    of->denies = JA_NEW_N(reading->arena, bool, count);
    of->charged = JA_NEW_N(reading->arena, bool, count);
    for (size_t i = 0; i < count; i++)
        of->denies[i] = of->charged[i] = false;
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        ja_weighing weighing = ja_weighing_of(draft);
        if (draft->stop != JA_STOP_NONE)
            continue;
        for (size_t k = 0; weighing == JA_WEIGH_DENIAL && k < draft->by.count; k++)
            of->denies[ja_actor_principal(&reading->actors, draft->by.at[k])] = true;
        for (size_t k = 0; weighing == JA_WEIGH_FRAME && k < draft->against.count; k++)
            of->charged[ja_actor_principal(&reading->actors, draft->against.at[k])] = true;
    }
}

static bool any_principal(const ja_reading *reading, const ja_indices *actors, const bool *flags)
{
    for (size_t i = 0; i < actors->count; i++)
        if (flags[ja_actor_principal(&reading->actors, actors->at[i])])
            return true;
    return false;
}

/* Whether a frame tells that the same accuse the same. */
static bool accuses_elsewhere(const ja_reading *reading, const ja_draft *draft)
{
    for (size_t i = 0; i < reading->draft_count && i < JA_MAX_FRAMES_ASKED; i++) {
        const ja_draft *other = &reading->drafts[i];
        if (other != draft && other->act == JACCUSE_ACCUSE && other->stop == JA_STOP_NONE &&
            ja_weighing_of(other) == JA_WEIGH_FRAME && ja_indices_share(&other->by, &draft->by) &&
            ja_indices_share(&other->against, &draft->against))
            return true;
    }
    return false;
}

static void sign_actors(const ja_reading *reading, ja_draft *draft)
{
    size_t accused = ja_mention_at(reading, draft->against_word);
    size_t accuser = ja_mention_at(reading, draft->by_word);
    if (accused != JA_NO_MENTION) {
        const ja_mention *mention = &reading->mentions.at[accused];
        ja_draft_sign(draft, JA_SIGN_ACCUSED_PRONOUN, mention->type == JA_MENTION_PRONOUN);
        ja_draft_sign(draft, JA_SIGN_ACCUSED_DESCRIBED,
                      mention->type == JA_MENTION_ROLE && mention->name == JA_NO_MENTION);
    }
    if (accuser != JA_NO_MENTION)
        ja_draft_sign(draft, JA_SIGN_ACCUSER_PRONOUN,
                      reading->mentions.at[accuser].type == JA_MENTION_PRONOUN);
    if (draft->against.count) {
        jaccuse_kind kind = reading->actors.at[draft->against.at[0]].kind;
        ja_draft_sign(draft, JA_SIGN_ACCUSED_PERSON, kind == JACCUSE_PERSON);
        ja_draft_sign(draft, JA_SIGN_ACCUSED_STATE, kind == JACCUSE_STATE);
        ja_draft_sign(draft, JA_SIGN_ACCUSED_GROUP, kind == JACCUSE_GROUP);
    }
    if (draft->by.count)
        ja_draft_sign(draft, JA_SIGN_ACCUSER_MEDIA,
                      reading->actors.at[draft->by.at[0]].kind == JACCUSE_MEDIA);
}

/* A text of a sentence or two, which has no room to name the accuser elsewhere. */
static bool is_brief(const ja_reading *reading)
{
    return reading->document->sentence_count <= BRIEF;
}

void ja_weigh_accusations(ja_reading *reading)
{
    conduct of;
    note_conduct(reading, &of);
    for (size_t i = 0; i < reading->draft_count; i++) {
        ja_draft *draft = &reading->drafts[i];
        if (draft->act != JACCUSE_ACCUSE)
            continue;
        sign_actors(reading, draft);
        ja_draft_sign(draft, JA_SIGN_BRIEF,
                      is_brief(reading) && ja_weighing_of(draft) == JA_WEIGH_FRAME);
        ja_draft_sign(draft, JA_SIGN_HEDGED, draft->certainty == JACCUSE_ALLEGED);
        ja_draft_sign(draft, JA_SIGN_ACCUSED_DENIES,
                      any_principal(reading, &draft->against, of.denies));
        ja_draft_sign(draft, JA_SIGN_ACCUSER_IS_CHARGED,
                      any_principal(reading, &draft->by, of.charged));
        if (ja_weighing_of(draft) == JA_WEIGH_CONTENT) {
            ja_draft_sign(draft, JA_SIGN_ACCUSED_CHARGED,
                          any_principal(reading, &draft->against, of.charged));
            ja_draft_sign(draft, JA_SIGN_ACCUSER_ACCUSES, accuses_elsewhere(reading, draft));
        }
    }
    for (size_t i = 0; i < reading->draft_count; i++)
        if (reading->drafts[i].act == JACCUSE_ACCUSE)
            weigh(&reading->drafts[i]);
}

/* An accusation that a denial presupposes is as sure as the denial. */
static void hand_on(const ja_reading *reading, const ja_draft *denial)
{
    for (size_t i = 0; i < denial->answers.count; i++) {
        ja_draft *answered = &reading->drafts[denial->answers.at[i]];
        if (answered->confidence <= 0)
            answered->confidence = denial->confidence;
    }
}

void ja_weigh_denials(ja_reading *reading)
{
    for (size_t i = 0; i < reading->draft_count; i++) {
        if (reading->drafts[i].act == JACCUSE_ACCUSE)
            continue;
        weigh(&reading->drafts[i]);
        hand_on(reading, &reading->drafts[i]);
    }
}
