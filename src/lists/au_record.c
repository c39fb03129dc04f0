#include "lists/au_record.h"

#include <string.h>

#include "lists/au_details.h"
#include "lists/dates_text.h"
#include "lists/measures.h"
#include "lists/pieces.h"

const char *const AU_TITLES[AU_COLUMNS] = {
    [AU_REFERENCE] = "Reference",
    [AU_NAME] = "Name of Individual or Entity",
    [AU_NAME_TYPE] = "Name Type",
    [AU_TYPE] = "Type",
    [AU_STRENGTH] = "Alias Strength",
    [AU_BIRTH_DATE] = "Date of Birth",
    [AU_BIRTH_PLACE] = "Place of Birth",
    [AU_CITIZENSHIP] = "Citizenship",
    [AU_ADDRESS] = "Address",
    [AU_INFORMATION] = "Additional Information",
    [AU_LISTING] = "Listing Information",
    [AU_IMO] = "IMO Number",
    [AU_COMMITTEES] = "Committees",
    [AU_CONTROL_DATE] = "Control Date",
    [AU_INSTRUMENT] = "Instrument of Designation",
    [AU_FREEZE] = "Targeted Financial Sanction",
    [AU_TRAVEL] = "Travel Ban",
    [AU_ARMS] = "Arms Embargo",
    [AU_MARITIME] = "Maritime Restriction",
};

/* ---- names ---- */

bool au_is_primary(const struct au_row *row)
{
    return slice_eq_nocase(row->cells[AU_NAME_TYPE], SLICE("primary name"));
}

/* "Previously listed as. In Arabic: X": the former name in its own script. */
static void put_former_in_arabic(struct listing *l, struct slice bracket)
{
    static const char *const MARKS[] = {"In Arabic:", "in Arabic:"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++) {
        size_t at = slice_find(bracket, 0, MARKS[i]);
        if (at < bracket.n) {
            struct slice text = slice_cut(bracket, at + strlen(MARKS[i]), bracket.n);
            listing_name(l, PROP_PREVIOUS_NAME, text, SLICE("original"), 0);
        }
    }
}

/* "Yassin Sywal (formerly listed as)" is a former name, with what else stands there as a note;
 * other brackets are part of the name. */
static struct slice cut_former(struct listing *l, struct slice name, enum property *prop)
{
    static const char *const WORDS[] = {"previously listed as", "formerly listed as"};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        struct slice bare = name;
        struct slice bracket = pieces_cut_bracket(&bare);
        if (!slice_starts_nocase(bracket, WORDS[i])) {
            continue;
        }
        if (bracket.n > strlen(WORDS[i])) {
            value_put(l->r, &l->party, PROP_NOTES, name);
            put_former_in_arabic(l, bracket);
        }
        *prop = *prop == PROP_NAME ? PROP_NAME : PROP_PREVIOUS_NAME;
        return bare;
    }
    return name;
}

static void put_name(struct listing *l, const struct au_row *row)
{
    static const struct {
        const char *words;
        enum property prop;
        const char *note;
    } TYPES[] = {
        {"primary name", PROP_NAME, ""},
        {"aka", PROP_ALIAS, ""},
        {"alias", PROP_ALIAS, ""},
        {"original script", PROP_ALIAS, "original"},
        {"formerly known as", PROP_PREVIOUS_NAME, ""},
        {"previously listed as", PROP_PREVIOUS_NAME, ""},
        {"former name", PROP_PREVIOUS_NAME, ""},
        {"previous name", PROP_PREVIOUS_NAME, ""},
    };
    struct slice type = row->cells[AU_NAME_TYPE];
    const char *note = "";
    enum property prop = PROP_UNKNOWN;
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_eq_nocase(type, slice_of(TYPES[i].words))) {
            prop = TYPES[i].prop;
            note = TYPES[i].note;
        }
    }
    if (prop == PROP_UNKNOWN) {
        reading_tally(l->r, REMARK_WARNING, "unknown_name_type", type);
        prop = PROP_ALIAS;
    }
    if (prop == PROP_ALIAS && slice_eq_nocase(row->cells[AU_STRENGTH], SLICE("weak"))) {
        prop = PROP_WEAK_ALIAS;
    }
    struct slice name = cut_former(l, pieces_tidy(l->r, row->cells[AU_NAME]), &prop);
    listing_name(l, prop, name, slice_of(note), 0);
}

/* ---- what is said of the party ---- */

static void put_birth_dates(struct listing *l, struct slice text)
{
    dates_put(l->r, &l->party, PROP_BIRTH_DATE, "Date of birth", text);
}

static void put_birth_places(struct listing *l, struct slice text)
{
    struct lettered letters = {.rest = text};
    struct slice piece;
    while (lettered_next(&letters, &piece)) {
        piece = pieces_bare(l->r, piece);
        if (!pieces_say_nothing(piece)) {
            value_put_birth_place(l->r, &l->party, piece);
        }
    }
}

