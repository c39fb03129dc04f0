#include "embargo/trial.h"

#include <stdio.h>

#include "embargo/quantity.h"
#include "model/country.h"

enum { OPEN_REACHES_BACK = 365 /* days that an open beginning counts for */ };

/* ---- making ready ---- */

static void settle_days(struct question *q)
{
    const struct embargo_dealing *d = q->d;
    q->from = d->from;
    q->until = d->until;
    if (q->from == DAY_NONE && q->until == DAY_NONE) {
        q->from = q->until = d->as_of;
    } else if (q->from == DAY_NONE) {
        q->from = q->until - OPEN_REACHES_BACK;
        q->open_begin = true;
    } else if (q->until == DAY_NONE || q->until < q->from) {
        q->until = q->from;
    }
    q->dated = q->until != DAY_NONE;
}

/* The item as the dealing's class sees it: the class that the asker gives wins, but for what a
 * finer item tells within it. */
static bool item_under_class(const struct goods *item, enum goods_class class,
                             struct goods *out)
{
    *out = *item;
    if (class == GOODS_UNKNOWN || item->class == class) {
        return true;
    }
    bool loose = class == GOODS_DUAL_USE || class == GOODS_TECHNOLOGY;
    if (loose && (item->class == GOODS_OTHER || item->class == GOODS_DUAL_USE ||
                  item->class == GOODS_TECHNOLOGY)) {
        out->class = class;
        return true;
    }
    return false;
}

static void settle_goods(struct question *q)
{
    const struct embargo_dealing *d = q->d;
    for (size_t i = 0; i < d->item_count; i++) {
        struct goods item;
        uint64_t barrels;
        if (q->goods_count < QUESTION_GOODS_MAX &&
            goods_classify(&q->e->goods, d->items[i], &item) &&
            item_under_class(&item, d->goods, &q->goods[q->goods_count])) {
            q->goods_count++;
        }
        if (quantity_barrels(d->items[i], &barrels) && barrels > q->barrels) {
            q->barrels = barrels;
        }
    }
    if (q->goods_count == 0) {
        q->goods[q->goods_count++] = (struct goods){.class = d->goods};
    }
    q->chief = &q->goods[0];
}

void question_prepare(struct question *q, const struct embargo *e,
                      const struct embargo_dealing *d)
{
    *q = (struct question){.e = e, .d = d};
    q->supplier = side_resolve(e, &d->supplier);
    q->recipient = side_resolve(e, &d->recipient);
    settle_days(q);
    settle_goods(q);
}

/* ---- place ---- */

/* What a side is to the targets of a rule. */
enum meeting { MEETS_NOT, MEETS_PERMITTED, MEETS_PERHAPS, MEETS };

static bool regime_has_country(const struct regime *r, struct slice country)
{
    for (size_t i = 0; i < r->country_count; i++) {
        if (country.n && slice_eq(r->countries[i], country)) {
            return true;
        }
    }
    return false;
}

/* A state that a group of the rule is in, named without the group. */
static enum meeting meet_state(const struct rule *rule, const struct side *side,
                               const struct party_group *g)
{
    if (side->group != NO_GROUP || !side->country.n || !slice_eq(side->country, g->country)) {
        return MEETS_NOT;
    }
    return rule->state == STATE_POSSIBLE    ? MEETS_PERHAPS
           : rule->state == STATE_PERMITTED ? MEETS_PERMITTED
                                            : MEETS_NOT;
}

static enum meeting meet_target(const struct embargo *e, const struct rule *rule,
                                const struct rule_target *t, const struct side *side)
{
    if (!t->country.n) {
        return side->group == t->group ? MEETS : meet_state(rule, side, &e->groups.p[t->group]);
    }
    if (!side->country.n || !slice_eq(side->country, t->country)) {
        return MEETS_NOT;
    }
    return rule->state == STATE_NOTHING || side->group != NO_GROUP ? MEETS
           : rule->state == STATE_POSSIBLE                         ? MEETS_PERHAPS
                                                                   : MEETS_PERMITTED;
}

