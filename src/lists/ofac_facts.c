/*
 * ofac_facts - facts of a record as segments of the remarks column, and its remarks.
 */
#include <string.h>

#include "lists/ofac_common.h"
#include "lists/values.h"

static const struct slice NOTHING = {NULL, 0};

/* Facts whose label in the remarks column is another word, or none. */
static const struct {
    const char *type;
    const char *label;  /* of the remarks, or NULL */
    enum property prop; /* PROP_UNKNOWN when the label decides */
} FACTS[] = {
    {"Birthdate", "DOB", PROP_UNKNOWN},
    {"Place of Birth", "POB", PROP_UNKNOWN},
    {"Nationality Country", "nationality", PROP_UNKNOWN},
    {"Citizenship Country", "citizen", PROP_UNKNOWN},
    {"VESSEL TYPE", "Vessel Type", PROP_UNKNOWN},
    {"SWIFT/BIC", NULL, PROP_SWIFT_BIC}, /* has no digit as a rule, which is no number there */
    {"Vessel Tonnage", NULL, PROP_TONNAGE},
    {"Vessel Gross Registered Tonnage", NULL, PROP_GROSS_TONNAGE},
};

static void put_title(struct ofac_record *rec, struct slice title)
{
    value_put(rec->r, &rec->d.party, PROP_TITLE, title);
    if (rec->d.party.schema == SCHEMA_PERSON) {
        value_put(rec->r, &rec->d.party, PROP_POSITION, title);
    }
}

/* Does the table of labels know how the segment begins? */
static bool has_label(struct slice segment)
{
    for (const struct ofac_label *l = OFAC_LABELS; l->text; l++) {
        if (l->text[0] != segment.p[0] || !slice_starts(segment, l->text)) {
            continue;
        }
        size_t n = strlen(l->text);
        char end = l->text[n - 1];
        if (segment.n == n || segment.p[n] == ' ' || end == ':' || end == '#') {
            return true;
        }
    }
    return false;
}

/* One segment, into the draft.  A semicolon would cut it and a full stop at its end be lost. */
static void read_segment(struct ofac_record *rec, struct slice segment)
{
    char *p = arena_alloc(&rec->r->record, segment.n + 1);
    if (!p || !segment.p || segment.n == 0) {
        return;
    }
    for (size_t i = 0; i < segment.n; i++) {
        p[i] = segment.p[i];
        if (p[i] == ';') {
            p[i] = ',';
        }
    }
    p[segment.n] = '.';
    ofac_read_remarks(&rec->d, (struct slice){p, segment.n + 1});
}

/* " (Egypt)" behind a number; nothing for a country that is not known. */
static struct slice in_brackets(struct ofac_record *rec, struct slice country)
{
    struct slice pieces[3] = {SLICE("("), ofac_plain_country(country), SLICE(")")};
    return pieces[1].n ? value_join(rec->r, pieces, 3, "") : NOTHING;
}

struct slice ofac_number_at(struct ofac_record *rec, struct slice number, struct slice place,
                            struct slice country)
{
    struct slice pieces[2] = {number, in_brackets(rec, place)};
    if (slice_eq(place, country) || !pieces[1].p || !number.p) {
        return number;
    }
    for (size_t i = 0; i + pieces[1].n <= number.n; i++) {
        if (memcmp(number.p + i, pieces[1].p, pieces[1].n) == 0) {
            return number;
        }
    }
    return value_join(rec->r, pieces, 2, " ");
}

static void read_fact(struct ofac_record *rec, const struct ofac_fact *f, struct slice label)
{
    struct slice pieces[7] = {label,
                              f->value,
                              in_brackets(rec, f->country),
                              f->issued.n ? SLICE("issued") : NOTHING,
                              f->issued,
                              f->expires.n ? SLICE("expires") : NOTHING,
                              f->expires};
    struct slice segment = value_join(rec->r, pieces, 7, " ");
    if (f->value.n && !has_label(segment)) {
        reading_tally(rec->r, REMARK_UNMAPPED, "feature", f->type);
    }
    if (f->value.n) {
        read_segment(rec, segment);
    }
    if (f->comment.n) {
        struct slice note[3] = {label, f->value, f->comment};
        value_put_joined(rec->r, &rec->d.party, PROP_NOTES, note, 3, " ");
    }
}

static void put_fact(struct ofac_record *rec, const struct ofac_fact *f)
{
    if (slice_is(f->type, "Title")) {
        put_title(rec, f->value);
        return;
    }
    if (slice_is(f->type, "Vessel Owner")) {
        rec->owner = f->value;
        return;
    }
    for (size_t i = 0; i < sizeof FACTS / sizeof FACTS[0]; i++) {
        if (!slice_is(f->type, FACTS[i].type)) {
            continue;
        }
        if (FACTS[i].label) {
            read_fact(rec, f, slice_of(FACTS[i].label));
        } else {
            value_put(rec->r, &rec->d.party, FACTS[i].prop, f->value);
        }
        return;
    }
    read_fact(rec, f, f->type);
}

/* "(Linked To: X; Linked To: Y)": the brackets stand around several segments. */
static struct slice without_brackets(struct slice segment)
{
    if (slice_starts(segment, "(Linked To:") || slice_starts(segment, "(Linked to:")) {
        segment = slice_cut(segment, 1, segment.n);
    }
    if (!segment.p || !slice_starts(segment, "Linked ") || segment.p[segment.n - 1] != ')') {
        return segment;
    }
    int open = 0;
    for (size_t i = 0; i < segment.n; i++) {
        open += (segment.p[i] == '(') - (segment.p[i] == ')');
    }
    return open < 0 ? slice_trim(slice_cut(segment, 0, segment.n - 1)) : segment;
}

static void read_remarks(struct ofac_record *rec)
{
    struct slice rest = rec->remarks;
    while (rest.n) {
        struct slice segment = slice_trim(slice_next(&rest, ';'));
        if (segment.n) {
            read_segment(rec, without_brackets(segment));
        }
    }
}

void ofac_read_facts(struct ofac_record *rec)
{
    put_title(rec, rec->title);
    for (const struct ofac_fact *f = rec->first_fact; f; f = f->next) {
        put_fact(rec, f);
    }
    read_remarks(rec);
}
