/* What an edge rests on, as JSON: the same fields wherever evidence is told. */
#ifndef JA_OUTPUT_EVIDENCE_JSON_H
#define JA_OUTPUT_EVIDENCE_JSON_H

#include "base/json_writer.h"
#include "jaccuse/network.h"

/* A string that any JSON reader takes; NULL: null. */
void ja_put_clean(ja_json_writer *json, ja_arena *arena, const char *key, const char *value);
/* One piece of evidence as the members of an object that the caller opens and closes. */
void ja_put_evidence(ja_json_writer *json, ja_arena *arena, const jaccuse_evidence *evidence);
/* ... as an object, with the claims across from it: "answered_by" of an accusation, "answers" of a
 * denial. */
void ja_put_one_evidence(ja_json_writer *json, ja_arena *arena, jaccuse_network *network,
                         jaccuse_relation relation, const jaccuse_evidence *evidence);
/* All of them in an array under `key`. */
void ja_put_evidence_list(ja_json_writer *json, ja_arena *arena, jaccuse_network *network,
                          const char *key, jaccuse_relation relation,
                          const jaccuse_evidence *evidence, size_t count);
/* "id", "label", "kind" as an object; JACCUSE_NONE: null. */
void ja_put_actor(ja_json_writer *json, ja_arena *arena, const jaccuse_network *network,
                  const char *key, size_t node);
/* An edge with its ends as ja_put_actor gives them, and all its evidence. */
void ja_put_edge(ja_json_writer *json, ja_arena *arena, jaccuse_network *network, size_t edge);

/* What makes the text of a ja_print_json. */
typedef void ja_json_maker(ja_json_writer *json, ja_arena *arena, const void *context);
/* One JSON text and a newline, on the heap. */
jaccuse_status ja_print_json(char **out, size_t *length, ja_json_maker *make, const void *context,
                             jaccuse_error *error);

#endif
