/*
 * trial - one rule held against one dealing.
 *
 * A question is a dealing made ready: parties resolved, goods classified, days settled.  Each
 * rule is tried in four respects (place, act, goods, time) and then for whom it binds; the first
 * respect that fails is the reason why it does not apply.
 */
#ifndef EMBARGO_TRIAL_H
#define EMBARGO_TRIAL_H

#include "embargo/book.h"

enum { QUESTION_GOODS_MAX = 32 };

/* A dealing made ready. */
struct question {
    const struct embargo *e;
    const struct embargo_dealing *d;
    struct side supplier, recipient;
    struct goods goods[QUESTION_GOODS_MAX]; /* at least one */
    size_t goods_count;
    const struct goods *chief; /* what to show */
    uint64_t barrels;          /* 0: no quantity named */
    int32_t from, until;       /* both DAY_NONE: no day known */
    bool dated;
    bool open_begin; /* the dealing has no first day: `from` is a guess */
};

/* How far a rule reaches the dealing, from nothing to all. */
enum reach {
    REACH_NONE,
    REACH_LATER,     /* it would, but was not in force yet; it was on the day of asking */
    REACH_PERMITTED, /* it allows this, on conditions, or only calls for restraint */
    REACH_INFO,      /* it forbids this to others than these two */
    REACH_PERHAPS,   /* it forbids this, if … */
    REACH_FORBIDS,
};

/* Why, one reason each; the first that holds. */
enum why {
    WHY_APPLIES,
    WHY_OTHER_PARTIES, /* it is about another country or group */
    WHY_OTHER_WAY,     /* about the same country, in the other direction */
    WHY_OTHER_ACT,     /* it binds carriers, brokers … */
    WHY_OTHER_GOODS,
    WHY_EXCEPTED_GOODS,
    WHY_NOT_YET, /* in force only later */
    WHY_NO_LONGER,
    WHY_NOT_BOUND, /* neither party is bound by it */
    /* it applies perhaps, or mildly: */
    WHY_NO_DAY,
    WHY_DAYS_STRADDLE, /* part of the days are outside */
    WHY_RENEWAL_NOT_SEEN,
    WHY_GOODS_UNKNOWN,
    WHY_GOODS_UNSPECIFIC,
    WHY_STATE_OR_GROUP, /* a country is named, the rule is about a group in it */
    WHY_STATE_PERMITTED,
    WHY_LICENCE,
    WHY_CALLS,
    WHY_UNDER_LIMIT,
    WHY_QUANTITY_UNKNOWN,
    WHY_EACH_STATE, /* each State decides how far it goes */
    WHY_UNCONFIRMED,
    WHY_INFO,      /* not bound, but worth knowing */
    WHY_SECONDARY, /* not bound, but may be sanctioned for it */
};

struct trial {
    const struct rule *rule;
    enum reach reach;
    enum reach in_time; /* what the reach would be if its days did not matter */
    enum why why;
    bool target_supplies; /* the target is the supplier */
};

/* Makes the dealing ready; what does not fit is left out. */
void question_prepare(struct question *q, const struct embargo *e,
                      const struct embargo_dealing *d);

struct trial trial_run(const struct question *q, const struct rule *r);

/* The reason in words, into the arena. */
struct slice trial_words(const struct question *q, const struct trial *t, struct arena *arena);

/* Does the regime concern one of the two sides at all? */
bool regime_concerns(const struct question *q, const struct regime *r);

#endif
