/*
 * un_xml - the consolidated list of the United Nations Security Council.
 *
 *   CONSOLIDATED_LIST dateGenerated
 *     INDIVIDUALS / INDIVIDUAL, ENTITIES / ENTITY     one record each
 *       FIRST_NAME … FOURTH_NAME, REFERENCE_NUMBER …  plain fields
 *       NATIONALITY / VALUE …                         lists
 *       INDIVIDUAL_ALIAS / QUALITY, ALIAS_NAME …      groups, several of each
 *
 * FIELDS says where the text of each element goes: into a slot of the record or of the group
 * at work.  At the end of a group its slots become values; at the end of the record the record
 * is handed out.  An element that the table does not have is tallied as unmapped.
 */
#include <string.h>

#include "format/xml.h"
#include "lists/measures.h"
#include "lists/pieces.h"
#include "lists/readers.h"
#include "lists/un_text.h"
#include "lists/values.h"
#include "model/country.h"
#include "model/date.h"

enum slot {
    /* the record */
    SLOT_IGNORED,
    SLOT_NAME_1,
    SLOT_NAME_2,
    SLOT_NAME_3,
    SLOT_NAME_4,
    SLOT_ORIGINAL,
    SLOT_LIST,
    SLOT_REFERENCE,
    SLOT_LISTED_ON,
    SLOT_GENDER,
    SLOT_COMMENTS,
    SLOT_SUBMITTED_BY,
    RECORD_SLOTS,
    /* a group */
    SLOT_QUALITY = RECORD_SLOTS,
    SLOT_ALIAS,
    SLOT_NOTE,
    SLOT_STREET,
    SLOT_CITY,
    SLOT_STATE,
    SLOT_ZIP,
    SLOT_COUNTRY,
    SLOT_DATE_KIND,
    SLOT_DATE,
    SLOT_YEAR,
    SLOT_FROM_YEAR,
    SLOT_TO_YEAR,
    SLOT_DOCUMENT,
    SLOT_DOCUMENT_2,
    SLOT_NUMBER,
    SLOT_ISSUER,
    SLOT_ISSUED_IN,
    SLOT_ISSUED_AT,
    SLOT_ISSUED_ON,
    SLOTS
};

/* Elements directly below a record ("" as group) and below a group.  Groups are named without
 * INDIVIDUAL_ and ENTITY_ in front. */
static const struct {
    const char *group;
    const char *element;
    enum slot slot;
} FIELDS[] = {
    {"", "DATAID", SLOT_IGNORED},
    {"", "VERSIONNUM", SLOT_IGNORED},
    {"", "SORT_KEY", SLOT_IGNORED},
    {"", "SORT_KEY_LAST_MOD", SLOT_IGNORED},
    {"", "FIRST_NAME", SLOT_NAME_1},
    {"", "SECOND_NAME", SLOT_NAME_2},
    {"", "THIRD_NAME", SLOT_NAME_3},
    {"", "FOURTH_NAME", SLOT_NAME_4},
    {"", "NAME_ORIGINAL_SCRIPT", SLOT_ORIGINAL},
    {"", "UN_LIST_TYPE", SLOT_LIST},
    {"", "REFERENCE_NUMBER", SLOT_REFERENCE},
    {"", "LISTED_ON", SLOT_LISTED_ON},
    {"", "GENDER", SLOT_GENDER},
    {"", "COMMENTS1", SLOT_COMMENTS},
    {"", "SUBMITTED_BY", SLOT_SUBMITTED_BY},
    {"ALIAS", "QUALITY", SLOT_QUALITY},
    {"ALIAS", "ALIAS_NAME", SLOT_ALIAS},
    {"ALIAS", "NOTE", SLOT_NOTE},
    {"ALIAS", "DATE_OF_BIRTH", SLOT_DATE},
    {"ALIAS", "CITY_OF_BIRTH", SLOT_CITY},
    {"ALIAS", "COUNTRY_OF_BIRTH", SLOT_COUNTRY},
    {"ADDRESS", "STREET", SLOT_STREET},
    {"ADDRESS", "CITY", SLOT_CITY},
    {"ADDRESS", "STATE_PROVINCE", SLOT_STATE},
    {"ADDRESS", "ZIP_CODE", SLOT_ZIP},
    {"ADDRESS", "COUNTRY", SLOT_COUNTRY},
    {"ADDRESS", "NOTE", SLOT_NOTE},
    {"PLACE_OF_BIRTH", "STREET", SLOT_STREET},
    {"PLACE_OF_BIRTH", "CITY", SLOT_CITY},
    {"PLACE_OF_BIRTH", "STATE_PROVINCE", SLOT_STATE},
    {"PLACE_OF_BIRTH", "COUNTRY", SLOT_COUNTRY},
    {"PLACE_OF_BIRTH", "NOTE", SLOT_NOTE},
    {"DATE_OF_BIRTH", "TYPE_OF_DATE", SLOT_DATE_KIND},
    {"DATE_OF_BIRTH", "DATE", SLOT_DATE},
    {"DATE_OF_BIRTH", "YEAR", SLOT_YEAR},
    {"DATE_OF_BIRTH", "FROM_YEAR", SLOT_FROM_YEAR},
    {"DATE_OF_BIRTH", "TO_YEAR", SLOT_TO_YEAR},
    {"DATE_OF_BIRTH", "NOTE", SLOT_NOTE},
    {"DOCUMENT", "TYPE_OF_DOCUMENT", SLOT_DOCUMENT},
    {"DOCUMENT", "TYPE_OF_DOCUMENT2", SLOT_DOCUMENT_2},
    {"DOCUMENT", "NUMBER", SLOT_NUMBER},
    {"DOCUMENT", "ISSUING_COUNTRY", SLOT_ISSUER},
    {"DOCUMENT", "COUNTRY_OF_ISSUE", SLOT_ISSUED_IN},
    {"DOCUMENT", "CITY_OF_ISSUE", SLOT_ISSUED_AT},
    {"DOCUMENT", "DATE_OF_ISSUE", SLOT_ISSUED_ON},
    {"DOCUMENT", "NOTE", SLOT_NOTE},
};

