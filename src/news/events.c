/* Frames with two sides that are no dealing. */
#include "news/events.h"

#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static const enum word_class_bit EVENTS[] = {
    CLASS_BIT_VISIT,    CLASS_BIT_MEET,  CLASS_BIT_INVITE, CLASS_BIT_WARRANT,
    CLASS_BIT_SANCTION, CLASS_BIT_SEIZE, CLASS_BIT_CHARGE, CLASS_BIT_CONVICT};

struct found {
    uint32_t who[PARTICIPANTS_MAX];
    size_t n;
    uint32_t first, end; /* chunks */
};

static void take(const struct document *d, struct found *f, uint32_t entity, uint32_t chunk)
{
    if (entity == NONE32 || f->n >= PARTICIPANTS_MAX) {
        return;
    }
    for (size_t i = 0; i < f->n; i++) {
        if (f->who[i] == entity) {
            return;
        }
    }
    (void)d;
    f->who[f->n++] = entity;
    f->first = chunk < f->first ? chunk : f->first;
    f->end = chunk + 1 > f->end ? chunk + 1 : f->end;
}

/* A group and what is joined to it: "X, Y e Z". */
static void take_joined(const struct document *d, const struct sentence *s, struct found *f,
                        uint32_t k, bool as_country)
{
    take(d, f, as_country ? party_of(d, s, k) : entity_of(d, s, k), k);
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 14; n++) {
        const struct chunk *c = at(d, n);
        bool join =
            (c->kind == CHUNK_LINK && c->slot == DETAIL_AND) || chunk_is_sign(d, n, ',');
        if (join) {
            continue;
        }
        bool same = c->kind == CHUNK_NOUN &&
                    (c->slot == at(d, k)->slot || c->slot == DETAIL_NONE) &&
                    (at(d, n - 1)->kind == CHUNK_LINK || at(d, n - 1)->kind == CHUNK_SIGN);
        if (!same || c->mention == NONE32) {
            break;
        }
        take(d, f, entity_of(d, s, n), n);
    }
}

static bool fills(uint32_t mask, unsigned slot)
{
    return (mask >> slot & 1U) != 0;
}

static void verb_sides(const struct document *d, const struct sentence *s, uint32_t k,
                       const struct frame_row *row, struct found *f)
{
    const struct chunk *v = at(d, k);
    bool passive = (v->flags & CHUNK_PASSIVE) != 0;
    bool several = row->class == CLASS_BIT_SANCTION || row->class == CLASS_BIT_CHARGE ||
                   row->class == CLASS_BIT_CONVICT || row->class == CLASS_BIT_MEET;
    uint32_t subject = subject_of(d, s, k);
    if (subject != NONE32) {
        take_joined(d, s, f, subject, false);
    }
    uint32_t bound = right_bound(d, s, k + 1);
    for (uint32_t n = k + 1; n < bound; n++) {
        const struct chunk *c = at(d, n);
        if (c->kind == CHUNK_VERB && !(c->flags & CHUNK_BARE)) {
            break;
        }
        if (c->kind != CHUNK_NOUN || when_covers(d, c->head)) {
            continue;
        }
        unsigned slot = c->slot == DETAIL_NONE
                            ? (unsigned)(passive ? DETAIL_SUBJECT : DETAIL_OBJECT)
                            : c->slot;
        slot = passive && slot == DETAIL_FROM ? (unsigned)DETAIL_BY : slot;
        if (fills(row->roles[ROLE_FIRST].verb | row->roles[ROLE_SECOND].verb, slot) &&
            !(slot == DETAIL_OBJECT && f->n >= 2 && !several)) {
            bool place = row->class == CLASS_BIT_VISIT;
            if (several) {
                take_joined(d, s, f, n, false);
            } else {
                take(d, f, place ? party_of(d, s, n) : entity_of(d, s, n), n);
            }
        }
    }
}

