/* A graph laid out by Graphviz: sizes in, places out. No text passes through: nodes are boxes of a
 * given size, so that no name can upset Graphviz and no font is needed. Marks on edges are the
 * caller's business, who knows the curves (dot would double its ranks for them, and forgets them
 * where it packs components). All lengths are in points, y grows downwards.
 *
 * In:  {"engine": "dot"|"neato"|"sfdp", "rankdir": "LR", "splines": "true"|"line",
 *       "nodes": [[width, height], ...],
 *       "edges": [{"source": 0, "target": 1, "weight": 2}, ...]}
 *      "weight" (a whole number from 1: heavy edges are kept short) may be missing, as may
 * "length": how many ranks it spans at least (dot: 1), or how long it is (1 to 8, neato: 2). With
 * "sideways": true, edges leave their source at its right side and reach their target at its left
 * one. Out: {"width": W, "height": H, "nodes": [[x, y, width, height], ...], "edges": [[x0, y0, x1,
 * y1, ...], ...]} A node is told by its centre. An edge is a chain of cubic Bezier pieces, 3n + 1
 * points from the border of its source to the border of its target, without room for an arrow head;
 * it is empty where Graphviz found no way.
 */
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "draw/draw.h"

extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_dot_layout_LTX_library,
    gvplugin_neato_layout_LTX_library;

