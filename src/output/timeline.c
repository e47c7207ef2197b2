/* Events of a timeline: the evidence of the picture's edges, a claim once, a story's copies once.
 */
#include "output/timeline.h"

#include <stdlib.h>
#include <string.h>

static const size_t MOST_EVENTS = 200;

static bool read_digits(const char **at, int count, unsigned *out)
{
    *out = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *out = *out * 10 + (unsigned)(**at - '0');
    }
    return true;
}

bool ja_day_of(const char *date, long *day)
{
    unsigned year, month = 7, number = 1;
    if (!date || !read_digits(&date, 4, &year) || year == 0)
        return false;
    if (*date == '-') {
        date++;
        number = 15;
        if (!read_digits(&date, 2, &month) || month < 1 || month > 12)
            return false;
        if (*date == '-') {
            date++;
            if (!read_digits(&date, 2, &number) || number < 1 || number > 31)
                return false;
        }
    }
    *day = ja_day_from((int)year, (int)month, (int)number);
    return *date == '\0' || *date == 'T' || *date == ' ';
}

size_t ja_count_dated(const jaccuse_evidence *evidence, size_t count)
{
    size_t dated = 0;
    long day;
    for (size_t i = 0; i < count; i++)
        dated += ja_day_of(evidence[i].date, &day);
    return dated;
}

/* One passage of an edge, or of an accusation by nobody named. */
typedef struct passage {
    const jaccuse_evidence *evidence;
    jaccuse_relation relation;
    size_t source, target; /* nodes of the picture; source JACCUSE_NONE: nobody */
    long day;
    double weight;
} passage;

static int compare_sizes(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

/* Copies of a story stand together, the earliest first. */
static int by_story(const void *a, const void *b)
{
    const passage *x = a, *y = b;
    int order = compare_sizes(x->relation, y->relation);
    if (order == 0)
        order = compare_sizes(x->source, y->source);
    if (order == 0)
        order = compare_sizes(x->target, y->target);
    if (order == 0)
        order = compare_sizes(x->evidence->story, y->evidence->story);
    if (order == 0)
        order = x->day < y->day ? -1 : x->day > y->day;
    if (order == 0)
        order = strcmp(x->evidence->article_id, y->evidence->article_id);
    return order ? order : strcmp(x->evidence->claim_id, y->evidence->claim_id);
}

/* What one claim says stands together, in the order of time. */
static int by_claim(const void *a, const void *b)
{
    const passage *x = a, *y = b;
    int order = x->day < y->day ? -1 : x->day > y->day;
    if (order == 0)
        order = compare_sizes(x->relation, y->relation);
    if (order == 0)
        order = strcmp(x->evidence->article_id, y->evidence->article_id);
    if (order == 0)
        order = strcmp(x->evidence->claim_id, y->evidence->claim_id);
    if (order == 0)
        order = compare_sizes(x->source, y->source);
    return order ? order : compare_sizes(x->target, y->target);
}

static bool is_same_claim(const passage *x, const passage *y)
{
    return x->relation == y->relation && x->day == y->day &&
           strcmp(x->evidence->article_id, y->evidence->article_id) == 0 &&
           strcmp(x->evidence->claim_id, y->evidence->claim_id) == 0;
}

static void list_passages(passage *out, size_t *count, passage form,
                          const jaccuse_evidence *evidence, size_t evidence_count)
{
    for (size_t i = 0; i < evidence_count; i++) {
        form.evidence = &evidence[i];
        if (ja_day_of(evidence[i].date, &form.day))
            out[(*count)++] = form;
    }
}

static passage *find_passages(const ja_picture *picture, size_t *count)
{
    size_t room = 1;
    for (size_t i = 0; i < picture->edge_count; i++)
        room += picture->edges[i].edge->evidence_count;
    for (size_t i = 0; i < picture->node_count; i++)
        room += picture->nodes[i].node->unattributed_count;
    passage *all = JA_NEW_N(picture->arena, passage, room);
    *count = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        const ja_picture_edge *edge = &picture->edges[i];
        passage form = {.relation = edge->edge->relation,
                        .source = edge->source,
                        .target = edge->target,
                        .weight = edge->edge->weight};
        list_passages(all, count, form, edge->edge->evidence, edge->edge->evidence_count);
    }
    for (size_t i = 0; i < picture->node_count; i++) {
        const jaccuse_node *node = picture->nodes[i].node;
        passage form = {
            .relation = JACCUSE_ACCUSES, .source = JACCUSE_NONE, .target = i, .weight = 1};
        list_passages(all, count, form, node->unattributed, node->unattributed_count);
    }
    return all;
}

static size_t drop_copies(passage *all, size_t count)
{
    size_t kept = 0;
    qsort(all, count, sizeof *all, by_story);
    for (size_t i = 0; i < count; i++) {
        const passage *last = kept > 0 ? &all[kept - 1] : NULL;
        bool copy = last && last->relation == all[i].relation && last->source == all[i].source &&
                    last->target == all[i].target &&
                    last->evidence->story == all[i].evidence->story;
        if (!copy)
            all[kept++] = all[i];
    }
    return kept;
}

