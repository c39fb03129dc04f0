/*
 * segments - the partition index for words with spelling errors.
 *
 * A word of n letters is cut into k + 1 segments of nearly equal length.  A word that differs
 * from it by k edits leaves one segment whole, so looking up every segment that could have
 * survived finds it (Pass-Join: Li, Deng, Wang, Feng, PVLDB 5(3), 2011).  A swap of two letters
 * across a cut would damage two segments at once, so the swapped spellings are looked up, too.
 */
#ifndef INDEX_SEGMENTS_H
#define INDEX_SEGMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

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
    uint32_t differ = a ^ b;
    return differ >> 30 == 0 && (unsigned)__builtin_popcount(differ) <= 2 * most;
}

/* Called with the hash of a segment that a listed spelling may hold. */
typedef void (*segment_fn)(void *context, uint64_t hash);

/* Calls probe() for every segment by which a listed spelling within `most` edits of `word`
 * can be found; some more than once. */
void segments_probe(struct slice word, unsigned most, segment_fn probe, void *context);

#endif
