/*
 * ca_sema - the consolidated Canadian autonomous sanctions list of Global Affairs Canada.
 *
 *   data-set / record
 *     Country                      the regulations: "Russia / Russie"
 *     LastName, GivenName          a person,
 *     EntityOrShip                 or an organisation, or with ShipIMONumber a ship
 *     TitleOrShip                  title of a person, type of a ship
 *     Aliases                      all of them in one text (alias_text.h)
 *     DateOfBirthOrShipBuildDate
 *     Schedule, Item               the place in the regulations; together with Country the id
 *     DateOfListing
 *
 * The list has no number of its own for a record: its id is "ca:Russia/1, Part 1/503".
 */
#include <string.h>

#include "lists/alias_text.h"
#include "lists/dates_text.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"

enum slot {
    SLOT_COUNTRY,
    SLOT_FAMILY,
    SLOT_GIVEN,
    SLOT_NAME,
    SLOT_TITLE,
    SLOT_ALIASES,
    SLOT_DATE,
    SLOT_IMO,
    SLOT_SCHEDULE,
    SLOT_ITEM,
    SLOT_LISTED,
    SLOTS
};

static const struct {
    const char *element;
    enum slot slot;
} FIELDS[] = {
    {"Country", SLOT_COUNTRY},
    {"LastName", SLOT_FAMILY},
    {"GivenName", SLOT_GIVEN},
    {"EntityOrShip", SLOT_NAME},
    {"TitleOrShip", SLOT_TITLE},
    {"Aliases", SLOT_ALIASES},
    {"DateOfBirthOrShipBuildDate", SLOT_DATE},
    {"ShipIMONumber", SLOT_IMO},
    {"Schedule", SLOT_SCHEDULE},
    {"Item", SLOT_ITEM},
    {"DateOfListing", SLOT_LISTED},
};

static const struct listing_authority CANADA = {"ca:", "Global Affairs Canada", "ca"};

enum { RECORD_DEPTH = 2, FIELD_DEPTH = 3 };

struct ca {
    struct reading r;
    struct listing l;
    struct slice slots[SLOTS];
};

/* "Russia / Russie" → "Russia". */
static struct slice country_of(const struct ca *ca)
{
    struct slice country = ca->slots[SLOT_COUNTRY];
    return slice_trim(slice_cut(country, 0, slice_find(country, 0, " / ")));
}

/* "Russia/1, Part 1/503"; nothing when there is no item. */
static struct slice number_of(struct ca *ca)
{
    struct slice country = country_of(ca);
    struct slice item = ca->slots[SLOT_ITEM];
    if (country.n == 0 || item.n == 0) {
        return (struct slice){NULL, 0};
    }
    struct slice tail[2] = {ca->slots[SLOT_SCHEDULE], item};
    struct slice rest = tail[0].n ? value_join(&ca->r, tail, 2, "/") : item;
    struct slice head[2] = {country, rest};
    return value_join(&ca->r, head, 2, tail[0].n ? "/" : "//");
}

static void put_sanction(struct ca *ca)
{
    struct entity *sanction = listing_sanction(&ca->l, (struct slice){NULL, 0});
    struct slice schedule[2] = {SLICE("Schedule"), ca->slots[SLOT_SCHEDULE]};
    struct slice item[2] = {SLICE("item"), ca->slots[SLOT_ITEM]};
    struct slice place[2] = {value_join(&ca->r, schedule, schedule[1].n ? 2 : 0, " "),
                             value_join(&ca->r, item, 2, " ")};
    listing_put_both(&ca->l, sanction, PROP_PROGRAM_ID, country_of(ca));
    value_put(&ca->r, sanction, PROP_PROGRAM, ca->slots[SLOT_COUNTRY]);
    value_put_joined(&ca->r, sanction, PROP_PROVISIONS, place, 2, ", ");
    value_put(&ca->r, sanction, PROP_LISTING_DATE, ca->slots[SLOT_LISTED]);
    value_put(&ca->r, &ca->l.party, PROP_CREATED_AT, ca->slots[SLOT_LISTED]);
    measure_put_both(&ca->l, sanction,
                     measure_of_schedule(country_of(ca), ca->slots[SLOT_SCHEDULE]));
}

/* "Major General/major-général" is one title in two languages. */
static void put_titles(struct ca *ca)
{
    struct slice rest = ca->slots[SLOT_TITLE];
    while (rest.n) {
        value_put(&ca->r, &ca->l.party, PROP_TITLE, slice_next(&rest, '/'));
    }
}

