/* Gold and claims gathered, compared article by article, and summed up. */
#include "claim/score.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"

static const char *const level_names[JACCUSE_SCORE_LEVEL_COUNT] = {"exact", "principal"};
static const char *const part_names[JACCUSE_SCORE_PART_COUNT] = {"accusations", "denials",
                                                                 "triples"};

const char *jaccuse_score_level_name(jaccuse_score_level level)
{
    return level < JACCUSE_SCORE_LEVEL_COUNT ? level_names[level] : NULL;
}

const char *jaccuse_score_part_name(jaccuse_score_part part)
{
    return part < JACCUSE_SCORE_PART_COUNT ? part_names[part] : NULL;
}

double jaccuse_precision(jaccuse_counts counts)
{
    size_t claimed = counts.hit + counts.extra;
    return claimed ? (double)counts.hit / (double)claimed : 0.0;
}

double jaccuse_recall(jaccuse_counts counts)
{
    size_t demanded = counts.hit + counts.missed;
    return demanded ? (double)counts.hit / (double)demanded : 0.0;
}

double jaccuse_f1(jaccuse_counts counts)
{
    double precision = jaccuse_precision(counts), recall = jaccuse_recall(counts);
    return counts.hit ? 2 * precision * recall / (precision + recall) : 0.0;
}

/* ---- What is given ---- */

typedef struct scored_article {
    ja_sheet *gold;
    ja_sheet *claims; /* NULL: none were given */
} scored_article;

struct jaccuse_score {
    ja_arena arena;
    const char *language; /* NULL: any */
    ja_map index;         /* article id -> place in `articles` */
    scored_article *articles;
    size_t count, capacity;
    ja_arena tally_arena;
    jaccuse_tally tally;
    jaccuse_slip *slips; /* the tally's */
    size_t slip_count, slip_capacity;
};

typedef struct beginning {
    jaccuse_score *score;
    const char *language;
} beginning;

static void begin(void *context)
{
    beginning *work = context;
    work->score->language = ja_copy_string(&work->score->arena, work->language);
    ja_map_init(&work->score->index, &work->score->arena);
}

jaccuse_status jaccuse_score_new(jaccuse_score **out, const char *language, jaccuse_error *error)
{
    *out = NULL;
    jaccuse_score *score = calloc(1, sizeof *score);
    if (!score)
        return ja_fail_memory(error);
    ja_arena_init(&score->arena);
    ja_arena_init(&score->tally_arena);
    beginning work = {score, language};
    if (!ja_arena_run(&score->arena, begin, &work)) {
        jaccuse_score_free(score);
        return ja_fail_memory(error);
    }
    *out = score;
    return JACCUSE_OK;
}

void jaccuse_score_free(jaccuse_score *score)
{
    if (!score)
        return;
    for (size_t i = 0; i < score->count; i++) {
        ja_sheet_free(score->articles[i].gold);
        ja_sheet_free(score->articles[i].claims);
    }
    ja_arena_clear(&score->arena);
    ja_arena_clear(&score->tally_arena);
    free(score);
}

typedef struct addition {
    jaccuse_score *score;
    ja_sheet *gold;
} addition;

static void enter_gold(void *context)
{
    addition *work = context;
    jaccuse_score *score = work->score;
    score->articles = ja_grow(&score->arena, score->articles, score->count, &score->capacity,
                              sizeof *score->articles);
    bool added;
    size_t place =
        *ja_map_put(&score->index, ja_slice_of(work->gold->article_id), score->count, &added);
    if (added)
        score->articles[score->count++] = (scored_article){NULL, NULL};
    ja_sheet_free(score->articles[place].gold);
    score->articles[place].gold = work->gold;
}

