#include "output/sink.h"

#include "base/error.h"
#include "base/limits.h"

static const size_t HOLD = (size_t)64 << 10; /* bytes of text that are handed on together */

void ja_sink_init(ja_sink *sink)
{
    *sink = (ja_sink){.stream = NULL};
    ja_buffer_init(&sink->text, JA_MAX_BUFFER);
    ja_arena_init(&sink->rows);
}

jaccuse_status ja_sink_open(ja_sink *sink, const char *path, bool is_xml, jaccuse_error *error)
{
    jaccuse_status status = jaccuse_stream_open(&sink->stream, path, error);
    if (status == JACCUSE_OK && is_xml)
        ja_xml_init_stream(&sink->xml, &sink->rows, sink->stream);
    return status == JACCUSE_OK && sink->xml.failed ? ja_fail_memory(error) : status;
}

static void hand_on(ja_sink *sink)
{
    if (sink->text.length > 0)
        jaccuse_stream_write(sink->stream, sink->text.at, sink->text.length);
    sink->text.length = 0;
}

bool ja_sink_begin_row(ja_sink *sink)
{
    if (sink->text.length >= HOLD)
        hand_on(sink);
    jmp_buf *on_failure = sink->rows.on_failure;
    ja_arena_clear(&sink->rows);
    sink->rows.on_failure = on_failure;
    return !sink->text.failed && !sink->xml.failed && !jaccuse_stream_failed(sink->stream);
}

jaccuse_status ja_sink_close(ja_sink *sink, jaccuse_error *error)
{
    if (sink->xml.writer)
        ja_xml_end(&sink->xml);
    if (sink->text.failed || sink->xml.failed)
        return ja_fail_memory(error);
    ja_xml_clear(&sink->xml); /* hands on to the stream, for the last time */
    hand_on(sink);
    jaccuse_stream *stream = sink->stream;
    sink->stream = NULL;
    return jaccuse_stream_commit(stream, error);
}

void ja_sink_clear(ja_sink *sink)
{
    ja_xml_clear(&sink->xml);
    ja_buffer_clear(&sink->text);
    ja_arena_clear(&sink->rows);
    jaccuse_stream_discard(sink->stream);
    *sink = (ja_sink){.stream = NULL};
}
