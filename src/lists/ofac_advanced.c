/*
 *   Sanctions
 *     DateOfIssue
 *     ReferenceValueSets, Locations, IDRegDocuments               ofac_tables.c
 *     DistinctParties / DistinctParty FixedRef / Comment
 *       Profile ID, PartySubTypeID
 *         Identity ID / Alias AliasTypeID, Primary, LowQuality
 *           DocumentedName                                        one for each script
 *             DocumentedNamePart / NamePartValue NamePartGroupID, ScriptID
 *         Identity / NamePartGroups / MasterNamePartGroup / NamePartGroup ID, NamePartTypeID
 *         Feature FeatureTypeID / FeatureVersion
 *           Comment, DatePeriod, VersionDetail DetailReferenceID, VersionLocation LocationID
 *     ProfileRelationships, SanctionsEntries                      ofac_tables.c
 */
#include "lists/ofac_advanced.h"

#include <string.h>

#include "lists/values.h"

static const struct slice NOTHING = {NULL, 0};

/* ---- what the shelf has of a party ---- */

static void put_entries(struct advanced *a, struct slice profile)
{
    const struct shelf_row *row = shelf_first(&a->shelf, "Entry", profile);
    struct ofac_record *rec = &a->rec;
    for (; row; row = shelf_next(&a->shelf, row)) {
        struct slice kind = row->fields[ENTRY_KIND];
        struct slice text = row->fields[ENTRY_TEXT];
        if (slice_is(kind, "list")) {
            ofac_put_list(rec, text, row->fields[ENTRY_DATE]);
        } else if (slice_is(kind, "basis")) {
            ofac_put_legal_basis(rec, text);
        } else if (slice_is(kind, "program")) {
            ofac_put_program(rec, text);
        } else if (slice_is(kind, "type")) {
            ofac_put_sanction_type(rec, text);
        } else if (slice_is(kind, "event")) {
            value_put(rec->r, &rec->d.party, PROP_MODIFIED_AT, row->fields[ENTRY_DATE]);
        } else {
            value_put(rec->r, &rec->d.sanction, PROP_NOTES, text);
        }
    }
}

static void put_relations(struct advanced *a, struct slice profile)
{
    const struct shelf_row *row = shelf_first(&a->shelf, "Relation", profile);
    for (; row; row = shelf_next(&a->shelf, row)) {
        struct ofac_link *l = ofac_add_link(&a->rec);
        l->to = row->fields[RELATION_TO];
        l->type = row->fields[RELATION_TYPE];
        l->quality = row->fields[RELATION_QUALITY];
        l->former = row->fields[RELATION_FORMER].n > 0;
    }
}

/* The name of a location that is no address: of a country, of the town of a register. */
static struct slice place_name(const struct advanced *a, struct slice location)
{
    const struct shelf_row *row = shelf_first(&a->shelf, "Location", location);
    if (!row) {
        return NOTHING;
    }
    struct slice place = row->fields[LOCATION_UNKNOWN];
    return place.n ? place : row->fields[LOCATION_COUNTRY];
}

static void put_documents(struct advanced *a, struct slice identity)
{
    const struct shelf_row *row = shelf_first(&a->shelf, "Document", identity);
    for (; row; row = shelf_next(&a->shelf, row)) {
        const struct slice *fields = row->fields;
        struct ofac_fact *f = ofac_add_fact(&a->rec);
        f->type = fields[DOCUMENT_TYPE];
        f->value =
            ofac_number_at(&a->rec, fields[DOCUMENT_NUMBER],
                           place_name(a, fields[DOCUMENT_PLACE]), fields[DOCUMENT_COUNTRY]);
        f->country = fields[DOCUMENT_COUNTRY];
        f->issued = fields[DOCUMENT_ISSUED];
        f->expires = fields[DOCUMENT_EXPIRES];
        f->comment = fields[DOCUMENT_COMMENT];
    }
}

