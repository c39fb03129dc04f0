/*
 * The Canadian list.  A record is known by its country (which is a regulation), schedule and
 * item; what has the date of a ship's building is a ship.
 */
#include "lists/ammitto.h"
#include "lists/measures.h"

static const struct listing_authority AUTHORITY = {"ca:", "Global Affairs Canada", "ca"};

/* ---- names ---- */

/* "Islamic Revolutionary Guard Corps/Corps des Gardiens …": English and French.  A slash within
 * brackets, or beside a single word ("M/V Maria"), parts nothing. */
static bool split_languages(struct slice name, struct slice *english, struct slice *french)
{
    struct slice rest = name;
    *english = slice_trim(slice_next(&rest, '/'));
    *french = slice_trim(rest);
    size_t opened = slice_find(*english, 0, "(");
    size_t closed = slice_find(*english, 0, ")");
    bool within = opened < english->n && closed == english->n;
    return french->n && !within && slice_find(*french, 0, "/") == french->n &&
           slice_find(*english, 0, " ") < english->n && slice_find(*french, 0, " ") < french->n;
}

/* "KORSAR Ltd. (also known as Korus Consulting)(or Korus)": the name, and what it is known as. */
static void put_known_as(struct ammitto *a, struct slice name)
{
    static const char MARK[] = "(also known as ";
    static const char OR[] = ")(or ";
    struct slice nothing = {NULL, 0};
    size_t at = slice_find(name, 0, MARK);
    if (at == name.n) {
        struct slice english, french;
        bool two = split_languages(name, &english, &french);
        listing_name(&a->l, PROP_NAME, two ? english : name, nothing, 1);
        listing_name(&a->l, PROP_ALIAS, two ? french : nothing, SLICE("fr"), 0);
        return;
    }
    struct slice other = listing_trim(slice_cut(name, at + sizeof MARK - 1, name.n));
    if (other.n && other.p[other.n - 1] == ')') {
        other = slice_cut(other, 0, other.n - 1);
    }
    listing_name(&a->l, PROP_NAME, slice_cut(name, 0, at), nothing, 1);
    size_t more = slice_find(other, 0, OR);
    listing_name(&a->l, PROP_ALIAS, slice_cut(other, 0, more), nothing, 0);
    if (more < other.n) {
        listing_name(&a->l, PROP_ALIAS, slice_cut(other, more + sizeof OR - 1, other.n),
                     nothing, 0);
    }
}

/* A given name alone is the whole name of somebody. */
static void put_person(struct ammitto *a, struct slice given, struct slice last)
{
    struct slice pieces[2] = {given, last};
    a->l.party.schema = SCHEMA_PERSON;
    listing_name(&a->l, PROP_NAME, value_join(&a->r, pieces, 2, " "), (struct slice){NULL, 0},
                 1);
    if (given.n && last.n) {
        value_put(&a->r, &a->l.party, PROP_FIRST_NAME, given);
        value_put(&a->r, &a->l.party, PROP_LAST_NAME, last);
    }
}

/* ---- dates ---- */

/* "1972-08-26 or 1974-05-31" is two. */
static void put_dates(struct ammitto *a, enum property prop, struct slice text)
{
    static const char *const BETWEEN[] = {" or ", " OR "};
    for (size_t i = 0; i < 2; i++) {
        size_t at = slice_find(text, 0, BETWEEN[i]);
        if (at < text.n) {
            value_put(&a->r, &a->l.party, prop, slice_cut(text, 0, at));
            value_put(&a->r, &a->l.party, prop, slice_cut(text, at + 4, text.n));
            return;
        }
    }
    value_put(&a->r, &a->l.party, prop, text);
}

/* ---- the record ---- */

/* "Russia / Russie" → "Russia". */
static struct slice english_country(struct slice country)
{
    return listing_trim(slice_cut(country, 0, slice_find(country, 0, " / ")));
}

static void put_sanction(struct ammitto *a, struct slice country, struct slice schedule,
                         struct slice item, struct slice listed_on)
{
    struct entity *s = listing_sanction(&a->l, (struct slice){NULL, 0});
    struct slice where[4] = {schedule.n ? SLICE("schedule") : schedule, schedule, SLICE("item"),
                             item};
    listing_put_both(&a->l, s, PROP_PROGRAM_ID, english_country(country));
    value_put(&a->r, s, PROP_PROGRAM, country);
    value_put_joined(&a->r, s, PROP_AUTHORITY_ID, where, 4, " ");
    value_put(&a->r, s, PROP_LISTING_DATE, listed_on);
    value_put(&a->r, &a->l.party, PROP_CREATED_AT, listed_on);
    measure_put_both(&a->l, s, measure_of_schedule(english_country(country), schedule));
}

/* "Russia/1, Part 1/503"; empty without country or item. */
static struct slice number_of(struct ammitto *a, struct slice country, struct slice schedule,
                              struct slice item)
{
    struct slice head[2] = {english_country(country), SLICE("/")};
    struct slice tail[2] = {SLICE("/"), item};
    struct slice pieces[3] = {value_join(&a->r, head, 2, ""), schedule,
                              value_join(&a->r, tail, 2, "")};
    return head[0].n && item.n ? value_join(&a->r, pieces, 3, "") : (struct slice){NULL, 0};
}

int ammitto_take_ca(struct ammitto *a, const struct json_value *root, struct diag *diag)
{
    static const char *const KNOWN[] = {
        "_file",      "country",         "last_name",
        "given_name", "entity_or_ship",  "schedule",
        "item",       "date_of_listing", "date_of_birth_or_ship_build_date",
        NULL};
    char room[JSON_SCALAR_TEXT], room_of_item[JSON_SCALAR_TEXT];
    struct slice country = listing_trim(json_member_text(root, "country"));
    struct slice schedule = ammitto_text(root, "schedule", room);
    struct slice item = ammitto_text(root, "item", room_of_item);
    struct slice given = listing_trim(json_member_text(root, "given_name"));
    struct slice last = listing_trim(json_member_text(root, "last_name"));
    struct slice firm = listing_trim(json_member_text(root, "entity_or_ship"));
    struct slice day = listing_trim(json_member_text(root, "date_of_birth_or_ship_build_date"));
    ammitto_tally(a, root, "", KNOWN);
    if (given.n || last.n) {
        put_person(a, given, last);
        put_dates(a, PROP_BIRTH_DATE, day);
    }
    if (firm.n) {
        put_known_as(a, firm);
        if (given.n + last.n == 0) {
            a->l.party.schema = day.n ? SCHEMA_VESSEL : SCHEMA_ORGANIZATION;
            put_dates(a, PROP_BUILD_DATE, day);
        }
    }
    put_sanction(a, country, schedule, item, json_member_text(root, "date_of_listing"));
    return listing_end(&a->l, &AUTHORITY, number_of(a, country, schedule, item), diag);
}
