/*
 * un_xml - the consolidated list of the United Nations Security Council.
 *
 *   CONSOLIDATED_LIST dateGenerated
 *     INDIVIDUALS / INDIVIDUAL, ENTITIES / ENTITY     one record each
 *       FIRST_NAME … FOURTH_NAME, REFERENCE_NUMBER …  plain fields
 *       NATIONALITY / VALUE …                         lists
 *       INDIVIDUAL_ALIAS / QUALITY, ALIAS_NAME …      groups, several of each
 *
 * A table (un_record.c) says where the text of each element goes: into a slot of the record or
 * of the group at work.  At the end of a group its slots become values; at the end of the record the record
 * is handed out.  An element that the table does not have is tallied as unmapped.
 */
#include <string.h>

#include "lists/measures.h"
#include "lists/readers.h"
#include "lists/un_record.h"
#include "lists/un_text.h"
#include "lists/values.h"
#include "model/date.h"

/* The depth of a record; its fields are one deeper, the fields of groups two. */
enum { RECORD_DEPTH = 3, FIELD_DEPTH = 4, GROUP_FIELD_DEPTH = 5 };

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

/* ---- records ---- */

static void begin_record(struct un *u, uint64_t line, bool person)
{
    reading_record(&u->r, line);
    u->person = person;
    un_clear_slots(u, 0, UN_SLOTS);
    value_new_entity(&u->r, &u->party, person ? SCHEMA_PERSON : SCHEMA_ORGANIZATION,
                     (struct slice){NULL, 0});
    value_new_entity(&u->r, &u->sanction, SCHEMA_SANCTION, (struct slice){NULL, 0});
}

/* All parts of the name in their order, and each in its property. */
static struct slice put_main_name(struct un *u)
{
    struct slice name = value_join(&u->r, u->slots + UN_NAME_1, 4, " ");
    if (u->person) {
        static const enum property MIDDLE[] = {PROP_SECOND_NAME, PROP_MIDDLE_NAME};
        size_t last = UN_NAME_4;
        while (last > UN_NAME_1 && u->slots[last].n == 0) {
            last--;
        }
        value_put(&u->r, &u->party, PROP_NAME, name);
        if (last > UN_NAME_1) {
            value_put(&u->r, &u->party, PROP_FIRST_NAME, u->slots[UN_NAME_1]);
            value_put(&u->r, &u->party, PROP_LAST_NAME, u->slots[last]);
        }
        for (size_t i = UN_NAME_2; i < last; i++) {
            value_put(&u->r, &u->party, MIDDLE[i - UN_NAME_2], u->slots[i]);
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
    unsigned measures = measures_of(u->slots[UN_LIST]);
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
    struct slice comments = u->slots[UN_COMMENTS];
    if (u->slots[UN_GENDER].n) {
        return u->slots[UN_GENDER];
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
    value_put_noted(r, p, PROP_ALIAS, u->slots[UN_ORIGINAL], SLICE("original"));
    value_put(r, p, PROP_GENDER, gender_of(u));
    value_put(r, p, PROP_NOTES, u->slots[UN_COMMENTS]);
    value_put(r, p, PROP_CREATED_AT, u->slots[UN_LISTED_ON]);
    value_put(r, p, PROP_UNISC_ID, u->slots[UN_REFERENCE]);
    value_put(r, p, PROP_PROGRAM_ID, u->slots[UN_LIST]);
    value_put_word(r, p, PROP_TOPICS, "sanction");
    put_measures(u, p);
}

static void fill_sanction(struct un *u)
{
    struct reading *r = &u->r;
    struct entity *s = &u->sanction;
    value_put(r, s, PROP_ENTITY, u->party.id);
    value_put_word(r, s, PROP_AUTHORITY, "United Nations Security Council");
    value_put(r, s, PROP_AUTHORITY_ID, u->slots[UN_REFERENCE]);
    value_put(r, s, PROP_PROGRAM_ID, u->slots[UN_LIST]);
    value_put(r, s, PROP_LISTING_DATE, u->slots[UN_LISTED_ON]);
    value_put(r, s, PROP_NOTES, u->slots[UN_SUBMITTED_BY]);
    put_measures(u, s);
}

static int end_record(struct un *u, struct diag *diag)
{
    struct slice name = put_main_name(u);
    struct slice reference = u->slots[UN_REFERENCE];
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
    if (depth == FIELD_DEPTH && un_is_group(name)) {
        un_end_group(u, name);
    } else if (depth == FIELD_DEPTH && !un_put_list_value(u, name, text)) {
        un_put_in_slot(u, at, (struct slice){NULL, 0}, name, text);
    } else if (depth == GROUP_FIELD_DEPTH) {
        bool listed = slice_is(name, "VALUE") && un_put_list_value(u, parent, text);
        if (!listed) {
            un_put_in_slot(u, at, parent, name, text);
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
