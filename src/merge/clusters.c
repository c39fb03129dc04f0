#include <stdlib.h>

#include "base/buf.h"
#include "merge/merge_state.h"

uint32_t cluster_root(struct merge_state *m, uint32_t record)
{
    while (m->records[record].parent != record) {
        m->records[record].parent = m->records[m->records[record].parent].parent;
        record = m->records[record].parent;
    }
    return record;
}

enum {
    WORDS_MAX = 1000,
    RIVALS_MAX = 200 /* pairs of one cluster; where there are more, the name is no proof */
};

/* "ofac:1 and eu:2: words", where other records contradict than those that were weighed. */
static struct slice name_them(struct merge_state *m, uint32_t x, uint32_t y, struct slice words)
{
    struct buf b;
    buf_init(&b, WORDS_MAX);
    buf_printf(&b, "%.*s and %.*s", SLICE_ARG(m->records[x].entity->id),
               SLICE_ARG(m->records[y].entity->id));
    if (words.n) {
        buf_printf(&b, ": %.*s", SLICE_ARG(words));
    }
    struct slice kept = arena_copy(&m->own, buf_slice(&b));
    buf_release(&b);
    return kept;
}

/* A contradiction between any two members of the two clusters; `told` is of enum told. */
static enum join_against between(struct merge_state *m, uint32_t a, uint32_t b, unsigned told,
                                 struct slice *contrary)
{
    for (uint32_t x = a; x != UINT32_MAX; x = m->records[x].next) {
        for (uint32_t y = b; y != UINT32_MAX; y = m->records[y].next) {
            bool twice = pairs_hold(m->doubles.p, m->doubles.n, pair_of(x, y));
            enum join_against against =
                contradiction(m, &m->own, x, y, told | (twice ? TOLD_TWICE : 0), contrary);
            if (against != AGAINST_NOTHING) {
                *contrary = name_them(m, x, y, *contrary);
                return against;
            }
        }
    }
    return AGAINST_NOTHING;
}

static void link(struct merge_state *m, uint32_t a, uint32_t b)
{
    m->records[b].parent = a;
    m->records[m->records[a].last].next = b;
    m->records[a].last = m->records[b].last;
    m->records[a].size += m->records[b].size;
}

static void join(struct merge_state *m, struct judged *j)
{
    uint32_t a = cluster_root(m, j->a);
    uint32_t b = cluster_root(m, j->b);
    if (a == b) {
        return; /* one more proof */
    }
    if (m->records[a].size + m->records[b].size > MERGED_MEMBERS_MAX) {
        j->against = AGAINST_SIZE;
        return;
    }
    unsigned told = j->reason <= JOIN_REFERENCE ? TOLD_REFERRED : 0;
    j->against = between(m, a, b, told, &j->contrary);
    if (j->against == AGAINST_NOTHING) {
        link(m, a < b ? a : b, a < b ? b : a);
    }
}

/* ---- rivals ---- */

/* A name is weaker than a number or a day of birth: where it fits two parties, it tells neither. */
static bool may_have_rivals(const struct judged *j)
{
    return j->against == AGAINST_NOTHING && j->reason > JOIN_NAME_DAY;
}

/* A pair, seen from the cluster at one of its ends. */
struct end {
    uint32_t root, other; /* clusters */
    uint32_t pair;        /* position in m->judged */
};

static int compare_ends(const void *a, const void *b)
{
    const struct end *x = a;
    const struct end *y = b;
    if (x->root != y->root) {
        return x->root < y->root ? -1 : 1;
    }
    return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static size_t collect_ends(struct merge_state *m, struct end *ends)
{
    size_t n = 0;
    for (size_t i = 0; i < m->judged.n; i++) {
        const struct judged *j = &m->judged.p[i];
        uint32_t a = cluster_root(m, j->a);
        uint32_t b = cluster_root(m, j->b);
        if (may_have_rivals(j) && a != b) {
            ends[n++] = (struct end){a, b, (uint32_t)i};
            ends[n++] = (struct end){b, a, (uint32_t)i};
        }
    }
    if (n) {
        qsort(ends, n, sizeof *ends, compare_ends);
    }
    return n;
}

/* Does `f` fit as well as `e`, and is it another party?  *words names it. */
static bool is_rival(struct merge_state *m, const struct end *e, const struct end *f,
                     struct slice *words)
{
    const struct judged *x = &m->judged.p[e->pair];
    const struct judged *y = &m->judged.p[f->pair];
    if (e->other == f->other || y->likeness.mains < x->likeness.mains ||
        y->reason > x->reason) {
        return false;
    }
    return between(m, e->other, f->other, 0, words) != AGAINST_NOTHING;
}

/* Marks the pairs of one cluster that have rivals. */
static void mark_rivals(struct merge_state *m, const struct end *ends, size_t n, bool *marked)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n && !marked[ends[i].pair]; k++) {
            struct judged *j = &m->judged.p[ends[i].pair];
            marked[ends[i].pair] =
                n > RIVALS_MAX || is_rival(m, &ends[i], &ends[k], &j->contrary);
        }
    }
}

static int refuse_rivals(struct merge_state *m)
{
    struct end *ends = ARENA_ARRAY(&m->own, struct end, m->judged.n * 2);
    bool *marked = ARENA_ARRAY(&m->own, bool, m->judged.n);
    if (!ends || !marked) {
        return ERR_MEMORY;
    }
    size_t n = collect_ends(m, ends);
    for (size_t from = 0; from < n;) {
        size_t to = from + 1;
        while (to < n && ends[to].root == ends[from].root) {
            to++;
        }
        mark_rivals(m, ends + from, to - from, marked);
        from = to;
    }
    for (size_t i = 0; i < m->judged.n; i++) {
        if (marked[i]) {
            m->judged.p[i].against = AGAINST_RIVAL;
        }
    }
    return 0;
}

/* ---- the work ---- */

/* What has no rivals first, then what is left when those are joined. */
int join_clusters(struct merge_state *m)
{
    for (size_t i = 0; i < m->judged.n; i++) {
        struct judged *j = &m->judged.p[i];
        if (j->against == AGAINST_NOTHING && !may_have_rivals(j)) {
            join(m, j);
        }
    }
    TRY(refuse_rivals(m));
    for (size_t i = 0; i < m->judged.n; i++) {
        if (may_have_rivals(&m->judged.p[i])) {
            join(m, &m->judged.p[i]);
        }
    }
    return 0;
}
