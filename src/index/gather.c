#include "index/searcher.h"

#include "base/num.h"

/* The tokens of the question in the order in which their postings are read. */
struct plan {
    size_t order[NAME_TOKENS_MAX];
    size_t essential; /* the first so many are read */
    int32_t rest;     /* what the others can add at most */
    bool joins;       /* some of the others may be pieces */
};

static int32_t most_of(const struct asked_token *t)
{
    return t->most > t->always ? t->most : t->always;
}

/* Frequent tokens that together cannot reach `least` are never read: a name that holds nothing
 * else does not qualify (MaxScore: Turtle and Flood, Information Processing & Management
 * 31(6), 1995). */
static void make_plan(const struct searcher *s, size_t n, int32_t least, struct plan *p)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        while (at > 0 && s->asked[p->order[at - 1]].postings > s->asked[i].postings) {
            p->order[at] = p->order[at - 1];
            at--;
        }
        p->order[at] = i;
    }
    p->rest = 0;
    p->essential = n;
    for (size_t i = 0; i < n; i++) {
        p->rest += s->asked[i].sources.n == 0 ? most_of(&s->asked[i]) : s->asked[i].always;
    }
    /* `rest` holds what needs no reading; now spare the longest lists. */
    while (p->essential > 0) {
        const struct asked_token *t = &s->asked[p->order[p->essential - 1]];
        int32_t more = t->sources.n == 0 ? 0 : most_of(t) - t->always;
        if (p->rest + more >= least) {
            break;
        }
        p->rest += more;
        p->essential--;
    }
    p->joins = false;
    for (size_t i = p->essential; i < n; i++) {
        p->joins |= s->asked[p->order[i]].joins;
    }
}

static void count(struct searcher *s, uint32_t name, uint32_t stamp, uint16_t token,
                  int32_t bound, bool joined)
{
    struct accumulator *a = &s->names[name];
    if (a->stamp != stamp) {
        uint32_t *touched = VEC_ADD(&s->touched);
        if (!touched) {
            s->no_memory = true;
            return;
        }
        *touched = name;
        *a = (struct accumulator){stamp, bound, bound, token, joined};
        return;
    }
    a->joined |= joined;
    if (a->token != token) {
        a->sum += bound;
        a->last = bound;
        a->token = token;
    } else if (bound > a->last) {
        a->sum += bound - a->last;
        a->last = bound;
    }
}

void gather(struct searcher *s, const struct name *asked, int32_t least, name_fn judge,
            void *context)
{
    struct plan p;
    uint32_t stamp = searcher_stamp(s);
    make_plan(s, asked->n, least, &p);
    if (p.rest >= least) {
        /* Initials and particles, by which no name is looked up, may carry one together. */
        for (uint32_t name = 0; name < s->ix->name_count; name++) {
            judge(context, name, p.joins);
        }
        return;
    }
    s->touched.n = 0;
    for (size_t i = 0; i < p.essential; i++) {
        const struct asked_token *t = &s->asked[p.order[i]];
        for (size_t k = 0; k < t->sources.n; k++) {
            const struct source *source = &t->sources.p[k];
            const char *at = source->names;
            for (uint32_t j = 0; j < source->n; j++, at += source->stride) {
                uint32_t name = le32(at);
                if (name < s->ix->name_count) {
                    count(s, name, stamp, (uint16_t)p.order[i], source->bound - t->always,
                          source->joined);
                } else {
                    s->damaged = true;
                }
            }
        }
    }
    for (size_t i = 0; i < s->touched.n; i++) {
        uint32_t name = s->touched.p[i];
        if (s->names[name].sum + p.rest >= least) {
            judge(context, name, p.joins || s->names[name].joined);
        }
    }
}
