/* Places for what a picture shows, from jaccuse-draw. */
#ifndef JA_OUTPUT_LAYOUT_H
#define JA_OUTPUT_LAYOUT_H

#include "base/json.h"
#include "output/draw.h"
#include "output/picture.h"

/* What is held outside of the arena; to be cleared in any case. */
typedef struct ja_layout {
    ja_buffer request, answer;
    ja_json *places;
} ja_layout;

void ja_layout_init(ja_layout *layout);
void ja_layout_clear(ja_layout *layout);

/* JACCUSE_ERROR_ARGUMENT: no layout of that name (NULL is fine: it is chosen by size). */
JACCUSE_CHECKED jaccuse_status ja_layout_check(const char *name, jaccuse_error *error);

/* Gives every node, edge and mark of the picture its place. A layout that fails or takes too long
 * is replaced by the plainest one, and options->notify hears of it. */
JACCUSE_CHECKED jaccuse_status ja_layout_run(ja_layout *layout, ja_picture *picture,
                                             const ja_draw_program *program,
                                             const jaccuse_map_options *options,
                                             jaccuse_error *error);

#endif
