#include "lists/ofac_shelf.h"

#include <string.h>

enum { KEY_MAX = 160 }; /* longer keys find nothing */

void shelf_init(struct shelf *s, struct arena *arena)
{
    *s = (struct shelf){.arena = arena};
    map_init(&s->index, 0);
}

void shelf_release(struct shelf *s)
{
    map_release(&s->index);
    VEC_RELEASE(&s->rows);
}

struct slice shelf_keep(struct shelf *s, struct slice text)
{
    text = slice_trim(text);
    return text.n ? arena_copy(s->arena, text) : (struct slice){NULL, 0};
}

/* The empty slice when the key is too long. */
static struct slice key_of(char room[KEY_MAX], struct slice table, struct slice number)
{
    size_t n = table.n + 1 + number.n;
    if (number.n == 0 || number.n > KEY_MAX || n > KEY_MAX) {
        return (struct slice){NULL, 0};
    }
    memcpy(room, table.p, table.n);
    room[table.n] = '\0';
    memcpy(room + table.n + 1, number.p, number.n);
    return (struct slice){room, n};
}

static bool chain(struct shelf *s, struct slice key, uint32_t at)
{
    bool added;
    uint32_t first = map_get(&s->index, key);
    if (first == MAP_NONE) {
        key = arena_copy(s->arena, key);
        first = key.p ? map_put(&s->index, key, at, &added) : MAP_NONE;
        return first != MAP_NONE;
    }
    s->rows.p[s->rows.p[first].last].next = at;
    s->rows.p[first].last = at;
    return true;
}

void shelf_put(struct shelf *s, struct slice table, struct slice number,
               const struct slice *fields, size_t count)
{
    char room[KEY_MAX];
    struct slice key = key_of(room, table, number);
    if (key.n == 0 || s->failed) {
        return;
    }
    struct slice *kept = ARENA_ARRAY(s->arena, struct slice, count);
    struct shelf_row *row = s->rows.n < MAP_NONE && kept ? VEC_ADD(&s->rows) : NULL;
    if (!row) {
        s->failed = true;
        return;
    }
    memcpy(kept, fields, count * sizeof *kept);
    uint32_t at = (uint32_t)(s->rows.n - 1);
    *row = (struct shelf_row){kept, MAP_NONE, at};
    s->failed |= !chain(s, key, at) || arena_failed(s->arena);
}

const struct shelf_row *shelf_first(const struct shelf *s, const char *table,
                                    struct slice number)
{
    char room[KEY_MAX];
    struct slice key = key_of(room, slice_of(table), number);
    uint32_t at = key.n ? map_get(&s->index, key) : MAP_NONE;
    return at == MAP_NONE ? NULL : &s->rows.p[at];
}

const struct shelf_row *shelf_next(const struct shelf *s, const struct shelf_row *row)
{
    return row->next == MAP_NONE ? NULL : &s->rows.p[row->next];
}

struct slice shelf_text(const struct shelf *s, const char *table, struct slice number)
{
    const struct shelf_row *row = shelf_first(s, table, number);
    return row ? row->fields[0] : (struct slice){NULL, 0};
}
