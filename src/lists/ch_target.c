#include "lists/ch_target.h"

#include <string.h>

#include "model/country.h"

static struct slice kept(struct ch_target *t, const char *const *attributes, const char *name)
{
    return arena_copy(&t->r.record, xml_attribute(attributes, name));
}

/* ---- the sanctions ---- */

static void take_set(struct ch_target *t, struct slice ssid)
{
    if (ssid.n == 0) {
        return;
    }
    struct entity *sanction = listing_sanction(&t->l, ssid);
    const struct ch_set *set = ch_find_set(&t->tables, ssid);
    if (!set) {
        reading_tally(&t->r, REMARK_WARNING, "unknown_set", ssid);
        listing_put_both(&t->l, sanction, PROP_PROGRAM_ID, ssid);
        return;
    }
    struct slice origin[2] = {SLICE("Origin:"), set->origin};
    listing_put_both(&t->l, sanction, PROP_PROGRAM_ID, set->key.n ? set->key : ssid);
    value_put(&t->r, sanction, PROP_PROGRAM, set->program);
    value_put(&t->r, sanction, PROP_PROVISIONS, set->text);
    if (set->origin.n) {
        value_put_joined(&t->r, sanction, PROP_NOTES, origin, 2, " ");
    }
    ch_put_measures(&t->l, sanction, set->text);
}

/* For facts of the sanction in a record that names no set. */
static void need_sanction(struct ch_target *t)
{
    if (t->l.sanction_count == 0) {
        (void)listing_sanction(&t->l, (struct slice){NULL, 0});
    }
}

/* A change in the party's history, for all its sanctions. */
static void take_change(struct ch_target *t, const char *const *attributes)
{
    struct slice nothing = {NULL, 0};
    struct slice published = xml_attribute(attributes, "publication-date");
    struct slice effective = xml_attribute(attributes, "effective-date");
    need_sanction(t);
    if (slice_is(xml_attribute(attributes, "modification-type"), "listed")) {
        value_put(&t->r, &t->l.party, PROP_CREATED_AT, published);
        listing_put_sanctions(&t->l, PROP_LISTING_DATE, published, nothing);
        listing_put_sanctions(&t->l, PROP_START_DATE, effective, nothing);
    } else {
        value_put(&t->r, &t->l.party, PROP_MODIFIED_AT, published);
        listing_put_sanctions(&t->l, PROP_MODIFIED_AT, published, nothing);
    }
}

static void take_foreign_id(struct ch_target *t, struct slice text)
{
    need_sanction(t);
    if (listing_is_un_reference(text)) {
        value_put(&t->r, &t->l.party, PROP_UNISC_ID, text);
        listing_put_sanctions(&t->l, PROP_AUTHORITY_ID, text, SLICE("un"));
    } else {
        listing_put_sanctions(&t->l, PROP_AUTHORITY_ID, text, SLICE("foreign"));
    }
}

/* ---- the party ---- */

/* A target of the list that a later file has again. */
static void say_amended(struct ch_target *t, uint64_t line, struct slice ssid, bool listed)
{
    struct slice pieces[2] = {slice_of(CH_AUTHORITY.prefix), ssid};
    t->r.line = line;
    t->r.id = value_join(&t->r, pieces, 2, "");
    reading_remark(&t->r, REMARK_SUPERSEDED, listed ? "replaced" : "taken_out", "%s",
                   listed ? "an amendment has the target anew"
                          : "taken off the list by an amendment");
}

void ch_target_begin(struct ch_target *t, uint64_t line, const char *const *attributes)
{
    struct slice ssid = xml_attribute(attributes, "ssid");
    const struct ch_state *state = ch_find_target(&t->tables, ssid.n ? ssid : SLICE("-"));
    t->skipped = !state || !state->listed || state->file != t->file;
    if (state && state->file > t->file) {
        say_amended(t, line, ssid, state->listed);
    }
    if (t->skipped) {
        return;
    }
    listing_begin(&t->l, &t->r, line);
    t->ssid = arena_copy(&t->r.record, ssid);
    t->relations = NULL;
    t->last_relation = &t->relations;
    take_set(t, xml_attribute(attributes, "sanctions-set-id"));
}

