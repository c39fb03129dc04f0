/*
 * Reads a file of rules: regimes, and the rules of each.
 */
#include "base/num.h"
#include "embargo/book.h"

static const char *const ACT_WORDS[ACT_COUNT] = {"supply", "transport", "brokering",
                                                 "financing", "training"};

/* ---- regimes ---- */

static int read_about(const struct facts *f, struct regime *r)
{
    struct slice rest = f->value;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        struct slice code = read_code(word);
        if (!r->about.n) {
            r->about = word;
        }
        if (code.n && r->country_count == REGIME_COUNTRIES_MAX) {
            return facts_fail(f, "more than %d countries", REGIME_COUNTRIES_MAX);
        }
        if (code.n) {
            r->countries[r->country_count++] = code;
        }
    }
    return 0;
}

static int read_bound(const struct embargo *e, const struct facts *f, uint32_t *out)
{
    if (slice_is(f->value, "all")) {
        *out = BODY_ALL;
        return 0;
    }
    for (size_t i = 0; i < e->bodies.n; i++) {
        if (slice_eq(e->bodies.p[i].name, f->value)) {
            *out = (uint32_t)i;
            return 0;
        }
    }
    return facts_fail(f, "'%.*s' is neither 'all' nor a body of members.txt",
                      SLICE_ARG(f->value));
}

static int read_of_regime(const struct embargo *e, const struct facts *f, struct regime *r)
{
    int32_t day;
    if (slice_is(f->key, "imposer")) {
        r->imposer = f->value;
    } else if (slice_is(f->key, "about")) {
        return read_about(f, r);
    } else if (slice_is(f->key, "title")) {
        r->title = f->value;
    } else if (slice_is(f->key, "binds")) {
        r->binds = f->value;
    } else if (slice_is(f->key, "bound")) {
        return read_bound(e, f, &r->body);
    } else if (slice_is(f->key, "checked")) {
        return facts_day(f, &day);
    } else {
        return facts_fail(f, "'%.*s' is no key of a regime", SLICE_ARG(f->key));
    }
    return 0;
}

static int check_regime(const struct facts *f, const struct regime *r)
{
    if (!r->imposer.n || !r->about.n || !r->title.n || !r->binds.n) {
        return facts_fail(f, "the regime '%.*s' lacks imposer, about, title or binds",
                          SLICE_ARG(r->id));
    }
    return 0;
}

/* ---- rules ---- */

static int read_acts(const struct facts *f, struct rule *r)
{
    struct slice rest = f->value;
    r->acts = 0;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        enum embargo_act act;
        if (!embargo_act_parse(word, &act)) {
            return facts_fail(f,
                              "'%.*s' is no act: supply, transport, brokering, financing, "
                              "training",
                              SLICE_ARG(word));
        }
        r->acts |= 1U << act;
    }
    return 0;
}

static int read_target(const struct embargo *e, const struct facts *f, struct slice word,
                       struct rule_target *t)
{
    t->country = read_code(word);
    if (t->country.n) {
        return 0;
    }
    for (uint32_t i = 0; i < e->groups.n; i++) {
        if (slice_eq(e->groups.p[i].key, word)) {
            t->group = i;
            return 0;
        }
    }
    return facts_fail(f, "'%.*s' is neither a country code nor a group of groups.txt",
                      SLICE_ARG(word));
}

static int read_targets(const struct embargo *e, const struct facts *f, struct rule *r)
{
    struct slice rest = f->value;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (r->target_count == RULE_TARGETS_MAX) {
            return facts_fail(f, "more than %d targets", RULE_TARGETS_MAX);
        }
        TRY(read_target(e, f, word, &r->targets[r->target_count]));
        r->target_count++;
    }
    return 0;
}

static int read_limit(const struct facts *f, struct rule *r)
{
    struct slice rest = f->value;
    if (!parse_u64(facts_word(&rest), &r->limit) || !slice_is(facts_word(&rest), "barrels")) {
        return facts_fail(f, "a limit is written '500000 barrels'");
    }
    return 0;
}

