/*
 * country - codes for the names that lists and people use.
 *
 * Codes are ISO 3166-1 alpha-2 in lower case, and FollowTheMoney's for what is no more (suhh,
 * yucs, cshh, ddde).  The table is data/countries.tsv, compiled in.
 */
#ifndef MODEL_COUNTRY_H
#define MODEL_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* The code of a code (two or three letters, any case) or of a name in one of the languages of
 * the table ("Korea, North", "Russian Federation", "Россия", "Iranian"); case, marks and
 * punctuation play no part.  Returns the empty slice when unknown.  The result is static. */
struct slice country_code(struct slice text);

/* The English name of a code, or the empty slice.  Static. */
struct slice country_name(struct slice code);

/* Is it the same country, or is one the state that the other became part of or came from
 * (suhh meets ru, yucs meets rs)? */
bool country_meets(struct slice a, struct slice b);

/* Number of codes, and the code at a position; for tables and tests. */
size_t country_count(void);
struct slice country_at(size_t i);

#endif