static void begin_subject(struct ch_target *t, enum ch_element e, const char *const *attributes)
{
    struct slice type = xml_attribute(attributes, "object-type");
    if (e == CH_PERSON) {
        t->l.party.schema = SCHEMA_PERSON;
        value_put(&t->r, &t->l.party, PROP_GENDER, xml_attribute(attributes, "sex"));
    } else if (e == CH_ENTITY) {
        t->l.party.schema = SCHEMA_ORGANIZATION;
    } else if (slice_is(type, "aircraft")) {
        t->l.party.schema = SCHEMA_AIRPLANE;
    } else {
        t->l.party.schema = SCHEMA_VESSEL;
        if (!slice_is(type, "vessel")) {
            reading_tally(&t->r, REMARK_WARNING, "unknown_subject", type);
        }
    }
}

static void begin_name(struct ch_target *t, const char *const *attributes)
{
    t->name = (struct ch_name){.type = kept(t, attributes, "name-type"),
                               .quality = kept(t, attributes, "quality"),
                               .main_identity = t->main_identity};
    t->part = NULL;
}

static void begin_part(struct ch_target *t, const char *const *attributes)
{
    struct slice order = xml_attribute(attributes, "order");
    unsigned n = 0;
    for (size_t i = 0; i < order.n && i < 4 && ascii_is_digit(order.p[i]); i++) {
        n = n * 10 + (unsigned)(order.p[i] - '0');
    }
    t->part = ch_add_part(&t->l, &t->name, n);
    if (t->part) {
        t->part->kind = kept(t, attributes, "name-part-type");
    }
}

static void take_date(struct ch_target *t, const char *const *attributes)
{
    struct slice calendar = xml_attribute(attributes, "calendar");
    struct slice quality = xml_attribute(attributes, "quality");
    struct slice ymd[3] = {xml_attribute(attributes, "year"),
                           xml_attribute(attributes, "month"),
                           xml_attribute(attributes, "day")};
    if (calendar.n && !slice_eq_nocase(calendar, SLICE("Gregorian"))) {
        struct slice pieces[3] = {SLICE("born"), value_join(&t->r, ymd, 3, "-"), calendar};
        value_put_joined(&t->r, &t->l.party, PROP_NOTES, pieces, 3, " ");
        return;
    }
    ch_put_date(&t->l, ymd[2], ymd[1], ymd[0], quality.n && !slice_is(quality, "good"));
}

/* "14.3.1990" → a day in a document's slot. */
static void take_document_date(struct ch_target *t, enum ch_slot slot,
                               const char *const *attributes)
{
    struct slice ymd[3] = {xml_attribute(attributes, "year"),
                           xml_attribute(attributes, "month"),
                           xml_attribute(attributes, "day")};
    t->slots[slot] = value_join(&t->r, ymd, 3, "-");
}

static void begin_relation(struct ch_target *t, const char *const *attributes)
{
    struct ch_relation *r = ARENA_NEW(&t->r.record, struct ch_relation);
    if (!r) {
        return;
    }
    *r = (struct ch_relation){.ssid = kept(t, attributes, "ssid"),
                              .target = kept(t, attributes, "target-id"),
                              .type = kept(t, attributes, "relation-type")};
    t->relation = r;
    *t->last_relation = r;
    t->last_relation = &r->next;
}

static void put_country(struct ch_target *t, struct slice country)
{
    bool person = t->l.party.schema == SCHEMA_PERSON;
    value_put(&t->r, &t->l.party, person ? PROP_NATIONALITY : PROP_COUNTRY, country);
}

