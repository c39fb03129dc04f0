/*
 * uk_csv - the CSV form of the UK sanctions list: a line with the date of the report, a header,
 * and one row for each name of a designation, whose other facts stand in every row.
 *
 * Written from the published columns; no file of the publisher was at hand to try it with.
 * Rows of one designation follow one another.
 */
#include "base/hash.h"
#include "lists/uk_record.h"

enum { COLUMNS_MAX = 256 };

struct uk_csv {
    struct uk_record *uk;
    const struct uk_field *columns[COLUMNS_MAX]; /* NULL: not taken */
    size_t column_count;
    size_t number_column;
    uint64_t number; /* of the designation at work: hash of what stands in that column */
    bool open;       /* a designation is at work */
};

static const struct uk_field *field_of(struct slice column)
{
    for (size_t i = 0; i < UK_FIELD_COUNT; i++) {
        if (UK_FIELDS[i].column && slice_eq_nocase(column, slice_of(UK_FIELDS[i].column))) {
            return &UK_FIELDS[i];
        }
    }
    return NULL;
}

static int take_header(struct uk_csv *c, const struct csv_record *row, struct diag *diag)
{
    if (!row || (row->flags & CSV_NO_LINE_END)) {
        FAIL(diag, ERR_CUT, "ends before its header does");
    }
    if ((row->flags & CSV_UNUSABLE) || row->field_count > COLUMNS_MAX) {
        FAIL(diag, ERR_FORMAT, "no header that could be read");
    }
    c->number_column = COLUMNS_MAX;
    c->column_count = row->field_count;
    for (size_t i = 0; i < row->field_count; i++) {
        struct slice name = listing_trim(row->fields[i]);
        c->columns[i] = field_of(name);
        if (c->columns[i] && c->columns[i]->kind == UK_ID) {
            c->number_column = i;
        }
        if (!c->columns[i] && name.n) {
            reading_tally(&c->uk->r, REMARK_UNMAPPED, "column", name);
        }
    }
    if (c->number_column == COLUMNS_MAX) {
        FAIL(diag, ERR_FORMAT, "no column 'Unique ID'");
    }
    return 0;
}

static int end_party(struct uk_csv *c, struct diag *diag)
{
    if (!c->open) {
        return 0;
    }
    c->open = false;
    return uk_end(c->uk, diag);
}

static int take_row(struct uk_csv *c, const struct csv_record *row, struct diag *diag)
{
    bool taken;
    TRY(listing_check_row(&c->uk->r, row, c->column_count, &taken, diag));
    if (!taken) {
        return 0;
    }
    uint64_t number = hash_bytes(listing_trim(row->fields[c->number_column]), 0);
    if (!c->open || number != c->number) {
        TRY(end_party(c, diag));
        uk_begin(c->uk, row->line);
        c->number = number;
        c->open = true;
    }
    for (size_t i = 0; i < row->field_count; i++) {
        if (c->columns[i]) {
            uk_take(c->uk, c->columns[i], row->fields[i]);
        }
    }
    uk_close_groups(c->uk);
    return 0;
}

/* The line "Report Date: …" in front of the header counts as one row; it may be missing. */
static int read_rows(void *context, struct csv *csv, struct diag *diag)
{
    struct uk_csv *c = context;
    const struct csv_record *row;
    TRY(csv_next(csv, &row, diag));
    if (row && row->field_count && slice_starts_nocase(row->fields[0], "Report Date")) {
        TRY(csv_next(csv, &row, diag));
    }
    TRY(take_header(c, row, diag));
    for (;;) {
        TRY(csv_next(csv, &row, diag));
        if (!row) {
            return end_party(c, diag);
        }
        TRY(take_row(c, row, diag));
    }
}

int uk_read_csv(struct uk_record *uk, struct diag *diag)
{
    struct uk_csv c = {.uk = uk};
    return listing_read_csv(&uk->r, ',', read_rows, &c, diag);
}

/* The header is the first or the second line. */
bool uk_is_csv(struct slice head)
{
    for (int i = 0; i < 2; i++) {
        struct slice line = slice_next(&head, '\n');
        if (slice_find(line, 0, "Unique ID") < line.n &&
            slice_find(line, 0, "Regime Name") < line.n) {
            return true;
        }
    }
    return false;
}
