/* Predicates to dealings. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static const enum word_class_bit SUPPLYING[] = {
    CLASS_BIT_SUPPLY, CLASS_BIT_RECEIVE, CLASS_BIT_ARM, CLASS_BIT_LOAD,
    CLASS_BIT_MOVE,   CLASS_BIT_BARTER,  CLASS_BIT_USE};

static bool is_unparty(const struct document *d, uint32_t e)
{
    return e != NONE32 && d->entities.p[e].type == ENTITY_CRAFT;
}

/* Arms given to somebody by an unnamed one: only what a verb tells as done, and to whom. */
static bool is_given(const struct document *d, const struct roles *r, uint32_t predicate,
                     const struct standing *st)
{
    const struct chunk *v = at(d, predicate);
    bool done = v->kind == CHUNK_VERB && !(v->flags & (CHUNK_BARE | CHUNK_MODAL)) &&
                ((v->flags & CHUNK_PERFECT) || (v->tenses & (TENSE_PAST | TENSE_IMPF)));
    uint64_t hands_over = CLASS(SUPPLY) | CLASS(ARM) | CLASS(RECEIVE);
    return done && (v->classes & hands_over) && r->recipient_chunk != NONE32 &&
           r->goods != NONE32 && at(d, r->recipient_chunk)->slot == DETAIL_TO &&
           st->polarity == POLARITY_AFFIRMED && st->stage >= STAGE_SHIPPED;
}

static bool worth(const struct document *d, const struct roles *r, uint8_t goods,
                  uint32_t predicate, const struct standing *st)
{
    if (r->blocked || r->anybody || goods == GOODS_UNKNOWN || st->general ||
        is_unparty(d, r->supplier) || is_unparty(d, r->recipient)) {
        return false;
    }
    if (r->supplier != NONE32 && r->recipient != NONE32) {
        return r->supplier != r->recipient;
    }
    bool arms = goods == GOODS_ARMS || goods == GOODS_DUAL_USE;
    bool one = r->supplier != NONE32 || r->recipient != NONE32;
    return one && arms &&
           (is_given(d, r, predicate, st) ||
            (st->polarity == POLARITY_DENIED ||
             (st->stage == STAGE_SEEKING && r->recipient != NONE32)));
}

/* A dealing told by half: who gives, or who gets.  The next sentences may tell the rest. */
struct half {
    struct roles roles;
    size_t sentence;
    bool open;
};

static bool is_definite(const struct document *d, const struct chunk *c)
{
    static const char *const WORDS[] = {"the", "these", "those", "il",   "lo",     "la",    "i",
                                        "gli", "le",    "l'",    "tali", "queste", "questi"};
    struct slice w = document_key(d, c->first, c->first + 1);
    struct slice of = c->first ? document_key(d, c->first - 1, c->first) : w;
    bool found = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        found = found || slice_is(w, WORDS[i]) || slice_is(of, WORDS[i]);
    }
    return found;
}

/* The two halves of one dealing: the same goods, the one side here, the other there. */
static void join_half(struct document *d, const struct sentence *s, struct roles *r,
                      struct half *h)
{
    size_t sentence = (size_t)(s - d->sentences.p);
    bool give = r->supplier != NONE32 && r->recipient == NONE32;
    bool get = r->recipient != NONE32 && r->supplier == NONE32;
    const struct roles *o = &h->roles;
    bool same = h->open && r->goods != NONE32 && sentence - h->sentence <= 2 &&
                at(d, r->goods)->goods == at(d, o->goods)->goods &&
                (r->anaphor || r->goods == o->goods || is_definite(d, at(d, r->goods)));
    if (same && give && o->recipient != NONE32 && o->recipient != r->supplier) {
        r->recipient = o->recipient;
        h->open = false;
    } else if (same && get && o->supplier != NONE32 && o->supplier != r->recipient) {
        r->supplier = o->supplier;
        h->open = false;
    } else if ((give || get) && r->goods != NONE32) {
        *h = (struct half){.roles = *r, .sentence = sentence, .open = true};
    }
}

/* "Helicopters and drones": goods of no class of their own, told in one breath with arms, are told as
 * arms. */
static uint32_t arms_joined(const struct document *d, const struct sentence *s, uint32_t goods)
{
    for (uint32_t k = goods; k + 2 < s->chunk_end && k < goods + 5; k += 2) {
        bool joined = chunk_is_sign(d, k + 1, ',') ||
                      (at(d, k + 1)->kind == CHUNK_LINK && at(d, k + 1)->slot == DETAIL_AND);
        if (at(d, goods)->goods != GOODS_OTHER || !joined || at(d, k + 2)->kind != CHUNK_NOUN ||
            at(d, k + 2)->slot != DETAIL_NONE) {
            break;
        }
        if (at(d, k + 2)->goods == GOODS_ARMS && !HAS(at(d, goods)->all, PEOPLE)) {
            return k + 2;
        }
    }
    return goods;
}

