/* Telling the kind of a file by how it begins. */
#ifndef JA_KIND_H
#define JA_KIND_H

#include "base/text.h"

typedef enum ja_reader {
    JA_READ_NOTHING, /* the kind is known, but there is no reader for it */
    JA_READ_TEXT,
    JA_READ_HTML,
    JA_READ_JSON_LINES,
    JA_READ_JSON, /* one object over many lines, or an array */
} ja_reader;

typedef struct ja_kind {
    const char *name; /* for messages: "is NAME" */
    ja_reader reader;
} ja_kind;

/* How many bytes ja_kind_of wants to see at least. */
enum { JA_KIND_HEAD = 4096 };

/* The kind of the file that begins with `head` and is called `path`. For JSON, `head` must hold the
 * whole first line to tell lines from a text over many lines: ja_kind_is_json asks for that. */
ja_kind ja_kind_of(ja_slice head, const char *path);
bool ja_kind_is_json(ja_slice head, const char *path);

/* Whether the file is one of JSON Lines by its name. */
bool ja_kind_is_named_lines(const char *path);

/* Whether the file name has an ending that articles have. */
bool ja_kind_has_ending(const char *name);

#endif
