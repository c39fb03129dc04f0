/*
 * ofac_tables - the tables of the Advanced form, put on the shelf in the first pass.
 */
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "lists/ofac_advanced.h"
#include "lists/values.h"
#include "model/country.h"

static const struct slice NOTHING = {NULL, 0};

struct slice advanced_word(const struct advanced *a, const char *table,
                           const char *const *attributes, const char *attribute)
{
    return shelf_text(&a->shelf, table, xml_attribute(attributes, attribute));
}

/* ---- dates ---- */

void advanced_period_clear(struct advanced *a)
{
    a->period = (struct advanced_period){.circa = false};
}

bool advanced_period_begin(struct advanced *a, struct slice element,
                           const char *const *attributes)
{
    if (slice_is(element, "DatePeriod") || slice_is(element, "Date")) {
        advanced_period_clear(a);
        return true;
    }
    if (slice_is(element, "Start") || slice_is(element, "End")) {
        a->period.circa |= slice_is(xml_attribute(attributes, "Approximate"), "true");
        return true;
    }
    if (slice_is(element, "From") || slice_is(element, "To")) {
        memset(a->period.point, 0, sizeof a->period.point);
        return true;
    }
    return false;
}

static void print_point(const unsigned point[3], char out[16])
{
    (void)snprintf(out, 16, "%04u-%02u-%02u", point[0] % 10000, point[1] % 100, point[2] % 100);
}

bool advanced_period_end(struct advanced *a, const struct xml_place *at, struct slice element,
                         struct slice text)
{
    static const char *const UNITS[] = {"Year", "Month", "Day"};
    struct advanced_period *p = &a->period;
    for (size_t i = 0; i < 3; i++) {
        uint64_t n;
        if (slice_is(element, UNITS[i])) {
            p->point[i] = parse_u64(text, &n) && n < 10000 ? (unsigned)n : 0;
            return true;
        }
    }
    if (slice_is(element, "From") || slice_is(element, "To")) {
        bool end = slice_is(xml_ancestor(at, 1), "End");
        print_point(p->point, p->days[end][slice_is(element, "To")]);
        return true;
    }
    if (slice_is(element, "Date")) {
        print_point(p->point, p->days[0][0]);
        return true;
    }
    return slice_is(element, "DatePeriod") || slice_is(element, "Start") ||
           slice_is(element, "End");
}

struct slice advanced_period_words(struct advanced *a)
{
    const struct advanced_period *p = &a->period;
    const char *last = p->days[1][1][0] ? p->days[1][1] : p->days[1][0];
    last = last[0] ? last : p->days[0][1];
    return ofac_period(&a->r, slice_of(p->days[0][0]), slice_of(last), p->circa);
}

/* ---- words, and rows of tables ---- */

static struct slice keep(struct advanced *a, struct slice text)
{
    return shelf_keep(&a->shelf, text);
}

static void begin_row(struct advanced *a, struct slice number)
{
    arena_reset(&a->r.record);
    a->row = (struct advanced_row){.number = keep(a, number)};
}

static void put_row(struct advanced *a, const char *table, size_t fields)
{
    shelf_put(&a->shelf, slice_of(table), a->row.number, a->row.fields, fields);
}

static void add_text(struct advanced *a, struct slice *field, struct slice text)
{
    struct slice both[2] = {*field, text};
    *field = field->n ? keep(a, value_join(&a->r, both, 2, ", ")) : keep(a, text);
}

/* The name of a country, or its code when nobody knows the name. */
static struct slice country_of(const struct advanced *a, const char *const *attributes,
                               const char *attribute)
{
    const struct shelf_row *row =
        shelf_first(&a->shelf, "Country", xml_attribute(attributes, attribute));
    if (!row) {
        return NOTHING;
    }
    bool coded = row->fields[1].n && country_code(row->fields[0]).n == 0;
    return row->fields[coded ? 1 : 0];
}

/* ---- ReferenceValueSets ---- */

static void begin_word(struct advanced *a, const char *const *attributes)
{
    static const char *const EXTRAS[] = {"PartyTypeID", "ISO2", "Description"};
    begin_row(a, xml_attribute(attributes, "ID"));
    for (size_t i = 0; i < sizeof EXTRAS / sizeof EXTRAS[0] && a->row.fields[1].n == 0; i++) {
        a->row.fields[1] = keep(a, xml_attribute(attributes, EXTRAS[i]));
    }
}

static void end_word(struct advanced *a, struct slice text)
{
    a->row.fields[0] = keep(a, text);
    shelf_put(&a->shelf, a->element, a->row.number, a->row.fields, 2);
}

/* ---- Locations ---- */

static void begin_location(struct advanced *a, const char *const *attributes)
{
    begin_row(a, xml_attribute(attributes, "ID"));
}

static void begin_area(struct advanced *a, const char *const *attributes)
{
    const struct shelf_row *row =
        shelf_first(&a->shelf, "AreaCode", xml_attribute(attributes, "AreaCodeID"));
    if (row && a->row.fields[LOCATION_COUNTRY].n == 0) {
        a->row.fields[LOCATION_COUNTRY] = row->fields[1];
    }
}

