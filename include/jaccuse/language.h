/* The languages that this build reads. */
#ifndef JACCUSE_LANGUAGE_H
#define JACCUSE_LANGUAGE_H

#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The number of languages, and the ISO 639-1 code and English name of each; NULL out of range. */
size_t jaccuse_language_count(void);
const char *jaccuse_language_code(size_t index);
const char *jaccuse_language_name(size_t index);

/* The code of the language that a UTF-8 text is written in, by its function words; NULL where it
 * is none of ours or cannot be told. The string is static. */
const char *jaccuse_language_identify(const char *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
