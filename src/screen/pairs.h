/*
 * pairs - a CSV file of pairs of names: the same rows with their score.
 *
 * The header has the columns schema (may be missing), name1 and name2; all columns pass
 * through, and `score` is added behind them (fields beyond the header stand behind the score).
 * The output is CSV with commas.  What cannot be compared has 0.000, with a note.
 *
 * name1 is what is asked, name2 what is listed.  No index is involved.
 */
#ifndef SCREEN_PAIRS_H
#define SCREEN_PAIRS_H

#include "screen/screen.h"

struct pairs_job {
    enum schema schema; /* of rows without one */
    enum encoding encoding;
    struct screen_sink sink;
    size_t crew;
    const atomic_int *stop; /* may be NULL */
};

struct pairs_outcome {
    uint64_t rows;
    uint64_t alerts; /* rows that score at least SCORE_ALERT */
    uint64_t errors; /* rows that could not be compared */
};

/* ERR_FORMAT when the header lacks a column, else as screen_run(). */
MUST_USE int pairs_run(const struct pairs_job *job, struct feed *feed,
                       struct pairs_outcome *out, struct diag *diag);

#endif
