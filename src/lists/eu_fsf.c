/*
 * eu_fsf - the consolidated list of persons, groups and entities subject to EU financial
 * sanctions, as the Commission publishes it (FSF, XML 1.1; its CSV form is in eu_csv.c).
 *
 *   export generationDate
 *     sanctionEntity euReferenceNumber unitedNationId …        one record each
 *       remark
 *       regulation programme numberTitle … / publicationUrl    the acts: regimes
 *       subjectType code
 *       nameAlias wholeName firstName … strong / remark        names
 *       citizenship, birthdate, address / contactInfo, identification
 *
 * Each of these has regulationSummary below it, the act by which the fact was added; it is known
 * and not taken.
 */
#include "format/xml.h"
#include "lists/eu_record.h"
#include "lists/readers.h"

enum { RECORD_DEPTH = 2, GROUP_DEPTH = 3, CHILD_DEPTH = 4 };

static const struct {
    const char *element;
    enum eu_group group;
} GROUPS[] = {
    {"nameAlias", EU_NAME},  {"regulation", EU_REGULATION},   {"subjectType", EU_SUBJECT},
    {"birthdate", EU_BIRTH}, {"citizenship", EU_CITIZENSHIP}, {"identification", EU_DOCUMENT},
    {"address", EU_ADDRESS},
};

static enum eu_group group_of(struct slice element)
{
    for (size_t i = 0; i < sizeof GROUPS / sizeof GROUPS[0]; i++) {
        if (slice_is(element, GROUPS[i].element)) {
            return GROUPS[i].group;
        }
    }
    return EU_NO_GROUP;
}

static const struct eu_field *field_of(enum eu_group group, struct slice attribute)
{
    for (size_t i = 0; i < EU_FIELD_COUNT; i++) {
        const struct eu_field *f = &EU_FIELDS[i];
        if (f->group == group && f->attribute && slice_is(attribute, f->attribute)) {
            return f;
        }
    }
    return NULL;
}

static void tally_attribute(struct eu_record *eu, struct xml_place *at, struct slice attribute)
{
    struct slice pieces[2] = {xml_path(at), attribute};
    reading_tally(&eu->r, REMARK_UNMAPPED, "attribute", value_join(&eu->r, pieces, 2, "@"));
}

static void take_attributes(struct eu_record *eu, struct xml_place *at, enum eu_group group,
                            const char *const *attributes)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        struct slice name = slice_of(attributes[i]);
        const struct eu_field *field = field_of(group, name);
        if (field) {
            eu_put(eu, field->slot, slice_of(attributes[i + 1]));
        } else if (attributes[i + 1][0]) {
            tally_attribute(eu, at, name);
        }
    }
}

static int begin_root(struct xml_place *at, struct slice name)
{
    if (!slice_is(name, "export")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not export",
             SLICE_ARG(name));
    }
    return 0;
}

/* A way of contact is a group within the group of an address, whose slots it leaves alone. */
static void take_contact(struct eu_record *eu, struct xml_place *at,
                         const char *const *attributes)
{
    struct slice address[EU_SLOTS];
    memcpy(address, eu->slots, sizeof address);
    eu_open_group(eu);
    take_attributes(eu, at, EU_CONTACT, attributes);
    eu_close_group(eu, EU_CONTACT);
    memcpy(eu->slots, address, sizeof address);
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct eu_record *eu = context;
    size_t depth = xml_depth(at);
    if (depth == 1) {
        return begin_root(at, name);
    }
    if (!slice_is(xml_ancestor(at, depth - RECORD_DEPTH), "sanctionEntity")) {
        return 0;
    }
    if (depth == RECORD_DEPTH) {
        eu_begin(eu, xml_line(at));
        take_attributes(eu, at, EU_ENTITY, attributes);
        eu_close_group(eu, EU_ENTITY);
    } else if (depth == GROUP_DEPTH && group_of(name) != EU_NO_GROUP) {
        eu_open_group(eu);
        take_attributes(eu, at, group_of(name), attributes);
    } else if (depth == CHILD_DEPTH && slice_is(name, "contactInfo")) {
        take_contact(eu, at, attributes);
    }
    return 0;
}

/* The text of an element below a group; false when it is not one that is known. */
static bool take_child(struct eu_record *eu, struct slice name, struct slice text)
{
    if (slice_is(name, "remark")) {
        eu_put(eu, EU_REMARK, text);
        return true;
    }
    if (slice_is(name, "publicationUrl")) {
        eu_put(eu, EU_URL, text);
        return true;
    }
    return slice_is(name, "regulationSummary") || slice_is(name, "contactInfo");
}

static bool take_group(struct eu_record *eu, struct slice name, struct slice text)
{
    enum eu_group group = group_of(name);
    if (group != EU_NO_GROUP) {
        eu_close_group(eu, group);
        return true;
    }
    if (slice_is(name, "remark")) {
        value_put(&eu->r, &eu->listing.party, PROP_NOTES, text);
        return true;
    }
    return false;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct eu_record *eu = context;
    size_t depth = xml_depth(at);
    if (depth < RECORD_DEPTH) {
        return 0;
    }
    bool known = slice_is(xml_ancestor(at, depth - RECORD_DEPTH), "sanctionEntity");
    if (known && depth == RECORD_DEPTH) {
        return eu_end(eu, xml_diag(at));
    }
    if (known && depth == GROUP_DEPTH) {
        known = take_group(eu, name, text);
    } else if (known && depth == CHILD_DEPTH) {
        known = group_of(xml_ancestor(at, 1)) != EU_NO_GROUP && take_child(eu, name, text);
    } else {
        known = false;
    }
    if (!known) {
        reading_tally(&eu->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct eu_record eu = {.un_id = {NULL, 0}};
    reading_init(&eu.r, snap, sink);
    struct xml_handler handler = {on_begin, on_end, &eu};
    int result = strcmp(snap->files[0].role, "csv") == 0
                     ? eu_read_csv(&eu, diag)
                     : listing_read_xml(&eu.r, &handler, LISTING_LAST_PASS, diag);
    reading_end(&eu.r);
    return result;
}

/* ---- recognising ---- */

static bool is_xml(struct slice head)
{
    return slice_find(head, 0, "http://eu.europa.ec/fpi/fsd/export") < head.n ||
           slice_find(head, 0, "<sanctionEntity") < head.n;
}

static const char *recognise(const struct list_probe *probe)
{
    if (is_xml(probe->head)) {
        return "xml";
    }
    return eu_is_csv(probe->head) ? "csv" : NULL;
}

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    return is_xml(probe->head) ? listing_date_behind(probe->head, "generationDate=\"", out)
                               : eu_csv_date(probe->head, out);
}

const struct list_reader EU_FSF = {
    .kind = "eu_fsf",
    .dataset = "eu_fsf",
    .title = "EU Consolidated Financial Sanctions",
    .recognise = recognise,
    .date = date_of,
    .read = read_list,
};
