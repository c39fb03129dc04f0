#include "screen/latency.h"

#include <stddef.h>
#include <time.h>

uint64_t latency_clock(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) {
        return 0;
    }
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

/* Values under 2 * STEPS have a bucket each; above, each power of two has STEPS of them. */
static size_t bucket_of(uint64_t v)
{
    unsigned shift = 0;
    while (v >= 2 * LATENCY_STEPS) {
        v >>= 1;
        shift++;
    }
    return (size_t)shift * LATENCY_STEPS + (size_t)v;
}

/* The largest value that falls into a bucket. */
static uint64_t bucket_top(size_t b)
{
    if (b < 2 * LATENCY_STEPS) {
        return b;
    }
    unsigned shift = (unsigned)(b / LATENCY_STEPS - 1);
    uint64_t v = b - (uint64_t)shift * LATENCY_STEPS;
    return ((v + 1) << shift) - 1;
}

void latency_add(struct latency *l, uint64_t nanoseconds)
{
    size_t b = bucket_of(nanoseconds);
    l->counts[b < LATENCY_BUCKETS ? b : LATENCY_BUCKETS - 1]++;
    l->n++;
    l->max = nanoseconds > l->max ? nanoseconds : l->max;
}

void latency_merge(struct latency *l, const struct latency *other)
{
    for (size_t b = 0; b < LATENCY_BUCKETS; b++) {
        l->counts[b] += other->counts[b];
    }
    l->n += other->n;
    l->max = other->max > l->max ? other->max : l->max;
}

uint64_t latency_percentile(const struct latency *l, unsigned thousandths)
{
    uint64_t rank = (l->n * thousandths + 999) / 1000;
    uint64_t seen = 0;
    uint64_t value = l->max;
    for (size_t b = 0; b < LATENCY_BUCKETS && l->n; b++) {
        seen += l->counts[b];
        if (seen >= rank) {
            value = bucket_top(b) < l->max ? bucket_top(b) : l->max;
            break;
        }
    }
    return (value + 999) / 1000;
}
