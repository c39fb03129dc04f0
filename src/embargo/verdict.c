/*
 * From trials to verdicts: each regime that concerns a side is tried rule by rule; of each
 * imposer the regime that reaches furthest stands, of equals the one about the supplier; of all
 * imposers the one whose result weighs most, of equals the first of UN, EU, US, UK.
 */
#include <stdlib.h>

#include "embargo/finding.h"

struct judging {
    struct question q;
    struct arena *arena;
    struct finding *findings; /* one a regime that concerns a side */
    size_t n;
};

/* ---- words of the enumerations ---- */

static const char *const RESULT_WORDS[] = {
    "no_rule_found", "permitted_with_conditions", "info",          "historical",
    "possible",      "alleged_violation",         "would_violate", "violates",
};

const char *embargo_result_word(enum embargo_result r)
{
    return RESULT_WORDS[r];
}

static const char *const STAGE_WORDS[STAGE_COUNT] = {
    "", "rumoured", "alleged", "seeking", "negotiating", "agreed", "shipped", "delivered",
};

const char *embargo_stage_word(enum embargo_stage s)
{
    return STAGE_WORDS[s];
}

bool embargo_stage_parse(struct slice word, enum embargo_stage *out)
{
    for (size_t i = STAGE_RUMOURED; i < STAGE_COUNT; i++) {
        if (slice_is(word, STAGE_WORDS[i])) {
            *out = (enum embargo_stage)i;
            return true;
        }
    }
    return false;
}

bool embargo_polarity_parse(struct slice word, enum embargo_polarity *out)
{
    static const char *const WORDS[] = {"affirmed", "denied", "hypothetical"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (slice_is(word, WORDS[i])) {
            *out = (enum embargo_polarity)i;
            return true;
        }
    }
    return false;
}

void embargo_dealing_init(struct embargo_dealing *d)
{
    *d = (struct embargo_dealing){.from = DAY_NONE, .until = DAY_NONE, .as_of = DAY_NONE};
}

/* ---- one regime ---- */

/* The last day on which a rule surely holds. */
static int32_t last_sure_day(const struct embargo_citation *c)
{
    int32_t end = c->until != DAY_NONE ? c->until : INT32_MAX - 1;
    return c->seen_until != DAY_NONE && c->seen_until < end ? c->seen_until : end;
}

/* Do rules that forbid, one after the other, cover every day in question? */
static bool covers_all_days(const struct question *q, const struct finding *f)
{
    int32_t next = q->from; /* the first day that is not certain yet */
    bool more = q->dated;
    while (more && next <= q->until) {
        more = false;
        for (size_t i = 0; i < f->count; i++) {
            const struct embargo_citation *c = &f->trials[i].rule->cite;
            if (f->trials[i].in_time == REACH_FORBIDS && c->from <= next &&
                last_sure_day(c) >= next) {
                next = last_sure_day(c) + 1;
                more = true;
            }
        }
    }
    return q->dated && next > q->until;
}

static int try_regime(struct judging *j, const struct regime *r, struct finding *f)
{
    const struct rule *rules = j->q.e->rules.p;
    *f = (struct finding){.regime = r, .count = r->count};
    f->trials = ARENA_ARRAY(j->arena, struct trial, r->count);
    if (!f->trials) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < r->count; i++) {
        struct trial *t = &f->trials[i];
        *t = trial_run(&j->q, &rules[r->first + i]);
        if (t->reach > f->reach) {
            f->reach = t->reach;
            f->target_supplies = t->target_supplies;
        }
    }
    if (f->reach == REACH_PERHAPS && covers_all_days(&j->q, f)) {
        f->reach = REACH_FORBIDS;
        f->joined = true;
    }
    return 0;
}

/* ---- results ---- */

static enum embargo_result result_of_stage(const struct embargo_dealing *d)
{
    switch (d->stage) {
    case STAGE_PLAIN:
        return RESULT_VIOLATES;
    case STAGE_NEGOTIATING:
    case STAGE_AGREED:
        return RESULT_WOULD_VIOLATE;
    case STAGE_SHIPPED:
    case STAGE_DELIVERED:
        return d->ground == GROUND_ESTABLISHED ? RESULT_VIOLATES : RESULT_ALLEGED_VIOLATION;
    default:
        return RESULT_POSSIBLE; /* rumoured, alleged, sought */
    }
}

static enum embargo_result result_of(enum reach reach, const struct embargo_dealing *d)
{
    switch (reach) {
    case REACH_NONE:
        return RESULT_NO_RULE_FOUND;
    case REACH_LATER:
        return RESULT_HISTORICAL;
    case REACH_PERMITTED:
        return RESULT_PERMITTED_WITH_CONDITIONS;
    case REACH_INFO:
        return RESULT_INFO;
    case REACH_PERHAPS:
        return RESULT_POSSIBLE;
    case REACH_FORBIDS:
        break;
    }
    return result_of_stage(d);
}

