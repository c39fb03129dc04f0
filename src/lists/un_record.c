#include "lists/un_record.h"

#include "lists/pieces.h"
#include "lists/un_text.h"
#include "lists/values.h"
#include "model/country.h"
#include "model/date.h"

/* Elements directly below a record ("" as group) and below a group.  Groups are named without
 * INDIVIDUAL_ and ENTITY_ in front. */
static const struct {
    const char *group;
    const char *element;
    enum un_slot slot;
} FIELDS[] = {
    {"", "DATAID", UN_IGNORED},
    {"", "VERSIONNUM", UN_IGNORED},
    {"", "SORT_KEY", UN_IGNORED},
    {"", "SORT_KEY_LAST_MOD", UN_IGNORED},
    {"", "FIRST_NAME", UN_NAME_1},
    {"", "SECOND_NAME", UN_NAME_2},
    {"", "THIRD_NAME", UN_NAME_3},
    {"", "FOURTH_NAME", UN_NAME_4},
    {"", "NAME_ORIGINAL_SCRIPT", UN_ORIGINAL},
    {"", "UN_LIST_TYPE", UN_LIST},
    {"", "REFERENCE_NUMBER", UN_REFERENCE},
    {"", "LISTED_ON", UN_LISTED_ON},
    {"", "GENDER", UN_GENDER},
    {"", "COMMENTS1", UN_COMMENTS},
    {"", "SUBMITTED_BY", UN_SUBMITTED_BY},
    {"ALIAS", "QUALITY", UN_QUALITY},
    {"ALIAS", "ALIAS_NAME", UN_ALIAS},
    {"ALIAS", "NOTE", UN_NOTE},
    {"ALIAS", "DATE_OF_BIRTH", UN_DATE},
    {"ALIAS", "CITY_OF_BIRTH", UN_CITY},
    {"ALIAS", "COUNTRY_OF_BIRTH", UN_COUNTRY},
    {"ADDRESS", "STREET", UN_STREET},
    {"ADDRESS", "CITY", UN_CITY},
    {"ADDRESS", "STATE_PROVINCE", UN_STATE},
    {"ADDRESS", "ZIP_CODE", UN_ZIP},
    {"ADDRESS", "COUNTRY", UN_COUNTRY},
    {"ADDRESS", "NOTE", UN_NOTE},
    {"PLACE_OF_BIRTH", "STREET", UN_STREET},
    {"PLACE_OF_BIRTH", "CITY", UN_CITY},
    {"PLACE_OF_BIRTH", "STATE_PROVINCE", UN_STATE},
    {"PLACE_OF_BIRTH", "COUNTRY", UN_COUNTRY},
    {"PLACE_OF_BIRTH", "NOTE", UN_NOTE},
    {"DATE_OF_BIRTH", "TYPE_OF_DATE", UN_DATE_KIND},
    {"DATE_OF_BIRTH", "DATE", UN_DATE},
    {"DATE_OF_BIRTH", "YEAR", UN_YEAR},
    {"DATE_OF_BIRTH", "FROM_YEAR", UN_FROM_YEAR},
    {"DATE_OF_BIRTH", "TO_YEAR", UN_TO_YEAR},
    {"DATE_OF_BIRTH", "NOTE", UN_NOTE},
    {"DOCUMENT", "TYPE_OF_DOCUMENT", UN_DOCUMENT},
    {"DOCUMENT", "TYPE_OF_DOCUMENT2", UN_DOCUMENT_2},
    {"DOCUMENT", "NUMBER", UN_NUMBER},
    {"DOCUMENT", "ISSUING_COUNTRY", UN_ISSUER},
    {"DOCUMENT", "COUNTRY_OF_ISSUE", UN_ISSUED_IN},
    {"DOCUMENT", "CITY_OF_ISSUE", UN_ISSUED_AT},
    {"DOCUMENT", "DATE_OF_ISSUE", UN_ISSUED_ON},
    {"DOCUMENT", "NOTE", UN_NOTE},
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

/* ---- where an element stands ---- */

static struct slice group_name(struct slice element)
{
    if (slice_starts(element, "INDIVIDUAL_")) {
        return slice_cut(element, 11, element.n);
    }
    return slice_starts(element, "ENTITY_") ? slice_cut(element, 7, element.n) : element;
}

bool un_is_group(struct slice element)
{
    struct slice group = group_name(element);
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (FIELDS[i].group[0] && slice_is(group, FIELDS[i].group)) {
            return true;
        }
    }
    return false;
}