static void begin_country(struct advanced *a, const char *const *attributes)
{
    struct slice country = country_of(a, attributes, "CountryID");
    if (country.n) {
        a->row.fields[LOCATION_COUNTRY] = country;
    }
}

static void begin_part(struct advanced *a, const char *const *attributes)
{
    a->row.part = advanced_word(a, "LocPartType", attributes, "LocPartTypeID");
}

static void begin_part_value(struct advanced *a, const char *const *attributes)
{
    a->row.primary = !slice_is(xml_attribute(attributes, "Primary"), "false");
}

static void end_part_value(struct advanced *a, struct slice text)
{
    static const struct {
        const char *word;
        enum location_field field;
    } PARTS[] = {{"ADDRESS1", LOCATION_STREET_1},    {"ADDRESS2", LOCATION_STREET_2},
                 {"ADDRESS3", LOCATION_STREET_3},    {"CITY", LOCATION_CITY},
                 {"STATE/PROVINCE", LOCATION_STATE}, {"POSTAL CODE", LOCATION_POSTAL},
                 {"REGION", LOCATION_REGION},        {"Unknown", LOCATION_UNKNOWN}};
    struct slice *fields = a->row.primary ? a->row.fields : a->row.others;
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        if (slice_eq_nocase(a->row.part, slice_of(PARTS[i].word))) {
            add_text(a, &fields[PARTS[i].field], text);
            return;
        }
    }
    reading_tally(&a->r, REMARK_UNMAPPED, "address_part", a->row.part);
    add_text(a, &fields[LOCATION_STREET_3], text);
}

/* A location of which some parts have other spellings is two. */
static void end_location(struct advanced *a, struct slice text)
{
    bool other = false;
    (void)text;
    put_row(a, "Location", LOCATION_FIELDS);
    for (size_t i = 0; i < LOCATION_FIELDS; i++) {
        other |= a->row.others[i].n > 0;
        a->row.fields[i] = a->row.others[i].n ? a->row.others[i] : a->row.fields[i];
    }
    if (other) {
        put_row(a, "Location", LOCATION_FIELDS);
    }
}

/* ---- IDRegDocuments ---- */

static void begin_document(struct advanced *a, const char *const *attributes)
{
    begin_row(a, xml_attribute(attributes, "IdentityID"));
    a->row.fields[DOCUMENT_TYPE] =
        advanced_word(a, "IDRegDocType", attributes, "IDRegDocTypeID");
    a->row.fields[DOCUMENT_COUNTRY] = country_of(a, attributes, "IssuedBy-CountryID");
    a->row.fields[DOCUMENT_PLACE] = keep(a, xml_attribute(attributes, "IssuedIn-LocationID"));
    struct slice validity = advanced_word(a, "Validity", attributes, "ValidityID");
    if (!slice_is(validity, "Valid")) {
        a->row.fields[DOCUMENT_COMMENT] = validity;
    }
}

static void end_number(struct advanced *a, struct slice text)
{
    a->row.fields[DOCUMENT_NUMBER] = keep(a, text);
}

static void end_document_comment(struct advanced *a, struct slice text)
{
    if (text.n) {
        add_text(a, &a->row.fields[DOCUMENT_COMMENT], text);
    }
}

static void begin_document_date(struct advanced *a, const char *const *attributes)
{
    a->row.part = advanced_word(a, "IDRegDocDateType", attributes, "IDRegDocDateTypeID");
}

static void end_document_date(struct advanced *a, struct slice text)
{
    (void)text;
    bool expires = slice_starts_nocase(a->row.part, "expir");
    a->row.fields[expires ? DOCUMENT_EXPIRES : DOCUMENT_ISSUED] =
        keep(a, advanced_period_words(a));
}

static void end_document(struct advanced *a, struct slice text)
{
    (void)text;
    put_row(a, "Document", DOCUMENT_FIELDS);
}

/* ---- ProfileRelationships ---- */

static void begin_relation(struct advanced *a, const char *const *attributes)
{
    begin_row(a, xml_attribute(attributes, "From-ProfileID"));
    a->row.fields[RELATION_TO] = keep(a, xml_attribute(attributes, "To-ProfileID"));
    a->row.fields[RELATION_TYPE] =
        advanced_word(a, "RelationType", attributes, "RelationTypeID");
    struct slice quality = advanced_word(a, "RelationQuality", attributes, "RelationQualityID");
    a->row.fields[RELATION_QUALITY] = slice_is(quality, "Unknown") ? NOTHING : quality;
    bool former = slice_is(xml_attribute(attributes, "Former"), "true");
    a->row.fields[RELATION_FORMER] = former ? SLICE("true") : NOTHING;
}

static void end_relation(struct advanced *a, struct slice text)
{
    (void)text;
    put_row(a, "Relation", RELATION_FIELDS);
}

/* ---- SanctionsEntries ---- */

static void put_entry(struct advanced *a, const char *kind, struct slice text,
                      struct slice date)
{
    struct slice fields[ENTRY_FIELDS] = {slice_of(kind), text, date};
    if (text.n) {
        shelf_put(&a->shelf, SLICE("Entry"), a->row.number, fields, ENTRY_FIELDS);
    }
}

