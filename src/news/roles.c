/* Arguments of a predicate, walked to along the row of chunks. */
#include "news/carriers.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
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

void roles_cover(struct roles *r, uint32_t k)
{
    r->first = k < r->first ? k : r->first;
    r->end = k + 1 > r->end ? k + 1 : r->end;
}

static bool is_blocked(const struct chunk *c, const struct frame_row *f)
{
    return c->goods == 0 && (c->classes & f->blocked) != 0 && !HAS(c->classes, QUANT);
}

/* ---- one argument ---- */

static bool take_goods(const struct document *d, const struct sentence *s,
                       const struct frame_row *f, uint32_t k, struct roles *r)
{
    const struct chunk *c = at(d, k);
    bool entity = own_entity(d, c) != NONE32;
    if (is_blocked(c, f) && r->goods == NONE32 && !entity) {
        r->blocked = true;
        return true;
    }
    uint32_t g = entity && !c->goods ? NONE32 : goods_in(d, s, k);
    if (g == NONE32 && !entity && r->goods == NONE32 && goods_again(d, c)) {
        r->anaphor = true;
        return true;
    }
    if (g == NONE32 || r->goods != NONE32) {
        return false;
    }
    r->goods = g;
    roles_cover(r, k);
    roles_cover(r, g);
    return true;
}

