/*
 * written - how people write what customer files say: single values, without a file around them.
 *
 * Nothing here allocates; what is returned is borrowed from the argument or static.
 */
#ifndef SCREEN_WRITTEN_H
#define SCREEN_WRITTEN_H

#include <stdbool.h>

#include "base/slice.h"
#include "model/identifier.h"
#include "model/schema.h"

/* Empty, or one of the words that stand for nothing: "-", "n/a", "null", "unknown". */
bool written_is_nothing(struct slice text);

/* Cuts *rest at the first of `separators`, like slice_next(). */
struct slice written_next(struct slice *rest, const char *separators);

/* "male", "female", "other", or the empty slice for words that leave it open ("unknown");
 * false when it is no such word. */
bool written_gender(struct slice text, struct slice *out);

/* What kind of party: FollowTheMoney's name or a word that people use ("individual", "ship").
 * "any" sets *any.  False when it is none that can be screened: *schema then says which it is
 * (an Address, a link), or SCHEMA_NONE. */
bool written_schema(struct slice text, enum schema *schema, bool *any);

/* Finds an IMO number with its word ("(IMO 9161003)", "IMO: 9161003") and a good check digit
 * in a name; what stands before and behind it, brackets taken off. */
bool written_imo_in(struct slice name, struct slice *before, struct slice *behind,
                    struct identifier *out);

/* A date that systems put where they know none, such as 1900-01-01 or 9999-12-31. */
bool written_is_stand_in_date(struct slice text);

/* The same date with its first two numbers exchanged ("03/04/1984" → "04/03/1984"), into out;
 * false when it has no such form or does not fit. */
enum { WRITTEN_DATE_MAX = 64 };
bool written_exchanged_date(struct slice text, char out[WRITTEN_DATE_MAX]);

#endif
