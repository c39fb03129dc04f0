#include "lists/uk_record.h"
#include "lists/measures.h"

#include <string.h>

#include "model/country.h"

static const struct listing_authority AUTHORITY = {
    "uk:", "Foreign, Commonwealth and Development Office", "gb"};

static struct entity *party(struct uk_record *uk)
{
    return &uk->listing.party;
}

static struct entity *sanction(struct uk_record *uk)
{
    return listing_sanction(&uk->listing, (struct slice){NULL, 0});
}

/* ---- groups ---- */

static void keep_parts(struct uk_record *uk)
{
    struct uk_name_parts *kept = ARENA_NEW(&uk->r.record, struct uk_name_parts);
    if (kept) {
        memcpy(kept->parts, uk->slots + UK_NAME_1, sizeof kept->parts);
        *uk->last_parts = kept;
        uk->last_parts = &kept->next;
    }
}

static void close_name(struct uk_record *uk)
{
    struct slice type = uk->slots[UK_NAME_TYPE];
    struct slice strength = uk->slots[UK_STRENGTH];
    struct slice whole = value_join(&uk->r, uk->slots + UK_NAME_1, 6, " ");
    enum property prop = PROP_ALIAS;
    if (whole.n == 0) {
        reading_tally(&uk->r, REMARK_WARNING, "empty_name", type);
        return;
    }
    if (slice_eq_nocase(type, SLICE("Primary name"))) {
        prop = PROP_NAME;
    } else if (slice_starts_nocase(strength, "low")) {
        prop = PROP_WEAK_ALIAS;
    } else if (slice_starts_nocase(type, "previous") || slice_starts_nocase(type, "former") ||
               slice_starts_nocase(type, "f.k.a")) {
        prop = PROP_PREVIOUS_NAME;
    } else if (!slice_starts_nocase(type, "alias") &&
               !slice_eq_nocase(type, SLICE("Primary name variation"))) {
        reading_tally(&uk->r, REMARK_WARNING, "unknown_name_type", type);
    }
    listing_name(&uk->listing, prop, whole, (struct slice){NULL, 0}, 1);
    keep_parts(uk);
}

static void close_original(struct uk_record *uk)
{
    struct slice note[2] = {uk->slots[UK_SCRIPT], uk->slots[UK_SCRIPT_LANGUAGE]};
    struct slice words = value_join(&uk->r, note, 2, ", ");
    listing_name(&uk->listing, PROP_ALIAS, uk->slots[UK_SCRIPT_NAME],
                 words.n ? words : SLICE("original"), 0);
}

static void close_address(struct uk_record *uk)
{
    struct slice country = uk->slots[UK_ADDRESS_COUNTRY];
    struct slice place = value_join(&uk->r, uk->slots + UK_LINE_1, 8, ", ");
    /* "Syria, Syria": the country in a line of its own, too. */
    bool twice = place.n == 2 * country.n + 2 &&
                 slice_eq_nocase(slice_cut(place, 0, country.n), country);
    if (place.n > country.n && !twice) {
        value_put(&uk->r, party(uk), PROP_ADDRESS, place);
    }
    value_put(&uk->r, party(uk), PROP_COUNTRY, country);
}

static void close_birth_place(struct uk_record *uk)
{
    struct slice country = uk->slots[UK_BIRTH_COUNTRY];
    if (uk->slots[UK_TOWN].n) {
        value_put_joined(&uk->r, party(uk), PROP_BIRTH_PLACE, uk->slots + UK_TOWN, 2, ", ");
    }
    value_put(&uk->r, party(uk), PROP_BIRTH_COUNTRY, country);
}

/* A number, the country that its note begins with, and the note. */
static void put_document(struct uk_record *uk, enum property prop, struct slice number,
                         struct slice note)
{
    struct slice rest = note;
    struct slice issuer = country_code(note);
    if (issuer.n == 0) {
        issuer = country_code(slice_trim(slice_next(&rest, ' ')));
    }
    value_put_noted(&uk->r, party(uk), prop, number, issuer);
    if (note.n) {
        struct slice pieces[2] = {number, note};
        value_put_joined(&uk->r, party(uk), PROP_NOTES, pieces, 2, ": ");
    }
}

