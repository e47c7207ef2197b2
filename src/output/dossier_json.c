/* One actor's dossier as JSON. */
#include "jaccuse/output.h"
#include "output/evidence_json.h"

#include "base/unicode.h"

typedef struct ja_told_dossier {
    jaccuse_network *network;
    const jaccuse_dossier *dossier;
} ja_told_dossier;

static void put_node(ja_json_writer *json, ja_arena *arena, const jaccuse_network *network,
                     size_t index)
{
    const jaccuse_node *node = jaccuse_network_node(network, index);
    ja_json_key(json, "actor");
    ja_json_open(json, '{');
    ja_put_clean(json, arena, "id", node->id);
    ja_put_clean(json, arena, "label", node->label);
    ja_put_clean(json, arena, "label_fr", node->label_fr);
    ja_put_clean(json, arena, "label_en", node->label_en);
    ja_put_clean(json, arena, "kind", jaccuse_kind_name(node->kind));
    ja_put_actor(json, arena, network, "of", node->of);
    ja_json_key(json, "names");
    ja_json_open(json, '[');
    for (size_t i = 0; i < node->name_count; i++)
        ja_json_put_string(json, ja_clean_string(arena, node->names[i]));
    ja_json_close(json, ']');
    ja_json_size_member(json, "accusations_made", node->accusations_made);
    ja_json_size_member(json, "accusations_received", node->accusations_received);
    ja_json_size_member(json, "accusations_denied", node->accusations_denied);
    ja_json_size_member(json, "denials_made", node->denials_made);
    ja_json_close(json, '}');
}

static void put_people(ja_json_writer *json, ja_arena *arena, const ja_told_dossier *told)
{
    ja_json_key(json, "people");
    ja_json_open(json, '[');
    for (size_t i = 0; i < told->dossier->people_count; i++)
        ja_put_actor(json, arena, told->network, NULL, told->dossier->people[i]);
    ja_json_close(json, ']');
}

static void put_periods(ja_json_writer *json, const jaccuse_dossier *dossier)
{
    ja_json_size_member(json, "months", dossier->months);
    ja_json_key(json, "periods");
    ja_json_open(json, '[');
    for (size_t i = 0; i < dossier->period_count; i++) {
        const jaccuse_stretch *period = &dossier->periods[i];
        ja_json_open(json, '{');
        ja_json_string_member(json, "from", period->from);
        ja_json_size_member(json, "accused", period->accused);
        ja_json_size_member(json, "accuses", period->accuses);
        ja_json_size_member(json, "denies", period->denies);
        ja_json_close(json, '}');
    }
    ja_json_close(json, ']');
}

static void put_section(ja_json_writer *json, ja_arena *arena, const ja_told_dossier *told,
                        jaccuse_section section)
{
    ja_json_key(json, jaccuse_section_name(section));
    ja_json_open(json, '[');
    for (size_t i = 0; i < told->dossier->edge_count[section]; i++)
        ja_put_edge(json, arena, told->network, told->dossier->edges[section][i]);
    ja_json_close(json, ']');
}

static void put_dossier(ja_json_writer *json, ja_arena *arena, const void *context)
{
    const ja_told_dossier *told = context;
    const jaccuse_node *node = jaccuse_network_node(told->network, told->dossier->actor);
    ja_json_open(json, '{');
    put_node(json, arena, told->network, told->dossier->actor);
    put_people(json, arena, told);
    put_periods(json, told->dossier);
    ja_put_evidence_list(json, arena, told->network, "accused_by_nobody_named", JACCUSE_ACCUSES,
                         node->unattributed, node->unattributed_count);
    ja_put_evidence_list(json, arena, told->network, "denies_nobody_named", JACCUSE_DENIES,
                         node->bare_denials, node->bare_denial_count);
    for (int i = 0; i < JACCUSE_SECTION_COUNT; i++)
        put_section(json, arena, told, (jaccuse_section)i);
    ja_json_close(json, '}');
}

jaccuse_status jaccuse_dossier_print(char **out, size_t *length, jaccuse_network *network,
                                     const jaccuse_dossier *dossier, jaccuse_error *error)
{
    ja_told_dossier told = {network, dossier};
    return ja_print_json(out, length, put_dossier, &told, error);
}
