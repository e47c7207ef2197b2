/* The map as one page: heading, drawing, everything that was said as a table and as data, and the
 * script that makes the drawing and the data answer. */
#ifndef JA_OUTPUT_HTML_H
#define JA_OUTPUT_HTML_H

#include "output/picture.h"
#include "output/xml_writer.h"

/* The data of the page (its script's data.js says what is in it) as JSON that may stand in a script
 * element and in XML. */
void ja_html_data(ja_buffer *out, const ja_picture *picture);

/* Writes the page with these data in it. */
void ja_html_write(ja_xml *xml, const ja_picture *picture, const ja_buffer *data);

/* Every accusation and denial with its evidence, as a table. */
void ja_html_table(ja_xml *xml, const ja_picture *picture);

/* A quote around its cue; where the cue does not lie in the quote as it should, all is `before`. */
typedef struct ja_marked_quote {
    ja_slice before, cue, after;
} ja_marked_quote;

ja_marked_quote ja_mark_quote(const jaccuse_evidence *evidence);

#endif
