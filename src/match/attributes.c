#include "match/attributes.h"

#include "model/country.h"

/* Shorter numbers of documents are too often the same by chance. */
enum { DOCUMENT_LENGTH_MIN = 5 };

bool attributes_any(const struct attributes *a)
{
    return a->birth_date_count || a->country_count || a->gender.n || a->place_count ||
           a->identifier_count;
}

bool attribute_is_country(enum property p)
{
    return p == PROP_NATIONALITY || p == PROP_CITIZENSHIP || p == PROP_COUNTRY ||
           p == PROP_JURISDICTION || p == PROP_MAIN_COUNTRY || p == PROP_BIRTH_COUNTRY ||
           p == PROP_FLAG || p == PROP_PAST_FLAGS;
}

bool attribute_is_identifier(enum property p)
{
    return property_type(p) == TYPE_IDENTIFIER;
}

static void add(struct attribute_terms *out, struct term t)
{
    if (out->n < ATTRIBUTE_TERMS_MAX && t.mnat != 0) {
        out->terms[out->n++] = t;
        if (t.mnat > 0) {
            out->support += t.mnat;
        } else {
            out->against += t.mnat;
        }
    }
}

/* Birth dates */

struct date_verdict {
    enum relation relation;
    int32_t mnat;
};

static struct date_verdict equal_at(const struct date *a, const struct date *b,
                                    const struct weights *w)
{
    unsigned p = a->precision < b->precision ? a->precision : b->precision;
    if (p == DATE_YEAR || a->circa || b->circa) {
        return (struct date_verdict){REL_YEAR, w->birth_year_equal};
    }
    if (a->month == b->month && (p == DATE_MONTH || a->day == b->day)) {
        return p == DATE_MONTH ? (struct date_verdict){REL_EQUAL, w->birth_month_equal}
                               : (struct date_verdict){REL_EQUAL, w->birth_day_equal};
    }
    if (p == DATE_DAY && a->month == b->day && a->day == b->month) {
        return (struct date_verdict){REL_SWAPPED, w->birth_swapped};
    }
    return (struct date_verdict){REL_YEAR, w->birth_same_year};
}

static int last_year(const struct date *d)
{
    return d->until_year ? d->until_year : d->year;
}

static struct date_verdict compare_dates(const struct date *a, const struct date *b,
                                         const struct weights *w)
{
    bool span = a->until_year || b->until_year;
    int apart = a->year > last_year(b)   ? a->year - last_year(b)
                : b->year > last_year(a) ? b->year - last_year(a)
                                         : 0;
    if (apart == 0) {
        return span ? (struct date_verdict){REL_YEAR, w->birth_year_equal} : equal_at(a, b, w);
    }
    bool circa = a->circa || b->circa;
    if (apart == 1 || (circa && apart <= 3)) {
        return (struct date_verdict){REL_CLOSE, w->birth_close};
    }
    return apart <= 4 ? (struct date_verdict){REL_DIFFERENT, w->birth_apart}
                      : (struct date_verdict){REL_DIFFERENT, w->birth_far};
}

static void weigh_dates(const struct attributes *asked, const struct entity *listed,
                        const struct weights *w, struct attribute_terms *out)
{
    struct term best = {.on = TERM_BIRTH_DATE, .mnat = INT32_MIN};
    for (size_t i = 0; i < listed->value_count; i++) {
        const struct value *v = &listed->values[i];
        struct date d;
        if (v->prop != PROP_BIRTH_DATE || !date_parse(v->text, true, &d)) {
            continue;
        }
        for (size_t k = 0; k < asked->birth_date_count; k++) {
            struct date_verdict verdict = compare_dates(&asked->birth_dates[k], &d, w);
            if (verdict.mnat > best.mnat) {
                best.mnat = verdict.mnat;
                best.relation = verdict.relation;
                best.listed = v->text;
            }
        }
    }
    if (best.mnat != INT32_MIN) {
        add(out, best);
    }
}

/* Countries, gender, places */

static void weigh_countries(const struct attributes *asked, const struct entity *listed,
                            const struct weights *w, struct attribute_terms *out)
{
    struct term best = {.on = TERM_COUNTRY, .mnat = INT32_MIN};
    for (size_t i = 0; i < listed->value_count; i++) {
        const struct value *v = &listed->values[i];
        if (!attribute_is_country(v->prop)) {
            continue;
        }
        for (size_t k = 0; k < asked->country_count; k++) {
            struct slice code = asked->countries[k];
            bool equal = slice_eq(code, v->text);
            bool related = !equal && country_meets(code, v->text);
            int32_t mnat = equal     ? w->country_equal
                           : related ? w->country_related
                                     : w->country_differs;
            if (mnat > best.mnat) {
                best.mnat = mnat;
                best.relation = equal ? REL_EQUAL : related ? REL_RELATED : REL_DIFFERENT;
                best.query = code;
                best.listed = v->text;
            }
        }
    }
    if (best.mnat != INT32_MIN) {
        add(out, best);
    }
}

