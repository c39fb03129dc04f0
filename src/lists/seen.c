#include "lists/seen.h"

#include "base/hash.h"
#include "base/vec.h"

enum { FIRST_SIZE = 1024 };

static size_t slot_of(const struct seen *t, uint64_t id, uint32_t name, uint32_t *copies)
{
    size_t mask = t->size - 1;
    size_t i = (size_t)id & mask;
    *copies = 0;
    while (t->slots[i].id) {
        if (t->slots[i].id == id) {
            *copies = t->slots[i].copies;
            if (t->slots[i].name == name) {
                return i;
            }
        }
        i = (i + 1) & mask;
    }
    return i;
}

static int grow(struct seen *t)
{
    size_t size = t->size ? t->size * 2 : FIRST_SIZE;
    size_t room = 0;
    struct seen bigger = {.size = size, .n = t->n};
    /* vec_grow() makes room for half as much again as it is told. */
    bigger.slots = vec_grow(NULL, size - size / 3, &room, sizeof *bigger.slots);
    if (!bigger.slots || room < size) {
        vec_free(bigger.slots);
        return ERR_MEMORY;
    }
    memset(bigger.slots, 0, size * sizeof *bigger.slots);
    for (size_t i = 0; i < t->size; i++) {
        if (t->slots[i].id) {
            uint32_t copies;
            size_t at = slot_of(&bigger, t->slots[i].id, t->slots[i].name, &copies);
            bigger.slots[at] = t->slots[i];
        }
    }
    vec_free(t->slots);
    *t = bigger;
    return 0;
}

int seen_put(struct seen *t, struct slice id, struct slice name, enum seen_answer *answer,
             uint32_t *copy)
{
    if (t->n * 4 >= t->size * 3) {
        TRY(grow(t));
    }
    uint64_t id_hash = hash_bytes(id, 0) | 1;
    uint32_t name_hash = (uint32_t)hash_bytes(name, 0);
    uint32_t copies;
    struct seen_slot *s = &t->slots[slot_of(t, id_hash, name_hash, &copies)];
    if (s->id) {
        *answer = SEEN_SAME;
        *copy = s->copies;
        return 0;
    }
    *s = (struct seen_slot){id_hash, name_hash, copies + 1};
    t->n++;
    *answer = copies ? SEEN_ANOTHER : SEEN_NEW;
    *copy = copies + 1;
    return 0;
}

void seen_release(struct seen *t)
{
    vec_free(t->slots);
    *t = (struct seen){0};
}