static void end_address(struct ch_target *t)
{
    const struct ch_place *place = ch_find_place(&t->tables, t->place);
    struct slice box[2] = {SLICE("P.O. Box"), t->slots[CH_BOX]};
    struct slice pieces[5] = {t->slots[CH_CARE_OF], t->slots[CH_DETAILS],
                              box[1].n ? value_join(&t->r, box, 2, " ") : box[1],
                              t->slots[CH_ZIP], place ? place->text : (struct slice){NULL, 0}};
    bool more = pieces[0].n + pieces[1].n + pieces[2].n + pieces[3].n > 0;
    if (more || (place && !place->only_country)) {
        value_put_noted(&t->r, &t->l.party, PROP_ADDRESS, value_join(&t->r, pieces, 5, ", "),
                        t->slots[CH_NOTE]);
    } else {
        value_put(&t->r, &t->l.party, PROP_NOTES, t->slots[CH_NOTE]);
    }
    if (place) {
        value_put(&t->r, &t->l.party, PROP_COUNTRY, place->country);
    } else if (t->place.n) {
        reading_tally(&t->r, REMARK_WARNING, "unknown_place", t->place);
    }
}

static void end_birth_place(struct ch_target *t)
{
    const struct ch_place *place = ch_find_place(&t->tables, t->place);
    if (!place) {
        reading_tally(&t->r, REMARK_WARNING, "unknown_place", t->place);
        return;
    }
    if (!place->only_country) {
        value_put(&t->r, &t->l.party, PROP_BIRTH_PLACE, place->text);
    }
    value_put(&t->r, &t->l.party, PROP_BIRTH_COUNTRY, place->country);
}

static void end_document(struct ch_target *t)
{
    static const char *const LABELS[] = {"issued on", "valid to", ""};
    static const enum ch_slot WHERE[] = {CH_ISSUED, CH_EXPIRES, CH_NOTE};
    bool passport = slice_is(t->word, "passport") || slice_is(t->word, "diplomatic-passport");
    struct slice number = t->slots[CH_DOCUMENT_NUMBER];
    struct slice pieces[5] = {t->word, number};
    size_t n = 2;
    for (size_t i = 0; i < 3; i++) {
        struct slice both[2] = {slice_of(LABELS[i]), t->slots[WHERE[i]]};
        if (both[1].n) {
            pieces[n++] = value_join(&t->r, both, 2, " ");
        }
    }
    value_put_noted(&t->r, &t->l.party, passport ? PROP_PASSPORT_NUMBER : PROP_ID_NUMBER,
                    number, country_code(t->slots[CH_ISSUER]));
    if (n > 2) {
        value_put_joined(&t->r, &t->l.party, PROP_NOTES, pieces, n, ", ");
    }
}

/* ---- elements ---- */

static void begin_identity(struct ch_target *t, const char *const *attributes)
{
    need_sanction(t);
    ch_put_identity(&t->l, xml_attribute(attributes, "ssid"));
    t->main_identity = listing_is_yes(xml_attribute(attributes, "main"));
}

/* A group with slots: an address or a document. */
static void begin_group(struct ch_target *t, const char *const *attributes)
{
    memset(t->slots, 0, sizeof t->slots);
    t->place = kept(t, attributes, "place-id");
    t->word = kept(t, attributes, "document-type");
}

void ch_element_begin(struct ch_target *t, enum ch_element e, enum ch_slot slot,
                      const char *const *attributes)
{
    switch (e) {
    case CH_PERSON:
    case CH_ENTITY:
    case CH_OBJECT:
        begin_subject(t, e, attributes);
        break;
    case CH_CHANGE:
        take_change(t, attributes);
        break;
    case CH_IDENTITY:
        begin_identity(t, attributes);
        break;
    case CH_ATTRIBUTE:
        t->word = kept(t, attributes, "name");
        break;
    case CH_RELATION:
        begin_relation(t, attributes);
        break;
    case CH_NAME:
        begin_name(t, attributes);
        break;
    case CH_PART:
        begin_part(t, attributes);
        break;
    case CH_SPELLING:
        t->language = kept(t, attributes, "lang");
        t->word = kept(t, attributes, "script");
        break;
    case CH_DATE:
        take_date(t, attributes);
        break;
    case CH_COUNTRY:
        t->word = kept(t, attributes, "iso-code");
        break;
    case CH_BIRTH_PLACE:
    case CH_ADDRESS:
    case CH_DOCUMENT:
        begin_group(t, attributes);
        break;
    case CH_DOCUMENT_TEXT:
        t->slots[slot] = kept(t, attributes, "code");
        break;
    case CH_DOCUMENT_DATE:
        take_document_date(t, slot, attributes);
        break;
    default:
        break;
    }
}

