#include "article/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/kind.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/limits.h"

/* One folder on the way from the top to where the walk is. */
typedef struct level {
    ja_arena arena; /* holds the path and the names */
    const char *path;
    char **names;
    size_t count, capacity, next;
    size_t left_out[JA_LEFT_REASONS];
} level;

struct ja_folder {
    jaccuse_notify notify;
    void *context;
    level levels[JA_MAX_FOLDER_DEPTH];
    size_t depth;
    ja_buffer path; /* of the file given last */
};

typedef struct listing {
    level *level;
    const char *path;
    DIR *stream;
    int error; /* errno, or 0 */
} listing;

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(void *context)
{
    listing *work = context;
    level *l = work->level;
    size_t length = strlen(work->path);
    while (length > 1 && work->path[length - 1] == '/')
        length--;
    l->path = ja_copy(&l->arena, work->path, length);
    struct dirent *entry;
    while (errno = 0, (entry = readdir(work->stream))) {
        if (entry->d_name[0] == '.')
            continue;
        char *name = ja_copy_string(&l->arena, entry->d_name);
        JA_PUSH(&l->arena, l->names, l->count, l->capacity, name);
    }
    work->error = errno;
    if (l->count > 0)
        qsort(l->names, l->count, sizeof *l->names, compare_names);
}

/* Goes down into the folder `path`. */
static jaccuse_status descend(ja_folder *folder, const char *path, jaccuse_error *error)
{
    DIR *stream = opendir(path);
    if (!stream)
        return ja_fail_errno(error, JACCUSE_ERROR_READ, path, "open");
    level *l = &folder->levels[folder->depth];
    *l = (level){.path = NULL};
    ja_arena_init(&l->arena);
    listing work = {l, path, stream, 0};
    bool done = ja_arena_run(&l->arena, list, &work);
    closedir(stream);
    if (done && work.error == 0) {
        folder->depth++;
        return JACCUSE_OK;
    }
    ja_arena_clear(&l->arena);
    if (!done)
        return ja_fail_memory(error);
    errno = work.error;
    return ja_fail_errno(error, JACCUSE_ERROR_READ, path, "read");
}

static void ascend(ja_folder *folder)
{
    static const char *const TOLD[JA_LEFT_REASONS] = {
        [JA_LEFT_KIND] = "%zu files of other kinds left out",
        [JA_LEFT_LINK] = "%zu links to folders left out",
        [JA_LEFT_DEPTH] = "%zu folders left out: nested too deep",
        [JA_LEFT_GOLD] = "%zu records of hand-made claims left out",
    };
    level *l = &folder->levels[--folder->depth];
    for (size_t i = 0; i < JA_LEFT_REASONS; i++)
        if (l->left_out[i] > 0)
            ja_notify(folder->notify, folder->context, JACCUSE_OK, l->path, TOLD[i],
                      l->left_out[i]);
    ja_arena_clear(&l->arena);
}

jaccuse_status ja_folder_open(ja_folder **out, const char *path, jaccuse_notify notify,
                              void *context, jaccuse_error *error)
{
    *out = NULL;
    ja_folder *folder = calloc(1, sizeof *folder);
    if (!folder)
        return ja_fail_memory(error);
    folder->notify = notify;
    folder->context = context;
    ja_buffer_init(&folder->path, JA_MAX_BUFFER);
    jaccuse_status status = descend(folder, path, error);
    if (status != JACCUSE_OK) {
        ja_folder_close(folder);
        return status;
    }
    *out = folder;
    return JACCUSE_OK;
}

void ja_folder_close(ja_folder *folder)
{
    if (!folder)
        return;
    while (folder->depth > 0)
        ja_arena_clear(&folder->levels[--folder->depth].arena);
    ja_buffer_clear(&folder->path);
    free(folder);
}

void ja_folder_leave_out(ja_folder *folder, ja_left_out reason)
{
    if (folder->depth > 0)
        folder->levels[folder->depth - 1].left_out[reason]++;
}

static bool is_folder(const char *path, bool *is_file, bool *is_link)
{
    struct stat status;
    *is_file = *is_link = false;
    if (lstat(path, &status) != 0)
        return false;
    if (S_ISLNK(status.st_mode)) {
        *is_link = true;
        if (stat(path, &status) != 0)
            return false;
    }
    *is_file = S_ISREG(status.st_mode);
    return S_ISDIR(status.st_mode);
}

/* Looks at the entry folder->path. JACCUSE_OK: it is a file to be read. JACCUSE_SKIPPED: not. */
static jaccuse_status look_at(ja_folder *folder, const char *name, jaccuse_error *error)
{
    bool is_file, is_link;
    const char *path = folder->path.at;
    if (!is_folder(path, &is_file, &is_link)) {
        /* What cannot be looked at (a link to nothing) fails when it is opened, and is named. */
        bool takes = (is_file || access(path, F_OK) != 0) && ja_kind_has_ending(name);
        if (takes)
            return JACCUSE_OK;
        ja_folder_leave_out(folder, JA_LEFT_KIND);
    } else if (is_link) {
        ja_folder_leave_out(folder, JA_LEFT_LINK);
    } else if (folder->depth >= JA_MAX_FOLDER_DEPTH) {
        ja_folder_leave_out(folder, JA_LEFT_DEPTH);
    } else {
        jaccuse_status status = descend(folder, path, error);
        return status == JACCUSE_OK ? JACCUSE_SKIPPED : status;
    }
    return JACCUSE_SKIPPED;
}

jaccuse_status ja_folder_next(ja_folder *folder, const char **path, jaccuse_error *error)
{
    while (folder->depth > 0) {
        level *l = &folder->levels[folder->depth - 1];
        if (l->next == l->count) {
            ascend(folder);
            continue;
        }
        const char *name = l->names[l->next++];
        folder->path.length = 0;
        ja_buffer_add_string(&folder->path, l->path);
        if (strcmp(l->path, "/") != 0)
            ja_buffer_add(&folder->path, "/", 1);
        ja_buffer_add_string(&folder->path, name);
        if (folder->path.failed)
            return ja_fail_memory(error);
        jaccuse_status status = look_at(folder, name, error);
        if (status == JACCUSE_OK)
            *path = folder->path.at;
        if (status != JACCUSE_SKIPPED)
            return status;
    }
    return JACCUSE_END;
}
