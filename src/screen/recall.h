/*
 * recall - would the listed names of an index be found, written otherwise?
 *
 * Two questions are put to the index's own parties, people and organisations apart:
 *
 *   another alias   an alias is left out and asked for, as if the list did not have it.  Names
 *                   that another name of the party equals are not asked: they are found anyway.
 *   typing error    a name is asked for with one mistake (typing.h).
 *
 * Since an index never alters a score and loses nothing, what a search for the name would find
 * is the best score against the names that the party keeps: that is computed, and no index is
 * built.  By name alone: what a customer's row says besides is not known here.
 *
 * Weak aliases are not asked for; they count, with their lower prior, as names to be met.
 * Which names are asked when there are more than the sample follows from the seed alone; the
 * answer does not depend on the number of threads.
 */
#ifndef SCREEN_RECALL_H
#define SCREEN_RECALL_H

#include <stdatomic.h>

#include "index/index.h"
#include "screen/tally.h"

enum recall_way { RECALL_ALIAS, RECALL_TYPING, RECALL_WAYS };
enum recall_party { RECALL_PEOPLE, RECALL_ORGANISATIONS, RECALL_PARTIES };

enum { RECALL_SAMPLE_MAX = 500000 };

struct recall_job {
    const struct index *index;
    size_t crew;     /* threads */
    uint64_t seed;   /* of the choice of names and of mistakes */
    uint64_t sample; /* names of each way and kind of party, about; 1 … RECALL_SAMPLE_MAX */
    const atomic_int *stop; /* may be NULL */
    /* Entities done of so many, told by the calling thread; may be NULL. */
    void (*progress)(void *context, uint64_t done, uint64_t total);
    void *context;
};

struct recall {
    struct tally best[RECALL_WAYS][RECALL_PARTIES]; /* scores, one for each name asked */
    uint64_t names[RECALL_WAYS][RECALL_PARTIES];    /* that could have been asked */
};

/* ERR_FORMAT for a damaged index, ERR_MEMORY, ERR_STOPPED. */
MUST_USE int recall_run(const struct recall_job *job, struct recall *out, struct diag *diag);

#endif