static int read_way(const struct facts *f, struct rule *r)
{
    static const char *const WORDS[] = {"to", "from", "both"};
    static const enum rule_way WAYS[] = {WAY_TO, WAY_FROM, WAY_BOTH};
    unsigned i;
    TRY(read_choice(f, WORDS, 3, &i));
    r->way = WAYS[i];
    return 0;
}

static int read_effect(const struct facts *f, struct rule *r)
{
    static const char *const WORDS[] = {"forbids", "licence", "limits", "calls"};
    unsigned i;
    TRY(read_choice(f, WORDS, 4, &i));
    r->effect = (enum rule_effect)i;
    return 0;
}

static int read_state(const struct facts *f, struct rule *r)
{
    static const char *const WORDS[] = {"nothing", "possible", "permitted"};
    unsigned i;
    TRY(read_choice(f, WORDS, 3, &i));
    r->state = (enum rule_state)i;
    return 0;
}

static int read_others(const struct facts *f, struct rule *r)
{
    static const char *const WORDS[] = {"nothing", "info", "secondary"};
    unsigned i;
    TRY(read_choice(f, WORDS, 3, &i));
    r->others = (enum rule_others)i;
    return 0;
}

static int read_basis(const struct facts *f, struct rule *r)
{
    static const char *const WORDS[] = {"seen", "number", "unconfirmed"};
    unsigned i;
    TRY(read_choice(f, WORDS, 3, &i));
    r->cite.basis = (enum embargo_basis)i;
    return 0;
}

/* The keys whose value is kept as it is. */
static struct slice *plain_text_of(struct slice key, struct rule *r)
{
    return slice_is(key, "says")        ? &r->cite.says
           : slice_is(key, "binds")     ? &r->cite.binds
           : slice_is(key, "exemption") ? &r->cite.exemption
           : slice_is(key, "source")    ? &r->cite.source
                                        : NULL;
}

static int32_t *day_of(struct slice key, struct rule *r)
{
    return slice_is(key, "from")         ? &r->cite.from
           : slice_is(key, "until")      ? &r->cite.until
           : slice_is(key, "seen until") ? &r->cite.seen_until
                                         : NULL;
}

static int read_of_rule(const struct embargo *e, const struct facts *f, struct rule *r)
{
    struct slice *text = plain_text_of(f->key, r);
    int32_t *day = day_of(f->key, r);
    if (text) {
        *text = f->value;
        return 0;
    }
    if (day) {
        return facts_day(f, day);
    }
    return slice_is(f->key, "goods")    ? goods_set_read(f, &r->goods)
           : slice_is(f->key, "except") ? goods_set_read(f, &r->except)
           : slice_is(f->key, "acts")   ? read_acts(f, r)
           : slice_is(f->key, "way")    ? read_way(f, r)
           : slice_is(f->key, "target") ? read_targets(e, f, r)
           : slice_is(f->key, "state")  ? read_state(f, r)
           : slice_is(f->key, "effect") ? read_effect(f, r)
           : slice_is(f->key, "limit")  ? read_limit(f, r)
           : slice_is(f->key, "others") ? read_others(f, r)
           : slice_is(f->key, "basis")
               ? read_basis(f, r)
               : facts_fail(f, "'%.*s' is no key of a rule", SLICE_ARG(f->key));
}

static bool is_empty_set(const struct goods_set *s)
{
    return !s->all && !s->classes && !s->partly_classes && !s->kinds && !s->partly_kinds &&
           !s->categories && !s->heading_count;
}

