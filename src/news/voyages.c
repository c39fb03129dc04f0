/*
 * A cargo told over several sentences: the ship sailed from one country, is bound for another, and
 * in her hold lie shells.  A voyage begins with a ship and ends three sentences behind the last
 * word of her; what she carries counts only beside a word of carrying.
 */
#include "news/deal.h"

enum { VOYAGE_SENTENCES = 4 };

struct voyage {
    uint32_t origin, destination; /* country entities, or NONE32 */
    uint32_t goods;               /* chunk, or NONE32 */
    uint32_t goods_sentence;
    uint32_t first, end; /* chunks of the evidence: ship, origin, destination */
    uint32_t first_sentence;
    uint32_t last_sentence; /* the last one that speaks of her */
    bool active, arrived, reported;
};

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_ship(const struct document *d, const struct chunk *c)
{
    uint32_t e = c->mention == NONE32 ? NONE32 : d->mentions.p[c->mention].entity;
    return c->kind == CHUNK_NOUN &&
           ((c->all & CLASS(SHIP)) || (e != NONE32 && d->entities.p[e].type == ENTITY_CRAFT));
}

static uint32_t country_in(const struct document *d, uint32_t k)
{
    for (uint32_t i = at(d, k)->first; i < at(d, k)->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        uint32_t e = m == NONE32 ? NONE32 : d->mentions.p[m].entity;
        if (e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY) {
            return e;
        }
    }
    return NONE32;
}

/* The country of a place: in its group or in those that go on it (Jebel Ali, in the Emirates). */
static uint32_t country_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t e = country_in(d, k);
    for (uint32_t n = k + 1; e == NONE32 && n < s->chunk_end && n < k + 4; n++) {
        const struct chunk *c = at(d, n);
        if (chunk_is_sign(d, n, ',')) {
            continue;
        }
        if (c->kind != CHUNK_NOUN || (c->slot != DETAIL_IN && c->slot != DETAIL_OF)) {
            break;
        }
        e = country_in(d, n);
    }
    return e;
}

/* Whom a cargo is for: a group that is named, else the country of the place. */
static uint32_t receiver_at(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t e = group_named(d, at(d, k));
    if (e == NONE32 && k + 1 < s->chunk_end && at(d, k + 1)->slot == DETAIL_OF) {
        e = group_named(d, at(d, k + 1)); /* miliziani di al-Shabaab */
    }
    return e != NONE32 ? e : country_of(d, s, k);
}

static uint32_t verb_before(const struct document *d, const struct sentence *s, uint32_t k)
{
    for (uint32_t n = k; n > s->chunk && n + 5 > k; n--) {
        if (at(d, n - 1)->kind == CHUNK_VERB) {
            return n - 1;
        }
        if (at(d, n - 1)->kind == CHUNK_LINK && at(d, n - 1)->slot != DETAIL_AND) {
            break;
        }
    }
    return NONE32;
}

/* Origin and destination that one group names. */
static void take_place(const struct document *d, const struct sentence *s, uint32_t k,
                       struct voyage *v)
{
    const struct chunk *c = at(d, k);
    uint32_t verb = verb_before(d, s, k);
    uint64_t moves = verb == NONE32 ? 0
                                    : at(d, verb)->classes & (CLASS(MOVE) | CLASS(VISIT) |
                                                              CLASS(SENDING) | CLASS(CARGO));
    bool leaves_port =
        moves && verb + 1 == k && c->slot == DETAIL_NONE && (c->all & CLASS(PORT));
    bool onward = c->slot == DETAIL_TO || c->slot == DETAIL_FOR;
    uint32_t e = onward ? receiver_at(d, s, k) : country_of(d, s, k);
    if (e == NONE32 || c->goods || when_covers(d, c->head)) {
        return;
    }
    if (v->origin == NONE32 &&
        ((c->slot == DETAIL_FROM && moves) || (leaves_port && v->destination != e))) {
        v->origin = e;
    } else if (v->destination == NONE32 && e != v->origin &&
               (c->slot == DETAIL_TO || (c->slot == DETAIL_FOR && moves) ||
                (c->slot == DETAIL_IN && moves && v->origin != NONE32))) {
        v->destination = e;
        v->arrived = c->slot == DETAIL_IN;
    } else {
        return;
    }
    v->first = k < v->first ? k : v->first;
    v->end = k + 1 > v->end ? k + 1 : v->end;
}

/* Goods beside a word of carrying in the same sentence, not what is fired or banned. */
static void take_cargo(const struct document *d, const struct sentence *s, uint32_t k,
                       struct voyage *v)
{
    const struct chunk *c = at(d, k);
    bool lies = c->slot == DETAIL_NONE || c->slot == DETAIL_OF ||
                (c->slot == DETAIL_WITH && k > s->chunk && HAS(at(d, k - 1)->all, CARGO));
    bool kind =
        c->goods && c->goods != GOODS_OTHER && c->goods != GOODS_UNKNOWN && !HAS(c->all, BAN);
    if (v->goods != NONE32 || !lies || !kind || (c->flags & (CHUNK_NEGATED | CHUNK_ANY))) {
        return;
    }
    for (uint32_t n = k; n > s->chunk && n + 9 > k; n--) {
        const struct chunk *x = at(d, n - 1);
        if (x->kind == CHUNK_LINK && x->slot != DETAIL_AND && x->slot != DETAIL_ACCORDING &&
            !(x->flags & CHUNK_RELATIVE)) {
            return;
        }
        if (x->kind == CHUNK_VERB && (x->flags & CHUNK_NEGATED)) {
            return;
        }
        bool taken =
            x->kind == CHUNK_VERB && HAS(x->classes, SEIZE); /* seized guns on a ship */
        if ((HAS(x->all, CARGO) || taken) && !HAS(x->all, INFO)) {
            v->goods = k;
            return;
        }
    }
}

