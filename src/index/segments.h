/*
 * segments - the partition index for words with spelling errors.
 *
 * A word of n letters is cut into k + 1 segments of nearly equal length.  A word that differs
 * from it by k edits leaves one segment whole, so looking up every segment that could have
 * survived finds it (Pass-Join: Li, Deng, Wang, Feng, PVLDB 5(3), 2011).
 *
 * Where a segment can stand.  Let e_0 … e_k be the edits in each of k + 1 blocks, k in all.  The
 * sum of (e_i - 1) starts at 0, ends below it and falls by one at a time, so it first falls below
 * 0 at some block b: that one is whole, with b edits before it and at most k - b behind.  So it is
 * enough to look b letters around its place counted from the front and k - b around its place
 * counted from the end.  Words that may be asked for with more edits are cut into more segments;
 * neighbours then count as one block, of which the longest segment is looked up.
 *
 * Swaps.  A swap of two letters across a cut damages two blocks at once.  If there is one, putting
 * it right leaves k - 1 edits, among them one more swap across a cut fewer than there were:
 *   none left   k - 1 edits in the first k blocks, as above;
 *   one left    k - 2 others move nothing by more than k - 2 letters, and at most k of the
 *               k + 1 blocks are damaged;
 *   two left    (k = 3, nothing else) the last cut put right, the last block is whole.
 */
#ifndef INDEX_SEGMENTS_H
#define INDEX_SEGMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "model/schema.h"
#include "text/key.h"

enum { SEGMENTS_MAX = 4 };

/* Segments into which a listed spelling of `n` letters is cut: one more than the edits that a
 * question of any fitting length may need. */
unsigned segment_count(size_t n);

/* Segment `i` of `count` of a word of n letters: [*from, *to). */
void segment_bounds(size_t n, unsigned count, unsigned i, size_t *from, size_t *to);

/* Which letters a spelling holds (bits 0–25), whether a digit (26), and the kind of party that
 * its name belongs to (30–31).  An edit changes two letters at most. */
uint32_t form_signature(struct slice spelling, unsigned kind);

/* Can spellings with these signatures be of one kind and within `most` edits? */
static inline bool signature_fits(uint32_t a, uint32_t b, unsigned most)
{
    return (a ^ b) >> 30 == 0 && key_letters_fit(a, b, most);
}

/* Called with the hash of a segment that a listed spelling may hold. */
typedef void (*segment_fn)(void *context, uint64_t hash);

/* Calls probe() for segments by which every listed spelling within `most` (at most 3) edits of
 * `word`, of names of a kind, can be found; some more than once. */
void segments_probe(struct slice word, unsigned most, enum name_kind kind, segment_fn probe,
                    void *context);

#endif
