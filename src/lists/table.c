/*
 * table - any CSV file with a header, loaded as NAME=PATH.
 *
 * Its mapping stands in PATH.map or in the file given with --mapping; without either, columns
 * that are called like properties are taken.  A record's id is NAME, a colon and its id
 * column.
 */
#include <stdio.h>

#include "base/file.h"
#include "format/csv.h"
#include "lists/mapping.h"
#include "lists/readers.h"
#include "lists/values.h"

struct table {
    struct reading r;
    struct mapping mapping;
    struct csv *csv;
    size_t columns; /* in the header */
};

static const char *recognise(const struct list_probe *probe)
{
    /* Any text could be a table: only NAME=PATH or a mapping beside it says so. */
    (void)probe;
    return NULL;
}

/* ---- the header and the mapping ---- */

static int load_mapping(struct table *t, const struct csv_record *header, struct diag *diag)
{
    const char *given = t->r.snap->mapping;
    char beside[4096];
    int n = snprintf(beside, sizeof beside, "%s.map", t->r.snap->files[0].path);
    if (given) {
        return mapping_load(&t->mapping, given, diag);
    }
    if (n > 0 && n < (int)sizeof beside && path_exists(beside)) {
        return mapping_load(&t->mapping, beside, diag);
    }
    return mapping_from_header(&t->mapping, header->fields, header->field_count, diag);
}

/* Columns that nothing is taken from. */
static void tally_columns(struct table *t, const struct csv_record *header)
{
    for (size_t c = 0; c < header->field_count; c++) {
        bool taken = false;
        for (size_t i = 0; i < t->mapping.rules.n; i++) {
            const struct mapping_rule *rule = &t->mapping.rules.p[i];
            for (size_t k = 0; k < rule->count; k++) {
                taken |= rule->index[k] == c;
            }
        }
        if (!taken) {
            reading_tally(&t->r, REMARK_UNMAPPED, "column", slice_trim(header->fields[c]));
        }
    }
}

static int read_header(struct table *t, struct diag *diag)
{
    const struct csv_record *header;
    TRY(csv_next(t->csv, &header, diag));
    if (!header || (header->flags & CSV_UNUSABLE)) {
        FAIL(diag, ERR_FORMAT, "the table has no header that can be read");
    }
    t->columns = header->field_count;
    TRY(load_mapping(t, header, diag));
    TRY(mapping_bind(&t->mapping, header->fields, header->field_count, diag));
    tally_columns(t, header);
    return 0;
}

/* ---- rows ---- */

static struct slice cell_of(struct table *t, const struct mapping_rule *rule,
                            const struct csv_record *row)
{
    struct slice cells[MAPPING_COLUMNS_MAX];
    if (rule->count == 0) {
        return rule->constant;
    }
    for (size_t i = 0; i < rule->count; i++) {
        bool there = rule->index[i] < row->field_count;
        cells[i] = there ? slice_trim(row->fields[rule->index[i]]) : (struct slice){NULL, 0};
    }
    return rule->count == 1
               ? cells[0]
               : value_join(&t->r, cells, rule->count, rule->target == MAP_ID ? "/" : " ");
}

/* The first cell that a target has in this row. */
static struct slice first_cell(struct table *t, enum mapping_target target, enum property prop,
                               const struct csv_record *row)
{
    for (size_t i = 0; i < t->mapping.rules.n; i++) {
        const struct mapping_rule *rule = &t->mapping.rules.p[i];
        if (rule->target == target && (target != MAP_PROPERTY || rule->prop == prop)) {
            struct slice cell = cell_of(t, rule, row);
            if (cell.n) {
                return cell;
            }
        }
    }
    return (struct slice){NULL, 0};
}

