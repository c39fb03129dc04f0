/*
 * hashes - how each lookup of the index hashes what it finds things by.
 *
 * Writer and searcher agree through this file alone.
 */
#ifndef INDEX_HASHES_H
#define INDEX_HASHES_H

#include "base/hash.h"
#include "text/name.h"

static inline uint64_t hash_record(struct slice id)
{
    return hash_bytes(id, 1);
}
static inline uint64_t hash_identifier(struct slice normal_form)
{
    return hash_bytes(normal_form, 2);
}
static inline uint64_t hash_native(struct slice native)
{
    return hash_bytes(native, 3);
}
static inline uint64_t hash_spelling(struct slice spelling)
{
    return hash_bytes(spelling, 4);
}
/* Segment `number` of a spelling of `length` letters in names of a kind. */
static inline uint64_t hash_segment(struct slice segment, size_t length, unsigned number,
                                    enum name_kind kind)
{
    return hash_bytes(segment, 5 + ((uint64_t)length * 8 + number) * NAME_KINDS + kind);
}
static inline uint64_t hash_key(uint64_t key, enum name_kind kind)
{
    return hash_mix(key, 6 + kind) * UINT64_C(0x9E3779B97F4A7C15);
}
static inline uint64_t hash_code(const struct code *c)
{
    return hash_mix(hash_mix(c->value, c->type), c->detail) * UINT64_C(0x9E3779B97F4A7C15);
}
static inline uint64_t hash_join(struct slice joined)
{
    return hash_bytes(joined, 7);
}
static inline uint64_t hash_join_code(const struct code *c)
{
    return ~hash_code(c);
}

/* All tokens of a name, whatever their sequence. */
static inline uint64_t hash_exact(const struct name *n)
{
    uint64_t sum = n->n;
    for (size_t i = 0; i < n->n; i++) {
        sum += hash_bytes(n->tokens[i].native, 8 + n->tokens[i].script);
    }
    return hash_mix(sum, n->kind) * UINT64_C(0x9E3779B97F4A7C15);
}

#endif
