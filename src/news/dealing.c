/* One dealing put down: its holders, its time, its goods, and those told together with it. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static void add_holder(struct dealing *x, struct slice who)
{
    for (size_t i = 0; i < x->holder_count; i++) {
        if (slice_eq(x->holders[i], who)) {
            return;
        }
    }
    if (who.n && x->holder_count < HOLDERS_MAX) {
        x->holders[x->holder_count++] = who;
    }
}

/* Who says it: the state that the speaker speaks for, else the speaker. */
static struct slice holder_of(const struct document *d, const struct statement *s)
{
    return s->behalf.n           ? s->behalf
           : s->entity != NONE32 ? entity_code(d, s->entity)
                                 : (struct slice){NULL, 0};
}

static struct interval default_interval(const struct document *d, uint8_t stage, int32_t day)
{
    bool ahead = stage == STAGE_AGREED;
    return ahead ? (struct interval){d->published.from, DAY_NONE}
                 : (struct interval){DAY_NONE, day};
}

/* The clause around tokens first … end − 1. */
static uint32_t clause_start(const struct document *d, const struct sentence *s, uint32_t first)
{
    for (uint32_t k = s->chunk_end; k > s->chunk; k--) {
        const struct chunk *c = at(d, k - 1);
        bool wall = (c->kind == CHUNK_LINK && c->slot != DETAIL_AND && c->slot != DETAIL_OR) ||
                    (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k - 1, ','));
        if (wall && c->end <= first) {
            return c->end;
        }
    }
    return s->first;
}

static uint32_t clause_stop(const struct document *d, const struct sentence *s, uint32_t end)
{
    for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
        const struct chunk *c = at(d, k);
        bool wall = (c->kind == CHUNK_LINK && c->slot != DETAIL_AND && c->slot != DETAIL_OR) ||
                    (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ','));
        if (wall && c->first >= end) {
            return c->first;
        }
    }
    return s->end;
}

/* "In October, an official said, …": the time of the thing, not of the saying. */
static bool begins_with_time(const struct document *d, const struct sentence *s,
                             const struct statement *said)
{
    for (uint32_t i = s->first; i + 1 < s->end && i < s->first + 6 && i < said->content_first;
         i++) {
        if (token_is_sign(&d->tokens.p[i + 1], ',') && when_covers(d, i)) {
            return d->tokens.p[i + 2 < s->end ? i + 2 : i + 1].part == PART_V;
        }
    }
    return false;
}

/* A time that opens a sentence holds for all its clauses: "During the war of the 1980s X bought … and Y
 * supplied …"; but not what is told in somebody's words. */
static bool opening_time(const struct document *d, const struct sentence *s,
                         const struct statement *said, struct interval *w)
{
    uint32_t k = s->chunk;
    while (k < s->chunk_end && at(d, k)->kind != CHUNK_VERB && at(d, k)->kind != CHUNK_LINK) {
        k++;
    }
    bool own = !said || (said->content_first <= s->first && said->content_end > s->first);
    bool opens =
        own && k < s->chunk_end && at(d, k)->kind == CHUNK_VERB && at(d, s->chunk)->slot;
    return opens && when_of(d, s->first, at(d, k)->first, false, w);
}

enum { LONG_AGO_DAYS = 5 * 365 };

/* History is told on: behind a sentence about years long past, in the same paragraph, an undated one
 * in the simple past is about the same time. */
static bool history_goes_on(const struct document *d, const struct sentence *s,
                            const struct chunk *predicate, struct interval *w)
{
    bool simple = predicate->kind == CHUNK_VERB && (predicate->tenses & TENSE_PAST) &&
                  !(predicate->flags & CHUNK_PERFECT);
    uint32_t last = NONE32;
    uint32_t from = d->paragraphs.p[s->paragraph].first;
    for (uint32_t i = 0; simple && i < d->times.n; i++) {
        const struct time_expression *t = &d->times.p[i];
        last = t->first >= from && t->first < s->first ? i : last;
    }
    if (last == NONE32 || d->times.p[last].past.until == DAY_NONE ||
        d->times.p[last].past.until > d->published.from - LONG_AGO_DAYS) {
        return false;
    }
    *w = d->times.p[last].past;
    return true;
}

