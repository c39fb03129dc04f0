#include "lists/ofac_book.h"

#include <string.h>

void ofac_book_init(struct ofac_book *b, struct arena *arena)
{
    *b = (struct ofac_book){.arena = arena};
    map_init(&b->names, 0);
    map_init(&b->aliases, 0);
}

void ofac_book_release(struct ofac_book *b)
{
    VEC_RELEASE(&b->numbers);
    map_release(&b->names);
    map_release(&b->aliases);
}

/* Notes whose name it is.  A main name beats an alias; a name that two parties have is
 * nobody's. */
static int note_name(struct ofac_book *b, struct map *names, struct slice name,
                     struct slice number)
{
    bool added;
    name = arena_copy(b->arena, slice_trim(name));
    uint32_t at = map_put(names, name, (uint32_t)b->numbers.n, &added);
    if (at == MAP_NONE || arena_failed(b->arena)) {
        return ERR_MEMORY;
    }
    if (!added) {
        if (!slice_eq(b->numbers.p[at], number)) {
            b->numbers.p[at] = (struct slice){NULL, 0};
        }
        return 0;
    }
    struct slice *kept = VEC_ADD(&b->numbers);
    if (!kept) {
        return ERR_MEMORY;
    }
    *kept = arena_copy(b->arena, number);
    return 0;
}

int ofac_book_name(struct ofac_book *b, struct slice name, struct slice number)
{
    return note_name(b, &b->names, name, number);
}

int ofac_book_aliases(struct ofac_book *b, const struct ofac_side *side)
{
    for (size_t i = 0; i < side->rows.n; i++) {
        const struct ofac_side_row *row = &side->rows.p[i];
        if (row->kind == OFAC_ALTERNATE) {
            TRY(note_name(b, &b->aliases, row->fields[1], row->party));
        }
    }
    return 0;
}

static uint32_t find_name(const struct ofac_book *b, struct slice name)
{
    uint32_t at = map_get(&b->names, name);
    return at == MAP_NONE ? map_get(&b->aliases, name) : at;
}

struct slice ofac_book_find(const struct ofac_book *b, struct slice name)
{
    uint32_t at = find_name(b, name);
    if (at == MAP_NONE && name.n < 400) {
        char dotted[401];
        memcpy(dotted, name.p, name.n);
        dotted[name.n] = '.';
        at = find_name(b, (struct slice){dotted, name.n + 1});
    }
    return at == MAP_NONE ? (struct slice){NULL, 0} : b->numbers.p[at];
}
