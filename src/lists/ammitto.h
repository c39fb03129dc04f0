/*
 * ammitto - what the readers of ammitto's JSON lines share (ammitto.c, ammitto_ch.c,
 * ammitto_au.c, ammitto_ca.c).
 *
 * ammitto copies official lists, one JSON object a record, with the list's own numbers.  Each
 * source has its own members; a member that a reader does not know is tallied as unmapped.
 */
#ifndef LISTS_AMMITTO_H
#define LISTS_AMMITTO_H

#include "format/json_reader.h"
#include "lists/listing.h"

struct ammitto {
    struct reading r;
    struct listing l;
};

/* One record, which is begun already: fills the listing and ends it, or refuses. */
typedef int (*ammitto_fn)(struct ammitto *a, const struct json_value *root, struct diag *diag);

int ammitto_take_ch(struct ammitto *a, const struct json_value *root, struct diag *diag);
int ammitto_take_au(struct ammitto *a, const struct json_value *root, struct diag *diag);
int ammitto_take_ca(struct ammitto *a, const struct json_value *root, struct diag *diag);

/* Tallies the members of an object that are not in `known` (which NULL ends). */
void ammitto_tally(struct ammitto *a, const struct json_value *object, const char *where,
                   const char *const *known);

/* The text or number of a member, without blanks around it; numbers are printed into `room`. */
struct slice ammitto_text(const struct json_value *object, const char *member,
                          char room[JSON_SCALAR_TEXT]);

/* Value number i of a member that is an array of them, or the one value itself; NULL at the
 * end. */
const struct json_value *ammitto_each(const struct json_value *member, size_t i);

#endif
