#include "lists/ofac_entity.h"

#include <string.h>

#include "lists/values.h"
#include "model/date.h"

static const struct {
    const char *parent;
    const char *element;
    enum entity_slot slot;
} FIELDS[] = {
    {"generalInfo", "identityId", SLOT_IGNORED},
    {"generalInfo", "entityType", SLOT_ENTITY_TYPE},
    {"generalInfo", "title", SLOT_TITLE},
    {"generalInfo", "remarks", SLOT_REMARKS},
    {"name", "isPrimary", SLOT_NAME_PRIMARY},
    {"name", "aliasType", SLOT_ALIAS_TYPE},
    {"name", "isLowQuality", SLOT_LOW_QUALITY},
    {"translation", "isPrimary", SLOT_PRIMARY},
    {"translation", "script", SLOT_SCRIPT},
    {"translation", "formattedFirstName", SLOT_FORMATTED_FIRST},
    {"translation", "formattedLastName", SLOT_FORMATTED_LAST},
    {"translation", "formattedFullName", SLOT_WHOLE},
    {"namePart", "type", SLOT_TYPE},
    {"namePart", "value", SLOT_VALUE},
    {"address", "country", SLOT_ADDRESS_COUNTRY},
    {"addressPart", "type", SLOT_TYPE},
    {"addressPart", "value", SLOT_VALUE},
    {"feature", "type", SLOT_TYPE},
    {"feature", "versionId", SLOT_IGNORED},
    {"feature", "value", SLOT_VALUE},
    {"feature", "valueRefId", SLOT_IGNORED},
    {"feature", "isPrimary", SLOT_IGNORED},
    {"feature", "reliability", SLOT_QUALITY},
    {"feature", "comments", SLOT_COMMENT},
    {"identityDocument", "type", SLOT_TYPE},
    {"identityDocument", "name", SLOT_IGNORED},
    {"identityDocument", "documentNumber", SLOT_VALUE},
    {"identityDocument", "isValid", SLOT_VALID},
    {"identityDocument", "issuingAuthority", SLOT_AUTHORITY},
    {"identityDocument", "issuingLocation", SLOT_PLACE},
    {"identityDocument", "issuingCountry", SLOT_COUNTRY},
    {"identityDocument", "comments", SLOT_COMMENT},
    {"relationship", "type", SLOT_TYPE},
    {"relationship", "quality", SLOT_QUALITY},
    {"relationship", "relatedEntity", SLOT_IGNORED},
};

/* The parts of a date stand below three elements. */
static const struct {
    const char *element;
    enum entity_slot slot;
} DATE_FIELDS[] = {
    {"fromDateBegin", SLOT_DATE_BEGIN}, {"fromDateEnd", SLOT_IGNORED},
    {"toDateBegin", SLOT_IGNORED},      {"toDateEnd", SLOT_DATE_END},
    {"isApproximate", SLOT_DATE_CIRCA}, {"isDateRange", SLOT_IGNORED},
};

static const struct {
    const char *element;
    enum entity_slot slot;
} DATES[] = {
    {"valueDate", SLOT_PERIOD}, {"issueDate", SLOT_ISSUED}, {"expirationDate", SLOT_EXPIRES}};

/* Elements that only hold others. */
static const char *const CONTAINERS[] = {
    "generalInfo",      "sanctionsLists", "sanctionsPrograms", "sanctionsTypes",
    "legalAuthorities", "names",          "translations",      "nameParts",
    "addresses",        "addressParts",   "features",          "identityDocuments",
    "relationships"};

static void clear_slots(struct entity_reader *u, size_t from, size_t to)
{
    memset(u->slots + from, 0, (to - from) * sizeof u->slots[0]);
}

void entity_begin(struct entity_reader *u, struct reading *r, uint64_t line,
                  struct slice number)
{
    u->r = r;
    ofac_record_begin(&u->rec, r, line);
    u->rec.number = ofac_keep(&u->rec, number);
    clear_slots(u, 0, ENTITY_SLOTS);
    memset(u->parts, 0, sizeof u->parts);
    u->address = (struct ofac_address){.city = {NULL, 0}};
    u->addresses = NULL;
    u->last_address = &u->addresses;
    u->first_name = u->rec.last_name;
}

static bool is_true(struct slice text)
{
    return slice_eq_nocase(text, SLICE("true")) || slice_is(text, "1");
}

/* ---- ends of groups ---- */

static void end_list(struct entity_reader *u, struct slice text)
{
    ofac_put_list(&u->rec, text, u->slots[SLOT_PUBLISHED]);
}

static void end_name_part(struct entity_reader *u, struct slice text)
{
    (void)text;
    enum ofac_part part = ofac_part_of(u->slots[SLOT_TYPE]);
    if (part == OFAC_PARTS) {
        reading_tally(u->r, REMARK_UNMAPPED, "name_part", u->slots[SLOT_TYPE]);
        part = OFAC_PART_NICK;
    }
    struct slice both[2] = {u->parts[part], u->slots[SLOT_VALUE]};
    u->parts[part] = value_join(u->r, both, 2, " ");
}

