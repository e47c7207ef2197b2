#include "output/layout.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "output/geometry.h"
#include "output/plan.h"

static const char *const ENGINES[] = {"dot", "neato", "sfdp"};
/* dot reads best, but gets slow and wide where there are many edges; neato is even, and its lines
 * can be led around boxes while they are not too many; sfdp takes anything. */
static const size_t SMALL_NODES = 60, SMALL_EDGES = 110;
static const size_t MIDDLE_NODES = 150, MIDDLE_EDGES = 200;
static const size_t MOST_DIRECTED = 240; /* boxes, or ways, of all that dot is given */
static const double TANGLED = 0.4;       /* what is said back, to what is said */
/* What is longer than this and that many times its other side, no page holds. */
static const double LONGEST_SIDE = 1700, LONGEST_SHAPE = 2.5;

void ja_layout_init(ja_layout *layout)
{
    *layout = (ja_layout){.places = NULL};
    ja_buffer_init(&layout->request, JA_MAX_DRAWING);
    ja_buffer_init(&layout->answer, JA_MAX_DRAWING);
}

void ja_layout_clear(ja_layout *layout)
{
    ja_buffer_clear(&layout->request);
    ja_buffer_clear(&layout->answer);
    ja_json_free(layout->places);
    layout->places = NULL;
}

jaccuse_status ja_layout_check(const char *name, jaccuse_error *error)
{
    for (size_t i = 0; i < sizeof ENGINES / sizeof *ENGINES; i++)
        if (!name || strcmp(name, ENGINES[i]) == 0)
            return JACCUSE_OK;
    return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "no layout called \"%s\" (dot, neato, sfdp)",
                   name);
}

/* The engines in the order in which they are run. */
enum { DOT, NEATO, SFDP, ENGINE_COUNT };

typedef struct trial {
    ja_layout *layout;
    ja_plan plan;
    const ja_draw_program *program;
    const jaccuse_map_options *options;
    int *engine_of;   /* of each component */
    size_t *place_of; /* of each box in the request, or JACCUSE_NONE */
    bool timed_out;
} trial;

static bool is_small(const ja_plan *plan, size_t component)
{
    return plan->component_boxes[component] <= SMALL_NODES &&
           plan->component_ways[component] <= SMALL_EDGES;
}

/* Whether all accuse each other, so that no order of left and right would do them justice. */
static bool is_tangled(const ja_plan *plan, size_t component)
{
    double forth = 0, back = 0;
    for (size_t i = 0; i < plan->way_count; i++) {
        const ja_way *way = &plan->ways[i];
        if (plan->boxes[plan->box_of[way->from]].component != component)
            continue;
        forth += way->forth;
        back += way->back;
    }
    return plan->component_ways[component] > 2 * plan->component_boxes[component] &&
           back > TANGLED * forth;
}

static int number_of(const char *name)
{
    for (int i = 0; i < ENGINE_COUNT; i++)
        if (strcmp(name, ENGINES[i]) == 0)
            return i;
    return SFDP;
}

static void choose_engines(trial *attempt)
{
    const ja_plan *plan = &attempt->plan;
    attempt->engine_of = JA_NEW_N(plan->picture->arena, int, plan->component_count + 1);
    size_t read_well = 0;
    for (size_t i = 0; i < plan->component_count; i++) {
        bool small = is_small(plan, i);
        bool middle =
            plan->component_boxes[i] <= MIDDLE_NODES && plan->component_ways[i] <= MIDDLE_EDGES;
        attempt->engine_of[i] = !middle ? SFDP : !small || is_tangled(plan, i) ? NEATO : DOT;
        read_well += small ? plan->component_boxes[i] : 0;
    }
    const char *given = attempt->options->layout;
    for (size_t i = 0; i < plan->component_count; i++)
        if (given)
            attempt->engine_of[i] = number_of(given);
        else if (read_well > MOST_DIRECTED) /* dot takes its time even over small ones */
            attempt->engine_of[i] = SFDP;
}

static bool is_asked(const trial *attempt, const ja_way *way)
{
    return !way->inner && attempt->place_of[attempt->plan.box_of[way->from]] != JACCUSE_NONE;
}

