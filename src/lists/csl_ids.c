#include "lists/csl_ids.h"

#include <string.h>

#include "lists/ofac_remarks.h"
#include "lists/pieces.h"
#include "lists/values.h"
#include "model/country.h"
#include "model/date.h"

struct piece {
    struct slice whole;
    struct slice label;
    struct slice country; /* code as it stands there, or empty */
    struct slice dates;   /* all dates before the value, or empty */
    struct slice value;
};

struct slice csl_next(struct slice *rest)
{
    size_t at = slice_find(*rest, 0, "; ");
    struct slice piece = slice_cut(*rest, 0, at);
    *rest = at < rest->n ? slice_cut(*rest, at + 2, rest->n) : (struct slice){NULL, 0};
    return slice_trim(piece);
}

/* Labels that only this list has. */
static const struct ofac_label OTHERS[] = {
    {"Registration Country", OFAC_TEXT, PROP_JURISDICTION},
    {"MICEX Code", OFAC_TEXT, PROP_TICKER},
    {"UN/LOCODE", OFAC_NOTE, PROP_NOTES},
    {NULL, OFAC_NOTE, PROP_NOTES},
};

/* The longest label that the text begins with, a blank or the end behind it; NULL. */
static const struct ofac_label *find_label(const struct ofac_label *labels, struct slice text)
{
    const struct ofac_label *best = NULL;
    size_t length = 0;
    for (const struct ofac_label *l = labels; l->text; l++) {
        size_t n = strlen(l->text);
        bool fits = slice_starts(text, l->text) &&
                    (n == text.n || text.p[n] == ' ' || text.p[n] == ':');
        if (fits && n > length) {
            best = l;
            length = n;
        }
    }
    return best;
}

static bool is_day(struct slice s)
{
    struct date date;
    return s.n == 10 && date_parse(s, true, &date) && date.precision == DATE_DAY;
}

/* The last part is the label; a country of two letters and dates may lead. */
static struct piece take_apart(struct slice whole)
{
    struct piece p = {.whole = whole, .label = whole};
    struct slice rest = {NULL, 0};
    for (size_t i = 0; i + 2 < whole.n; i++) {
        if (whole.p[i] == ',' && whole.p[i + 1] == ' ') {
            p.label = slice_trim(slice_cut(whole, i + 2, whole.n));
            rest = slice_cut(whole, 0, i);
        }
    }
    size_t comma = slice_find(rest, 0, ", ");
    if (comma == 2 && rest.n > 4 && ascii_is_upper(rest.p[0]) && ascii_is_upper(rest.p[1])) {
        p.country = slice_cut(rest, 0, 2);
        rest = slice_cut(rest, 4, rest.n);
    }
    p.dates = slice_cut(rest, 0, 0);
    for (comma = slice_find(rest, 0, ", "); comma < rest.n && is_day(slice_cut(rest, 0, comma));
         comma = slice_find(rest, 0, ", ")) {
        p.dates.n += comma + 2;
        rest = slice_cut(rest, comma + 2, rest.n);
    }
    p.value = rest;
    return p;
}

static enum property document_property(const struct entity *party, const struct ofac_label *l,
                                       const struct piece *p)
{
    if (l->use == OFAC_VESSEL_ID && !slice_starts(p->value, "IMO")) {
        return PROP_REGISTRATION_NUMBER;
    }
    return ofac_number_property(l, party->schema, country_code(p->country), p->value);
}

static void put_document(struct reading *r, struct entity *party, const struct ofac_label *l,
                         const struct piece *p)
{
    struct slice value = p->value;
    if (l->use == OFAC_VESSEL_ID && slice_starts(value, "IMO")) {
        value = slice_cut(value, 3, value.n);
    }
    value_put_noted(r, party, document_property(party, l, p), value, country_code(p->country));
    if (p->dates.n) {
        value_put(r, party, PROP_NOTES, p->whole);
    }
}

/* "Listing Date (EO 14024 Directive 2):" → "EO 14024 Directive 2". */
static struct slice bracket_of(struct slice label)
{
    size_t open = slice_find(label, 0, "(");
    size_t close = slice_find(label, open, ")");
    return close < label.n ? slice_cut(label, open + 1, close) : (struct slice){NULL, 0};
}

static void put_piece(struct reading *r, struct entity *party, struct entity *sanction,
                      const struct piece *p)
{
    const struct ofac_label *l = find_label(OFAC_LABELS, p->label);
    l = l ? l : find_label(OTHERS, p->label);
    if (!l || p->value.n == 0) {
        reading_tally(r, REMARK_UNMAPPED, "id_label", p->label);
        value_put(r, party, PROP_NOTES, p->whole);
        return;
    }
    struct slice currency = slice_trim(slice_cut(p->label, strlen(l->text), p->label.n));
    struct slice rule[2] = {p->label, p->value};
    switch (l->use) {
    case OFAC_TEXT:
    case OFAC_PLACE:
    case OFAC_ALIAS:
        if (pieces_say_nothing(p->value)) {
            break;
        }
        value_put(r, party, l->prop, p->value);
        break;
    case OFAC_WALLET:
        value_put_noted(r, party, l->prop, p->value, currency);
        break;
    case OFAC_RULE:
        value_put_joined(r, sanction, l->prop, rule, 2, " ");
        break;
    case OFAC_RULE_DATE:
        value_put_noted(r, sanction, l->prop, p->value, bracket_of(p->label));
        break;
    case OFAC_TIE:
    case OFAC_NOTE:
        value_put(r, party, PROP_NOTES, p->whole);
        break;
    case OFAC_DOCUMENT:
    case OFAC_REGISTER:
    case OFAC_TAX:
    case OFAC_VESSEL_ID:
        put_document(r, party, l, p);
        break;
    }
}

void csl_put_ids(struct reading *r, struct entity *party, struct entity *sanction,
                 struct slice text)
{
    while (text.n) {
        struct slice whole = csl_next(&text);
        if (whole.n) {
            struct piece p = take_apart(whole);
            put_piece(r, party, sanction, &p);
        }
    }
}
