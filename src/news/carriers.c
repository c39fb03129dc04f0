/* What carriers bring, for whom, and which way. */
#include "news/carriers.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

/* "Planes from Abu Dhabi landed in Chad with arms for the RSF": what a carrier that moves has with it,
 * and for whom. */
void carrier_load(const struct reading *v, struct roles *r)
{
    const struct document *d = v->d;
    bool carrier = v->f->class == CLASS_BIT_MOVE && v->subject != NONE32 &&
                   (at(d, v->subject)->all & (CLASS(SHIP) | CLASS(VEHICLE))) &&
                   !at(d, v->subject)->goods;
    uint32_t bound = right_bound(d, v->s, v->verb + 1);
    for (uint32_t k = v->verb + 1; carrier && r->goods == NONE32 && k < bound; k++) {
        if (at(d, k)->kind != CHUNK_NOUN || at(d, k)->slot != DETAIL_WITH) {
            continue;
        }
        uint32_t g = goods_in(d, v->s, k);
        if (g == NONE32) {
            continue;
        }
        r->goods = g;
        roles_cover(r, g);
        bool onward = g + 1 < bound && at(d, g + 1)->kind == CHUNK_NOUN &&
                      (at(d, g + 1)->slot == DETAIL_FOR || at(d, g + 1)->slot == DETAIL_TO);
        uint32_t e = onward ? party_of(d, v->s, g + 1) : NONE32;
        if (e != NONE32 && e != r->supplier) {
            r->recipient = e;
            r->recipient_chunk = g + 1;
            roles_cover(r, g + 1);
        }
    }
}

/* Carriers and their ways: what sails from one country comes to another; a state that moves what
 * another sends has it brought home. */
void carrier_ways(const struct reading *v, struct roles *r)
{
    bool loads = v->f->class == CLASS_BIT_LOAD;
    bool ship = v->subject != NONE32 && HAS(at(v->d, v->subject)->all, SHIP);
    bool leaves = v->f->class == CLASS_BIT_MOVE && HAS(at(v->d, v->verb)->classes, SENDING) &&
                  r->recipient_chunk != NONE32 &&
                  at(v->d, r->recipient_chunk)->slot == DETAIL_NONE &&
                  r->recipient_chunk > v->verb;
    /* Tankers load in a port what they carry home; a state loads onto a ship what it sends. */
    if ((loads && v->subject != NONE32 && !ship) || (leaves && r->supplier == NONE32)) {
        uint32_t e = r->supplier;
        r->supplier = r->recipient;
        r->recipient = e;
    } else if (leaves) {
        r->recipient = NONE32;
    }
    uint32_t carrier = v->subject != NONE32 && v->f->class == CLASS_BIT_MOVE &&
                               (at(v->d, v->subject)->all & (CLASS(SHIP) | CLASS(VEHICLE)))
                           ? v->subject + 1
                           : NONE32;
    if (carrier < v->verb && at(v->d, carrier)->slot == DETAIL_FROM && r->supplier == NONE32) {
        uint32_t e = party_of(v->d, v->s, carrier); /* planes from Abu Dhabi bring howitzers */
        r->supplier = e != r->recipient ? e : NONE32;
    }
    bool hired = carrier != NONE32 && carrier + 1 < v->verb &&
                 (at(v->d, carrier)->flags & CHUNK_BARE) &&
                 (at(v->d, carrier + 1)->slot == DETAIL_BY ||
                  at(v->d, carrier + 1)->slot == DETAIL_FROM);
    if (hired && r->supplier == NONE32) {
        uint32_t e = party_of(v->d, v->s, carrier + 1); /* planes chartered by the Emirates */
        r->supplier = e != r->recipient ? e : NONE32;
    }
    bool moved = v->f->class == CLASS_BIT_MOVE && v->subject != NONE32 && !v->passive &&
                 r->goods != NONE32 && r->goods > v->verb;
    uint32_t mover = moved && !ship ? party_of(v->d, v->s, v->subject) : NONE32;
    if (mover != NONE32 && r->supplier == NONE32 && mover != r->recipient) {
        r->supplier = mover;
        roles_cover(r, v->subject);
    } else if (mover != NONE32 && r->recipient == NONE32 && mover != r->supplier) {
        r->recipient = mover;
        roles_cover(r, v->subject);
    }
}
