#include "base/buf.h"
#include "embargo/book.h"
#include "model/country.h"

const char *embargo_duty_word(enum embargo_duty d)
{
    static const char *const WORDS[] = {"arrest", "not_party", "withdrawn", "unknown"};
    return WORDS[d];
}

static bool is_in_force(const struct embargo_warrant *w, int32_t from, int32_t until)
{
    bool begun = until == DAY_NONE || w->issued <= until;
    bool ended = w->until != DAY_NONE && from != DAY_NONE && w->until < from;
    return begun && !ended;
}

static const struct embargo_warrant *find_warrant(const struct embargo *e, struct slice who)
{
    struct slice id = slice_trim(who);
    for (size_t i = 0; i < e->warrants.n; i++) {
        const struct warrant_row *w = &e->warrants.p[i];
        if (id.n && (slice_eq(w->warrant.id, id) || ids_hold(w->ids, id))) {
            return &w->warrant;
        }
    }
    uint32_t found = find_name(e->warrant_names.p, e->warrant_names.n, id);
    return found == UINT32_MAX ? NULL : &e->warrants.p[found].warrant;
}

const struct embargo_warrant *embargo_warrant(const struct embargo *e, struct slice who,
                                              int32_t day)
{
    const struct embargo_warrant *w = find_warrant(e, who);
    return w && is_in_force(w, day, day) ? w : NULL;
}

/* The row of the country that holds on that day, else its last one, else NULL. */
static const struct statute_party *find_party(const struct embargo *e, struct slice country,
                                              int32_t day)
{
    const struct statute_party *found = NULL;
    for (size_t i = 0; i < e->parties.n; i++) {
        const struct statute_party *p = &e->parties.p[i];
        if (!slice_eq(p->country, country)) {
            continue;
        }
        found = p;
        if (day != DAY_NONE && p->from <= day && (p->until == DAY_NONE || day <= p->until)) {
            break;
        }
    }
    return found;
}

static enum embargo_duty duty_of(const struct statute_party *p, int32_t day)
{
    if (!p || (day != DAY_NONE && day < p->from)) {
        return DUTY_NOT_PARTY;
    }
    bool left = p->until != DAY_NONE && (day == DAY_NONE || day > p->until);
    return left ? DUTY_WITHDRAWN : DUTY_ARREST;
}

static const char *words_of_duty(enum embargo_duty d)
{
    switch (d) {
    case DUTY_ARREST:
        return "must arrest and surrender the person";
    case DUTY_WITHDRAWN:
        return "has left the Court and need not arrest";
    case DUTY_NOT_PARTY:
        return "is no party to the Court's Statute and need not arrest";
    case DUTY_UNKNOWN:
        break;
    }
    return "is no country that these tables know";
}

static void put_membership(const struct embargo_travel *t, struct buf *out)
{
    char since[DAY_TEXT];
    char until[DAY_TEXT];
    if (day_print(t->since, since)) {
        buf_printf(out, " (party since %s", since);
        if (day_print(t->until, until)) {
            buf_printf(out, ", until %s", until);
        }
        buf_add_char(out, ')');
    }
}

static struct slice write_reason(const struct embargo_travel *t, struct slice country,
                                 struct slice note, struct arena *arena)
{
    struct buf out;
    char issued[DAY_TEXT];
    (void)day_print(t->warrant->issued, issued);
    buf_init(&out, 1 << 14);
    buf_printf(&out, "warrant of the International Criminal Court of %s against %.*s; ", issued,
               SLICE_ARG(t->warrant->name));
    buf_printf(&out, "%.*s %s", SLICE_ARG(country), words_of_duty(t->duty));
    put_membership(t, &out);
    if (note.n) {
        buf_printf(&out, "; %.*s", SLICE_ARG(note));
    }
    if (t->warrant->note.n) {
        buf_printf(&out, "; %.*s", SLICE_ARG(t->warrant->note));
    }
    struct slice words = arena_copy(arena, buf_slice(&out));
    buf_release(&out);
    return words;
}

int embargo_travel(const struct embargo *e, struct slice who, struct slice country,
                   int32_t from, int32_t until, struct arena *arena, struct embargo_travel *out,
                   bool *found)
{
    const struct embargo_warrant *w = find_warrant(e, who);
    struct slice code = country_code(without_kind(slice_trim(country)));
    int32_t first = from == DAY_NONE ? until : from;
    int32_t last = until == DAY_NONE ? from : until;
    *found = w && is_in_force(w, first, last);
    if (!*found) {
        return 0;
    }
    const struct statute_party *p = find_party(e, code, last);
    enum embargo_duty duty = !code.n ? DUTY_UNKNOWN : duty_of(p, last);
    struct embargo_travel t = {
        .warrant = w,
        .duty = duty,
        .since = duty == DUTY_ARREST || duty == DUTY_WITHDRAWN ? p->from : DAY_NONE,
        .until = duty == DUTY_ARREST || duty == DUTY_WITHDRAWN ? p->until : DAY_NONE,
        .result = duty == DUTY_ARREST ? RESULT_POSSIBLE : RESULT_INFO,
        .alert = duty != DUTY_UNKNOWN,
        .rule = duty == DUTY_ARREST ? e->warrant_rule : (struct slice){NULL, 0},
    };
    struct slice note = p && duty == DUTY_ARREST ? p->note : (struct slice){NULL, 0};
    t.reason = write_reason(
        &t, code.n ? embargo_party_title(e, &(struct embargo_party){code, {NULL, 0}}) : country,
        note, arena);
    if (arena_failed(arena)) {
        return ERR_MEMORY;
    }
    *out = t;
    return 0;
}
