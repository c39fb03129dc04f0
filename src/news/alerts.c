/* Dealings to verdicts, verdicts to alerts. */
#include "news/alerts.h"

#include "news/alert_doubts.h"
#include "news/deal.h"

static struct slice none(void)
{
    return (struct slice){NULL, 0};
}

static void suppress(struct document *d, struct slice what, struct slice why)
{
    struct suppressed *x = d->suppressed.n < 200 ? VEC_ADD(&d->suppressed) : NULL;
    if (x) {
        *x = (struct suppressed){arena_copy(&d->arena, what), arena_copy(&d->arena, why)};
    }
}

static struct slice code_or_none(const struct document *d, uint32_t entity)
{
    return entity == NONE32 ? none() : entity_code(d, entity);
}

static struct embargo_party side(const struct document *d, uint32_t entity)
{
    return (struct embargo_party){code_or_none(d, entity),
                                  entity == NONE32 ? none() : d->entities.p[entity].behalf};
}

static const char *severity_of(enum embargo_result r)
{
    return r == RESULT_VIOLATES || r == RESULT_WOULD_VIOLATE || r == RESULT_ALLEGED_VIOLATION
               ? "high"
           : r == RESULT_POSSIBLE ? "medium"
                                  : "low";
}

/* Does the text name a resolution by a number that stands in a citation? */
static bool cited_in_text(const struct document *d, struct slice cite)
{
    for (size_t i = 0; i < d->tokens.n; i++) {
        const struct news_token *t = &d->tokens.p[i];
        struct slice number = {d->plain.p + t->start, t->end - t->start};
        if (t->kind != TOK_NUMBER || number.n != 4) {
            continue;
        }
        char room[8] = {0};
        memcpy(room, number.p, 4);
        if (number.p[0] != '0' && slice_find(cite, 0, room) < cite.n &&
            !(number.p[0] == '2' && number.p[1] == '0')) {
            return true;
        }
    }
    return false;
}

static void take_rules(struct document *d, struct alert *a, const struct embargo_verdict *v)
{
    a->rules = ARENA_ARRAY(&d->arena, struct slice, v->rule_count ? v->rule_count : 1);
    for (size_t i = 0; a->rules && i < v->rule_count; i++) {
        a->rules[a->rule_count++] = arena_copy(&d->arena, v->rules[i].cite);
        a->rules_by_article = a->rules_by_article || cited_in_text(d, v->rules[i].cite);
    }
}

static void dealing_words(const struct document *d, const struct dealing *x, struct buf *out)
{
    buf_add_text(out, goods_class_word((enum goods_class)x->goods));
    buf_add_text(out, " from ");
    buf_add(out, x->supplier == NONE32 ? SLICE("somebody unnamed")
                                       : d->entities.p[x->supplier].caption);
    buf_add_text(out, " to ");
    buf_add(out, x->recipient == NONE32 ? SLICE("somebody unnamed")
                                        : d->entities.p[x->recipient].caption);
    buf_add_text(out, x->polarity == POLARITY_DENIED         ? ", denied"
                      : x->polarity == POLARITY_HYPOTHETICAL ? ", as a mere supposition"
                                                             : "");
}

static void judge_words(const struct document *d, const struct dealing *x,
                        struct embargo_dealing *q, struct slice *items)
{
    embargo_dealing_init(q);
    q->supplier = side(d, x->supplier);
    q->recipient = side(d, x->recipient);
    q->goods = (enum goods_class)x->goods;
    for (size_t i = 0; i < x->item_count; i++) {
        items[i] = document_text(d, x->items[i]);
    }
    q->items = items;
    q->item_count = x->item_count;
    q->act = ACT_SUPPLY;
    q->stage = (enum embargo_stage)x->stage;
    q->polarity = (enum embargo_polarity)x->polarity;
    q->ground = x->established ? GROUND_ESTABLISHED : GROUND_CLAIMED;
    q->from = x->when.from;
    q->until = x->when.until;
    q->as_of = d->published.from;
}