static void put_location(struct advanced *a, struct slice location)
{
    const struct shelf_row *row = shelf_first(&a->shelf, "Location", location);
    for (; row; row = shelf_next(&a->shelf, row)) {
        const struct slice *s = row->fields;
        struct ofac_address address = {
            .streets = {s[LOCATION_STREET_1], s[LOCATION_STREET_2], s[LOCATION_STREET_3]},
            .city = s[LOCATION_CITY],
            .state = s[LOCATION_STATE],
            .postal = s[LOCATION_POSTAL],
            .region = s[LOCATION_REGION],
            .country = s[LOCATION_COUNTRY].n ? s[LOCATION_COUNTRY] : s[LOCATION_UNKNOWN]};
        ofac_put_address(&a->rec, &address);
    }
}

/* ---- parties ---- */

static void begin_record(struct advanced *a, uint64_t line)
{
    ofac_record_begin(&a->rec, &a->r, line);
    a->name = NULL;
    a->last_piece = NULL;
    a->feature = (struct advanced_feature){.used = false};
}

static void begin_party(struct advanced *a, const char *const *attributes)
{
    a->rec.number = ofac_keep(&a->rec, xml_attribute(attributes, "FixedRef"));
}

static void end_comment(struct advanced *a, struct slice text)
{
    struct slice both[2] = {a->rec.remarks, text};
    a->rec.remarks = value_join(&a->r, both, 2, "; ");
}

/* "Individual", "Entity" are kinds of party; "Vessel", "Aircraft" kinds within "Transport". */
static void begin_profile(struct advanced *a, const char *const *attributes)
{
    struct slice profile = xml_attribute(attributes, "ID");
    const struct shelf_row *row =
        shelf_first(&a->shelf, "PartySubType", xml_attribute(attributes, "PartySubTypeID"));
    if (row) {
        struct slice type = shelf_text(&a->shelf, "PartyType", row->fields[1]);
        a->rec.type = slice_is(row->fields[0], "Unknown") ? type : row->fields[0];
    }
    put_entries(a, profile);
    put_relations(a, profile);
}

/* ---- names ---- */

static void begin_identity(struct advanced *a, const char *const *attributes)
{
    a->identity = ofac_keep(&a->rec, xml_attribute(attributes, "ID"));
    a->false_identity = slice_is(xml_attribute(attributes, "False"), "true");
    a->pieces = NULL;
    a->last_piece = &a->pieces;
    map_release(&a->groups);
}

static void begin_alias(struct advanced *a, const char *const *attributes)
{
    struct slice type = advanced_word(a, "AliasType", attributes, "AliasTypeID");
    bool main = slice_is(xml_attribute(attributes, "Primary"), "true") && !a->false_identity;
    a->kind = main                     ? OFAC_NAME_MAIN
              : slice_is(type, "Name") ? OFAC_NAME_AKA
                                       : ofac_name_kind_of(type);
    a->weak = slice_is(xml_attribute(attributes, "LowQuality"), "true");
}

static void begin_documented_name(struct advanced *a, const char *const *attributes)
{
    (void)attributes;
    a->name = ofac_add_name(&a->rec);
    a->name->kind = a->kind;
    a->name->weak = a->weak;
}

static void begin_name_part(struct advanced *a, const char *const *attributes)
{
    a->group = ofac_keep(&a->rec, xml_attribute(attributes, "NamePartGroupID"));
    if (a->name) {
        a->name->script = ofac_script_of(advanced_word(a, "Script", attributes, "ScriptID"));
    }
}

static void end_name_part(struct advanced *a, struct slice text)
{
    struct advanced_piece *p = ARENA_NEW(&a->r.record, struct advanced_piece);
    if (p && a->name && a->last_piece) {
        *p = (struct advanced_piece){a->group, ofac_keep(&a->rec, text), a->name, NULL};
        *a->last_piece = p;
        a->last_piece = &p->next;
    }
}

static void begin_group(struct advanced *a, const char *const *attributes)
{
    struct slice word = advanced_word(a, "NamePartType", attributes, "NamePartTypeID");
    struct slice number = ofac_keep(&a->rec, xml_attribute(attributes, "ID"));
    enum ofac_part part = ofac_part_of(word);
    if (part == OFAC_PARTS) {
        reading_tally(&a->r, REMARK_UNMAPPED, "name_part", word);
        part = OFAC_PART_NICK;
    }
    if (map_put(&a->groups, number, (uint32_t)part, NULL) == MAP_NONE) {
        a->r.trouble = ERR_MEMORY;
    }
}

