/* How wide a text is and where its lines break, without any font at hand. */
#ifndef JA_OUTPUT_LETTERING_H
#define JA_OUTPUT_LETTERING_H

#include "base/text.h"

typedef struct ja_lines {
    const char **at; /* NUL-terminated */
    size_t count;
    double width; /* of the widest */
} ja_lines;

/* The width of UTF-8 text in a font of `size`: that of DejaVu Sans, which is wider than Helvetica
 * and Arial, so that text that fits by this measure fits in all of them. */
double ja_text_width(const char *text, double size, bool bold);

/* Breaks clean UTF-8 text into lines no wider than `width`, as even as they go; words that are too
 * long are cut; what does not fit into `most` lines is left out for an ellipsis. At least one line
 * comes out. */
ja_lines ja_text_wrap(ja_arena *arena, const char *text, double size, bool bold, double width,
                      size_t most);

/* The first `most` characters; where more follow, an ellipsis stands for them. */
const char *ja_text_cut(ja_arena *arena, const char *text, size_t most);

#endif
