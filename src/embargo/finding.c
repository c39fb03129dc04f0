#include "embargo/finding.h"

#include "base/buf.h"

bool finding_rests_on(const struct finding *f, const struct trial *t)
{
    if (f->joined) {
        return t->reach >= REACH_PERHAPS && t->in_time == REACH_FORBIDS;
    }
    return t->reach == f->reach && t->reach > REACH_LATER;
}

const struct trial *finding_chief(const struct finding *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (finding_rests_on(f, &f->trials[i]) ||
            (f->reach == REACH_LATER && f->trials[i].reach == REACH_LATER)) {
            return &f->trials[i];
        }
    }
    return NULL;
}

static const char *sentence_of_stage(const struct question *q, const struct finding *f)
{
    const struct embargo_dealing *d = q->d;
    if (d->polarity == POLARITY_DENIED) {
        return "it is denied";
    }
    if (d->polarity == POLARITY_HYPOTHETICAL) {
        return "it is only thought of";
    }
    if (f->reach < REACH_PERHAPS || d->stage == STAGE_PLAIN) {
        return NULL;
    }
    switch (d->stage) {
    case STAGE_NEGOTIATING:
        return "it is being negotiated, not carried out";
    case STAGE_AGREED:
        return "it is agreed, not carried out";
    case STAGE_SEEKING:
        return "it is only sought";
    case STAGE_RUMOURED:
        return "it is rumoured";
    case STAGE_ALLEGED:
        return "that it took place is not established";
    default:
        return d->ground == GROUND_ESTABLISHED ? NULL : "it is said to have happened";
    }
}

/* "supply from North Korea" or "supply to Iran". */
static void put_subject(const struct question *q, const struct finding *f, struct buf *out)
{
    const struct side *side = f->target_supplies ? &q->supplier : &q->recipient;
    buf_printf(out, "%s %s %.*s", embargo_act_word(q->d->act),
               f->target_supplies ? "from" : "to", SLICE_ARG(side->shown));
}

static void put_goods(const struct question *q, struct buf *out)
{
    const struct goods *g = q->chief;
    if (g->class == GOODS_UNKNOWN) {
        buf_add_text(out, "goods that are not classified");
        return;
    }
    if (g->item.n) {
        buf_printf(out, "%.*s (%s)", SLICE_ARG(g->item), goods_class_word(g->class));
        return;
    }
    buf_printf(out, "%s", goods_class_word(g->class));
}

/* The first day of what a rule says, in this or in a narrower form. */
static int32_t first_day(const struct finding *f, const struct trial *chief)
{
    int32_t first = chief->rule->cite.from;
    for (size_t i = 0; i < f->count; i++) {
        const struct trial *t = &f->trials[i];
        if (t->in_time >= REACH_PERHAPS && t->rule->cite.from < first &&
            t->why == WHY_NOT_YET && slice_eq(t->rule->cite.cite, chief->rule->cite.cite)) {
            first = t->rule->cite.from;
        }
    }
    return first;
}

static void put_historical(const struct question *q, const struct finding *f,
                           const struct trial *t, struct buf *out)
{
    char day[DAY_TEXT];
    const struct embargo_citation *c = &t->rule->cite;
    (void)day_print(first_day(f, t), day);
    buf_printf(out, "no rule of %.*s was in force then; %.*s forbids it from %s",
               SLICE_ARG(q->e->regimes.p[t->rule->regime].id), SLICE_ARG(c->cite), day);
}

static void put_reach(struct arena *arena, const struct question *q, const struct finding *f,
                      const struct trial *t, struct buf *out)
{
    struct slice words = trial_words(q, t, arena);
    put_subject(q, f, out);
    buf_add_text(out, " of ");
    put_goods(q, out);
    if (f->reach == REACH_FORBIDS) {
        buf_printf(out, " is forbidden by %.*s", SLICE_ARG(t->rule->cite.cite));
    } else if (f->reach == REACH_PERHAPS) {
        buf_printf(out, " may be forbidden by %.*s, which %.*s", SLICE_ARG(t->rule->cite.cite),
                   SLICE_ARG(words));
    } else {
        buf_printf(out, ": %.*s %.*s", SLICE_ARG(t->rule->cite.cite), SLICE_ARG(words));
    }
}

int finding_reason(struct arena *arena, const struct question *q, const struct finding *f,
                   struct slice *out)
{
    struct buf words;
    const struct trial *t = finding_chief(f);
    const char *stage = sentence_of_stage(q, f);
    buf_init(&words, 1 << 16);
    if (!t) {
        buf_printf(&words, "no rule of %.*s covers this dealing on these days",
                   SLICE_ARG(f->regime->id));
    } else if (f->reach == REACH_LATER) {
        put_historical(q, f, t, &words);
    } else {
        put_reach(arena, q, f, t, &words);
    }
    if (stage) {
        buf_printf(&words, "; %s", stage);
    }
    struct slice reason = arena_copy(arena, buf_slice(&words));
    bool failed = buf_failed(&words) || !reason.p;
    buf_release(&words);
    if (failed) {
        return ERR_MEMORY;
    }
    *out = reason;
    return 0;
}
