#include "merge/record_order.h"

static unsigned rank_of(struct slice id)
{
    static const char *const LISTS[] = {
        "un:", "ofac:", "eu:", "uk:", "ch:", "ca:", "au:", "csl:", "dpl:", "unv:", "icc:"};
    unsigned rank = 0;
    while (rank < sizeof LISTS / sizeof *LISTS && !slice_starts(id, LISTS[rank])) {
        rank++;
    }
    return rank;
}

int record_order(struct slice a, struct slice b)
{
    unsigned x = rank_of(a);
    unsigned y = rank_of(b);
    return x != y ? (x < y ? -1 : 1) : slice_cmp(a, b);
}
