#include "lists/ofac_side.h"

#include <stdio.h>

#include "base/num.h"

/* What the fields of each kind are, and how many rows must have. */
static const struct {
    size_t fields;    /* in a whole row */
    size_t first;     /* the first field that is kept */
    size_t count;     /* fields that are kept */
    const char *word; /* for remarks */
} KINDS[] = {
    [OFAC_ADDRESS] = {6, 2, 4, "address"},
    [OFAC_ALTERNATE] = {5, 2, 3, "alias"},
    [OFAC_COMMENT] = {2, 1, 1, "remarks"},
};

void ofac_side_init(struct ofac_side *s)
{
    *s = (struct ofac_side){0};
    map_init(&s->first, 0);
}

void ofac_side_release(struct ofac_side *s)
{
    VEC_RELEASE(&s->rows);
    VEC_RELEASE(&s->last);
    map_release(&s->first);
}

/* Ends the chain of the row's party with row `at`. */
static int chain(struct ofac_side *s, uint32_t at)
{
    bool added;
    uint32_t first = map_put(&s->first, s->rows.p[at].party, at, &added);
    uint32_t *last = VEC_ADD(&s->last);
    if (first == MAP_NONE || !last) {
        return ERR_MEMORY;
    }
    *last = at;
    if (!added) {
        s->rows.p[s->last.p[first]].next = at;
        s->last.p[first] = at;
    }
    return 0;
}

static int keep_row(struct ofac_side *s, struct reading *r, enum ofac_side_kind kind,
                    const struct csv_record *record)
{
    struct ofac_side_row *row = VEC_ADD(&s->rows);
    if (!row || s->rows.n >= MAP_NONE) {
        return ERR_MEMORY;
    }
    *row = (struct ofac_side_row){
        .kind = kind, .file = r->file, .line = record->line, .next = MAP_NONE};
    row->party = arena_copy(&r->kept, slice_trim(record->fields[0]));
    for (size_t i = 0; i < KINDS[kind].count; i++) {
        row->fields[i] = arena_copy(&r->kept, record->fields[KINDS[kind].first + i]);
    }
    if (arena_failed(&r->kept)) {
        return ERR_MEMORY;
    }
    return chain(s, (uint32_t)(s->rows.n - 1));
}

/* What is wrong with a row, or NULL. */
static const char *fault_of(const struct csv_record *record, enum ofac_side_kind kind)
{
    uint64_t number;
    const char *fault = reading_row_fault(record);
    if (fault) {
        return fault;
    }
    if (record->field_count < KINDS[kind].fields) {
        return "too_few_fields";
    }
    if (record->field_count > KINDS[kind].fields) {
        return "too_many_fields";
    }
    return parse_u64(slice_trim(record->fields[0]), &number) ? NULL : "bad_id";
}

int ofac_check_end(const struct csv_record *last, size_t fields, struct diag *diag)
{
    if (!(last->flags & CSV_NO_LINE_END)) {
        return 0;
    }
    bool whole = last->field_count >= fields;
    if (whole && !(last->flags & (CSV_LAST_QUOTED | CSV_LAST_NOTHING))) {
        struct slice end = last->fields[last->field_count - 1];
        whole = end.n && end.p[end.n - 1] == '.';
    }
    if (!whole) {
        if (diag) {
            diag->line = last->line;
        }
        FAIL(diag, ERR_CUT, "ends in the middle of a row");
    }
    return 0;
}

static int read_rows(struct ofac_side *s, struct reading *r, enum ofac_side_kind kind,
                     struct csv *csv, struct diag *diag)
{
    for (;;) {
        const struct csv_record *record;
        TRY(csv_next(csv, &record, diag));
        if (!record) {
            return 0;
        }
        r->line = record->line;
        TRY(ofac_check_end(record, KINDS[kind].fields, diag));
        const char *fault = fault_of(record, kind);
        if (fault) {
            reading_remark(r, REMARK_REFUSED, fault, "a row of the %s file", KINDS[kind].word);
            continue;
        }
        if (keep_row(s, r, kind, record) < 0) {
            FAIL(diag, ERR_MEMORY, "no memory for the rows of the %s file", KINDS[kind].word);
        }
    }
}

int ofac_side_read(struct ofac_side *s, struct reading *r, enum ofac_side_kind kind,
                   const char *path, struct diag *diag)
{
    struct input *in;
    TRY(reading_open(r, path, &in, diag));
    struct csv *csv = NULL;
    struct csv_options options = {.dialect = CSV_OFAC, .encoding = ENCODING_UTF8};
    int result = csv_open(&csv, &options, input_pull(in), diag);
    if (result == 0) {
        result = read_rows(s, r, kind, csv, diag);
    }
    if (result == 0) {
        reading_hash(r, in);
    }
    csv_close(csv);
    reading_close(r, in);
    return reading_failed(r, result, diag);
}

struct ofac_side_row *ofac_side_first(struct ofac_side *s, struct slice party)
{
    uint32_t at = map_get(&s->first, party);
    return at == MAP_NONE ? NULL : &s->rows.p[at];
}

struct ofac_side_row *ofac_side_next(struct ofac_side *s, const struct ofac_side_row *row)
{
    return row->next == MAP_NONE ? NULL : &s->rows.p[row->next];
}

void ofac_side_orphans(const struct ofac_side *s, struct reading *r)
{
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct ofac_side_row *row = &s->rows.p[i];
        if (row->used) {
            continue;
        }
        char id[64];
        int n = snprintf(id, sizeof id, "ofac:%.*s", SLICE_ARG(row->party));
        r->file = row->file;
        r->line = row->line;
        r->id = (struct slice){id, n > 0 && n < (int)sizeof id ? (size_t)n : 0};
        reading_remark(r, REMARK_ORPHAN, "no_entity", "%s row of a party that is not listed",
                       KINDS[row->kind].word);
    }
    r->id = (struct slice){NULL, 0};
}
