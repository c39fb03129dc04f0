#include "lists/rows.h"

#include "lists/pieces.h"

static size_t title_of(struct slice text, const char *const *titles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (slice_eq_nocase(text, slice_of(titles[i]))) {
            return i;
        }
    }
    return count;
}

int rows_bind(struct reading *r, struct row_columns *c, const struct slice *header,
              size_t count, const char *const *titles, size_t title_count, size_t needed,
              struct diag *diag)
{
    bool has[ROWS_COLUMNS_MAX + 1] = {false};
    if (count == 0 || count > ROWS_COLUMNS_MAX) {
        FAIL(diag, ERR_FORMAT, "%zu columns", count);
    }
    c->count = count;
    c->titles = title_count;
    for (size_t i = 0; i < count; i++) {
        struct slice title = pieces_tidy(r, header[i]);
        c->at[i] = title_of(title, titles, title_count);
        has[c->at[i]] = true;
        if (c->at[i] == title_count && title.n) {
            reading_tally(r, REMARK_UNMAPPED, "column", title);
        }
    }
    for (size_t i = 0; i < needed; i++) {
        if (!has[i]) {
            FAIL(diag, ERR_FORMAT, "the first row has no '%s'", titles[i]);
        }
    }
    return 0;
}

void rows_pick(struct reading *r, const struct row_columns *c, const struct slice *cells,
               size_t count, struct slice *out)
{
    for (size_t i = 0; i < c->titles; i++) {
        out[i] = (struct slice){NULL, 0};
    }
    for (size_t i = 0; i < count; i++) {
        struct slice text = slice_trim(cells[i]);
        size_t title = i < c->count ? c->at[i] : c->titles;
        if (title < c->titles) {
            out[title] = text;
        } else if (text.n && i >= c->count) {
            reading_tally(r, REMARK_UNMAPPED, "cell", SLICE("a cell below no title"));
        }
    }
}

static int each_row(struct csv *csv, rows_fn row_of, void *context, struct diag *diag)
{
    for (;;) {
        const struct csv_record *row;
        TRY(csv_next(csv, &row, diag));
        if (!row) {
            return 0;
        }
        if (row->flags & CSV_NO_LINE_END) {
            if (diag) {
                diag->line = row->line;
            }
            FAIL(diag, ERR_CUT, "ends in the middle of a line");
        }
        TRY(row_of(context, row, diag));
    }
}

int rows_read(struct reading *r, const struct csv_options *options, rows_fn row_of,
              void *context, struct diag *diag)
{
    struct input *in;
    struct csv *csv = NULL;
    TRY(reading_open(r, r->snap->files[0].path, &in, diag));
    int result = csv_open(&csv, options, input_pull(in), diag);
    if (result == 0) {
        result = each_row(csv, row_of, context, diag);
    }
    if (result == 0) {
        reading_hash(r, in);
    }
    csv_close(csv);
    reading_close(r, in);
    return result;
}

bool rows_have_titles(const struct list_probe *probe, char delimiter, const char *const *titles,
                      size_t count)
{
    struct pull_memory memory = {probe->head, 0};
    struct csv_options options = {.dialect = CSV_PLAIN, .delimiter = delimiter};
    const struct csv_record *row = NULL;
    struct csv *csv;
    if (csv_open(&csv, &options, pull_from_memory(&memory), NULL) < 0) {
        return false;
    }
    bool all = csv_next(csv, &row, NULL) == 0 && row;
    for (size_t i = 0; all && i < count; i++) {
        bool has = false;
        for (size_t k = 0; k < row->field_count; k++) {
            has |= slice_eq_nocase(slice_trim(row->fields[k]), slice_of(titles[i]));
        }
        all = has;
    }
    csv_close(csv);
    return all;
}
