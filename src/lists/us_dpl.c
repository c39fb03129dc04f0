/*
 * us_dpl - the Denied Persons List of the US Bureau of Industry and Security (dpl.txt): fields
 * in quotes between tabs.
 *
 * The list gives no number: a record's id is "dpl:" and a hash of name and effective date.  Each
 * address has a row of its own with the same name and date; they are one record.
 */
#include <stdio.h>

#include "base/hash.h"
#include "lists/dates_text.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"
#include "lists/rows.h"
#include "lists/values.h"

enum column {
    COLUMN_NAME,
    COLUMN_EFFECTIVE,
    COLUMNS_NEEDED,
    COLUMN_STREET = COLUMNS_NEEDED,
    COLUMN_CITY,
    COLUMN_STATE,
    COLUMN_POSTAL_CODE,
    COLUMN_COUNTRY,
    COLUMN_EXPIRATION,
    COLUMN_ORDER,
    COLUMN_UPDATE,
    COLUMN_ACTION,
    COLUMN_CITATION,
    COLUMNS
};

static const char *const TITLES[COLUMNS] = {
    [COLUMN_NAME] = "Name",
    [COLUMN_EFFECTIVE] = "Effective_Date",
    [COLUMN_STREET] = "Street_Address",
    [COLUMN_CITY] = "City",
    [COLUMN_STATE] = "State",
    [COLUMN_POSTAL_CODE] = "Postal_Code",
    [COLUMN_COUNTRY] = "Country",
    [COLUMN_EXPIRATION] = "Expiration_Date",
    [COLUMN_ORDER] = "Standard_Order",
    [COLUMN_UPDATE] = "Last_Update",
    [COLUMN_ACTION] = "Action",
    [COLUMN_CITATION] = "FR_Citation",
};

static const char AUTHORITY[] = "Bureau of Industry and Security";

struct dpl {
    struct reading r;
    struct row_columns columns;
    struct slice cells[COLUMNS];
    struct entity party;
    struct entity sanction;
};

/* "dpl:" and 16 hex digits, in the arena of the record. */
static struct slice id_of(struct dpl *dpl)
{
    char text[24];
    uint64_t hash = hash_mix(hash_bytes(dpl->cells[COLUMN_NAME], 0),
                             hash_bytes(dpl->cells[COLUMN_EFFECTIVE], 0));
    int n = snprintf(text, sizeof text, "dpl:%016llx", (unsigned long long)hash);
    return arena_copy(&dpl->r.record, (struct slice){text, n > 0 ? (size_t)n : 0});
}

/* "FUYI SUN A/K/A FRANK SUN", "PEARL (A.K.A. NEI-CHIEN CHU) LI" keeps its bracket. */
static void put_names(struct dpl *dpl)
{
    static const char *const MARKS[] = {" A/K/A ", " D/B/A ", " F/K/A "};
    struct slice name = dpl->cells[COLUMN_NAME];
    value_put(&dpl->r, &dpl->party, PROP_NAME, name);
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        size_t at = slice_find(name, 0, MARKS[i]);
        if (at < name.n) {
            struct slice behind = slice_cut(name, at + 7, name.n);
            value_put(&dpl->r, &dpl->party, PROP_ALIAS, slice_cut(name, 0, at));
            value_put(&dpl->r, &dpl->party, i == 2 ? PROP_PREVIOUS_NAME : PROP_ALIAS, behind);
        }
    }
}

/* Codes that the list has for countries and ISO has not; "NM" is the state. */
static struct slice country_of(const struct dpl *dpl)
{
    static const char *const OTHERS[][2] = {{"PRC", "CN"}, {"NM", "US"}};
    struct slice country = dpl->cells[COLUMN_COUNTRY];
    for (size_t i = 0; i < sizeof OTHERS / sizeof OTHERS[0]; i++) {
        if (slice_is(country, OTHERS[i][0])) {
            return slice_of(OTHERS[i][1]);
        }
    }
    /* Addresses in the United States often have no country, but a state. */
    return country.n == 0 && dpl->cells[COLUMN_STATE].n == 2 ? SLICE("US") : country;
}

static void put_address(struct dpl *dpl)
{
    struct slice pieces[5] = {dpl->cells[COLUMN_STREET], dpl->cells[COLUMN_CITY],
                              dpl->cells[COLUMN_STATE], dpl->cells[COLUMN_POSTAL_CODE],
                              dpl->cells[COLUMN_COUNTRY]};
    value_put_joined(&dpl->r, &dpl->party, PROP_ADDRESS, pieces, 5, ", ");
    value_put(&dpl->r, &dpl->party, PROP_COUNTRY, country_of(dpl));
}

