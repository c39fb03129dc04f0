/*
 * neighbours - the listed words that a word of a question meets.
 *
 * What a token meets depends on the token, the kind of name and the index alone.  So a searcher
 * keeps what it has found: given names, in a file of customers, come again and again.  The cache
 * has a limit; when it is full it is emptied.  What it returns is what looking up afresh returns.
 */
#ifndef INDEX_NEIGHBOURS_H
#define INDEX_NEIGHBOURS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "match/evidence.h"

struct searcher;

struct neighbour {
    uint32_t token; /* of the dictionary */
    struct evidence evidence;
};

struct neighbours {
    const struct neighbour *list;
    size_t n;
};

struct neighbour_slot;

/* The cache of one searcher. */
struct neighbour_cache {
    struct arena kept;
    struct neighbour_slot *slots; /* owned; a hash table */
    size_t used;                  /* slots taken */
    struct buf key;               /* of the token that is looked up */
    VEC(struct neighbour) fresh;  /* found by the lookup under way */
};

/* False without memory. */
bool neighbours_open(struct neighbour_cache *c);
void neighbours_close(struct neighbour_cache *c);

/* Every token of the dictionary that `t`, of a name of `kind`, meets by itself; valid until the
 * next call.  Faults are noted in the searcher. */
struct neighbours neighbours_of(struct searcher *s, const struct token *t, enum name_kind kind);

#endif
