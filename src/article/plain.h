/* Plain text: the file is the article, byte for byte. */
#ifndef JA_PLAIN_H
#define JA_PLAIN_H

#include "article/draft.h"

/* `text` is UTF-8, or nearly: what is not is repaired. */
JACCUSE_CHECKED jaccuse_status ja_plain_read(jaccuse_article **out, ja_draft *draft, ja_slice text,
                                             jaccuse_error *error);

/* The first line where it looks like a title, else an empty span. `text` is valid UTF-8. */
jaccuse_span ja_plain_title(ja_slice text);

#endif