static void close_passport(struct uk_record *uk)
{
    put_document(uk, PROP_PASSPORT_NUMBER, uk->slots[UK_PASSPORT_NUMBER],
                 uk->slots[UK_PASSPORT_NOTE]);
}

static void close_identity(struct uk_record *uk)
{
    put_document(uk, PROP_ID_NUMBER, uk->slots[UK_IDENTITY_NUMBER],
                 uk->slots[UK_IDENTITY_NOTE]);
}

/* The slots of each group, and its end. */
static const struct {
    enum uk_slot first, last;
    void (*close)(struct uk_record *uk);
} GROUPS[UK_GROUPS] = {
    [UK_NAME] = {UK_NAME_1, UK_STRENGTH, close_name},
    [UK_ORIGINAL] = {UK_SCRIPT_NAME, UK_SCRIPT_LANGUAGE, close_original},
    [UK_ADDRESS] = {UK_LINE_1, UK_ADDRESS_COUNTRY, close_address},
    [UK_BIRTH_PLACE] = {UK_TOWN, UK_BIRTH_COUNTRY, close_birth_place},
    [UK_PASSPORT] = {UK_PASSPORT_NUMBER, UK_PASSPORT_NOTE, close_passport},
    [UK_IDENTITY] = {UK_IDENTITY_NUMBER, UK_IDENTITY_NOTE, close_identity},
};

static void close_group(struct uk_record *uk, enum uk_group group)
{
    size_t filled = 0;
    for (size_t s = GROUPS[group].first; s <= GROUPS[group].last; s++) {
        filled += uk->slots[s].n;
    }
    if (filled) {
        GROUPS[group].close(uk);
    }
    for (size_t s = GROUPS[group].first; s <= GROUPS[group].last; s++) {
        uk->slots[s] = (struct slice){NULL, 0};
    }
}

static void put_in_slot(struct uk_record *uk, enum uk_slot slot, struct slice text)
{
    for (enum uk_group g = UK_NAME; uk->slots[slot].n && g < UK_GROUPS; g++) {
        if (slot >= GROUPS[g].first && slot <= GROUPS[g].last) {
            close_group(uk, g);
        }
    }
    uk->slots[slot] = arena_copy(&uk->r.record, text);
}

/* ---- fields that stand by themselves ---- */

static void take_schema(struct uk_record *uk, struct slice text)
{
    static const struct {
        const char *word;
        enum schema schema;
    } KINDS[] = {{"Individual", SCHEMA_PERSON},
                 {"Entity", SCHEMA_ORGANIZATION},
                 {"Ship", SCHEMA_VESSEL},
                 {"Aircraft", SCHEMA_AIRPLANE}};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (slice_eq_nocase(text, slice_of(KINDS[i].word))) {
            party(uk)->schema = KINDS[i].schema;
            return;
        }
    }
    reading_tally(&uk->r, REMARK_WARNING, "unknown_subject", text);
}

static void take_source(struct uk_record *uk, struct slice text)
{
    while (text.n) {
        struct slice one = slice_trim(slice_next(&text, '|'));
        bool un = slice_eq_nocase(one, SLICE("UN"));
        if (un) {
            value_put_word(&uk->r, sanction(uk), PROP_AUTHORITY,
                           "United Nations Security Council");
        } else if (!slice_eq_nocase(one, SLICE("UK"))) {
            value_put(&uk->r, sanction(uk), PROP_AUTHORITY, one);
        }
    }
}

/* Measures that have no element of their own, by the beginning of their words. */
static const struct {
    const char *words;
    enum measure measure;
} IMPOSED[] = {
    {"Asset freeze", MEASURE_ASSET_FREEZE},
    {"Travel ban", MEASURE_TRAVEL_BAN},
    {"Arms embargo", MEASURE_ARMS_EMBARGO},
    {"Targeted arms embargo", MEASURE_ARMS_EMBARGO},
    {"Trust services", MEASURE_TRUST_SERVICES},
    {"Director disqualification", MEASURE_DIRECTOR_DISQUALIFICATION},
    {"Technical assistance", MEASURE_TECHNICAL_ASSISTANCE},
    {"Shipping", MEASURE_SHIPPING},
    {"Chartering of ships", MEASURE_SHIPPING},
    {"Crew servicing", MEASURE_SHIPPING},
    {"Prevention of chartering", MEASURE_SHIPPING},
    {"De-flag", MEASURE_SHIPPING},
    {"Transport sanctions", MEASURE_TRANSPORT},
    {"Prohibition of port entry", MEASURE_PORT_ENTRY},
    {"Prevention of business arrangements", MEASURE_BUSINESS_ARRANGEMENTS},
    {"Closure of representative offices", MEASURE_REPRESENTATIVE_OFFICES},
    {"Internet services", MEASURE_INTERNET_SERVICES},
    {"Correspondent banking", MEASURE_CORRESPONDENT_BANKING},
    {"Prohibition on correspondent banking", MEASURE_CORRESPONDENT_BANKING},
};

