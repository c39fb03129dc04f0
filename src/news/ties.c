/*
 * Talks, agreements, barter and possession: they name two sides first, and who gives is to be
 * read from elsewhere.  "Talks between Moscow and Pyongyang on North Korean shells": the goods'
 * origin says it; else another dealing of the two in this text, or a ban that the text recalls of
 * one of them.  When nothing does, there is no dealing: a guess would be wrong half the time.
 */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_state(const struct document *d, uint32_t e)
{
    return e != NONE32 &&
           (d->entities.p[e].type == ENTITY_COUNTRY || d->entities.p[e].type == ENTITY_ORG);
}

/* ---- two sides ---- */

struct pair {
    uint32_t a, b;
    uint32_t first, end; /* chunks that name them */
};

static bool pair_set(struct pair *p, uint32_t a, uint32_t b, uint32_t first, uint32_t end)
{
    if (a == NONE32 || b == NONE32 || a == b) {
        return false;
    }
    *p = (struct pair){a, b, first, end};
    return true;
}

/* "i due Paesi", "officials of the two countries": a group that means both. */
static bool pair_nominal(const struct document *d, uint32_t k, struct pair *p)
{
    const struct chunk *c = at(d, k);
    for (uint32_t i = c->first; c->kind == CHUNK_NOUN && i < c->end; i++) {
        uint32_t m = d->tokens.p[i].mention;
        if (m != NONE32 && d->mentions.p[m].second != NONE32) {
            return pair_set(p, d->mentions.p[m].entity, d->mentions.p[m].second, k, k + 1);
        }
    }
    return false;
}

/* "X and Y" where Y is group k. */
static bool pair_joined(const struct document *d, const struct sentence *s, uint32_t k,
                        struct pair *p)
{
    if (pair_nominal(d, k, p)) {
        return true;
    }
    bool joined = k >= s->chunk + 2 && at(d, k)->kind == CHUNK_NOUN && !at(d, k)->goods &&
                  at(d, k - 1)->kind == CHUNK_LINK && at(d, k - 1)->slot == DETAIL_AND &&
                  at(d, k - 2)->kind == CHUNK_NOUN && !at(d, k - 2)->goods;
    return joined && pair_set(p, party_of(d, s, k - 2), party_of(d, s, k), k - 2, k + 1);
}

/* May the walk from a word to its sides pass here? */
static bool is_wall(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    return chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, '.') ||
           (c->kind == CHUNK_LINK && (c->slot == DETAIL_BUT || c->slot == DETAIL_THAT ||
                                      c->slot == DETAIL_BECAUSE || c->slot == DETAIL_IF));
}

/* "between X and Y", "with Y" behind the word; "che X e Y porterebbero avanti". */
static bool pair_behind(const struct document *d, const struct sentence *s, uint32_t k,
                        uint32_t subject, struct pair *p)
{
    uint32_t with = NONE32;
    bool relative = false;
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 9; n++) {
        const struct chunk *c = at(d, n);
        relative = relative || (c->kind == CHUNK_LINK &&
                                ((c->flags & CHUNK_RELATIVE) || c->slot == DETAIL_THAT));
        if ((is_wall(d, n) && !relative) ||
            (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE))) {
            break;
        }
        if (c->kind != CHUNK_NOUN) {
            continue;
        }
        if (pair_joined(d, s, n, p)) {
            bool between = at(d, p->first)->slot == DETAIL_BETWEEN;
            bool subjects = relative && at(d, p->first)->slot == DETAIL_NONE;
            bool theirs = p->first == n && c->slot != DETAIL_FOR;
            if (between || subjects || theirs) {
                return true;
            }
        }
        bool partner = c->slot == DETAIL_WITH && !c->goods && with == NONE32 && !relative;
        with = partner ? n : with;
    }
    return with != NONE32 && subject != NONE32 &&
           pair_set(p, party_of(d, s, subject), party_of(d, s, with), subject < k ? subject : k,
                    with + 1);
}

/* The finite verb that a noun stands beside: the one before it, else the one behind it. */
static uint32_t verb_beside(const struct document *d, const struct sentence *s, uint32_t k)
{
    for (uint32_t n = k; n > s->chunk && !is_wall(d, n - 1); n--) {
        if (at(d, n - 1)->kind == CHUNK_VERB) {
            return n - 1;
        }
    }
    for (uint32_t n = k + 1; n < s->chunk_end && !is_wall(d, n); n++) {
        if (at(d, n)->kind == CHUNK_VERB && (at(d, n)->flags & CHUNK_FINITE)) {
            return n;
        }
    }
    return NONE32;
}

