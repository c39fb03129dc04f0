/*
 * Reads groups.txt (parties that rules name) and members.txt (whom an imposer binds).
 */
#include "embargo/book.h"
#include "embargo/plain.h"

#define ADD_NAMES(names, index, f)                                                             \
    do {                                                                                       \
        struct slice rest_ = (f)->value;                                                       \
        struct slice name_;                                                                    \
        while (facts_choice(&rest_, &name_)) {                                                 \
            struct plain plain_;                                                               \
            struct known_name *known_ = VEC_ADD(names);                                        \
            if (!known_ || !plain_fold((f)->arena, name_, &plain_)) {                          \
                return facts_no_memory(f);                                                     \
            }                                                                                  \
            *known_ = (struct known_name){plain_.text, (uint32_t)(index)};                     \
        }                                                                                      \
    } while (0)

static int read_country(const struct facts *f, struct slice *out)
{
    *out = read_code(f->value);
    return out->n ? 0 : facts_fail(f, "'%.*s' is no country code", SLICE_ARG(f->value));
}

static int read_of_group(struct embargo *e, const struct facts *f)
{
    struct party_group *g = &e->groups.p[e->groups.n - 1];
    if (slice_is(f->key, "title")) {
        g->title = f->value;
    } else if (slice_is(f->key, "country")) {
        TRY(read_country(f, &g->country));
    } else if (slice_is(f->key, "is")) {
        TRY(read_country(f, &g->counts_as));
    } else if (slice_is(f->key, "prefix")) {
        g->prefix = f->value;
    } else if (slice_is(f->key, "ids")) {
        g->ids = f->value;
    } else if (slice_is(f->key, "names")) {
        ADD_NAMES(&e->group_names, e->groups.n - 1, f);
    } else {
        return facts_fail(f, "'%.*s' is no key of a group", SLICE_ARG(f->key));
    }
    return 0;
}

int read_groups(struct embargo *e, struct facts *f)
{
    int more;
    while ((more = facts_next(f)) > 0) {
        if (slice_is(f->key, "group")) {
            struct party_group *g = VEC_ADD(&e->groups);
            if (!g) {
                return facts_no_memory(f);
            }
            g->key = g->title = f->value;
        } else if (e->groups.n == 0) {
            return facts_fail(f, "before the first 'group:'");
        } else {
            TRY(read_of_group(e, f));
        }
    }
    return more;
}

/* "KP 2006-10-14 2026-01-01": a code, the first day, and perhaps the last. */
static int read_span(const struct facts *f, struct slice *country, int32_t *from,
                     int32_t *until)
{
    struct slice rest = f->value;
    *country = read_code(facts_word(&rest));
    struct slice first = facts_word(&rest);
    struct slice last = facts_word(&rest);
    *until = DAY_NONE;
    if (!country->n || !day_parse(first, from) || (last.n && !day_parse(last, until)) ||
        facts_word(&rest).n || (last.n && *until < *from)) {
        return facts_fail(f, "'%.*s' is no 'KP 2006-10-14' with perhaps a last day",
                          SLICE_ARG(f->value));
    }
    return 0;
}

int read_members(struct embargo *e, struct facts *f)
{
    int more;
    while ((more = facts_next(f)) > 0) {
        if (slice_is(f->key, "body")) {
            struct body *b = VEC_ADD(&e->bodies);
            if (!b) {
                return facts_no_memory(f);
            }
            *b = (struct body){f->value, e->members.n, 0};
        } else if (slice_is(f->key, "member") && e->bodies.n) {
            struct body_member *m = VEC_ADD(&e->members);
            if (!m) {
                return facts_no_memory(f);
            }
            TRY(read_span(f, &m->country, &m->from, &m->until));
            e->bodies.p[e->bodies.n - 1].count++;
        } else {
            return facts_fail(f, "neither 'body:' nor a 'member:' of one");
        }
    }
    return more;
}

int read_statute(struct embargo *e, struct facts *f)
{
    int more;
    while ((more = facts_next(f)) > 0) {
        if (slice_is(f->key, "party")) {
            struct statute_party *p = VEC_ADD(&e->parties);
            if (!p) {
                return facts_no_memory(f);
            }
            TRY(read_span(f, &p->country, &p->from, &p->until));
        } else if (slice_is(f->key, "note") && e->parties.n) {
            e->parties.p[e->parties.n - 1].note = f->value;
        } else {
            return facts_fail(f, "neither 'party:' nor the 'note:' of one");
        }
    }
    return more;
}

static int read_of_warrant(struct embargo *e, const struct facts *f)
{
    struct warrant_row *w = &e->warrants.p[e->warrants.n - 1];
    if (slice_is(f->key, "name")) {
        w->warrant.name = f->value;
        ADD_NAMES(&e->warrant_names, e->warrants.n - 1, f);
    } else if (slice_is(f->key, "names")) {
        ADD_NAMES(&e->warrant_names, e->warrants.n - 1, f);
    } else if (slice_is(f->key, "situation")) {
        w->warrant.situation = f->value;
    } else if (slice_is(f->key, "issued")) {
        TRY(facts_day(f, &w->warrant.issued));
    } else if (slice_is(f->key, "until")) {
        TRY(facts_day(f, &w->warrant.until));
    } else if (slice_is(f->key, "ids")) {
        w->ids = f->value;
    } else if (slice_is(f->key, "note")) {
        w->warrant.note = f->value;
    } else {
        return facts_fail(f, "'%.*s' is no key of a warrant", SLICE_ARG(f->key));
    }
    return 0;
}

static int check_warrant(const struct embargo *e, const struct facts *f)
{
    if (e->warrants.n == 0) {
        return 0;
    }
    const struct embargo_warrant *w = &e->warrants.p[e->warrants.n - 1].warrant;
    if (!w->name.n || w->issued == DAY_NONE) {
        return facts_fail(f, "the warrant '%.*s' above has no 'name:' or no 'issued:'",
                          SLICE_ARG(w->id));
    }
    return 0;
}

int read_warrants(struct embargo *e, struct facts *f)
{
    int more;
    while ((more = facts_next(f)) > 0) {
        if (slice_is(f->key, "warrant")) {
            TRY(check_warrant(e, f));
            struct warrant_row *w = VEC_ADD(&e->warrants);
            if (!w) {
                return facts_no_memory(f);
            }
            w->warrant =
                (struct embargo_warrant){.id = f->value, .issued = DAY_NONE, .until = DAY_NONE};
        } else if (slice_is(f->key, "rule") && e->warrants.n == 0) {
            e->warrant_rule = f->value;
        } else if (e->warrants.n == 0) {
            return facts_fail(f, "before the first 'warrant:'");
        } else {
            TRY(read_of_warrant(e, f));
        }
    }
    TRY(more);
    return check_warrant(e, f);
}