static void noun_sides(const struct document *d, const struct sentence *s, uint32_t k,
                       const struct frame_row *row, struct found *f)
{
    const struct chunk *n = at(d, k);
    if (k > s->chunk && (at(d, k - 1)->flags & CHUNK_POSSESSOR)) {
        take(d, f, entity_of(d, s, k - 1), k - 1);
    } else if (n->mention != NONE32 && d->mentions.p[n->mention].entity != NONE32) {
        take(d, f, d->mentions.p[n->mention].entity, k);
    }
    uint32_t bound = right_bound(d, s, k + 1);
    for (uint32_t i = k + 1; i < bound; i++) {
        const struct chunk *c = at(d, i);
        if (c->kind != CHUNK_NOUN) {
            bool joins = (c->kind == CHUNK_LINK && c->slot == DETAIL_AND) ||
                         (chunk_is_sign(d, i, ',') && i + 1 < bound &&
                          (at(d, i + 1)->flags & CHUNK_BARE));
            if (joins || c->kind == CHUNK_OTHER ||
                (c->kind == CHUNK_VERB && (c->flags & CHUNK_BARE))) {
                continue;
            }
            break;
        }
        if (!when_covers(d, c->head) &&
            fills(row->roles[ROLE_FIRST].noun | row->roles[ROLE_SECOND].noun,
                  c->slot ? c->slot : DETAIL_WITH)) {
            take(d, f,
                 row->class == CLASS_BIT_VISIT && c->slot != DETAIL_OF ? party_of(d, s, i)
                                                                       : entity_of(d, s, i),
                 i);
        }
    }
    /* The verb that it is the object of: "imposed sanctions on", "has accepted an invitation". */
    for (uint32_t v = k; v > s->chunk && v + 3 > k; v--) {
        const struct chunk *c = at(d, v - 1);
        if (c->kind == CHUNK_VERB) {
            uint32_t subject = n->slot == DETAIL_NONE && !HAS(c->classes, SAY)
                                   ? subject_of(d, s, v - 1)
                                   : NONE32;
            if (subject != NONE32) {
                take(d, f, entity_of(d, s, subject), subject);
            }
            break;
        }
        if (c->kind != CHUNK_NOUN) {
            break;
        }
    }
    /* "will arrive on Thursday at the invitation of X": whoever arrives is the guest. */
    for (uint32_t v = k; row->class == CLASS_BIT_INVITE && f->n == 1 && v > s->chunk; v--) {
        if (at(d, v - 1)->kind == CHUNK_VERB) {
            uint32_t subject = subject_of(d, s, v - 1);
            take(d, f, subject == NONE32 ? NONE32 : entity_of(d, s, subject),
                 subject == NONE32 ? k : subject);
            break;
        }
    }
    /* "Nella lista nera finiscono A, B e C", "added to the blacklist". */
    if (row->class == CLASS_BIT_SANCTION &&
        (n->slot == DETAIL_IN || n->slot == DETAIL_TO || n->slot == DETAIL_ON)) {
        for (uint32_t i = k + 1; i < s->chunk_end; i++) {
            const struct chunk *c = at(d, i);
            uint32_t e = c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && c->mention != NONE32
                             ? d->mentions.p[c->mention].entity
                             : NONE32;
            if (e != NONE32 && d->entities.p[e].type != ENTITY_COUNTRY) {
                take(d, f, e, i);
            }
        }
    }
    /* "nei suoi confronti": the person spoken of before. */
    if (row->class == CLASS_BIT_WARRANT && f->n == 1) {
        for (uint32_t i = (uint32_t)d->mentions.n; i-- > 0;) {
            const struct mention *m = &d->mentions.p[i];
            if (m->first < n->first && m->entity != NONE32 &&
                d->entities.p[m->entity].type == ENTITY_PERSON && n->first - m->first < 60) {
                take(d, f, m->entity, k);
                break;
            }
        }
    }
}

