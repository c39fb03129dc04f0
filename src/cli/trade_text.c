#include "cli/trade_text.h"

#include "cli/options.h"
#include "embargo/embargo.h"

enum { BESIDE_SHOWN = 8, PARAGRAPH_MAX = 4000 };

static const char BOLD[] = "\033[1m";
static const char RED[] = "\033[1;31m";
static const char YELLOW[] = "\033[1;33m";
static const char GREEN[] = "\033[1;32m";
static const char PLAIN[] = "\033[0m";

/* The result as the first words on the page. */
static const char *headline(enum embargo_result r)
{
    switch (r) {
    case RESULT_VIOLATES:
        return "FORBIDDEN";
    case RESULT_WOULD_VIOLATE:
        return "WOULD BE FORBIDDEN";
    case RESULT_ALLEGED_VIOLATION:
        return "ALLEGED VIOLATION";
    case RESULT_POSSIBLE:
        return "POSSIBLY FORBIDDEN";
    case RESULT_HISTORICAL:
        return "NOT FORBIDDEN THEN";
    case RESULT_INFO:
        return "NOT FORBIDDEN TO THESE TWO";
    case RESULT_PERMITTED_WITH_CONDITIONS:
        return "PERMITTED WITH CONDITIONS";
    case RESULT_NO_RULE_FOUND:
        break;
    }
    return "NO RULE FOUND";
}

static const char *colour_of(const struct trade_view *v)
{
    enum embargo_result r = v->answer->main->result;
    return !v->colour                              ? ""
           : r >= RESULT_ALLEGED_VIOLATION         ? RED
           : r >= RESULT_INFO                      ? YELLOW
           : r == RESULT_PERMITTED_WITH_CONDITIONS ? YELLOW
                                                   : GREEN;
}

static void put_paragraph(struct buf *out, size_t indent, const char *lead, struct slice words)
{
    struct buf text;
    buf_init(&text, PARAGRAPH_MAX);
    buf_add_text(&text, lead);
    buf_add(&text, words);
    buf_add_char(&text, '\0');
    if (!buf_failed(&text)) {
        options_wrap(out, text.p, indent, 0);
    }
    buf_release(&text);
}

static struct slice title_of(const struct trade_view *v, const struct embargo_party *p)
{
    struct slice title = embargo_party_title(v->embargo, p);
    return title.n ? title : p->who.n ? p->who : SLICE("somebody unknown");
}

static void put_days(const struct embargo_dealing *d, struct buf *out)
{
    char from[DAY_TEXT];
    char until[DAY_TEXT];
    (void)day_print(d->from, from);
    (void)day_print(d->until, until);
    if (d->from == d->until) {
        buf_printf(out, ", %s", from);
    } else {
        buf_printf(out, ", %s to %s", from[0] ? from : "…", until[0] ? until : "…");
    }
}

static void put_question(const struct trade_view *v, struct buf *out)
{
    const struct embargo_dealing *d = v->dealing;
    const struct goods *g = &v->answer->main->goods;
    struct slice from = title_of(v, &d->supplier);
    struct slice to = title_of(v, &d->recipient);
    buf_printf(out, "%s of ", embargo_act_word(d->act));
    for (size_t i = 0; i < d->item_count; i++) {
        buf_add_text(out, i ? ", " : "");
        buf_add(out, d->items[i]);
    }
    buf_printf(out, "\n  from %.*s to %.*s", SLICE_ARG(from), SLICE_ARG(to));
    put_days(d, out);
    if (d->stage != STAGE_PLAIN) {
        buf_printf(out, ", %s", embargo_stage_word(d->stage));
    }
    buf_printf(out, "\n  goods: %s", goods_class_word(g->class));
    if (g->item.n) {
        buf_printf(out, ", %.*s", SLICE_ARG(g->item));
    }
    if (g->category.n) {
        buf_printf(out, ", %.*s", SLICE_ARG(g->category));
    }
    if (g->headings.n) {
        buf_printf(out, ", HS %.*s", SLICE_ARG(g->headings));
    }
    buf_add_char(out, '\n');
}