static enum meeting meet_side(const struct embargo *e, const struct rule *rule,
                              const struct side *side)
{
    const struct regime *regime = &e->regimes.p[rule->regime];
    enum meeting best = MEETS_NOT;
    if (rule->target_count == 0) {
        return regime_has_country(regime, side->country) ? MEETS : MEETS_NOT;
    }
    for (size_t i = 0; i < rule->target_count; i++) {
        enum meeting m = meet_target(e, rule, &rule->targets[i], side);
        best = m > best ? m : best;
    }
    return best;
}

/* ---- goods ---- */

static bool is_about_arms(const struct goods_set *s)
{
    const uint64_t weapons =
        kind_bit(KIND_MAJOR) | kind_bit(KIND_SMALL) | kind_bit(KIND_MISSILE);
    return s->all || (s->classes >> GOODS_ARMS & 1) || (s->kinds & weapons);
}

static enum fit fit_goods(const struct question *q, const struct rule *r, enum why *why)
{
    enum fit best = FIT_NO;
    *why = WHY_OTHER_GOODS;
    for (size_t i = 0; i < q->goods_count; i++) {
        const struct goods *g = &q->goods[i];
        enum fit fit = goods_set_fit(&r->goods, g);
        if (g->class == GOODS_UNKNOWN && fit != FIT_YES) {
            fit = is_about_arms(&r->goods) ? FIT_MAYBE : FIT_NO;
        }
        if (fit != FIT_NO && goods_set_fit(&r->except, g) == FIT_YES) {
            *why = best == FIT_NO ? WHY_EXCEPTED_GOODS : *why;
            fit = FIT_NO;
        }
        if (fit > best) {
            best = fit;
            *why = fit == FIT_YES              ? WHY_APPLIES
                   : g->class == GOODS_UNKNOWN ? WHY_GOODS_UNKNOWN
                                               : WHY_GOODS_UNSPECIFIC;
        }
    }
    return best;
}

/* ---- time ---- */

static enum fit fit_days(const struct question *q, const struct embargo_citation *c,
                         enum why *why)
{
    *why = WHY_APPLIES;
    if (!q->dated) {
        *why = c->until == DAY_NONE ? WHY_NO_DAY : WHY_NO_LONGER;
        return c->until == DAY_NONE ? FIT_MAYBE : FIT_NO;
    }
    if (q->until < c->from) {
        *why = WHY_NOT_YET;
        return FIT_NO;
    }
    if (c->until != DAY_NONE && (q->open_begin ? q->until : q->from) > c->until) {
        *why = WHY_NO_LONGER;
        return FIT_NO;
    }
    if (q->from < c->from || (c->until != DAY_NONE && q->until > c->until)) {
        *why = WHY_DAYS_STRADDLE;
        return FIT_MAYBE;
    }
    if (c->seen_until != DAY_NONE && q->until > c->seen_until) {
        *why = WHY_RENEWAL_NOT_SEEN;
        return FIT_MAYBE;
    }
    return FIT_YES;
}

/* Was it in force on the day of asking, though not on those of the dealing?  Without a day of
 * asking every later rule counts. */
static bool is_later(const struct question *q, const struct embargo_citation *c)
{
    int32_t as_of = q->d->as_of;
    if (!q->dated || q->until >= c->from) {
        return false;
    }
    return as_of == DAY_NONE ||
           (as_of >= c->from && (c->until == DAY_NONE || as_of <= c->until));
}

/* ---- whom it binds ---- */

static bool is_bound(const struct question *q, const struct rule *r, enum rule_way way)
{
    const struct embargo *e = q->e;
    uint32_t body = e->regimes.p[r->regime].body;
    int32_t from = q->dated ? q->from : INT32_MAX;
    int32_t until = q->dated ? q->until : INT32_MAX;
    return ((way & WAY_TO) && body_binds(e, body, q->supplier.country, from, until)) ||
           ((way & WAY_FROM) && body_binds(e, body, q->recipient.country, from, until));
}

/* ---- together ---- */