/* When it happens: what its clause says, else until the day on which it was said. */
static void set_interval(const struct document *d, const struct sentence *s, struct dealing *x,
                         uint32_t first, uint32_t end, const struct statement *said)
{
    int32_t day = d->published.from;
    struct interval w = {DAY_NONE, DAY_NONE};
    if (day == DAY_NONE) {
        x->when = w;
        return;
    }
    if (x->polarity == POLARITY_HYPOTHETICAL) {
        x->when = w;
        return;
    }
    bool future = x->stage == STAGE_AGREED;
    bool timed = said && begins_with_time(d, s, said);
    bool before = said && !timed && said->source_first < said->content_first &&
                  said->source_first >= s->first &&
                  when_of(d, s->first, said->content_first, false, &w) && w.until != DAY_NONE;
    bool behind = said && !timed && !before && said->content_end <= s->end &&
                  when_of(d, said->content_end, s->end, false, &w) && w.until != DAY_NONE;
    day = before || behind ? w.until : day;
    x->dated = when_of(d, first, end, future, &w);
    if (!x->dated) {
        uint32_t from = clause_start(d, s, first);
        uint32_t to = clause_stop(d, s, end);
        from = said && said->content_first > from ? said->content_first : from;
        to = said && said->content_end < to ? said->content_end : to;
        x->dated = from < to && when_of(d, from, to, future, &w);
    }
    if (!x->dated && said && begins_with_time(d, s, said)) {
        x->dated = when_of(d, s->first, s->first + 6, future, &w);
        day = d->published.from;
    }
    if (!x->dated && !future) {
        uint32_t c = chunk_at(d, s, x->token);
        x->dated = opening_time(d, s, said, &w) ||
                   (c != NONE32 && history_goes_on(d, s, at(d, c), &w));
    }
    if (!x->dated) {
        x->when = default_interval(d, x->stage, day);
        return;
    }
    if (!future && w.until > day) {
        w.until = day;
    }
    x->when = w;
    if ((x->stage == STAGE_SEEKING || x->stage == STAGE_NEGOTIATING) && w.from != DAY_NONE &&
        w.from > d->published.from) {
        x->when = default_interval(d, x->stage, day);
    }
}

static uint32_t quantity_start(const struct document *d, const struct chunk *c)
{
    uint32_t i = c->first;
    while (i < c->end &&
           (d->tokens.p[i].part == PART_DET || d->tokens.p[i].part == PART_PREP)) {
        i++;
    }
    return i < c->end ? i : c->first;
}

struct dealing *deal_add(struct document *d, const struct roles *r, uint8_t goods,
                         const struct standing *st)
{
    if (d->dealings.n >= 500) {
        return NULL;
    }
    struct dealing *x = VEC_ADD(&d->dealings);
    if (!x) {
        d->failed = true;
        return NULL;
    }
    *x = (struct dealing){.supplier = r->supplier,
                          .recipient = r->recipient,
                          .goods = goods,
                          .stage = st->stage,
                          .polarity = st->polarity,
                          .conditional = st->conditional};
    return x;
}

