#include "match/align.h"

struct list {
    struct term *terms;
    size_t n, room;
};

static void add(struct list *l, struct term t)
{
    if (l->n < l->room) {
        l->terms[l->n++] = t;
    }
}

static void add_cost(struct list *l, enum term_on on, int32_t cost)
{
    if (cost) {
        add(l, (struct term){.on = on, .relation = REL_DIFFERENT, .mnat = -cost});
    }
}

static struct slice text_of(const struct name *n, size_t first, size_t count,
                            struct arena *arena)
{
    if (count == 1) {
        return n->tokens[first].native;
    }
    size_t length = count - 1;
    for (size_t i = 0; i < count; i++) {
        length += n->tokens[first + i].native.n;
    }
    char *p = arena_alloc(arena, length);
    if (!p) {
        return (struct slice){NULL, 0};
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        struct slice s = n->tokens[first + i].native;
        if (i > 0) {
            p[at++] = ' ';
        }
        memcpy(p + at, s.p, s.n);
        at += s.n;
    }
    return (struct slice){p, length};
}

static void add_omissions(struct list *l, const struct name *n, uint64_t used, bool asked,
                          const struct weights *w)
{
    for (size_t i = 0; i < n->n; i++) {
        if (used >> i & 1) {
            continue;
        }
        struct slice text = n->tokens[i].native;
        struct slice none = {NULL, 0};
        add(l, (struct term){.on = TERM_OMITTED,
                             .query = asked ? text : none,
                             .listed = asked ? none : text,
                             .mnat = -omission_of(&n->tokens[i], w)});
    }
}

size_t align_terms(const struct name *asked, const struct name *listed,
                   const struct alignment *a, const struct weights *w, struct arena *arena,
                   struct term *terms, size_t n, size_t room)
{
    struct list l = {terms, n, room};
    add(&l, (struct term){.on = TERM_PRIOR, .mnat = w->prior});
    for (size_t i = 0; i < a->piece_count; i++) {
        const struct piece *p = &a->pieces[i];
        add(&l, (struct term){.on = TERM_NAME,
                              .relation = p->evidence.relation,
                              .query = text_of(asked, p->asked, p->asked_count, arena),
                              .listed = text_of(listed, p->listed, p->listed_count, arena),
                              .mnat = p->evidence.mnat});
    }
    if (a->over) {
        add(&l, (struct term){.on = TERM_SATURATION, .mnat = -a->over});
    }
    add_omissions(&l, asked, a->asked_used, true, w);
    add_omissions(&l, listed, a->listed_used, false, w);
    add_cost(&l, TERM_CONTRADICTION, a->contradiction);
    add_cost(&l, TERM_SLOT, a->slot);
    add_cost(&l, TERM_ORDER, a->order);
    add_cost(&l, TERM_SINGLE_TOKEN, a->single);
    return l.n;
}
