/* Stories: copies of one dispatch, in many papers, shortened, with another title, lightly edited,
 * are found and share a story.
 *
 * Articles that are word for word the same are one text. Texts are taken from the longest to the
 * shortest, and each joins the story in whose longest text enough of it stands, or begins one. So
 * every text of a story is like one and the same text: there is no chain by which the first and
 * the last of them could have nothing in common.
 *
 * How much of a text stands in another is told by their sketches (base/fingerprint.h), and which
 * stories come into question by the shelf (network/shelf.h), so that each text takes bounded time
 * however many there are. A value that very many stories share counts no more; since long texts
 * come first, such lines are known before they could make up half of a short one. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "base/fingerprint.h"
#include "network/shelf.h"

/* What makes a copy, by what tests/network/test_stories.c measures. */
static const double LEAST_PART = 0.5;  /* of a text that must stand in the longer one */
static const double OWN_PART = 0.3;    /* of it that may be its own */
static const double OWN_SHINGLES = 20; /* and so many more: a dateline, a subscribe line */
static const double SAFE_PART = 0.8;   /* for these, where time or outlet speak against a copy */
static const double LEAST_COMMON = 32; /* shingles: two sentences; less tells nothing */
static const double CORE_PART = 0.15;  /* that a text must share with a story's second one */
enum {
    LEAST_SHARED = 6, /* values; fewer are chance */
    NEAR_DAYS = 7,    /* copies of one dispatch lie no further apart */
    LONGER = 4,       /* times: a text this much longer is a digest of several */
    MOST_TRIED = 4,   /* stories, the best first */
};

/* All articles that are word for word the same. */
typedef struct ja_text {
    const ja_article *first; /* in the order of evidence */
    const char *fingerprint; /* of one that has a sketch, or NULL */
    size_t total;            /* shingles; 0: no sketch */
    int day;                 /* of the first; JA_NO_DAY: none is */
    size_t story;
} ja_text;

/* Every text of a story stands in `longest` for a good part. */
typedef struct ja_story {
    const ja_text *longest, *second; /* second: NULL where there is none yet */
    uint32_t height;                 /* of the longest one's sketch */
} ja_story;

typedef struct ja_grouping {
    jaccuse_network *network;
    ja_arena arena;          /* for what is needed no longer afterwards */
    ja_text *texts, **order; /* order: from the longest to the shortest */
    size_t text_count;
    size_t *text_of; /* by article */
    ja_story *stories;
    size_t story_count;
    ja_shelf shelf;
} ja_grouping;

static ja_sketch sketch_of(const char *fingerprint)
{
    ja_sketch sketch;
    ja_fingerprint_sketch(ja_slice_of(fingerprint), &sketch);
    return sketch;
}

/* The text of an article, made where it is the first of it. */
static void read_text(ja_grouping *grouping, ja_map *index, size_t number)
{
    const ja_article *article = grouping->network->articles[number];
    size_t place = grouping->text_count;
    if (article->fingerprint) {
        ja_slice exact = ja_fingerprint_exact(ja_slice_of(article->fingerprint));
        place = *ja_map_put(index, exact, place, NULL);
    }
    ja_text *text = &grouping->texts[place];
    if (place == grouping->text_count) {
        *text = (ja_text){.first = article, .day = ja_day_number(article->date)};
        grouping->text_count++;
    }
    size_t total = text->total ? 0 : sketch_of(article->fingerprint).total;
    if (total) {
        text->fingerprint = article->fingerprint;
        text->total = total;
    }
    grouping->text_of[number] = place;
}

static int compare_texts(const void *a, const void *b)
{
    const ja_text *x = *(ja_text *const *)a, *y = *(ja_text *const *)b;
    if (x->total != y->total)
        return x->total > y->total ? -1 : 1;
    return (x->first->rank > y->first->rank) - (x->first->rank < y->first->rank);
}