void deal_fill(struct document *d, const struct sentence *s, struct dealing *x,
               const struct roles *r, uint32_t predicate, uint32_t goods)
{
    uint32_t first = at(d, r->first)->first;
    uint32_t end = at(d, r->end - 1)->end;
    uint32_t said = say_of(d, at(d, predicate)->head);
    const struct statement *st = said == NONE32 ? NULL : &d->statements.p[said];
    x->token = at(d, predicate)->head;
    x->evidence[x->evidence_count++] = document_span(d, first, end);
    if (goods != NONE32) {
        const struct chunk *g = at(d, goods);
        x->items[x->item_count++] = document_span(d, quantity_start(d, g), g->end);
    }
    if (st) {
        add_holder(x, holder_of(d, st));
        x->established = st->court;
    } else {
        x->established = false;
    }
    set_interval(d, s, x, first, end, st);
    const struct chunk *v = at(d, predicate);
    x->remote = !x->dated && v->kind == CHUNK_VERB && (v->tenses & TENSE_PAST) &&
                !(v->tenses & (TENSE_PRES | TENSE_IMPF)) && !(v->flags & CHUNK_PERFECT) &&
                d->paragraphs.p[s->paragraph].language == NEWS_ITALIAN &&
                d->paragraphs.p[s->paragraph].kind == PARA_BODY;
}

/* The groups joined to the goods: each class of goods is a dealing of its own. */
void deal_join_goods(struct document *d, const struct sentence *s, const struct roles *r,
                     uint32_t predicate, const struct standing *st)
{
    uint8_t seen[8] = {at(d, r->goods)->goods};
    size_t n = 1;
    uint32_t last = r->goods;
    for (uint32_t k = r->goods + 1; k < s->chunk_end && k < r->goods + 8; k++) {
        const struct chunk *c = at(d, k);
        if (c->slot == DETAIL_SWAP) {
            break; /* what follows goes the other way */
        }
        if (c->kind == CHUNK_LINK && (c->slot == DETAIL_AND || c->slot == DETAIL_OR)) {
            continue;
        }
        if (chunk_is_sign(d, k, ',') ||
            (c->kind == CHUNK_NOUN && (c->slot == DETAIL_OF || c->slot == DETAIL_FOR) &&
             !c->goods)) {
            continue;
        }
        bool joined = c->kind == CHUNK_NOUN && c->goods && c->goods != GOODS_OTHER &&
                      (c->slot == DETAIL_NONE || at(d, k - 1)->kind != CHUNK_NOUN) &&
                      at(d, k - 1)->kind != CHUNK_VERB;
        if (joined && k >= 2 && at(d, k - 2)->kind == CHUNK_NOUN && k - 2 != last &&
            (at(d, k - 2)->slot == DETAIL_FOR || at(d, k - 2)->slot == DETAIL_TO)) {
            continue; /* technology for satellites and submarines */
        }
        last = joined ? k : last;
        if (!joined) {
            if (c->kind == CHUNK_NOUN && c->slot != DETAIL_NONE) {
                continue;
            }
            break;
        }
        bool known = false;
        for (size_t i = 0; i < n; i++) {
            known = known || seen[i] == c->goods;
        }
        if (known || n >= sizeof seen) {
            continue;
        }
        seen[n++] = c->goods;
        struct dealing *x = deal_add(d, r, c->goods, st);
        if (x) {
            deal_fill(d, s, x, r, predicate, k);
        }
    }
}

/* What is given in exchange goes the other way. */
void deal_exchange(struct document *d, const struct sentence *s, const struct roles *r,
                   uint32_t predicate, const struct standing *st)
{
    if (r->swap == NONE32) {
        return;
    }
    uint32_t g = r->swap;
    while (g < s->chunk_end && g < r->swap + 3 && !at(d, g)->goods) {
        g++;
    }
    if (g >= s->chunk_end || !at(d, g)->goods || at(d, g)->kind != CHUNK_NOUN) {
        return;
    }
    struct roles back = {.supplier = r->recipient,
                         .recipient = r->supplier,
                         .recipient_chunk = NONE32,
                         .goods = g,
                         .first = g,
                         .end = g + 1,
                         .swap = NONE32};
    struct dealing *x = deal_add(d, &back, at(d, g)->goods, st);
    if (x) {
        deal_fill(d, s, x, &back, predicate, g);
    }
}

