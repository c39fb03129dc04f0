/* Sides that the clause itself leaves open. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static const struct dealing *last_dealing(const struct document *d, uint32_t token)
{
    const struct dealing *x = d->dealings.n ? &d->dealings.p[d->dealings.n - 1] : NULL;
    return x && x->token < token && token - x->token < 120 && x->polarity == POLARITY_AFFIRMED
               ? x
               : NULL;
}

/* ---- pronouns and unsaid subjects ---- */

static bool is_it(const struct document *d, const struct chunk *c)
{
    static const char *const WORDS[] = {"it", "they", "essa", "esso", "essi", "esse"};
    struct slice w = document_key(d, c->first, c->first + 1);
    bool found = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        found = found || slice_is(w, WORDS[i]);
    }
    return found && c->end - c->first == 1;
}

uint32_t goods_before(const struct document *d, const struct sentence *s, uint32_t chunk)
{
    uint32_t first = s > d->sentences.p + 1 ? s[-2].chunk : d->sentences.p[0].chunk;
    for (uint32_t k = chunk; k > first; k--) {
        const struct chunk *c = at(d, k - 1);
        if (c->kind == CHUNK_NOUN && c->goods && c->goods != GOODS_OTHER &&
            c->goods != GOODS_MONEY && !HAS(c->all, BAN)) {
            return k - 1;
        }
    }
    return NONE32;
}

/* The state or body named last before a chunk in its sentence that is not `other`. */
static uint32_t party_before(const struct document *d, const struct sentence *s, uint32_t chunk,
                             uint32_t other)
{
    for (uint32_t k = chunk; k > s->chunk; k--) {
        const struct chunk *c = at(d, k - 1);
        uint32_t e = c->kind == CHUNK_NOUN && !c->goods && !(c->flags & CHUNK_PRONOUN)
                         ? party_of(d, s, k - 1)
                         : NONE32;
        if (e != NONE32 && e != other && d->entities.p[e].type != ENTITY_CRAFT) {
            return e;
        }
    }
    return NONE32;
}

/* The party that is the subject of the first finite verb of a sentence. */
static uint32_t first_subject(const struct document *d, const struct sentence *s)
{
    for (uint32_t k = s->chunk; k < s->chunk_end; k++) {
        if (at(d, k)->kind == CHUNK_VERB && (at(d, k)->flags & CHUNK_FINITE)) {
            uint32_t subject = subject_of(d, s, k);
            return subject == NONE32 ? NONE32 : party_of(d, s, subject);
        }
    }
    return NONE32;
}

static uint32_t topic_before(const struct document *d, const struct sentence *s, uint32_t verb,
                             bool pronoun)
{
    /* 'Iran: "Never sold drones"': of the speaker before the colon */
    if (s->chunk + 1 < verb && at(d, s->chunk)->kind == CHUNK_NOUN &&
        chunk_is_sign(d, s->chunk + 1, ':')) {
        return party_of(d, s, s->chunk);
    }
    /* "Tehran denied that it had sold": of the verb of saying before it */
    for (uint32_t k = verb; k > s->chunk; k--) {
        const struct chunk *c = at(d, k - 1);
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE) &&
            (c->classes & (CLASS(SAY) | CLASS(ACCUSE)))) {
            uint32_t subject = subject_of(d, s, k - 1);
            uint32_t e = subject == NONE32 ? NONE32 : party_of(d, s, subject);
            bool state = e != NONE32 && d->entities.p[e].type == ENTITY_COUNTRY;
            return (c->mode == SAY_denies || pronoun) && state ? e : NONE32;
        }
    }
    bool inside = s > d->sentences.p && s[-1].paragraph == s->paragraph;
    bool quoted = d->tokens.p[at(d, verb)->head].quote != 0;
    return inside && !quoted ? first_subject(d, s - 1) : NONE32;
}

uint32_t topic_of(const struct document *d, const struct sentence *s, uint32_t verb)
{
    const struct chunk *v = at(d, verb);
    bool italian = d->paragraphs.p[s->paragraph].language == NEWS_ITALIAN;
    uint32_t subject = subject_of(d, s, verb);
    bool pronoun = subject != NONE32 && is_it(d, at(d, subject));
    bool never = (v->flags & CHUNK_BARE) && (v->flags & CHUNK_NEGATED); /* mai venduto armi */
    bool unsaid = subject == NONE32 && italian &&
                  (never || ((v->flags & CHUNK_FINITE) &&
                             !(v->flags & (CHUNK_FIRST | CHUNK_REFLEXIVE | CHUNK_PASSIVE))));
    for (uint32_t k = verb + 1; unsaid && k < s->chunk_end && k < verb + 3; k++) {
        /* a subject may stand behind its verb: "ha fornito i razzi Teheran" */
        const struct chunk *c = at(d, k);
        unsaid =
            !(c->kind == CHUNK_NOUN && c->slot == DETAIL_NONE && own_entity(d, c) != NONE32);
    }
    return pronoun || unsaid ? topic_before(d, s, verb, pronoun) : NONE32;
}

