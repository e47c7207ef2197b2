/* The formats, their names and the endings of their files. */
#include <string.h>
#include <strings.h>

#include "jaccuse/output.h"

static const char *const NAMES[JACCUSE_FORMAT_COUNT] = {
    [JACCUSE_GRAPHML] = "graphml", [JACCUSE_GEXF] = "gexf", [JACCUSE_CSV] = "csv",
    [JACCUSE_JSON] = "json",       [JACCUSE_DOT] = "dot",   [JACCUSE_SVG] = "svg",
    [JACCUSE_HTML] = "html",       [JACCUSE_PNG] = "png",   [JACCUSE_PDF] = "pdf",
    [JACCUSE_EVENTS] = "events",
};

/* Other endings that are in use. */
static const struct {
    const char *ending;
    jaccuse_format format;
} OTHERS[] = {{"htm", JACCUSE_HTML}, {"gv", JACCUSE_DOT}};

static const char *const EVENT_ENDINGS[] = {".events.csv", ".events.tsv"};

const char *jaccuse_format_name(jaccuse_format format)
{
    return (unsigned)format < JACCUSE_FORMAT_COUNT ? NAMES[format] : NULL;
}

bool jaccuse_format_is_picture(jaccuse_format format)
{
    switch (format) {
    case JACCUSE_SVG:
    case JACCUSE_HTML:
    case JACCUSE_PNG:
    case JACCUSE_PDF:
    case JACCUSE_DOT:
        return true;
    default:
        return false;
    }
}

jaccuse_format jaccuse_format_from_name(const char *name)
{
    for (unsigned i = 0; name && i < JACCUSE_FORMAT_COUNT; i++)
        if (strcasecmp(name, NAMES[i]) == 0)
            return (jaccuse_format)i;
    return JACCUSE_FORMAT_COUNT;
}

static bool has_ending(const char *path, const char *ending)
{
    size_t length = strlen(path), own = strlen(ending);
    return length >= own && strcasecmp(path + length - own, ending) == 0;
}

jaccuse_format jaccuse_format_from_path(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *dot = path ? strrchr(slash ? slash : path, '.') : NULL;
    if (!dot)
        return JACCUSE_FORMAT_COUNT;
    for (size_t i = 0; i < sizeof EVENT_ENDINGS / sizeof *EVENT_ENDINGS; i++)
        if (has_ending(path, EVENT_ENDINGS[i]))
            return JACCUSE_EVENTS;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcasecmp(dot + 1, OTHERS[i].ending) == 0)
            return OTHERS[i].format;
    return jaccuse_format_from_name(dot + 1);
}