/* Lists of VALUE elements, and the property that each value goes to. */
static const struct {
    const char *element;
    enum property prop; /* PROP_UNKNOWN: known and not taken */
} VALUE_LISTS[] = {
    {"NATIONALITY", PROP_NATIONALITY},
    {"DESIGNATION", PROP_POSITION},
    {"TITLE", PROP_TITLE},
    {"LAST_DAY_UPDATED", PROP_MODIFIED_AT},
    {"LIST_TYPE", PROP_UNKNOWN},
};

enum imposed { FREEZE = 1 << 0, TRAVEL = 1 << 1, ARMS = 1 << 2 };

/* What each regime imposes on those it lists; travel bans on people only. */
static const struct {
    const char *list;
    unsigned measures;
} REGIMES[] = {
    {"Al-Qaida", FREEZE | TRAVEL | ARMS},
    {"Taliban", FREEZE | TRAVEL | ARMS},
    {"DPRK", FREEZE | TRAVEL},
    {"Iran", FREEZE | TRAVEL},
    {"Iraq", FREEZE},
    {"GB", TRAVEL},
    {"Haiti", FREEZE | TRAVEL | ARMS},
    {"Somalia", FREEZE | TRAVEL | ARMS},
    {"Yemen", FREEZE | TRAVEL | ARMS},
};

struct un {
    struct reading r;
    bool person;
    struct entity party;
    struct entity sanction;
    struct slice slots[SLOTS]; /* of the record and of the group at work, in r.record */
};

/* ---- where an element stands ---- */

/* The depth of a record; its fields are one deeper, the fields of groups two. */
enum { RECORD_DEPTH = 3, FIELD_DEPTH = 4, GROUP_FIELD_DEPTH = 5 };

static struct slice group_name(struct slice element)
{
    if (slice_starts(element, "INDIVIDUAL_")) {
        return slice_cut(element, 11, element.n);
    }
    return slice_starts(element, "ENTITY_") ? slice_cut(element, 7, element.n) : element;
}

static bool is_group(struct slice element)
{
    struct slice group = group_name(element);
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (FIELDS[i].group[0] && slice_is(group, FIELDS[i].group)) {
            return true;
        }
    }
    return false;
}

