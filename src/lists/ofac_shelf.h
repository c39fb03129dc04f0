/*
 * ofac_shelf - rows of text by number, for lists that say a thing once and point at it.
 *
 * The Advanced form keeps words, places, documents, relations and listings in tables of their
 * own, before and behind the parties that point at them.  The shelf holds what the first pass
 * over the file finds there, each row under a table's name and a number; rows with the same key
 * are chained in their order.  Everything lives in the arena given to shelf_init(), until that
 * is released.
 */
#ifndef LISTS_OFAC_SHELF_H
#define LISTS_OFAC_SHELF_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

struct shelf_row {
    const struct slice *fields; /* as many as the table has */
    uint32_t next;              /* the next row of the key, or MAP_NONE */
    uint32_t last;              /* in the first row of a key: its last row */
};

struct shelf {
    struct arena *arena; /* borrowed */
    struct map index;    /* "table\0number" → first row */
    VEC(struct shelf_row) rows;
    bool failed; /* sticky: no memory */
};

void shelf_init(struct shelf *s, struct arena *arena);
void shelf_release(struct shelf *s);

/* A copy of the text that lives as long as the shelf. */
struct slice shelf_keep(struct shelf *s, struct slice text);

/* Adds a row; its texts are those of the shelf already (shelf_keep, shelf_text). */
void shelf_put(struct shelf *s, struct slice table, struct slice number,
               const struct slice *fields, size_t count);

/* The first row of a key and the one behind a row; NULL when there is none. */
const struct shelf_row *shelf_first(const struct shelf *s, const char *table,
                                    struct slice number);
const struct shelf_row *shelf_next(const struct shelf *s, const struct shelf_row *row);

/* The first field of the first row of a key, or the empty slice. */
struct slice shelf_text(const struct shelf *s, const char *table, struct slice number);

#endif
