/*
 * All candidates are judged by a crew, piece by piece.
 *
 * Pairs of records that hang together by candidates are neighbours, so that a worker finds the
 * names of a record analysed already when it comes up again.  What was judged is put in an order
 * that is the same whoever judged it.
 */
#include <stdlib.h>

#include "base/thread.h"
#include "merge/merge_state.h"

enum { PIECE = 256 }; /* pairs */

/* A candidate, and the smallest record that it hangs together with. */
struct plea {
    uint32_t root;
    uint64_t pair;
};

struct worker {
    struct likeness_desk desk;
    VEC(struct judged) judged;
    bool failed;
};

struct hearing {
    struct merge_state *m;
    struct plea *pleas; /* sorted */
    size_t count;
    struct worker *workers;
};

/* ---- the order of work ---- */

static uint32_t root_of(uint32_t *parents, uint32_t record)
{
    while (parents[record] != record) {
        parents[record] = parents[parents[record]];
        record = parents[record];
    }
    return record;
}

static int compare_pleas(const void *a, const void *b)
{
    const struct plea *x = a;
    const struct plea *y = b;
    if (x->root != y->root) {
        return x->root < y->root ? -1 : 1;
    }
    return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static int order_pleas(struct hearing *h)
{
    struct merge_state *m = h->m;
    uint32_t *parents = ARENA_ARRAY(&m->own, uint32_t, m->record_count);
    h->pleas = ARENA_ARRAY(&m->own, struct plea, m->candidates.n);
    h->count = m->candidates.n;
    if (!parents || !h->pleas) {
        return ERR_MEMORY;
    }
    for (uint32_t i = 0; i < m->record_count; i++) {
        parents[i] = i;
    }
    for (size_t i = 0; i < h->count; i++) {
        uint32_t a = root_of(parents, (uint32_t)(m->candidates.p[i] >> 32));
        uint32_t b = root_of(parents, (uint32_t)m->candidates.p[i]);
        parents[a < b ? b : a] = a < b ? a : b;
    }
    for (size_t i = 0; i < h->count; i++) {
        uint64_t pair = m->candidates.p[i];
        h->pleas[i] = (struct plea){root_of(parents, (uint32_t)pair), pair};
    }
    if (h->count) {
        qsort(h->pleas, h->count, sizeof *h->pleas, compare_pleas);
    }
    return 0;
}

/* ---- the work ---- */

static void hear_piece(void *context, size_t number, size_t piece)
{
    struct hearing *h = context;
    struct worker *w = &h->workers[number];
    size_t end = (piece + 1) * PIECE < h->count ? (piece + 1) * PIECE : h->count;
    for (size_t i = piece * PIECE; i < end && !w->failed; i++) {
        struct judged judged;
        bool speaks = false;
        w->failed = judge_pair(h->m, &w->desk, &h->m->texts[number], h->pleas[i].pair, &judged,
                               &speaks) < 0;
        struct judged *kept = speaks && !w->failed ? VEC_ADD(&w->judged) : NULL;
        if (kept) {
            *kept = judged;
        }
        w->failed |= speaks && !kept;
    }
}

static int compare_judged(const void *a, const void *b)
{
    const struct judged *x = a;
    const struct judged *y = b;
    int c = (int)x->reason - (int)y->reason;
    c = c ? c : (int)y->likeness.mains - (int)x->likeness.mains;
    c = c ? c : (int)y->likeness.score - (int)x->likeness.score;
    c = c ? c : (y->likeness.info > x->likeness.info) - (y->likeness.info < x->likeness.info);
    c = c ? c : (x->a > y->a) - (x->a < y->a);
    return c ? c : (x->b > y->b) - (x->b < y->b);
}

static int collect(struct hearing *h)
{
    struct merge_state *m = h->m;
    for (size_t k = 0; k < m->crew; k++) {
        if (h->workers[k].failed) {
            return ERR_MEMORY;
        }
        for (size_t i = 0; i < h->workers[k].judged.n; i++) {
            struct judged *kept = VEC_ADD(&m->judged);
            if (!kept) {
                return ERR_MEMORY;
            }
            *kept = h->workers[k].judged.p[i];
            if (kept->twice) {
                uint64_t *pair = VEC_ADD(&m->doubles);
                if (!pair) {
                    return ERR_MEMORY;
                }
                *pair = pair_of(kept->a, kept->b);
            }
        }
    }
    if (m->judged.n) {
        qsort(m->judged.p, m->judged.n, sizeof *m->judged.p, compare_judged);
    }
    m->doubles.n = pairs_settle(m->doubles.p, m->doubles.n);
    return 0;
}

int judge_candidates(struct merge_state *m)
{
    struct hearing h = {.m = m};
    TRY(order_pleas(&h));
    h.workers = ARENA_ARRAY(&m->own, struct worker, m->crew);
    if (!h.workers) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < m->crew; i++) {
        likeness_desk_init(&h.workers[i].desk);
    }
    crew_run(m->crew, (h.count + PIECE - 1) / PIECE, hear_piece, &h);
    int result = collect(&h);
    for (size_t i = 0; i < m->crew; i++) {
        likeness_desk_release(&h.workers[i].desk);
        VEC_RELEASE(&h.workers[i].judged);
    }
    return result;
}