static bool pair_of(const struct document *d, const struct sentence *s, uint32_t k,
                    struct pair *p)
{
    uint32_t verb = at(d, k)->kind == CHUNK_VERB ? k : verb_beside(d, s, k);
    uint32_t subject = verb == NONE32 ? NONE32 : subject_of(d, s, verb);
    if (pair_behind(d, s, k, subject, p)) {
        return true;
    }
    if (subject != NONE32 && subject != k && pair_joined(d, s, subject, p)) {
        return true;
    }
    /* "ha firmato con la Russia un contratto", "relations with": between the verb and its noun */
    for (uint32_t n = verb == NONE32 ? k : verb + 1; n < k; n++) {
        if (at(d, n)->kind == CHUNK_NOUN && at(d, n)->slot == DETAIL_WITH &&
            subject != NONE32) {
            return pair_set(p, party_of(d, s, subject), party_of(d, s, n), subject, n + 1);
        }
    }
    return false;
}

/* ---- who gives ---- */

/* "vieta alla Corea del Nord di vendere armi", "bar Pyongyang from exporting arms": whom the text
 * says that a ban keeps from supplying. */
static uint32_t banned_supplier(const struct document *d, const struct pair *p)
{
    for (uint32_t k = 0; k < d->chunks.n; k++) {
        const struct chunk *ban = at(d, k);
        if (!HAS(ban->classes, BAN)) {
            continue;
        }
        const struct sentence *s = chunk_sentence(d, k);
        uint32_t who = NONE32;
        bool goods = false;
        uint64_t acts = 0;
        for (uint32_t n = k + 1; n < s->chunk_end && n < k + 7 && !is_wall(d, n); n++) {
            const struct chunk *c = at(d, n);
            uint32_t e =
                c->kind == CHUNK_NOUN && !c->goods && acts == 0 ? party_of(d, s, n) : NONE32;
            who = who == NONE32 ? e : who;
            acts |= c->classes & (CLASS(SUPPLY) | CLASS(RECEIVE));
            goods = goods || c->goods == GOODS_ARMS;
        }
        if (goods && acts == CLASS(SUPPLY) && (who == p->a || who == p->b)) {
            return who;
        }
    }
    return NONE32;
}

static uint32_t giver_before(const struct document *d, const struct pair *p, uint8_t goods)
{
    for (size_t i = d->dealings.n; i > 0; i--) {
        const struct dealing *x = &d->dealings.p[i - 1];
        bool same = (x->supplier == p->a && x->recipient == p->b) ||
                    (x->supplier == p->b && x->recipient == p->a);
        if (same && x->goods == goods && x->polarity == POLARITY_AFFIRMED) {
            return x->supplier;
        }
    }
    return NONE32;
}

static uint32_t giver_of(const struct document *d, const struct sentence *s,
                         const struct pair *p, uint32_t goods)
{
    uint32_t o = origin_of(d, s, goods);
    o = o == NONE32 ? sole_maker_of(d, goods) : o;
    if (o != NONE32) {
        return o == p->a || o == p->b ? o : NONE32;
    }
    o = giver_before(d, p, at(d, goods)->goods);
    return o != NONE32 || at(d, goods)->goods != GOODS_ARMS ? o : banned_supplier(d, p);
}

/* ---- what it is about ---- */

static bool is_ware(const struct chunk *c)
{
    return c->kind == CHUNK_NOUN && c->goods && c->goods != GOODS_OTHER && !HAS(c->all, BAN);
}

/* Goods behind the word: what it is of, on, for; its object; a list behind a colon. */
static uint32_t goods_behind(const struct document *d, const struct sentence *s, uint32_t k)
{
    bool colon = false;
    if (is_ware(at(d, k))) {
        return k; /* an arms deal */
    }
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 14; n++) {
        const struct chunk *c = at(d, n);
        colon = colon || chunk_is_sign(d, n, ':');
        if (is_wall(d, n) || c->slot == DETAIL_SWAP || (n > k + 10 && !colon)) {
            return NONE32;
        }
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) {
            return NONE32;
        }
        bool fits = c->slot == DETAIL_ON || c->slot == DETAIL_FOR || c->slot == DETAIL_OF ||
                    c->slot == DETAIL_NONE;
        if (is_ware(c) && fits) {
            return n;
        }
    }
    return NONE32;
}

/* "Munizioni in cambio di grano: … una trattativa": what stands before the colon. */
static uint32_t goods_before_colon(const struct document *d, const struct sentence *s,
                                   uint32_t k)
{
    uint32_t colon = NONE32;
    for (uint32_t n = s->chunk; n < k; n++) {
        colon = colon == NONE32 && chunk_is_sign(d, n, ':') ? n : colon;
    }
    for (uint32_t n = s->chunk; colon != NONE32 && n < colon; n++) {
        if (at(d, n)->kind == CHUNK_VERB || at(d, n)->slot == DETAIL_SWAP) {
            return NONE32;
        }
        if (is_ware(at(d, n)) &&
            (at(d, n)->slot == DETAIL_NONE || at(d, n)->slot == DETAIL_OF ||
             at(d, n)->slot == DETAIL_WITH)) {
            return n;
        }
    }
    return NONE32;
}