/* Which role does its slot fill? */
static void take(const struct document *d, const struct sentence *s, const struct frame_row *f,
                 uint32_t k, unsigned slot, bool noun, struct roles *r)
{
    const struct chunk *c = at(d, k);
    uint32_t bit = UINT32_C(1) << slot;
    const struct frame_role *roles = f->roles;
    uint32_t goods_mask = noun ? roles[ROLE_GOODS].noun : roles[ROLE_GOODS].verb;
    uint32_t first_mask = noun ? roles[ROLE_FIRST].noun : roles[ROLE_FIRST].verb;
    uint32_t second_mask = noun ? roles[ROLE_SECOND].noun : roles[ROLE_SECOND].verb;
    if ((goods_mask & bit) && !r->blocked && take_goods(d, s, f, k, r)) {
        return;
    }
    bool owns_goods =
        (c->flags & CHUNK_POSSESSOR) && k + 1 < s->chunk_end && at(d, k + 1)->goods;
    if ((c->goods && slot != DETAIL_SUBJECT) || owns_goods) {
        return; /* "hands Italy's drones to": where they come from, not who gets them */
    }
    uint32_t e = (first_mask | second_mask) & bit ? party_of(d, s, k) : NONE32;
    r->anybody = r->anybody || ((first_mask & bit) && (c->flags & CHUNK_ANY));
    bool from_somebody = f->class == CLASS_BIT_MOVE && slot == DETAIL_FROM && e != NONE32 &&
                         d->entities.p[e].type == ENTITY_PERSON;
    if (e == NONE32 || r->anybody || from_somebody) {
        return; /* what moves comes from a place: "una base controllata da X" */
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

/* A missile that reaches a country, with nothing that says it was carried there. */
static bool is_flight(const struct document *d, const struct frame_row *f,
                      const struct roles *r, uint32_t predicate)
{
    const struct chunk *g = at(d, r->goods);
    const struct word_row *w = d->tokens.p[g->head].row;
    const struct word_row *v = d->tokens.p[at(d, predicate)->head].row;
    return f->class == CLASS_BIT_MOVE && g->slot == DETAIL_NONE && w && v &&
           w->detail == DETAIL_FLIES && v->detail == DETAIL_FLIES && !HAS(g->all, QUANT) &&
           r->goods < predicate;
}

static void finish(const struct document *d, const struct sentence *s,
                   const struct frame_row *f, uint32_t predicate, struct roles *r)
{
    uint32_t it = at(d, predicate)->kind == CHUNK_VERB && f->class == CLASS_BIT_SUPPLY &&
                          !(at(d, predicate)->flags & CHUNK_PASSIVE)
                      ? subject_of(d, s, predicate)
                      : NONE32;
    if (it != NONE32 && (at(d, it)->flags & CHUNK_PRONOUN)) {
        return; /* "it had passed Chinese guns on": whoever it is gives */
    }
    if (r->goods != NONE32 && r->supplier == NONE32 && !is_flight(d, f, r, predicate)) {
        uint32_t o = origin_of(d, s, r->goods);
        o = o == NONE32 ? sole_maker_of(d, r->goods) : o;
        r->supplier = o != r->recipient ? o : NONE32;
    }
}

/* ---- verbs ---- */

/* The slot of a group without a preposition behind the verb.  "Syria was sold rockets", "sono stati
 * consegnati droni": behind a passive, goods are what is given. */
static unsigned bare_slot(const struct reading *v, uint32_t k, uint32_t bound,
                          const struct roles *r)
{
    const struct chunk *c = at(v->d, k);
    if (v->passive) {
        return c->goods && r->goods == NONE32 ? DETAIL_OBJECT : DETAIL_SUBJECT;
    } /* English gives somebody something: a party right behind the verb, goods behind it */
    bool dative =
        v->f->class == CLASS_BIT_SUPPLY && !c->goods && !(c->flags & CHUNK_POSSESSOR) &&
        (own_entity(v->d, c) != NONE32 || (c->flags & CHUNK_PRONOUN)) && k + 1 < bound &&
        at(v->d, k + 1)->kind == CHUNK_NOUN && at(v->d, k + 1)->slot == DETAIL_NONE;
    return dative ? DETAIL_TO : DETAIL_OBJECT;
}

/* The slot of an unknown place right before group k, which tells the country that it lies in. */
static unsigned place_before(const struct reading *v, uint32_t k)
{
    uint32_t n = k - 1;
    if (n > v->verb && chunk_is_sign(v->d, n, ',')) {
        n--;
    }
    const struct chunk *c = at(v->d, n);
    bool place = n > v->verb && c->kind == CHUNK_NOUN && !c->goods &&
                 (c->slot == DETAIL_FROM || c->slot == DETAIL_TO) &&
                 (v->d->tokens.p[c->head].flags & TOK_CAPITAL) &&
                 party_of(v->d, v->s, n) == NONE32;
    return place ? c->slot : (unsigned)DETAIL_NONE;
}

/* The slot of a group with a preposition: by whom, where the passive says "da"; where one buys, who
 * sells; across whose border. */
static unsigned marked_slot(const struct reading *v, uint32_t k, const struct roles *r)
{
    const struct chunk *c = at(v->d, k);
    bool receives = v->f->class == CLASS_BIT_RECEIVE;
    if (v->passive && receives && (c->slot == DETAIL_BY || c->slot == DETAIL_FROM)) {
        bool by = c->slot == DETAIL_BY ||
                  v->d->paragraphs.p[v->s->paragraph].language == NEWS_ITALIAN;
        return by && r->recipient == NONE32 ? DETAIL_SUBJECT : DETAIL_FROM;
    }
    if (v->passive && c->slot == DETAIL_FROM && v->f->class != CLASS_BIT_MOVE) {
        return DETAIL_BY; /* dalla Corea: by, where nothing else is */
    }
    if (receives && c->slot == DETAIL_IN && HAS(at(v->d, v->verb)->classes, PAY)) {
        return DETAIL_FROM;
    }
    if (v->passive && v->f->class == CLASS_BIT_USE && c->slot == DETAIL_BY) {
        return DETAIL_SUBJECT;
    }
    if (c->slot == DETAIL_IN) {
        unsigned of = place_before(v, k); /* from Rajin, in North Korea, to Russia */
        if (of != DETAIL_NONE) {
            return of == DETAIL_FROM && v->passive ? (unsigned)DETAIL_BY : of;
        }
    }
    bool border = k > 0 && HAS(at(v->d, k - 1)->classes, PORT);
    if (v->f->class == CLASS_BIT_MOVE && c->slot == DETAIL_WITH && border) {
        return DETAIL_TO;
    }
    return c->slot;
}

static bool goes_through(const struct reading *v, const struct chunk *c)
{
    /* "si è rivolta a Pyongyang per avere razzi": what is sought stands behind a further verb */
    return v->f->class == CLASS_BIT_SEEK && c->slot != DETAIL_NONE &&
           (HAS(c->classes, RECEIVE) || c->classes == 0);
}

static void take_right(const struct reading *v, struct roles *r)
{
    const struct document *d = v->d;
    uint32_t bound = right_bound(d, v->s, v->verb + 1);
    bool seen_group = false;
    for (uint32_t k = v->verb + 1; k < bound; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_VERB && !(c->flags & CHUNK_BARE) && !goes_through(v, c)) {
            break; /* an infinitive has arguments of its own */
        }
        if (c->kind != CHUNK_NOUN || when_covers(d, c->head)) {
            continue;
        }
        bool barter = v->f->class == CLASS_BIT_BARTER &&
                      (c->slot == DETAIL_FOR || c->slot == DETAIL_WITH) && c->goods;
        if (c->slot == DETAIL_SWAP || barter) {
            r->swap = k;
            continue;
        }
        unsigned slot =
            c->slot == DETAIL_NONE ? bare_slot(v, k, bound, r) : marked_slot(v, k, r);
        bool rest = v->f->class == CLASS_BIT_SUPPLY && r->goods == NONE32 &&
                    r->recipient != NONE32 && r->recipient_chunk == k - 1 &&
                    goods_in(d, v->s, k) != NONE32;
        if (c->slot == DETAIL_OF && seen_group && at(d, k - 1)->kind == CHUNK_NOUN && !rest) {
            continue; /* belongs to the group before it */
        }
        if (slot == DETAIL_TO && (c->flags & CHUNK_PRONOUN) && r->recipient == NONE32) {
            r->to_him = true;
            continue;
        }
        take(d, v->s, v->f, k, slot, false, r);
        seen_group = true;
    }
}

/* "ne hanno spedite mille tonnellate": a number or nothing behind it, not "ne cedette la licenza". */
static bool counts_only(const struct reading *v)
{
    for (uint32_t k = v->verb + 1; k < v->s->chunk_end && k < v->verb + 5; k++) {
        const struct chunk *c = at(v->d, k);
        if (c->kind != CHUNK_NOUN) {
            break;
        }
        bool number = v->d->tokens.p[c->first].kind == TOK_NUMBER || HAS(c->all, QUANT) ||
                      c->classes == 0;
        bool article = v->d->tokens.p[c->first].part == PART_DET;
        if (c->slot == DETAIL_NONE && !when_covers(v->d, c->head)) {
            return number && !(article && !HAS(c->all, QUANT));
        }
    }
    return true;
}

/* "gli ha consegnato", "averne spediti", "li ha venduti": Italian says it in the verb group. */
static void take_clitics(const struct reading *v, struct roles *r)
{
    const struct chunk *c = at(v->d, v->verb);
    if (v->d->paragraphs.p[v->s->paragraph].language != NEWS_ITALIAN) {
        return;
    }
    for (uint32_t i = c->first; i < c->end; i++) {
        struct slice w = document_key(v->d, i, i + 1);
        bool infinitive =
            i == c->first && c->end - c->first > 1 && slice_ends_nocase(w, "erne");
        r->to_him = r->to_him || slice_is(w, "gli") || slice_starts(w, "glie");
        bool of_it = infinitive || slice_is(w, "ne");
        r->anaphor = r->anaphor || (of_it && counts_only(v)) ||
                     (i < c->head && (slice_is(w, "li") || slice_is(w, "lo")));
    }
    r->anaphor = r->anaphor && r->goods == NONE32;
}

/* "imagery that the Houthis use": who uses it gets it. */
static void take_relative_user(const struct reading *v, struct roles *r)
{
    const struct document *d = v->d;
    uint32_t k = r->goods + 1;
    bool clause = r->goods != NONE32 && k + 2 < v->s->chunk_end &&
                  at(d, k)->kind == CHUNK_LINK && at(d, k + 1)->kind == CHUNK_NOUN &&
                  at(d, k + 2)->kind == CHUNK_VERB && HAS(at(d, k + 2)->classes, USE);
    if (clause && r->recipient == NONE32 && v->f->class == CLASS_BIT_SUPPLY) {
        uint32_t e = party_of(d, v->s, k + 1);
        r->recipient = e != r->supplier ? e : NONE32;
    }
}

/* "Landed in X and from there was moved": what is joined there belongs to the other verb. */
static bool joins_clauses(const struct document *d, const struct sentence *s, uint32_t link)
{
    if (at(d, link)->kind != CHUNK_LINK || at(d, link)->slot != DETAIL_AND) {
        return false;
    }
    for (uint32_t k = link; k > s->chunk; k--) {
        const struct chunk *c = at(d, k - 1);
        if (c->kind == CHUNK_LINK || (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k - 1, ','))) {
            break;
        }
        if (is_finite(c)) {
            return true;
        }
    }
    return false;
}

