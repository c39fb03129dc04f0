/*
 * entity - one thing that a source speaks of: properties with values, and where they come from.
 *
 * Readers of lists make entities in an arena, one record at a time, and hand them to a sink;
 * the sink copies what it keeps.  A party, a sanction upon it and a link to another party are
 * entities of their own, bound together by ids.
 *
 * All text is valid UTF-8 and borrowed from the arena given to entity_add().  Values of dates,
 * countries, genders and identifiers are kept in normal form (model/date.h …) where they can
 * be read, else as the source has them.
 */
#ifndef MODEL_ENTITY_H
#define MODEL_ENTITY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/property.h"
#include "model/schema.h"

struct value {
    enum property prop;
    struct slice text; /* never empty */
    /* What qualifies the value, or {NULL, 0}: the issuing country code of a document, the
     * currency of a wallet, the quality word of an alias. */
    struct slice note;
};

enum { ENTITY_VALUES_MAX = 20000, ENTITY_RECORDS_MAX = 256 };

struct entity {
    struct slice id;      /* record id, e.g. "ofac:20157" */
    struct slice caption; /* display name; empty: the first name value serves */
    enum schema schema;
    struct slice *datasets; /* the lists that say so, e.g. "us_ofac_sdn"; at least one */
    size_t dataset_count;
    struct slice *referents; /* further record ids under which it is known; may be none */
    size_t referent_count;
    struct value *values; /* in the source's order; equal ones once */
    size_t value_count;
    size_t value_room; /* allocated in the arena */
    uint64_t line;     /* where the record begins in its file, 1-based */
};

/* Starts an entity with one dataset; `id` and `dataset` are borrowed. */
void entity_init(struct entity *e, enum schema schema, struct slice id, struct slice dataset,
                 struct arena *arena);

/* Adds a value: trimmed, copied into the arena; empty ones and repetitions are dropped.
 * ERR_MEMORY when the arena has failed, ERR_LIMIT past ENTITY_VALUES_MAX. */
MUST_USE int entity_add(struct entity *e, struct arena *arena, enum property prop,
                        struct slice text);
MUST_USE int entity_add_noted(struct entity *e, struct arena *arena, enum property prop,
                              struct slice text, struct slice note);

/* The first value of a property, or the empty slice. */
struct slice entity_first(const struct entity *e, enum property prop);

/* The caption, else the first name, else the id. */
struct slice entity_caption(const struct entity *e);

#endif
