#include "output/events.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "base/embedded.h"
#include "base/table.h"
#include "output/attributes.h"
#include "output/cells.h"

static const char *const COUNTRIES_FILE = "output/countries.tsv";
static const char *const HEADINGS[] = {
    "event_id",
    "date",
    "source",
    "source_label",
    "source_kind",
    "source_principal",
    "source_country",
    "target",
    "target_label",
    "target_kind",
    "target_principal",
    "target_country",
    "accused",
    "cameo",
    "plover_event",
    "plover_mode",
    "plover_context",
    "certainty",
    "confidence",
    "answered",
    "story",
    "article",
    "claim",
    "outlet",
    "lang",
    "title",
    "url",
    "charge",
    "quote",
};

static int compare_dates(const char *a, const char *b)
{
    return !a || !b ? (a == NULL) - (b == NULL) : strcmp(a, b);
}

/* Claim ids are c1, c2 ... c10: the shorter comes first. */
static int compare_claims(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b);
    return m != n ? (m < n ? -1 : 1) : strcmp(a, b);
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_events(const void *a, const void *b)
{
    const ja_event *x = a, *y = b;
    int order = compare_dates(x->evidence->date, y->evidence->date);
    if (order == 0)
        order = strcmp(x->evidence->article_id, y->evidence->article_id);
    if (order == 0)
        order = compare_claims(x->evidence->claim_id, y->evidence->claim_id);
    if (order == 0)
        order = compare_numbers(x->source, y->source);
    return order ? order : compare_numbers(x->target, y->target);
}

static size_t count_events(const jaccuse_network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++)
        count += jaccuse_network_edge(network, i)->evidence_count;
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        count += node->unattributed_count + node->bare_denial_count;
    }
    return count;
}

/* What stands beside the edges of an actor: nobody is named on the other side. */
static void gather_alone(ja_events *events, const jaccuse_node *node, size_t index)
{
    for (size_t i = 0; i < node->unattributed_count; i++)
        events->at[events->count++] =
            (ja_event){&node->unattributed[i], JACCUSE_NONE, index, index, JACCUSE_ACCUSES};
    for (size_t i = 0; i < node->bare_denial_count; i++)
        events->at[events->count++] =
            (ja_event){&node->bare_denials[i], index, JACCUSE_NONE, JACCUSE_NONE, JACCUSE_DENIES};
}

static void gather(ja_events *events, const jaccuse_network *network)
{
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        for (size_t j = 0; j < edge->evidence_count; j++)
            events->at[events->count++] = (ja_event){&edge->evidence[j], edge->source, edge->target,
                                                     edge->accused, edge->relation};
    }
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
        gather_alone(events, jaccuse_network_node(network, i), i);
}

static void load_countries(ja_events *events, ja_arena *arena)
{
    ja_table table;
    ja_map_init(&events->countries, arena);
    ja_table_init(&table, ja_embedded_file(COUNTRIES_FILE));
    while (ja_table_next(&table)) {
        ja_map_put(&events->countries, table.column[0], events->code_count, NULL);
        JA_PUSH(arena, events->codes, events->code_count, events->code_capacity,
                ja_copy(arena, table.column[1].at, table.column[1].length));
    }
}

ja_events *ja_events_of(ja_arena *arena, const jaccuse_network *network, const char *path)
{
    static const char TABS[] = ".tsv";
    ja_events *events = JA_NEW(arena, ja_events);
    size_t length = path ? strlen(path) : 0, own = strlen(TABS);
    bool tabs = length >= own && strcasecmp(path + length - own, TABS) == 0;
    events->separator = tabs ? '\t' : ',';
    events->at = JA_NEW_N(arena, ja_event, count_events(network));
    gather(events, network);
    if (events->count)
        qsort(events->at, events->count, sizeof *events->at, compare_events);
    events->charges = ja_charges_load(arena);
    load_countries(events, arena);
    return events;
}

/* The state whose actor he is: itself, or his principal. */
static const char *country_of(const ja_events *events, const jaccuse_node *node)
{
    const size_t *place = ja_map_get(&events->countries, ja_slice_of(node->id));
    if (!place)
        place = ja_map_get(&events->countries, ja_slice_of(node->principal));
    return place ? events->codes[*place] : NULL;
}

static void put_actor(ja_cells *row, const ja_picture *picture, const ja_events *events,
                      size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index); /* NULL: nobody */
    ja_cells_text(row, node ? node->id : NULL);
    ja_cells_text(row, node ? ja_label(picture, node) : NULL);
    ja_cells_text(row, node ? jaccuse_kind_name(node->kind) : NULL);
    ja_cells_text(row, node ? node->principal : NULL);
    ja_cells_text(row, node ? country_of(events, node) : NULL);
}

static const char *id_of(const ja_picture *picture, size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(picture->network, index);
    return node ? node->id : "";
}

/* The same for the same claim in every export of it. */
static const char *event_id(const ja_picture *picture, const ja_event *event)
{
    const char *parts[] = {event->evidence->article_id, event->evidence->claim_id,
                           jaccuse_relation_name(event->relation), id_of(picture, event->source),
                           id_of(picture, event->target)};
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = ja_hash_stable(hash, ja_slice_of(parts[i]));
    return ja_format(picture->arena, "%016llx", (unsigned long long)hash);
}

static void put_kind(ja_cells *row, const ja_events *events, const ja_event *event)
{
    const jaccuse_evidence *evidence = event->evidence;
    const ja_event_kind *kind =
        event->relation == JACCUSE_DENIES
            ? ja_denial_kind(events->charges)
            : ja_charge_kind(events->charges, row->arena, evidence->language, evidence->charge);
    ja_cells_text(row, kind->cameo);
    ja_cells_text(row, kind->event);
    ja_cells_text(row, kind->mode);
    ja_cells_text(row, kind->context);
}

static void put_evidence(ja_cells *row, const ja_picture *picture, const ja_event *event)
{
    const jaccuse_evidence *evidence = event->evidence;
    ja_cells_text(row, jaccuse_certainty_name(evidence->certainty));
    ja_cells_number(row, ja_decimal(picture->arena, evidence->confidence));
    ja_cells_text(row, event->relation == JACCUSE_DENIES ? NULL
                       : evidence->answered              ? "true"
                                                         : "false");
    ja_cells_number(row, ja_format(picture->arena, "%zu", evidence->story));
    ja_cells_text(row, evidence->article_id);
    ja_cells_text(row, evidence->claim_id);
    ja_cells_text(row, evidence->outlet);
    ja_cells_text(row, evidence->language);
    ja_cells_text(row, evidence->title);
    ja_cells_text(row, evidence->url);
    ja_cells_text(row, evidence->charge);
    ja_cells_text(row, evidence->quote);
}

static void put_event(ja_cells *row, const ja_picture *picture, const ja_events *events,
                      const ja_event *event)
{
    ja_cells_text(row, event_id(picture, event));
    ja_cells_text(row, event->evidence->date);
    put_actor(row, picture, events, event->source);
    put_actor(row, picture, events, event->target);
    ja_cells_text(row, id_of(picture, event->accused));
    put_kind(row, events, event);
    put_evidence(row, picture, event);
}

void ja_events_write(ja_sink *sink, const ja_picture *picture, const ja_events *events)
{
    ja_cells row = {.out = &sink->text, .arena = &sink->rows, .separator = events->separator};
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
        ja_cells_text(&row, HEADINGS[i]);
    ja_cells_end_row(&row);
    for (size_t i = 0; ja_sink_begin_row(sink) && i < events->count; i++) {
        put_event(&row, picture, events, &events->at[i]);
        ja_cells_end_row(&row);
    }
}
