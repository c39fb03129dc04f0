#include "index/entity_codec.h"

#include "index/layout.h"

enum { POOL_SEED = 11 };

void string_pool_init(struct string_pool *p)
{
    buf_init(&p->bytes, STRINGS_MAX);
    map_init(&p->places, POOL_SEED);
    put_varint(&p->bytes, 0); /* the empty string, at place 0 */
}

void string_pool_release(struct string_pool *p)
{
    buf_release(&p->bytes);
    map_release(&p->places);
}

uint32_t string_pool_add(struct string_pool *p, struct slice s)
{
    if (s.n == 0) {
        return 0;
    }
    bool added;
    uint32_t place = map_put(&p->places, s, (uint32_t)p->bytes.n, &added);
    if (place == MAP_NONE) {
        p->bytes.failed = true;
        return 0;
    }
    if (added) {
        put_varint(&p->bytes, s.n);
        buf_add(&p->bytes, s);
    }
    return place;
}

static void put_strings(const struct slice *list, size_t n, struct string_pool *strings,
                        struct buf *out)
{
    put_varint(out, n);
    for (size_t i = 0; i < n; i++) {
        put_varint(out, string_pool_add(strings, list[i]));
    }
}

void entity_encode(const struct entity *e, struct string_pool *strings, struct buf *out)
{
    put_varint(out, e->schema);
    put_varint(out, string_pool_add(strings, e->id));
    put_varint(out, string_pool_add(strings, e->caption));
    put_strings(e->datasets, e->dataset_count, strings, out);
    put_strings(e->referents, e->referent_count, strings, out);
    put_varint(out, e->value_count);
    for (size_t i = 0; i < e->value_count; i++) {
        put_varint(out, e->values[i].prop);
        put_varint(out, string_pool_add(strings, e->values[i].text));
        put_varint(out, string_pool_add(strings, e->values[i].note));
    }
}

bool string_at(struct slice strings, uint64_t place, struct slice *out)
{
    size_t at = (size_t)place;
    uint64_t n;
    if (place >= strings.n || !get_varint(strings, &at, &n) || n > strings.n - at) {
        return false;
    }
    *out = slice_cut(strings, at, at + (size_t)n);
    return true;
}

static bool get_string(struct slice bytes, size_t *at, struct slice strings, struct slice *out)
{
    uint64_t place;
    return get_varint(bytes, at, &place) && string_at(strings, place, out);
}

static bool get_strings(struct slice bytes, size_t *at, struct slice strings,
                        struct arena *arena, uint64_t most, struct slice **list, size_t *n)
{
    uint64_t count;
    if (!get_varint(bytes, at, &count) || count > most) {
        return false;
    }
    *list = ARENA_ARRAY(arena, struct slice, (size_t)count);
    *n = (size_t)count;
    for (size_t i = 0; *list && i < *n; i++) {
        if (!get_string(bytes, at, strings, &(*list)[i])) {
            return false;
        }
    }
    return *list != NULL;
}

static bool get_values(struct slice bytes, size_t *at, struct slice strings,
                       struct arena *arena, struct entity *e)
{
    uint64_t count;
    if (!get_varint(bytes, at, &count) || count > ENTITY_VALUES_MAX) {
        return false;
    }
    e->values = ARENA_ARRAY(arena, struct value, (size_t)count);
    e->value_count = e->value_room = (size_t)count;
    for (size_t i = 0; e->values && i < e->value_count; i++) {
        uint64_t prop;
        if (!get_varint(bytes, at, &prop) || prop >= PROP_COUNT ||
            !get_string(bytes, at, strings, &e->values[i].text) ||
            !get_string(bytes, at, strings, &e->values[i].note)) {
            return false;
        }
        e->values[i].prop = (enum property)prop;
    }
    return e->values != NULL;
}

bool entity_decode(struct slice bytes, struct slice strings, struct arena *arena,
                   struct entity *out)
{
    struct entity e = {.schema = SCHEMA_NONE};
    size_t at = 0;
    uint64_t schema;
    if (!get_varint(bytes, &at, &schema) || schema >= SCHEMA_COUNT ||
        !get_string(bytes, &at, strings, &e.id) ||
        !get_string(bytes, &at, strings, &e.caption) ||
        !get_strings(bytes, &at, strings, arena, ENTITY_RECORDS_MAX, &e.datasets,
                     &e.dataset_count) ||
        !get_strings(bytes, &at, strings, arena, ENTITY_RECORDS_MAX, &e.referents,
                     &e.referent_count) ||
        !get_values(bytes, &at, strings, arena, &e)) {
        return false;
    }
    e.schema = (enum schema)schema;
    *out = e;
    return true;
}
