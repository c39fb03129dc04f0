#include "base/map.h"

#include <stdlib.h>

#include "base/hash.h"

void map_init(struct map *m, uint64_t seed)
{
    *m = (struct map){.seed = seed};
}

void map_release(struct map *m)
{
    free(m->slots);
    *m = (struct map){.seed = m->seed};
}

static size_t slot_of(const struct map *m, struct slice key, uint64_t hash)
{
    size_t mask = m->size - 1;
    size_t i = (size_t)hash & mask;
    while (m->slots[i].key.p && !(m->slots[i].hash == hash && slice_eq(m->slots[i].key, key))) {
        i = (i + 1) & mask;
    }
    return i;
}

uint32_t map_get(const struct map *m, struct slice key)
{
    if (m->n == 0) {
        return MAP_NONE;
    }
    const struct map_slot *s = &m->slots[slot_of(m, key, hash_bytes(key, m->seed))];
    return s->key.p ? s->value : MAP_NONE;
}

static bool grow(struct map *m)
{
    struct map bigger = {.size = m->size ? m->size * 2 : 64, .n = m->n, .seed = m->seed};
    bigger.slots = calloc(bigger.size, sizeof *bigger.slots);
    if (!bigger.slots) {
        return false;
    }
    for (size_t i = 0; i < m->size; i++) {
        const struct map_slot *s = &m->slots[i];
        if (s->key.p) {
            bigger.slots[slot_of(&bigger, s->key, s->hash)] = *s;
        }
    }
    free(m->slots);
    *m = bigger;
    return true;
}

uint32_t map_put(struct map *m, struct slice key, uint32_t value, bool *added)
{
    if (m->n * 4 >= m->size * 3 && !grow(m)) {
        return MAP_NONE;
    }
    if (!key.p) {
        key.p = "";
    }
    uint64_t hash = hash_bytes(key, m->seed);
    struct map_slot *s = &m->slots[slot_of(m, key, hash)];
    bool is_new = !s->key.p;
    if (is_new) {
        *s = (struct map_slot){.key = key, .hash = hash, .value = value};
        m->n++;
    }
    if (added) {
        *added = is_new;
    }
    return s->value;
}
