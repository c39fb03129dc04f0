/*
 * found - one file that a reader knows, on the way from the command line to a snapshot.
 *
 * Shared by plan.c, which groups files, plan_argument.c, which reads what the user said of
 * them, and recognise.c, which opens and recognises them.
 */
#ifndef LISTS_FOUND_H
#define LISTS_FOUND_H

#include <sys/types.h>

#include "base/arena.h"
#include "lists/reader.h"

/* What the user has said about a file. */
struct wish {
    const struct list_reader *reader; /* KIND=…, or NULL */
    struct slice name;                /* NAME=…, or empty */
    char date[LIST_DATE_TEXT];        /* …@DATE, or "" */
    bool named;                       /* on the command line itself, not found in a folder */
};

struct found {
    const char *path;    /* NUL-ended, in the plan's arena, as all text here */
    struct slice folder; /* what stands before the file's own name */
    struct slice tail;   /* of its name, without the words for roles */
    const struct list_reader *reader;
    const char *role;
    const char *dataset;
    char date[LIST_DATE_TEXT];
    bool named;
    dev_t device; /* these two tell the same file under two paths */
    ino_t inode;
    dev_t folder_device; /* and these the same folder */
    ino_t folder_inode;
};

/* Splits KIND=PATH, KIND@DATE=PATH, NAME=PATH; *path is what stands behind, or all of it.
 * ERR_USAGE when what stands in front means nothing.  (plan_argument.c) */
MUST_USE int parse_wish(const char *argument, struct wish *wish, const char **path,
                        struct diag *diag);

/* Opens a file, looks at its beginning and fills *out.  ERR_UNKNOWN when no reader knows it. */
MUST_USE int recognise_file(const char *path, const struct wish *wish, struct arena *arena,
                            struct found *out, struct diag *diag);

/* The name without .gz, .xz, .zst, .bz2 and .zip behind it. */
struct slice name_unpacked(struct slice name);

#endif
