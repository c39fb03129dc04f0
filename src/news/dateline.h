/*
 * dateline - "LONDON, 6 October 2023 —", "MOSCA, 4 feb. (Ag.) -", "18/10/2022 14:32".
 *
 * A dateline is a date with little beside it: places, the agency, the desk, an hour.  It stands
 * in a line of its own, or before a dash in the first line of the body.  Words that belong to
 * sentences (on, the, nel …) make a line no dateline.
 */
#ifndef NEWS_DATELINE_H
#define NEWS_DATELINE_H

#include "news/document.h"

/* Is the whole line a dateline? */
bool dateline_whole(struct slice line);

/* The bytes of the dateline at the beginning of a line of body, its dash included; 0: none. */
size_t dateline_before_body(struct slice line);

#endif