/* Only now it is known what the parts of the names are. */
static void end_identity(struct advanced *a, struct slice text)
{
    (void)text;
    for (const struct advanced_piece *p = a->pieces; p; p = p->next) {
        uint32_t found = map_get(&a->groups, p->group);
        enum ofac_part part = found < OFAC_PARTS ? (enum ofac_part)found : OFAC_PART_WHOLE;
        struct slice both[2] = {p->name->parts[part], p->text};
        p->name->parts[part] = value_join(&a->r, both, 2, " ");
    }
    put_documents(a, a->identity);
    map_release(&a->groups);
    a->pieces = NULL;
    a->last_piece = NULL;
    a->name = NULL;
}

/* ---- features ---- */

static void begin_feature(struct advanced *a, const char *const *attributes)
{
    a->feature.type = advanced_word(a, "FeatureType", attributes, "FeatureTypeID");
}

static void begin_version(struct advanced *a, const char *const *attributes)
{
    a->feature = (struct advanced_feature){
        .type = a->feature.type,
        .reliability = advanced_word(a, "Reliability", attributes, "ReliabilityID")};
    advanced_period_clear(a);
}

static void end_version_comment(struct advanced *a, struct slice text)
{
    a->feature.comment = ofac_keep(&a->rec, text);
}

static void put_fact(struct advanced *a, struct slice value)
{
    struct advanced_feature *f = &a->feature;
    bool plain = slice_is(f->reliability, "Unknown") || slice_is(f->reliability, "Confirmed");
    struct slice comment[2] = {f->comment, plain ? NOTHING : f->reliability};
    struct ofac_fact *fact = ofac_add_fact(&a->rec);
    fact->type = f->type;
    fact->value = ofac_keep(&a->rec, value);
    fact->comment = value_join(&a->r, comment, 2, ", ");
    f->used = true;
}

static void begin_detail(struct advanced *a, const char *const *attributes)
{
    a->feature.reference = advanced_word(a, "DetailReference", attributes, "DetailReferenceID");
}

/* A text or a word; neither when the feature is a date or a place. */
static void end_detail(struct advanced *a, struct slice text)
{
    struct slice value = text.n ? text : a->feature.reference;
    if (value.n) {
        put_fact(a, value);
    }
}

static void begin_version_location(struct advanced *a, const char *const *attributes)
{
    struct slice location = xml_attribute(attributes, "LocationID");
    if (slice_is(a->feature.type, "Location")) {
        put_location(a, location);
        a->feature.used = true;
        return;
    }
    struct slice place = place_name(a, location);
    if (place.n) {
        put_fact(a, place);
    }
}

static void end_version(struct advanced *a, struct slice text)
{
    (void)text;
    struct slice period = advanced_period_words(a);
    if (!a->feature.used && period.n) {
        put_fact(a, period);
    }
    if (!a->feature.used) {
        reading_tally(&a->r, REMARK_WARNING, "empty_feature", a->feature.type);
    }
}

/* ---- rules ---- */

static const struct advanced_rule PARTIES[] = {
    {3, "DistinctParty", begin_party, NULL},
    {4, "Comment", NULL, end_comment},
    {4, "Profile", begin_profile, NULL},
    {5, "Comment", NULL, end_comment},
    {5, "Identity", begin_identity, end_identity},
    {6, "Alias", begin_alias, NULL},
    {7, "DocumentedName", begin_documented_name, NULL},
    {8, "DocumentedNamePart", NULL, NULL},
    {9, "NamePartValue", begin_name_part, end_name_part},
    {6, "NamePartGroups", NULL, NULL},
    {7, "MasterNamePartGroup", NULL, NULL},
    {8, "NamePartGroup", begin_group, NULL},
    {5, "Feature", begin_feature, NULL},
    {6, "FeatureVersion", begin_version, end_version},
    {7, "Comment", NULL, end_version_comment},
    {7, "VersionDetail", begin_detail, end_detail},
    {7, "VersionLocation", begin_version_location, NULL},
    {6, "IdentityReference", NULL, NULL},
    {5, "SanctionsEntryReference", NULL, NULL},
    {0, NULL, NULL, NULL},
};

