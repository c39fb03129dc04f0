/*
 * zip_end - is a zip archive there to its end?
 *
 * The directory of a zip stands at its end.  Libarchive reads on without it, member by member;
 * then nobody knows whether the file was whole.
 */
#ifndef FORMAT_ZIP_END_H
#define FORMAT_ZIP_END_H

#include <stdbool.h>

#include "base/err.h"

/* Does the file begin as a zip does? */
bool zip_begins(const char *path);

/* 0 when the file ends with its directory.  ERR_NOT_FOUND, ERR_IO, ERR_FORMAT (no zip),
 * ERR_CUT. */
MUST_USE int zip_is_whole(const char *path, struct diag *diag);

#endif