static void put_in_slot(struct un *u, struct xml_place *at, struct slice group,
                        struct slice element, struct slice text)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (slice_is(group, FIELDS[i].group) && slice_is(element, FIELDS[i].element)) {
            u->slots[FIELDS[i].slot] = arena_copy(&u->r.record, pieces_tidy(&u->r, text));
            return;
        }
    }
    reading_tally(&u->r, REMARK_UNMAPPED, "element", xml_path(at));
}

static void put_listed(struct un *u, enum property prop, struct slice text)
{
    if (property_type(prop) == TYPE_COUNTRY) {
        pieces_put_countries(&u->r, &u->party, prop, text);
        return;
    }
    value_put(&u->r, &u->party, prop, text);
}

/* A VALUE below one of the lists; false when `list` is none. */
static bool put_list_value(struct un *u, struct slice list, struct slice text)
{
    for (size_t i = 0; i < sizeof VALUE_LISTS / sizeof VALUE_LISTS[0]; i++) {
        if (slice_is(list, VALUE_LISTS[i].element)) {
            if (VALUE_LISTS[i].prop != PROP_UNKNOWN) {
                put_listed(u, VALUE_LISTS[i].prop, text);
            }
            return true;
        }
    }
    return false;
}

/* ---- groups ---- */

static void clear_slots(struct un *u, size_t from, size_t to)
{
    memset(u->slots + from, 0, (to - from) * sizeof u->slots[0]);
}

static void end_alias(struct un *u)
{
    static const struct {
        const char *quality;
        enum property prop;
    } QUALITIES[] = {{"Low", PROP_WEAK_ALIAS}, {"f.k.a.", PROP_PREVIOUS_NAME}};
    enum property prop = PROP_ALIAS;
    for (size_t i = 0; i < sizeof QUALITIES / sizeof QUALITIES[0]; i++) {
        if (slice_eq_nocase(u->slots[SLOT_QUALITY], slice_of(QUALITIES[i].quality))) {
            prop = QUALITIES[i].prop;
        }
    }
    un_put_names(&u->r, &u->party, prop, u->slots[SLOT_ALIAS], u->slots[SLOT_NOTE]);
    struct slice place[2] = {u->slots[SLOT_CITY], u->slots[SLOT_COUNTRY]};
    value_put_birth_place(&u->r, &u->party, value_join(&u->r, place, 2, ", "));
    value_put(&u->r, &u->party, PROP_BIRTH_DATE, u->slots[SLOT_DATE]);
}

static struct slice joined_place(struct un *u)
{
    struct slice pieces[5] = {u->slots[SLOT_STREET], u->slots[SLOT_CITY], u->slots[SLOT_STATE],
                              u->slots[SLOT_ZIP], u->slots[SLOT_COUNTRY]};
    return value_join(&u->r, pieces, 5, ", ");
}

/* "Syrian Arab Republic: located in since 2013". */
static void note_on_country(struct un *u)
{
    struct slice pieces[2] = {u->slots[SLOT_COUNTRY], u->slots[SLOT_NOTE]};
    if (pieces[1].n) {
        value_put_joined(&u->r, &u->party, PROP_NOTES, pieces, 2, ": ");
    }
}

static void end_address(struct un *u)
{
    struct slice country = u->slots[SLOT_COUNTRY];
    struct slice place = joined_place(u);
    if (place.n > country.n) {
        value_put_noted(&u->r, &u->party, PROP_ADDRESS, place, u->slots[SLOT_NOTE]);
    } else {
        note_on_country(u);
    }
    pieces_put_countries(&u->r, &u->party, PROP_COUNTRY, country);
}

static void end_birth_place(struct un *u)
{
    struct slice country = u->slots[SLOT_COUNTRY];
    struct slice place = joined_place(u);
    if (place.n > country.n) {
        value_put_noted(&u->r, &u->party, PROP_BIRTH_PLACE, place, u->slots[SLOT_NOTE]);
    } else {
        note_on_country(u);
    }
    pieces_put_countries(&u->r, &u->party, PROP_BIRTH_COUNTRY, country);
}