/* An entry: `part` is the list, the fields are its event, legal basis and kind of sanction. */
enum { EVENT_TYPE, EVENT_BASIS, MEASURE_TYPE, MEASURE_COMMENT };

static void begin_entry(struct advanced *a, const char *const *attributes)
{
    begin_row(a, xml_attribute(attributes, "ProfileID"));
    a->row.part = advanced_word(a, "List", attributes, "ListID");
}

static void begin_event(struct advanced *a, const char *const *attributes)
{
    advanced_period_clear(a);
    a->row.fields[EVENT_TYPE] =
        advanced_word(a, "EntryEventType", attributes, "EntryEventTypeID");
    a->row.fields[EVENT_BASIS] = advanced_word(a, "LegalBasis", attributes, "LegalBasisID");
    a->row.fields[MEASURE_TYPE] = NOTHING;
}

static void end_event(struct advanced *a, struct slice text)
{
    (void)text;
    struct slice day = keep(a, slice_of(a->period.days[0][0]));
    bool created = slice_is(a->row.fields[EVENT_TYPE], "Created");
    put_entry(a, created ? "list" : "event", a->row.part, day);
    if (!slice_is(a->row.fields[EVENT_BASIS], "Unknown")) {
        put_entry(a, "basis", a->row.fields[EVENT_BASIS], NOTHING);
    }
}

static void begin_measure(struct advanced *a, const char *const *attributes)
{
    a->row.fields[MEASURE_TYPE] =
        advanced_word(a, "SanctionsType", attributes, "SanctionsTypeID");
    a->row.fields[MEASURE_COMMENT] = NOTHING;
}

/* Of a measure, or of an event. */
static void end_entry_comment(struct advanced *a, struct slice text)
{
    a->row.fields[MEASURE_COMMENT] = keep(a, text);
    if (a->row.fields[MEASURE_TYPE].n == 0) {
        put_entry(a, "note", a->row.fields[MEASURE_COMMENT], NOTHING);
    }
}

/* A measure of the kind "Program" has the programme as its comment. */
static void end_measure(struct advanced *a, struct slice text)
{
    (void)text;
    if (slice_is(a->row.fields[MEASURE_TYPE], "Program")) {
        put_entry(a, "program", a->row.fields[MEASURE_COMMENT], NOTHING);
        return;
    }
    put_entry(a, "type", a->row.fields[MEASURE_TYPE], NOTHING);
}

/* ---- rules ---- */

static const struct advanced_rule WORDS[] = {
    {3, NULL, NULL, NULL},
    {4, NULL, begin_word, end_word},
    {0, NULL, NULL, NULL},
};
static const struct advanced_rule LOCATIONS[] = {
    {3, "Location", begin_location, end_location},
    {4, "LocationAreaCode", begin_area, NULL},
    {4, "LocationCountry", begin_country, NULL},
    {4, "LocationPart", begin_part, NULL},
    {5, "LocationPartValue", begin_part_value, NULL},
    {6, "Value", NULL, end_part_value},
    {4, "FeatureVersionReference", NULL, NULL},
    {4, "IDRegDocumentReference", NULL, NULL},
    {0, NULL, NULL, NULL},
};
static const struct advanced_rule DOCUMENTS[] = {
    {3, "IDRegDocument", begin_document, end_document},
    {4, "Comment", NULL, end_document_comment},
    {4, "IDRegistrationNo", NULL, end_number},
    {4, "IssuingAuthority", NULL, end_document_comment},
    {4, "DocumentDate", begin_document_date, end_document_date},
    {4, "DocumentedNameReference", NULL, NULL},
    {4, "FeatureVersionReference", NULL, NULL},
    {0, NULL, NULL, NULL},
};
static const struct advanced_rule RELATIONS[] = {
    {3, "ProfileRelationship", begin_relation, end_relation},
    {0, NULL, NULL, NULL},
};
static const struct advanced_rule ENTRIES[] = {
    {3, "SanctionsEntry", begin_entry, NULL},
    {4, "EntryEvent", begin_event, end_event},
    {4, "SanctionsMeasure", begin_measure, end_measure},
    {5, "Comment", NULL, end_entry_comment},
    {0, NULL, NULL, NULL},
};
static const struct advanced_rule HEADING[] = {{0, NULL, NULL, NULL}};

const struct advanced_rule *advanced_table_rules(struct slice section)
{
    static const struct {
        const char *section;
        const struct advanced_rule *rules;
    } SECTIONS[] = {{"ReferenceValueSets", WORDS}, {"Locations", LOCATIONS},
                    {"IDRegDocuments", DOCUMENTS}, {"ProfileRelationships", RELATIONS},
                    {"SanctionsEntries", ENTRIES}, {"SanctionsEntryLinks", HEADING},
                    {"DateOfIssue", HEADING}};
    for (size_t i = 0; i < sizeof SECTIONS / sizeof SECTIONS[0]; i++) {
        if (slice_is(section, SECTIONS[i].section)) {
            return SECTIONS[i].rules;
        }
    }
    return NULL;
}