static void put_way(ja_json_writer *json, const trial *attempt, const ja_way *way)
{
    const ja_plan *plan = &attempt->plan;
    ja_json_open(json, '{');
    ja_json_size_member(json, "source", attempt->place_of[plan->box_of[way->from]]);
    ja_json_size_member(json, "target", attempt->place_of[plan->box_of[way->to]]);
    ja_json_size_member(json, "weight", (size_t)fmin(fmax(way->forth + way->back, 1), 10));
    size_t nodes = plan->picture->node_count;
    ja_json_size_member(json, "length", way->from < nodes && way->to < nodes ? 2 : 1);
    ja_json_close(json, '}');
}

/* Lines that bend around boxes cost most: they are for few boxes. */
static bool is_routed(const trial *attempt, int engine)
{
    const ja_plan *plan = &attempt->plan;
    size_t boxes = 0, ways = 0;
    for (size_t i = 0; i < plan->component_count; i++)
        if (attempt->engine_of[i] == engine) {
            boxes += plan->component_boxes[i];
            ways += plan->component_ways[i];
        }
    if (engine == DOT)
        return boxes <= MOST_DIRECTED && ways <= MOST_DIRECTED;
    return boxes <= MIDDLE_NODES && ways <= MIDDLE_EDGES;
}

static void put_request(trial *attempt, int engine)
{
    const ja_plan *plan = &attempt->plan;
    ja_buffer *out = &attempt->layout->request;
    out->length = 0;
    ja_json_writer json = {.out = out};
    ja_json_open(&json, '{');
    ja_json_string_member(&json, "engine", ENGINES[engine]);
    ja_json_string_member(&json, "rankdir", "LR");
    ja_json_string_member(&json, "splines", is_routed(attempt, engine) ? "true" : "line");
    ja_json_bool_member(&json, "sideways", engine == DOT);
    ja_json_key(&json, "nodes");
    ja_json_open(&json, '[');
    for (size_t i = 0, place = 0; i < plan->box_count; i++) {
        const ja_box *box = &plan->boxes[i];
        bool asked = attempt->engine_of[box->component] == engine;
        attempt->place_of[i] = asked ? place++ : JACCUSE_NONE;
        if (!asked)
            continue;
        ja_json_open(&json, '[');
        ja_json_put_size(&json, (size_t)box->width);
        ja_json_put_size(&json, (size_t)box->height);
        ja_json_close(&json, ']');
    }
    ja_json_close(&json, ']');
    ja_json_key(&json, "edges");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < plan->way_count; i++)
        if (is_asked(attempt, &plan->ways[i]))
            put_way(&json, attempt, &plan->ways[i]);
    ja_json_close(&json, ']');
    ja_json_close(&json, '}');
}

static bool read_number(const ja_json *array, size_t index, double *out)
{
    return ja_json_number(ja_json_element(array, index), out) && isfinite(*out) && fabs(*out) < 1e7;
}

static bool read_point(const ja_json *array, size_t index, ja_point *out)
{
    return read_number(array, index, &out->x) && read_number(array, index + 1, &out->y);
}

/* Where Graphviz found no way, or a straight one, there is none to keep. */
static bool read_way(ja_plan *plan, ja_way *way, const ja_json *value, bool routed)
{
    size_t count = ja_json_count(value) / 2;
    way->curve = NULL;
    way->curve_count = 0;
    if (count == 0 || !routed)
        return ja_json_type_of(value) == JA_JSON_ARRAY;
    if (count < 4 || count % 3 != 1)
        return false;
    way->curve = JA_NEW_N(plan->picture->arena, ja_point, count);
    way->curve_count = count;
    for (size_t i = 0; i < count; i++)
        if (!read_point(value, i * 2, &way->curve[i]))
            return false;
    return true;
}

static bool read_places(trial *attempt, int engine, const ja_json *places)
{
    ja_plan *plan = &attempt->plan;
    const ja_json *nodes = ja_json_member(places, "nodes"),
                  *edges = ja_json_member(places, "edges");
    bool routed = is_routed(attempt, engine), right = true;
    size_t box = 0, edge = 0;
    for (size_t i = 0; right && i < plan->box_count; i++)
        if (attempt->place_of[i] != JACCUSE_NONE)
            right = read_point(ja_json_element(nodes, box++), 0, &plan->boxes[i].at);
    for (size_t i = 0; right && i < plan->way_count; i++) {
        ja_way *way = &plan->ways[i];
        if (!is_asked(attempt, way))
            continue;
        way->sideways = engine == DOT;
        right = read_way(plan, way, ja_json_element(edges, edge++), routed);
    }
    return right && ja_json_count(nodes) == box && ja_json_count(edges) == edge;
}

