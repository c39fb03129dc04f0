#include "match/pair.h"

static int32_t floor_of(enum pair_equality e)
{
    return e == PAIR_SAME_STRING   ? mnat_of_score(SCORE_EQUAL)
           : e == PAIR_SAME_TOKENS ? mnat_of_score(SCORE_SAME_TOKENS)
                                   : INT32_MIN;
}

void pair_score(const struct name *asked, struct slice asked_raw, const struct name *listed,
                struct slice listed_raw, const struct evidence *matrix,
                enum align_pieces pieces, struct pair_score *out)
{
    align_names(asked, listed, matrix, &WEIGHTS[asked->kind], pieces, &out->alignment);
    out->equality = !names_equal(asked, listed)              ? PAIR_DIFFERENT
                    : slice_eq_nocase(asked_raw, listed_raw) ? PAIR_SAME_STRING
                                                             : PAIR_SAME_TOKENS;
    int32_t least = floor_of(out->equality);
    out->mnat = out->alignment.mnat > least ? out->alignment.mnat : least;
}

int pair_compare(const struct name *asked, struct slice asked_raw, const struct name *listed,
                 struct slice listed_raw, struct arena *arena, struct pair_score *out)
{
    const struct weights *w = &WEIGHTS[asked->kind];
    struct evidence *matrix = ARENA_ARRAY(arena, struct evidence, asked->n * listed->n);
    if (!matrix) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < asked->n; i++) {
        for (size_t j = 0; j < listed->n; j++) {
            matrix[i * listed->n + j] = evidence_of(&asked->tokens[i], &listed->tokens[j], w);
        }
    }
    pair_score(asked, asked_raw, listed, listed_raw, matrix, ALIGN_ALL, out);
    return 0;
}

size_t pair_terms(const struct name *asked, const struct name *listed,
                  const struct pair_score *pair, struct arena *arena, struct term *terms,
                  size_t room)
{
    const struct weights *w = &WEIGHTS[asked->kind];
    size_t n = align_terms(asked, listed, &pair->alignment, w, arena, terms, 0, room);
    if (pair->mnat > pair->alignment.mnat && n < room) {
        terms[n++] = (struct term){
            .on = TERM_FLOOR, .relation = REL_EQUAL, .mnat = pair->mnat - pair->alignment.mnat};
    }
    return n;
}
