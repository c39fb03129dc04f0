/*
 * map - text to a 32-bit number, open addressing.
 *
 * Keys are borrowed: their bytes must outlive the map.  The hash is seeded by the caller, so
 * that outside text cannot be chosen to collide.  Iteration order means nothing and is not
 * offered: results never depend on it.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define MAP_NONE UINT32_MAX

struct map_slot {
    struct slice key; /* borrowed; p is NULL in a free slot */
    uint64_t hash;    /* of the key with the map's seed */
    uint32_t value;   /* never MAP_NONE */
};

struct map {
    struct map_slot *slots; /* owned; `size` of them */
    size_t size;            /* a power of two, or 0 */
    size_t n;               /* keys in the map */
    uint64_t seed;          /* for the hash */
};

void map_init(struct map *m, uint64_t seed);
void map_release(struct map *m);

/* The value of `key`, or MAP_NONE. */
uint32_t map_get(const struct map *m, struct slice key);

/* The value of `key`; when absent it is put in with `value` first.  *added (optional) says
 * which.  MAP_NONE without memory. */
uint32_t map_put(struct map *m, struct slice key, uint32_t value, bool *added);

#endif