/* Lowers the reach, and keeps the first reason given. */
static void lower(struct trial *t, enum reach most, enum why why)
{
    if (t->in_time > most) {
        t->in_time = most;
        t->why = t->why == WHY_APPLIES ? why : t->why;
    }
}

static struct trial no(struct trial t, enum why why)
{
    t.reach = t.in_time = REACH_NONE;
    t.why = why;
    return t;
}

static void weigh_effect(const struct question *q, struct trial *t)
{
    const struct rule *r = t->rule;
    switch (r->effect) {
    case EFFECT_FORBIDS:
        break;
    case EFFECT_LICENCE:
        lower(t, REACH_PERMITTED, WHY_LICENCE);
        break;
    case EFFECT_CALLS:
        lower(t, REACH_PERMITTED, WHY_CALLS);
        break;
    case EFFECT_LIMITS:
        if (r->limit == 0) {
            lower(t, REACH_PERHAPS, WHY_EACH_STATE);
        } else if (q->barrels == 0) {
            lower(t, REACH_PERHAPS, WHY_QUANTITY_UNKNOWN);
        } else if (q->barrels <= r->limit) {
            lower(t, REACH_PERMITTED, WHY_UNDER_LIMIT);
        }
        break;
    }
}

static void weigh_bound(const struct question *q, struct trial *t, enum rule_way way)
{
    if (is_bound(q, t->rule, way)) {
        return;
    }
    bool certain = t->rule->cite.basis != BASIS_UNCONFIRMED;
    switch (certain ? t->rule->others : OTHERS_NOTHING) {
    case OTHERS_NOTHING:
        *t = no(*t, WHY_NOT_BOUND);
        break;
    case OTHERS_INFO:
        lower(t, REACH_INFO, WHY_INFO);
        break;
    case OTHERS_SECONDARY:
        lower(t, REACH_INFO, WHY_SECONDARY);
        break;
    }
}

static void weigh_meeting(struct trial *t, enum meeting meeting)
{
    if (meeting == MEETS_PERHAPS) {
        lower(t, REACH_PERHAPS, WHY_STATE_OR_GROUP);
    } else if (meeting == MEETS_PERMITTED) {
        lower(t, REACH_PERMITTED, WHY_STATE_PERMITTED);
    }
}

static void weigh_days(const struct question *q, struct trial *t)
{
    enum why why;
    enum fit days = fit_days(q, &t->rule->cite, &why);
    t->reach = t->in_time;
    if (days == FIT_NO) {
        bool later = t->in_time >= REACH_PERHAPS && is_later(q, &t->rule->cite);
        t->reach = later ? REACH_LATER : REACH_NONE;
        t->why = why;
    } else if (days == FIT_MAYBE) {
        if (t->reach > REACH_PERHAPS) {
            t->reach = REACH_PERHAPS;
        }
        t->why = t->why == WHY_APPLIES ? why : t->why;
    }
}

struct trial trial_run(const struct question *q, const struct rule *r)
{
    struct trial t = {.rule = r, .in_time = REACH_FORBIDS};
    enum meeting supplier = meet_side(q->e, r, &q->supplier);
    enum meeting recipient = meet_side(q->e, r, &q->recipient);
    enum meeting from = r->way & WAY_FROM ? supplier : MEETS_NOT;
    enum meeting to = r->way & WAY_TO ? recipient : MEETS_NOT;
    enum why why;
    if (from == MEETS_NOT && to == MEETS_NOT) {
        bool other_way = supplier != MEETS_NOT || recipient != MEETS_NOT;
        return no(t, other_way ? WHY_OTHER_WAY : WHY_OTHER_PARTIES);
    }
    t.target_supplies = from >= to;
    if (!(r->acts >> q->d->act & 1)) {
        return no(t, WHY_OTHER_ACT);
    }
    enum fit goods = fit_goods(q, r, &why);
    if (goods == FIT_NO) {
        return no(t, why);
    }
    if (goods == FIT_MAYBE) {
        lower(&t, REACH_PERHAPS, why);
    }
    weigh_meeting(&t, from > to ? from : to);
    weigh_effect(q, &t);
    if (r->cite.basis == BASIS_UNCONFIRMED) {
        lower(&t, REACH_PERHAPS, WHY_UNCONFIRMED);
    }
    weigh_bound(q, &t, t.target_supplies ? WAY_FROM : WAY_TO);
    if (t.why != WHY_NOT_BOUND) {
        weigh_days(q, &t);
    }
    return t;
}

