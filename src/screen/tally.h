/*
 * tally - how many scores there were of each height, and what share reaches a threshold.
 *
 * Counting is exact and does not depend on the order: tallies of several threads are added up.
 * The interval is Wilson's at 95 %, in integers, so that a printed table is the same on every
 * machine.
 */
#ifndef SCREEN_TALLY_H
#define SCREEN_TALLY_H

#include <stdint.h>

enum { TALLY_SCORES = 1001, TALLY_MOST = 1000000 };

struct tally {
    uint64_t n;                /* scores added */
    uint64_t at[TALLY_SCORES]; /* of each height, in thousandths */
};

void tally_add(struct tally *t, unsigned score);
void tally_merge(struct tally *t, const struct tally *more);

/* Scores of at least `threshold`. */
uint64_t tally_from(const struct tally *t, unsigned threshold);

/* A share of a sample in thousandths. */
struct share {
    unsigned share;     /* 0 when the sample is empty */
    unsigned low, high; /* of the interval; 0 and 1000 when the sample is empty */
};

/* `found` of `n`; n at most TALLY_MOST. */
struct share share_of(uint64_t found, uint64_t n);

#endif
