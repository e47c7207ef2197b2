/* Rankings over time: what each period's network says of the actors who are the best of the whole.
 */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "output/rank.h"

enum { MOST_COLUMNS = 40, LEAST_COLUMNS = 8 };

typedef struct ja_course {
    ja_ranking *whole;
    size_t *places; /* by node of the whole: its place among those told of, or JACCUSE_NONE */
    const jaccuse_period *periods;
    size_t period_count;
    double *values; /* of a table: by period and place; `there` tells which are */
    bool *there;
} ja_course;

static bool is_table(const ja_course *course)
{
    return course->whole->options->form == JACCUSE_RANK_TABLE;
}

/* ---- one period ---- */

typedef struct period_task {
    ja_course *course;
    ja_ranking view;
    size_t number; /* of the period */
} period_task;

/* Nodes are sorted by id. */
static size_t node_of_id(const jaccuse_network *network, const char *id)
{
    size_t low = 0, high = jaccuse_network_node_count(network);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(jaccuse_network_node(network, middle)->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef struct placed {
    size_t place, node;
} placed;

static int by_place(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

/* Those of the period who are told of, in the order of the whole. */
static placed *sort_as_whole(period_task *task)
{
    ja_ranking *view = &task->view;
    const ja_course *course = task->course;
    size_t count = jaccuse_network_node_count(view->network);
    placed *found = JA_NEW_N(&view->arena, placed, count);
    for (size_t i = 0; i < count; i++) {
        const char *id = jaccuse_network_node(view->network, i)->id;
        size_t place = course->places[node_of_id(course->whole->network, id)];
        if (place != JACCUSE_NONE)
            found[view->count++] = (placed){place, i};
    }
    if (view->count)
        qsort(found, view->count, sizeof *found, by_place);
    return found;
}

static void tell_period(void *context)
{
    period_task *task = context;
    ja_ranking *view = &task->view;
    ja_course *course = task->course;
    const placed *found = sort_as_whole(task);
    view->order = JA_NEW_N(&view->arena, size_t, view->count);
    for (size_t i = 0; i < view->count; i++) {
        view->order[i] = found[i].node;
        if (is_table(course)) {
            size_t cell = task->number * course->whole->count + found[i].place;
            course->values[cell] = view->values[0][found[i].node];
            course->there[cell] = true;
        }
    }
    if (is_table(course))
        return;
    ja_ranking_begin_period(view, task->number == 0);
    ja_ranking_rows(view);
    ja_ranking_end_period(view);
    ja_ranking_flush(view);
}

static jaccuse_status rank_period(period_task *task, jaccuse_error *error)
{
    ja_ranking *view = &task->view;
    jaccuse_status status = ja_ranking_measure(view, view->options->measure_count, error);
    if (status != JACCUSE_OK)
        return status;
    ja_arena_init(&view->arena);
    ja_buffer_init(&view->text, JA_MAX_BUFFER);
    if (!ja_arena_run(&view->arena, tell_period, task) || view->text.failed)
        status = ja_fail_memory(error);
    ja_buffer_clear(&view->text);
    ja_arena_clear(&view->arena);
    return status;
}

/* Allocates nothing in the arena of the whole, whose failure would leave the period's network. */
static jaccuse_status rank_each(ja_course *course, jaccuse_error *error)
{
    const ja_ranking *whole = course->whole;
    jaccuse_status status = JACCUSE_OK;
    for (size_t i = 0; i < course->period_count && status == JACCUSE_OK; i++) {
        const jaccuse_period *period = &course->periods[i];
        jaccuse_network *part;
        status =
            jaccuse_network_between(whole->network, period->since, period->until, &part, error);
        if (status != JACCUSE_OK)
            break;
        period_task task = {
            course,
            {.network = part, .options = whole->options, .out = whole->out, .period = period},
            i};
        status = rank_period(&task, error);
        jaccuse_network_free(part);
    }
    return status;
}

/* ---- the table ---- */

/* Cut where it is too wide, and filled up with blanks. */
static void put_fitted(ja_buffer *out, const char *text, size_t width)
{
    ja_slice rest = ja_slice_of(text);
    bool fits = ja_columns(rest) <= width;
    size_t used = 0;
    for (size_t at = 0, length; at < rest.length; at += length) {
        ja_decode(rest, at, &length);
        size_t more = ja_columns((ja_slice){rest.at + at, length});
        if (!fits && used + more > width - 1) {
            ja_buffer_add_string(out, "…");
            used++;
            break;
        }
        ja_buffer_add(out, rest.at + at, length);
        used += more;
    }
    ja_buffer_printf(out, "%*s", (int)(width - used), "");
}

static size_t width_of_names(ja_course *course, const char **names)
{
    ja_ranking *whole = course->whole;
    size_t width = strlen(jaccuse_measure_name(whole->options->measures[0]));
    for (size_t i = 0; i < whole->count; i++) {
        names[i] = ja_ranking_label(whole, whole->order[i]);
        size_t columns = ja_columns(ja_slice_of(names[i]));
        width = columns > width ? columns : width;
    }
    return width < MOST_COLUMNS ? width : MOST_COLUMNS;
}

static int width_of_period(const jaccuse_period *period)
{
    int length = (int)strlen(period->name);
    return length > LEAST_COLUMNS ? length : LEAST_COLUMNS;
}

/* Actors by periods; a cell is blank where the actor is not in the period's network. */
static void put_table(ja_course *course)
{
    ja_ranking *whole = course->whole;
    ja_buffer *out = &whole->text;
    const char **names = JA_NEW_N(&whole->arena, const char *, whole->count);
    size_t width = width_of_names(course, names);
    put_fitted(out, jaccuse_measure_name(whole->options->measures[0]), width);
    for (size_t i = 0; i < course->period_count; i++)
        ja_buffer_printf(out, "  %*s", width_of_period(&course->periods[i]),
                         course->periods[i].name);
    ja_buffer_add_string(out, "\n");
    for (size_t place = 0; place < whole->count; place++) {
        put_fitted(out, names[place], width);
        for (size_t i = 0; i < course->period_count; i++) {
            size_t cell = i * whole->count + place;
            ja_buffer_printf(out, "  %*s", width_of_period(&course->periods[i]),
                             course->there[cell] ? ja_ranking_value(whole, course->values[cell])
                                                 : "");
        }
        while (out->length && out->at[out->length - 1] == ' ')
            out->length--;
        ja_buffer_add_string(out, "\n");
        ja_ranking_flush(whole);
    }
}

static void prepare(ja_course *course)
{
    ja_ranking *whole = course->whole;
    size_t count = jaccuse_network_node_count(whole->network);
    course->places = JA_NEW_N(&whole->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        course->places[i] = JACCUSE_NONE;
    for (size_t i = 0; i < whole->count; i++)
        course->places[whole->order[i]] = i;
    if (is_table(course)) {
        size_t cells = course->period_count * whole->count;
        course->values = JA_NEW_N(&whole->arena, double, cells);
        course->there = JA_NEW_N(&whole->arena, bool, cells);
    }
}

jaccuse_status ja_rank_periods(ja_ranking *whole, jaccuse_error *error)
{
    ja_course course = {.whole = whole};
    jaccuse_status status = jaccuse_network_periods(whole->network, whole->options->every,
                                                    &course.periods, &course.period_count, error);
    if (status != JACCUSE_OK)
        return status;
    if (is_table(&course) && whole->count > 0 &&
        course.period_count > JA_MAX_TABLE_CELLS / whole->count)
        return ja_fail(error, JACCUSE_ERROR_LIMIT, "the table has too many cells: %zu by %zu",
                       whole->count, course.period_count);
    prepare(&course);
    ja_ranking_flush(whole);
    status = rank_each(&course, error);
    if (status == JACCUSE_OK && is_table(&course))
        put_table(&course);
    return status;
}