static void put_sanction(struct dpl *dpl)
{
    struct reading *r = &dpl->r;
    struct entity *s = &dpl->sanction;
    struct slice order[2] = {SLICE("Standard order:"), dpl->cells[COLUMN_ORDER]};
    struct slice action[2] = {SLICE("Action:"), dpl->cells[COLUMN_ACTION]};
    value_put(r, s, PROP_ENTITY, dpl->party.id);
    value_put_word(r, s, PROP_AUTHORITY, AUTHORITY);
    value_put_word(r, s, PROP_COUNTRY, "us");
    value_put_word(r, s, PROP_PROGRAM, "Denied Persons List (DPL)");
    dates_put_month_first(r, s, PROP_LISTING_DATE, dpl->cells[COLUMN_EFFECTIVE]);
    dates_put_month_first(r, s, PROP_START_DATE, dpl->cells[COLUMN_EFFECTIVE]);
    dates_put_month_first(r, s, PROP_END_DATE, dpl->cells[COLUMN_EXPIRATION]);
    value_put(r, s, PROP_PROVISIONS, dpl->cells[COLUMN_CITATION]);
    value_put(r, s, PROP_MODIFIED_AT, dpl->cells[COLUMN_UPDATE]);
    if (order[1].n) {
        value_put_joined(r, s, PROP_NOTES, order, 2, " ");
    }
    if (action[1].n) {
        value_put_joined(r, s, PROP_NOTES, action, 2, " ");
    }
    measure_put(r, s, MEASURE_EXPORT_CONTROL);
}

static const char *fault_of(const struct dpl *dpl, const struct csv_record *row)
{
    const char *fault = reading_row_fault(row);
    if (fault) {
        return fault;
    }
    if (row->field_count != dpl->columns.count) {
        return row->field_count < dpl->columns.count ? "too_few_fields" : "too_many_fields";
    }
    return dpl->cells[COLUMN_NAME].n ? NULL : "no_name";
}

static int hand_out(struct dpl *dpl, struct diag *diag)
{
    struct slice id;
    TRY(reading_id(&dpl->r, id_of(dpl), dpl->cells[COLUMN_NAME], &id, diag));
    value_new_entity(&dpl->r, &dpl->party, SCHEMA_LEGAL_ENTITY, id);
    value_new_entity(&dpl->r, &dpl->sanction, SCHEMA_SANCTION,
                     reading_part_id(&dpl->r, id, "sanction"));
    put_names(dpl);
    put_address(dpl);
    put_sanction(dpl);
    value_put_word(&dpl->r, &dpl->party, PROP_TOPICS, "export.control");
    measure_put(&dpl->r, &dpl->party, MEASURE_EXPORT_CONTROL);
    value_put_word(&dpl->r, &dpl->party, PROP_PROGRAM_ID, "DPL");
    value_put_word(&dpl->r, &dpl->sanction, PROP_PROGRAM_ID, "DPL");
    if (reading_in_trouble(&dpl->r)) {
        return 0;
    }
    TRY(reading_emit(&dpl->r, &dpl->party, diag));
    TRY(reading_emit(&dpl->r, &dpl->sanction, diag));
    reading_taken(&dpl->r);
    return 0;
}

static int take_row(void *context, const struct csv_record *row, struct diag *diag)
{
    struct dpl *dpl = context;
    if (dpl->columns.count == 0) {
        return rows_bind(&dpl->r, &dpl->columns, row->fields, row->field_count, TITLES, COLUMNS,
                         COLUMNS_NEEDED, diag);
    }
    reading_record(&dpl->r, row->line);
    rows_pick(&dpl->r, &dpl->columns, row->fields, row->field_count, dpl->cells);
    const char *fault = fault_of(dpl, row);
    if (fault) {
        reading_refuse(&dpl->r, fault, "a row of %zu fields", row->field_count);
        return 0;
    }
    return hand_out(dpl, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct dpl dpl = {.columns = {.count = 0}};
    struct csv_options options = {.dialect = CSV_PLAIN, .delimiter = '\t'};
    reading_init(&dpl.r, snap, sink);
    int result = rows_read(&dpl.r, &options, take_row, &dpl, diag);
    result = reading_failed(&dpl.r, result, diag);
    reading_end(&dpl.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    static const char *const MARKS[] = {"Name", "Effective_Date", "Standard_Order",
                                        "FR_Citation"};
    return rows_have_titles(probe, '\t', MARKS, sizeof MARKS / sizeof MARKS[0]) ? "txt" : NULL;
}

const struct list_reader US_DPL = {
    .kind = "us_bis_denied",
    .dataset = "us_bis_denied",
    .title = "US BIS Denied Persons List",
    .recognise = recognise,
    .read = read_list,
};
