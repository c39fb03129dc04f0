#include "lists/ofac_common.h"

#include <string.h>

#include "base/num.h"
#include "lists/ofac_relations.h"
#include "lists/values.h"

static const char AUTHORITY[] = "Office of Foreign Assets Control";
static const char SDN_LIST[] = "SDN List";
static const struct slice NOTHING = {NULL, 0};

/* ---- gathering ---- */

void ofac_record_begin(struct ofac_record *rec, struct reading *r, uint64_t line)
{
    enum ofac_list list = rec->list;
    const struct ofac_names *names = rec->names;
    reading_record(r, line);
    *rec = (struct ofac_record){.r = r, .list = list, .names = names};
    rec->last_name = &rec->first_name;
    rec->last_fact = &rec->first_fact;
    rec->last_link = &rec->first_link;
    ofac_draft_begin(&rec->d, r);
    value_new_entity(r, &rec->d.party, SCHEMA_ORGANIZATION, NOTHING);
    value_new_entity(r, &rec->d.sanction, SCHEMA_SANCTION, NOTHING);
}

struct slice ofac_keep(struct ofac_record *rec, struct slice text)
{
    text = slice_trim(text);
    return text.n ? arena_copy(&rec->r->record, text) : NOTHING;
}

struct ofac_name *ofac_add_name(struct ofac_record *rec)
{
    struct ofac_name *n = ARENA_NEW(&rec->r->record, struct ofac_name);
    if (!n) {
        return &rec->spare_name;
    }
    *rec->last_name = n;
    rec->last_name = &n->next;
    return n;
}

struct ofac_fact *ofac_add_fact(struct ofac_record *rec)
{
    struct ofac_fact *f = ARENA_NEW(&rec->r->record, struct ofac_fact);
    if (!f) {
        return &rec->spare_fact;
    }
    *rec->last_fact = f;
    rec->last_fact = &f->next;
    return f;
}

struct ofac_link *ofac_add_link(struct ofac_record *rec)
{
    struct ofac_link *l = ARENA_NEW(&rec->r->record, struct ofac_link);
    if (!l) {
        return &rec->spare_link;
    }
    *rec->last_link = l;
    rec->last_link = &l->next;
    return l;
}

/* For the party and for the sanction upon it. */
static void put_both(struct ofac_record *rec, enum property prop, struct slice text)
{
    value_put(rec->r, &rec->d.party, prop, text);
    value_put(rec->r, &rec->d.sanction, prop, text);
}

void ofac_put_measure(struct ofac_record *rec, enum measure measure)
{
    put_both(rec, PROP_MEASURES, measure_word(measure));
}

void ofac_put_program(struct ofac_record *rec, struct slice program)
{
    put_both(rec, PROP_PROGRAM_ID, program);
    if (rec->list == OFAC_LIST_CONS) {
        ofac_put_measure(rec, ofac_measure_of_program(slice_trim(program)));
    }
}

void ofac_put_sanction_type(struct ofac_record *rec, struct slice type)
{
    value_put(rec->r, &rec->d.sanction, PROP_PROVISIONS, type);
    ofac_put_measure(rec, ofac_measure_of_type(type));
}

void ofac_put_list(struct ofac_record *rec, struct slice list, struct slice date)
{
    bool sdn = slice_eq_nocase(slice_trim(list), slice_of(SDN_LIST));
    rec->on_sdn |= sdn;
    rec->on_other |= !sdn && slice_trim(list).n > 0;
    value_put(rec->r, &rec->d.sanction, PROP_PROGRAM, list);
    value_put_noted(rec->r, &rec->d.sanction, PROP_LISTING_DATE, date, list);
}

void ofac_check_list(struct ofac_record *rec)
{
    bool sdn = rec->list == OFAC_LIST_SDN;
    if ((rec->on_sdn || rec->on_other) && !(sdn ? rec->on_sdn : rec->on_other)) {
        reading_tally(rec->r, REMARK_WARNING, "other_list",
                      sdn ? SLICE("parties that are not on the SDN list")
                          : SLICE("parties that are on the SDN list only"));
    }
}

void ofac_put_legal_basis(struct ofac_record *rec, struct slice basis)
{
    value_put(rec->r, &rec->d.sanction, PROP_REASON, basis);
}

struct slice ofac_plain_country(struct slice country)
{
    country = slice_trim(country);
    if (slice_starts(country, "Region: ")) {
        return slice_cut(country, 8, country.n);
    }
    return slice_eq_nocase(country, SLICE("undetermined")) ? NOTHING : country;
}

