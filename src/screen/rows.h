/*
 * rows - the rows of a customer file, CSV or JSON lines, whichever it is.
 *
 * A first byte '{' makes it JSON lines: FollowTheMoney entities, or flat objects whose keys are
 * words that a CSV header could have.  Everything else is CSV with a header.
 *
 * A row that cannot be used is handed out with its error, so that it is answered in its place;
 * only what voids the whole file fails: no header, no column that is a name, the end inside
 * quotes.  Rows live in the arena that is given for them.
 */
#ifndef SCREEN_ROWS_H
#define SCREEN_ROWS_H

#include "format/encoding.h"
#include "screen/columns.h"
#include "screen/feed.h"

struct row_value {
    const struct column *column; /* what it means */
    struct slice text;
};

enum row_flags {
    ROW_STRAY_QUOTE = 1 << 0, /* text behind a closing quote */
    ROW_SHORT = 1 << 1,       /* fewer fields than the header */
    ROW_LONG = 1 << 2,        /* more fields than the header */
};

/* What became of a row; set by who answers it. */
struct row_outcome {
    uint64_t hits;     /* all at or above the threshold */
    uint64_t warnings; /* values left out and the like */
    bool error;        /* not screened */
    bool damaged;      /* because the index is damaged */
};

struct customer_row {
    uint64_t number; /* 1-based; the header does not count */
    uint64_t line;   /* of the file, where it begins */
    struct row_value *values;
    size_t n;
    unsigned flags;    /* enum row_flags */
    const char *error; /* static code, or NULL */
    char message[240]; /* words for the error */
    struct row_outcome outcome;
};

struct rows;

struct rows_options {
    enum encoding encoding; /* of CSV */
    const struct column_map *maps;
    size_t map_count;
};

/* Reads the beginning of an open feed, which stays the caller's.  ERR_FORMAT, ERR_USAGE (a
 * mapped column that is not there), ERR_IO, ERR_STOPPED. */
MUST_USE int rows_open(struct rows **out, struct feed *feed, const struct rows_options *options,
                       struct diag *diag);

/* Has the file a column that only people have? */
bool rows_of_people(const struct rows *r);

/* Titles of columns that play no part, joined by ", "; empty when there are none. */
struct slice rows_unused(const struct rows *r);

/* The next row; NULL at the end. */
MUST_USE int rows_next(struct rows *r, struct arena *arena, struct customer_row **out,
                       struct diag *diag);

void rows_close(struct rows *r);

#endif