static void put_validity(const struct embargo_citation *c, struct buf *out)
{
    char day[DAY_TEXT];
    (void)day_print(c->from, day);
    buf_printf(out, "  in force from %s", day);
    if (day_print(c->until, day)) {
        buf_printf(out, " to %s", day);
    }
    if (day_print(c->seen_until, day)) {
        buf_printf(out, ", renewed to %s", day);
    }
}

static void put_citation(const struct trade_view *v, const struct embargo_citation *c,
                         struct buf *out)
{
    buf_printf(out, "\n%s%.*s%s", v->colour ? BOLD : "", SLICE_ARG(c->cite),
               v->colour ? PLAIN : "");
    put_validity(c, out);
    if (c->basis != BASIS_SEEN) {
        buf_add_text(out,
                     c->basis == BASIS_NUMBER ? "  [number not checked]" : "  [not confirmed]");
    }
    buf_add_char(out, '\n');
    put_paragraph(out, 4, "", c->says);
    put_paragraph(out, 4, "binds: ", c->binds);
    if (c->exemption.n) {
        put_paragraph(out, 4, "exempt: ", c->exemption);
    }
}

static void put_rules(const struct trade_view *v, struct buf *out)
{
    const struct embargo_verdict *m = v->answer->main;
    for (size_t i = 0; i < m->rule_count; i++) {
        if (i == m->own_rule_count) {
            buf_add_text(out, "\nUnder other regimes:\n");
        }
        put_citation(v, &m->rules[i], out);
    }
}

static void put_beside(const struct embargo_verdict *m, struct buf *out)
{
    struct buf names;
    buf_init(&names, PARAGRAPH_MAX);
    for (size_t i = 0; i < m->beside_count && i < BESIDE_SHOWN; i++) {
        buf_printf(&names, "%s%.*s", i ? ", " : "", SLICE_ARG(m->beside[i].cite));
    }
    if (names.n) {
        buf_add_char(out, '\n');
        put_paragraph(out, 0, "Who carries, brokers, finances or trains is bound by ",
                      buf_slice(&names));
    }
    buf_release(&names);
}

static void put_others(const struct embargo_answer *a, struct buf *out)
{
    bool first = true;
    for (size_t i = 0; i < a->count; i++) {
        const struct embargo_verdict *v = &a->verdicts[i];
        if (v != a->main && v->result != RESULT_NO_RULE_FOUND) {
            buf_add_text(out, first ? "\nOther imposers:\n" : "");
            buf_printf(out, "  %.*s  %s\n", SLICE_ARG(v->regime),
                       embargo_result_word(v->result));
            put_paragraph(out, 4, "", v->reason);
            first = false;
        }
    }
}

static void put_steps(const struct trade_view *v, struct buf *out)
{
    struct slice regime = {NULL, 0};
    buf_add_text(out, "\nRules tried:\n");
    for (size_t i = 0; i < v->step_count; i++) {
        const struct embargo_step *s = &v->steps[i];
        if (!slice_eq(regime, s->rule.regime)) {
            regime = s->rule.regime;
            buf_printf(out, "  %.*s\n", SLICE_ARG(regime));
        }
        char from[DAY_TEXT];
        (void)day_print(s->rule.from, from);
        buf_printf(out, "    %s %.*s (%s): %.*s\n", s->applies ? "+" : "-",
                   SLICE_ARG(s->rule.cite), from, SLICE_ARG(s->why));
    }
    if (v->step_count == 0) {
        buf_add_text(out, "  none: these tables have no embargo about either party\n");
    }
}

void trade_text(const struct trade_view *v, struct buf *out)
{
    const struct embargo_verdict *m = v->answer->main;
    bool any = m->result != RESULT_NO_RULE_FOUND;
    buf_printf(out, "%s%s%s", colour_of(v), headline(m->result), v->colour ? PLAIN : "");
    if (any) {
        buf_printf(out, "  %.*s  %s", SLICE_ARG(m->regime), embargo_result_word(m->result));
    }
    buf_add_text(out, "\n");
    put_question(v, out);
    buf_add_char(out, '\n');
    put_paragraph(out, 0, "", m->reason);
    put_rules(v, out);
    put_beside(m, out);
    put_others(v->answer, out);
    if (v->steps) {
        put_steps(v, out);
    }
    buf_add_text(out, "\n" EMBARGO_NOTICE "\n");
}
