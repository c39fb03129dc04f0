/*
 * us_csl - the Consolidated Screening List of the US government (consolidated.csv).
 *
 * A list of lists: each row says from which one it comes.  Rows whose own list is read beside it
 * are left out (SOURCES says which dataset that is), so that a party does not stand twice in an
 * index; how many is reported as superseded.  Several values of a cell stand between semicolons.
 */
#include <string.h>

#include "lists/csl_ids.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"
#include "lists/rows.h"
#include "lists/values.h"

enum column {
    COLUMN_ID,
    COLUMN_SOURCE,
    COLUMN_NAME,
    COLUMNS_NEEDED,
    COLUMN_NUMBER = COLUMNS_NEEDED,
    COLUMN_TYPE,
    COLUMN_PROGRAMS,
    COLUMN_TITLE,
    COLUMN_ADDRESSES,
    COLUMN_NOTICE,
    COLUMN_START,
    COLUMN_END,
    COLUMN_ORDER,
    COLUMN_REQUIREMENT,
    COLUMN_POLICY,
    COLUMN_CALL_SIGN,
    COLUMN_VESSEL_TYPE,
    COLUMN_TONNAGE,
    COLUMN_REGISTERED_TONNAGE,
    COLUMN_FLAG,
    COLUMN_OWNER,
    COLUMN_REMARKS,
    COLUMN_LIST_URL,
    COLUMN_ALT_NAMES,
    COLUMN_CITIZENSHIPS,
    COLUMN_BIRTH_DATES,
    COLUMN_NATIONALITIES,
    COLUMN_BIRTH_PLACES,
    COLUMN_INFORMATION_URL,
    COLUMN_IDS,
    COLUMNS
};

static const char *const TITLES[COLUMNS] = {
    [COLUMN_ID] = "_id",
    [COLUMN_SOURCE] = "source",
    [COLUMN_NAME] = "name",
    [COLUMN_NUMBER] = "entity_number",
    [COLUMN_TYPE] = "type",
    [COLUMN_PROGRAMS] = "programs",
    [COLUMN_TITLE] = "title",
    [COLUMN_ADDRESSES] = "addresses",
    [COLUMN_NOTICE] = "federal_register_notice",
    [COLUMN_START] = "start_date",
    [COLUMN_END] = "end_date",
    [COLUMN_ORDER] = "standard_order",
    [COLUMN_REQUIREMENT] = "license_requirement",
    [COLUMN_POLICY] = "license_policy",
    [COLUMN_CALL_SIGN] = "call_sign",
    [COLUMN_VESSEL_TYPE] = "vessel_type",
    [COLUMN_TONNAGE] = "gross_tonnage",
    [COLUMN_REGISTERED_TONNAGE] = "gross_registered_tonnage",
    [COLUMN_FLAG] = "vessel_flag",
    [COLUMN_OWNER] = "vessel_owner",
    [COLUMN_REMARKS] = "remarks",
    [COLUMN_LIST_URL] = "source_list_url",
    [COLUMN_ALT_NAMES] = "alt_names",
    [COLUMN_CITIZENSHIPS] = "citizenships",
    [COLUMN_BIRTH_DATES] = "dates_of_birth",
    [COLUMN_NATIONALITIES] = "nationalities",
    [COLUMN_BIRTH_PLACES] = "places_of_birth",
    [COLUMN_INFORMATION_URL] = "source_information_url",
    [COLUMN_IDS] = "ids",
};

/* The lists in it, known by the abbreviation in their names. */
static const struct source {
    const char *mark;    /* "(SDN)" of "Specially Designated Nationals (SDN) - Treasury …" */
    const char *dataset; /* of the list itself, or NULL when nothing else reads it */
    const char *topic;
    enum measure measure;
} SOURCES[] = {
    {"(SDN)", "us_ofac_sdn", "sanction", MEASURE_ASSET_FREEZE},
    {"(SSI)", "us_ofac_cons", "sanction", MEASURE_SECTORAL},
    {"(FSE)", "us_ofac_cons", "sanction", MEASURE_TRANSACTION_BAN},
    {"(PLC)", "us_ofac_cons", "sanction", MEASURE_TRANSACTION_BAN},
    {"(CAP)", "us_ofac_cons", "sanction", MEASURE_CORRESPONDENT_BANKING},
    {"(CMIC)", "us_ofac_cons", "sanction", MEASURE_CAPITAL_MARKET},
    {"(NS-MBS", "us_ofac_cons", "sanction", MEASURE_MENU_BASED},
    {"(DPL)", "us_bis_denied", "export.control", MEASURE_EXPORT_CONTROL},
    {"(EL)", NULL, "export.control", MEASURE_EXPORT_CONTROL},
    {"(MEU)", NULL, "export.control", MEASURE_EXPORT_CONTROL},
    {"(UVL)", NULL, "export.control", MEASURE_EXPORT_CONTROL},
    {"(DTC)", NULL, "debarment", MEASURE_DEBARMENT},
    {"(ISN)", NULL, "sanction", MEASURE_NONE},
};

