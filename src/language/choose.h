/* Which language a text is read as, and by which model. */
#ifndef JA_CHOOSE_H
#define JA_CHOOSE_H

#include "language/language.h"
#include "language/model.h"

typedef struct ja_choice {
    const ja_language *language;
    const ja_model *model;
} ja_choice;

/* The language by ja_choose_language, where a given model's is the last guess, and its model. Fails
 * as jaccuse_parse does. */
JACCUSE_CHECKED jaccuse_status ja_choose(ja_choice *out, const jaccuse_parse_options *options,
                                         ja_slice text, const char *declared, const char *path,
                                         jaccuse_error *error);

#endif