static void put_roles(struct document *d, const struct sentence *s, struct roles *r,
                      uint32_t predicate, uint8_t implied, struct half *h)
{
    struct standing st;
    if (r->anaphor && r->goods == NONE32) {
        r->goods = goods_before(d, s, predicate);
    }
    r->goods = r->goods != NONE32 ? arms_joined(d, s, r->goods) : NONE32;
    uint8_t goods = r->goods != NONE32 ? at(d, r->goods)->goods : implied;
    standing_of(d, s, predicate, &st);
    if (r->goods != NONE32 && (at(d, r->goods)->flags & CHUNK_NEGATED) &&
        st.polarity == POLARITY_AFFIRMED) {
        st.polarity = POLARITY_DENIED; /* no missiles have been delivered */
    }
    if (!r->blocked && st.polarity != POLARITY_HYPOTHETICAL && !st.general &&
        at(d, predicate)->kind == CHUNK_VERB) {
        supply_sides(d, s, r, predicate, st.polarity == POLARITY_AFFIRMED);
    }
    if (!r->blocked && !r->anybody && !st.general && st.polarity == POLARITY_AFFIRMED) {
        join_half(d, s, r, h);
    }
    if (!worth(d, r, goods, predicate, &st)) {
        return;
    }
    struct dealing *x = deal_add(d, r, goods, &st);
    if (!x) {
        return;
    }
    deal_fill(d, s, x, r, predicate, r->goods);
    if (r->goods != NONE32) {
        deal_join_goods(d, s, r, predicate, &st);
    }
    deal_join_recipients(d, s, r, predicate, goods, &st);
    deal_join_suppliers(d, s, r, predicate, goods, &st);
    deal_exchange(d, s, r, predicate, &st);
}

static void predicate(struct document *d, const struct sentence *s, uint32_t k, struct half *h)
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
            (r.supplier == NONE32 || at(d, k)->flags & CHUNK_NEGATED || deal_in(d, s))) {
            continue; /* who uses somebody's arms has them from there, it is said */
        }
        size_t before = d->dealings.n;
        put_roles(d, s, &r, k,
                  SUPPLYING[i] == CLASS_BIT_ARM ? (uint8_t)GOODS_ARMS : (uint8_t)GOODS_UNKNOWN,
                  h);
        if (d->dealings.n > before) {
            return;
        }
    }
}

/* "The weapons were destined for the gang", "era diretto in Libia": a way told without a verb of it. */
static void bound_for(struct document *d, const struct sentence *s, uint32_t k, struct half *h)
{
    const struct frame_row *f = lexicon_frame(CLASS_BIT_MOVE);
    if (!f || k + 1 >= s->chunk_end) {
        return;
    }
    const struct chunk *c = at(d, k);
    const struct chunk *to = at(d, k + 1);
    bool phrase = to->kind == CHUNK_NOUN && to->slot == DETAIL_TO && to->first >= 2 &&
                  (d->tokens.p[to->first - 1].flags & TOK_INSIDE);
    if (c->kind != CHUNK_VERB || !(c->flags & CHUNK_COPULA) || !phrase) {
        return;
    }
    struct roles r;
    roles_of_verb(d, s, k, f, &r);
    if (r.goods != NONE32 || r.anaphor) {
        put_roles(d, s, &r, k, GOODS_UNKNOWN, h);
    }
}

/* Seeking goods without a verb of receiving: "alla ricerca di proiettili", "chiede missili". */
static void seeking(struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    const struct frame_row *f = lexicon_frame(CLASS_BIT_SEEK);
    struct roles r;
    if (!f || !HAS(c->classes, SEEK) || (c->classes & (CLASS(SUPPLY) | CLASS(RECEIVE)))) {
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
    supply_sides(d, s, &r, k, true);
    if (r.goods == NONE32 || r.recipient == NONE32 || at(d, r.goods)->slot == DETAIL_AGAINST ||
        r.blocked || r.anybody) {
        return;
    }
    struct standing st;
    standing_of(d, s, k, &st);
    st.stage = STAGE_SEEKING;
    if (worth(d, &r, at(d, r.goods)->goods, k, &st) ||
        (r.supplier == NONE32 && at(d, r.goods)->goods != GOODS_OTHER &&
         at(d, r.goods)->goods != GOODS_UNKNOWN && c->kind == CHUNK_VERB)) {
        struct dealing *x = deal_add(d, &r, at(d, r.goods)->goods, &st);
        if (x) {
            deal_fill(d, s, x, &r, k, r.goods);
            deal_join_goods(d, s, &r, k, &st);
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
    struct dealing *x = deal_add(d, &r, g->goods, &st);
    if (x) {
        deal_fill(d, s, x, &r, k, k);
        deal_join_goods(d, s, &r, k, &st);
        deal_join_suppliers(d, s, &r, k, g->goods, &st);
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
    struct half half = {.open = false};
    for (size_t i = 0; i < d->sentences.n && !d->failed; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (d->paragraphs.p[s->paragraph].kind == PARA_DATELINE) {
            continue;
        }
        for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
            const struct chunk *c = at(d, k);
            if (c->kind == CHUNK_VERB || c->kind == CHUNK_NOUN) {
                predicate(d, s, k, &half);
                bound_for(d, s, k, &half);
                seeking(d, s, k);
            }
        }
        ties_read(d, s);
        for (uint32_t k = s->chunk; k < s->chunk_end && !deal_in(d, s); k++) {
            bare_goods(d, s, k);
        }
    }
    voyages_read(d);
    retract(d);
}
