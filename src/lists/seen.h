/*
 * seen - which record ids a list has used, and for which main name.
 *
 * Lists repeat ids: twice the same party, or two parties under one number.  The table keeps
 * hashes only (24 bytes a record), so that a list of millions does not fill the memory.
 */
#ifndef LISTS_SEEN_H
#define LISTS_SEEN_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"

struct seen_slot {
    uint64_t id;     /* hash of the record id, never 0; 0 marks a free slot */
    uint32_t name;   /* half a hash of the main name: it tells apart those of one id only */
    uint32_t copies; /* main names seen under the id up to this one: 1, 2 … */
};

struct seen {
    struct seen_slot *slots; /* owned */
    size_t size;             /* a power of two, or 0 */
    size_t n;                /* slots in use */
};

enum seen_answer {
    SEEN_NEW,    /* the id is new */
    SEEN_SAME,   /* the id was there with this main name */
    SEEN_ANOTHER /* the id was there, with other main names */
};

/* Enters a record.  *copy is the number of its main name under the id: 1 for the first one, 2
 * for the second one … ERR_MEMORY. */
MUST_USE int seen_put(struct seen *t, struct slice id, struct slice name,
                      enum seen_answer *answer, uint32_t *copy);

void seen_release(struct seen *t);

#endif