/* What is given in exchange, behind the goods in the same row. */
static uint32_t swap_behind(const struct document *d, const struct sentence *s, uint32_t goods)
{
    for (uint32_t n = goods + 1; n < s->chunk_end && n < goods + 5; n++) {
        if (at(d, n)->kind == CHUNK_VERB || at(d, n)->kind == CHUNK_SIGN) {
            break;
        }
        if (at(d, n)->slot == DETAIL_SWAP) {
            return n;
        }
    }
    return NONE32;
}

/* ---- talks and agreements ---- */

static bool is_tie(const struct chunk *c)
{
    bool word = c->kind == CHUNK_NOUN || c->kind == CHUNK_VERB;
    uint64_t named = c->kind == CHUNK_NOUN ? CLASS(SUPPLY) | CLASS(RECEIVE) : 0;
    return word && (c->classes & (CLASS(TALK) | CLASS(AGREE) | named));
}

/* Talking about something is no dealing yet; signing is. */
static void tie_stage(const struct document *d, const struct sentence *s, uint32_t k,
                      struct standing *st)
{
    const struct chunk *c = at(d, k);
    standing_of(d, s, k, st);
    bool talk = HAS(c->classes, TALK) || st->stage == STAGE_NEGOTIATING;
    bool agree = HAS(c->classes, AGREE);
    st->stage = talk                                  ? STAGE_NEGOTIATING
                : agree && st->stage != STAGE_SEEKING ? STAGE_AGREED
                                                      : st->stage;
}

static void tie(struct document *d, const struct sentence *s, uint32_t k)
{
    struct pair p;
    struct roles r;
    struct standing st;
    uint32_t goods = goods_behind(d, s, k);
    goods = goods == NONE32 ? goods_before_colon(d, s, k) : goods;
    if (goods == NONE32 || !pair_of(d, s, k, &p)) {
        return;
    }
    uint32_t giver = giver_of(d, s, &p, goods);
    tie_stage(d, s, k, &st);
    if (giver == NONE32 || st.general || !is_state(d, p.a) || !is_state(d, p.b)) {
        return;
    }
    roles_begin(&r, k);
    r.supplier = giver;
    r.recipient = giver == p.a ? p.b : p.a;
    r.goods = goods;
    r.swap = swap_behind(d, s, goods);
    roles_cover(&r, goods);
    roles_cover(&r, p.first);
    roles_cover(&r, p.end - 1);
    struct dealing *x = deal_put(d, s, &r, k, &st);
    if (x) {
        deal_join_goods(d, s, &r, k, &st);
        deal_exchange(d, s, &r, k, &st);
    }
}

/* ---- possession ---- */

/* Whose hands, whose arsenal: an adjective, an owner before or behind it. */
static uint32_t holder_of_store(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint32_t e = own_entity(d, c);
    if (e == NONE32 && k > s->chunk && (at(d, k - 1)->flags & CHUNK_POSSESSOR)) {
        e = own_entity(d, at(d, k - 1));
    }
    for (uint32_t n = k + 1; e == NONE32 && n < s->chunk_end && n < k + 3; n++) {
        bool owner = at(d, n)->kind == CHUNK_NOUN &&
                     (at(d, n)->slot == DETAIL_OF || at(d, n)->slot == DETAIL_TO ||
                      (at(d, n - 1)->flags & CHUNK_POSSESSOR));
        e = owner ? party_of(d, s, n) : e;
    }
    return e;
}

/* "North Korean shells are in Russian hands", "in mano ai russi": goods of one in another's store. */
static void possession(struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    uint32_t near = k > s->chunk && (at(d, k - 1)->flags & CHUNK_POSSESSOR) ? k - 1 : k;
    if (c->kind != CHUNK_NOUN || !HAS(c->all, USE) || c->goods ||
        (at(d, near)->slot != DETAIL_IN && at(d, near)->slot != DETAIL_TO)) {
        return;
    }
    uint32_t goods = NONE32;
    for (uint32_t n = near; n > s->chunk && n + 9 > near && goods == NONE32; n--) {
        if (is_wall(d, n - 1) || (at(d, n - 1)->flags & CHUNK_NEGATED)) {
            return;
        }
        goods = is_ware(at(d, n - 1)) ? n - 1 : goods;
    }
    uint32_t origin = goods == NONE32 ? NONE32 : origin_of(d, s, goods);
    uint32_t holder = holder_of_store(d, s, k);
    if (origin == NONE32 || !is_state(d, holder) || origin == holder) {
        return;
    }
    struct roles r;
    struct standing st = {.stage = STAGE_ALLEGED, .polarity = POLARITY_AFFIRMED};
    roles_begin(&r, k);
    r.supplier = origin;
    r.recipient = holder;
    r.goods = goods;
    roles_cover(&r, goods);
    (void)deal_put(d, s, &r, k, &st);
}

void ties_read(struct document *d, const struct sentence *s)
{
    for (uint32_t k = s->chunk; k < s->chunk_end && !deal_in(d, s); k++) {
        if (is_tie(at(d, k))) {
            tie(d, s, k);
        }
    }
    for (uint32_t k = s->chunk; k < s->chunk_end && !deal_in(d, s); k++) {
        possession(d, s, k);
    }
}
