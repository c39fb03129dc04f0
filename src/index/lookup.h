/*
 * lookup - a hash multimap that is read where it lies.
 *
 *     0   u32 bits, u32 entries
 *     8   u32 first[2^bits + 1]     where each bucket begins
 *         (u32 tag, u32 value)[entries]
 *
 * The bucket is the top `bits` bits of a 64-bit hash, the tag its low 32 bits; entries are
 * sorted by bucket, tag, value.  A tag may stand for several keys: who looks up compares what
 * he finds with what he wanted.
 */
#ifndef INDEX_LOOKUP_H
#define INDEX_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"
#include "base/vec.h"

struct lookup {
    uint32_t bits;
    uint32_t entries;
    const char *first; /* of the directory, in the mapping */
    const char *rows;  /* of the entries */
};

/* A run of entries with one tag. */
struct lookup_run {
    const char *rows; /* (tag, value) pairs */
    uint32_t n;
};

/* False when the chunk's numbers contradict its length. */
bool lookup_open(struct slice chunk, struct lookup *out);

/* Is the directory sorted and within bounds, and every value below `values`? */
bool lookup_verify(const struct lookup *l, uint32_t values);

struct lookup_run lookup_find(const struct lookup *l, uint64_t hash);

uint32_t lookup_value(const struct lookup_run *run, uint32_t i);

/* Making one. */
struct lookup_entry {
    uint64_t hash;
    uint32_t value;
};
struct lookup_maker {
    VEC(struct lookup_entry) entries;
    bool failed; /* no memory */
};
void lookup_add(struct lookup_maker *m, uint64_t hash, uint32_t value);
/* Sorts, drops repetitions, appends the chunk to `out` and empties the maker. */
void lookup_write(struct lookup_maker *m, struct buf *out);

#endif
