#include "base/embedded.h"

#include <string.h>

ja_slice ja_embedded_file(const char *path)
{
    for (const ja_embedded *file = ja_embedded_files; file->path; file++)
        if (strcmp(file->path, path) == 0)
            return (ja_slice){file->begin, (size_t)(file->end - file->begin)};
    return (ja_slice){NULL, 0};
}
