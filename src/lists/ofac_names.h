/*
 * ofac_names - which party has a name, for lists that tie parties by name alone.
 *
 * "Linked To: X" and a ship's owner mean the party with that main name, else the one with that
 * alias.  A name that several parties have is nobody's.
 */
#ifndef LISTS_OFAC_NAMES_H
#define LISTS_OFAC_NAMES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"
#include "base/vec.h"

struct ofac_names {
    struct arena *arena;       /* borrowed; holds all text */
    struct map main;           /* main name → position in numbers */
    struct map aliases;        /* alias → position in numbers */
    VEC(struct slice) numbers; /* of each name; empty when several parties share it */
};

enum ofac_name_rank { OFAC_MAIN_NAME, OFAC_OTHER_NAME };

void ofac_names_init(struct ofac_names *n, struct arena *arena);
void ofac_names_release(struct ofac_names *n);

/* ERR_MEMORY. */
MUST_USE int ofac_names_add(struct ofac_names *n, enum ofac_name_rank rank, struct slice name,
                            struct slice number);

/* The number of the one party of that name, or the empty slice. */
struct slice ofac_names_find(const struct ofac_names *n, struct slice name);

#endif
