/*
 * country_text - a country as people type it into a list, with words around its name.
 *
 *     possibly Palestinian                     Indonesia (as at Dec. 2003)
 *     Kuwaiti citizenship withdrawn in 2002    Sudanese by birth
 *     Branch Office 11: Iran                   United States. Also believed to hold …
 *
 * Words of doubt stand in front; what stands behind a name, and begins with a small letter or
 * after a full stop, is said of it and is not the name.  So "Congo (Democratic Republic)" is
 * never cut down to another country's name.
 */
#ifndef LISTS_COUNTRY_TEXT_H
#define LISTS_COUNTRY_TEXT_H

#include <stdbool.h>

#include "base/slice.h"

struct country_text {
    struct slice code;  /* static; or empty: no country is to be seen */
    struct slice doubt; /* "possibly", as the text has it; or empty */
    bool more;          /* the text says more than the country and a doubt */
};

struct country_text country_text_read(struct slice text);

/* Does the text say that there is no country, or that none is known? */
bool country_text_says_none(struct slice text);

#endif
