/* Gold and claims from files and folders. What cannot be used is told, and the rest is done. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "claim/score.h"

typedef struct score_reader {
    jaccuse_score *score;
    jaccuse_notify notify;
    void *context;
    jaccuse_error *error; /* of the first fault */
    jaccuse_status status;
} score_reader;

static void tell(score_reader *reader, const jaccuse_error *fault)
{
    if (reader->notify)
        reader->notify(reader->context, fault);
    if (reader->status != JACCUSE_OK)
        return;
    reader->status = fault->code;
    if (reader->error)
        *reader->error = *fault;
}

static void tell_at(score_reader *reader, jaccuse_error *fault, const char *path, size_t line)
{
    if (!fault->path[0])
        snprintf(fault->path, sizeof fault->path, "%s", path);
    if (!fault->line)
        fault->line = line;
    tell(reader, fault);
}

static void tell_memory(score_reader *reader)
{
    jaccuse_error fault;
    ja_fail_memory(&fault);
    tell(reader, &fault);
}

/* ---- Gold ---- */

static size_t line_at(ja_slice text, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < offset && i < text.length; i++)
        line += text.at[i] == '\n';
    return line;
}

static void read_gold_file(score_reader *reader, const char *path)
{
    jaccuse_error fault = {.code = JACCUSE_OK};
    ja_source *source = NULL;
    ja_slice text = {NULL, 0};
    jaccuse_status status = ja_source_open(&source, path, &fault);
    if (status == JACCUSE_OK)
        status = ja_source_rest(source, JA_MAX_FILE, &text, &fault);
    if (status == JACCUSE_OK) {
        text = ja_without_mark(text);
        status = jaccuse_score_add_gold(reader->score, text.at, text.length, &fault);
    }
    if (status != JACCUSE_OK && status != JACCUSE_SKIPPED)
        tell_at(reader, &fault, path, fault.offset ? line_at(text, fault.offset) : 0);
    ja_source_close(source);
}

static int is_gold_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && ja_ends_with(ja_slice_of(entry->d_name), JA_SLICE(".json"));
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_gold_folder(score_reader *reader, const char *folder, struct dirent **names,
                             size_t count)
{
    const char *slash = ja_ends_with(ja_slice_of(folder), JA_SLICE("/")) ? "" : "/";
    for (size_t i = 0; i < count && reader->status != JACCUSE_ERROR_MEMORY; i++) {
        ja_buffer path;
        ja_buffer_init(&path, JA_MAX_BUFFER);
        ja_buffer_printf(&path, "%s%s%s", folder, slash, names[i]->d_name);
        if (path.failed)
            tell_memory(reader);
        else
            read_gold_file(reader, path.at);
        ja_buffer_clear(&path);
    }
}

jaccuse_status jaccuse_score_read_gold(jaccuse_score *score, const char *path,
                                       jaccuse_notify notify, void *context, jaccuse_error *error)
{
    score_reader reader = {score, notify, context, error, JACCUSE_OK};
    struct dirent **names;
    int count = scandir(path, &names, is_gold_file, by_name);
    if (count >= 0) {
        read_gold_folder(&reader, path, names, (size_t)count);
        for (int i = 0; i < count; i++)
            free(names[i]);
        free(names);
    } else if (errno == ENOTDIR || strcmp(path, "-") == 0) {
        read_gold_file(&reader, path);
    } else {
        jaccuse_error fault;
        ja_fail_errno(&fault, JACCUSE_ERROR_READ, path, "open");
        tell(&reader, &fault);
    }
    return reader.status;
}

/* ---- Claims ---- */

/* Where it says so, the rest of the file is out of reach. */
static bool is_over(jaccuse_status status)
{
    return status == JACCUSE_END || status == JACCUSE_ERROR_READ || status == JACCUSE_ERROR_MEMORY;
}

static void read_lines(score_reader *reader, ja_source *source, const char *name)
{
    for (jaccuse_status status = JACCUSE_OK; !is_over(status);) {
        jaccuse_error fault = {.code = JACCUSE_OK};
        ja_slice line;
        status = ja_source_line(source, JA_MAX_LINE, &line, &fault);
        if (status == JACCUSE_OK && ja_source_line_number(source) == 1)
            line = ja_without_mark(line);
        if (status == JACCUSE_OK && ja_trim(line).length > 0)
            status = jaccuse_score_add_claims(reader->score, line.at, line.length, &fault);
        if (status >= JACCUSE_ERROR_ARGUMENT)
            tell_at(reader, &fault, name, ja_source_line_number(source));
    }
}

jaccuse_status jaccuse_score_read_claims(jaccuse_score *score, const char *path,
                                         jaccuse_notify notify, void *context, jaccuse_error *error)
{
    score_reader reader = {score, notify, context, error, JACCUSE_OK};
    jaccuse_error fault = {.code = JACCUSE_OK};
    ja_source *source;
    if (ja_source_open(&source, path, &fault) != JACCUSE_OK) {
        tell(&reader, &fault);
        return reader.status;
    }
    read_lines(&reader, source, strcmp(path, "-") == 0 ? "standard input" : path);
    ja_source_close(source);
    return reader.status;
}
