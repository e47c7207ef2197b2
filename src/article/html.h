/* HTML pages: title, body and what the page says about itself, put into a draft. */
#ifndef JA_HTML_H
#define JA_HTML_H

#include "article/draft.h"

/* `page` is UTF-8, or nearly. Only fields of the draft that are still NULL are filled, so that
 * what is known better stays; the body is always set, empty where no text was found. */
JACCUSE_CHECKED jaccuse_status ja_html_read(ja_draft *draft, ja_slice page, jaccuse_error *error);

/* Whether `text` is markup, whatever it is called: it holds an end tag or a line break's. */
bool ja_html_is_markup(const char *text);

#endif
