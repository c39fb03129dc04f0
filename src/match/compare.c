#include "match/compare.h"

#include "match/align.h"
#include "match/frequency.h"
#include "match/pair.h"

static int analyse(struct arena *arena, struct slice raw, enum name_kind kind,
                   struct name out[NAME_READINGS_MAX], size_t *n, struct diag *diag)
{
    TRY(name_analyse(arena, raw, kind, out, n, diag));
    for (size_t i = 0; i < *n; i++) {
        frequency_weigh(&out[i]);
    }
    return 0;
}

static int explain(const struct name *asked, const struct name *listed,
                   const struct pair_score *pair, struct arena *arena, struct comparison *out)
{
    out->terms = ARENA_ARRAY(arena, struct term, COMPARE_TERMS_MAX);
    if (!out->terms) {
        return ERR_MEMORY;
    }
    out->term_count = pair_terms(asked, listed, pair, arena, out->terms, COMPARE_TERMS_MAX);
    return 0;
}

/* The best of all readings of both, as names of one kind. */
static int compare_as(enum name_kind kind, struct slice asked, struct slice listed,
                      unsigned flags, struct arena *arena, struct comparison *out,
                      struct diag *diag)
{
    struct name q[NAME_READINGS_MAX];
    struct name r[NAME_READINGS_MAX];
    size_t qn;
    size_t rn;
    TRY(analyse(arena, asked, kind, q, &qn, diag));
    TRY(analyse(arena, listed, kind, r, &rn, diag));
    struct pair_score best = {.mnat = INT32_MIN};
    size_t best_q = 0;
    size_t best_r = 0;
    for (size_t i = 0; i < qn; i++) {
        for (size_t k = 0; k < rn; k++) {
            if (r[k].cut_short) {
                continue;
            }
            struct pair_score s;
            TRY(pair_compare(&q[i], asked, &r[k], listed, arena, &s));
            if (s.mnat > best.mnat) {
                best = s;
                best_q = i;
                best_r = k;
            }
        }
    }
    if (best.mnat <= out->mnat) {
        return 0;
    }
    out->mnat = best.mnat;
    out->score = score_of_mnat(best.mnat);
    out->cut = q[best_q].cut || r[best_r].cut;
    out->equal = best.equality != PAIR_DIFFERENT;
    return flags & COMPARE_EXPLAIN ? explain(&q[best_q], &r[best_r], &best, arena, out) : 0;
}

int compare_names(enum schema schema, struct slice asked, struct slice listed, unsigned flags,
                  struct arena *arena, struct comparison *out, struct diag *diag)
{
    struct comparison best = {.mnat = INT32_MIN};
    struct slice a[NAME_PARTS_MAX];
    struct slice b[NAME_PARTS_MAX];
    size_t an = name_split(asked, a);
    size_t bn = name_split(listed, b);
    bool both =
        schema == SCHEMA_NONE || schema == SCHEMA_THING || schema == SCHEMA_LEGAL_ENTITY;
    for (size_t i = 0; i < an; i++) {
        for (size_t k = 0; k < bn; k++) {
            if (both) {
                TRY(compare_as(NAME_PERSON, a[i], b[k], flags, arena, &best, diag));
                TRY(compare_as(NAME_ORGANIZATION, a[i], b[k], flags, arena, &best, diag));
            } else {
                TRY(compare_as(schema_name_kind(schema), a[i], b[k], flags, arena, &best,
                               diag));
            }
        }
    }
    if (arena_failed(arena)) {
        FAIL(diag, ERR_MEMORY, "two names need more memory than is allowed");
    }
    *out = best;
    return 0;
}
