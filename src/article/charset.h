/* Character sets: bytes of any kind become UTF-8. */
#ifndef JA_CHARSET_H
#define JA_CHARSET_H

#include <stdint.h>

#include "base/text.h"
#include "jaccuse/status.h"

/* *out is `bytes` as UTF-8 without byte order mark. It stands in `bytes` itself where these are
 * UTF-8 already (so it may be as invalid as they are), else in `room`, which the caller inits and
 * clears. `declared` is the set that the document names, or empty. The order of belief: byte order
 * mark, declaration, valid UTF-8, detection, windows-1252. */
JACCUSE_CHECKED jaccuse_status ja_charset_to_utf8(ja_slice bytes, ja_slice declared,
                                                  ja_buffer *room, ja_slice *out,
                                                  jaccuse_error *error);

/* The character set that a page names in its XML declaration or a meta tag; empty: none. */
ja_slice ja_charset_declared(ja_slice page);

bool ja_charset_is_utf16(ja_slice bytes); /* by its byte order mark */

/* What a character of U+0080-9F was meant to be: pages count in windows-1252 there. */
uint32_t ja_charset_from_c1(uint32_t character);

#endif
