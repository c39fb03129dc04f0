#include "merge/merge_state.h"
#include "merge/record_order.h"

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

/* ---- words ---- */

/* "1949-02-11 / 1952". */
static struct slice both(struct arena *arena, struct slice a, struct slice b)
{
    static const char BETWEEN[] = " / ";
    char *p = arena_alloc(arena, a.n + sizeof BETWEEN - 1 + b.n);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    memcpy(p, a.p, a.n);
    memcpy(p + a.n, BETWEEN, sizeof BETWEEN - 1);
    memcpy(p + a.n + sizeof BETWEEN - 1, b.p, b.n);
    return (struct slice){p, a.n + sizeof BETWEEN - 1 + b.n};
}

/* ---- the rest ---- */

/* Have both numbers of the scheme, and none is equal?  *x and *y are two of them. */
static bool scheme_differs(const struct record_facts *a, const struct record_facts *b,
                           unsigned scheme, const struct number **x, const struct number **y)
{
    bool differs = false;
    for (size_t i = 0; i < a->number_count; i++) {
        for (size_t k = 0; k < b->number_count; k++) {
            const struct number *p = &a->numbers[i];
            const struct number *q = &b->numbers[k];
            if (!p->single || !q->single || p->scheme != scheme || q->scheme != scheme) {
                continue;
            }
            if (p->key == q->key) {
                return false;
            }
            *x = p;
            *y = q;
            differs = true;
        }
    }
    return differs;
}

/* Numbers of a scheme of which a party has one only. */
static bool numbers_differ(struct arena *arena, const struct record_facts *a,
                           const struct record_facts *b, struct slice *contrary)
{
    const struct number *x;
    const struct number *y;
    for (size_t i = 0; i < a->number_count; i++) {
        if (a->numbers[i].single && scheme_differs(a, b, a->numbers[i].scheme, &x, &y)) {
            *contrary = both(arena, x->text, y->text);
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

static bool has_programme(const struct entity *e, const struct value *v)
{
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop == PROP_PROGRAM_ID && slice_eq(e->values[i].text, v->text)) {
            return true;
        }
    }
    return false;
}

bool listed_apart(const struct record_facts *a, const struct record_facts *b)
{
    bool mine = false;
    bool other = false;
    for (size_t i = 0; i < a->entity->value_count; i++) {
        if (a->entity->values[i].prop == PROP_PROGRAM_ID) {
            mine = true;
            if (has_programme(b->entity, &a->entity->values[i])) {
                return false;
            }
        }
    }
    for (size_t i = 0; i < b->entity->value_count; i++) {
        other |= b->entity->values[i].prop == PROP_PROGRAM_ID;
    }
    return mine && other;
}

/* Two references of the Security Council, none in common. */
static bool references_differ(struct arena *arena, const struct record_facts *a,
                              const struct record_facts *b, struct slice *contrary)
{
    const struct number *x = NULL;
    const struct number *y = NULL;
    for (size_t i = 0; i < a->number_count; i++) {
        for (size_t k = 0; k < b->number_count; k++) {
            if (a->numbers[i].kind == NUMBER_REFERENCE &&
                b->numbers[k].kind == NUMBER_REFERENCE) {
                if (a->numbers[i].key == b->numbers[k].key) {
                    return false;
                }
                x = &a->numbers[i];
                y = &b->numbers[k];
            }
        }
    }
    if (!x) {
        return false;
    }
    *contrary = both(arena, x->text, y->text);
    return true;
}

static bool births_contradict(struct arena *arena, const struct record_facts *a,
                              const struct record_facts *b, struct slice *contrary)
{
    struct date which;
    char x[DATE_TEXT];
    char y[DATE_TEXT];
    if (births_relate(a, b, &which) != BIRTH_OTHER) {
        return false;
    }
    size_t n = date_print(&a->births[0], x);
    size_t m = date_print(&b->births[0], y);
    *contrary = both(arena, (struct slice){x, n}, (struct slice){y, m});
    return true;
}

enum join_against contradiction(const struct merge_state *m, struct arena *arena, uint32_t a,
                                uint32_t b, unsigned told, struct slice *contrary)
{
    /* In the order in which people will read of them. */
    bool turned = record_order(m->records[b].entity->id, m->records[a].entity->id) < 0;
    const struct record_facts *x = &m->records[turned ? b : a].facts;
    const struct record_facts *y = &m->records[turned ? a : b].facts;
    const struct decided *d = decided_on(m, pair_of(a, b));
    if (d) {
        *contrary = d->reason;
        return d->same ? AGAINST_NOTHING : AGAINST_DECISION;
    }
    bool one_list = !(m->options->uses & MERGE_ONE_LIST) && !(told & TOLD_TWICE);
    if (one_list && share_list(x->entity, y->entity, contrary)) {
        return AGAINST_SAME_LIST;
    }
    *contrary = (struct slice){NULL, 0};
    if (!schema_meets(x->entity->schema, y->entity->schema)) {
        *contrary = both(arena, slice_of(schema_name(x->entity->schema)),
                         slice_of(schema_name(y->entity->schema)));
        return AGAINST_SCHEMA;
    }
    if ((m->options->uses & MERGE_REFERENCES) && references_differ(arena, x, y, contrary)) {
        return AGAINST_IDENTIFIER;
    }
    if (told & TOLD_REFERRED) {
        return AGAINST_NOTHING;
    }
    if (pairs_hold(m->links.p, m->links.n, pair_of(a, b))) {
        return AGAINST_LINK;
    }
    if ((m->options->uses & MERGE_NUMBERS) && numbers_differ(arena, x, y, contrary)) {
        return AGAINST_IDENTIFIER;
    }
    if (births_contradict(arena, x, y, contrary)) {
        return AGAINST_BIRTH_DATE;
    }
    bool genders = x->gender.n && y->gender.n && !slice_eq(x->gender, y->gender);
    *contrary = genders ? both(arena, x->gender, y->gender) : (struct slice){NULL, 0};
    return genders ? AGAINST_GENDER : AGAINST_NOTHING;
}
