#include "index/merged_codec.h"

#include "base/num.h"
#include "index/layout.h"

enum { ROW = 8, HEAD = 4, MEMBERS_KEPT = MERGED_MEMBERS_MAX + 1, PAIRS_KEPT = 5000 };

/* ---- writing ---- */

static void put_string(struct slice s, struct string_pool *strings, struct buf *out)
{
    put_varint(out, string_pool_add(strings, s));
}

static void put_member(const struct merged_member *m, struct string_pool *strings,
                       struct buf *out)
{
    put_string(m->id, strings, out);
    put_string(m->caption, strings, out);
    put_varint(out, m->schema);
    put_varint(out, m->dataset_count);
    for (size_t i = 0; i < m->dataset_count; i++) {
        put_string(m->datasets[i], strings, out);
    }
}

static void put_pair(const struct merged_pair *p, struct string_pool *strings, struct buf *out)
{
    put_string(p->a, strings, out);
    put_string(p->b, strings, out);
    put_varint(out, p->reason);
    put_varint(out, p->against);
    put_varint(out, p->score);
    put_string(p->evidence, strings, out);
    put_string(p->name_a, strings, out);
    put_string(p->name_b, strings, out);
    put_string(p->contrary, strings, out);
}

static void put_merged(const struct merged *m, const struct entity *e,
                       struct string_pool *strings, struct buf *out)
{
    size_t values = m->member_count ? e->value_count : 0;
    size_t pairs = m->pair_count < PAIRS_KEPT ? m->pair_count : PAIRS_KEPT;
    put_varint(out, m->member_count);
    for (size_t i = 0; i < m->member_count; i++) {
        put_member(&m->members[i], strings, out);
    }
    put_varint(out, values);
    for (size_t i = 0; i < values; i++) {
        put_varint(out, m->says[i]);
    }
    put_varint(out, pairs);
    for (size_t i = 0; i < pairs; i++) {
        put_pair(&m->pairs[i], strings, out);
    }
}

void merged_encode(const struct merged *merged, size_t n, const struct entity *entities,
                   struct string_pool *strings, struct buf *out)
{
    struct buf records;
    buf_init(&records, UINT32_MAX);
    buf_add_u32(out, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        buf_add_u32(out, merged[i].entity);
        buf_add_u32(out, (uint32_t)records.n);
        put_merged(&merged[i], &entities[merged[i].entity], strings, &records);
    }
    buf_add(out, buf_slice(&records));
    out->failed |= buf_failed(&records);
    buf_release(&records);
}

/* ---- reading ---- */

uint32_t merged_rows(struct slice chunk)
{
    uint32_t n = chunk.n >= HEAD ? le32(chunk.p) : 0;
    return n <= (chunk.n - (chunk.n ? HEAD : 0)) / ROW ? n : 0;
}

static uint32_t entity_at(struct slice chunk, uint32_t row)
{
    return le32(chunk.p + HEAD + (size_t)row * ROW);
}

uint32_t merged_find(struct slice chunk, uint32_t entity)
{
    uint32_t n = merged_rows(chunk);
    uint32_t low = 0;
    uint32_t high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (entity_at(chunk, middle) < entity) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < n && entity_at(chunk, low) == entity ? low : UINT32_MAX;
}

/* Where reading stands. */
struct reader {
    struct slice bytes;
    size_t at;
    struct slice strings;
    struct arena *arena;
};

static bool get_number(struct reader *r, uint64_t below, uint64_t *out)
{
    return get_varint(r->bytes, &r->at, out) && *out < below;
}

static bool get_string(struct reader *r, struct slice *out)
{
    uint64_t place;
    return get_varint(r->bytes, &r->at, &place) && string_at(r->strings, place, out);
}