jaccuse_status jaccuse_score_add_gold(jaccuse_score *score, const char *json, size_t length,
                                      jaccuse_error *error)
{
    addition work = {.score = score};
    jaccuse_status status = ja_sheet_parse(&work.gold, (ja_slice){json, length}, error);
    if (status != JACCUSE_OK)
        return status;
    if (score->language && strcmp(score->language, work.gold->language) != 0) {
        ja_sheet_free(work.gold);
        return ja_fail(error, JACCUSE_SKIPPED, "is in another language than %s", score->language);
    }
    if (ja_arena_run(&score->arena, enter_gold, &work))
        return JACCUSE_OK;
    ja_sheet_free(work.gold);
    return ja_fail_memory(error);
}

jaccuse_status jaccuse_score_add_claims(jaccuse_score *score, const char *json, size_t length,
                                        jaccuse_error *error)
{
    ja_sheet *claims;
    jaccuse_status status = ja_sheet_parse(&claims, (ja_slice){json, length}, error);
    if (status != JACCUSE_OK)
        return status;
    const size_t *place = ja_map_get(&score->index, ja_slice_of(claims->article_id));
    if (!place) {
        status = ja_fail(error, JACCUSE_SKIPPED, "there is no gold for %s", claims->article_id);
        ja_sheet_free(claims);
        return status;
    }
    ja_sheet_free(score->articles[*place].claims);
    score->articles[*place].claims = claims;
    return JACCUSE_OK;
}

/* ---- One article ---- */

/* Those of one article whom gold or claims name at one level; who is equal has one number. */
typedef struct parties {
    ja_arena *arena;
    ja_map index; /* key -> number */
    jaccuse_party *at;
    size_t count, capacity;
} parties;

static size_t number_of(parties *all, const char *key, jaccuse_party party)
{
    bool added;
    size_t number = *ja_map_put(&all->index, ja_slice_of(key), all->count, &added);
    if (added)
        JA_PUSH(all->arena, all->at, all->count, all->capacity, party);
    return number;
}

static size_t number_of_known(parties *all, const ja_sheet *gold, size_t actor,
                              jaccuse_score_level level)
{
    size_t one = level == JACCUSE_SCORE_PRINCIPAL ? gold->actors[actor].principal : actor;
    const ja_score_actor *known = &gold->actors[one];
    return number_of(all, known->id, (jaccuse_party){known->id, known->name});
}

static size_t number_of_unknown(parties *all, const ja_sheet *claims, size_t actor,
                                jaccuse_score_level level)
{
    size_t one = level == JACCUSE_SCORE_PRINCIPAL ? claims->actors[actor].principal : actor;
    ja_slice name = claims->actors[one].names[0];
    const char *key = ja_format(all->arena, "?%.*s", (int)name.length, name.at);
    return number_of(all, key, (jaccuse_party){NULL, key + 1});
}

static const ja_sheet NO_CLAIMS = {.article_id = ""};

typedef struct comparison {
    jaccuse_score *score;
    const ja_sheet *gold, *claims;
    const ja_alignment *alignment;
    jaccuse_score_level level;
    jaccuse_score_part part;
    parties parties;
    ja_tuple_set demanded[JACCUSE_SCORE_PART_COUNT];
    ja_tuple_set claimed[JACCUSE_SCORE_PART_COUNT];
} comparison;

static void number_actors(comparison *work, size_t *in_gold, size_t *in_claims)
{
    parties *all = &work->parties;
    ja_map_init(&all->index, all->arena);
    number_of(all, "-", (jaccuse_party){NULL, NULL});
    for (size_t i = 0; i < work->gold->actor_count; i++)
        in_gold[i] = number_of_known(all, work->gold, i, work->level);
    const size_t *known =
        work->level == JACCUSE_SCORE_PRINCIPAL ? work->alignment->above : work->alignment->himself;
    for (size_t i = 0; i < work->claims->actor_count; i++)
        in_claims[i] = known[i] == JACCUSE_NONE
                           ? number_of_unknown(all, work->claims, i, work->level)
                           : number_of_known(all, work->gold, known[i], work->level);
}

static int compare_parties(const jaccuse_party *a, const jaccuse_party *b)
{
    int order = ja_compare_strings(a->id, b->id);
    return order ? order : ja_compare_strings(a->name, b->name);
}

