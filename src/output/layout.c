#include "output/layout.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "output/geometry.h"

static const char *const ENGINES[] = {"dot", "neato", "sfdp"};
static const char PLAINEST[] = "sfdp";
/* dot reads best, but gets slow and wide where there are many edges, so larger pictures get it only
 * where they fall into small quarrels; neato is even, but slow and crowded in the middle; sfdp
 * takes anything. Lines that bend around boxes cost most, and are for small pictures or dot. */
static const size_t SMALL_NODES = 60, SMALL_EDGES = 110;
static const size_t SPARSE_NODES = 150;
static const double SPARSE_EDGES = 1.25; /* a node */
/* Between edges side by side; as jaccuse-draw keeps nodes apart. */
static const double LANE = 20;
/* What is longer than this and that many times its other side, no page holds. */
static const double LONGEST_SIDE = 1500, LONGEST_SHAPE = 2.4;

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

static bool is_small(const ja_picture *picture)
{
    return picture->node_count <= SMALL_NODES && picture->edge_count <= SMALL_EDGES;
}

static const char *choose(const ja_picture *picture)
{
    double nodes = (double)picture->node_count, edges = (double)picture->edge_count;
    bool sparse = picture->node_count <= SPARSE_NODES && edges <= SPARSE_EDGES * nodes;
    if (is_small(picture) || sparse)
        return "dot";
    return picture->node_count <= SMALL_NODES ? "neato" : PLAINEST;
}

/* How much an edge wants to be laid out from `from` to `to`: an accusation as it is, a denial from
 * the accuser, so that the accused and whoever denies for him stand on the same side. */
static double pull(const ja_picture_edge *edge, size_t from, size_t to)
{
    bool accuses = edge->edge->relation == JACCUSE_ACCUSES;
    size_t left = accuses ? edge->source : edge->target;
    size_t right = accuses ? edge->target : edge->source;
    return left == from && right == to ? edge->edge->weight : 0;
}

/* All edges between two nodes are laid out in one direction, the stronger one: then they run side
 * by side, while dot would draw opposite ones over each other. Boxes grow with the number of lanes.
 */
static void arrange_lanes(ja_picture *picture, ja_picture_edge *edge)
{
    size_t low = edge->source < edge->target ? edge->source : edge->target;
    size_t high = edge->source + edge->target - low;
    double upwards = 0, downwards = 0, lanes = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        double up = pull(&picture->edges[i], low, high), down = pull(&picture->edges[i], high, low);
        upwards += up;
        downwards += down;
        lanes += up > 0 || down > 0;
    }
    edge->reversed = edge->source != (upwards >= downwards ? low : high);
    double least = LANE * (lanes - 1) + 8; /* so that all of them reach the boxes */
    picture->nodes[low].height = fmax(picture->nodes[low].height, least);
    picture->nodes[high].height = fmax(picture->nodes[high].height, least);
}

static void put_node(ja_json_writer *json, const ja_picture_node *node)
{
    ja_json_open(json, '[');
    ja_json_put_size(json, (size_t)node->width);
    ja_json_put_size(json, (size_t)node->height);
    ja_json_close(json, ']');
}

static void put_edge(ja_json_writer *json, const ja_picture_edge *edge)
{
    ja_json_open(json, '{');
    ja_json_size_member(json, "source", edge->reversed ? edge->target : edge->source);
    ja_json_size_member(json, "target", edge->reversed ? edge->source : edge->target);
    ja_json_size_member(json, "weight", (size_t)fmin(fmax(edge->edge->weight, 1), 10));
    ja_json_close(json, '}');
}

static void put_request(ja_buffer *out, const ja_picture *picture, const char *engine)
{
    out->length = 0;
    ja_json_writer json = {.out = out};
    bool dot = strcmp(engine, "dot") == 0 && picture->node_count <= SPARSE_NODES;
    bool routed = is_small(picture) || (dot && picture->edge_count <= 2 * SMALL_EDGES);
    ja_json_open(&json, '{');
    ja_json_string_member(&json, "engine", engine);
    ja_json_string_member(&json, "rankdir", "LR");
    ja_json_string_member(&json, "splines", routed ? "true" : "line");
    ja_json_key(&json, "nodes");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < picture->node_count; i++)
        put_node(&json, &picture->nodes[i]);
    ja_json_close(&json, ']');
    ja_json_key(&json, "edges");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < picture->edge_count; i++)
        put_edge(&json, &picture->edges[i]);
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

/* Where Graphviz found no way, a straight line between the borders does. */
static void draw_straight(ja_picture *picture, ja_picture_edge *edge)
{
    const ja_picture_node *from = &picture->nodes[edge->source],
                          *to = &picture->nodes[edge->target];
    ja_point start = ja_box_border(from->at, from->width, from->height, to->at);
    ja_point end = ja_box_border(to->at, to->width, to->height, from->at);
    edge->curve = JA_NEW_N(picture->arena, ja_point, 4);
    edge->curve_count = 4;
    for (size_t i = 0; i < 4; i++)
        edge->curve[i] = ja_between(start, end, (double)i / 3);
}

