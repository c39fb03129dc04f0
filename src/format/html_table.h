/*
 * html_table - the rows of all tables of an HTML page, by gumbo.
 *
 * HTML cannot be read in pieces: a page is held whole, up to HTML_PAGE_MAX bytes, with its tree.
 * The tree lives in an arena of its own that is given back at once; a page that asks for more
 * than HTML_TREE_MAX bytes of it, or nests deeper than HTML_DEPTH_MAX, is ERR_LIMIT.
 *
 * A cell's text is all text in it but that of a table within; a paragraph, a line break or a
 * further block begins a new line; other runs of blanks are one blank.  Rows come in the order
 * of the page.
 */
#ifndef FORMAT_HTML_TABLE_H
#define FORMAT_HTML_TABLE_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"

enum {
    HTML_PAGE_MAX = 8 << 20,
    HTML_TREE_MAX = 256 << 20,
    HTML_DEPTH_MAX = 512,
    HTML_CELLS_MAX = 64
};

struct html_row {
    const struct slice *cells; /* borrowed until the handler returns */
    size_t cell_count;         /* at least 1 */
    uint64_t line;             /* where the row begins, 1-based */
};

struct html_handler {
    /* Negative stops and is returned. */
    int (*row)(void *context, const struct html_row *row, struct diag *diag);
    void *context;
};

/* Reads a whole page, which is UTF-8.  ERR_TEXT when it is not, ERR_CUT when it does not end
 * with </html>, ERR_LIMIT. */
MUST_USE int html_table_rows(struct slice page, const struct html_handler *handler,
                             struct diag *diag);

#endif