/* One alert for the same goods between the same two: the heavier one stays. */
static bool told_already(struct document *d, const struct dealing *x,
                         const struct embargo_verdict *v)
{
    for (size_t i = 0; i < d->alerts.n; i++) {
        struct alert *a = &d->alerts.p[i];
        if (a->kind != ALERT_DEALING || a->dealing == NONE32) {
            continue;
        }
        const struct dealing *y = &d->dealings.p[a->dealing];
        if (y->supplier == x->supplier && y->recipient == x->recipient &&
            y->goods == x->goods && slice_eq(a->regime, v->regime)) {
            return slice_is(slice_of(a->result), embargo_result_word(v->result)) ||
                   v->result == RESULT_HISTORICAL || v->result == RESULT_POSSIBLE ||
                   v->result == RESULT_INFO;
        }
    }
    return false;
}

static void judge_dealing(struct document *d, struct news_session *s, uint32_t index)
{
    const struct dealing *x = &d->dealings.p[index];
    struct embargo_dealing q;
    struct embargo_answer answer;
    struct slice items[ITEMS_MAX];
    struct buf words;
    judge_words(d, x, &q, items);
    if (embargo_judge(s->embargo, &q, &d->arena, &answer) < 0) {
        d->failed = true;
        return;
    }
    const struct embargo_verdict *v = answer.main;
    if (!v->alert) {
        buf_init(&words, 4096);
        dealing_words(d, x, &words);
        suppress(d, buf_slice(&words), v->reason);
        buf_release(&words);
        return;
    }
    if (x->remote) {
        buf_init(&words, 4096);
        dealing_words(d, x, &words);
        suppress(d, buf_slice(&words), SLICE("told as long past, without saying when"));
        buf_release(&words);
        return;
    }
    if (told_already(d, x, v)) {
        return;
    }
    struct alert *a = VEC_ADD(&d->alerts);
    if (!a) {
        d->failed = true;
        return;
    }
    *a = (struct alert){.kind = ALERT_DEALING,
                        .severity = severity_of(v->result),
                        .regime = arena_copy(&d->arena, v->regime),
                        .supplier = code_or_none(d, x->supplier),
                        .recipient = code_or_none(d, x->recipient),
                        .result = embargo_result_word(v->result),
                        .dealing = index,
                        .explanation = arena_copy(&d->arena, v->reason)};
    take_rules(d, a, v);
    for (size_t i = 0; i < x->evidence_count; i++) {
        a->evidence[a->evidence_count++] = x->evidence[i];
    }
}

/* ---- facilitators ---- */

static bool is_speaker(const struct document *d, uint32_t entity)
{
    for (size_t i = 0; i < d->statements.n; i++) {
        if (d->statements.p[i].entity == entity) {
            return true;
        }
    }
    return false;
}

/* The alert whose dealing a facilitator helps: the first one affirmed. */
static const struct alert *leading_alert(const struct document *d)
{
    for (size_t i = 0; i < d->alerts.n; i++) {
        const struct alert *a = &d->alerts.p[i];
        if (a->kind == ALERT_DEALING && !slice_is(slice_of(a->result), "historical")) {
            return a;
        }
    }
    return NULL;
}

static const struct dealing *leading_dealing(const struct document *d)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *x = &d->dealings.p[i];
        if (!x->dropped && x->polarity == POLARITY_AFFIRMED &&
            (x->goods == GOODS_ARMS || x->goods == GOODS_DUAL_USE)) {
            return x;
        }
    }
    return NULL;
}

/* Was it put under sanctions in this text? */
static bool is_sanctioned(const struct document *d, uint32_t entity)
{
    for (size_t i = 0; i < d->events.n; i++) {
        const struct event *e = &d->events.p[i];
        for (size_t k = 1;
             !e->dropped && slice_is(e->type, "sanction") && k < e->participant_count; k++) {
            if (e->entities[k] == entity) {
                return true;
            }
        }
    }
    return false;
}

static bool is_side(const struct document *d, uint32_t entity)
{
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *x = &d->dealings.p[i];
        if (!x->dropped && x->polarity == POLARITY_AFFIRMED &&
            (x->supplier == entity || x->recipient == entity)) {
            return true;
        }
    }
    return false;
}