static void take_imposed(struct uk_record *uk, struct slice text)
{
    while (text.n) {
        struct slice one = slice_trim(slice_next(&text, '|'));
        bool known = one.n == 0;
        value_put(&uk->r, sanction(uk), PROP_PROVISIONS, one);
        for (size_t i = 0; i < sizeof IMPOSED / sizeof IMPOSED[0]; i++) {
            if (slice_starts_nocase(one, IMPOSED[i].words)) {
                measure_put_both(&uk->listing, sanction(uk), IMPOSED[i].measure);
                known = true;
            }
        }
        if (!known) {
            reading_tally(&uk->r, REMARK_WARNING, "unknown_measure", one);
        }
    }
}

/* "INN: 7707083893", "OGRN …", "Tax ID …": the register that the text begins with. */
static void take_register(struct uk_record *uk, struct slice text)
{
    static const struct {
        const char *label;
        enum property prop;
    } REGISTERS[] = {
        {"INN", PROP_INN_CODE},    {"OGRN", PROP_OGRN_CODE}, {"OKPO", PROP_OKPO_CODE},
        {"Tax", PROP_TAX_NUMBER},  {"TIN", PROP_TAX_NUMBER}, {"VAT", PROP_VAT_CODE},
        {"SWIFT", PROP_SWIFT_BIC}, {"BIC", PROP_SWIFT_BIC},  {"LEI", PROP_LEI_CODE},
        {"IMO", PROP_IMO_NUMBER},
    };
    for (size_t i = 0; i < sizeof REGISTERS / sizeof REGISTERS[0]; i++) {
        if (slice_starts_nocase(text, REGISTERS[i].label)) {
            listing_put_numbered(&uk->r, party(uk), REGISTERS[i].prop, text);
            return;
        }
    }
    listing_put_numbered(&uk->r, party(uk), PROP_REGISTRATION_NUMBER, text);
}

static void take_id(struct uk_record *uk, const struct uk_field *field, struct slice text)
{
    if (slice_eq_nocase(text, SLICE("N/A"))) {
        return;
    }
    if (field->kind == UK_ID) {
        uk->number = uk->number.n ? uk->number : arena_copy(&uk->r.record, text);
        value_put(&uk->r, sanction(uk), PROP_AUTHORITY_ID, text);
        return;
    }
    bool un = field->kind == UK_UN_ID;
    value_put_noted(&uk->r, sanction(uk), PROP_AUTHORITY_ID, text,
                    un ? SLICE("un") : SLICE("ofsi"));
    if (un) {
        value_put(&uk->r, party(uk), PROP_UNISC_ID, text);
    }
}

static void take_labelled(struct uk_record *uk, const char *label, struct slice text)
{
    struct slice pieces[2] = {slice_of(label), text};
    value_put_joined(&uk->r, party(uk), PROP_NOTES, pieces, 2, " ");
}

static void take_tie(struct uk_record *uk, enum uk_tie_kind kind, struct slice text)
{
    static const char *const LABELS[] = {
        "Parent company:", "Subsidiary:", "Current owner or operator:",
        "Previous owner or operator:", ""};
    take_labelled(uk, LABELS[kind], text);
    uk_tie(uk, kind, text);
}

