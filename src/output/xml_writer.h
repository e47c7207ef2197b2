/* Writing XML into memory or a stream: libxml2's writer with a failure that stays, and with every
 * string cleaned first, since libxml2 lets controls and broken UTF-8 through. Check `failed` at the
 * end. */
#ifndef JA_OUTPUT_XML_WRITER_H
#define JA_OUTPUT_XML_WRITER_H

#include "base/text.h"
#include "jaccuse/output.h"

typedef struct ja_xml {
    struct _xmlTextWriter *writer;
    struct _xmlBuffer *buffer; /* NULL: a stream is written to */
    ja_arena *arena;           /* for cleaned strings */
    bool failed;
} ja_xml;

/* Starts an empty document; `indent`: each element on its own line. */
void ja_xml_init(ja_xml *xml, ja_arena *arena, bool indent);
/* The same into a stream, which keeps what fails there; each element on its own line. */
void ja_xml_init_stream(ja_xml *xml, ja_arena *arena, jaccuse_stream *stream);
void ja_xml_clear(ja_xml *xml);
/* Ends the document and hands on what is held back. */
void ja_xml_end(ja_xml *xml);
/* The bytes written into memory so far; ends the document. */
ja_slice ja_xml_finish(ja_xml *xml);

void ja_xml_declaration(ja_xml *xml);
void ja_xml_open(ja_xml *xml, const char *name);
void ja_xml_close(ja_xml *xml);
void ja_xml_close_full(ja_xml *xml); /* <p></p>, never <p/>: for HTML */
void ja_xml_text(ja_xml *xml, const char *text);
void ja_xml_text_slice(ja_xml *xml, ja_slice text);
void ja_xml_raw(ja_xml *xml, const char *text); /* our own text alone */
void ja_xml_element(ja_xml *xml, const char *name, const char *text);
void ja_xml_attribute(ja_xml *xml, const char *name, const char *value); /* NULL: left out */
void ja_xml_format(ja_xml *xml, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* With two decimals and a point in any locale. */
void ja_xml_number(ja_xml *xml, const char *name, double value);

/* The number as ja_xml_number writes it. */
const char *ja_fixed(ja_arena *arena, double value);

#endif
