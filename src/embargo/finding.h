/*
 * finding - what one regime says of a dealing: its trials, how far they reach, and the reason.
 *
 * verdict.c makes findings, one for each regime that concerns a side; here stands what is asked of
 * one: which trials it rests on, and its reason in words.
 */
#ifndef EMBARGO_FINDING_H
#define EMBARGO_FINDING_H

#include "embargo/trial.h"

/* What a regime says of the dealing. */
struct finding {
    const struct regime *regime;
    struct trial *trials; /* of all its rules, in the arena */
    size_t count;
    enum reach reach;
    bool target_supplies; /* it is about the supplier */
    bool joined;          /* several rules in turn cover the days */
    struct embargo_verdict verdict;
};

/* Is the trial one that the reach of its regime rests on? */
bool finding_rests_on(const struct finding *f, const struct trial *t);

/* The first trial that the reach rests on, or NULL. */
const struct trial *finding_chief(const struct finding *f);

/* The reason as a sentence, into the arena.  ERR_MEMORY. */
MUST_USE int finding_reason(struct arena *arena, const struct question *q,
                            const struct finding *f, struct slice *out);

#endif
