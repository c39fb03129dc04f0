#include "merge/merge_state.h"

#include <stdlib.h>

/* ---- birth dates ---- */

static int last_year(const struct date *d)
{
    return d->until_year ? d->until_year : d->year;
}

static int years_apart(const struct date *a, const struct date *b)
{
    return a->year > last_year(b)   ? a->year - last_year(b)
           : b->year > last_year(a) ? b->year - last_year(a)
                                    : 0;
}

/* Two days. */
static enum birth_relation days_relate(const struct date *a, const struct date *b)
{
    bool same_day = a->month == b->month && a->day == b->day;
    if (a->year == b->year) {
        return same_day ? BIRTH_DAY : BIRTH_NEAR;
    }
    return same_day && years_apart(a, b) == 1 ? BIRTH_NEAR : BIRTH_OTHER;
}

static enum birth_relation dates_relate(const struct date *a, const struct date *b)
{
    bool span = a->until_year || b->until_year;
    bool circa = a->circa || b->circa;
    if (!span && !circa && a->precision == DATE_DAY && b->precision == DATE_DAY) {
        return days_relate(a, b);
    }
    int apart = years_apart(a, b);
    if (apart == 0) {
        bool months = !span && !circa && a->month && b->month;
        return months && a->month != b->month ? BIRTH_NEAR : BIRTH_YEAR;
    }
    return apart == 1 || (circa && apart <= 3) ? BIRTH_NEAR : BIRTH_OTHER;
}

enum birth_relation births_relate(const struct record_facts *a, const struct record_facts *b,
                                  struct date *which)
{
    enum birth_relation best = BIRTH_UNKNOWN;
    for (size_t i = 0; i < a->birth_count; i++) {
        for (size_t k = 0; k < b->birth_count; k++) {
            enum birth_relation r = dates_relate(&a->births[i], &b->births[k]);
            if (best == BIRTH_UNKNOWN || r < best) {
                best = r;
                *which = a->births[i];
            }
        }
    }
    return best;
}

/* ---- the rest ---- */

/* Numbers of a scheme of which a party has one only: both have valid ones, and none is equal. */
static bool numbers_differ(const struct record_facts *a, const struct record_facts *b,
                           struct slice *contrary)
{
    for (size_t i = 0; i < a->number_count; i++) {
        const struct number *x = &a->numbers[i];
        bool differs = false;
        bool equal = false;
        for (size_t k = 0; x->single && k < b->number_count; k++) {
            const struct number *y = &b->numbers[k];
            if (y->single && y->scheme == x->scheme) {
                equal |= y->key == x->key;
                differs |= y->key != x->key;
            }
        }
        /* Another number of `a` may be the equal one. */
        for (size_t j = 0; differs && !equal && j < a->number_count; j++) {
            for (size_t k = 0; k < b->number_count; k++) {
                equal |= a->numbers[j].scheme == x->scheme &&
                         a->numbers[j].key == b->numbers[k].key;
            }
        }
        if (differs && !equal) {
            *contrary = x->text;
            return true;
        }
    }
    return false;
}

static bool has_referent(const struct entity *e, struct slice id)
{
    for (size_t i = 0; i < e->referent_count; i++) {
        if (slice_eq(e->referents[i], id)) {
            return true;
        }
    }
    return false;
}

/* Has one list both?  A source that gathers records of several lists may name the very record
 * that it was gathered from. */
static bool share_list(const struct entity *a, const struct entity *b, struct slice *contrary)
{
    for (size_t i = 0; i < a->dataset_count; i++) {
        for (size_t k = 0; k < b->dataset_count; k++) {
            if (slice_eq(a->datasets[i], b->datasets[k])) {
                *contrary = a->datasets[i];
                return !has_referent(a, b->id) && !has_referent(b, a->id);
            }
        }
    }
    return false;
}

/* Two references of the Security Council, none in common. */
static bool references_differ(const struct record_facts *a, const struct record_facts *b,
                              struct slice *contrary)
{
    bool differ = false;
    for (size_t i = 0; i < a->number_count; i++) {
        for (size_t k = 0; k < b->number_count; k++) {
            if (a->numbers[i].kind == NUMBER_REFERENCE && b->numbers[k].kind == NUMBER_REFERENCE) {
                if (a->numbers[i].key == b->numbers[k].key) {
                    return false;
                }
                differ = true;
                *contrary = b->numbers[k].text;
            }
        }
    }
    return differ;
}

static bool births_contradict(struct merge_state *m, const struct record_facts *a,
                              const struct record_facts *b, struct slice *contrary)
{
    struct date which;
    char text[2 * DATE_TEXT + 4];
    if (births_relate(a, b, &which) != BIRTH_OTHER) {
        return false;
    }
    size_t n = date_print(&a->births[0], text);
    memcpy(text + n, " / ", 3);
    n += 3 + date_print(&b->births[0], text + n + 3);
    *contrary = arena_copy(&m->own, (struct slice){text, n});
    return true;
}

enum join_against contradiction(struct merge_state *m, uint32_t a, uint32_t b, bool referred,
                                struct slice *contrary)
{
    const struct record_facts *x = &m->records[a].facts;
    const struct record_facts *y = &m->records[b].facts;
    const struct decided *d = decided_on(m, pair_of(a, b));
    if (d) {
        *contrary = d->reason;
        return d->same ? AGAINST_NOTHING : AGAINST_DECISION;
    }
    if (share_list(x->entity, y->entity, contrary)) {
        return AGAINST_SAME_LIST;
    }
    *contrary = (struct slice){NULL, 0};
    if (!schema_meets(x->entity->schema, y->entity->schema)) {
        *contrary = slice_of(schema_name(y->entity->schema));
        return AGAINST_SCHEMA;
    }
    if ((m->options->uses & MERGE_REFERENCES) && references_differ(x, y, contrary)) {
        return AGAINST_IDENTIFIER;
    }
    if (referred) {
        return AGAINST_NOTHING;
    }
    if (pairs_hold(m->links.p, m->links.n, pair_of(a, b))) {
        return AGAINST_LINK;
    }
    if (numbers_differ(x, y, contrary)) {
        return AGAINST_IDENTIFIER;
    }
    if (births_contradict(m, x, y, contrary)) {
        return AGAINST_BIRTH_DATE;
    }
    bool genders = x->gender.n && y->gender.n && !slice_eq(x->gender, y->gender);
    *contrary = genders ? y->gender : (struct slice){NULL, 0};
    return genders ? AGAINST_GENDER : AGAINST_NOTHING;
}
