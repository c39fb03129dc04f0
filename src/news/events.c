/* Frames with two sides that are no dealing: found, judged, dated, and told once. */
#include "news/events.h"

#include "news/event_sides.h"
#include "news/event_status.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static const enum word_class_bit EVENTS[] = {
    CLASS_BIT_VISIT, CLASS_BIT_MEET,   CLASS_BIT_INVITE,  CLASS_BIT_WARRANT, CLASS_BIT_SANCTION,
    CLASS_BIT_SEIZE, CLASS_BIT_CHARGE, CLASS_BIT_CONVICT, CLASS_BIT_DEMAND,  CLASS_BIT_ASK};

/* ---- what makes an event what it is ---- */

struct kinds {
    size_t people, countries, bodies, crafts, all;
};

static struct kinds kinds_of(const struct document *d, const uint32_t *who, size_t n)
{
    struct kinds k = {.all = n};
    for (size_t i = 0; i < n; i++) {
        enum entity_type t = d->entities.p[who[i]].type;
        k.people += t == ENTITY_PERSON;
        k.countries += t == ENTITY_COUNTRY;
        k.bodies += t == ENTITY_ORG;
        k.crafts += t == ENTITY_CRAFT;
    }
    return k;
}

/* A journey abroad: a person or a delegation, and a country that is not their own. */
static bool is_journey(const struct document *d, const struct event_sides *f)
{
    if (f->n[0] < 1 || f->n[1] != 1) {
        return false;
    }
    const struct news_entity *who = &d->entities.p[f->who[0][0]];
    const struct news_entity *where = &d->entities.p[f->who[1][0]];
    bool goes = who->type == ENTITY_PERSON || (who->type == ENTITY_COUNTRY && f->delegation);
    return goes && where->type == ENTITY_COUNTRY && !slice_eq(who->behalf, where->behalf);
}

/* A demand on a state or a body; one that urges may leave unnamed whom. */
static bool is_demand(const struct document *d, const struct event_sides *f,
                      enum word_class_bit class)
{
    struct kinds a = kinds_of(d, f->who[0], f->n[0]);
    struct kinds b = kinds_of(d, f->who[1], f->n[1]);
    bool urges = class == CLASS_BIT_DEMAND && a.countries == 1 && f->to_do;
    return a.all >= 1 && a.crafts == 0 && b.people == 0 && b.crafts == 0 &&
           (b.all >= 1 || urges);
}

static bool fits(const struct document *d, enum word_class_bit class, struct event_sides *f)
{
    struct kinds a = kinds_of(d, f->who[0], f->n[0]);
    struct kinds b = kinds_of(d, f->who[1], f->n[1]);
    switch (class) {
    case CLASS_BIT_VISIT:
        return is_journey(d, f);
    case CLASS_BIT_MEET:
        return a.people + b.people >= 2 ||
               (f->officials && a.people + b.people == 1 && a.all + b.all >= 2);
    case CLASS_BIT_INVITE:
        return a.all >= 1 && b.people >= 1;
    case CLASS_BIT_WARRANT:
        return a.bodies >= 1 && b.people >= 1;
    case CLASS_BIT_SANCTION:
        return (a.all >= 1 && a.people == 0 && b.all >= 1) ||
               (a.all == 0 && b.people + b.bodies + b.crafts >= 1);
    case CLASS_BIT_CHARGE:
    case CLASS_BIT_CONVICT:
        return b.people >= 1;
    case CLASS_BIT_DEMAND:
    case CLASS_BIT_ASK:
        return is_demand(d, f, class);
    default:
        return a.all + b.all >= 1;
    }
}

/* What is seized is a ship, a vehicle or goods; missiles and drones in flight are shot down. */
static bool is_prize(const struct document *d, uint32_t k, const struct chunk *c)
{
    const struct word_row *w = d->tokens.p[c->head].row;
    struct slice act = document_key(d, at(d, k)->head, at(d, k)->head + 1);
    bool shot_down = w && w->detail == DETAIL_FLIES && slice_starts(act, "interce") &&
                     !(c->all & (CLASS(QUANT) | CLASS(CARGO)));
    return c->kind == CHUNK_NOUN && !shot_down &&
           (c->goods || HAS(c->all, SHIP) || HAS(c->all, VEHICLE) || HAS(c->all, FLAG));
}