/* Before the verb: "alla Russia l'Iran ha venduto". */
static void take_left(const struct reading *v, struct roles *r)
{
    bool moves = v->f->class == CLASS_BIT_MOVE;
    for (uint32_t k = v->verb; k > v->s->chunk && k + 8 > v->verb;) {
        k--;
        const struct chunk *c = at(v->d, k);
        bool stop = is_finite(c) || (c->kind == CHUNK_LINK && c->slot != DETAIL_AND) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(v->d, k, ',')) ||
                    joins_clauses(v->d, v->s, k);
        if (stop) {
            break;
        }
        bool marked = c->slot == DETAIL_FROM ||
                      (c->slot == DETAIL_TO && (v->passive || moves || k == v->s->chunk));
        if (c->kind == CHUNK_NOUN && marked && !when_covers(v->d, c->head)) {
            take(v->d, v->s, v->f, k, c->slot, false, r);
        }
    }
}

/* "the drones which Iran sold": the goods stand before the relative. */
static void take_antecedent(const struct reading *v, struct roles *r)
{
    for (uint32_t k = v->verb;
         r->goods == NONE32 && !r->blocked && k > v->s->chunk && k + 5 > v->verb; k--) {
        const struct chunk *c = at(v->d, k - 1);
        if (c->kind == CHUNK_LINK && (c->flags & CHUNK_RELATIVE)) {
            uint32_t a = antecedent_of(v->d, v->s, k - 1);
            r->goods = a != NONE32 ? goods_in(v->d, v->s, a) : NONE32;
            if (r->goods != NONE32) {
                roles_cover(r, r->goods);
            }
            break;
        }
        if (c->kind != CHUNK_NOUN) {
            break;
        }
    }
}

