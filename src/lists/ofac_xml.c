/*
 * ofac_xml - OFAC's lists in the classic XML form: sdn.xml, consolidated.xml.
 *
 *   sdnList
 *     publshInformation / Publish_Date, Record_Count      spelt so
 *     sdnEntry                                            one record each
 *       uid, lastName, firstName, title, sdnType, remarks
 *       programList / program
 *       idList / id, akaList / aka, addressList / address … groups, several of each
 *       vesselInfo / callSign, vesselType …
 *
 * FIELDS says where the text of each element goes: into a slot of the record or of the group
 * at work.  The file is read twice: first for its names, so that "(Linked To: X)" and a ship's
 * owner become links to the parties of those names.
 */
#include <string.h>

#include "base/num.h"
#include "lists/listing.h"
#include "lists/ofac_forms.h"

enum slot {
    /* the record */
    SLOT_IGNORED,
    SLOT_UID,
    SLOT_LAST,
    SLOT_FIRST,
    SLOT_TITLE,
    SLOT_TYPE,
    SLOT_REMARKS,
    RECORD_SLOTS,
    /* a group */
    SLOT_ALIAS_TYPE = RECORD_SLOTS,
    SLOT_ALIAS_CATEGORY,
    SLOT_ALIAS_LAST,
    SLOT_ALIAS_FIRST,
    SLOT_ID_TYPE,
    SLOT_ID_NUMBER,
    SLOT_ID_COUNTRY,
    SLOT_ID_ISSUED,
    SLOT_ID_EXPIRES,
    SLOT_STREET_1,
    SLOT_STREET_2,
    SLOT_STREET_3,
    SLOT_CITY,
    SLOT_STATE,
    SLOT_POSTAL,
    SLOT_COUNTRY,
    SLOT_VALUE, /* the one text of a group that is a fact */
    SLOTS
};

/* Elements directly below a record ("" as group) and below a group. */
static const struct {
    const char *group;
    const char *element;
    enum slot slot;
} FIELDS[] = {
    {"", "uid", SLOT_UID},
    {"", "lastName", SLOT_LAST},
    {"", "firstName", SLOT_FIRST},
    {"", "title", SLOT_TITLE},
    {"", "sdnType", SLOT_TYPE},
    {"", "remarks", SLOT_REMARKS},
    {"aka", "uid", SLOT_IGNORED},
    {"aka", "type", SLOT_ALIAS_TYPE},
    {"aka", "category", SLOT_ALIAS_CATEGORY},
    {"aka", "lastName", SLOT_ALIAS_LAST},
    {"aka", "firstName", SLOT_ALIAS_FIRST},
    {"id", "uid", SLOT_IGNORED},
    {"id", "idType", SLOT_ID_TYPE},
    {"id", "idNumber", SLOT_ID_NUMBER},
    {"id", "idCountry", SLOT_ID_COUNTRY},
    {"id", "issueDate", SLOT_ID_ISSUED},
    {"id", "expirationDate", SLOT_ID_EXPIRES},
    {"address", "uid", SLOT_IGNORED},
    {"address", "address1", SLOT_STREET_1},
    {"address", "address2", SLOT_STREET_2},
    {"address", "address3", SLOT_STREET_3},
    {"address", "city", SLOT_CITY},
    {"address", "stateOrProvince", SLOT_STATE},
    {"address", "postalCode", SLOT_POSTAL},
    {"address", "country", SLOT_COUNTRY},
    {"nationality", "uid", SLOT_IGNORED},
    {"nationality", "country", SLOT_VALUE},
    {"nationality", "mainEntry", SLOT_IGNORED},
    {"citizenship", "uid", SLOT_IGNORED},
    {"citizenship", "country", SLOT_VALUE},
    {"citizenship", "mainEntry", SLOT_IGNORED},
    {"dateOfBirthItem", "uid", SLOT_IGNORED},
    {"dateOfBirthItem", "dateOfBirth", SLOT_VALUE},
    {"dateOfBirthItem", "mainEntry", SLOT_IGNORED},
    {"placeOfBirthItem", "uid", SLOT_IGNORED},
    {"placeOfBirthItem", "placeOfBirth", SLOT_VALUE},
    {"placeOfBirthItem", "mainEntry", SLOT_IGNORED},
};

/* Groups and single elements that are a fact each, by the name that other forms give it. */
static const struct {
    const char *element;
    const char *type;
} FACTS[] = {
    {"nationality", "Nationality Country"},
    {"citizenship", "Citizenship Country"},
    {"dateOfBirthItem", "Birthdate"},
    {"placeOfBirthItem", "Place of Birth"},
    {"callSign", "Vessel Call Sign"},
    {"vesselType", "Vessel Type"},
    {"vesselFlag", "Vessel Flag"},
    {"vesselOwner", "Vessel Owner"},
    {"tonnage", "Vessel Tonnage"},
    {"grossRegisteredTonnage", "Vessel Gross Registered Tonnage"},
};