/* ---- infinitives ---- */

/* "asked North Korea to supply shells", "in talks with Pyongyang to buy rockets", "approached Russia
 * about buying jets": who is asked or talked with is the other side. */
static void take_partner(const struct document *d, const struct sentence *s, struct roles *r,
                         uint32_t verb)
{
    const struct chunk *v = at(d, verb);
    uint32_t object = NONE32;
    uint32_t g = v->flags & CHUNK_FINITE ? NONE32 : governor_of(d, s, verb, &object);
    if (g == NONE32 || (r->supplier != NONE32) == (r->recipient != NONE32)) {
        return;
    }
    uint32_t *place = r->supplier == NONE32 ? &r->supplier : &r->recipient;
    uint32_t other = r->supplier == NONE32 ? r->recipient : r->supplier;
    uint64_t around = at(d, g)->all;
    for (uint32_t k = g + 1; k < verb; k++) {
        around |= at(d, k)->kind == CHUNK_NOUN ? at(d, k)->all : 0;
    }
    uint64_t two = CLASS(TALK) | CLASS(AGREE) | CLASS(SEEK) | CLASS(ASK);
    if (!(around & two)) {
        return;
    }
    for (uint32_t k = g + 1; k < verb && *place == NONE32; k++) {
        const struct chunk *c = at(d, k);
        uint32_t e = c->kind == CHUNK_NOUN && !c->goods && c->slot != DETAIL_OF &&
                             c->slot != DETAIL_IN && c->slot != DETAIL_BETWEEN
                         ? party_of(d, s, k)
                         : NONE32;
        bool doer = place == &r->recipient && c->slot == DETAIL_NONE; /* who is got to do it */
        *place = e != other && !doer && !when_covers(d, c->head) ? e : NONE32;
        r->first = *place != NONE32 && k < r->first ? k : r->first;
    }
    /* "Russia asked Iran to send drones": to the one who asks */
    uint32_t asker = subject_of(d, s, g);
    if (*place == NONE32 && (at(d, g)->classes & (CLASS(SEEK) | CLASS(ASK))) &&
        asker != NONE32 && place == &r->recipient) {
        uint32_t e = party_of(d, s, asker);
        *place = e != other ? e : NONE32;
    }
}

/* ---- what was told before ---- */

/* "Its system", said by a state, is that state's. */
static uint32_t speaker_of_its(const struct document *d, const struct roles *r,
                               uint32_t predicate)
{
    static const char *const ITS[] = {"its", "their", "our", "suo", "sua", "suoi", "sue"};
    uint32_t said = say_of(d, at(d, predicate)->head);
    if (r->goods == NONE32 || said == NONE32 || d->statements.p[said].entity == NONE32) {
        return NONE32;
    }
    struct slice w = document_key(d, at(d, r->goods)->first, at(d, r->goods)->first + 1);
    bool own = false;
    for (size_t i = 0; i < sizeof ITS / sizeof *ITS; i++) {
        own = own || slice_is(w, ITS[i]);
    }
    uint32_t e = d->statements.p[said].entity;
    return own && d->entities.p[e].type == ENTITY_COUNTRY && e != r->recipient ? e : NONE32;
}

/* "In return" turns the dealing before round; the same supplier's next goods go where the last
 * ones went. */
