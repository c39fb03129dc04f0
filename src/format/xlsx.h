/*
 * xlsx - rows of the first sheet of a workbook (Office Open XML).
 *
 * A workbook is a zip of XML files.  Its texts and its styles are read first and kept, since
 * cells point at them; the sheet is streamed, one row at a time.  Every cell is handed out as
 * text: a shared or inline text as it stands, a number as it is written there, a number in a
 * date format as YYYY-MM-DD (dates of 1900 and of 1904; a time of day is cut off), a truth
 * value as TRUE or FALSE.  Formulas give their stored result.  Cells without a value are empty.
 *
 * A file whose directory, which stands at the end of a zip, is missing is ERR_CUT.  Limits:
 * XLSX_COLUMNS_MAX columns, XLSX_TEXT_MAX bytes of texts.  What libarchive and expat refuse is
 * refused here.
 *
 * A workbook belongs to its caller until xlsx_close(); rows are borrowed until the handler
 * returns.
 */
#ifndef FORMAT_XLSX_H
#define FORMAT_XLSX_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "format/input.h"

enum { XLSX_COLUMNS_MAX = 1024, XLSX_TEXT_MAX = 512 << 20 };

struct xlsx;

struct xlsx_row {
    const struct slice *cells; /* from column A on; without those behind the last value */
    size_t cell_count;         /* at least 1: rows without any value are left out */
    uint64_t line;             /* number of the row, 1-based, as a person sees it */
};

struct xlsx_handler {
    /* Negative stops and is returned. */
    int (*row)(void *context, const struct xlsx_row *row, struct diag *diag);
    void *context;
};

/* Opens a workbook and reads its texts.  ERR_NOT_FOUND, ERR_IO, ERR_CUT, ERR_FORMAT (no zip, or
 * one without a workbook), ERR_LIMIT, ERR_MEMORY. */
MUST_USE int xlsx_open(const char *path, struct xlsx **out, struct diag *diag);

/* Reads the first sheet that is not hidden. */
MUST_USE int xlsx_rows(struct xlsx *x, const struct xlsx_handler *handler, struct diag *diag);

/* XXH3 over what was read of the workbook so far, in the order of reading. */
uint64_t xlsx_hash(const struct xlsx *x);

void xlsx_close(struct xlsx *x);

/* Opens what a workbook is known by: its texts, or its sheet when it has none.  ERR_FORMAT when
 * the file is no zip, ERR_NOT_FOUND when the zip is no workbook. */
MUST_USE int xlsx_look(const char *path, struct input **out, struct diag *diag);

#endif