/* Lists that hold groups; what stands beside the groups in them is not known. */
static const char *const CONTAINERS[] = {
    "programList",     "idList",          "akaList",          "addressList", "nationalityList",
    "citizenshipList", "dateOfBirthList", "placeOfBirthList", "vesselInfo"};

struct classic {
    struct reading r;
    struct ofac_names names;
    struct ofac_record rec;
    struct slice slots[SLOTS]; /* of the record and of the group at work, in r.record */
    enum listing_pass pass;
    uint64_t promised; /* Record_Count, or 0 */
};

/* The depth of a record; its fields are one deeper, groups two, their fields three. */
enum { RECORD_DEPTH = 2, FIELD_DEPTH = 3, GROUP_DEPTH = 4, GROUP_FIELD_DEPTH = 5 };

static void clear_slots(struct classic *c, size_t from, size_t to)
{
    memset(c->slots + from, 0, (to - from) * sizeof c->slots[0]);
}

static bool put_in_slot(struct classic *c, struct slice group, struct slice element,
                        struct slice text)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (slice_is(group, FIELDS[i].group) && slice_is(element, FIELDS[i].element)) {
            c->slots[FIELDS[i].slot] = ofac_keep(&c->rec, text);
            return true;
        }
    }
    return false;
}

/* ---- groups ---- */

/* Halves of a name, "LAST, First". */
static void set_halves(struct ofac_name *n, struct slice last, struct slice first)
{
    n->parts[OFAC_PART_LAST] = last;
    n->parts[OFAC_PART_FIRST] = first;
}

static void end_alias(struct classic *c)
{
    struct ofac_name *n = ofac_add_name(&c->rec);
    set_halves(n, c->slots[SLOT_ALIAS_LAST], c->slots[SLOT_ALIAS_FIRST]);
    n->kind = ofac_name_kind_of(c->slots[SLOT_ALIAS_TYPE]);
    n->weak = slice_eq_nocase(c->slots[SLOT_ALIAS_CATEGORY], SLICE("weak"));
}

static void end_id(struct classic *c)
{
    struct ofac_fact *f = ofac_add_fact(&c->rec);
    f->type = c->slots[SLOT_ID_TYPE];
    f->value = c->slots[SLOT_ID_NUMBER];
    f->country = c->slots[SLOT_ID_COUNTRY];
    f->issued = c->slots[SLOT_ID_ISSUED];
    f->expires = c->slots[SLOT_ID_EXPIRES];
}

static void end_address(struct classic *c)
{
    const struct slice *s = c->slots;
    struct ofac_address a = {.streets = {s[SLOT_STREET_1], s[SLOT_STREET_2], s[SLOT_STREET_3]},
                             .city = s[SLOT_CITY],
                             .state = s[SLOT_STATE],
                             .postal = s[SLOT_POSTAL],
                             .country = s[SLOT_COUNTRY]};
    ofac_put_address(&c->rec, &a);
}

/* A fact, when the element is one. */
static bool put_fact(struct classic *c, struct slice element, struct slice text)
{
    for (size_t i = 0; i < sizeof FACTS / sizeof FACTS[0]; i++) {
        if (slice_is(element, FACTS[i].element)) {
            struct ofac_fact *f = ofac_add_fact(&c->rec);
            f->type = slice_of(FACTS[i].type);
            f->value = ofac_keep(&c->rec, text);
            return true;
        }
    }
    return false;
}

/* What stands in one of the lists; false when it is not known. */
static bool end_group(struct classic *c, struct slice element, struct slice text)
{
    static const struct {
        const char *group;
        void (*end)(struct classic *c);
    } ENDS[] = {{"aka", end_alias}, {"id", end_id}, {"address", end_address}};
    bool known = c->pass == LISTING_FIRST_PASS && !slice_is(element, "aka");
    for (size_t i = 0; !known && i < sizeof ENDS / sizeof ENDS[0]; i++) {
        if (slice_is(element, ENDS[i].group)) {
            ENDS[i].end(c);
            known = true;
        }
    }
    if (!known && slice_is(element, "program")) {
        ofac_put_program(&c->rec, text);
        known = true;
    }
    known = known || put_fact(c, element, text.n ? text : c->slots[SLOT_VALUE]);
    clear_slots(c, RECORD_SLOTS, SLOTS);
    return known;
}

/* ---- records ---- */

