/*
 * evidence - what it says when one token of a question meets one token of a listed name.
 *
 * evidence_of() is a function of the two tokens alone, and is above "do not meet" only within
 * enumerable relations (equal, few edits, equal consonant key, equal code, initial): so the
 * index can find every listed token that a token of a question meets.  Joins of neighbours are
 * pieces of their own: evidence_of_join().
 */
#ifndef MATCH_EVIDENCE_H
#define MATCH_EVIDENCE_H

#include "match/score.h"
#include "match/weights.h"
#include "text/name.h"

enum { PIECE_TOKENS_MAX = 3 };

struct evidence {
    int32_t mnat;           /* at least 0: information less cost */
    int32_t info;           /* millinats that the listed piece says */
    enum relation relation; /* REL_NONE: they do not meet */
    bool strained;          /* they meet only beside tokens that fit well */
};

/* `asked` and `listed` of names of one kind, both weighed (frequency_weigh). */
struct evidence evidence_of(const struct token *asked, const struct token *listed,
                            const struct weights *w);

/* One token against `n` (2 or 3) neighbours written apart, on whichever side the one stands. */
struct evidence evidence_of_join(const struct token *one, const struct token *apart, size_t n,
                                 const struct weights *w);

/* The text of neighbours joined, by their usual spellings, into out; 0 when it cannot be a
 * piece (too long, or one of them has no spelling or is a legal form, numeral or title). */
size_t join_text(const struct token *tokens, size_t n, char out[TOKEN_BYTES_MAX]);

/* How many letters join_text() would make, without making them. */
size_t join_length(const struct token *tokens, size_t n);

/* Codes of syllables of neighbours joined, into out; returns how many. */
size_t join_codes(const struct token *tokens, size_t n, struct code out[TOKEN_CODES_MAX]);

/* What it costs that the other side lacks this token. */
int32_t omission_of(const struct token *t, const struct weights *w);

/* Can the token carry a contradiction, and with what mass? */
int32_t contradiction_mass(const struct token *t);

/* The shortest consonant key by which words may meet, in classes. */
enum { KEY_LENGTH_MIN = 2 };

#endif
