/* Predicates to dealings. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static const enum word_class_bit SUPPLYING[] = {CLASS_BIT_SUPPLY, CLASS_BIT_RECEIVE,
                                                CLASS_BIT_ARM,    CLASS_BIT_LOAD,
                                                CLASS_BIT_MOVE,   CLASS_BIT_USE};

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
    if (said && begins_with_time(d, s, said)) {
        day = d->published.from;
    } else if (said && said->source_first < said->content_first &&
               said->source_first >= s->first &&
               when_of(d, s->first, said->content_first, false, &w) && w.until != DAY_NONE) {
        day = w.until;
    } else if (said && said->content_end <= s->end &&
               when_of(d, said->content_end, s->end, false, &w) && w.until != DAY_NONE) {
        day = w.until;
    }
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

static struct dealing *add_dealing(struct document *d, const struct roles *r, uint8_t goods,
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

static void fill(struct document *d, const struct sentence *s, struct dealing *x,
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
}

/* The groups joined to the goods: each class of goods is a dealing of its own. */
static void joined_goods(struct document *d, const struct sentence *s, const struct roles *r,
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
        struct dealing *x = add_dealing(d, r, c->goods, st);
        if (x) {
            fill(d, s, x, r, predicate, k);
        }
    }
}

/* What is given in exchange goes the other way. */
static void exchange(struct document *d, const struct sentence *s, const struct roles *r,
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
    struct dealing *x = add_dealing(d, &back, at(d, g)->goods, st);
    if (x) {
        fill(d, s, x, &back, predicate, g);
    }
}

static bool is_unparty(const struct document *d, uint32_t e)
{
    return e != NONE32 && d->entities.p[e].type == ENTITY_CRAFT;
}

static bool worth(const struct document *d, const struct roles *r, uint8_t goods,
                  const struct standing *st)
{
    if (r->blocked || goods == GOODS_UNKNOWN || st->general || is_unparty(d, r->supplier) ||
        is_unparty(d, r->recipient)) {
        return false;
    }
    if (r->supplier != NONE32 && r->recipient != NONE32) {
        return r->supplier != r->recipient;
    }
    bool arms = goods == GOODS_ARMS || goods == GOODS_DUAL_USE;
    bool one = r->supplier != NONE32 || r->recipient != NONE32;
    return one && arms &&
           (st->polarity == POLARITY_DENIED ||
            (st->stage == STAGE_SEEKING && r->recipient != NONE32));
}

/* "all'Iran, alla Siria e all'Egitto": each is a recipient. */
static void joined_recipients(struct document *d, const struct sentence *s,
                              const struct roles *r, uint32_t predicate, uint8_t goods,
                              const struct standing *st)
{
    if (r->recipient_chunk == NONE32) {
        return;
    }
    uint8_t slot = at(d, r->recipient_chunk)->slot;
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
        struct dealing *x = add_dealing(d, &other, goods, st);
        if (x) {
            other.end = k + 1 > other.end ? k + 1 : other.end;
            fill(d, s, x, &other, predicate, r->goods);
        }
    }
}

static const struct dealing *last_dealing(const struct document *d, uint32_t token)
{
    const struct dealing *x = d->dealings.n ? &d->dealings.p[d->dealings.n - 1] : NULL;
    return x && x->token < token && token - x->token < 120 && x->polarity == POLARITY_AFFIRMED
               ? x
               : NULL;
}

/* Sides that the clause leaves open: "its" system is the speaker's; "in return" turns the dealing
 * before round; the same supplier's next goods go where the last ones went. */
