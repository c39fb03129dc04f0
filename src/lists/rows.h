/*
 * rows - lists that are one table with titles: CSV, or text between tabs.
 *
 * The columns are known by their titles, in any order; a title that the reader does not know is
 * reported as unmapped.  A file whose last line is not ended is cut off: ERR_CUT.
 */
#ifndef LISTS_ROWS_H
#define LISTS_ROWS_H

#include "lists/reading.h"

enum { ROWS_COLUMNS_MAX = 128 };

/* What the columns of a file are. */
struct row_columns {
    size_t at[ROWS_COLUMNS_MAX]; /* for each column of the file: position in the titles; their
                                  * number when it is none of them */
    size_t count;                /* columns of the file; 0 before the header was seen */
    size_t titles;
};

/* Knows the columns by the header; case and blanks play no part.  `needed` titles, those in
 * front, must all be there: ERR_FORMAT names the first that is not. */
MUST_USE int rows_bind(struct reading *r, struct row_columns *c, const struct slice *header,
                       size_t count, const char *const *titles, size_t title_count,
                       size_t needed, struct diag *diag);

/* The cells of a row by title, trimmed; `out` has room for all titles.  Text below no title is
 * reported. */
void rows_pick(struct reading *r, const struct row_columns *c, const struct slice *cells,
               size_t count, struct slice *out);

/* What is done with each record of the file, the header first. */
typedef int (*rows_fn)(void *context, const struct csv_record *row, struct diag *diag);

/* Reads the snapshot's first file. */
MUST_USE int rows_read(struct reading *r, const struct csv_options *options, rows_fn row_of,
                       void *context, struct diag *diag);

/* Does the beginning of a file have these titles in its first record?  For recognising. */
bool rows_have_titles(const struct list_probe *probe, char delimiter, const char *const *titles,
                      size_t count);

#endif