/* The words of the list in the words that dates are read from. */
static struct slice date_words(struct un *u, bool *circa)
{
    struct slice note = u->slots[SLOT_NOTE];
    *circa = slice_eq_nocase(u->slots[SLOT_DATE_KIND], SLICE("APPROXIMATELY")) ||
             slice_eq_nocase(note, SLICE("Approximately"));
    if (u->slots[SLOT_FROM_YEAR].n || u->slots[SLOT_TO_YEAR].n) {
        struct slice span[2] = {u->slots[SLOT_FROM_YEAR], u->slots[SLOT_TO_YEAR]};
        return value_join(&u->r, span, 2, " to ");
    }
    if (u->slots[SLOT_DATE].n) {
        return u->slots[SLOT_DATE];
    }
    return u->slots[SLOT_YEAR].n ? u->slots[SLOT_YEAR] : note;
}

static void end_birth_date(struct un *u)
{
    bool circa;
    struct date date;
    struct slice note = u->slots[SLOT_NOTE];
    struct slice words = date_words(u, &circa);
    if (words.n == 0) {
        return;
    }
    if (circa && words.p != note.p) {
        struct slice pieces[2] = {SLICE("circa"), words};
        words = value_join(&u->r, pieces, 2, " ");
    }
    if (date_parse(words, true, &date)) {
        value_put(&u->r, &u->party, PROP_BIRTH_DATE, words);
    } else {
        reading_tally(&u->r, REMARK_WARNING, "unreadable_date", words);
        value_put(&u->r, &u->party, PROP_NOTES, words);
    }
    if (note.n && note.p != words.p && !slice_eq_nocase(note, SLICE("Approximately"))) {
        struct slice pieces[2] = {SLICE("Date of birth:"), note};
        value_put_joined(&u->r, &u->party, PROP_NOTES, pieces, 2, " ");
    }
}

static void end_document(struct un *u)
{
    struct slice type = u->slots[SLOT_DOCUMENT];
    struct slice type_2 = u->slots[SLOT_DOCUMENT_2];
    struct slice text = u->slots[SLOT_NUMBER];
    struct slice country = u->slots[SLOT_ISSUER];
    country = country_code(country.n ? country : u->slots[SLOT_ISSUED_IN]);
    bool passport = un_speaks_of_passport(type) || un_speaks_of_passport(type_2) ||
                    (type.n == 0 && un_speaks_of_passport(text));
    value_put_noted(&u->r, &u->party, passport ? PROP_PASSPORT_NUMBER : PROP_ID_NUMBER,
                    un_bare_number(text), country);
    if (u->slots[SLOT_NOTE].n || u->slots[SLOT_ISSUED_ON].n || u->slots[SLOT_ISSUED_AT].n) {
        struct slice pieces[5] = {type.n ? type : type_2, text, u->slots[SLOT_ISSUED_ON],
                                  u->slots[SLOT_ISSUED_AT], u->slots[SLOT_NOTE]};
        value_put_joined(&u->r, &u->party, PROP_NOTES, pieces, 5, ", ");
    }
}

static void end_group(struct un *u, struct slice element)
{
    static const struct {
        const char *group;
        void (*end)(struct un *u);
    } ENDS[] = {{"ALIAS", end_alias},
                {"ADDRESS", end_address},
                {"PLACE_OF_BIRTH", end_birth_place},
                {"DATE_OF_BIRTH", end_birth_date},
                {"DOCUMENT", end_document}};
    struct slice group = group_name(element);
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        if (slice_is(group, ENDS[i].group)) {
            ENDS[i].end(u);
        }
    }
    clear_slots(u, RECORD_SLOTS, SLOTS);
}

/* ---- records ---- */

static void begin_record(struct un *u, uint64_t line, bool person)
{
    reading_record(&u->r, line);
    u->person = person;
    clear_slots(u, 0, SLOTS);
    value_new_entity(&u->r, &u->party, person ? SCHEMA_PERSON : SCHEMA_ORGANIZATION,
                     (struct slice){NULL, 0});
    value_new_entity(&u->r, &u->sanction, SCHEMA_SANCTION, (struct slice){NULL, 0});
}

