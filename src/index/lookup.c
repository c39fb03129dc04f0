#include "index/lookup.h"

#include <stdlib.h>

#include "base/num.h"

enum { HEAD = 8, ROW = 8, PER_BUCKET = 3, BITS_MAX = 26 };

bool lookup_open(struct slice chunk, struct lookup *out)
{
    if (chunk.n < HEAD) {
        return false;
    }
    struct lookup l = {.bits = le32(chunk.p), .entries = le32(chunk.p + 4)};
    if (l.bits > BITS_MAX) {
        return false;
    }
    uint64_t directory = ((UINT64_C(1) << l.bits) + 1) * 4;
    if (chunk.n != HEAD + directory + (uint64_t)l.entries * ROW) {
        return false;
    }
    l.first = chunk.p + HEAD;
    l.rows = l.first + directory;
    *out = l;
    return true;
}

bool lookup_verify(const struct lookup *l, uint32_t values)
{
    uint32_t buckets = UINT32_C(1) << l->bits;
    uint32_t last = 0;
    for (uint32_t b = 0; b <= buckets; b++) {
        uint32_t at = le32(l->first + (size_t)b * 4);
        if (at < last || at > l->entries) {
            return false;
        }
        last = at;
    }
    for (uint32_t i = 0; i < l->entries; i++) {
        if (le32(l->rows + (size_t)i * ROW + 4) >= values) {
            return false;
        }
    }
    return le32(l->first) == 0 && last == l->entries;
}

struct lookup_run lookup_find(const struct lookup *l, uint64_t hash)
{
    size_t bucket = l->bits ? (size_t)(hash >> (64 - l->bits)) : 0;
    uint32_t from = le32(l->first + bucket * 4);
    uint32_t to = le32(l->first + bucket * 4 + 4);
    uint32_t tag = (uint32_t)hash;
    struct lookup_run run = {.n = 0};
    if (to > l->entries || from > to) {
        return run;
    }
    const char *row = l->rows + (size_t)from * ROW;
    while (from < to && le32(row) < tag) {
        from++;
        row += ROW;
    }
    run.rows = row;
    while (from < to && le32(row) == tag) {
        run.n++;
        from++;
        row += ROW;
    }
    return run;
}

uint32_t lookup_value(const struct lookup_run *run, uint32_t i)
{
    return le32(run->rows + (size_t)i * ROW + 4);
}

void lookup_add(struct lookup_maker *m, uint64_t hash, uint32_t value)
{
    struct lookup_entry *e = VEC_ADD(&m->entries);
    if (!e) {
        m->failed = true;
        return;
    }
    *e = (struct lookup_entry){hash, value};
}

static unsigned bits_for(size_t entries)
{
    unsigned bits = 0;
    while (bits < BITS_MAX && ((size_t)PER_BUCKET << bits) < entries) {
        bits++;
    }
    return bits;
}

static int compare(const void *a, const void *b, void *context)
{
    const struct lookup_entry *x = a;
    const struct lookup_entry *y = b;
    unsigned shift = *(const unsigned *)context;
    uint64_t bx = shift < 64 ? x->hash >> shift : 0;
    uint64_t by = shift < 64 ? y->hash >> shift : 0;
    if (bx != by) {
        return bx < by ? -1 : 1;
    }
    uint32_t tx = (uint32_t)x->hash;
    uint32_t ty = (uint32_t)y->hash;
    if (tx != ty) {
        return tx < ty ? -1 : 1;
    }
    return x->value < y->value ? -1 : x->value > y->value;
}

static size_t without_repetitions(struct lookup_entry *e, size_t n, unsigned shift)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || compare(&e[kept - 1], &e[i], &shift) != 0) {
            e[kept++] = e[i];
        }
    }
    return kept;
}

void lookup_write(struct lookup_maker *m, struct buf *out)
{
    unsigned bits = bits_for(m->entries.n);
    unsigned shift = 64 - bits;
    size_t n = m->entries.n;
    if (n) {
        qsort_r(m->entries.p, n, sizeof *m->entries.p, compare, &shift);
        n = without_repetitions(m->entries.p, n, shift);
    }
    buf_add_u32(out, bits);
    buf_add_u32(out, (uint32_t)n);
    size_t at = 0;
    for (uint64_t bucket = 0; bucket <= UINT64_C(1) << bits; bucket++) {
        while (at < n && (bits ? m->entries.p[at].hash >> shift : 0) < bucket) {
            at++;
        }
        buf_add_u32(out, (uint32_t)at);
    }
    for (size_t i = 0; i < n; i++) {
        buf_add_u32(out, (uint32_t)m->entries.p[i].hash);
        buf_add_u32(out, m->entries.p[i].value);
    }
    out->failed |= m->failed;
    VEC_RELEASE(&m->entries);
}