/* The chunk that names a side, near the predicate; or NONE32. */
static uint32_t named_at(const struct document *d, const struct sentence *s,
                         const struct roles *r, uint32_t entity)
{
    for (uint32_t k = r->first; k < s->chunk_end && k < r->end + 4; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_NOUN && c->mention != NONE32 && !c->goods &&
            !d->mentions.p[c->mention].adjective && party_of(d, s, k) == entity) {
            return k;
        }
    }
    return NONE32;
}

static bool is_and(const struct document *d, uint32_t k)
{
    return at(d, k)->kind == CHUNK_LINK && at(d, k)->slot == DETAIL_AND;
}

/* May this group be one more of a list of parties? */
static bool is_listed_party(const struct document *d, const struct sentence *s, uint32_t k,
                            uint8_t slot)
{
    const struct chunk *c = at(d, k);
    bool noun = c->kind == CHUNK_NOUN && c->mention != NONE32 && !c->goods &&
                !(c->flags & CHUNK_POSSESSOR) && !d->mentions.p[c->mention].adjective;
    uint32_t e =
        noun && (c->slot == slot || c->slot == DETAIL_NONE) ? party_of(d, s, k) : NONE32;
    return e != NONE32 &&
           (d->entities.p[e].type == ENTITY_COUNTRY || d->entities.p[e].type == ENTITY_ORG);
}

/* "From X and Y supplied": the last group before another clause's verb is that one's subject. */
static bool is_next_subject(const struct document *d, const struct sentence *s, uint32_t k,
                            uint32_t predicate)
{
    return k + 1 < s->chunk_end && k + 1 != predicate && at(d, k + 1)->kind == CHUNK_VERB &&
           (at(d, k + 1)->flags & CHUNK_FINITE) && at(d, k)->slot == DETAIL_NONE;
}

static void put_side(struct document *d, const struct sentence *s, const struct roles *r,
                     uint32_t predicate, uint8_t goods, const struct standing *st, bool gives,
                     uint32_t who, uint32_t k)
{
    struct roles other = *r;
    *(gives ? &other.supplier : &other.recipient) = who;
    if (!gives) {
        if (who == r->supplier || who == r->recipient) {
            return;
        }
    } else if (other.supplier == r->supplier || other.supplier == r->recipient) {
        return;
    }
    struct dealing *x = deal_add(d, &other, goods, st);
    if (x) {
        roles_cover(&other, k);
        deal_fill(d, s, x, &other, predicate, r->goods);
    }
}

/* "Russian and Chinese weapons", "armi russe e cinesi": the demonym that another one is joined to. */
static uint32_t joined_demonym(const struct document *d, const struct sentence *s,
                               uint32_t goods)
{
    if (goods == NONE32) {
        return NONE32;
    }
    uint32_t sides[2] = {goods >= s->chunk + 2 && is_and(d, goods - 1) ? goods - 2 : NONE32,
                         goods + 2 < s->chunk_end && is_and(d, goods + 1) ? goods + 2 : NONE32};
    for (size_t i = 0; i < 2; i++) {
        const struct chunk *c = sides[i] == NONE32 ? NULL : at(d, sides[i]);
        const struct mention *m = c && c->kind == CHUNK_NOUN && c->mention != NONE32
                                      ? &d->mentions.p[c->mention]
                                      : NULL;
        if (m && m->adjective && m->entity != NONE32 && c->end - c->first == 1) {
            return m->entity;
        }
    }
    return NONE32;
}

