/* Arguments of a predicate, walked to along the row of chunks. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
}

void roles_cover(struct roles *r, uint32_t k)
{
    r->first = k < r->first ? k : r->first;
    r->end = k + 1 > r->end ? k + 1 : r->end;
}

/* Where goods come from: an adjective (North Korean shells), "di fabbricazione iraniana". */
uint32_t origin_of(const struct document *d, const struct sentence *s, uint32_t goods)
{
    for (uint32_t k = goods; k < s->chunk_end && k < goods + 4; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind != CHUNK_NOUN || (k > goods && c->slot != DETAIL_OF && !c->goods)) {
            bool and = c->kind == CHUNK_LINK && c->slot == DETAIL_AND;
            if (and) {
                continue;
            }
            break;
        }
        if (c->mention != NONE32 && d->mentions.p[c->mention].adjective &&
            (c->goods || c->slot == DETAIL_OF)) {
            return d->mentions.p[c->mention].entity;
        }
    }
    return NONE32;
}

/* A group as goods: itself, or what it is so many of (container di munizioni). */
uint32_t goods_in(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    if (c->goods) {
        return k;
    }
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 5; n++) {
        const struct chunk *x = at(d, n);
        bool adjective = x->kind == CHUNK_VERB && (x->flags & CHUNK_BARE);
        bool other = x->kind == CHUNK_OTHER || chunk_is_sign(d, n, '"');
        if (adjective || other) {
            continue;
        }
        if (x->kind != CHUNK_NOUN || (x->slot != DETAIL_OF && x->slot != DETAIL_WITH)) {
            break;
        }
        if (x->goods) {
            return n;
        }
    }
    return NONE32;
}

static bool is_blocked(const struct chunk *c, const struct frame_row *f)
{
    return c->goods == 0 && (c->classes & f->blocked) != 0 && !HAS(c->classes, QUANT);
}

/* One argument: which role does its slot fill? */
static void take(const struct document *d, const struct sentence *s, const struct frame_row *f,
                 uint32_t k, unsigned slot, bool noun, struct roles *r)
{
    const struct chunk *c = at(d, k);
    uint32_t bit = UINT32_C(1) << slot;
    const struct frame_role *roles = f->roles;
    uint32_t goods_mask = noun ? roles[ROLE_GOODS].noun : roles[ROLE_GOODS].verb;
    uint32_t first_mask = noun ? roles[ROLE_FIRST].noun : roles[ROLE_FIRST].verb;
    uint32_t second_mask = noun ? roles[ROLE_SECOND].noun : roles[ROLE_SECOND].verb;
    if ((goods_mask & bit) && !r->blocked) {
        uint32_t g = own_entity(d, c) != NONE32 && !c->goods ? NONE32 : goods_in(d, s, k);
        if (g != NONE32 && r->goods == NONE32) {
            r->goods = g;
            roles_cover(r, k);
            roles_cover(r, g);
            return;
        }
        if (is_blocked(c, f) && r->goods == NONE32 && own_entity(d, c) == NONE32) {
            r->blocked = true;
            return;
        }
    }
    if (c->goods && slot != DETAIL_SUBJECT) {
        return;
    }
    uint32_t e = (first_mask | second_mask) & bit ? party_of(d, s, k) : NONE32;
    if (e == NONE32) {
        return;
    }
    if ((first_mask & bit) && r->supplier == NONE32 && e != r->recipient) {
        r->supplier = e;
        roles_cover(r, k);
    } else if ((second_mask & bit) && r->recipient == NONE32 && e != r->supplier) {
        r->recipient = e;
        r->recipient_chunk = k;
        roles_cover(r, k);
    }
}

void roles_begin(struct roles *r, uint32_t k)
{
    *r = (struct roles){.supplier = NONE32,
                        .recipient = NONE32,
                        .recipient_chunk = NONE32,
                        .goods = NONE32,
                        .first = k,
                        .end = k + 1,
                        .swap = NONE32};
}

static void finish(const struct document *d, const struct sentence *s, struct roles *r)
{
    if (r->goods != NONE32 && r->supplier == NONE32) {
        uint32_t o = origin_of(d, s, r->goods);
        r->supplier = o != r->recipient ? o : NONE32;
    }
}

