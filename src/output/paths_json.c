/* Paths between two actors as JSON. */
#include "jaccuse/output.h"
#include "output/evidence_json.h"

typedef struct ja_told_paths {
    jaccuse_network *network;
    const jaccuse_paths *paths;
} ja_told_paths;

/* Whether the edge is walked from its source to its target. */
static bool is_forward(const ja_told_paths *told, const jaccuse_path *path, size_t step)
{
    return jaccuse_network_edge(told->network, path->edges[step])->source == path->nodes[step];
}

static void put_path(ja_json_writer *json, ja_arena *arena, const ja_told_paths *told,
                     const jaccuse_path *path)
{
    ja_json_open(json, '{');
    ja_json_number_member(json, "length", path->length);
    ja_json_key(json, "nodes");
    ja_json_open(json, '[');
    for (size_t i = 0; i <= path->edge_count; i++)
        ja_put_actor(json, arena, told->network, NULL, path->nodes[i]);
    ja_json_close(json, ']');
    ja_json_key(json, "steps");
    ja_json_open(json, '[');
    for (size_t i = 0; i < path->edge_count; i++) {
        ja_json_open(json, '{');
        ja_json_string_member(json, "direction", is_forward(told, path, i) ? "forward" : "back");
        ja_json_key(json, "edge");
        ja_put_edge(json, arena, told->network, path->edges[i]);
        ja_json_close(json, '}');
    }
    ja_json_close(json, ']');
    ja_json_close(json, '}');
}

static void put_paths(ja_json_writer *json, ja_arena *arena, const void *context)
{
    const ja_told_paths *told = context;
    const jaccuse_path *first = told->paths->at;
    ja_json_open(json, '{');
    if (told->paths->count) {
        ja_put_actor(json, arena, told->network, "from", first->nodes[0]);
        ja_put_actor(json, arena, told->network, "to", first->nodes[first->edge_count]);
    }
    ja_json_bool_member(json, "more", told->paths->more);
    ja_json_key(json, "paths");
    ja_json_open(json, '[');
    for (size_t i = 0; i < told->paths->count; i++)
        put_path(json, arena, told, &told->paths->at[i]);
    ja_json_close(json, ']');
    ja_json_close(json, '}');
}

jaccuse_status jaccuse_paths_print(char **out, size_t *length, jaccuse_network *network,
                                   const jaccuse_paths *paths, jaccuse_error *error)
{
    ja_told_paths told = {network, paths};
    for (size_t i = 0; i < paths->count; i++) {
        const jaccuse_path *path = &paths->at[i];
        for (size_t j = 0; j < path->edge_count; j++) {
            jaccuse_status status = jaccuse_network_evidence(network, path->edges[j], error);
            if (status != JACCUSE_OK)
                return status;
        }
    }
    return ja_print_json(out, length, put_paths, &told, error);
}
