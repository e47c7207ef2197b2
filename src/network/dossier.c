/* One actor's dossier: his edges by what they are to him, who is of him, and his claims along
 * time. */
#include "network/kept.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"

enum { MOST_PERIODS = 48 };

typedef struct ja_dossier {
    jaccuse_dossier shown; /* the caller has its address */
    ja_arena arena;
    const jaccuse_network *network;
} ja_dossier;

static const char *const section_names[JACCUSE_SECTION_COUNT] = {
    [JACCUSE_ACCUSED_BY] = "accused_by",   [JACCUSE_ACCUSING] = "accuses",
    [JACCUSE_DENYING] = "denies",          [JACCUSE_CONTRADICTED_BY] = "contradicted_by",
    [JACCUSE_DEFENDED_BY] = "defended_by", [JACCUSE_BY_HIS_PEOPLE] = "by_his_people",
};

const char *jaccuse_section_name(jaccuse_section section)
{
    return (unsigned)section < JACCUSE_SECTION_COUNT ? section_names[section] : NULL;
}

/* ---- who is of him ---- */

/* Every chain of `of` is walked until somebody is known, and then again to tell it. */
static void find_people(ja_dossier *dossier)
{
    const jaccuse_network *network = dossier->network;
    jaccuse_dossier *shown = &dossier->shown;
    size_t count = network->node_count;
    bool *is_his = JA_NEW_N(&dossier->arena, bool, count);
    bool *known = JA_NEW_N(&dossier->arena, bool, count);
    size_t *people = JA_NEW_N(&dossier->arena, size_t, count);
    known[shown->actor] = true;
    for (size_t i = 0; i < count; i++) {
        size_t end = i;
        while (end != JACCUSE_NONE && !known[end])
            end = network->nodes[end].of;
        bool his = end != JACCUSE_NONE && (end == shown->actor || is_his[end]);
        for (size_t at = i; at != end; at = network->nodes[at].of) {
            known[at] = true;
            is_his[at] = his;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (is_his[i])
            people[shown->people_count++] = i;
    shown->is_his = is_his;
    shown->people = people;
}

/* ---- his edges ---- */

/* The section that an edge is to stand in; JACCUSE_SECTION_COUNT: it is none of his. */
static jaccuse_section section_of(const jaccuse_dossier *shown, const jaccuse_edge *edge)
{
    bool accuses = edge->relation == JACCUSE_ACCUSES;
    if (edge->source == shown->actor)
        return accuses ? JACCUSE_ACCUSING : JACCUSE_DENYING;
    if (edge->target == shown->actor)
        return accuses ? JACCUSE_ACCUSED_BY : JACCUSE_CONTRADICTED_BY;
    if (!accuses && edge->accused == shown->actor)
        return JACCUSE_DEFENDED_BY;
    return shown->is_his[edge->source] ? JACCUSE_BY_HIS_PEOPLE : JACCUSE_SECTION_COUNT;
}

static void sort_edges(ja_dossier *dossier)
{
    const jaccuse_network *network = dossier->network;
    jaccuse_dossier *shown = &dossier->shown;
    size_t *edges[JACCUSE_SECTION_COUNT], counts[JACCUSE_SECTION_COUNT + 1] = {0};
    for (size_t i = 0; i < network->edge_count; i++)
        counts[section_of(shown, &network->edges[i])]++;
    for (size_t i = 0; i < JACCUSE_SECTION_COUNT; i++)
        shown->edges[i] = edges[i] = JA_NEW_N(&dossier->arena, size_t, counts[i]);
    for (size_t i = 0; i < network->edge_count; i++) {
        jaccuse_section section = section_of(shown, &network->edges[i]);
        if (section < JACCUSE_SECTION_COUNT)
            edges[section][shown->edge_count[section]++] = i;
    }
}

/* ---- along time ---- */

/* Months since the year 0; `whole_year` is set where the date says no month. False: no date. */
static bool month_of(const char *date, long *month, bool *whole_year)
{
    if (!date || !ja_is_date(date))
        return false;
    long year = strtol(date, NULL, 10);
    bool has_month = date[4] == '-';
    *whole_year = *whole_year || !has_month;
    *month = 12 * year + (has_month ? strtol(date + 5, NULL, 10) - 1 : 0);
    return true;
}

typedef enum ja_role { JA_ACCUSED, JA_ACCUSER, JA_DENIER } ja_role;

typedef struct ja_calendar {
    ja_dossier *dossier;
    jaccuse_stretch *periods; /* NULL: the first round, which only finds the range */
    size_t *last_seen;       /* by story: the edge that counted it last, from 1 */
    size_t mark;
    bool any, whole_year;
    long first, last; /* months; at the second round the first is that of a period */
} ja_calendar;

/* Widens the range, or counts the claims in their periods, copies of one story once. */
static void take_claims(ja_calendar *time, const jaccuse_evidence *evidence, size_t count,
                        ja_role role)
{
    time->mark++;
    for (size_t i = 0; i < count; i++) {
        long month;
        if (!month_of(evidence[i].date, &month, &time->whole_year))
            continue;
        if (!time->periods) {
            time->first = !time->any || month < time->first ? month : time->first;
            time->last = !time->any || month > time->last ? month : time->last;
            time->any = true;
        } else if (time->last_seen[evidence[i].story] != time->mark) {
            time->last_seen[evidence[i].story] = time->mark;
            size_t place = (size_t)(month - time->first) / time->dossier->shown.months;
            jaccuse_stretch *period = &time->periods[place];
            ++*(role == JA_ACCUSED   ? &period->accused
                : role == JA_ACCUSER ? &period->accuses
                                     : &period->denies);
        }
    }
}

static void take_section(ja_calendar *time, jaccuse_section section, ja_role role)
{
    const jaccuse_dossier *shown = &time->dossier->shown;
    for (size_t i = 0; i < shown->edge_count[section]; i++) {
        const jaccuse_edge *edge = &time->dossier->network->edges[shown->edges[section][i]];
        take_claims(time, edge->evidence, edge->evidence_count, role);
    }
}

static void take_all(ja_calendar *time)
{
    const jaccuse_node *node = &time->dossier->network->nodes[time->dossier->shown.actor];
    take_section(time, JACCUSE_ACCUSED_BY, JA_ACCUSED);
    take_claims(time, node->unattributed, node->unattributed_count, JA_ACCUSED);
    take_section(time, JACCUSE_ACCUSING, JA_ACCUSER);
    take_section(time, JACCUSE_DENYING, JA_DENIER);
    take_claims(time, node->bare_denials, node->bare_denial_count, JA_DENIER);
}

/* The shortest period of which there are few enough. */
static size_t choose_months(const ja_calendar *time)
{
    static const size_t lengths[] = {1, 3, 12, 60, 120, 1200};
    size_t i = time->whole_year ? 2 : 0, count = sizeof lengths / sizeof *lengths;
    while (i + 1 < count &&
           (size_t)time->last / lengths[i] - (size_t)time->first / lengths[i] >= MOST_PERIODS)
        i++;
    return lengths[i];
}

static void make_periods(ja_dossier *dossier, ja_calendar *time)
{
    jaccuse_dossier *shown = &dossier->shown;
    size_t months = shown->months = choose_months(time);
    time->first -= time->first % (long)months;
    shown->period_count = (size_t)(time->last - time->first) / months + 1;
    time->periods = JA_NEW_N(&dossier->arena, jaccuse_stretch, shown->period_count);
    time->last_seen = JA_NEW_N(&dossier->arena, size_t, dossier->network->story_count);
    for (size_t i = 0; i < shown->period_count; i++) {
        long month = time->first + (long)(i * months);
        jaccuse_stretch *period = &time->periods[i];
        if (months % 12)
            snprintf(period->from, sizeof period->from, "%04ld-%02ld", month / 12, month % 12 + 1);
        else
            snprintf(period->from, sizeof period->from, "%04ld", month / 12);
    }
    shown->periods = time->periods;
}

static void find_periods(ja_dossier *dossier)
{
    ja_calendar time = {.dossier = dossier};
    take_all(&time);
    if (!time.any)
        return;
    make_periods(dossier, &time);
    take_all(&time);
}

static void find_edges(void *context)
{
    ja_dossier *dossier = context;
    find_people(dossier);
    sort_edges(dossier);
}

static void tell_time(void *context)
{
    find_periods(context);
}

static jaccuse_status read_evidence(const jaccuse_dossier *shown, jaccuse_network *network,
                                    jaccuse_error *error)
{
    jaccuse_status status = ja_read_node(network, shown->actor, error);
    for (size_t i = 0; i < JACCUSE_SECTION_COUNT; i++)
        for (size_t j = 0; j < shown->edge_count[i] && status == JACCUSE_OK; j++)
            status = jaccuse_network_evidence(network, shown->edges[i][j], error);
    return status;
}

jaccuse_status jaccuse_dossier_new(jaccuse_dossier **out, jaccuse_network *network, size_t actor,
                                   jaccuse_error *error)
{
    *out = NULL;
    if (!network->finished || actor >= network->node_count)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "%s",
                       network->finished ? "there is no such node" : "the network is not finished");
    ja_dossier *dossier = calloc(1, sizeof *dossier);
    if (!dossier)
        return ja_fail_memory(error);
    dossier->shown.actor = actor;
    dossier->network = network;
    ja_arena_init(&dossier->arena);
    bool done = ja_arena_run(&dossier->arena, find_edges, dossier);
    jaccuse_status status = done ? read_evidence(&dossier->shown, network, error) : JACCUSE_OK;
    done = done && (status != JACCUSE_OK || ja_arena_run(&dossier->arena, tell_time, dossier));
    if (!done)
        status = ja_fail_memory(error);
    if (status == JACCUSE_OK)
        *out = &dossier->shown;
    else
        jaccuse_dossier_free(&dossier->shown);
    return status;
}

void jaccuse_dossier_free(jaccuse_dossier *dossier)
{
    if (!dossier)
        return;
    ja_dossier *whole = (ja_dossier *)dossier; /* `shown` is its first member */
    ja_arena_clear(&whole->arena);
    free(whole);
}
