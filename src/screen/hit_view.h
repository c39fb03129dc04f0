/*
 * hit_view - a hit with what the index knows of its party, gathered for a report.
 */
#ifndef SCREEN_HIT_VIEW_H
#define SCREEN_HIT_VIEW_H

#include "index/search.h"

struct hit_texts {
    struct slice *p; /* in the arena */
    size_t n;
};

struct hit_view {
    const struct hit *hit;
    struct entity party;
    struct hit_texts records;  /* its id, then the other record ids */
    struct hit_texts datasets; /* the lists */
    struct hit_texts topics;
    struct hit_texts programs; /* values of programId */
    struct hit_texts measures;
};

/* Unpacks all hits of an answer into the arena.  ERR_FORMAT, ERR_LIMIT, ERR_MEMORY. */
MUST_USE int hit_views(const struct index *ix, const struct answer *answer, struct arena *arena,
                       struct hit_view **out, struct diag *diag);

/* "name", "alias" …: what kind of name the hit rests on. */
struct slice hit_name_kind(const struct hit *hit);

#endif