struct slice *ofac_address_part(struct ofac_address *a, struct slice word)
{
    struct {
        const char *word;
        struct slice *place;
    } parts[] = {{"ADDRESS1", &a->streets[0]},  {"ADDRESS2", &a->streets[1]},
                 {"ADDRESS3", &a->streets[2]},  {"CITY", &a->city},
                 {"STATE/PROVINCE", &a->state}, {"POSTAL CODE", &a->postal},
                 {"REGION", &a->region}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (slice_eq_nocase(word, slice_of(parts[i].word))) {
            return parts[i].place;
        }
    }
    return NULL;
}

/* Joined as add.csv has it: streets; "City, State Postal"; country. */
void ofac_put_address(struct ofac_record *rec, const struct ofac_address *a)
{
    struct slice country = ofac_plain_country(a->country.n ? a->country : a->region);
    struct slice towns[2] = {a->city, a->state};
    struct slice place[2] = {value_join(rec->r, towns, 2, ", "), a->postal};
    struct slice pieces[6] = {a->streets[0],
                              a->streets[1],
                              a->streets[2],
                              value_join(rec->r, place, 2, " "),
                              a->country.n ? a->region : NOTHING,
                              country};
    struct slice whole = value_join(rec->r, pieces, 6, ", ");
    if (whole.n > country.n) {
        value_put_noted(rec->r, &rec->d.party, PROP_ADDRESS, whole, a->script);
    }
    value_put(rec->r, &rec->d.party, PROP_COUNTRY, country);
}

/* ---- names ---- */

enum ofac_part ofac_part_of(struct slice word)
{
    static const struct {
        const char *word;
        enum ofac_part part;
    } WORDS[] = {{"Last Name", OFAC_PART_LAST},     {"First Name", OFAC_PART_FIRST},
                 {"Middle Name", OFAC_PART_MIDDLE}, {"Maiden Name", OFAC_PART_MAIDEN},
                 {"Patronymic", OFAC_PART_FATHER},  {"Matronymic", OFAC_PART_MOTHER},
                 {"Nickname", OFAC_PART_NICK},      {"Entity Name", OFAC_PART_WHOLE},
                 {"Vessel Name", OFAC_PART_WHOLE},  {"Aircraft Name", OFAC_PART_WHOLE}};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (slice_eq_nocase(word, slice_of(WORDS[i].word))) {
            return WORDS[i].part;
        }
    }
    return OFAC_PARTS;
}

enum ofac_name_kind ofac_name_kind_of(struct slice word)
{
    if (slice_starts_nocase(word, "f")) {
        return OFAC_NAME_FKA;
    }
    return slice_starts_nocase(word, "n") ? OFAC_NAME_NKA : OFAC_NAME_AKA;
}

struct slice ofac_script_of(struct slice word)
{
    return slice_eq_nocase(word, SLICE("Latin")) ? NOTHING : word;
}

/* A patronymic stands behind the first name; without a last name it is half of one. */
struct slice ofac_whole_name(struct ofac_record *rec, const struct ofac_name *name)
{
    const struct slice *p = name->parts;
    bool family = p[OFAC_PART_LAST].n > 0;
    struct slice last[4] = {p[OFAC_PART_LAST], family ? NOTHING : p[OFAC_PART_FATHER],
                            p[OFAC_PART_MOTHER], p[OFAC_PART_MAIDEN]};
    struct slice given[4] = {p[OFAC_PART_FIRST], p[OFAC_PART_MIDDLE],
                             family ? p[OFAC_PART_FATHER] : NOTHING, p[OFAC_PART_NICK]};
    struct slice pieces[3] = {p[OFAC_PART_WHOLE], value_join(rec->r, last, 4, " "),
                              value_join(rec->r, given, 4, " ")};
    return value_join(rec->r, pieces, 3, ", ");
}

/* The first that the list calls its main one in Latin, else the first main one, else any. */
const struct ofac_name *ofac_main_name(const struct ofac_record *rec)
{
    const struct ofac_name *best = rec->first_name;
    for (const struct ofac_name *n = rec->first_name; n; n = n->next) {
        if (n->kind == OFAC_NAME_MAIN && n->script.n == 0) {
            return n;
        }
        if (n->kind == OFAC_NAME_MAIN && best->kind != OFAC_NAME_MAIN) {
            best = n;
        }
    }
    return best;
}