static void end_name_translation(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct ofac_name *n = ofac_add_name(&u->rec);
    struct slice halves[2] = {u->slots[SLOT_FORMATTED_LAST], u->slots[SLOT_FORMATTED_FIRST]};
    memcpy(n->parts, u->parts, sizeof n->parts);
    n->whole = u->slots[SLOT_WHOLE];
    n->whole = n->whole.n ? n->whole : value_join(u->r, halves, 2, ", ");
    n->script = ofac_script_of(u->slots[SLOT_SCRIPT]);
    memset(u->parts, 0, sizeof u->parts);
    clear_slots(u, OUTER_SLOTS, TRANSLATION_SLOTS);
}

static void end_name(struct entity_reader *u, struct slice text)
{
    (void)text;
    bool main = is_true(u->slots[SLOT_NAME_PRIMARY]);
    for (struct ofac_name *n = *u->first_name; n; n = n->next) {
        n->kind = main ? OFAC_NAME_MAIN : ofac_name_kind_of(u->slots[SLOT_ALIAS_TYPE]);
        n->weak = is_true(u->slots[SLOT_LOW_QUALITY]);
    }
    u->first_name = u->rec.last_name;
    clear_slots(u, RECORD_SLOTS, OUTER_SLOTS);
}

static void end_address_part(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct slice *place = ofac_address_part(&u->address, u->slots[SLOT_TYPE]);
    if (!place) {
        reading_tally(u->r, REMARK_UNMAPPED, "address_part", u->slots[SLOT_TYPE]);
        place = &u->address.streets[2];
    }
    struct slice both[2] = {*place, u->slots[SLOT_VALUE]};
    *place = value_join(u->r, both, 2, ", ");
}

static void end_address_translation(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct translated *t = ARENA_NEW(&u->r->record, struct translated);
    u->address.script = ofac_script_of(u->slots[SLOT_SCRIPT]);
    if (t) {
        *t = (struct translated){u->address, NULL};
        *u->last_address = t;
        u->last_address = &t->next;
    }
    u->address = (struct ofac_address){.city = {NULL, 0}};
    clear_slots(u, OUTER_SLOTS, TRANSLATION_SLOTS);
}

static void end_address(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct ofac_address only_country = {.country = u->slots[SLOT_ADDRESS_COUNTRY]};
    for (struct translated *t = u->addresses; t; t = t->next) {
        t->address.country = only_country.country;
        ofac_put_address(&u->rec, &t->address);
    }
    if (!u->addresses) {
        ofac_put_address(&u->rec, &only_country);
    }
    u->addresses = NULL;
    u->last_address = &u->addresses;
    clear_slots(u, RECORD_SLOTS, OUTER_SLOTS);
}

/* valueDate, issueDate, expirationDate: their words into a slot of the group around them. */
static void end_date(struct entity_reader *u, enum entity_slot slot)
{
    u->slots[slot] = ofac_period(u->r, u->slots[SLOT_DATE_BEGIN], u->slots[SLOT_DATE_END],
                                 is_true(u->slots[SLOT_DATE_CIRCA]));
    clear_slots(u, SLOT_DATE_BEGIN, SLOT_DATE_CIRCA + 1);
}

/* The value as it is written, but where only the date beside it can be read, or says more. */
static struct slice feature_value(const struct entity_reader *u)
{
    struct date date;
    struct slice value = u->slots[SLOT_VALUE];
    struct slice period = u->slots[SLOT_PERIOD];
    if (period.n == 0) {
        return value;
    }
    bool plain = date_parse(value, true, &date);
    return !plain || (slice_starts(period, "circa") && !date.circa) ? period : value;
}

static void end_feature(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct ofac_fact *f = ofac_add_fact(&u->rec);
    f->type = u->slots[SLOT_TYPE];
    f->value = feature_value(u);
    bool sure = slice_is(u->slots[SLOT_QUALITY], "Confirmed");
    struct slice comment[2] = {u->slots[SLOT_COMMENT],
                               sure ? (struct slice){NULL, 0} : u->slots[SLOT_QUALITY]};
    f->comment = value_join(u->r, comment, 2, ", ");
}

static void end_document(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct ofac_fact *f = ofac_add_fact(&u->rec);
    bool valid = u->slots[SLOT_VALID].n == 0 || is_true(u->slots[SLOT_VALID]);
    f->type = u->slots[SLOT_TYPE];
    f->value = ofac_number_at(&u->rec, u->slots[SLOT_VALUE], u->slots[SLOT_PLACE],
                              u->slots[SLOT_COUNTRY]);
    f->country = u->slots[SLOT_COUNTRY];
    f->issued = u->slots[SLOT_ISSUED];
    f->expires = u->slots[SLOT_EXPIRES];
    struct slice comment[3] = {u->slots[SLOT_COMMENT], u->slots[SLOT_AUTHORITY],
                               valid ? (struct slice){NULL, 0} : SLICE("not valid")};
    f->comment = value_join(u->r, comment, 3, ", ");
}