/* Linked in, so that no list of plugins on the system is needed. */
static const lt_symlist_t plugins[] = {
    {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
    {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
    {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
    {NULL, NULL},
};

static const double INCH_IN_POINTS = 72.0;
static const double LENGTH = 46.8; /* of an edge of "length" 1 between small boxes, for neato */
static const double LARGEST_BOX = 4000.0;

typedef struct drawing {
    ja_json *request;
    const ja_json *nodes, *edges;
    GVC_t *context;
    bool laid_out;
    bool sideways; /* edges leave at the right and arrive at the left */
    Agraph_t *graph;
    Agnode_t **node; /* as in the request */
    Agedge_t **edge;
    double *width;
    ja_buffer answer;
    jaccuse_error *error;
} drawing;

/* Graphviz tells its troubles in fragments, to one function of the process. */
static ja_buffer troubles;

static int hear(char *fragment)
{
    ja_buffer_add_string(&troubles, fragment);
    return 0;
}

/* The first line of what Graphviz complained about. */
static jaccuse_status fail_with_troubles(jaccuse_error *error, const char *what)
{
    ja_slice rest = {troubles.at, troubles.length}, line = {"", 0};
    while (ja_next_field(&rest, '\n', &line) && ja_trim(line).length == 0)
        continue;
    return ja_fail(error, JACCUSE_ERROR_DRAW, "%s: %.*s", what, (int)line.length, line.at);
}

/* Reads [a, b], both positive and not absurd. */
static bool read_size(const ja_json *value, double *width, double *height)
{
    return ja_json_count(value) == 2 && ja_json_number(ja_json_element(value, 0), width) &&
           ja_json_number(ja_json_element(value, 1), height) && *width > 0 && *height > 0 &&
           *width <= LARGEST_BOX && *height <= LARGEST_BOX;
}

static const char *string_or(const ja_json *object, const char *key, const char *otherwise)
{
    const char *value = ja_json_member_string(object, key);
    return value ? value : otherwise;
}

static void set_defaults(Agraph_t *graph, const ja_json *request)
{
    const struct {
        int kind;
        const char *name, *value;
    } attributes[] = {
        {AGRAPH, "rankdir", string_or(request, "rankdir", "LR")},
        {AGRAPH, "splines", string_or(request, "splines", "line")},
        {AGRAPH, "nodesep", "0.28"},
        {AGRAPH, "ranksep", "0.7"},
        {AGRAPH, "overlap", "prism"},
        {AGRAPH, "sep", "+14"},
        {AGRAPH, "esep", "+4"},
        {AGRAPH, "pack", "20"},
        {AGRAPH, "start", "7"}, /* the seed: the same picture every time */
        {AGRAPH, "nslimit", "8"},
        {AGRAPH, "nslimit1", "8"},
        {AGRAPH, "mclimit", "1"},
        {AGNODE, "shape", "box"},
        {AGNODE, "fixedsize", "true"},
        {AGNODE, "label", ""},
        {AGNODE, "width", "1"},
        {AGNODE, "height", "0.5"},
        {AGEDGE, "dir", "none"},
        {AGEDGE, "weight", "1"},
        {AGEDGE, "len", "1.3"},
        {AGEDGE, "minlen", "1"},
        {AGEDGE, "tailport", ""},
        {AGEDGE, "headport", ""},
    };
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        agattr(graph, attributes[i].kind, (char *)attributes[i].name, (char *)attributes[i].value);
}

static void set_inches(void *object, const char *name, double points)
{
    char text[32];
    snprintf(text, sizeof text, "%.4f", points / INCH_IN_POINTS);
    agset(object, (char *)name, text);
}

static jaccuse_status add_node(drawing *job, size_t index)
{
    double width, height;
    if (!read_size(ja_json_element(job->nodes, index), &width, &height))
        return ja_fail(job->error, JACCUSE_ERROR_FORMAT, "node %zu: no size", index);
    char name[32];
    snprintf(name, sizeof name, "n%zu", index);
    Agnode_t *node = agnode(job->graph, name, 1);
    if (!node)
        return ja_fail_memory(job->error);
    set_inches(node, "width", width);
    job->width[index] = width;
    set_inches(node, "height", height);
    job->node[index] = node;
    return JACCUSE_OK;
}

static jaccuse_status add_edge(drawing *job, size_t index)
{
    const ja_json *value = ja_json_element(job->edges, index);
    size_t source, target, weight = 1;
    size_t count = ja_json_count(job->nodes);
    if (!ja_json_size(ja_json_member(value, "source"), &source) || source >= count ||
        !ja_json_size(ja_json_member(value, "target"), &target) || target >= count)
        return ja_fail(job->error, JACCUSE_ERROR_FORMAT, "edge %zu: no ends", index);
    char text[32]; /* also makes parallel edges distinct */
    snprintf(text, sizeof text, "e%zu", index);
    Agedge_t *edge = agedge(job->graph, job->node[source], job->node[target], text, 1);
    if (!edge)
        return ja_fail_memory(job->error);
    if (ja_json_size(ja_json_member(value, "weight"), &weight) && weight > 1) {
        snprintf(text, sizeof text, "%zu", weight < 100 ? weight : (size_t)100);
        agset(edge, (char *)"weight", text);
    }
    size_t length = 2;
    if (ja_json_size(ja_json_member(value, "length"), &length) && length >= 1 && length <= 8) {
        snprintf(text, sizeof text, "%zu", length);
        agset(edge, (char *)"minlen", text);
        set_inches(edge, "len",
                   LENGTH * (double)length + (job->width[source] + job->width[target]) / 4);
    }
    if (job->sideways) {
        agset(edge, (char *)"tailport", (char *)"e");
        agset(edge, (char *)"headport", (char *)"w");
    }
    job->edge[index] = edge;
    return JACCUSE_OK;
}

static jaccuse_status build(drawing *job)
{
    job->graph = agopen((char *)"map", Agdirected, NULL);
    size_t nodes = ja_json_count(job->nodes), edges = ja_json_count(job->edges);
    ja_json_bool(ja_json_member(job->request, "sideways"), &job->sideways);
    job->node = calloc(nodes + 1, sizeof(Agnode_t *));
    job->edge = calloc(edges + 1, sizeof(Agedge_t *));
    job->width = calloc(nodes + 1, sizeof(double));
    if (!job->graph || !job->node || !job->edge || !job->width)
        return ja_fail_memory(job->error);
    set_defaults(job->graph, job->request);
    jaccuse_status status = JACCUSE_OK;
    for (size_t i = 0; i < nodes && status == JACCUSE_OK; i++)
        status = add_node(job, i);
    for (size_t i = 0; i < edges && status == JACCUSE_OK; i++)
        status = add_edge(job, i);
    return status;
}

static jaccuse_status run(drawing *job)
{
    const char *engine = string_or(job->request, "engine", "dot");
    if (strcmp(engine, "dot") != 0 && strcmp(engine, "neato") != 0 && strcmp(engine, "sfdp") != 0)
        return ja_fail(job->error, JACCUSE_ERROR_FORMAT, "no layout called %s", engine);
    job->context = gvContextPlugins(plugins, 0);
    if (!job->context)
        return ja_fail_memory(job->error);
    job->laid_out = true; /* what a failed layout has attached must be freed too */
    /* Some troubles leave the return code at 0. */
    if (gvLayout(job->context, job->graph, engine) != 0 || agerrors() >= AGERR)
        return fail_with_troubles(job->error, engine);
    return JACCUSE_OK;
}

static void put_point(ja_json_writer *json, const drawing *job, pointf point)
{
    boxf box = GD_bb(job->graph);
    ja_json_put_number(json, point.x - box.LL.x);
    ja_json_put_number(json, box.UR.y - point.y);
}

static void put_node(ja_json_writer *json, const drawing *job, size_t index)
{
    double width = 0, height = 0;
    read_size(ja_json_element(job->nodes, index), &width, &height);
    ja_json_open(json, '[');
    put_point(json, job, ND_coord(job->node[index]));
    ja_json_put_number(json, width);
    ja_json_put_number(json, height);
    ja_json_close(json, ']');
}

static void put_edge(ja_json_writer *json, const drawing *job, size_t index)
{
    const splines *way = ED_spl(job->edge[index]);
    /* More than one piece comes of concentrated edges alone, which are not asked for. */
    const bezier *piece = way && way->size > 0 ? &way->list[0] : NULL;
    ja_json_open(json, '[');
    for (int i = 0; piece && i < piece->size; i++)
        put_point(json, job, piece->list[i]);
    ja_json_close(json, ']');
}

static void put_answer(drawing *job)
{
    ja_json_writer json = {.out = &job->answer};
    boxf box = GD_bb(job->graph);
    ja_json_open(&json, '{');
    ja_json_number_member(&json, "width", box.UR.x - box.LL.x);
    ja_json_number_member(&json, "height", box.UR.y - box.LL.y);
    ja_json_key(&json, "nodes");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < ja_json_count(job->nodes); i++)
        put_node(&json, job, i);
    ja_json_close(&json, ']');
    ja_json_key(&json, "edges");
    ja_json_open(&json, '[');
    for (size_t i = 0; i < ja_json_count(job->edges); i++)
        put_edge(&json, job, i);
    ja_json_close(&json, ']');
    ja_json_close(&json, '}');
    ja_buffer_add(&job->answer, "\n", 1);
}

static jaccuse_status work(drawing *job, ja_slice text)
{
    jaccuse_status status = ja_json_parse(&job->request, text, job->error);
    if (status != JACCUSE_OK)
        return status;
    job->nodes = ja_json_member(job->request, "nodes");
    job->edges = ja_json_member(job->request, "edges");
    if (ja_json_count(job->nodes) > JA_MAX_LAYOUT_NODES ||
        ja_json_count(job->edges) > JA_MAX_LAYOUT_EDGES)
        return ja_fail(job->error, JACCUSE_ERROR_LIMIT, "graph too large");
    status = build(job);
    if (status == JACCUSE_OK)
        status = run(job);
    if (status != JACCUSE_OK)
        return status;
    put_answer(job);
    return job->answer.failed ? ja_fail_memory(job->error) : JACCUSE_OK;
}

static void clear(drawing *job)
{
    if (job->laid_out)
        gvFreeLayout(job->context, job->graph);
    if (job->graph)
        agclose(job->graph);
    if (job->context)
        gvFreeContext(job->context);
    free(job->node);
    free(job->edge);
    free(job->width);
    ja_buffer_clear(&job->answer);
    ja_json_free(job->request);
}

jaccuse_status ja_draw_layout(ja_slice request, jaccuse_stream *out, jaccuse_error *error)
{
    drawing job = {.error = error};
    ja_buffer_init(&job.answer, JA_MAX_DRAWING);
    ja_buffer_init(&troubles, 4096);
    agseterr(AGERR);
    agseterrf(hear);
    jaccuse_status status = work(&job, request);
    if (status == JACCUSE_OK)
        jaccuse_stream_write(out, job.answer.at, job.answer.length);
    clear(&job);
    ja_buffer_clear(&troubles);
    return status;
}