static int compare_slips(const void *a, const void *b)
{
    const jaccuse_slip *x = a, *y = b;
    int order = (int)x->kind - (int)y->kind;
    order = order ? order : compare_parties(&x->accuser, &y->accuser);
    order = order ? order : compare_parties(&x->accused, &y->accused);
    return order ? order : compare_parties(&x->denier, &y->denier);
}

static void add_slip(comparison *work, jaccuse_slip_kind kind, const ja_tuple *tuple)
{
    jaccuse_score *score = work->score;
    const jaccuse_party *at = work->parties.at;
    jaccuse_slip slip = {
        .article_id = work->gold->article_id,
        .level = work->level,
        .part = work->part,
        .kind = kind,
        .accuser = at[tuple->side[0]],
        .accused = at[tuple->side[1]],
        .denier = at[tuple->side[2]],
    };
    JA_PUSH(&score->tally_arena, score->slips, score->slip_count, score->slip_capacity, slip);
}

static void count_part(comparison *work)
{
    jaccuse_score *score = work->score;
    const ja_tuple_set *demanded = &work->demanded[work->part],
                       *claimed = &work->claimed[work->part];
    jaccuse_counts *counts = &score->tally.counts[work->level][work->part];
    size_t before = score->slip_count;
    for (size_t i = 0; i < claimed->count; i++)
        if (!claimed->at[i].left_out && !ja_tuple_find(demanded, &claimed->at[i])) {
            counts->extra++;
            add_slip(work, JACCUSE_MADE_UP, &claimed->at[i]);
        }
    for (size_t i = 0; i < demanded->count; i++) {
        const ja_tuple *tuple = &demanded->at[i];
        if (tuple->left_out || tuple->optional)
            continue;
        if (ja_tuple_find(claimed, tuple)) {
            counts->hit++;
        } else {
            counts->missed++;
            add_slip(work, JACCUSE_MISSED, tuple);
        }
    }
    if (score->slip_count > before)
        qsort(score->slips + before, score->slip_count - before, sizeof *score->slips,
              compare_slips);
}

static void compare(jaccuse_score *score, const scored_article *article)
{
    ja_arena *arena = &score->tally_arena;
    const ja_sheet *claims = article->claims ? article->claims : &NO_CLAIMS;
    ja_alignment alignment = ja_score_align(arena, article->gold, claims);
    for (size_t level = 0; level < JACCUSE_SCORE_LEVEL_COUNT; level++) {
        comparison work = {.score = score,
                           .gold = article->gold,
                           .claims = claims,
                           .alignment = &alignment,
                           .level = (jaccuse_score_level)level,
                           .parties = {.arena = arena}};
        size_t *in_gold = JA_NEW_N(arena, size_t, article->gold->actor_count);
        size_t *in_claims = JA_NEW_N(arena, size_t, claims->actor_count);
        number_actors(&work, in_gold, in_claims);
        ja_score_collect(arena, article->gold, in_gold, work.demanded);
        ja_score_collect(arena, claims, in_claims, work.claimed);
        for (work.part = 0; work.part < JACCUSE_SCORE_PART_COUNT; work.part++)
            count_part(&work);
    }
}

static void tally(void *context)
{
    jaccuse_score *score = context;
    for (size_t i = 0; i < score->count; i++) {
        score->tally.articles++;
        score->tally.predicted += score->articles[i].claims != NULL;
        compare(score, &score->articles[i]);
    }
    score->tally.slips = score->slips;
    score->tally.slip_count = score->slip_count;
}

jaccuse_status jaccuse_score_tally(jaccuse_score *score, const jaccuse_tally **out,
                                   jaccuse_error *error)
{
    *out = NULL;
    ja_arena_clear(&score->tally_arena);
    score->tally = (jaccuse_tally){.articles = 0};
    score->slips = NULL;
    score->slip_count = score->slip_capacity = 0;
    if (!ja_arena_run(&score->tally_arena, tally, score))
        return ja_fail_memory(error);
    *out = &score->tally;
    return JACCUSE_OK;
}