/* "Russia uses drones supplied by Iran": who uses them has received them. */
static void take_user(const struct reading *v, struct roles *r)
{
    for (uint32_t k = r->goods; k > v->s->chunk && k + 4 > r->goods; k--) {
        const struct chunk *c = at(v->d, k - 1);
        if (c->kind == CHUNK_VERB && is_finite(c) &&
            !(c->classes & (CLASS(SAY) | CLASS(SEIZE)))) {
            uint32_t user = subject_of(v->d, v->s, k - 1);
            uint32_t e = user == NONE32 ? NONE32 : party_of(v->d, v->s, user);
            r->recipient = e != r->supplier ? e : NONE32;
            return;
        }
        if (c->kind != CHUNK_NOUN) {
            return;
        }
    }
}

/* "Two batteries and a jammer": the goods that a subject without any is joined to. */
static uint32_t joined_ware(const struct document *d, const struct sentence *s, uint32_t k)
{
    bool joined = k >= s->chunk + 2 && goods_in(d, s, k) == NONE32 &&
                  own_entity(d, at(d, k)) == NONE32 && at(d, k - 1)->kind == CHUNK_LINK &&
                  at(d, k - 1)->slot == DETAIL_AND && at(d, k - 2)->kind == CHUNK_NOUN;
    return joined ? goods_in(d, s, k - 2) : NONE32;
}

static void take_subject(const struct reading *v, struct roles *r)
{
    const struct chunk *verb = at(v->d, v->verb);
    bool receives = v->f->class == CLASS_BIT_RECEIVE || v->f->class == CLASS_BIT_LOAD ||
                    v->f->class == CLASS_BIT_SEEK;
    bool moves = v->f->class == CLASS_BIT_MOVE && v->subject != NONE32 && !v->passive &&
                 goods_in(v->d, v->s, v->subject) == NONE32 &&
                 joined_ware(v->d, v->s, v->subject) == NONE32;
    if (moves) {
        return; /* who moves something is judged when it is known from where */
    }
    uint32_t ware = v->subject == NONE32 ? NONE32 : joined_ware(v->d, v->s, v->subject);
    if (ware != NONE32 && (v->passive || v->f->class == CLASS_BIT_MOVE)) {
        take(v->d, v->s, v->f, ware, v->passive ? DETAIL_OBJECT : DETAIL_SUBJECT, false, r);
    }
    if (v->subject != NONE32) {
        take(v->d, v->s, v->f, v->subject, v->passive ? DETAIL_OBJECT : DETAIL_SUBJECT, false,
             r);
        r->blocked = r->blocked && v->passive; /* who acts is not what is given */
    } else if ((verb->flags & CHUNK_FIRST) && !v->passive) {
        *(receives ? &r->recipient : &r->supplier) = speaker_state(v->d, verb->first);
    }
}

