/*
 * report - answers as JSON lines, CSV, a page of HTML or a table for a terminal.
 *
 * A report is a beginning, a piece for each row in order, and an end.  Pieces depend on nothing
 * but their row and the index: any thread may make any of them.  All go into the caller's
 * buffer; a failure is the buffer's or the arena's.
 *
 * Text of lists and customers is hostile: it is escaped for where it goes, and on a terminal no
 * control or direction character gets through.
 */
#ifndef SCREEN_REPORT_H
#define SCREEN_REPORT_H

#include <stdbool.h>

#include "base/buf.h"
#include "index/search.h"
#include "screen/customer.h"

enum report_format { REPORT_JSON, REPORT_CSV, REPORT_HTML, REPORT_TABLE };

enum report_flags {
    REPORT_EXPLAIN = 1 << 0,  /* every term of every score */
    REPORT_COLOUR = 1 << 1,   /* escape sequences in tables */
    REPORT_MADE_BY = 1 << 2,  /* in each JSON object; in screen's, a first line of its own */
    REPORT_SINGLE = 1 << 3,   /* one answer to one question: no row number */
    REPORT_TERMINAL = 1 << 4, /* it goes to a terminal, whatever its form */
};

/* Whose work a report is, so that it can be replayed. */
struct report_maker {
    const char *version;       /* of the program */
    uint64_t rules;            /* hash of the tables compiled in */
    const struct index *index; /* NULL: none was used */
};

struct report {
    enum report_format format;
    unsigned flags; /* enum report_flags */
    struct report_maker maker;
    const char *title;  /* of a page: the file's name */
    unsigned threshold; /* thousandths, for words to people */
};

/* One answered row. */
struct report_row {
    uint64_t row;                    /* 1-based */
    const struct customer *customer; /* id, name, warnings, error */
    const struct answer *answer;     /* NULL when the row has an error */
};

/* What the end of a report sums up. */
struct report_totals {
    uint64_t rows;     /* answered */
    uint64_t rows_hit; /* with at least one hit */
    uint64_t errors;   /* that could not be screened */
};

void report_begin(const struct report *r, struct buf *out);

/* ERR_FORMAT when the index turns out damaged, ERR_LIMIT when the arena is too small; what was
 * appended by then is to be thrown away. */
MUST_USE int report_row(const struct report *r, const struct report_row *row,
                        struct arena *arena, struct buf *out, struct diag *diag);

void report_end(const struct report *r, const struct report_totals *totals, struct buf *out);

#endif
