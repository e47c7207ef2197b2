/* Rankings for programs: CSV and TSV with a row for each actor, of each period; JSON with an
 * object. */
#include <string.h>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "base/unicode.h"
#include "output/cells.h"
#include "output/rank.h"

static bool is_json(const ja_ranking *ranking)
{
    return ranking->options->form == JACCUSE_RANK_JSON;
}

/* ---- CSV and TSV ---- */

static ja_cells cells_of(ja_ranking *ranking)
{
    char separator = ranking->options->form == JACCUSE_RANK_TSV ? '\t' : ',';
    return (ja_cells){.out = &ranking->text, .arena = &ranking->arena, .separator = separator};
}

static void put_heading(ja_ranking *ranking)
{
    const jaccuse_rank_options *options = ranking->options;
    ja_cells cells = cells_of(ranking);
    ja_cells_text(&cells, options->every < JACCUSE_EVERY_COUNT ? "period" : "rank");
    ja_cells_text(&cells, "actor");
    ja_cells_text(&cells, "label");
    ja_cells_text(&cells, "kind");
    for (size_t i = 0; i < options->measure_count; i++)
        ja_cells_text(&cells, jaccuse_measure_name(options->measures[i]));
    ja_cells_text(&cells, "accusations_received");
    ja_cells_text(&cells, "accusations_denied");
    ja_cells_text(&cells, "accusations_made");
    ja_cells_text(&cells, "denials_made");
    ja_cells_end_row(&cells);
}

static const char *size_text(ja_ranking *ranking, size_t number)
{
    return ja_format(&ranking->arena, "%zu", number);
}

static void put_row(ja_ranking *ranking, size_t place)
{
    const jaccuse_rank_options *options = ranking->options;
    size_t index = ranking->order[place];
    const jaccuse_node *node = jaccuse_network_node(ranking->network, index);
    ja_cells cells = cells_of(ranking);
    if (ranking->period)
        ja_cells_text(&cells, ranking->period->name);
    else
        ja_cells_number(&cells, size_text(ranking, place + 1));
    ja_cells_text(&cells, node->id);
    ja_cells_text(&cells, node->label);
    ja_cells_text(&cells, jaccuse_kind_name(node->kind));
    for (size_t i = 0; i < options->measure_count; i++) {
        double value = ranking->values[i][index];
        ja_cells_number(&cells,
                        jaccuse_is_defined(value) ? ja_decimal(&ranking->arena, value) : NULL);
    }
    ja_cells_number(&cells, size_text(ranking, node->accusations_received));
    ja_cells_number(&cells, size_text(ranking, node->accusations_denied));
    ja_cells_number(&cells, size_text(ranking, node->accusations_made));
    ja_cells_number(&cells, size_text(ranking, node->denials_made));
    ja_cells_end_row(&cells);
}

/* ---- JSON ---- */

static void put_string(ja_json_writer *json, ja_ranking *ranking, const char *key,
                       const char *value)
{
    ja_json_string_member(json, key, ja_clean_string(&ranking->arena, value));
}

/* How large the network is; two members of an object that is open. */
static void put_size(ja_json_writer *json, const jaccuse_network *network)
{
    ja_json_size_member(json, "articles", jaccuse_network_article_count(network));
    ja_json_size_member(json, "stories", jaccuse_network_story_count(network));
}

static void put_beginning(ja_ranking *ranking)
{
    const jaccuse_network *network = ranking->network;
    const jaccuse_rank_options *options = ranking->options;
    ja_json_writer json = {.out = &ranking->text};
    ja_json_open(&json, '{');
    ja_json_key(&json, "network");
    ja_json_open(&json, '{');
    put_size(&json, network);
    put_string(&json, ranking, "first_date", jaccuse_network_first_date(network));
    put_string(&json, ranking, "last_date", jaccuse_network_last_date(network));
    ja_json_size_member(&json, "actors", jaccuse_network_node_count(network));
    ja_json_close(&json, '}');
    ja_json_key(&json, "measures");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < options->measure_count; i++)
        ja_json_put_string(&json, jaccuse_measure_name(options->measures[i]));
    ja_json_close(&json, ']');
    if (options->every < JACCUSE_EVERY_COUNT)
        ja_json_string_member(&json, "every", jaccuse_every_name(options->every));
    bool by_period = options->every < JACCUSE_EVERY_COUNT;
    ja_buffer_add_string(&ranking->text, by_period ? ",\n\"periods\": [" : ",\n\"actors\": [");
}

static void put_object(ja_ranking *ranking, size_t place)
{
    const jaccuse_rank_options *options = ranking->options;
    const jaccuse_network *network = ranking->network;
    size_t index = ranking->order[place];
    const jaccuse_node *node = jaccuse_network_node(network, index);
    ja_json_writer json = {.out = &ranking->text};
    ja_buffer_add_string(&ranking->text, place ? ",\n" : "\n");
    ja_json_open(&json, '{');
    if (!ranking->period)
        ja_json_size_member(&json, "rank", place + 1);
    put_string(&json, ranking, "id", node->id);
    put_string(&json, ranking, "label", node->label);
    ja_json_string_member(&json, "kind", jaccuse_kind_name(node->kind));
    put_string(&json, ranking, "of",
               node->of == JACCUSE_NONE ? NULL : jaccuse_network_node(network, node->of)->id);
    for (size_t i = 0; i < options->measure_count; i++)
        ja_json_number_member(&json, jaccuse_measure_name(options->measures[i]),
                              ranking->values[i][index]);
    ja_json_size_member(&json, "accusations_received", node->accusations_received);
    ja_json_size_member(&json, "accusations_denied", node->accusations_denied);
    ja_json_size_member(&json, "accusations_made", node->accusations_made);
    ja_json_size_member(&json, "denials_made", node->denials_made);
    ja_json_close(&json, '}');
}

void ja_ranking_begin_period(ja_ranking *ranking, bool first)
{
    if (!is_json(ranking))
        return;
    const jaccuse_period *period = ranking->period;
    ja_json_writer json = {.out = &ranking->text};
    ja_buffer_add_string(&ranking->text, first ? "\n" : ",\n");
    ja_json_open(&json, '{');
    ja_json_string_member(&json, "period", period->name);
    ja_json_string_member(&json, "since", period->since);
    ja_json_string_member(&json, "until", period->until);
    put_size(&json, ranking->network);
    ja_buffer_add_string(&ranking->text, ", \"actors\": [");
}

void ja_ranking_end_period(ja_ranking *ranking)
{
    if (is_json(ranking))
        ja_buffer_add_string(&ranking->text, "\n]}");
}

/* ---- all of them ---- */

void ja_ranking_begin(ja_ranking *ranking)
{
    if (is_json(ranking))
        put_beginning(ranking);
    else
        put_heading(ranking);
}

void ja_ranking_rows(ja_ranking *ranking)
{
    for (size_t i = 0; i < ranking->count; i++) {
        if (is_json(ranking))
            put_object(ranking, i);
        else
            put_row(ranking, i);
        ja_ranking_flush(ranking);
    }
}

void ja_ranking_end(ja_ranking *ranking)
{
    if (is_json(ranking))
        ja_buffer_add_string(&ranking->text, "\n]}\n");
}
