#include "model/entity.h"

void entity_init(struct entity *e, enum schema schema, struct slice id, struct slice dataset,
                 struct arena *arena)
{
    *e = (struct entity){.id = id, .schema = schema};
    e->datasets = ARENA_NEW(arena, struct slice);
    if (e->datasets) {
        e->datasets[0] = dataset;
        e->dataset_count = 1;
    }
}

static bool has_value(const struct entity *e, enum property prop, struct slice text,
                      struct slice note)
{
    for (size_t i = 0; i < e->value_count; i++) {
        const struct value *v = &e->values[i];
        if (v->prop == prop && slice_eq(v->text, text) && slice_eq(v->note, note)) {
            return true;
        }
    }
    return false;
}

int entity_add_noted(struct entity *e, struct arena *arena, enum property prop,
                     struct slice text, struct slice note)
{
    text = slice_trim(text);
    note = slice_trim(note);
    if (text.n == 0 || has_value(e, prop, text, note)) {
        return 0;
    }
    if (e->value_count >= ENTITY_VALUES_MAX) {
        return ERR_LIMIT;
    }
    if (e->value_count == e->value_room) {
        size_t room = e->value_room ? e->value_room * 2 : 16;
        struct value *values = ARENA_ARRAY(arena, struct value, room);
        if (!values) {
            return ERR_MEMORY;
        }
        if (e->value_count) {
            memcpy(values, e->values, e->value_count * sizeof *values);
        }
        e->values = values;
        e->value_room = room;
    }
    struct value v = {prop, arena_copy(arena, text), {NULL, 0}};
    if (note.n) {
        v.note = arena_copy(arena, note);
    }
    if (arena_failed(arena)) {
        return ERR_MEMORY;
    }
    e->values[e->value_count++] = v;
    return 0;
}

int entity_add(struct entity *e, struct arena *arena, enum property prop, struct slice text)
{
    return entity_add_noted(e, arena, prop, text, (struct slice){NULL, 0});
}

struct slice entity_first(const struct entity *e, enum property prop)
{
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop == prop) {
            return e->values[i].text;
        }
    }
    return (struct slice){NULL, 0};
}

struct slice entity_caption(const struct entity *e)
{
    if (e->caption.n) {
        return e->caption;
    }
    struct slice name = entity_first(e, PROP_NAME);
    return name.n ? name : e->id;
}