static bool seizes(const struct document *d, const struct sentence *s, uint32_t k,
                   const struct event_sides *f)
{
    bool passive = (at(d, k)->flags & CHUNK_PASSIVE) != 0;
    uint32_t subject = passive ? subject_of(d, s, k) : NONE32;
    for (size_t i = 0; i < f->n[1]; i++) {
        if (d->entities.p[f->who[1][i]].type == ENTITY_CRAFT) {
            return true;
        }
    }
    if (subject != NONE32 && is_prize(d, k, at(d, subject))) {
        return true;
    }
    for (uint32_t n = k + 1; !passive && n < s->chunk_end && n < k + 6; n++) {
        if (is_prize(d, k, at(d, n))) {
            return true;
        }
        if (at(d, n)->kind == CHUNK_VERB) {
            break;
        }
    }
    return false;
}

/* ---- putting down ---- */

static struct event *add_event(struct document *d, struct slice type,
                               const struct event_sides *f)
{
    if (d->events.n >= 500) {
        return NULL;
    }
    struct event *e = VEC_ADD(&d->events);
    if (!e) {
        d->failed = true;
        return NULL;
    }
    *e = (struct event){.type = type};
    for (size_t r = 0; r < 2; r++) {
        for (size_t i = 0; i < f->n[r] && e->participant_count < PARTICIPANTS_MAX; i++) {
            e->entities[e->participant_count] = f->who[r][i];
            e->participants[e->participant_count++] = entity_code(d, f->who[r][i]);
        }
    }
    e->evidence = document_span(d, at(d, f->first)->first, at(d, f->end - 1)->end);
    return e;
}

static void date_event(const struct document *d, const struct sentence *s, uint32_t k,
                       struct event *e)
{
    struct interval w = {DAY_NONE, DAY_NONE};
    bool future = e->status == STATUS_PLANNED;
    if (d->published.from != DAY_NONE && !when_predicate(d, s, k, future, &w)) {
        w = future ? (struct interval){d->published.from, DAY_NONE}
                   : (struct interval){DAY_NONE, d->published.from};
    }
    e->when = w;
}

/* An invitation and a warrant are there as soon as they are spoken of. */
static void settle_standing(struct event *e, enum word_class_bit class, const struct chunk *c)
{
    bool given = class == CLASS_BIT_WARRANT || class == CLASS_BIT_DEMAND ||
                 class == CLASS_BIT_ASK || (class == CLASS_BIT_INVITE && c->kind == CHUNK_NOUN);
    if (given && e->status != STATUS_DENIED && e->status != STATUS_REFUSED) {
        e->status = STATUS_HAPPENED;
    }
}

/* Whoever is received, or invited, in a country that is not his own goes there: a visit of the
 * same time and standing; an invitation makes it one that is planned. */
/* "Moscow will host Kim": the guest goes to the state that receives him. */
static uint32_t host_state(const struct document *d, enum word_class_bit class,
                           const struct event_sides *f)
{
    bool state = class == CLASS_BIT_MEET && f->n[0] == 1 && f->n[1] >= 1 &&
                 d->entities.p[f->who[0][0]].type == ENTITY_COUNTRY;
    return state ? f->who[0][0] : f->place;
}

static void journeys_of(struct document *d, const struct sentence *s, uint32_t k,
                        enum word_class_bit class, const struct event_sides *f,
                        struct event told)
{
    bool meets = class == CLASS_BIT_MEET;
    uint32_t place = host_state(d, class, f);
    for (size_t r = meets ? 0 : 1; r < 2 && place != NONE32; r++) {
        for (size_t i = 0; i < f->n[r]; i++) {
            const struct news_entity *who = &d->entities.p[f->who[r][i]];
            struct event_sides trip = {.who = {{f->who[r][i]}, {place}},
                                       .n = {1, 1},
                                       .first = f->first,
                                       .end = f->end};
            if (who->type != ENTITY_PERSON || who->behalf.n != 2 || !is_journey(d, &trip)) {
                continue;
            }
            struct event *e = add_event(d, SLICE("visit"), &trip);
            if (!e) {
                return;
            }
            bool off = told.status == STATUS_REFUSED || told.status == STATUS_DENIED;
            e->status = meets || off ? told.status : (uint8_t)STATUS_PLANNED;
            e->when = told.when;
            if (!meets) {
                date_event(d, s, k, e);
            }
        }
    }
}

