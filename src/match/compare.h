/*
 * compare - two names from strings, without an index.
 *
 * The same analysis and the same scorer as the search: a listed name and a query get the same
 * score here as there.
 */
#ifndef MATCH_COMPARE_H
#define MATCH_COMPARE_H

#include "base/arena.h"
#include "base/err.h"
#include "match/score.h"
#include "model/schema.h"

enum { COMPARE_TERMS_MAX = 128 };

enum compare_flags { COMPARE_EXPLAIN = 1 << 0 };

struct comparison {
    uint16_t score;     /* thousandths */
    int32_t mnat;       /* the sum of the terms */
    struct term *terms; /* in the arena; only with COMPARE_EXPLAIN */
    size_t term_count;
    bool cut;   /* a name had more tokens than are compared */
    bool equal; /* the same tokens: no threshold below 0.950 parts these names */
};

/* Compares `asked` with `listed`, both names of a party of `schema` (SCHEMA_NONE: the better of
 * person and organisation).  ERR_TEXT when one of them is not UTF-8 or holds no letter or digit. */
MUST_USE int compare_names(enum schema schema, struct slice asked, struct slice listed,
                           unsigned flags, struct arena *arena, struct comparison *out,
                           struct diag *diag);

#endif