void un_put_in_slot(struct un *u, struct xml_place *at, struct slice group,
                    struct slice element, struct slice text)
{
    group = group_name(group);
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

bool un_put_list_value(struct un *u, struct slice list, struct slice text)
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

void un_clear_slots(struct un *u, size_t from, size_t to)
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
        if (slice_eq_nocase(u->slots[UN_QUALITY], slice_of(QUALITIES[i].quality))) {
            prop = QUALITIES[i].prop;
        }
    }
    un_put_names(&u->r, &u->party, prop, u->slots[UN_ALIAS], u->slots[UN_NOTE]);
    struct slice place[2] = {u->slots[UN_CITY], u->slots[UN_COUNTRY]};
    value_put_birth_place(&u->r, &u->party, value_join(&u->r, place, 2, ", "));
    value_put(&u->r, &u->party, PROP_BIRTH_DATE, u->slots[UN_DATE]);
}

static struct slice joined_place(struct un *u)
{
    struct slice pieces[5] = {u->slots[UN_STREET], u->slots[UN_CITY], u->slots[UN_STATE],
                              u->slots[UN_ZIP], u->slots[UN_COUNTRY]};
    return value_join(&u->r, pieces, 5, ", ");
}

/* "Syrian Arab Republic: located in since 2013". */
static void note_on_country(struct un *u)
{
    struct slice pieces[2] = {u->slots[UN_COUNTRY], u->slots[UN_NOTE]};
    if (pieces[1].n) {
        value_put_joined(&u->r, &u->party, PROP_NOTES, pieces, 2, ": ");
    }
}

static void end_address(struct un *u)
{
    struct slice country = u->slots[UN_COUNTRY];
    struct slice place = joined_place(u);
    if (place.n > country.n) {
        value_put_noted(&u->r, &u->party, PROP_ADDRESS, place, u->slots[UN_NOTE]);
    } else {
        note_on_country(u);
    }
    pieces_put_countries(&u->r, &u->party, PROP_COUNTRY, country);
}

static void end_birth_place(struct un *u)
{
    struct slice country = u->slots[UN_COUNTRY];
    struct slice place = joined_place(u);
    if (place.n > country.n) {
        value_put_noted(&u->r, &u->party, PROP_BIRTH_PLACE, place, u->slots[UN_NOTE]);
    } else {
        note_on_country(u);
    }
    pieces_put_countries(&u->r, &u->party, PROP_BIRTH_COUNTRY, country);
}

/* The words of the list in the words that dates are read from. */
static struct slice date_words(struct un *u, bool *circa)
{
    struct slice note = u->slots[UN_NOTE];
    *circa = slice_eq_nocase(u->slots[UN_DATE_KIND], SLICE("APPROXIMATELY")) ||
             slice_eq_nocase(note, SLICE("Approximately"));
    if (u->slots[UN_FROM_YEAR].n || u->slots[UN_TO_YEAR].n) {
        struct slice span[2] = {u->slots[UN_FROM_YEAR], u->slots[UN_TO_YEAR]};
        return value_join(&u->r, span, 2, " to ");
    }
    if (u->slots[UN_DATE].n) {
        return u->slots[UN_DATE];
    }
    return u->slots[UN_YEAR].n ? u->slots[UN_YEAR] : note;
}

static void end_birth_date(struct un *u)
{
    bool circa;
    struct date date;
    struct slice note = u->slots[UN_NOTE];
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
    struct slice type = u->slots[UN_DOCUMENT];
    struct slice type_2 = u->slots[UN_DOCUMENT_2];
    struct slice text = u->slots[UN_NUMBER];
    struct slice country = u->slots[UN_ISSUER];
    country = country_code(country.n ? country : u->slots[UN_ISSUED_IN]);
    bool passport = un_speaks_of_passport(type) || un_speaks_of_passport(type_2) ||
                    (type.n == 0 && un_speaks_of_passport(text));
    value_put_noted(&u->r, &u->party, passport ? PROP_PASSPORT_NUMBER : PROP_ID_NUMBER,
                    un_bare_number(text), country);
    if (u->slots[UN_NOTE].n || u->slots[UN_ISSUED_ON].n || u->slots[UN_ISSUED_AT].n) {
        struct slice pieces[5] = {type.n ? type : type_2, text, u->slots[UN_ISSUED_ON],
                                  u->slots[UN_ISSUED_AT], u->slots[UN_NOTE]};
        value_put_joined(&u->r, &u->party, PROP_NOTES, pieces, 5, ", ");
    }
}

void un_end_group(struct un *u, struct slice element)
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
    un_clear_slots(u, UN_RECORD_SLOTS, UN_SLOTS);
}
