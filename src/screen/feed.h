/*
 * feed - the bytes of a customer file or of standard input, read as they arrive.
 *
 * A source for the readers of CSV and JSON lines (format/pull.h) that, other than a plain file,
 * says when it is about to wait, so that what came so far can be answered, and gives up when
 * the user interrupts.
 */
#ifndef SCREEN_FEED_H
#define SCREEN_FEED_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "format/pull.h"

enum { FEED_PIECE = 1 << 16 };

struct feed {
    int fd;           /* owned unless it is standard input */
    const char *name; /* for messages; borrowed */
    uint64_t size;    /* of a regular file, else 0 */
    uint64_t taken;   /* bytes read so far */
    size_t begun;     /* bytes of the beginning that were peeked and not yet handed out */
    bool ended;
    const atomic_int *stop;                /* ERR_STOPPED once it is not 0; may be NULL */
    void (*before_waiting)(void *context); /* may be NULL */
    void *context;                         /* for before_waiting */
    char piece[FEED_PIECE];
};

/* Opens a path; "-" is standard input, named "standard input" in messages.  ERR_NOT_FOUND,
 * ERR_IO. */
MUST_USE int feed_open(struct feed *f, const char *path, struct diag *diag);
void feed_close(struct feed *f);

/* The beginning, which will be handed out again: at least up to the first byte that is no
 * blank, unless the file ends or has FEED_PIECE blanks. */
MUST_USE int feed_peek(struct feed *f, struct slice *head, struct diag *diag);

struct pull pull_from_feed(struct feed *f);

#endif