static void supply_sides(const struct document *d, const struct sentence *s, struct roles *r,
                         uint32_t predicate)
{
    const struct dealing *x = last_dealing(d, at(d, predicate)->head);
    bool turned = r->swap != NONE32;
    for (uint32_t k = s->chunk; k < predicate; k++) {
        turned = turned || at(d, k)->slot == DETAIL_SWAP;
    }
    uint32_t said = say_of(d, at(d, predicate)->head);
    if (r->supplier == NONE32 && r->goods != NONE32 && said != NONE32 &&
        d->statements.p[said].entity != NONE32) {
        struct slice w = document_key(d, at(d, r->goods)->first, at(d, r->goods)->first + 1);
        bool own = slice_is(w, "its") || slice_is(w, "their") || slice_is(w, "our") ||
                   slice_is(w, "suo") || slice_is(w, "sua") || slice_is(w, "suoi") ||
                   slice_is(w, "sue");
        uint32_t e = d->statements.p[said].entity;
        r->supplier = own && d->entities.p[e].type == ENTITY_COUNTRY && e != r->recipient
                          ? e
                          : r->supplier;
    }
    if (x && turned && r->supplier == NONE32 && r->recipient == x->supplier) {
        r->supplier = x->recipient;
    } else if (x && turned && r->recipient == NONE32 && r->supplier == x->recipient) {
        r->recipient = x->supplier;
    } else if (x && !turned && r->recipient == NONE32 && r->supplier != NONE32 &&
               r->supplier == x->supplier && x->recipient != NONE32) {
        r->recipient = x->recipient;
    } else if (x && !turned && r->recipient == NONE32 && r->supplier != NONE32 &&
               r->goods != NONE32 && at(d, r->goods)->goods == x->goods &&
               x->supplier != NONE32 && x->recipient != NONE32 && x->recipient != r->supplier &&
               x->goods == GOODS_ARMS) {
        r->recipient = x->recipient;
    }
}

/* "Russia is negotiating the purchase of shells from North Korea", "Iran has approved the sale of
 * drones to Russia": who buys or sells is the subject of the verb whose object the noun is. */
static void take_governor(const struct document *d, const struct sentence *s, uint32_t noun,
                          bool buys, struct roles *r)
{
    uint32_t *place = buys ? &r->recipient : &r->supplier;
    uint32_t other = buys ? r->supplier : r->recipient;
    if (*place != NONE32 || other == NONE32 || noun <= s->chunk ||
        at(d, noun)->slot != DETAIL_NONE || at(d, noun - 1)->kind != CHUNK_VERB) {
        return;
    }
    const struct chunk *v = at(d, noun - 1);
    uint64_t governs = CLASS(AGREE) | CLASS(READY) | CLASS(BEGIN) | CLASS(STOP) | CLASS(SEEK) |
                       (buys ? CLASS(TALK) : 0);
    if (!(v->all & governs) || (v->flags & CHUNK_PASSIVE) ||
        (HAS(v->classes, SAY) && !(v->classes & CLASS(AGREE)))) {
        return;
    }
    uint32_t subject = subject_of(d, s, noun - 1);
    uint32_t who = subject == NONE32 ? NONE32 : party_of(d, s, subject);
    if (who != NONE32 && who != other) {
        *place = who;
        r->first = subject < r->first ? subject : r->first;
    }
}

static void put_roles(struct document *d, const struct sentence *s, struct roles *r,
                      uint32_t predicate, uint8_t implied)
{
    struct standing st;
    uint8_t goods = r->goods != NONE32 ? at(d, r->goods)->goods : implied;
    standing_of(d, s, predicate, &st);
    if (!r->blocked && st.polarity == POLARITY_AFFIRMED && !st.general &&
        at(d, predicate)->kind == CHUNK_VERB) {
        supply_sides(d, s, r, predicate);
    }
    if (!worth(d, r, goods, &st)) {
        return;
    }
    struct dealing *x = add_dealing(d, r, goods, &st);
    if (!x) {
        return;
    }
    fill(d, s, x, r, predicate, r->goods);
    if (r->goods != NONE32) {
        joined_goods(d, s, r, predicate, &st);
    }
    joined_recipients(d, s, r, predicate, goods, &st);
    exchange(d, s, r, predicate, &st);
}

static bool has_dealing(const struct document *d, const struct sentence *s)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        if (d->dealings.p[i].token >= s->first && d->dealings.p[i].token < s->end) {
            return true;
        }
    }
    return false;
}