static void end_relationship(struct entity_reader *u, struct slice text)
{
    (void)text;
    struct ofac_link *l = ofac_add_link(&u->rec);
    l->to = u->slots[SLOT_RELATED];
    l->type = u->slots[SLOT_TYPE];
    l->quality = u->slots[SLOT_QUALITY];
}

static const struct {
    const char *parent;
    const char *element;
    void (*end)(struct entity_reader *u, struct slice text);
} ENDS[] = {
    {"sanctionsLists", "sanctionsList", end_list},
    {"nameParts", "namePart", end_name_part},
    {"names", "name", end_name},
    {"addressParts", "addressPart", end_address_part},
    {"addresses", "address", end_address},
    {"features", "feature", end_feature},
    {"identityDocuments", "identityDocument", end_document},
    {"relationships", "relationship", end_relationship},
};

/* Elements whose text is all. */
static const struct {
    const char *parent;
    const char *element;
    void (*put)(struct ofac_record *rec, struct slice text);
} TEXTS[] = {
    {"sanctionsPrograms", "sanctionsProgram", ofac_put_program},
    {"sanctionsTypes", "sanctionsType", ofac_put_sanction_type},
    {"legalAuthorities", "legalAuthority", ofac_put_legal_basis},
};

/* ---- where an element goes ---- */

static bool put_in_slot(struct entity_reader *u, struct slice parent, struct slice element,
                        struct slice text)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (slice_is(element, FIELDS[i].element) && slice_is(parent, FIELDS[i].parent)) {
            u->slots[FIELDS[i].slot] = ofac_keep(&u->rec, text);
            return true;
        }
    }
    return false;
}

static bool put_text(struct entity_reader *u, struct slice parent, struct slice element,
                     struct slice text)
{
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        if (slice_is(element, TEXTS[i].element) && slice_is(parent, TEXTS[i].parent)) {
            TEXTS[i].put(&u->rec, text);
            return true;
        }
    }
    return false;
}

static bool put_date(struct entity_reader *u, struct slice parent, struct slice element,
                     struct slice text)
{
    for (size_t i = 0; i < sizeof DATES / sizeof DATES[0]; i++) {
        if (slice_is(element, DATES[i].element)) {
            end_date(u, DATES[i].slot);
            return true;
        }
        for (size_t k = 0; slice_is(parent, DATES[i].element) &&
                           k < sizeof DATE_FIELDS / sizeof DATE_FIELDS[0];
             k++) {
            if (slice_is(element, DATE_FIELDS[k].element)) {
                u->slots[DATE_FIELDS[k].slot] = ofac_keep(&u->rec, text);
                return true;
            }
        }
    }
    return false;
}

static bool end_group(struct entity_reader *u, const struct xml_place *at, struct slice parent,
                      struct slice element, struct slice text)
{
    if (slice_is(element, "translation")) {
        struct slice owner = xml_ancestor(at, 2);
        if (slice_is(owner, "name")) {
            end_name_translation(u, text);
        } else {
            end_address_translation(u, text);
        }
        return true;
    }
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        if (slice_is(element, ENDS[i].element) && slice_is(parent, ENDS[i].parent)) {
            ENDS[i].end(u, text);
            clear_slots(u, TRANSLATION_SLOTS, ENTITY_SLOTS);
            return true;
        }
    }
    return false;
}

static bool is_container(struct slice name)
{
    for (size_t i = 0; i < sizeof CONTAINERS / sizeof CONTAINERS[0]; i++) {
        if (slice_is(name, CONTAINERS[i])) {
            return true;
        }
    }
    return false;
}

void entity_attributes(struct entity_reader *u, struct slice element,
                       const char *const *attributes)
{
    static const struct {
        const char *element;
        const char *attribute;
        enum entity_slot slot;
    } TAKEN[] = {{"sanctionsList", "datePublished", SLOT_PUBLISHED},
                 {"relatedEntity", "entityId", SLOT_RELATED}};
    for (size_t i = 0; i < sizeof TAKEN / sizeof TAKEN[0]; i++) {
        if (slice_is(element, TAKEN[i].element)) {
            u->slots[TAKEN[i].slot] =
                ofac_keep(&u->rec, xml_attribute(attributes, TAKEN[i].attribute));
        }
    }
}

bool entity_put(struct entity_reader *u, const struct xml_place *at, struct slice element,
                struct slice text)
{
    struct slice parent = xml_ancestor(at, 1);
    return put_in_slot(u, parent, element, text) || put_text(u, parent, element, text) ||
           end_group(u, at, parent, element, text) || put_date(u, parent, element, text) ||
           is_container(element);
}

void entity_end(struct entity_reader *u)
{
    u->rec.type = u->slots[SLOT_ENTITY_TYPE];
    u->rec.title = u->slots[SLOT_TITLE];
    u->rec.remarks = u->slots[SLOT_REMARKS];
}