static void add_once(size_t *list, size_t *count, size_t node)
{
    for (size_t i = 0; i < *count; i++)
        if (list[i] == node)
            return;
    if (node != JACCUSE_NONE)
        list[(*count)++] = node;
}

static void add_event(ja_timeline *timeline, const passage *parts, size_t count)
{
    ja_arena *arena = timeline->picture->arena;
    ja_event *event = &timeline->events[timeline->event_count++];
    *event = (ja_event){.relation = parts[0].relation,
                        .evidence = parts[0].evidence,
                        .day = parts[0].day,
                        .sources = JA_NEW_N(arena, size_t, count),
                        .targets = JA_NEW_N(arena, size_t, count)};
    for (size_t i = 0; i < count; i++) {
        add_once(event->sources, &event->source_count, parts[i].source);
        add_once(event->targets, &event->target_count, parts[i].target);
        event->answered = event->answered || parts[i].evidence->answered;
        event->weight = parts[i].weight > event->weight ? parts[i].weight : event->weight;
    }
}

static int by_weight(const void *a, const void *b)
{
    const ja_event *const *x = a, *const *y = b;
    if ((*x)->weight != (*y)->weight)
        return (*x)->weight > (*y)->weight ? -1 : 1;
    return *x < *y ? -1 : *x > *y;
}

/* Keeps those events that rest on the heaviest edges, in the order of time. */
static void keep_weighty(ja_timeline *timeline)
{
    size_t count = timeline->event_count;
    if (count <= MOST_EVENTS)
        return;
    ja_event **order = JA_NEW_N(timeline->picture->arena, ja_event *, count);
    for (size_t i = 0; i < count; i++)
        order[i] = &timeline->events[i];
    qsort(order, count, sizeof *order, by_weight);
    for (size_t i = MOST_EVENTS; i < count; i++)
        order[i]->target_count = 0;
    timeline->event_count = 0;
    for (size_t i = 0; i < count; i++)
        if (timeline->events[i].target_count > 0)
            timeline->events[timeline->event_count++] = timeline->events[i];
    timeline->dropped = count - timeline->event_count;
}

static void find_dates(ja_timeline *timeline)
{
    timeline->dates = JA_NEW_N(timeline->picture->arena, ja_date, timeline->event_count + 1);
    for (size_t i = 0; i < timeline->event_count; i++) {
        ja_event *event = &timeline->events[i];
        ja_date *last =
            timeline->date_count > 0 ? &timeline->dates[timeline->date_count - 1] : NULL;
        if (!last || last->day != event->day)
            timeline->dates[timeline->date_count++] =
                (ja_date){.day = event->day, .text = event->evidence->date};
        event->date = timeline->date_count - 1;
    }
}

static int by_claim_alone(const void *a, const void *b)
{
    const jaccuse_evidence *const *x = a, *const *y = b;
    int order = strcmp((*x)->article_id, (*y)->article_id);
    return order ? order : strcmp((*x)->claim_id, (*y)->claim_id);
}

static void add_undated(const jaccuse_evidence **out, size_t *count,
                        const jaccuse_evidence *evidence, size_t evidence_count)
{
    long day;
    for (size_t i = 0; i < evidence_count; i++)
        if (!ja_day_of(evidence[i].date, &day))
            out[(*count)++] = &evidence[i];
}

/* A claim may stand among the evidence of several edges: it counts once. */
static size_t count_undated(const ja_picture *picture)
{
    const jaccuse_network *network = picture->network;
    size_t room = 1, count = 0, claims = 0;
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++)
        room += jaccuse_network_edge(network, i)->evidence_count;
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
        room += jaccuse_network_node(network, i)->unattributed_count;
    const jaccuse_evidence **all = JA_NEW_N(picture->arena, const jaccuse_evidence *, room);
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        add_undated(all, &count, edge->evidence, edge->evidence_count);
    }
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        add_undated(all, &count, node->unattributed, node->unattributed_count);
    }
    qsort(all, count, sizeof *all, by_claim_alone);
    for (size_t i = 0; i < count; i++)
        claims += i == 0 || by_claim_alone(&all[i - 1], &all[i]) != 0;
    return claims;
}

void ja_timeline_make(ja_timeline *timeline, ja_picture *picture)
{
    *timeline = (ja_timeline){.picture = picture};
    size_t count;
    timeline->undated = count_undated(picture);
    passage *all = find_passages(picture, &count);
    count = drop_copies(all, count);
    qsort(all, count, sizeof *all, by_claim);
    timeline->events = JA_NEW_N(picture->arena, ja_event, count + 1);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && is_same_claim(&all[i], &all[end]);)
            end++;
        add_event(timeline, all + i, end - i);
    }
    keep_weighty(timeline);
    find_dates(timeline);
    ja_timeline_order(timeline);
    ja_timeline_columns(timeline);
    ja_timeline_scale(timeline);
}