/* "Sarà in Armenia", "was in Beijing for the parade", "sends a delegation to Pyongyang". */
static void stay_event(struct document *d, const struct sentence *s, uint32_t k)
{
    struct event_sides f;
    if (!event_stay(d, s, k, &f) && !event_sent_delegation(d, s, k, &f)) {
        return;
    }
    if (!is_journey(d, &f)) {
        return;
    }
    struct event *e = add_event(d, SLICE("visit"), &f);
    if (e) {
        e->status = event_status_of(d, s, k);
        date_event(d, s, k, e);
    }
}

static bool is_frame_noun(const struct chunk *c, enum word_class_bit class)
{
    return c->kind != CHUNK_NOUN || (c->classes >> class & 1U);
}

static void frame_event(struct document *d, const struct sentence *s, uint32_t k,
                        enum word_class_bit class)
{
    const struct frame_row *row = lexicon_frame(class);
    struct event_sides f;
    if (!row || !is_frame_noun(at(d, k), class)) {
        return;
    }
    bool asks = class == CLASS_BIT_DEMAND || class == CLASS_BIT_ASK;
    if (asks && (at(d, k)->flags & CHUNK_NEGATED)) {
        return;
    }
    event_sides_of(d, s, k, row, &f);
    if (class == CLASS_BIT_MEET && host_state(d, class, &f) != f.place) {
        struct event received = {.status = event_status_of(d, s, k)};
        date_event(d, s, k, &received);
        journeys_of(d, s, k, class, &f, received);
    }
    if (!fits(d, class, &f) || (class == CLASS_BIT_SEIZE && !seizes(d, s, k, &f))) {
        return;
    }
    struct event *e = add_event(d, news_text(row->kind), &f);
    if (!e) {
        return;
    }
    e->status = event_status_of(d, s, k);
    settle_standing(e, class, at(d, k));
    date_event(d, s, k, e);
    bool invited = class == CLASS_BIT_INVITE && at(d, k)->kind == CHUNK_NOUN;
    if (invited || class == CLASS_BIT_DEMAND || class == CLASS_BIT_ASK) {
        e->when = (struct interval){DAY_NONE, d->published.from};
    }
    if (class == CLASS_BIT_MEET || class == CLASS_BIT_INVITE) {
        journeys_of(d, s, k, class, &f, *e);
    }
}

/* "I due discuteranno", "the two presidents will sign": what two do together they do when they
 * meet. */
static void together(struct document *d, const struct sentence *s, uint32_t k)
{
    struct event_sides f;
    const struct chunk *c = at(d, k);
    bool act = (c->classes & (CLASS(TALK) | CLASS(AGREE))) && !HAS(c->classes, SAY);
    if (!act || !(c->flags & CHUNK_FINITE) || !event_two_people(d, s, k, &f)) {
        return;
    }
    struct event *e = add_event(d, SLICE("meeting"), &f);
    if (e) {
        e->status = event_status_of(d, s, k);
        date_event(d, s, k, e);
    }
}

/* ---- told once ---- */

static size_t common_of(const struct event *a, const struct event *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->participant_count; i++) {
        for (size_t k = 0; k < b->participant_count; k++) {
            common += slice_eq(a->participants[i], b->participants[k]);
        }
    }
    return common;
}

static bool same_event(const struct event *a, const struct event *b)
{
    size_t common = common_of(a, b);
    size_t least = a->participant_count < b->participant_count ? a->participant_count
                                                               : b->participant_count;
    return slice_eq(a->type, b->type) && common >= least && common > 0;
}

