/* What an article says, on a terminal: the sentence with its cue, and where it stands. */
#include <string.h>

#include "cli/cli.h"

/* A sentence may run over lines of the article: it is printed on one. */
static void print_flat(jaccuse_stream *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        bool blank = c == '\n' || c == '\r' || c == '\t';
        jaccuse_stream_write(out, blank ? " " : &text[i], 1);
    }
}

static void print_flat_string(jaccuse_stream *out, const char *text)
{
    print_flat(out, text, strlen(text));
}

void cli_print_evidence(jaccuse_stream *out, const jaccuse_evidence *evidence, const char *indent,
                        bool colour)
{
    size_t length = evidence->quote ? strlen(evidence->quote) : 0;
    jaccuse_span cue = evidence->cue;
    if (cue.end > length || cue.begin > cue.end)
        cue = (jaccuse_span){0, 0};
    jaccuse_stream_print(out, "%s\"", indent);
    print_flat(out, evidence->quote, cue.begin);
    if (cue.end > cue.begin) {
        jaccuse_stream_print(out, "%s", colour ? "\033[1m" : "");
        print_flat(out, evidence->quote + cue.begin, cue.end - cue.begin);
        jaccuse_stream_print(out, "%s", colour ? "\033[0m" : "");
    }
    print_flat(out, evidence->quote + cue.end, length - cue.end);
    jaccuse_stream_print(out, "\"\n%s  -- ", indent);
    print_flat_string(out, evidence->outlet ? evidence->outlet : evidence->article_id);
    const char *const more[] = {evidence->date, evidence->url};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        if (!more[i])
            continue;
        jaccuse_stream_print(out, ", ");
        print_flat_string(out, more[i]);
    }
    jaccuse_stream_print(out, "\n");
}
