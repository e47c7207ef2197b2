#include "output/spells.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"

/* A passage, or a spell that was found before. */
typedef struct span {
    long first, last; /* days */
    size_t story;
} span;

static int digits(const char *at, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (at[i] - '0');
    return value;
}

bool ja_days_of(const char *date, long *first, long *last)
{
    size_t length = date ? strlen(date) : 0;
    bool has_time = length > 10 && (date[10] == 'T' || date[10] == ' ');
    if (has_time)
        length = 10;
    if (length != 4 && length != 7 && length != 10)
        return false;
    char day[] = "0000-01-01"; /* the first of what is given */
    memcpy(day, date, length);
    if (!ja_is_day(ja_slice_of(day)) || digits(day, 4) == 0) /* XML knows no year 0 */
        return false;
    int year = digits(day, 4), month = digits(day + 5, 2);
    *first = ja_day_number(day);
    *last = length == 4   ? ja_day_from(year, 13, 1) - 1
            : length == 7 ? ja_day_from(year, month + 1, 1) - 1
                          : *first;
    return true;
}

const char *ja_day_text(ja_arena *arena, long day)
{
    char text[JA_DAY_ROOM];
    ja_day_print((int)day, text);
    return ja_copy_string(arena, text);
}

static int by_day(const void *a, const void *b)
{
    const span *x = a, *y = b;
    int order = (x->first > y->first) - (x->first < y->first);
    return order ? order : (x->last > y->last) - (x->last < y->last);
}

static int by_story(const void *a, const void *b)
{
    const span *x = a, *y = b;
    return (x->story > y->story) - (x->story < y->story);
}

static size_t count_stories(span *spans, size_t count)
{
    size_t stories = 1;
    qsort(spans, count, sizeof *spans, by_story);
    for (size_t i = 1; i < count; i++)
        stories += spans[i].story != spans[i - 1].story;
    return stories;
}

/* The end of the spans, sorted by day, that touch each other from `begin` on; *last: their last
 * day.
 */
static size_t end_of_run(const span *spans, size_t begin, size_t count, long *last)
{
    size_t end = begin + 1;
    *last = spans[begin].last;
    for (; end < count && spans[end].first <= *last + 1; end++)
        if (spans[end].last > *last)
            *last = spans[end].last;
    return end;
}

/* Sorts the spans as it goes. */
static ja_spell_list join(ja_arena *arena, span *spans, size_t count)
{
    size_t runs = 0;
    long last;
    if (count == 0)
        return (ja_spell_list){NULL, 0};
    qsort(spans, count, sizeof *spans, by_day);
    for (size_t i = 0; i < count; i = end_of_run(spans, i, count, &last))
        runs++;
    ja_spell *spells = JA_NEW_N(arena, ja_spell, runs);
    runs = 0;
    for (size_t i = 0, end; i < count; i = end) {
        end = end_of_run(spans, i, count, &last);
        spells[runs].first = spans[i].first;
        spells[runs].last = last;
        spells[runs++].stories = count_stories(spans + i, end - i);
    }
    return (ja_spell_list){spells, runs};
}

/* The dated ones of some passages; returns how many. */
static size_t spans_of(span *out, const jaccuse_evidence *evidence, size_t count)
{
    size_t dated = 0;
    for (size_t i = 0; i < count; i++)
        if (ja_days_of(evidence[i].date, &out[dated].first, &out[dated].last))
            out[dated++].story = evidence[i].story;
    return dated;
}

static void find_edges(ja_arena *arena, const jaccuse_network *network, ja_spells *spells)
{
    size_t count = jaccuse_network_edge_count(network), most = 0;
    for (size_t i = 0; i < count; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        most = edge->evidence_count > most ? edge->evidence_count : most;
    }
    span *spans = JA_NEW_N(arena, span, most);
    spells->edges = JA_NEW_N(arena, ja_spell_list, count);
    for (size_t i = 0; i < count; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        size_t dated = spans_of(spans, edge->evidence, edge->evidence_count);
        spells->edges[i] = join(arena, spans, dated);
        spells->undated_edges += dated == 0;
    }
}

/* The spans of all actors, one actor's behind the other's. */
typedef struct gathering {
    span *spans;
    size_t *end; /* by actor: behind those that stand there */
    bool *open;  /* by actor: some edge of his is always there */
} gathering;

static void gather(gathering *all, size_t node, ja_spell_list spells)
{
    all->open[node] = all->open[node] || spells.count == 0;
    for (size_t i = 0; i < spells.count; i++)
        all->spans[all->end[node]++] = (span){spells.at[i].first, spells.at[i].last, 0};
}

/* Room for the spans of each actor: *begin, by actor, and of all. */
static size_t *make_room(ja_arena *arena, const jaccuse_network *network, const ja_spells *spells,
                         gathering *all)
{
    size_t nodes = jaccuse_network_node_count(network), sum = 0;
    size_t *begin = JA_NEW_N(arena, size_t, nodes + 1);
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        begin[edge->source] += spells->edges[i].count;
        begin[edge->target] += spells->edges[i].count;
    }
    for (size_t i = 0; i < nodes; i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        size_t own = begin[i] + node->unattributed_count + node->bare_denial_count;
        begin[i] = sum;
        sum += own;
    }
    *all = (gathering){JA_NEW_N(arena, span, sum), JA_NEW_N(arena, size_t, nodes),
                       JA_NEW_N(arena, bool, nodes)};
    memcpy(all->end, begin, nodes * sizeof *begin);
    return begin;
}

static void find_nodes(ja_arena *arena, const jaccuse_network *network, ja_spells *spells)
{
    gathering all;
    const size_t *begin = make_room(arena, network, spells, &all);
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        gather(&all, edge->source, spells->edges[i]);
        gather(&all, edge->target, spells->edges[i]);
    }
    size_t count = jaccuse_network_node_count(network);
    spells->nodes = JA_NEW_N(arena, ja_spell_list, count);
    for (size_t i = 0; i < count; i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        all.end[i] +=
            spans_of(all.spans + all.end[i], node->unattributed, node->unattributed_count);
        all.end[i] += spans_of(all.spans + all.end[i], node->bare_denials, node->bare_denial_count);
        if (!all.open[i])
            spells->nodes[i] = join(arena, all.spans + begin[i], all.end[i] - begin[i]);
    }
}

ja_spells ja_spells_of(ja_arena *arena, const jaccuse_network *network)
{
    ja_spells spells = {.undated_edges = 0};
    find_edges(arena, network, &spells);
    find_nodes(arena, network, &spells);
    return spells;
}
