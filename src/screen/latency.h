/*
 * latency - how long each of many things took, in bounded memory.
 *
 * Nanoseconds fall into buckets of at most 1/32 of their value, so that a percentile is right
 * to three in a hundred whatever the range.
 */
#ifndef SCREEN_LATENCY_H
#define SCREEN_LATENCY_H

#include <stdint.h>

enum { LATENCY_STEPS = 32, LATENCY_BUCKETS = 60 * LATENCY_STEPS };

struct latency {
    uint64_t counts[LATENCY_BUCKETS];
    uint64_t n;   /* values added */
    uint64_t max; /* nanoseconds */
};

/* CPU time of the calling thread in nanoseconds. */
uint64_t latency_clock(void);

void latency_add(struct latency *l, uint64_t nanoseconds);
/* Adds what another one counted. */
void latency_merge(struct latency *l, const struct latency *other);

/* The value that `thousandths` of all are not above, in microseconds, rounded up. */
uint64_t latency_percentile(const struct latency *l, unsigned thousandths);

#endif
