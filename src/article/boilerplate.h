/* Telling article text from what stands around it, by the patterns of boilerplate.tsv. */
#ifndef JA_BOILERPLATE_H
#define JA_BOILERPLATE_H

#include "base/map.h"

typedef struct ja_boilerplate {
    ja_arena *arena;
    ja_map classes, lines; /* the patterns; of lines: 1, or 2 where nothing may follow */
    size_t longest_line;   /* bytes of the longest pattern */
} ja_boilerplate;

void ja_boilerplate_init(ja_boilerplate *patterns, ja_arena *arena);

/* Whether a class or id attribute holds a pattern's words: "c-share__list" holds "share". */
bool ja_boilerplate_is_class(const ja_boilerplate *patterns, const char *attribute);

/* Whether a short paragraph is an invitation to read, share, subscribe or comment. */
bool ja_boilerplate_is_line(const ja_boilerplate *patterns, ja_slice paragraph);

#endif
