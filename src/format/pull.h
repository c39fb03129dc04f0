/*
 * pull - where a carrier takes its bytes from.
 *
 * The readers of CSV and JSON lines ask for the next piece and do not know whether it comes
 * from a compressed file, from standard input or from memory.  A piece is borrowed until the
 * next call; an empty piece is the end.  The two sources here, memory and plain files, need no
 * library; format/input.h has the one that unpacks.
 */
#ifndef FORMAT_PULL_H
#define FORMAT_PULL_H

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"

/* Gives the next piece; 0 or a negative enum err. */
typedef int (*pull_fn)(void *context, struct slice *piece, struct diag *diag);

struct pull {
    pull_fn more;
    void *context; /* the caller's; outlives the reader that pulls */
};

/* Bytes in memory, handed out in pieces of at most `step` (0: all at once). */
struct pull_memory {
    struct slice rest; /* not yet handed out; borrowed */
    size_t step;
};

struct pull pull_from_memory(struct pull_memory *m);

struct pull_file; /* a plain file or standard input */

/* Opens a path; "-" is standard input.  ERR_NOT_FOUND, ERR_IO, ERR_MEMORY. */
MUST_USE int pull_file_open(const char *path, struct pull_file **out, struct diag *diag);
struct pull pull_from_file(struct pull_file *f);
void pull_file_close(struct pull_file *f);

#endif