static void predicate(struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    for (size_t i = 0; i < sizeof SUPPLYING / sizeof *SUPPLYING; i++) {
        const struct frame_row *f = lexicon_frame(SUPPLYING[i]);
        if (!f || !(c->classes >> SUPPLYING[i] & 1U)) {
            continue;
        }
        struct roles r;
        if (c->kind == CHUNK_VERB) {
            roles_of_verb(d, s, k, f, &r);
        } else {
            roles_of_noun(d, s, k, f, &r);
            take_governor(d, s, k, SUPPLYING[i] == CLASS_BIT_RECEIVE, &r);
        }
        if (r.blocked) {
            return;
        }
        if (SUPPLYING[i] == CLASS_BIT_USE &&
            (r.supplier == NONE32 || at(d, k)->flags & CHUNK_NEGATED || has_dealing(d, s))) {
            continue; /* who uses somebody's arms has them from there, it is said */
        }
        size_t before = d->dealings.n;
        put_roles(d, s, &r, k,
                  SUPPLYING[i] == CLASS_BIT_ARM ? (uint8_t)GOODS_ARMS : (uint8_t)GOODS_UNKNOWN);
        if (d->dealings.n > before) {
            return;
        }
    }
}

/* Seeking goods without a verb of receiving: "alla ricerca di proiettili", "chiede missili". */
static void seeking(struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint64_t seeks = CLASS(SEEK) | CLASS(ASK);
    const struct frame_row *f = lexicon_frame(CLASS_BIT_RECEIVE);
    struct roles r;
    if (!f || !(c->classes & seeks) || (c->classes & (CLASS(SUPPLY) | CLASS(RECEIVE)))) {
        return;
    }
    if (c->kind == CHUNK_VERB) {
        roles_of_verb(d, s, k, f, &r);
    } else {
        roles_of_noun(d, s, k, f, &r);
        uint32_t subject = NONE32;
        for (uint32_t v = k; v > s->chunk && subject == NONE32 && v + 4 > k; v--) {
            subject = at(d, v - 1)->kind == CHUNK_VERB ? subject_of(d, s, v - 1) : NONE32;
        }
        if (subject != NONE32 && r.recipient == NONE32) {
            r.recipient = party_of(d, s, subject);
            r.first = subject < r.first ? subject : r.first;
        }
    }
    supply_sides(d, s, &r, k);
    if (r.goods == NONE32 || r.recipient == NONE32 || at(d, r.goods)->slot == DETAIL_AGAINST) {
        return;
    }
    struct standing st;
    standing_of(d, s, k, &st);
    st.stage = STAGE_SEEKING;
    if (worth(d, &r, at(d, r.goods)->goods, &st) ||
        (r.supplier == NONE32 && at(d, r.goods)->goods != GOODS_OTHER &&
         at(d, r.goods)->goods != GOODS_UNKNOWN && c->kind == CHUNK_VERB)) {
        struct dealing *x = add_dealing(d, &r, at(d, r.goods)->goods, &st);
        if (x) {
            fill(d, s, x, &r, k, r.goods);
            joined_goods(d, s, &r, k, &st);
        }
    }
}

/* Without a predicate: "da Mosca a Pyongyang missili", "razzi iraniani per Mosca", "missiles bound
 * for the Houthis made in Iran". */
