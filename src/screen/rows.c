#include "screen/rows.h"

#include <stdio.h>

#include "format/csv.h"
#include "screen/json_row.h"

struct rows {
    struct arena memory; /* holds this structure, the columns and `unused` */
    struct feed *feed;
    struct rows_options options;
    struct csv *csv;          /* or */
    struct json_lines *lines; /* one of the two */
    struct columns columns;   /* of CSV */
    struct slice unused;
    uint64_t count;
};

/* ---- opening ---- */

static void note_unused(struct rows *r)
{
    struct buf titles;
    buf_init(&titles, 4096);
    for (size_t i = 0; i < r->columns.n; i++) {
        if (r->columns.p[i].use == COLUMN_UNKNOWN && r->columns.p[i].title.n) {
            buf_printf(&titles, "%s'%.*s'", titles.n ? ", " : "",
                       SLICE_ARG(r->columns.p[i].title));
        }
    }
    r->unused = arena_copy(&r->memory, buf_slice(&titles));
    buf_release(&titles);
}

static int read_header(struct rows *r, struct diag *diag)
{
    const struct csv_record *header;
    TRY(csv_next(r->csv, &header, diag));
    if (!header) {
        FAIL(diag, ERR_FORMAT, "empty: no header row");
    }
    if (header->flags & CSV_UNUSABLE) {
        diag_at(diag, r->feed->name, header->line, 0);
        FAIL(diag, ERR_FORMAT, "the header row is too long or not in a known encoding");
    }
    TRY(columns_read(&r->columns, header->fields, header->field_count, r->options.maps,
                     r->options.map_count, &r->memory, diag));
    note_unused(r);
    return 0;
}

static bool begins_json(struct slice head)
{
    if (slice_starts(head, "\xef\xbb\xbf")) {
        head = slice_cut(head, 3, head.n);
    }
    head = slice_trim(head);
    return head.n && head.p[0] == '{';
}

/* Text of any encoding has other bytes than zeros within its first hundred. */
static bool begins_with_zeros(struct slice head)
{
    enum { LOOKED_AT = 100 };
    size_t n = 0;
    while (n < head.n && n < LOOKED_AT && head.p[n] == 0) {
        n++;
    }
    return n == LOOKED_AT;
}

static int open_carrier(struct rows *r, struct diag *diag)
{
    struct slice head;
    TRY(feed_peek(r->feed, &head, diag));
    if (begins_with_zeros(head)) {
        FAIL(diag, ERR_FORMAT, "not a text: it begins with zero bytes");
    }
    if (begins_json(head)) {
        return json_lines_open(&r->lines, pull_from_feed(r->feed), diag);
    }
    struct csv_options options = {.encoding = r->options.encoding};
    TRY(csv_open(&r->csv, &options, pull_from_feed(r->feed), diag));
    return read_header(r, diag);
}

int rows_open(struct rows **out, struct feed *feed, const struct rows_options *options,
              struct diag *diag)
{
    struct arena memory;
    arena_init(&memory, 4 << 20);
    struct rows *r = ARENA_NEW(&memory, struct rows);
    if (!r) {
        arena_release(&memory);
        FAIL(diag, ERR_MEMORY, "no memory to read rows");
    }
    *r = (struct rows){.memory = memory, .feed = feed, .options = *options};
    int result = open_carrier(r, diag);
    if (result < 0) {
        if (diag && !diag->source[0]) {
            diag_at(diag, feed->name, 0, 0);
        }
        rows_close(r);
        return result;
    }
    *out = r;
    return 0;
}

bool rows_of_people(const struct rows *r)
{
    return r->columns.person;
}

struct slice rows_unused(const struct rows *r)
{
    return r->unused;
}

/* ---- rows of CSV ---- */

static void fail_row(struct customer_row *row, const char *code, const char *words)
{
    row->error = code;
    (void)snprintf(row->message, sizeof row->message, "%s", words);
}

static void check_record(const struct rows *r, const struct csv_record *record,
                         struct customer_row *row)
{
    if (record->flags & CSV_TOO_LONG) {
        fail_row(row, "too_long", "the row is longer than 8 MiB");
    } else if (record->flags & CSV_TOO_MANY_FIELDS) {
        fail_row(row, "too_many_fields", "the row has more than 4096 fields");
    } else if (record->flags & CSV_BAD_TEXT) {
        row->error = "encoding";
        (void)snprintf(row->message, sizeof row->message,
                       "not valid %s; name the encoding with --encoding, e.g. windows-1252",
                       encoding_name(csv_encoding(r->csv)));
    }
    row->flags |= record->flags & CSV_STRAY_QUOTE ? ROW_STRAY_QUOTE : 0;
    row->flags |= !row->error && record->field_count < r->columns.n ? ROW_SHORT : 0;
    row->flags |= !row->error && record->field_count > r->columns.n ? ROW_LONG : 0;
}

static int next_record(struct rows *r, struct arena *arena, struct customer_row **out,
                       struct diag *diag)
{
    const struct csv_record *record;
    TRY(csv_next(r->csv, &record, diag));
    *out = NULL;
    if (!record) {
        return 0;
    }
    struct customer_row *row = ARENA_NEW(arena, struct customer_row);
    if (!row) {
        FAIL(diag, ERR_MEMORY, "no memory for a row");
    }
    row->line = record->line;
    check_record(r, record, row);
    size_t n = record->field_count < r->columns.n ? record->field_count : r->columns.n;
    row->values = ARENA_ARRAY(arena, struct row_value, n);
    for (size_t i = 0; row->values && i < n; i++) {
        const struct column *column = &r->columns.p[i];
        bool usable = !row->error || column->use == COLUMN_ID;
        bool needed = column->use != COLUMN_UNKNOWN && column->use != COLUMN_UNUSED;
        if (usable && needed && record->fields[i].n) {
            struct slice text = arena_copy(arena, record->fields[i]);
            row->values[row->n++] = (struct row_value){column, text};
        }
    }
    *out = row;
    return 0;
}

/* ---- rows of JSON ---- */

static int next_line(struct rows *r, struct arena *arena, struct customer_row **out,
                     struct diag *diag)
{
    struct json_line line;
    TRY(json_lines_next(r->lines, &line, diag));
    *out = NULL;
    if (line.state == JSON_LINE_END) {
        return 0;
    }
    struct customer_row *row = ARENA_NEW(arena, struct customer_row);
    if (!row) {
        FAIL(diag, ERR_MEMORY, "no memory for a row");
    }
    row->line = line.line;
    if (line.state == JSON_LINE_BAD) {
        fail_row(row, line.code, line.why.text);
    } else {
        json_row_read(row, line.value, r->options.maps, r->options.map_count, arena);
    }
    *out = row;
    return 0;
}

int rows_next(struct rows *r, struct arena *arena, struct customer_row **out, struct diag *diag)
{
    int result = r->csv ? next_record(r, arena, out, diag) : next_line(r, arena, out, diag);
    if (result < 0) {
        if (diag && !diag->source[0]) {
            diag_at(diag, r->feed->name, diag->line, diag->column);
        }
        return result;
    }
    if (*out) {
        (*out)->number = ++r->count;
        if (arena_failed(arena)) {
            (*out)->n = 0;
            fail_row(*out, "limit", "the row has more values than fit into memory");
        }
    }
    return 0;
}

void rows_close(struct rows *r)
{
    if (!r) {
        return;
    }
    csv_close(r->csv);
    json_lines_close(r->lines);
    struct arena memory = r->memory;
    arena_release(&memory);
}
