/*
 * hash - XXH3 over bytes, for tables in memory and for checksums in files.
 *
 * Stored hashes use seed 0 and never change.  Tables keyed by outside text use a seed of
 * their own (map.h).
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/slice.h"

uint64_t hash_bytes(struct slice s, uint64_t seed);

/* Joins a running hash with one more number. */
static inline uint64_t hash_mix(uint64_t h, uint64_t v)
{
    h ^= v + 0x9e3779b97f4a7c15U + (h << 6) + (h >> 2);
    h *= 0xff51afd7ed558ccdU;
    return h ^ (h >> 33);
}

#endif