/* "l'intermediario X", "X, broker of …", "X, who laundered …", "X arranged …". */
static bool near_help(const struct document *d, const struct sentence *s, uint32_t c)
{
    uint64_t help = CLASS(HELP) | CLASS(LAUNDER);
    const struct chunk *p = d->chunks.p;
    if (p[c].slot != DETAIL_NONE) {
        return false;
    }
    bool before = c > s->chunk && p[c - 1].kind == CHUNK_NOUN && HAS(p[c - 1].classes, HELP);
    for (uint32_t n = c + 1; !before && n < s->chunk_end && n < c + 4; n++) {
        bool verb = p[n].kind == CHUNK_VERB;
        before = (p[n].classes & help) &&
                 (verb || (p[n].kind == CHUNK_NOUN && p[n].slot == DETAIL_NONE && n <= c + 2));
        if (verb) {
            break;
        }
    }
    return before || (p[c].kind == CHUNK_NOUN && HAS(p[c].all, HELP));
}

/* Does it help: named with through/via, or as the subject or object of a verb of helping? */
static bool helps(const struct document *d, uint32_t entity)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity != entity || d->tokens.p[m->first].mention != i) {
            continue;
        }
        for (size_t k = 0; k < d->sentences.n; k++) {
            const struct sentence *s = &d->sentences.p[k];
            if (m->first < s->first || m->first >= s->end) {
                continue;
            }
            uint32_t c = chunk_at(d, s, m->first);
            if (c == NONE32) {
                continue;
            }
            const struct chunk *g = &d->chunks.p[c];
            if (g->slot == DETAIL_VIA || near_help(d, s, c)) {
                return true;
            }
        }
    }
    return false;
}

static void add_facilitator(struct document *d, uint32_t entity, const struct alert *of,
                            const struct dealing *x)
{
    struct alert *a = VEC_ADD(&d->alerts);
    if (!a) {
        d->failed = true;
        return;
    }
    const struct alert lead = of ? d->alerts.p[0] : (struct alert){0};
    const struct news_entity *e = &d->entities.p[entity];
    char regime[8] = "US-";
    memcpy(regime + 3, e->behalf.n == 2 ? e->behalf.p : "XX", 2);
    *a = (struct alert){.kind = ALERT_FACILITATOR,
                        .severity = "high",
                        .regime =
                            of ? lead.regime : arena_copy(&d->arena, (struct slice){regime, 5}),
                        .supplier = code_or_none(d, x->supplier),
                        .recipient = code_or_none(d, x->recipient),
                        .party = e->id,
                        .result = of ? lead.result : "alleged_violation",
                        .dealing = (uint32_t)(x - d->dealings.p)};
    struct buf words;
    buf_init(&words, 4096);
    buf_add(&words, e->caption);
    buf_add_text(&words, e->type == ENTITY_CRAFT ? " is named as the ship of this dealing: "
                                                 : " is listed and is named as one who takes "
                                                   "part in or helps this dealing: ");
    dealing_words(d, x, &words);
    a->explanation = arena_copy(&d->arena, buf_slice(&words));
    buf_release(&words);
    const struct mention *m = &d->mentions.p[e->first_mention];
    a->evidence[a->evidence_count++] = document_span(d, m->first, m->end);
    if (x->evidence_count) {
        a->evidence[a->evidence_count++] = x->evidence[0];
    }
}

static void facilitators(struct document *d)
{
    const struct alert *of = leading_alert(d);
    const struct dealing *x =
        of && of->dealing != NONE32 ? &d->dealings.p[of->dealing] : leading_dealing(d);
    for (uint32_t i = 0; x && i < d->entities.n; i++) {
        const struct news_entity *e = &d->entities.p[i];
        bool ship = e->type == ENTITY_CRAFT && of && voyage_carries(d, i);
        if (!(e->listed || ship) || e->official || e->type == ENTITY_COUNTRY ||
            e->first_mention == NONE32) {
            continue;
        }
        bool sanctioned = is_sanctioned(d, i);
        if (e->type == ENTITY_CRAFT && !ship) {
            continue;
        }
        bool helper = ship || sanctioned || is_side(d, i) || (of && helps(d, i));
        if (!helper) {
            continue;
        }
        if (e->namesake) {
            suppress(d, e->caption, e->against);
            continue;
        }
        if (is_speaker(d, i) && !sanctioned) {
            suppress(d, e->caption, SLICE("listed, but only speaks here"));
            continue;
        }
        if (!of && !sanctioned) {
            continue;
        }
        add_facilitator(d, i, of, x);
    }
}

