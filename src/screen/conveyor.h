/*
 * conveyor - rows in, text out, in the order of the rows, by several threads.
 *
 * One thread reads a batch of rows into an arena, a crew works through it, the first thread
 * writes what they made, in order; then the next batch.  Memory is bounded by the batch: at
 * most `batch_rows` rows, and no further row once CONVEYOR_BATCH_BYTES are read.  What comes
 * out does not depend on the number of threads nor on where batches end.
 *
 * When the source would have to wait for more bytes it calls conveyor_flush(): what was read
 * is answered first, so that a program that writes one row and waits for its answer gets it.
 *
 * When *stop becomes other than 0, rows not begun are left; everything before the first of
 * them is written.
 */
#ifndef SCREEN_CONVEYOR_H
#define SCREEN_CONVEYOR_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum {
    CONVEYOR_BATCH_ROWS = 4096,
    CONVEYOR_BATCH_BYTES = 4 << 20,
    CONVEYOR_CREW_MAX = 256,
};

struct conveyor_job {
    void *context;
    /* Reads one row into the arena; *row is NULL at the end.  When the arena fails, the row
     * must say so itself: the batch ends behind it. */
    int (*read)(void *context, struct arena *arena, void **row, struct diag *diag);
    /* Answers a row: text for the output, and notes for people.  Called by `worker` (0 …
     * crew − 1); both buffers are that worker's own. */
    void (*work)(void *context, size_t worker, void *row, struct buf *out, struct buf *notes);
    /* Told of every answered row, in order, before it is written; may be NULL. */
    void (*passed)(void *context, const void *row);
    /* Takes what a batch of `rows` rows made; false: nobody listens any more. */
    bool (*write)(void *context, uint64_t rows, struct slice out, struct slice notes);
    size_t crew;            /* threads, 1 … CONVEYOR_CREW_MAX */
    size_t batch_rows;      /* at most CONVEYOR_BATCH_ROWS */
    const atomic_int *stop; /* may be NULL */
};

struct conveyor;

MUST_USE int conveyor_new(const struct conveyor_job *job, struct conveyor **out,
                          struct diag *diag);
void conveyor_free(struct conveyor *c);

/* Runs to the end of the rows.  What the reader fails with, after everything before it was
 * answered and written; ERR_STOPPED, likewise; ERR_MEMORY when answers did not fit. */
MUST_USE int conveyor_run(struct conveyor *c, struct diag *diag);

/* Answers and writes what was read so far.  For the reader, from inside `read`, before it has
 * taken anything from the arena for the row at hand. */
void conveyor_flush(struct conveyor *c);

/* Rows answered and written so far. */
uint64_t conveyor_done(const struct conveyor *c);

#endif
