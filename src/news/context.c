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

/* Sides that the clause leaves open: "its" system is the speaker's; "in return" turns the dealing
 * before round; the same supplier's next goods go where the last ones went. */
void supply_sides(const struct document *d, const struct sentence *s, struct roles *r,
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
void take_governor(const struct document *d, const struct sentence *s, uint32_t noun,
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