static void put_main_name(struct ofac_record *rec, const struct ofac_name *n)
{
    static const struct {
        enum ofac_part part;
        enum property prop;
    } PARTS[] = {{OFAC_PART_MIDDLE, PROP_MIDDLE_NAME},
                 {OFAC_PART_FATHER, PROP_FATHER_NAME},
                 {OFAC_PART_MOTHER, PROP_MOTHER_NAME}};
    struct entity *party = &rec->d.party;
    value_put(rec->r, party, PROP_NAME, n->whole);
    size_t comma = slice_find(n->whole, 0, ",");
    if (party->schema != SCHEMA_PERSON || comma == n->whole.n) {
        return;
    }
    value_put(rec->r, party, PROP_LAST_NAME, slice_cut(n->whole, 0, comma));
    value_put(rec->r, party, PROP_FIRST_NAME, slice_cut(n->whole, comma + 1, n->whole.n));
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        value_put(rec->r, party, PARTS[i].prop, n->parts[PARTS[i].part]);
    }
}

static void put_alias(struct ofac_record *rec, const struct ofac_name *n)
{
    enum property prop = n->weak ? PROP_WEAK_ALIAS : PROP_ALIAS;
    struct slice note = n->script;
    if (n->kind == OFAC_NAME_FKA) {
        prop = PROP_PREVIOUS_NAME;
        note = n->weak && note.n == 0 ? SLICE("f.k.a.") : note;
    } else if (n->kind == OFAC_NAME_NKA && n->weak && note.n == 0) {
        note = SLICE("n.k.a.");
    }
    value_put_noted(rec->r, &rec->d.party, prop, n->whole, note);
}

void ofac_put_names(struct ofac_record *rec)
{
    const struct ofac_name *main = ofac_main_name(rec);
    if (main) {
        put_main_name(rec, main);
    }
    for (const struct ofac_name *n = rec->first_name; n; n = n->next) {
        if (n != main) {
            put_alias(rec, n);
        }
    }
}

/* ---- the end ---- */

static enum schema schema_of(struct ofac_record *rec)
{
    static const struct {
        const char *word;
        enum schema schema;
    } TYPES[] = {{"Individual", SCHEMA_PERSON},
                 {"Entity", SCHEMA_ORGANIZATION},
                 {"Vessel", SCHEMA_VESSEL},
                 {"Aircraft", SCHEMA_AIRPLANE}};
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (slice_eq_nocase(rec->type, slice_of(TYPES[i].word))) {
            return TYPES[i].schema;
        }
    }
    reading_tally(rec->r, REMARK_WARNING, "unknown_type", rec->type);
    return SCHEMA_ORGANIZATION;
}

static struct slice record_id(struct ofac_record *rec, struct slice number)
{
    struct slice pieces[2] = {SLICE("ofac:"), number};
    return value_join(rec->r, pieces, 2, "");
}

static struct slice number_of(const struct ofac_record *rec, struct slice name)
{
    return rec->names && name.n ? ofac_names_find(rec->names, name) : NOTHING;
}

/* Ties to parties that are not on the list by that name stay notes of the party. */
static void keep_loose_ties(struct ofac_record *rec)
{
    for (const struct ofac_tie *t = rec->d.ties; t; t = t->next) {
        if (number_of(rec, t->name).n == 0) {
            value_put(rec->r, &rec->d.party, PROP_NOTES, t->segment);
        }
    }
    if (rec->owner.n && number_of(rec, rec->owner).n == 0) {
        struct slice pieces[2] = {SLICE("Owner:"), rec->owner};
        value_put_joined(rec->r, &rec->d.party, PROP_NOTES, pieces, 2, " ");
    }
}

void ofac_record_fill(struct ofac_record *rec)
{
    rec->d.party.schema = schema_of(rec);
    for (struct ofac_name *n = rec->first_name; n; n = n->next) {
        n->whole = n->whole.n ? n->whole : ofac_whole_name(rec, n);
    }
    ofac_put_names(rec);
    value_put_word(rec->r, &rec->d.party, PROP_TOPICS, "sanction");
    value_put(rec->r, &rec->d.sanction, PROP_ENTITY, rec->d.party.id);
    value_put_word(rec->r, &rec->d.sanction, PROP_AUTHORITY, AUTHORITY);
    value_put_word(rec->r, &rec->d.sanction, PROP_COUNTRY, "us");
    ofac_put_measure(rec, rec->list == OFAC_LIST_SDN ? MEASURE_ASSET_FREEZE : MEASURE_NONE);
    ofac_read_facts(rec);
    keep_loose_ties(rec);
}

