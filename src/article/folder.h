/* Walking a folder: the article files in it and below it, in the byte order of their names. */
#ifndef JA_FOLDER_H
#define JA_FOLDER_H

#include "jaccuse/status.h"

typedef struct ja_folder ja_folder;

/* What is left out, and told once a folder when the walk leaves it. */
typedef enum ja_left_out {
    JA_LEFT_KIND,  /* files of other kinds, pipes, devices */
    JA_LEFT_LINK,  /* links to folders, which could lead in a circle */
    JA_LEFT_DEPTH, /* folders below JA_MAX_FOLDER_DEPTH */
    JA_LEFT_GOLD,  /* claims made by hand */
    JA_LEFT_REASONS,
} ja_left_out;

JACCUSE_CHECKED jaccuse_status ja_folder_open(ja_folder **out, const char *path,
                                              jaccuse_notify notify, void *context,
                                              jaccuse_error *error);
void ja_folder_close(ja_folder *folder); /* NULL is fine */

/* The next file; *path is valid until the next call. JACCUSE_END: no more. JACCUSE_ERROR_READ: a
 * folder could not be read; the next call goes on behind it. */
JACCUSE_CHECKED jaccuse_status ja_folder_next(ja_folder *folder, const char **path,
                                              jaccuse_error *error);

/* Counts something that the reader left out of the folder of the file given last. */
void ja_folder_leave_out(ja_folder *folder, ja_left_out reason);

#endif