/* Sets result, if_true and alert by reach and polarity. */
static void settle_result(const struct judging *j, struct finding *f)
{
    const struct embargo_dealing *d = j->q.d;
    struct embargo_verdict *v = &f->verdict;
    bool reached = f->reach > REACH_PERMITTED || f->reach == REACH_LATER;
    bool binding = f->reach >= REACH_PERHAPS;
    v->if_true = v->result = result_of(f->reach, d);
    v->alert = reached && (f->reach != REACH_INFO || j->q.supplier.known);
    if (d->polarity != POLARITY_AFFIRMED && reached) {
        v->result = RESULT_INFO;
        v->alert = d->polarity == POLARITY_HYPOTHETICAL && binding;
    }
}

/* ---- citations ---- */

struct citations {
    struct embargo_citation *p; /* in the arena */
    size_t n, room;
};

/* A rule that the list already names is left out. */
static void cite(struct citations *list, const struct embargo_citation *c)
{
    for (size_t i = 0; i < list->n; i++) {
        if (slice_eq(list->p[i].cite, c->cite) && slice_eq(list->p[i].regime, c->regime)) {
            return;
        }
    }
    if (list->n < list->room) {
        list->p[list->n++] = *c;
    }
}

/* The first day of an unbroken run of rules under one citation that all reach these goods: what
 * was widened later has been in force for them from there. */
static int32_t first_of_run(const struct finding *f, const struct trial *last)
{
    int32_t first = last->rule->cite.from;
    for (size_t i = f->count; i-- > 0;) {
        const struct trial *t = &f->trials[i];
        if (t->in_time >= last->in_time && t->rule->cite.until == first - 1 &&
            slice_eq(t->rule->cite.cite, last->rule->cite.cite)) {
            first = t->rule->cite.from;
        }
    }
    return first;
}

static void cite_finding(struct citations *list, const struct finding *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (finding_rests_on(f, &f->trials[i])) {
            struct embargo_citation c = f->trials[i].rule->cite;
            c.from = first_of_run(f, &f->trials[i]);
            cite(list, &c);
        }
    }
}

/* Do the rules of another regime stand beside those of the main one?  Those that bind one of
 * the two, and the threat of secondary sanctions. */
static bool stands_beside(const struct finding *f)
{
    const struct trial *t = finding_chief(f);
    return t &&
           (f->reach >= REACH_PERHAPS || (f->reach == REACH_INFO && t->why == WHY_SECONDARY));
}

static size_t count_rules(const struct judging *j)
{
    size_t n = 0;
    for (size_t i = 0; i < j->n; i++) {
        n += j->findings[i].count;
    }
    return n;
}

static int settle_rules(struct judging *j, struct finding *f)
{
    struct citations list = {.room = count_rules(j)};
    list.p = ARENA_ARRAY(j->arena, struct embargo_citation, list.room);
    if (!list.p) {
        return ERR_MEMORY;
    }
    cite_finding(&list, f);
    f->verdict.own_rule_count = list.n;
    for (size_t i = 0; i < j->n; i++) {
        if (&j->findings[i] != f && f->reach >= REACH_INFO && stands_beside(&j->findings[i])) {
            cite_finding(&list, &j->findings[i]);
        }
    }
    f->verdict.rules = list.p;
    f->verdict.rule_count = list.n;
    return 0;
}

/* What binds carriers, brokers, financiers and advisers: the rules of the regime about other
 * acts, tried as if each were the act in question. */
static int settle_beside(struct judging *j, struct finding *f)
{
    struct citations list = {.room = f->count};
    struct embargo_dealing other = *j->q.d;
    struct question q = j->q;
    list.p = ARENA_ARRAY(j->arena, struct embargo_citation, list.room);
    if (!list.p) {
        return ERR_MEMORY;
    }
    q.d = &other;
    for (size_t act = 0; act < ACT_COUNT && f->reach >= REACH_PERHAPS; act++) {
        other.act = (enum embargo_act)act;
        for (size_t i = 0; i < f->count && other.act != j->q.d->act; i++) {
            const struct rule *r = f->trials[i].rule;
            if (!(r->acts >> j->q.d->act & 1) && trial_run(&q, r).reach == REACH_FORBIDS) {
                cite(&list, &r->cite);
            }
        }
    }
    f->verdict.beside = list.p;
    f->verdict.beside_count = list.n;
    return 0;
}

static int settle_verdict(struct judging *j, struct finding *f)
{
    f->verdict.regime = f->regime->id;
    f->verdict.about = f->regime->about;
    f->verdict.imposer = f->regime->imposer;
    f->verdict.goods = *j->q.chief;
    settle_result(j, f);
    TRY(finding_reason(j->arena, &j->q, f, &f->verdict.reason));
    TRY(settle_rules(j, f));
    return settle_beside(j, f);
}

