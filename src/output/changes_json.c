/* What differs between two sets of articles as JSON. */
#include "jaccuse/output.h"
#include "output/evidence_json.h"

typedef struct ja_told_changes {
    jaccuse_network *network;
    const jaccuse_change *changes;
    size_t count;
} ja_told_changes;

/* The two ends of a pair; null stands for nobody named. */
static void put_ends(ja_json_writer *json, ja_arena *arena, const ja_told_changes *told,
                     const jaccuse_change *change)
{
    const jaccuse_edge *edge = jaccuse_network_edge(told->network, change->edge);
    bool denies = change->kind == JACCUSE_CHANGE_DENIES;
    size_t alone = denies ? change->node : JACCUSE_NONE;
    ja_put_actor(json, arena, told->network, "source", edge ? edge->source : alone);
    ja_put_actor(json, arena, told->network, "target",
                 edge || !denies ? change->node : JACCUSE_NONE);
    if (denies)
        ja_put_actor(json, arena, told->network, "accused", edge ? edge->accused : JACCUSE_NONE);
}

static void put_change(ja_json_writer *json, ja_arena *arena, const ja_told_changes *told,
                       const jaccuse_change *change)
{
    jaccuse_relation relation =
        change->kind == JACCUSE_CHANGE_DENIES ? JACCUSE_DENIES : JACCUSE_ACCUSES;
    if (change->kind == JACCUSE_CHANGE_ACTOR) {
        ja_put_actor(json, arena, told->network, NULL, change->node);
        return;
    }
    ja_json_open(json, '{');
    put_ends(json, arena, told, change);
    ja_json_key(json, "evidence");
    ja_json_open(json, '[');
    for (size_t i = 0; i < change->evidence_count; i++)
        ja_put_one_evidence(json, arena, told->network, relation, change->evidence[i]);
    ja_json_close(json, ']');
    ja_json_close(json, '}');
}

static void put_side(ja_json_writer *json, ja_arena *arena, const ja_told_changes *told, bool gone)
{
    ja_json_key(json, gone ? "gone" : "new");
    ja_json_open(json, '{');
    for (int kind = 0; kind < JACCUSE_CHANGE_COUNT; kind++) {
        ja_json_key(json, jaccuse_change_name((jaccuse_change_kind)kind));
        ja_json_open(json, '[');
        for (size_t i = 0; i < told->count; i++)
            if ((int)told->changes[i].kind == kind && told->changes[i].gone == gone)
                put_change(json, arena, told, &told->changes[i]);
        ja_json_close(json, ']');
    }
    ja_json_close(json, '}');
}

static void put_changes(ja_json_writer *json, ja_arena *arena, const void *context)
{
    ja_json_open(json, '{');
    put_side(json, arena, context, false);
    put_side(json, arena, context, true);
    ja_json_close(json, '}');
}

jaccuse_status jaccuse_changes_print(char **out, size_t *length, jaccuse_network *network,
                                     const jaccuse_change *changes, size_t count,
                                     jaccuse_error *error)
{
    ja_told_changes told = {network, changes, count};
    return ja_print_json(out, length, put_changes, &told, error);
}