/* Lays out all components that are this engine's. */
static jaccuse_status try_engine(trial *attempt, int engine, jaccuse_error *error)
{
    ja_layout *layout = attempt->layout;
    for (size_t i = 0; i < attempt->plan.component_count; i++)
        if (attempt->engine_of[i] == engine)
            ja_plan_heighten(&attempt->plan, i, engine == DOT);
    put_request(attempt, engine);
    if (layout->request.failed)
        return ja_fail_memory(error);
    layout->answer.length = 0;
    jaccuse_status status = ja_draw_run(attempt->program, "layout", attempt->options->seconds,
                                        (ja_slice){layout->request.at, layout->request.length},
                                        &layout->answer, &attempt->timed_out, error);
    if (status != JACCUSE_OK)
        return status;
    ja_json_free(layout->places);
    layout->places = NULL;
    ja_slice answer = {layout->answer.at ? layout->answer.at : "", layout->answer.length};
    jaccuse_error problem;
    if (ja_json_parse(&layout->places, answer, &problem) != JACCUSE_OK ||
        !read_places(attempt, engine, layout->places))
        return ja_fail(error, JACCUSE_ERROR_DRAW, "the drawing program's answer makes no sense");
    return JACCUSE_OK;
}

static bool is_used(const trial *attempt, int engine)
{
    for (size_t i = 0; i < attempt->plan.component_count; i++)
        if (attempt->engine_of[i] == engine)
            return true;
    return false;
}

/* Columns of what dot has laid out get room for the lines between them; what is too long for a page
 * even so becomes neato's. */
static void finish_columns(trial *attempt, size_t component)
{
    ja_point size = ja_space_columns(&attempt->plan, component);
    double longer = fmax(size.x, size.y), shorter = fmin(size.x, size.y);
    if (!attempt->options->layout && longer > LONGEST_SIDE && longer > LONGEST_SHAPE * shorter)
        attempt->engine_of[component] = NEATO;
}

static void tell_fallback(const trial *attempt, int engine, const jaccuse_error *problem)
{
    const jaccuse_map_options *options = attempt->options;
    if (attempt->timed_out)
        ja_notify(options->notify, options->notify_context, problem->code, NULL,
                  "layout %s took longer than %u s; %s was used instead", ENGINES[engine],
                  options->seconds, ENGINES[SFDP]);
    else
        ja_notify(options->notify, options->notify_context, problem->code, NULL,
                  "layout %s failed (%s); %s was used instead", ENGINES[engine], problem->message,
                  ENGINES[SFDP]);
}

static jaccuse_status run_engines(trial *attempt, jaccuse_error *error)
{
    for (int engine = DOT; engine < ENGINE_COUNT; engine++) {
        if (!is_used(attempt, engine))
            continue;
        jaccuse_status status = try_engine(attempt, engine, error);
        if (status == JACCUSE_ERROR_DRAW && engine != SFDP) {
            tell_fallback(attempt, engine, error);
            for (size_t i = 0; i < attempt->plan.component_count; i++)
                if (attempt->engine_of[i] == engine)
                    attempt->engine_of[i] = SFDP;
        } else if (status != JACCUSE_OK) {
            return status;
        }
        for (size_t i = 0; engine == DOT && i < attempt->plan.component_count; i++)
            if (attempt->engine_of[i] == DOT && attempt->plan.component_boxes[i] > 3)
                finish_columns(attempt, i);
    }
    return JACCUSE_OK;
}

jaccuse_status ja_layout_run(ja_layout *layout, ja_picture *picture, const ja_draw_program *program,
                             const jaccuse_map_options *options, jaccuse_error *error)
{
    trial attempt = {.layout = layout, .program = program, .options = options};
    ja_bundle(picture);
    ja_plan_make(&attempt.plan, picture);
    choose_engines(&attempt);
    attempt.place_of = JA_NEW_N(picture->arena, size_t, attempt.plan.box_count + 1);
    jaccuse_error problem;
    jaccuse_status status = run_engines(&attempt, &problem);
    if (status != JACCUSE_OK)
        return ja_fail_at(error, status, problem.path, 0, "%s", problem.message);
    ja_pack(&attempt.plan);
    ja_draw_lanes(&attempt.plan);
    ja_place_marks(picture);
    picture->laid_out = true;
    return JACCUSE_OK;
}