void roles_of_verb(const struct document *d, const struct sentence *s, uint32_t verb,
                   const struct frame_row *f, struct roles *r)
{
    const struct chunk *v = at(d, verb);
    bool passive = (v->flags & CHUNK_PASSIVE) != 0;
    roles_begin(r, verb);
    uint32_t subject = subject_of(d, s, verb);
    if (subject != NONE32) {
        take(d, s, f, subject, passive ? DETAIL_OBJECT : DETAIL_SUBJECT, false, r);
        if (r->blocked && !passive) {
            r->blocked = false; /* who acts is not what is given */
        }
    }
    if (subject == NONE32 && (v->flags & CHUNK_FIRST) && !passive) {
        uint32_t we = speaker_state(d, v->first);
        uint32_t *place = f->class == CLASS_BIT_RECEIVE || f->class == CLASS_BIT_LOAD
                              ? &r->recipient
                              : &r->supplier;
        *place = we;
    }
    uint32_t bound = right_bound(d, s, verb + 1);
    bool seen_group = false;
    for (uint32_t k = verb + 1; k < bound; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_VERB && !(c->flags & CHUNK_BARE)) {
            break; /* an infinitive has arguments of its own */
        }
        if (c->kind != CHUNK_NOUN || when_covers(d, c->head)) {
            continue;
        }
        unsigned slot =
            c->slot == DETAIL_NONE ? (passive ? DETAIL_SUBJECT : DETAIL_OBJECT) : c->slot;
        if (c->slot == DETAIL_SWAP) {
            r->swap = k;
            continue;
        }
        if (passive && slot == DETAIL_FROM) {
            slot = DETAIL_BY; /* dalla Corea: by, where nothing else is */
            if (f->class == CLASS_BIT_RECEIVE) {
                slot = r->recipient == NONE32 ? DETAIL_SUBJECT : DETAIL_FROM;
            }
        }
        bool rest = f->class == CLASS_BIT_SUPPLY && r->goods == NONE32 &&
                    r->recipient != NONE32 && r->recipient_chunk == k - 1 &&
                    goods_in(d, s, k) != NONE32;
        if (c->slot == DETAIL_OF && seen_group && at(d, k - 1)->kind == CHUNK_NOUN && !rest) {
            continue; /* belongs to the group before it */
        }
        /* English gives somebody something: a party right behind the verb, goods behind it */
        bool dative = slot == DETAIL_OBJECT && !c->goods && own_entity(d, c) != NONE32 &&
                      k + 1 < bound && at(d, k + 1)->kind == CHUNK_NOUN &&
                      at(d, k + 1)->slot == DETAIL_NONE && f->class == CLASS_BIT_SUPPLY;
        take(d, s, f, k, dative ? DETAIL_TO : slot, false, r);
        seen_group = true;
    }
    /* What stands before the verb with a preposition: "alla Russia l'Iran ha venduto". */
    for (uint32_t k = verb; k > s->chunk && k + 8 > verb;) {
        k--;
        const struct chunk *c = at(d, k);
        bool stop = is_finite(c) || (c->kind == CHUNK_LINK && c->slot != DETAIL_AND) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ','));
        if (stop) {
            break;
        }
        if (c->kind == CHUNK_NOUN &&
            (c->slot == DETAIL_FROM || (c->slot == DETAIL_TO && passive)) &&
            !when_covers(d, c->head)) {
            take(d, s, f, k, c->slot, false, r);
        }
    }
    /* "the drones which Iran sold": the goods stand before the relative. */
    for (uint32_t k = verb; r->goods == NONE32 && !r->blocked && k > s->chunk && k + 5 > verb;
         k--) {
        const struct chunk *c = at(d, k - 1);
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE)) {
            uint32_t a = antecedent_of(d, s, k - 1);
            r->goods = a != NONE32 ? goods_in(d, s, a) : NONE32;
            if (r->goods != NONE32) {
                roles_cover(r, r->goods);
            }
            break;
        }
        if (c->kind != CHUNK_NOUN) {
            break;
        }
    }
    /* Tankers load in a port what they carry home; a state loads onto a ship what it sends. */
    if (f->class == CLASS_BIT_LOAD && subject != NONE32 && !HAS(at(d, subject)->all, SHIP)) {
        uint32_t e = r->supplier;
        r->supplier = r->recipient;
        r->recipient = e;
    }
    /* "Russia uses drones supplied by Iran": who uses them has received them. */
    if ((v->flags & CHUNK_BARE) && r->goods != NONE32 && r->goods < verb &&
        r->recipient == NONE32 && f->class == CLASS_BIT_SUPPLY) {
        for (uint32_t k = r->goods; k > s->chunk && k + 4 > r->goods; k--) {
            const struct chunk *c = at(d, k - 1);
            if (c->kind == CHUNK_VERB && is_finite(c) &&
                !(c->classes & (CLASS(SAY) | CLASS(SEIZE)))) {
                uint32_t user = subject_of(d, s, k - 1);
                uint32_t e = user == NONE32 ? NONE32 : party_of(d, s, user);
                r->recipient = e != r->supplier ? e : NONE32;
                break;
            }
            if (c->kind != CHUNK_NOUN) {
                break;
            }
        }
    }
    finish(d, s, r);
}

void roles_of_noun(const struct document *d, const struct sentence *s, uint32_t noun,
                   const struct frame_row *f, struct roles *r)
{
    const struct chunk *n = at(d, noun);
    roles_begin(r, noun);
    if (n->goods && n->goods_end <= n->end) {
        r->goods = noun; /* arms sales */
    }
    uint32_t bound = right_bound(d, s, noun + 1);
    for (uint32_t k = noun + 1; k < bound; k++) {
        const struct chunk *c = at(d, k);
        bool joins = c->kind == CHUNK_LINK && c->slot == DETAIL_AND && k + 1 < bound &&
                     at(d, k + 1)->goods;
        bool bare = c->kind == CHUNK_VERB && (c->flags & CHUNK_BARE);
        if (joins || bare) {
            continue;
        }
        if (c->kind != CHUNK_NOUN ||
            (c->slot == DETAIL_NONE && !(k > noun && at(d, k - 1)->kind == CHUNK_LINK))) {
            break;
        }
        if (c->slot == DETAIL_SWAP) {
            r->swap = k;
            continue;
        }
        if (!when_covers(d, c->head) && c->slot != DETAIL_NONE) {
            take(d, s, f, k, c->slot, true, r);
        }
    }
    if (r->supplier == NONE32 || r->recipient == NONE32) {
        bool possessor = noun > s->chunk && (at(d, noun - 1)->flags & CHUNK_POSSESSOR);
        uint32_t who = possessor ? party_of(d, s, noun - 1)
                       : n->mention != NONE32 && d->mentions.p[n->mention].adjective
                           ? d->mentions.p[n->mention].entity
                           : NONE32;
        uint32_t *place = f->class == CLASS_BIT_RECEIVE ? &r->recipient : &r->supplier;
        if (who != NONE32 && *place == NONE32 && who != r->supplier && who != r->recipient) {
            *place = who;
            r->first = possessor ? noun - 1 : r->first;
        }
    }
    finish(d, s, r);
}