static int emit_wallet(struct ofac_record *rec, const struct ofac_wallet *w, struct diag *diag)
{
    struct entity e;
    struct reading *r = rec->r;
    const struct entity *party = &rec->d.party;
    struct slice pieces[2] = {reading_part_id(r, party->id, "wallet"), w->address};
    value_new_entity(r, &e, SCHEMA_CRYPTO_WALLET, value_join(r, pieces, 2, "/"));
    value_put_noted(r, &e, PROP_PUBLIC_KEY, w->address, w->currency);
    value_put(r, &e, PROP_CURRENCY, w->currency);
    value_put(r, &e, PROP_HOLDER, party->id);
    for (size_t i = 0; i < party->value_count; i++) {
        const struct value *v = &party->values[i];
        if (v->prop == PROP_TOPICS || v->prop == PROP_PROGRAM_ID || v->prop == PROP_MEASURES) {
            value_put(r, &e, v->prop, v->text);
        }
    }
    return reading_emit(r, &e, diag);
}

static int emit_link(struct ofac_record *rec, const struct ofac_relation *rel,
                     const struct ofac_link *l, struct diag *diag)
{
    struct entity e;
    struct reading *r = rec->r;
    struct slice from = rec->d.party.id;
    struct slice pieces[2] = {reading_part_id(r, from, rel->part), l->to};
    value_new_entity(r, &e, rel->schema, value_join(r, pieces, 2, "/"));
    value_put(r, &e, rel->from, from);
    value_put(r, &e, rel->to, record_id(rec, l->to));
    struct slice role = l->type.n ? l->type : slice_of(rel->type);
    value_put_noted(r, &e, rel->schema == SCHEMA_FAMILY ? PROP_RELATIONSHIP : PROP_ROLE, role,
                    l->quality);
    if (l->former) {
        value_put_word(r, &e, PROP_STATUS, "former");
    }
    return reading_emit(r, &e, diag);
}

int ofac_record_links(struct ofac_record *rec, struct diag *diag)
{
    for (const struct ofac_tie *t = rec->d.ties; t; t = t->next) {
        struct ofac_link l = {.to = number_of(rec, t->name)};
        if (l.to.n) {
            TRY(emit_link(rec, &OFAC_LINKED_TO, &l, diag));
        }
    }
    struct ofac_link owner = {.to = number_of(rec, rec->owner)};
    if (owner.to.n) {
        TRY(emit_link(rec, &OFAC_SHIP_OWNER, &owner, diag));
    }
    for (const struct ofac_link *l = rec->first_link; l; l = l->next) {
        const struct ofac_relation *rel = ofac_relation_of(l->type);
        if (!rel->type[0]) {
            reading_tally(rec->r, REMARK_UNMAPPED, "relation", l->type);
        }
        if (l->to.n) {
            TRY(emit_link(rec, rel, l, diag));
        }
    }
    return 0;
}

int ofac_record_end(struct ofac_record *rec, struct diag *diag)
{
    uint64_t number;
    struct reading *r = rec->r;
    const struct ofac_name *main = ofac_main_name(rec);
    if (!parse_u64(rec->number, &number)) {
        reading_refuse(r, rec->number.n ? "bad_id" : "no_id", "'%.*s' is no number of a party",
                       SLICE_ARG(rec->number));
        return 0;
    }
    struct slice id = record_id(rec, rec->number);
    struct slice name =
        main ? (main->whole.n ? main->whole : ofac_whole_name(rec, main)) : NOTHING;
    if (name.n == 0) {
        r->id = id;
        reading_refuse(r, "no_name", "a record without a name");
        return 0;
    }
    TRY(reading_id(r, id, name, &rec->d.party.id, diag));
    rec->d.sanction.id = reading_part_id(r, rec->d.party.id, "sanction");
    ofac_record_fill(rec);
    if (reading_in_trouble(r)) {
        return 0;
    }
    TRY(reading_emit(r, &rec->d.party, diag));
    TRY(reading_emit(r, &rec->d.sanction, diag));
    for (const struct ofac_wallet *w = rec->d.wallets; w; w = w->next) {
        TRY(emit_wallet(rec, w, diag));
    }
    TRY(ofac_record_links(rec, diag));
    reading_taken(r);
    rec->taken = true;
    return 0;
}