/* Cells that go to a property as they stand, one value or one for each piece. */
enum place { ON_PARTY, ON_SANCTION, ON_BOTH };
enum cut { WHOLE, PIECES };
static const struct {
    enum column column;
    enum property prop;
    enum place place;
    enum cut cut;
    const char *label; /* stands in front of the value, or "" */
} PLAIN[] = {
    {COLUMN_PROGRAMS, PROP_PROGRAM_ID, ON_BOTH, PIECES, ""},
    {COLUMN_TITLE, PROP_TITLE, ON_PARTY, WHOLE, ""},
    {COLUMN_NOTICE, PROP_PROVISIONS, ON_SANCTION, WHOLE, "Federal Register:"},
    {COLUMN_START, PROP_START_DATE, ON_SANCTION, WHOLE, ""},
    {COLUMN_END, PROP_END_DATE, ON_SANCTION, WHOLE, ""},
    {COLUMN_ORDER, PROP_NOTES, ON_SANCTION, WHOLE, "Standard order:"},
    {COLUMN_REQUIREMENT, PROP_PROVISIONS, ON_SANCTION, WHOLE, "License requirement:"},
    {COLUMN_POLICY, PROP_PROVISIONS, ON_SANCTION, WHOLE, "License policy:"},
    {COLUMN_CALL_SIGN, PROP_CALL_SIGN, ON_PARTY, WHOLE, ""},
    {COLUMN_VESSEL_TYPE, PROP_TYPE, ON_PARTY, WHOLE, ""},
    {COLUMN_TONNAGE, PROP_TONNAGE, ON_PARTY, WHOLE, ""},
    {COLUMN_REGISTERED_TONNAGE, PROP_GROSS_TONNAGE, ON_PARTY, WHOLE, ""},
    {COLUMN_FLAG, PROP_FLAG, ON_PARTY, WHOLE, ""},
    {COLUMN_OWNER, PROP_NOTES, ON_PARTY, WHOLE, "Owner:"},
    {COLUMN_REMARKS, PROP_NOTES, ON_PARTY, WHOLE, ""},
    {COLUMN_LIST_URL, PROP_SOURCE_URL, ON_SANCTION, WHOLE, ""},
    {COLUMN_INFORMATION_URL, PROP_SOURCE_URL, ON_SANCTION, WHOLE, ""},
    {COLUMN_CITIZENSHIPS, PROP_CITIZENSHIP, ON_PARTY, PIECES, ""},
    {COLUMN_NATIONALITIES, PROP_NATIONALITY, ON_PARTY, PIECES, ""},
    {COLUMN_BIRTH_DATES, PROP_BIRTH_DATE, ON_PARTY, PIECES, ""},
};

struct csl {
    struct reading r;
    struct row_columns columns;
    struct slice cells[COLUMNS];
    const struct source *source; /* of the row at work, or NULL */
    struct entity party;
    struct entity sanction;
};

/* ---- which list a row comes from ---- */

static const struct source *source_of(struct slice name)
{
    for (size_t i = 0; i < sizeof SOURCES / sizeof SOURCES[0]; i++) {
        if (slice_find(name, 0, SOURCES[i].mark) < name.n) {
            return &SOURCES[i];
        }
    }
    return NULL;
}