static bool is_told(const struct document *d, const struct voyage *v)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *x = &d->dealings.p[i];
        bool sides = (x->supplier == v->origin && x->recipient == v->destination) ||
                     (x->supplier == v->destination && x->recipient == v->origin);
        if (sides && x->goods == at(d, v->goods)->goods) {
            return true;
        }
    }
    return false;
}

/* The voyage's time: the first that its sentences tell. */
static void date_voyage(struct document *d, const struct voyage *v, struct dealing *x)
{
    for (uint32_t i = v->first_sentence;
         !x->dated && i <= v->last_sentence && i < d->sentences.n; i++) {
        struct interval w;
        x->dated = when_of(d, d->sentences.p[i].first, d->sentences.p[i].end, false, &w);
        x->when = x->dated ? w : x->when;
    }
}

static void report(struct document *d, struct voyage *v)
{
    if (v->origin == NONE32 || v->destination == NONE32 || v->goods == NONE32 ||
        v->origin == v->destination || v->reported) {
        return;
    }
    v->reported = true;
    if (is_told(d, v)) {
        return;
    }
    const struct sentence *s = &d->sentences.p[v->goods_sentence];
    struct roles r = {.supplier = v->origin,
                      .recipient = v->destination,
                      .recipient_chunk = NONE32,
                      .goods = v->goods,
                      .first = v->goods,
                      .end = v->goods + 1,
                      .swap = NONE32};
    struct standing st = {.stage = v->arrived ? STAGE_DELIVERED : STAGE_SHIPPED,
                          .polarity = POLARITY_AFFIRMED};
    struct dealing *x = deal_put(d, s, &r, v->goods, &st);
    if (x) {
        date_voyage(d, v, x);
    }
    if (x && v->end > v->first) {
        x->evidence[x->evidence_count++] =
            document_span(d, at(d, v->first)->first, at(d, v->end - 1)->end);
    }
}

static void start(struct voyage *v, uint32_t sentence)
{
    *v = (struct voyage){.origin = NONE32,
                         .destination = NONE32,
                         .goods = NONE32,
                         .first = NONE32,
                         .active = true,
                         .first_sentence = sentence,
                         .last_sentence = sentence};
}

void voyages_read(struct document *d)
{
    struct voyage v = {.active = false};
    for (uint32_t i = 0; i < d->sentences.n && !d->failed; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (d->paragraphs.p[s->paragraph].kind != PARA_BODY) {
            continue;
        }
        if (v.active && i - v.last_sentence > VOYAGE_SENTENCES) {
            v.active = false;
        }
        uint32_t ship = s->chunk;
        while (ship < s->chunk_end && !is_ship(d, at(d, ship))) {
            ship++;
        }
        if (ship < s->chunk_end && !v.active) {
            start(&v, i); /* her cargo may be told before her, her ports are not */
        } else if (ship < s->chunk_end) {
            v.last_sentence = i;
        }
        for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
            const struct chunk *c = at(d, k);
            if (v.active && c->kind == CHUNK_NOUN) {
                bool had = v.goods != NONE32;
                if (i != v.first_sentence || k >= ship) {
                    take_place(d, s, k, &v);
                }
                take_cargo(d, s, k, &v);
                v.goods_sentence = !had && v.goods != NONE32 ? i : v.goods_sentence;
            }
        }
        if (v.active) {
            report(d, &v);
        }
    }
}

/* A sentence that tells of a cargo: wares beside a word of carrying, a seizure, a dealing. */
static bool tells_cargo(const struct document *d, const struct sentence *s)
{
    bool wares = false;
    bool carries = false;
    for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
        const struct chunk *c = at(d, k);
        wares = wares || (c->goods && c->goods != GOODS_OTHER && c->goods != GOODS_MONEY);
        carries = carries || (c->all & (CLASS(CARGO) | CLASS(LOAD) | CLASS(SEIZE) |
                                        CLASS(MOVE) | CLASS(SUPPLY)));
    }
    return (wares && carries) || deal_in(d, s);
}

bool voyage_carries(const struct document *d, uint32_t craft)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity != craft || d->tokens.p[m->first].mention != i) {
            continue;
        }
        for (size_t n = 0; n < d->sentences.n; n++) {
            const struct sentence *s = &d->sentences.p[n];
            if (s->first <= m->first && m->first < s->end && tells_cargo(d, s)) {
                return true;
            }
        }
    }
    return false;
}