static bool read_edge(ja_picture *picture, ja_picture_edge *edge, const ja_json *value)
{
    size_t count = ja_json_count(value) / 2;
    if (count == 0) {
        draw_straight(picture, edge);
        return ja_json_type_of(value) == JA_JSON_ARRAY;
    }
    if (count < 4 || count % 3 != 1)
        return false;
    edge->curve = JA_NEW_N(picture->arena, ja_point, count);
    edge->curve_count = count;
    for (size_t i = 0; i < count; i++)
        if (!read_point(value, i * 2, &edge->curve[edge->reversed ? count - 1 - i : i]))
            return false;
    return true;
}

static bool read_places(ja_picture *picture, const ja_json *places)
{
    const ja_json *nodes = ja_json_member(places, "nodes"),
                  *edges = ja_json_member(places, "edges");
    bool right = ja_json_number(ja_json_member(places, "width"), &picture->width) &&
                 ja_json_number(ja_json_member(places, "height"), &picture->height) &&
                 ja_json_count(nodes) == picture->node_count &&
                 ja_json_count(edges) == picture->edge_count;
    for (size_t i = 0; right && i < picture->node_count; i++)
        right = read_point(ja_json_element(nodes, i), 0, &picture->nodes[i].at);
    for (size_t i = 0; right && i < picture->edge_count; i++)
        right = read_edge(picture, &picture->edges[i], ja_json_element(edges, i));
    return right;
}

typedef struct trial {
    ja_layout *layout;
    ja_picture *picture;
    const ja_draw_program *program;
    unsigned seconds;
    bool timed_out;
} trial;

static jaccuse_status try_engine(trial *attempt, const char *engine, jaccuse_error *error)
{
    ja_layout *layout = attempt->layout;
    put_request(&layout->request, attempt->picture, engine);
    if (layout->request.failed)
        return ja_fail_memory(error);
    layout->answer.length = 0;
    jaccuse_status status = ja_draw_run(attempt->program, "layout", attempt->seconds,
                                        (ja_slice){layout->request.at, layout->request.length},
                                        &layout->answer, &attempt->timed_out, error);
    if (status != JACCUSE_OK)
        return status;
    ja_json_free(layout->places);
    layout->places = NULL;
    ja_slice answer = {layout->answer.at ? layout->answer.at : "", layout->answer.length};
    jaccuse_error problem;
    if (ja_json_parse(&layout->places, answer, &problem) != JACCUSE_OK ||
        !read_places(attempt->picture, layout->places))
        return ja_fail(error, JACCUSE_ERROR_DRAW, "the drawing program's answer makes no sense");
    return JACCUSE_OK;
}

static bool is_too_long(const ja_picture *picture)
{
    double shorter = fmin(picture->width, picture->height);
    double longer = fmax(picture->width, picture->height);
    return longer > LONGEST_SIDE && longer > LONGEST_SHAPE * shorter;
}

static void tell_fallback(const jaccuse_map_options *options, const char *engine, bool timed_out,
                          const jaccuse_error *problem)
{
    if (timed_out)
        ja_notify(options->notify, options->notify_context, problem->code, NULL,
                  "layout %s took longer than %u s; %s was used instead", engine, options->seconds,
                  PLAINEST);
    else
        ja_notify(options->notify, options->notify_context, problem->code, NULL,
                  "layout %s failed (%s); %s was used instead", engine, problem->message, PLAINEST);
}

jaccuse_status ja_layout_run(ja_layout *layout, ja_picture *picture, const ja_draw_program *program,
                             const jaccuse_map_options *options, jaccuse_error *error)
{
    for (size_t i = 0; i < picture->edge_count; i++)
        arrange_lanes(picture, &picture->edges[i]);
    trial attempt = {layout, picture, program, options->seconds, false};
    const char *engine = options->layout ? options->layout : choose(picture);
    jaccuse_error problem;
    jaccuse_status status = try_engine(&attempt, engine, &problem);
    if (status == JACCUSE_OK && !options->layout && strcmp(engine, "dot") == 0 &&
        is_too_long(picture)) {
        engine = picture->node_count <= SMALL_NODES ? "neato" : PLAINEST;
        status = try_engine(&attempt, engine, &problem);
    }
    if (status == JACCUSE_ERROR_DRAW && strcmp(engine, PLAINEST) != 0) {
        tell_fallback(options, engine, attempt.timed_out, &problem);
        status = try_engine(&attempt, PLAINEST, &problem);
    }
    if (status != JACCUSE_OK)
        return ja_fail_at(error, status, problem.path, 0, "%s", problem.message);
    ja_place_marks(picture);
    picture->laid_out = true;
    return JACCUSE_OK;
}
