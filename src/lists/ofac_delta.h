/*
 * ofac_delta - what one publication of OFAC added, changed and took out.
 *
 * A delta is laid over its list when it is newer than that list, and the next delta over both: parties
 * that it adds are handed out and stand for those of the same number, parties that it takes
 * out are not handed out, and what it says of a changed party is united with what the list
 * says.  What a change takes out of a party stays until the next whole list: a name too many
 * is better than one too few.  Each party that was there and is no more is remarked.
 *
 * A delta that is not newer is remarked and left alone.  One that stands alone is a small list
 * of what it adds; it never takes the place of a list.
 */
#ifndef LISTS_OFAC_DELTA_H
#define LISTS_OFAC_DELTA_H

#include "lists/reader.h"

/* Reads the snapshot with `count` deltas laid over it, the oldest first; none: as it is. */
MUST_USE int ofac_delta_read(struct snapshot *snap, const char *const *deltas, size_t count,
                             const struct list_sink *sink, struct diag *diag);

#endif
