/* Denials, sources, stages, years and likenesses, joined to one line. */
#include "news/alert_doubts.h"

#include <stdio.h>

#include "news/deal.h"

enum { LINE_BYTES = 600, YEAR_DAYS = 365, OLD_YEARS = 2 };

struct line {
    struct buf text;
};

static void begin(struct line *l)
{
    buf_add_text(&l->text, l->text.n ? "; " : "");
}

static struct slice caption_of(const struct document *d, struct slice code)
{
    for (size_t i = 0; i < d->entities.n; i++) {
        const struct news_entity *e = &d->entities.p[i];
        bool state = e->type == ENTITY_COUNTRY && slice_eq(e->behalf, code);
        if (state || slice_eq(e->id, code)) {
            return e->caption;
        }
    }
    return code;
}

/* ---- denials ---- */

static bool same_sides(const struct dealing *a, const struct dealing *b)
{
    bool goods = a->goods == b->goods;
    bool straight = a->supplier == b->supplier && a->recipient == b->recipient;
    bool open = (b->supplier == a->supplier && b->recipient == NONE32) ||
                (b->recipient == a->recipient && b->supplier == NONE32);
    return goods && (straight || open);
}

static bool is_known(const struct slice *who, size_t n, struct slice code)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_eq(who[i], code)) {
            return true;
        }
    }
    return false;
}

static size_t add_denier(struct slice *who, size_t n, struct slice code)
{
    if (code.n == 0 || n >= HOLDERS_MAX || is_known(who, n, code)) {
        return n;
    }
    who[n] = code;
    return n + 1;
}

/* Who denies this very dealing; and its two sides, when they deny anything behind it. */
static void denials(const struct document *d, const struct dealing *x, struct line *l)
{
    struct slice who[HOLDERS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *y = &d->dealings.p[i];
        if (y == x || y->dropped || y->polarity != POLARITY_DENIED || !same_sides(x, y)) {
            continue;
        }
        for (size_t k = 0; k < y->holder_count; k++) {
            n = add_denier(who, n, y->holders[k]);
        }
    }
    for (size_t i = 0; i < d->statements.n; i++) {
        const struct statement *s = &d->statements.p[i];
        bool side =
            (x->supplier != NONE32 && slice_eq(s->behalf, d->entities.p[x->supplier].behalf)) ||
            (x->recipient != NONE32 && slice_eq(s->behalf, d->entities.p[x->recipient].behalf));
        if (s->mode == SAY_denies && s->behalf.n && side && s->source_first > x->token) {
            n = add_denier(who, n, s->behalf);
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (i == 0) {
            begin(l);
        }
        buf_add_text(&l->text, i == 0 ? "denied by " : i + 1 < n ? ", " : " and ");
        buf_add(&l->text, caption_of(d, who[i]));
    }
}

/* ---- sources ---- */

static bool is_anonymous(const struct document *d, const struct statement *s)
{
    if (s->entity != NONE32) {
        enum entity_type t = d->entities.p[s->entity].type;
        if (t == ENTITY_PERSON) {
            return false;
        }
    }
    uint64_t unnamed = CLASS(SOURCE) | CLASS(OFFICE);
    uint64_t body = CLASS(GOVT) | CLASS(DOC) | CLASS(SPOKES) | CLASS(INTEL);
    uint64_t all = 0;
    for (uint32_t i = s->source_first; i < s->source_end; i++) {
        all |= d->tokens.p[i].row ? d->tokens.p[i].row->classes : 0;
    }
    return (all & unnamed) && !(all & body);
}

static void sources(const struct document *d, const struct dealing *x, struct line *l)
{
    uint32_t said = say_of(d, x->token);
    if (x->established || x->holder_count > 1) {
        return;
    }
    if (said != NONE32 && is_anonymous(d, &d->statements.p[said])) {
        begin(l);
        buf_add_text(&l->text, "the only source is not named");
    } else if (x->holder_count == 1) {
        begin(l);
        buf_add_text(&l->text, "only ");
        buf_add(&l->text, caption_of(d, x->holders[0]));
        buf_add_text(&l->text, " says so");
    }
}

/* ---- stage and time ---- */

static void stages(const struct dealing *x, struct line *l)
{
    const char *words = x->stage == STAGE_NEGOTIATING ? "only talks are reported"
                        : x->stage == STAGE_SEEKING   ? "only a wish is reported"
                        : x->stage == STAGE_RUMOURED  ? "only a rumour is reported"
                        : x->stage == STAGE_AGREED    ? "nothing has been handed over yet"
                        : x->conditional              ? "told in the conditional"
                                                      : NULL;
    if (words) {
        begin(l);
        buf_add_text(&l->text, words);
    }
}

static void years_back(const struct document *d, struct interval w, struct line *l)
{
    int32_t today = d->published.from;
    if (today == DAY_NONE) {
        begin(l);
        buf_add_text(&l->text, "the article has no date");
        return;
    }
    if (w.until == DAY_NONE || today - w.until < OLD_YEARS * YEAR_DAYS) {
        return;
    }
    begin(l);
    buf_printf(&l->text, "it lies %d years back", (int)((today - w.until) / YEAR_DAYS));
}

/* ---- names ---- */

static void likeness(const struct document *d, struct slice id, struct line *l)
{
    for (size_t i = 0; id.n && i < d->entities.n; i++) {
        const struct news_entity *e = &d->entities.p[i];
        if (e->listed && slice_eq(e->id, id) && e->against.n) {
            begin(l);
            buf_add(&l->text, e->against);
        }
    }
}

/* ---- journeys ---- */

static void journey(const struct document *d, const struct alert *a, struct line *l)
{
    for (size_t i = 0; i < d->events.n; i++) {
        const struct event *e = &d->events.p[i];
        bool whole = !e->dropped && e->participant_count == 2 && slice_is(e->type, "visit") &&
                     slice_eq(e->participants[0], a->party) &&
                     slice_eq(e->participants[1], a->place);
        if (!whole) {
            continue;
        }
        if (e->status == STATUS_PLANNED) {
            begin(l);
            buf_add_text(&l->text, "the journey is only planned");
        } else if (e->status == STATUS_ALLEGED) {
            begin(l);
            buf_add_text(&l->text, "the journey is only reported");
        }
        years_back(d, e->when, l);
        return;
    }
}

static void doubt(struct document *d, struct alert *a)
{
    struct line l;
    buf_init(&l.text, LINE_BYTES);
    if (a->kind == ALERT_TRAVEL) {
        journey(d, a, &l);
    } else if (a->dealing != NONE32) {
        const struct dealing *x = &d->dealings.p[a->dealing];
        denials(d, x, &l);
        sources(d, x, &l);
        stages(x, &l);
        years_back(d, x->when, &l);
    }
    likeness(d, a->party, &l);
    if (!slice_eq(a->supplier, a->party)) {
        likeness(d, a->supplier, &l);
    }
    if (!slice_eq(a->recipient, a->party)) {
        likeness(d, a->recipient, &l);
    }
    a->against = buf_failed(&l.text) ? a->against : arena_copy(&d->arena, buf_slice(&l.text));
    buf_release(&l.text);
}

void alert_doubts_read(struct document *d)
{
    for (size_t i = 0; i < d->alerts.n; i++) {
        doubt(d, &d->alerts.p[i]);
    }
}