static void put_citizenships(struct listing *l, struct slice text)
{
    pieces_put_countries(l->r, &l->party, PROP_CITIZENSHIP, text);
}

static void put_addresses(struct listing *l, struct slice text)
{
    pieces_put_addresses(l->r, &l->party, text);
}

static void put_information(struct listing *l, struct slice text)
{
    if (!pieces_say_nothing(text)) {
        value_put(l->r, &l->party, PROP_NOTES, text);
        au_put_details(l->r, &l->party, text);
    }
}

static void put_listing(struct listing *l, struct slice text)
{
    struct slice day;
    listing_put_sanctions(l, PROP_PROVISIONS, pieces_tidy(l->r, text), (struct slice){NULL, 0});
    if (dates_find_day(l->r, text, &day)) {
        listing_put_sanctions(l, PROP_LISTING_DATE, day, (struct slice){NULL, 0});
        value_put(l->r, &l->party, PROP_CREATED_AT, day);
    }
}

static void put_imo(struct listing *l, struct slice text)
{
    value_put(l->r, &l->party, PROP_IMO_NUMBER, text);
}

static void put_committees(struct listing *l, struct slice text)
{
    text = pieces_tidy(l->r, text);
    value_put(l->r, &l->party, PROP_PROGRAM_ID, text);
    listing_put_sanctions(l, PROP_PROGRAM_ID, text, (struct slice){NULL, 0});
}

static void put_control_date(struct listing *l, struct slice text)
{
    value_put(l->r, &l->party, PROP_MODIFIED_AT, text);
}

static void put_instrument(struct listing *l, struct slice text)
{
    listing_put_sanctions(l, PROP_PROVISIONS, pieces_tidy(l->r, text), (struct slice){NULL, 0});
}

static void put_measure(struct listing *l, enum measure measure)
{
    measure_put(l->r, &l->party, measure);
    listing_put_sanctions(l, PROP_MEASURES, measure_word(measure), (struct slice){NULL, 0});
}

/* The old form of the list has only those whose property is frozen. */
static void put_measures(struct listing *l, enum au_form form, const struct au_row *row)
{
    static const struct {
        enum au_column column;
        enum measure measure;
    } MEASURES[] = {{AU_FREEZE, MEASURE_ASSET_FREEZE},
                    {AU_TRAVEL, MEASURE_TRAVEL_BAN},
                    {AU_ARMS, MEASURE_ARMS_EMBARGO},
                    {AU_MARITIME, MEASURE_SHIPPING}};
    for (size_t i = 0; i < sizeof MEASURES / sizeof MEASURES[0]; i++) {
        bool imposed = form == AU_FORM_OLD ? MEASURES[i].column == AU_FREEZE
                                           : listing_is_yes(row->cells[MEASURES[i].column]);
        if (imposed) {
            put_measure(l, MEASURES[i].measure);
        }
    }
}

/* Cells that repeat those of the first row or of the row before say nothing new. */
static void put_cells(struct listing *l, const struct au_row *row, const struct au_row *first,
                      const struct au_row *before)
{
    static void (*const PUT[AU_COLUMNS])(struct listing * l, struct slice text) = {
        [AU_BIRTH_DATE] = put_birth_dates,
        [AU_BIRTH_PLACE] = put_birth_places,
        [AU_CITIZENSHIP] = put_citizenships,
        [AU_ADDRESS] = put_addresses,
        [AU_INFORMATION] = put_information,
        [AU_LISTING] = put_listing,
        [AU_IMO] = put_imo,
        [AU_COMMITTEES] = put_committees,
        [AU_CONTROL_DATE] = put_control_date,
        [AU_INSTRUMENT] = put_instrument,
    };
    for (size_t i = 0; i < AU_COLUMNS; i++) {
        bool again = before && (slice_eq(row->cells[i], first->cells[i]) ||
                                slice_eq(row->cells[i], before->cells[i]));
        if (PUT[i] && row->cells[i].n && !again) {
            PUT[i](l, row->cells[i]);
        }
    }
}

static enum schema schema_of(const struct au_row *row)
{
    struct slice type = row->cells[AU_TYPE];
    if (slice_eq_nocase(type, SLICE("individual"))) {
        return SCHEMA_PERSON;
    }
    return slice_eq_nocase(type, SLICE("vessel")) ? SCHEMA_VESSEL : SCHEMA_ORGANIZATION;
}

void au_put_rows(struct listing *l, enum au_form form, const struct au_row *first)
{
    const struct au_row *before = NULL;
    (void)listing_sanction(l, (struct slice){NULL, 0});
    for (const struct au_row *row = first; row; row = row->next) {
        if (!before || au_is_primary(row)) {
            l->party.schema = schema_of(row);
        }
        put_name(l, row);
        put_cells(l, row, first, before);
        put_measures(l, form, row);
        before = row;
    }
}
