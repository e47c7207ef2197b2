/* Makes a page harmless before it is parsed: comments, scripts, declarations, tags that only change
 * the look, and attributes that nobody here reads are left out, and the tags that stay are written
 * in one strict form. So the parser sees no construct that it would take more than linear time for
 * (it compares every attribute of a tag with every other), and a tenth of the bytes. */
#ifndef JA_HTML_MARKUP_H
#define JA_HTML_MARKUP_H

#include "base/text.h"

/* `page` is valid UTF-8. The scripts that hold JSON-LD go to `data`, each ended by a NUL. False:
 * more than JA_MAX_TAGS, start and end counted. */
bool ja_html_simplify(ja_slice page, ja_buffer *markup, ja_buffer *data);

#endif