void uk_take(struct uk_record *uk, const struct uk_field *field, struct slice text)
{
    text = listing_trim(text);
    if (text.n == 0 || uk->r.trouble) {
        return;
    }
    switch (field->kind) {
    case UK_VALUE:
        value_put(&uk->r, party(uk), (enum property)field->what, text);
        break;
    case UK_NUMBERED:
        listing_put_numbered(&uk->r, party(uk), (enum property)field->what, text);
        break;
    case UK_DESIGNATED:
        value_put(&uk->r, party(uk), PROP_CREATED_AT, text);
        value_put(&uk->r, sanction(uk), PROP_LISTING_DATE, text);
        break;
    case UK_BOTH:
        listing_put_both(&uk->listing, sanction(uk), (enum property)field->what, text);
        break;
    case UK_ID:
    case UK_UN_ID:
    case UK_OFSI_ID:
        take_id(uk, field, text);
        break;
    case UK_SCHEMA:
        take_schema(uk, text);
        break;
    case UK_SOURCE:
        take_source(uk, text);
        break;
    case UK_IMPOSED:
        take_imposed(uk, text);
        break;
    case UK_MEASURE:
        if (listing_is_yes(text)) {
            measure_put_both(&uk->listing, sanction(uk), (enum measure)field->what);
        }
        break;
    case UK_REGISTER:
        take_register(uk, text);
        break;
    case UK_LABELLED:
        take_labelled(uk, field->words, text);
        break;
    case UK_TIE:
        take_tie(uk, (enum uk_tie_kind)field->what, text);
        break;
    case UK_PROSE:
        value_put(&uk->r, party(uk), (enum property)field->what, text);
        uk_read_prose(uk, text);
        break;
    case UK_REASONS:
        value_put(&uk->r, sanction(uk), (enum property)field->what, text);
        uk_read_prose(uk, text);
        break;
    case UK_IN_GROUP:
        put_in_slot(uk, (enum uk_slot)field->what, text);
        break;
    }
}

void uk_close_groups(struct uk_record *uk)
{
    for (enum uk_group g = UK_NAME; g < UK_GROUPS; g++) {
        close_group(uk, g);
    }
}

/* ---- the record ---- */

void uk_init(struct uk_record *uk, struct snapshot *snap, const struct list_sink *sink)
{
    *uk = (struct uk_record){.number = {NULL, 0}};
    reading_init(&uk->r, snap, sink);
    map_init(&uk->ties.names, 0);
}

void uk_release(struct uk_record *uk)
{
    map_release(&uk->ties.names);
    VEC_RELEASE(&uk->ties.ids);
    VEC_RELEASE(&uk->ties.ties);
    reading_end(&uk->r);
}

void uk_begin(struct uk_record *uk, uint64_t line)
{
    listing_begin(&uk->listing, &uk->r, line);
    memset(uk->slots, 0, sizeof uk->slots);
    uk->number = (struct slice){NULL, 0};
    uk->parts = NULL;
    uk->last_parts = &uk->parts;
    uk->imo = (struct slice){NULL, 0};
    uk->several_imos = false;
    uk->ties.record_start = uk->ties.ties.n;
}

/* Of people, Name 1 is the given name and Name 6 the family's; what stands between may be
 * either. */
static void put_parts(struct uk_record *uk)
{
    static const enum property PROPS[6] = {PROP_FIRST_NAME,  PROP_SECOND_NAME, PROP_MIDDLE_NAME,
                                           PROP_MIDDLE_NAME, PROP_MIDDLE_NAME, PROP_LAST_NAME};
    for (const struct uk_name_parts *n = uk->parts; n; n = n->next) {
        for (size_t i = 0; n->parts[UK_NAME_1].n && i < 6; i++) {
            value_put(&uk->r, party(uk), PROPS[i], n->parts[i]);
        }
    }
}

int uk_end(struct uk_record *uk, struct diag *diag)
{
    uk_close_groups(uk);
    if (party(uk)->schema == SCHEMA_PERSON) {
        put_parts(uk);
    }
    if (party(uk)->schema == SCHEMA_VESSEL && !uk->several_imos &&
        entity_first(party(uk), PROP_IMO_NUMBER).n == 0) {
        value_put(&uk->r, party(uk), PROP_IMO_NUMBER, uk->imo);
    }
    (void)sanction(uk);
    TRY(listing_end(&uk->listing, &AUTHORITY, uk->number, diag));
    return uk_ties_settle(uk, diag);
}