static const struct advanced_rule *rule_of(const struct advanced *a, size_t depth,
                                           struct slice element)
{
    if (a->rules == PARTIES && !a->in_party) {
        return NULL;
    }
    for (const struct advanced_rule *r = a->rules; r && r->depth; r++) {
        if (r->depth == depth && (!r->element || slice_is(element, r->element))) {
            return r;
        }
    }
    return NULL;
}

/* ---- what the parser calls ---- */

enum { SECTION_DEPTH = 2, PARTY_DEPTH = 3 };

static int begin_root(struct xml_place *at, struct slice name, const char *const *attributes)
{
    if (!slice_is(name, "Sanctions")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not Sanctions",
             SLICE_ARG(name));
    }
    if (xml_attribute(attributes, "DeltaBaseVersion").n) {
        FAIL(xml_diag(at), ERR_FORMAT, "a list of changes to another version, not a list");
    }
    return 0;
}

static void begin_section(struct advanced *a, struct xml_place *at, struct slice name)
{
    bool parties = slice_is(name, "DistinctParties");
    const struct advanced_rule *tables = advanced_table_rules(name);
    bool last = a->pass == LISTING_LAST_PASS;
    a->rules = last ? (parties ? PARTIES : NULL) : tables;
    if (last && !parties && !tables) {
        reading_tally(&a->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct advanced *a = context;
    size_t depth = xml_depth(at);
    if (depth == 1) {
        return begin_root(at, name, attributes);
    }
    if (depth == SECTION_DEPTH) {
        begin_section(a, at, name);
        return 0;
    }
    if (!a->rules) {
        return 0;
    }
    if (a->rules == PARTIES && depth == PARTY_DEPTH) {
        a->in_party = slice_is(name, "DistinctParty");
        if (a->in_party) {
            begin_record(a, xml_line(at));
        }
    }
    const struct advanced_rule *rule = rule_of(a, depth, name);
    if (rule && rule->begin) {
        rule->begin(a, attributes);
    } else if (!rule) {
        (void)advanced_period_begin(a, name, attributes);
    }
    return 0;
}

static int end_party(struct advanced *a, struct diag *diag)
{
    ofac_check_list(&a->rec);
    return ofac_record_end(&a->rec, diag);
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct advanced *a = context;
    size_t depth = xml_depth(at);
    if (depth <= SECTION_DEPTH || !a->rules) {
        return 0;
    }
    const struct advanced_rule *rule = rule_of(a, depth, name);
    a->element = name;
    if (rule && rule->end) {
        rule->end(a, text);
    }
    bool known = rule || advanced_period_end(a, at, name, text) ||
                 (slice_is(name, "Comment") && text.n == 0);
    if (!known) {
        reading_tally(&a->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    if (a->rules == PARTIES && depth == PARTY_DEPTH && rule) {
        return end_party(a, xml_diag(at));
    }
    return 0;
}

static int read_pass(struct advanced *a, enum listing_pass pass, struct diag *diag)
{
    struct xml_handler handler = {on_begin, on_end, a};
    a->pass = pass;
    a->rules = NULL;
    return listing_read_xml(&a->r, &handler, pass, diag);
}

int ofac_advanced_read(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct advanced a = {.pass = LISTING_FIRST_PASS};
    reading_init(&a.r, snap, sink);
    shelf_init(&a.shelf, &a.r.kept);
    map_init(&a.groups, 0);
    a.rec.list = ofac_list_of(snap);
    int result = read_pass(&a, LISTING_FIRST_PASS, diag);
    if (result == 0 && (a.shelf.failed || arena_failed(&a.r.kept))) {
        result = diag_set(diag, ERR_LIMIT, "the tables of the list hold more than is accepted");
        result = reading_failed(&a.r, result, diag);
    }
    if (result == 0) {
        result = read_pass(&a, LISTING_LAST_PASS, diag);
    }
    map_release(&a.groups);
    shelf_release(&a.shelf);
    reading_end(&a.r);
    return result;
}