static bool is_read_beside(const struct csl *csl)
{
    const struct snapshot *snap = csl->r.snap;
    for (size_t i = 0; csl->source && csl->source->dataset && i < snap->beside_count; i++) {
        if (strcmp(snap->beside[i], csl->source->dataset) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- values ---- */

static void put(struct csl *csl, enum place place, enum property prop, struct slice text)
{
    if (property_type(prop) == TYPE_COUNTRY && pieces_say_nothing(text)) {
        return;
    }
    if (place != ON_SANCTION) {
        value_put(&csl->r, &csl->party, prop, text);
    }
    if (place != ON_PARTY) {
        value_put(&csl->r, &csl->sanction, prop, text);
    }
}

static void put_plain(struct csl *csl)
{
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++) {
        struct slice rest = csl->cells[PLAIN[i].column];
        while (rest.n) {
            struct slice piece = PLAIN[i].cut == PIECES ? csl_next(&rest) : rest;
            struct slice both[2] = {slice_of(PLAIN[i].label), piece};
            put(csl, PLAIN[i].place, PLAIN[i].prop,
                both[0].n ? value_join(&csl->r, both, 2, " ") : piece);
            rest = PLAIN[i].cut == PIECES ? rest : (struct slice){NULL, 0};
        }
    }
}

/* "ABBAS, Rim": the list's own name and its halves. */
static void put_names(struct csl *csl)
{
    struct slice name = csl->cells[COLUMN_NAME];
    struct slice rest = csl->cells[COLUMN_ALT_NAMES];
    size_t comma = slice_find(name, 0, ",");
    value_put(&csl->r, &csl->party, PROP_NAME, name);
    if (csl->party.schema == SCHEMA_PERSON && comma < name.n) {
        value_put(&csl->r, &csl->party, PROP_LAST_NAME, slice_cut(name, 0, comma));
        value_put(&csl->r, &csl->party, PROP_FIRST_NAME, slice_cut(name, comma + 1, name.n));
    }
    while (rest.n) {
        struct slice alias = csl_next(&rest);
        if (slice_starts(alias, "and ")) {
            alias = slice_cut(alias, 4, alias.n);
        }
        value_put(&csl->r, &csl->party, PROP_ALIAS, alias);
    }
}

static void put_places(struct csl *csl)
{
    struct slice rest = csl->cells[COLUMN_ADDRESSES];
    while (rest.n) {
        pieces_put_address(&csl->r, &csl->party, csl_next(&rest), (struct slice){NULL, 0});
    }
    rest = csl->cells[COLUMN_BIRTH_PLACES];
    while (rest.n) {
        value_put_birth_place(&csl->r, &csl->party, csl_next(&rest));
    }
}

static void put_source(struct csl *csl)
{
    struct slice source = csl->cells[COLUMN_SOURCE];
    struct slice rest = source;
    size_t dash = slice_find(source, 0, " - ");
    if (dash < source.n) {
        rest = slice_cut(source, dash + 3, source.n);
        source = slice_cut(source, 0, dash);
    }
    value_put(&csl->r, &csl->sanction, PROP_AUTHORITY, rest);
    value_put(&csl->r, &csl->sanction, PROP_PROGRAM, source);
    value_put_word(&csl->r, &csl->sanction, PROP_COUNTRY, "us");
    value_put(&csl->r, &csl->sanction, PROP_AUTHORITY_ID, csl->cells[COLUMN_NUMBER]);
    if (csl->source && csl->cells[COLUMN_PROGRAMS].n == 0) {
        struct slice mark = slice_of(csl->source->mark + 1);
        put(csl, ON_BOTH, PROP_PROGRAM_ID, slice_cut(mark, 0, slice_find(mark, 0, ")")));
    }
    if (csl->source) {
        value_put_word(&csl->r, &csl->party, PROP_TOPICS, csl->source->topic);
        put(csl, ON_BOTH, PROP_MEASURES, measure_word(csl->source->measure));
    } else {
        reading_tally(&csl->r, REMARK_WARNING, "unknown_source", csl->cells[COLUMN_SOURCE]);
        value_put_word(&csl->r, &csl->party, PROP_TOPICS, "sanction");
    }
}

/* The number that OFAC itself gives the party. */
static void put_referent(struct csl *csl)
{
    struct slice pieces[2] = {SLICE("ofac:"), csl->cells[COLUMN_NUMBER]};
    bool of_ofac = csl->source && csl->source->dataset &&
                   slice_starts(slice_of(csl->source->dataset), "us_ofac");
    if (of_ofac && pieces[1].n) {
        csl->party.referents = ARENA_NEW(&csl->r.record, struct slice);
        if (csl->party.referents) {
            csl->party.referents[0] = value_join(&csl->r, pieces, 2, "");
            csl->party.referent_count = 1;
        }
    }
}

static enum schema schema_of(struct slice type)
{
    static const struct {
        const char *type;
        enum schema schema;
    } TYPES[] = {{"Individual", SCHEMA_PERSON},
                 {"Entity", SCHEMA_ORGANIZATION},
                 {"Vessel", SCHEMA_VESSEL},
                 {"Aircraft", SCHEMA_AIRPLANE}};
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_eq_nocase(type, slice_of(TYPES[i].type))) {
            return TYPES[i].schema;
        }
    }
    return SCHEMA_LEGAL_ENTITY; /* most of its lists do not say */
}