static void bare_goods(struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *g = at(d, k);
    if (g->kind != CHUNK_NOUN || !g->goods ||
        (g->slot != DETAIL_NONE && g->slot != DETAIL_OF && g->slot != DETAIL_WITH)) {
        return;
    }
    struct roles r = {.supplier = NONE32,
                      .recipient = NONE32,
                      .recipient_chunk = NONE32,
                      .goods = k,
                      .first = k,
                      .end = k + 1,
                      .swap = NONE32};
    const struct frame_row *f = lexicon_frame(CLASS_BIT_MOVE);
    bool headline = d->paragraphs.p[s->paragraph].kind == PARA_HEADLINE;
    for (uint32_t n = k > s->chunk + 4 ? k - 4 : s->chunk; f && n < s->chunk_end && n < k + 8;
         n++) {
        const struct chunk *c = at(d, n);
        bool wall = (c->kind == CHUNK_VERB && !(c->flags & CHUNK_BARE)) ||
                    (c->kind == CHUNK_LINK && c->slot != DETAIL_AND) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, n, ','));
        if (wall) {
            if (n > k) {
                break;
            }
            r.supplier = r.recipient = NONE32;
            continue;
        }
        uint32_t e = c->kind == CHUNK_NOUN && !c->goods && !when_covers(d, c->head)
                         ? party_of(d, s, n)
                         : NONE32;
        if (e == NONE32 || HAS(c->classes, PORT)) {
            continue;
        }
        if (c->slot == DETAIL_FROM && r.supplier == NONE32) {
            r.supplier = e;
        } else if ((c->slot == DETAIL_TO || (headline && c->slot == DETAIL_FOR)) &&
                   r.recipient == NONE32) {
            r.recipient = e;
        } else {
            continue;
        }
        r.first = n < r.first ? n : r.first;
        r.end = n + 1 > r.end ? n + 1 : r.end;
    }
    bool bound = r.recipient != NONE32 && (g->goods == GOODS_ARMS);
    if (r.supplier == NONE32 && bound) {
        const struct mention *m = g->mention != NONE32 ? &d->mentions.p[g->mention] : NULL;
        r.supplier = m && m->adjective ? m->entity : NONE32;
    }
    if (r.supplier == NONE32 || r.recipient == NONE32 || r.supplier == r.recipient) {
        return;
    }
    struct standing st = {.stage = STAGE_ALLEGED, .polarity = POLARITY_AFFIRMED};
    struct dealing *x = add_dealing(d, &r, g->goods, &st);
    if (x) {
        fill(d, s, x, &r, k, k);
        joined_goods(d, s, &r, k, &st);
    }
}

/* A correction quotes what was wrong. */
static void retract(struct document *d)
{
    bool correction = false;
    for (size_t i = 0; i < d->chunks.n; i++) {
        const struct sentence *s = chunk_sentence(d, (uint32_t)i);
        correction = correction || (HAS(at(d, (uint32_t)i)->all, CORRECT) &&
                                    d->paragraphs.p[s->paragraph].kind == PARA_HEADLINE);
    }
    for (size_t i = 0; correction && i < d->dealings.n; i++) {
        struct dealing *x = &d->dealings.p[i];
        if (d->tokens.p[x->token].quote && x->holder_count == 0) {
            x->polarity = POLARITY_DENIED;
            x->stage = STAGE_DELIVERED;
        }
    }
}

struct dealing *deal_put(struct document *d, const struct sentence *s, const struct roles *r,
                         uint32_t predicate, const struct standing *st)
{
    struct dealing *x = add_dealing(d, r, at(d, r->goods)->goods, st);
    if (x) {
        fill(d, s, x, r, predicate, r->goods);
    }
    return x;
}

void deals_read(struct document *d)
{
    if (d->playful) {
        struct suppressed *x = VEC_ADD(&d->suppressed);
        if (x) {
            *x = (struct suppressed){
                SLICE("words of dealings in a sports page"),
                SLICE("accord, delivery, arms and embargo are said of players and matches")};
        }
        return;
    }
    for (size_t i = 0; i < d->sentences.n && !d->failed; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (d->paragraphs.p[s->paragraph].kind == PARA_DATELINE) {
            continue;
        }
        for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
            const struct chunk *c = at(d, k);
            if (c->kind == CHUNK_VERB || c->kind == CHUNK_NOUN) {
                predicate(d, s, k);
                seeking(d, s, k);
            }
        }
        for (uint32_t k = s->chunk; k < s->chunk_end && !has_dealing(d, s); k++) {
            bare_goods(d, s, k);
        }
    }
    voyages_read(d);
    retract(d);
}
