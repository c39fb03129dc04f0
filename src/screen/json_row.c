#include "screen/json_row.h"

#include <stdio.h>

struct collector {
    struct customer_row *row;
    struct arena *arena;
    size_t room; /* allocated values */
};

static void collect(struct collector *c, const struct column *column, struct slice text)
{
    struct customer_row *row = c->row;
    if (row->n == c->room) {
        size_t wider = c->room ? 2 * c->room : 16;
        struct row_value *values = ARENA_ARRAY(c->arena, struct row_value, wider);
        if (!values) {
            return;
        }
        if (row->n) {
            memcpy(values, row->values, row->n * sizeof *values);
        }
        row->values = values;
        c->room = wider;
    }
    row->values[row->n++] = (struct row_value){column, arena_copy(c->arena, text)};
}

/* A text or number, or each of an array. */
static void collect_value(struct collector *c, const struct column *column,
                          const struct json_value *value)
{
    char room[JSON_SCALAR_TEXT];
    struct slice text = json_scalar(value, room);
    if (text.n) {
        collect(c, column, text);
    }
    for (size_t i = 0; json_kind(value) == JSON_KIND_ARRAY && i < json_item_count(value); i++) {
        text = json_scalar(json_item(value, i), room);
        if (text.n) {
            collect(c, column, text);
        }
    }
}

static void collect_member(struct collector *c, struct column meaning, struct slice key,
                           const struct json_value *value)
{
    if (meaning.use == COLUMN_UNKNOWN || meaning.use == COLUMN_UNUSED) {
        return;
    }
    struct column *column = ARENA_NEW(c->arena, struct column);
    if (column) {
        *column = meaning;
        column->title = arena_copy(c->arena, key);
        collect_value(c, column, value);
    }
}

/* What a key under "properties" means: FollowTheMoney's words only. */
static struct column property_meaning(struct slice key)
{
    enum property p = property_find(key);
    bool asked = property_is_asked(p);
    return (struct column){.use = asked ? COLUMN_PROPERTY : COLUMN_UNUSED, .prop = p};
}

static bool has_name(const struct customer_row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        const struct column *c = row->values[i].column;
        if (c->use == COLUMN_PROPERTY && property_type(c->prop) == TYPE_NAME) {
            return true;
        }
    }
    return false;
}

/* "caption" and the like are names only where nothing else is. */
static void settle_fallbacks(struct customer_row *row)
{
    bool named = has_name(row);
    size_t kept = 0;
    for (size_t i = 0; i < row->n; i++) {
        const struct column *c = row->values[i].column;
        if (c->use != COLUMN_FALLBACK || !named) {
            row->values[kept++] = row->values[i];
        }
    }
    row->n = kept;
}

void json_row_read(struct customer_row *row, const struct json_value *object,
                   const struct column_map *maps, size_t map_count, struct arena *arena)
{
    struct collector c = {row, arena, 0};
    struct json_cursor cursor = {0};
    struct slice key;
    const struct json_value *value;
    if (json_kind(object) != JSON_KIND_OBJECT) {
        row->error = "not_an_object";
        (void)snprintf(row->message, sizeof row->message, "the line is no JSON object");
        return;
    }
    while (json_next_member(object, &cursor, &key, &value)) {
        if (!slice_is(key, "properties")) {
            collect_member(&c, column_meaning(key, maps, map_count), key, value);
        }
    }
    const struct json_value *properties = json_member(object, "properties");
    cursor = (struct json_cursor){0};
    while (json_next_member(properties, &cursor, &key, &value)) {
        collect_member(&c, property_meaning(key), key, value);
    }
    settle_fallbacks(row);
}