static void put_person(struct ca *ca)
{
    struct slice halves[2] = {ca->slots[SLOT_GIVEN], ca->slots[SLOT_FAMILY]};
    struct alias_owner owner = {halves[0], halves[1]};
    struct slice none = {NULL, 0};
    ca->l.party.schema = SCHEMA_PERSON;
    listing_name(&ca->l, PROP_NAME, value_join(&ca->r, halves, 2, " "), none, 0);
    value_put(&ca->r, &ca->l.party, PROP_FIRST_NAME, halves[0]);
    value_put(&ca->r, &ca->l.party, PROP_LAST_NAME, halves[1]);
    put_titles(ca);
    dates_put(&ca->r, &ca->l.party, PROP_BIRTH_DATE, "Date of birth", ca->slots[SLOT_DATE]);
    alias_text_put(&ca->l, &owner, ca->slots[SLOT_ALIASES]);
}

static void put_thing(struct ca *ca)
{
    static const struct alias_owner NOBODY = {{NULL, 0}, {NULL, 0}};
    bool ship = ca->slots[SLOT_IMO].n > 0;
    struct slice none = {NULL, 0};
    struct entity *e = &ca->l.party;
    e->schema = ship ? SCHEMA_VESSEL : SCHEMA_ORGANIZATION;
    struct slice name =
        ship ? ca->slots[SLOT_NAME] : alias_text_main(&ca->l, ca->slots[SLOT_NAME]);
    listing_name(&ca->l, PROP_NAME, name, none, 0);
    value_put(&ca->r, e, PROP_IMO_NUMBER, ca->slots[SLOT_IMO]);
    value_put(&ca->r, e, ship ? PROP_TYPE : PROP_TITLE, ca->slots[SLOT_TITLE]);
    dates_put(&ca->r, e, ship ? PROP_BUILD_DATE : PROP_INCORPORATION_DATE, "Date",
              ca->slots[SLOT_DATE]);
    alias_text_put(&ca->l, &NOBODY, ca->slots[SLOT_ALIASES]);
}

static int end_record(struct ca *ca, struct diag *diag)
{
    if (ca->slots[SLOT_FAMILY].n || ca->slots[SLOT_GIVEN].n) {
        put_person(ca);
        struct slice name = alias_text_main(&ca->l, ca->slots[SLOT_NAME]);
        listing_name(&ca->l, PROP_ALIAS, name, (struct slice){NULL, 0}, 0);
        value_put(&ca->r, &ca->l.party, PROP_IMO_NUMBER, ca->slots[SLOT_IMO]);
    } else {
        put_thing(ca);
    }
    put_sanction(ca);
    return listing_end(&ca->l, &CANADA, number_of(ca), diag);
}

/* ---- what the parser calls ---- */

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct ca *ca = context;
    (void)attributes;
    if (xml_depth(at) == 1 && !slice_is(name, "data-set")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not data-set",
             SLICE_ARG(name));
    }
    if (xml_depth(at) == RECORD_DEPTH && slice_is(name, "record")) {
        memset(ca->slots, 0, sizeof ca->slots);
        listing_begin(&ca->l, &ca->r, xml_line(at));
    }
    return 0;
}

static void put_field(struct ca *ca, struct xml_place *at, struct slice name, struct slice text)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (slice_is(name, FIELDS[i].element)) {
            struct slice *slot = &ca->slots[FIELDS[i].slot];
            struct slice both[2] = {*slot, pieces_tidy(&ca->r, text)};
            *slot = slot->n ? value_join(&ca->r, both, 2, "; ")
                            : arena_copy(&ca->r.record, both[1]);
            return;
        }
    }
    reading_tally(&ca->r, REMARK_UNMAPPED, "element", xml_path(at));
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct ca *ca = context;
    size_t depth = xml_depth(at);
    if (depth < RECORD_DEPTH) {
        return 0;
    }
    if (!slice_is(xml_ancestor(at, depth - RECORD_DEPTH), "record") || depth > FIELD_DEPTH) {
        reading_tally(&ca->r, REMARK_UNMAPPED, "element", xml_path(at));
        return 0;
    }
    if (depth == RECORD_DEPTH) {
        return end_record(ca, xml_diag(at));
    }
    put_field(ca, at, name, text);
    return 0;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct ca ca = {.slots = {{NULL, 0}}};
    struct xml_handler handler = {on_begin, on_end, &ca};
    reading_init(&ca.r, snap, sink);
    int result = listing_read_xml(&ca.r, &handler, LISTING_LAST_PASS, diag);
    reading_end(&ca.r);
    return result;
}

static const char *recognise(const struct list_probe *probe)
{
    struct slice head = probe->head;
    size_t root = slice_find(head, 0, "<data-set");
    bool ours = root < head.n && (slice_find(head, root, "<DateOfListing>") < head.n ||
                                  slice_find(head, root, "<EntityOrShip>") < head.n);
    return ours ? "xml" : NULL;
}

const struct list_reader CA_SEMA = {
    .kind = "ca_dfatd_sema_sanctions",
    .dataset = "ca_dfatd_sema_sanctions",
    .title = "Canadian Consolidated Autonomous Sanctions List",
    .recognise = recognise,
    .read = read_list,
};