/* ---- choosing ---- */

enum { RANK_OTHERS = 4 };

static int rank_of_imposer(struct slice imposer)
{
    static const char *const ORDER[RANK_OTHERS] = {"UN", "EU", "US", "UK"};
    for (int i = 0; i < RANK_OTHERS; i++) {
        if (slice_is(imposer, ORDER[i])) {
            return i;
        }
    }
    return RANK_OTHERS;
}

/* By imposer; then the furthest reach, the one about the supplier, the name. */
static int compare_findings(const void *a, const void *b)
{
    const struct finding *x = a;
    const struct finding *y = b;
    int d = rank_of_imposer(x->regime->imposer) - rank_of_imposer(y->regime->imposer);
    d = d ? d : slice_cmp(x->regime->imposer, y->regime->imposer);
    d = d ? d : (int)y->reach - (int)x->reach;
    d = d ? d : (int)y->target_supplies - (int)x->target_supplies;
    return d ? d : slice_cmp(x->regime->id, y->regime->id);
}

static int try_all(struct judging *j)
{
    const struct embargo *e = j->q.e;
    j->findings = ARENA_ARRAY(j->arena, struct finding, e->regimes.n);
    if (!j->findings) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < e->regimes.n; i++) {
        if (regime_concerns(&j->q, &e->regimes.p[i])) {
            TRY(try_regime(j, &e->regimes.p[i], &j->findings[j->n]));
            j->n++;
        }
    }
    if (j->n) {
        qsort(j->findings, j->n, sizeof *j->findings, compare_findings);
    }
    return 0;
}

static bool is_heavier(const struct embargo_verdict *v, const struct embargo_verdict *than)
{
    return v->if_true > than->if_true;
}

/* No regime concerns either side. */
static int empty_answer(struct judging *j, struct embargo_answer *out)
{
    struct embargo_verdict *v = ARENA_NEW(j->arena, struct embargo_verdict);
    if (!v) {
        return ERR_MEMORY;
    }
    v->goods = *j->q.chief;
    v->reason = SLICE("these tables have no embargo about either party");
    *out = (struct embargo_answer){.main = v, .verdicts = v, .count = 0};
    return 0;
}

int embargo_judge(const struct embargo *e, const struct embargo_dealing *d, struct arena *arena,
                  struct embargo_answer *out)
{
    struct judging j = {.arena = arena};
    question_prepare(&j.q, e, d);
    TRY(try_all(&j));
    if (j.n == 0) {
        return empty_answer(&j, out);
    }
    struct embargo_verdict *verdicts = ARENA_ARRAY(arena, struct embargo_verdict, j.n);
    size_t n = 0;
    if (!verdicts) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < j.n; i++) {
        bool first = i == 0 || !slice_eq(j.findings[i].regime->imposer,
                                         j.findings[i - 1].regime->imposer);
        if (first) {
            TRY(settle_verdict(&j, &j.findings[i]));
            verdicts[n++] = j.findings[i].verdict;
        }
    }
    const struct embargo_verdict *main = verdicts;
    for (size_t i = 1; i < n; i++) {
        main = is_heavier(&verdicts[i], main) ? &verdicts[i] : main;
    }
    *out = (struct embargo_answer){.main = main, .verdicts = verdicts, .count = n};
    return 0;
}

static size_t explain_regime(const struct question *q, const struct regime *r,
                             struct arena *arena, struct embargo_step *list)
{
    for (size_t i = 0; i < r->count; i++) {
        struct trial t = trial_run(q, &q->e->rules.p[r->first + i]);
        list[i] = (struct embargo_step){.rule = t.rule->cite,
                                        .applies = t.reach > REACH_LATER,
                                        .why = trial_words(q, &t, arena)};
    }
    return r->count;
}

int embargo_explain(const struct embargo *e, const struct embargo_dealing *d,
                    struct arena *arena, const struct embargo_step **steps, size_t *count)
{
    struct question q;
    question_prepare(&q, e, d);
    struct embargo_step *list = ARENA_ARRAY(arena, struct embargo_step, e->rules.n);
    size_t n = 0;
    if (!list) {
        return ERR_MEMORY;
    }
    for (int rank = 0; rank <= RANK_OTHERS; rank++) {
        for (size_t i = 0; i < e->regimes.n; i++) {
            const struct regime *r = &e->regimes.p[i];
            if (rank_of_imposer(r->imposer) == rank && regime_concerns(&q, r)) {
                n += explain_regime(&q, r, arena, list + n);
            }
        }
    }
    *steps = list;
    *count = n;
    return arena_failed(arena) ? ERR_MEMORY : 0;
}