static void put_cells(struct table *t, struct entity *e, const struct csv_record *row)
{
    for (size_t i = 0; i < t->mapping.rules.n; i++) {
        const struct mapping_rule *rule = &t->mapping.rules.p[i];
        if (rule->target != MAP_PROPERTY) {
            continue;
        }
        struct slice cell = cell_of(t, rule, row);
        while (rule->split && cell.n) {
            value_put(&t->r, e, rule->prop, slice_next(&cell, rule->split));
        }
        value_put(&t->r, e, rule->prop, cell);
    }
}

static bool can_be_found(const struct entity *e)
{
    for (size_t i = 0; i < e->value_count; i++) {
        enum property_type type = property_type(e->values[i].prop);
        if (type == TYPE_NAME || type == TYPE_IDENTIFIER) {
            return true;
        }
    }
    return schema_is_link(e->schema);
}

/* "NAME:id". */
static struct slice record_id(struct table *t, struct slice id)
{
    struct slice pieces[2] = {slice_of(t->r.snap->dataset), id};
    return value_join(&t->r, pieces, 2, ":");
}

static enum schema schema_of(struct table *t, const struct csv_record *row, struct slice *word)
{
    *word = first_cell(t, MAP_SCHEMA, PROP_UNKNOWN, row);
    return word->n ? schema_find(*word) : SCHEMA_LEGAL_ENTITY;
}

static int read_row(struct table *t, const struct csv_record *row, struct diag *diag)
{
    reading_record(&t->r, row->line);
    const char *fault = reading_row_fault(row);
    if (!fault && row->field_count > t->columns) {
        fault = "too_many_fields";
    }
    if (fault) {
        reading_refuse(&t->r, fault, "a row of %zu fields", row->field_count);
        return 0;
    }
    struct slice word;
    struct slice id = first_cell(t, MAP_ID, PROP_UNKNOWN, row);
    enum schema schema = schema_of(t, row, &word);
    if (id.n == 0) {
        reading_refuse(&t->r, "no_id", "the id column is empty");
        return 0;
    }
    if (schema == SCHEMA_NONE) {
        reading_refuse(&t->r, "unknown_schema", "schema '%.*s'", SLICE_ARG(word));
        return 0;
    }
    struct entity e;
    struct slice record;
    struct slice name = first_cell(t, MAP_PROPERTY, PROP_NAME, row);
    TRY(reading_id(&t->r, record_id(t, id), name, &record, diag));
    value_new_entity(&t->r, &e, schema, record);
    put_cells(t, &e, row);
    if (reading_in_trouble(&t->r)) {
        return 0;
    }
    if (!can_be_found(&e)) {
        reading_refuse(&t->r, "no_name", "neither a name nor a number");
        return 0;
    }
    TRY(reading_emit(&t->r, &e, diag));
    reading_taken(&t->r);
    return 0;
}

static int read_rows(struct table *t, struct diag *diag)
{
    TRY(read_header(t, diag));
    for (;;) {
        const struct csv_record *row;
        TRY(csv_next(t->csv, &row, diag));
        if (!row) {
            return 0;
        }
        TRY(read_row(t, row, diag));
    }
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct table t = {.columns = 0};
    struct input *in = NULL;
    struct csv_options options = {.dialect = CSV_PLAIN};
    reading_init(&t.r, snap, sink);
    mapping_init(&t.mapping);
    int result = reading_open(&t.r, snap->files[0].path, &in, diag);
    if (result == 0) {
        result = csv_open(&t.csv, &options, input_pull(in), diag);
    }
    if (result == 0) {
        result = read_rows(&t, diag);
    }
    if (result == 0) {
        reading_hash(&t.r, in);
    }
    csv_close(t.csv);
    reading_close(&t.r, in);
    mapping_release(&t.mapping);
    result = reading_failed(&t.r, result, diag);
    reading_end(&t.r);
    return result;
}

const struct list_reader OWN_TABLE = {
    .kind = "table",
    .dataset = NULL,
    .title = "A table of your own",
    .recognise = recognise,
    .read = read_list,
};
