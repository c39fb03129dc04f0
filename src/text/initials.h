/*
 * initials - an organisation by the first letters of its words.
 *
 * NITC and "National Iranian Tanker Company" share no word.  The long name gets a reading that is
 * one token, made of its initials; a name that is one word in capitals gets the code by which
 * such tokens are found.  Small words and legal forms may count or not, so that one name has
 * several sets of initials.  Two long names never meet by their initials.
 */
#ifndef TEXT_INITIALS_H
#define TEXT_INITIALS_H

#include "text/name.h"

enum { INITIALS_MIN = 3, INITIALS_MAX = 10 };

/* Gives a name that is one word written in capitals, or letter by letter, the code of what it may
 * be the initials of.  `raw` is the name as given. */
void initials_mark(struct arena *arena, struct slice raw, struct name *name);

/* The reading of a name of several words as its initials, legal forms kept; false for names that
 * have no initials to speak of. */
bool initials_reading(struct arena *arena, const struct name *name, struct name *out);

/* Are the capitals the first letters of words of the name, in their order?  Words may be left out. */
bool initials_fit(struct slice capitals, struct slice name);

#endif
