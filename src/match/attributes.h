/*
 * attributes - what birth dates, gender, countries, places and numbers say for or against.
 *
 * Missing says nothing.  Where a side has several values, the best pair counts.  What speaks
 * for lifts a score only when the name alone reaches SCORE_LOWEST; what speaks against always
 * counts.  A country, or another day of the same year, never silences an equal name.
 */
#ifndef MATCH_ATTRIBUTES_H
#define MATCH_ATTRIBUTES_H

#include "match/score.h"
#include "match/weights.h"
#include "model/date.h"
#include "model/entity.h"
#include "model/identifier.h"

/* What a question says beside names; all borrowed. */
struct attributes {
    const struct date *birth_dates;
    size_t birth_date_count;
    const struct slice *countries; /* codes */
    size_t country_count;
    struct slice gender; /* "male", "female" or empty */
    const struct slice *places;
    size_t place_count;
    const struct identifier *identifiers;
    size_t identifier_count;
};

enum { ATTRIBUTE_TERMS_MAX = 16 };

struct attribute_terms {
    struct term terms[ATTRIBUTE_TERMS_MAX];
    size_t n;
    int32_t support;        /* sum of what speaks for */
    int32_t against;        /* sum of what speaks against, ≤ 0 */
    bool strong_identifier; /* an equal identifier that is proof by itself */
};

bool attributes_any(const struct attributes *a);

/* Weighs a question's attributes against a listed entity's values. */
void attributes_weigh(const struct attributes *asked, const struct entity *listed,
                      const struct weights *w, struct attribute_terms *out);

/* Is this property's value a birth or incorporation date, a country … of the party? */
bool attribute_is_country(enum property p);
bool attribute_is_identifier(enum property p);

#endif