static void read_texts(ja_grouping *grouping)
{
    size_t count = grouping->network->article_count;
    ja_map index;
    ja_map_init(&index, &grouping->arena);
    grouping->texts = JA_NEW_N(&grouping->arena, ja_text, count);
    grouping->text_of = JA_NEW_N(&grouping->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        read_text(grouping, &index, i);
    grouping->order = JA_NEW_N(&grouping->arena, ja_text *, grouping->text_count);
    for (size_t i = 0; i < grouping->text_count; i++)
        grouping->order[i] = &grouping->texts[i];
    if (grouping->text_count)
        qsort(grouping->order, grouping->text_count, sizeof(ja_text *), compare_texts);
}

static void open_shelf(ja_grouping *grouping)
{
    size_t count = 0;
    uint32_t *values = JA_NEW_N(&grouping->arena, uint32_t, grouping->text_count * JA_SKETCH_SIZE);
    for (size_t i = 0; i < grouping->text_count; i++) {
        ja_sketch sketch = sketch_of(grouping->texts[i].fingerprint);
        memcpy(values + count, sketch.values, sketch.count * sizeof *values);
        count += sketch.count;
    }
    ja_shelf_init(&grouping->shelf, &grouping->arena, values, count, grouping->text_count);
}

/* Papers print a dispatch within some days, and once; what else two articles of one paper share may
 * be its lines or what it told before. */
static bool may_be_copies(const ja_text *a, const ja_text *b)
{
    const char *x = a->first->outlet, *y = b->first->outlet;
    if (x && y && strcmp(x, y) == 0)
        return false;
    return a->day == JA_NO_DAY || b->day == JA_NO_DAY || abs(a->day - b->day) <= NEAR_DAYS;
}

/* The part of a text that stands in the longest one of a story; 0: it is no copy. */
static double part_in(const ja_story *story, size_t shared, const ja_text *text,
                      const ja_sketch *sketch)
{
    if (shared < LEAST_SHARED || story->longest->total / LONGER > text->total)
        return 0;
    size_t sampled = 0;
    while (sampled < sketch->count && sketch->values[sampled] <= story->height)
        sampled++;
    double part = (double)shared / (double)sampled;
    double own = (double)sketch->total * (1 - part);
    bool is_copy = may_be_copies(story->longest, text)
                       ? own <= OWN_SHINGLES + OWN_PART * (double)sketch->total
                       : part >= SAFE_PART;
    return is_copy && part >= LEAST_PART && part * (double)sketch->total >= LEAST_COMMON ? part : 0;
}

/* False where a story's second text is another than this one: its longest is then a digest. */
static bool shares_core(const ja_story *story, const ja_sketch *sketch)
{
    if (!story->second)
        return true;
    ja_sketch second = sketch_of(story->second->fingerprint);
    ja_overlap overlap = ja_sketch_overlap(&second, sketch);
    return (double)overlap.shared >= CORE_PART * (double)overlap.sampled;
}

/* The story with the greatest part; among equals the one begun last, whose longest text is the
 * shortest. It is not offered again. JACCUSE_NONE: no more. */
static size_t next_best(ja_grouping *grouping, const ja_text *text, const ja_sketch *sketch)
{
    ja_hit *best = NULL;
    double most = 0;
    for (size_t i = 0; i < grouping->shelf.hit_count; i++) {
        ja_hit *hit = &grouping->shelf.hits[i];
        double part = part_in(&grouping->stories[hit->story], hit->shared, text, sketch);
        if (part > most || (best && part == most && hit->story > best->story)) {
            best = hit;
            most = part;
        }
    }
    if (!best)
        return JACCUSE_NONE;
    best->shared = 0;
    return best->story;
}

static size_t find_story(ja_grouping *grouping, const ja_text *text, const ja_sketch *sketch)
{
    for (size_t i = 0; i < MOST_TRIED; i++) {
        size_t story = next_best(grouping, text, sketch);
        if (story == JACCUSE_NONE || shares_core(&grouping->stories[story], sketch))
            return story;
    }
    return JACCUSE_NONE;
}

static void place_text(ja_grouping *grouping, ja_text *text)
{
    ja_sketch sketch = sketch_of(text->fingerprint);
    ja_shelf_search(&grouping->shelf, &sketch);
    text->story = find_story(grouping, text, &sketch);
    if (text->story == JACCUSE_NONE) {
        text->story = grouping->story_count++;
        grouping->stories[text->story] = (ja_story){.longest = text, .height = sketch.height};
        ja_shelf_file(&grouping->shelf, &sketch, text->story);
    } else if (!grouping->stories[text->story].second) {
        grouping->stories[text->story].second = text;
    }
}

/* Numbers the stories anew, in the order of their first articles. */
static void number_stories(ja_grouping *grouping)
{
    jaccuse_network *network = grouping->network;
    size_t *numbers = JA_NEW_N(&grouping->arena, size_t, grouping->story_count);
    for (size_t i = 0; i < network->article_count; i++) {
        size_t *number = &numbers[grouping->texts[grouping->text_of[i]].story]; /* from 1 */
        if (*number == 0)
            *number = ++network->story_count;
        network->articles[i]->story = *number - 1;
    }
}

static void group(void *context)
{
    ja_grouping *grouping = context;
    read_texts(grouping);
    open_shelf(grouping);
    grouping->stories = JA_NEW_N(&grouping->arena, ja_story, grouping->text_count);
    for (size_t i = 0; i < grouping->text_count; i++)
        place_text(grouping, grouping->order[i]);
    number_stories(grouping);
}

jaccuse_status ja_group_stories(jaccuse_network *network, jaccuse_error *error)
{
    ja_grouping grouping = {.network = network};
    ja_arena_init(&grouping.arena);
    bool done = ja_arena_run(&grouping.arena, group, &grouping);
    network->story_steps = grouping.shelf.steps;
    network->broken = network->broken || !done;
    ja_arena_clear(&grouping.arena);
    return done ? JACCUSE_OK : ja_fail_memory(error);
}
