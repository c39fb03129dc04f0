/*
 * num - fixed-width numbers in bytes, and sums that cannot wrap.
 *
 * Everything stored is little-endian and read byte by byte through these, so that an index is
 * the same file on every machine and an unaligned read is never undefined.
 */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the readers below copy bytes as they lie: add swaps for a big-endian machine"
#endif

static inline uint16_t le16(const void *p)
{
    uint16_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
static inline uint32_t le32(const void *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
static inline uint64_t le64(const void *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
static inline void put_le16(void *p, uint16_t v)
{
    memcpy(p, &v, sizeof v);
}
static inline void put_le32(void *p, uint32_t v)
{
    memcpy(p, &v, sizeof v);
}
static inline void put_le64(void *p, uint64_t v)
{
    memcpy(p, &v, sizeof v);
}

/* True when the sum or product does not fit; *out is then not to be used. */
static inline bool add_overflows(size_t a, size_t b, size_t *out)
{
    return __builtin_add_overflow(a, b, out);
}
static inline bool mul_overflows(size_t a, size_t b, size_t *out)
{
    return __builtin_mul_overflow(a, b, out);
}

/* All of `s` as a decimal number without sign; false when empty, not digits or too large. */
bool parse_u64(struct slice s, uint64_t *out);

/* A size such as "512M", "2G", "64k", "1000000" in bytes. */
bool parse_size(struct slice s, size_t *out);

/* A score "0.7", "0.700", "1" in thousandths, 0 to 1000; false for anything else. */
bool parse_thousandths(struct slice s, unsigned *out);

#endif
