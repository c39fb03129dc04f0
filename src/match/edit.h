/*
 * edit - how far two spellings of a word are apart.
 *
 * Two measures.  The optimal string alignment distance (Levenshtein with swaps of neighbours)
 * decides whether two words may meet at all; it is what the index can enumerate.  The weighted
 * cost then says how dear the difference is: a vowel for a vowel is cheap, a doubled letter
 * cheaper, a first letter dear.
 */
#ifndef MATCH_EDIT_H
#define MATCH_EDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "match/weights.h"

enum { EDIT_LENGTH_MAX = 120 };

/* Edits allowed for a word of `n` letters: 0 up to 2, 1 for 3–7, 2 for 8–12, 3 beyond. */
static inline unsigned edit_allowed(size_t n)
{
    return n <= 2 ? 0 : n <= 7 ? 1 : n <= 12 ? 2 : 3;
}

/* Optimal string alignment distance, or `most` + 1 when it is more than `most` (at most 3). */
unsigned edit_distance(struct slice a, struct slice b, unsigned most);

/* What vowels count: as letters; less, where another script has written them as they sound; next
 * to nothing, where it writes none. */
enum vowels { VOWELS_WRITTEN, VOWELS_HEARD, VOWELS_FREE };

/* Weighted cost in millinats of reading `asked` as `listed`; both a–z and 0–9, at most
 * EDIT_LENGTH_MAX letters. */
int32_t edit_cost(struct slice asked, struct slice listed, const struct weights *w,
                  enum vowels vowels);

/* The same where it is less than `limit`, else `limit`: found sooner, and sooner still when the
 * words are known to be `edits` apart.  The weights are not negative. */
enum { EDITS_KNOWN_MAX = 3 };
int32_t edit_cost_below(struct slice asked, struct slice listed, const struct weights *w,
                        enum vowels vowels, int32_t limit, unsigned edits);

#endif
