/*
 * The union of sources: every dataset, every referent, every value once, in the order of the
 * sources.  Texts are not copied: they live as long as those of the sources.
 */
#include "base/hash.h"
#include "merge/merge_state.h"

enum { SET_LAST = MERGED_MEMBERS_MAX }; /* the bit of all sources beyond */

/* Values that stand in the union already, by open addressing. */
struct value_table {
    uint32_t *slots; /* position in the union + 1; 0: free */
    size_t size;     /* a power of two */
};

static uint64_t hash_of_value(const struct value *v)
{
    return hash_mix(hash_bytes(v->text, 41 + (uint64_t)v->prop), hash_bytes(v->note, 42));
}

static bool same_value(const struct value *a, const struct value *b)
{
    return a->prop == b->prop && slice_eq(a->text, b->text) && slice_eq(a->note, b->note);
}

/* The slot that holds the value, or is free for it. */
static uint32_t *slot_of(const struct value_table *t, const struct value *values,
                         const struct value *v)
{
    size_t i = (size_t)hash_of_value(v) & (t->size - 1);
    while (t->slots[i] && !same_value(&values[t->slots[i] - 1], v)) {
        i = (i + 1) & (t->size - 1);
    }
    return &t->slots[i];
}

static int unite_values(const struct entity *const *sources, size_t n, struct arena *arena,
                        struct entity *out, uint64_t **says)
{
    size_t room = 0;
    struct value_table t = {.size = 16};
    for (size_t i = 0; i < n; i++) {
        room += sources[i]->value_count;
    }
    while (t.size < room * 2) {
        t.size *= 2;
    }
    t.slots = ARENA_ARRAY(arena, uint32_t, t.size);
    out->values = ARENA_ARRAY(arena, struct value, room);
    *says = ARENA_ARRAY(arena, uint64_t, room);
    if (!t.slots || !out->values || !*says) {
        return ERR_MEMORY;
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < sources[i]->value_count; k++) {
            uint32_t *slot = slot_of(&t, out->values, &sources[i]->values[k]);
            if (*slot == 0 && out->value_count < ENTITY_VALUES_MAX) {
                out->values[out->value_count++] = sources[i]->values[k];
                *slot = (uint32_t)out->value_count;
            }
            if (*slot) {
                (*says)[*slot - 1] |= UINT64_C(1) << (i < SET_LAST ? i : SET_LAST);
            }
        }
    }
    out->value_room = room;
    return 0;
}

static void add_text(struct slice *texts, size_t *n, size_t room, struct slice text)
{
    for (size_t i = 0; i < *n; i++) {
        if (slice_eq(texts[i], text)) {
            return;
        }
    }
    if (*n < room) {
        texts[(*n)++] = text;
    }
}

static int unite_texts(const struct entity *const *sources, size_t n, struct arena *arena,
                       struct entity *out)
{
    size_t datasets = 0;
    size_t referents = 0;
    for (size_t i = 0; i < n; i++) {
        datasets += sources[i]->dataset_count;
        referents += sources[i]->referent_count + 1;
    }
    datasets = datasets < ENTITY_RECORDS_MAX ? datasets : ENTITY_RECORDS_MAX;
    referents = referents < ENTITY_RECORDS_MAX ? referents : ENTITY_RECORDS_MAX;
    out->datasets = ARENA_ARRAY(arena, struct slice, datasets);
    out->referents = ARENA_ARRAY(arena, struct slice, referents + 1);
    if (!out->datasets || !out->referents) {
        return ERR_MEMORY;
    }
    /* The party's own id is put in first and taken out again, so that no source repeats it. */
    out->referents[0] = out->id;
    out->referent_count = 1;
    for (size_t i = 0; i < n; i++) {
        add_text(out->referents, &out->referent_count, referents + 1, sources[i]->id);
        for (size_t k = 0; k < sources[i]->dataset_count; k++) {
            add_text(out->datasets, &out->dataset_count, datasets, sources[i]->datasets[k]);
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < sources[i]->referent_count; k++) {
            add_text(out->referents, &out->referent_count, referents + 1,
                     sources[i]->referents[k]);
        }
    }
    out->referents++;
    out->referent_count--;
    return 0;
}

int unite_sources(const struct entity *const *sources, size_t n, struct arena *arena,
                  struct entity *out, uint64_t **says)
{
    uint64_t *unused;
    struct entity e = {.id = sources[0]->id,
                       .schema = sources[0]->schema,
                       .caption = sources[0]->caption,
                       .line = sources[0]->line};
    for (size_t i = 1; i < n; i++) {
        if (schema_is(sources[i]->schema, e.schema)) {
            e.schema = sources[i]->schema;
        }
        if (e.caption.n == 0) {
            e.caption = sources[i]->caption;
        }
    }
    TRY(unite_texts(sources, n, arena, &e));
    TRY(unite_values(sources, n, arena, &e, says ? says : &unused));
    *out = e;
    return 0;
}