static int check_rule(const struct facts *f, const struct regime *regime, const struct rule *r)
{
    const struct embargo_citation *c = &r->cite;
    if (c->from == DAY_NONE || !r->way || is_empty_set(&r->goods) || !c->says.n ||
        !c->source.n) {
        return facts_fail(f, "the rule '%.*s' lacks way, goods, from, says or source",
                          SLICE_ARG(c->cite));
    }
    if ((c->until != DAY_NONE && c->until < c->from) ||
        (c->seen_until != DAY_NONE && c->seen_until < c->from)) {
        return facts_fail(f, "the rule '%.*s' ends before it begins", SLICE_ARG(c->cite));
    }
    if (r->target_count == 0 && regime->country_count == 0) {
        return facts_fail(f, "the rule '%.*s' has no target", SLICE_ARG(c->cite));
    }
    return 0;
}

/* ---- the file ---- */

/* Where the reader is. */
struct reading_rules {
    struct embargo *e;
    struct facts *f;
    bool in_regime; /* a regime has begun, in this file */
    bool in_rule;   /* a rule of it has begun */
};

static struct regime *last_regime(const struct reading_rules *r)
{
    return &r->e->regimes.p[r->e->regimes.n - 1];
}

static struct rule *last_rule(const struct reading_rules *r)
{
    return &r->e->rules.p[r->e->rules.n - 1];
}

static int end_rule(struct reading_rules *r)
{
    if (!r->in_rule) {
        return 0;
    }
    struct rule *rule = last_rule(r);
    if (!rule->cite.binds.n) {
        rule->cite.binds = last_regime(r)->binds;
    }
    r->in_rule = false;
    return check_rule(r->f, last_regime(r), rule);
}

static int begin_regime(struct reading_rules *r)
{
    TRY(end_rule(r));
    struct regime *regime = VEC_ADD(&r->e->regimes);
    if (!regime) {
        return facts_no_memory(r->f);
    }
    regime->id = r->f->value;
    regime->body = BODY_ALL;
    regime->first = r->e->rules.n;
    r->in_regime = true;
    return 0;
}

static int begin_rule(struct reading_rules *r)
{
    TRY(end_rule(r));
    if (!r->in_regime) {
        return facts_fail(r->f, "a rule before the first 'regime:'");
    }
    TRY(check_regime(r->f, last_regime(r)));
    struct rule *rule = VEC_ADD(&r->e->rules);
    if (!rule) {
        return facts_no_memory(r->f);
    }
    rule->cite = (struct embargo_citation){.cite = r->f->value,
                                           .regime = last_regime(r)->id,
                                           .from = DAY_NONE,
                                           .until = DAY_NONE,
                                           .seen_until = DAY_NONE};
    rule->regime = (uint32_t)(r->e->regimes.n - 1);
    rule->acts = 1U << ACT_SUPPLY;
    last_regime(r)->count++;
    r->in_rule = true;
    return 0;
}

static int read_fact(struct reading_rules *r)
{
    const struct facts *f = r->f;
    if (slice_is(f->key, "regime")) {
        return begin_regime(r);
    }
    if (slice_is(f->key, "rule")) {
        return begin_rule(r);
    }
    if (r->in_rule) {
        return read_of_rule(r->e, f, last_rule(r));
    }
    return r->in_regime ? read_of_regime(r->e, f, last_regime(r))
                        : facts_fail(f, "before the first 'regime:'");
}

int read_rules(struct embargo *e, struct facts *f)
{
    struct reading_rules r = {.e = e, .f = f};
    int more;
    while ((more = facts_next(f)) > 0) {
        TRY(read_fact(&r));
    }
    TRY(more);
    return end_rule(&r);
}

/* ---- words of acts ---- */

const char *embargo_act_word(enum embargo_act a)
{
    return ACT_WORDS[a];
}

bool embargo_act_parse(struct slice word, enum embargo_act *out)
{
    for (size_t i = 0; i < ACT_COUNT; i++) {
        if (slice_is(word, ACT_WORDS[i])) {
            *out = (enum embargo_act)i;
            return true;
        }
    }
    return false;
}
