/*
 * screen - a customer file against the index: one answer a row, in the order of the rows.
 *
 * Rows are read by one thread, answered by a crew, and written in order (conveyor.h); memory is
 * bounded whatever the size of the file.  Every row of the file gives exactly one piece of the
 * report.  A row that cannot be screened, or only without one of its values, never ends the
 * run: it says so in its place, and in a note.
 *
 * Clocks are read for the statistics alone; no answer depends on them or on the number of
 * threads.
 */
#ifndef SCREEN_SCREEN_H
#define SCREEN_SCREEN_H

#include "screen/conveyor.h"
#include "screen/latency.h"
#include "screen/report.h"
#include "screen/rows.h"

enum screen_flags {
    SCREEN_TIMED = 1 << 0, /* take the CPU time of every row */
};

/* Where a run puts what it makes.  All are called by the thread that runs it. */
struct screen_sink {
    void *context;
    /* Text of the report; false: nobody listens any more, the run ends. */
    bool (*write)(void *context, struct slice text);
    /* Whole lines for people: rows not screened, values left out. */
    void (*note)(void *context, struct slice lines);
    /* Rows done, bytes read, bytes of the file (0: unknown); may be NULL. */
    void (*progress)(void *context, uint64_t rows, uint64_t read, uint64_t size);
};

struct screen_job {
    struct report report; /* maker.index is the index that is searched */
    struct customer_rules rules;
    struct search_options search;
    struct rows_options rows;
    struct screen_sink sink;
    size_t crew;
    unsigned flags;         /* enum screen_flags */
    const atomic_int *stop; /* may be NULL */
};

struct screen_outcome {
    struct report_totals totals;
    uint64_t hits;      /* all at or above the threshold, of all rows */
    uint64_t warnings;  /* values left out and the like */
    double seconds;     /* on the wall */
    struct latency cpu; /* a row; empty without SCREEN_TIMED */
};

/* Screens what the feed gives.  ERR_STOPPED when interrupted, ERR_FORMAT and ERR_CUT when the
 * file is void or the index damaged, ERR_IO, ERR_MEMORY; *out says what was done by then. */
MUST_USE int screen_run(const struct screen_job *job, struct feed *feed,
                        struct screen_outcome *out, struct diag *diag);

/* Answers one question into a buffer: customer_finish(), the search, and its piece of the
 * report.  On failure customer->error says why. */
MUST_USE int screen_one(const struct report *report, struct customer *customer,
                        const struct search_options *options, struct searcher *searcher,
                        struct report_row *row, struct answer *answer, struct buf *out,
                        struct diag *diag);

#endif