static int note_names(struct classic *c, struct diag *diag)
{
    for (struct ofac_name *n = c->rec.first_name; n; n = n->next) {
        enum ofac_name_rank rank = n->kind == OFAC_NAME_MAIN ? OFAC_MAIN_NAME : OFAC_OTHER_NAME;
        if (!n->weak && ofac_names_add(&c->names, rank, ofac_whole_name(&c->rec, n),
                                       c->slots[SLOT_UID]) < 0) {
            FAIL(diag, ERR_MEMORY, "no memory for the names of the list");
        }
    }
    return 0;
}

static int end_record(struct classic *c, struct diag *diag)
{
    struct ofac_name *n = ofac_add_name(&c->rec);
    set_halves(n, c->slots[SLOT_LAST], c->slots[SLOT_FIRST]);
    n->kind = OFAC_NAME_MAIN;
    if (c->pass == LISTING_FIRST_PASS) {
        return note_names(c, diag);
    }
    c->rec.number = c->slots[SLOT_UID];
    c->rec.type = c->slots[SLOT_TYPE];
    c->rec.title = c->slots[SLOT_TITLE];
    c->rec.remarks = c->slots[SLOT_REMARKS];
    return ofac_record_end(&c->rec, diag);
}

/* ---- what the parser calls ---- */

static bool is_container(struct slice name)
{
    for (size_t i = 0; i < sizeof CONTAINERS / sizeof CONTAINERS[0]; i++) {
        if (slice_is(name, CONTAINERS[i])) {
            return true;
        }
    }
    return false;
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct classic *c = context;
    (void)attributes;
    if (xml_depth(at) == 1 && !slice_is(name, "sdnList")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not sdnList",
             SLICE_ARG(name));
    }
    if (xml_depth(at) == RECORD_DEPTH && slice_is(name, "sdnEntry")) {
        ofac_record_begin(&c->rec, &c->r, xml_line(at));
        clear_slots(c, 0, SLOTS);
    }
    return 0;
}

/* Where an element of a record goes; false when it is not known. */
static bool put_element(struct classic *c, struct xml_place *at, struct slice name,
                        struct slice text)
{
    struct slice parent = xml_ancestor(at, 1);
    switch (xml_depth(at)) {
    case FIELD_DEPTH:
        return is_container(name) || put_in_slot(c, (struct slice){NULL, 0}, name, text);
    case GROUP_DEPTH:
        return is_container(parent) && end_group(c, name, text);
    case GROUP_FIELD_DEPTH:
        return is_container(xml_ancestor(at, 2)) && put_in_slot(c, parent, name, text);
    default:
        return false;
    }
}

/* What stands above the records; false when it is not known. */
static bool put_heading(struct classic *c, struct xml_place *at, struct slice name,
                        struct slice text)
{
    if (xml_depth(at) > FIELD_DEPTH) {
        return false;
    }
    if (slice_is(name, "Record_Count") && !parse_u64(text, &c->promised)) {
        c->promised = 0;
    }
    return slice_is(name, "publshInformation") || slice_is(name, "Record_Count") ||
           slice_is(name, "Publish_Date");
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct classic *c = context;
    size_t depth = xml_depth(at);
    if (depth < RECORD_DEPTH) {
        return 0;
    }
    bool inside = slice_is(xml_ancestor(at, depth - RECORD_DEPTH), "sdnEntry");
    if (inside && depth == RECORD_DEPTH) {
        return end_record(c, xml_diag(at));
    }
    bool known = inside ? put_element(c, at, name, text) : put_heading(c, at, name, text);
    if (!known && c->pass == LISTING_LAST_PASS) {
        reading_tally(&c->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

static int read_pass(struct classic *c, enum listing_pass pass, struct diag *diag)
{
    struct xml_handler handler = {on_begin, on_end, c};
    c->pass = pass;
    return listing_read_xml(&c->r, &handler, pass, diag);
}

/* The list counts its own records: fewer than that are a list that lost some. */
static void check_count(struct classic *c)
{
    uint64_t records = c->r.snap->counts.records;
    if (c->promised && c->promised != records) {
        c->r.line = 0;
        c->r.id = (struct slice){NULL, 0};
        reading_remark(&c->r, REMARK_WARNING, "record_count",
                       "the list says that it has %llu records and has %llu",
                       (unsigned long long)c->promised, (unsigned long long)records);
    }
}

int ofac_xml_read(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct classic c = {.promised = 0};
    reading_init(&c.r, snap, sink);
    ofac_names_init(&c.names, &c.r.kept);
    c.rec.list = ofac_list_of(snap);
    int result = read_pass(&c, LISTING_FIRST_PASS, diag);
    if (result == 0) {
        snap->counts = (struct list_counts){0};
        c.rec.names = &c.names;
        result = read_pass(&c, LISTING_LAST_PASS, diag);
    }
    if (result == 0) {
        check_count(&c);
    }
    ofac_names_release(&c.names);
    reading_end(&c.r);
    return result;
}
