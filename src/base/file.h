/*
 * file - whole files: mapped to read, replaced atomically when written.
 *
 * A mapping is read-only and lives until file_unmap().  A file that shrinks while it is mapped
 * would end the process with SIGBUS; the index is replaced by rename, never written in place,
 * so that a mapping always keeps the bytes it was opened with.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/slice.h"

/* Maps a regular file.  An empty file maps to {NULL, 0}.  ERR_IO, ERR_NOT_FOUND. */
MUST_USE int file_map(const char *path, struct slice *out, struct diag *diag);
void file_unmap(struct slice mapped);

/* A file on its way to replace another: written beside it under a temporary name. */
struct file_replacement {
    int fd;           /* -1 when there is none */
    char temp[4096];  /* the temporary name, same folder as the target */
    char final[4096]; /* the target */
};

MUST_USE int file_replace_begin(struct file_replacement *r, const char *path,
                                struct diag *diag);
MUST_USE int file_replace_write(struct file_replacement *r, struct slice bytes,
                                struct diag *diag);
/* Flushes to the disk and renames over the target; on failure the target is as it was. */
MUST_USE int file_replace_commit(struct file_replacement *r, struct diag *diag);
/* Removes the temporary file; harmless after a commit. */
void file_replace_abandon(struct file_replacement *r);

/* "folder/name" into out; false when it does not fit. */
bool path_join(char *out, size_t size, const char *folder, const char *name);

/* What stands behind the last '/'. */
const char *path_name(const char *path);

bool path_is_folder(const char *path);
bool path_exists(const char *path);

#endif