static void weigh_gender(const struct attributes *asked, const struct entity *listed,
                         const struct weights *w, struct attribute_terms *out)
{
    struct slice g = entity_first(listed, PROP_GENDER);
    if (asked->gender.n == 0 || g.n == 0 || slice_is(g, "other")) {
        return;
    }
    bool equal = slice_eq(asked->gender, g);
    add(out, (struct term){.on = TERM_GENDER,
                           .relation = equal ? REL_EQUAL : REL_DIFFERENT,
                           .query = asked->gender,
                           .listed = g,
                           .mnat = equal ? w->gender_equal : w->gender_differs});
}

/* Does the listed place name the asked one, or the other way round? */
static bool place_meets(struct slice a, struct slice b)
{
    if (a.n > b.n) {
        struct slice swap = a;
        a = b;
        b = swap;
    }
    for (size_t at = 0; a.n >= 3 && at + a.n <= b.n; at++) {
        bool starts = at == 0 || !ascii_is_alnum(b.p[at - 1]);
        bool ends = at + a.n == b.n || !ascii_is_alnum(b.p[at + a.n]);
        if (starts && ends && slice_eq_nocase(slice_cut(b, at, at + a.n), a)) {
            return true;
        }
    }
    return false;
}

static void weigh_places(const struct attributes *asked, const struct entity *listed,
                         const struct weights *w, struct attribute_terms *out)
{
    for (size_t i = 0; i < listed->value_count; i++) {
        const struct value *v = &listed->values[i];
        for (size_t k = 0; v->prop == PROP_BIRTH_PLACE && k < asked->place_count; k++) {
            if (place_meets(asked->places[k], v->text)) {
                add(out, (struct term){.on = TERM_BIRTH_PLACE,
                                       .relation = REL_EQUAL,
                                       .query = asked->places[k],
                                       .listed = v->text,
                                       .mnat = w->place_equal});
                return;
            }
        }
    }
}

/* Identifiers */

struct id_state {
    bool equal;
    bool strong;
    bool differs; /* same single-valued scheme, both valid, none equal */
    struct slice asked, listed;
};

static void meet_identifier(const struct identifier *q, struct slice note,
                            const struct attributes *asked, const struct value *v,
                            struct id_state *s)
{
    struct identifier r;
    identifier_parse(id_scheme_of(v->prop), v->text, &r);
    if (q->n == 0 || r.n == 0) {
        return;
    }
    struct slice text = {q->text, q->n};
    if (q->n == r.n && memcmp(q->text, r.text, q->n) == 0 &&
        (q->scheme == r.scheme || q->scheme == ID_OTHER || r.scheme == ID_OTHER)) {
        const struct identifier *judged = r.scheme == ID_OTHER ? q : &r;
        bool by_country = judged->scheme == ID_PASSPORT || judged->scheme == ID_NATIONAL;
        bool country = false;
        for (size_t k = 0; k < asked->country_count; k++) {
            country |= slice_eq(asked->countries[k], note);
        }
        s->equal = true;
        s->strong |= by_country ? country && judged->n >= DOCUMENT_LENGTH_MIN
                                : identifier_is_strong(judged);
        s->asked = text;
        s->listed = v->text;
    } else if (q->scheme == r.scheme && id_scheme_is_single(q->scheme) &&
               q->check == ID_CHECK_GOOD && r.check == ID_CHECK_GOOD && !s->equal) {
        s->differs = true;
        s->asked = text;
        s->listed = v->text;
    }
}

static void weigh_identifiers(const struct attributes *asked, const struct entity *listed,
                              const struct weights *w, struct attribute_terms *out)
{
    struct id_state state = {.equal = false};
    for (size_t k = 0; k < asked->identifier_count; k++) {
        for (size_t i = 0; i < listed->value_count; i++) {
            const struct value *v = &listed->values[i];
            if (attribute_is_identifier(v->prop)) {
                meet_identifier(&asked->identifiers[k], v->note, asked, v, &state);
            }
        }
    }
    if (!state.equal && !state.differs) {
        return;
    }
    out->strong_identifier = state.strong;
    add(out, (struct term){.on = TERM_IDENTIFIER,
                           .relation = state.equal ? REL_EQUAL : REL_DIFFERENT,
                           .query = state.asked,
                           .listed = state.listed,
                           .mnat = state.equal ? w->identifier_equal : w->identifier_differs});
}

void attributes_weigh(const struct attributes *asked, const struct entity *listed,
                      const struct weights *w, struct attribute_terms *out)
{
    *out = (struct attribute_terms){.n = 0};
    weigh_dates(asked, listed, w, out);
    weigh_gender(asked, listed, w, out);
    weigh_countries(asked, listed, w, out);
    weigh_places(asked, listed, w, out);
    weigh_identifiers(asked, listed, w, out);
}
