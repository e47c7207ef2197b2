/* Which language a text is read as, and by which model. */
#ifndef JA_CHOOSE_H
#define JA_CHOOSE_H

#include "language/language.h"
#include "language/model.h"

typedef struct ja_choice {
    const ja_language *language;
    const ja_model *model;
} ja_choice;

/* The language is the one of the options, else that of the text's own words, else what its source
 * says, else the given model's. `declared` and `path` (for messages) may be NULL. Fails as
 * jaccuse_parse does. */
JACCUSE_CHECKED jaccuse_status ja_choose(ja_choice *out, const jaccuse_parse_options *options,
                                         ja_slice text, const char *declared, const char *path,
                                         jaccuse_error *error);

#endif
