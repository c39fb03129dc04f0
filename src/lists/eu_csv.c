/*
 * eu_csv - the CSV form of the EU's list ("CSV 1.1"): semicolons, a header, and one row for each
 * name, address, document … of a party, whose own columns stand in every row.
 *
 * Written from the published columns; no file of the Commission was at hand to try it with.
 * Rows of one party follow one another, so that only one party is in memory at a time.
 */
#include "base/hash.h"
#include "lists/eu_record.h"

enum { COLUMNS_MAX = 256 };

struct eu_csv {
    struct eu_record *eu;
    const struct eu_field *columns[COLUMNS_MAX]; /* NULL: not taken */
    size_t column_count;
    size_t number_column; /* of the reference, else of the logical id */
    uint64_t number;      /* of the party at work: hash of what stands in that column */
    bool open;            /* a party is at work */
};

/* ---- the header ---- */

static const struct eu_field *field_of(struct slice column)
{
    for (size_t i = 0; i < EU_FIELD_COUNT; i++) {
        if (EU_FIELDS[i].column && slice_is(column, EU_FIELDS[i].column)) {
            return &EU_FIELDS[i];
        }
    }
    return NULL;
}

/* The acts by which single facts were added, and the date of the file. */
static bool is_ignored(struct slice column)
{
    return slice_find(column, 0, "_Regulation_") < column.n ||
           slice_is(column, "fileGenerationDate");
}

static int take_header(struct eu_csv *c, const struct csv_record *row, struct diag *diag)
{
    size_t logical = COLUMNS_MAX;
    if (!row || (row->flags & CSV_NO_LINE_END)) {
        FAIL(diag, ERR_CUT, "ends before its header does");
    }
    if ((row->flags & CSV_UNUSABLE) || row->field_count > COLUMNS_MAX) {
        FAIL(diag, ERR_FORMAT, "no header that could be read");
    }
    c->number_column = COLUMNS_MAX;
    c->column_count = row->field_count;
    for (size_t i = 0; i < row->field_count; i++) {
        struct slice name = slice_trim(row->fields[i]);
        c->columns[i] = field_of(name);
        if (slice_is(name, "Entity_EU_ReferenceNumber")) {
            c->number_column = i;
        } else if (slice_is(name, "Entity_LogicalId")) {
            logical = i;
        } else if (!c->columns[i] && !is_ignored(name)) {
            reading_tally(&c->eu->r, REMARK_UNMAPPED, "column", name);
        }
    }
    c->number_column = c->number_column < COLUMNS_MAX ? c->number_column : logical;
    if (c->number_column == COLUMNS_MAX) {
        FAIL(diag, ERR_FORMAT, "no column Entity_EU_ReferenceNumber");
    }
    return 0;
}

/* ---- rows ---- */

static void take_group(struct eu_csv *c, const struct csv_record *row, enum eu_group group)
{
    bool any = false;
    eu_open_group(c->eu);
    for (size_t i = 0; i < row->field_count; i++) {
        const struct eu_field *f = c->columns[i];
        if (f && f->group == group && f->slot != EU_IGNORED) {
            eu_put(c->eu, f->slot, row->fields[i]);
            any = any || listing_trim(row->fields[i]).n;
        }
    }
    if (any) {
        eu_close_group(c->eu, group);
    }
}

static int end_party(struct eu_csv *c, struct diag *diag)
{
    if (!c->open) {
        return 0;
    }
    c->open = false;
    return eu_end(c->eu, diag);
}

static int take_row(struct eu_csv *c, const struct csv_record *row, struct diag *diag)
{
    bool taken;
    TRY(listing_check_row(&c->eu->r, row, c->column_count, &taken, diag));
    if (!taken) {
        return 0;
    }
    struct slice number = listing_trim(row->fields[c->number_column]);
    uint64_t hash = hash_bytes(number, 0);
    if (!c->open || hash != c->number) {
        TRY(end_party(c, diag));
        eu_begin(c->eu, row->line);
        c->number = hash;
        c->open = true;
    }
    for (enum eu_group group = EU_ENTITY; group < EU_GROUPS; group++) {
        take_group(c, row, group);
    }
    return 0;
}

static int read_rows(void *context, struct csv *csv, struct diag *diag)
{
    struct eu_csv *c = context;
    const struct csv_record *row;
    TRY(csv_next(csv, &row, diag));
    TRY(take_header(c, row, diag));
    for (;;) {
        TRY(csv_next(csv, &row, diag));
        if (!row) {
            return end_party(c, diag);
        }
        TRY(take_row(c, row, diag));
    }
}

int eu_read_csv(struct eu_record *eu, struct diag *diag)
{
    struct eu_csv c = {.eu = eu};
    return listing_read_csv(&eu->r, ';', read_rows, &c, diag);
}

/* ---- recognising ---- */

bool eu_is_csv(struct slice head)
{
    struct slice line = slice_next(&head, '\n');
    return slice_find(line, 0, "Entity_LogicalId") < line.n &&
           slice_find(line, 0, "NameAlias_") < line.n;
}

/* The first column of the first row below the header. */
bool eu_csv_date(struct slice head, char out[LIST_DATE_TEXT])
{
    struct slice rest = head;
    struct slice header = slice_next(&rest, '\n');
    return slice_find(header, 0, "fileGenerationDate") < 6 &&
           listing_date_behind(slice_cut(head, header.n, head.n), "\n", out);
}