static bool get_member(struct reader *r, struct merged_member *out)
{
    uint64_t schema;
    uint64_t datasets;
    if (!get_string(r, &out->id) || !get_string(r, &out->caption) ||
        !get_number(r, SCHEMA_COUNT, &schema) ||
        !get_number(r, ENTITY_RECORDS_MAX + 1, &datasets)) {
        return false;
    }
    out->schema = (enum schema)schema;
    out->dataset_count = (size_t)datasets;
    out->datasets = ARENA_ARRAY(r->arena, struct slice, out->dataset_count);
    for (size_t i = 0; out->datasets && i < out->dataset_count; i++) {
        if (!get_string(r, &out->datasets[i])) {
            return false;
        }
    }
    return out->datasets != NULL;
}

static bool get_members(struct reader *r, struct merged *out)
{
    uint64_t n;
    if (!get_number(r, MEMBERS_KEPT + 1, &n)) {
        return false;
    }
    out->member_count = (size_t)n;
    out->members = ARENA_ARRAY(r->arena, struct merged_member, out->member_count);
    for (size_t i = 0; out->members && i < out->member_count; i++) {
        if (!get_member(r, &out->members[i])) {
            return false;
        }
    }
    return out->members != NULL;
}

static bool get_says(struct reader *r, struct merged *out, size_t *count)
{
    uint64_t n;
    uint64_t all = out->member_count > MERGED_MEMBERS_MAX
                       ? UINT64_MAX
                       : (UINT64_C(1) << out->member_count) - 1;
    if (!get_number(r, ENTITY_VALUES_MAX + 1, &n)) {
        return false;
    }
    *count = (size_t)n;
    out->says = ARENA_ARRAY(r->arena, uint64_t, *count);
    for (size_t i = 0; out->says && i < *count; i++) {
        if (!get_varint(r->bytes, &r->at, &out->says[i]) || (out->says[i] & ~all) ||
            out->says[i] == 0) {
            return false;
        }
    }
    return out->says != NULL;
}

static bool get_pair(struct reader *r, struct merged_pair *out)
{
    uint64_t reason;
    uint64_t against;
    uint64_t score;
    if (!get_string(r, &out->a) || !get_string(r, &out->b) ||
        !get_number(r, JOIN_REASONS, &reason) || !get_number(r, AGAINST_KINDS, &against) ||
        !get_number(r, 1001, &score) || !get_string(r, &out->evidence) ||
        !get_string(r, &out->name_a) || !get_string(r, &out->name_b) ||
        !get_string(r, &out->contrary)) {
        return false;
    }
    out->reason = (enum join_reason)reason;
    out->against = (enum join_against)against;
    out->score = (uint16_t)score;
    return true;
}

static bool get_pairs(struct reader *r, struct merged *out)
{
    uint64_t n;
    if (!get_number(r, PAIRS_KEPT + 1, &n)) {
        return false;
    }
    out->pair_count = (size_t)n;
    out->pairs = ARENA_ARRAY(r->arena, struct merged_pair, out->pair_count);
    for (size_t i = 0; out->pairs && i < out->pair_count; i++) {
        if (!get_pair(r, &out->pairs[i])) {
            return false;
        }
    }
    return out->pairs != NULL;
}

bool merged_decode(struct slice chunk, uint32_t row, struct slice strings, struct arena *arena,
                   struct merged *out, size_t *value_count)
{
    uint32_t rows = merged_rows(chunk);
    if (row >= rows) {
        return false;
    }
    struct slice records = slice_cut(chunk, HEAD + (size_t)rows * ROW, chunk.n);
    uint32_t place = le32(chunk.p + HEAD + (size_t)row * ROW + 4);
    if (place >= records.n) {
        return false;
    }
    struct reader r = {.bytes = records, .at = place, .strings = strings, .arena = arena};
    struct merged m = {.entity = entity_at(chunk, row)};
    if (!get_members(&r, &m) || !get_says(&r, &m, value_count) || !get_pairs(&r, &m)) {
        return false;
    }
    *out = m;
    return true;
}
