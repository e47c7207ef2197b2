#include "output/xml_writer.h"

#include <libxml/xmlwriter.h>
#include <math.h>
#include <stdarg.h>

#include "base/unicode.h"

static void indent_elements(xmlTextWriterPtr writer)
{
    xmlTextWriterSetIndent(writer, 1);
    xmlTextWriterSetIndentString(writer, BAD_CAST "  ");
}

void ja_xml_init(ja_xml *xml, ja_arena *arena, bool indent)
{
    *xml = (ja_xml){.arena = arena, .buffer = xmlBufferCreate()};
    if (xml->buffer) {
        xmlBufferSetAllocationScheme(xml->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
        xml->writer = xmlNewTextWriterMemory(xml->buffer, 0);
    }
    xml->failed = !xml->writer;
    if (xml->writer && indent)
        indent_elements(xml->writer);
}

static int write_bytes(void *stream, const char *bytes, int length)
{
    jaccuse_stream_write(stream, bytes, (size_t)length);
    return length;
}

void ja_xml_init_stream(ja_xml *xml, ja_arena *arena, jaccuse_stream *stream)
{
    *xml = (ja_xml){.arena = arena};
    xmlOutputBufferPtr out = xmlOutputBufferCreateIO(write_bytes, NULL, stream, NULL);
    if (out)
        xml->writer = xmlNewTextWriter(out); /* which takes it over */
    if (out && !xml->writer)
        xmlOutputBufferClose(out);
    xml->failed = !xml->writer;
    if (xml->writer)
        indent_elements(xml->writer);
}

void ja_xml_clear(ja_xml *xml)
{
    if (xml->writer)
        xmlFreeTextWriter(xml->writer);
    if (xml->buffer)
        xmlBufferFree(xml->buffer);
    *xml = (ja_xml){0};
}

static void check(ja_xml *xml, int result)
{
    if (result < 0)
        xml->failed = true;
}

void ja_xml_end(ja_xml *xml)
{
    if (!xml->failed)
        check(xml, xmlTextWriterEndDocument(xml->writer));
    if (!xml->failed)
        check(xml, xmlTextWriterFlush(xml->writer));
}

ja_slice ja_xml_finish(ja_xml *xml)
{
    ja_xml_end(xml);
    if (xml->failed)
        return (ja_slice){NULL, 0};
    return (ja_slice){(const char *)xmlBufferContent(xml->buffer),
                      (size_t)xmlBufferLength(xml->buffer)};
}

void ja_xml_declaration(ja_xml *xml)
{
    if (!xml->failed)
        check(xml, xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", NULL));
}

void ja_xml_open(ja_xml *xml, const char *name)
{
    if (!xml->failed)
        check(xml, xmlTextWriterStartElement(xml->writer, BAD_CAST name));
}

void ja_xml_close(ja_xml *xml)
{
    if (!xml->failed)
        check(xml, xmlTextWriterEndElement(xml->writer));
}

void ja_xml_close_full(ja_xml *xml)
{
    if (!xml->failed)
        check(xml, xmlTextWriterFullEndElement(xml->writer));
}

void ja_xml_text_slice(ja_xml *xml, ja_slice text)
{
    const char *clean = ja_clean_utf8(xml->arena, text).at;
    if (!xml->failed)
        check(xml, xmlTextWriterWriteString(xml->writer, BAD_CAST clean));
}

void ja_xml_text(ja_xml *xml, const char *text)
{
    ja_xml_text_slice(xml, ja_slice_of(text));
}

void ja_xml_raw(ja_xml *xml, const char *text)
{
    if (!xml->failed)
        check(xml, xmlTextWriterWriteRaw(xml->writer, BAD_CAST text));
}

void ja_xml_element(ja_xml *xml, const char *name, const char *text)
{
    ja_xml_open(xml, name);
    ja_xml_text(xml, text);
    ja_xml_close_full(xml);
}

void ja_xml_attribute(ja_xml *xml, const char *name, const char *value)
{
    if (!value)
        return;
    const char *clean = ja_clean_string(xml->arena, value);
    if (!xml->failed)
        check(xml, xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name, BAD_CAST clean));
}

void ja_xml_format(ja_xml *xml, const char *name, const char *format, ...)
{
    char text[256]; /* what is formatted are names and numbers of ours */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    ja_xml_attribute(xml, name, text);
}

void ja_xml_number(ja_xml *xml, const char *name, double value)
{
    ja_xml_attribute(xml, name, ja_fixed(xml->arena, value));
}

const char *ja_fixed(ja_arena *arena, double value)
{
    if (!isfinite(value) || fabs(value) > 1e12)
        value = 0;
    long long hundredths = llround(value * 100);
    bool negative = hundredths < 0;
    if (negative)
        hundredths = -hundredths;
    return ja_format(arena, "%s%lld.%02lld", negative ? "-" : "", hundredths / 100,
                     hundredths % 100);
}