/* Whom one imposer puts on his list in one article is one event. */
static void unite(struct event *a, const struct event *b)
{
    for (size_t i = 0; i < b->participant_count && a->participant_count < PARTICIPANTS_MAX;
         i++) {
        bool known = false;
        for (size_t k = 0; k < a->participant_count; k++) {
            known = known || slice_eq(a->participants[k], b->participants[i]);
        }
        if (!known) {
            a->entities[a->participant_count] = b->entities[i];
            a->participants[a->participant_count++] = b->participants[i];
        }
    }
}

static bool is_dated(const struct event *e)
{
    return e->when.from != DAY_NONE && e->when.until != DAY_NONE;
}

static bool one_measure(const struct event *a, const struct event *b)
{
    bool apart = is_dated(a) && is_dated(b) &&
                 (a->when.until < b->when.from || b->when.until < a->when.from);
    return slice_is(a->type, "sanction") && slice_is(b->type, "sanction") && !b->dropped &&
           a->participant_count && b->participant_count &&
           slice_eq(a->participants[0], b->participants[0]) && a->status == b->status && !apart;
}

static void merge(struct document *d)
{
    for (size_t i = 0; i < d->events.n; i++) {
        struct event *a = &d->events.p[i];
        for (size_t k = i + 1; k < d->events.n && !a->dropped; k++) {
            struct event *b = &d->events.p[k];
            if (one_measure(a, b)) {
                a->when = is_dated(a) ? a->when : b->when;
                unite(a, b);
                b->dropped = true;
                continue;
            }
            if (b->dropped || !same_event(a, b)) {
                continue;
            }
            bool better =
                b->participant_count > a->participant_count || (!is_dated(a) && is_dated(b));
            (better ? a : b)->dropped = true;
        }
    }
}

/* Two who meet on a journey of one to the other's country meet while it lasts. */
static void date_by_journey(struct document *d)
{
    for (size_t i = 0; i < d->events.n; i++) {
        struct event *m = &d->events.p[i];
        for (size_t k = 0; k < d->events.n; k++) {
            const struct event *v = &d->events.p[k];
            bool journey = v->participant_count == 2 && v->entities[0] != NONE32 &&
                           slice_is(v->type, "visit") && is_dated(v) &&
                           v->status == m->status && !v->dropped;
            if (!journey || m->dropped || is_dated(m) || !slice_is(m->type, "meeting")) {
                continue;
            }
            bool guest = false;
            bool host = false;
            for (size_t n = 0; n < m->participant_count; n++) {
                uint32_t e = m->entities[n];
                guest = guest || e == v->entities[0];
                struct slice state = d->entities.p[e].behalf;
                host = host || (e != v->entities[0] &&
                                (state.n == 0 || slice_eq(state, v->participants[1])));
            }
            m->when = guest && host ? v->when : m->when;
        }
    }
}

/* The body tells what the headline announces, with whole names. */
static void drop_headlines(struct document *d)
{
    const struct paragraph *p = d->paragraphs.p;
    for (size_t i = 0; d->paragraphs.n && i < d->events.n; i++) {
        struct event *a = &d->events.p[i];
        bool headline = p[0].kind == PARA_HEADLINE && a->evidence.end <= p[0].end;
        for (size_t k = 0; headline && k < d->events.n; k++) {
            const struct event *b = &d->events.p[k];
            a->dropped = a->dropped || (b->evidence.start >= p[0].end && !b->dropped &&
                                        slice_eq(a->type, b->type));
        }
    }
}

void events_read(struct document *d)
{
    for (size_t i = 0; i < d->sentences.n && !d->failed; i++) {
        const struct sentence *s = &d->sentences.p[i];
        for (uint32_t k = s->chunk;
             k < s->chunk_end && d->paragraphs.p[s->paragraph].kind != PARA_DATELINE; k++) {
            const struct chunk *c = at(d, k);
            if (c->kind == CHUNK_VERB) {
                stay_event(d, s, k);
                together(d, s, k);
            }
            for (size_t e = 0; e < sizeof EVENTS / sizeof *EVENTS; e++) {
                if ((c->kind == CHUNK_VERB || c->kind == CHUNK_NOUN) &&
                    (c->classes >> EVENTS[e] & 1U)) {
                    frame_event(d, s, k, EVENTS[e]);
                }
            }
        }
    }
    drop_headlines(d);
    merge(d);
    date_by_journey(d);
}
