#include "lists/ofac_names.h"

#include <string.h>

void ofac_names_init(struct ofac_names *n, struct arena *arena)
{
    *n = (struct ofac_names){.arena = arena};
    map_init(&n->main, 0);
    map_init(&n->aliases, 0);
}

void ofac_names_release(struct ofac_names *n)
{
    map_release(&n->main);
    map_release(&n->aliases);
    VEC_RELEASE(&n->numbers);
}

static int add_new(struct ofac_names *n, struct map *names, struct slice name,
                   struct slice number)
{
    bool added;
    name = arena_copy(n->arena, name);
    struct slice *kept = VEC_ADD(&n->numbers);
    if (!kept) {
        return ERR_MEMORY;
    }
    *kept = arena_copy(n->arena, number);
    if (arena_failed(n->arena) ||
        map_put(names, name, (uint32_t)(n->numbers.n - 1), &added) == MAP_NONE) {
        return ERR_MEMORY;
    }
    return 0;
}

int ofac_names_add(struct ofac_names *n, enum ofac_name_rank rank, struct slice name,
                   struct slice number)
{
    struct map *names = rank == OFAC_MAIN_NAME ? &n->main : &n->aliases;
    name = slice_trim(name);
    if (name.n == 0) {
        return 0;
    }
    uint32_t at = map_get(names, name);
    if (at == MAP_NONE) {
        return add_new(n, names, name, number);
    }
    if (!slice_eq(n->numbers.p[at], number)) {
        n->numbers.p[at] = (struct slice){NULL, 0};
    }
    return 0;
}

struct slice ofac_names_find(const struct ofac_names *n, struct slice name)
{
    uint32_t at = map_get(&n->main, name);
    at = at == MAP_NONE ? map_get(&n->aliases, name) : at;
    return at == MAP_NONE ? (struct slice){NULL, 0} : n->numbers.p[at];
}