static void follow_last(const struct document *d, const struct sentence *s, struct roles *r,
                        uint32_t predicate)
{
    const struct dealing *x = last_dealing(d, at(d, predicate)->head);
    bool turned = r->swap != NONE32;
    for (uint32_t k = s->chunk; k < predicate; k++) {
        turned = turned || at(d, k)->slot == DETAIL_SWAP;
    }
    if (!x) {
        return;
    }
    bool whole = x->supplier != NONE32 && x->recipient != NONE32;
    bool gives =
        HAS(at(d, predicate)->classes, SUPPLY) && !(at(d, predicate)->flags & CHUNK_BARE);
    bool onward = !turned && r->recipient == NONE32 && r->supplier != NONE32;
    bool same = r->supplier == x->supplier;
    bool likewise = whole && gives && r->goods != NONE32 &&
                    at(d, r->goods)->goods == x->goods && x->recipient != r->supplier &&
                    x->goods == GOODS_ARMS;
    if (turned && r->supplier == NONE32 && r->recipient == x->supplier) {
        r->supplier = x->recipient;
    } else if (turned && r->recipient == NONE32 && r->supplier == x->recipient) {
        r->recipient = x->supplier;
    } else if (onward && x->recipient != NONE32 && (same || likewise)) {
        r->recipient = x->recipient;
    }
}

void supply_sides(const struct document *d, const struct sentence *s, struct roles *r,
                  uint32_t predicate, bool affirmed)
{
    bool receives =
        HAS(at(d, predicate)->classes, RECEIVE) || HAS(at(d, predicate)->classes, SEEK);
    uint32_t *acting = receives ? &r->recipient : &r->supplier;
    uint32_t other = receives ? r->supplier : r->recipient;
    bool wares = r->goods != NONE32 || HAS(at(d, predicate)->classes, ARM);
    if (*acting == NONE32 && wares && !HAS(at(d, predicate)->classes, MOVE)) {
        uint32_t e = topic_of(d, s, predicate);
        *acting = e != other ? e : NONE32;
    }
    take_partner(d, s, r, predicate);
    if (r->to_him && r->recipient == NONE32) {
        r->recipient = party_before(d, s, predicate, r->supplier);
    }
    if (affirmed) {
        r->supplier = r->supplier == NONE32 ? speaker_of_its(d, r, predicate) : r->supplier;
        follow_last(d, s, r, predicate);
    }
}

/* "Russia is negotiating the purchase of shells from North Korea", "Iran has approved the sale of
 * drones to Russia": who buys or sells is the subject of the verb whose object the noun is. */
void take_governor(const struct document *d, const struct sentence *s, uint32_t noun, bool buys,
                   struct roles *r)
{
    uint32_t *place = buys ? &r->recipient : &r->supplier;
    uint32_t other = buys ? r->supplier : r->recipient;
    uint32_t verb = noun > s->chunk && at(d, noun)->slot == DETAIL_NONE &&
                            at(d, noun - 1)->kind == CHUNK_VERB
                        ? noun - 1
                        : NONE32;
    uint32_t partner = NONE32;
    for (uint32_t k = noun; verb == NONE32 && k > s->chunk && k + 6 > noun; k--) {
        /* "in talks with Pyongyang on the purchase of rockets", "tratta con Pyongyang l'acquisto" */
        const struct chunk *c = at(d, k - 1);
        bool with = c->kind == CHUNK_NOUN && c->slot == DETAIL_WITH;
        partner = with && partner == NONE32 ? k - 1 : partner;
        verb = c->kind == CHUNK_VERB && partner != NONE32 ? k - 1 : NONE32;
        if (c->kind != CHUNK_NOUN) {
            break;
        }
    }
    if (verb == NONE32) {
        return;
    }
    uint64_t around = at(d, verb)->all;
    for (uint32_t k = verb + 1; k < noun; k++) {
        around |= at(d, k)->classes;
    }
    if (partner != NONE32 && buys && other == NONE32 &&
        (around & (CLASS(TALK) | CLASS(AGREE)))) {
        other = party_of(d, s, partner);
        r->supplier = other;
    }
    if (!buys && r->supplier != NONE32 && r->recipient == NONE32) {
        place = &r->recipient; /* negotiates the supply of drones from Iran */
        other = r->supplier;
    }
    if (*place != NONE32 || other == NONE32) {
        return;
    }
    const struct chunk *v = at(d, verb);
    uint64_t governs = CLASS(AGREE) | CLASS(READY) | CLASS(BEGIN) | CLASS(STOP) | CLASS(SEEK) |
                       CLASS(RECEIVE) | CLASS(TALK);
    if (!(around & governs) || (v->flags & CHUNK_PASSIVE) ||
        (HAS(v->classes, SAY) && !(v->classes & (CLASS(AGREE) | CLASS(TALK))))) {
        return;
    }
    uint32_t subject = subject_of(d, s, verb);
    uint32_t who = subject == NONE32 ? NONE32 : party_of(d, s, subject);
    if (who != NONE32 && who != other) {
        *place = who;
        r->first = subject < r->first ? subject : r->first;
    }
}