/* "Iran and North Korea supply", "from Russia, China and Turkey": each gives. */
void deal_join_suppliers(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, uint8_t goods, const struct standing *st)
{
    uint32_t k = r->supplier == NONE32 ? NONE32 : named_at(d, s, r, r->supplier);
    if (k == NONE32) {
        uint32_t too = joined_demonym(d, s, r->goods);
        bool own = r->goods != NONE32 && at(d, r->goods)->mention != NONE32 &&
                   d->mentions.p[at(d, r->goods)->mention].entity == r->supplier;
        if (own && too != NONE32) {
            put_side(d, s, r, predicate, goods, st, true, too, r->goods);
        }
        return;
    }
    uint8_t slot = at(d, k)->slot;
    uint32_t first = k;
    while (first >= s->chunk + 2 &&
           (is_and(d, first - 1) || (first < k && chunk_is_sign(d, first - 1, ','))) &&
           is_listed_party(d, s, first - 2, slot)) {
        first -= 2;
        put_side(d, s, r, predicate, goods, st, true, party_of(d, s, first), first);
    }
    uint32_t last = k;
    bool ended = false;
    while (slot != DETAIL_NONE && !ended && last + 2 < s->chunk_end &&
           (is_and(d, last + 1) || chunk_is_sign(d, last + 1, ',')) &&
           is_listed_party(d, s, last + 2, slot) &&
           !is_next_subject(d, s, last + 2, predicate)) {
        ended = is_and(d, last + 1);
        last += 2;
    }
    for (uint32_t n = k + 2; ended && n <= last; n += 2) {
        put_side(d, s, r, predicate, goods, st, true, party_of(d, s, n), n);
    }
}

/* "all'Iran, alla Siria e all'Egitto": each is a recipient. */
void deal_join_recipients(struct document *d, const struct sentence *s, const struct roles *r,
                          uint32_t predicate, uint8_t goods, const struct standing *st)
{
    if (r->recipient_chunk == NONE32) {
        return;
    }
    uint8_t slot = at(d, r->recipient_chunk)->slot;
    uint32_t first = r->recipient_chunk;
    while (slot == DETAIL_NONE && first >= s->chunk + 2 &&
           (is_and(d, first - 1) ||
            (first < r->recipient_chunk && chunk_is_sign(d, first - 1, ','))) &&
           is_listed_party(d, s, first - 2, slot)) {
        first -= 2; /* Syria and Iran bought */
        put_side(d, s, r, predicate, goods, st, false, party_of(d, s, first), first);
    }
    for (uint32_t k = r->recipient_chunk + 1; k < s->chunk_end && k < r->recipient_chunk + 14;
         k++) {
        const struct chunk *c = at(d, k);
        if ((c->kind == CHUNK_LINK && c->slot == DETAIL_AND) || chunk_is_sign(d, k, ',')) {
            continue;
        }
        bool joint = at(d, k - 1)->kind == CHUNK_LINK || at(d, k - 1)->kind == CHUNK_SIGN;
        bool listed = at(d, k - 1)->kind == CHUNK_LINK || c->slot == slot;
        if (c->kind != CHUNK_NOUN || c->goods || !joint || !listed || slot == DETAIL_NONE ||
            (c->slot != slot && c->slot != DETAIL_NONE) || c->mention == NONE32) {
            return;
        }
        if (c->slot == DETAIL_NONE && k + 1 < s->chunk_end &&
            at(d, k + 1)->kind == CHUNK_VERB) {
            return;
        }
        struct roles other = *r;
        other.recipient = party_of(d, s, k);
        if (other.recipient == NONE32 || other.recipient == r->supplier ||
            other.recipient == r->recipient) {
            continue;
        }
        struct dealing *x = deal_add(d, &other, goods, st);
        if (x) {
            other.end = k + 1 > other.end ? k + 1 : other.end;
            deal_fill(d, s, x, &other, predicate, r->goods);
        }
    }
}

struct dealing *deal_put(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, const struct standing *st)
{
    struct dealing *x = deal_add(d, r, at(d, r->goods)->goods, st);
    if (x) {
        deal_fill(d, s, x, r, predicate, r->goods);
    }
    return x;
}

bool deal_in(const struct document *d, const struct sentence *s)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        if (d->dealings.p[i].token >= s->first && d->dealings.p[i].token < s->end) {
            return true;
        }
    }
    return false;
}
