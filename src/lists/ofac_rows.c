#include "lists/ofac_rows.h"

#include "base/num.h"
#include "format/csv.h"

static const char *role_of_row(const struct csv_record *row, const char *name)
{
    uint64_t number;
    if ((row->flags & CSV_UNUSABLE) || !parse_u64(slice_trim(row->fields[0]), &number)) {
        return NULL;
    }
    bool second = row->field_count > 1 && parse_u64(slice_trim(row->fields[1]), &number);
    if (row->field_count == COLUMNS) {
        struct slice type = row->fields[COLUMN_TYPE];
        bool known = type.n == 0 || slice_eq_nocase(type, SLICE("individual")) ||
                     slice_eq_nocase(type, SLICE("vessel")) ||
                     slice_eq_nocase(type, SLICE("aircraft")) ||
                     slice_eq_nocase(type, SLICE("entity"));
        return known && row->fields[COLUMN_NAME].n ? "sdn" : NULL;
    }
    if (row->field_count == 6 && second) {
        return "add";
    }
    if (row->field_count == 5 && second) {
        struct slice type = slice_trim(row->fields[2]);
        return slice_is(type, "aka") || slice_is(type, "fka") || slice_is(type, "nka") ? "alt"
                                                                                       : NULL;
    }
    struct slice n = slice_of(name);
    bool named = slice_find(n, 0, "omment") < n.n || slice_find(n, 0, "OMMENT") < n.n;
    return row->field_count == 2 && named ? "comments" : NULL;
}

/* The role that the first record shows, whichever of the two lists it is. */
static const char *role_of(const struct list_probe *probe)
{
    struct pull_memory memory = {probe->head, 0};
    struct csv_options options = {.dialect = CSV_OFAC, .encoding = ENCODING_UTF8};
    struct csv *csv;
    if (probe->head.n == 0 || !ascii_is_digit(slice_trim(probe->head).p[0]) ||
        csv_open(&csv, &options, pull_from_memory(&memory), NULL) < 0) {
        return NULL;
    }
    const struct csv_record *row = NULL;
    const char *role = NULL;
    if (csv_next(csv, &row, NULL) == 0 && row) {
        role = role_of_row(row, probe->name);
    }
    csv_close(csv);
    return role;
}

static bool is_cons(const struct list_probe *probe)
{
    return slice_starts_nocase(slice_of(probe->name), "cons");
}

const char *ofac_rows_of_sdn(const struct list_probe *probe)
{
    return probe->forced || !is_cons(probe) ? role_of(probe) : NULL;
}

const char *ofac_rows_of_cons(const struct list_probe *probe)
{
    return probe->forced || is_cons(probe) ? role_of(probe) : NULL;
}