/* All parts of the name in their order, and each in its property. */
static struct slice put_main_name(struct un *u)
{
    struct slice name = value_join(&u->r, u->slots + SLOT_NAME_1, 4, " ");
    if (u->person) {
        static const enum property MIDDLE[] = {PROP_SECOND_NAME, PROP_MIDDLE_NAME};
        size_t last = SLOT_NAME_4;
        while (last > SLOT_NAME_1 && u->slots[last].n == 0) {
            last--;
        }
        value_put(&u->r, &u->party, PROP_NAME, name);
        if (last > SLOT_NAME_1) {
            value_put(&u->r, &u->party, PROP_FIRST_NAME, u->slots[SLOT_NAME_1]);
            value_put(&u->r, &u->party, PROP_LAST_NAME, u->slots[last]);
        }
        for (size_t i = SLOT_NAME_2; i < last; i++) {
            value_put(&u->r, &u->party, MIDDLE[i - SLOT_NAME_2], u->slots[i]);
        }
        return name;
    }
    size_t cut = slice_find(name, 0, ";");
    struct slice first = slice_trim(slice_cut(name, 0, cut));
    value_put(&u->r, &u->party, PROP_NAME, first);
    if (cut < name.n) {
        un_put_names(&u->r, &u->party, PROP_ALIAS, slice_cut(name, cut, name.n),
                     (struct slice){NULL, 0});
    }
    return first;
}

static unsigned measures_of(struct slice list)
{
    for (size_t i = 0; i < sizeof REGIMES / sizeof REGIMES[0]; i++) {
        if (slice_eq_nocase(list, slice_of(REGIMES[i].list))) {
            return REGIMES[i].measures;
        }
    }
    return FREEZE | TRAVEL;
}

static void put_measures(struct un *u, struct entity *e)
{
    unsigned measures = measures_of(u->slots[SLOT_LIST]);
    if (measures & FREEZE) {
        measure_put(&u->r, e, MEASURE_ASSET_FREEZE);
    }
    if ((measures & TRAVEL) && u->person) {
        measure_put(&u->r, e, MEASURE_TRAVEL_BAN);
    }
    if (measures & ARMS) {
        measure_put(&u->r, e, MEASURE_ARMS_EMBARGO);
    }
}

/* Older entries have the gender in the comments. */
static struct slice gender_of(const struct un *u)
{
    struct slice comments = u->slots[SLOT_COMMENTS];
    if (u->slots[SLOT_GENDER].n) {
        return u->slots[SLOT_GENDER];
    }
    if (slice_starts_nocase(comments, "gender: male")) {
        return SLICE("male");
    }
    return slice_starts_nocase(comments, "gender: female") ? SLICE("female")
                                                           : (struct slice){NULL, 0};
}

static void fill_party(struct un *u)
{
    struct reading *r = &u->r;
    struct entity *p = &u->party;
    value_put_noted(r, p, PROP_ALIAS, u->slots[SLOT_ORIGINAL], SLICE("original"));
    value_put(r, p, PROP_GENDER, gender_of(u));
    value_put(r, p, PROP_NOTES, u->slots[SLOT_COMMENTS]);
    value_put(r, p, PROP_CREATED_AT, u->slots[SLOT_LISTED_ON]);
    value_put(r, p, PROP_UNISC_ID, u->slots[SLOT_REFERENCE]);
    value_put(r, p, PROP_PROGRAM_ID, u->slots[SLOT_LIST]);
    value_put_word(r, p, PROP_TOPICS, "sanction");
    put_measures(u, p);
}

static void fill_sanction(struct un *u)
{
    struct reading *r = &u->r;
    struct entity *s = &u->sanction;
    value_put(r, s, PROP_ENTITY, u->party.id);
    value_put_word(r, s, PROP_AUTHORITY, "United Nations Security Council");
    value_put(r, s, PROP_AUTHORITY_ID, u->slots[SLOT_REFERENCE]);
    value_put(r, s, PROP_PROGRAM_ID, u->slots[SLOT_LIST]);
    value_put(r, s, PROP_LISTING_DATE, u->slots[SLOT_LISTED_ON]);
    value_put(r, s, PROP_NOTES, u->slots[SLOT_SUBMITTED_BY]);
    put_measures(u, s);
}

static int end_record(struct un *u, struct diag *diag)
{
    struct slice name = put_main_name(u);
    struct slice reference = u->slots[SLOT_REFERENCE];
    if (reference.n == 0) {
        reading_refuse(&u->r, "no_id", "a record without REFERENCE_NUMBER");
        return 0;
    }
    struct slice pieces[2] = {SLICE("un:"), reference};
    struct slice id = value_join(&u->r, pieces, 2, "");
    if (name.n == 0) {
        u->r.id = id;
        reading_refuse(&u->r, "no_name", "a record without a name");
        return 0;
    }
    TRY(reading_id(&u->r, id, name, &u->party.id, diag));
    u->sanction.id = reading_part_id(&u->r, u->party.id, "sanction");
    fill_party(u);
    fill_sanction(u);
    if (reading_in_trouble(&u->r)) {
        return 0;
    }
    TRY(reading_emit(&u->r, &u->party, diag));
    TRY(reading_emit(&u->r, &u->sanction, diag));
    reading_taken(&u->r);
    return 0;
}