/* ---- rows ---- */

/* "(SDN)" → "sanction/SDN": a party of two lists has two sanctions. */
static struct slice sanction_id(struct csl *csl)
{
    char part[32] = "sanction";
    if (csl->source) {
        size_t n = strcspn(csl->source->mark + 1, ")");
        memcpy(part, "sanction/", 9);
        memcpy(part + 9, csl->source->mark + 1, n);
        part[9 + n] = '\0';
    }
    return reading_part_id(&csl->r, csl->party.id, part);
}

static int hand_out(struct csl *csl, struct diag *diag)
{
    struct slice pieces[2] = {SLICE("csl:"), csl->cells[COLUMN_ID]};
    struct slice id;
    TRY(reading_id(&csl->r, value_join(&csl->r, pieces, 2, ""), csl->cells[COLUMN_NAME], &id,
                   diag));
    value_new_entity(&csl->r, &csl->party, schema_of(csl->cells[COLUMN_TYPE]), id);
    value_new_entity(&csl->r, &csl->sanction, SCHEMA_SANCTION, sanction_id(csl));
    value_put(&csl->r, &csl->sanction, PROP_ENTITY, id);
    put_names(csl);
    put_plain(csl);
    put_places(csl);
    put_source(csl);
    put_referent(csl);
    csl_put_ids(&csl->r, &csl->party, &csl->sanction, csl->cells[COLUMN_IDS]);
    if (reading_in_trouble(&csl->r)) {
        return 0;
    }
    TRY(reading_emit(&csl->r, &csl->party, diag));
    TRY(reading_emit(&csl->r, &csl->sanction, diag));
    reading_taken(&csl->r);
    return 0;
}

static const char *fault_of(const struct csl *csl, const struct csv_record *row)
{
    const char *fault = reading_row_fault(row);
    if (fault) {
        return fault;
    }
    if (row->field_count != csl->columns.count) {
        return row->field_count < csl->columns.count ? "too_few_fields" : "too_many_fields";
    }
    if (csl->cells[COLUMN_ID].n == 0) {
        return "no_id";
    }
    return csl->cells[COLUMN_NAME].n ? NULL : "no_name";
}

static int take_row(void *context, const struct csv_record *row, struct diag *diag)
{
    struct csl *csl = context;
    if (csl->columns.count == 0) {
        return rows_bind(&csl->r, &csl->columns, row->fields, row->field_count, TITLES, COLUMNS,
                         COLUMNS_NEEDED, diag);
    }
    reading_record(&csl->r, row->line);
    rows_pick(&csl->r, &csl->columns, row->fields, row->field_count, csl->cells);
    csl->r.id = csl->cells[COLUMN_ID];
    const char *fault = fault_of(csl, row);
    if (fault) {
        reading_refuse(&csl->r, fault, "a row of %zu fields", row->field_count);
        return 0;
    }
    csl->source = source_of(csl->cells[COLUMN_SOURCE]);
    if (is_read_beside(csl)) {
        reading_tally(&csl->r, REMARK_SUPERSEDED, "own_list_read", csl->cells[COLUMN_SOURCE]);
        return 0;
    }
    return hand_out(csl, diag);
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct csl csl = {.source = NULL};
    struct csv_options options = {.dialect = CSV_PLAIN, .delimiter = ','};
    reading_init(&csl.r, snap, sink);
    int result = rows_read(&csl.r, &options, take_row, &csl, diag);
    result = reading_failed(&csl.r, result, diag);
    reading_end(&csl.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    static const char *const MARKS[] = {"_id", "source", "federal_register_notice",
                                        "license_requirement"};
    return rows_have_titles(probe, ',', MARKS, sizeof MARKS / sizeof MARKS[0]) ? "csv" : NULL;
}

const struct list_reader US_CSL = {
    .kind = "us_trade_csl",
    .dataset = "us_trade_csl",
    .title = "US Consolidated Screening List",
    .recognise = recognise,
    .read = read_list,
};