static void end_part(struct ch_target *t, struct slice text)
{
    if (t->part && t->part->text.n == 0) {
        t->part->text = arena_copy(&t->r.record, listing_trim(text));
    }
}

static void end_attribute(struct ch_target *t, struct slice text)
{
    struct slice pieces[2] = {t->word, text};
    value_put_joined(&t->r, &t->l.party, PROP_NOTES, pieces, 2, ": ");
}

void ch_element_end(struct ch_target *t, enum ch_element e, enum ch_slot slot,
                    struct slice text)
{
    if (t->r.trouble) {
        return;
    }
    switch (e) {
    case CH_SET:
        take_set(t, text);
        break;
    case CH_FOREIGN_ID:
        take_foreign_id(t, text);
        break;
    case CH_REASON:
        need_sanction(t);
        listing_put_sanctions(&t->l, PROP_REASON, text, (struct slice){NULL, 0});
        break;
    case CH_INFORMATION:
        ch_put_information(&t->l, text);
        break;
    case CH_ATTRIBUTE:
        end_attribute(t, text);
        break;
    case CH_RELATION_NOTE:
        if (t->relation) {
            t->relation->remark = arena_copy(&t->r.record, text);
        }
        break;
    case CH_NAME:
        ch_put_name(&t->l, &t->name);
        break;
    case CH_PART:
    case CH_VALUE:
        end_part(t, text);
        break;
    case CH_SPELLING:
        if (t->part && text.n) {
            ch_add_spelling(&t->l, t->part, text, t->language, t->word);
        }
        break;
    case CH_COUNTRY:
        put_country(t, t->word.n ? t->word : text);
        break;
    case CH_BIRTH_PLACE:
        end_birth_place(t);
        break;
    case CH_ADDRESS:
        end_address(t);
        break;
    case CH_DOCUMENT:
        end_document(t);
        break;
    case CH_ADDRESS_TEXT:
    case CH_DOCUMENT_TEXT:
        if (t->slots[slot].n == 0) {
            t->slots[slot] = arena_copy(&t->r.record, text);
        }
        break;
    default:
        break;
    }
}

/* ---- the end of a target ---- */

/* Ties to targets that are not listed stay notes. */
static void keep_loose_relations(struct ch_target *t)
{
    for (const struct ch_relation *r = t->relations; r; r = r->next) {
        struct slice pieces[4] = {r->type, SLICE("target"), r->target, r->remark};
        if (!ch_is_listed(&t->tables, r->target)) {
            value_put_joined(&t->r, &t->l.party, PROP_NOTES, pieces, 4, " ");
        }
    }
}

static int emit_relation(struct ch_target *t, const struct ch_relation *r, struct diag *diag)
{
    struct entity e;
    struct slice part = reading_part_id(&t->r, t->l.party.id, "relation");
    struct slice id[2] = {part, r->ssid.n ? r->ssid : r->target};
    struct slice other[2] = {slice_of(CH_AUTHORITY.prefix), r->target};
    value_new_entity(&t->r, &e, SCHEMA_UNKNOWN_LINK, value_join(&t->r, id, 2, "/"));
    value_put(&t->r, &e, PROP_SUBJECT, t->l.party.id);
    value_put_joined(&t->r, &e, PROP_OBJECT, other, 2, "");
    value_put(&t->r, &e, PROP_ROLE, r->type);
    value_put(&t->r, &e, PROP_SUMMARY, r->remark);
    return reading_emit(&t->r, &e, diag);
}

int ch_target_end(struct ch_target *t, struct diag *diag)
{
    keep_loose_relations(t);
    need_sanction(t);
    listing_put_sanctions(&t->l, PROP_AUTHORITY_ID, t->ssid, (struct slice){NULL, 0});
    TRY(listing_end(&t->l, &CH_AUTHORITY, t->ssid, diag));
    for (const struct ch_relation *r = t->relations; t->l.taken && r; r = r->next) {
        if (ch_is_listed(&t->tables, r->target)) {
            TRY(emit_relation(t, r, diag));
        }
    }
    return 0;
}
