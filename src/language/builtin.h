/* The models that stand in the binary, one a language: language/CODE/parser.model. Each is opened
 * and checked when it is first asked for, and kept for good. */
#ifndef JA_BUILTIN_H
#define JA_BUILTIN_H

#include "language/language.h"
#include "language/model.h"

/* The model of a language. JACCUSE_NOT_FOUND: this build has none. Thread-safe. */
JACCUSE_CHECKED jaccuse_status ja_builtin_model(const ja_model **out, const ja_language *language,
                                                jaccuse_error *error);

#endif