/* ---- what the parser calls ---- */

static bool is_record(struct slice name)
{
    return slice_is(name, "INDIVIDUAL") || slice_is(name, "ENTITY");
}

static int on_begin(void *context, struct xml_place *at, struct slice name,
                    const char *const *attributes)
{
    struct un *u = context;
    (void)attributes;
    if (xml_depth(at) == 1 && !slice_is(name, "CONSOLIDATED_LIST")) {
        FAIL(xml_diag(at), ERR_FORMAT, "the root element is '%.*s', not CONSOLIDATED_LIST",
             SLICE_ARG(name));
    }
    if (xml_depth(at) == RECORD_DEPTH && is_record(name)) {
        begin_record(u, xml_line(at), slice_is(name, "INDIVIDUAL"));
    }
    return 0;
}

static int on_end(void *context, struct xml_place *at, struct slice name, struct slice text)
{
    struct un *u = context;
    size_t depth = xml_depth(at);
    if (depth < RECORD_DEPTH) {
        return 0;
    }
    if (!is_record(xml_ancestor(at, depth - RECORD_DEPTH))) {
        reading_tally(&u->r, REMARK_UNMAPPED, "element", xml_path(at));
        return 0;
    }
    if (depth == RECORD_DEPTH) {
        return end_record(u, xml_diag(at));
    }
    struct slice parent = xml_ancestor(at, 1);
    if (depth == FIELD_DEPTH && is_group(name)) {
        end_group(u, name);
    } else if (depth == FIELD_DEPTH && !put_list_value(u, name, text)) {
        put_in_slot(u, at, (struct slice){NULL, 0}, name, text);
    } else if (depth == GROUP_FIELD_DEPTH) {
        bool listed = slice_is(name, "VALUE") && put_list_value(u, parent, text);
        if (!listed) {
            put_in_slot(u, at, group_name(parent), name, text);
        }
    } else if (depth > GROUP_FIELD_DEPTH) {
        reading_tally(&u->r, REMARK_UNMAPPED, "element", xml_path(at));
    }
    return 0;
}

static int read_list(struct snapshot *snap, const struct list_sink *sink, struct diag *diag)
{
    struct un u = {.person = false};
    reading_init(&u.r, snap, sink);
    struct input *in = NULL;
    int result = reading_open(&u.r, snap->files[0].path, &in, diag);
    if (result == 0) {
        struct xml_handler handler = {on_begin, on_end, &u};
        result = xml_read(input_pull(in), &handler, diag);
    }
    if (result == 0) {
        reading_hash(&u.r, in);
    }
    reading_close(&u.r, in);
    result = reading_failed(&u.r, result, diag);
    reading_end(&u.r);
    return result;
}

/* ---- recognising ---- */

static const char *recognise(const struct list_probe *probe)
{
    return slice_find(probe->head, 0, "<CONSOLIDATED_LIST") < probe->head.n ? "xml" : NULL;
}

static bool date_of(const struct list_probe *probe, char out[LIST_DATE_TEXT])
{
    static const char MARK[] = "dateGenerated=\"";
    size_t at = slice_find(probe->head, 0, MARK) + sizeof MARK - 1;
    if (at + 10 > probe->head.n) {
        return false;
    }
    struct date date;
    char normal[DATE_TEXT];
    struct slice day = slice_cut(probe->head, at, at + 10);
    if (!date_parse(day, true, &date) || date.precision != DATE_DAY) {
        return false;
    }
    size_t n = date_print(&date, normal);
    memcpy(out, normal, n);
    out[n] = '\0';
    return true;
}

const struct list_reader UN_SC_XML = {
    .kind = "un_sc_sanctions",
    .dataset = "un_sc_sanctions",
    .title = "UN Security Council Consolidated Sanctions",
    .recognise = recognise,
    .date = date_of,
    .read = read_list,
};