/* Which kinds of participants make it what it is. */
static bool fits(const struct document *d, enum word_class_bit class, struct found *f)
{
    size_t people = 0;
    size_t countries = 0;
    size_t courts = 0;
    for (size_t i = 0; i < f->n; i++) {
        enum entity_type t = d->entities.p[f->who[i]].type;
        people += t == ENTITY_PERSON;
        countries += t == ENTITY_COUNTRY;
        courts += t == ENTITY_ORG;
    }
    switch (class) {
    case CLASS_BIT_VISIT:
        return people >= 1 && countries == 1 && f->n == 2;
    case CLASS_BIT_MEET:
    case CLASS_BIT_INVITE:
        return people == 2 || (people >= 1 && f->n == 2 && class == CLASS_BIT_INVITE);
    case CLASS_BIT_WARRANT:
        return people >= 1 && courts >= 1;
    case CLASS_BIT_SANCTION:
        return f->n >= 2 && d->entities.p[f->who[0]].type != ENTITY_PERSON &&
               (people + courts >= 1 || f->n > countries);
    case CLASS_BIT_CHARGE:
    case CLASS_BIT_CONVICT:
        return people >= 1;
    default:
        return f->n >= 1;
    }
}

static uint8_t status_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    struct standing st;
    standing_of(d, s, k, &st);
    if (st.polarity == POLARITY_DENIED || (c->flags & CHUNK_NEGATED)) {
        return STATUS_DENIED;
    }
    if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) {
        return c->tenses & TENSE_FUT                                     ? STATUS_PLANNED
               : (c->tenses & TENSE_COND) && !(c->flags & CHUNK_PERFECT) ? STATUS_PLANNED
                                                                         : STATUS_HAPPENED;
    }
    bool ahead = st.stage == STAGE_AGREED || st.stage == STAGE_SEEKING ||
                 st.stage == STAGE_NEGOTIATING ||
                 (c->kind == CHUNK_VERB && (c->tenses & TENSE_INF));
    return ahead ? STATUS_PLANNED : STATUS_HAPPENED;
}

static struct event *add_event(struct document *d, struct slice type, const struct found *f)
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
    for (size_t i = 0; i < f->n; i++) {
        e->entities[e->participant_count] = f->who[i];
        e->participants[e->participant_count++] = entity_code(d, f->who[i]);
    }
    e->evidence = document_span(d, at(d, f->first)->first, at(d, f->end - 1)->end);
    return e;
}

static void date_event(const struct document *d, const struct sentence *s, struct event *e)
{
    struct interval w = {DAY_NONE, DAY_NONE};
    bool future = e->status == STATUS_PLANNED;
    if (d->published.from != DAY_NONE && !when_of(d, s->first, s->end, future, &w)) {
        w = future ? (struct interval){d->published.from, DAY_NONE}
                   : (struct interval){DAY_NONE, d->published.from};
    }
    e->when = w;
}

/* What is seized is a ship, a vehicle or goods. */
static bool seizes(const struct document *d, const struct sentence *s, uint32_t k)
{
    bool passive = (at(d, k)->flags & CHUNK_PASSIVE) != 0;
    uint32_t subject = passive ? subject_of(d, s, k) : NONE32;
    if (subject != NONE32 &&
        (at(d, subject)->goods || (at(d, subject)->all & (CLASS(SHIP) | CLASS(VEHICLE))) ||
         HAS(at(d, subject)->all, FLAG))) {
        return true;
    }
    for (uint32_t n = k + 1; !passive && n < s->chunk_end && n < k + 6; n++) {
        const struct chunk *c = at(d, n);
        if (c->kind == CHUNK_NOUN && (c->goods || (c->all & (CLASS(SHIP) | CLASS(VEHICLE))))) {
            return true;
        }
        if (c->kind == CHUNK_VERB) {
            break;
        }
    }
    return false;
}