bool regime_concerns(const struct question *q, const struct regime *r)
{
    const struct embargo *e = q->e;
    for (size_t i = r->first; i < r->first + r->count; i++) {
        if (meet_side(e, &e->rules.p[i], &q->supplier) != MEETS_NOT ||
            meet_side(e, &e->rules.p[i], &q->recipient) != MEETS_NOT) {
            return true;
        }
    }
    return false;
}

/* ---- in words ---- */

/* "%s" is a day, "%t" the title of the regime. */
static const char *const WORDS[] = {
    [WHY_APPLIES] = "applies",
    [WHY_OTHER_PARTIES] = "is about other parties",
    [WHY_OTHER_WAY] = "covers the other direction",
    [WHY_OTHER_ACT] = "binds those who carry, broker, finance or train, not the supply itself",
    [WHY_OTHER_GOODS] = "covers other goods",
    [WHY_EXCEPTED_GOODS] = "leaves these goods out",
    [WHY_NOT_YET] = "came into force only on %s",
    [WHY_NO_LONGER] = "was in force only until %s",
    [WHY_NOT_BOUND] = "binds neither the supplier nor the recipient",
    [WHY_NO_DAY] = "is in force, but the day of the dealing is not known",
    [WHY_DAYS_STRADDLE] = "was in force only for a part of the days in question",
    [WHY_RENEWAL_NOT_SEEN] = "was renewed until %s; these tables know of no later renewal",
    [WHY_GOODS_UNKNOWN] = "applies if the goods, which are not classified, are covered",
    [WHY_GOODS_UNSPECIFIC] = "covers only a part of such goods",
    [WHY_STATE_OR_GROUP] = "applies if the goods are for %t, not for the State as such",
    [WHY_STATE_PERMITTED] = "is about %t; the State itself may be supplied, on conditions",
    [WHY_LICENCE] = "allows it on conditions",
    [WHY_CALLS] = "calls for restraint, and does not forbid",
    [WHY_UNDER_LIMIT] = "allows the quantity named, which is within its limit",
    [WHY_QUANTITY_UNKNOWN] = "forbids what is above the limit; the quantity is not known",
    [WHY_EACH_STATE] = "goes as far as each State decides",
    [WHY_UNCONFIRMED] = "applies as these tables remember it; not confirmed",
    [WHY_INFO] = "binds neither the supplier nor the recipient; their partners may be bound",
    [WHY_SECONDARY] =
        "binds neither the supplier nor the recipient, but they may be sanctioned for it",
};

static struct slice target_title(const struct question *q, const struct rule *r)
{
    for (size_t i = 0; i < r->target_count; i++) {
        if (!r->targets[i].country.n) {
            return q->e->groups.p[r->targets[i].group].title;
        }
    }
    return q->e->regimes.p[r->regime].title;
}

struct slice trial_words(const struct question *q, const struct trial *t, struct arena *arena)
{
    char text[240];
    char day[DAY_TEXT];
    const char *words = WORDS[t->why];
    const struct embargo_citation *c = &t->rule->cite;
    const char *mark = strstr(words, "%");
    (void)day_print(t->why == WHY_NOT_YET     ? c->from
                    : t->why == WHY_NO_LONGER ? c->until
                                              : c->seen_until,
                    day);
    if (!mark) {
        return slice_of(words);
    }
    struct slice value = mark[1] == 't' ? target_title(q, t->rule) : slice_of(day);
    int n = snprintf(text, sizeof text, "%.*s%.*s%s", (int)(mark - words), words,
                     SLICE_ARG(value), mark + 2);
    return n > 0 && (size_t)n < sizeof text ? arena_copy(arena, (struct slice){text, (size_t)n})
                                            : slice_of(WORDS[WHY_APPLIES]);
}
