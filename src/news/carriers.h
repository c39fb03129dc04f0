/*
 * carriers - ships, planes and trucks that move something: their load and their ways.
 *
 * A verb of motion tells a dealing only when it is known what moves and from where to where.  What
 * a carrier has with it is its load; where it comes from gives, where it goes to gets.
 */
#ifndef NEWS_CARRIERS_H
#define NEWS_CARRIERS_H

#include "news/deal.h"

/* A verb on its way, with what the frame says of it. */
struct reading {
    const struct document *d;
    const struct sentence *s;
    const struct frame_row *f;
    uint32_t verb;
    uint32_t subject; /* chunk, or NONE32 */
    bool passive;
};

/* "Planes landed with arms for the RSF": the load, and for whom. */
void carrier_load(const struct reading *v, struct roles *r);
/* Which side is which, once the arguments of a verb of motion or loading are taken. */
void carrier_ways(const struct reading *v, struct roles *r);

#endif
