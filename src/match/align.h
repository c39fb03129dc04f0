/*
 * align - two analysed names laid side by side.
 *
 * Pieces (one token against one, or one against two or three joined) are taken greedily, the
 * one that gains most first; what is left over on either side is omitted, and what is left
 * over on both sides contradicts.  The outcome is a function of the two names alone.
 */
#ifndef MATCH_ALIGN_H
#define MATCH_ALIGN_H

#include "match/evidence.h"

struct piece {
    uint8_t asked, asked_count;   /* first token and how many, in the question */
    uint8_t listed, listed_count; /* the same in the listed name */
    struct evidence evidence;
};

struct alignment {
    struct piece pieces[NAME_TOKENS_MAX]; /* in the order in which they were taken */
    size_t piece_count;
    uint64_t asked_used; /* bit i: token i of the question lies in a piece */
    uint64_t listed_used;
    int32_t evidence; /* sum over the pieces */
    int32_t info;     /* what the listed pieces say: evidence before costs */
    int32_t over;     /* information above saturation, taken off (≥ 0) */
    int32_t omitted;  /* all costs ≥ 0 from here on */
    int32_t contradiction;
    int32_t slot;
    int32_t order;
    int32_t single;
    int32_t mnat; /* prior + evidence − all costs */
};

/* Which pieces are tried. */
enum align_pieces {
    ALIGN_TOKENS, /* the caller knows that no piece of several tokens meets */
    ALIGN_ALL
};

/* `matrix` holds evidence_of(asked token i, listed token j) at [i * listed->n + j]. */
void align_names(const struct name *asked, const struct name *listed,
                 const struct evidence *matrix, const struct weights *w,
                 enum align_pieces pieces, struct alignment *out);

/* A listed name before it is aligned: its tokens, and what those of the question say to each,
 * NULL where none meets it. */
struct unaligned {
    const struct token *tokens[NAME_TOKENS_MAX];
    const struct evidence *evidence[NAME_TOKENS_MAX]; /* [j][i]: of asked token i */
    size_t n;
};

/* No alignment of single tokens sums up to more than this, which is quicker to have.
 * `omission` holds omission_of() of the asked tokens. */
int32_t align_bound(const struct name *asked, const int32_t *omission,
                    const struct unaligned *listed, const struct weights *w);

/* The terms whose sum is a->mnat, appended to terms (room for `room`); returns the new count.
 * Texts of joined pieces are made in the arena. */
size_t align_terms(const struct name *asked, const struct name *listed,
                   const struct alignment *a, const struct weights *w, struct arena *arena,
                   struct term *terms, size_t n, size_t room);

/* The same tokens in the same sequence, or turned around a comma, or family name first (never
 * across bin, ibn, ben). */
bool names_equal(const struct name *asked, const struct name *listed);

#endif