/* ---- travel ---- */

/* "the journey of X to Y" */
static void set_journey_aside(struct document *d, uint32_t who, uint32_t where,
                              struct slice why)
{
    struct buf what;
    buf_init(&what, 1000);
    buf_add_text(&what, "a journey of ");
    buf_add(&what, d->entities.p[who].caption);
    buf_add_text(&what, " to ");
    buf_add(&what, d->entities.p[where].caption);
    suppress(d, buf_slice(&what), why);
    buf_release(&what);
}

static bool travel_told(const struct document *d, struct slice party, struct slice place)
{
    for (size_t i = 0; i < d->alerts.n; i++) {
        const struct alert *a = &d->alerts.p[i];
        if (a->kind == ALERT_TRAVEL && slice_eq(a->party, party) && slice_eq(a->place, place)) {
            return true;
        }
    }
    return false;
}

static void add_travel(struct document *d, const struct event *e, uint32_t who,
                       struct slice place, const struct embargo_travel *t)
{
    struct alert *a = VEC_ADD(&d->alerts);
    if (!a) {
        d->failed = true;
        return;
    }
    *a = (struct alert){.kind = ALERT_TRAVEL,
                        .severity = "high",
                        .regime = SLICE("ICC"),
                        .party = d->entities.p[who].id,
                        .place = place,
                        .result = embargo_result_word(t->result),
                        .dealing = NONE32,
                        .explanation = arena_copy(&d->arena, t->reason)};
    a->rules = ARENA_ARRAY(&d->arena, struct slice, 1);
    if (a->rules && t->rule.n) {
        a->rules[a->rule_count++] = arena_copy(&d->arena, t->rule);
    }
    a->evidence[a->evidence_count++] = e->evidence;
}

/* Somebody under a warrant of the Court goes abroad: to a state party that must arrest him, or to
 * another one, which is set aside with the reason. */
static void travel(struct document *d, struct news_session *s, const struct event *e)
{
    uint32_t who = e->entities[0];
    uint32_t where = e->entities[1];
    struct embargo_travel t;
    bool found = false;
    if (e->participant_count != 2 || who == NONE32 || where == NONE32 ||
        d->entities.p[who].type != ENTITY_PERSON ||
        d->entities.p[where].type != ENTITY_COUNTRY) {
        return;
    }
    struct slice place = d->entities.p[where].behalf;
    if (embargo_travel(s->embargo, d->entities.p[who].id, place, e->when.from, e->when.until,
                       &d->arena, &t, &found) < 0) {
        d->failed = true;
        return;
    }
    if (!found || travel_told(d, d->entities.p[who].id, place)) {
        return;
    }
    if (d->entities.p[who].namesake) {
        set_journey_aside(d, who, where, d->entities.p[who].against);
    } else if (e->status == STATUS_DENIED || e->status == STATUS_REFUSED) {
        set_journey_aside(d, who, where, SLICE("the text says that it does not take place"));
    } else if (t.duty != DUTY_ARREST) {
        set_journey_aside(d, who, where, t.reason);
    } else {
        add_travel(d, e, who, place, &t);
    }
}

void alerts_judge(struct document *d, struct news_session *s)
{
    if (!s->embargo) {
        return;
    }
    for (uint32_t i = 0; i < d->dealings.n && !d->failed; i++) {
        if (!d->dealings.p[i].dropped) {
            judge_dealing(d, s, i);
        }
    }
    facilitators(d);
    for (size_t i = 0; i < d->events.n && !d->failed; i++) {
        if (!d->events.p[i].dropped && slice_is(d->events.p[i].type, "visit")) {
            travel(d, s, &d->events.p[i]);
        }
    }
    alert_doubts_read(d);
}
