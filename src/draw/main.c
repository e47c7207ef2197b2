/* jaccuse-draw: the program that lays graphs out and paints pictures, apart from everything else
 * because Graphviz may not share a binary with igraph (licences), crashes on some graphs and can
 * take minutes on others. It works on standard input and output, under limits that it sets itself:
 *
 *     jaccuse-draw [--seconds N] layout < graph.json > places.json     (see layout.c)
 *     jaccuse-draw [--seconds N] png    < picture.svg > picture.png
 *     jaccuse-draw [--seconds N] pdf    < picture.svg > picture.pdf
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/limits.h"
#include "base/source.h"
#include "draw/draw.h"

enum { DONE = 0, WRONG_USAGE = 2, FAILED = 4 };

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
/* Graphviz and fontconfig keep what they allocate once a process until its end. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libgvc\nleak:libcgraph\nleak:libcdt\nleak:libgvplugin\nleak:libfontconfig\n"
           "leak:libpango\nleak:libglib\nleak:librsvg\n";
}
#endif

static void limit(int what, rlim_t soft, rlim_t hard)
{
    struct rlimit now;
    if (getrlimit((__rlimit_resource_t)what, &now) != 0)
        return;
    if (now.rlim_max == RLIM_INFINITY || hard < now.rlim_max)
        now.rlim_max = hard;
    now.rlim_cur = soft < now.rlim_max ? soft : now.rlim_max;
    setrlimit((__rlimit_resource_t)what, &now);
}

static void limit_self(unsigned long seconds)
{
    limit(RLIMIT_CORE, 0, 0);
    if (seconds > 0) /* at the soft limit it dies of SIGXCPU, which tells the caller why */
        limit(RLIMIT_CPU, seconds, seconds + 1);
#ifndef SANITIZED /* the shadow memory of a sanitizer alone takes terabytes of addresses */
    limit(RLIMIT_AS, JA_DRAW_MEMORY, JA_DRAW_MEMORY);
#endif
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody waits for a picture whose caller is gone */
}

static jaccuse_status work(const char *mode, jaccuse_error *error)
{
    ja_source *source;
    jaccuse_status status = ja_source_open(&source, "-", error);
    if (status != JACCUSE_OK)
        return status;
    jaccuse_stream *stream = NULL;
    ja_slice input;
    status = ja_source_rest(source, JA_MAX_DRAWING, &input, error);
    if (status == JACCUSE_OK)
        status = jaccuse_stream_open(&stream, "-", error);
    if (status == JACCUSE_OK)
        status = strcmp(mode, "layout") == 0 ? ja_draw_layout(input, stream, error)
                                             : ja_draw_render(input, mode, stream, error);
    if (status == JACCUSE_OK)
        status = jaccuse_stream_commit(stream, error);
    else
        jaccuse_stream_discard(stream);
    ja_source_close(source);
    return status;
}

static bool read_seconds(const char *text, unsigned long *out)
{
    char *end;
    *out = strtoul(text, &end, 10);
    return text[0] >= '0' && text[0] <= '9' && *end == '\0';
}

int main(int count, char **arguments)
{
    unsigned long seconds = 0; /* no limit */
    bool right = true;
    int next = 1;
    if (count > 3 && strcmp(arguments[1], "--seconds") == 0) {
        right = read_seconds(arguments[2], &seconds);
        next = 3;
    }
    const char *mode = next == count - 1 ? arguments[next] : "";
    if (!right ||
        (strcmp(mode, "layout") != 0 && strcmp(mode, "png") != 0 && strcmp(mode, "pdf") != 0)) {
        fprintf(stderr, "usage: jaccuse-draw [--seconds N] layout|png|pdf < INPUT > OUTPUT\n");
        return WRONG_USAGE;
    }
    limit_self(seconds);
    jaccuse_error error;
    if (work(mode, &error) == JACCUSE_OK)
        return DONE;
    fprintf(stderr, "%s\n", error.message);
    return FAILED;
}