static void frame_event(struct document *d, const struct sentence *s, uint32_t k,
                        enum word_class_bit class)
{
    const struct chunk *c = at(d, k);
    const struct frame_row *row = lexicon_frame(class);
    struct found f = {.first = k, .end = k + 1};
    if (!row || (c->kind == CHUNK_NOUN && !(c->classes >> class & 1U))) {
        return;
    }
    if (c->kind == CHUNK_VERB) {
        verb_sides(d, s, k, row, &f);
    } else {
        noun_sides(d, s, k, row, &f);
    }
    if (!fits(d, class, &f) || (class == CLASS_BIT_SEIZE && !seizes(d, s, k))) {
        return;
    }
    struct event *e = add_event(d, news_text(row->kind), &f);
    if (e) {
        e->status = status_of(d, s, k);
        if (class == CLASS_BIT_INVITE || class == CLASS_BIT_WARRANT) {
            e->status = e->status == STATUS_DENIED ? e->status : (uint8_t)STATUS_HAPPENED;
        }
        date_event(d, s, e);
        if (class == CLASS_BIT_WARRANT || class == CLASS_BIT_INVITE) {
            e->when = (struct interval){DAY_NONE, d->published.from};
        }
    }
}

/* A demand is what a state demands of another. */
static void demands(struct document *d)
{
    for (size_t i = 0; i < d->statements.n; i++) {
        const struct statement *x = &d->statements.p[i];
        if (x->mode != SAY_demands || x->behalf.n == 0) {
            continue;
        }
        const struct sentence *s = NULL;
        for (size_t k = 0; k < d->sentences.n; k++) {
            s = d->sentences.p[k].first <= x->content_first &&
                        x->content_first < d->sentences.p[k].end
                    ? &d->sentences.p[k]
                    : s;
        }
        struct found f = {.first = NONE32, .end = 0};
        for (uint32_t k = s ? s->chunk : 0; s && k < s->chunk_end && f.n == 0; k++) {
            const struct chunk *c = at(d, k);
            if (c->first >= x->content_first && c->end <= x->content_end &&
                c->kind == CHUNK_NOUN && c->mention != NONE32) {
                uint32_t e = party_of(d, s, k);
                if (e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY &&
                    !slice_eq(d->entities.p[e].behalf, x->behalf)) {
                    take(d, &f, e, k);
                }
            }
        }
        if (f.n == 0) {
            continue;
        }
        struct event *e = add_event(d, SLICE("demand"), &f);
        if (e) {
            e->participants[e->participant_count] = e->participants[0];
            e->participants[0] = x->behalf;
            e->entities[1] = e->entities[0];
            e->entities[0] = NONE32;
            e->participant_count = 2;
            e->status = STATUS_HAPPENED;
            e->when = (struct interval){DAY_NONE, d->published.from};
            e->evidence = x->content;
        }
    }
}

static bool same_event(const struct event *a, const struct event *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->participant_count; i++) {
        for (size_t k = 0; k < b->participant_count; k++) {
            common += slice_eq(a->participants[i], b->participants[k]);
        }
    }
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

static void merge(struct document *d)
{
    for (size_t i = 0; i < d->events.n; i++) {
        struct event *a = &d->events.p[i];
        for (size_t k = i + 1; k < d->events.n && !a->dropped; k++) {
            struct event *b = &d->events.p[k];
            bool sanctions = slice_is(a->type, "sanction") && slice_is(b->type, "sanction") &&
                             !b->dropped && a->participant_count && b->participant_count &&
                             slice_eq(a->participants[0], b->participants[0]) &&
                             a->status == b->status;
            if (sanctions) {
                unite(a, b);
                b->dropped = true;
                continue;
            }
            if (b->dropped || !same_event(a, b)) {
                continue;
            }
            bool dated = a->when.from != DAY_NONE && a->when.until != DAY_NONE;
            bool better = b->participant_count > a->participant_count ||
                          (!dated && b->when.from != DAY_NONE && b->when.until != DAY_NONE);
            (better ? a : b)->dropped = true;
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
            for (size_t e = 0; e < sizeof EVENTS / sizeof *EVENTS; e++) {
                if ((c->kind == CHUNK_VERB || c->kind == CHUNK_NOUN) &&
                    (c->classes >> EVENTS[e] & 1U)) {
                    frame_event(d, s, k, EVENTS[e]);
                }
            }
        }
    }
    demands(d);
    merge(d);
}
