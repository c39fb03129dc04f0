/*
 * ofac_book - whose name is it: parties of OFAC's CSV by main name, else by alias.
 *
 * "Linked To: X" and the owner of a ship name another party by its name only.  A name that two
 * parties have is nobody's.
 */
#ifndef LISTS_OFAC_BOOK_H
#define LISTS_OFAC_BOOK_H

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"
#include "base/vec.h"
#include "lists/ofac_side.h"

struct ofac_book {
    struct arena *arena;       /* borrowed; holds names and numbers */
    struct map names;          /* main name → position in `numbers` */
    struct map aliases;        /* alias → position in `numbers` */
    VEC(struct slice) numbers; /* of each name; empty when several parties share it */
};

void ofac_book_init(struct ofac_book *b, struct arena *arena);
void ofac_book_release(struct ofac_book *b);

/* A main name and the number of its party.  ERR_MEMORY. */
MUST_USE int ofac_book_name(struct ofac_book *b, struct slice name, struct slice number);
/* The names of an alias file.  ERR_MEMORY. */
MUST_USE int ofac_book_aliases(struct ofac_book *b, const struct ofac_side *side);

/* The number of the one party of that name, or the empty slice.  The last full stop of
 * remarks may be the name's own ("S.A."). */
struct slice ofac_book_find(const struct ofac_book *b, struct slice name);

#endif