void roles_of_verb(const struct document *d, const struct sentence *s, uint32_t verb,
                   const struct frame_row *f, struct roles *r)
{
    struct reading v = {.d = d,
                        .s = s,
                        .f = f,
                        .verb = verb,
                        .passive = (at(d, verb)->flags & CHUNK_PASSIVE) != 0};
    roles_begin(r, verb);
    v.subject = subject_of(d, s, verb);
    take_subject(&v, r);
    take_right(&v, r);
    take_clitics(&v, r);
    take_left(&v, r);
    take_antecedent(&v, r);
    carrier_load(&v, r);
    carrier_ways(&v, r);
    take_relative_user(&v, r);
    if (f->class == CLASS_BIT_BARTER && r->recipient == NONE32 && r->swap != NONE32) {
        uint32_t o = origin_of(d, s, r->swap); /* fuel for North Korean shells */
        r->recipient = o != r->supplier ? o : NONE32;
    }
    if ((at(d, verb)->flags & CHUNK_BARE) && r->goods != NONE32 && r->goods < verb &&
        r->recipient == NONE32 && f->class == CLASS_BIT_SUPPLY) {
        take_user(&v, r);
    }
    finish(d, s, f, verb, r);
}

/* ---- nouns ---- */

/* Whose it is: "Russia's purchase", "acquisti russi". */
static void take_owner(const struct document *d, const struct sentence *s, uint32_t noun,
                       const struct frame_row *f, struct roles *r)
{
    const struct chunk *n = at(d, noun);
    bool possessor = noun > s->chunk && (at(d, noun - 1)->flags & CHUNK_POSSESSOR);
    bool adjective = n->mention != NONE32 && d->mentions.p[n->mention].adjective;
    uint32_t who = possessor   ? party_of(d, s, noun - 1)
                   : adjective ? d->mentions.p[n->mention].entity
                               : NONE32;
    bool receives = f->class == CLASS_BIT_RECEIVE || f->class == CLASS_BIT_SEEK;
    uint32_t *place = receives ? &r->recipient : &r->supplier;
    if (who != NONE32 && *place == NONE32 && who != r->supplier && who != r->recipient) {
        *place = who;
        r->first = possessor ? noun - 1 : r->first;
    }
}

/* "Moscow wants to hide its purchases": its is that of whoever the verb before it speaks of. */
static void take_possessive(const struct document *d, const struct sentence *s, uint32_t noun,
                            const struct frame_row *f, struct roles *r)
{
    static const char *const ITS[] = {"its", "their", "suoi", "sue", "propri", "proprie", NULL};
    bool own = false;
    for (const char *const *w = ITS; *w; w++) {
        for (uint32_t i = at(d, noun)->first; i < at(d, noun)->head; i++) {
            own = own || slice_is(document_key(d, i, i + 1), *w);
        }
    }
    bool receives = f->class == CLASS_BIT_RECEIVE || f->class == CLASS_BIT_SEEK;
    uint32_t *place = receives ? &r->recipient : &r->supplier;
    bool verb = own && noun > s->chunk && at(d, noun - 1)->kind == CHUNK_VERB;
    uint32_t subject = verb && *place == NONE32 ? subject_of(d, s, noun - 1) : NONE32;
    uint32_t who = subject == NONE32 ? NONE32 : party_of(d, s, subject);
    if (who != NONE32 && who != r->supplier && who != r->recipient) {
        *place = who;
        roles_cover(r, subject);
    }
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
        take_owner(d, s, noun, f, r);
        take_possessive(d, s, noun, f, r);
    }
    finish(d, s, f, noun, r);
}
