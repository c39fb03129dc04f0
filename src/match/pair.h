/*
 * pair - the name term of the score: one analysed name of a question against one listed name.
 *
 * Search and compare both end here, so that they agree to the last millinat.
 */
#ifndef MATCH_PAIR_H
#define MATCH_PAIR_H

#include "match/align.h"

enum pair_equality {
    PAIR_DIFFERENT,
    PAIR_SAME_TOKENS, /* floor SCORE_SAME_TOKENS */
    PAIR_SAME_STRING  /* floor SCORE_EQUAL */
};

struct pair_score {
    struct alignment alignment;
    enum pair_equality equality;
    int32_t mnat; /* the alignment's, lifted to the floor of the equality */
};

/* Scores with a matrix that the caller has (align.h). */
void pair_score(const struct name *asked, struct slice asked_raw, const struct name *listed,
                struct slice listed_raw, const struct evidence *matrix,
                enum align_pieces pieces, struct pair_score *out);

/* Makes the matrix, too, in the arena. */
MUST_USE int pair_compare(const struct name *asked, struct slice asked_raw,
                          const struct name *listed, struct slice listed_raw,
                          struct arena *arena, struct pair_score *out);

/* The terms whose sum is pair->mnat; returns how many. */
size_t pair_terms(const struct name *asked, const struct name *listed,
                  const struct pair_score *pair, struct arena *arena, struct term *terms,
                  size_t room);

#endif
