#include "output/rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"

jaccuse_status ja_ranking_measure(ja_ranking *ranking, size_t count, jaccuse_error *error)
{
    jaccuse_status status = JACCUSE_OK;
    for (size_t i = 0; i < count && status == JACCUSE_OK; i++)
        status = jaccuse_network_measure(ranking->network, ranking->options->measures[i],
                                         &ranking->values[i], error);
    return status;
}

typedef struct ranked {
    size_t node;
    double value;
} ranked;

/* Highest first, undefined last; equal ones in the order of the nodes, which is that of their ids.
 */
static int by_value(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    bool known = jaccuse_is_defined(x->value), other = jaccuse_is_defined(y->value);
    if (known != other)
        return known ? -1 : 1;
    if (known && x->value != y->value)
        return x->value < y->value ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

void ja_ranking_sort(ja_ranking *ranking)
{
    size_t count = jaccuse_network_node_count(ranking->network);
    size_t limit = ranking->options->count;
    bool smallest_first = jaccuse_measure_is_number(ranking->options->measures[0]);
    ranked *order = JA_NEW_N(&ranking->arena, ranked, count);
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){i, smallest_first ? -ranking->values[0][i] : ranking->values[0][i]};
    if (count)
        qsort(order, count, sizeof *order, by_value);
    ranking->order = JA_NEW_N(&ranking->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        ranking->order[i] = order[i].node;
    ranking->count = limit && limit < count ? limit : count;
}

void ja_ranking_flush(ja_ranking *ranking)
{
    if (ranking->text.length)
        jaccuse_stream_write(ranking->out, ranking->text.at, ranking->text.length);
    ranking->text.length = 0;
}

const char *ja_ranking_value(ja_ranking *ranking, double value)
{
    if (!jaccuse_is_defined(value))
        return "-";
    char *text = ja_format(&ranking->arena, "%.4g", value);
    ja_decimal_point(text);
    return text;
}

const char *ja_ranking_label(ja_ranking *ranking, size_t node)
{
    const char *label = jaccuse_network_node(ranking->network, node)->label;
    char *text = ja_copy_string(&ranking->arena, ja_clean_string(&ranking->arena, label));
    for (char *at = text; (at = strpbrk(at, "\t\r\n"));)
        *at = ' ';
    return text;
}

/* Wide enough for its heading. */
static int width_of(jaccuse_measure measure)
{
    int length = (int)strlen(jaccuse_measure_name(measure));
    return length > 12 ? length : 12;
}

static void put_table_head(ja_ranking *ranking)
{
    const jaccuse_rank_options *options = ranking->options;
    ja_buffer *out = &ranking->text;
    ja_buffer_printf(out, "%4s", "");
    for (size_t i = 0; i < options->measure_count; i++)
        ja_buffer_printf(out, "  %*s", width_of(options->measures[i]),
                         jaccuse_measure_name(options->measures[i]));
    ja_buffer_printf(out, "  %8s  %8s  %8s  %-12s  %s\n", "accused", "denied", "accuses", "kind",
                     "actor");
}

/* The name comes last, so that whatever its letters are nothing stands crooked behind it. */
static void put_table_row(ja_ranking *ranking, size_t place)
{
    const jaccuse_rank_options *options = ranking->options;
    ja_buffer *out = &ranking->text;
    size_t index = ranking->order[place];
    const jaccuse_node *node = jaccuse_network_node(ranking->network, index);
    ja_buffer_printf(out, "%4zu", place + 1);
    for (size_t i = 0; i < options->measure_count; i++)
        ja_buffer_printf(out, "  %*s", width_of(options->measures[i]),
                         ja_ranking_value(ranking, ranking->values[i][index]));
    ja_buffer_printf(out, "  %8zu  %8zu  %8zu  %-12s  %s\n", node->accusations_received,
                     node->accusations_denied, node->accusations_made,
                     jaccuse_kind_name(node->kind), ja_ranking_label(ranking, index));
}

static void put_table(ja_ranking *ranking)
{
    put_table_head(ranking);
    for (size_t i = 0; i < ranking->count; i++) {
        put_table_row(ranking, i);
        ja_ranking_flush(ranking);
    }
}

typedef struct rank_task {
    ja_ranking *ranking;
    jaccuse_error *error;
    jaccuse_status status;
} rank_task;

static void write_ranking(void *context)
{
    rank_task *task = context;
    ja_ranking *ranking = task->ranking;
    const jaccuse_rank_options *options = ranking->options;
    bool is_table = options->form == JACCUSE_RANK_TABLE;
    bool by_period = options->every < JACCUSE_EVERY_COUNT;
    ja_ranking_sort(ranking);
    if (!is_table)
        ja_ranking_begin(ranking);
    if (by_period)
        task->status = ja_rank_periods(ranking, task->error);
    else if (is_table)
        put_table(ranking);
    else
        ja_ranking_rows(ranking);
    if (!is_table)
        ja_ranking_end(ranking);
    ja_ranking_flush(ranking);
}

static bool are_different(const jaccuse_rank_options *options)
{
    for (size_t i = 0; i < options->measure_count; i++)
        for (size_t j = 0; j < i; j++)
            if (options->measures[i] == options->measures[j])
                return false;
    return true;
}

jaccuse_status jaccuse_rank(jaccuse_network *network, jaccuse_stream *out,
                            const jaccuse_rank_options *options, jaccuse_error *error)
{
    if (options->measure_count == 0 || options->measure_count > JACCUSE_MEASURE_COUNT ||
        !are_different(options))
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "one or several measures, none twice");
    ja_ranking ranking = {.network = network, .options = options, .out = out};
    bool by_period = options->every < JACCUSE_EVERY_COUNT; /* then the whole is but sorted */
    jaccuse_status status =
        ja_ranking_measure(&ranking, by_period ? 1 : options->measure_count, error);
    if (status != JACCUSE_OK)
        return status;
    ja_arena_init(&ranking.arena);
    ja_buffer_init(&ranking.text, JA_MAX_BUFFER);
    rank_task task = {&ranking, error, JACCUSE_OK};
    if (!ja_arena_run(&ranking.arena, write_ranking, &task) || ranking.text.failed)
        task.status = ja_fail_memory(error);
    ja_buffer_clear(&ranking.text);
    ja_arena_clear(&ranking.arena);
    return task.status;
}
